"""Statements: every quotation or reported clause whose speaker is known, from all that stands around it.

Within a sentence `direct_speech` and `indirect_speech` say who speaks. What this module adds is the paragraph: speech that
goes on ("“…,” he said. “…”"), speech introduced by the sentence or paragraph before, interviews printed as a transcript.
A quotation whose speaker stays open is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.transform import speaker
from etl.transform.direct_speech import SHORT, Attribution, attributions, is_name, is_saying
from etl.transform.drafts import StatementDraft
from etl.transform.indirect_speech import reported
from etl.transform.quotation import Quote
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.said_by import Option, Speakers
from etl.transform.said_choice import Chosen, choose
from etl.transform.said_hearing import SaidHearing
from etl.transform.said_marks import SENTENCE, Place
from etl.transform.said_places import Finder
from etl.transform.said_spans import Span
from etl.transform.saying import CAPTIONS, GESTURES, NAMING
from etl.transform.utterance import MARKUP, Paragraph, Sentence, paragraphs

WOVEN = 4  # words in quotation marks within the writer's sentence, at least, that count as said
LABEL = re.compile(r"[>*_\s]*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4})[*_]*:[*_]*\s+(?=\S)")
ANSWERS = re.compile(r"[,\s]*(?:comes?|came|was|is|went) (?:the|his|her|their) (?:\w+ )?(?:answer|reply|response|retort|verdict)\b")


@dataclass(slots=True)
class _Talk:
    """Who speaks, as the reading goes on: the last speaker, the one before, and who is about to speak or goes on."""

    last: Thing | None = None
    other: Thing | None = None
    goes_on: Thing | None = None  # an open quotation runs into the next paragraph
    introduced: Thing | None = None  # a paragraph ended with a colon

    def note(self, who: Thing) -> None:
        if who is not self.last:
            self.other, self.last = self.last, who


def _stands_alone(reading: Reading, sentence: Sentence, quote: Quote) -> bool:
    """Whether `quote` is an utterance by itself, not a part of the writer's sentence."""
    text = reading.text
    inner = text[quote.inner_start : quote.inner_end].strip()
    lead = text[sentence.start : quote.start].strip(MARKUP)
    if not inner or (is_name(reading, quote) and not inner.endswith((".", "!", "?"))):
        return False
    if (lead and lead[-1] not in ':”"') or not (inner[0].isupper() or inner[0] in "[…'’(" or inner[0].isdigit()):
        return False
    rest = text[quote.end : sentence.end].strip(MARKUP + ".")
    return (not rest or rest[0] in '“"') and (len(inner.split()) >= 2 or inner[-1] in "!?.")


def _alone(quote: Quote, who: Thing, rule: str, confidence: float, cue: str = "") -> Attribution:
    return Attribution(who, quote.inner_start, quote.inner_end, True, cue, f"statements.{rule}", confidence, (quote,))


def _captioned(reading: Reading, sentence: Sentence) -> Thing | None:
    """Whose answer a short question announces: "Her verdict? “…”"."""
    for t in sentence.own if reading.text[sentence.start : sentence.end].endswith("?") else ():
        if t.lemma_.lower() in CAPTIONS and t.pos_ == "NOUN" and (of := speaker.owner(t)) is not None:
            return speaker.of_phrase(reading, of)
    return None


def _person_of(reading: Reading, sentence: Sentence) -> Thing | None:
    found = speaker.of_sentence(reading, sentence)
    return found if found is not None and found.type == "Person" else None


def _questioned(reading: Reading, sentence: Sentence) -> Thing | None:
    """Whom a short question asks: "Will she? “I bought a club …”", "Did Vole regret it?"."""
    if not reading.text[sentence.start : sentence.end].endswith("?") or sentence.quotes:
        return None
    for t in sentence.own:
        if t.dep_ in ("nsubj", "nsubjpass") and (who := speaker.of_phrase(reading, t)) is not None:
            return who if who.type == "Person" else None
    return None


def _goes_on_within(
    reading: Reading, paragraph: Paragraph, sentence: Sentence, quote: Quote, said: list[Attribution]
) -> Attribution | None:
    """Words of the speaker woven into the writer's sentence: "“It was late,” Vole said. The studio “was lovely about it.”"."""
    here = [a for a in said if paragraph.start <= a.start < sentence.start]
    if len(reading.text[quote.inner_start : quote.inner_end].split()) < WOVEN or is_name(reading, quote):
        return None
    if any(is_saying(t) or t.lemma_.lower() in NAMING for t in sentence.own):
        return None
    subject = next((t for t in sentence.own if t.dep_ in ("nsubj", "nsubjpass") and t.idx < quote.start), None)
    who = speaker.of_phrase(reading, subject) if subject is not None else None
    if who is not None and who.type == "Person" and subject is not None and _is_or_would(sentence, quote):
        return _alone(quote, who, "woven", 0.7)
    return _alone(quote, here[-1].speaker, "woven", 0.65) if here and here[-1].direct else None


