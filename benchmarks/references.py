"""Measures what pronouns and descriptions are resolved to, against the annotated references of `data/gold/references`.

    python -m benchmarks.references [--wrong | --unread] [NAME ...]

A reference is right where it stands for just the things that the reader named, open where it was left unresolved although the reader
named something, wrong otherwise; one that stands for nothing named (an "it" for a lorry) is right when left open. With `--unread` they are those of
articles of the split `unread`, which nothing is learnt from and nobody reads.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.extract import read
from etl.transform.antecedents import GENDERED
from etl.transform.coreference import NEUTERS
from etl.transform.pairs import PLURAL
from etl.transform.pipeline import reading_of
from etl.transform.reading import DESCRIPTION, Reading, Thing
from graph.records import Article

DATA = Path(__file__).parents[1] / "data"
LEARNT, UNREAD = (DATA / "gold" / name for name in ("references", "references-unread"))


@dataclass(frozen=True, slots=True)
class Reference:
    """A place of an article that refers to something, and the names of what a careful reader takes it for (none: nothing named)."""

    start: int
    length: int
    text: str
    names: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Person, neuter or plural pronoun, or description."""
        low = self.text.lower()
        return "person" if low in GENDERED else "neuter" if low in NEUTERS else "plural" if low in PLURAL else DESCRIPTION


def annotated(name: str) -> tuple[Reference, ...]:
    """The references of the article `name`, in text order."""
    path = next(p for folder in (LEARNT, UNREAD) if (p := folder / f"{name}.json").exists())
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Reference(start, length, text, tuple(names)) for start, length, text, names in rows)


def articles(folder: Path = LEARNT) -> Iterator[Article]:
    """The articles whose references are annotated in `folder`, in order of their names."""
    for path in sorted(folder.glob("*.json")):
        home = "gold" if (DATA / "gold" / f"{path.stem}.md").exists() else "articles"
        yield next(a for _, a in read([str(DATA / home / f"{path.stem}.md")]) if isinstance(a, Article))


def thing_named(reading: Reading, name: str) -> Thing | None:
    """The thing of the reading that has this name or alias."""
    key = name.casefold()
    exact = (t for t in reading.things if t.name.casefold() == key)
    return next(exact, None) or next((t for t in reading.things if key in {a.casefold() for a in t.aliases}), None)


def found(reading: Reading, reference: Reference) -> tuple[Thing, ...]:
    """What the reading takes the reference for."""
    first = reading.token(reference.start)
    mention = reading.mention_at(first)
    if mention is not None and mention.start == reference.start and mention.end == reference.start + reference.length:
        return reading.all_at(first)
    if reference.kind != "description":
        return reading.all_at(first)
    last = reading.token(reference.start + reference.length - 1)
    mention = reading.mention_at(last)
    described = mention is not None and mention.kind == DESCRIPTION and mention.start >= reference.start  # "her guest" without "her"
    return reading.all_at(last) if described else ()


def verdict(reading: Reading, reference: Reference) -> str:
    """Right, open or wrong."""
    given = found(reading, reference)
    wanted = [thing_named(reading, n) for n in reference.names]
    if not given:
        return "open" if reference.names else "right"
    return "right" if {id(t) for t in given} == {id(t) for t in wanted} else "wrong"


def main() -> None:
    """Print the table, and with --wrong each reference that is not right."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("names", nargs="*")
    group = command.add_mutually_exclusive_group()
    group.add_argument("--wrong", action="store_true")
    group.add_argument("--unread", action="store_true")
    options = command.parse_args()
    counts: dict[str, Counter[str]] = {}
    for article in articles(UNREAD if options.unread else LEARNT):
        if options.names and article.id not in options.names:
            continue
        reading = reading_of(article)
        for reference in annotated(article.id):
            told = verdict(reading, reference)
            counts.setdefault(reference.kind + (" named" if reference.names else " other"), Counter())[told] += 1
            if options.wrong and told != "right":
                given = "+".join(t.name for t in found(reading, reference))
                near = article.text[max(0, reference.start - 90) : reference.start + reference.length + 40].replace("\n", "|")
                print(f"{told:5} {article.id[:12]:12} {reference.text}: {given or '-'} for {'+'.join(reference.names) or '-'} ... {near}")
    for kind, tally in sorted(counts.items()):
        print(f"{kind:20} {tally.total():5} right {tally['right'] / tally.total():.3f}  open {tally['open']:4}  wrong {tally['wrong']:4}")


if __name__ == "__main__":
    main()
