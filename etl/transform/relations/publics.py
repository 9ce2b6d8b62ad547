"""Whom somebody wants to reach and who their public is, read off coded paragraphs: TARGETS and HAS_AUDIENCE by wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.relations.audience_wordings import AGED, AUDIENCE, FOLLOWED, SKEWED, TARGETED
from etl.transform.relations.coded import GROUP, Coded, paragraphs
from etl.transform.relations.shows import SHOW_NOUNS

ACTORS = ("Person", "Organization", "Show", "Platform", "Outlet")
CLIMB = 8  # heads upwards in which the subject of an aim is looked for
HEADING = 120  # characters that a heading has at most
POSSESSED = re.compile(rf"[\ue000-\ue004]'s (?:[\w.,'-]+ ){{0,4}}?(?:{AUDIENCE})\b")
NEAR = 300  # characters back to the one that a sentence without a name is about
DENIED = re.compile(r"\b(?:not|never|no longer|n't|nor|without)\b|n't\b")
MORE = re.compile(
    r"(?:(?:(?:,[”\"']? (?:[a-z' ]|[\ue000-\ue004]){3,25})?,? [“\"‘]?(?:and|or|&|as well as|plus),? (?:in [^,.]{3,30}, )?|, )(?:from |to |for |by |at |the |some |[“\"‘]|what "
    r"\S+ calls ){0,3}\ue006){1,6}"
)


def _groups(coded: Coded, at: int) -> Iterator[tuple[int, int]]:
    """The group at `at` and those listed with it."""
    more = MORE.match(coded.text, at + 1)
    yield from (g for g in coded.groups[at : more.end() if more else at + 1] if g is not None)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(". ", 0, at), text.rfind("? ", 0, at), text.rfind("! ", 0, at), text.rfind('." ', 0, at), -2) + 2


def _before(coded: Coded, at: int, types: tuple[str, ...], back: int) -> list[Thing]:
    return [t for t in coded.things[max(0, back) : at] if t is not None and t.type in types]


def _governing(token: Token) -> Iterator[Token]:
    """The verbs that govern `token`, from the nearest outwards."""
    verb = token
    for _ in range(CLIMB):
        if verb.pos_ in ("VERB", "AUX"):
            yield verb
        if verb.head.i == verb.i:
            return
        verb = verb.head


def _reacher(reading: Reading, coded: Coded, at: int) -> list[Thing]:
    """Who wants them: the subject of the verb or of one above it, in speech the speaker, else whom the sentence named first."""
    place = coded.places[at]
    for verb in _governing(reading.token(place)):
        subjects = clauses.subjects(verb)
        found = clauses.doers(reading, subjects, ACTORS) or [t for s in subjects for t in reading.all_at(s)][:1]
        if found:
            return found[:2]
        if any(t.lemma_.lower() in SHOW_NOUNS for t in subjects) and (shows := reading.within(0, place, ("Show",))):
            return [shows[-1][1]]
    speaker = reading.speaker(place)
    here = _before(coded, at, ACTORS, _sentence_start(coded.text, at))
    if speaker is not None and not here:
        return [speaker]
    # "The aim is to reach young men.": the one spoken of shortly before
    if not here:  # "It is to keep night nurses company that Ann Lee streams."
        end = coded.text.find(". ", at)
        here = [t for t in coded.things[at : end if end > 0 else None] if t is not None and t.type in ("Person", "Organization")]
    return here[:1] or [t for _, t in reading.within(max(0, place - NEAR), place, ("Person", "Organization", "Show"))][-1:]


def _headed(reading: Reading, place: int) -> Thing | None:
    """The show that the heading right above the paragraph at `place` names: "**2. Straight Talk**"."""
    lines = reading.text[: max(reading.text.rfind("\n", 0, place), 0)].rstrip()
    start = lines.rfind("\n") + 1
    if len(lines) - start > HEADING or not lines.startswith(("#", "*", "-"), start):
        return None
    named = reading.within(start, len(lines), ("Show",))
    return named[0][1] if named else None


def _owner(reading: Reading, coded: Coded, at: int) -> list[Thing]:
    """Whose public, where no possessor is told: the show of the heading or the last one spoken of, else whom the sentence is about."""
    place = coded.places[at]
    if (headed := _headed(reading, place)) is not None:
        return [headed]
    start = _sentence_start(coded.text, at)
    whose = list(POSSESSED.finditer(coded.text, start, at))  # "of its 5.5 million subscribers, she says, a third are nurses"
    if whose and (thing := coded.things[whose[-1].start()]) is not None:
        return [thing]
    if shows := _before(coded, at, ("Show",), 0):
        return shows[-1:]
    if here := _before(coded, at, ("Outlet", "Person"), start):
        return here[:1]
    if told := reading.within(max(0, place - 700), place, ("Show",)):
        return [told[-1][1]]
    people = reading.within(max(0, place - 350), place, ("Person", "Outlet"))
    return [people[-1][1]] if people else []


WATCHING = re.compile(
    r"(?:\b[Ww]ho(?:['’]s| is| are)? (?:actually |really )?(?:watch|listen|read|tun|follow|there|com)\w*[^?\n]{0,25}\?|"
    r"\b[Tt]he (?:audience|listeners|viewers|readers|public|regulars|fans)\b)\W*$"
)
NOT_THEM = re.compile(r"\b(?:not|no|never|few|hardly|nor|neither)(?: \w+)?\W*$", re.I)


def _protagonist(reading: Reading) -> Thing | None:
    """The show or person that the article speaks of most."""
    among = [t for t in reading.named("Show", "Person") if len(t.mentions) > 1]
    return max(among, key=lambda t: (len(t.mentions) * (2 if t.type == "Show" else 1), -t.mentions[0].start)) if among else None


def _under_heading(reading: Reading, coded: Coded) -> Iterator[RelationDraft]:
    """The groups of a paragraph under the heading "Who's watching?": the public of the one the article is about."""
    place = coded.places[0]
    line = reading.text.rfind("\n", 0, place)
    heading = reading.text[max(0, line - HEADING) : max(line, 0)].rstrip().rpartition("\n")[2]
    owner = _protagonist(reading) if WATCHING.search(heading) else None
    if owner is None:
        return
    for at, span in enumerate(coded.groups):
        if span is not None and coded.places[at] == span[0] and not NOT_THEM.search(coded.text, max(0, at - 20), at):
            group = _known(reading, *span) or reading.described("Audience", reading.text[span[0] : span[1]], *span)
            evidence = [reading.sentence_span(span[0])]
            yield RelationDraft(owner, "HAS_AUDIENCE", group, "relations.publics.heading", evidence, confidence=0.5)


def _known(reading: Reading, start: int, end: int) -> Thing | None:
    """The audience that the parse found at the same place, with another extent."""
    return next((t for t in reading.named("Audience") if any(m.start < end and start < m.end for m in t.mentions)), None)


def _relation(
    reading: Reading, coded: Coded, found: re.Match[str], owners: list[Thing], predicate: str, rule: str, confidence: float
) -> Iterator[RelationDraft]:
    for start, end in _groups(coded, found.start("o")):
        group = _known(reading, start, end) or reading.described("Audience", reading.text[start:end], start, end)
        for owner in owners:
            evidence = [reading.sentence_span(start)]
            yield RelationDraft(owner, predicate, group, f"relations.publics.{rule}", evidence, confidence=confidence)


BUSINESS = re.compile(
    r"\b(?:chief|CEO|CFO|COO|spokes\w+|officer|director|manager|president|founder|co-founder|strategist|head|publisher|producer|executive|"
    r"organi[sz]er|advis[eo]r|chair\w*|boss|MD)\b",
    re.I,
)
PUBLIC_OFFICE = re.compile(r"\b(?:candidate|minister|mayor|senator|governor|presidential|MP|deputy|leader)\b", re.I)


def _principals(reading: Reading, told: Sequence[RelationDraft]) -> dict[int, Thing]:
    """For whom those who hold a post in a company or campaign speak: the aims they tell are its aims."""
    out: dict[int, Thing] = {}
    for draft in told:
        roles = " ".join(draft.subject.roles)
        if (
            draft.predicate in ("WORKS_FOR", "LEADS", "FOUNDED")
            and draft.object.type in ("Organization", "Outlet", "Platform")
            and BUSINESS.search(roles)
            and not PUBLIC_OFFICE.search(roles)
        ):
            out.setdefault(id(draft.subject), draft.object)
    return out


def _on_behalf(reading: Reading, draft: RelationDraft, start: int, principals: dict[int, Thing]) -> RelationDraft:
    """The same aim, of the company or campaign where somebody who speaks for it tells it at `start`."""
    if draft.predicate == "TARGETS" and reading.speaker(start) is draft.subject:
        draft.subject = principals.get(id(draft.subject), draft.subject)
    return draft


def _by_kind(reading: Reading, coded: Coded) -> Iterator[RelationDraft]:
    """Publics that are told by age or kind without a noun: "most of them under 25", "her listeners skew female"."""
    for found in AGED.finditer(coded.text):
        start = coded.places[found.start("age")]
        end = coded.places[found.end("age") - 1] + 1
        group = reading.described("Audience", f"people {found['age']}", start, end)
        for owner in _owner(reading, coded, found.start()):
            yield RelationDraft(owner, "HAS_AUDIENCE", group, "relations.publics.aged", [reading.sentence_span(start)], confidence=0.5)
    for pattern in SKEWED:
        for found in pattern.finditer(coded.text):
            whose = coded.things[found.start("s")]
            start, end = coded.places[found.start("like")], coded.places[found.end("like") - 1] + 1
            group = reading.described("Audience", f"{found['like']} {found['public'] or 'audience'}", start, end)
            if whose is not None:
                evidence = [reading.sentence_span(start)]
                yield RelationDraft(whose, "HAS_AUDIENCE", group, "relations.publics.skewed", evidence, confidence=0.6)


def find(reading: Reading, paragraphs_coded: Iterable[Coded], told: Sequence[RelationDraft]) -> list[RelationDraft]:
    """The groups of people that wordings name as somebody's aim or public.

    Args:
        paragraphs_coded: the paragraphs of the article, coded without groups.
        told: the article's other relations, for whom people speak.
    """
    out: list[RelationDraft] = [d for coded in paragraphs_coded for d in _by_kind(reading, coded)]
    for coded in paragraphs(reading, with_groups=True):
        if GROUP not in coded.text:
            continue
        out += _under_heading(reading, coded)
        followed: set[int] = set()
        aimed: set[int] = set()
        for pattern in FOLLOWED:
            for found in pattern.finditer(coded.text):
                if DENIED.search(found.group()) or found.start("o") in followed:
                    continue
                start, end = next(_groups(coded, found.start("o")))
                if reading.text[start:end].startswith("ones "):
                    continue
                named = coded.things[found.start("s")] if "s" in pattern.groupindex else None
                owners = [named] if named is not None else _owner(reading, coded, found.start())
                followed.add(found.start("o"))
                out += _relation(reading, coded, found, owners, "HAS_AUDIENCE", "followed", 0.65)
        for pattern in TARGETED:
            for found in pattern.finditer(coded.text):
                if DENIED.search(coded.text, max(0, found.start() - 25), found.start()) or found.start("o") in aimed:
                    continue
                named = coded.things[found.start("s")] if "s" in pattern.groupindex else None
                if named is not None:  # "Night Shift, Ann Lee's podcast for nurses": the show is for them
                    aimed.add(found.start("o"))
                reachers = [named] if named is not None else _reacher(reading, coded, found.start())
                out += _relation(reading, coded, found, reachers, "TARGETS", "targeted", 0.6)
    principals = _principals(reading, told)
    return [_on_behalf(reading, d, d.object.mentions[0].start, principals) for d in out]
