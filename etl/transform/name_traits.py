"""The traits of a name by which its type is chosen: its shape, the words around its mentions, their grammar, and what the hand-written votes say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from etl.transform.kinds import kind_of
from etl.transform.lexicon import Lexicon
from etl.transform.name_contexts import left_of, right_of
from etl.transform.name_shapes import last_word
from etl.transform.name_tagger import marked
from etl.transform.name_types import Group, settled
from etl.transform.name_words import Candidate, ordinary
from etl.transform.reading import Reading

MENTIONS = 6  # of one name are looked at
NEAR = 5  # words to either side in which a describing noun is looked for
TELLING = 4.0  # votes beyond which more of them tell no more
KINDS = ("Person", "Organization", "Outlet", "Platform", "Show", "Place", "Work", "Event", "Group", "Product")
UNTAGGED = "none"  # what the tagger leaves alone
LINE = "¶"  # stands for the end of a line
CAMEL = re.compile(r"[A-Za-z][a-z]+[A-Z]")


class Marks(NamedTuple):
    """What networks mark in an article, each by the first character of a word.

    Attributes:
        labels: spaCy's label.
        tagged: of names that our own tagger marks the label, begin and end (see `name_tagger`).
    """

    labels: Mapping[int, str]
    tagged: Mapping[int, tuple[str, int, int]]

    @classmethod
    def of(cls, doc: Doc) -> Marks:
        """Those of a parsed article."""
        return cls({t.idx: e.label_ for e in doc.ents for t in e}, marked(doc))


def traits(reading: Reading, group: Group, lexicon: Lexicon, marks: Marks, hand: str | None) -> dict[str, float]:
    """The traits of a name with their strengths, 1 at most for those that are there or not.

    Args:
        group: all its mentions, with their votes.
        marks: what networks mark in the article.
        hand: the type that the votes give.
    """
    out: dict[str, float] = {f"hand {hand}": 1.0}
    votes = settled(group)
    for kind in KINDS:
        if weight := votes.get(kind, 0.0):
            out[f"vote {kind}"] = max(-1.0, min(1.0, weight / TELLING))
    if len(ranked := sorted(votes.values(), reverse=True)) > 1 and ranked[0] - ranked[1] < 1.0:
        out["close"] = 1.0
    for trait in _of_name(group, lexicon):
        out[trait] = 1.0
    seen = group.mentions[:MENTIONS]
    share = 1.0 / len(seen) ** 0.5
    for candidate in seen:
        for trait in (*_of_mention(reading, candidate, lexicon, marks.labels), *_of_tagger(candidate, marks.tagged)):
            out[trait] = min(1.0, out.get(trait, 0.0) + share)
    ((most, _),) = Counter(_tag(c, marks.tagged) for c in group.mentions).most_common(1)
    out[f"mostly {most}"] = 1.0
    if hand is not None and most != UNTAGGED:
        out[f"mostly {most}, hand {hand}"] = 1.0
    return out


def _tag(candidate: Candidate, tagged: Mapping[int, tuple[str, int, int]]) -> str:
    return tagged[candidate.start][0] if candidate.start in tagged else UNTAGGED


def _of_tagger(candidate: Candidate, tagged: Mapping[int, tuple[str, int, int]]) -> Iterator[str]:
    """What our own tagger says of one mention, and whether the whole of it and nothing more."""
    label, start, end = tagged.get(candidate.start, (UNTAGGED, 0, 0))
    yield f"tagged {label}"
    if label != UNTAGGED:
        yield f"tagged {label} {'whole' if (start, end) == (candidate.start, candidate.end) else 'part'}"


def _of_name(group: Group, lexicon: Lexicon) -> Iterator[str]:
    """What the name itself shows."""
    words = group.words
    if not words:
        return
    yield f"words {min(len(words), 5)}"
    yield f"mentions {1 if len(group.mentions) == 1 else 2 if len(group.mentions) < 4 else 4}"
    if group.entry is not None:
        yield f"known {group.entry.type} {'maybe' if group.ambiguous else 'sure'}"
    if group.name.startswith("The "):
        yield "article"
    name = " ".join(words)
    if name.isupper() and len(name) > 1:
        yield f"capitals {min(len(name), 6)}"
    if CAMEL.search(name):
        yield "camel"
    if any(c.isdigit() for c in name):
        yield "digit"
    for mark in "&!?.:+’-":
        if mark in name:
            yield f"mark {mark}"
    first, last = words[0], words[-1]
    small = [w for w in words if w[0].islower()]
    for word in small[:2]:
        yield f"small {word}"
    common = "".join("o" if ordinary(w) else "u" for w in words[:4] if w[0].isupper() or w[0].isdigit())
    yield f"ordinary {common}"
    gender = "g" if lexicon.gender(first) is not None else ""
    yield f"given {gender} {min(len(words), 4)}"
    if gender and len(words) == 2 and not ordinary(last):
        yield "full name"
    yield f"last {last.casefold()}"
    yield f"ending {last[-3:].casefold()}"
    yield f"ending {last[-2:].casefold()}"
    yield f"first {first.casefold()}"
    if len(words) > 1:
        yield f"lastkind {kind_of(last)}"
        yield f"firstkind {kind_of(first)}"
        for kind, _ in last_word(last):
            yield f"lastword {kind}"
        for place, word in (("first", first), ("last", last)):
            if (entry := lexicon.get(word)) is not None:
                yield f"{place} is {entry.type}"
    if lexicon.demonym(first):
        yield f"demonym {min(len(words), 2)}"


def _of_mention(reading: Reading, candidate: Candidate, lexicon: Lexicon, labels: Mapping[int, str]) -> Iterator[str]:
    """What stands around one mention."""
    yield f"form {candidate.form}"
    if candidate.initial:
        yield "initial"
    if candidate.weak:
        yield "weak"
    if candidate.title:
        yield "title" if lexicon.is_title(candidate.title) else f"title {kind_of(candidate.title.split()[-1])}"
    if candidate.nickname:
        yield "nickname"
    yield f"label {labels.get(candidate.start, '')}"
    left = [w.replace("\n", LINE) for w in left_of(reading.text, candidate.start, 8)]
    low = [w.lower().replace("\n", LINE) for w in right_of(reading.text, candidate.end, 8)]
    yield f"< {left[0] if left else ''}"
    yield f"> {low[0] if low else ''}"
    if len(left) > 1:
        yield f"<< {left[1]} {left[0]}"
    if len(low) > 1:
        yield f">> {low[0]} {low[1]}"
        if low[0] in ("'s", ",", "(", "is", "was", "has", "had", "will"):
            yield f">kind {low[0]} {kind_of(low[1])}"
            if len(low) > 2:
                yield f">>kind {low[0]} {kind_of(low[2])}"
    if left and (kind := kind_of(left[0])):
        yield f"<kind {kind}"
    if left[:1] in (["the"], ["a"], ["of"], [","], ["'s"]) and len(left) > 1 and (kind := kind_of(left[1])):
        yield f"<<kind {left[0]} {kind}"
    for side, words in (("near <", left[:NEAR]), ("near >", low[:NEAR])):
        for word in words:
            if word.isalpha():
                yield f"{side} {word}"
    yield from _grammar(reading.token(candidate.start), reading.token(candidate.end - 1), candidate)


def _grammar(first: Token, last: Token, candidate: Candidate) -> Iterator[str]:
    """The place of a mention in its sentence: its dependency and what it depends on."""
    root = last
    for _ in range(6):
        head = root.head
        if head.i == root.i or not candidate.start <= head.idx < candidate.end:
            break
        root = head
    lemma = root.head.lemma_.lower()
    yield f"dep {root.dep_}"
    yield f"pos {root.pos_}"
    yield f"tag {first.tag_}"
    yield f"head {root.dep_} {lemma}"
    if root.dep_ == "pobj":
        yield f"over {lemma} {root.head.head.lemma_.lower()}"
