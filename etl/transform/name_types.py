"""The type of each name, by votes over the whole article: lexicon, the name's own words, its contexts, and spaCy's guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.lexicon import Entry, Lexicon
from etl.transform.name_contexts import left_of, weighted
from etl.transform.name_cues import cues
from etl.transform.name_parties import FORMS
from etl.transform.name_shapes import last_word, shape
from etl.transform.name_words import PARTICLES, Candidate, ordinary
from etl.transform.reading import Reading

ENTITY_TYPES = ("Person", "Organization", "Outlet", "Platform", "Show", "Place")
# What spaCy's small model says is a hint only: on this field it is right about half of the time (findings.md).
NER: dict[str, tuple[tuple[str, float], ...]] = {
    "PERSON": (("Speaker", 1.0),), "GPE": (("Place", 0.75),), "LOC": (("Place", 0.75),), "FAC": (("Place", 0.8),),
    "ORG": (("Organization", 0.7), ("Outlet", 0.3), ("Show", 0.2), ("Platform", 0.2)), "WORK_OF_ART": (("Work", 0.5), ("Show", 0.5)),
    "EVENT": (("Event", 0.8),), "PRODUCT": (("Product", 0.4), ("Platform", 0.3)), "NORP": (("Group", 0.8),), "LAW": (("Work", 0.5),),
}  # fmt: skip
# Where an article is about football, clubs go by the names of their towns.
FOOTBALL = re.compile(
    r"\b(?:football|footballer|striker|midfielder|goalkeeper|centre-half|season ticket|fixtures?|kick-off|league|clubs?)\b", re.I
)
CLUB_ENDINGS = frozenset("Town City County Villa Palace Forest Albion Park Wednesday Orient Vale".split())
# Words for places that are common surnames.
SURNAMES = frozenset(
    "hill park lake bay woods field house hall town bridge castle rivers street lane marsh forest heath hills springs".split()
)
CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|Le|La|Van|Fitz)[A-Z][a-z]+(?:[A-Z][a-z]+)+")
NER_CAP, CUE_CAP = 1.6, 6.0
ENOUGH, ENOUGH_SINGLE, ENOUGH_TITLE = 1.6, 1.6, 1.3


@dataclass(slots=True, eq=False)
class Group:
    """All mentions of an article that are written alike, the votes on their type, and the type that won."""

    key: str
    name: str
    mentions: list[Candidate] = field(default_factory=list)
    votes: dict[str, float] = field(default_factory=dict)
    entry: Entry | None = None
    ambiguous: bool = False
    type: str | None = None
    given: bool = False  # it is, or begins with, a known given name
    _words: tuple[str, list[str]] = field(default=("", []), repr=False)  # with the name that they are the words of

    @property
    def person(self) -> float:
        """How much speaks for a person."""
        return self.votes.get("Person", 0.0) + self.votes.get("Speaker", 0.0)

    @property
    def words(self) -> list[str]:
        """The words of the name, without its article."""
        name, words = self._words
        if name != self.name:
            words = bare(self.name).split()
            self._words = self.name, words
        return words

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return len(self.words) == 1

    @property
    def weak(self) -> bool:
        """Whether nothing but capitals at the heads of sentences speaks for it."""
        return all(c.weak for c in self.mentions)

    def vote(self, votes: Iterable[tuple[str, float]], cap: float | None = None) -> None:
        """Add votes, each type's sum capped."""
        sums: dict[str, float] = {}
        for kind, weight in votes:
            sums[kind] = sums.get(kind, 0.0) + weight
        for kind, weight in sums.items():
            self.votes[kind] = self.votes.get(kind, 0.0) + (min(weight, cap) if cap else weight)


def bare(name: str) -> str:
    """A name without its leading article."""
    return name[4:] if name.startswith(("The ", "the ")) else name


