"""Where an article may tell a motive: infinitives, and the words that open a reason, an aim or those whom something is for.

Each is a candidate with its cues: sentences about it ("an audience is its object", "what governs it is done in the media") that hold or do
not. `motive_choice.py` weighs them. The constructions of `motive_rules.py` and `motive_context.py` are candidates too, and cues of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import clauses, media_acts
from etl.transform.aims import (
    ACTS,
    ACTS_WITH_MEDIA,
    AIM_NOUNS,
    AUDIENCE_NOUNS,
    COURTS,
    DECLINES,
    LETS,
    MEANT,
    MEDIA_NOUNS,
    NOT_AIMS,
    PRESENTS,
    REACHES,
    REACHES_ALONE,
    REFLEXIVE,
    STANDING,
    TRIES,
    USES,
    WAYS,
)
from etl.transform.drafts import StatementDraft
from etl.transform.hearing import FEWEST, kept
from etl.transform.hearing_inputs import inputs
from etl.transform.media_sentences import Sentences
from etl.transform.motive_bounds import hopeless
from etl.transform.motive_rules import Found, governor, stretch
from etl.transform.motive_surroundings import LOOKED_AT, Surroundings, how_of
from etl.transform.motive_wide import wide
from etl.transform.people_nouns import PEOPLE
from etl.transform.reading import Reading
from etl.transform.saying import SAYING
from etl.transform.stretches import Stretches
from etl.transform.utterance import Sentence, ending
from etl.transform.word_starts import Opening

_PUBLIC = r"(?=(?:the|those|people|young|older|women|men|kids|anyone|anybody|everyone|\w+s)\b)"
OPENERS: tuple[tuple[str, Opening], ...] = tuple(
    (kind, Opening(re.compile(pattern, re.I)))
    for kind, pattern in (
        ("in order", r"\bin order, [^.;“\"]{3,110}?, to\b|\bin order (?:for [^.;]{2,40} )?(?:not )?to\b|\bso as (?:not )?to\b"),
        ("so that", r"\bso that\b|\bso (?:he|she|they|we|I|it) (?:can|could|would|might|will|[’']d|[’']ll)\b"),
        ("in the hope", r"\bin (?:the )?hopes? (?:of|that)\b|\bhoping (?:to|that|for)\b|\bin the (?:belief|expectation) (?:of|that)\b"),
        ("with a view", r"\bwith (?:an eye|a view|the (?:aim|intention|goal|idea|purpose)) (?:to|of|on)\b|\bfor the (?:purpose|sake) of\b"),
        ("for fear", r"\bfor fear (?:of|that)\b|\blest\b|\bin case\b"),
        (
            "fearing",
            r"\bfearing\b|\bafraid (?:of|that|to)\b|\bnot (?:wishing|wanting|willing|caring) to\b|\bworried that\b|\bwary of\b"
            r"|\banxious (?:not )?to\b|\bon the (?:theory|principle|assumption) that\b|\bconvinced that\b",
        ),
        ("because", r"\bbecause\b(?! of\b)"),
        ("because of", r"\bbecause of\b|\bowing to\b|\bdue to\b|\bon account of\b"),
        (
            "since",
            r"\bsince\b(?= (?:he|she|they|it|we|I|the|his|her|their|a|an|that|nobody|no|most|people|there|[A-Z]\w+) )"
            r"|\bgiven that\b|\bseeing that\b",
        ),
        (
            "on the ground",
            r"\bon (?:the )?grounds? (?:that|of)\b|\bout of (?:respect|fear|loyalty|principle|concern)\b|\bin protest\b"
            r"|\bin the interests? of\b|\bas a matter of\b",
        ),
        (
            "citing",
            r"\bciting\b|\bblaming\b|\bpleading\b|\bcomplaining (?:that|of)\b|\barguing (?:that)?\b|\bsaying (?:that)?\b"
            r"|\bexplaining (?:that)?\b|\breasoning (?:that)?\b",
        ),
        ("in mind", r"\bwith (?!that|this|it\b)[^.;:,”\"]{2,60} in mind\b"),
        (
            "meant for",
            r"\b(?:meant|intended|aimed|directed|addressed|pitched|geared|tailored|designed|made|conceived|targeted|calculated) "
            r"(?:chiefly |mainly |squarely |above all |only |less )?(?:for|at|to|towards?)\b",
        ),
        ("is for", r"\b(?:is|are|was|were|[’']s) (?:there |meant |only |really |chiefly |not )?for " + _PUBLIC),
        (
            "for whom",
            r"\b(?:do|does|did|make|makes|made|doing|making|done|keep|keeps|is|was|are|here|there|it|this|them|films?|videos?|shows?"
            r"|episodes?|live|goes out|went out) (?:it |this |that |them )?for (?=(?:the (?:\w+ )?\w+s?\b|those|people|young|older|women"
            r"|men|kids|anyone|anybody|everyone|\w+s\b))",
        ),
        (
            "looking for",
            r"\b(?:look(?:s|ed|ing)? for|go(?:es|ing)? looking for|chas(?:e|es|ed|ing)|hop(?:e|es|ed|ing) for|court(?:s|ed|ing)?"
            r"|fish(?:es|ed|ing)? for|[’']s after|[’']re after|(?:is|are|was|were) after|in search of|in pursuit of|directed at|aims? at"
            r"|aiming at|going after|goes? after)\b",
        ),
        ("prefers", r"\bprefer(?:s|red|ring)?\b|\b(?:would|[’']d) (?:rather|sooner)\b|\brather than\b"),
        (
            "wants",
            r"\b(?:wants?|wanted|needs?|needed|would like|[’']d like|hopes?|hoped|wish(?:es|ed)?|is out to|are out to|missing|losing)\b",
        ),
        (
            "where they are",
            r"\bwhere (?:[^\s.;:,”\"]{1,30} ){0,4}?(?:are|is|were|was|live|lives|hang out|spend|get their news|nobody|no one|they|people)\b",
        ),
        (
            "the reason is",
            r"\b(?:reason|aim|goal|point|idea|purpose|objective|hope|intention|thinking|explanation|motive|ambition)s?\b"
            r"(?:[^.;:]{0,60}?)\b(?:is|was|are|were)\b",
        ),
    )
)
TELLS_BEHIND = frozenset(("prefers", "the reason is"))  # of these the stretch begins behind the words that open it
SHORTEST = 8  # characters
GOVERNING = (("media act", ACTS), ("act with media", ACTS_WITH_MEDIA), ("refusal", DECLINES), ("trying", TRIES), ("meaning", MEANT),
             ("using", USES), ("letting", LETS), ("saying", SAYING), ("aim noun", AIM_NOUNS), ("way", WAYS))  # fmt: skip
AIMING = (("reaches", REACHES), ("reaches alone", REACHES_ALONE), ("courts", COURTS), ("content", NOT_AIMS), ("presents", PRESENTS))


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """A stretch that may tell a motive.

    Attributes:
        start, end: its characters.
        kind: what opens it, or "rule".
        token: its verb, or the word that opens it.
        verb: the verb that it depends on; that of its own clause where nothing else governs it.
        found: what the constructions tell of the same characters.
        cues: what holds of it.
        heard: how strongly the network of motives hears one in it (`hearing.py`), as the logarithm of odds; None in articles shorter
            than those that it has learnt from, in which it is sceptical.
    """

    start: int
    end: int
    kind: str
    token: Token
    verb: Token
    found: tuple[Found, ...]
    cues: tuple[str, ...]
    heard: float | None


def clues(
    reading: Reading, sentences: Sentences, found: Sequence[Found], said: Sequence[StatementDraft], *, all_: bool = True
) -> Iterator[Clue]:
    """The candidates of the article.

    Args:
        reading: the article.
        sentences: its sentences.
        found: what the constructions tell.
        said: its statements.
        all_: also those that by the fitted weights cannot be likely enough.
    """
    if not sentences.all:
        return
    told = Stretches[Found]()
    for f in found:
        told.add(f.start, f.end, f)
    media: dict[int, bool] = {}
    first: dict[int, Token] = {}  # of the candidates of each paragraph, by where it begins
    objects = Objects(reading)
    around = Surroundings(reading, sentences, said)
    marked = list(_stretches(reading, found))
    known = {(start, end) for start, end, *_ in marked}
    every = [s for s in (*marked, *wide(reading, sentences, said, known)) if sentences.all[sentences.at(s[0])].readable]
    heard: Sequence[float | None] = [None] * len(every)
    if len(sentences.all) >= FEWEST:
        given = inputs(reading, sentences, [(start, end, kind) for start, end, kind, *_ in every])
        heard = [strength for (strength,) in kept("motives").heard(given)]
    for (start, end, kind, token, governing), strength in zip(every, heard, strict=True):
        mine = tuple(f for _, _, f in told.touching(start, end))
        verb = governing
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        if token.dep_ == "advcl" and verb != token and clauses.is_negated(verb):
            continue  # "did not join the stream to reach young men"
        paragraph = sentences.paragraph(start).start
        first.setdefault(paragraph, token)
        if not all_ and not mine:
            early = dict.fromkeys(_early(reading, sentences, objects, start, end, kind, token, governing))
            early.update(dict.fromkeys(around.early(start, end, kind)))
            if hopeless(early, kind, how_of(kind), strength, said=around.statement(start) is not None):
                continue
        cues = dict.fromkeys(_cues(reading, sentences, objects, start, end, kind, token, governing, verb))
        if paragraph not in media:
            media[paragraph] = media_acts.in_media(reading, first[paragraph])
        if media[paragraph]:
            cues["media in the paragraph"] = None
        for f in mine:
            cues.update(dict.fromkeys((f.rule, "a construction")))
        cues.update(dict.fromkeys(around.cues(start, end, kind)))
        yield Clue(start, end, kind, token, verb, mine, tuple(cues), strength)


def _stretches(reading: Reading, found: Sequence[Found]) -> Iterator[tuple[int, int, str, Token, Token]]:
    words = reading.words
    for to in reading.with_form(("to",)):
        if to.tag_ != "TO":
            continue
        n = to.i + 1
        while n < len(words) and words[n].tag_ == "RB":
            n += 1
        if n < len(words) and words[n].tag_ in ("VB", "VBP", "NN"):
            yield *stretch(reading, words[n], to), "to", words[n], governor(words[n])
    for kind, opening in OPENERS:
        for m in opening.finditer(reading.starts, 0, len(reading.text)):
            start = m.end() + 1 if kind in TELLS_BEHIND else m.start()
            begin, stop = reading.sentence_span(m.start())
            end = ending(reading, start, stop)
            if end - start < SHORTEST:
                continue
            before = [t for t in reading.tokens(begin, m.start()) if t.pos_ == "VERB"]
            yield start, end, kind, reading.token(m.end() - 1), before[-1] if before else reading.token(m.start())
    for f in found:
        token = reading.token(f.start)
        yield f.start, f.end, "rule", token, token


class Objects:
    """Whom and what the words of an article name, looked up once for each."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, tokens: Iterable[Token]) -> set[str]:
        """What `tokens` name."""
        out: set[str] = set()
        for t in tokens:
            if (known := self._known.get(t.i)) is None:
                known = self._known[t.i] = tuple(_objects(self._reading, t))
            out.update(known)
        return out


