"""Which numbers of an article count an audience, and in what unit: by the noun they count, the verb they go with, or their setting."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.transform.figure_choice import NEEDED, counting, unit_of
from etl.transform.figure_cues import cues
from etl.transform.figure_words import (
    AND,
    AUDIO,
    BARE,
    BARE_END,
    BECAME,
    BEFORE_THEM,
    BY,
    DID,
    DID_SO,
    DREW,
    HAS,
    HEADED,
    KEPT,
    MEDIA,
    MODAL,
    NOT_FOLLOWED,
    NOT_REACH,
    NOUNS,
    ON,
    PEOPLE,
    PROGRAMME,
    RATE,
    REACHED,
    SETTING,
    STANDING,
    STOPS,
    STRONG,
    TIMES,
    TIMES_AFTER,
    UNREAL,
    UP_TO,
    VIDEO,
    WISHED,
)
from etl.transform.numbers import Number, numbers
from etl.transform.reading import Reading


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts an audience.

    Attributes:
        at: where the word stands that made it one (the counted noun or the verb), else the number's own start.
        standing: it says what a show or person usually has, not what one occasion had.
        verbal: it goes with a verb or setting, so that no noun tells whose figure it is.
        real: it is not only wished for or expected.
        chance: how likely it counts an audience.
    """

    number: Number
    unit: str
    at: int
    rule: str
    standing: bool = False
    verbal: bool = False
    real: bool = True
    chance: float = 1.0


def medium(words: str, default: str = "viewers") -> str:
    """The unit of those who "tuned in", by what the words around speak of; `default` where they tell nothing."""
    audio, video = bool(AUDIO.search(words)), bool(VIDEO.search(words))
    return "people" if audio and video else "listeners" if audio else "viewers" if video else default


def _counted(after: str) -> tuple[str, int, list[str]] | None:
    """The noun counted: its unit ("" for people at large, "-" for what is no reach), its offset, and the words before it."""
    seen: list[str] = []
    for m in re.finditer(r"([ \u00a0-]+|\s?\([^)]{1,20}\) ?)?([^\W_](?:[\w’'&.]|-(?=\w))*)", after):
        if m.start() and not m[1]:
            break
        word = m[2].rstrip(".").casefold()
        parts = word.split("-")
        for w in (word, parts[-1]):
            if w in NOUNS:
                return NOUNS[w], m.start(2), seen
            if w in NOT_REACH and w not in PEOPLE:
                return "-", m.start(2), seen
            if w in PEOPLE:
                if w == "members" and any(x in ("paying", "paid", "premium", "patreon", "subscribing") for x in seen):
                    return "subscribers", m.start(2), seen
                if w == "visitors" and any(x in ("unique", "monthly", "daily") for x in seen):
                    return "users", m.start(2), seen
                return "", m.start(2), seen
        if word in STOPS or word[0].isdigit() or len(seen) == 5 or (word == "of" and seen):
            return None
        seen.append(word)
        if not re.match(r"[ \u00a0-]", after[m.end() :]):
            break
    return None


# "whatever she may tell her 1.2 million followers": they are hers, whatever is imagined
OWNED = re.compile(r"(?:\b(?:his|her|their|its|our|my|your)|[’']s?) $")
AGE = re.compile(r"\b(?:under|over|aged|age|below|above|past|between \d\d and) $")
IN_N = re.compile(r"\b(?:in|out of|in every) $")
READERS_OF_YOU = re.compile(r" (?:of (?:you|us)|inboxes|in-boxes|mailboxes)\b")
ON_STREAM = re.compile(r" (?:on|in) (?:the|her|his|its|their) (?:[\w+’'-]+ ){0,3}?(?:stream|livestream|chat|live chat|channel|broadcast)\b")


def _unit_by_group(m: re.Match[str]) -> str:
    return next(k for k, v in m.groupdict().items() if v)


