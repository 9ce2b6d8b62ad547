"""Ties told without a role noun: employers and parties by possessive or "of", whose company or service, kin under one plural."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.relations.open_references import PARTY
from etl.transform.relations.roles import names_from, phrase

CONTACT = re.compile(
    r"^\W*(?:press|media|contact|enquir|inquir|for (?:more|further) information|interviews?)[^\n:]{0,40}:?[^\n]{0,10}", re.I | re.M
)


def _contacts(reading: Reading) -> Iterator[RelationDraft]:
    """ "Press enquiries: Ann Lee, Halden Media": whom a press release names for the press works for the sender."""
    for line in CONTACT.finditer(reading.text):
        end = reading.text.find("\n", line.end())
        found = reading.within(line.start(), end if end > 0 else len(reading.text), ("Person", "Organization"), (NAME,))
        if (
            len(found) >= 2
            and found[0][1].type == "Person"
            and found[1][1].type == "Organization"
            and found[1][0].start - found[0][0].end < 6
        ):
            span = (found[0][0].start, found[1][0].end)
            yield RelationDraft(found[0][1], "WORKS_FOR", found[1][1], "relations.roles.contact", [span], confidence=0.8)


OF_ORG = re.compile(r",? of (?:the )?(?:[\w'’-]+ ){0,4}?(?:[a-z-]+, )?")
FOR_PARTY = re.compile(r",? for (?:the )?")
OWNED = re.compile(r"(?:['’]s|['’]) (?:own )?")
# What one belongs to, but is not employed by, and who does.
BODY = r"(?:party|band|duo|trio|quartet|quintet|choir|collective|troupe|side|team|club|squad|bloc|caucus|coalition|alliance|union)"
BODY_BEFORE = re.compile(rf"\b(?:{BODY},?|governing|ruling|opposition) $")
BODY_BEHIND = re.compile(rf" {BODY}\b|, (?:a|an|the) (?:[\w-]+ ){{0,3}}{BODY}\b")
BELONGING = re.compile(
    r"\b(?:MP|MEP|MSP|TD|MLA|senator|congress(?:man|woman)|representative|candidate|nominee|lawmaker|legislator|deputy|councillor|councilman|"
    r"politician|minister|premier|mayor|governor|singer|rapper|bassist|drummer|guitarist|frontman|frontwoman|vocalist|footballer|striker|"
    r"midfielder|defender|goalkeeper|winger|player|quarterback|pitcher)\b",
    re.I,
)
EMPLOYING = re.compile(
    r"\b(?:university|college|school|institute|agency|ministry|department|office|court|commission|committee|council|bank|group|media|studios?|records|"
    r"foundation|trust|society|network|productions?)\b",
    re.I,
)
NEAR_NAME = 50  # characters around a name in which it may be told what bears it


def _is_body(reading: Reading, where: Thing) -> bool:
    """Whether the organization is a party, band, side or the like: by its name, by what is known of it, or by what the article calls it."""
    if where.type != "Organization":
        return False
    if PARTY.search(where.name) or (where.entry is not None and where.entry.kind in ("party", "sport", "band")):
        return True
    return any(
        BODY_BEFORE.search(reading.text, max(0, m.start - NEAR_NAME), m.start) or BODY_BEHIND.match(reading.text, m.end)
        for m in where.mentions
        if m.kind == NAME
    )


def _belongs(who: Thing, where: Thing) -> bool:
    """Whether somebody "of" an organization of which it is not told what it is must be a member of it: an employer would be no politician's."""
    known = where.entry is not None and where.entry.kind != ""
    if known or where.type != "Organization" or EMPLOYING.search(where.name):
        return False
    politician = who.entry is not None and who.entry.kind == "politician"
    return politician or any(BELONGING.search(role) for role in who.roles)


