"""The lexicon: well-known people, outlets, platforms, shows, organizations and places, and where a text names them.

It is read from the CSV files in `data/lexicon` (their columns are described there in `README.md`). A *form* is a name or
an alias; each form belongs to exactly one entry. Looking forms up costs one dictionary access for each length that some
form with the same first token has, so `Lexicon.find` is linear in the text.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.errors import LexiconError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicon"
TYPES: Mapping[str, str] = {
    "organizations.csv": "Organization", "outlets.csv": "Outlet", "people.csv": "Person",
    "places.csv": "Place", "platforms.csv": "Platform", "shows.csv": "Show",
}  # fmt: skip
SHARED = ("name", "aliases", "wikidata", "kind", "ambiguous")
GENDERS = ("f", "m", "u")

_TOKEN = re.compile(r"[\w\u0300-\u036f]+|[^\w\s\u0300-\u036f]")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A well-known thing. `ambiguous`: its name is also an ordinary word or name and needs a cue from the context.

    `properties` holds the further columns of its file that are not empty (`country`, `hosts`, `roles`, `gender`, …);
    lists among them are separated by `|`, see `values`.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    kind: str = ""
    ambiguous: bool = False
    properties: Mapping[str, str] = field(default_factory=dict, hash=False)

    def values(self, column: str) -> tuple[str, ...]:
        """The list in a further column, `()` where it is empty or missing."""
        return _list(self.properties.get(column, ""))


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found at `start:end` (code points, half-open). `ambiguous` is that of the form found, not of the entry's name."""

    start: int
    end: int
    entry: Entry
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A word or words that precede a name; `gender` is `f`, `m` or `u`."""

    name: str
    kind: str
    gender: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries with their forms, and the tables of given names, titles and demonyms."""

    entries: tuple[Entry, ...] = ()
    forms: Mapping[str, Hit] = field(default_factory=dict, repr=False)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    names: Mapping[str, Entry] = field(default_factory=dict, repr=False)
    first_names: Mapping[str, str] = field(default_factory=dict, repr=False)
    titles: Mapping[str, Title] = field(default_factory=dict, repr=False)
    demonyms: Mapping[str, str] = field(default_factory=dict, repr=False)
    parties: tuple[Entry, ...] = ()

    @staticmethod
    def load(folder: Path = FOLDER) -> Lexicon:
        """The lexicon in `folder`, read once for each folder.

        Raises:
            LexiconError: a file is missing, unreadable or not of the agreed format; the message names file and line.
        """
        return _load(folder)

    def find(self, text: str) -> list[Hit]:
        """Where `text` names an entry: the longest form at each place, from left to right, never overlapping.

        Case counts; accents, the kind of apostrophe or hyphen, "&" for "and" and a line break within a name do not. A
        leading "The" may be missing or small unless the form is ambiguous: then the article must stand there, in either case.
        A small "the" is not part of the hit. An ambiguous form is no hit where a hyphen joins it to another word ("Kick-off"),
        or where it has an article and a further capitalised word follows ("the National Assembly").
        """
        tokens = list(_tokens(text))
        keys = [key for key, _, _ in tokens]
        hits: list[Hit] = []
        behind = 0
        for at in [n for n, key in enumerate(keys) if key.lstrip() in self.lengths]:
            found = self._longest(keys, at) if at >= behind else None
            if found is None:
                continue
            size, form = found
            first, last = tokens[at], tokens[at + size - 1]
            start = tokens[at + 1][1] if size > 1 and text[first[1] : first[2]] == "the" else first[1]
            if not form.ambiguous or not (_hyphenated(text, first[1], last[2]) or _goes_on(keys, at, size)):
                hits.append(Hit(start, last[2], form.entry, form.ambiguous))
                behind = at + size
        return hits

    def _longest(self, keys: list[str], at: int) -> tuple[int, Hit] | None:
        first = keys[at].lstrip()
        for size in self.lengths.get(first, ()):
            if at + size <= len(keys):
                form = self.forms.get(first + "".join(keys[at + 1 : at + size]))
                if form is not None:
                    return size, form
        return None

    def get(self, name: str) -> Entry | None:
        """The entry with this name or alias, whatever the context and with or without "The"; None where there is none."""
        key = _key(name)
        return self.names.get(key) or self.names.get(f"The {key}")

    def gender(self, first_name: str) -> str | None:
        """`f`, `m` or `u` (borne by both) for a known given name, else None. Case of the first letter counts."""
        return self.first_names.get(_key(first_name))

    def is_title(self, token: str) -> bool:
        """Whether `token` (also of several words, with or without the final dot) precedes names: "Sen.", "Prime Minister"."""
        return self.title(token) is not None

    def title(self, token: str) -> Title | None:
        """The title written `token`, None where it is none."""
        return self.titles.get(token.rstrip("."))

    def demonym(self, word: str) -> str | None:
        """The place that a demonym or its plural belongs to ("Ukrainian" → "Ukraine"), None for any other word."""
        return self.demonyms.get(word) or (self.demonyms.get(word[:-1]) if word.endswith("s") else None)


