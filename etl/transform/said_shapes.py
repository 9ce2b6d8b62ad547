"""What a stretch of the writer's words is like: its first word, how it lies in the parse of its sentence, the stops and quotations in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from etl.transform.direct_speech import FINITE
from etl.transform.said_marks import Place, form
from etl.transform.saying import TELLING
from etl.transform.utterance import Sentence

MOST = 3  # words at the top of a stretch that are told apart
STEPS = 12  # up the parse, at most
BESIDE = 3  # words beside a stretch among which one that is no stop is looked for
STOPS = ";—:("
Up = tuple[int, int, str, str]


class Shapes:
    """Tells what stretches of one sentence are like.

    Args:
        sentence: the sentence.
        verbs: the places of tokens that are verbs of speech or thought.
    """

    def __init__(self, sentence: Sentence, verbs: Container[int]) -> None:
        own = sentence.own
        self.sentence = sentence
        self._places = [t.idx for t in own]
        self._numbers = [t.i for t in own]
        self._heads = [t.head.i for t in own]
        self._deps = [t.dep_ for t in own]
        self._stops = [t.is_punct for t in own]
        self._finite = [t.tag_ in FINITE for t in own]
        self._says = [t.tag_ in ("VBD", "VBZ") and t.i in verbs for t in own]
        self._up: dict[tuple[int, int], Up] = {}

    def has_finite(self, a: int, b: int) -> bool:
        """Whether a finite verb of the writer's stands in `a:b`."""
        return True in self._finite[bisect_left(self._places, a) : bisect_left(self._places, b)]

    def cues(self, place: Place, a: int, b: int, text: str) -> list[str]:
        """The cues of the stretch `a:b`, which holds `text`, at `place`."""
        places, kind = self._places, place.kind
        i, j = bisect_left(places, a), bisect_left(places, b)
        quotes = self.sentence.quotes
        first = form(self.sentence.own[i]) if i < j else "quote"
        n = self._finite.index(True, i, j) if True in self._finite[i:j] else -1
        cues = self._tree(place, i, j) if i < j else []
        cues += [
            f"{kind} finite={n >= 0} subject={n >= 0 and self._has_subject(i, n)}",
            f"{kind} first={first if i < j and places[i] == a else 'quote'}",
            f"{kind} whole={b >= self.sentence.end - 1}",
            f"{kind} quote={any(a <= q.start < b for q in quotes)}",
            *[f"{kind} holds {c}" for c in STOPS if c in text],
        ]
        if "(" in text and ")" not in text:
            cues.append(f"{kind} half a parenthesis")
        inner = [q for q in quotes if a <= q.start and q.end <= b + 1]
        if inner:
            cues.append(f"{kind} quote at end={inner[-1].end >= b} more={True in self._finite[j:]} start={inner[0].start <= a + 1}")
        if quotes and quotes[-1].start >= b:
            cues.append(f"{kind} quote behind")
        if True in self._says[i:j]:
            cues.append(f"{kind} says itself")
        if place.token is not None and place.token.lemma_.lower() in TELLING:
            cues.append(f"telling first={first if i < j else '-'}")
        return cues

    def _has_subject(self, i: int, verb: int) -> bool:
        number = self._numbers[verb]
        return any(head == number and dep.startswith("nsubj") for head, dep in zip(self._heads[i:verb], self._deps[i:verb], strict=True))

    def _tree(self, place: Place, i: int, j: int) -> list[str]:
        """How the words from `i` to `j` lie in the parse: what is at the top of them, and how what stands beside them hangs on them."""
        kind, mark = place.kind, place.token.i if place.token is not None else -1
        numbers, heads, deps, stops = self._numbers, self._heads, self._deps, self._stops
        low, high = numbers[i], numbers[j - 1]
        top = [k for k, head in enumerate(heads[i:j], i) if not low <= head <= high and not stops[k]]
        cues = [f"{kind} roots={min(len(top), MOST + 1)}", f"{kind} finites={min(MOST, sum(self._finite[i:j]))}"]
        for k in top[:MOST]:
            cues.append(f"{kind} root {deps[k]} {'of mark' if heads[k] == mark else 'root' if heads[k] == numbers[k] else 'other'}")
        if low <= mark <= high:
            cues.append(f"{kind} mark inside")
        elif mark in heads[i:j] and any(head == mark and dep == "conj" for head, dep in zip(heads[i:j], deps[i:j], strict=True)):
            cues.append(f"{kind} sister inside")
        after = next((k for k in range(j, min(j + BESIDE, len(numbers))) if not stops[k]), None)
        if after is None:
            cues.append(f"{kind} nothing after")
        else:
            number, head, dep, word = self._above(after, high)
            into = "inside" if low <= head <= high and head != number else "mark" if head == mark else "other"
            cues += [f"{kind} after {into}", f"{kind} after {into} {dep}", f"{kind} after {into} {word}"]
        before = next((k for k in range(i - 1, max(-1, i - 1 - BESIDE), -1) if not stops[k]), None)
        if before is None:
            cues.append(f"{kind} nothing before")
        elif numbers[before] != mark:
            into = "inside" if low <= heads[before] <= high else "mark" if heads[before] == mark else "other"
            cues += [f"{kind} before {into} {deps[before]}", f"{kind} before {form(self.sentence.own[before])}"]
        return cues

    def _above(self, after: int, high: int) -> Up:
        """The highest word above the one at `after` that stands behind `high`: its number, its head's, its dependency, and the word at `after`."""
        found = self._up.get((after, high))
        if found is None:
            node = word = self.sentence.own[after]
            for _ in range(STEPS):
                if node.head.i == node.i or node.head.i <= high:
                    break
                node = node.head
            found = self._up[after, high] = (node.i, node.head.i, node.dep_, form(word))
        return found