def _is_or_would(sentence: Sentence, quote: Quote) -> bool:
    """Whether a form of be or an auxiliary stands right before the quotation: "she’d “rather play in a car park”"."""
    before = [t for t in sentence.own if t.idx < quote.start]
    return bool(before) and (before[-1].lemma_ in ("be", "would", "will", "have", "do", "could", "can") or before[-1].tag_ in ("MD", "PRP"))


def _speaks_quotation(
    reading: Reading, paragraph: Paragraph, at: int, quote: Quote, said: list[Attribution], talk: _Talk
) -> Attribution | None:
    """The speaker of a quotation that its own sentence gives to nobody, from what stands before it."""
    sentence = paragraph.sentences[at]
    text = reading.text
    if (m := ANSWERS.match(text, quote.end)) and talk.last is not None and talk.other is not None:
        return _alone(quote, talk.other, "answer", 0.7, m[0].strip(" ,"))
    if not _stands_alone(reading, sentence, quote):
        return _goes_on_within(reading, paragraph, sentence, quote, said)
    here = [a for a in said if a.start >= paragraph.start]
    if not text[sentence.start : quote.start].strip(MARKUP):
        for before in reversed(paragraph.sentences[:at]):
            if any(before.start <= a.start < before.end for a in here):
                break
            person = _captioned(reading, before) or _questioned(reading, before) or _person_of(reading, before)
            if person is not None:
                return _alone(quote, person, "introduced", 0.7)
    if here:
        return _alone(quote, here[-1].speaker, "continued", 0.85, here[-1].cue)
    if at == 0 and talk.goes_on is not None:
        return _alone(quote, talk.goes_on, "continued_paragraph", 0.9)
    if at == 0 and len(paragraph.sentences) > 1:  # "“Not me.” Vole laughs."
        after = paragraph.sentences[1]
        gesture = next((t for t in after.own[:6] if t.lemma_.lower() in GESTURES and t.tag_ in ("VBD", "VBZ")), None)
        if gesture is not None and (person := speaker.of_verb(reading, gesture, after)) is not None and person.type == "Person":
            return _alone(quote, person, "gesture", 0.8, gesture.text)
    if at == 0 and talk.introduced is not None:
        return _alone(quote, talk.introduced, "introduced_paragraph", 0.8)
    whole = text[paragraph.start : quote.start].strip(MARKUP) == "" and text[quote.end : paragraph.end].strip(MARKUP + ".") == ""
    if whole and talk.last is not None and len(text[quote.inner_start : quote.inner_end].split()) > SHORT:
        return _alone(quote, talk.last, "next_paragraph", 0.65)
    return None


def _transcript(reading: Reading, texts: Sequence[Paragraph]) -> dict[int, tuple[Thing, int]]:
    """In an interview printed as a transcript ("**Vole:** …") the speaker and first character of each paragraph, by paragraph."""
    people = list(reading.named("Person"))
    found: dict[int, tuple[Thing, int]] = {}
    for n, p in enumerate(texts):
        m = LABEL.match(reading.text, p.start, p.end)
        if m is None:
            continue
        token = reading.token(m.end("name") - 1)
        who, mention = reading.at(token), reading.mention_at(token)
        if who is None or mention is None or mention.kind != NAME or mention.start > m.start("name") + 4:
            named = m["name"].replace(".", "")
            matching = [
                t
                for t in people
                if "".join(w[0] for w in t.name.split()) == named or named.casefold() in {t.name.casefold(), t.surname.casefold()}
            ]
            who = matching[0] if len(matching) == 1 else None
        if who is not None and who.type in ("Person", "Organization", "Outlet", "Show") and p.end - m.end() > 3:
            found[n] = (who, m.end())
    turns = [t for t, _ in found.values()]
    # One label is a caption; a dialogue comes back to a speaker.
    return found if len(turns) > len({id(t) for t in turns}) and len(turns) >= 3 else {}