def _fold(token: str) -> str:
    token = _SAME.get(token, token)
    if token.isascii():
        return token
    return "".join(c for c in unicodedata.normalize("NFKD", token) if not unicodedata.combining(c))


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Folded tokens with their spans; a key starts with a space after white space, with a line feed after an empty line."""
    end = 0
    for match in _TOKEN.finditer(text):
        start, token = match.start(), match.group()
        gap = ("\n" if text.count("\n", end, start) > 1 else " ") if start > end else ""
        end = match.end()
        if token == "&" and gap:
            token = "and"
        elif not token.isascii():
            token = _fold(token)
        yield gap + token, start, end


def _key(form: str) -> str:
    """The keys of a form's tokens in one string; for plain ASCII that is the form itself."""
    if form.isascii() and "&" not in form:
        return form if form.isalnum() else " ".join(form.split())
    return "".join(key for key, _, _ in _tokens(form))


def _hyphenated(text: str, start: int, end: int) -> bool:
    after = text[end : end + 2]
    before = text[max(start - 2, 0) : start]
    return (after[:1] in ("-", "‑") and after[1:].isalnum()) or (before[-1:] in ("-", "‑") and before[:-1].isalnum())


def _goes_on(keys: list[str], at: int, size: int) -> bool:
    """Whether the form of `size` tokens at `at` has an article and runs on into another capitalised word."""
    following = keys[at + size] if at + size < len(keys) else ""
    return keys[at].strip() in ("the", "The") and following.startswith(" ") and following[1:2].isupper()


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for raw in cell.split("|") if (part := raw.strip())) if cell else ()


