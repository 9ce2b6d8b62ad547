"""What speaks for and against a relation between two things: cues for `pair_choice.py`.

A cue is a short sentence that holds or does not: "A has post HOSTS", "between on", "says AIRS_ON". A is who, B whom. Cues come in groups,
since pairs share those of their things and mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.relations.pair_near import Near, nearest
from etl.transform.relations.pair_spots import SIDES, Spot, spots
from etl.transform.weighing import plain
from graph.ontology import ontology
from graph.records import Span

TYPES = ("Person", "Organization", "Outlet", "Platform", "Show")
# Told within one sentence nearly always: of what pairs in two might tell of these one in a hundred is right. Their rules are narrow and are believed.
NARROW = (
    "CRITICIZED", "SUPPORTS", "ENDORSED", "PARTNERED_WITH", "RELATED_TO", "OPPONENT_OF", "RUNNING_MATE_OF", "SUED", "PART_OF",
)  # fmt: skip
FAR = (3, 6, 12, 25)  # words; how far two mentions are apart
BETWEEN = 10  # words between two mentions that are looked at, if there are no more
RANKS, MANY = 3, 4  # more are not told apart
ROLES = 4  # that are looked at
Group = tuple[str, ...]
Key = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two things that may be related.

    Attributes:
        subject, object: who and whom.
        near: their nearest mentions, the nearest first; none where rules relate them from afar.
        shared: the cues of its things and mentions, in groups that other pairs have, too.
        alone: its other cues, whatever the relation.
        own: by each relation that may be, its own cues.
    """

    subject: Thing
    object: Thing
    near: Sequence[Near]
    shared: tuple[Group, ...]
    alone: Group
    own: Mapping[str, Group]

    def evidence(self, reading: Reading) -> list[Span]:
        """The sentences in which the two are mentioned nearest to each other."""
        return sorted({reading.sentence_span(spot.mention.start) for near in self.near[:1] for spot in (near.a, near.b)})


