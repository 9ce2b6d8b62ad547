"""Motives told by what stands around: the answer to a why, the words after a refusal, an explanation, an audience pointed at.

A journalist seldom writes "in order to". One sentence tells what somebody does in the media, the next lets somebody say why.
These rules read the paragraph: they need an act in the media before, and words that bear on it after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform import clauses, media_acts, motive_actor
from etl.transform.drafts import StatementDraft
from etl.transform.media_scene import Act, Scene, subject
from etl.transform.motive_phrases import (
    CAMP,
    CONTRAST,
    EXPLAINS,
    FRAGMENT_WORDS,
    HOPE,
    NEXT,
    OWN,
    POINTS,
    PUBLIC_WORDS,
    REASON,
    REFUSAL_REASON,
    REFUSES,
    SHORTEST,
    SOON,
    TAKES,
    UNREACHED,
    WHY,
)
from etl.transform.motive_rules import Found
from etl.transform.motive_voice import represents
from etl.transform.reading import Reading, Thing
from etl.transform.saying import SAYING
from etl.transform.utterance import Paragraph, Sentence, ending


def _after_refusal(
    reading: Reading, paragraph: Paragraph, at: int, act: Act, following: Sequence[Sentence], said: Sequence[StatementDraft]
) -> Iterator[Found]:
    """What the one who refuses, or somebody for them, says next: "Vole said no. Her lawyers, she says, advised it."."""
    for sentence in (paragraph.sentences[at], *following[:NEXT]):
        m = CAMP.search(reading.text, sentence.start, sentence.end)
        if m is not None and reading.quote(m.start()) is None and m.end() < sentence.end - 8:
            yield Found(act.who, m.end(), ending(reading, m.end(), sentence.end), "motives.camp")
            return
        for s in said:
            if sentence.start <= s.start < sentence.end and act.who is not None:
                if REFUSES.search(reading.text, s.start, s.end) and sentence is paragraph.sentences[at]:
                    continue
                if s.speaker is act.who or represents(reading, s.speaker) is act.who:
                    yield Found(act.who, s.start, s.end, "motives.refusal")
                    return
                if sentence is not paragraph.sentences[at]:
                    return


def _answers(
    reading: Reading,
    question: Sentence,
    act: Act | None,
    following: Sequence[Sentence],
    said: Sequence[StatementDraft],
    guests: Sequence[Thing],
) -> Iterator[Found]:
    """The answer to "Why X?": a fragment, a "because", or the first words that somebody says about it."""
    if not following:
        return
    asked = subject(reading, question) or (act.who if act is not None else None)
    first = following[0]
    own_words = reading.text[first.start : first.end].split()
    spoken = [s for f in following[:NEXT] for s in said if f.start <= s.start < f.end]
    if 3 <= len(own_words) <= FRAGMENT_WORDS and not first.quotes and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in first.own):
        yield Found(asked, first.start, ending(reading, first.start, first.end), "motives.answer")
        return
    for s in sorted(spoken, key=lambda s: not s.direct)[:1]:
        of_asked = (
            asked is subject(reading, question)
            and asked is not None
            and asked.type == "Person"
            and not OWN.search(reading.text, s.start, s.end)
        )
        yield Found(
            asked if of_asked else motive_actor.behalf(reading, s.speaker, asked, (s.start, s.end), guests),
            s.start,
            s.end,
            "motives.answer",
        )


def _governing(reading: Reading, sentence: Sentence, position: int) -> Token | None:
    """The verb before `position` that a reason there belongs to, over "he said" and infinitives that hang on it."""
    for t in reversed([t for t in sentence.own if t.idx < position]):
        if t.pos_ == "VERB" and t.lemma_.lower() not in SAYING - TAKES and t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB", "VBG"):
            return t
    return None


def _reasoned(reading: Reading, sentence: Sentence, act: Act | None, recent: Act | None, guests: Sequence[Thing]) -> Iterator[Found]:
    """A reason or aim tied to the act by a word: "agreed, he said, because …", "left the show, citing …", "in the hope of …"."""
    text = reading.text
    refused = act is not None and act.refused
    m = HOPE.search(text, sentence.start, sentence.end) or REASON.search(text, sentence.start, sentence.end)
    if refused:
        m = m or REFUSAL_REASON.search(text, sentence.start, sentence.end)
    near = act or recent
    if m is None or near is None:
        return
    start = m.start("aim") if m.re is HOPE else m.start()
    while not text[start].isalpha():
        start += 1
    word = m[0].lower()
    if word.endswith(" to") and word != "due to":
        start = m.end() - 2
    quote = reading.quote(start)
    if quote is not None and start - quote.inner_start > 4:
        return  # the speaker's own because
    if word in ("because of", "owing to", "due to") and (not refused or reading.token(m.end() + 1).tag_ == "VB"):
        return
    verb = _governing(reading, sentence, m.start())
    if verb is None:
        return
    does = verb.lemma_.lower() in TAKES or (media_acts.is_act(reading, verb, None) and verb.lemma_ != "call")
    if not (refused or does):
        return
    who = motive_actor.of(reading, clauses.subjects(verb))
    if who is None or who.type not in motive_actor.ACTORS or motive_actor.comments(who):
        speaker = reading.speaker(start)
        who = motive_actor.behalf(reading, speaker, near.who, (start, start + 1), guests) if speaker is not None else near.who
    if who is not None and near.who is not None and represents(reading, who) is near.who:
        who = near.who
    end = ending(reading, start, sentence.end)
    if end > start + 8:
        yield Found(who, start, end, "motives.because")


def _beside(
    reading: Reading, said: Sequence[StatementDraft], near: dict[int, Act], close: set[int], guests: Sequence[Thing]
) -> Iterator[Found]:
    """What is said right beside an act: about the public, by somebody who speaks for the one who acts, or about a refusal."""
    for s in said:
        act = near.get(s.start)
        if act is None:
            continue
        text = reading.text[s.start : s.end]
        rule = ""
        if act.refused and s.start in close and s.start - act.at < SOON and not REFUSES.search(text):
            rule = "refusal"
        elif s.direct and PUBLIC_WORDS.search(text) and represents(reading, s.speaker) is not None:
            rule = "spokesman"
        if rule and len(text.split()) >= SHORTEST:
            yield Found(motive_actor.behalf(reading, s.speaker, act.who, (s.start, s.end), guests), s.start, s.end, f"motives.{rule}")


def _contrasted(reading: Reading, said: Sequence[StatementDraft], near: dict[int, Act], guests: Sequence[Thing]) -> Iterator[Found]:
    """ "We’re not buying downloads. We’re buying the person …", said about an act in the media."""
    for s in said:
        if s.direct and (act := near.get(s.start)) is not None and (m := CONTRAST.search(reading.text, s.start, s.end)) is not None:
            yield Found(
                motive_actor.behalf(reading, s.speaker, act.who, (s.start, s.end), guests),
                m.start(),
                s.end,
                "motives.contrast",
            )


def _explained(reading: Reading, said: Sequence[StatementDraft], act: dict[int, Act], guests: Sequence[Thing]) -> Iterator[Found]:
    """ "“My mother watches,” was her only explanation", "“They are the ones who come,” he explained"."""
    for s in said:
        near = act.get(s.start)
        if set(re.findall(r"\w+", s.cue.lower())) & EXPLAINS and near is not None:
            yield Found(
                motive_actor.behalf(reading, s.speaker, near.who, (s.start, s.end), guests),
                s.start,
                s.end,
                "motives.explained",
            )


def _pointed(
    reading: Reading, said: Sequence[StatementDraft], acts: Sequence[tuple[Sentence, Act | None]], guests: Sequence[Thing]
) -> Iterator[Found]:
    """Words that point at a public: "He’s talking to the 29-year-old who …", "They are who she would like to reach"."""
    for sentence, act in acts:
        for pattern in POINTS:
            m = pattern.search(reading.starts, sentence.start, sentence.end)
            if m is None or re.search(r"\b(?:not|n[’']t|never)\b", reading.text[max(sentence.start, m.start() - 12) : m.start() + 12]):
                continue
            if act is None and not media_acts.in_media(reading, reading.token(m.start())):
                continue
            token = next((t for t in reading.tokens(m.start(), m.end()) if t.pos_ in ("VERB", "AUX")), reading.token(m.start()))
            doer = motive_actor.human(motive_actor.of(reading, clauses.subjects(token)))
            speaker = reading.speaker(m.start())
            if doer is None or motive_actor.comments(doer):
                doer = act.who if act is not None else None
                if speaker is not None:
                    doer = motive_actor.behalf(reading, speaker, doer, m.span(), guests)
            elif doer is speaker and doer is not None:
                doer = represents(reading, doer) or doer
            if m[0].lower().startswith("it") and m[0].endswith("that"):  # "it is for them that Vole pays"
                named = reading.within(m.end(), sentence.end, ("Person", "Organization", "Outlet"))
                doer = named[0][1] if named else doer
            start = m.start()
            while start < m.end() and not reading.text[start].isalpha():
                start += 1
            inside = next((s for s in said if s.start <= m.start() < s.end), None)
            begun = UNREACHED.search(m[0]) is not None  # "The people we are missing, she says, are …": the rest names them
            ends = [ending(reading, m.start(), sentence.end), inside.end if inside is not None else sentence.end]
            end = max(ends) if begun else min(ends)
            if end > start:
                yield Found(doer, start, end, "motives.public")
            break


def _following(reading: Reading, texts: Sequence[Paragraph], n: int, at: int) -> list[Sentence]:
    """The sentences behind sentence `at` of paragraph `n` that have words: all of its paragraph, two of the next."""
    behind = (*texts[n].sentences[at + 1 :], *(texts[n + 1].sentences[:2] if n + 1 < len(texts) else ()))
    return [s for s in behind if any(t.is_alpha for t in reading.tokens(s.start, s.end))]


def find(reading: Reading, scene: Scene, said: Sequence[StatementDraft]) -> list[Found]:
    """The motives that the paragraphs tell, in text order by rule; an actor of None is left to the caller."""
    out: list[Found] = []
    acts: list[tuple[Sentence, Act | None]] = []
    near: dict[int, Act] = {}
    close: set[int] = set()
    texts, guests = scene.texts, scene.guests
    last: Act | None = None
    question: Sentence | None = None
    for n, paragraph in enumerate(texts):
        for at, sentence in enumerate(paragraph.sentences):
            if not sentence.readable:
                continue
            act = scene.acts[sentence.start]
            raw = reading.text[sentence.start : sentence.end].rstrip("*_ ")
            if act is not None:
                last = act
            recent = last if last is not None and (last.at >= paragraph.start or (n and last.at >= texts[n - 1].start)) else None
            acts.append((sentence, act or recent))
            for s in said:
                if sentence.start <= s.start < sentence.end and (act or recent) is not None:
                    near[s.start] = act or recent  # type: ignore[assignment]
                    if near[s.start].at >= paragraph.start:
                        close.add(s.start)
            out += _reasoned(reading, sentence, act, recent, guests)
            if act is not None and act.refused:
                out += _after_refusal(reading, paragraph, at, act, _following(reading, texts, n, at), said)
            if raw.endswith("?") and WHY.search(raw) and reading.quote(sentence.start) is None:
                question = sentence
                out += _answers(reading, question, act or recent, _following(reading, texts, n, at), said, guests)
    out += _explained(reading, said, near, guests)
    out += _pointed(reading, said, acts, guests)
    out += _beside(reading, said, near, close, guests)
    out += _contrasted(reading, said, near, guests)
    return out
