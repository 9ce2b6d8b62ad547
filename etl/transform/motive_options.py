"""Whose motive a stretch may be: the people and bodies around it, each with its cues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from etl.transform import clauses, motive_actor
from etl.transform.motive_clues import Clue, Sentences
from etl.transform.motive_scene import subject
from etl.transform.motive_voice import represents
from etl.transform.reading import Reading, Thing

UPWARDS = 6  # clauses above the stretch whose subjects come into question
SINGULAR = frozenset("i me my mine myself".split())
PLURAL = frozenset("we us our ours ourselves".split())


class Actors:
    """Tells of each clue of an article who may have that motive."""

    def __init__(self, reading: Reading, sentences: Sentences, main: Thing | None) -> None:
        self.reading, self.sentences, self.main = reading, sentences, main
        self._guests = {id(t) for t in sentences.scene.guests}
        self._hosts = {id(t) for t in sentences.scene.hosts}
        self._spoken_for: dict[int, Thing | None] = {}

    def options(self, clue: Clue) -> list[tuple[Thing, tuple[str, ...]]]:
        """The candidates with their cues, in the order in which they come to mind."""
        found: dict[int, tuple[Thing, dict[str, None]]] = {}
        for thing, cue in self._told(clue):
            if thing is not None and thing.type in motive_actor.ACTORS:
                found.setdefault(id(thing), (thing, {}))[1][cue] = None
        inside = {id(thing) for _, thing in self.reading.within(clue.start, clue.end)}
        return [(thing, (*cues, *self._standing(thing, id(thing) in inside))) for thing, cues in found.values()]

    def _told(self, clue: Clue) -> Iterator[tuple[Thing | None, str]]:
        reading, sentences = self.reading, self.sentences
        n = sentences.at(clue.start)
        sentence = sentences.all[n]
        said = reading.speaker(clue.start)
        quoted = reading.quote(clue.start) is not None
        how = "quoted" if quoted else "said" if said is not None else "told"
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
        before = reading.within(sentence.start, clue.start, motive_actor.ACTORS)
        for _, thing in before:
            yield thing, f"named before, {how}"
        if before:
            yield before[-1][1], f"named right before, {how}"
        for _, thing in reading.within(clue.end, sentence.end, motive_actor.ACTORS):
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
