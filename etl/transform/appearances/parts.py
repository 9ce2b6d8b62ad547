"""Parts of sentences that tell of one thing each, and what stands in a part: people in their roles, shows, outlets, platforms."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Span, Token

from etl.transform.appearances.items import GUEST, NOUN, POST, STAGE, VENUE, Item
from etl.transform.appearances.programmes import is_broadcaster
from etl.transform.appearances.slots import governor, in_quote, root
from etl.transform.reading import PRONOUN, Reading, Thing

PARTING = frozenset("while whereas".split())
SUBJECT, OBJECT, OWNER, OTHER = "subject", "object", "owner", "other"


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a part: the head of its tokens, the thing, the preposition before it ("" for none), its role and first character."""

    token: Token
    thing: Thing
    prep: str
    role: str
    start: int = 0
    pronoun: bool = False


@dataclass(slots=True)
class Part:
    """A stretch of a sentence with what it names, in order."""

    tokens: list[Token]
    people: list[Named] = field(default_factory=list)
    shows: list[Named] = field(default_factory=list)
    outlets: list[Named] = field(default_factory=list)  # broadcasters
    papers: list[Named] = field(default_factory=list)  # other outlets
    platforms: list[Named] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)
    nouns: list[Item] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Its first character."""
        return self.tokens[0].idx

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.tokens[-1].idx + len(self.tokens[-1])

    def holds(self, token: Token) -> bool:
        """Whether the token stands in it."""
        return self.tokens[0].i <= token.i <= self.tokens[-1].i


def parts(reading: Reading, sent: Span, found: list[Item]) -> list[Part]:
    """The parts of `sent` in order: cut at semicolons and before coordinated clauses with a subject of their own.

    Args:
        found: the items of the sentence.
    """
    cuts = set()
    for i in range(sent.start, sent.end):
        form, token = reading.forms[i], reading.words[i]
        if form == ";":
            cut = i + 1
        elif form in PARTING and i > sent.start and reading.forms[i - 1] == ",":
            cut = i
        elif token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX"):
            subject = next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is None or subject.left_edge.i <= token.head.i:
                continue
            cut = subject.left_edge.i
        else:
            continue
        if not in_quote(reading, token):
            cuts.add(cut)
    edges = [sent.start, *sorted(c for c in cuts if sent.start < c < sent.end), sent.end]
    out = [Part([t for t in reading.words[a:b] if not t.is_space]) for a, b in pairwise(edges)]
    out = [p for p in out if p.tokens]
    for part in out:
        _fill(reading, part, found)
    return out


def _role(token: Token) -> str:
    node = token
    while node.dep_ in ("conj", "appos", "compound") and node.head != node and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
        node = node.head
    if node.dep_ in ("nsubj", "nsubjpass") or _cleft(node):
        return SUBJECT
    if node.dep_ in ("dobj", "dative", "oprd"):
        return OBJECT
    return OWNER if node.dep_ == "poss" else OTHER


def _cleft(token: Token) -> bool:
    """Whether it is the subject brought to the front: "it was Radio X that had her"."""
    return (
        token.dep_ == "attr"
        and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in token.head.lefts)
        and any(
            c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP")
            for v in (*token.rights, *token.head.rights)
            if v.dep_ in ("relcl", "ccomp")
            for c in v.lefts
        )
    )


def _prep(token: Token) -> str:
    node = token
    while node.dep_ in ("conj", "appos") and node.head != node and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
        node = node.head
    prep, _ = governor(node)
    return prep


# An outlet that asks, finds or employs says nothing about where somebody was heard: "an NBC News survey", "documents obtained by CBC".
_WORK = frozenset(
    "survey poll pollster report reporter correspondent editor journalist presenter survey story article column archive spokesman spokeswoman spokesperson executive".split()
)
_OBTAINED = frozenset("obtain see report review publish own quote cite first-report compile commission verify conduct".split())


def _reports(token: Token, prep: str) -> bool:
    """Whether the outlet is named for what it found out, or as somebody's employer."""
    node = token
    while node.dep_ in ("compound", "nmod", "poss") and node.head != node:
        node = node.head
        if node.lemma_.lower() in _WORK:
            return True
    _, gov = governor(token)
    return prep in ("by", "to", "with") and gov.lemma_.lower() in _OBTAINED


def _fill(reading: Reading, part: Part, found: list[Item]) -> None:
    seen: set[int] = set()
    for mention, thing in reading.within(part.start, part.end):
        token = root(reading, mention)
        if in_quote(reading, token):
            continue
        named = Named(token, thing, _prep(token), _role(token), mention.start, mention.kind == PRONOUN)
        if thing.type in ("Person", "Organization"):
            part.people.append(named)
            seen.add(token.i)
        elif thing.type == "Show":
            part.shows.append(named)
        elif thing.type == "Outlet" and not _reports(token, named.prep):
            (part.outlets if is_broadcaster(reading, thing) else part.papers).append(named)
        elif thing.type == "Platform":
            part.platforms.append(named)
        elif thing.type == "Place":
            part.places.append(named)
    for token in part.tokens:
        if token.i not in seen and reading.at(token) is None and not in_quote(reading, token):
            for thing in reading.all_at(token):
                if thing.type == "Person":
                    part.people.append(Named(token, thing, _prep(token), _role(token), token.idx, True))
    part.nouns = [i for i in found if i.sort in (NOUN, VENUE, POST, STAGE, GUEST) and part.holds(i.token)]