def _affiliations(reading: Reading) -> Iterator[RelationDraft]:
    """ "Sky's Beth Lee", "Beth Lee of Sky News", "Halden boss"-less: whom a possessive or "of" ties to an employer or a party."""
    bodies: dict[int, bool] = {}  # by identity, once asked

    def is_body(where: Thing) -> bool:
        if id(where) not in bodies:
            bodies[id(where)] = _is_body(reading, where)
        return bodies[id(where)]

    for sent in reading.sentences:
        named = reading.within(sent.start_char, sent.end_char, kinds=(NAME,))
        for (left, a), (right, b) in itertools.pairwise(named):
            gap = reading.text[left.end : right.start]
            if a.type in ("Outlet", "Organization", "Platform") and b.type == "Person" and OWNED.fullmatch(gap):
                who, where = b, a
            elif a.type == "Person" and (
                (b.type in ("Outlet", "Organization") and OF_ORG.fullmatch(gap)) or (FOR_PARTY.fullmatch(gap) and is_body(b))
            ):
                who, where = a, b
            else:
                continue
            predicate = "MEMBER_OF" if is_body(where) or _belongs(who, where) else "WORKS_FOR"
            yield RelationDraft(who, predicate, where, "relations.roles.affiliation", [reading.sentence_span(left.start)], confidence=0.65)


COMPANY = frozenset("company firm startup start-up label network studio brand business".split())


def _companies(reading: Reading) -> Iterator[RelationDraft]:
    """ "Halden, his media company": whose company a named one is said to be."""
    for token in reading.with_lemma(COMPANY):
        if token.pos_ != "NOUN":
            continue
        owners = clauses.things(reading, clauses.possessors(token), ("Person",))
        named = clauses.things(reading, [token], ("Organization", "Platform", "Outlet"))
        for owner in owners:
            for company in named:
                yield RelationDraft(owner, "OWNS", company, "relations.roles.company", [reading.sentence_span(token.idx)], confidence=0.6)


SERVICES = frozenset(
    """service app platform channel arm network site website podcast newsletter player label imprint studio unit desk""".split()
)


def _services(reading: Reading) -> Iterator[RelationDraft]:
    """ "its streaming service, Y", "Halden's app Y": part of whose it is."""
    for token in reading.with_lemma(SERVICES):
        if token.pos_ != "NOUN":
            continue
        owners = clauses.things(reading, clauses.possessors(token), ("Organization", "Outlet", "Platform"))
        if not owners:
            continue
        _first, last = phrase(token)
        doc = reading.doc
        at = last + 2 if last + 2 < len(doc) and doc[last + 1].text in (",", ":", "—", "–") else last + 1
        for part in names_from(reading, at, ("Platform", "Organization", "Outlet"), False):
            yield RelationDraft(part, "PART_OF", owners[0], "relations.roles.service", [reading.sentence_span(token.idx)], confidence=0.75)


KIN_PLURAL = frozenset("brothers sisters siblings twins cousins couple spouses".split())


JOINED = re.compile(r"\W*(?:and|&)\W*(?:[a-z]+ ){0,2}")


def _joined(reading: Reading, start: int, names: list[Thing]) -> bool:
    """Whether only "and" stands between the next mentions of the two: "sisters Ann *and* Mary", not "sister Ann met Mary"."""
    spots = [next(m for m in sorted(t.mentions, key=lambda m: m.start) if m.start >= start and m.kind == NAME) for t in names]
    return JOINED.fullmatch(reading.text[spots[0].end : spots[1].start]) is not None


def _pairs(reading: Reading) -> Iterator[RelationDraft]:
    """ "the sisters Ann and Mary Lee": two names under one plural of kin."""
    for token in reading.with_form(KIN_PLURAL):
        names = [t for m, t in reading.within(token.idx, min(token.idx + 80, token.sent.end_char), ("Person",)) if m.kind == NAME]
        before = [t for m, t in reading.within(max(token.sent.start_char, token.idx - 60), token.idx, ("Person",)) if m.kind == NAME]
        if len(before) >= 2 and token.nbor(-1).text == "," and before[-1] is not before[-2]:  # "Ike and Sol Lee, brothers"
            names = before[-2:]
            yield RelationDraft(names[0], "RELATED_TO", names[1], "relations.roles.kin", [reading.sentence_span(token.idx)], confidence=0.8)
        elif (
            len(names) >= 2
            and names[0] is not names[1]
            and _joined(reading, token.idx, names[:2])
            and reading.at(reading.doc[min(token.i + 1, len(reading.doc) - 1)]) is names[0]
        ):
            yield RelationDraft(names[0], "RELATED_TO", names[1], "relations.roles.kin", [reading.sentence_span(token.idx)], confidence=0.8)


def find(reading: Reading) -> list[RelationDraft]:
    """The relations of all these ties."""
    return [*_pairs(reading), *_companies(reading), *_services(reading), *_contacts(reading), *_affiliations(reading)]
