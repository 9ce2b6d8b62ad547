"""Facts while they are being put together: like `graph.records`, but holding things instead of ids.

Spans are half-open code points in the article's text. `rule` names the rule that found the fact as `module.rule`;
`confidence` is between 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.transform.reading import Thing
from graph.records import Span


@dataclass(slots=True, eq=False)
class AppearanceDraft:
    """One occasion in the making; `slot_evidence` holds what bears out a slot, where that is known."""

    kind: str
    rule: str
    status: str = "occurred"
    guests: list[Thing] = field(default_factory=list)
    hosts: list[Thing] = field(default_factory=list)
    show: Thing | None = None
    platforms: list[Thing] = field(default_factory=list)
    place: Thing | None = None
    date: str | None = None
    date_text: str | None = None
    duration_minutes: float | None = None
    topics: list[Thing] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    slot_evidence: dict[str, list[Span]] = field(default_factory=dict)
    attributed_to: Thing | None = None
    confidence: float = 0.7


@dataclass(slots=True, eq=False)
class RelationDraft:
    """A relation between two things."""

    subject: Thing
    predicate: str
    object: Thing
    rule: str
    evidence: list[Span]
    attributed_to: Thing | None = None
    confidence: float = 0.7


@dataclass(slots=True, eq=False)
class ReachDraft:
    """A figure of reach, of a thing or an occasion."""

    subject: Thing | AppearanceDraft
    value: float
    unit: str
    rule: str
    evidence: list[Span]
    qualifier: str = "exact"
    platform: Thing | None = None
    as_of: str | None = None
    attributed_to: Thing | None = None
    confidence: float = 0.7


@dataclass(slots=True, eq=False)
class StatementDraft:
    """What a speaker said: `start:end` is the stretch, without quotation marks where the whole is direct."""

    speaker: Thing
    start: int
    end: int
    direct: bool
    cue: str
    rule: str
    evidence: list[Span]
    confidence: float = 0.7


@dataclass(slots=True, eq=False)
class MotiveDraft:
    """Why somebody does something in the media: `start:end` says the aim or reason."""

    actor: Thing
    start: int
    end: int
    rule: str
    evidence: list[Span]
    appearance: AppearanceDraft | None = None
    attributed_to: Thing | None = None
    confidence: float = 0.6
