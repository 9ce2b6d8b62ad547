"""Loose tellings: a person beside a show, an air, an occasion or a stage, with every cue that speaks for or against an occasion noted.

Where the constructions of `finding` do not match, a part of a sentence that names somebody and somewhere to be heard is a
candidate all the same; `evidence` weighs the cues.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from etl.transform import dates
from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import Cast
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import NOUN, POST, STAGE, VENUE, items, key, verb_above
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.parts import OBJECT, OTHER, OWNER, SUBJECT, Named, Part, parts
from etl.transform.appearances.sections import Section
from etl.transform.clauses import is_passive, possessors
from etl.transform.reading import Reading, Thing

AIR = frozenset("on in at for with to from during via over across into inside by aboard through opposite".split())
DECLINED = re.compile(
    r"\b(?:declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)|skipp?(?:s|ed|ing)|snubb?(?:s|ed|ing)|duck(?:s|ed|ing)|dodg(?:e[sd]?|ing)|shunn?(?:s|ed|ing)|pull(?:s|ed|ing) out|"
    r"back(?:s|ed|ing) out|bow(?:s|ed|ing) out|dropp?(?:s|ed|ing) out|turn(?:s|ed|ing) (?:\w+ ){0,4}down|cancel(?:s|led|ed|ling|ing)?|call(?:s|ed|ing) off|scrapp?(?:s|ed|ing)|"
    r"withdrew|withdraw[ns]?|said no|say no|got no for an answer|boycott(?:s|ed|ing)?|stood up|stayed away|stay away|sat (?:it )?out|missed|no-show|"
    r"empty (?:chair|lectern|seat|podium)|sent (?:his|her|their) (?:regrets|apologies)|regrets|in (?:his|her|their) (?:place|stead)|rang in sick|called in sick|"
    r"(?:was|were|been) (?:dropped|axed|pulled|postponed)|pulled the plug|not attend|not appear|not take part|not (?:be )?com(?:e|ing)|won[’']t (?:be there|come|go|do it|appear|attend|take)|"
    r"balk(?:s|ed)|evad(?:e[sd]?|ing)|avoid(?:s|ed|ing)?|fell through|blew off|to no avail|thanks but no|gave it a miss|nor will|neither \w+ will)\b",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:will|[’']ll|shall|is to|are to|is due|are due|due to|set to|is set|set for|scheduled|slated|booked|billed|expected|plans? to|planned|upcoming|forthcoming|tomorrow|"
    r"next (?:week|month|year|up|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|agreed to|has agreed|later this|going on (?=Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|tickets|"
    r"tapes|returns|goes on (?:the )?air)\b",
    re.I,
)
ANSWERED_WITHIN = 3  # sentences
TALKING = frozenset("sit talk speak chat spend give grant face interview converse stream record tape film grill question debate spar appear join".split())
ANSWERING = frozenset("accept agree attend confirm participate".split())
ABSENT = re.compile(r"\b(?:never|no longer|hardly|rarely|seldom|without|not|nobody|no one|none)\b|n[’']t\b", re.I)
BY_HOST = re.compile(
    r"\b(?:(?:interviewed|hosted|co-hosted|moderated|presented|quizzed|questioned|grilled|anchored|fronted|asked|pressed|chaired|received|welcomed|joined|challenged|emceed|led) by|"
    rf"{cues.HOST_ROLE}|questions? from|alongside (?:his|her|their) host)(?: (?!and\b|with\b|to\b)[\w’'.-]+){{0,7}}?,? ?$",
    re.I,
)
HOSTING = re.compile(r"\b(?:hosts?|hosted|hosting|presents?|presented by|moderat\w+|in the chair|chaired|asking|questions? from|quizzed by|interviewed by|anchored|fronted)\b", re.I)
ABOUT_SHOW = frozenset(
    """launch found start create buy sell own sponsor produce cancel air stream run average draw reach attract rank top win count boast begin publish distribute
    acquire license rename relaunch edit report reveal publish write accuse criticize criticise sue ban""".split()
)
WIDE = {
    **dict.fromkeys(cues.COMING, "coming"), **dict.fromkeys(cues.MEETING, "meeting"), **dict.fromkeys(cues.RECEIVING, "receiving"), **dict.fromkeys(cues.SAYING, "saying"),
    **dict.fromkeys("give grant hold headline deliver record tape film".split(), "holding"), **dict.fromkeys(cues.POSTING, "posting"),
    **dict.fromkeys("""surface land guest guest-star popup detour brave descend bound bounce stroll saunter march crop breeze wander arrive book pencil wind
        finish end kick follow turn squeeze grace enter walk drive ring dial video patch tune step wheel bowl trot troop head nip stay last lead""".split(), "arriving"),
    **dict.fromkeys("tell".split(), "telling"), **dict.fromkeys("be".split(), "being"),
    **dict.fromkeys("face meet debate fight confront square tussle spar clash quarrel argue grill moderate host chair anchor".split(), "facing"),
    **dict.fromkeys("speak talk address chat converse lecture preach rally sing perform campaign stump joke quip".split(), "speaking"),
}  # fmt: skip


@dataclass(slots=True)
class Telling:
    """A candidate and the cues noted on it."""

    frame: Frame
    cues: set[str] = field(default_factory=set)


class Teller:
    """Finds the candidates of an article, sentence by sentence.

    Args:
        reading: the article.
        cast: who is who, with the context of what was told before.
    """

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading, self.cast, self.known = reading, cast, cast.known
        self._age = 0
        self.event: Frame | None = None  # the occasion last told of, for those who "agreed", "declined", "will attend"

    def tellings(self, sent: Span, section: Section | None = None) -> list[Telling]:
        """The candidates of the sentence in text order; `section` is what its heading says."""
        out: list[Telling] = []
        for part in parts(self.reading, sent, items(self.reading, sent)):
            anchors = self._anchors(part)
            if not anchors and section is not None and section.show is not None and part.people:
                anchors = [(part.people[0].token, None, [])]
            for anchor in anchors:
                told = self._telling(sent, part, *anchor)
                if told is None:
                    continue
                if section is not None and section.show is not None:
                    told.cues.add("section of a show" if told.frame.show is None else "show in section")
                if section is not None and section.date and not told.frame.date:
                    told.cues.add("section of a day")
                out.append(told)
            if not anchors and self.event is not None and (told := self._answer(part, self.event)) is not None:
                out.append(told)
        return out

    def remember(self, frames: list[Frame]) -> None:
        """Take note of the occasions that a sentence told of."""
        event = next((f for f in reversed(frames) if f.kinds or f.show or f.platforms), None)
        self._age = 0 if event is not None else self._age + 1
        self.event = event if event is not None else self.event if self._age <= ANSWERED_WITHIN else None

    def _answer(self, part: Part, event: Frame) -> Telling | None:
        """Somebody's answer to the occasion just told of: "Lowe has accepted", "Bright said he would not attend"."""
        text = self.reading.text[part.start : part.end]
        people = [p.thing for p in part.people if p.role == SUBJECT and p.thing.type == "Person"]
        verb = next((t for t in part.tokens if t.pos_ == "VERB" and (refuses(t) or t.lemma_ in ANSWERING)), None)
        refused = bool(DECLINED.search(text))
        if not people or not (verb is not None or refused) or slots.in_quote(self.reading, part.tokens[0]):
            return None
        frame = Frame(at=verb or part.tokens[0], rule="appearances.loose", confidence=0.5, tokens=list(part.tokens), kinds=list(event.kinds), guests=people[:1])
        frame.show, frame.platforms, frame.date, frame.date_text, frame.place = event.show, list(event.platforms), event.date, event.date_text, event.place
        frame.hosts = without(event.hosts, people)
        frame.status = cues.DECLINED if refused or (verb is not None and refuses(verb)) else event.status if event.status != cues.DECLINED else cues.PLANNED
        frame.evidence.append(self.reading.sentence_span(part.start))
        return Telling(frame, {"answer", f"answer {frame.status}", *(["event live"] if set(event.kinds) & cues.LIVE_KINDS else [])})

    # ------------------------------------------------------------------------------------------------ what is told of
    def _anchors(self, part: Part) -> list[tuple[Token, Named | None, list[Named]]]:
        """For each occasion of the part the token that it hangs on, its show and its outlets."""
        shows = [s for n, s in enumerate(part.shows) if all(s.thing is not p.thing for p in part.shows[:n])]
        if shows:
            out = []
            for n, show in enumerate(shows):
                last = n + 1 == len(shows)
                until = shows[n + 1].token.i if not last else 1 << 30
                since = shows[n - 1].token.i if n else -1
                near = [o for o in part.outlets if (show.token.i < o.token.i < until) or (since < o.token.i < show.token.i and (n == 0 or show.token.i - o.token.i < 4))]
                out.append((show.token, show, near))
            return out
        spoken = [i for i in part.nouns if i.sort in (NOUN, VENUE, POST)]
        live = any(i.kind in cues.LIVE_KINDS for i in spoken)
        airs = [o for o in part.outlets if o.prep in AIR or o.role in (OBJECT, OWNER)] or list(part.outlets)
        if len(airs) > 1 and not live:
            return [(o.token, None, [o]) for o in airs]
        if airs:
            return [(spoken[0].token if spoken else airs[0].token, None, airs)]
        if spoken:
            return [(spoken[0].token, None, [])]
        where = [p for p in part.platforms if p.prep in AIR]
        if where:
            return [(where[0].token, None, [])]
        stages = [i for i in part.nouns if i.sort == STAGE]
        if stages:
            return [(stages[0].token, None, [])]
        hosts = [p for p in part.people if self.known.hosts_anything(p.thing)]
        if hosts:
            return [(hosts[0].token, None, [])]
        met = self._met(part)
        return [(met.token, None, [])] if met is not None else []

    def _met(self, part: Part) -> Named | None:
        """Whom somebody sat, talked or spent a stated time with, or on a stated day."""
        who = [p for p in part.people if p.thing.type == "Person"]
        if len(who) < 2 or not any(p.role == SUBJECT for p in who):
            return None
        timed = any(part.start <= t.start < part.end and (dates.minutes(t) or dates.day(t, self.reading.article.published)) for t in self.reading.times)
        if not timed or not any(t.pos_ == "VERB" and t.lemma_.lower() in TALKING for t in part.tokens):
            return None
        return next((p for p in who if p.prep in ("with", "opposite", "to", "by", "across", "alongside") and p.role not in (SUBJECT, OWNER)), None)

    def _telling(self, sent: Span, part: Part, anchor: Token, show: Named | None, outlets: list[Named]) -> Telling | None:
        verb = self._verb(part, anchor)
        frame = Frame(at=verb if verb is not None else anchor, rule="appearances.loose", confidence=0.5)
        told = Telling(frame)
        note = told.cues.add
        frame.tokens = list(part.tokens)
        frame.nouns = [i.token for i in part.nouns if i.sort != STAGE]
        frame.show = show.thing if show is not None else None
        for outlet in outlets:
            join(frame.platforms, [outlet.thing])
            frame.kinds.append("broadcast")
        for platform in part.platforms:
            if not slots._elsewhere(platform.token) and (platform.prep in AIR or platform.role == OTHER) and platform.role != SUBJECT:
                join(frame.platforms, [platform.thing])
                note("platform")
        for item in part.nouns:
            if item.sort in (NOUN, VENUE, POST) and item.kind:
                frame.kinds.append(item.kind)
        if any(i.sort == STAGE for i in part.nouns) and not frame.kinds and frame.show is None and not frame.platforms:
            frame.kinds.append("speech")
        if verb is not None and verb.lemma_.lower() in ("debate",):
            frame.kinds.append("debate")
        self._roles(frame, told, part, anchor, verb, sent, self._reach(part, show))
        self._note(told, part, anchor, show, outlets, verb, sent)
        if not (frame.guests or frame.hosts):
            return None
        frame.status = self._status(told, part, verb, anchor)
        self._fill(frame, part, sent)
        frame.evidence.append(self.reading.sentence_span(anchor.idx))
        return told

    def _reach(self, part: Part, show: Named | None) -> tuple[int, int]:
        """The tokens in which those stand who were on the show: up to the next show, from the last but for the first."""
        if show is None:
            return part.tokens[0].i, part.tokens[-1].i + 1
        others = [s.token.i for s in part.shows if s.thing is not show.thing]
        before, after = [i for i in others if i < show.token.i], [i for i in others if i > show.token.i]
        return (max(before) if before else part.tokens[0].i), (min(after) if after else part.tokens[-1].i + 1)

    def _verb(self, part: Part, anchor: Token) -> Token | None:
        verb = verb_above(anchor)
        if verb is not None and part.holds(verb):
            return verb
        return next((t for t in part.tokens if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB") and t.dep_ in ("ROOT", "conj", "relcl", "advcl", "ccomp")), None)

    # --------------------------------------------------------------------------------------------------------- who
    def _roles(self, frame: Frame, told: Telling, part: Part, anchor: Token, verb: Token | None, sent: Span, reach: tuple[int, int]) -> None:
        people = [p for p in part.people if p.thing.type == "Person"]
        groups = [p for p in part.people if p.thing.type == "Organization"]
        note = told.cues.add
        hosts: list[Thing] = []
        standing = self.known.hosts.get(frame.show, []) if frame.show is not None else []
        join(hosts, standing)
        if standing:
            note("show's host known")
        for item in part.nouns:
            owners = [t for p in possessors(item.token) for t in [self.reading.at(p)] if t is not None and t.type in ("Person", "Organization")]
            if item.sort == VENUE or key(item.token) in cues.OWNED_BY_HOST:
                join(hosts, owners)
                if owners:
                    note("host owns venue")
            elif owners and item.sort == NOUN:
                join(frame.guests, [o for o in owners if o.type == "Person"])
                note("guest owns noun")
        lemma = verb.lemma_.lower() if verb is not None else ""
        live = bool(set(frame.kinds) & cues.LIVE_KINDS)
        asked = verb is not None and (is_passive(verb) or verb.tag_ == "VBN")
        first, last = reach
        for p in people:
            if p.role != SUBJECT and not first <= p.token.i < last:
                continue  # stands with another of the shows enumerated
            before = self.reading.text[max(part.start, p.start - 60) : p.start]
            if BY_HOST.search(before) and not (p.role == SUBJECT and anchor.i < p.token.i):
                join(hosts, [p.thing])
                note("by host")
            elif p.prep in ("with", "opposite", "to") and not live and p.role not in (SUBJECT,):
                if self.known.hosts_anything(p.thing) or any(q.role == SUBJECT and q.thing is not p.thing for q in people) or frame.guests:
                    join(hosts, [p.thing])
                    note(f"host after {p.prep}")
            elif p.role == SUBJECT and not asked and lemma in ("moderate", "host", "chair", "anchor", "interview", "grill", "question", "ask", "press", "welcome", "present"):
                join(hosts, [p.thing])
                note("host does it")
            elif self.known.hosts_anything(p.thing) and not frame.show and not live and any(q.thing is not p.thing for q in people):
                join(hosts, [p.thing])
                note("known host")
            elif p.role == OWNER and p.token.head is anchor:
                join(hosts, [p.thing])
                note("host owns show")
        subjects = [p for p in people if p.role == SUBJECT]
        others = without([p.thing for p in subjects], hosts)
        if others:
            note("guest is subject")
            join(frame.guests, others)
        if not frame.guests or live:
            objects = without([p.thing for p in people if p.role == OBJECT], [*hosts, *frame.guests])
            if objects:
                note("guest is object")
                join(frame.guests, objects)
        if not frame.guests or live:
            rest = without([p.thing for p in people if p.role != OWNER], [*hosts, *frame.guests])
            if rest:
                note("guest otherwise in part")
                join(frame.guests, rest)
        if not frame.guests and len(hosts) > 1:
            known_hosts = [h for h in standing if any(h is p.thing and p.role != SUBJECT for p in people)]
            turned = without([p.thing for p in people if p.role in (SUBJECT, OBJECT)], known_hosts)[:1]
            if without(hosts, turned):
                join(frame.guests, turned)  # "her show" was said of the host, not of the one who came
                hosts = without(hosts, turned)
        if not frame.guests:
            owning = without([p.thing for p in people if p.role == OWNER and p.pronoun], hosts)
            if owning:
                note("guest owns something")
                join(frame.guests, owning[:1])
        if not frame.guests and not without([p.thing for p in people], hosts):
            above = [p for p in self._of_sentence(sent) if p.type == "Person"]
            rest = without(above, hosts)
            if rest:
                note("guest in sentence")
                join(frame.guests, rest[:1])
        if not frame.guests:
            rest = without(self.cast.context.focus, hosts)
            if rest:
                note("guest in focus")
                join(frame.guests, rest[:1])
                frame.presumed = True
        if not frame.guests and groups and any(g.role == SUBJECT for g in groups):
            note("guest is group")
            join(frame.guests, [g.thing for g in groups if g.role == SUBJECT][:1])
        if not frame.guests and hosts:
            protagonist = without(self.cast.protagonist(), hosts)
            if live or part.people:
                note("guest unknown")
            frame.guests = protagonist if not live else []
            if frame.guests:
                note("guest is protagonist")
                frame.presumed = True
        frame.hosts = without(hosts, frame.guests)

    def _of_sentence(self, sent: Span) -> list[Thing]:
        out: list[Thing] = []
        for token in sent:
            if token.dep_ in ("nsubj", "nsubjpass") and not slots.in_quote(self.reading, token):
                join(out, list(self.reading.all_at(token)))
        return out

    # --------------------------------------------------------------------------------------------------------- cues
    def _note(self, told: Telling, part: Part, anchor: Token, show: Named | None, outlets: list[Named], verb: Token | None, sent: Span) -> None:
        note, frame = told.cues.add, told.frame
        text = self.reading.text[part.start : part.end]
        if show is not None:
            note("show")
            note(f"show {show.role if show.role == SUBJECT else show.prep if show.prep in AIR else 'otherwise'}")
        if outlets:
            note("outlet")
            note(f"outlet {outlets[0].role if outlets[0].role == SUBJECT else outlets[0].prep if outlets[0].prep in AIR else 'otherwise'}")
        for item in part.nouns:
            note(f"sort {item.sort}")
            if item.sort == NOUN:
                note("strong noun" if key(item.token) in cues.STRONG else "weak noun")
            if item.kind in cues.LIVE_KINDS:
                note(f"noun {item.kind}")
            if item.sort == VENUE and not any(c.startswith("host owns") for c in told.cues):
                note("bare venue")
        if verb is None:
            note("no verb")
        else:
            lemma = verb.lemma_.lower()
            note(f"verb {WIDE.get(lemma, 'about show' if lemma in ABOUT_SHOW else 'other')}")
            if lemma in ABOUT_SHOW:
                note("about show")
            if verb.tag_ in ("VBZ", "VBP"):
                note("present tense")
            said = status(verb)
            note(f"modality {said}")
            if refuses(verb):
                note("refusing verb")
            if hypothetical(verb):
                note("hypothetical")
        if DECLINED.search(text):
            note("declined words")
        if PLANNED.search(text):
            note("planned words")
        if ABSENT.search(text):
            note("negation")
        if cues.HABIT.search(text):
            note("habit")
        if cues.HYPOTHESIS.search(text):
            note("hypothesis")
        if re.search(r"\d[\d.,]*(?: ?(?:million|bn|mln|m\b)|,\d{3})|followers|subscribers|listeners|viewers|downloads", text):
            note("figures")
        if len(frame.hosts) and len(frame.guests):
            note("both roles")
        if HOSTING.search(text):
            note("hosting words")
        if cues.MEDIUM.search(text):
            note("medium")
        if part.places:
            note("place")
        if len(part.people) > 3:
            note("many people")
        if self.reading.text[sent.start_char : sent.start_char + 1] in "*•-":
            note("list line")
        who = "person in part" if any(p.thing.type == "Person" and not p.pronoun for p in part.people) else "pronoun in part" if part.people else "nobody in part"
        note(who)
        anchored = ("show" if show else "outlet" if outlets else "noun" if frame.nouns else "other")
        for cue in ("guest is subject", "guest in focus", "guest otherwise in part", "guest is object", "guest in sentence"):
            if cue in told.cues:
                note(f"{cue}, {anchored}")
        note("anchor " + ("show" if show else "outlet" if outlets else "noun" if any(i.token is anchor and i.sort != STAGE for i in part.nouns)
             else "stage" if any(i.token is anchor for i in part.nouns) else "platform" if any(p.token is anchor for p in part.platforms) else "host" if any(p.token is anchor and self.known.hosts_anything(p.thing) for p in part.people)
             else "met"))  # fmt: skip

    def _status(self, told: Telling, part: Part, verb: Token | None, anchor: Token) -> str:
        text = self.reading.text[part.start : part.end]
        if DECLINED.search(text) or (verb is not None and refuses(verb)):
            return cues.DECLINED
        said = status(verb) if verb is not None else status(anchor)
        if said in (cues.PLANNED, cues.DECLINED):
            return said
        return cues.PLANNED if PLANNED.search(text) and (verb is None or verb.tag_ != "VBD") else cues.OCCURRED

    # -------------------------------------------------------------------------------------------------------- slots
    def _fill(self, frame: Frame, part: Part, sent: Span) -> None:
        for place in part.places:
            if place.prep in slots.AT and frame.place is None:
                frame.place = place.thing
        slots.fill_times(self.reading, frame, sent.start_char, sent.end_char, alone=True)
        if frame.date is None:
            self._any_date(frame, part)

    def _any_date(self, frame: Frame, part: Part) -> None:
        for time in self.reading.times:
            if part.start <= time.start < part.end and not slots.in_quote(self.reading, self.reading.token(time.start)):
                value = dates.day(time, self.reading.article.published)
                if value and not (time.type == "TIME" and slots.CLOCK.fullmatch(time.text)):
                    frame.date, frame.date_text = value, time.text
                    frame.slot_evidence["date"] = [(time.start, time.end)]
                    return

