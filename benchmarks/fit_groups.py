"""Fits the weights of `etl/transform/relations/group_weights.py` to annotated articles: logistic regression with a ridge penalty.

A candidate is an aim or a public where it is the annotated audience at its place, else the likest of the article; those of optional audiences,
and others that resemble an annotated one, are left out. Whose it is is learnt from those that are one. The plain sentences of
`plain_groups.tsv` are learnt twice; articles of the split `unread` never are. `--check` fits without each eighth of the articles in turn and prints how well the rest is told.

    python -m benchmarks.fit_groups [--check] [FOLDER ...]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.fitting import learnt, write
from etl.evaluate.gold import Gold, read_gold
from etl.transform import appearances, coreference, relations, statements
from etl.transform.pipeline import reading_of
from etl.transform.reading import content_words
from etl.transform.relations.audiences import principals
from etl.transform.relations.group_choice import BOTH, PREDICATES, TAKEN, TOLD
from etl.transform.relations.group_cues import Candidate, candidates
from etl.transform.relations.groups import groups
from graph.records import FAMILIES, Article, Entity, Facts, Relation

RIDGE, OWNER_RIDGE, STEPS, SEEN = 10.0, 4.0, 25, 5  # penalties, Newton steps, candidates that a cue must stand on
ENOUGH = 0.001  # the largest step after which the fit is ended
SMALLEST = 0.02  # weights nearer to nothing are left out
FOLDS = 8
PLAIN = Path(__file__).with_name("plain_groups.tsv")
Cues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: its cues, the names and cues of those whose it may be, the annotated audience that it is, if any, and its relations."""

    cues: Cues
    options: tuple[tuple[str, Cues], ...]
    is_it: str | None
    like_another: bool
    relations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates, and the audiences and relations that are to be found."""

    rows: tuple[Row, ...]
    audiences: frozenset[str]
    relations: frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Model:
    """What is fitted for a predicate."""

    base: float
    group: Mapping[str, float]
    owner: Mapping[str, float]


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
    """The plain sentences of `plain_groups.tsv`: predicate, subject, group and sentence in each line; the first and third may be empty."""
    out = []
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        predicate, subject, group, sentence = line.split("\t")
        entities = [Entity(subject, "Person", subject)]
        relations_ = [Relation(subject, predicate, group)] if predicate else []
        entities += [Entity(group, "Audience", group)] if predicate else []
        article = Article("plain", sentence, published="2025-03-04")
        out.append(Gold(article, Facts(article, tuple(entities), relations=tuple(relations_)), dict.fromkeys(FAMILIES, frozenset()), ()))
    return out


def text_of(gold: Gold) -> Text:
    """The candidates of an article, with what they are."""
    reading = reading_of(gold.article)
    for s in statements.find(reading):
        reading.spoken(s.start, s.end, s.speaker)
    coreference.first_person(reading)
    occasions = appearances.find(reading)
    told = [d for d in relations.find(reading, occasions) if d.object.type != "Audience"]
    found = candidates(reading, groups(reading), occasions, principals(told))
    facts = gold.facts
    known = {name.casefold(): e.name for e in reversed(facts.entities) for name in (e.name, *e.aliases)}
    name_of = {e.id: e.name for e in facts.entities}
    optional = {e.name for n, e in enumerate(facts.entities) if gold.is_optional("entities", n)}
    wanted = [
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
    rows = []
    for n, c in enumerate(found):
        named = tuple(
            (next((known[x.casefold()] for x in (t.name, *t.aliases) if x.casefold() in known), f"?{t.name}"), cues)
            for t, cues in c.options
        )
        told_of = tuple((p, s) for p, s, o, left_out in wanted if o == is_it.get(n) and not left_out)
        if is_it.get(n) not in optional:
            rows.append(Row(c.cues, named, is_it.get(n), n in like, told_of))
    required = frozenset((p, s, o) for p, s, o, left_out in wanted if not left_out)
    return Text(tuple(rows), frozenset(e.name for e in audiences) - optional, required)


def _columns(rows: Sequence[Cues]) -> dict[str, int]:
    seen = Counter(cue for cues in rows for cue in cues)
    return {cue: n for n, cue in enumerate(sorted(c for c, count in seen.items() if count >= SEEN))}


def _table(columns: Mapping[str, int], w: np.ndarray) -> dict[str, float]:
    return {cue: round(float(w[n]), 2) for cue, n in columns.items() if abs(w[n]) >= SMALLEST}


def _matrix(rows: Sequence[Cues], columns: Mapping[str, int]) -> np.ndarray:
    x = np.zeros((len(rows), len(columns)))
    for n, cues in enumerate(rows):
        x[n, [columns[c] for c in cues if c in columns]] = 1
    return x


def _fit_groups(rows: Sequence[Row], predicate: str) -> tuple[float, dict[str, float]]:
    learnt = [r for r in rows if r.is_it is not None or not r.like_another]
    columns = _columns([r.cues for r in learnt])
    x = np.hstack([_matrix([r.cues for r in learnt], columns), np.ones((len(learnt), 1))])
    y = np.array([any(p == predicate for p, _ in r.relations) for r in learnt], float)
    penalty = np.full(x.shape[1], RIDGE)
    penalty[-1] = 0.01
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), x.T @ (p - y) + penalty * w)
        w -= step
        if np.abs(step).max() < ENOUGH:
            break
    return round(float(w[-1]), 2), _table(columns, w)


def _fit_owners(rows: Sequence[Row], predicate: str) -> dict[str, float]:
    cases = []
    for row in rows:
        whose = {s for p, s in row.relations if p == predicate}
        right = [n for n, (name, _) in enumerate(row.options) if name in whose]
        if right and len(row.options) > 1:
            cases.append(([cues for _, cues in row.options], right))
    columns = _columns([cues for options, _ in cases for cues in options])
    sets = [(_matrix(options, columns), right) for options, right in cases]
    w = np.zeros(len(columns))
    for _ in range(STEPS):
        slope, curve = OWNER_RIDGE * w, np.eye(len(columns)) * OWNER_RIDGE
        for x, right in sets:
            s = np.exp(x @ w - (x @ w).max())
            p = s / s.sum()
            target = np.zeros(len(p))
            target[right] = p[right] / p[right].sum()
            mean = x.T @ p
            slope += x.T @ (p - target)
            curve += (x.T * p) @ x - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        w -= step
        if np.abs(step).max() < ENOUGH:
            break
    return _table(columns, w)


def fit(texts: Sequence[Text]) -> dict[str, Model]:
    """The models of both predicates."""
    rows = [r for t in texts for r in t.rows]
    return {p: Model(*_fit_groups(rows, p), _fit_owners(rows, p)) for p in PREDICATES}


def told(row: Row, models: Mapping[str, Model]) -> tuple[bool, list[tuple[str, str]]]:
    """Whether the candidate is taken for an aim or public, and its relations: predicate and whose."""
    chances = {p: 1 / (1 + float(np.exp(-m.base - sum(m.group.get(c, 0.0) for c in row.cues)))) for p, m in models.items()}
    if 1 - np.prod([1 - c for c in chances.values()]) < TAKEN:
        return False, []
    best = max(PREDICATES, key=lambda p: chances[p])
    out = []
    for p in PREDICATES:
        if row.options and (p == best or chances[p] >= BOTH):
            scores = np.exp([sum(models[p].owner.get(c, 0.0) for c in cues) for _, cues in row.options])
            if chances[p] * scores.max() / scores.sum() >= TOLD:
                out.append((p, row.options[int(scores.argmax())][0]))
    return True, out


def check(texts: Sequence[Text], plainly: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally: Counter[str] = Counter()
    for fold in (set(range(n, len(texts), FOLDS)) for n in range(FOLDS)):
        models = fit([*(t for n, t in enumerate(texts) if n not in fold), *plainly, *plainly])
        for text in (texts[n] for n in sorted(fold)):
            found: set[str] = set()
            stated: set[tuple[str, str, str]] = set()
            for n, row in enumerate(text.rows):
                taken, pairs = told(row, models)
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
        print(f"{kind}: precision {right / given:.3f} recall {right / asked:.3f} F1 {2 * right / (given + asked):.3f}")


def main() -> None:
    """Fit, and write the module; or cross-validate."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("folders", nargs="*", default=["data/gold"], help="folders with NAME.md and NAME.gold.json (default: data/gold)")
    command.add_argument("--check", action="store_true", help="cross-validate instead, and write nothing")
    args = command.parse_args()
    texts = [text_of(read_gold(folder, name)) for folder, name in learnt(args.folders)]
    plainly = [text_of(gold) for gold in plain()]
    if args.check:
        check(texts, plainly)
        return
    models = fit([*texts, *plainly, *plainly])
    told = "The weights of the cues of groups and of whose they are (`group_choice.py`), fitted by `benchmarks/fit_groups.py`."
    tables = {"BASES": {p: m.base for p, m in models.items()}, "GROUPS": {p: m.group for p, m in models.items()}}
    print(write("relations/group_weights", told, {**tables, "OWNERS": {p: m.owner for p, m in models.items()}}))


if __name__ == "__main__":
    main()
