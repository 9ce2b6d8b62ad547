"""Whom a pronoun or description may mean: the people and things mentioned before it, each with its cues, weighed by a fitted table.

A cue is a sentence about the candidate ("subject after subject, one sentence back", "named most of all") that holds or does not.
The weights in `antecedent_weights.py` are those of a conditional logistic model: the likelihood of a candidate is the exponential of the
sum of its cues' weights over the sum of those of all candidates and of nobody named. `benchmarks/fit_references.py` fits them.
After Denis and Baldridge (2007), "A Ranking Approach to Pronoun Resolution", with the cues of Lappin and Leass (1994) and of
centering (the one whom the last pronoun meant stays the centre).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from etl.transform.antecedent_weights import WEIGHTS
from etl.transform.name_cue_words import SAYING
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.salience import SUBJECTS, Discourse, Seen, Unnamed, clause_verb, role_of
from etl.transform.weighing import Table, shares

LOOKBACK = 160  # mentions that are looked at: no reader remembers more, and none shall make the search grow with the text
NEAR = 3  # sentences in which the mentions are counted
ADJACENT = 10  # characters between a name and a pronoun that belongs to it
PERSON = "person"  # the kinds of pronoun: he and she, it, they; descriptions ("the mayor", "her guest") are another
NEUTER = "neuter"
PLURAL = "plural"
NEEDED = 0.35  # how likely a candidate must be, though nobody named may be likelier: a thing left open costs as much as a wrong one
GENDERED = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
ROLES: Mapping[str, str] = {
    "nsubj": "subject", "nsubjpass": "subject", "csubj": "subject", "ROOT": "subject", "dobj": "object", "obj": "object",
    "dative": "object", "iobj": "object", "poss": "owner", "pobj": "phrase", "agent": "phrase",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate for what a pronoun or description means, None for nothing that is named, with the cues that hold of it."""

    thing: Thing | None
    cues: tuple[str, ...]


Judge = Callable[[Token, str, list[Option]], "Thing | None"]


def judge(token: Token, kind: str, options: list[Option]) -> Thing | None:
    """The likeliest thing where it is likely enough, None where it is better left open."""
    best, share = likeliest_thing(options, WEIGHTS[kind])
    return options[best].thing if share >= NEEDED else None


def likeliest_thing(options: Sequence[Option], table: Table) -> tuple[int, float]:
    """The number of the likeliest of `options` but the last, which is nobody named, and how likely it is; 0 and 0.0 where there is no other."""
    *likely, _ = shares([option.cues for option in options], table)
    share = max(likely, default=0.0)
    return likely.index(share) if likely else 0, share


def options(
    reading: Reading,
    discourse: Discourse,
    token: Token,
    kind: str,
    accepts: Callable[[Thing], bool],
    marked: Callable[[Thing], Iterable[str]],
    *,
    barred: Iterable[Thing] = (),
    ahead: Thing | None = None,
    lacking: Iterable[str] = (),
) -> list[Option]:
    """The candidates for the pronoun or description `token`, the one mentioned last first, and at the end the option that nobody named is meant.

    Args:
        reading: the article.
        discourse: its mentions so far.
        token: the pronoun, or the noun of the description.
        kind: PERSON, NEUTER, PLURAL or DESCRIPTION.
        accepts: whether a thing comes into question at all, by type, gender and number.
        marked: further cues of a thing, known to the caller.
        barred: things that it cannot be.
        ahead: one that is named only later in the sentence.
        lacking: further cues of nobody named.
    """
    out = {id(t) for t in barred}
    mentions: dict[int, list[Seen]] = {}
    for seen in islice(reversed(discourse.seen), LOOKBACK):
        if seen.mention.end <= token.idx and id(seen.thing) not in out and (id(seen.thing) in mentions or accepts(seen.thing)):
            mentions.setdefault(id(seen.thing), []).append(seen)
    place = _Place(reading, discourse, token, kind)
    salient = discourse.ranked(token, accepts, barred=barred)
    ranks = {id(t): n for n, (_, t) in enumerate(salient)}
    found: list[Option] = []
    subject_seen = False
    longest = max(map(len, mentions.values()), default=0)
    for n, group in enumerate(mentions.values()):
        cues = [*_cues(place, group), *marked(group[0].thing)]
        cues.append("the last mentioned" if n == 0 else "the last but one" if n == 1 else "mentioned earlier")
        if not subject_seen and any(s.role in SUBJECTS for s in group):
            cues.append("the last subject")
            subject_seen = True
            if place.opens:
                cues.append("the last subject, at the start of a paragraph")
        if len(group) == longest and longest > 2:
            cues.append("mentioned most so far")
            if place.opens:
                cues.append("mentioned most so far, at the start of a paragraph")
        cues += _salience(salient, ranks.get(id(group[0].thing)))
        if len(mentions) == 1:
            cues.append("the only one")
        if ahead is group[0].thing:
            cues.append("named ahead too")
        found.append(Option(group[0].thing, tuple(cues)))
    if ahead is not None and id(ahead) not in mentions:
        found.append(Option(ahead, ("named ahead", f"named ahead of {place.role}", *marked(ahead))))
    nobody = ["nobody", f"nobody for {place.role}", f"nobody for {place.word}", *lacking]
    if place.quoted:
        nobody.append("nobody in a quotation")
    if place.noun_before:
        nobody.append("nobody: a noun before")
    if place.verb is not None:
        nobody.append(f"nobody, {place.role} of {place.verb.lemma_}")
    if place.unnamed is not None:
        nobody += _unnamed(place, place.unnamed)
    if not mentions:
        nobody.append("nobody before")
    if ahead is not None:
        nobody.append("nobody: somebody ahead")
    found.append(Option(None, tuple(nobody)))
    return found


