"""Things made from the names of an article: full names first, then the short forms, surnames and other names that join them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from itertools import pairwise

from etl.transform.lexicon import Entry, Lexicon
from etl.transform.name_index import Index
from etl.transform.name_joins import famous, fits, generic, initials, is_acronym, is_short_form, name_tokens, nearest, shared_surname
from etl.transform.name_types import Group, bare, key_of, plain_name
from etl.transform.name_words import Candidate
from etl.transform.reading import NAME, Mention, Reading, Thing

# Of several things that share a name, people come before others only where the name was not set off as a title.
FARTHEST = 60  # characters before a name in which its title begins
MANY = 50  # bearers of one name among whom a choice is made
SET_OFF = ("quoted", "italic", "item")


class Things:
    """Builds the things of one article.

    Args:
        reading: the article.
        groups: its typed names.
        links: pairs of groups that the text itself declares to be one.
        lexicon: what is well known.
    """

    def __init__(self, reading: Reading, groups: Sequence[Group], links: Sequence[tuple[Group, Group]], lexicon: Lexicon) -> None:
        self.reading = reading
        self.groups = groups
        self.links = links
        self.lexicon = lexicon
        self.things: list[Thing] = []
        self.by_entry: dict[str, Thing] = {}
        self.of: dict[int, Thing] = {}  # by id of the group
        self.index: Index[Thing] = Index()
        self.whole: Index[Group] = Index()
        self.acronyms: dict[str, list[Group]] = {}
        self.order: dict[int, int] = {}
        self.full: dict[int, list[int]] = {}  # by id of the thing: where it is named in full
        self.partner: dict[int, Group] = {}
        for group in groups:
            self.whole.add(group.name, group)
            for letters in sorted(initials(group.name)):
                self.acronyms.setdefault(letters, []).append(group)
        for a, b in links:
            self.partner.setdefault(id(a), b)
            self.partner.setdefault(id(b), a)
        self.titled: dict[int, list[str]] = {}  # by id of the thing: its lone names with the titles before them
        self.claimed: set[int] = set()  # ids of the candidates that are settled ahead of their group

    def build(self) -> list[Thing]:
        """The things, each with the mentions and names that are its own."""
        full = [g for g in self.groups if len(name_tokens(g.name)) > 1]
        for group in sorted(full, key=lambda g: (-len(name_tokens(g.name)), g.mentions[0].start)):
            self._settle(group)
        self._share_surnames()
        for group in self.groups:
            if len(name_tokens(group.name)) <= 1 and not (self._by_link(group) or self._as_person(group) or self._as_short_form(group)):
                if group.entry is None and group.type == "Person":
                    group.entry = famous(group, self.lexicon)
                self._settle(group)
        for a, b in self.links:
            self._merge(a, b)
        for thing in self.things:
            if thing.type == "Person" and not any(" " in name for name in (thing.name, *thing.aliases)):
                thing.aliases += self.titled.get(id(thing), ())  # nobody else is called by it
        return [t for t in self.things if t.mentions]

    # ---------------------------------------------------------------- one group into one thing
    def _settle(self, group: Group) -> None:
        """Make a thing of the group, or give it to the thing of the same lexicon entry or name."""
        if group.type is None or self._is_taunt(group) or self._is_family(group) or self._as_part(group):
            return
        entry = group.entry if group.entry is not None and group.entry.type == group.type else None
        thing = self.by_entry.get(entry.name) if entry is not None else None
        thing = thing or self._namesake(group, entry)
        if thing is None:
            thing = Thing(group.type, entry.name if entry else group.name, entry=entry)
            self._open(thing)
            if entry is not None:
                self.by_entry[entry.name] = thing
        self._take(thing, group)

    def _is_taunt(self, group: Group) -> bool:
        """Whether a quoted phrase only plays on a person's name: "Carbon Copy Lowe"."""
        if group.entry is not None or group.type == "Person" or len(group.words) < 2 or any(c.form != "quoted" for c in group.mentions):
            return False
        last = group.words[-1].casefold()
        small = any(w[0].islower() or w in ("With", "Starring") for w in group.words)
        return not small and any(
            g.type == "Person" and len(g.words) > 1 and name_tokens(g.name)[-1:] == (last,) for g in self.whole.with_word(last)
        )

    def _is_family(self, group: Group) -> bool:
        """Whether a name is the plural of a person's: "the Lowes", who are several."""
        if group.entry is not None or not group.single or not group.words[0].endswith("s"):
            return False
        word = group.words[0].casefold()
        stems = {word[:-1], word.removesuffix("es")}
        before = all(self.reading.text[max(0, c.start - 4) : c.start].casefold() == "the " for c in group.mentions)
        return before and any(
            g.type == "Person" and len(g.words) > 1 and name_tokens(g.name)[-1:] == (stem,)
            for stem in sorted(stems)
            for g in self.whole.with_word(stem)
        )

    def _as_part(self, group: Group) -> bool:
        """Join a name of several words to the one longer name that it opens: "Corran Vale" of "Corran Vale Media"."""
        if group.entry is not None or group.type in ("Person", "Place") or len(group.words) < 2:
            return False
        longer = [g for g in self.whole.like(group.name) if id(g) in self.of and key_of(g.name).startswith(key_of(group.name) + " ")]
        targets = [self.of[id(g)] for g in longer if g.entry is None and self.of[id(g)].type in ("Organization", "Outlet")]
        if not targets or any(t is not targets[0] for t in targets):
            return False
        self._take(targets[0], group)
        return True

    def _namesake(self, group: Group, entry: Entry | None) -> Thing | None:
        """The thing of a longer name that the group's name of several words is part of."""
        if len(group.words) < 2:
            return None
        if group.type == "Person":
            like = self.index.like(group.name)
            same = [t for t in like if t.type == "Person" and len(name_tokens(group.name)) > 1 and fits(group.name, t.name)]
            # "Donald Trump Jr." is not his father: the lexicon knows both
            same = [t for t in same if entry is None or t.entry is None or t.entry == entry]
        elif entry is not None or group.type == "Place" or is_acronym(group.name):
            return None
        else:
            tail = " " + bare(group.name).casefold()
            same = [t for t in self.index.like(group.name) if t.type == group.type and bare(t.name).casefold().endswith(tail)]
        return same[0] if len(same) == 1 else None

    def _take(self, thing: Thing, group: Group, candidates: Sequence[Candidate] | None = None) -> None:
        """Give the group's mentions, or some of them, to the thing, with the names they use."""
        self.of[id(group)] = thing
        for c in group.mentions if candidates is None else candidates:
            if id(c) in self.claimed:
                continue
            thing.mentions.append(Mention(c.start, c.end, NAME, c.text))
            if c.title[:1].isupper() and " " not in c.text:
                before = self.reading.text.rfind(c.title.split()[0], max(0, c.start - FARTHEST), c.start)
                titled = " ".join(self.reading.text[before : c.end].split())
                if before >= 0 and titled not in self.titled.setdefault(id(thing), []):
                    self.titled[id(thing)].append(titled)
            if " " in c.text:
                insort(self.full.setdefault(id(thing), []), c.start)
            spellings = [" ".join(c.text.split()), plain_name(c)]
            if c.nickname:
                spellings.append(c.text[c.nickname[0] - c.start : c.nickname[1] - c.start])
            for text in spellings:
                if text != thing.name and text not in thing.aliases:
                    thing.aliases.append(text)
                    self.index.add(text, thing)

    def _open(self, thing: Thing) -> None:
        """Take up a new thing."""
        self.things.append(thing)
        self.order[id(thing)] = len(self.order)
        self.index.add(thing.name, thing)

    # ---------------------------------------------------------------- one word for a longer name
    def _by_link(self, group: Group) -> bool:
        """Join a name to another where the text says that they are one."""
        partner = self.partner.get(id(group))
        if partner is None or id(partner) not in self.of:
            return False
        self._take(self.of[id(partner)], group)
        return True

    def _as_person(self, group: Group) -> bool:
        """Join a surname, given name or nickname to its bearer; of several, each mention to the nearest."""
        near = self.index.like(group.name)
        people = [t for t in near if t.type == "Person" and any(fits(group.name, n) for n in (t.name, *t.aliases))]
        if not people or any(c.form in SET_OFF for c in group.mentions):
            return False
        if group.entry is not None and group.entry.type != "Person":
            known = not group.ambiguous or group.type == group.entry.type
            if known and not (group.entry.type == "Place" and group.person >= 1.0):
                return False
        people = people[:MANY]
        first = min(m.start for t in people for m in t.mentions)
        own = next((t for t in people if t.entry is not None and t.entry is group.entry), None)
        chosen: dict[int, list[Candidate]] = {}
        for c in group.mentions:
            if c.weak and generic(c.text) and c.start < first:
                continue
            thing = own or (people[0] if len(people) == 1 else nearest(people, self.full, self.reading, c.start))
            chosen.setdefault(self.order[id(thing)], []).append(c)
        for index, mentions in sorted(chosen.items()):
            self._take(self.things[index], group, mentions)
        return True

    def _as_short_form(self, group: Group) -> bool:
        """Join "Sikka" to "Sikka TV", "the Times" to "The Corran Times", an acronym to what it stands for."""
        if group.weak:
            return False
        near = [*self.whole.like(group.name), *self.acronyms.get(group.name.replace(".", ""), ())]
        whole = [g for g in near if g is not group and id(g) in self.of and self.of[id(g)].type != "Person"]
        targets = [self.of[id(g)] for g in whole if is_short_form(group, g, self.lexicon)]
        if not targets or any(t is not targets[0] for t in targets):
            return False
        self._take(targets[0], group)
        return True

    # ---------------------------------------------------------------- what the text declares
    def _merge(self, a: Group, b: Group) -> None:
        """Make one thing of two that the text declares to be one; the earlier keeps its name."""
        first, second = self.of.get(id(a)), self.of.get(id(b))
        if first is None and second is None:
            return
        if first is None:
            assert second is not None
            self._take(second, a)
            return
        if second is None:
            self._take(first, b)
            return
        sure = second.entry is not None and second.type != first.type
        alike = first.type == second.type or "Person" in (first.type, second.type) or is_acronym(second.name)
        if first is second or sure or not alike:
            return
        first.mentions += second.mentions
        for name in (second.name, *second.aliases):
            if name != first.name and name not in first.aliases:
                first.aliases.append(name)
        first.entry = first.entry or second.entry
        second.mentions = []

    def _share_surnames(self) -> None:
        """Give lone given names the surname that they share with the next name: "Dora and Lia Peixoto" are two people."""
        candidates = sorted((c for g in self.groups for c in g.mentions), key=lambda c: (c.start, -c.end))
        for first, second in pairwise(candidates):
            family = shared_surname(self.reading, first, second, self.lexicon)
            if family is None:
                continue
            name = f"{first.text} {family}"
            entry = self.lexicon.get(name)
            entry = entry if entry is not None and entry.type == "Person" else None
            like = self.index.like(first.text)
            named = [t for t in like if t.type == "Person" and fits(first.text, t.name) and t.name != name]
            if named and entry is None and min(m.start for t in named for m in t.mentions) < first.start:
                continue  # somebody of that given name is known to the reader already
            holder = next((t for t in like if t.type == "Person" and (t.name == name or (entry is not None and t.entry is entry))), None)
            if holder is None:
                holder = Thing("Person", entry.name if entry else name, entry=entry)
                self._open(holder)
            holder.mentions.append(Mention(first.start, first.end, NAME, first.text))
            if first.text not in holder.aliases:
                holder.aliases.append(first.text)
                self.index.add(first.text, holder)
            self.claimed.add(id(first))
