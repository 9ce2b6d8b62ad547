"""What extraction costs: its CPU time as a multiple of the bare spaCy pipeline's, same components, same text, same run.

Each round reads all articles once with the bare pipeline (`nlp(article.text)`) and once with the extractor, in turn which goes first, in one
process; the ratio of a round is free of the machine's speed, and the median over the rounds of what else runs on it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from statistics import median

from etl.extract import read as read_files
from etl.transform import read
from etl.transform.language import installed
from graph.records import Article


def main() -> None:
    """Measure and print one line."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("paths", nargs="*", default=["data/articles"], help="articles to read (default: data/articles)")
    command.add_argument("--rounds", type=int, default=5, help="how often (default: 5)")
    args = command.parse_args()
    articles = [item for _, item in read_files(args.paths) if isinstance(item, Article)]
    nlp = installed()

    def bare() -> None:
        for article in articles:
            nlp(article.text)

    def extraction() -> None:
        for article in articles:
            read(article)

    bare()  # models and tables loaded, caches filled
    extraction()
    rounds = [_round(bare, extraction, turned=bool(n % 2)) for n in range(args.rounds)]
    ratios = sorted(whole / base for base, whole in rounds)
    each = 1000 / len(articles)
    words = sum(len(article.text.split()) for article in articles) // len(articles)
    print(
        f"extraction {median(ratios):.2f} x the bare pipeline ({ratios[0]:.2f} to {ratios[-1]:.2f} over {args.rounds} rounds): "
        f"{median(w for _, w in rounds) * each:.0f} ms and {median(b for b, _ in rounds) * each:.0f} ms of CPU for an article of {words} words; "
        f"{len(articles)} articles, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} with {', '.join(nlp.pipe_names)}"
    )


def _round(bare: Callable[[], None], extraction: Callable[[], None], *, turned: bool) -> tuple[float, float]:
    """CPU seconds of the two, run in this order or turned round."""
    order: Sequence[Callable[[], None]] = (extraction, bare) if turned else (bare, extraction)
    spent = {}
    for work in order:
        start = time.process_time()
        work()
        spent[work] = time.process_time() - start
    return spent[bare], spent[extraction]


if __name__ == "__main__":
    main()
