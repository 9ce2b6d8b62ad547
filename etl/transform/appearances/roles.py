"""Guest or host: what stands around nouns of occasions, shows and programmes says who takes part in which role."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.appearances.cast import Cast, antecedent_of_whose
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import NOUN, OUTLET, SHOW, STAGE, VENUE, Item, key, position
from etl.transform.clauses import complements, conjuncts, possessors, subjects
from etl.transform.reading import Thing

FRONT = 40  # characters from the head of a sentence within which a pronoun may stand for a name to come


class Roles(Cast):
    """Fills guests and hosts of a frame from its items."""

    def _receive(self, frame: Frame, hosts: list[Thing]) -> None:
        """Put those who receive into their slots: people host, outlets air, shows are shows."""
        for host in hosts:
            if host.type in ("Outlet", "Platform"):
                join(frame.platforms, [host])
            elif host.type == "Show":
                frame.show = frame.show or host
            else:
                join(frame.hosts, [host])

    def _owners(self, item: Item) -> list[Thing]:
        """Whose programme it is: by possessive, "hosted by", "of"; a pronoun's owner counts too."""
        token = item.token
        owning = possessors(token) or ([token.nbor(-2)] if token.i > 1 and token.nbor(-1).tag_ == "POS" else [])
        out = self.people(owning, "Person", "Organization")
        for child in token.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_ in (
                "host",
                "present",
                "front",
                "anchor",
                "run",
                "moderate",
                "record",
                "make",
                "co-host",
            ):
                join(out, self.people(subjects(child), "Person", "Organization"))
        join(out, self.people(complements(token, ("by",)), "Person", "Organization"))
        return out

    def _take(self, frame: Frame, item: Item, verb: Token | None) -> None:
        """Put what the item names into the frame: its show, outlet, kind, owners and those met in it."""
        token = item.token
        if item.sort in (SHOW, OUTLET) and item.thing is not None:
            where = position(token)
            related = (
                frame.rule != "appearances.noun"
                or any(n in token.ancestors for n in frame.nouns)
                or any(token in n.ancestors for n in frame.nouns)
            )
            if token.dep_ == "poss" and self.reading.at(token.head) is None and token.head not in frame.nouns:
                return
            if item.sort == SHOW:
                if related or where in ("on", "for"):
                    frame.show = frame.show or item.thing
            elif related and (
                where in ("on", "with", "to", "for", "by", "in", "into", "object", "dative")
                or any(n in token.ancestors for n in frame.nouns)
            ):
                join(frame.platforms, [item.thing])
                if item.kind:
                    frame.kinds.append(item.kind)
            return
        if item.sort == STAGE:
            return
        if item.kind:
            frame.kinds.append(item.kind)
        for modifier in token.lefts:
            if modifier.dep_ in ("compound", "amod", "nmod"):
                medium = cues.MEDIUM.search(modifier.text)
                if medium and medium.lastgroup:
                    frame.kinds.append(medium.lastgroup)
            if modifier.lower_ in cues.FURTHER and token.dep_ != "appos":
                frame.further = True
        if item.sort == NOUN and (key(token) in cues.STRONG):
            frame.strong = True
        if item.sort in (NOUN, VENUE) and frame.rule != "appearances.noun":
            self._participants(frame, item)
        if item.sort == VENUE and frame.show is None and not frame.hosts and any(c.lower_ in ("the", "that", "this") for c in token.lefts):
            show = self.default_show()
            kind = self.known.kinds.get(show, "") if show is not None else ""
            if not item.kind or not kind or kind == item.kind or (item.kind == "broadcast" and not frame.platforms):
                frame.show = show
        determiner = next((c for c in token.lefts if c.dep_ in ("det", "poss", "predet")), None)
        if determiner is not None and not frame.further:
            if determiner.dep_ == "poss" and not self._is_pronoun(determiner):
                frame.owned = True
            elif determiner.dep_ == "poss" or determiner.lower_ in ("the", "that", "this"):
                frame.definite = True
        if key(token) in ("episode", "edition", "instalment", "installment", "finale") and frame.show is None and item.sort == NOUN:
            before = self.reading.within(token.sent.start_char, token.idx, ("Show",))
            frame.show = before[-1][1] if before else self.only_show()

    def _nominal(self, frame: Frame, members: list[Item]) -> None:
        """A frame told by its noun alone."""
        for item in members:
            if item.sort == NOUN or (item.sort == VENUE and self._owners(item)):
                self._participants(frame, item)

    def _participants(self, frame: Frame, item: Item) -> None:
        """Who takes part, by what stands around the noun: owner, with, between, of, by, hosted by."""
        token, name = item.token, key(item.token)
        owners = self._possessors(frame, item)
        if name == "episode" and owners and not any(self.known.hosts_anything(o) for o in owners if o.type == "Person"):
            join(frame.guests, [o for o in owners if o.type == "Person"])
            self._receive(frame, [o for o in owners if o.type in ("Outlet", "Show")])
        elif item.sort == VENUE or name in cues.OWNED_BY_HOST:
            hosts = [h for h in [*owners, *self._owners(item)] if h.type != "Show"]
            hosts = self._not_the_guest(frame, item, hosts)
            self._receive(frame, hosts)
        else:
            join(frame.guests, [o for o in owners if o.type == "Person"])
            self._receive(frame, [o for o in owners if o.type in ("Outlet", "Show")])
            hosted = [
                c
                for c in token.children
                if c.dep_ in ("acl", "relcl") and c.lemma_ in ("host", "moderate", "conduct", "present", "chair", "anchor")
            ]
            for verb in hosted:
                self._receive(frame, self.people(subjects(verb), "Person", "Organization", "Outlet"))
        met = self.people(complements(token, cues.WITH), "Person", "Organization", "Outlet", "Show")
        if name == "interview":  # "gave an interview to"
            join(met, self.people(complements(token, ("to",)), "Person", "Organization", "Outlet", "Show"))
        between = self.people(complements(token, ("between",)), "Person")
        of = self.people(complements(token, ("of",)), "Person") if name == "interview" else []
        if name in ("turn", "appearance", "debut"):
            join(frame.guests, self.people(complements(token, ("of",))))
        by = self.people(complements(token, ("by",)), "Person", "Organization", "Outlet")
        if name in cues.NOUNS and cues.NOUNS[name] in cues.BEFORE_CROWDS:
            join(frame.guests, [t for t in [*met, *by] if t.type == "Person"])
        elif name in ("debate", "panel"):
            join(
                frame.guests, [t for t in [*met, *between] if t.type == "Person" and not (name == "panel" and self.known.hosts_anything(t))]
            )
            self._receive(frame, [t for t in met if t.type in ("Outlet",)])
        else:
            self._receive(frame, [t for t in met if t.type in ("Outlet", "Show")])
            join(frame.partners, without([t for t in met if t.type in ("Person", "Organization")], [*frame.guests, *frame.hosts]))
            if of:
                frame.hosts, frame.guests = [*frame.guests, *[t for t in by if t.type == "Person"]], of
            elif item.sort == NOUN and cues.NOUNS.get(name) in ("", "speech"):
                join(frame.guests, [t for t in by if t.type == "Person"])
            elif item.sort == NOUN:
                self._receive(frame, by)
            join(frame.partners, between)

    def _possessors(self, frame: Frame, item: Item) -> list[Thing]:
        """Whose the occasion or programme is: by possessive, by a name before it, or by a description not resolved ("the chef's")."""
        token = item.token
        types = ("Person", "Organization", "Outlet", "Show")
        owning = possessors(token)
        if not owning and token.i > 1 and token.nbor(-1).tag_ == "POS":
            owning = [token.nbor(-2)]
        if not owning and token.dep_ == "conj" and token.head.pos_ == "NOUN":
            owning = possessors(token.head)
        out = self.people((antecedent_of_whose(t) for t in owning), *types)
        if owning and not out and owning[0].pos_ == "NOUN" and item.sort == NOUN:
            out = list(self.context.focus)
        if owning and not out and owning[0].pos_ == "PRON" and item.sort == NOUN and token.idx - token.sent.start_char < FRONT:
            met = self.people(complements(token, cues.WITH))
            later = [t for _, t in self.reading.within(token.idx, token.sent.end_char, ("Person",))]
            out = without(later, met)[:1]
        before = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and self.reading.at(c) is not None]
        named = self.people(before, "Person")
        if named and not out:
            if cues.NOUNS.get(key(token)) == "interview":
                join(frame.partners, named)
            else:
                out = named
        return out

    def _not_the_guest(self, frame: Frame, item: Item, hosts: list[Thing]) -> list[Thing]:
        """A pronoun before the venue that seems to be the guest is the host where another person was joined there: "joined Lee on her channel"."""
        pronoun = any(self._is_pronoun(p) for p in possessors(item.token))
        if pronoun and (frame.hosts or frame.partners):
            return without(hosts, frame.guests)
        return hosts

    def _settle_partners(self, frame: Frame) -> None:
        """Decide who of those that met is host: the known host, the outlet's man, else the one who was met."""
        partners, frame.partners = without(frame.partners, [*frame.guests, *frame.hosts]), []
        beside = [p for p in partners if p.type == "Person" and self.came_along(p, frame.at)]
        if beside and (frame.guests or without(partners, beside)):
            join(frame.guests, beside)
            partners = without(partners, beside)
        chairing = [p for p in partners if self.in_the_chair(p, frame.at)]
        if chairing and chairing[-1] is partners[-1]:
            chairing = list(partners)  # "with Lowe and Bright as moderators"
        join(frame.hosts, chairing)
        partners = without(partners, chairing)
        frame.guests = without(frame.guests, frame.hosts) if len(frame.guests) > 1 else frame.guests
        if not partners:
            return
        if (frame.kinds and set(frame.kinds) & cues.LIVE_KINDS) or any(n.lemma_ == "panel" for n in frame.nouns) or frame.hosts:
            join(frame.guests, [p for p in partners if p.type == "Person"])
        elif not frame.guests:
            hosts = [p for p in partners if self.hostish(p)]
            if len(partners) > 1 and len(hosts) in (0, len(partners)):
                hosts = partners[:1] if hosts else partners[1:]
            frame.hosts = hosts
            frame.guests = without(partners, hosts)
        elif all(self.known.hosts_anything(g) for g in frame.guests) and not any(self.hostish(p) for p in partners):
            frame.hosts, frame.guests = frame.guests, partners
        else:
            frame.hosts = partners

    def _stray_partners(self, frame: Frame) -> None:
        """Who is met in a with-phrase that the parse hung on another noun of the clause: "a stream on the app with the singer Ada Lowe"."""
        if (frame.hosts and frame.guests) or frame.rule in ("appearances.posted",):
            return
        for token in frame.tokens:
            if token.lower_ not in ("with", "alongside", "opposite") or token.pos_ != "ADP" or token.head.pos_ in ("ADJ",):
                continue
            met = [c for c in token.children if c.dep_ == "pobj" and not any(g.tag_ == "VBG" for g in c.children)]
            found = without(self.people([t for c in met for t in conjuncts(c)]), frame.people)
            if (
                found
                and token.head.pos_ in ("NOUN", "PROPN", "VERB")
                and not (token.head.pos_ == "NOUN" and token.head.lemma_ in cues.ELSEWHERE)
            ):
                frame.partners += found
                self._settle_partners(frame)
                return
