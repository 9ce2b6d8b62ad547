"""The frames of a sentence: which clause tells of which occasion."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import (
    GUEST,
    NOUN,
    OUTLET,
    POST,
    SHOW,
    STAGE,
    VENUE,
    Item,
    is_plural,
    position,
    relative_of,
    verb_above,
)  # fmt: skip
from etl.transform.appearances.merging import absorb
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.slots import in_quote
from etl.transform.appearances.verbs import PLACES_OF_SPEECH, Verbs
from etl.transform.clauses import complements, conjuncts, objects, possessors, subjects, things
from etl.transform.reading import Thing

STEAD = re.compile(r"\b(?:instead|in (?:his|her|their) (?:place|stead))\b")
TALK_WITH = re.compile(
    r"\b(?:in (?:public |an on-?stage )?(?:conversation|discussion|dialogue)|on ?stage|onstage|interviewed (?:on ?stage )?(?=by)) (?:there )?(?:with|by)\b",
    re.I,
)
EACH_OTHER = re.compile(r"\bdebat(?:e|ed|ing) (?:each other|one another)\b")
PARTNER_WITHIN = 60  # characters
AROUND = frozenset("after before following since from".split())
BROKEN_BY = frozenset(("ccomp", "advcl", "conj", "relcl", "parataxis", "acl"))


class Finder(Verbs):
    """Finds the frames of an article, sentence by sentence, keeping in mind who was spoken of."""

    def frames(self, sent: Span, found: list[Item]) -> list[Frame]:
        """The frames of `sent` in text order, slots filled from their clauses; `found` are the items of the sentence."""
        groups = self._groups(sent, found)
        out: list[Frame] = []
        for verb, members in groups:
            parts = self._split(members)
            for part in parts:
                new = [g for f in (self._frame(verb, part), *self._stand_in(verb, part)) if f is not None for g in self._each(f, part)]
                for frame in new:
                    frame.parted = len(parts) > 1
                out += new
        out += self._guests(found)
        out += self._in_conversation(sent, out)
        out += self._each_other(sent, out)
        heads = {f.at.i for f in out} | {n.i for f in out for n in f.nouns}
        start, end = sent.start_char, sent.end_char
        for frame in out:
            frame.tokens = self._clause(frame, heads)
            self._stray_partners(frame)
            slots.fill(self.reading, frame, start, end, alone=len(out) == 1)
            frame.evidence.append(self.reading.sentence_span(frame.at.idx))
        out = self._joined(out)
        self._remember(sent, out)
        return out

    def _joined(self, frames: list[Frame]) -> list[Frame]:
        """The frames less those that only say to what end another took place: "went on the news to be interviewed by Lee"."""
        out: list[Frame] = []
        for frame in frames:
            at = frame.at
            purpose = at.dep_ in ("advcl", "xcomp", "acl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in at.lefts)
            main = next(
                (
                    f
                    for f in out
                    if purpose and f.at == at.head and f.status == frame.status and not (f.show and frame.show and f.show is not frame.show)
                ),
                None,
            )
            if main is not None and not without(frame.guests, main.people):
                absorb(main, frame)
            else:
                out.append(frame)
        return out

    def _groups(self, sent: Span, found: list[Item]) -> list[tuple[Token | None, list[Item]]]:
        by_verb: dict[int, list[Item]] = {}
        verbs: dict[int, Token] = {}
        for item in found:
            verb = verb_above(item.token)
            if position(item.token) not in PLACES_OF_SPEECH and (relative := relative_of(item.token)) is not None:
                verb = relative
            at = verb.i if verb is not None else -1
            if item.sort == NOUN and position(item.token) in AROUND:  # an occasion of its own beside that of the verb
                at, verb = -item.token.i - 2, None
            by_verb.setdefault(at, []).append(item)
            if verb is not None:
                verbs[at] = verb
        for token in sent:
            if (
                token.pos_ == "VERB"
                and token.i not in by_verb
                and not in_quote(self.reading, token)
                and (self._tells_alone(token) or self._backs_out(token))
            ):
                by_verb[token.i] = []
                verbs[token.i] = token
        groups = [(verbs.get(at), by_verb[at]) for at in by_verb]
        return sorted(groups, key=lambda g: min(m.token.i for m in g[1]) if g[1] else g[0].i if g[0] is not None else 0)

    def _split(self, members: list[Item]) -> list[list[Item]]:
        """One list for each occasion where shows or outlets are enumerated: "has been on A, B and C", "interviews with D and E"."""
        for sort in (SHOW, OUTLET):
            listed = [m for m in members if m.sort == sort]
            chained = [m for m in listed if m.token.dep_ == "conj" or any(c.dep_ == "conj" for c in m.token.children)]
            if len(listed) > 1 and len(chained) >= len(listed) - 1 and all(m.token.dep_ == "conj" for m in listed[1:]):
                rest = [m for m in members if m.sort != sort]
                return [[*rest, m] for m in listed]
            if sort == SHOW and len(listed) > 1 and all(self._enumerated(a.token, b.token) for a, b in pairwise(listed)):
                return self._with_outlets(listed, members)
        return [members]

    def _enumerated(self, one: Token, two: Token) -> bool:
        """Whether only names, prepositions, commas and "and" stand between two shows: "The View on ABC, Stern's show on SiriusXM and …"."""
        between = one.doc[one.i + 1 : two.left_edge.i] if two.left_edge.i > one.i else one.doc[one.i + 1 : two.i]
        return any(t.text in ",;" or t.lower_ in ("and", "or") for t in between) and not any(
            t.pos_ in ("VERB", "AUX", "SCONJ") for t in between
        )

    def _with_outlets(self, shows: list[Item], members: list[Item]) -> list[list[Item]]:
        """The shows one by one, each with the outlets that stand before the next."""
        out = []
        for n, show in enumerate(shows):
            end = shows[n + 1].token.i if n + 1 < len(shows) else 1 << 30
            out.append(
                [m for m in members if m is show or (m.sort != SHOW and not (m.sort == OUTLET and not show.token.i < m.token.i < end))]
            )
        return out

    def _each(self, frame: Frame, members: list[Item]) -> list[Frame]:
        """One frame for each host where the noun is in the plural: "interviews with Lowe and Bright"."""
        several = frame.rule == "appearances.received" and len(frame.platforms) > 1 and not frame.hosts and frame.show is None
        if several:
            return [replace(frame, platforms=[p], guests=list(frame.guests), kinds=list(frame.kinds), topics=[], evidence=[], slot_evidence={})
                    for p in frame.platforms]  # fmt: skip
        enumerated = frame.rule == "appearances.alone" and len(frame.hosts) > 1 and self._apart(frame.hosts)
        if len(frame.hosts) < 2 or not (enumerated or any(m.sort == NOUN and is_plural(m.token) for m in members)):
            return [frame]
        return [replace(frame, hosts=[h], guests=list(frame.guests), platforms=list(frame.platforms), kinds=list(frame.kinds), topics=[], evidence=[],
                        slot_evidence={}) for h in frame.hosts]  # fmt: skip

    def _apart(self, hosts: list[Thing]) -> bool:
        """Whether all are known hosts, and no two of the same show: then each was met for himself."""
        shows = [{id(s) for s in self.known.shows_of(h)} for h in hosts]
        return all(self.known.hosts_anything(h) for h in hosts) and not any(a & b for n, a in enumerate(shows) for b in shows[:n])

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

    def _clause(self, frame: Frame, heads: set[int]) -> list[Token]:
        """The tokens that belong to the frame: under its trigger and nouns, not under another frame or an independent clause."""
        roots = [frame.at, *frame.nouns]
        mine = {t.i for t in roots}
        out: dict[int, Token] = {}

        def walk(token: Token, top: bool) -> None:
            out[token.i] = token
            for child in token.children:
                if child.i in mine:
                    if child.i not in out:
                        walk(child, True)
                    continue
                if child.i in heads:
                    continue
                if child.pos_ in ("VERB", "AUX") and child.dep_ in BROKEN_BY and self._independent(child, token):
                    continue
                walk(child, False)

        for r in roots:
            if r.i not in out:
                walk(r, True)
        return [out[i] for i in sorted(out)]

    def _independent(self, verb: Token, head: Token) -> bool:
        """Whether the clause of `verb` speaks of something else than its head's clause."""
        if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in cues.CARRIED | {"call", "carry", "go", "put", "host", "record"}:
            return False
        if verb.dep_ in ("acl",) and verb.tag_ == "VBN":
            return False
        if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts):
            return refuses(verb) != refuses(head)
        return not (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts))

    def _remember(self, sent: Span, out: list[Frame]) -> None:
        named = [t for _, t in self.reading.within(sent.start_char, sent.end_char, ("Person",))]
        for token in sent:
            if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
                several = things(self.reading, conjuncts(token), ("Person",))
                if len(several) > 1:
                    self.context.pair = several
                if several and token.dep_ in ("nsubj", "nsubjpass"):
                    self.context.focus = several[:1]
        shows = list(self.reading.within(sent.start_char, sent.end_char, ("Show",)))
        leading = [t for m, t in shows if slots.root(self.reading, m).dep_ in ("nsubj", "nsubjpass")]
        if shows:
            self.context.show = leading[0] if leading else shows[0][1]
        for frame in out:
            if len(frame.people) > 1:
                self.context.pair = [t for t in frame.people if t.type == "Person"]
            if frame.show is not None:
                self.context.show = frame.show
        if not self.context.focus and named:
            self.context.focus = named[:1]

    def _frame(self, verb: Token | None, members: list[Item]) -> Frame | None:
        if verb is not None and verb.lemma_.lower() in cues.REPEATING:
            return None
        at = verb if verb is not None else members[0].token
        nouns = [m.token for m in members if m.sort in (NOUN, VENUE, POST, STAGE, GUEST)]
        frame = Frame(at=at, rule="", nouns=nouns)
        if verb is None:
            frame.at = members[0].token
            self._nominal(frame, members)
            frame.rule = "appearances.noun" if any(m.sort == NOUN for m in members) else ""
            above = verb_above(frame.at)
            if not frame.guests and above is not None and position(frame.at) in AROUND and not passive(above):
                join(frame.guests, without(self.who_does(above), [*frame.hosts, *frame.partners]))
        else:
            lemma = verb.lemma_.lower()
            if refuses(verb):
                if not self._refused(frame, verb, members):
                    return None
            elif (
                lemma == "go"
                and any(m.sort == POST and position(m.token) == "subject" for m in members)
                and any(c.lower_ == "up" for c in verb.children)
            ) or (lemma in cues.POSTING and any(m.sort == POST and position(m.token) in ("object", "subject") for m in members)):
                self._posted(frame, verb)
            elif lemma in cues.RECEIVING and self._received(frame, verb, members):
                pass
            else:
                self._took_part(frame, verb, members)
        for member in members:
            self._take(frame, member, verb)
        if any(is_plural(m.token) for m in members if m.sort == NOUN) and not (frame.partners or frame.show or frame.platforms):
            return None
        if frame.status == cues.DECLINED and frame.partners and not frame.guests and (other := self._other_subject(frame, verb)):
            frame.guests, frame.hosts, frame.partners = other, frame.partners, []
        self._settle_partners(frame)
        if frame.rule == "appearances.posted":
            frame.hosts = without(frame.hosts, frame.guests)  # on one's own channel
        self._from_clause(frame, verb)
        self._presume_guest(frame, verb)
        self._not_only_hosts(frame, verb)
        return frame if self._holds(frame, verb, members) else None

    def _holds(self, frame: Frame, verb: Token | None, members: list[Item]) -> bool:
        """Whether the frame tells of one occasion, real, planned or refused, rather than of habits and possibilities."""
        if not frame.rule:
            return False
        if frame.status == cues.OCCURRED:
            frame.status = self._status(verb, members, frame)
        if frame.status == cues.UNREAL or hypothetical(frame.at):
            return False
        if verb is not None and verb.tag_ in ("VBZ", "VBP") and cues.HABIT.search(verb.sent.text) and frame.status == cues.OCCURRED:
            return False
        return not (
            cues.HABIT.search(frame.at.doc[max(frame.at.sent.start, frame.at.i - 4) : frame.at.i + 1].text)
            and frame.status == cues.OCCURRED
        )

    def _status(self, verb: Token | None, members: list[Item], frame: Frame) -> str:
        said = (
            [status(m.token) for m in members if m.sort in (NOUN, VENUE, POST)]
            if verb is None or frame.rule.endswith("noun")
            else [status(verb)]
        )
        nouns = [status_of_noun(m.token) for m in members if m.sort == NOUN]
        for wanted in (cues.DECLINED, cues.UNREAL, cues.PLANNED):
            if wanted in said or wanted in nouns:
                return wanted
        return cues.OCCURRED


def status_of_noun(noun: Token) -> str:
    """What the adjectives of the noun say."""
    words = {c.lower_ for c in noun.lefts}
    if words & cues.DECLINED_WORDS:
        return cues.DECLINED
    return cues.PLANNED if words & cues.PLANNED_WORDS else cues.OCCURRED
