"""Reach: every figure for how many people were reached, and whose it is: a person's, show's or platform's, or one occasion's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from etl.transform.drafts import AppearanceDraft, ReachDraft
from etl.transform.figures import Figure, figures
from etl.transform.holders import (
    BREAK,
    DESCRIBED,
    LASTING,
    OCCASIONS,
    ON,
    OWNERS,
    RELATIVE,
    SINGULAR,
    STANDING,
    THERE,
    antecedent_of,
    holder_of,
    possessor_of,
    relation_of,
)
from etl.transform.reading import NAME, Reading, Thing

LEAD = 800  # characters after a lead in which its subject is named


class _Owners:
    """Finds whose figure it is in one article."""

    def __init__(self, reading: Reading, appearances: Sequence[AppearanceDraft]) -> None:
        self.reading = reading
        self.appearances = sorted((a for a in appearances if a.evidence), key=lambda a: min(a.evidence))

    # ------------------------------------------------------------------ things
    def thing(self, token: Token, depth: int = 0) -> Thing | None:
        """The owner that the phrase with head `token` names: itself, its possessor, or a name within it."""
        reading = self.reading
        if (found := reading.at(token)) and found.type in OWNERS:
            return found
        if token.lower_ in RELATIVE and depth < 3 and (before := antecedent_of(token)).i != token.i:
            return self.thing(before, depth + 1)
        if (owner := possessor_of(token)) is not None and (found := reading.at(owner)) and found.type in OWNERS:
            return found
        if token.pos_ == "PRON":
            return None
        if (type_ := DESCRIBED.get(token.lemma_.casefold())) and not any(
            c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in token.children
        ):
            return next((t for _, t in reversed(reading.within(0, token.idx, (type_,)))), None)
        # "the streamer Adin Ross", "Pokimane, the streamer", "the podcast Night Shift", "a volunteer called Preheat"
        for child in sorted(token.children, key=lambda c: abs(c.i - token.i)):
            if child.dep_ in ("appos", "compound", "nmod", "flat") and (found := reading.at(child)) and found.type in OWNERS:
                return found
            if child.dep_ == "acl" and child.lower_ in ("called", "named", "dubbed", "titled") and depth < 3:
                for name in child.children:
                    if name.dep_ in ("oprd", "dobj", "attr", "appos") and (found := self.thing(name, depth + 1)):
                        return found
        if token.dep_ == "appos" and depth < 3:
            return self.thing(token.head, depth + 1)
        return None

    def nearest(self, figure: Figure, low: int) -> Thing | None:
        """The owner named last before the figure, from `low` on, a platform only where nobody else is named."""
        mentions = [(m, t) for m, t in self.reading.within(low, figure.number.start, OWNERS)]
        people = [t for m, t in mentions if t.type != "Platform" and not self._aside(m.start)]
        return people[-1] if people else None

    def _aside(self, position: int) -> bool:
        """Whether a name only says where something was told: "according to X"."""
        return bool(re.search(r"(?:according to|said|says|told) $", self.reading.text[max(0, position - 14) : position]))

    def topic(self, position: int) -> Thing | None:
        """The subject of the sentence before, or the first owner it names: who a following sentence goes on about."""
        reading = self.reading
        start = reading.sentence(position).start_char
        for _ in range(3):
            if start == 0:
                return None
            sent = reading.sentence(start - 1)
            for token in sent:
                if token.dep_ in ("nsubj", "nsubjpass") and (found := self.thing(token)) and found.type in OWNERS - {"Platform"}:
                    return found
            named = [t for m, t in reading.within(sent.start_char, sent.end_char, ("Show", "Person", "Organization", "Outlet"), (NAME,))]
            if named:
                return named[0]
            start = sent.start_char
        return None

    def neuter(self, figure: Figure) -> Thing | None:
        """What "it" stands for where nothing else tells: the subject of a sentence before that is nobody, or what it names first."""
        reading = self.reading
        types = ("Show", "Organization", "Outlet", *(("Platform",) if figure.unit == "users" else ()))
        end = figure.number.start
        start = reading.sentence(end).start_char
        for _ in range(3):
            named = [(m, t) for m, t in reading.within(start, end, types, (NAME,)) if not self._aside(m.start)]
            shows = [t for _, t in named if t.type == "Show"]
            if shows and figure.unit in ("downloads", "listeners", "subscribers"):
                return shows[0]
            subjects = [t for m, t in named if reading.token(m.end - 1).dep_ in ("nsubj", "nsubjpass")]
            if named:
                return (subjects or [t for _, t in named])[0]
            if start == 0:
                return None
            end = start
            start = reading.sentence(start - 1).start_char
        return None

    # ------------------------------------------------------------------ occasions
    def occasion(self, position: int, noun: str | None, whose: Thing | None = None) -> AppearanceDraft | None:
        """The occasion of the same sentence, else the one told of last before it; of the kind that `noun` names, with `whose` in it."""
        reading = self.reading
        low, high = reading.sentence_span(position)
        kinds = OCCASIONS.get(noun or "", frozenset())

        def fits(a: AppearanceDraft) -> bool:
            return (
                (not kinds or a.kind in kinds)
                and a.status != "declined"
                and (whose is None or whose in (*a.guests, *a.hosts, a.show, *a.platforms))
            )

        here = [a for a in self.appearances if fits(a) and any(s < high and e > low for s, e in a.evidence)]
        if here:
            return self._named(here, low, high) or here[-1]
        paragraph = max(reading.text.rfind("\n", 0, low), 0)
        for floor in (paragraph, max(reading.text.rfind("\n\n", 0, max(paragraph - 2, 0)), 0), 0):
            before = [
                (max(e for _, e in a.evidence if e <= low), a)
                for a in self.appearances
                if fits(a) and any(floor <= s and e <= low for s, e in a.evidence)
            ]
            if before:
                named = self._named([a for _, a in before], low, high)
                return named or max(before, key=lambda x: x[0])[1]
        return None

    def _named(self, among: list[AppearanceDraft], low: int, high: int) -> AppearanceDraft | None:
        """The one occasion, of several, whose guests, hosts or show the sentence names most."""
        named = [t for _, t in self.reading.within(low, high)]
        scores = [sum(t in named for t in (*a.guests, *a.hosts, *([a.show] if a.show else []))) for a in among]
        best = max(scores, default=0)
        return next((a for a, s in zip(reversed(among), reversed(scores), strict=True) if s == best), None) if best else None

    # ------------------------------------------------------------------ the choice
    def of(self, figure: Figure) -> tuple[Thing | AppearanceDraft, float] | None:
        """Whose `figure` is, and how sure that is; None where it is not clear."""
        reading, n = self.reading, figure.number
        token = reading.token(figure.at)
        if figure.rule in ("verb", "bare", "ellipsis") or token.pos_ == "NUM":
            token = reading.token(n.end - 1)
        by_relation = relation_of(reading.token(figure.at)) if figure.rule == "noun" else None
        if by_relation is not None and (found := self.thing(by_relation)):
            return found, 0.8
        holder = holder_of(token)
        if figure.rule == "head":
            head = reading.token(figure.at)
            holder = possessor_of(head) or relation_of(head) or holder
        noun = holder.lemma_.casefold() if holder is not None else None
        found = self.thing(holder) if holder is not None else None
        lasting = figure.standing or figure.unit in ("subscribers", "users")  # followers are mostly of somebody's account
        if lasting and holder is not None and holder.lower_ in ("it", "its") and (found is None or found.type == "Person"):
            found = self.neuter(figure) or found
        if figure.unit in LASTING:
            return self._lasting(figure, found)
        return self._passing(figure, holder, noun, found)

    def _bracketed(self, position: int) -> Thing | None:
        """The one named right before the bracket in which the figure stands: "Ann Lee (2.4m followers)"."""
        start = self.reading.sentence(position).start_char
        before = self.reading.text[start:position]
        bracket = before.rfind("(")
        if bracket < 0 or ")" in before[bracket:] or len(before) - bracket > 40:
            return None
        named = [(m, t) for m, t in self.reading.within(start, start + bracket, OWNERS - {"Platform"}) if m.end >= start + bracket - 3]
        return named[-1][1] if named else None

    def _shown(self, figure: Figure, owner: Thing) -> Thing | None:
        """The show between its host and the figure: "Lee, whose Night Shift has 2 million subscribers"."""
        n = figure.number
        start = self.reading.sentence(n.start).start_char
        shows = self.reading.within(start, n.start, ("Show",))
        hosts = [m for m, t in self.reading.within(start, n.start, ("Person",)) if t is owner]
        return shows[-1][1] if figure.unit == "subscribers" and shows and hosts and hosts[-1].end <= shows[-1][0].start else None

    def _lasting(self, figure: Figure, found: Thing | None) -> tuple[Thing, float] | None:
        """Followers, subscribers and users are somebody's, never one occasion's."""
        n = figure.number
        sent = self.reading.sentence(n.start)
        if (bracketed := self._bracketed(n.start)) is not None:
            return bracketed, 0.75
        if found is not None and found.type == "Person" and (show := self._shown(figure, found)) is not None:
            return show, 0.65
        if found is not None and not (found.type == "Platform" and figure.unit != "users" and self._measured_on(found, n.start)):
            return found, 0.8
        if (near := self.nearest(figure, sent.start_char)) is not None:
            return near, 0.6
        if (topic := self.topic(n.start)) is not None:
            return topic, 0.5
        return None

    def _measured_on(self, platform: Thing, position: int) -> bool:
        """A platform that is only where followers are counted does not own them."""
        sent = self.reading.sentence(position)
        return (
            any(t is not platform and t.type in OWNERS for _, t in self.reading.within(sent.start_char, position))
            or self.topic(position) is not None
        )

    def _passing(
        self, figure: Figure, holder: Token | None, noun: str | None, found: Thing | None
    ) -> tuple[Thing | AppearanceDraft, float] | None:
        """Viewers, listeners, views, downloads and those who came: of an occasion, unless they are what a show or person usually has."""
        n = figure.number
        position = n.start
        bracketed = self._bracketed(position) if figure.unit == "listeners" else None
        if bracketed is not None:
            return bracketed, 0.7
        if figure.standing and figure.unit != "attendees":
            owner = found or self.nearest(figure, self.reading.sentence(position).start_char) or self.topic(position)
            return (owner, 0.7) if owner else None
        lasting_noun = noun in STANDING or (found is not None and found.type in ("Show", "Outlet", "Platform", "Organization"))
        whose = found if noun in OCCASIONS else None
        occasion = self.occasion(position, noun, whose) or self.occasion(position, None, whose)
        in_sentence = occasion is not None and self._same_sentence(occasion, position)
        if occasion is not None and (
            noun in OCCASIONS or holder is None or (in_sentence and not lasting_noun) or figure.unit == "attendees"
        ):
            return occasion, 0.75
        if occasion is not None and (found is None or (holder is not None and holder.lower_ in SINGULAR)) and noun not in STANDING:
            return occasion, 0.65
        owner = found or (self.nearest(figure, self.reading.sentence(position).start_char) if not figure.verbal else None)
        if owner is not None and owner.type in ("Person", "Platform") and noun not in STANDING:
            # People watch what somebody did, not somebody.
            theirs = self.occasion(position, None, owner) or (occasion if self._same_paragraph(occasion, position) else None)
            if theirs is not None:
                return theirs, 0.6
        if owner is None and noun in STANDING:
            owner = self.topic(position)
        if owner is None and occasion is not None:
            return occasion, 0.55
        if owner is None:
            owner = self.nearest(figure, self.reading.sentence(position).start_char) or self.topic(position)
        if owner is None:
            return self._ahead(position)
        return owner, 0.5

    def _ahead(self, position: int) -> tuple[Thing | AppearanceDraft, float] | None:
        """In an article's lead, before anybody is named: the occasion told of next, else the show or person named next."""
        occasion = next((a for a in self.appearances if a.status != "declined" and position <= min(a.evidence)[0] <= position + LEAD), None)
        if occasion is not None:
            return occasion, 0.4
        named = self.reading.within(position, position + LEAD, ("Show", "Person"), (NAME,))
        return (named[0][1], 0.4) if named else None

    def _same_paragraph(self, occasion: AppearanceDraft | None, position: int) -> bool:
        low = max(self.reading.text.rfind("\n", 0, position), 0)
        return occasion is not None and any(low <= s < position for s, _ in occasion.evidence)

    def _same_sentence(self, occasion: AppearanceDraft, position: int) -> bool:
        low, high = self.reading.sentence_span(position)
        return any(s < high and e > low for s, e in occasion.evidence)

    # ------------------------------------------------------------------ where it was counted
    def platform(self, figure: Figure, subject: Thing | AppearanceDraft) -> Thing | None:
        """The platform that the figure was counted on, where one is named with it."""
        reading, n = self.reading, figure.number
        sent = reading.sentence(n.start)
        text = reading.text
        platforms = [(m, t) for m, t in reading.within(sent.start_char, sent.end_char, ("Platform",)) if t is not subject]
        end = reading.token(figure.at).idx + len(reading.token(figure.at)) if figure.at >= n.end else n.end
        for m, t in platforms:
            between = n.end <= m.start and m.end <= end
            after = m.start >= end and ON.fullmatch(text[end : m.start]) and not BREAK.search(text[end : m.start])
            if between or after:
                return t
        before = [(m, t) for m, t in platforms if m.end <= n.start]
        if not before:
            return self._back(n.start) if THERE.match(text, end) else None
        m, t = before[-1]
        gap = text[m.end : n.start]
        on = re.search(r"\b(?:on|at|to)\s+(?:the )?$", text[max(0, m.start - 10) : m.start])
        noun = re.match(r"[’']?s? (?:channel|account|page|following|audience|feed|profile|handle|live|livestream|stream)\b", gap)
        if not BREAK.search(gap) and (on or noun) and len(gap) < 70 and (figure.unit in LASTING or noun):
            return t
        return t if THERE.match(text, end) else None

    def _back(self, position: int) -> Thing | None:
        """The platform that "there" points back to."""
        return next((t for m, t in reversed(self.reading.within(max(0, position - 600), position, ("Platform",)))), None)


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[ReachDraft]:
    """The figures of reach in the article, each with whose it is; figures that nobody named has are left out.

    Args:
        appearances: the occasions of the article: a figure of one occasion ("the stream drew 60,000") is given to it.
    """
    owners = _Owners(reading, appearances)
    out: list[ReachDraft] = []
    seen: set[tuple[int, float, str]] = set()
    last: tuple[Figure, Thing | AppearanceDraft] | None = None
    for figure in figures(reading):
        n = figure.number
        if figure.rule == "ellipsis" and last is not None and n.start - last[0].number.end < 120:
            chosen: tuple[Thing | AppearanceDraft, float] | None = (last[1], 0.65)
        else:
            chosen = owners.of(figure)
        if chosen is None:
            continue
        subject, confidence = chosen
        last = (figure, subject)
        key = (id(subject), n.value or 0.0, figure.unit)
        if key in seen:
            continue
        seen.add(key)
        out.append(
            ReachDraft(
                subject,
                n.value or 0.0,
                figure.unit,
                f"reach.{figure.rule}",
                [reading.sentence_span(n.start)],
                qualifier=n.qualifier,
                platform=owners.platform(figure, subject),
                attributed_to=reading.speaker(n.start),
                confidence=min(confidence, figure.chance),
            )
        )
    return out
