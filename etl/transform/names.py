"""The names in an article: found (`name_spans`), typed (`name_types`) and joined into things (`name_joins`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.transform.kinds import kinds_of
from etl.transform.lexicon import Entry, Lexicon
from etl.transform.name_joins import famous, fits, generic, is_acronym, is_short_form, linked, name_tokens, nearest, parents, shared_surname
from etl.transform.name_spans import Finder
from etl.transform.name_types import Group, bare, collect, decide, groups_of, key_of, plain_name
from etl.transform.name_words import Candidate
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.roles import gender_of, note_roles

# Bodies that are named after a person: "the Lowe campaign", "the Lowe administration".
NAMED_AFTER = re.compile(r" (campaign|administration|government)\b", re.I)


def resolve(reading: Reading) -> None:
    """Take up the named things of the article into `reading`, each with its type, full name, aliases, roles, gender and mentions."""
    lexicon = Lexicon.load()
    candidates = Finder(reading, lexicon).find()
    groups = groups_of(candidates)
    collect(reading, groups, lexicon)
    _lend_votes(groups)
    _share_votes(reading, candidates, groups)
    for group in groups:
        group.type = decide(group)
    links = _links(reading, candidates, groups)
    things = _things(reading, groups, links, lexicon)
    _surname_pairs(reading, candidates, things, lexicon)
    for thing in sorted(things, key=lambda t: min(m.start for m in t.mentions)):
        thing.mentions.sort(key=lambda m: m.start)
        reading.add(thing)
    _bodies(reading)
    for thing in reading.things:
        note_roles(reading, thing, lexicon)
        thing.gender = gender_of(thing, lexicon) if thing.type == "Person" else None
        thing.plural = _is_plural(thing)


def _lend_votes(groups: Sequence[Group]) -> None:
    """What the contexts of a surname alone tell counts for the full name too, and the other way round."""
    for short in groups:
        if not short.single or (short.entry is not None and not short.ambiguous):
            continue
        longer = [
            g for g in groups
            if g.entry is None and len(g.words) > 1 and (key_of(g.name).startswith(short.key + " ") or key_of(g.name).endswith(" " + short.key))
        ]
        if len(longer) == 1 and longer[0].votes.get("Person", 0.0) < 2.0:
            longer[0].vote((kind, 0.5 * weight) for kind, weight in short.votes.items())
            continue
        full = [g for g in parents(short, groups) if g.entry is None or g.entry.type == "Person"]
        if len(full) == 1:
            person = short.votes.get("Person", 0.0)
            full[0].vote([("Person", 0.5 * person)])


def _share_votes(reading: Reading, candidates: Sequence[Candidate], groups: Sequence[Group]) -> None:
    """Names in one enumeration are of one type: titles in quotation marks, entries of a list, names joined by "and"."""
    of = {id(c): g for g in groups for c in g.mentions}
    for first, second in zip(candidates, candidates[1:], strict=False):
        a, b = of[id(first)], of[id(second)]
        # "Ada Lowe of Corran Books": where people are from
        if reading.text[first.end : second.start] in (" of ", " of the ", ", of ") and a.votes.get("Person", 0.0) >= 3.0 and b.entry is None:
            b.vote([("Organization", 1.4), ("Place", 0.7), ("Outlet", 0.4)])
    given: list[tuple[Group, str, float]] = []
    for first, second in zip(candidates, candidates[1:], strict=False):
        between = reading.text[first.end : second.start].strip("“”\"‘’'*_ ")
        if first.form == second.form and between in (",", "and", ", and", ",” and", "or", "&", ",” “", ",”"):
            for a, b in ((first, second), (second, first)):
                kind, weight = max(of[id(b)].votes.items(), key=lambda kv: (kv[1], kv[0]), default=("", 0.0))
                if weight >= 2.0 and of[id(a)].entry is None and of[id(a)].key != of[id(b)].key:
                    given.append((of[id(a)], kind, 0.8 if first.form == "run" else 2.0))
    items = [of[id(c)] for c in candidates if c.form == "item"]
    shows = sum(decide(g) == "Show" for g in items)
    if len(items) >= 3 and shows >= 2:
        given += [(g, "Show", 2.0) for g in items if g.entry is None]
    for group, kind, weight in given:
        group.vote([(kind, weight)])


def _links(reading: Reading, candidates: Sequence[Candidate], groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Pairs of groups that the text itself declares to be one."""
    of = {id(c): g for g in groups for c in g.mentions}
    out = []
    for first, second in zip(candidates, candidates[1:], strict=False):
        a, b = of[id(first)], of[id(second)]
        if a is not b and linked(reading, first, second):
            out.append((a, b))
    for group in groups:
        # "The rapper, born Kofi Asante-Mills": the given name tells whose birth name it is.
        if len(group.words) > 1 and any(reading.text[: c.start].endswith(("born ", "real name ", "real name is ")) for c in group.mentions):
            same = [g for g in groups if g is not group and len(g.words) > 1 and g.type == "Person" and g.words[0] == group.words[0]]
            if len(same) == 1:
                out.append((same[0], group))
    return out


