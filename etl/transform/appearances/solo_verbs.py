"""Verbs that tell of an occasion without any noun, show or outlet beside them: "sat down with", "interviewed", "went live"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import without
from etl.transform.appearances.items import position
from etl.transform.appearances.presuming import Presuming
from etl.transform.clauses import complements, objects, subjects
from etl.transform.reading import Thing

EACH_OTHER = re.compile(r"\b(?:each other|one another|off)\b")
HEARERS = frozenset(
    "member shareholder investor student worker supporter voter delegate crowd audience thousand hundred lawmaker deputy parliament congress chamber nation graduate troop union conference".split()
)


class SoloVerbs(Presuming):
    """Knows the verbs that need nothing beside them."""

    def _tells_alone(self, verb: Token) -> bool:
        """Whether the verb tells of an occasion without any noun, show or outlet: "sat down with", "interviewed", "streamed with"."""
        lemma = verb.lemma_.lower()
        if lemma in cues.INTERVIEWING:
            return True
        if lemma in ("tell", "inform", "give", "book", "pencil"):
            return self._to_a_presenter(verb)
        if lemma in ("face", "debate", "meet", "fight", "confront") and EACH_OTHER.search(
            verb.doc[verb.i : min(verb.i + 5, verb.sent.end)].text
        ):
            return len(self.people(subjects(verb))) > 1
        if lemma in ("talk", "chat", "speak") and len(self.people(subjects(verb))) > 1:
            return any(t.type == "DURATION" for t in self.reading.times if verb.sent.start_char <= t.start < verb.sent.end_char)
        if lemma == "address":
            return self._addresses(verb)
        if lemma in ("speak", "talk", "perform", "lecture") and verb.tag_ == "VB" and verb.head.lemma_ in ("hear", "watch", "see"):
            return bool(self.people(subjects(verb)))  # "4,000 people heard Lowe speak"
        if lemma == "debate":
            return bool(self.people(objects(verb))) and bool(self.people(subjects(verb)))
        if lemma in cues.DUELLING and len(self.people(subjects(verb))) > 1:
            return self._before_an_audience(verb)
        if lemma == "go" and any(c.lower_ == "live" for c in verb.children):
            return bool(self.who_does(verb, "Person", "Organization"))
        if lemma in ("go", "come") and self._went_on(verb):
            return bool(self.who_does(verb))
        if lemma in cues.VISITING and self._came_to_the_show(verb):
            return True
        if lemma == "visit":
            return any(self.known.hosts_anything(t) for t in self.people(objects(verb), "Person", "Organization"))
        with_whom = self.people(complements(verb, cues.WITH | {"to"}), "Person", "Organization")
        if lemma == "sit" and any(c.lower_ == "down" for c in verb.children):
            return bool(with_whom)
        if lemma in ("stream", "livestream"):
            return bool(self.people(subjects(verb)))
        if lemma in ("talk", "speak", "chat", "play", "record", "sit", "spend") or (lemma == "join" and self.people(objects(verb))):
            streaming = any(p.type == "Platform" for _, p in slots.mentions(self.reading, verb.subtree, "Platform")) or (
                lemma == "play" and any(p.name in cues.STREAMING for p in self.reading.named("Platform"))
            )
            return bool(with_whom or lemma == "join") and (
                streaming or any(self.known.hosts_anything(w) for w in (*with_whom, *(self.people(subjects(verb)) if with_whom else ())))
            )
        return False

    def _before_an_audience(self, verb: Token) -> bool:
        """Whether the clause names a place and a day."""
        placed = any(
            position(slots.root(self.reading, m)) in ("at", "in")
            for m, _ in slots.mentions(self.reading, verb.subtree, "Place", "Organization")
        )
        return placed and any(
            t.type in ("DATE", "TIME") for t in self.reading.times if verb.sent.start_char <= t.start < verb.sent.end_char
        )

    def _addresses(self, verb: Token) -> bool:
        """Whether somebody speaks before a body or a public: "will address the Chamber of Commerce", "addressed shareholders in Lyon"."""
        heard = [o for o in objects(verb) if o.dep_ in ("dobj", "nsubjpass")]
        body = any(t.type == "Organization" for t in self.people(heard, "Organization")) or any(o.lemma_.lower() in HEARERS for o in heard)
        return body and not passive(verb) and bool(self.who_does(verb))

    def _to_a_presenter(self, verb: Token) -> bool:
        """Whether somebody told, gave time to, or is booked with a person known as presenter: "told Lee that", "is booked for an hour with Lee"."""
        lemma = verb.lemma_.lower()
        if lemma in ("book", "pencil"):
            presenters = self.people(complements(verb, ("with",))) if passive(verb) else []
        elif passive(verb):
            return False
        else:
            presenters = self.people(objects(verb))
        if lemma == "give" and not any(t.type == "DURATION" for t in self.reading.times if verb.idx < t.start < verb.sent.end_char):
            return False
        return any(self.known.hosts_anything(p) for p in presenters) and any(
            not self.known.hosts_anything(w) for w in self._who_is_told_of(verb)
        )

    def _who_is_told_of(self, verb: Token) -> list[Thing]:
        return self.people(objects(verb)) if passive(verb) else self.who_does(verb)

    def _came_to_the_show(self, verb: Token) -> bool:
        """Whether, in an article about one show, somebody who is not its host came on a stated day: "in March the mayor came to cook"."""
        show = self.main_show()
        if show is None or verb.tag_ not in ("VBD", "VBN", "VB") or passive(verb):
            return False
        hosts = self.known.hosts.get(show, [])
        if not without(self.who_does(verb), hosts):
            return False
        if any(True for _ in slots.mentions(self.reading, verb.subtree, "Place", "Platform", "Outlet")):
            return False
        with_host = any(t is h for t in self.people(complements(verb, cues.WITH | {"for", "to"})) for h in hosts)
        dated = any(t.type == "DATE" and verb.sent.start_char <= t.start < verb.sent.end_char for t in self.reading.times)
        return with_host or dated

    def _went_on(self, verb: Token) -> bool:
        """Whether somebody "went on" or "came on", with no more words, where a show has just been spoken of."""
        particle = next((c for c in verb.children if c.lower_ == "on" and c.i == verb.i + 1), None)
        if particle is None or self.default_show() is None or any(c.dep_ == "pobj" for c in particle.children):
            return False
        after = verb.doc[min(particle.i + 1, len(verb.doc) - 1)]
        return after.is_punct or after.lower_ in ("in", "last", "first", "again", "before", "after", "too", "twice")
