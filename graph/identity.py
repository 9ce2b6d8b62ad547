"""Identity across articles: the ids of nodes and edges, and when things in two articles are the same.

An id can be read: a node's is its label and its key (`Person.Q22686`, `Show.night-shift`), an edge's its type and its two ends
(`HOSTS|Person.tom-weller|Show.night-shift`), so that nothing has to be looked up to tell what it is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.records import Article, Entity

PHRASES = ("Audience", "Topic")
"""Labels of things that are described rather than named: they join by their content words."""

_ARTICLES = ("the", "a", "an")
_STOP = frozenset((*_ARTICLES, *"of in on at to for and or his her its their our those these this that".split()))
_STOP |= frozenset("who with by from as is are was were be".split())
_LONGEST_KEY = 80
VARIANT = "~"
"""Before the form of a name with a middle initial, among the lexicon ids of the name."""
_FIRMS = ("Organization", "Platform", "Outlet")
_LEGAL_FORM = re.compile(r"-(inc|incorporated|ltd|limited|llc|llp|plc|corp|gmbh|ag|pty|sarl)$")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says that one entity is: its label, the key of its name, its lexicon id; `bound` to the article if not None.

    Of a person with a middle initial the key does without, and `variant` has it.
    """

    label: str
    key: str
    wikidata: str | None = None
    bound: str | None = None
    variant: str | None = None

    @property
    def named(self) -> str:
        """The id that the name alone would give."""
        return f"{self.label}.{self.key}"

    @property
    def full(self) -> str:
        """The id that the name with its middle initial would give."""
        return f"{self.label}.{self.variant or self.key}"

    @property
    def free(self) -> bool:
        """Whether it joins by name: it has no lexicon id and is not bound to its article."""
        return self.wikidata is None and self.bound is None


def digest(*parts: str, size: int = 16) -> str:
    """The first `size` hexadecimal digits of the SHA-256 over the parts, which are kept apart."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:size]


def _words(name: str) -> list[str]:
    """The words of a name without case, accents, possessive endings and punctuation; `&` and `+` count as words of their own."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"'s\b|(?<=\w)\.(?=\w\b)|'", "", text)
    return re.findall(r"[^\W_]+|[&+]", text)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def name_key(name: str) -> str:
    """The key of a full name: two names with the same key are the same name ("The Night Shift" and "Night shift")."""
    words = _words(name)
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return _key(words, name)


def phrase_key(phrase: str) -> str:
    """The key of a description: its content words in the singular, in alphabetical order ("voters under 30", "the under-30 voter")."""
    return _key(sorted({_singular(w) for w in _words(phrase) if w not in _STOP}), phrase)


def _key(words: list[str], original: str) -> str:
    key = "-".join(words)
    if not key:
        return f"~{digest(original)}"
    return key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}~{digest(key)}"


def claim(entity: Entity, article_id: str) -> Claim:
    """What `entity` of the article says that it is.

    A person of whom only one word is known ("Vance") may be anybody of that surname: without a lexicon id such a
    person stays with the article.
    """
    if entity.type in PHRASES:
        return Claim(entity.type, phrase_key(entity.name))
    key = name_key(entity.name)
    variant = None
    if entity.type == "Person":
        key, variant = _without_initial(key)
    elif entity.type in _FIRMS:
        key = _LEGAL_FORM.sub("", key) or key
    wikidata = re.sub(r"[^\w:-]", "", entity.wikidata or "") or None
    bound = digest(article_id, size=8) if entity.type == "Person" and wikidata is None and "-" not in key else None
    return Claim(entity.type, key, wikidata, bound, variant if wikidata is None else None)


def _without_initial(key: str) -> tuple[str, str | None]:
    """The key of a person's name without middle initials, and the key with them where there are any."""
    first, *others = key.split("-")
    if len(first) < 2 or len(others) < 2:
        return key, None
    shorter = "-".join((first, *(w for w in others[:-1] if len(w) > 1), others[-1]))
    return (shorter, key) if shorter != key else (key, None)


def lexicon_ids(known: Collection[str]) -> list[str]:
    """Of what is known of a name the lexicon ids."""
    return [k for k in known if not k.startswith(VARIANT)]


def ambiguous(known: Collection[str]) -> bool:
    """Whether a name is known with several middle initials."""
    return sum(k.startswith(VARIANT) for k in known) > 1


def resolve(claim: Claim, wikidata_of: Mapping[str, Collection[str]]) -> str:
    """The id of the node that a claim is about.

    Args:
        claim: the claim.
        wikidata_of: by `Claim.named`, the lexicon ids that all articles together give that name, and with VARIANT before them the
            forms with middle initials in which it comes. A claim without a lexicon id joins one if there is exactly one; of several it
            is not for us to choose. A middle initial tells people apart only where there is another.
    """
    if claim.wikidata is not None:
        return f"{claim.label}.{claim.wikidata}"
    if claim.bound is not None:
        return f"{claim.named}@{claim.bound}"
    known = wikidata_of.get(claim.named, ())
    if claim.variant is not None and ambiguous(known):
        return claim.full
    ids = lexicon_ids(known)
    return f"{claim.label}.{ids[0]}" if len(ids) == 1 else claim.named


def edge_id(type_: str, source: str, target: str) -> str:
    """The id of the edge of that type between two nodes; there is at most one."""
    return f"{type_}|{source}|{target}"


def edge_ends(id_: str) -> tuple[str, str, str]:
    """Type, source and target of an edge's id."""
    type_, source, target = id_.split("|")
    return type_, source, target


def label_of(id_: str) -> str:
    """The label in a node's id."""
    return id_.partition(".")[0]


def is_edge(id_: str) -> bool:
    """Whether an id is an edge's, rather than a node's."""
    return id_.count("|") == 2


def article_node(article_id: str) -> str:
    """The id of an article's node; it is readable where the article's id is plain."""
    plain = re.fullmatch(r"[\w-]{1,80}", article_id)
    return f"Article.{article_id}" if plain else f"Article.~{digest(article_id)}"


def record_node(article_id: str) -> str:
    """The id under which an article's facts are kept, and its entry in the register."""
    return f"Record.{digest(article_id, size=32)}"


def appearance_node(article_id: str, appearance_id: str) -> str:
    """The id of the occasion that is first told of by this appearance of this article."""
    return f"Appearance.{digest(article_id, appearance_id)}"


def is_date(value: str | None) -> bool:
    """Whether the value is an ISO day, month or year."""
    return value is not None and _DATE.fullmatch(value) is not None


def date_node(value: str) -> str:
    """The id of a date's node."""
    return f"Date.{value}"


def input_digest(article: Article) -> str:
    """A digest of everything that an article's facts depend on: what was given, and the version of the extractor."""
    given = (article.id, article.title, article.outlet, article.author, article.url, article.published, article.extractor, article.text)
    return digest(*("" if part is None else f"={part}" for part in given), size=64)
