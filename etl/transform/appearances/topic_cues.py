"""What speaks for and against a candidate topic: how it is brought in, what it is, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform.appearances.occasion_hearing import STEPS, OccasionHearing
from etl.transform.appearances.topic_options import RULE, Option, joint, options
from etl.transform.appearances.topic_scene import HERE, Scene
from etl.transform.appearances.topic_words import (
    ASKING,
    COMMONPLACES,
    MEDIA_NOUNS,
    SPEECH_NOUNS,
    SUBJECT_NOUNS,
    TALKING,
    TIME_NOUNS,
    WORK_NOUNS,
)
from etl.transform.hearing import reached
from etl.transform.people_nouns import PEOPLE
from etl.transform.reading import Reading, Thing, content_words
from etl.transform.saying import SAYING
from graph.records import Span

VERBS = {
    **dict.fromkeys(SAYING, "saying"), **dict.fromkeys(ASKING, "asking"), **dict.fromkeys(TALKING, "talking"), "be": "being",
}  # fmt: skip
NOUNS = {
    **dict.fromkeys(WORK_NOUNS, "work noun"), **dict.fromkeys(SPEECH_NOUNS, "speech noun"), **dict.fromkeys(SUBJECT_NOUNS, "subject noun"),
}  # fmt: skip
OF_TALK = frozenset(("talking", "asking", "speech noun", "subject noun"))
TALK = TALKING | ASKING | SPEECH_NOUNS | SUBJECT_NOUNS
OPENING = frozenset("about on over of from to with into through for :".split())
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LOOKED_BACK, LOOKED_BACK_FOR_TALK = 12, 24  # tokens
SHORT = 8  # tokens of a sentence
ITEMS_BACK = 3  # candidates before one that may be the item of a list before it
LONGEST_LINE = 2000  # characters that are looked back to where a line begins
WORTH, UNHEARD = -1.5, -10.0  # logarithms of odds by which the network takes a candidate for worth weighing, and where it is not asked
LATE = 0.8  # of the article's sentences
_PRONOUNS = frozenset("he she they it we i who".split())
_WORDS_BEHIND = frozenset(("ADP", "PUNCT", "CCONJ", "AUX", "SCONJ"))
_WORDS_BEFORE = frozenset(("ADP", "SCONJ", "PUNCT", "CCONJ", "PART"))


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A candidate with what holds of it.

    Attributes:
        option: the candidate.
        item, items: its number in its list, and how many it has.
        lead: the first item, itself where it is in no list.
        subject: whom its sentence is about.
        cues: what holds.
    """

    option: Option
    item: int
    items: int
    lead: Option
    subject: Thing | None
    cues: tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Brought:
    """How a candidate is brought in, with the list that it is an item of."""

    option: Option
    cues: tuple[str, ...] = ()
    item: int = 0
    items: int = 1
    lead: _Brought | None = None

    @property
    def first(self) -> _Brought:
        return self.lead or self


def candidates(
    reading: Reading, found: Sequence[Span], scene: Scene, hearing: OccasionHearing | None, *, all_: bool = False
) -> Iterator[Candidate]:
    """The candidates of the article that come into question at all, in text order.

    They are what the constructions tell, what is in one list with that, what stands, in a list or behind a word that may open a topic,
    after a word of talking, and what the network hears.

    Args:
        reading: the article.
        found: the characters of what the constructions tell, apart from each other and in order.
        scene: where it tells of which occasions.
        hearing: asks the network; None while that is still to be trained.
        all_: also the others, which the weights are fitted to besides.
    """
    talk = [t.i for t in reading.with_lemma(TALK) if _class(t) in OF_TALK]
    title = content_words(reading.article.title or "")
    about: dict[int, tuple[Thing | str, tuple[str, ...]]] = {}
    every = _brought(reading, scene, options(reading, found))
    heard = [UNHEARD] * len(every) if hearing is None else hearing.phrases(every)
    for how, strength in zip(every, heard, strict=True):
        option = how.option
        near = _talk(reading, scene, option, talk)
        if not (all_ or strength > WORTH or how.first.option.kind == RULE or (near and _opened(how))):
            continue
        n = scene.number(option.first)
        if n not in about:
            about[n] = _subject(reading, n), tuple(_sentence(reading, n))
        subject, kind = about[n]
        cues = [*_shape(reading, option), *_stands(reading, option, n), *kind, *near, *how.first.cues]
        if how.lead is not None:
            cues += how.cues
        if how.items > 1:
            cues += (f"list of {min(how.items, 4)}", "list later" if how.item else "list first")
        else:
            cues.append("alone")
        if title and (key := content_words(reading.text[option.start : option.end])) and key <= title:
            cues.append("in title")
        told = scene.before(n)
        cues.append(f"told {told}")
        if told == HERE:
            cues.append("before the telling" if option.start < scene.told[n][0][0] else "after the telling")
        if "commonplace" in cues:
            cues.append(f"commonplace & {next((c for c in how.first.cues if c.startswith('behind ')), 'joined')}")
        if isinstance(subject, str):
            cues.append(f"subject {subject}")
        elif scene.takes_part(subject):
            cues.append("their subject")
        if option.kind == RULE and not scene.ruled.get((option.start, option.end)):
            cues.append("rule of no record")
        if reading.quote(option.head.idx) is not None:
            cues.append("in quotation")
        cues += reached("heard", strength, STEPS)
        yield Candidate(
            option, how.item, how.items, how.first.option, None if isinstance(subject, str) else subject, tuple(dict.fromkeys(cues))
        )


