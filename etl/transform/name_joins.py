"""Which names of an article stand for one thing: surnames, first names, nicknames, acronyms, short forms, "better known as".

People are joined by the tokens of their names, other things by leading or closing words, acronyms and explicit statements.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from etl.transform.lexicon import Entry, Lexicon
from etl.transform.name_types import Group, bare, key_of
from etl.transform.name_words import PARTICLES, Candidate, ordinary
from etl.transform.reading import Reading, Thing

ALSO = re.compile(
    r"^,? ?(?:[\w’'-]+ ){0,6}?(?:(?:better |also |formerly |previously |universally |popularly |professionally |widely |best )?"
    r"known (?:[\w’'-]+ ){0,4}?(?:as|by)|who goes by|goes by|a\.?k\.?a\.?|alias|née|born|nicknamed|formerly(?: called)?|previously called|"
    r"now called|renamed|dubbed|whose real name is|real name|streams as|performs as|posts as|knows? (?:him|her|them) as|"
    r"calls? (?:him|her|them)(?:self)?|(?:him|her)self)(?: the| simply| just| online)? ?[“\"‘']?$"
)
GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))
PLURAL_BEFORE = re.compile(r"(?:sisters|brothers|twins|siblings|couple|spouses|husband and wife|married) $")


@lru_cache(maxsize=4096)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a person's name in small letters, particles and generation suffixes left out."""
    words = [w.casefold().strip(".,") for w in bare(name).split()]
    while len(words) > 1 and words[-1] in GENERATIONS:
        words.pop()
    return tuple(w for n, w in enumerate(words) if w not in PARTICLES or n == len(words) - 1)


def surname(name: str) -> str:
    """The last name in small letters."""
    tokens = name_tokens(name)
    return tokens[-1] if tokens else name.casefold()


def fits(short: str, full: str) -> bool:
    """Whether `short` may stand for the person `full`: surname, given name, or both ends of a longer name."""
    few, many = name_tokens(short), name_tokens(full)
    if not few or not many or len(few) > len(many) or few == many:
        return few == many
    if len(few) == 1:
        return few[0] in (many[0], many[-1]) or (len(many) > 2 and few[0] in many[1:]) or few[0] in "-".join(many).split("-")[-1:]
    if few == many[-len(few) :] or few == many[: len(few)]:
        return True
    return few[0] == many[0] and few[-1] == many[-1]


def initials(name: str) -> set[str]:
    """The acronyms that may stand for a name of several words."""
    words = re.findall(r"[^\W\d_]+", bare(name))
    capital = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words).upper()
    return {capital, every} if len(capital) > 1 else set()


def is_acronym(name: str) -> bool:
    """Whether a name is written like an acronym."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalnum() and " " not in name


def parents(short: Group, groups: Iterable[Group]) -> list[Group]:
    """The groups of longer names of people that `short` may stand for."""
    return [g for g in groups if g is not short and len(name_tokens(g.name)) > len(name_tokens(short.name)) and fits(short.name, g.name)]


def is_short_form(short: Group, full: Group, lexicon: Lexicon) -> bool:
    """Whether `short` is a thing's name cut short: "Sikka" of "Sikka TV", "the Times" of "The Corran Times"."""
    few, many = key_of(short.name).split(), key_of(full.name).split()
    known = short.entry is not None and (not short.ambiguous or short.type == short.entry.type)
    if len(few) >= len(many) or known:
        return False
    if few == many[: len(few)]:
        if full.type == "Place":
            return many[-1] in ("state", "county", "city", "province", "island", "islands")
        return not (lexicon.demonym(short.words[0]) or short.type == "Place")
    if few == many[-len(few) :]:
        return full.type in ("Outlet", "Show", "Organization")
    return is_acronym(short.name) and short.name.replace(".", "") in initials(full.name)


