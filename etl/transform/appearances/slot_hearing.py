"""How strongly a thing or a day seems to fill each slot of an occasion as a network hears it (`hearing.py`).

It is given the words of the clause that tells of the occasion, those around its verb, those where the thing or day is named nearest, around it and above it,
what stands between, and the two sentences. What it says joins the cues of the option (`options.py`), as steps that are reached or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log1p

from etl.transform.appearances.frames import Frame
from etl.transform.appearances.options import BESIDE, FILLED, Option
from etl.transform.drafts import AppearanceDraft
from etl.transform.hearing import kept, reached
from etl.transform.hearing_inputs import Inputs, ScenePage, Words, page_of
from etl.transform.media_sentences import scenery
from etl.transform.reading import Reading, Thing
from graph.records import Span

NAME = "slots"
SLOTS = (*BESIDE, "date")
BESIDE_WORDS, BETWEEN = 3, 24  # words beside a mention and a verb, and between the two, if there are no more
FAR, OFTEN = 5.0, 3.0  # by what the logarithms of distances and of numbers of mentions are divided
STEPS = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)  # logarithms of odds
SENTENCE = 7, 8  # from which to which place the sentence of what may fill a slot stands
NOWHERE: Words = (0, 0)
Row = tuple[Frame, AppearanceDraft, list[Option]]


def rows(records: Sequence[Frame], drafts: Sequence[AppearanceDraft], options: Sequence[Sequence[Option]]) -> Iterator[Row]:
    """Each thing and day that may fill slots of each record, with its options there."""
    for record, draft, mine in zip(records, drafts, options, strict=True):
        of: dict[int, list[Option]] = {}
        for option in mine:
            of.setdefault(id(option.value), []).append(option)
        for those in of.values():
            yield record, draft, those


def given(reading: Reading, drafts: Sequence[AppearanceDraft], asked: Sequence[Row]) -> Inputs | None:
    """What the network is given of `asked`; None where that is nothing.

    Args:
        reading: the article.
        drafts: all of its appearances.
        asked: things and days beside records.
    """
    if not asked:
        return None
    page = page_of(reading, scenery(reading, drafts))
    places, kinds, shapes = [], [], []
    for record, draft, options in asked:
        value, at = options[0].value, options[0].at
        where, shape = _places(reading, page, record, at)
        places.append(where)
        kinds.append(f"{value.type if isinstance(value, Thing) else 'Day'} {draft.kind}")
        filled = {option.slot for option in options if option.state == FILLED}
        often = log1p(len(value.mentions)) / OFTEN if isinstance(value, Thing) else 0.0
        shapes.append([*shape, often, *(slot in filled for slot in SLOTS), *(bool(getattr(record, slot)) for slot in SLOTS)])
    return page.inputs(places, kinds, shapes)


def heard(
    reading: Reading, records: Sequence[Frame], drafts: Sequence[AppearanceDraft], options: Sequence[Sequence[Option]]
) -> list[list[Option]]:
    """The options of each record, with what the network says of them among their cues."""
    asked = list(rows(records, drafts, options))
    inputs = given(reading, drafts, asked)
    said = [] if inputs is None else kept(NAME).heard(inputs)
    strengths = {
        (id(record), id(those[0].value)): dict(zip(SLOTS, row, strict=True)) for (record, _, those), row in zip(asked, said, strict=True)
    }
    out = []
    for record, mine in zip(records, options, strict=True):
        strength = [strengths[id(record), id(option.value)][option.slot] for option in mine]
        most = {slot: max(s for s, option in zip(strength, mine, strict=True) if option.slot == slot) for slot in {o.slot for o in mine}}
        out.append([
            replace(option, groups=(*option.groups, [*reached("heard", s, STEPS), *(["heard most"] if s == most[option.slot] else ())]))
            for option, s in zip(mine, strength, strict=True)
        ])  # fmt: skip
    return out


def _places(reading: Reading, page: ScenePage, record: Frame, at: Span | None) -> tuple[list[Words], list[float]]:
    """The words of a record and of what stands `at` some characters, and how these stand to each other."""
    count, verb = len(reading.words), record.at.i
    clause = (record.tokens[0].i, record.tokens[-1].i + 1) if record.tokens else (verb, verb + 1)

    def beside(words: Words) -> Words:
        return max(0, words[0] - BESIDE_WORDS), min(count, words[1] + BESIDE_WORDS)

    def sentence(position: int) -> Words:
        return page.words(*reading.sentence_span(position))

    told = [clause, beside((verb, verb + 1)), sentence(record.at.idx)]
    if at is None:
        return [*told, *[NOWHERE] * 5], [1.0, 0.0, 0.0, 0.0, 0.0]
    mention = page.words(*at)
    head = reading.words[mention[1] - 1].head.i
    low, high = sorted((mention, (verb, verb + 1)))
    between = low[1], max(low[1], min(high[0], low[1] + BETWEEN))
    places = [*told, mention, beside(mention), (head, head + 1), between, sentence(at[0])]
    gap = abs(mention[0] - verb)
    shape = [0.0, mention[0] > verb, log1p(gap) / FAR, clause[0] <= mention[0] < clause[1], told[2] == places[-1]]
    return places, shape