def _rows(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and rows of a CSV file by column, its header and cell counts checked."""
    lines = _lines(path, required)
    _, header = next(lines)
    for line, cells in lines:
        yield line, dict(zip(header, cells, strict=True))


def _lines(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of a CSV file, its header first; header and cell counts checked."""
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            header = next(reader, [])
            if missing := [column for column in required if column not in header]:
                raise LexiconError(f"{path.name}, line 1: no column '{missing[0]}'")
            yield 1, header
            for cells in reader:
                if len(cells) != len(header):
                    raise LexiconError(f"{path.name}, line {reader.line_num}: {len(cells)} cells instead of {len(header)}")
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as err:
        raise LexiconError(f"{path.name}: cannot be read: {err}") from err


def _entry(row: dict[str, str], kind_of_thing: str, where: str) -> tuple[Entry, tuple[tuple[str, bool], ...]]:
    """The entry of a row with its forms, each with whether it is ambiguous (`~` before an alias, and every abbreviation)."""
    name = row["name"]
    if not name or name != name.strip():
        raise LexiconError(f"{where}: the name is empty or has spaces around it")
    if row["ambiguous"] not in ("", "1"):
        raise LexiconError(f"{where}: 'ambiguous' is {row['ambiguous']!r}, neither empty nor 1")
    if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
        raise LexiconError(f"{where}: {row['wikidata']!r} is no Wikidata id")
    if not row["kind"]:
        raise LexiconError(f"{where}: no kind given")
    aliases = [(alias.removeprefix("~"), alias.startswith("~")) for alias in _list(row["aliases"])]
    forms = [(name, row["ambiguous"] == "1"), *aliases, *((short, True) for short in _list(row.get("abbreviations", "")))]
    rest = {column: cell for column, cell in row.items() if column not in SHARED and cell}
    plain = tuple(alias for alias, _ in forms[1:])
    return Entry(name, kind_of_thing, plain, row["wikidata"] or None, row["kind"], forms[0][1], rest), tuple(forms)


def _articles(form: str, ambiguous: bool) -> tuple[str, ...]:
    """How the form may stand in a text, as keys: with or without its leading article."""
    key = _key(form)
    if not form.startswith("The "):
        return (key,)
    small = "the" + key[3:]
    return (key, small) if ambiguous else (key, small, key[4:])


def _add_forms(entry: Entry, forms: tuple[tuple[str, bool], ...], known: dict[str, Hit], names: dict[str, Entry], where: str) -> None:
    for form, ambiguous in forms:
        variants = _articles(form, ambiguous)
        hit = Hit(0, 0, entry, ambiguous)
        for key in variants:
            holder = known.setdefault(key, hit)
            if holder.entry is not entry:
                raise LexiconError(f"{where}: '{form}' already stands for {holder.entry.type} {holder.entry.name}")
            if holder is not hit and key == variants[0]:
                raise LexiconError(f"{where}: '{form}' is given twice")
        names[variants[0]] = entry


def _lengths(forms: Mapping[str, Hit]) -> dict[str, tuple[int, ...]]:
    """For each first token the numbers of tokens that forms starting with it have, the largest first."""
    sizes: dict[str, set[int]] = {}
    for key in forms:
        tokens = key.split() if key.replace(" ", "").isalnum() else _TOKEN.findall(key)  # most keys spare the regex
        sizes.setdefault(tokens[0], set()).add(len(tokens))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def _table(path: Path, columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """A file of unique words, each with its other columns."""
    table: dict[str, tuple[str, ...]] = {}
    lines = _lines(path, columns)
    _, header = next(lines)
    places = [header.index(column) for column in columns]
    gendered = columns.index("gender") - 1 if "gender" in columns else None
    for line, cells in lines:
        word, *rest = [cells[place] for place in places]
        if not word or "" in rest:
            raise LexiconError(f"{path.name}, line {line}: an empty cell")
        if word in table:
            raise LexiconError(f"{path.name}, line {line}: '{word}' is given twice")
        if gendered is not None and rest[gendered] not in GENDERS:
            raise LexiconError(f"{path.name}, line {line}: gender is {rest[gendered]!r}, not one of {', '.join(GENDERS)}")
        table[word] = tuple(rest)
    return table


@cache
def _load(folder: Path) -> Lexicon:
    entries: list[Entry] = []
    forms: dict[str, Hit] = {}
    names: dict[str, Entry] = {}
    for file, kind_of_thing in TYPES.items():
        for line, row in _rows(folder / file, SHARED):
            where = f"{file}, line {line}"
            entry, own = _entry(row, kind_of_thing, where)
            _add_forms(entry, own, forms, names, where)
            entries.append(entry)
    first_names = {_key(name): gender for name, (gender,) in _table(folder / "first_names.csv", ("name", "gender")).items()}
    titles = {
        name.rstrip("."): Title(name, kind, gender)
        for name, (kind, gender) in _table(folder / "titles.csv", ("name", "kind", "gender")).items()
    }
    demonyms = {word: place for word, (place,) in _table(folder / "demonyms.csv", ("name", "place")).items()}
    parties = tuple(e for e in entries if e.kind == "party")
    return Lexicon(tuple(entries), forms, _lengths(forms), names, first_names, titles, demonyms, parties)