def key_of(word: str) -> str:
    """What pronouns of one sort have in common: the gender of he and she, else number."""
    return GENDERED.get(word) or ("n" if word.startswith("it") else "p")


def _unnamed(place: _Place, one: Unnamed) -> Iterable[str]:
    """What speaks for the person without a name that is spoken of last."""
    far = place.sentence - one.sentence
    where = "here" if far == 0 else "just before" if far == 1 else "before"
    fits = "of that gender" if one.gender else "of any gender"
    role = ROLES.get(role_of(one.noun), "other")
    yield f"nobody: somebody {where}, {fits}"
    yield f"nobody: somebody as {role} {where}, for {place.role}"
    yield f"nobody: {one.opening} somebody {where}"
    yield f"nobody: {one.noun.lemma_} {where}"


class _Place:
    """Where a pronoun stands."""

    def __init__(self, reading: Reading, discourse: Discourse, token: Token, kind: str) -> None:
        self.reading, self.discourse, self.token = reading, discourse, token
        self.word = token.lower_
        self.key = key_of(self.word)
        self.sentence = discourse.sentence_of(token.idx)
        self.paragraph = discourse.paragraph_of(token.idx)
        self.opens = discourse.paragraph_of(reading.sentence(token.idx).start_char - 1) != self.paragraph
        self.quote = reading.quote(token.idx)
        self.quoted = self.quote is not None
        self.role = ROLES.get(role_of(token), "other")
        self.verb = clause_verb(token)
        self.speaking = self.role == "subject" and token.head.lower_ in SAYING and not self.quoted
        nouns = discourse.nouns.get(kind, [])
        self.noun = nouns[-1] if nouns else -1  # where the last unnamed person or subject stands
        self.unnamed = discourse.unnamed_before(token, GENDERED.get(self.word)) if kind == PERSON else None
        self.noun_before = bool(nouns) and self.sentence - discourse.sentence_of(nouns[-1]) <= (0 if self.quoted else 1)


