"""Show how the facts of an article came about: each with its sentences, its rule and confidence, what fills its slots and which words say
so, the parse of the sentences, and who every mention in them is taken for.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ui import options
from ui.rows import visible

if TYPE_CHECKING:
    from etl.transform.explanation import Explanation, Sentence
    from graph.records import Article

SUMMARY = "show how the facts of an article came about"
EXAMPLES = """
    greenroom explain article.md --brief
    greenroom explain article.md --fact 3
    cat article.md | greenroom explain - | less
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("article", metavar="ARTICLE", help="the file of one article; - for standard input")
    command.add_argument("--fact", metavar="N", type=options.count, help="only the fact of that number")
    command.add_argument("--brief", action="store_true", help="one line for each fact")


def run(args: argparse.Namespace) -> int:
    """Print the explanations."""
    from etl.transform.explanation import explain
    from graph.errors import InputError

    article = _article(args.article)
    facts = explain(article)
    if args.fact and args.fact > len(facts):
        raise InputError(f"{article.id} has {len(facts)} facts: there is no number {args.fact}")
    for fact in facts:
        if args.fact in (None, fact.number):
            print("\n".join([_line(fact)] if args.brief else _lines(fact)))
    return 0


def _article(path: str) -> Article:
    from etl.extract import read
    from etl.rejects import Reject
    from graph.errors import InputError

    found = None
    for _, item in read([path]):
        if isinstance(item, Reject):
            raise InputError(str(item))
        if found is not None:
            raise InputError(f"{path} holds several articles: name the file of one")
        found = item
    if found is None:
        raise InputError(f"no article in {path}")
    return found


def _line(fact: Explanation) -> str:
    return visible(f"{fact.number:3} {fact.family:10} {fact.told}")


def _lines(fact: Explanation) -> list[str]:
    out = [_line(fact), f"    rule {fact.rule}, confidence {fact.confidence:.2f}"]
    if fact.attributed_to:
        out[-1] += visible(f", claimed by {fact.attributed_to}")
    for slot in fact.slots:
        quotes = ", ".join(f"“{text}” {start}:{end}" for start, end, text in slot.evidence)
        out.append(visible(f"    {slot.name} {slot.value}" + (f"  ← {quotes}" if quotes else "")))
    for sentence in fact.sentences:
        out += _parsed(sentence)
    return [*out, ""]


def _parsed(sentence: Sentence) -> list[str]:
    out = ["", visible(f"    {sentence.start}:{sentence.end} {sentence.text}")]
    cells = [(str(w.number), w.text, w.lemma, w.part, w.role, str(w.head or "")) for w in sentence.words]
    widths = [max(len(row[n]) for row in cells) for n in range(6)]
    for row in cells:
        number, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out.append(visible(f"      {number.strip():>{widths[0]}}  {'  '.join(rest)}".rstrip()))
    for r in sentence.referents:
        out.append(visible(f"      “{r.text}” ({r.kind}) → " + (f"{r.name} ({r.type})" if r.name else "left open")))
    return out