def _new(group: Group, type_: str, entry: Entry | None, name: str) -> Thing:
    return Thing(type_, name, entry=entry)


def _take(thing: Thing, group: Group, candidates: Sequence[Candidate] | None = None) -> None:
    from etl.transform.reading import Mention

    for c in group.mentions if candidates is None else candidates:
        thing.mentions.append(Mention(c.start, c.end, NAME, c.text))
        spellings = [" ".join(c.text.split()), plain_name(c)]
        if c.nickname:
            spellings.append(c.text[c.nickname[0] - c.start : c.nickname[1] - c.start])
        for text in spellings:
            if text != thing.name and text not in thing.aliases:
                thing.aliases.append(text)


def _things(reading: Reading, groups: list[Group], links: list[tuple[Group, Group]], lexicon: Lexicon) -> list[Thing]:
    """The things that the groups stand for: full names first, then what joins them."""
    things: list[Thing] = []
    by_entry: dict[str, Thing] = {}
    of: dict[int, Thing] = {}
    for group in sorted(groups, key=lambda g: (-len(name_tokens(g.name)), g.mentions[0].start)):
        if id(group) in of:
            continue
        if group.single or len(name_tokens(group.name)) <= 1:
            continue
        _settle(group, things, by_entry, of, lexicon)
    for group in groups:
        if id(group) in of or not (group.single or len(name_tokens(group.name)) <= 1):
            continue
        partner = next((b if a is group else a for a, b in links if group in (a, b)), None)
        if partner is not None and id(partner) in of and of[id(partner)].type in (group.type, "Person", of[id(partner)].type):
            of[id(group)] = of[id(partner)]
            _take(of[id(partner)], group)
            continue
        people = [t for t in things if t.type == "Person" and any(fits(group.name, n) for n in (t.name, *t.aliases))]
        known = group.entry is not None and not group.ambiguous and group.entry.type != "Person"
        set_off = any(c.form in ("quoted", "italic", "item") for c in group.mentions)
        if people and not known and not set_off and not (group.type in ("Outlet", "Platform") and group.entry is not None):
            if group.type == "Place" and group.entry is not None and group.votes.get("Person", 0.0) < 1.0:
                _settle(group, things, by_entry, of, lexicon)
                continue
            own = next((t for t in people if t.entry is not None and t.entry is group.entry), None)
            chosen: dict[int, list[Candidate]] = {}
            for c in group.mentions:
                if c.weak and generic(c.text) and c.start < min(m.start for t in people for m in t.mentions):
                    continue
                thing = own or (people[0] if len(people) == 1 else nearest(people, reading, c.start))
                chosen.setdefault(things.index(thing), []).append(c)
            for index, mentions in sorted(chosen.items()):
                _take(things[index], group, mentions)
                of[id(group)] = things[index]
            continue
        whole = [g for g in groups if g is not group and id(g) in of and of[id(g)].type != "Person" and is_short_form(group, g, lexicon)]
        targets = {id(of[id(g)]): of[id(g)] for g in whole}
        if len(targets) == 1 and not group.weak:
            thing = next(iter(targets.values()))
            of[id(group)] = thing
            _take(thing, group)
            continue
        if group.entry is None and group.type == "Person" and (entry := famous(group, lexicon)) is not None:
            group.entry = entry
        _settle(group, things, by_entry, of, lexicon)
    for a, b in links:
        _merge(of, things, a, b)
    return [t for t in things if t.mentions]


