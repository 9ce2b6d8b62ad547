"""News made up by a generator: facts of any number of articles, the same for the same seed, with the skew of real news.

A few people are in most articles and most people in a few (a rank's share falls as one over the rank); occasions are told of by several
articles while they are fresh; dates, shows and platforms are missing as often as in the sample articles. An article does not depend
on the ones before it, so that a million edges need no more memory than ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from graph.ontology import ontology
from graph.records import KINDS, UNITS, Appearance, Article, Entity, Facts, Motive, Reach, Relation, Span, Statement

HUB = "Person.Q1000000"
"""The node of the person who is in most articles."""
RIVAL = "Person.Q1000001"
"""The node of the person who is in most others."""

_FIRST_DAY = date(2024, 1, 1)
_A_DAY = 20
_NEW_OCCASIONS = 2
_TOLD = 4
_HUBS = (0.65, 0.5, 0.4, 0.3, 0.2)
"""In which share of the articles the first people are."""
_WORLD = {
    "Person": 20_000,
    "Organization": 3000,
    "Outlet": 300,
    "Platform": 40,
    "Show": 1500,
    "Audience": 800,
    "Topic": 1500,
    "Place": 1000,
}
"""How many things there are of each label, whether an article names them or not."""
_IN_AN_ARTICLE = {"Person": 5, "Organization": 3, "Outlet": 1, "Platform": 1, "Show": 1, "Audience": 1, "Topic": 2, "Place": 3}
_KNOWN = 0.05
"""The share of things, the most named first, that have a lexicon id."""
_SOUNDS = (
    "ba",
    "cor",
    "den",
    "el",
    "far",
    "gil",
    "ha",
    "is",
    "ja",
    "kel",
    "lo",
    "mar",
    "nor",
    "os",
    "pel",
    "ro",
    "sel",
    "tor",
    "un",
    "ver",
)
_VERBS = {
    "OWNS": "owns", "FOUNDED": "founded", "LEADS": "leads", "WORKS_FOR": "works for", "HOSTS": "hosts", "AIRS_ON": "goes out on",
    "PART_OF": "is a part of", "USES": "uses", "ENDORSED": "endorsed", "SUPPORTS": "praised", "CRITICIZED": "attacked", "SUED": "sued",
    "TARGETS": "courts", "HAS_AUDIENCE": "is heard by", "PARTNERED_WITH": "advertises with", "BANNED_FROM": "was banned from",
}  # fmt: skip


def articles(count: int, seed: int = 1) -> Iterator[Facts]:
    """The facts of `count` articles, in order of publication, twenty a day."""
    return islice((_Writer(seed, n).facts() for n in _numbers()), count)


def _numbers() -> Iterator[int]:
    n = 0
    while True:
        yield n
        n += 1


@dataclass(frozen=True, slots=True)
class _Occasion:
    """An occasion as it was, of which articles tell."""

    kind: str
    guests: tuple[int, ...]
    host: int
    show: int | None
    platform: int | None
    place: int | None
    topic: int
    day: date | None


def _occasion(seed: int, number: int) -> _Occasion:
    luck = Random(f"occasion {seed} {number}")
    guests = tuple(dict.fromkeys(_person(luck) for _ in range(luck.choice((1, 1, 1, 2)))))
    aired = luck.random()
    show = _skewed(luck, _WORLD["Show"]) if aired < 0.6 else None
    # a show has its host; of other occasions anybody may be
    host = len(_HUBS) + (2 * show if show is not None else 2 * _skewed(luck, 2000) + 1)
    guests = tuple(g for g in guests if g != host) or (0,)
    return _Occasion(
        luck.choice(KINDS[:-1]),
        guests,
        host,
        show,
        _rank(luck, _WORLD["Platform"]) if luck.random() < 0.6 else None,
        _rank(luck, _WORLD["Place"]) if aired > 0.8 else None,
        _rank(luck, _WORLD["Topic"]),
        _FIRST_DAY + timedelta(days=number // (_NEW_OCCASIONS * _A_DAY)) if luck.random() < 0.6 else None,
    )


def _rank(luck: Random, size: int) -> int:
    """A rank below `size`, each with a share of about one over itself."""
    return int(size ** luck.random()) - 1


def _skewed(luck: Random, size: int) -> int:
    """A rank below `size`, the first in one of thirty or forty; shows are many, and none has half of all guests."""
    return int(size * luck.random() ** 2)


def _person(luck: Random) -> int:
    """A person as guests are chosen: the first ones as often as they are in articles."""
    hub = luck.random() * 2 * sum(_HUBS)
    for n, share in enumerate(_HUBS):
        hub -= share
        if hub < 0:
            return n
    return _rank(luck, _WORLD["Person"])


def _name(label: str, number: int) -> str:
    """A name that no other thing of the label has."""
    size = len(_SOUNDS)
    sounds = [_SOUNDS[number // size**power % size] for power in range(4)]
    last = "".join(reversed(sounds)).capitalize()
    if label == "Person":
        return f"{_SOUNDS[number % 7]}{_SOUNDS[number % 11]} {last}".title()
    form = {"Organization": "{} Group", "Outlet": "{} Post", "Platform": "{}gram", "Show": "{} Tonight", "Place": "{} City"}
    form |= {"Audience": "listeners in {}", "Topic": "the {} plan"}
    return form[label].format(last)


class _Writer:
    """Writes one article, sentence by sentence."""

    def __init__(self, seed: int, number: int) -> None:
        self._seed = seed
        self._number = number
        self._luck = Random(f"article {seed} {number}")
        self._text = ""
        self._mentions: dict[tuple[str, int], list[Span]] = {}

    def facts(self) -> Facts:
        """The article's facts."""
        luck = self._luck
        published = _FIRST_DAY + timedelta(days=self._number // _A_DAY)
        for label, count in _IN_AN_ARTICLE.items():
            for _ in range(count):
                self._say((label, _rank(luck, _WORLD[label])), " is in the news.")
        for n, share in enumerate(_HUBS):
            if luck.random() < share:
                self._say(("Person", n), " is in the news again.")
        newest = _NEW_OCCASIONS * self._number
        told = dict.fromkeys(max(0, newest - int(luck.expovariate(1 / 20))) for _ in range(_TOLD))
        appearances = tuple(self._appearance(n, _occasion(self._seed, o)) for n, o in enumerate(told))
        relations = tuple(filter(None, (self._relation() for _ in range(20))))
        reach = tuple(self._reach(appearances) for _ in range(2))
        statements = tuple(self._statement() for _ in range(4))
        motives = (self._motive(appearances[0]),)
        outlet = _name("Outlet", _rank(luck, _WORLD["Outlet"]))
        article = Article(
            f"made-{self._seed}-{self._number:07}", self._text, f"Made up news, part {self._number + 1}", outlet, None, None,
            published.isoformat(), "benchmarks.news",
        )  # fmt: skip
        return Facts(article, tuple(map(self._entity, self._mentions)), appearances, relations, reach, statements, motives)

    def _say(self, *parts: str | tuple[str, int]) -> Span:
        """Write a sentence, note who is mentioned in it, and tell where it stands."""
        start = len(self._text)
        for part in parts:
            if isinstance(part, tuple):
                name = _name(*part)
                self._mentions.setdefault(part, []).append((len(self._text), len(self._text) + len(name)))
                self._text += name
            else:
                self._text += part
        span = (start, len(self._text))
        self._text += " "
        return span

    def _entity(self, thing: tuple[str, int]) -> Entity:
        label, number = thing
        wikidata = f"Q{list(_WORLD).index(label) + 1}{number:06}" if number < _KNOWN * _WORLD[label] else None
        return Entity(_id(thing), label, _name(label, number), (), (), tuple(self._mentions[thing]), wikidata)

    def _appearance(self, number: int, o: _Occasion) -> Appearance:
        guests = [("Person", g) for g in o.guests]
        host, topic = ("Person", o.host), ("Topic", o.topic)
        words: list[str | tuple[str, int]] = [guests[0], *(w for g in guests[1:] for w in (" and ", g)), " met ", host]
        slots: dict[str, tuple[str, int] | None] = {}
        for slot, label, key, joint in (
            ("show", "Show", o.show, " on "),
            ("platform", "Platform", o.platform, " for "),
            ("place", "Place", o.place, " in "),
        ):
            slots[slot] = None if key is None else (label, key)
            words += [] if key is None else [joint, (label, key)]
        day = o.day.isoformat() if o.day and self._luck.random() < 0.8 else None
        first = self._say(*words, f" on {day}." if day else ".")
        second = self._say("They spoke about ", topic, ".")
        show, platform, place = slots["show"], slots["platform"], slots["place"]
        return Appearance(
            f"a{number}", o.kind, "occurred", tuple(map(_id, guests)), (_id(host),), show and _id(show), (_id(platform),) if platform else (),
            place and _id(place), day, None, None, (_id(topic),), (first, second), {"topics": (second,)}, None, "made-up", 0.8,
        )  # fmt: skip

    def _pick(self, labels: Sequence[str]) -> tuple[str, int] | None:
        known = [thing for thing in self._mentions if thing[0] in labels]
        return self._luck.choice(known) if known else None

    def _relation(self) -> Relation | None:
        """What there is between two things is the same in every article."""
        subject, object_ = self._luck.choice(list(self._mentions)), self._luck.choice(list(self._mentions))
        types = [t for t in _VERBS if ontology().allows(subject[0], t, object_[0])]
        if subject == object_ or not types:
            return None
        type_ = Random(f"relation {self._seed} {subject} {object_}").choice(types)
        span = self._say(subject, f" {_VERBS[type_]} ", object_, ".")
        return Relation(_id(subject), type_, _id(object_), None, (span,), "made-up", self._luck.choice((0.6, 0.8, 0.9)))

    def _reach(self, appearances: Sequence[Appearance]) -> Reach:
        value, unit = 1000 * self._luck.randrange(1, 5000), self._luck.choice(UNITS)
        thing = self._pick(("Show", "Platform", "Person"))
        assert thing is not None
        span = self._say(thing, f" has {value:,} {unit}.")
        return Reach(_id(thing), float(value), unit, evidence=(span,), rule="made-up", confidence=0.8)

    def _statement(self) -> Statement:
        speaker, about = self._pick(("Person",)), self._pick(("Person", "Topic", "Place", "Organization"))
        assert speaker is not None
        assert about is not None
        start, end = self._say(speaker, " said that ", about, f" matters, {self._luck.randrange(10_000)} times over.")
        text = self._text[start:end]
        return Statement(_id(speaker), start, end, text, False, "said", (_id(about),), ((start, end),), "made-up", 0.8)

    def _motive(self, appearance: Appearance) -> Motive:
        audience = self._pick(("Audience",))
        assert audience is not None
        start, end = self._say("It was done to reach ", audience, ".")
        return Motive(appearance.guests[0], start, end, self._text[start:end], appearance.id, None, ((start, end),), "made-up", 0.8)


def _id(thing: tuple[str, int]) -> str:
    return f"{thing[0]}{thing[1]}"
