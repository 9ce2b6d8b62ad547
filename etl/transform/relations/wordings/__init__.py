"""The wordings of relations that are read off the surface: one table for each subject matter, gathered here."""

from __future__ import annotations

from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations.coded import paragraphs
from etl.transform.relations.wording import Table, drafts
from etl.transform.relations.wordings import accounts, holdings, people, posts_held, shows

TABLE = Table([*shows.WORDINGS, *posts_held.WORDINGS, *holdings.WORDINGS, *accounts.WORDINGS, *people.WORDINGS])


HOSTING = Table([w for w in shows.WORDINGS if w.predicate == "HOSTS"])


def hosting(reading: Reading) -> list[RelationDraft]:
    """Who hosts which show, before it is known that "her podcast" is that show."""
    return [d for coded in paragraphs(reading) for d in drafts(reading, coded, HOSTING)]


def find(reading: Reading) -> list[RelationDraft]:
    """The relations that the wordings of all tables state in the article."""
    return [d for coded in paragraphs(reading) for d in drafts(reading, coded, TABLE)]
