"""Descriptions of groups of people: "renters in their twenties", "the 29-year-old who can't buy a house", "mostly under 25".

They are candidates only; `group_choice.py` weighs whether somebody wants or has them as a public.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform.people_nouns import PEOPLE
from etl.transform.reading import Reading
from etl.transform.relations.group_words import AGENTS, BARE, COLLECTIVE, LIKE, MORE_PEOPLE, NOT_PEOPLE, PUBLICS, SINGULAR

_AGE = r"(?:\d\ds?|twenty|thirty|forty|fifty|sixty|seventy|eighty|\w+teen)"
YEARS = re.compile(
    rf"\b(?:(?:under|over)-(?:the-)?{_AGE}s?|(?:(?:\d\d|\w+teen|\w+ty)[-–] ?(?:to[- ])?)?(?:\d\d|\w+teen|\w+ty)-year-olds?"
    r"|(?:twenty|thirty|forty|fifty|\d0)-?somethings|[Gg]en(?:eration)? [ZXY]\b|[Mm]illennials|[Bb]oomers)"
)
# A public told by its years alone: "most of them under 25".
AGED = re.compile(
    rf"\b(?:(?:aged |of )?(?:under|over|below|above|younger than|older than) (?:the age of )?{_AGE}"
    rf"|(?:aged )?between (?:the ages of )?{_AGE} and {_AGE}|(?:aged|ages?) {_AGE} (?:to|and) {_AGE}|in (?:their|his|her) (?:early |late |mid-)?\w+ties)\b"
)
# … or by what it is like: "her listeners skew female and British".
LIKENED = re.compile(
    rf"\b(?:{LIKE})(?:(?:, | and |, and ){LIKE}){{0,3}}(?: and (?:under|over) {_AGE})?(?=[,.;:)”\"’]| and | but | who |$|\n)"
)
REST = (
    r"(?:(?![.,;:!?()—–]|[”\"](?! )|\b(?:and|but|than|because|when|while|before|after|rather|instead|through|by|if)\b)[^\n]){2,90}?"
    r"(?=[.,;:!?”\"()—–\n]|$| (?:and|but|than|because|when|while|before|after|rather|instead|through|by|if)\b)"
)
WHO = re.compile(rf"(?: {AGED.pattern})?,? (?:who|whose|whom|that) {REST}")
AGE = re.compile(rf" {AGED.pattern}")
WITH = re.compile(
    rf" (?:with|without|on|in|from|of|at|outside|doing|living|looking|trying|working|across|around|abroad|below|above|holding|considering) ?{REST}"
)
THOSE = frozenset("those ones anyone anybody everyone everybody people somebody someone one".split())
# What follows says who a group is that was named before.
GLOSS = re.compile(r"\b(?:referring to|meaning|that is,?|i\.e\.,?) $", re.I)
ADJECTIVAL = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV"))
STOPS = frozenset(
    """many most some few several more other such all any mainly mostly largely predominantly overwhelmingly particularly especially even
    also only often just directly straight over back away out up in then now again instead not about around million thousand hundred
    billion too so as own same like among away enough today thousands millions hundreds number chiefly primarily typically""".split()
)
# "an audience of nurses": who they are is told behind
OF_OTHERS = frozenset("audience base following crowd public community generation readership fan lot kind".split())
DEFINITE = re.compile(r"(?i)\b(?:the|a|an|that|any|every|each|your|some)\s+(?:\w+[ -]){0,3}$")
TRIMMED = re.compile(r"^(?:the|a|an|those|these|their|his|her|its|our|my|your|all|more|of|aged)\s+", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A description: `start:end` are its characters, `head` its noun or first word, `name` what to call it, `kind` how it is formed."""

    start: int
    end: int
    head: Token
    name: str
    kind: str
    told: bool  # by a clause or phrase behind the head


def _is_person(lemma: str) -> bool:
    last = lemma.rsplit("-", 1)[-1]
    return last in PEOPLE or last in MORE_PEOPLE or last in PUBLICS


def _is_agent(lemma: str) -> bool:
    return len(lemma) > 4 and lemma.endswith(AGENTS) and lemma not in NOT_PEOPLE


