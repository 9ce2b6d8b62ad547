"""Reviewing: what is likely one thing, with both contexts, accepted by a merge in the log of corrections or refused by a note in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.correcting import add
from etl.corrections_log import log
from etl.entries import Entries
from graph.corrections import Correction
from graph.errors import InputError
from graph.identity import Claim, label_of
from graph.proposals import Proposal, proposals
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """What stands about a node in the articles: sentences with their article's title, at most a few."""

    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article's entity is a node: the article's id, the name that it has there, and the reason in words."""

    article: str
    name: str
    why: str


def reasons(store: Store, node: str) -> tuple[Reason, ...]:
    """Why each article that speaks of a node is taken to speak of it, by article.

    Args:
        store: an open store.
        node: an entity's id.
    """
    kept = Entries(store)
    articles = sorted(kept.speaking_of([node]))
    facts, out = kept.facts(articles), []
    said = {c.number: c for c in log(store)}
    for article, entry in sorted(kept.entries(articles).items()):
        names = {e.id: e.name for e in facts[article].entities}
        for local, c in sorted(entry.claims.items()):
            if entry.resolution.entities.get(local) == node:
                corrections = [said[n] for n in entry.applied if n in said and said[n].kind in ("merge", "split", "retype", "alias")]
                out.append(Reason(article, names.get(local, node), _why(c, node, corrections)))
    return tuple(out)


def _why(claim: Claim, node: str, corrections: Sequence[Correction]) -> str:
    if claim.wikidata is not None and node == f"{claim.label}.{claim.wikidata}":
        return f"the lexicon entry {claim.wikidata}"
    if node == claim.named:
        return "the same name and type" + (", no other middle initial known" if claim.variant else "")
    if node == claim.full:
        return "the same name with its middle initial, as there are several"
    if claim.bound is not None and node == f"{claim.named}@{claim.bound}":
        return "one word only: it stays with its article"
    if corrections:
        return "; ".join(f"correction {c.number} of {c.who or 'somebody'}" + (f": {c.why}" if c.why else "") for c in corrections)
    return "a name that is known for this lexicon entry alone"


def proposed(store: Store) -> tuple[Proposal, ...]:
    """What is likely one and has not been refused, the likeliest first."""
    return proposals(store, log(store))


def context(store: Store, node: str, most: int = 4) -> Context:
    """Sentences that bear out facts of a node, one from each article as far as it goes."""
    query = (
        f"MATCH (n:{label_of(node)} {{id: $id}})-[r]-() WHERE r.mentions IS NOT NULL AND r.first_seen IS NOT NULL "
        "WITH r ORDER BY r.id LIMIT 40 MATCH (v:Evidence {fact: r.id})-[:IN]->(a:Article) "
        "RETURN v.quote AS quote, coalesce(a.title, a._article) AS title, v.id AS id ORDER BY id"
    )
    found: dict[str, str] = {}
    for row in store.read(query, {"id": node}):
        found.setdefault(row["title"], row["quote"])
    return Context(tuple((quote, title) for title, quote in sorted(found.items())[:most]))


def accept(store: Store, number: int, *, who: str, why: str = "") -> Correction:
    """Merge the pair that stands at `number`, from 1, in what is proposed; returns the correction.

    Raises:
        InputError: there is no such proposal.
    """
    p = _at(store, number)
    return decide(store, p, same=True, who=who, why=why)


def refuse(store: Store, number: int, *, who: str, why: str = "") -> Correction:
    """Note that the pair at `number` is two things; returns the correction.

    Raises:
        InputError: there is no such proposal.
    """
    return decide(store, _at(store, number), same=False, who=who, why=why)


def decide(store: Store, p: Proposal, *, same: bool, who: str, why: str = "") -> Correction:
    """Accept a proposal or refuse it; without a reason of one's own the proposal's are noted."""
    reason = why or "; ".join(p.reasons)[:400]
    about = f"{p.names[0]} / {p.names[1]}"
    if same:
        new = Correction(0, "merge", (p.one,), p.other, (), who, "", reason, about)
    else:
        new = Correction(0, "distinct", (p.one, p.other), "", (), who, "", why, about)
    [done] = add(store, [new]) or [new]
    return done


def _at(store: Store, number: int) -> Proposal:
    found = proposed(store)
    if not 1 <= number <= len(found):
        raise InputError(f"there is no proposal {number}: greenroom review lists {len(found)}")
    return found[number - 1]
