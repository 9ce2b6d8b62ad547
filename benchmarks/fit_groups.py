"""Fits the weights of `etl/transform/relations/group_weights.py` to annotated articles: logistic regression with a ridge penalty.

A candidate is an aim or a public where it is the annotated audience at its place, else the likest of the article; those of optional audiences,
and others that resemble an annotated one, are left out. Whose it is is learnt from those that are one. The plain sentences of
`plain_groups.tsv` are learnt four times over; articles of the split `unread` never are. `check` fits without each eighth of the articles in turn and prints how well the rest is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fitting import Replacement, Value, conditional, folds, judged, logistic, scored
from etl.evaluate.gold import Gold
from etl.transform import appearances, relations
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import content_words
from etl.transform.relations import group_choice
from etl.transform.relations.audiences import principals
from etl.transform.relations.group_choice import PREDICATES, Model, likely, ties
from etl.transform.relations.group_cues import Candidate, candidates
from etl.transform.relations.group_hearing import OWNED, GroupHearing, Heard
from etl.transform.relations.groups import groups
from etl.transform.weighing import strength
from graph.records import FAMILIES, Article, Entity, Facts, Relation

RIDGE, OWNER_RIDGE, SEEN = 10.0, 4.0, 5  # penalties, candidates that a cue must stand on
SMALLEST = 0.02  # weights nearer to nothing are left out
OFTEN = 4  # how often the plain sentences are learnt
FOLDS = 8
PLAIN = Path(__file__).with_name("plain_groups.tsv")
MODULE = "relations/group_weights"
TOLD = "The weights of the cues of groups and of whose they are (`group_choice.py`), fitted by `benchmarks/fit_groups.py`."
Cues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: its cues, what the network hears, the names and cues of those whose it may be, the annotated audience that it is, if any, its relations."""

    cues: Cues
    heard: Heard | None
    options: tuple[tuple[str, Cues], ...]
    is_it: str | None
    like_another: bool
    relations: tuple[tuple[str, str], ...]

    @property
    def counts(self) -> bool:
        """Whether it is learnt from: what only resembles an annotated audience is not."""
        return self.is_it is not None or not self.like_another


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates, and the audiences and relations that are to be found."""

    rows: tuple[Row, ...]
    audiences: frozenset[str]
    relations: frozenset[tuple[str, str, str]]


def _likeness(one: str, other: str) -> float:
    a, b = content_words(one), content_words(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _resembles(one: str, other: str) -> bool:
    a, b = content_words(one), content_words(other)
    return bool(a & b) and (len(a & b) * 2 >= len(a | b) or a <= b or b <= a)


def _meant(audience: Entity, text: str, found: Sequence[Candidate]) -> list[int]:
    """The candidates that `audience` is: those at its place, else the likest."""
    names = (audience.name, *audience.aliases)
    alike = [n for n, c in enumerate(found) if any(_resembles(name, c.group.name) for name in names)]
    spots = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    there = [n for n in alike if any(s < found[n].group.end and found[n].group.start < e for s, e in spots)]
    if there or not alike:
        return there
    scores = {n: max(_likeness(name, found[n].group.name) for name in names) for n in alike}
    return [n for n in alike if scores[n] == max(scores.values())]


def plain() -> list[Gold]:
    """The plain sentences of `plain_groups.tsv`: predicate, subject, group and sentence in each line; the first and third may be empty. All `OFTEN` times."""
    out = []
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        predicate, subject, group, sentence = line.split("\t")
        entities = [Entity(subject, "Person", subject)]
        relations_ = [Relation(subject, predicate, group)] if predicate else []
        entities += [Entity(group, "Audience", group)] if predicate else []
        article = Article("plain", sentence, published="2025-03-04")
        out.append(Gold(article, Facts(article, tuple(entities), relations=tuple(relations_)), dict.fromkeys(FAMILIES, frozenset()), ()))
    return out * OFTEN


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of an article.

    Attributes:
        hearing: asks the network about them.
        found: they as candidates.
        rows: what they are; None for those of optional audiences.
    """

    hearing: GroupHearing
    found: list[Candidate]
    rows: list[Row | None]


def groups_of(gold: Gold, *, heard: bool) -> Groups:
    """The groups of an article; `heard` says whether what the network says is to be among what is known of them."""
    reading = reading_of(gold.article)
    hear(reading)
    occasions = appearances.find(reading).drafts
    hearing = GroupHearing(reading, occasions)
    found = candidates(reading, groups(reading), occasions, principals(relations.worded(reading, occasions)), hearing if heard else None)
    facts = gold.facts
    known = {name.casefold(): e.name for e in reversed(facts.entities) for name in (e.name, *e.aliases)}
    name_of = {e.id: e.name for e in facts.entities}
    optional = {e.name for n, e in enumerate(facts.entities) if gold.is_optional("entities", n)}
    annotated = [
        (r.predicate, name_of[r.subject], name_of[r.object], gold.is_optional("relations", n))
        for n, r in enumerate(facts.relations)
        if r.predicate in PREDICATES
    ]
    is_it: dict[int, str] = {}
    like: set[int] = set()
    audiences = [e for e in facts.entities if e.type == "Audience"]
    for audience in audiences:
        meant = _meant(audience, gold.article.text, found)
        is_it.update(dict.fromkeys(meant, audience.name))
        names = (audience.name, *audience.aliases)
        like |= {n for n, c in enumerate(found) if n not in meant and any(_resembles(name, c.group.name) for name in names)}
    rows: list[Row | None] = []
    for n, c in enumerate(found):
        named = tuple(
            (next((known[x.casefold()] for x in (t.name, *t.aliases) if x.casefold() in known), f"?{t.name}"), cues)
            for t, cues in c.options
        )
        told_of = tuple((p, s) for p, s, o, left_out in annotated if o == is_it.get(n) and not left_out)
        rows.append(Row(c.cues, c.heard, named, is_it.get(n), n in like, told_of) if is_it.get(n) not in optional else None)
    return Groups(hearing, found, rows)