def _figure(text: str, n: Number, low: int, high: int, recent: Figure | None, same_sentence: Figure | None) -> Figure | None:
    """The figure that `n` is within the sentence `low:high`, if any; `recent` is the one before it in the paragraph."""
    before, after, words = text[max(low, n.start - 160) : n.start], text[n.end : high], text[low:high]
    after = re.sub(r"^(?:\+|-plus|[ -]odd| or so| plus| or more)(?=[ -])", lambda m: " " * len(m[0]), after)
    rate = RATE.match(after)
    standing = bool(STANDING.search(before[-70:] + after[:50]) or (rate and not UP_TO.search(rate[0])))
    counted = _counted(after)
    # Only what stands between the clause's beginning and the number makes it unreal.
    clause = re.split(r"[;:—]| and (?=\w+ed\b)| but ", before)[-1]
    real = (not UNREAL.search(clause) or OWNED.search(before) is not None) and not NOT_FOLLOWED.match(after)

    def made(unit: str, rule: str, at: int, *, verbal: bool = False) -> Figure:
        return Figure(n, unit, at, rule, standing, verbal, real)

    if (n.value or 0) <= 100 and (AGE.search(before) or IN_N.search(before)):
        return None  # "nobody under 45 has heard of it", "four in 10 people who watched"
    if READERS_OF_YOU.match(after) and REACHED.search(before):
        return made("subscribers", "people", n.start)
    if ON_STREAM.match(after) and (n.value or 0) >= 20:
        return made("viewers", "verb", n.start, verbal=True)
    if TIMES_AFTER.match(after):
        m = TIMES.search(before) if (n.value or 0) >= 100 else None
        return made(_unit_by_group(m), "times", n.start - len(before) + m.start()) if m else None
    if m := STRONG.match(after):
        return made(_unit_by_group(m), "noun", n.end + m.end() - 1)
    if counted and counted[0] == "-":
        return None
    did = DID.match(after)
    if counted and counted[0]:
        unit, at, mods = counted
        if unit in ("users", "people") and (m := BY.search(before)):
            return made(_unit_by_group(m), "by", n.end + at, verbal=True)
        if unit == "users" and "accounts" in after[at : at + 9] and not set(mods) & {"active", "monthly", "daily"}:
            return None
        if unit == "viewers" and mods and mods[-1] == "podcast":
            unit = "listeners"
        return made(unit, "noun", n.end + at)
    if did and (counted is None or counted[0] == ""):
        unit = _unit_by_group(did)
        if unit == "people":
            unit = medium(words, "people" if did["people"].startswith("join") else "viewers")
        real = real and not MODAL.search(did[0])
        return made(unit, "verb", n.end + did.start(unit if unit in did.groupdict() and did[unit] else "people"), verbal=True)
    if m := BY.search(before):
        return made(_unit_by_group(m), "by", n.start - len(before) + m.start(), verbal=True)
    if m := HEADED.search(before):
        unit = _unit_by_group(m)
        if counted is None or counted[0] == "":
            if unit == "people" and "audience" in m[0].casefold():
                room = re.search(
                    r"(?i)\b(?:before|in front of|to|live|studio) (?:an?|the|his|her|their)? ?(?:[\w-]+ "
                    r")?audience",
                    before,
                ) and not MEDIA.search(words)
                unit = "people" if re.search(r"(?i)\b(?:reader|circulation)", words) else "attendees" if room else medium(words)
            return made(unit, "head", n.start - len(before) + m.start())
    if counted and counted[0] == "":
        at = n.end + counted[1]
        if (m := REACHED.search(before)) and (n.value or 0) >= 20:
            crowd = re.search(
                r"(?i)crowd|before|in front|gathering|congregation|packed|room|hall|arena|stadium|rally|played to|"
                r"playing to|attended|spoke to|address|talk\w* to|introduc|speech to|perform|preach|lectur|let in|welcomed",
                m[0],
            )
            unit = "attendees" if crowd else "people"
            if re.search(r"(?i)watched|viewed|seen by", m[0]):
                unit = "viewers"
            elif re.search(r"(?i)heard", m[0]):
                unit = "listeners"
            return made(unit, "people", at)
        return None
    followed = re.match(r"[ \u00a0](?:(?:[a-z-]+ )?[a-z-]+s\b|(?:at|in|inside|outside) [A-Zt])", after)
    if counted is None and (n.value or 0) >= 20 and followed and BEFORE_THEM.search(before):
        return made("attendees", "people", n.start)
    if recent and DID_SO.match(after):
        return made(recent.unit, "bare", n.start, verbal=True)
    if counted is None and (same_sentence or recent) and ON.match(after) and (n.value or 0) >= 100:
        kin = same_sentence or recent
        if kin and kin.unit in ("followers", "subscribers", "views", "viewers", "downloads", "listeners"):
            return made(kin.unit, "ellipsis", n.start)
    if counted is None and same_sentence and (n.value or 0) >= 100 and AND.search(before[-30:]) and BARE_END.match(after):
        return made(same_sentence.unit, "ellipsis", n.start)
    if (
        counted is None
        and (kept := same_sentence or recent)
        and kept.unit in KEPT
        and (n.value or 0) >= 100
        and HAS.search(before[-40:])
        and BARE_END.match(after)
    ):
        return made(kept.unit, "has", n.start)
    if counted is None and (n.value or 0) >= 100 and BARE.search(before) and BARE_END.match(after):
        if recent:
            # What "peaks at" a number is a passing public; a following is not meant.
            unit = recent.unit if recent.unit in ("viewers", "listeners", "views", "downloads", "attendees") else "viewers"
            return made(unit, "bare", n.start, verbal=True)
        unit = next((u for u, p in SETTING if p.search(words)), "")
        if not unit and DREW.search(before) and PROGRAMME.search(words):
            unit = medium(words)
        return made(unit, "bare", n.start, verbal=True) if unit else None
    return None


