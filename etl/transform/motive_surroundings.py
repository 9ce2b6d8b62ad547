"""What a stretch says and what stands around it: cues of a motive that hold of stretches of every kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform import motive_actor
from etl.transform.drafts import StatementDraft
from etl.transform.media_sentences import Sentences
from etl.transform.motive_phrases import EXPLAINS, PUBLIC_WORDS, REFUSES, WHY
from etl.transform.motive_voice import represents
from etl.transform.motive_weights import STRETCH
from etl.transform.motive_wide import SPEECH
from etl.transform.reading import Reading, Thing

# Words that tell of a choice or ask for its reason: what stands beside them may be the reason.
REASONS = re.compile(
    r"\b(?:why|reason(?:s|ing|ed)?|purpose|idea|logic|thinking|calculation|calculus|rationale|explain\w*|explanation|strategy|aim|aims|goal"
    r"|motive|the point|what for|for whom|the pitch|instead|prefer\w*|cho(?:se|sen|oses?|ice)|decided|decision|pick(?:s|ed)?)\b",
    re.I,
)
CONTENT = frozenset(("VERB", "NOUN", "ADJ", "ADV", "AUX"))
FUNCTION = frozenset(("PRON", "DET", "SCONJ", "PART", "ADP"))
LEADING = frozenset(("PRON", "DET", "SCONJ", "ADP", "PART"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOTHING = frozenset("no nobody nothing none never".split())
LOOKED_AT = 3000  # characters of a stretch, at most
BEFORE, BEHIND = 200, 120  # characters around it
FAR = 4  # sentences from which on nothing is told apart


class Surroundings:
    """Tells what stands in and around the stretches of an article."""

    def __init__(self, reading: Reading, sentences: Sentences, said: Sequence[StatementDraft]) -> None:
        self.reading, self.sentences = reading, sentences
        self._said = sorted(said, key=lambda s: (s.start, s.end))
        self._starts = [s.start for s in self._said]
        self._guests = {id(t) for t in sentences.scene.guests}
        self._hosts = {id(t) for t in sentences.scene.hosts}
        self._known: dict[str, dict[int, str]] = {"wide": {}, "narrow": {}}  # the cues of words by the place of their tokens
        self._weighed: dict[str, dict[int, str]] = {"wide": {}, "narrow": {}}  # those that the fitted table has a weight for
        self._behind: dict[int, Thing | None] = {}
        self._since = {name: list(since) for name, since in self._distances()}

    def _distances(self) -> Iterator[tuple[str, Iterator[int]]]:
        """How many sentences lie between each and the last that tells an act, an occasion or a refusal."""
        acts = [self.sentences.act(n) for n in range(len(self.sentences.all))]
        told = [bool(self.sentences.scene.told.get(s.start)) for s in self.sentences.all]
        yield "act", _since([act is not None for act in acts])
        yield "occasion", _since(told)
        yield "refusal", _since([act is not None and act.refused for act in acts])

    def cues(self, start: int, end: int, kind: str) -> Iterator[str]:
        """What holds of the stretch `start:end`."""
        how = how_of(kind)
        n = self.sentences.at(start)
        for name, since in self._since.items():
            yield f"{min(since[n], FAR)} since {name}, {how}"
        yield f"tenth {min(4, 5 * start // max(1, len(self.reading.text)))} of the text, {how}"
        yield from self._words(start, min(end, start + LOOKED_AT), how)
        yield f"{min(5, (end - start) // 40)} long, {how}"
        yield from self._beside(n, start, end, how)
        yield from self._speech(n, start, how)

    def early(self, start: int, end: int, kind: str) -> Iterator[str]:
        """Those cues of `start:end` that are cheap to tell."""
        how = how_of(kind)
        n = self.sentences.at(start)
        for name, since in self._since.items():
            yield f"{min(since[n], FAR)} since {name}, {how}"
        yield f"tenth {min(4, 5 * start // max(1, len(self.reading.text)))} of the text, {how}"
        yield f"{min(5, (end - start) // 40)} long, {how}"
        weighed = self._weighed[how]
        for t in self.reading.tokens(start, min(end, start + LOOKED_AT)):
            if (word := weighed.get(t.i)) is None:
                word = _word(t, how)
                word = weighed[t.i] = word if word in STRETCH else ""
            if word:
                yield word
        if self.statement(start) is None:
            yield f"not said, {how}"

    def _said_words(self, tokens: Sequence[Token], how: str) -> Iterator[str]:
        known = self._known[how]
        for t in tokens:
            if (word := known.get(t.i)) is None:
                word = known[t.i] = _word(t, how)
            if word:
                yield word

    def _words(self, start: int, end: int, how: str) -> Iterator[str]:
        """What the stretch says."""
        tokens = self.reading.tokens(start, end)
        yield from self._said_words(tokens, how)
        yield f"{min(3, len(PUBLIC_WORDS.findall(self.reading.text, start, end)))} words of a public, {how}"
        if tokens:
            yield f"begins {tokens[0].lower_ if tokens[0].pos_ in LEADING else tokens[0].pos_}, {how}"
        finite = next((t for t in tokens if t.tag_ in FINITE), None)
        yield f"first finite {finite.tag_ if finite is not None else 'none'}, {how}"
        if any(t.lower_ in NOTHING or t.dep_ == "neg" for t in tokens):
            yield f"negation inside, {how}"

    def _beside(self, n: int, start: int, end: int, how: str) -> Iterator[str]:
        """Questions, reasons and refusals in the rest of the sentence and in the one before."""
        text, sentence = self.reading.text, self.sentences.all[n]
        for name, part in (
            ("before", text[max(sentence.start, start - BEFORE) : start]),
            ("behind", text[end : min(sentence.end, end + BEHIND)]),
        ):
            if part:
                for word, pattern in (("why", WHY), ("reason word", REASONS), ("refusal", REFUSES)):
                    if pattern.search(part):
                        yield f"{word} {name}, {how}"
        if n:
            last = self.sentences.all[n - 1]
            part = text[max(last.start, last.end - BEFORE) : last.end]
            ends = part.rstrip("*_ ")[-1:]
            if ends in ("?", ":"):
                yield f"{'question' if ends == '?' else 'colon'} before, {how}"
            for word, pattern in (("why", WHY), ("reason word", REASONS)):
                if pattern.search(part):
                    yield f"{word} in the sentence before, {how}"

    def _speech(self, n: int, start: int, how: str) -> Iterator[str]:
        """Who says it."""
        s = self.statement(start)
        if s is None:
            yield f"not said, {how}"
            return
        mine = f"{how}, {'direct' if s.direct else 'reported'}"
        yield f"said, {mine}"
        who, words = s.speaker, s.cue.lower()
        yield from (f"said by {word}, {how}" for word in words.split()[:3])
        if set(re.findall(r"\w+", words)) & EXPLAINS:
            yield f"explained, {how}"
        yield f"speaker {'guest' if id(who) in self._guests else 'no guest'}, {mine}"
        if id(who) in self._hosts:
            yield f"speaker host, {how}"
        yield f"speaker a {who.type}, {how}"
        if motive_actor.comments(who):
            yield f"speaker comments, {how}"
        if id(who) not in self._behind:
            self._behind[id(who)] = represents(self.reading, who)
        behind = self._behind[id(who)]
        if behind is not None:
            yield f"speaker for another, {how}"
            if id(behind) in self._guests:
                yield f"speaker for a guest, {how}"
        act = self.sentences.act(n) or self.sentences.act(n - 1)
        if act is not None and act.who is not None:
            if act.who is who:
                yield f"speaker acts, {how}"
            if act.who is behind:
                yield f"speaker for one who acts, {how}"

    def statement(self, start: int) -> StatementDraft | None:
        """The statement around `start`: of several the one that begins last."""
        n = bisect_right(self._starts, start)
        return next((s for s in reversed(self._said[max(0, n - 3) : n]) if start < s.end), None)


def how_of(kind: str) -> str:
    """Whether stretches of this kind hold a sentence or more."""
    return "wide" if kind in SPEECH else "narrow"


def _since(holds: Sequence[bool]) -> Iterator[int]:
    """How far back the last True is, for each place."""
    since = FAR
    for here in holds:
        since = 0 if here else since + 1
        yield since


def _word(token: Token, how: str) -> str:
    """The cue of a word of the stretch, "" where it has none."""
    if token.pos_ in CONTENT:
        return f"says {token.lemma_.lower()}"
    return f"has {token.lower_}, {how}" if token.pos_ in FUNCTION else ""
