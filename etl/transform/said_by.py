"""Who may have said what stands at a place: everybody named around it, each with cues."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from etl.transform.direct_speech import Attribution
from etl.transform.reading import NAME, PRONOUN, Reading, Thing
from etl.transform.said_marks import ANSWER, QUOTE, Place, stop, subject_kind
from etl.transform.saying import SAYING, THINKING
from etl.transform.speaker import SPEAKERS

INSIDE = 400  # characters of a quotation in which names are looked for
BEFORE, BEHIND = 40, 20  # mentions before and behind a place that are looked at, at most
BACK = 14  # mentions before its sentence, at most
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SPOKEN = SAYING | THINKING
EARLIER_ROLES = frozenset("nsubj nsubjpass dobj pobj poss appos compound".split())
ROLES = EARLIER_ROLES | {"dative", "agent", "conj"}
Option = tuple[Thing, tuple[str, ...]]
GENDERS = {"he": "m", "she": "f"}


class Speakers:
    """Tells who may have spoken.

    Args:
        reading: the article.
        said: what rules give to somebody, in text order.
    """

    def __init__(self, reading: Reading, said: Sequence[Attribution]) -> None:
        self._reading = reading
        self._said = said
        self._said_starts = [a.start for a in said]
        self._mentions: list[tuple[Token, Thing, str]] = []
        for t, thing, mention in reading.mentions():
            if thing.type in SPEAKERS and reading.quote(t.idx) is None:
                self._mentions.append((reading.token(max(mention.start, mention.end - 1)), thing, mention.kind))
        self._places = [t.idx for t, _, _ in self._mentions]
        self._counts = Counter(id(thing) for _, thing, _ in self._mentions)
        people = {id(thing): thing for _, thing, _ in self._mentions if thing.type == "Person"}.values()
        self._main = max(people, key=lambda t: self._counts[id(t)], default=None)  # the first of several
        self._quoted = Counter(id(a.speaker) for a in said)

    def options(self, place: Place) -> list[Option]:
        """Those who come into question at `place`, each with its cues, in the order in which they are named."""
        reading, sentence = self._reading, place.sentence
        first, end = bisect_left(self._places, sentence.start), bisect_left(self._places, sentence.end)
        middle = bisect_left(self._places, place.start)
        near = self._mentions[max(0, first - BACK, middle - BEFORE) : min(end, middle + BEHIND)]
        here = bisect_left(self._said_starts, place.start)
        before = [a.speaker for a in self._said[max(0, here - 6) : here]]
        last = before[-1] if before else None
        other = next((s for s in reversed(before) if s is not last), None)
        kind = subject_kind(reading, place.subject)
        mark = place.token
        order: list[Thing] = []
        mentions: dict[int, list[tuple[Token, str]]] = {}
        for t, thing, how in near:
            if id(thing) not in mentions:
                order.append(thing)
            mentions.setdefault(id(thing), []).append((t, how))
        extra = [a.speaker for a in place.rules] + [s for s in (last, other) if s is not None]
        if place.kind == ANSWER and self._main is not None:
            extra.append(self._main)
        for thing in extra:
            if id(thing) not in mentions:
                order.append(thing)
                mentions[id(thing)] = []
        meant = reading.at(place.subject) if place.subject is not None else None
        gender = GENDERS.get(kind)
        prior_start = reading.sentence(max(0, sentence.start - 2)).start_char if sentence.start else 0
        after, previous = self._beside(mark, near, sentence.end) if mark is not None else (None, None)
        objects = {c.i for c in mark.children if c.dep_ in ("dobj", "dative", "pobj")} if mark is not None else set()
        agents = {o.i for c in mark.children if c.lower_ in ("by", "from", "of") for o in c.children} if mark is not None else set()
        ruled = {id(a.speaker): a.rule for a in place.rules}
        subject_before = next((thing for t, thing, _ in reversed(near) if t.idx < sentence.start and t.dep_ in SUBJECTS), None)
        group = "quote" if place.kind == QUOTE else place.kind
        spoke_before = next(
            (
                thing
                for t, thing, _ in reversed(near)
                if prior_start <= t.idx < sentence.start and t.dep_ in SUBJECTS and reading.lemmas[t.head.i] in SPOKEN
            ),
            None,
        )
        main_before = next((thing for t, thing, _ in near if prior_start <= t.idx < sentence.start and t.dep_ in SUBJECTS), None)
        opening = self._first_in(place.opening, sentence.start)
        named_inside: set[int] = set()
        last_char = "-"
        if place.quote is not None:
            words = reading.tokens(place.quote.inner_start, min(place.quote.inner_end, place.quote.inner_start + INSIDE))
            for t in words:
                inner, mention = reading.at(t), reading.mention_at(t)
                if inner is not None and mention is not None and mention.kind == NAME:
                    named_inside.add(id(inner))
            last_char = stop(reading.text[place.quote.inner_end - 1])
        subject = place.subject
        head, edges = (subject.i, (subject.left_edge.i, subject.right_edge.i)) if subject is not None else (-1, (0, -1))
        speaks_here = here and self._said[here - 1].start >= sentence.start
        out: list[Option] = []
        for n, thing in enumerate(order):
            seen = mentions[id(thing)]
            cues = [f"type={thing.type}", f"{kind} type={thing.type}"]
            if id(thing) in ruled:
                cues += ["by rule", f"{group} by rule", f"rule={ruled[id(thing)]}", f"by rule {kind}"]
            elif ruled:
                cues.append("not by rule")
            if thing is meant:
                cues += ["subject", f"subject {kind}", f"{group} subject {kind}"]
            first_here = next((k for k, (t, _) in enumerate(seen) if t.idx >= sentence.start), len(seen))
            earlier = seen[:first_here]
            for t, how in seen[first_here:]:
                part = dep if (dep := t.dep_) in ROLES else "-"
                cues += [f"here {'before' if t.idx < place.start else 'after'} {part}", f"{kind} here {how}"]
                at = t.i
                if at in objects:
                    cues.append("object")
                if at in agents:
                    cues.append("agent")
                if head < at <= edges[1]:
                    cues.append("within subject")
                if edges[0] <= at < head:
                    cues.append("within subject, before its head")
            if first_here == len(seen):
                cues.append(f"{kind} not here")
            if earlier:
                t, how = earlier[-1]
                if t.idx >= prior_start:
                    cues += [f"{kind} sentence before {dep if (dep := t.dep_) in EARLIER_ROLES else '-'}", f"{kind} sentence before"]
                kinds = {how for _, how in earlier}
                if NAME in kinds:
                    cues.append(f"{kind} named before")
                if PRONOUN in kinds:
                    cues.append(f"{kind} meant before")
            else:
                cues.append(f"{kind} never before")
            if thing is subject_before:
                cues += ["subject before", f"{kind} subject before", f"{group} {kind} subject before"]
            if thing is last:
                cues += ["last speaker", f"{kind} last speaker", f"{group} {kind} last speaker"]
                if speaks_here:
                    cues.append(f"{kind} speaks in this sentence")
            elif thing is other:
                cues += ["speaker before", f"{kind} speaker before"]
            elif self._quoted[id(thing)]:
                cues.append(f"{kind} speaks elsewhere")
            if thing is after:
                cues += ["right after", f"{kind} right after"]
            if thing is previous:
                cues += ["right before", f"{kind} right before"]
            if thing is spoke_before:
                cues += ["spoke before", f"{kind} spoke before"]
            if thing is main_before:
                cues.append(f"{kind} main subject before")
            if thing is opening:
                cues.append(f"{kind} opens paragraph")
            if id(thing) in named_inside:
                cues += ["named in quote", f"named in quote {kind}"]
            if place.quote is not None and (thing is meant or id(thing) in ruled):
                cues.append(
                    f"subject or rule, quote ends {last_char} {'after' if place.subject is not None and place.subject.idx > place.start else 'before'}"
                )
            cues.append(f"{kind} role={'known' if thing.roles else 'open'}")
            if gender is not None and thing.type == "Person":
                cues.append("gender right" if thing.gender == gender else "gender open" if thing.gender in (None, "u") else "gender wrong")
            if thing is self._main:
                cues += ["main", f"{kind} main", f"{group} main"]
            count = self._counts[id(thing)]
            cues.append(f"count={min(count, 4)}")
            later = len(order) - 1 - n
            cues.append(f"{kind} new={min(later, 4)}")
            out.append((thing, tuple(dict.fromkeys(cues))))
        return out

    def _first_in(self, start: int, end: int) -> Thing | None:
        n = bisect_left(self._places, start)
        return self._mentions[n][1] if n < len(self._mentions) and self._places[n] < end else None

    def _beside(self, mark: Token, near: Sequence[tuple[Token, Thing, str]], end: int) -> tuple[Thing | None, Thing | None]:
        after = next((thing for t, thing, how in near if mark.i < t.i <= mark.i + 6 and t.idx < end and how == NAME), None)
        before = next((thing for t, thing, _ in reversed(near) if mark.i - 6 <= t.i < mark.i), None)
        return after, before
