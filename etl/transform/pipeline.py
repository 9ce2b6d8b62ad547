"""The order in which an article is read: parse, names, references, speakers, then the families of facts."""

from __future__ import annotations

from dataclasses import replace

from etl.transform import appearances, coreference, motives, names, reach, relations, statements
from etl.transform.assembly import Drafts, assemble
from etl.transform.dates import times
from etl.transform.discussed import discussed
from etl.transform.drafts import StatementDraft
from etl.transform.language import parse
from etl.transform.quotation import quotes
from etl.transform.reading import Reading
from graph.records import Article, Facts


def reading_of(article: Article) -> Reading:
    """The article parsed, with its things named and its references resolved."""
    reading = Reading(article, parse(article.text), quotes(article.text), times(article.text, article.published))
    names.resolve(reading)
    coreference.resolve(reading)
    return reading


def hear(reading: Reading) -> list[StatementDraft]:
    """What is said in a reading, noted there with its speakers, so that claims are told from what the writer says, and "I" has a meaning."""
    said = statements.find(reading)
    for s in said:
        reading.spoken(s.start, s.end, s.speaker)
    coreference.first_person(reading)
    return said


def read_article(article: Article, version: str) -> Facts:
    """The facts of `article`; `version` is noted as the extractor's."""
    return facts_of(reading_of(article), version)


def facts_of(reading: Reading, version: str) -> Facts:
    """The facts in a reading that `reading_of` has just made; it is completed on the way (speakers, first persons, descriptions)."""
    said = hear(reading)
    occasions = appearances.find(reading)
    told = relations.find(reading, occasions.drafts)  # whose show "her podcast" is, reach profits from
    appearances.fill(reading, occasions, told)
    drafts = Drafts(
        appearances=occasions.drafts,
        statements=said,
        reach=reach.find(reading, occasions.drafts),
        relations=told,
        motives=motives.find(reading, occasions.drafts, said),
    )
    return assemble(reading, replace(drafts, topics=discussed(reading, drafts.things())), version)
