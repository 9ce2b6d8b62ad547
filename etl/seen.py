"""Articles seen before: the same id or the same words a second time make a reject that names the first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from etl.rejects import Reason, Reject
from graph.records import Article


def words_digest(text: str) -> str:
    """A digest of the words of `text`, whatever the white space between them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


class Seen:
    """Remembers articles by id and by words."""

    def __init__(self, loaded: Mapping[str, str] | None = None) -> None:
        """Args: loaded: what earlier runs have loaded, `words_digest` by article id."""
        self._loaded = dict(loaded or {})
        self._firsts = {digest: id_ for id_, digest in self._loaded.items()}
        self._names: dict[str, str] = {}

    def check(self, name: str, article: Article) -> Article | Reject:
        """The article, or the reject of one that was there before; `name` is its file or record."""
        if article.id in self._names:
            return Reject(name, Reason.DUPLICATE, f"the id {article.id} is taken by {self._names[article.id]}")
        digest = words_digest(article.text)
        if self._loaded.get(article.id, digest) != digest:
            # The article has been rewritten: its old words are free for another.
            self._firsts.pop(self._loaded[article.id], None)
        first = self._firsts.setdefault(digest, article.id)
        if first != article.id:
            return Reject(name, Reason.DUPLICATE, f"the same text as {self._names.get(first, first)}")
        self._names[article.id] = name
        return article
