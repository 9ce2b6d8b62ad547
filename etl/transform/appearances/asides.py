"""Occasions told beside the main verb: by the noun "guest", "in conversation with", "debate each other", "in her place"."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import passive
from etl.transform.appearances.enumerations import Enumerations
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import GUEST, OUTLET, SHOW, VENUE, Item, position, verb_above
from etl.transform.appearances.modality import status
from etl.transform.appearances.slots import in_quote
from etl.transform.clauses import complements, conjuncts, objects, possessors, subjects
from etl.transform.reading import Thing

STEAD = re.compile(r"\b(?:instead|in (?:his|her|their) (?:place|stead))\b")
TALK_WITH = re.compile(
    r"\b(?:in (?:public |an on-?stage )?(?:conversation|discussion|dialogue)|on ?stage|onstage|interviewed (?:on ?stage )?(?=by)) (?:there )?(?:with|by)\b",
    re.I,
)
EACH_OTHER = re.compile(r"\bdebat(?:e|ed|ing) (?:each other|one another)\b")
LAUNCHES = frozenset("launch kickoff kick-off rollout roll-out announcement".split())
SINCE = frozenset("after since following".split())
CAMPAIGNS = frozenset("bid campaign candidacy run presidential leadership".split())
SHOWN = re.compile(r"\b(?:the|on a|in a|via) (?:\w+ )?(?:live-?stream|stream|broadcast|webcast|live audio|X Spaces|Spaces)\b")
PARTNER_WITHIN = 60  # characters


class Asides(Enumerations):
    """Finds what is told beside the main verb."""

    def _guests(self, found: list[Item]) -> list[Frame]:
        """Frames of the noun "guest": "her first guest was Ada Lowe", "the show's guests include"."""
        out = []
        for item in found:
            if item.sort != GUEST:
                continue
            token = item.token
            verb = token.head if token.head.pos_ in ("AUX", "VERB") else None
            of = self.people([*possessors(token), *complements(token, ("of", "on", "for"))], "Person", "Organization", "Show")
            later = [c for c in token.subtree if c.lower_ == "of" and c.dep_ == "conj"]
            join(of, self.people([o for c in later for o in c.children if o.dep_ == "pobj"], "Person", "Organization", "Show"))
            named: list[Token] = [c for c in token.rights if c.dep_ == "appos"]
            if verb is not None and verb.lemma_ in ("be", "include") and token.dep_ == "nsubj":
                named += [t for c in verb.rights if c.dep_ in ("attr", "dobj", "nsubj") for t in conjuncts(c)]
            elif verb is not None and verb.lemma_ == "be" and token.dep_ == "attr" and of:
                named += subjects(verb)
            elif (
                verb is not None
                and verb.lemma_ == "be"
                and token.dep_ == "attr"
                and not any(i.sort in (SHOW, OUTLET, VENUE) for i in found)
            ):
                named += [t for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c)]
            elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.pos_ == "PROPN":
                named.append(token.head.head)
                verb = None
            elif token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head.lemma_ == "be":
                verb = token.head.head
                named += [t for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c)]
            if token.dep_ == "compound" or not named:
                named += [c for c in token.children if c.dep_ in ("compound", "appos", "nmod")]
            guests = without(self.people(named), of)
            if not guests or status(token) == cues.UNREAL:
                continue
            owners = [t for t in of if t.type != "Show"]
            each = [[o] for o in owners] if len(owners) > 1 and token.dep_ == "attr" else [of]
            for guest, of in ((g, o) for g in guests for o in each):
                frame = Frame(
                    at=token,
                    rule="appearances.guest",
                    status=status(verb) if verb is not None else cues.OCCURRED,
                    nouns=[token],
                    strong=True,
                )
                if any(t.lower_ in ("next", "new", "coming", "upcoming", "future") for t in token.subtree):
                    frame.status = cues.PLANNED
                self._receive(frame, of)
                if not of:
                    frame.show = self.default_show()
                frame.guests = [guest]
                out.append(frame)
        return out

    def _each_other(self, sent: Span, told: list[Frame]) -> list[Frame]:
        """A debate told within another clause: "43 million watched Lowe and Bright debate each other"."""
        out = []
        for m in EACH_OTHER.finditer(self.reading.text, sent.start_char, sent.end_char):
            at = self.reading.token(m.start())
            two = [t for _, t in self.reading.within(max(sent.start_char, m.start() - PARTNER_WITHIN), m.start(), ("Person",))][-2:]
            if len(two) == 2 and two[0] is not two[1] and not in_quote(self.reading, at) and not any(two[0] in f.people for f in told):
                frame = Frame(at=at, rule="appearances.debate", kinds=["debate"], guests=two, strong=True, status=status(at))
                if frame.status != cues.UNREAL:
                    out.append(frame)
        return out

    def _in_conversation(self, sent: Span, told: list[Frame]) -> list[Frame]:
        """Talks on a stage: "Ada Lowe in conversation with the editor Ben Bright", "she said, on stage with Bright"."""
        out = []
        for m in TALK_WITH.finditer(self.reading.text, sent.start_char, sent.end_char):
            at = self.reading.token(m.start())
            before = self.reading.within(sent.start_char, m.start(), ("Person",))
            after = self.reading.within(m.end(), min(m.end() + PARTNER_WITHIN, sent.end_char), ("Person",))
            if not before or not after or in_quote(self.reading, at):
                continue
            subject = [t for mention, t in before if slots.root(self.reading, mention).dep_ in ("nsubj", "nsubjpass")]
            guest, host = (subject or [t for _, t in before])[-1], after[0][1]
            if guest is host or any(host is p and guest in f.people for f in told for p in f.people):
                continue
            frame = Frame(at=at, rule="appearances.conversation", kinds=["interview"], guests=[guest], hosts=[host], strong=True)
            frame.status = status(verb_above(at) or at)
            if frame.status != cues.UNREAL:
                out.append(frame)
        return out

    def _launches(self, sent: Span, told: list[Frame]) -> list[Frame]:
        """The launch of somebody's campaign where it is told that it was shown: "Lowe's bid launch in May …. Even Bright mocked the stream"."""
        out = []
        for token in sent:
            if token.lower_ not in LAUNCHES or token.pos_ != "NOUN" or in_quote(self.reading, token):
                continue
            campaign = [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod")] + complements(token, ("of",))
            owners = [*possessors(token), *(p for c in campaign for p in possessors(c))]
            guests = self.people(owners)
            if not guests or not any(c.lower_ in CAMPAIGNS for c in campaign) or any(g in f.people for f in told for g in guests):
                continue
            after = self.reading.sentence(min(sent.end_char + 1, len(self.reading.text)))
            shown = SHOWN.search(self.reading.text, sent.start_char, after.end_char)
            if shown is None:
                continue
            frame = Frame(at=token, rule="appearances.launch", nouns=[token], guests=guests[:1], strong=True)
            if position(token) not in SINCE:
                frame.status = status(token)
            frame.kinds.append("livestream" if "stream" in shown[0] or "live" in shown[0] else "broadcast")
            where = [t for _, t in self.reading.within(sent.start_char, after.end_char, ("Platform",))]
            if where and all(t is where[0] for t in where):
                frame.platforms = where[:1]
            if frame.status != cues.UNREAL:
                out.append(frame)
        return out

    def _stand_in(self, verb: Token | None, members: list[Item]) -> list[Frame]:
        """The one who stayed away where another stood in: "sent Bright in her place", "Bright stood in for Lowe"."""
        if verb is None:
            return []
        lemma = verb.lemma_.lower()
        away: list[Thing] = []
        if lemma == "send" and STEAD.search(verb.sent.text):
            away = self.who_does(verb)
        elif lemma == "replace" and not passive(verb):
            away = self.people(objects(verb))
        elif lemma in ("stand", "fill", "step", "deputise", "deputize", "sub"):
            away = self.people(complements(verb, ("for",)))
        if not away or not members:
            return []
        frame = Frame(at=verb, rule="appearances.stand-in", status=cues.DECLINED, guests=away, strong=True)
        for member in members:
            self._take(frame, member, verb)
        frame.guests, frame.hosts = away, without(frame.hosts, away)
        return [frame]