def _opened(how: _Brought) -> bool:
    """Whether the candidate is an item of a list, or stands behind a word that may open a topic."""
    return how.lead is not None or any(c.startswith("behind ") and c[7:] in OPENING for c in how.cues)


def _talk(reading: Reading, scene: Scene, option: Option, talk: Sequence[int]) -> tuple[str, ...]:
    """The last word of talking (one of the tokens `talk`) before the candidate in its sentence, and how far away it is."""
    k = bisect_left(talk, option.first)
    if not k or option.first - talk[k - 1] > LOOKED_BACK_FOR_TALK or scene.number(talk[k - 1]) != scene.number(option.first):
        return ()
    away = option.first - talk[k - 1]
    return (
        f"talk {'3' if away <= 3 else '6' if away <= 6 else '12' if away <= 12 else 'far'} before",
        f"talk word {reading.lemmas[talk[k - 1]]}",
    )


def _class(token: Token) -> str:
    pos = token.pos_
    if pos == "VERB":
        return VERBS.get(token.lemma_.lower(), "verb")
    if pos == "NOUN":
        return NOUNS.get(token.lemma_.lower(), "")
    return "being" if pos == "AUX" and token.lemma_ == "be" else ""


def _subject(reading: Reading, n: int) -> Thing | str:
    """Who or what the sentence is about: a thing, or in a word something else."""
    sent = reading.sentences[n]
    for t in reading.words[sent.start : sent.end]:
        if t.dep_ in ("nsubj", "nsubjpass"):
            thing = reading.at(t)
            if thing is not None and thing.type != "Topic":
                return thing
            lemma = t.lemma_.lower()
            if lemma in SPEECH_NOUNS or lemma in SUBJECT_NOUNS or lemma in MEDIA_NOUNS:
                return "talk"
            return "pronoun" if lemma in _PRONOUNS else "other"
    return "none"


def _sentence(reading: Reading, n: int) -> Iterator[str]:
    """What the sentence is like."""
    start, end = reading.sentences[n].start, reading.sentences[n].end
    if not any(t.tag_ in FINITE for t in reading.words[start:end]):
        yield "verbless"
    at = reading.words[start].idx
    line = _line(reading.text, at + 1)
    if at - line < 4:
        yield "begins line"
    if reading.text[line : line + 3].strip("*-•")[:1].isdigit():
        yield "line with a number"
    if end - start < SHORT:
        yield "short sentence"
    if not n:
        yield "first sentence"
    elif n > LATE * len(reading.sentences):
        yield "late"


def _line(text: str, at: int) -> int:
    """Where the line begins that the character before `at` stands in; `LONGEST_LINE` before where that is farther."""
    first = max(0, at - LONGEST_LINE)
    found = text.rfind("\n", first, at)
    return first if found < 0 else found + 1


