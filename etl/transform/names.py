"""The names in an article: found (`name_spans`), typed (`name_types`, `name_choice`) and joined into things (`name_things`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.transform.kinds import kinds_of
from etl.transform.lexicon import Lexicon
from etl.transform.name_choice import choose
from etl.transform.name_index import Index
from etl.transform.name_joins import initials, is_acronym, linked, officeholder, parents
from etl.transform.name_spans import Finder
from etl.transform.name_things import Things
from etl.transform.name_types import Group, bare, collect, decide, groups_of, key_of
from etl.transform.name_words import Candidate
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.roles import gender_of, note_roles

# Bodies that are named after a person: "the Lowe campaign", "the Lowe administration".
NAMED_AFTER = re.compile(r" (campaign|administration|government)\b", re.I)
BIRTH_NAME = ("born ", "real name ", "real name is ")
CREDIT = re.compile(r"\)[*_]{0,3} ?(?:[–—]|-(?=\s))")
ENUMERATING = frozenset((",", "and", ", and", ",” and", "or", "&", ",” “", ",”"))
PLURAL_NAMES = frozenset(("Boys", "Girls", "Brothers", "Sisters", "Twins"))


def resolve(reading: Reading) -> None:
    """Take up the named things of the article into `reading`, each with its type, full name, aliases, roles, gender and mentions."""
    lexicon = Lexicon.load()
    candidates, groups = voted(reading, lexicon)
    choose(reading, groups, lexicon)
    builder = Things(reading, groups, _links(reading, candidates, groups), lexicon)
    things = [t for t in builder.build() if not _is_credit(reading, t)]
    for thing in sorted(things, key=lambda t: (min(m.start for m in t.mentions), t.name)):
        thing.mentions.sort(key=lambda m: m.start)
        reading.add(thing)
    _bodies(reading)
    for thing in reading.things:
        note_roles(reading, thing, lexicon)
        thing.gender = gender_of(thing, lexicon) if thing.type == "Person" else None
        thing.plural = _is_plural(thing)


def _is_credit(reading: Reading, thing: Thing) -> bool:
    """Whether a thing is named only as the agency of a report: "TALLINN, May 16 (Baltline) –"."""
    text = reading.text
    return thing.entry is None and all(text[m.start - 1 : m.start] == "(" and CREDIT.match(text, m.end) is not None for m in thing.mentions)


def voted(reading: Reading, lexicon: Lexicon) -> tuple[list[Candidate], list[Group]]:
    """Where the article may name something, and the same by name, with all votes on their types."""
    candidates = Finder(reading, lexicon).find()
    groups = groups_of(candidates)
    collect(reading, groups, lexicon)
    _vote_own_outlet(reading, groups)
    _vote_officeholders(groups, lexicon)
    _lend_votes(groups)
    _share_votes(reading, candidates, groups)
    return candidates, groups


def _lend_votes(groups: Sequence[Group]) -> None:
    """What the contexts of a short name tell counts, by half, for the full name too."""
    index: Index[Group] = Index()
    for group in groups:
        index.add(group.name, group)
    for short in groups:
        if not short.single or (short.entry is not None and not short.ambiguous):
            continue
        near = index.like(short.key)
        longer = [g for g in near if g.entry is None and len(g.words) > 1 and _begins_or_ends(short.key, key_of(g.name))]
        if len(longer) == 1 and longer[0].person < 2.0:
            longer[0].vote((kind, 0.5 * weight) for kind, weight in short.votes.items())
            continue
        full = [g for g in parents(short, near) if g.entry is None or g.entry.type == "Person"]
        if len(full) == 1:
            full[0].vote([("Person", 0.5 * short.person)])


def _vote_own_outlet(reading: Reading, groups: Sequence[Group]) -> None:
    """The article's own outlet, in full or by its last word: "the Gazette", "told the Courier"."""
    outlet = reading.article.outlet
    if not outlet:
        return
    whole, letters = key_of(outlet), initials(outlet)
    named = any(key_of(g.name) == whole for g in groups)
    for group in groups:
        key = key_of(group.name)
        if group.entry is not None and not group.ambiguous:
            continue
        if (
            key == whole
            or (is_acronym(group.name) and group.name in letters)
            or (
                group.single
                and whole.endswith(" " + key)
                and any(reading.text[max(0, c.start - 4) : c.start + 4].lower().find("the ") >= 0 for c in group.mentions)
            )
        ):
            group.vote([("Outlet", 4.0)])
            if not named:
                group.name = outlet


