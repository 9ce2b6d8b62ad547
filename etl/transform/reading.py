"""The reading of one article: its parse, its quotations and times, and the things it names, with every mention resolved.

The extractors of the six families are functions over a `Reading`; they ask it who a token stands for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from etl.transform.word_starts import word_starts
from graph.records import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from etl.transform.dates import Time
    from etl.transform.lexicon import Entry
    from etl.transform.media_sentences import Sentences
    from etl.transform.quotation import Quote
    from etl.transform.utterance import Paragraph

NAME, DESCRIPTION, PRONOUN = "name", "description", "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a thing is named, described or referred to by a pronoun: half-open code points."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(slots=True, eq=False)
class Thing:
    """An entity in the making: everything the article says it is. Compared by identity."""

    type: str
    name: str
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entry: Entry | None = None
    gender: str | None = None  # f, m, u (known person, unknown gender) or None
    plural: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1] if self.name else ""


class Reading:
    """One article while it is read.

    Args:
        article: the article; all offsets count in its `text`.
        doc: the parse of `article.text`; `token.idx` is an offset into it.
        quotes: its quotations in order.
        times: its time expressions in order, resolved against the publication date.
    """

    def __init__(self, article: Article, doc: Doc, quotes: tuple[Quote, ...], times: tuple[Time, ...]) -> None:
        self.article = article
        self.text = article.text
        self.parsed = doc.text  # the same with marks of emphasis blanked out
        self.doc = doc
        self.quotes = quotes
        self.times = times
        self.things: list[Thing] = []
        self.verbs: list[Token] | None = None  # once `clauses.verbs` has looked for them
        self.is_speech: dict[int, bool] = {}  # by where a quotation starts: whether it is speech and no title, once asked
        self.introduced: dict[
            tuple[int, int], tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]
        ] = {}  # once `topics` has looked
        self.talked_about: list[Thing] = []  # topics of occasions that are told too loosely to be records, once `topic_choice` has looked
        self.paragraphs: tuple[Paragraph, ...] | None = None  # once `utterance.paragraphs` has
        self.scenery: tuple[object, Sentences] | None = None  # once `media_sentences.scenery` has, with what it has seen
        self.grammar: NDArray[np.float32] | None = None  # of each word, once `hearing_inputs` has
        self._by_token: dict[int, tuple[Thing, Mention]] = {}
        self._sentences = list(doc.sents)
        self._sentence_starts = [s.start_char for s in self._sentences]
        self._sentence_spans: dict[int, tuple[int, int]] = {}
        self._tokens = list(doc)
        self._token_starts = [t.idx for t in self._tokens]
        asked = doc.to_array(["LEMMA", "LOWER"]).tolist()
        strings = {code: doc.vocab.strings[code].lower() for code in {code for both in asked for code in both}}
        self.lemmas = [strings[lemma] for lemma, _ in asked]  # of each token, in lower case
        self.forms = [strings[form] for _, form in asked]  # each token, in lower case
        self._lemmas: dict[str, list[int]] = {}  # with the places of their tokens
        self._forms: dict[str, list[int]] = {}
        for i, (lemma, form) in enumerate(zip(self.lemmas, self.forms, strict=True)):
            self._lemmas.setdefault(lemma, []).append(i)
            self._forms.setdefault(form, []).append(i)
        self.starts = word_starts(self.text)  # for expressions that begin with a word
        self._quote_starts = [q.start for q in quotes]
        self._speakers: list[tuple[int, int, Thing]] = []
        self._speaking: dict[int, Thing | None] = {}  # by place, who speaks there, once asked
        self._several: dict[int, tuple[Thing, ...]] = {}

    # ------------------------------------------------------------------ places in the text
    @property
    def sentences(self) -> list[Span]:
        """The sentences in order."""
        return self._sentences

    def sentence(self, position: int) -> Span:
        """The sentence in which the character at `position` stands."""
        return self._sentences[self.sentence_number(position)]

    def sentence_number(self, position: int) -> int:
        """The number of the sentence in which the character at `position` stands."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_span(self, position: int) -> tuple[int, int]:
        """The characters of the sentence at `position`, without the white space around it: evidence for a fact."""
        n = self.sentence_number(position)
        if n not in self._sentence_spans:
            sent = self._sentences[n]
            start = sent.start_char
            raw = self.parsed[start : sent.end_char]
            start += len(raw) - len(raw.lstrip())
            self._sentence_spans[n] = start, start + len(raw.strip())
        return self._sentence_spans[n]

    def token(self, position: int) -> Token:
        """The token in which the character at `position` stands."""
        return self._tokens[max(0, bisect_right(self._token_starts, position) - 1)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin within `start:end`."""
        return self._tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    @property
    def words(self) -> list[Token]:
        """All tokens in order; cheaper to walk than `doc`, which makes each token anew."""
        return self._tokens

    def with_lemma(self, *tables: Iterable[str]) -> list[Token]:
        """The tokens whose lemma, in lower case, is in one of `tables`, in order: what a rule looks at first, without a walk over the text."""
        return self._placed(self._found(self._lemmas, tables))

    def with_form(self, *tables: Iterable[str]) -> list[Token]:
        """The tokens that in lower case are in one of `tables`, in order."""
        return self._placed(self._found(self._forms, tables))

    def with_word(self, *tables: Iterable[str]) -> list[Token]:
        """The tokens of which the lemma or the form, in lower case, is in one of `tables`, in order."""
        return self._placed(self._found(self._lemmas, tables) | self._found(self._forms, tables))

    def _found(self, index: dict[str, list[int]], tables: tuple[Iterable[str], ...]) -> set[int]:
        return {i for table in tables for word in table if word in index for i in index[word]}

    def _placed(self, places: set[int]) -> list[Token]:
        return [self._tokens[i] for i in sorted(places)]

    def quote(self, position: int) -> Quote | None:
        """The quotation around the character at `position`, or None where the writer speaks."""
        n = bisect_right(self._quote_starts, position) - 1
        return self.quotes[n] if n >= 0 and self.quotes[n].holds(position) else None

    def quotes_within(self, start: int, end: int) -> list[Quote]:
        """The quotations of which some character stands within `start:end`, in order."""
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        return [q for q in self.quotes[first : bisect_left(self._quote_starts, end)] if q.end > start]

    # ------------------------------------------------------------------ things
    def add(self, thing: Thing) -> Thing:
        """Take up a new thing, with the mentions it has."""
        self.things.append(thing)
        for mention in thing.mentions:
            self._index(thing, mention)
        return thing

    def mention(self, thing: Thing, start: int, end: int, kind: str) -> Mention:
        """Note that `start:end` refers to `thing`; a later note on the same tokens replaces the earlier."""
        mention = Mention(start, end, kind, self.text[start:end])
        thing.mentions.append(mention)
        self._index(thing, mention)
        return mention

    def _index(self, thing: Thing, mention: Mention) -> None:
        for token in self.tokens(mention.start, mention.end):
            self._by_token[token.i] = (thing, mention)

    def at(self, token: Token) -> Thing | None:
        """The thing that `token` is part of a mention of (name, description or pronoun), or None."""
        found = self._by_token.get(token.i)
        return found[0] if found else None

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that `token` is part of, or None."""
        found = self._by_token.get(token.i)
        return found[1] if found else None

    def meant(self) -> Iterator[tuple[int, Thing, Mention]]:
        """The number of each token that is part of a mention, with what it means; in no order."""
        return ((n, thing, mention) for n, (thing, mention) in self._by_token.items())

    def mentions(self) -> list[tuple[Token, Thing, Mention]]:
        """Every mention with its thing and its first token, in order of the text; anew behind one that stands inside it."""
        out: list[tuple[Token, Thing, Mention]] = []
        for i in sorted(self._by_token):
            thing, mention = self._by_token[i]
            if not out or out[-1][2] is not mention:
                out.append((self._tokens[i], thing, mention))
        return out

    def within(
        self, start: int, end: int, types: Iterable[str] | None = None, kinds: Iterable[str] | None = None
    ) -> list[tuple[Mention, Thing]]:
        """The mentions that begin within `start:end`, in order, of the given entity types and mention kinds (all by default)."""
        wanted, of_kind = (set(types) if types else None), (set(kinds) if kinds else None)
        out: list[tuple[Mention, Thing]] = []
        last: Mention | None = None
        for n in range(bisect_left(self._token_starts, start), bisect_left(self._token_starts, end)):
            found = self._by_token.get(n)
            if found is not None and found[1] is not last and found[1].start >= start:
                last = found[1]
                out.append((last, found[0]))
        if wanted is None and of_kind is None:
            return out
        return [(m, t) for m, t in out if (wanted is None or t.type in wanted) and (of_kind is None or m.kind in of_kind)]

    def named(self, *types: str) -> Iterator[Thing]:
        """The things of the given types, in order of their taking up."""
        return (t for t in self.things if not types or t.type in types)

    def described(self, type_: str, name: str, start: int, end: int) -> Thing:
        """The audience or topic that `start:end` describes: an earlier one with the same content words, or a new one."""
        key = content_words(name)
        for thing in self.named(type_):
            if any(content_words(n) == key for n in (thing.name, *thing.aliases)):
                self._note(thing, start, end)
                return thing
        thing = Thing(type_, name)
        self.things.append(thing)
        self._note(thing, start, end)
        return thing

    def _note(self, thing: Thing, start: int, end: int) -> None:
        """A description's span is evidence, but does not hide the names that stand inside it."""
        mention = Mention(start, end, DESCRIPTION, self.text[start:end])
        if all(m.start != start for m in thing.mentions):
            thing.mentions.append(mention)
        for token in self.tokens(start, end):
            self._by_token.setdefault(token.i, (thing, mention))

    def describe(self, thing: Thing, start: int, end: int) -> None:
        """Note that the description `start:end` stands for `thing`; names inside it keep their own things."""
        self._note(thing, start, end)

    def several(self, things: Iterable[Thing], start: int, end: int) -> None:
        """Note that `start:end` ("they", "the two") stands for several things at once."""
        for token in self.tokens(start, end):
            self._several[token.i] = tuple(things)

    def all_at(self, token: Token) -> tuple[Thing, ...]:
        """The things that `token` stands for: none, the one of `at`, or several for "they", "the two"."""
        one = self.at(token)
        return (one,) if one is not None else self._several.get(token.i, ())

    # ------------------------------------------------------------------ who speaks where
    def spoken(self, start: int, end: int, speaker: Thing) -> None:
        """Note that `speaker` says the stretch `start:end`."""
        self._speakers.append((start, end, speaker))
        self._speaking.clear()

    @property
    def statements(self) -> Sequence[tuple[int, int, Thing]]:
        """The stretches that somebody says, with whom."""
        return self._speakers

    def speaker(self, position: int) -> Thing | None:
        """Who says the words at `position`: the speaker of the innermost statement around it, None for the writer."""
        if position not in self._speaking:
            around = [(e - s, t) for s, e, t in self._speakers if s <= position < e]
            self._speaking[position] = min(around, key=lambda x: x[0])[1] if around else None
        return self._speaking[position]


STOP = frozenset(
    "a an the of in on at to for and or his her its their our those these this that who with by from as is are was were be".split()
)


def content_words(phrase: str) -> frozenset[str]:
    """The words that tell two descriptions apart: lower case, no articles or prepositions, singular."""
    out = set()
    for word in "".join(c if c.isalnum() else " " for c in phrase.casefold()).split():
        if word in STOP:
            continue
        if len(word) > 4 and word.endswith("ies"):
            word = word[:-3] + "y"
        elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        out.add(word)
    return frozenset(out)
