"""What speaks for a number's counting an audience: the words around it, what it counts and what is done to it, and what counted before."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from spacy.tokens import Token

from etl.transform.numbers import Number
from etl.transform.reading import Reading

if TYPE_CHECKING:
    from etl.transform.figures import Figure

NEAR, FAR = 5, 14  # words around a number: those whose order counts more or less, and the wider setting
CLIMB = 6  # steps up the parse from a number
TYPES = ("Person", "Organization", "Outlet", "Platform", "Show", "Place")
_TELLING = frozenset(("NOUN", "VERB", "PROPN", "ADJ", "AUX"))


def cues(reading: Reading, number: Number, told: Figure | None, last: Figure | None) -> tuple[str, ...]:
    """The cues of a number.

    Args:
        told: the figure that hand-written wordings take it for.
        last: the figure before it in the article.
    """
    words = reading.words
    first, end = reading.token(number.start).i, reading.token(number.end - 1)
    sent = reading.sentence(number.start)
    low, high = sent.start, sent.end
    out = [f"of {min(9, int(log10(number.value or 1)))} places", f"{number.qualifier}"]
    if not number.text[0].isdigit():
        out.append("in words")
    if told is not None:
        kind = "real" if told.real else "unreal"
        out += [f"told {kind}", f"told {kind} {told.unit}", f"told {kind} by {told.rule}", f"told {told.rule} {told.unit}"]
        if told.standing:
            out.append("told standing")
    else:
        out.append("not told")
    out += _around(words, max(low, first - FAR), first, end.i + 1, min(high, end.i + 1 + FAR))
    out += _grammar(reading, end, first)
    out += _kin(reading, number, last, sent.start_char)
    return tuple(dict.fromkeys(out))


def _shape(token: Token) -> str:
    if token.is_space:
        return "¶"
    if token.like_num or token.text[0].isdigit():
        return "#"
    return token.lower_


def _around(words: list[Token], low: int, first: int, end: int, high: int) -> list[str]:
    """The words before and behind: the next ones by place, the near ones by side, the far ones that mean something."""
    before, behind = words[low:first], words[end:high]
    out = [f"{n} before: {_shape(t)}" for n, t in enumerate(reversed(before[-2:]), 1)]
    out += [f"{n} behind: {_shape(t)}" for n, t in enumerate(behind[:3], 1)]
    if len(before) > 1:
        out.append(f"before: {_shape(before[-2])} {_shape(before[-1])}")
    if len(behind) > 1:
        out.append(f"behind: {_shape(behind[0])} {_shape(behind[1])}")
    if not before:
        out.append("opens")
    out += [f"near before: {t.lemma_.lower()}" for t in before[-NEAR:] if t.is_alpha]
    out += [f"near behind: {t.lemma_.lower()}" for t in behind[:NEAR] if t.is_alpha]
    out += [f"around: {t.lemma_.lower()}" for t in (*before, *behind) if t.pos_ in _TELLING and t.is_alpha]
    return out


def _grammar(reading: Reading, token: Token, first: int) -> list[str]:
    """What the number counts, what it depends on, and the verb above it with that verb's subject."""
    out = [f"is {token.dep_}"]
    at = token
    noun = False
    for _ in range(CLIMB):
        head = at.head
        if head.i == at.i:
            break
        if at.dep_ == "pobj" or head.pos_ == "ADP":
            out.append(f"behind {head.lower_}" if at.i >= first else "")
        if head.pos_ in ("NOUN", "PROPN") and not noun and head.i != token.i:
            noun = True
            out.append(f"counts {head.lemma_.lower()}" if at.dep_ in ("nummod", "quantmod", "compound") else f"of {head.lemma_.lower()}")
        if head.pos_ in ("VERB", "AUX"):
            out += [f"verb {head.lemma_.lower()}", f"verb {head.lemma_.lower()} {at.dep_}"]
            for child in head.children:
                if child.dep_ in ("nsubj", "nsubjpass") and child.i != at.i:
                    thing = reading.at(child)
                    out.append(f"subject {thing.type if thing else child.lemma_.lower()}")
            break
        at = head
    return [cue for cue in out if cue]


def _kin(reading: Reading, number: Number, last: Figure | None, start: int) -> list[str]:
    """The figure before, and what is named in the sentence."""
    out = [f"named {t}" for t in sorted({thing.type for _, thing in reading.within(start, number.start, TYPES)})]
    if last is None:
        return [*out, "first figure"]
    gap = number.start - last.number.end
    where = "here" if last.number.start >= start else "near" if gap < 400 else "far"
    out += [f"last {where}", f"last {where} {last.unit}"]
    if gap < 60:
        out += ["last close", f"last close {last.unit}"]
    return out
