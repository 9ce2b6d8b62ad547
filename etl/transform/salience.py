"""Who is in the reader's mind at a point of the article: mentions by sentence, weighted by grammatical role and distance.

The weights are after Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": subjects before objects before the
rest, halved by distance; a quotation and a paragraph break distance too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from etl.transform.name_cue_words import SAYING
from etl.transform.reading import NAME, Mention, Reading, Thing
from etl.transform.roles import gender_of_noun

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "ROOT"))
ROLE_WEIGHT = {"nsubj": 1.0, "nsubjpass": 1.0, "ROOT": 0.8, "dobj": 0.6, "obj": 0.6, "iobj": 0.6, "dative": 0.6, "pobj": 0.5, "poss": 0.5,
               "appos": 0.5, "conj": 0.55, "agent": 0.6}  # fmt: skip
DISTANCE = (1.0, 0.8, 0.45, 0.25, 0.15)
OTHER_PARAGRAPH, OUT_OF_QUOTE, COORDINATED = 0.75, 0.45, 0.7
SAME_SENTENCE, PARALLEL, OWN_SUBJECT = 0.25, 0.25, 0.5
PARAGRAPH_WINDOW = 5
UNNAMED_WINDOW = 3  # sentences back in which a person without a name is looked for
OPENINGS = frozenset(
    "a an the his her its their my your our this that another one no".split()
)  # of the phrase of such a person, that are told apart
LOOKBACK = 120  # mentions that are weighed: no reader remembers more, and none shall make the search grow with the text
# Who is quoted as a source is seldom what the next sentence is about, unless it quotes again.
SOURCE, SPEAKS_ON = 0.6, 1.3
ADJACENT, ADJACENT_REACH = 0.4, 10


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its place: number of sentence and line, grammatical role, whether inside a quotation."""

    thing: Thing
    mention: Mention
    head: Token
    sentence: int
    paragraph: int
    role: str
    quoted: bool

    @property
    def says(self) -> bool:
        """Whether it is the subject of a verb of saying."""
        return self.role in SUBJECTS and self.head.head.lower_ in SAYING


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A person without a name: the noun, the number of its sentence, the gender that it tells ("" for none), and the word that opens its phrase."""

    noun: Token
    sentence: int
    gender: str
    opening: str


def head_of(reading: Reading, mention: Mention) -> Token:
    """The token of the mention that the rest of it hangs on."""
    tokens = reading.tokens(mention.start, mention.end) or [reading.token(mention.start)]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head is t), tokens[-1])


def role_of(token: Token) -> str:
    """The grammatical role of a mention's head; a coordinated name or an apposition has the role of the first one."""
    steps = 0
    while token.dep_ in ("conj", "appos") and steps < 4:
        token = token.head
        steps += 1
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent"
    return token.dep_


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that `token` stands in."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