def linked(reading: Reading, first: Candidate, second: Candidate) -> bool:
    """Whether the words between two neighbouring names say that they are one: "X, better known as Y", "X (Y)"."""
    between = reading.text[first.end : second.start]
    if len(between) > 90 or "\n" in between:
        return False
    if ALSO.match(between):
        return True
    bracketed = (
        between.rstrip("“\"‘'").endswith(" (") and len(between) <= 4 and reading.text[second.end : second.end + 2].startswith((")", "”)"))
    )
    return bracketed and is_acronym(second.text) and second.text.replace(".", "") in initials(bare(first.text))


def shared_surname(reading: Reading, first: Candidate, second: Candidate, lexicon: Lexicon) -> str | None:
    """The surname that a lone given name shares with the next name: "the sisters Dora and Lia Peixoto", "Joe and Jill Lowe"."""
    between = reading.text[first.end : second.start]
    words = second.text.split()
    if between not in (" and ", " & ") or len(words) < 2 or " " in first.text:
        return None
    known = lexicon.gender(first.text) is not None and first.entry is None
    if known or PLURAL_BEFORE.search(reading.text[max(0, first.start - 20) : first.start]):
        return " ".join(words[1:])
    return None


def nearest(things: Sequence[Thing], full: Mapping[int, Sequence[int]], reading: Reading, position: int) -> Thing:
    """Of several bearers of a name the one meant at `position`: last named in full in the same paragraph, else the first in the article.

    A surname alone goes to the person whom the article is about: the one named first. `full` gives by id of the thing where it is
    named in full, in order.
    """
    start = reading.text.rfind("\n", 0, position) + 1
    near = []
    for n, thing in enumerate(things):
        places = full.get(id(thing), ())
        at = bisect_left(places, position) - 1
        if at >= 0 and places[at] >= start:
            near.append((places[at], n))
    if near:
        return things[max(near)[1]]
    return min(things, key=lambda t: min(full.get(id(t), ()), default=t.mentions[0].start if t.mentions else 1 << 40))


# Holders of such an office are named by surname alone where everybody knows who is meant.
TOP_OFFICES = (
    "president of",
    "vice president of",
    "prime minister",
    "chancellor of germany",
    "presidential candidate",
    "vice presidential candidate",
)


@cache
def surnames() -> Mapping[str, tuple[Entry, ...]]:
    """The lexicon's people by surname in small letters."""
    out: dict[str, list[Entry]] = {}
    for entry in Lexicon.load().entries:
        if entry.type == "Person" and " " in entry.name:
            out.setdefault(surname(entry.name), []).append(entry)
    return {name: tuple(entries) for name, entries in out.items()}


def officeholder(name: str) -> Entry | None:
    """The only holder, now or before, of a top office who has this surname."""
    top = [e for e in surnames().get(key_of(name), ()) if any(role.casefold().startswith(TOP_OFFICES) for role in e.values("roles"))]
    return top[0] if len(top) == 1 else None


def famous(group: Group, lexicon: Lexicon) -> Entry | None:
    """Who is meant by a surname that the article nowhere completes.

    That is who bears the title before it, else who holds a top office, else a very well-known person who alone has that name. An
    article that gives no full name counts on its readers to know.
    """
    bearers = surnames().get(key_of(group.name), ())
    titles = {c.title.casefold().strip(".") for c in group.mentions if c.title}
    for title in sorted(titles):
        word = title.removeprefix("former ")
        held = [e for e in bearers if any(word in role.casefold() for role in e.values("roles"))]
        if held:
            plain = [e for e in held if any(r.casefold().startswith(word) for r in e.values("roles"))]
            return plain[0] if len(plain) == 1 else held[0] if len(held) == 1 else None
    if (top := officeholder(group.name)) is not None:
        return top
    alone = len(bearers) == 1 and bearers[0].wikidata is not None and not ordinary(group.name) and lexicon.gender(group.name) is None
    return bearers[0] if alone else None


def generic(word: str) -> bool:
    """Whether a lone word is too ordinary to be a short form at the head of a sentence."""
    return ordinary(word) and word[0].isupper() and word[1:].islower()
