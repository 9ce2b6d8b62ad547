"""From an article's text to its facts: parsing, names, dates, and the six families of facts."""

from __future__ import annotations

from graph.records import Article, Facts


def read(article: Article) -> Facts:
    """The facts that `article` states, with evidence; the same facts for the same article, always.

    Raises:
        LanguageError: the English pipeline is not installed.
    """
    # spaCy takes a second to import: only those who read articles pay for it.
    from etl.transform.pipeline import read_article
    from etl.transform.version import version

    return read_article(article, version())
