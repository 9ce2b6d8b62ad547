"""Definite descriptions ("the senator", "the 41-year-old", "the app", "his running mate"), resolved to named things.

Things of the types that its head noun describes come into question, and are weighed (`antecedents.py`). A rule speaks for the thing that the article, or the
lexicon, gives that role; else for the most salient one, where only one comes into question. A name or an age beside the noun settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from etl.transform.antecedents import Judge, options
from etl.transform.kinds import kinds_of, singular
from etl.transform.name_cue_words import SAYING
from etl.transform.reading import DESCRIPTION, NAME, Reading, Thing
from etl.transform.roles import gender_of_noun
from etl.transform.salience import Discourse

DETERMINERS = frozenset(("the", "this", "that"))
POSSESSIVES = frozenset(("his", "her", "its", "their"))
ARTICLES = frozenset(("a", "an"))
UNNAMED = frozenset(("Work", "Event", "Product", "Group"))  # kinds of what no thing is
FOLLOWING = (" of ", " who ", " that ", " which ", " for ", " in ", " to ", " where ")  # what says more of a description
# Different words for one role.
SAME_ROLE: Mapping[str, str] = {
    "rep": "representative", "congressman": "representative", "congresswoman": "representative", "gov": "governor", "sen": "senator",
    "pres": "president", "prof": "professor", "dr": "doctor", "pm": "premier", "boss": "executive",
    "ceo": "executive", "chief": "executive",
    "nominee": "candidate", "contender": "candidate", "hopeful": "candidate", "mp": "lawmaker", "councilwoman": "councillor",
    "councilman": "councillor", "co-host": "host", "presenter": "host", "broadcaster": "host", "anchor": "host", "newsreader": "host",
    "youtuber": "streamer", "influencer": "streamer", "comic": "comedian", "comedienne": "comedian",
    "author": "novelist", "writer": "novelist",
    "footballer": "player", "striker": "player", "rapper": "singer", "vocalist": "singer", "musician": "singer", "academic": "professor",
    "lecturer": "professor", "firm": "company", "business": "company", "start-up": "company", "startup": "company", "paper": "newspaper",
    "daily": "newspaper", "program": "programme", "site": "platform", "app": "platform", "service": "platform", "network": "platform",
    "entrepreneur": "founder", "spokeswoman": "spokesperson", "spokesman": "spokesperson", "actress": "actor", "economist": "professor",
}  # fmt: skip
GENERIC_PEOPLE = frozenset(
    """man woman star politician candidate challenger incumbent billionaire millionaire veteran leader figure entrepreneur celebrity tycoon
    mogul teenager streamer podcaster comedian singer actor actress author writer novelist footballer athlete boss host presenter influencer
    youtuber rapper musician broadcaster chef lawmaker congressman congresswoman founder strategist pastor academic nominee""".split()
)
OCCASIONS = frozenset("stream livestream broadcast segment slot channel column strand episode quiz drama documentary".split())
COUNTERPARTS = frozenset("host guest interviewer interviewee interlocutor co-host rival opponent counterpart".split())
COMPANY = frozenset("company firm business start-up startup brand giant retailer maker manufacturer developer".split())
# Words before an office that make another office of it: "vice president", "foreign minister".
RANKS = frozenset(
    """vice deputy prime assistant shadow acting associate foreign finance health home defence defense interior education justice treasury
    press culture transport energy trade labour labor state attorney lieutenant police campaign managing""".split()
)
LOWER = frozenset("vice deputy assistant shadow associate lieutenant".split())
# "The same man", "the other host": somebody not spoken of before, or not here.
OTHERS = frozenset("same other next another latter civil secret".split())
SIZES: Mapping[str, tuple[str, ...]] = {"country": ("country",), "nation": ("country",), "city": ("city",), "town": ("city",), "capital": ("city",),
                                        "state": ("state", "region"), "province": ("state", "region")}  # fmt: skip
ON_AIR = re.compile(r"\b(?:TV|Radio|FM|AM|Television|Broadcasting|Channel|News|Network)\b|^[A-Z]{2,5}\d?$")
STATIONS = frozenset("station broadcaster channel network radio".split())
AGE = re.compile(r"(\d{1,3})-year-old")


def role_word(noun: str) -> str:
    """The word that stands for all nouns of one role."""
    low = singular(noun.casefold().strip("."))
    return SAME_ROLE.get(low, low)


def named_kinds(noun: str) -> list[str]:
    """The types of things that the noun may describe."""
    return [kind for kind in kinds_of(noun) if kind not in UNNAMED]


def _ranks(words: str, noun: str) -> frozenset[str]:
    """The words of rank right before `noun` in a description."""
    before, found, _ = words.casefold().replace("-", " ").rpartition(noun.casefold())
    return frozenset(before.split()[-3:]) & RANKS if found else frozenset()


def _agrees(thing: Thing, noun: str) -> bool:
    """Whether the noun's gender, where it has one, can be the thing's."""
    gender = gender_of_noun(noun)
    return not gender or thing.gender not in ("f", "m") or thing.gender == gender


def _above(reading: Reading, token: Token) -> list[Thing]:
    """The subjects of the clauses around `token`: a description cannot mean one of them (binding condition C)."""
    out = []
    for verb in token.ancestors:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and not child.is_ancestor(token) and child is not token:
                thing = reading.at(child)
                if thing is not None and child.i < token.i:
                    out.append(thing)
    return out


class Descriptions:
    """Resolves the definite descriptions of one article."""

    def __init__(self, reading: Reading, discourse: Discourse) -> None:
        self.reading = reading
        self.discourse = discourse
        self._first: dict[str, int] = {}  # by word, where it is introduced
        self.roles: dict[int, set[str]] = {}
        for thing in reading.things:
            words = {
                w
                for role in self._roles_of(thing)
                for w in re.findall(r"[\w-]+", role)
                if kinds_of(w) or w.rstrip(".").lower() in SAME_ROLE
            }
            self.roles[id(thing)] = {role_word(w) for w in words}

    def _roles_of(self, thing: Thing) -> list[str]:
        known = list(thing.entry.values("roles")) if thing.entry is not None else []
        if thing.type in ("Organization", "Outlet", "Place", "Show", "Platform"):
            # "the committee" for a name that ends in Committee
            known.append(thing.name.lower())
        return [*thing.roles, *known]

    def at(self, token: Token, choose: Judge) -> tuple[Thing, int, int] | None:
        """The thing that a description with the determiner `token` stands for, and its span; None where it is not clear.

        Args:
            token: any word of the article.
            choose: which of the candidates a description means.
        """
        if (found := self._phrase(token)) is None:
            return None
        head, end, noun = found
        if (thing := self._apposed(token, head, noun)) is not None:
            return thing, token.idx, end
        if self._names_follow(head, end, noun):
            return None
        chosen = self._chosen(token, head, end, noun, choose)
        start = token.idx if token.lower_ in DETERMINERS else token.nbor(1).idx  # "her guest": "her" means somebody else
        return (chosen, start, end) if chosen is not None else None

    def _phrase(self, token: Token) -> tuple[Token, int, str] | None:
        """The head of the description that `token` opens, where it ends, and the noun; None where it opens none."""
        low = self.reading.forms[token.i]
        if low not in DETERMINERS and low not in POSSESSIVES:
            return None
        found = self._noun_phrase(token)
        if found is None:
            return None
        if token.text[0].isupper() and not token.is_sent_start and self.reading.text[token.idx - 1] not in "“\"‘'":
            return None
        head, end = found
        return head, end, self._noun(token, head)

    def _chosen(self, token: Token, head: Token, end: int, noun: str, choose: Judge) -> Thing | None:
        """Whom or what the description means, weighed."""
        words = self.reading.text[token.idx : end]
        if (age := AGE.search(words)) and (thing := self._of_age(age[1])) is not None:
            return thing
        if AGE.fullmatch(noun):
            return self._only_person(token, "man")
        kinds = named_kinds(noun)
        if not kinds or OTHERS & set(words.lower().split()):
            return None
        by_rule = self._counterpart(token, noun) if token.lower_ in POSSESSIVES else self._resolve(token, noun, kinds, words, end)
        owner = self.reading.at(token)
        bearers = self._bearers(token, noun, kinds, words)
        word = role_word(noun)
        inside = {id(thing) for _, thing in self.reading.within(token.idx, end, kinds, (NAME,))}

        def marks(thing: Thing) -> Iterator[str]:
            if thing is by_rule:
                yield "by rule"
                yield f"by rule, {word}"
            if any(t is thing for t in bearers):
                yield "has that role"
                yield f"has that role, {word}"
                if len(bearers) == 1:
                    yield "alone has that role"
            yield f"{thing.type} for {word}"
            yield "of the first kind" if thing.type == kinds[0] else "of another kind"
            if thing.entry is not None:
                yield f"{thing.entry.kind} for {word}"
            if self.roles[id(thing)] and thing.type == "Person":
                yield "has roles"
            if id(thing) in inside:
                yield "named inside"

        def accepts(thing: Thing) -> bool:
            if thing.type not in kinds or not _agrees(thing, noun):
                return False
            return thing.type != "Person" or word not in self.roles[id(thing)] or self._holds(thing, word, _ranks(words, noun))

        out = [*_above(self.reading, token), *([owner] if owner is not None else [])]
        lacking = self._lacking(token, head, end, word, len(bearers))
        given = options(self.reading, self.discourse, head, DESCRIPTION, accepts, marks, barred=out, lacking=lacking)
        return choose(token, DESCRIPTION, given) if len(given) > 1 else None

    def _lacking(self, token: Token, head: Token, end: int, word: str, bearers: int) -> Iterator[str]:
        """What speaks for a description of nothing that is named."""
        text = self.reading.text
        yield f"nobody: {token.lower_}"
        yield f"nobody: {'no' if not bearers else 'one' if bearers == 1 else 'several'} with that role"
        between = {w.lower() for w in text[token.idx : end].split()[1:-1]}
        if between:
            yield "nobody: described further"
        yield from (f"nobody:{opening}" for opening in FOLLOWING if text.startswith(opening, end))
        if head.i + 1 < len(head.doc) and head.nbor(1).pos_ == "NOUN":
            yield "nobody: a noun behind"
        if self._introduced(word) < token.i:
            yield "nobody: introduced before"

    def _introduced(self, word: str) -> int:
        """The number of the first word of that form behind "a" or "an"; behind the last of all where there is none."""
        if word not in self._first:
            forms = self.reading.forms
            at = (t.i for t in self.reading.with_form((word,)) if t.i > 1 and ARTICLES & {forms[t.i - 1], forms[t.i - 2]})
            self._first[word] = next(at, len(forms))
        return self._first[word]

    def _noun_phrase(self, token: Token) -> tuple[Token, int] | None:
        """The head noun of the phrase that the determiner opens, and where it ends."""
        doc = token.doc
        head: Token | None = None
        i = token.i + 1
        while i < len(doc) and i <= token.i + 8:
            word = doc[i]
            if word.is_sent_start or not (word.is_alpha or word.text in ("-", "‑") or "-" in word.text or word.like_num):
                break
            if word.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "VERB", "ADV") or word.tag_ in ("VBZ", "VBD", "VBP", "MD"):
                break
            if word.pos_ in ("NOUN", "ADJ") or (
                word.pos_ == "PROPN" and kinds_of(word.text) and token.text[0].islower() and self.reading.at(word) is None
            ):
                head = word
            i += 1
        if head is None or head.tag_ == "NNS":
            return None
        return head, head.idx + len(head.text)

    def _noun(self, token: Token, head: Token) -> str:
        """The head noun with what is joined to it by hyphens."""
        start = head.idx
        text = self.reading.text
        while start > token.idx and text[start - 1] not in ' \u00a0\n“‘"':
            start -= 1
        return text[start : head.idx + len(head.text)].lower()

    def _apposed(self, token: Token, head: Token, noun: str) -> Thing | None:
        """The name right before that the description is in apposition to: "Ada Lowe, the senator"."""
        if token.i < 2 or token.nbor(-1).text not in (",", "—", "–") or token.lower_ not in DETERMINERS:
            return None
        thing = self.reading.at(token.nbor(-2))
        mention = self.reading.mention_at(token.nbor(-2))
        after = head.nbor(1) if head.i + 1 < len(head.doc) else None
        if after is not None and (after.pos_ in ("VERB", "AUX") or after.lower_ in SAYING):
            return None  # "…, the mayor said"
        named = thing is not None and mention is not None and mention.kind == NAME and thing.type in kinds_of(noun)
        return thing if named and thing is not None and _agrees(thing, noun) else None

    def _names_follow(self, head: Token, end: int, noun: str) -> bool:
        """Whether a name stands right behind ("the streamer Ada Lowe", "the mayor, Ada Lowe,"): the description says nothing of its own.

        Nor does one that a clause restricts: "the company he founded".
        """
        nxt = head.nbor(1) if head.i + 1 < len(head.doc) else None
        if nxt is not None and nxt.text == "," and nxt.i + 1 < len(nxt.doc):
            thing = self.reading.at(nxt.nbor(1))
            return thing is not None and thing.type in kinds_of(noun)
        if nxt is not None and nxt.pos_ == "PRON" and nxt.lower_ in ("he", "she", "they", "it", "i", "we", "you", "that"):
            return True
        while nxt is not None and nxt.text in ("“", '"', "‘", "'", "*") and nxt.i + 1 < len(nxt.doc):
            nxt = nxt.nbor(1)
        return nxt is not None and self.reading.at(nxt) is not None and nxt.idx <= end + 3

    def _resolve(self, token: Token, noun: str, kinds: list[str], words: str, end: int) -> Thing | None:
        bearers = self._bearers(token, noun, kinds, words)
        if noun in OCCASIONS and not bearers:
            return None
        if (owner := self._named_inside(token, end)) is not None:
            own = [t for t in self.reading.named("Person") if "Person" in kinds and self._belongs(t, owner)]
            own = [t for t in own if role_word(noun) in self.roles[id(t)]] or own
            return own[0] if len(own) == 1 else None
        if bearers:
            ranked = self.discourse.ranked(token, lambda t: any(t is b for b in bearers), barred=_above(self.reading, token), window=6)
            if ranked:
                return ranked[0][1]
            return bearers[0] if len(bearers) == 1 else None
        follows = self.reading.text[end : end + 4]
        if follows in (" of ", " who", " tha", " whi", " for") or token.lower_ == "that":
            return None
        if "Person" in kinds:
            return self._only_person(token, noun)
        return self._last_of_type(token, noun, kinds)

    def _named_inside(self, token: Token, end: int) -> Thing | None:
        """The thing that is named within the description: "the Tidewell boss"."""
        inside = self.reading.within(token.idx, end, ("Organization", "Platform", "Outlet", "Show"), (NAME,))
        return inside[0][1] if inside else None

    def _belongs(self, person: Thing, owner: Thing) -> bool:
        """Whether a role of the person, or a relative clause behind its name, names `owner`."""
        near = [
            *person.roles,
            *(self.reading.text[m.end : m.end + 50] for m in person.mentions if self.reading.text.startswith((", who ", ", the"), m.end)),
        ]
        near += list(person.entry.values("affiliation")) if person.entry is not None else []
        return any(name in text for text in near for name in (owner.name, *owner.aliases))

    def _bearers(self, token: Token, noun: str, kinds: list[str], words: str) -> list[Thing]:
        word = role_word(noun)
        out = [
            t for t in self.reading.things
            if t.type in kinds and word in self.roles[id(t)] and _agrees(t, noun) and any(m.start < token.idx for m in t.mentions)
        ]  # fmt: skip
        return [t for t in out if t.type != "Person" or self._holds(t, word, _ranks(words, noun))]

    def _holds(self, person: Thing, word: str, ranks: frozenset[str]) -> bool:
        """Whether the person's own office is of the same rank: a vice president is not "the president", nor a mayor "the deputy mayor"."""
        held = [_ranks(role, noun) for role in self._roles_of(person) for noun in re.findall(r"[\w-]+", role) if role_word(noun) == word]
        return any(ranks <= own if ranks else not own & LOWER for own in held)

    def _of_age(self, age: str) -> Thing | None:
        """The person whose age the article tells to be that."""
        pattern = re.compile(rf"(?:, |\s\(){age}\b")
        for thing in self.reading.named("Person"):
            if any(pattern.match(self.reading.text, m.end) for m in thing.mentions):
                return thing
        return None

    def _only_person(self, token: Token, noun: str) -> Thing | None:
        """The only person in this and the last sentences, for nouns that often take up somebody named before."""
        if role_word(noun) not in {role_word(w) for w in GENERIC_PEOPLE}:
            return None
        ranked = self.discourse.ranked(
            token, lambda t: t.type == "Person" and _agrees(t, noun), barred=_above(self.reading, token), window=2
        )
        if ranked and (len(ranked) == 1 or ranked[0][0] > 1.6 * ranked[1][0]) and ranked[0][0] >= 0.4:
            # somebody who has another job of his own is not meant by this one
            return ranked[0][1] if not self.roles[id(ranked[0][1])] or noun in ("man", "woman", "star", "candidate", "veteran") else None
        return None

    def _last_of_type(self, token: Token, noun: str, kinds: list[str]) -> Thing | None:
        def accepts(thing: Thing) -> bool:
            if noun in COMPANY:
                return thing.type in ("Organization", "Platform", "Outlet") and self._like_company(thing)
            if noun in SIZES and thing.type == "Place":
                return thing.entry is None or thing.entry.kind in SIZES[noun]
            if noun in STATIONS and thing.type == "Outlet":
                return ON_AIR.search(thing.name) is not None or (thing.entry is not None and thing.entry.kind in ("tv", "radio"))
            # "the party", "the union" need their noun in the name or in a role
            return thing.type == kinds[0] and thing.type != "Organization"

        wide = kinds[0] in ("Platform", "Show", "Outlet")
        ranked = self.discourse.ranked(token, accepts, window=8 if wide else 3)
        if not ranked:
            return None
        if token.lower_ == "this" and kinds[0] == "Organization":
            return None
        if kinds[0] == "Place" and (len(ranked) > 1 or noun in ("area", "place", "ground", "home")):
            return None
        if len(ranked) > 1 and ranked[0][0] < 1.1 * ranked[1][0]:
            # of several, the one that the article is about
            often = sorted((t for _, t in ranked), key=lambda t: -len(t.mentions))
            return often[0] if wide and len(often[0].mentions) >= 2 * len(often[1].mentions) else None
        return ranked[0][1]

    def _like_company(self, thing: Thing) -> bool:
        last = thing.name.split()[-1].lower()
        public = last in (
            "campaign",
            "administration",
            "party",
            "university",
            "committee",
            "council",
            "court",
            "ministry",
            "government",
            "union",
        )
        return not public

    def _counterpart(self, token: Token, noun: str) -> Thing | None:
        """ "His host", "her opponent": the other of the two people spoken of."""
        owner = self.reading.at(token)
        if owner is None or owner.type != "Person" or noun not in COUNTERPARTS:
            return None
        others = self.discourse.ranked(token, lambda t: t.type == "Person" and t is not owner, window=3)
        return others[0][1] if len(others) == 1 else None
