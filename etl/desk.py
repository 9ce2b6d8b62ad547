"""The desk: articles read but not yet loaded, so that a person can look at their facts, correct or reject some, load them, and take that back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from etl.extract.terms import Terms
from etl.imports import logged
from etl.load import load, loaded, loaded_words
from etl.rejects import Reason, Reject
from etl.run import Reading, Step
from graph.identity import digest
from graph.records import Entity, Facts
from graph.store import Store

MOST = 200
"""Articles that are laid out at once: somebody is to look at each."""
_FOLDER = "uploads"
_PLAIN = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Paper:
    """Something handed in: what the user calls it, which is a file name with an ending that a reader knows, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Laid:
    """What reading came to: facts by article, rejects (duplicates among them), and how many are loaded already just so."""

    facts: tuple[Facts, ...]
    rejects: tuple[Reject, ...]
    unchanged: int


def pasted(text: str, values: Mapping[str, str]) -> Paper:
    """Pasted text with its title, outlet, author, url and published, each where known, as a paper in Markdown.

    Its name, which becomes the article's id, is made of the title and a digest of the text: the same text has the same name.
    """
    given = {name: value.strip() for name, value in sorted(values.items()) if value.strip()}
    slug = "-".join(re.findall(r"[a-z0-9]+", given.get("title", "").lower()))[:60].strip("-") or "pasted"
    front = f"---\n{yaml.safe_dump(given, allow_unicode=True)}---\n" if given else "---\n---\n"
    # A surrogate half is refused by the reader in its own words.
    return Paper(f"{slug}-{digest(text, size=6)}.md", (front + text).encode("utf-8", "surrogatepass"))


def lay_out(
    papers: Sequence[Paper], store: Store, *, addresses: Sequence[str] = (), terms: Terms | None = None, progress: Step | None = None
) -> Laid:
    """Read papers and pages as `ingest` would, without loading anything; of more than `MOST` articles the first.

    Args:
        papers: what was handed in.
        store: an open store; what it holds already is recognised by id and by its words.
        addresses: of pages that are fetched.
        terms: the terms on which the articles are taken in.
        progress: called after each article with how many are done and how many there are.
    """
    with TemporaryDirectory() as root:
        folder = Path(root) / _FOLDER
        # Papers may bear the same name: each lies in a folder of its own.
        for n, paper in enumerate(papers):
            place = folder / str(n)
            place.mkdir(parents=True)
            (place / safe(paper.name)).write_bytes(paper.data)
        paths = [str(folder / str(n) / safe(p.name)) for n, p in enumerate(papers)]
        names = dict(zip(paths, (p.name for p in papers), strict=True))
        reading = Reading([*paths, *addresses], known=loaded(store), words=loaded_words(store), progress=progress, terms=terms)
        facts = tuple(islice(reading, MOST + 1))
        rejects = [_renamed(r, names) for r in reading.rejects]
        if len(facts) > MOST:
            rejects.append(Reject("the rest", Reason.TOO_LARGE, f"{MOST} articles are laid out at once; greenroom ingest takes any number"))
        return Laid(facts[:MOST], tuple(rejects), reading.unchanged)


def safe(name: str) -> str:
    """A file name without folders and anything that is not plain, at most 120 characters, its ending kept in lower case."""
    path = Path(name.replace("\\", "/")).name
    stem, dot, ending = path.rpartition(".")
    plain = _PLAIN.sub("-", stem if dot else path).strip(".-")[:100] or "article"
    return f"{plain}.{_PLAIN.sub('', ending).lower()[:12]}" if dot else plain


def _renamed(reject: Reject, names: Mapping[str, str]) -> Reject:
    path, mark, record = reject.path.partition("#")
    detail = reject.detail
    for place, name in names.items():
        detail = detail.replace(place, name)
    return replace(reject, path=f"{names.get(path, path)}{mark}{record}", detail=detail)


def renamed(entity: Entity, *, type_: str, name: str) -> Entity:
    """The entity under another type or name; the lexicon's id goes with the old ones, since it would join it to what it is not."""
    if (type_, name) == (entity.type, entity.name):
        return entity
    return replace(entity, type=type_, name=name, wikidata=None)


def put(store: Store, facts: Sequence[Facts]) -> tuple[str, ...]:
    """Load facts as one import, which can be taken back (see `etl.imports`); what was dropped for the ontology, in words.

    Raises:
        FactsError, StoreError: as for `etl.load.load`; articles before the failing one may be loaded.
    """
    return load(store, logged(store, facts, ("the explorer",))).dropped