def _close(reading: Reading, paragraph: Paragraph, said: list[Attribution], talk: _Talk) -> None:
    """What the end of `paragraph` says about who speaks in the next."""
    talk.goes_on = talk.introduced = None
    here = [a for a in said if a.start >= paragraph.start]
    for s in paragraph.sentences:
        for q in s.quotes:
            if not q.closed:
                talk.goes_on = next((a.speaker for a in here if q in a.quotes), None)
    tail = reading.text[paragraph.start : paragraph.end].rstrip(MARKUP)
    if tail.endswith(":") and paragraph.sentences:
        last = paragraph.sentences[-1]
        verbs = [t for t in last.own if is_saying(t) and speaker.really_said(t)]
        talk.introduced = next((w for v in reversed(verbs) if (w := speaker.of_verb(reading, v, last)) is not None), None) or _person_of(
            reading, last
        )
    elif not here or (paragraph.sentences and here[-1].start < paragraph.sentences[-1].start):
        talk.last = None if not here else here[-1].speaker


def by_rules(reading: Reading) -> list[Attribution]:
    """What the rules of `direct_speech`, `indirect_speech` and this module give to somebody, in text order."""
    said: list[Attribution] = []
    talk = _Talk()
    texts = paragraphs(reading)
    turns = _transcript(reading, texts)
    for n, paragraph in enumerate(texts):
        if n in turns:
            who, start = turns[n]
            said.append(Attribution(who, start, paragraph.end, True, "", "statements.transcript", 0.85, ()))
            continue
        if reading.text[paragraph.start] == ">" and talk.introduced is not None and not any(s.quotes for s in paragraph.sentences):
            start = (
                paragraph.start
                + len(reading.text[paragraph.start : paragraph.end])
                - len(reading.text[paragraph.start : paragraph.end].lstrip("> "))
            )
            said.append(Attribution(talk.introduced, start, paragraph.end, True, "", "statements.block", 0.85, ()))
            continue
        first = len(said)
        for at, sentence in enumerate(paragraph.sentences):
            if not sentence.readable:
                continue
            direct = attributions(reading, sentence)
            mixed = reported(reading, sentence, direct)
            # A label within a reported clause belongs to the clause.
            direct = [d for d in direct if not any(m.start <= d.start and d.end <= m.end for m in mixed)]
            new = sorted((*direct, *mixed), key=lambda a: a.start)
            given = {q.start for a in new for q in a.quotes}
            for quote in sentence.quotes:
                if quote.start in given or any(a.start <= quote.start < a.end for a in new):
                    continue
                before = [a for a in new if a.start < quote.start]
                if (more := _speaks_quotation(reading, paragraph, at, quote, [*said[first:], *before], talk)) is not None:
                    new.append(more)
            for a in sorted(new, key=lambda a: a.start):
                said.append(a)
                talk.note(a.speaker)
        _close(reading, paragraph, said, talk)
    return sorted((a for a in said if a.end > a.start), key=lambda a: (a.start, a.end))


class Candidates:
    """The places of an article where something may be said, with what and by whom, before and after the network is asked.

    Args:
        reading: the article.

    Attributes:
        places: in text order.
        hearing: asks the network.
    """

    def __init__(self, reading: Reading) -> None:
        said = by_rules(reading)
        self._finder, self._speakers = Finder(reading, paragraphs(reading), said), Speakers(reading, said)
        self.places = list(self._finder.places())
        self.hearing = SaidHearing(reading)

    def heard(self) -> list[Place]:
        """The places, with what the network says of them among their cues; to be asked for once."""
        for place, cues in zip(self.places, self.hearing.places(self.places), strict=True):
            place.cues += cues
        return self.places

    def stretches(self, place: Place) -> list[Span]:
        """What may be said at `place`."""
        return self._finder.stretches(place)

    def by_cues(self, place: Place) -> list[Option]:
        """All who come into question at `place`, before the network is asked."""
        return self._speakers.options(place)

    def options(self, places: Sequence[Place]) -> list[list[Option]]:
        """All who come into question at each of `places`."""
        return self.hearing.options([(place, self.by_cues(place)) for place in places])


def find(reading: Reading) -> list[StatementDraft]:
    """The statements of the article, in text order."""
    candidates = Candidates(reading)
    return [_draft(reading, c) for c in choose(candidates.heard(), candidates.stretches, candidates.options)]


def _draft(reading: Reading, chosen: Chosen) -> StatementDraft:
    place, start, end = chosen.place, chosen.start, chosen.end
    rule = next((r for r in place.rules if (r.start, r.end) == (start, end)), None)
    direct = rule.direct if rule is not None else (q := reading.quote(start)) is not None and end <= q.inner_end
    cue = rule.cue if rule is not None else place.token.text if place.token is not None and place.kind != SENTENCE else ""
    name = rule.rule if rule is not None else f"statements.{place.kind}"
    return StatementDraft(chosen.speaker, start, end, direct, cue, name, [reading.sentence_span(start)], chosen.likelihood)