def plain_name(candidate: Candidate) -> str:
    """The candidate's name with a nickname inside it taken out, on one line."""
    text = candidate.text
    if candidate.nickname:
        begin, end = candidate.nickname[0] - candidate.start, candidate.nickname[1] - candidate.start
        text = f"{text[: begin - 1].rstrip()} {text[end + 1 :].lstrip()}"
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """What two ways of writing one name have in common."""
    return bare(" ".join(name.split())).replace("’", "'").replace("‑", "-").casefold()


def groups_of(candidates: Iterable[Candidate]) -> list[Group]:
    """The candidates grouped by name, in order of first mention; the name with its article where it stands so in mid-sentence."""
    groups: dict[str, Group] = {}
    for candidate in candidates:
        name = plain_name(candidate)
        key = candidate.entry.name if candidate.entry and not candidate.ambiguous else key_of(name)
        group = groups.setdefault(key, Group(key, name))
        group.mentions.append(candidate)
        if candidate.entry is not None and group.entry is None:
            group.entry, group.ambiguous = candidate.entry, candidate.ambiguous
        if len(bare(name)) > len(bare(group.name)) or (
            name.startswith("The ") and not candidate.initial and key_of(name) == key_of(group.name)
        ):
            group.name = name
    return list(groups.values())


