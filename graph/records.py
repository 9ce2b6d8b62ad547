"""The values that flow: an article, and the facts read out of it, with their outward form in JSON.

Spans are half-open `(start, end)` pairs of Unicode code points from the start of the article's text.
The JSON form is that of the benchmark's `FORMAT.md`; keys beyond it are `rule`, `confidence`, `slot_evidence`,
`date_text`, `wikidata`, `as_of`, `appearance`, and in `article` also `author`, `url`, `text`, `extractor`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from graph.errors import FactsError

Span = tuple[int, int]

KINDS = ("interview", "podcast", "livestream", "broadcast", "debate", "town_hall", "rally", "speech", "post", "other")
STATUSES = ("occurred", "planned", "declined")
UNITS = ("viewers", "listeners", "followers", "subscribers", "users", "views", "downloads", "attendees", "people")
QUALIFIERS = ("exact", "about", "at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: `published` is an ISO day or None; `text` is the body that all spans count in."""

    id: str
    text: str = ""
    title: str = ""
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing, or a described audience or topic; `id` is unique in its article only."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One occasion; entity slots hold entity ids, `date` is ISO (day, month or year)."""

    id: str
    kind: str
    status: str = "occurred"
    guests: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    show: str | None = None
    platforms: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    date_text: str | None = None
    duration_minutes: float | None = None
    topics: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    slot_evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    attributed_to: str | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated relation between two entities (their ids); `attributed_to` is the speaker, None for the writer."""

    subject: str
    predicate: str
    object: str
    attributed_to: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reach:
    """A figure for how many people were reached; `subject` is an entity's or an appearance's id."""

    subject: str
    value: float
    unit: str
    qualifier: str = "exact"
    platform: str | None = None
    as_of: str | None = None
    attributed_to: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named speaker said: `text` is the article's stretch `start:end`; `about` are entity ids."""

    speaker: str
    start: int
    end: int
    text: str
    direct: bool = False
    cue: str = ""
    about: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Motive:
    """Why `actor` does something in the media; `appearance` is the occasion's id where it is tied to one."""

    actor: str
    start: int
    end: int
    text: str
    appearance: str | None = None
    attributed_to: str | None = None
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read out of one article."""

    article: Article
    entities: tuple[Entity, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    relations: tuple[Relation, ...] = ()
    reach: tuple[Reach, ...] = ()
    statements: tuple[Statement, ...] = ()
    motives: tuple[Motive, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, the same bytes for the same facts."""
        return json.dumps(_plain(self), ensure_ascii=False, separators=(", ", ": "))

    @staticmethod
    def from_json(line: str) -> Facts:
        """The facts in one line of JSON; unknown keys are ignored.

        Raises:
            FactsError: not JSON, or not of the format; the message says what and where.
        """
        try:
            raw = json.loads(line)
        except ValueError as err:
            raise FactsError(f"not JSON: {err}") from err
        return _facts(raw)


FAMILIES: Mapping[str, type] = {
    "entities": Entity, "appearances": Appearance, "relations": Relation, "reach": Reach, "statements": Statement, "motives": Motive,
}  # fmt: skip

_T = TypeVar("_T")
_SPANS = {"evidence", "mentions"}
_CHOICES = {("Appearance", "kind"): KINDS, ("Appearance", "status"): STATUSES, ("Reach", "unit"): UNITS, ("Reach", "qualifier"): QUALIFIERS}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(value[k]) for k in sorted(value)}
    return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}


def _spans(value: Any, where: str) -> tuple[Span, ...]:
    try:
        return tuple((int(s), int(e)) for s, e in value or ())
    except (TypeError, ValueError) as err:
        raise FactsError(f"{where}: spans are pairs of whole numbers, not {value!r}") from err