def _settle(group: Group, things: list[Thing], by_entry: dict[str, Thing], of: dict[int, Thing], lexicon: Lexicon) -> None:
    """Make a thing of the group, or give it to the thing of the same lexicon entry or person."""
    if group.type is None:
        return
    entry = group.entry if group.entry is not None and group.entry.type == group.type else None
    if entry is not None and entry.name in by_entry:
        thing = by_entry[entry.name]
    else:
        thing = None
        if group.type == "Person":
            same = [t for t in things if t.type == "Person" and len(name_tokens(group.name)) > 1 and fits(group.name, t.name)]
            thing = same[0] if len(same) == 1 else None
        elif not is_acronym(group.name):
            short = [t for t in things if t.type == group.type and len(group.words) > 1 and bare(t.name).casefold().endswith(" " + bare(group.name).casefold())]
            thing = short[0] if len(short) == 1 and entry is None and group.type != "Place" else None
        if thing is None:
            thing = _new(group, group.type, entry, entry.name if entry else group.name)
            things.append(thing)
            if entry is not None:
                by_entry[entry.name] = thing
    of[id(group)] = thing
    _take(thing, group)


def _merge(of: dict[int, Thing], things: list[Thing], a: Group, b: Group) -> None:
    """Make one thing of two that the text declares to be one; the earlier keeps its name."""
    first, second = of.get(id(a)), of.get(id(b))
    if first is None and second is None:
        return
    if first is None or second is None:
        keep, group = (first, b) if first is not None else (second, a)
        assert keep is not None
        of[id(group)] = keep
        _take(keep, group)
        return
    sure = second.entry is not None and second.type != first.type
    if first is second or sure or (first.type != second.type and "Person" not in (first.type, second.type) and not is_acronym(second.name)):
        return
    first.mentions += second.mentions
    for name in (second.name, *second.aliases):
        if name != first.name and name not in first.aliases:
            first.aliases.append(name)
    first.entry = first.entry or second.entry
    second.mentions = []


def _surname_pairs(reading: Reading, candidates: Sequence[Candidate], things: list[Thing], lexicon: Lexicon) -> None:
    """Give a lone given name the surname that it shares with the next name."""
    from etl.transform.reading import Mention

    for first, second in zip(candidates, candidates[1:], strict=False):
        family = shared_surname(reading, first, second, lexicon)
        if family is None:
            continue
        holder = next((t for t in things if any(m.start == first.start for m in t.mentions)), None)
        if holder is None:
            holder = Thing("Person", f"{first.text} {family}", [first.text])
            holder.mentions.append(Mention(first.start, first.end, NAME, first.text))
            things.append(holder)
        elif holder.type == "Person" and holder.name == first.text:
            holder.name = f"{first.text} {family}"
            holder.aliases.append(first.text)


def _bodies(reading: Reading) -> None:
    """Campaigns, administrations and governments that are named after a person."""
    bodies: dict[tuple[int, str], Thing] = {}
    for thing in list(reading.named("Person")):
        for mention in list(thing.mentions):
            match = NAMED_AFTER.match(reading.text, mention.end)
            if mention.kind != NAME or match is None or (" " in mention.text and len(mention.text.split()) > 3):
                continue
            noun = match[1].lower()
            body = bodies.get((id(thing), noun))
            name = f"{mention.text} {noun}"
            if body is None:
                body = bodies[id(thing), noun] = reading.add(Thing("Organization", name))
                body.roles.append(noun)
            for alias in (name, f"{thing.name} {noun}"):
                if alias != body.name and alias not in body.aliases:
                    body.aliases.append(alias)
            reading.mention(body, mention.start, match.end(), NAME)


def _is_plural(thing: Thing) -> bool:
    """Whether a thing is spoken of as "they": groups of people with a plural name."""
    last = bare(thing.name).split()[-1] if thing.name else ""
    return (thing.type == "Organization" and last.endswith("s") and not last.endswith("ss") and not kinds_of(last)) or last in ("Boys", "Girls", "Brothers", "Sisters")