def _shape(reading: Reading, option: Option) -> Iterator[str]:
    """What the phrase is."""
    words, head = reading.words, option.head
    lemma = head.lemma_.lower()
    yield f"kind {option.kind}"
    if option.first:
        before = words[option.first - 1]
        if before.tag_ == "PRP$":
            yield f"my {before.lower_}"
        else:
            yield f"det {before.lower_}" if before.pos_ == "DET" else "owned" if before.tag_ == "POS" else "bare"
    for name, table in (("people", PEOPLE), ("media", MEDIA_NOUNS), ("time", TIME_NOUNS), ("work noun", WORK_NOUNS)):
        if lemma in table:
            yield name
    if lemma in SPEECH_NOUNS or lemma in SUBJECT_NOUNS:
        yield "speech noun"
    if lemma in COMMONPLACES:
        yield "commonplace"
        if option.last - option.first == 1:
            yield "commonplace alone"
    elif any(word in COMMONPLACES for word in reading.lemmas[option.first : option.last]):
        yield "holds a commonplace"
    if any(t.pos_ == "NUM" for t in words[option.first : option.last]):
        yield "number"
    if any(not c.isalnum() and c not in " -'’" for c in reading.text[option.start : option.end]):
        yield "odd signs"
    thing = reading.at(head)
    if thing is not None and thing.type != "Topic":
        yield f"is {thing.type}"
    else:
        yield "unnamed"
        things = (reading.at(t) for t in words[option.first : option.last])
        if any(t is not None and t.type not in ("Topic", "Audience") for t in things):
            yield "holds a name"
    if head.pos_ == "PROPN":
        yield "proper"
    elif words[option.first].text[0].isupper():
        yield "upper"


def _stands(reading: Reading, option: Option, n: int) -> Iterator[str]:
    """Where the phrase stands."""
    words, sent = reading.words, reading.sentences[n]
    if option.first - sent.start <= 1:
        yield "begins"
    if option.last >= sent.end - 1:
        yield "closes"
    if option.last < len(words):
        after = words[option.last]
        pos, form = after.pos_, after.lower_
        if pos in ("VERB", "AUX"):
            yield f"before verb {after.lemma_.lower()}"
        yield f"before {form}" if pos in _WORDS_BEHIND or form in ("who", "which", "that") else f"before {pos}"
    text = reading.text
    line = _line(text, option.start)
    if text.startswith("**", line) and "**" not in text[line + 2 : option.start]:
        yield "heading"
    elif text.startswith(("- ", "• ", "* "), line):
        yield "bullet"


def _brought(reading: Reading, scene: Scene, found: Iterable[Option]) -> list[_Brought]:
    """For each candidate how it is brought in; an item of a list as the list is."""
    out: list[_Brought] = []
    words = reading.words
    for option in found:
        first = option.first
        while first and (words[first - 1].pos_ == "DET" or words[first - 1].tag_ == "PRP$"):
            first -= 1
        how = _Brought(option)
        for earlier in out[: -ITEMS_BACK - 1 : -1]:
            if by := joint(words, earlier.option.last, first):
                how.lead, how.item = earlier.first, earlier.item + 1
                how.cues = (f"joined {by}", "joined to rule") if earlier.first.option.kind == RULE else (f"joined {by}",)
                break
        else:
            how.cues = tuple(_construction(words, option, first, reading.sentences[scene.number(option.first)].start))
        how.first.items = how.item + 1
        out.append(how)
    for how in out:
        how.items = how.first.items
    return out


def _construction(words: list[Token], option: Option, first: int, begin: int) -> Iterator[str]:
    """The words that govern a candidate that begins, with its article, at token `first` of a sentence that begins at `begin`."""
    top = option.head
    for _ in range(4):
        if top.dep_ not in ("conj", "appos", "compound", "amod", "nmod"):
            break
        top = top.head
    yield f"dep {top.dep_}"
    if first <= begin:
        return
    before = words[first - 1]
    form, pos = before.lower_, before.pos_
    if first - 1 == begin and pos == "ADP":
        yield f"fronted {form}"
    if pos in _WORDS_BEFORE or form in OPENING:
        yield f"behind {form}"
    else:
        yield f"behind {pos}"
        if pos == "VERB":
            yield f"behind verb {before.lemma_.lower()}"
    if form in OPENING:
        for k in range(first - 2, max(begin - 1, first - LOOKED_BACK - 2), -1):
            if kind := _class(words[k]):
                yield f"{form} after {kind}"
                yield f"{form} {'close' if first - k < 5 else 'far'} after {kind}"
                break