def _early(
    reading: Reading, sentences: Sentences, objects: Objects, start: int, end: int, kind: str, token: Token, governing: Token
) -> Iterator[str]:
    """The cues that are cheap to tell, and decide most."""
    n = sentences.at(start)
    yield f"opened by {kind}"
    yield from _governed(kind, token, governing)
    yield from objects.of(reading.tokens(start, min(end, start + LOOKED_AT)))
    act = sentences.act(n)
    for holds, cue in (
        (act is not None, "act"),
        (act is not None and act.refused, "refusal"),
        (bool(sentences.scene.told.get(sentences.all[n].start)), "occasion"),
        (reading.quote(start) is not None, "quoted"),
        (reading.speaker(start) is not None, "said"),
    ):
        if holds:
            yield cue
            yield f"{cue}, {kind}"


def _governed(kind: str, token: Token, governing: Token) -> Iterator[str]:
    """What governs the stretch, and which verb an infinitive has."""
    if kind != "rule":
        lemma = governing.lemma_.lower()
        yield f"governed by {lemma}"
        yield from (f"governed by a word of {name}" for name, table in GOVERNING if lemma in table)
    if kind == "to":
        lemma = token.lemma_.lower()
        yield f"a {token.dep_}"
        yield f"governed by a {governing.pos_}"
        yield f"to {lemma}"
        yield from (f"aim that {name}" for name, table in AIMING if lemma in table)


