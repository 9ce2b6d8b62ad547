"""Score the extractor against gold files (NAME.md with NAME.gold.json): precision, recall and F1 for six families of facts.

With --clusters the folder holds gold for resolution across articles, which is scored by B-cubed. With --times it holds gold for time expressions (NAME.times.jsonl), which are scored as in TempEval-3: spans, types and values.

Where the folder has a floor.json, its articles are divided into splits, and what was missed in the split `unread` is kept back, so that
nobody writes rules for it.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from ui import options

if TYPE_CHECKING:
    from etl.evaluate.card import Card
    from etl.transform.dates import Time

SUMMARY = "score the extractor against gold files"
EXAMPLES = """
    greenroom evaluate data/gold
    greenroom evaluate data/gold --split check --by-article --errors
    greenroom evaluate data/gold --calibration
    greenroom evaluate data/gold --format json | jq .overall
    greenroom evaluate data/gold --raise-floor
    greenroom evaluate --times data/gold/times
    greenroom evaluate --clusters data/gold/clusters
"""
SPLITS = ("train", "check", "unread")
FORMATS = ("table", "json")


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("folder", metavar="DIR", help="a folder of articles with gold files")
    command.add_argument("--errors", action="store_true", help="list what was missed (-), invented (+) or misread (~)")
    command.add_argument("--causes", action="store_true", help="count the errors by type of entity, slot, type of relation or unit")
    command.add_argument("--by-article", action="store_true", help="also the scores of each article")
    command.add_argument("--calibration", action="store_true", help="also how often facts of each confidence are right")
    command.add_argument(
        "--times",
        action="store_true",
        help="the folder's gold is of time expressions; of the switches --errors, --causes and --split apply",
    )
    command.add_argument(
        "--clusters",
        action="store_true",
        help="the folder's gold says which things in different articles are one (clusters.json); of the switches --errors and --split apply",
    )
    corpus = command.add_mutually_exclusive_group()
    corpus.add_argument("--split", choices=SPLITS, help="only the articles of one split")
    corpus.add_argument("--raise-floor", action="store_true", help="lift the floors in floor.json towards the scores measured now")
    command.add_argument("--format", choices=FORMATS, default="table", help="how to print the scores (default: table)")
    options.workers(command)


def run(args: argparse.Namespace) -> int:
    """Print the score card; the exit status is 1 when a score has fallen below its floor."""
    if args.times:
        return _times(args)
    if args.clusters:
        return _clusters(args)
    from etl.evaluate import evaluate
    from etl.evaluate.floors import UNREAD, below, has_splits, raised, read_floors, split_of, write_floors
    from ui.progress import progress

    floors = {} if args.split else read_floors(args.folder)
    with progress("scoring") as step:
        found = evaluate(args.folder, wanted=lambda name: args.split in (None, split_of(name)), workers=args.workers, progress=step)
    kept_back = UNREAD if has_splits(args.folder) and args.split != UNREAD else None
    readable = found.card.only(lambda name: split_of(name) != kept_back)
    printed = _json if args.format == "json" else _tables
    printed(args, found.card, readable, floors)
    for failure in found.failures:
        print(f"failed {failure.id}: {failure.detail}", file=sys.stderr)
    if args.errors and len(readable.articles) < len(found.card.articles):
        print("greenroom: errors in the split `unread` are kept back (--split unread shows them)", file=sys.stderr)
    if args.raise_floor:
        write_floors(args.folder, raised(found.card, floors))
        return 0
    fallen = [f"{name} of {split} is {score:.3f}, not {floor:.3f}" for split, name, score, floor in below(found.card, floors)]
    if fallen:
        print(f"greenroom: below the floor: {'; '.join(fallen)}", file=sys.stderr)
    return 1 if fallen else 0


def _clusters(args: argparse.Namespace) -> int:
    from etl.evaluate.clusters import evaluate_clusters
    from etl.evaluate.floors import UNREAD
    from ui.rows import visible, write

    found = evaluate_clusters(args.folder, wanted=lambda split: args.split in (None, split), workers=args.workers)
    if args.errors:
        for split, one in found.items():
            for error in one.errors if split != UNREAD or args.split == UNREAD else ():
                print(visible(f"{split:7} {error}"))
    rows = [
        {"split": split, "articles": one.articles, "of": name, "items": b.items, "missed": b.missed,
         "precision": round(b.precision, 3), "recall": round(b.recall, 3), "F1": round(b.f1, 3)}
        for split, one in found.items() for name, b in one.scores.items()
    ]  # fmt: skip
    write(("split", "articles", "of", "items", "missed", "precision", "recall", "F1"), rows, args.format)
    return 0


def _times(args: argparse.Namespace) -> int:
    from etl.evaluate.times import evaluate_times
    from ui.rows import visible, write

    cards = evaluate_times(args.folder, wanted=lambda split: args.split in (None, split))
    # Rules are written with `train` in view alone, so only its errors are shown unless another split is asked for.
    shown = cards.get(args.split or "train")
    errors = [pair for pair in shown.pairs if pair.error] if shown and args.errors else []
    causes = [{"split": s, "error": e, "type": t, "count": n} for s, card in cards.items() for e, t, n in card.causes()]
    scores = [
        {"split": split, "articles": card.articles, "score": name, "gold": t.gold, "found": t.found, "right": t.right,
         "precision": round(t.precision, 3), "recall": round(t.recall, 3), "F1": round(t.f1, 3)}
        for split, card in cards.items() for name, t in card.scores.items()
    ]  # fmt: skip
    if args.format == "json":
        told: dict[str, Any] = {"scores": scores}
        if args.causes:
            told["causes"] = causes
        if args.errors:
            told["errors"] = [
                {"error": e.error, "article": e.article, "gold": _plain_time(e.gold), "found": _plain_time(e.found)} for e in errors
            ]
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return 0
    for e in errors:
        both = " | ".join(f"{t.text} {t.type} {t.value}" if t else "-" for t in (e.gold, e.found))
        print(visible(f"{e.error:9} {e.article:24} {both}"))
    if args.causes:
        write(("split", "error", "type", "count"), causes, "table")
    write(("split", "articles", "score", "gold", "found", "right", "precision", "recall", "F1"), scores, "table")
    return 0


def _plain_time(time: Time | None) -> dict[str, Any] | None:
    return {"start": time.start, "end": time.end, "text": time.text, "type": time.type, "value": time.value} if time else None


def _json(args: argparse.Namespace, card: Card, readable: Card, floors: Any) -> None:
    from etl.evaluate.floors import by_split

    out = _plain(card)
    if floors:
        out["splits"] = {split: _plain(one) | {"floor": floors.get(split, {})} for split, one in by_split(card).items()}
    if args.by_article:
        out["by_article"] = {name: {**scores, "mean": mean} for name, scores, mean in card.by_article()}
    if args.calibration:
        out["calibration"] = _calibrations(card)
    if args.causes:
        out["causes"] = _causes(card)
    if args.errors:
        out["errors"] = [{"family": family, "article": article, "error": str(error)} for family, article, error in readable.errors()]
    json.dump(out, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def _plain(card: Card) -> dict[str, Any]:
    families = {
        family: {"gold": t.gold, "found": t.found, "right": t.right, "precision": t.precision, "recall": t.recall, "f1": t.f1}
        for family, t in card.families.items()
    }
    return {"articles": len(card.articles), "overall": card.overall, "families": families}


def _tables(args: argparse.Namespace, card: Card, readable: Card, floors: Any) -> None:
    from etl.evaluate.floors import by_split
    from ui.rows import visible, write

    if args.errors:
        for family, article, error in readable.errors():
            print(visible(f"{family:12} {article:24} {error}"))
        print()
    if args.causes:
        write(("family", "error", "kind", "count"), _causes(card), "table")
    if args.by_article:
        each = [{"article": name, **_rounded(scores), "mean": f"{mean:.2f}"} for name, scores, mean in card.by_article()]
        write(("article", *card.families, "mean"), each, "table")
    if args.calibration:
        write(("family", "confidence", "facts", "mean", "right"), [_told(row) for row in _calibrations(card)], "table")
    if floors:
        lines = []
        for split, one in by_split(card).items():
            lines.append({"split": split, **_rounded(one.scores, 3)})
            lines.append({"split": "  floor", **_rounded({name: floors.get(split, {}).get(name) for name in one.scores}, 3)})
        write(("split", *card.scores), lines, "table")
    total = [
        {"family": family, "gold": t.gold, "found": t.found, "right": t.right,
         "precision": f"{t.precision:.3f}", "recall": f"{t.recall:.3f}", "F1": f"{t.f1:.3f}"}
        for family, t in card.families.items()
    ]  # fmt: skip
    write(("family", "gold", "found", "right", "precision", "recall", "F1"), total, "table")
    print(f"overall {card.overall:.3f} over {len(card.articles)} articles")


def _causes(card: Card) -> list[dict[str, Any]]:
    words = {"-": "missed", "+": "invented", "~": "misread"}
    return [{"family": family, "error": words[sign], "kind": kind, "count": count} for family, sign, kind, count in card.causes()]


def _rounded(scores: Any, digits: int = 2) -> dict[str, str]:
    return {name: "-" if score is None else f"{score:.{digits}f}" for name, score in scores.items()}


def _calibrations(card: Card) -> list[dict[str, Any]]:
    from etl.evaluate.card import calibration

    out = []
    for family in (None, *(f for f in card.families if f != "entities")):
        for b in calibration(card, family):
            values = {"low": b.low, "high": b.high, "facts": b.facts, "mean": b.confidence, "right": b.precision}
            out.append({"family": family or "all", **values})
    return out


def _told(row: dict[str, Any]) -> dict[str, Any]:
    span = f"{row['low']:.1f}–{row['high']:.1f}"
    return {
        "family": row["family"],
        "confidence": span,
        "facts": row["facts"],
        "mean": f"{row['mean']:.2f}",
        "right": f"{row['right']:.2f}",
    }
