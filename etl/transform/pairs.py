"""Two people at once: "they", "the two", "the pair", resolved to the two who were joined last."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.binding import barred
from etl.transform.reading import Thing
from etl.transform.salience import Discourse

PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
PAIRS = frozenset(("two", "pair", "duo", "couple", "both"))


def is_pair(token: Token) -> bool:
    if token.lower_ == "both":
        return token.dep_ in ("nsubj", "nsubjpass") or token.dep_ == "ROOT"
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    followed = (
        after is not None
        and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        and token.lower_ == "two"
        and after.lower_ not in ("men", "women")
    )
    return before in ("the", "between") and not followed


def pair(discourse: Discourse, token: Token) -> tuple[Thing, ...]:
    """The two people meant by "they", "the two": the two coordinated last, else the only two in this and the last sentences."""
    here = discourse.sentence_of(token.idx)
    out = barred(discourse.reading, token)
    if token.lower_ in PLURAL and (before := _named_before(discourse, token)):
        return before
    coordinated = _coordinated(discourse, token, out)
    if coordinated or token.lower_ in ("pair", "duo", "couple"):
        return coordinated
    if token.lower_ in PLURAL and (discourse.reading.quote(token.idx) is not None or _plural_noun_since(discourse, token)):
        return ()
    for window in (0, 1, 2):
        people: list[Thing] = []
        for seen in discourse.seen:
            near = here - seen.sentence <= window and seen.mention.end <= token.idx
            if (
                near
                and seen.thing.type == "Person"
                and not seen.quoted
                and all(t is not seen.thing for t in out)
                and all(t is not seen.thing for t in people)
            ):
                people.append(seen.thing)
        if len(people) == 2:
            return tuple(people)
        if len(people) > 2:
            return ()
    return ()


def _named_before(discourse: Discourse, token: Token) -> tuple[Thing, ...]:
    """The pair that "they", "the two" meant shortly before, where nothing in the plural has come between."""
    for earlier in reversed(token.doc[max(0, token.i - 30) : token.i]):
        if earlier.tag_ == "NNS" or discourse.reading.at(earlier) is not None:
            return ()
        if len(people := discourse.reading.all_at(earlier)) > 1:
            return people
    return ()


def _coordinated(discourse: Discourse, token: Token, out: list[Thing]) -> tuple[Thing, ...]:
    """The last two people that an "and" joined: for "they" in the sentence before or the same, for "the pair" further back."""
    here = discourse.sentence_of(token.idx)
    window = {"they": 1, "their": 1, "both": 4, "two": 4}.get(token.lower_, 1000)
    for seen in reversed(discourse.seen):
        if here - seen.sentence > window:
            return ()
        if seen.thing.type != "Person" or seen.mention.end > token.idx or seen.head.dep_ != "conj":
            continue
        other = discourse.reading.at(seen.head.head)
        if other is None or other.type != "Person" or other is seen.thing or seen.quoted or any(t in (other, seen.thing) for t in out):
            continue
        last = max((m.end for m in other.mentions if m.end <= seen.mention.start), default=0)
        between = discourse.reading.text[last : seen.mention.start]
        if " and " not in between or len(between) > 60 or "\n" in between:
            continue
        more = [c for c in seen.head.children if c.dep_ == "conj"]
        if not more and (token.lower_ not in PLURAL or not _plural_noun_since(discourse, token, seen.mention.end)):
            return (other, seen.thing)
    return ()


def _plural_noun_since(discourse: Discourse, token: Token, position: int | None = None) -> bool:
    """Whether a plural common noun stands between `position` (the last person named) and the pronoun."""
    if position is None:
        position = max((s.mention.end for s in discourse.seen if s.thing.type == "Person" and s.mention.end <= token.idx), default=0)
    nouns = (t for t in token.doc[max(0, token.i - 60) : token.i] if t.idx >= position and t.tag_ == "NNS")
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") and t.lower_ not in ("minutes", "hours", "days", "weeks") for t in nouns
    )