def _kind(reading: Reading, token: Token) -> str | None:
    """How `token` heads a description of people, or None."""
    lower = token.lower_
    stop = token.idx + len(token)
    if lower in THOSE:
        return "those" if WHO.match(reading.text, stop) else ("plural" if lower == "people" else None)
    tag = token.tag_
    if tag in ("NNS", "NNPS") or lower in COLLECTIVE:
        known = reading.at(token)
        if known is not None and known.type not in ("Topic", "Audience"):
            return None
        lemma = token.lemma_.lower()
        if _is_person(lemma):
            return "plural"
        if tag == "NNPS" or token.ent_type_ == "NORP":
            return "people"
        if _is_agent(lemma):
            return "agent"
        return "with who" if reading.text.startswith((" who ", " whose ", " whom "), stop) else None
    if tag == "NN" and token.lemma_.lower() in SINGULAR and DEFINITE.search(reading.text[max(0, token.idx - 40) : token.idx]):
        return "single" if WHO.match(reading.text, stop) or WITH.match(reading.text, stop) else None
    return None


def _first(token: Token) -> Token:
    """The first word of the description that leads up to its head noun."""
    first = token
    while first.i > first.sent.start:
        before = first.nbor(-1)
        participle = before.tag_ == "VBN" or (before.tag_ == "VBG" and before.dep_ in ("amod", "compound"))
        adjectival = before.pos_ in ADJECTIVAL or participle or before.text == "-"
        joined = before.text == "-" or first.text == "-" or (before.idx + len(before) == first.idx)
        stop = before.lower_ in STOPS or (before.is_sent_start and before.pos_ == "ADV") or (before.like_num and not joined)
        if (not joined and (not adjectival or stop)) or (before.is_punct and before.text != "-"):
            if (paired := _paired(before, first)) is None:
                break
            before = paired
        first = before
    return first


def _paired(link: Token, right: Token) -> Token | None:
    """The adjective that `link` joins to the one at `right`: "*young* and overwhelmingly male users", "*mostly white*, middle-aged men"."""
    degree = right.pos_ == "ADJ" and link.pos_ == "ADV" and link.i > link.sent.start
    if degree:
        link = link.nbor(-1)
    if link.lower_ not in ("and", ",", "but") or link.i == link.sent.start or right.pos_ not in ("ADJ", "ADV", "VERB"):
        return None
    left = link.nbor(-1)
    return left if left.pos_ == "ADJ" and left.lower_ not in STOPS and left.i > left.sent.start else None


def groups(reading: Reading) -> list[Group]:
    """The descriptions of groups in the article, in order, none overlapping."""
    out: list[Group] = []
    text = reading.text
    years = {m.start(): m.end() for m in YEARS.finditer(text)}
    told = {m.start(): ("age", m.end()) for m in AGED.finditer(text)}
    told.update({m.start(): ("like", m.end()) for m in LIKENED.finditer(text)})
    last = 0
    for token in reading.words:
        start = token.idx
        if start < last:
            continue
        if start in years:
            group = _described(text, token, token.idx, years[start], "years")
        elif start in told and not (told[start][0] == "like" and _leads_on(reading, told[start][1])):
            kind, end = told[start]
            group = Group(
                start, end, token, TRIMMED.sub("", text[start:end]) if kind == "like" else f"people {text[start:end]}", kind, False
            )
        elif (named := _kind(reading, token)) is not None and not (named == "those" and GLOSS.search(text, max(0, start - 16), start)):
            group = _described(text, token, max(_first(token).idx, last), token.idx + len(token), named)
        else:
            continue
        if out and group.kind in ("age", "like") and group.start - out[-1].end < 2:
            continue
        out.append(group)
        last = group.end
    return out


def _leads_on(reading: Reading, end: int) -> bool:
    """Whether the words before `end` only describe a noun behind them: "mostly white, middle-aged men"."""
    last = reading.token(end - 1)
    return last.dep_ == "amod" and last.head.idx >= end


def _described(text: str, token: Token, start: int, stop: int, kind: str) -> Group:
    further = WHO.match(text, stop) or AGE.match(text, stop)
    if further is None and not (text.startswith(" of ", stop) and token.lemma_.lower() in OF_OTHERS):
        further = WITH.match(text, stop)
    end = further.end() if further else stop
    while end > stop and text[end - 1] in ' ”"':
        end -= 1
    return Group(start, end, token, TRIMMED.sub("", text[start:end]), kind, further is not None)


def is_bare(group: Group) -> bool:
    """Whether nothing describes the group but a noun that says too little: "people", "fans"."""
    return not group.told and group.start == group.head.idx and group.head.lemma_.lower() in BARE
