"""The words beside a name: tokens to its left and right, the noun phrase that describes it, and what such a noun votes for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from etl.transform.kinds import kinds_of
from etl.transform.name_cue_words import (
    AUXILIARIES,
    CONTEXT_TOKEN,
    EITHER,
    QUOTE_MARKS,
    SAYING,
    STOPS,
    Vote,
)  # fmt: skip

FARTHEST = 16  # tokens to either side that are looked at


def left_of(text: str, start: int, limit: int = 12) -> list[str]:
    """Up to `limit` tokens before `start` in small letters, nearest first, quotation marks left out."""
    return [*_left(text, start)[:limit]]


@lru_cache(maxsize=1024)
def _left(text: str, start: int) -> tuple[str, ...]:
    found = [t for t in CONTEXT_TOKEN.findall(text[max(0, start - 110) : start]) if t not in QUOTE_MARKS]
    return tuple(t.lower() for t in found[: -FARTHEST - 1 : -1])


def right_of(text: str, end: int, limit: int = 16) -> list[str]:
    """Up to `limit` tokens after `end`, nearest first, as written; a possessive ending stays as "'s"."""
    return [*_right(text, end)[:limit]]


@lru_cache(maxsize=1024)
def _right(text: str, end: int) -> tuple[str, ...]:
    window = text[end : end + 130]
    out: list[str] = []
    if window[:2] in ("’s", "'s") or (window[:1] in ("’", "'") and text[end - 1 : end] == "s" and window[1:2] == " "):
        out.append("'s")
        window = window[2:] if window[1:2] == "s" else window[1:]
    out += [t for t in CONTEXT_TOKEN.findall(window) if t not in QUOTE_MARKS]
    return tuple(out[:FARTHEST])


def noun_phrase(tokens: list[str]) -> tuple[str, list[str]] | None:
    """The head and the words of the noun phrase that `tokens` begin with, None where no describing noun heads it."""
    words: list[str] = []
    head_at = -1
    for token in tokens[:9]:
        if token.lower() in STOPS and not (token.lower() == "and" and len(words) > 1 and False):
            break
        if not (token[0].isalnum() or token in ("-", "‑")):
            break
        words.append(token)
        if token[0].islower() and kinds_of(token):
            head_at = len(words) - 1
        elif head_at >= 0 and token.lower() == "of":
            break
    if head_at < 0:
        return None
    return words[head_at].lower(), words[: head_at + 1]


def closes(tokens: list[str]) -> bool:
    """Whether an apposition may end before `tokens`: no verb follows, of which it would be the subject ("…, the mayor said")."""
    return not tokens or tokens[0].lower() not in SAYING | AUXILIARIES


def weighted(noun: str, weight: float, lone: bool = False) -> Iterator[Vote]:
    """The types that `noun` describes with their weights; `lone`: the name is one word, which people seldom are at first mention."""
    kinds = kinds_of(noun)
    if lone and noun.casefold() in EITHER and "Organization" in kinds:
        yield "Organization", weight * 0.8
        return
    if lone and noun.casefold() == "broadcaster":
        yield "Outlet", weight
        return
    for kind, share in kinds.items():
        if kind != "Group":
            yield kind, weight * share