def _cues(place: _Place, group: list[Seen]) -> Iterable[str]:
    """What holds of a candidate with the mentions `group`, the last one first."""
    last, discourse = group[0], place.discourse
    far = place.sentence - last.sentence
    distance = "here" if far == 0 else f"{far} back" if far < 4 else "4 to 7 back" if far < 8 else "8 or more back"
    role = ROLES.get(last.role, "other")
    yield f"{place.role} after {role}, {distance if far < 2 else 'further back'}"
    yield distance
    yield f"{last.mention.kind}, {'near' if far < 2 else 'far'}"
    here = [s for s in group if s.sentence == place.sentence and s.role in SUBJECTS]
    before = [s for s in group if s.sentence == place.sentence - 1 and s.role in SUBJECTS]
    if here:
        yield f"subject here, for {place.role}"
        if any(s.head.head.dep_ == "ROOT" for s in here):
            yield "main subject here"
    if before:
        yield f"subject before, for {place.role}"
        if any(s.head.head.dep_ == "ROOT" for s in before):
            yield "main subject before"
    if place.role == "owner" and any(clause_verb(s.head) == place.verb for s in here):
        yield "owner in its own clause"
    apart = place.paragraph - last.paragraph
    yield "same paragraph" if apart == 0 else "last paragraph" if apart <= 2 else "older paragraph"
    near = sum(place.sentence - s.sentence <= NEAR for s in group)
    yield f"{min(near, 4)} mentions near"
    if discourse.followed.get(place.key) is last.thing:
        yield "meant by the last such pronoun"
        if apart == 0:
            yield "meant by the last such pronoun here"
    yield from _standing(place, last.thing)
    if last.head.dep_ == "conj" or any(c.dep_ == "conj" for c in last.head.children):
        yield "joined by and"
    if last.head.dep_ == "appos":
        yield "in apposition"
    verb = clause_verb(last.head)
    if verb is not None and verb.dep_ in ("relcl", "acl", "advcl", "ccomp") and far:
        yield "in a clause of a sentence before"
    if far and last.says and not place.quoted:
        yield "a source, and speaks on" if place.speaking else "a source before"
    if 0 < place.token.idx - last.mention.end < ADJACENT:
        yield f"right before, {role}"
    if place.quoted:
        same = place.quote is not None and last.mention.start >= place.quote.start
        yield "in the same quotation" if same else "in another quotation" if last.quoted else "outside the quotation"
    elif last.quoted:
        yield "in a quotation"
    if place.noun > last.mention.start:
        yield "an unnamed one since"
    if place.unnamed is not None and place.unnamed.noun.idx > last.mention.start:
        yield f"somebody {'of that gender' if place.unnamed.gender else 'unnamed'} since"
    if place.verb is not None:
        yield f"{place.role} of {place.verb.lemma_} after {role}"
        if last.thing.type == "Person":
            yield from (f"{noun} as {place.role} of {place.verb.lemma_}" for noun in _nouns(last.thing))
    if verb is not None:
        yield f"{place.role} after {role} of {verb.lemma_}"


def _nouns(thing: Thing) -> Iterable[str]:
    """The nouns that the article calls a person by: the last words of roles."""
    return dict.fromkeys(role.rpartition(" ")[2].lower() for role in thing.roles[:3])


def _salience(salient: list[tuple[float, Thing]], rank: int | None) -> Iterable[str]:
    """How present the candidate is after the weights of Lappin and Leass, beside the others."""
    if rank is None:
        yield "not salient"
        return
    score = salient[rank][0]
    yield f"salience {'below 0.25' if score < 0.25 else 'below 0.5' if score < 0.5 else 'below 1' if score < 1 else 'of 1 or more'}"
    yield f"{('first', 'second')[rank] if rank < 2 else 'third or later'} by salience"
    if rank == 0:
        ahead = score / salient[1][0] if len(salient) > 1 else 9
        yield f"ahead by {'little' if ahead < 1.12 else 'some' if ahead < 1.6 else 'much'}"
    else:
        yield f"behind by {'little' if salient[0][0] < 1.12 * score else 'some' if salient[0][0] < 1.6 * score else 'much'}"


def _standing(place: _Place, thing: Thing) -> Iterable[str]:
    """How much the article is about the thing."""
    named = place.discourse.named
    count = named.get(id(thing), 0)
    yield f"named {'once' if count < 2 else 'two or three times' if count < 4 else 'often'}"
    if count >= 3 and count == place.discourse.most[thing.type == "Person"]:
        yield "named most"
        if place.quoted:
            yield "named most, in a quotation"
    if thing.type != "Person":
        yield f"{thing.type} for {place.word}"
    if thing is place.discourse.first:
        yield "the first named"
    if id(thing) in place.discourse.titled:
        yield "named in the title"
    if thing.mentions and thing.mentions[0].kind == NAME and thing.mentions[0].start < place.discourse.opening:
        yield "named in the opening"
