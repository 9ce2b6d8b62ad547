"""What verbs say: who comes, meets, receives, holds, posts or refuses, and whether the item in the clause is where it happened."""

from __future__ import annotations

import re

from spacy.tokens import Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import GATHERINGS, NOUN, OUTLET, POST, SHOW, STAGE, VENUE, Item, key, position, relative_of, verb_above
from etl.transform.appearances.modality import refuses, status
from etl.transform.appearances.roles import Roles
from etl.transform.clauses import complements, objects, possessors, subjects
from etl.transform.reading import Thing

EACH_OTHER = re.compile(r"\b(?:each other|one another|off)\b")
HEARERS = frozenset(
    "member shareholder investor student worker supporter voter delegate crowd audience thousand hundred lawmaker deputy parliament congress chamber nation graduate troop union conference".split()
)
PLACES_OF_SPEECH = frozenset("on in at during over for inside onstage into aboard".split())
# Passives whose subject is the one who appears.
SENT = frozenset(
    "send put book slot see expect schedule bill announce confirm ask press question invite set plan quote hear record film tape".split()
)


class Verbs(Roles):
    """Fills a frame from its verb."""

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
