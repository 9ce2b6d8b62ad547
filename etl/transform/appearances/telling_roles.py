"""Who was heard and who received, in a loose telling: by place in the clause, by what stands before the name, by standing hosts."""

from __future__ import annotations

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import Cast
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import NOUN, VENUE, key
from etl.transform.appearances.parts import OBJECT, OWNER, SUBJECT, Named, Part
from etl.transform.appearances.telling_cues import BY_HOST
from etl.transform.clauses import is_passive, possessors
from etl.transform.reading import Reading, Thing

# Of whom it is said that they do this at an occasion, they are its hosts.
PRESIDING = frozenset("moderate chair host anchor referee".split())


class TellingRoles:
    """Fills guests and hosts of a candidate and notes how they were found.

    Args:
        reading: the article.
        cast: who is who, with the context of what was told before.
    """

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading, self.cast, self.known = reading, cast, cast.known

    def _reach(self, part: Part, show: Named | None) -> tuple[int, int]:
        """The tokens in which those stand who were on the show: up to the next show, from the last but for the first."""
        if show is None:
            return part.tokens[0].i, part.tokens[-1].i + 1
        others = [s.token.i for s in part.shows if s.thing is not show.thing]
        before, after = [i for i in others if i < show.token.i], [i for i in others if i > show.token.i]
        return (max(before) if before else part.tokens[0].i), (min(after) if after else part.tokens[-1].i + 1)

    def _roles(
        self, frame: Frame, noted: set[str], part: Part, anchor: Token, verb: Token | None, sent: Span, reach: tuple[int, int]
    ) -> None:
        people = [p for p in part.people if p.thing.type == "Person"]
        groups = [p for p in part.people if p.thing.type == "Organization"]
        note = noted.add
        hosts: list[Thing] = []
        standing = self.known.hosts.get(frame.show, []) if frame.show is not None else []
        join(hosts, standing)
        if standing:
            note("show's host known")
        for item in part.nouns:
            owners = [
                t for p in possessors(item.token) for t in [self.reading.at(p)] if t is not None and t.type in ("Person", "Organization")
            ]
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
            if (
                p.role != SUBJECT
                and self.cast.came_along(p.thing, anchor)
                and any(q.role == SUBJECT and q.thing is not p.thing for q in people)
            ):
                join(frame.guests, [p.thing])
                note("guest came along")
            elif BY_HOST.search(before) and not (p.role == SUBJECT and anchor.i < p.token.i):
                join(hosts, [p.thing])
                note("by host")
            elif p.prep in ("with", "opposite", "to") and not live and p.role not in (SUBJECT,):
                if p.prep == "to" and standing:
                    continue  # a show that has its hosts: "the welcome given to Lee" names no other
                before_it = verb is None and any(q.start < p.start and q.thing is not p.thing and q.role != OWNER for q in people)
                if (
                    self.known.hosts_anything(p.thing)
                    or any(q.role == SUBJECT and q.thing is not p.thing for q in people)
                    or frame.guests
                    or (before_it and p.prep == "with")
                ):
                    join(hosts, [p.thing])
                    note(f"host after {p.prep}")
            elif (
                p.role == SUBJECT
                and not asked
                and lemma in ("moderate", "host", "chair", "anchor", "interview", "grill", "question", "ask", "press", "welcome", "present")
            ):
                join(hosts, [p.thing])
                note("host does it")
            elif p.role == SUBJECT and p.token.head != verb and p.token.head.lemma_.lower() in PRESIDING and not is_passive(p.token.head):
                join(hosts, [p.thing])
                note("host presides")
            elif self.cast.in_the_chair(p.thing, anchor):
                join(hosts, [p.thing])
                note("host in the chair")
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
            turned = without([p.thing for p in people if p.role in (SUBJECT, OBJECT)], [*known_hosts, *standing])[:1]
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
            rest = without(self.cast.leading() or self.cast.context.focus, hosts)
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
