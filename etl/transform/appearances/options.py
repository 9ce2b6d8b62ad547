"""What may fill the slots of a record, whatever rules have filled: the things and days named near its tellings, each with its cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform.appearances.day_options import Day, Days, days_told, own_cues
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.option_places import AIRS, Place, distance, in_clause, place_of
from etl.transform.appearances.programmes import Programmes, is_broadcaster
from etl.transform.dates import Time
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Mention, Reading, Thing
from graph.records import Span

SLOTS_OF = {
    "Person": ("guests", "hosts"), "Organization": ("guests", "hosts"), "Outlet": ("platforms",), "Platform": ("platforms",),
    "Show": ("show",), "Place": ("place",),
}  # fmt: skip
SEVERAL = ("guests", "hosts", "platforms")  # slots that hold more than one thing
SINGLE = ("show", "place")  # and those that hold one
BESIDE = (*SINGLE, *SEVERAL)
FILLED, TAKEN, OPEN = "filled", "taken", "open"  # by this option, by another, by none
NAMED = frozenset(SLOTS_OF) - {"Place"}
STEPS = (1, -1, 2, -2, 3, -3)  # sentences after and before a telling
LEADING = {
    "Person": 2,
    "Organization": 1,
    "Platform": 2,
    "Outlet": 2,
    "Show": 2,
    "Place": 1,
}  # the most mentioned that come into question everywhere
DATELINE = 60  # characters at the beginning in which a place is that of the report
TELLINGS = 6  # sentences of a record that are looked at, each with the one after and the one before it
MENTIONS = 12  # of a sentence, and places of a thing
DERIVED = "relations.occasions."  # rules that tell nothing but what the records do


Value = Thing | Day


@dataclass(frozen=True, slots=True)
class Option:
    """A thing or a day for a slot; whether it, another or nothing fills the slot; where it is named nearest, if near; and what speaks for or against it.

    The cues come in groups, of which options share some.
    """

    slot: str
    value: Value
    state: str
    at: Span | None
    groups: tuple[list[str], ...]


def filling(record: Frame, slot: str) -> list[Thing]:
    """What fills the slot of the record."""
    value = getattr(record, slot)
    return value if isinstance(value, list) else [] if value is None else [value]


class Options:
    """Finds what may fill the slots of the records of an article.

    Args:
        reading: the article.
        known: what it says of shows and hosts at large.
        records: its occasions, with the slots that rules have filled.
        relations: what it tells of who hosts what, what goes out where, who works for whom.
    """

    def __init__(self, reading: Reading, known: Programmes, records: list[Frame], relations: Sequence[RelationDraft]) -> None:
        self.reading, self.known, self.records = reading, known, records
        self._ties: dict[tuple[int, int], list[str]] = {}
        self._tied: dict[int, list[Thing]] = {}
        for told in relations:
            if told.subject.type in NAMED and told.object.type in NAMED and not told.rule.startswith(DERIVED):
                one, two = id(told.subject), id(told.object)
                self._ties.setdefault((one, two), []).append(f"{told.predicate} it")
                self._ties.setdefault((two, one), []).append(told.predicate)
                self._tied.setdefault(one, []).append(told.object)
                self._tied.setdefault(two, []).append(told.subject)
        self._starts = {s.start_char: n for n, s in enumerate(reading.sentences)} if records else {}
        self._told = {id(r): sorted({self._number(start) for start, _ in r.evidence})[:TELLINGS] for r in records}
        self._tellers = Counter(n for told in self._told.values() for n in told)
        self._takers = Counter((slot, id(t)) for r in records for slot in BESIDE for t in filling(r, slot))
        self._types = Counter(t.type for t in reading.things)
        self._leading = self._most() if records else []
        self._mentions: dict[int, list[tuple[Mention, Thing]]] = {}
        self._where: dict[int, set[int]] = {}
        self._places: dict[int, Place] = {}
        self._general: dict[int, list[str]] = {}
        self._times: dict[int, list[Time]] = {}
        for time in reading.times if records else ():
            self._times.setdefault(self._number(time.start), []).append(time)

    def _most(self) -> list[Thing]:
        """The things that the article mentions most, by type, and the place in its dateline."""
        out: list[Thing] = []
        for type_, many in LEADING.items():
            named = sorted(self.reading.named(type_), key=lambda t: (-len(t.mentions), t.mentions[0].start if t.mentions else 0))
            out += named[:many]
        out += [t for _, t in self.reading.within(0, DATELINE, ("Place",))]
        return out

    def _number(self, position: int) -> int:
        return self._starts[self.reading.sentence(position).start_char]

    def _of_sentence(self, n: int) -> list[tuple[Mention, Thing]]:
        if n not in self._mentions:
            sent = self.reading.sentences[n]
            self._mentions[n] = [(m, t) for m, t in self.reading.within(sent.start_char, sent.end_char) if t.type in SLOTS_OF][:MENTIONS]
        return self._mentions[n]

    def _sentences_of(self, thing: Thing) -> set[int]:
        if id(thing) not in self._where:
            self._where[id(thing)] = {self._number(m.start) for m in thing.mentions[:MENTIONS]}
        return self._where[id(thing)]

    def of(self, record: Frame, kind: str) -> Iterator[Option]:
        """The options for the slots of `record`, which is of that kind, what rules have filled among them."""
        places: dict[int, tuple[int, Mention, int]] = {}  # of each thing the nearest mention, and how many are where the record is told
        things: dict[int, Thing] = {}
        days: Days = {}
        for n, gap in self._near(self._told[id(record)]):
            for mention, thing in self._of_sentence(n):
                key = id(thing)
                if key not in things:
                    things[key] = thing
                    places[key] = gap, mention, int(not gap)
                elif not gap:
                    places[key] = *places[key][:2], places[key][2] + 1
            days_told(self.reading, self._times, n, gap, record, shared=self._tellers[n] > (gap == 0), into=days)
        slots = {slot: filling(record, slot) for slot in BESIDE}
        for slot in BESIDE:
            for thing in slots[slot]:
                things.setdefault(id(thing), thing)
        for thing in (*self._linked(record, slots), *self._leading):
            things.setdefault(id(thing), thing)
        found = Counter(t.type for t in things.values())
        shared = [f"kind {kind}", f"status {record.status}", f"rule {record.rule}", f"records {min(len(self.records), 4)}"]
        shared += [f"no {slot}" for slot in ("show", "hosts", "platforms", "date") if not getattr(record, slot)]
        if record.presumed:
            shared.append("presumed")
        for key, thing in things.items():
            at = (places[key][1].start, places[key][1].end) if key in places else None
            standing = (
                shared,
                self._in_article(thing),
                self._beside(record, thing, slots, found),
                *self._placed(record, thing, places.get(key)),
            )
            for slot in BESIDE:
                mine = slots[slot]
                filled = thing in mine
                if filled or slot in SLOTS_OF.get(thing.type, ()):
                    state = FILLED if filled else TAKEN if mine else OPEN
                    yield Option(slot, thing, state, at, (*standing, self._in_slots(slot, thing, slots, filled, kind)))
        if record.date and record.date not in days:
            days[record.date] = Day(record.date, record.date_text or record.date, None), ["far"]
        for value, (day, noted) in days.items():
            own = own_cues(record, value, self.reading.article.published, len(days))
            state = FILLED if value == record.date else TAKEN if record.date else OPEN
            yield Option("date", day, state, day.span, (shared, noted, own))

    def _near(self, told: list[int]) -> Iterator[tuple[int, int]]:
        """The numbers of the sentences that tell of a record, of those after and of those before them, each with its distance."""
        last = len(self.reading.sentences)
        seen = set(told)
        yield from ((n, 0) for n in told)
        for step in STEPS:
            for n in told:
                if n + step not in seen and 0 <= n + step < last:
                    seen.add(n + step)
                    yield n + step, step

    def _linked(self, record: Frame, slots: dict[str, list[Thing]]) -> Iterator[Thing]:
        """What may fill a slot although it stands elsewhere: what the article tells to belong to the show or the people."""
        if record.show is not None:
            yield from self.known.hosts.get(record.show, ())
            yield from self.known.platforms.get(record.show, ())
        for slot in ("show", "hosts", "guests"):
            for thing in slots[slot]:
                yield from (t for t in self._tied.get(id(thing), ()) if t.type in AIRS or (slot == "show" and t.type in SLOTS_OF))

    # ------------------------------------------------------------------------------------------------------------ things
    def _in_article(self, thing: Thing) -> list[str]:
        """The cues of what the thing is, whatever the record."""
        if id(thing) in self._general:
            return self._general[id(thing)]
        type_ = thing.type
        noted = [f"type {type_}", f"{type_} in article {min(self._types[type_], 4)}", f"often {min(len(thing.mentions), 5)}"]
        rank = next((n for n, t in enumerate([t for t in self._leading if t.type == type_]) if t is thing), None)
        noted.append(f"leading {rank}" if rank is not None else "not leading")
        if type_ == "Place" and thing.mentions and thing.mentions[0].start < DATELINE:
            noted.append("in the dateline")
        if type_ == "Outlet":
            noted.append("broadcaster" if is_broadcaster(self.reading, thing) else "no broadcaster")
        elif type_ == "Person" and self.known.hosts_anything(thing):
            noted.append("hosts something")
        elif type_ == "Platform":
            noted.append(f"name {thing.name}")
        self._general[id(thing)] = noted
        return noted

    def _beside(self, record: Frame, thing: Thing, slots: dict[str, list[Thing]], found: Counter[str]) -> list[str]:
        """The cues of how often the thing stands beside what the record has, and of what ties it to that."""
        noted = [f"{thing.type} found {min(found[thing.type], 4)}"]
        here = self._sentences_of(thing)
        for slot, mine in slots.items():
            others = [t for t in mine if t is not thing]
            if others:
                noted.append(f"beside {slot} {min(max(len(here & self._sentences_of(t)) for t in others), 2)}")
                if id(thing) in self._tied:
                    noted += sorted({f"{slot} {tie}" for t in others for tie in self._ties.get((id(t), id(thing)), ())})
        show = record.show
        if show is not None:
            if thing in self.known.platforms.get(show, ()):
                noted.append("show's platform")
            if thing in self.known.hosts.get(show, ()):
                noted.append("show's host")
            if thing.name in show.name or thing.surname in show.name.split():
                noted.append("in show's name")
        if thing.type == "Person" and thing in self.known.presenters and any(s is not show for s in self.known.shows_of(thing)):
            noted.append("hosts another show")
        if thing.type == "Show":
            noted.append(f"show's kind {self.known.kinds.get(thing, '')}")
            if any(h in record.people for h in self.known.hosts.get(thing, ())):
                noted.append("its host takes part")
            if any(p in record.platforms for p in self.known.platforms.get(thing, ())):
                noted.append("its platform")
        if thing.type == "Platform" and any(o in record.people for o in self.known.owners.get(thing, ())):
            noted.append("owner takes part")
        return noted

    def _placed(self, record: Frame, thing: Thing, near: tuple[int, Mention, int] | None) -> Iterator[list[str]]:
        """The cues of where the thing stands, whatever the slot."""
        if near is None:
            yield ["far"]
            return
        gap, mention, count = near
        if id(mention) not in self._places:
            self._places[id(mention)] = place_of(self.reading, mention, thing, self._number(mention.start))
        place = self._places[id(mention)]
        yield place.cues
        noted = [f"gap {gap}", f"here {min(count, 2)}"]
        if gap == 0:
            yield place.here
            if place.governor == record.at.i:
                noted.append("on the verb")
            if any(t.i in (place.governor, place.above) for t in record.nouns):
                noted.append("on the noun")
            noted += [in_clause(record, place.head), distance(place.head - record.at.i)]
        if self._tellers[place.sentence] > (gap == 0):
            noted.append("other telling")
        yield noted

    def _in_slots(self, slot: str, thing: Thing, slots: dict[str, list[Thing]], filled: bool, kind: str) -> list[str]:
        """The cues of what the thing is in the record and in others."""
        noted = []
        if slot in ("guests", "hosts"):
            other = "hosts" if slot == "guests" else "guests"
            inside = thing in slots[other]
            if inside:
                noted.append(f"is {other}")
            if self._takers[other, id(thing)] > inside:
                noted.append(f"elsewhere {other}")
        others = self._takers[slot, id(thing)] - filled
        noted.append(f"others {min(others, 3)}")
        if others and others == len(self.records) - 1:
            noted.append("all others")
        noted.append(f"name {thing.name}, kind {kind}" if thing.type == "Platform" else f"{thing.type}, kind {kind}")
        return noted