@cache
def fitting(predicates: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which of `predicates` may hold between things of two types, by the types."""
    allowed = ontology()
    found = {(a, b): tuple(p for p in predicates if allowed.allows(a, p, b)) for a in TYPES for b in TYPES}
    return {types: fit for types, fit in found.items() if fit}


class Scene:
    """An article with what the cues ask of it time and again.

    Args:
        reading: the article.
        occasions: its appearances.
        told: the relations that rules have found.
        things: those that may be related.
        marks: their mentions.
    """

    def __init__(
        self,
        reading: Reading,
        occasions: Sequence[AppearanceDraft],
        told: Sequence[RelationDraft],
        things: Sequence[Thing],
        marks: Sequence[Spot],
    ) -> None:
        self.reading = reading
        self.mates = _mates(marks)
        self.count = Counter(t.type for t in things)
        ranks: Counter[str] = Counter()
        self.rank: dict[int, int] = {}
        for thing in sorted(things, key=lambda t: -len(t.mentions)):
            self.rank[id(thing)] = min(RANKS, ranks[thing.type])
            ranks[thing.type] += 1
        self.rules: dict[Key, list[RelationDraft]] = {}
        self._ends: dict[tuple[str, str, int], set[int]] = {}
        for d in told:
            a, b = id(d.subject), id(d.object)
            self.rules.setdefault((a, b), []).append(d)
            self._ends.setdefault((d.predicate, "A", a), set()).add(b)
            self._ends.setdefault((d.predicate, "B", b), set()).add(a)
        self.together = _together(occasions)
        self.about: dict[tuple[int, str], Group] = {}
        for thing in things:
            about = list(self._about(thing))
            for side in SIDES:
                self.about[id(thing), side] = tuple(f"{side} {cue}" for cue in about)

    def _about(self, thing: Thing) -> Iterator[str]:
        yield thing.type
        yield f"rank {self.rank[id(thing)]}"
        yield f"one of {min(MANY, self.count[thing.type])}"
        if thing.entry is not None:
            yield f"known {thing.entry.kind}"
        if thing.plural:
            yield "plural"
        if self.reading.article.outlet and self.reading.article.outlet in (thing.name, *thing.aliases):
            yield "publishes"
        for role in dict.fromkeys(r.split()[-1].lower() for r in thing.roles[:ROLES] if r.strip()):
            yield f"role {role}"

    def both(self, a: Thing, b: Thing, near: Sequence[Near]) -> Iterator[str]:
        """The cues about two things, wherever they are mentioned."""
        key = id(a), id(b)
        yield f"{a.type} {b.type}"
        yield f"ranks {self.rank[key[0]]} {self.rank[key[1]]}"
        yield f"in one sentence {sum(not n.apart for n in near)}" if near else "far"
        if a.surname and a.surname in b.name:
            yield "A's name in B"
        together = self.together.get(key)
        yield from sorted(together) if together else ("never together",)
        for d in self.rules.get((key[1], key[0]), ()):
            yield f"inverse {d.predicate}"
        for side, mates, ends in (("A", self.mates[key[0]], 1), ("B", self.mates[key[1]], 0)):
            said = {d.predicate for m in mates for d in self.rules.get((m, key[1]) if ends else (key[0], m), ())}
            yield from sorted(f"mate of {side} says {p}" for p in said)
        says = self.rules.get(key, ())
        yield from dict.fromkeys(f"says {d.predicate}" for d in says)
        yield from dict.fromkeys(f"{d.rule} says {d.predicate}" for d in says)

    def others(self, predicate: str, a: Thing, b: Thing) -> Group:
        """The cues of one relation: whether rules have found that of the one or the other with others."""
        has = bool(self._ends.get((predicate, "A", id(a)), set()) - {id(b)})
        had = bool(self._ends.get((predicate, "B", id(b)), set()) - {id(a)})
        return (f"A has another {has}, B has another {had}",)


def _mates(marks: Sequence[Spot]) -> Mapping[int, set[int]]:
    """By the identity of a thing those of others of its type that it is joined to by "and" somewhere."""
    rows: dict[int, list[Thing]] = {}
    for spot in marks:
        rows.setdefault(spot.lead, []).append(spot.thing)
    out: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows.values():
        for thing in row:
            out[id(thing)].update(id(t) for t in row if t is not thing and t.type == thing.type)
    return out


def _together(occasions: Sequence[AppearanceDraft]) -> dict[Key, set[str]]:
    out: dict[Key, set[str]] = {}
    for o in occasions:
        parts = [("guest", g) for g in o.guests] + [("host", h) for h in o.hosts] + [("platform", p) for p in o.platforms]
        parts += [("show", o.show)] if o.show is not None else []
        for one, x in parts:
            for two, y in parts:
                if x is not y:
                    out.setdefault((id(x), id(y)), set()).update((f"{one} and {two}", f"{one} and {two} of {o.kind}"))
    return out


def _far(distance: int) -> int:
    return sum(distance > words for words in FAR)


def _path(near: Near) -> Iterator[str]:
    """How the parse joins the two."""
    above = {i: n for n, (i, _, _) in enumerate(near.a.way)}
    for down, (i, _, lemma) in enumerate(near.b.way):
        if i in above:
            up = above[i]
            a, b = near.a.way[:up], near.b.way[:down]
            ways = f"{'<'.join([w[1] for w in a])} | {'>'.join([w[1] for w in reversed(b)])}"
            top = "A" if not up else "B" if not down else lemma
            yield f"path {ways}"
            yield f"path {ways} by {top}"
            if up and down:
                yield f"top {top}"
                yield f"top {top}, A {a[-1][1]} B {b[-1][1]}"
            if up > 1:
                yield f"A under {a[1][2]} below"
            if down > 1:
                yield f"B under {b[1][2]} below"
            if down > 2:
                yield f"B under {b[2][2]} {b[1][2]} below"
            return
    yield "no path"


def _between(reading: Reading, near: Near, first: str) -> Iterator[str]:
    low, high = (near.a.i, near.b.i) if near.a.i < near.b.i else (near.b.i, near.a.i)
    if high - low <= BETWEEN + 1:
        words: dict[str, None] = {}
        for i in range(low + 1, high):
            thing = reading.at(reading.words[i])
            if thing is None:
                words[plain(reading.lemmas[i])] = None
            elif thing is not near.a.thing and thing is not near.b.thing:
                words["NAME"] = None
        for word in words:
            yield f"between {word}"
            yield f"between, {first} first, {word}"


def _beside(reading: Reading, near: Near, nearest_of_all: bool) -> Iterator[str]:
    """The cues about two mentions."""
    a, b, apart = near.a, near.b, near.apart
    first = "A" if a.i < b.i else "B"
    yield f"{apart} apart, {first} first"
    if nearest_of_all:
        yield f"nearest {apart} apart, {first} first, {_far(near.distance)} far"
        yield f"nearest {apart} apart, A {a.mention.kind} B {b.mention.kind}"
    yield f"{apart} apart, like A between {near.like_a}"
    yield f"{apart} apart, like B between {near.like_b}"
    if apart:
        yield f"{first} first apart, A {a.dep} B {b.dep}"
    else:
        yield f"A {a.dep} {a.before}, B {b.dep} {b.before}"
        yield from _path(near)
        yield from _between(reading, near, first)
    for side, one, other, like in (("A", a, b, near.like_b), ("B", b, a, near.like_a)):
        for post in one.posts:
            whose = "this" if id(other.thing) in post.within else "another" if post.within else "nobody"
            yield f"{side} post {post.tells} of {whose}, {apart} apart"
            yield f"{side} post {post.noun} of {whose}"
            if not post.within:
                yield f"{side} post {post.tells} of {post.owner or 'nobody'}, {first} first, {apart} apart, {like} between"
    if b.speaker is a.thing:
        yield "A speaks of B"
    if a.speaker is b.thing:
        yield "B speaks of A"


def pairs(
    reading: Reading, occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft], predicates: tuple[str, ...]
) -> Iterator[Pair]:
    """The pairs of things that may be related: those mentioned near each other, within one sentence for `NARROW`, and those of `told`; in the order in which they were taken up.

    Args:
        reading: the article.
        occasions: its appearances.
        told: the relations that rules have found.
        predicates: the relations that come into question.
    """
    fits = fitting(predicates)
    ends = {id(t): t for d in told if (d.subject.type, d.object.type) in fits for t in (d.subject, d.object)}
    things = {id(t): t for t in (*reading.things, *ends.values()) if t.type in TYPES}
    number = {key: n for n, key in enumerate(things)}
    marks = spots(reading, things.values())
    scene = Scene(reading, occasions, told, list(things.values()), marks)
    near = nearest(marks, fits)
    keys = {*near, *(key for key in scene.rules if key[0] in things and key[1] in things)}
    for key in sorted(keys, key=lambda k: (number[k[0]], number[k[1]])):
        a, b = things[key[0]], things[key[1]]
        found = near.get(key, [])
        apart = not found or bool(found[0].apart)
        stated = {d.predicate for d in scene.rules.get(key, ())}
        # Of two that are never named near each other no sentence states anything but what a rule has found.
        asked = [p for p in fits.get((a.type, b.type), ()) if p in stated or (found and not (apart and p in NARROW))]
        if not asked:
            continue
        shared = [scene.about[key[0], "A"], scene.about[key[1], "B"]]
        alone = list(scene.both(a, b, found))
        for n, x in enumerate(found):
            # A mention that stands in two of the nearest counts once.
            shared += [g for g in (x.a.cues("A"), x.b.cues("B")) if all(g is not other for other in shared)]
            alone += _beside(reading, x, not n)
        yield Pair(a, b, found, tuple(shared), tuple(alone), {p: scene.others(p, a, b) for p in asked})