def _cues(
    reading: Reading, sentences: Sentences, objects: Objects, start: int, end: int, kind: str, token: Token, governing: Token, verb: Token
) -> Iterator[str]:
    """What holds of the stretch; what depends on its kind is told with it and without."""
    inside = reading.tokens(start, min(end, start + LOOKED_AT))
    n = sentences.at(start)
    sentence: Sentence = sentences.all[n]
    yield f"opened by {kind}"
    yield from _governed(kind, token, governing)
    named = objects.of(inside)
    yield from sorted(named)
    if kind == "to" and named & {"people inside", "audience inside"}:
        yield "people inside, to"
    act, before = sentences.act(n), sentences.act(n - 1)
    for holds, cue in (
        (act is not None, "act"),
        (act is not None and act.refused, "refusal"),
        (bool(sentences.scene.told.get(sentence.start)), "occasion"),
        (reading.quote(start) is not None, "quoted"),
        (reading.speaker(start) is not None, "said"),
        (media_acts.is_media(reading, [t for t in sentence.own if not start <= t.idx < end]), "media outside"),
        (kind != "rule" and media_acts.is_act(reading, verb, token), "governed by an act"),
    ):
        if holds:
            yield cue
            yield f"{cue}, {kind}"
    if before is not None:
        yield "act before"
        if before.refused:
            yield "refusal before"
    if media_acts.is_media(reading, inside):
        yield "media inside"
    if kind != "rule":
        if clauses.is_negated(verb):
            yield "negated"
        if verb.pos_ in ("VERB", "AUX"):
            yield f"under a {verb.tag_}"
    yield "short" if len(inside) < 5 else "of some length" if len(inside) < 25 else "long"


def _objects(reading: Reading, t: Token) -> Iterator[str]:
    """Whom and what a word names."""
    lemma = t.lemma_.lower()
    if lemma in PEOPLE:
        yield "people inside"
    elif lemma in AUDIENCE_NOUNS:
        yield "audience noun inside"
    if lemma in MEDIA_NOUNS:
        yield "media noun inside"
    if lemma in STANDING:
        yield "standing inside"
    if t.lower_ in REFLEXIVE:
        yield "reflexive inside"
    if t.lower_ in ("who", "whose", "whom"):
        yield "who inside"
    if (thing := reading.at(t)) is not None:
        yield f"{'medium' if thing.type in media_acts.MEDIA_TYPES else thing.type.lower()} inside"