class Discourse:
    """The mentions of an article so far, in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts = [s.start_char for s in reading.sentences]
        self.seen: list[Seen] = []
        self.named = {id(t): sum(m.kind == NAME for m in t.mentions) for t in reading.things}  # how often, by id of the thing
        self.most = {  # how often the thing named most is, of people and of other things
            person: max((self.named[id(t)] for t in reading.things if (t.type == "Person") == person), default=0)
            for person in (True, False)
        }
        self.opening = reading.text.find("\n") if "\n" in reading.text else len(reading.text)  # where the first paragraph ends
        people = [t for t in reading.things if t.type == "Person" and t.mentions]
        self.first = min(people, key=lambda t: t.mentions[0].start, default=None)  # the person named first
        title = reading.article.title or ""
        self.titled = {id(t) for t in reading.things if t.surname in title and t.surname}
        self.followed: dict[str, Thing] = {}  # by sort of pronoun: whom the last one meant
        self.called: dict[int, str] = {}  # by id of the thing: the gender of the last pronoun that meant it
        # where subjects stand that are nothing named, by the kind of pronoun that may take them up
        self.nouns: dict[str, list[int]] = {"person": [], "neuter": [], "plural": []}
        self.unnamed: list[Unnamed] = []  # people without names
        self._last: dict[int, int] = {}  # by id of the thing: the number of its last mention
        self.breaks = [i for i, c in enumerate(reading.text) if c == "\n"]

    def sentence_of(self, position: int) -> int:
        """The number of the sentence at `position`."""
        return max(0, bisect_right(self.starts, position) - 1)

    def paragraph_of(self, position: int) -> int:
        """The number of the line at `position`."""
        return bisect_right(self.breaks, position)

    def note(self, thing: Thing, mention: Mention) -> None:
        """Take up a mention; mentions come in text order."""
        head = head_of(self.reading, mention)
        quoted = self.reading.quote(mention.start) is not None
        self._last[id(thing)] = len(self.seen)
        self.seen.append(
            Seen(thing, mention, head, self.sentence_of(mention.start), self.paragraph_of(mention.start), role_of(head), quoted)
        )

    def note_unnamed(self, noun: Token) -> None:
        """Take up a person without a name; they come in text order."""
        opening = next((c.lower_ for c in noun.children if c.dep_ in ("det", "poss")), "no")
        self.unnamed.append(
            Unnamed(noun, self.sentence_of(noun.idx), gender_of_noun(noun.text), opening if opening in OPENINGS else "somebody's")
        )

    def unnamed_before(self, token: Token, gender: str | None) -> Unnamed | None:
        """The person without a name who was spoken of last before `token`, within three sentences, and may be of that gender."""
        here = self.sentence_of(token.idx)
        for one in islice(reversed(self.unnamed), LOOKBACK):
            if here - one.sentence > UNNAMED_WINDOW:
                return None
            if one.noun.i < token.i and one.gender in ("", gender):
                return one
        return None

    def ranked(
        self, token: Token, accepts: Callable[[Thing], bool], *, barred: Iterable[Thing] = (), window: int = 3
    ) -> list[tuple[float, Thing]]:
        """The things that `accepts` holds for, mentioned before `token` within `window` sentences, the most salient first."""
        here = self.sentence_of(token.idx)
        quote = self.reading.quote(token.idx)
        out = {id(t) for t in barred}
        best: dict[int, tuple[Thing, list[float]]] = {}
        subject = role_of(token) in SUBJECTS
        speaking = subject and token.head.lower_ in SAYING
        paragraph = self.paragraph_of(token.idx)
        for seen in islice(reversed(self.seen), LOOKBACK):
            distance = here - seen.sentence
            same_paragraph = seen.paragraph == paragraph
            if distance > (max(window, PARAGRAPH_WINDOW) if same_paragraph else window):
                break
            if seen.mention.end > token.idx or id(seen.thing) in out or not accepts(seen.thing):
                continue
            weight = DISTANCE[min(distance, 4)] * ROLE_WEIGHT.get(seen.role, 0.45)
            if not same_paragraph:
                weight *= OTHER_PARAGRAPH
            if seen.head.dep_ == "conj" or any(c.dep_ == "conj" for c in seen.head.children):
                weight *= COORDINATED
            if distance and seen.says and quote is None:
                weight *= SPEAKS_ON if speaking else SOURCE
            if 0 < token.idx - seen.mention.end < ADJACENT_REACH and seen.head.dep_ != "pobj":
                weight += ADJACENT
            if seen.quoted and quote is None:
                weight *= OUT_OF_QUOTE
            elif distance == 0:
                weight += SAME_SENTENCE
            if seen.role in SUBJECTS and (quote is not None or not seen.quoted):
                weight += PARALLEL if distance == 1 and subject else 0.0
                if (
                    distance == 0
                    and token.dep_ == "poss"
                    and clause_verb(seen.head) is not None
                    and clause_verb(seen.head) == clause_verb(token)
                ):
                    weight += OWN_SUBJECT
            best.setdefault(id(seen.thing), (seen.thing, []))[1].append(weight)
        scores = [(max(ws) + 0.2 * sum(sorted(ws)[-3:-1]), t) for t, ws in best.values()]
        return sorted(scores, key=lambda st: (-st[0], -self._last[id(st[1])]))