def collect(reading: Reading, groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Give each group the votes of its own words, its contexts, the lexicon and spaCy."""
    labels = {(e.start_char, e.end_char): e.label_ for e in reading.doc.ents}
    known: dict[int, str] = {}
    for group in groups:
        if group.entry is not None and not group.ambiguous:
            known.update((at, group.entry.type) for c in group.mentions for at in (c.start, c.end))
    by_token = {t.idx: e.label_ for e in reading.doc.ents for t in e}
    football = len(FOOTBALL.findall(reading.text)) >= 3
    for group in groups:
        if group.entry is not None:
            # "The Hill" with a capital behind its article is no hill.
            capital = any(c.text.startswith("The ") for c in group.mentions)
            sure = not group.ambiguous and not (group.entry.type == "Show" and group.name.isupper() and group.name != group.entry.name)
            group.vote([(group.entry.type, 9.0 if sure else 4.0 if capital or not group.ambiguous else 2.0)])
        # Programmes, parties and halls are not set off; titles that end like them are.
        titled = all(c.form in ("quoted", "italic", "item") for c in group.mentions)
        group.vote((kind, weight / 2 if titled else weight) for kind, weight in shape(group.name))
        if group.single and group.entry is None and (lexicon.demonym(group.words[0]) or group.words[0] in FORMS):
            group.vote([("Group", 9.0)])
        group.given = bool(group.words) and lexicon.gender(group.words[0]) is not None
        group.vote(_as_person(group, lexicon))
        group.vote(_as_acronym(reading, group))
        group.vote(_of_place(group, lexicon))
        group.vote(_of_outlet(group, lexicon))
        group.vote(_definite(reading, group), cap=2.0)
        if football and len(group.words) > 1 and group.words[-1] in CLUB_ENDINGS and group.entry is None:
            group.vote([("Organization", 5.0)])
        group.vote((v for c in group.mentions for v in cues(reading, c, known)), cap=CUE_CAP)
        group.vote((v for c in group.mentions for v in _set_off(c)), cap=2.0)
        group.vote((v for c in group.mentions for v in _titled(c, lexicon)), cap=5.0)
        ner = [NER.get(labels.get((c.start, c.end)) or by_token.get(c.start, ""), ()) for c in group.mentions]
        if group.single and group.name.endswith("s") and all(labels.get((c.start, c.end)) == "NORP" for c in group.mentions):
            group.vote([("Group", 3.0)])  # "Kentuckians"
        total = len(ner)
        group.vote(((k, (1.0 if titled else 2.0) * w / total) for votes in ner for k, w in votes), cap=NER_CAP)


def _set_off(candidate: Candidate) -> Iterator[tuple[str, float]]:
    if candidate.form in ("quoted", "item"):
        yield "Outlet", -1.5
        yield "Show", 1.0
        yield "Work", 0.6
        yield "Person", -2.0
        yield "Place", -1.0
    elif candidate.form == "italic":
        yield "Show", 1.4
        yield "Outlet", 0.3
        yield "Work", 0.7
        yield "Person", -2.0


def _titled(candidate: Candidate, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    if candidate.title == "dateline":
        yield "Place", 6.0
    elif candidate.title:
        if lexicon.is_title(candidate.title):
            yield "Person", 4.0
            return
        nouns = [w for w in candidate.title.split() if kinds_of(w)]
        yield from weighted(nouns[-1], 4.0, " " not in candidate.text) if nouns else (("Person", 0.3),)
    if candidate.nickname:
        yield "Person", 5.0


def _of_place(group: Group, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """A place within the name: teams ("Corran Chiefs") and branches ("Nielsen Korea")."""
    words = group.words
    if len(words) < 2 or group.entry is not None or any(c.form != "run" for c in group.mentions):
        return
    first, last = lexicon.get(words[0]), lexicon.get(words[-1])
    if first is not None and first.type == "Place" and words[-1].endswith("s") and not kinds_of(words[-1]):
        yield "Organization", 2.0
    compass = words[0].lower() in (
        "north",
        "south",
        "east",
        "west",
        "new",
        "upper",
        "lower",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    )
    if last is not None and last.type == "Place" and not compass and lexicon.gender(words[0]) is None:
        yield "Organization", 1.2
        yield "Place", -1.0


def _of_outlet(group: Group, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """A known outlet that opens the name: its branches and units ("Sky Sport", "BBC Radio Corran", "CNN Corran")."""
    words = group.words
    if len(words) < 2 or group.entry is not None or any(c.form != "run" for c in group.mentions):
        return
    first = next((e for n in (2, 1) if n < len(words) and (e := lexicon.get(" ".join(words[:n]))) is not None), None)
    if first is not None and first.type in ("Organization", "Platform") and not first.ambiguous:
        yield "Person", -2.0  # "Corran Roadster": what a house makes
    if first is not None and first.type == "Outlet" and not first.ambiguous and lexicon.gender(words[1]) is None:
        yield "Outlet", 2.5
        yield "Person", -2.0


def _definite(reading: Reading, group: Group) -> Iterator[tuple[str, float]]:
    """A common noun with a capital of its own behind "the": "the Gazette", "the Treasury", "the Coalition"; what it is said to be."""
    for c in group.mentions if group.entry is None else ():
        if c.form != "run" or reading.text[c.start : c.start + 4] == "The ":
            continue
        left = left_of(reading.text, c.start, 3)
        if not left or left[0] != "the":
            continue
        if group.single:
            votes = [v for v in last_word(group.words[0]) if v[0] in ("Organization", "Outlet")]
            yield from ((kind, 0.5 * weight) for kind, weight in votes)
            if not votes and kind_of(group.words[0]) in ("Organization", "Outlet"):
                yield kind_of(group.words[0]) or "", 2.0
        if left[1:2] == ["at"]:
            yield "Place", 0.8


def _as_acronym(reading: Reading, group: Group) -> Iterator[tuple[str, float]]:
    """Unknown acronyms are bodies more often than anything else, above all behind an article."""
    if group.entry is None and re.fullmatch(r"[A-Z]{3,6}|(?:[A-Z]\.){3,}", group.name):
        before = [reading.text[max(0, c.start - 4) : c.start].lower() for c in group.mentions]
        if any(b.endswith((" a ", " an ", "(")) for b in before):
            return  # "an FIR", "(UBT)": a kind of thing, or a part of the name before
        article = "the " in before
        yield "Person", -2.0
        yield "Organization", 1.8 if article else 0.5
        if any(b.endswith(" on ") for b in before):
            yield "Outlet", 1.5
    elif group.entry is None and group.single and CAMEL.fullmatch(group.name):
        yield "Person", -1.5
        yield "Organization", 1.0


def _as_person(group: Group, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """How much the words of the name look like a person's."""
    words = group.words
    given = lexicon.gender(words[0]) is not None if words else False
    if len(words) == 1:
        if len(words[0]) == 1:
            yield "Person", -4.0
        if given and group.entry is None:
            yield "Person", 1.0
        return
    if len(words) > 5 or any(c.isdigit() for c in group.name) or group.name.startswith("The "):
        return
    if any(w in ("of", "for", "the", "and", "&", "in", "with", "to", "on") for w in words):
        return
    if given or (re.fullmatch(r"(?:[A-Z]\.){1,3}|[A-Z]{2}", words[0]) and not ordinary(words[-1])):
        yield "Person", 3.5 if len(words) <= 3 else 2.5
    elif all(w[0].isupper() for w in words if w.lower() not in PARTICLES):
        unknown = sum(not ordinary(w) for w in words if w.lower() not in PARTICLES)
        if unknown == 0:
            yield "Person", -0.5
        elif 2 <= len(words) <= 3 and ordinary(words[-1]) and not ordinary(words[0]) and words[-1].lower() not in SURNAMES:
            # "Karoo Fleece", "Corran Analytics": what a house makes or does
            run = all(c.form == "run" for c in group.mentions)
            yield "Organization", 1.0 if run and not lexicon.get(words[0]) and not lexicon.get(words[-1]) else 0.0
        elif 2 <= len(words) <= 3:
            yield "Person", 1.3 if unknown == len(words) else 0.5
    if any(re.fullmatch(r"[A-Z]\.", w) for w in words[1:-1]):
        yield "Person", 2.0
    if any(w in PARTICLES for w in words[1:-1]) and given:
        yield "Person", 1.0


def settled(group: Group) -> dict[str, float]:
    """The votes with what only shows that something speaks or acts (`Speaker`) given to the types it fits.

    News gives people two names at first mention; a lone word that acts and bears no title is as likely a company or outlet.
    """
    votes = dict(group.votes)
    acts = votes.pop("Speaker", 0.0)
    body = group.entry is None and not group.given and len(group.words) > 1 and group.words[-1].lower() not in SURNAMES
    if body and votes.get("Place", 0.0) >= 3.0:
        # a hall does not speak: who runs it does
        votes["Organization"] = votes.get("Organization", 0.0) + acts
        return votes
    shares = (("Person", 0.5), ("Organization", 0.4), ("Outlet", 0.15)) if group.single and not group.given else (("Person", 1.0),)
    for kind, share in shares:
        if acts:
            votes[kind] = votes.get(kind, 0.0) + share * acts
    return votes


def decide(group: Group) -> str | None:
    """The type that the votes give, None where they are too few or speak for something that is no entity."""
    votes = settled(group)
    if not votes:
        return None
    ranked = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0]))
    best, weight = ranked[0]
    enough = ENOUGH_SINGLE if group.single else ENOUGH
    if group.ambiguous and group.entry is not None:
        # an ordinary word does not act: "Audible has signed him"
        own = votes.get(group.entry.type, 0.0) + (0.5 * group.votes.get("Speaker", 0.0) if group.single and not group.given else 0.0)
        # A name that is also an ordinary word or somebody else's counts where its context gives at least a hint of that type.
        if own >= 2.7 and own >= weight - 0.5:
            return group.entry.type
        lone = best == "Person" and group.single and not group.given and own >= weight - 1.0
        if (lone or best == "Organization") and group.entry.type in ("Platform", "Outlet") and own >= 2.0:
            return group.entry.type  # the company acts, and has the name of its service
        if best == group.entry.type:
            return None
    if best == "Show" and all(c.form in ("quoted", "italic") for c in group.mentions):
        enough = ENOUGH_TITLE
    if group.weak and group.entry is None:
        enough += 1.5
    elif group.single and group.entry is None and all(c.initial for c in group.mentions) and ordinary(group.words[0]):
        enough += 0.8
    if best == "Organization" and votes.get("Platform", 0.0) >= 3.0:
        best = "Platform"  # a company and its service of one name are one platform
    if weight < enough or best not in ENTITY_TYPES:
        return None
    return best
