"""What may be said at a place: the stretches between the stops and openings around its mark, each with cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container

from spacy.tokens import Token

from etl.transform.quotation import Quote
from etl.transform.reading import NAME, Reading
from etl.transform.said_marks import ANSWER, BREAKS, NOUN, QUOTE, SENTENCE, VERB, Place, form
from etl.transform.said_shapes import Shapes
from etl.transform.said_stretch import SHORTEST, trimmed
from etl.transform.saying import SAYING

MOST = 3  # breaks to each side of a mark that are looked at
FAR = 60  # words to each side of it, at most
FEWEST = 8  # characters
WITH_QUOTE, AROUND = "with quote", "around"  # cues of a clause that a quotation is part of, and of one with the mark in it
WIDE = frozenset((WITH_QUOTE, AROUND))
OPENERS = frozenset("who which because that and but whom".split())
Span = tuple[int, int, tuple[str, ...]]
Edges = list[tuple[int, str]]
Offer = Callable[..., None]


def _place(token: Token) -> int:
    return token.idx


class Spans:
    """Tells the stretches of places.

    Args:
        reading: the article.
        verbs: the places of tokens that are verbs of speech or thought.
    """

    def __init__(self, reading: Reading, verbs: Container[int]) -> None:
        self._reading = reading
        self._verbs = verbs
        self._shapes: Shapes | None = None  # of the sentence that was asked about last

    def of(self, place: Place) -> list[Span]:
        """What may be said at `place`, each with its cues."""
        spans: dict[tuple[int, int], list[str]] = {}
        text = self._reading.text
        if self._shapes is None or self._shapes.sentence is not place.sentence:
            self._shapes = Shapes(place.sentence, self._verbs)
        shapes = self._shapes

        def offer(start: int, end: int, *cues: str) -> None:
            a, b = trimmed(text, start, end)
            if len(text[a:b].split()) < SHORTEST and place.kind != QUOTE:
                return
            name = self._reading.mention_at(self._reading.token(b - 1))
            if name is not None and name.kind == NAME and name.start <= a + len("The ") and place.kind != QUOTE:
                return  # "told the Harbour Post": whom it was told
            for q in place.sentence.quotes:
                if q.start <= a and b <= q.end:
                    if place.kind != QUOTE or q is not place.quote:
                        return
                    a, b = max(a, q.inner_start), min(b, q.inner_end)
                elif q.start < a < q.end or q.start < b < q.inner_end:
                    return
            found = spans.get((a, b))
            if found is None:
                if place.kind == VERB and not (shapes.has_finite(a, b) or any(a <= q.start < b for q in place.sentence.quotes)):
                    return  # the phrase alone in "“…,” Vole, a former teacher, told the Post" is not what is said
                found = spans[(a, b)] = shapes.cues(place, a, b, text[a:b])
            found.extend(cues)

        for r in place.rules:
            spans.setdefault((r.start, r.end), []).extend(("by rule", f"rule={r.rule}"))
        if place.quote is not None:
            spans.setdefault((place.quote.inner_start, place.quote.inner_end), []).append("inner")
        elif place.kind == ANSWER:
            spans.setdefault((place.opening, place.closing), []).append("paragraph")
        elif place.kind == SENTENCE:
            offer(place.sentence.start, place.sentence.end, "sentence")
            for t in place.sentence.own[2:]:
                if t.text in ";:—–":
                    offer(t.idx + 1, place.sentence.end, "sentence", f"from {t.text}")
                    break
        elif place.kind in (VERB, NOUN) and place.token is not None:
            self._around(place, place.token, offer)
        if place.quote is not None:
            self._with_quote(place, place.quote, offer)
        top = max((b - a for a, b in spans), default=1)
        return [(a, b, (*dict.fromkeys(cues), f"{place.kind} length={round(4 * (b - a) / top)}")) for (a, b), cues in spans.items()]

    def _around(self, place: Place, mark: Token, offer: Offer) -> None:
        own = place.sentence.own
        at = next((n for n, t in enumerate(own) if t.i >= mark.i), len(own))
        self._right(place, mark, at, offer)
        self._left(place, mark, at, offer)

    def _with_quote(self, place: Place, quote: Quote, offer: Offer) -> None:
        """The clause of the writer's words that a quotation is part of."""
        s = place.sentence
        own = s.own
        first = bisect_left(own, quote.start, key=_place)
        starts: Edges = []
        for n in range(first - 1, max(-1, first - FAR), -1):
            t, follow = own[n], own[n + 1] if n + 1 < len(own) else None
            if t.text in BREAKS or t.lower_ in OPENERS:
                starts.append((t.idx + len(t), f"after {t.lower_} next={form(follow)}"))
            elif t.i in self._verbs:
                starts.append((t.idx + len(t), f"verb next={form(follow)}"))
            if len(starts) > MOST:
                break
        if quote.start > s.start:
            starts.append((s.start, "sentence"))
        stops: Edges = [(quote.end, "quote")]
        last = bisect_left(own, quote.end, key=_place)
        for n in range(last, min(last + FAR, len(own) - 1)):
            if own[n].text in BREAKS:
                stops.append((own[n].idx, f"{own[n].text} next={form(own[n + 1])}"))
                break
        stops.append((s.end, "end"))
        for a, start_cue in starts:
            for b, end_cue in stops:
                offer(a, b, WITH_QUOTE, f"with quote start={start_cue}", f"with quote stop={end_cue}")

    def _right(self, place: Place, mark: Token, at: int, offer: Offer) -> None:
        s, text = place.sentence, self._reading.text
        own = s.own
        kind = "saying" if mark.lemma_.lower() in SAYING else place.kind
        starts: Edges = []
        ends: Edges = [(s.end, "end")]
        breaks = 0
        clause = next((c for c in mark.rights if c.dep_ in ("ccomp", "acl", "relcl", "parataxis")), None)
        if at + 1 < len(own):
            starts.append((own[at].idx + len(own[at]), f"mark next={form(own[at + 1])}"))
        if clause is not None and clause.left_edge.i > mark.i:
            starts.append((clause.left_edge.idx, "clause"))
        for n, t in enumerate(own[at + 1 : at + FAR], at + 1):
            follow = own[n + 1] if n + 1 < len(own) else None
            if t.lower_ == "that" and n - at < 16 and t.tag_ in ("IN", "WDT") and not any(c.startswith("that") for _, c in starts):
                starts.append((t.idx + 4, f"that {t.tag_} {'directly' if n == at + 1 else 'later'}"))
            if t.text in BREAKS and (t.text not in "—–" or text[t.idx - 1 : t.idx] == " ") and follow is not None:
                breaks += 1
                if breaks <= MOST:
                    starts.append((t.idx + 1, f"break {breaks} {t.text} next={form(follow)}"))
                if breaks <= MOST + 2:
                    ends.append((t.idx, f"{t.text} next={form(follow)}"))
            elif t.lower_ in ("and", "but") and follow is not None and (follow.tag_ in ("VBD", "VBZ") or follow.lower_ == "that"):
                ends.append((t.idx, f"{t.lower_} next={'verb ' + str(follow.i in self._verbs) if follow.lower_ != 'that' else 'that'}"))
        edge = mark.right_edge
        if edge.i > mark.i + 2:
            ends.append((edge.idx + len(edge), "edge"))
        for q in s.quotes:
            if q.start > mark.idx:
                ends.append((q.end, "quote"))
                break
        for a, start_cue in starts[:6]:
            for b, end_cue in ends[:7]:
                if b - a > FEWEST:
                    offer(
                        a,
                        b,
                        "right",
                        f"{kind} start={start_cue}",
                        f"end={end_cue}",
                        f"{kind} right {start_cue.split(' ')[0]} {end_cue.split(' ')[0]}",
                    )

    def _left(self, place: Place, mark: Token, at: int, offer: Offer) -> None:
        s, text = place.sentence, self._reading.text
        own = s.own
        begins: Edges = []
        stops: Edges = []
        for n in range(at - 1, max(-1, at - FAR), -1):
            t, follow = own[n], own[n + 1]
            if t.text in BREAKS and (t.text not in "—–" or text[t.idx - 1 : t.idx] == " "):
                if len(stops) < 2:
                    stops.append((t.idx, f"break {len(stops)} {t.text}"))
                if len(begins) < MOST:
                    begins.append((t.idx + 1, f"{t.text} next={form(follow)}"))
            elif t.lower_ in OPENERS and len(begins) < MOST:
                begins.append((t.idx + len(t) if t.lower_ != "because" else t.idx, f"after {t.lower_}"))
        for q in s.quotes:
            if 0 <= mark.idx - q.end < 40:
                stops.append((q.end, "quote"))
        begins.append((s.start, "sentence"))
        lead = place.subject.left_edge if place.subject is not None and place.subject.i < mark.i else mark
        for b, stop_cue in stops:
            near = "at subject" if abs(lead.idx - b) <= 3 else "off subject"
            for a, begin_cue in begins:
                if b - a > FEWEST:
                    offer(
                        a,
                        b,
                        "left",
                        f"left begin={begin_cue}",
                        f"left stop={stop_cue}",
                        f"left {near}",
                        f"left {begin_cue.split(' ')[0]} {near}",
                    )
        for a, begin_cue in begins:
            offer(a, s.end, AROUND, f"around begin={begin_cue}", f"around {place.kind} {begin_cue.split(' ')[0]}")
