"""Parties named by a plural or an adjective: "the Liberals", "Conservative leader Ada Lowe", "New Democrats".

The words are the same in many countries. Which party is meant is told by the country that the article speaks of most; where the
lexicon knows no such party there, it is one of the plain name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from etl.transform.lexicon import Entry, Hit, Lexicon
from etl.transform.name_words import Candidate

# Nouns and adjectives of parties, with the party's plain name.
FORMS: Mapping[str, str] = {
    form: name
    for name, forms in (
        ("Conservative Party", "Conservatives Conservative Tories Tory"),
        ("Liberal Party", "Liberals Liberal"),
        ("Liberal Democrats", "Liberal_Democrats Liberal_Democrat Lib_Dems Lib_Dem"),
        ("Democratic Party", "Democrats Democrat Democratic"),
        ("Republican Party", "Republicans Republican"),
        ("New Democratic Party", "New_Democrats New_Democrat"),
        ("Green Party", "Greens Green"),
        ("National Party", "Nationals"),
        ("Labour Party", "Labour Labourites"),
        ("Social Democratic Party", "Social_Democrats Social_Democrat"),
        ("Christian Democratic Party", "Christian_Democrats Christian_Democrat"),
        ("Socialist Party", "Socialists Socialist"),
        ("Communist Party", "Communists Communist"),
    )
    for form in forms.replace("_", "\u00a0").split(" ")
}
# An adjective names its party where an office of the party follows.
OFFICES = (
    r"(?:party |parliamentary |campaign |deputy |interim |co-)*(?:leaders?|leadership|chair|chairman|chairwoman|campaign|conference|manifesto|"
    r"convention|headquarters|whip|hopefuls?|caucus|president|secretary|spokes(?:man|woman|person)|co-leaders?|convenor|premier|backbench)\b"
)
_FORM = "|".join(sorted((form.replace("\u00a0", "[ \u00a0]") for form in FORMS), key=len, reverse=True))
WORD = re.compile(rf"(?<![\w-])(?:{_FORM})(?: Party(?! of\b))?(?![\w-])")
OFFICE = re.compile(rf" (?:{OFFICES})")
JOINED = re.compile(r" (?:[A-Z][\w’'-]+|of [A-Z])")
# In whose country these words stand without an article.
BARE = frozenset(("Democrats", "Republicans", "Labour"))


def parties(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Candidate]:
    """The parties named by plural or adjective in `text`, each with its entry; `hits` is what the lexicon knows in it."""
    found = [m for m in WORD.finditer(text) if _is_party(text, m)]
    if not found:
        return
    country = _country(text, hits, lexicon)
    for match in found:
        form = " ".join(match.group().removesuffix(" Party").split())
        name = FORMS.get(form.replace(" ", "\u00a0"), form)
        yield Candidate(match.start(), match.end(), match.group(), "party", _entry(name, form, country, lexicon))


def _is_party(text: str, match: re.Match[str]) -> bool:
    word, before = match.group(), text[max(0, match.start() - 5) : match.start()]
    if word.endswith(" Party"):
        return not re.search(r"[A-Z][\w’'-]* $", text[max(0, match.start() - 20) : match.start()])
    if re.search(r"[A-Z][\w’'-]* $", text[max(0, match.start() - 20) : match.start()]) and not before.endswith("The "):
        return False
    if JOINED.match(text, match.end()):
        return False
    plural = word.endswith("s")
    if plural:
        return before.lower().endswith("the ") or word in BARE
    return OFFICE.match(text, match.end()) is not None or (word in BARE and not re.search(r"[.!?\n] $", before))


def _country(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> str:
    """The country that `text` speaks of most, by its places and their adjectives; the first of equals."""
    counts: Counter[str] = Counter()
    for hit in hits:
        if hit.entry.type == "Place" and not hit.ambiguous:
            counts[hit.entry.properties.get("country", hit.entry.name)] += 1
        elif hit.entry.type in ("Person", "Outlet") and not hit.ambiguous and (home := hit.entry.properties.get("country")):
            counts[home] += 1
    for word in re.findall(r"[A-Z]\w+", text):
        if (place := lexicon.demonym(word)) is not None:
            counts[place] += 1
    return counts.most_common(1)[0][0] if counts else ""


def _entry(name: str, form: str, country: str, lexicon: Lexicon) -> Entry:
    known = [e for e in lexicon.parties if e.properties.get("country") == country]
    exact = [e for e in known if e.name == name or name in e.aliases]
    near = exact or [e for e in known if any(n.startswith(f"{name} of") or n.endswith(f" {form}") for n in (e.name, *e.aliases))]
    if near:
        return near[0]
    abroad = lexicon.get(name) if form in BARE else None
    return abroad or Entry(name, "Organization", kind="party")
