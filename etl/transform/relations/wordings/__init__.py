"""The wordings of relations that are read off the surface: one table for each subject matter, gathered here."""

from __future__ import annotations

from collections.abc import Iterable

from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations.coded import Coded
from etl.transform.relations.wording import Table, drafts
from etl.transform.relations.wordings import accounts, holdings, people, posts_held, shows

TABLE = Table([*shows.WORDINGS, *posts_held.WORDINGS, *holdings.WORDINGS, *accounts.WORDINGS, *people.WORDINGS])


HOSTING = Table([w for w in shows.WORDINGS if w.predicate == "HOSTS"])


def hosting(reading: Reading, coded: Iterable[Coded]) -> list[RelationDraft]:
    """Who hosts which show, before it is known that "her podcast" is that show."""
    return [d for paragraph in coded for d in drafts(reading, paragraph, HOSTING)]


def find(reading: Reading, coded: Iterable[Coded]) -> list[RelationDraft]:
    """The relations that the wordings of all tables state in the coded paragraphs of the article."""
    return [d for paragraph in coded for d in drafts(reading, paragraph, TABLE)]
