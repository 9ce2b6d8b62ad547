"""Mentions as relations look at them: with their grammar, the words around them, and the posts that are told beside them.

Each is described once for all the pairs in which it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform.appearances.slots import governor, root
from etl.transform.reading import DESCRIPTION, Mention, Reading, Thing
from etl.transform.relations.roles import ROLES
from etl.transform.weighing import plain

CLIMB = 6  # words upwards in a parse
JOINED = 6  # that are joined, one behind the other
CLAUSE = ("VERB", "AUX")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BESIDE = frozenset(("compound", "nmod", "appos", "amod"))
WHOSE = frozenset(("its", "their", "his", "her", "my", "our", "whose", "the"))
SIDES = ("A", "B")
DENYING = ("not", "n't", "n’t", "never", "hardly")


@dataclass(frozen=True, slots=True, eq=False)
class Post:
    """A noun beside a mention that says what somebody is: "host".

    Attributes:
        noun: the noun.
        tells: the relation that it tells, or "none".
        within: the identities of the others that its phrase names.
        owner: "its", "the" and the like before it, or "".
    """

    noun: str
    tells: str
    within: frozenset[int]
    owner: str


class Spot:
    """A mention with its place in the grammar.

    Args:
        reading: the article.
        thing: what is mentioned.
        mention: where.
        sentence: the number of its sentence.
        denied: the words that are denied: "never *hosted*".

    Attributes:
        i: the number of the head of its words.
        lead: the number of the first of those that it is joined to by "and", its own where it is the first or alone.
        dep: the dependency of that.
        way: the words from there upwards: number, dependency, lemma.
        speaker: in whose words it stands.
        before: the preposition before its phrase, or "".
        posts: those told beside it.
        denied: the words above the head that are denied.
    """

    __slots__ = (
        "_above",
        "_cues",
        "_reading",
        "before",
        "denied",
        "dep",
        "i",
        "lead",
        "mention",
        "posts",
        "sentence",
        "speaker",
        "thing",
        "way",
    )

    def __init__(self, reading: Reading, thing: Thing, mention: Mention, sentence: int, denied: AbstractSet[int]) -> None:
        head = root(reading, mention)
        self.thing, self.mention, self.sentence = thing, mention, sentence
        first = _lead(head)
        self.i, self.lead, self.dep = head.i, first.i, first.dep_
        self.way = _way(reading, first)
        self.denied = {i for i, _, _ in self.way if i in denied}
        self.speaker = reading.speaker(mention.start)
        self.before, self._above = governor(head)
        self.posts = list(_posts(reading, thing, head))
        self._reading = reading
        self._cues: dict[str, tuple[str, ...]] = {}

    def cues(self, side: str) -> tuple[str, ...]:
        """What speaks for and against relations in which the mention is at `side`: "A", who, or "B", whom."""
        if side not in self._cues:
            self._cues[side] = tuple([f"{side} {cue}" for cue in self._about(self._reading, self._above)])
        return self._cues[side]

    def _about(self, reading: Reading, above: Token) -> Iterator[str]:
        kind, forms = self.mention.kind, reading.forms
        yield kind
        if self.lead != self.i:
            yield "joined"
        lemma = plain(reading.lemmas[above.i])
        if above.pos_ in CLAUSE:
            yield f"{self.dep} {self.before} of {lemma}"
        else:
            yield f"under {lemma}"
            if self.before:
                yield f"under {lemma} {self.before}"
        for post in self.posts:
            yield f"is {post.noun}"
            yield f"has post {post.tells}"
        tokens = reading.tokens(self.mention.start, self.mention.end)
        first, last = (tokens[0].i, tokens[-1].i) if tokens else (self.i, self.i)
        if first:
            yield f"after {plain(forms[first - 1])}"
        if last + 1 < len(forms):
            yield f"before {plain(forms[last + 1])}"
        if kind == DESCRIPTION:
            yield f"described {plain(forms[last])}"
        if self.speaker is not None:
            yield "within speech"


def _lead(head: Token) -> Token:
    """The first of those that a noun is joined to: what is said of it is said of all."""
    for _ in range(JOINED):
        if head.dep_ != "conj" or head.head.pos_ not in NOMINAL:
            break
        head = head.head
    return head


def _way(reading: Reading, head: Token) -> list[tuple[int, str, str]]:
    out = []
    for _ in range(CLIMB):
        out.append((head.i, head.dep_, plain(reading.lemmas[head.i])))
        above = head.head
        if above.i == head.i:
            break
        head = above
    return out


def _posts(reading: Reading, thing: Thing, head: Token) -> Iterator[Post]:
    """ "Ann Lee, *the host*", "*host* Ann Lee", "Ann Lee is *the host*"."""
    beside = [c for c in head.children if c.dep_ in BESIDE]
    if head.dep_ in BESIDE:
        beside.append(head.head)
    elif head.dep_ == "nsubj":
        beside += [c for c in head.head.rights if c.dep_ in ("attr", "oprd")]
    for noun in beside:
        lemma = plain(reading.lemmas[noun.i])
        role = ROLES.get(lemma)
        if role is None and (noun.pos_ not in ("NOUN", "PROPN") or reading.at(noun) is thing):
            continue
        left = [reading.forms[c.i] for c in noun.lefts if reading.forms[c.i] in WHOSE]
        named = (reading.at(token) for token in noun.subtree)
        within = frozenset(id(t) for t in named if t is not None and t is not thing)
        yield Post(lemma, role.predicate if role else "none", within, left[-1] if left else "")


def spots(reading: Reading, things: Iterable[Thing]) -> list[Spot]:
    """The mentions of `things`, in the order of the text."""
    number = {s.start: n for n, s in enumerate(reading.sentences)}
    denied = {word.head.i for word in reading.with_form(DENYING)}
    out = [Spot(reading, t, m, number[reading.sentence(m.start).start], denied) for t in things for m in t.mentions]
    return sorted(out, key=lambda s: (s.i, s.mention.start))