def _vote_officeholders(groups: Sequence[Group], lexicon: Lexicon) -> None:
    """A surname that everybody knows needs no context: "talked Trump and tariffs"."""
    for group in groups:
        known = group.single and group.entry is None and not all(c.initial for c in group.mentions)
        if known and lexicon.gender(group.words[0]) is None and officeholder(group.words[0]) is not None:
            group.vote([("Person", 2.0)])


def _begins_or_ends(short: str, full: str) -> bool:
    return full.startswith(short + " ") or full.endswith(" " + short)


def _share_votes(reading: Reading, candidates: Sequence[Candidate], groups: Sequence[Group]) -> None:
    """Names in one enumeration are of one type; so are the entries of a list of shows. People are "of" organizations."""
    of = {id(c): g for g in groups for c in g.mentions}
    given: list[tuple[Group, str, float]] = []
    for first, second in pairwise(candidates):
        a, b = of[id(first)], of[id(second)]
        between = reading.text[first.end : second.start].replace("*", "")
        if between in (" of ", " of the ", ", of ") and a.person >= 3.0 and b.entry is None:
            given += [(b, "Organization", 1.7), (b, "Place", 0.7), (b, "Outlet", 0.4)]
        # "Tifo's Joe Lowe": people belong to houses, not to people
        if between in ("’s ", "'s ") and b.person >= 3.0 and a.entry is None and a.person < 3.0:
            given += [(a, "Organization", 1.2), (a, "Outlet", 0.5), (a, "Person", -1.5)]
        if (
            between in ("’s ", "'s ")
            and b.person >= 3.0
            and a.ambiguous
            and a.entry is not None
            and a.entry.type in ("Outlet", "Organization")
        ):
            given.append((a, a.entry.type, 1.5))
        if between in ("’s ", "'s ") and b.entry is None and b.votes.get("Place", 0.0) >= 4.0 and a.entry is None and a.person < 2.0:
            given.append((a, "Place", 2.0))
        if first.form == second.form and a is not b and between.strip("“”\"‘’'*_ ") in ENUMERATING:
            for one, other in ((a, b), (b, a)):
                kind, weight = max(other.votes.items(), key=lambda kv: (kv[1], kv[0]), default=("", 0.0))
                if weight >= 2.0 and one.entry is None:
                    given.append((one, kind, 1.2 if first.form == "run" else 2.0))
    items = [of[id(c)] for c in candidates if c.form == "item"]
    if len(items) >= 3 and sum(decide(g) == "Show" for g in items) >= 2:
        given += [(g, "Show", 2.0) for g in items if g.entry is None]
    for a, b in _links(reading, candidates, groups):
        # "better known as": mostly said of people
        given += [(g, "Person", 1.2) for g in (a, b) if g.entry is None and not is_acronym(g.name)]
    for group, kind, weight in given:
        group.vote([(kind, weight)])


def _links(reading: Reading, candidates: Sequence[Candidate], groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pairs of groups that the text itself declares to be one."""
    of = {id(c): g for g in groups for c in g.mentions}
    out = [(of[id(a)], of[id(b)]) for a, b in pairwise(candidates) if of[id(a)] is not of[id(b)] and linked(reading, a, b)]
    full = [g for g in groups if len(g.words) > 1]
    for group in full:
        # "The rapper, born Kofi Lowe-Mills": the given name tells whose birth name it is.
        if any(reading.text.endswith(BIRTH_NAME, max(0, c.start - 20), c.start) for c in group.mentions):
            same = [g for g in full if g is not group and g.type == "Person" and g.words[0] == group.words[0]]
            if len(same) == 1:
                out.append((same[0], group))
    return out


def _bodies(reading: Reading) -> None:
    """Take up campaigns, administrations and governments that are named after a person."""
    bodies: dict[tuple[int, str], Thing] = {}
    for thing in list(reading.named("Person")):
        for mention in list(thing.mentions):
            match = NAMED_AFTER.match(reading.text, mention.end)
            if mention.kind != NAME or match is None:
                continue
            noun = match[1].lower()
            name = f"{mention.text} {noun}"
            body = bodies.get((id(thing), noun))
            if body is None:
                body = bodies[id(thing), noun] = reading.add(Thing("Organization", name, roles=[noun]))
            for alias in (name, f"{thing.name} {noun}"):
                if alias != body.name and alias not in body.aliases:
                    body.aliases.append(alias)
            reading.mention(body, mention.start, match.end(), NAME)


def _is_plural(thing: Thing) -> bool:
    """Whether a thing is spoken of as "they": groups of people with a plural name."""
    last = bare(thing.name).split()[-1] if thing.name.strip() else ""
    if last in PLURAL_NAMES:
        return True
    return thing.type == "Organization" and last.endswith("s") and not last.endswith("ss") and not kinds_of(last)