def _value(cls: type, key: str, value: Any, where: str) -> Any:
    if key in _SPANS:
        return _spans(value, where)
    if key == "slot_evidence":
        if not isinstance(value, Mapping):
            raise FactsError(f"{where}: must be an object")
        return {str(k): _spans(v, f"{where}.{k}") for k, v in value.items()}
    annotation = str(cls.__annotations__[key])
    if annotation.startswith("tuple[str"):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise FactsError(f"{where}: must be a list of strings, not {value!r}")
        return tuple(value)
    kind = annotation.removesuffix(" | None")
    if value is None and annotation.endswith("| None"):
        return None
    if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    expected = {"str": str, "int": int, "bool": bool, "float": float}[kind]
    if not isinstance(value, expected) or (kind == "int" and isinstance(value, bool)):
        raise FactsError(f"{where}: must be {kind}, not {value!r}")
    choices = _CHOICES.get((cls.__name__, key))
    if choices and value not in choices:
        raise FactsError(f"{where}: {value!r} is not one of {', '.join(choices)}")
    return value


def _record(cls: type[_T], raw: Any, where: str) -> _T:
    if not isinstance(raw, Mapping):
        raise FactsError(f"{where}: must be an object, not {type(raw).__name__}")
    known = {f.name for f in fields(cls)}  # type: ignore[arg-type]
    given = {}
    for key, value in raw.items():
        if key in known and not (value is None and "None" not in str(cls.__annotations__[key])):
            given[key] = _value(cls, key, value, f"{where}.{key}")
    try:
        return cls(**given)
    except TypeError as err:
        raise FactsError(f"{where}: {str(err).split('__init__() ')[-1]}") from err


def _facts(raw: Any) -> Facts:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("article"), Mapping):
        raise FactsError("no 'article' object")
    article = _record(Article, raw["article"], "article")
    if not article.id:
        raise FactsError("article.id is empty")
    lists: dict[str, tuple[Any, ...]] = {}
    for family, cls in FAMILIES.items():
        items = raw.get(family) or []
        if not isinstance(items, list):
            raise FactsError(f"{family}: must be a list")
        records: list[Any] = []
        for n, item in enumerate(items):
            if isinstance(item, Mapping) and family == "appearances" and not item.get("id"):
                item = {**item, "id": f"a{n}"}
            records.append(_record(cls, item, f"{family}[{n}]"))
        lists[family] = tuple(records)
    facts = Facts(article, **lists)
    check(facts)
    return facts


def check(facts: Facts) -> None:
    """Hold facts against themselves: ids unique, references known, spans inside the text and equal to the quoted text.

    Raises:
        FactsError: naming the first thing that does not hold.
    """
    entities = {e.id for e in facts.entities}
    if len(entities) != len(facts.entities):
        raise FactsError("two entities have the same id")
    occasions = {a.id for a in facts.appearances}
    if len(occasions) != len(facts.appearances):
        raise FactsError("two appearances have the same id")

    def known(ids: Iterable[str | None], pool: set[str], where: str) -> None:
        for i in ids:
            if i is not None and i not in pool:
                raise FactsError(f"{where}: there is no {i!r}")

    for a in facts.appearances:
        known((*a.guests, *a.hosts, a.show, *a.platforms, a.place, *a.topics, a.attributed_to), entities, f"appearance {a.id}")
    for r in facts.relations:
        known((r.subject, r.object, r.attributed_to), entities, f"relation {r.predicate}")
    for f in facts.reach:
        known((f.subject,), entities | occasions, f"reach {f.value:g}")
        known((f.platform, f.attributed_to), entities, f"reach {f.value:g}")
    for s in facts.statements:
        known((s.speaker, *s.about), entities, f"statement at {s.start}")
    for m in facts.motives:
        known((m.actor, m.attributed_to), entities, f"motive at {m.start}")
        known((m.appearance,), occasions, f"motive at {m.start}")
    text = facts.article.text
    if not text:
        return
    size = len(text)
    spanned: list[tuple[str, tuple[Span, ...]]] = [(e.name, e.mentions) for e in facts.entities]
    for family in FAMILIES:
        spanned += [(family, f.evidence) for f in getattr(facts, family) if family != "entities"]
    for owner, spans in spanned:
        for start, end in spans:
            if not 0 <= start < end <= size:
                raise FactsError(f"{owner}: span {start}:{end} is outside the text of {size} characters")
    quotes: list[Statement | Motive] = [*facts.statements, *facts.motives]
    for quoted in quotes:
        if text[quoted.start : quoted.end] != quoted.text:
            raise FactsError(f"{type(quoted).__name__} at {quoted.start}: its text is not what stands there")
