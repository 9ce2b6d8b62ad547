"""How strongly each of those named seems to be meant by a pronoun or description, as a network hears it (`hearing.py`).

It is given the words of the pronoun, those around it, the verb that governs it, its sentence and the one before; of who may be meant where they are named last before it and before that,
and first of all, the words around and above, and what stands between. What it says joins the cues of the candidates (`antecedents.py`), as steps that are reached or not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from spacy.tokens import Token

from etl.transform.antecedents import LOOKBACK, Heard
from etl.transform.hearing import Listener, compared, kept, reached
from etl.transform.hearing_inputs import Inputs, Page, Words
from etl.transform.hearing_mentions import FAR, OFTEN
from etl.transform.reading import DESCRIPTION, Reading, Thing
from etl.transform.reading import NAME as NAMED
from etl.transform.salience import SUBJECTS, clause_verb

NAME = "references"
MOST = 8  # candidates that are asked about: those who are named last
AHEAD = 40  # words behind the pronoun in which one may be named first
BESIDE, BEHIND, BETWEEN = 3, 6, 24  # words beside a mention, behind a pronoun, and between the two
AROUND = 5, 7  # from which to which place the sentences stand
STEPS = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)  # logarithms of odds
SHARES = (0.02, 0.05, 0.13, 0.22, 0.37, 0.5, 0.67, 0.82, 0.9)  # of the odds of all candidates
NOWHERE: Words = (0, 0)
Key = tuple[int, bool]
"""The number of a pronoun or of the noun of a description, and whether it is of a description."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun or description whose candidates are asked about.

    Attributes:
        token: the pronoun, or the word that opens the description.
        noun: the pronoun, or the noun of the description.
        kind: what it is called.
        things: who or what may be meant, with whether it has the role that a description tells.
    """

    token: Token
    noun: Token
    kind: str
    things: Sequence[tuple[Thing, bool]]

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.noun.i, self.kind == DESCRIPTION


class Spots:
    """Where things are named in an article, as words.

    Args:
        reading: the article.
        page: its words.
    """

    def __init__(self, reading: Reading, page: Page) -> None:
        named = sorted((page.words(m.start, m.end), n) for n, t in enumerate(reading.things) for m in t.mentions if m.kind == NAMED)
        self._things = reading.things
        self._starts, self._which = [w[0] for w, _ in named], [n for _, n in named]
        self.of: dict[int, list[Words]] = {}
        for words, n in named:
            self.of.setdefault(id(self._things[n]), []).append(words)

    def near(self, word: int) -> list[Thing]:
        """What is named before a word, the last first, and the next within some words behind it."""
        at = bisect_left(self._starts, word)
        back = dict.fromkeys(reversed(self._which[max(0, at - LOOKBACK) : at]))
        ahead = dict.fromkeys(n for n, start in zip(self._which[at:], self._starts[at:], strict=True) if start <= word + AHEAD)
        return [self._things[n] for n in (*back, *(n for n in ahead if n not in back))]


class ReferenceHearing:
    """Tells of pronouns and descriptions how strongly the network hears each candidate meant.

    Args:
        reading: the article, with what is named in it.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading, self._page = reading, Page(reading)
        self.spots = Spots(reading, self._page)
        self._bounds = [(s.start, s.end) for s in reading.sentences]
        self._begins = [begin for begin, _ in self._bounds]
        self._breaks = [t.i for t in reading.words if "\n" in t.text]
        self._listener = Listener(lambda: kept(NAME))

    def given(self, asked: Sequence[Asked]) -> Inputs:
        """What the network is given: the candidates of each, in order."""
        rows = [row for one in asked for row in self._rows(one)]
        return self._page.inputs([where for where, _, _ in rows], [kind for _, kind, _ in rows], [shape for _, _, shape in rows])

    def heard(self, asked: Sequence[Asked]) -> Mapping[Key, Heard]:
        """What the network says of each."""
        said = iter([strength for (strength,) in self._listener.heard(self.given(asked))])
        numbers = {id(thing): n for n, thing in enumerate(self._reading.things)}
        out = {}
        for one in asked:
            mine = [next(said) for _ in one.things]
            steps, most = compared(("heard", "share heard"), mine, STEPS, SHARES), max(mine)
            things = {
                numbers[id(thing)]: (*cues, *(["heard most"] if strength == most else ()))
                for (thing, _), cues, strength in zip(one.things, steps, mine, strict=True)
            }
            out[one.key] = Heard(things, reached("nobody, if heard", most, STEPS))
        return out

    def _rows(self, one: Asked) -> list[tuple[list[Words], str, list[float]]]:
        count, at = len(self._reading.words), one.noun.i
        n = bisect_right(self._begins, at) - 1
        begin, end = self._bounds[n]
        before = self._bounds[n - 1] if n else NOWHERE
        verb = clause_verb(one.noun)
        head = one.noun.head.i
        quote = self._reading.quote(one.token.idx)
        own = [
            (one.token.i, at + 1),
            (max(0, one.token.i - BESIDE), one.token.i),
            (at + 1, min(count, at + 1 + BEHIND)),
            (head, head + 1),
            (verb.i, verb.i + 1) if verb is not None else NOWHERE,
            (begin, end),
            before,
        ]
        shape = [
            one.noun.dep_ in SUBJECTS,
            one.noun.dep_ == "poss",
            quote is not None,
            (at - begin) / 20,
            len(one.things) / MOST,
            at / count,
        ]
        line = bisect_left(self._breaks, at)
        out = []
        for rank, (thing, fits) in enumerate(one.things):
            spots = self.spots.of[id(thing)]
            last = bisect_left(spots, (one.token.i, 0)) - 1
            near = spots[max(0, last)]
            earlier = spots[last - 1] if last > 0 else NOWHERE
            above = self._reading.words[near[1] - 1].head.i
            low, high = (near[1], one.token.i) if last >= 0 else (at + 1, near[0])
            where = [
                near, self._beside(near), (above, above + 1), (max(low, high - BETWEEN), max(low, high)),
                self._beside(earlier) if last > 0 else NOWHERE, self._beside(spots[0]),
            ]  # fmt: skip
            subject = self._reading.words[near[1] - 1]
            sentence = bisect_right(self._begins, near[0]) - 1
            other = self._reading.quote(subject.idx)
            more = [
                last < 0, log1p(abs(at - near[0])) / FAR, log1p(abs(n - sentence)) / 2, n == sentence, n - sentence == 1, rank / MOST, rank == 0,
                line == bisect_left(self._breaks, near[0]), log1p(max(0, last)) / OFTEN, log1p(len(spots)) / OFTEN, subject.dep_ in SUBJECTS,
                other is not None, other is not None and other is quote, fits, (thing.gender or "u") != "u", near[0] == spots[0][0],
            ]  # fmt: skip
            out.append(([*own, *where], f"{one.kind} {thing.type}", [*shape, *map(float, more)]))
        return out

    def _beside(self, mention: Words) -> Words:
        return max(0, mention[0] - BESIDE), min(len(self._reading.words), mention[1] + BESIDE)
