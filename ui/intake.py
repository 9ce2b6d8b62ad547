"""Options that say on which terms articles are taken in: dates, columns, and what may be fetched from the web."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.extract.terms import Terms
    from etl.extract.visitor import Visitor

PATHS = "article files, folders or archives of them, addresses of web pages, lists of addresses; - for standard input"


def terms_of_files(command: argparse.ArgumentParser) -> None:
    """Add the options that concern files and pages that the user names."""
    command.add_argument(
        "--published", metavar="DATE", type=day, help="the day of publication (2024-08-13) of articles that bear none; never guessed"
    )
    command.add_argument(
        "--column", metavar="FIELD=NAME", type=column, action="append", default=[],
        help="the column or key that holds a field (id, text, title, published, outlet, author, url), for example title=headline",
    )  # fmt: skip
    command.add_argument("--fetch", action="store_true", help="where a record has an address and no full text, read the page there")
    private(command)


def private(command: argparse.ArgumentParser) -> None:
    """Add --allow-private."""
    command.add_argument("--allow-private", action="store_true", help="fetch also from this machine and private networks")


def day(word: str) -> str:
    """An ISO day.

    Raises:
        argparse.ArgumentTypeError: it is none, or in the future.
    """
    from etl.extract.dates import latest_today, published_day
    from etl.rejects import Unfit

    try:
        if found := published_day(word, latest_today()):
            return found
    except Unfit as unfit:
        raise argparse.ArgumentTypeError(f"{unfit.reason.value}: {unfit.detail}") from unfit
    raise argparse.ArgumentTypeError("no date")


def column(word: str) -> tuple[str, str]:
    """Field and name of a word such as `title=headline`.

    Raises:
        argparse.ArgumentTypeError: it has no equals sign, or the field is none of an article's.
    """
    from etl.extract.terms import FIELDS

    field, equals, name = word.partition("=")
    if not equals or not name.strip() or field.strip() not in FIELDS:
        raise argparse.ArgumentTypeError(f"{word!r} is not of the form FIELD=NAME with one of {', '.join(FIELDS)}")
    return field.strip(), name.strip()


def visitor(args: argparse.Namespace) -> Visitor:
    """Who fetches pages for a command: polite, and keeping them in the usual folder."""
    from etl.extract.kept_pages import Pages, usual_folder
    from etl.extract.visitor import Visitor

    return Visitor(private=args.allow_private, kept=Pages(usual_folder()))


def terms(args: argparse.Namespace) -> Terms:
    """The terms that the options give."""
    from etl.extract.terms import Terms

    return Terms(published=args.published, columns=dict(args.column), fetch=visitor(args).page, follow=args.fetch)
