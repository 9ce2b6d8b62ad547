"""Whose motive a stretch may be: the people and bodies around it, each with its cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from etl.transform import clauses, motive_actor
from etl.transform.actor_hearing import ActorHearing
from etl.transform.hearing_mentions import Option
from etl.transform.media_scene import subject
from etl.transform.media_sentences import Sentences
from etl.transform.motive_clues import Clue
from etl.transform.motive_voice import represents
from etl.transform.reading import Reading, Thing

UPWARDS = 6  # clauses above the stretch whose subjects come into question
HEAVY = 4  # of those whom the article mentions most come into question everywhere
FEW, FAR = 6, 5  # places and sentences from which on nothing is told apart
MALE, FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
THEY = frozenset("they them their it its".split())
SINGULAR = frozenset("i me my mine myself".split())
PLURAL = frozenset("we us our ours ourselves".split())


def _how(reading: Reading, clue: Clue) -> str:
    if reading.quote(clue.start) is not None:
        return "quoted"
    return "said" if reading.speaker(clue.start) is not None else "told"


class Actors:
    """Tells of each clue of an article who may have that motive."""

    def __init__(self, reading: Reading, sentences: Sentences, main: Thing | None) -> None:
        self.reading, self.sentences, self.main = reading, sentences, main
        self._guests = {id(t) for t in sentences.scene.guests}
        self._hosts = {id(t) for t in sentences.scene.hosts}
        self._spoken_for: dict[int, Thing | None] = {}
        self._places: dict[int, list[int]] = {}

    def options(self, clues: Sequence[Clue]) -> list[list[Option]]:
        """The candidates of each clue with their cues, in the order in which they come to mind."""
        return self.hearing.options([(clue, self.by_cues(clue)) for clue in clues])

    @cached_property
    def hearing(self) -> ActorHearing:
        """What networks hear in the article."""
        return ActorHearing(self.reading, self.sentences)

    def by_cues(self, clue: Clue) -> list[Option]:
        """The candidates, with the cues that need no network."""
        found: dict[int, tuple[Thing, dict[str, None]]] = {}
        for thing, cue in self._told(clue):
            if thing is not None and thing.type in motive_actor.ACTORS:
                found.setdefault(id(thing), (thing, {}))[1][cue] = None
        inside = {id(thing) for _, thing in self.reading.within(clue.start, clue.end)}
        said = self.reading.speaker(clue.start)
        gender = self._gender(clue)
        how = _how(self.reading, clue)
        return [
            (thing, (*cues, *self._more(clue, thing, said, gender, how), *self._standing(thing, id(thing) in inside)))
            for thing, cues in found.values()
        ]

    def _gender(self, clue: Clue) -> set[str]:
        """Which pronouns of the third person stand in the stretch."""
        words = {t.lower_ for t in self.reading.tokens(clue.start, clue.end)}
        return {name for name, forms in (("m", MALE), ("f", FEMALE), ("they", THEY)) if words & forms}

    def _more(self, clue: Clue, thing: Thing, said: Thing | None, gender: set[str], how: str) -> Iterator[str]:
        """How much the article speaks of `thing`, where it did last, and whether the pronouns of the stretch may mean it."""
        if thing.type == "Person" and said is not thing and thing.gender in ("m", "f"):
            for pronoun in sorted(gender & {"m", "f"}):
                yield f"{'agrees' if pronoun == thing.gender else 'disagrees'} with a pronoun, {how}"
        if thing.type != "Person" and "they" in gender:
            yield f"a body where they is said, {how}"
        yield f"{min(self._rank.get(id(thing), FEW), FEW)} in rank, {how}"
        starts = self._mentioned(thing)
        at = bisect_left(starts, clue.start)
        if at:
            back = self.sentences.at(clue.start) - self.sentences.at(starts[at - 1])
            yield f"mentioned {min(back, FAR)} sentences back, {how}"
        else:
            yield "not mentioned before"

    def _mentioned(self, thing: Thing) -> list[int]:
        """Where `thing` is mentioned, in order."""
        if id(thing) not in self._places:
            self._places[id(thing)] = sorted(m.start for m in thing.mentions)
        return self._places[id(thing)]

    @cached_property
    def _rank(self) -> dict[int, int]:
        """The place of each among all by how often the article mentions them."""
        things = [t for t in self.reading.named(*motive_actor.ACTORS) if t.mentions]
        things.sort(key=lambda t: (-len(t.mentions), t.mentions[0].start))
        return {id(t): n for n, t in enumerate(things)}

    def _told(self, clue: Clue) -> Iterator[tuple[Thing | None, str]]:
        reading, sentences = self.reading, self.sentences
        n = sentences.at(clue.start)
        sentence = sentences.all[n]
        said = reading.speaker(clue.start)
        quoted = reading.quote(clue.start) is not None
        how = _how(reading, clue)
        does = motive_actor.actor(reading, clue.verb)
        yield does, f"subject, {how}"
        yield does, f"subject, {clue.kind}"
        if does is not None:
            bare = next((s for s in clauses.subjects(clue.verb) if reading.at(s) is does), None)
            if bare is not None:
                yield does, f"subject, {'pronoun' if bare.pos_ == 'PRON' else 'noun'}"
            if any(f.actor is does for f in clue.found):
                yield does, "subject and by a construction"
        above = clue.verb
        for _ in range(UPWARDS):
            if above.head == above:
                break
            above = above.head
            if above.pos_ in ("VERB", "AUX"):
                yield motive_actor.actor(reading, above), f"subject above, {how}"
        first = subject(reading, sentence)
        yield first, f"subject of the sentence, {how}"
        if n:
            yield subject(reading, sentences.all[n - 1]), f"subject before, {how}"
        for at, where in ((n, "here"), (n - 1, "before")):
            if (act := sentences.act(at)) is not None:
                yield act.who, f"acts {where}, {how}{', refusing' if act.refused else ''}"
        yield from self._speaking(clue, said, quoted)
        for other, name in ((does, "the subject"), (first, "the subject of the sentence")):
            yield self._behind(other), f"spoken for by {name}, {how}"
        yield motive_actor.earlier(reading, clue.start), f"subject of the paragraph, {how}"
        yield self.main, "appears most"
        for f in clue.found:
            yield f.actor, "by a construction"
            yield f.actor, f"by {f.rule}"
        for at, where in ((n, "here"), (n - 1, "before")):
            for occasion in sentences.scene.told.get(sentences.all[at].start, ()) if at >= 0 else ():
                for guest in occasion.guests:
                    yield guest, f"guest {where}, {how}{', declined' if occasion.status == 'declined' else ''}"
                for host in occasion.hosts:
                    yield host, f"host {where}, {how}"
        yield from self._near(clue, how)
        yield from self._weighty(how)

    def _speaking(self, clue: Clue, said: Thing | None, quoted: bool) -> Iterator[tuple[Thing | None, str]]:
        """Who says it, and for whom."""
        if said is None:
            return
        behind = self._behind(said)
        where = ", quoted" if quoted else ""
        yield said, f"speaks{' for another' if behind is not None else ''}{where}"
        yield behind, f"spoken for{where}"
        if motive_actor.comments(said):
            yield said, "comments and speaks"
        if quoted:
            words = {t.lower_ for t in self.reading.tokens(clue.start, clue.end)}
            if words & SINGULAR:
                yield said, "says I"
            if words & PLURAL:
                yield behind, "for whom we is said"
                yield said, f"says we{' for another' if behind is not None else ''}"

    def _near(self, clue: Clue, how: str) -> Iterator[tuple[Thing | None, str]]:
        """Who is named around the stretch."""
        reading, sentences = self.reading, self.sentences
        sentence = sentences.all[sentences.at(clue.start)]
        before = reading.within(max(sentence.start, clue.start - motive_actor.BACK), clue.start, motive_actor.ACTORS)
        for _, thing in before:
            yield thing, f"named before, {how}"
        if before:
            yield before[-1][1], f"named right before, {how}"
        for _, thing in reading.within(clue.end, min(sentence.end, clue.end + motive_actor.BACK), motive_actor.ACTORS):
            yield thing, f"named behind, {how}"
        begin = max(sentences.paragraph(clue.start).start, sentence.start - motive_actor.BACK)
        for _, thing in reading.within(begin, sentence.start, motive_actor.ACTORS):
            yield thing, f"named in the paragraph before, {how}"

    def _weighty(self, how: str) -> Iterator[tuple[Thing | None, str]]:
        """Whom the article names most, and those in its title."""
        for type_, thing in self._most.items():
            yield thing, f"{type_} named most, {how}"
        for thing in self._titled:
            yield thing, "in the title"
        for thing in self._heavy:
            yield thing, "heavy"

    @cached_property
    def _heavy(self) -> list[Thing]:
        """Those of whom the article speaks most."""
        return [t for t in self.reading.named(*motive_actor.ACTORS) if self._rank.get(id(t), HEAVY) < HEAVY]

    @cached_property
    def _most(self) -> dict[str, Thing]:
        out = {}
        for type_ in ("Person", "Organization"):
            named = [t for t in self.reading.named(type_) if t.mentions]
            if named:
                out[type_] = max(named, key=lambda t: (len(t.mentions), -t.mentions[0].start))
        return out

    @cached_property
    def _titled(self) -> list[Thing]:
        title = self.reading.article.title or ""
        return [t for t in self.reading.named(*motive_actor.ACTORS) if any(name and name in title for name in (t.name, *t.aliases))]

    def _standing(self, thing: Thing, inside: bool) -> Iterator[str]:
        """What holds of somebody wherever the stretch stands; `inside` tells whether the stretch names them."""
        yield f"a {thing.type}"
        if id(thing) in self._guests:
            yield "a guest"
        if id(thing) in self._hosts:
            yield "a host"
        if motive_actor.comments(thing):
            yield "comments"
        count = len(thing.mentions)
        yield "mentioned once" if count < 2 else "mentioned a few times" if count < 4 else "mentioned often"
        if inside:
            yield "named inside"

    def _behind(self, thing: Thing | None) -> Thing | None:
        """For whom a person speaks."""
        if thing is None or thing.type != "Person":
            return None
        if id(thing) not in self._spoken_for:
            self._spoken_for[id(thing)] = represents(self.reading, thing)
        return self._spoken_for[id(thing)]