def text_of(gold: Gold) -> Text:
    """The candidates of an article, and what is to be found."""
    name_of = {e.id: e.name for e in gold.facts.entities}
    audiences = {e.name for n, e in enumerate(gold.facts.entities) if e.type == "Audience" and not gold.is_optional("entities", n)}
    required = frozenset(
        (r.predicate, name_of[r.subject], name_of[r.object])
        for n, r in enumerate(gold.facts.relations)
        if r.predicate in PREDICATES and not gold.is_optional("relations", n)
    )
    return Text(tuple(row for row in groups_of(gold, heard=True).rows if row is not None), frozenset(audiences), required)


def _model(rows: Sequence[Row], predicate: str) -> Model:
    known = [r for r in rows if r.counts]
    cases = []
    for row in rows:
        whose = {s for p, s in row.relations if p == predicate}
        theirs = [n for n, (name, _) in enumerate(row.options) if name in whose]
        if theirs and len(row.options) > 1:
            cases.append(([cues for _, cues in row.options], theirs))
    heard = tuple(name for names in OWNED for name in names)
    alone = [([tuple(c for c in cues if not c.startswith(heard)) for cues in options], theirs) for options, theirs in cases]
    owners = (conditional(those, OWNER_RIDGE, SEEN, SMALLEST) for those in (cases, alone))
    return Model(*_logistic(known, predicate), *owners, _judged(known, predicate))


def _logistic(rows: Sequence[Row], predicate: str) -> tuple[float, dict[str, float]]:
    return logistic([r.cues for r in rows], [_is(r, predicate) for r in rows], RIDGE, SEEN, SMALLEST)


def _is(row: Row, predicate: str) -> bool:
    return any(p == predicate for p, _ in row.relations)


def _judged(rows: Sequence[Row], predicate: str) -> dict[str, float]:
    """What cues and network count together, by weights of cues that have not seen the candidate."""
    said, right = [], []
    for known, held in folds(rows, FOLDS):
        base, weights = _logistic(known, predicate)
        for row in held:
            if row.heard is not None:
                said.append((strength(row.cues, base, weights), row.heard[PREDICATES.index(predicate)]))
                right.append(_is(row, predicate))
    told, heard, base = judged(said, right)
    return {"base": base, "told": told, "heard": heard}


def fit(texts: Sequence[Text]) -> dict[str, Model]:
    """The models of both predicates."""
    rows = [r for t in texts for r in t.rows]
    return {p: _model(rows, p) for p in PREDICATES}


def values(models: Mapping[str, Model]) -> dict[str, Value]:
    """What the module of the weights holds."""
    aims, owners = {p: m.group for p, m in models.items()}, {p: m.owner for p, m in models.items()}
    alone = {p: m.alone for p, m in models.items()}
    bases, judged_ = {p: m.base for p, m in models.items()}, {p: m.judged for p, m in models.items()}
    return {"BASES": bases, "JUDGED": judged_, "GROUPS": aims, "OWNERS": owners, "OWNERS_ALONE": alone}


def put(models: Mapping[str, Model]) -> list[Replacement]:
    """What `models` take the place of."""
    return [(group_choice, "FITTED", models)]


def check(texts: Sequence[Text], plainly: list[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally: Counter[str] = Counter()
    for known, held in folds(texts, FOLDS):
        models = fit([*known, *plainly])
        for text in held:
            found: set[str] = set()
            stated: set[tuple[str, str, str]] = set()
            for n, row in enumerate(text.rows):
                taken = likely(row.cues, row.heard, models)
                pairs = (
                    [(p, row.options[o][0]) for p, o, _ in ties(row.cues, row.heard, [c for _, c in row.options], models)] if taken else []
                )
                name = row.is_it or f"?{n}"
                if taken and not (row.like_another and row.is_it is None):
                    found.add(name)
                stated |= {(p, s, name) for p, s in pairs}
            tally.update({"audiences": len(text.audiences), "audiences given": len(found), "audiences right": len(found & text.audiences)})
            tally.update(
                {"relations": len(text.relations), "relations given": len(stated), "relations right": len(stated & text.relations)}
            )
    for kind in ("audiences", "relations"):
        right, given, asked = tally[f"{kind} right"], tally[f"{kind} given"], tally[kind]
        print(f"{kind}: {scored(asked, given, right)}")