def told(reading: Reading) -> Iterator[tuple[Number, Figure | None]]:
    """Each number of the article that may count an audience, in order, with the figure that its wording makes it."""
    text = reading.text
    last: Figure | None = None
    starts = [t.start for t in reading.times]
    for n in numbers(text):
        when = bisect_right(starts, n.start)
        if n.value is None or n.value < 2 or (when and n.start < reading.times[when - 1].end):
            continue
        sent = reading.sentence(n.start)
        low, high = sent.start_char, sent.end_char
        paragraph = text.rfind("\n", max(0, n.start - 400), n.start)
        recent = last if last is not None and last.number.start > max(paragraph, n.start - 400) else None
        same = last if last is not None and last.number.start >= low else None
        figure = _figure(text, n, low, high, recent, same)
        last = figure or last
        yield n, figure


def figures(reading: Reading) -> list[Figure]:
    """The audience figures of the article in order: those that are likely, by the words around them and by what their wording makes them."""
    out: list[Figure] = []
    for number, figure in told(reading):
        marks = cues(reading, number, figure, out[-1] if out else None)
        if (chance := counting(marks)) < NEEDED or WISHED.search(reading.text[max(0, number.start - 40) : number.start]):
            continue
        if _is_outgrown(reading.text, number):
            continue
        unit = unit_of(marks, figure.unit if figure is not None and figure.real else None)
        if figure is None:
            figure = Figure(number, unit, number.start, "likely", _standing(reading.text, number))
        out.append(replace(figure, unit=unit, chance=chance))
    return out


def _is_outgrown(text: str, n: Number) -> bool:
    """Whether it is the first of "from 200,000 to 350,000": what was, until it became the second."""
    return text[: n.start].endswith("from ") and BECAME.match(text, n.end) is not None


def _standing(text: str, n: Number) -> bool:
    """Whether the words around say that it is what a show or person usually has."""
    return bool(STANDING.search(text[max(0, n.start - 70) : n.start] + text[n.end : n.end + 50]))
