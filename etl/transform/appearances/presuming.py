"""Who must be meant where a clause names too few: the person in focus, the subject of another clause, the one to whom something is done."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import verb_above
from etl.transform.appearances.roles import Roles
from etl.transform.appearances.slots import in_quote
from etl.transform.clauses import objects, subjects
from etl.transform.reading import Reading, Thing


class Presuming(Roles):
    """Fills the people of a frame from what stands around it."""

    def _presume_guest(self, frame: Frame, verb: Token | None) -> None:
        """Where only hosts, a show or an outlet are named: the person whom the sentence or the one before speaks of is the guest."""
        if frame.guests or frame.further or not (frame.hosts or frame.show or frame.platforms) or not frame.rule:
            return
        pronoun = _unresolved_subject(self.reading, verb)
        if (
            frame.status != cues.DECLINED
            and pronoun is None
            and not any(
                n.lemma_ in ("interview", "appearance", "taping", "slot", "visit", "session", "conversation", "turn", "recording")
                for n in frame.nouns
            )
        ):
            return
        focus = [t for t in self.context.focus if not self.known.hosts_anything(t)] or self.protagonist()
        if pronoun is not None and pronoun.lower_ == "they" and without(self.context.pair, frame.hosts):
            focus = self.context.pair
            frame.guests, frame.presumed = without(focus, frame.hosts), True
            return
        if verb is not None and passive(verb) and frame.status == cues.DECLINED:
            frame.guests = self._whose_wish(frame, verb)
        if not frame.guests and pronoun is None:
            frame.guests = self._other_subject(frame, verb)
        if not frame.guests:
            frame.guests, frame.presumed = without(focus, frame.hosts)[:1], True

    def _whose_wish(self, frame: Frame, verb: Token) -> list[Thing]:
        """Whose booking was called off, by a pronoun in the clause: "was canceled at her request"."""
        owners = self.people([t for t in verb.subtree if t.dep_ == "poss" and t.pos_ == "PRON"])
        return without(owners, frame.hosts)[:1]

    def _other_subject(self, frame: Frame, verb: Token | None) -> list[Thing]:
        """The person that another clause of the sentence is about."""
        for other in verb.sent if verb is not None else ():
            if verb is not None and passive(verb) and other.i > verb.i:
                break  # "was cancelled; Lowe will instead"
            if other.dep_ in ("nsubj", "nsubjpass") and other.head != verb and not in_quote(self.reading, other):
                found = without(self.people([other]), [*frame.hosts, *frame.partners])
                if found and other.head.lemma_ not in ("say", "add", "tell", "claim"):
                    return found[:1]
        return []

    def _from_clause(self, frame: Frame, verb: Token | None) -> None:
        """People of "when", "where" and "in which" clauses where the main clause names none: "it took place on the show, when A asked B"."""
        if frame.people or verb is None or not (frame.show or frame.platforms):
            return
        for child in verb.children:
            if child.dep_ in ("advcl", "relcl", "ccomp") and any(t.lower_ in ("when", "where", "which") for t in list(child.subtree)[:3]):
                does, done = self.people(subjects(child)), self.people(objects(child))
                hosts = [
                    t
                    for t in does
                    if self.known.hosts_anything(t) or (done and child.lemma_ in ("ask", "press", "tell", "question", "challenge"))
                ]
                frame.hosts, frame.guests = hosts, without([*does, *done], hosts)
                return

    def _not_only_hosts(self, frame: Frame, verb: Token | None) -> None:
        """Where the one who speaks on a show is its host, the guest is whom the clause does something to: "she let him read it on his show"."""
        hosts = self.known.hosts.get(frame.show, []) if frame.show is not None else []
        if verb is None or not hosts or not frame.guests or without(frame.guests, hosts):
            return
        others: list[Thing] = []
        join(others, self.people(objects(verb)))
        above = verb_above(verb)
        if above is not None and above.lemma_ in ("let", "have", "make", "watch", "see", "hear", "allow"):
            join(others, self.who_does(above))
        others = without(others, hosts)
        if others:
            frame.hosts, frame.guests = frame.guests, others


def _unresolved_subject(reading: Reading, verb: Token | None) -> Token | None:
    """The "he", "she" or "they" that is the subject of `verb` and stands for nobody known."""
    if verb is None:
        return None
    return next(
        (c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("he", "she", "they") and not reading.all_at(c)), None
    )
