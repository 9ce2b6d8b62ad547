"""The tally of an entity: what all articles that speak of it tell of it, added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from graph.placing import Told
from graph.rows import Properties


class Tally:
    """What articles tell of one entity, added up."""

    def __init__(self) -> None:
        self._named: Counter[str] = Counter()
        self._names: set[str] = set()
        self._roles: set[str] = set()
        self._wikidata: str | None = None
        self._articles = 0
        self._mentions = 0
        self._stories: dict[str, int] = {}
        self._counted: set[tuple[str, str]] = set()

    def take(self, node: Mapping[str, Any]) -> None:
        """Add what an entity's node has added up so far."""
        self._named.update(dict(zip(node.get("_names") or (), node.get("_named") or (), strict=True)))
        self._names.update((node["name"], *(node.get("aliases") or ())))
        self._note(node.get("roles") or (), node.get("wikidata"))
        self._articles += node["articles"]
        self._mentions += node["mentions"]

    def add(self, edge: Mapping[str, Any], story: str | None = None) -> None:
        """Add what an article tells by its edge to the entity, MENTIONS or PUBLISHED_BY; versions of one story count as one article."""
        if "_name" in edge:
            self._names.add(edge["_name"])
            return
        names = set(edge["_names"])
        self._names |= names | set(edge.get("_aliases") or ())
        self._note(edge.get("_roles") or (), edge.get("_wikidata"))
        if story is None:
            self._named.update(names)
            self._articles += 1
            self._mentions += edge["mentions"]
            return
        self._named.update(n for n in names if (story, n) not in self._counted)
        self._counted |= {(story, n) for n in names}
        self._stories[story] = max(self._stories.get(story, 0), edge["mentions"])

    def _note(self, roles: Iterable[str], wikidata: str | None) -> None:
        self._roles.update(roles)
        self._wikidata = min(filter(None, (self._wikidata, wikidata)), default=None)

    def properties(self, told: Told | None = None) -> Properties:
        """The entity's properties: its usual name is the one that most articles use. A list without items is none.

        That is how neo4j-admin's importer would have it. What persons have said that it is called goes before.
        """
        candidates = self._named or Counter(dict.fromkeys(self._names, 1))
        name = min(candidates, key=lambda n: (-candidates[n], -len(n), n))
        names = self._names
        if told is not None:
            name, names = told.name or name, {*names, *told.aliases}
        named = sorted(self._named)
        return {
            "name": name,
            "aliases": sorted(names - {name}) or None,
            "roles": sorted(self._roles) or None,
            "wikidata": self._wikidata,
            "articles": self._articles + len(self._stories),
            "mentions": self._mentions + sum(self._stories.values()),
            "_names": named or None,
            "_named": [self._named[n] for n in named] or None,
        }
