"""The entry of an article in the register: what has to be known of it when another one comes, and where such entries are kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol

from graph.identity import Claim
from graph.occasions import Clue, Report
from graph.records import Facts
from graph.rows import Resolution


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one article.

    Attributes:
        claims: by entity id.
        reports: of occasions.
        resolution: the nodes that both came to.
        applied: numbers of the corrections that it met.
        signature: of its text, see `graph.stories`.
        story: the story of which it is a version; None where it is the only one.
    """

    claims: Mapping[str, Claim]
    reports: tuple[Report, ...]
    resolution: Resolution
    applied: tuple[int, ...] = ()
    signature: str = ""
    story: str | None = None

    def to_json(self) -> str:
        """The entry as text for the store."""
        raw = {
            "claims": {local: _plain(c) for local, c in self.claims.items()},
            "reports": [_plain(r) for r in self.reports],
            "resolution": {"entities": dict(self.resolution.entities), "appearances": dict(self.resolution.appearances)},
            "applied": self.applied,
            "signature": self.signature,
            "story": self.story,
        }
        return json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Entry:
        """The entry that `to_json` wrote."""
        raw = json.loads(text)
        appearances = {k: (node, date) for k, (node, date) in raw["resolution"]["appearances"].items()}
        resolution = Resolution(raw["resolution"]["entities"], appearances)
        return Entry(
            _Claims(text), tuple(_report(r) for r in raw["reports"]), resolution, tuple(raw["applied"]), raw["signature"], raw["story"]
        )


class _Claims(Mapping[str, Claim]):
    """The claims in an entry's text, made when the first is asked for: of most entries that a plan looks at only the reports are."""

    __slots__ = ("_made", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[str, Claim] | None = None

    def _all(self) -> dict[str, Claim]:
        if self._made is None:
            self._made = {local: Claim(**raw) for local, raw in json.loads(self._text)["claims"].items()}
            self._text = ""
        return self._made

    def __getitem__(self, local: str) -> Claim:
        return self._all()[local]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


Names = Mapping[str, Counter[str]]
"""By `Claim.named`, how many articles' claims give that name which lexicon id or (see `graph.identity.VARIANT`) middle initial."""


class Kept(Protocol):
    """What is kept of the articles that are loaded."""

    def entries(self, articles: Collection[str]) -> Mapping[str, Entry]:
        """The entries of those of the articles that are loaded."""
        ...

    def facts(self, articles: Collection[str]) -> Mapping[str, Facts]:
        """The facts of loaded articles."""
        ...

    def names(self, named: Collection[str]) -> Names:
        """The lexicon ids of names."""
        ...

    def speaking_of(self, nodes: Collection[str]) -> Collection[str]:
        """Articles that mention one of the nodes, or are published by it."""
        ...

    def telling(self, clues: Collection[Clue]) -> Collection[str]:
        """Articles with a report that has one of the clues' keys, and a date that agrees."""
        ...


def _plain(value: Claim | Report) -> dict[str, Any]:
    """A value by its fields, whose own values JSON knows as they are; `dataclasses.asdict` would copy them all."""
    return {f.name: getattr(value, f.name) for f in fields(value)}


def _report(raw: Mapping[str, Any]) -> Report:
    return Report(**{**raw, **{k: tuple(raw[k]) for k in ("guests", "hosts", "platforms", "usual", "joined", "apart") if k in raw}})
