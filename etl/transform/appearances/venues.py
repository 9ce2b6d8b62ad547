"""Whether what stands in a clause is where its subject was heard: the show after "on", the interview after "in", the stage after "at"."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import passive
from etl.transform.appearances.items import NOUN, OUTLET, POST, SHOW, VENUE, Item, position, relative_of, verb_above
from etl.transform.appearances.solo_verbs import SoloVerbs
from etl.transform.clauses import complements, objects

PLACES_OF_SPEECH = frozenset("on in at during over for inside onstage into aboard".split())
# Passives whose subject is the one who appears.
SENT = frozenset(
    "send put book slot see expect schedule bill announce confirm ask press question invite set plan quote hear record film tape".split()
)


class Venues(SoloVerbs):
    """Knows where one is heard."""

    def _is_venue_of(self, item: Item, verb: Token) -> bool:
        """Whether the item is where the subject of `verb` was heard."""
        lemma = verb.lemma_.lower()
        if lemma == "drop" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("in", "by"):
            return item.sort == SHOW and position(item.token) in ("on", "by", "at")  # "dropped in on the show"
        if relative_of(item.token) == verb and verb_above(item.token) != verb:
            return True
        if lemma in ("see", "watch", "hear", "pit") and not passive(verb) and self.people(objects(verb)):
            return item.sort in (NOUN, SHOW) and position(item.token) in PLACES_OF_SPEECH
        if passive(verb) and lemma not in cues.RECEIVING | SENT | {"join", "ask", "press", "question"}:
            return False
        where = position(item.token)
        if item.sort == SHOW or (item.sort == VENUE and self._owners(item)):
            if where == "object":
                return lemma in (
                    "join",
                    "do",
                    "visit",
                    "give",
                    "tell",
                    "guest-host",
                    "guest",
                    "record",
                    "tape",
                    "film",
                    "play",
                    "grace",
                    "enter",
                ) or (lemma == "make" and item.sort == VENUE)
            if where == "with":
                return lemma in ("speak", "talk", "sit", "chat")
            if where == "to":
                return lemma in ("send", "call", "phone", "dial", "speak", "talk", "return", "come", "go", "turn", "take", "head", "give")
            if where == "for":
                return lemma in (
                    "sit",
                    "join",
                    "record",
                    "tape",
                    "film",
                    "speak",
                    "stop",
                    "return",
                    "go",
                    "come",
                    "appear",
                    "interview",
                    "settle",
                )
            if where == "by":
                return lemma in ("stop", "drop", "swing")
            return where in PLACES_OF_SPEECH and lemma not in cues.NO_VENUE_VERBS
        if item.sort == OUTLET:
            if where == "on" and lemma not in cues.NO_VENUE_VERBS:
                return True
            if where in ("on", "with", "to", "for", "in", "into"):
                return (
                    lemma in cues.MEETING | cues.COMING | cues.SAYING | {"be", "face", "debate", "interview"}
                    and (where != "to" or lemma in ("speak", "talk"))
                    and (where != "for" or lemma == "sit")
                )
            return False
        if item.sort == NOUN:
            if where == "to":
                return lemma in SENT | {"come", "go", "return", "send"}
            return (
                where in PLACES_OF_SPEECH
                and (lemma not in cues.NO_VENUE_VERBS or where in ("in", "during"))
                and (lemma != "be" or where in ("on", "for"))
            )
        if item.sort == VENUE:
            return where in ("on", "in", "during") and lemma in cues.SAYING | cues.COMING | cues.MEETING
        if item.sort == POST:
            return where == "in" and lemma in cues.SAYING and self._published(item)
        return False

    def _published(self, item: Item) -> bool:
        """Whether the clip or video is said to have been published, or to stand on a platform."""
        token = item.token
        if any(c.dep_ in ("acl", "relcl") and c.lemma_ in cues.POSTING for c in token.children):
            return True
        return bool(self.people(complements(token, ("on",)), "Platform")) or any(
            p.type == "Platform" for _, p in slots.mentions(self.reading, token.subtree, "Platform")
        )

    def _on_stage(self, item: Item, verb: Token) -> bool:
        """Whether the subject speaks before a gathering: "addressed the conference", "took the stage at", "spoke at a summit"."""
        lemma, where = verb.lemma_.lower(), position(item.token)
        if lemma in ("address", "headline", "open", "close"):
            return where == "object"
        if lemma == "take" and item.token.lower_ in ("stage", "podium", "lectern"):
            return where in ("object", "to")
        if lemma in ("speak", "talk"):
            return where in ("at", "to") and item.token.lower_ not in ("stage",)
        if lemma in ("join", "appear", "sit") and item.token.lower_ != "stage":
            return where in ("at", "in") and (item.token.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in item.token.lefts))
        if lemma == "take" and any(c.lower_ == "part" for c in verb.children):
            return where in ("in", "at")
        return (
            item.token.lower_ == "stage"
            and where == "on"
            and lemma in ("appear", "expect", "be", "step", "return", "walk", "come", "speak", "sit")
        )
