"""What people say, seen as a reason: each statement with the cues for and against, and whose motive it would be.

Which of them are motives is weighed in `motive_weights`; here nothing is left out but what a construction has found already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform import motive_actor, motive_cues
from etl.transform.drafts import StatementDraft
from etl.transform.motive_phrases import WHY
from etl.transform.motive_rules import Found
from etl.transform.motive_scene import Act, Scene
from etl.transform.motive_voice import represents, staff_words
from etl.transform.reading import Reading, Thing
from etl.transform.utterance import Paragraph, Sentence

NEAR = 2  # paragraphs before, in which an act still is near
OVERLAP = 0.5  # of the shorter of two stretches that are taken for one


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """A statement `start:end` that may say why; `actor` is whose motive it would be."""

    start: int
    end: int
    cues: frozenset[str]
    actor: Thing


@dataclass(slots=True)
class _Place:
    """Where a stretch stands: its sentence with what is told there and before."""

    sentence: Sentence
    near: Act | None
    cues: set[str]


def _asks(text: str) -> bool:
    return text.rstrip("*_ ").endswith("?")


def _before(reading: Reading, scene: Scene, earlier: Sequence[tuple[int, Sentence]], n: int) -> set[str]:
    """The cues of the sentences before one in paragraph `n`; `earlier` are up to two of them, the last first."""
    out: set[str] = set()
    for distance, (paragraph, sentence) in enumerate(earlier[:2]):
        text = reading.text[sentence.start : sentence.end]
        if _asks(text) and WHY.search(text):
            out.add("after a why" if not distance else "after a why before")
        if distance:
            continue
        act, told = scene.acts.get(sentence.start), scene.told.get(sentence.start, ())
        if act is not None:
            out.add("act before" if paragraph == n else "act in paragraph before")
            if act.refused:
                out.add("refused before")
        if _asks(text) and not sentence.quotes:
            out.add("after a question")
        if WHY.search(text):
            out.add("why word before")
        if len(text.split()) < 6:
            out.add("short before")
        out |= {f"told before {a.status}" for a in told}
    return out


def _nearest(scene: Scene, n: int, sentence: Sentence, earlier: Sequence[tuple[int, Sentence]]) -> tuple[Act | None, set[str]]:
    """The act that is nearest to `sentence` of paragraph `n`, and the cues of how near it is."""
    out: set[str] = set()
    here = scene.acts.get(sentence.start)
    near = here or (scene.acts.get(earlier[0][1].start) if earlier else None)
    if here is not None:
        out.add("act here")
        if here.refused:
            out.add("refused here")
    inside = [a for s in scene.texts[n].sentences if (a := scene.acts.get(s.start)) is not None]
    if inside:
        out.add("act in paragraph")
    if any(a.refused for a in inside):
        out.add("refused in paragraph")
    if near is None and inside:
        near = next((a for a in reversed(inside) if a.at <= sentence.start), inside[0])
    if near is None:
        past = [a for p in scene.texts[max(0, n - NEAR) : n] for s in p.sentences if (a := scene.acts.get(s.start)) is not None]
        if past:
            near = past[-1]
            out.add("act above")
            if near.refused:
                out.add("refused above")
    if near is None:
        out.add("no act")
    return near, out


def _place(reading: Reading, scene: Scene, n: int, at: int, earlier: Sequence[tuple[int, Sentence]]) -> _Place:
    paragraph = scene.texts[n]
    sentence = paragraph.sentences[at]
    near, cues = _nearest(scene, n, sentence, earlier)
    cues |= _before(reading, scene, earlier, n)
    told = scene.told.get(sentence.start, ())
    cues |= {f"told here {a.status}" for a in told}
    if any(s.start in scene.told for s in paragraph.sentences):
        cues.add("told in paragraph")
    cues.add(f"quarter {int(4 * sentence.start / len(reading.text))}")
    if at == 0:
        cues.add("paragraph begins")
    if at == len(paragraph.sentences) - 1:
        cues.add("paragraph ends")
    if WHY.search(reading.text, sentence.start, sentence.end):
        cues.add("why word")
    own = motive_cues.words(reading, sentence.own)
    if own & {"media", "media named"}:
        cues.add("media in sentence")
    if own & {"people", "audience"}:
        cues.add("people in sentence")
    return _Place(sentence, near, cues)


def _voice(reading: Reading, scene: Scene, speaker: Thing, near: Act | None, main: Thing | None) -> set[str]:
    """The cues of who says it, seen from the act."""
    principal = represents(reading, speaker)
    out = {f"speaker {kind}" for kind in staff_words(reading, speaker)}
    if principal is not None:
        out.add("speaker for another")
    elif motive_actor.comments(speaker):
        out.add("speaker comments")
    elif speaker in scene.guests:
        out.add("speaker guest")
    elif speaker in scene.hosts:
        out.add("speaker host")
    else:
        out.add("speaker main" if speaker is main else "speaker other")
    if near is not None and near.who is not None:
        if near.who is speaker:
            out.add("speaker acts")
        elif near.who is principal:
            out.add("speaker for who acts")
    if speaker.type != "Person":
        out.add("speaker body")
    return out


def _of_said(reading: Reading, s: StatementDraft, cues: set[str], near: Act | None, main: Thing | None) -> Thing:
    """Whose motive a statement would tell: of whom the speaker speaks for, whom an expert speaks about, else of the speaker."""
    principal = represents(reading, s.speaker)
    own = s.direct and "person i" in cues and "person we" not in cues  # "I simply realised": nobody speaks so for another
    if principal is not None and not own:
        return principal
    if cues & {"speaker comments", "speaker expert"}:
        about = [
            t
            for m, t in reading.within(s.start, s.end, ("Person", "Organization", "Outlet"))
            if t is not s.speaker and reading.token(m.end - 1).dep_ in ("nsubj", "nsubjpass")
        ]
        others = (*about, near.who if near is not None else None, main, motive_actor.earlier(reading, max(0, s.start - 2)))
        found = next((t for t in others if t is not None and t is not s.speaker and t.type in motive_actor.ACTORS), None)
        if found is not None:
            return found
    return s.speaker


def _shares(s: StatementDraft, f: Found) -> bool:
    common = min(s.end, f.end) - max(s.start, f.start)
    return common > 0 and common >= OVERLAP * min(s.end - s.start, f.end - f.start)


def _said(
    reading: Reading,
    scene: Scene,
    paragraph: Paragraph,
    place: _Place,
    said: Sequence[StatementDraft],
    found: Sequence[Found],
    main: Thing | None,
) -> Iterator[Reason]:
    for s in said:
        if not place.sentence.start <= s.start < place.sentence.end or any(_shares(s, f) for f in found):
            continue
        voice = _voice(reading, scene, s.speaker, place.near, main)
        cues = motive_cues.words(reading, reading.tokens(s.start, s.end)) | place.cues | voice
        cues |= motive_cues.wording(reading.text[s.start : s.end], s.cue) | {"direct" if s.direct else "indirect"}
        if s.rule.startswith("statements"):
            cues.add("speaker from before")
        cues.add(f"nth {min(2, sum(paragraph.start <= o.start < s.start for o in said))}")
        yield Reason(s.start, s.end, frozenset(cues), _of_said(reading, s, cues, place.near, main))


def reasons(reading: Reading, scene: Scene, said: Sequence[StatementDraft], found: Sequence[Found], main: Thing | None) -> list[Reason]:
    """The statements of the article that may be motives; `found` are those of constructions, `main` is whom the article is about."""
    out: list[Reason] = []
    earlier: list[tuple[int, Sentence]] = []
    for n, paragraph in enumerate(scene.texts):
        for at, sentence in enumerate(paragraph.sentences):
            if not sentence.readable:
                continue
            if any(sentence.start <= s.start < sentence.end for s in said):
                out += _said(reading, scene, paragraph, _place(reading, scene, n, at, earlier), said, found, main)
            earlier = [(n, sentence), *earlier[:1]]
    return out
