"""The measured tables of docs/extraction.md, written anew from the gold corpus: `python -m docs.measure` (`make scores`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from docs.generate import table
from etl.evaluate import Card, calibration, evaluate
from etl.evaluate.floors import UNREAD, by_split
from etl.evaluate.times import TimeCard, evaluate_times
from graph.records import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "extraction.md"
CORPUS = ROOT / "data" / "gold"
TIMES = CORPUS / "times"
MOST_CAUSES = 15
WORDS = {"-": "missed", "+": "invented", "~": "misread"}
BLOCK = r"(<!-- measured: {name} -->\n).*?(\n<!-- end -->)"


def main() -> None:
    """Measure, and write each table between its marks."""
    card = evaluate(str(CORPUS), workers=2).card
    text = PAGE.read_text(encoding="utf-8")
    for name, block in {**blocks(card), "times": times_block(evaluate_times(str(TIMES)))}.items():
        text, found = re.subn(BLOCK.format(name=name), lambda m, b=block: m[1] + b + m[2], text, flags=re.S)  # type: ignore[misc]
        assert found == 1, f"{PAGE.name} has no place for {name}"
    PAGE.write_text(text, encoding="utf-8")


def blocks(card: Card) -> Mapping[str, str]:
    """The tables by name."""
    splits = by_split(card)
    return {
        "scores": table(("family", "gold", "found", "right", "precision", "recall", "F1"), _scores(card)),
        "splits": table(("split", "articles", *(f for f in card.scores)), _splits(splits)),
        "calibration": table(("confidence", "facts", "mean", "right"), _bins(splits[UNREAD], [None])),
        "calibration by family": table(
            ("family", "confidence", "facts", "mean", "right"), _bins(splits[UNREAD], [f for f in FAMILIES if f != "entities"])
        ),
        "causes": table(("family", "error", "kind", "count"), _causes(splits["check"])),
    }


def times_block(cards: Mapping[str, TimeCard]) -> str:
    """The table of the time expressions, split by split."""
    rows = (
        (split, str(card.articles), name, f"{t.gold:,}", f"{t.found:,}", f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}")
        for split, card in cards.items()
        for name, t in card.scores.items()
    )
    return table(("split", "articles", "score", "gold", "found", "precision", "recall", "F1"), rows)


def _scores(card: Card) -> Iterator[Sequence[str]]:
    for family, t in card.families.items():
        yield (family, f"{t.gold:,}", f"{t.found:,}", f"{t.right:,}", f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}")
    yield (f"overall, {len(card.articles)} articles", "", "", "", "", "", f"{card.overall:.3f}")


def _splits(splits: Mapping[str, Card]) -> Iterator[Sequence[str]]:
    for split, card in splits.items():
        yield (split, str(len(card.articles)), *(f"{score:.3f}" for score in card.scores.values()))


def _bins(card: Card, families: Iterable[str | None]) -> Iterator[Sequence[str]]:
    for family in families:
        for b in calibration(card, family):
            cells = (f"{b.low:.1f} to {b.high:.1f}", str(b.facts), f"{b.confidence:.2f}", f"{b.precision:.2f}")
            yield (family, *cells) if family else cells


def _causes(card: Card) -> Iterator[Sequence[str]]:
    for family, sign, kind, count in card.causes()[:MOST_CAUSES]:
        yield (family, WORDS[sign], kind, str(count))


if __name__ == "__main__":
    main()
