"""What is done or refused in the media, sentence by sentence: the ground on which an article's words tell a motive or do not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.transform import media_acts, motive_actor
from etl.transform.drafts import AppearanceDraft
from etl.transform.motive_phrases import REFUSES
from etl.transform.reading import Reading, Thing
from etl.transform.utterance import Paragraph, Sentence, paragraphs


@dataclass(frozen=True, slots=True)
class Act:
    """Something done or refused in the media: where it is told, whose it is."""

    at: int
    who: Thing | None
    refused: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """The paragraphs of an article; by where a sentence starts, the act that it tells and the occasions that it is evidence of."""

    texts: tuple[Paragraph, ...]
    acts: dict[int, Act | None]
    told: dict[int, list[AppearanceDraft]]
    guests: tuple[Thing, ...]
    hosts: tuple[Thing, ...]

    def is_quiet(self) -> bool:
        """Whether the article tells of nothing that is done or refused in the media."""
        return not self.told and not any(self.acts.values())


def subject(reading: Reading, sentence: Sentence) -> Thing | None:
    """The person or organization that `sentence` is about: its first subject that is one and does not merely comment."""
    for t in sentence.own:
        if t.dep_ in ("nsubj", "nsubjpass"):
            found = motive_actor.of(reading, [t])
            if found is not None and found.type in ("Person", "Organization", "Outlet") and not motive_actor.comments(found):
                return found
    return None


def _act_of(reading: Reading, sentence: Sentence, here: Sequence[AppearanceDraft]) -> Act | None:
    """The media act of `sentence`: an occasion that it tells (one of `here`), a refusal, or a verb of publishing."""
    own = list(sentence.own)
    refusal = REFUSES.search(reading.text, sentence.start, sentence.end)
    outside = refusal is not None and reading.quote(refusal.start()) is None
    if outside and (any(a.status == "declined" for a in here) or here or media_acts.is_media(reading, own)):
        guests = [g for a in here if a.status == "declined" for g in a.guests]
        who = subject(reading, sentence)
        return Act(sentence.start, who if who is not None and (who in guests or not guests) else next(iter(guests), who), True)
    if here:
        guests = [g for a in here for g in a.guests]
        who = subject(reading, sentence)
        return Act(sentence.start, who if who in guests or not guests else guests[0], False)
    for t in own:
        if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") and media_acts.is_act(reading, t, None):
            actor = motive_actor.actor(reading, t)
            if actor is not None and actor.type in motive_actor.ACTORS and not motive_actor.comments(actor):
                return Act(sentence.start, actor, False)
    return None


def _told(texts: Sequence[Paragraph], appearances: Sequence[AppearanceDraft]) -> dict[int, list[AppearanceDraft]]:
    sentences = [s for paragraph in texts for s in paragraph.sentences]
    starts = [s.start for s in sentences]
    out: dict[int, list[AppearanceDraft]] = {}
    for appearance in appearances:
        touched = {n for start, end in appearance.evidence for n in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))
                   if start < sentences[n].end}  # fmt: skip
        for n in sorted(touched):
            out.setdefault(starts[n], []).append(appearance)
    return out


def _of_guest(act: Act | None, guests: Sequence[Thing], main: Thing | None) -> Act | None:
    """`act`, laid to whom the article is about where a person does it who appears nowhere: a critic, or somebody who only hosts."""
    if act is None or act.who is None or act.who.type != "Person" or act.who in guests or main is None or main not in guests:
        return act
    return replace(act, who=main)


def scene(reading: Reading, appearances: Sequence[AppearanceDraft]) -> Scene:
    """The scene of the article; `appearances` are its occasions."""
    texts = tuple(paragraphs(reading))
    told = _told(texts, appearances)
    guests = tuple(dict.fromkeys(g for a in appearances for g in a.guests))
    main = motive_actor.main(reading, appearances)
    acts = {s.start: _of_guest(_act_of(reading, s, told.get(s.start, ())), guests, main) for p in texts for s in p.sentences if s.readable}
    return Scene(texts, acts, told, guests, tuple(dict.fromkeys(h for a in appearances for h in a.hosts)))
