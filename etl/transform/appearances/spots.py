"""Where loose tellings may be: the parts of an article's sentences, and what in each an occasion hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from etl.transform import dates
from etl.transform.appearances import cues, slots
from etl.transform.appearances.items import NOUN, POST, STAGE, VENUE, Item, items
from etl.transform.appearances.parts import OBJECT, OWNER, SUBJECT, Named, Part, parts
from etl.transform.appearances.programmes import Programmes
from etl.transform.appearances.telling_cues import AIR, FIGURES, SPEAKING, TALKING
from etl.transform.reading import Reading

# Into a platform, these look at the firm.
INQUIRIES = frozenset("investigation inquiry enquiry probe look lawsuit complaint case suit petition charge ruling report study".split())
# Verbs that say what somebody does, by form and place.
DOING = frozenset(("VBD", "VBZ", "VBP", "VBN", "VB"))
CLAUSES = frozenset(("ROOT", "conj", "relcl", "advcl", "ccomp"))
Anchor = tuple[Token, Named | None, list[Named]]  # what the occasion hangs on, its show and its outlets


def doing(part: Part) -> Token | None:
    """The first verb of a clause of `part`."""
    return next((t for t in part.tokens if t.pos_ == "VERB" and t.tag_ in DOING and t.dep_ in CLAUSES), None)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A part of a sentence, and what occasions hang on in it."""

    part: Part
    anchors: list[Anchor]


class Spots:
    """The spots of an article.

    Args:
        reading: the article.
        known: what it says of shows and hosts at large.

    Attributes:
        items: by the first character of each sentence, its items.
        of: in the same way its spots.
    """

    def __init__(self, reading: Reading, known: Programmes) -> None:
        self.reading, self.known = reading, known
        self.items: dict[int, list[Item]] = {sent.start_char: items(reading, sent) for sent in reading.sentences}
        self.of: dict[int, list[Spot]] = {sent.start_char: self._spots(sent) for sent in reading.sentences}

    def _spots(self, sent: Span) -> list[Spot]:
        return [Spot(part, self._anchors(part)) for part in parts(self.reading, sent, self.items[sent.start_char])]

    def _anchors(self, part: Part) -> list[Anchor]:
        """For each occasion of the part the token that it hangs on, its show and its outlets."""
        shows = [s for n, s in enumerate(part.shows) if all(s.thing is not p.thing for p in part.shows[:n])]
        if shows:
            out: list[Anchor] = []
            for n, show in enumerate(shows):
                last = n + 1 == len(shows)
                until = shows[n + 1].token.i if not last else 1 << 30
                since = shows[n - 1].token.i if n else -1
                near = [
                    o
                    for o in part.outlets
                    if (show.token.i < o.token.i < until) or (since < o.token.i < show.token.i and (n == 0 or show.token.i - o.token.i < 4))
                ]
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
        where = [p for p in part.platforms if p.prep in AIR and slots.governor(p.token)[1].lemma_.lower() not in INQUIRIES]
        if where:
            return [(where[0].token, None, [])]
        stages = [i for i in part.nouns if i.sort == STAGE]
        if stages:
            return [(stages[0].token, None, [])]
        hosts = [p for p in part.people if self.known.hosts_anything(p.thing)]
        if hosts:
            return [(hosts[0].token, None, [])]
        met = self._met(part)
        if met is not None:
            return [(met.token, None, [])]
        spoke = self._spoke(part)
        return [(spoke, None, [])] if spoke is not None else []

    def _spoke(self, part: Part) -> Token | None:
        """The verb by which somebody speaks at a stated time or place, for a stated while, or before a stated number."""
        verb = next((t for t in part.tokens if t.pos_ == "VERB" and t.lemma_.lower() in SPEAKING), None)
        if verb is None or not any(p.thing.type == "Person" for p in part.people):
            return None
        stated = part.places or FIGURES.search(self.reading.text, part.start, part.end) or self._is_timed(part)
        return verb if stated else None

    def _is_timed(self, part: Part) -> bool:
        published = self.reading.article.published
        return any(part.start <= t.start < part.end and (dates.minutes(t) or dates.day(t, published)) for t in self.reading.times)

    def _met(self, part: Part) -> Named | None:
        """Whom somebody sat, talked or spent a stated time with, or on a stated day."""
        who = [p for p in part.people if p.thing.type == "Person"]
        if len(who) < 2 or not any(p.role == SUBJECT for p in who):
            return None
        if not self._is_timed(part) or not any(t.pos_ == "VERB" and t.lemma_.lower() in TALKING for t in part.tokens):
            return None
        return next(
            (p for p in who if p.prep in ("with", "opposite", "to", "by", "across", "alongside") and p.role not in (SUBJECT, OWNER)), None
        )
