"""What speaks for and against two records telling of one occasion: cues for `duplicates.py`.

A cue is a short sentence that holds or does not: "date same 10", "guests other". The former record is 1, the latter 2.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.transform.appearances.frames import Frame
from etl.transform.drafts import AppearanceDraft
from etl.transform.reading import Reading, Thing

BACK = 12  # records with a person in common that are looked back at
FAR = (0, 1, 2, 4, 8, 16)  # sentences; how far two records are apart
MANY, LARGE = 4, 9  # more records of one person, and more slots, are not told apart
TENTHS = 10
BREAK = re.compile(r"\n\s*\n")  # between paragraphs
STANDING = ("definite", "further", "owned", "presumed", "strong", "released", "recorded", "vaguely_dated")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A record as it is compared with others.

    Attributes:
        frame, draft: the record with its slots.
        people: the identities of those who take part.
        sentences: the numbers of its sentences.
        paragraph: the number of its first paragraph.
    """

    frame: Frame
    draft: AppearanceDraft
    people: frozenset[int]
    sentences: tuple[int, ...]
    paragraph: int

    @property
    def size(self) -> int:
        """How many slots are filled."""
        d = self.draft
        several = len(d.guests) + len(d.hosts) + len(d.platforms) + len(d.topics)
        return 2 + several + sum(x is not None for x in (d.show, d.place, d.date, d.duration_minutes))


def told(reading: Reading, records: Sequence[Frame], drafts: Sequence[AppearanceDraft]) -> list[Told]:
    """The records of an article with where they stand."""
    sentences = [s.start_char for s in reading.sentences]
    breaks = [m.start() for m in BREAK.finditer(reading.text)]
    out = []
    for frame, draft in zip(records, drafts, strict=True):
        starts = sorted({start for start, _ in draft.evidence})
        numbers = tuple(dict.fromkeys(max(0, bisect_right(sentences, start) - 1) for start in starts))
        people = frozenset(id(p) for p in (*draft.guests, *draft.hosts))
        out.append(Told(frame, draft, people, numbers, bisect_right(breaks, starts[0]) if starts else 0))
    return out


def pairs(reading: Reading, these: Sequence[Told]) -> Iterator[tuple[int, int, list[str]]]:
    """The numbers of two records with a person in common and not on two shows, and their cues; each with the last few before it only."""
    count = Counter(person for one in these for person in one.people)
    for j, two in enumerate(these):
        near = [i for i in range(max(0, j - BACK * BACK), j) if _comparable(these[i], two)][-BACK:]
        later = _words(reading, two) if near else []
        for i in near:
            most = max(count[person] for person in these[i].people & two.people)
            yield i, j, [*_compared(these[i], two), f"others {min(most - 2, MANY)}", f"adjacent {j - i == 1}", *later]


def on_two_shows(one: AppearanceDraft, two: AppearanceDraft) -> bool:
    """Whether each is on a show and these are not the same: then they are two occasions."""
    return one.show is not None and two.show is not None and one.show is not two.show


def _comparable(one: Told, two: Told) -> bool:
    return bool(one.people & two.people) and not on_two_shows(one.draft, two.draft)


def _words(reading: Reading, two: Told) -> list[str]:
    """The words of the sentence that begins to tell of the latter."""
    if not two.sentences:
        return []
    words = (t for t in reading.sentences[two.sentences[0]] if t.is_alpha and reading.at(t) is None)
    return list(dict.fromkeys(f"later {reading.lemmas[t.i]}" for t in words))


def _sets(one: Sequence[Thing], two: Sequence[Thing]) -> str:
    a, b = {id(x) for x in one}, {id(x) for x in two}
    if not (a and b):
        return "one" if a or b else "none"
    return "same" if a == b else "some" if a & b else "other"


def _single(one: object, two: object) -> str:
    if one is None or two is None:
        return "none" if one is two else "one"
    return "same" if one == two else "other"


def _days(one: str | None, two: str | None) -> str:
    if not (one and two):
        return "one" if one or two else "none"
    if one == two:
        return f"same {len(one)}"
    if one.startswith(two) or two.startswith(one):
        return "vaguer"
    return "another" if one[:7] != two[:7] else "another day"


def _compared(one: Told, two: Told) -> Iterator[str]:
    a, b = one.draft, two.draft
    guests, hosts, platforms = _sets(a.guests, b.guests), _sets(a.hosts, b.hosts), _sets(a.platforms, b.platforms)
    show, place, date = _single(a.show, b.show), _single(a.place, b.place), _days(a.date, b.date)
    kind = "same" if a.kind == b.kind else "other"
    status = "same" if a.status == b.status else "/".join(sorted((a.status, b.status)))
    apart = min((abs(m - n) for m in one.sentences for n in two.sentences), default=FAR[-1] + 1)
    far = f"far {sum(apart > limit for limit in FAR)}"
    crossed = {id(x) for x in a.guests} & {id(x) for x in b.hosts} or {id(x) for x in a.hosts} & {id(x) for x in b.guests}
    yield from (f"guests {guests}", f"hosts {hosts}", f"platforms {platforms}", f"show {show}", f"place {place}", f"date {date}")
    yield from (f"minutes {_single(a.duration_minutes, b.duration_minutes)}", f"topics {_sets(a.topics, b.topics)}")
    yield from (f"kind {kind}", f"kinds {a.kind} {b.kind}", f"status {status}", far, f"crossed {bool(crossed)}")
    yield f"{kind} kind {a.kind}, status {status}"
    yield f"show {show}, date {date}"
    yield f"show {show}, hosts {hosts}"
    yield f"show {show}, platforms {platforms}"
    yield f"show {show}, {far}"
    yield f"show {show}, crossed {bool(crossed)}"
    yield f"show {show}, date {date}, kind {kind}"
    yield f"date {date}, {far}"
    yield f"date {date}, place {place}, kind {kind}"
    yield f"guests {guests}, hosts {hosts}"
    yield f"guests {guests}, show {show}"
    yield f"guests {guests}, date {date}"
    yield f"status {status}, date {date}"
    yield f"status {status}, {far}"
    yield f"kind {kind}, {far}"
    between = abs(one.paragraph - two.paragraph)
    yield "one paragraph" if not between else "next paragraph" if between == 1 else "another paragraph"
    if set(one.sentences) & set(two.sentences):
        yield "one sentence"
        yield f"one sentence, guests {guests}"
    for side, x in (("1", one), ("2", two)):
        yield from (f"{side} {trait}" for trait in STANDING if getattr(x.frame, trait))
        yield f"{side} by {x.draft.rule}"
        yield f"{side} sure {int(x.draft.confidence * TENTHS)}"
        yield f"{side} size {min(x.size, LARGE)}"
        tells = sum(bool(s) for s in (x.draft.hosts, x.draft.show, x.draft.platforms, x.draft.place, x.draft.date))
        yield f"{side} tells {tells}"
        yield f"{side} tells {tells}, {far}"
