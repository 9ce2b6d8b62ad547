"""A frame: what one clause tells of one occasion, before the tellings of the same occasion are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.reading import Thing
from graph.records import Span


@dataclass(slots=True, eq=False)
class Frame:
    """What a clause says of an occasion. `at` is the trigger; `tokens` are the clause's; `definite` marks "the interview"."""

    at: Token
    rule: str
    status: str = cues.OCCURRED
    kinds: list[str] = field(default_factory=list)
    guests: list[Thing] = field(default_factory=list)
    hosts: list[Thing] = field(default_factory=list)
    partners: list[Thing] = field(default_factory=list)  # those met "with": guest or host, told by their roles
    show: Thing | None = None
    platforms: list[Thing] = field(default_factory=list)
    place: Thing | None = None
    date: str | None = None
    date_text: str | None = None
    released: bool = False  # the date is that of publication; the occasion may have been before
    recorded: bool = False  # the date is that of recording, which counts before any other
    vaguely_dated: bool = False  # the day stands in the same part of the sentence, but does not depend on the occasion
    parted: bool = False  # one of several shows enumerated: outlets belong to the show before them
    minutes: float | None = None
    topics: list[Thing] = field(default_factory=list)
    nouns: list[Token] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    definite: bool = False
    owned: bool = False  # by a name: as good as "the" for finding the record, enough to make one
    further: bool = False
    strong: bool = False
    instead: Frame | None = None  # what to take where this says too little to stand
    presumed: bool = False  # the guests are a guess; a record of the same host or show knows better
    evidence: list[Span] = field(default_factory=list)
    slot_evidence: dict[str, list[Span]] = field(default_factory=dict)
    confidence: float = 0.7

    @property
    def people(self) -> list[Thing]:
        """Everybody who takes part."""
        return [*self.guests, *self.hosts, *self.partners]


def join(into: list[Thing], new: list[Thing]) -> None:
    """Add what is not yet there."""
    into += [t for n, t in enumerate(new) if all(t is not k for k in into) and all(t is not k for k in new[:n])]


def without(these: list[Thing], others: list[Thing]) -> list[Thing]:
    """`these` less `others`, in order."""
    return [t for t in these if all(t is not o for o in others)]
