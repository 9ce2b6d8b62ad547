"""What verbs say: who comes, meets, receives, holds, posts or refuses."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import GATHERINGS, NOUN, OUTLET, SHOW, STAGE, VENUE, Item, key, position, verb_above
from etl.transform.appearances.modality import refuses, status
from etl.transform.appearances.venues import SENT, Venues
from etl.transform.clauses import complements, objects, possessors, subjects


class Verbs(Venues):
    """Fills a frame from its verb."""

    def _backs_out(self, verb: Token) -> bool:
        """Whether somebody withdraws from what was told before: "but pulled out", "then cancelled"; the occasion stands elsewhere."""
        if passive(verb) and not all(s.pos_ == "PRON" for s in objects(verb)):
            return False
        return (
            refuses(verb)
            and verb.lemma_ in ("pull", "back", "bow", "drop", "withdraw", "cancel", "call", "fall")
            and not any(c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children)
        )

    def _refused(self, frame: Frame, verb: Token, members: list[Item]) -> bool:
        media = [m for m in members if m.sort in (NOUN, SHOW, VENUE, OUTLET)]
        if not media:
            frame.definite = not members
            frame.guests = self.who_does(verb)
            frame.status, frame.rule = cues.DECLINED, "appearances.backed-out"
            return not members
        frame.status, frame.rule = cues.DECLINED, "appearances.refused"
        if passive(verb) or verb.lemma_ in ("fall", "collapse"):
            if verb.dep_ == "acl" and not any(c.dep_ in ("auxpass",) for c in verb.children):
                frame.status = cues.DECLINED
        else:
            join(frame.guests, self.who_does(verb))
        return True

    def _posted(self, frame: Frame, verb: Token) -> None:
        if verb.lemma_ == "share" and any(c.lower_ == "the" for o in objects(verb) for c in o.lefts):
            return
        frame.rule, frame.kinds, frame.strong = "appearances.posted", ["post"], True
        subject = [s for s in subjects(verb) if key(s) in cues.POSTED | cues.FILMS]
        if passive(verb) or subject:  # "the clip, in which Lowe eats a pie, went up on": whose it is, or whom it shows
            made = [t for s in (subject or objects(verb)) for t in (*possessors(s), *complements(s, ("of", "by", "from")))]
            join(frame.guests, self.people(made))
            if not frame.guests:
                join(
                    frame.guests,
                    self.people([t for s in (subject or objects(verb)) for c in s.children if c.dep_ == "relcl" for t in subjects(c)]),
                )
            if not frame.guests:
                channel = [p for t in verb.subtree if key(t) in ("channel", "page", "account", "feed") for p in possessors(t)]
                join(frame.guests, self.people(channel))
        if not frame.guests:
            join(frame.guests, self.who_does(verb))

    def _received(self, frame: Frame, verb: Token, members: list[Item]) -> bool:
        lemma = verb.lemma_.lower()
        hosts = self.who_does(verb, "Person", "Organization", "Outlet", "Show")
        guests = self.people(complements(verb, ("to",)) if lemma in ("devote", "dedicate") else objects(verb))
        guests = without(guests, hosts)
        if lemma in cues.INTERVIEWING and passive(verb) and hosts and not guests and verb.dep_ in ("advcl", "acl", "conj"):
            above = verb_above(verb)  # "she appeared at the festival, interviewed by Lee"
            guests = without(self.who_does(above) if above is not None else [], hosts)
        if lemma in ("ask", "press", "have", "feature", "star", "see", "bring", "include") and not hosts and self._is_edition(verb):
            frame.show = frame.show or self.default_show()
            frame.rule, frame.strong = "appearances.received", True
            join(frame.guests, guests)
            return bool(guests)
        if lemma in ("ask", "press", "put") and not any(self.known.hosts_anything(h) for h in hosts):
            return False
        if lemma == "invite" or not guests:
            return False
        venue = any(m.sort in (SHOW, VENUE, OUTLET) or (m.sort == NOUN and m.kind not in cues.LIVE_KINDS) for m in members)
        on_air = any(c.lower_ in ("on", "onto") and c.i > verb.i for o in (verb, *(o for o in objects(verb))) for c in o.children)
        if lemma in ("have", "bring") and not (on_air and (venue or any(self.known.hosts_anything(h) for h in hosts))):
            return False
        if lemma not in cues.INTERVIEWING and not venue and not any(self.known.hosts_anything(h) or h.type == "Show" for h in hosts):
            return False
        frame.rule, frame.strong = "appearances.received", True
        if lemma in cues.INTERVIEWING:
            frame.kinds.append("interview")
        self._receive(frame, hosts)
        join(frame.guests, guests)
        if lemma == "book" and not (passive(verb) and verb.tag_ == "VBD"):
            frame.status = cues.PLANNED  # "has booked her for Monday"
        return True

    def _is_edition(self, verb: Token) -> bool:
        """Whether the subject is an episode or edition: "Episode 41 has Ada Lowe on bees"."""
        return any(key(s) in ("episode", "edition", "instalment", "installment", "programme", "show", "podcast") for s in subjects(verb))

    def _took_part(self, frame: Frame, verb: Token, members: list[Item]) -> None:
        lemma = verb.lemma_.lower()
        if (
            lemma in ("interview", "host", "welcome", "grill", "quiz", "book")
            and not passive(verb)
            and not any(m.sort == NOUN for m in members)
        ):
            return  # whom, the text does not say
        who = self.people(objects(verb)) if (passive(verb) and lemma in SENT) or lemma == "send" else self.who_does(verb)
        if not who and lemma in ("appear", "perform", "sing", "play", "go", "stream", "livestream"):
            who = self.who_does(verb, "Organization")  # bands and groups of creators
        if lemma in ("see", "watch", "hear", "catch", "pit"):
            who = self.people(objects(verb))
        if lemma == "return" or any(c.lower_ == "again" for c in verb.children):
            frame.further = True
        at_venue = [m for m in members if self._is_venue_of(m, verb)]
        held = [
            m for m in members
            if (m.sort == NOUN or (m.sort == VENUE and lemma not in ("have", "host", "launch", "start", "run", "make", "lead", "present", "end", "close", "open"))) and ((position(m.token) in ("object", "attr") and (lemma in cues.HOLDING | cues.COMING | cues.WINNING or lemma == "be"))
                                            or (position(m.token) in ("to", "for") and lemma in ("agree", "consent", "commit", "sit", "submit", "return", "sign")))
        ]  # fmt: skip
        if (lemma in ("agree", "consent", "commit", "sign", "line", "schedule", "arrange", "plan") and held) or lemma in ("book", "pencil"):
            frame.status = status(verb) if lemma in ("book", "pencil") and status(verb) == cues.DECLINED else cues.PLANNED
        if lemma == "be" and not who:  # "it was on the show that she said it"
            who = self.people(
                [c for child in verb.children if child.dep_ in ("relcl", "ccomp", "advcl", "acl") for c in child.lefts if c.dep_ == "nsubj"]
            )
        staged = [m for m in members if m.sort == STAGE and self._on_stage(m, verb)]
        alone = not members or (not at_venue and not held and self._tells_alone(verb))
        told = lemma == "tell" and any(
            (m.sort in (OUTLET, SHOW, STAGE) or (m.sort == NOUN and m.kind in cues.BEFORE_CROWDS))
            and position(m.token) in ("object", "dative", "to")
            for m in members
        )
        if at_venue or held or told or alone or staged:
            if alone and not (at_venue or held) and verb.tag_ in ("VBZ", "VBP") and lemma in ("stream", "livestream", "go", "play"):
                return
            if alone and lemma in ("go", "come") and self._went_on(verb):
                frame.show = self.default_show()
            elif alone and lemma in cues.VISITING and self._came_to_the_show(verb):
                frame.show = self.main_show()
            if lemma == "play" and alone:
                frame.kinds.append("livestream")
            frame.rule = (
                "appearances.alone"
                if alone and not (at_venue or held)
                else "appearances.told"
                if told
                else "appearances.venue"
                if at_venue
                else "appearances.held"
            )
            won = (
                lemma in cues.WINNING
                and any(m.sort == NOUN and complements(m.token, ("with",)) for m in held)
                and not any(m.sort == VENUE for m in members)
            )
            if won and not who:
                who = self.who_does(verb, "Organization")
            join(frame.hosts if won and lemma not in ("record", "film", "tape") else frame.guests, who)
            if lemma in cues.WINNING and not who and any(m.sort == NOUN and m.kind == "interview" for m in held):
                self._receive(frame, self.people(subjects(verb), "Outlet", "Show"))  # "the show got her first interview"
            if won:
                self._receive(frame, self.people(subjects(verb), "Outlet", "Show"))
            frame.strong = bool(told or alone or staged)
            if (
                (staged or (told and any(m.sort == STAGE for m in members)))
                and not (at_venue or held)
                and lemma not in ("join", "sit", "take", "appear")
            ):
                frame.kinds.append("speech")
            if lemma in ("address", "lecture") and alone:
                frame.kinds.append("speech")
            if lemma in ("speak", "talk") and alone and verb.head.lemma_ in ("hear", "watch", "see"):
                frame.kinds.append("speech")
            if lemma in cues.DUELLING and len(who) > 1 and (at_venue or alone) and all(m.sort == OUTLET for m in at_venue):
                frame.kinds.append("debate")
            if lemma in ("face", "meet", "fight", "confront") and alone and not (at_venue or held):
                frame.kinds.append("debate")
            if lemma in ("stream", "livestream") or (lemma == "go" and not (at_venue or held or staged)):
                frame.kinds.append("livestream")
            if alone and any(s.lower_ in ("they", "both", "two", "pair") for s in subjects(verb)):
                frame.definite = True
            self._counterparts(frame, verb, lemma, on_air=told or any(m.sort in (SHOW, VENUE, OUTLET) for m in at_venue))
        elif members:
            frame.rule = "appearances.noun" if any(m.sort == NOUN for m in members) else ""
            if frame.rule:
                self._nominal(frame, members)
                live = [
                    m
                    for m in members
                    if m.sort == NOUN and m.kind in cues.BEFORE_CROWDS and position(m.token) in ("with", "during", "by", "in")
                ]
                if live and not frame.guests and not passive(verb):
                    join(frame.guests, self.who_does(verb))  # "kicked off her tour with a speech in Lyon"

    def _counterparts(self, frame: Frame, verb: Token, lemma: str, *, on_air: bool) -> None:
        """Whom the subject met, by the verb's construction."""
        met = (
            complements(verb, cues.WITH | {"across"})
            if lemma not in cues.SAYING - {"talk", "speak", "discuss"}
            else complements(verb, ("with", "alongside"))
        )
        if lemma in ("talk", "speak", "chat"):
            met += complements(verb, ("to",))
        join(frame.partners, without(self.people(met, "Person", "Organization"), frame.guests))
        aimed = self.people(objects(verb), "Person", "Organization")
        if lemma == "join" and any(m in GATHERINGS for m in (n.lemma_.lower() for n in frame.nouns)):
            join(frame.guests, [t for t in aimed if t.type == "Person"])
        elif lemma == "join" or (lemma == "visit" and any(self.known.hosts_anything(t) for t in aimed)):
            join(frame.hosts, without(aimed, frame.guests))
        elif lemma in ("give", "grant", "tell"):
            join(frame.hosts, [t for t in without(aimed, frame.guests) if lemma != "tell" or on_air or self.known.hosts_anything(t)])
            if lemma != "tell":
                join(frame.hosts, without(self.people(complements(verb, ("to",)), "Person"), frame.guests))
        elif lemma in ("face", "field", "take", "answer"):
            asked = [o for o in objects(verb) if o.lemma_ in cues.QUESTIONED]
            join(frame.hosts, without(self.people([t for o in asked for t in complements(o, ("from", "by"))]), frame.guests))
        elif lemma == "debate":
            frame.kinds.append("debate")
            join(frame.guests, aimed)
        elif lemma in ("moderate", "host", "anchor", "chair"):
            frame.hosts, frame.guests = frame.guests, []
