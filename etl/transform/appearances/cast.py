"""Who is who in a clause: the people that its words stand for, and what the text so far has brought to mind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.appearances.frames import join
from etl.transform.appearances.items import verb_above
from etl.transform.appearances.programmes import Programmes
from etl.transform.clauses import conjuncts, is_passive, subjects, things
from etl.transform.reading import PRONOUN, Reading, Thing

# "The group", "the band": the first organization that the article names is meant.
OFTEN, AHEAD = 5, 1.3  # mentions of the one whom an article is about, and how many times those of the next
CHAIRING = re.compile(
    r",? (?:(?:there |who was |was |is )?as (?:the )?(?:moderator|host|interviewer|chair)s?|(?:who (?:was|is) )?in the (?:chair|moderator[’']s seat)|presiding|moderating|hosting|chairing"
    r"|(?:who (?:was |is )?)?(?:asking|asks|asked|putting|puts|put)(?: (?:the|most of the|all the))? questions|asking(?=[,.;]| was| were)|at the desk|refereeing|timing them|holding the ring|between them)\b"
)
ALONG = re.compile(
    r"\b(?:together with|along with|alongside|accompanied by|flanked by|in the company of|(?:with|beside) (?:(?:his|her|their|the) )?(?:fellow|co-|wife|husband|partner|girlfriend|boyfriend|"
    r"brother|sister|son|daughter|running mate|deputy|colleague|bandmate|teammate)[\w-]*)(?: (?!and\b|with\b|by\b|on\b|at\b)[\w’'.-]+){0,5}? $"
)
# Up to the last of "Lowe, Ben Bright and Hal Reed".
AND_ANOTHER = re.compile(r"(?:,|,? and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?=[ ,])")
GROUPS = frozenset("group band duo trio quartet quintet collective".split())


@dataclass(slots=True)
class Context:
    """What the text up to here has brought to mind: the person in focus, the last pair, the last show."""

    focus: list[Thing] = field(default_factory=list)
    pair: list[Thing] = field(default_factory=list)
    show: Thing | None = None


class Cast:
    """Turns tokens into the people that they stand for.

    Args:
        reading: the article.
        known: what the article says of its shows and hosts.
    """

    def __init__(self, reading: Reading, known: Programmes) -> None:
        self.reading = reading
        self.known = known
        self.context = Context()
        self._leading: list[Thing] | None = None

    def people(self, tokens: Iterable[Token], *types: str) -> list[Thing]:
        """The persons (or things of `types`) that `tokens` stand for; "the pair", "they", "both" are the last pair."""
        out: list[Thing] = []
        for token in tokens:
            found = things(self.reading, [token], types or ("Person",))
            if not found and token.pos_ == "NOUN":
                found = things(self.reading, [t for c in token.children if c.dep_ == "appos" for t in conjuncts(c)], types or ("Person",))
            if not found and token.lower_ in cues.PLURALS and self.reading.at(token) is None and not (token.lower_ in ("men", "women", "candidates", "rivals") and (
                    not any(c.lower_ in ("two", "both") for c in token.lefts))):  # fmt: skip
                found = self.context.pair
            if (
                not found
                and token.lower_ in GROUPS
                and "Organization" in types
                and self.reading.at(token) is None
                and any(c.lower_ == "the" for c in token.lefts)
            ):
                found = [o for o in self.reading.named("Organization") if any(m.start < token.idx for m in o.mentions)][:1]
            join(out, found)
        return out

    def who_does(self, verb: Token, *types: str) -> list[Thing]:
        """The people who do what `verb` says, also where the parse lost its subject to an earlier verb of the sentence."""
        lost = _lost_subject(verb)
        found = self.people([lost] if lost is not None else subjects(verb), *types)
        if found or passive(verb):
            return found
        if verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and any(c.lower_ == "to" for c in verb.lefts):
            above = verb_above(verb)  # "declined an invitation to appear"
            return self.who_does(above, *types) if above is not None else []
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return []
        for child in verb.lefts:
            if child.pos_ == "VERB" and child.dep_ in ("ccomp", "advcl", "dep"):
                found = self.people(subjects(child), *types)
                if found:
                    return found
        return []

    def hostish(self, thing: Thing) -> bool:
        """Whether `thing` is known to receive guests."""
        return self.known.hosts_anything(thing) or thing.type != "Person"

    def default_show(self) -> Thing | None:
        """The show last spoken of, or the only one of the article."""
        return self.context.show or self.only_show()

    def only_show(self) -> Thing | None:
        """The one show of the article, or the one whose hosts it tells."""
        shows = list(self.reading.named("Show"))
        hosted = [s for s in shows if self.known.hosts.get(s)]
        if len(shows) == 1 or len(hosted) == 1:
            return (hosted or shows)[0]
        return self.main_show()

    def protagonist(self) -> list[Thing]:
        """The person most often mentioned who hosts nothing, as a list of one or none."""
        people = [p for p in self.reading.named("Person") if not self.known.hosts_anything(p)]
        return sorted(people, key=lambda p: -len(p.mentions))[:1]

    def leading(self) -> list[Thing]:
        """The one person whom the article is about, as a list of one: named clearly more often than any other that hosts nothing."""
        if self._leading is None:
            people = sorted((p for p in self.reading.named("Person") if not self.known.hosts_anything(p)), key=lambda p: -len(p.mentions))
            counts = [len(p.mentions) for p in people[:2]]
            clear = bool(counts) and counts[0] >= OFTEN and (len(counts) < 2 or counts[0] >= AHEAD * counts[1])
            self._leading = people[:1] if clear else []
        return self._leading

    def main_show(self) -> Thing | None:
        """The show that the article is about: named often, and twice as often as any other."""
        shows = sorted(self.reading.named("Show"), key=lambda s: -len(s.mentions))
        if not shows or len(shows[0].mentions) < 3 or (len(shows) > 1 and len(shows[1].mentions) * 2 > len(shows[0].mentions)):
            return None
        return shows[0]

    def in_the_chair(self, person: Thing, at: Token) -> bool:
        """Whether the sentence of `at` has the person preside: "with Ada Lowe in the chair", "with Lowe and Bright asking"."""
        text, sent = self.reading.text, at.sent
        for m in person.mentions:
            if sent.start_char <= m.start < sent.end_char:
                end = m.end
                while listed := AND_ANOTHER.match(text, end, sent.end_char):
                    end = listed.end()
                if CHAIRING.match(text, m.end) or (end > m.end and CHAIRING.match(text, end)):
                    return True
        return False

    def came_along(self, person: Thing, at: Token) -> bool:
        """Whether the sentence of `at` has the person come with the guest: "together with the singer Ada Lowe", "alongside her co-leader Lowe"."""
        sent = at.sent
        return any(
            sent.start_char <= m.start < sent.end_char and ALONG.search(self.reading.text, max(sent.start_char, m.start - 60), m.start)
            for m in person.mentions
        )

    def _is_pronoun(self, token: Token) -> bool:
        mention = self.reading.mention_at(token)
        return token.pos_ == "PRON" or (mention is not None and mention.kind == PRONOUN)


def _lost_subject(verb: Token) -> Token | None:
    """The name that a misread sentence hangs its verb on: "Ada Lowe, in a hat, spent an hour …" read as a noun phrase."""
    head = verb.head
    return head if verb.dep_ in ("relcl", "acl") and verb.tag_ == "VBN" and head.dep_ == "ROOT" and head.pos_ == "PROPN" else None


def passive(verb: Token) -> bool:
    """Whether `verb` is a passive, misread sentences apart."""
    return is_passive(verb) and _lost_subject(verb) is None


def antecedent_of_whose(token: Token) -> Token:
    """For "whose" the noun before its clause, else `token`."""
    if token.lower_ != "whose":
        return token
    node = token
    while node.head != node and node.dep_ != "relcl":
        node = node.head
    return node.head
