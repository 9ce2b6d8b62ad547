"""Pronouns and descriptions ("she", "the senator", "the app"), resolved to the things they stand for.

The article is read once in text order. Precision comes before recall: what is not clear stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Token

from etl.transform.descriptions import Descriptions
from etl.transform.kinds import kinds_of
from etl.transform.name_cue_words import SAYING
from etl.transform.reading import NAME, PRONOUN, Mention, Reading, Thing
from etl.transform.salience import SUBJECTS, Discourse, clause_verb, role_of

GENDERED = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
FIRST = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
RELATIVE = frozenset(("who", "whom", "whose", "which"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
# "it is clear that", "it seems": no antecedent.
PLEONASTIC = re.compile(
    r"it(?:[’']s| is| was) (?:the|not the|only the|just the)\b|"
    r"it(?:[’']s| is| was| will be| would be| has been| seems| seemed| appears| appeared| takes| took| turns out| remains| became| means| meant)? "
    r"(?:not |also |only |just |still |too |so |very |more |less |now |yet )*(?:\w+ )?(?:that|to|how|whether|who|when|if|like|as if)\b|it (?:seems|seemed|appears|turns|turned)\b",
    re.I,
)
CLEAR, CLEARER = 0.25, 1.12
FAR = 12  # sentences back in which the only person of the right gender is found
ALONE = 0.1  # how salient the only candidate whose gender is known must be
PROTAGONIST = 1.5  # how many times more often than anybody else the main person is named
PAIRS = frozenset(("two", "pair", "duo", "couple", "both"))


def resolve(reading: Reading) -> None:
    """Note in `reading` what each third-person pronoun and each definite description refers to, where it is clear."""
    _learn_genders(reading)
    names = sorted(((m, t) for t in reading.things for m in t.mentions if m.kind == NAME), key=lambda mt: (mt[0].start, mt[0].end))
    discourse = Discourse(reading)
    descriptions = Descriptions(reading, discourse)
    at = 0
    for token in reading.doc:
        while at < len(names) and names[at][0].start <= token.idx:
            mention, thing = names[at]
            if reading.at(reading.token(mention.start)) is thing:
                discourse.note(thing, mention)
            at += 1
        if reading.at(token) is not None and (m := reading.mention_at(token)) is not None and m.kind == NAME:
            continue
        low = token.lower_
        end = token.idx + len(token.text)
        if low in RELATIVE:
            thing = _relative(reading, token)
            if thing is not None:
                discourse.note(thing, reading.mention(thing, token.idx, end, PRONOUN))
            continue
        if low in GENDERED or low in NEUTER or low in PLURAL:
            thing = _antecedent(reading, discourse, token)
            if thing is not None:
                discourse.note(thing, reading.mention(thing, token.idx, end, PRONOUN))
            elif low in ("they", "their") and token.dep_ in ("nsubj", "nsubjpass", "poss") and (pair := _pair(discourse, token)):
                reading.several(pair, token.idx, end)
        elif low in PAIRS and _is_pair(token) and (pair := _pair(discourse, token)):
            reading.several(pair, token.idx, end)
        elif (found := descriptions.at(token)) is not None:
            thing, start, stop = found
            reading.describe(thing, start, stop)
            discourse.note(thing, Mention(start, stop, "description", reading.text[start:stop]))
    for thing in reading.things:
        thing.mentions.sort(key=lambda m: (m.start, m.end))


def first_person(reading: Reading) -> None:
    """Note "I", "my", "we" inside quotations as mentions of their speakers; to be called once the statements are known."""
    for token in reading.doc:
        if token.lower_ in FIRST and (token.lower_ != "us" or token.text != "US") and reading.at(token) is None:
            speaker = reading.speaker(token.idx) if reading.quote(token.idx) is not None else None
            if speaker is not None:
                reading.mention(speaker, token.idx, token.idx + len(token.text), PRONOUN)


# ------------------------------------------------------------------------------------------------ gender
def _learn_genders(reading: Reading) -> None:
    """The gender of people whose names do not tell it, from pronouns that can only mean them."""
    votes: dict[int, Counter[str]] = {}
    for thing in reading.named("Person"):
        for mention in thing.mentions:
            after = reading.text[mention.end : mention.end + 9]
            if after.startswith((" himself", " herself")):
                votes.setdefault(id(thing), Counter())["m" if after[1] == "h" and after[2] == "i" else "f"] += 3
    previous: list[Thing] = []
    for sentence in reading.sentences:
        here: list[Thing] = []
        for token in sentence:
            thing = reading.at(token)
            if thing is not None and thing.type == "Person" and all(t is not thing for t in here):
                here.append(thing)
            gender = GENDERED.get(token.lower_)
            if gender is None or reading.quote(token.idx) is not None:
                continue
            pool = [t for t in (here or previous) if t.gender in (gender, "u")]
            if len(pool) == 1 and len(here or previous) == 1 and pool[0].gender == "u":
                votes.setdefault(id(pool[0]), Counter())[gender] += 2 if here else 1
        previous = [] if "\n" in sentence.text else here or previous
    for thing in reading.named("Person"):
        if id(thing) in votes and thing.gender == "u":
            ranked = votes[id(thing)].most_common()
            if len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]:
                thing.gender = ranked[0][0]


# ------------------------------------------------------------------------------------------------ pronouns
def _antecedent(reading: Reading, discourse: Discourse, token: Token) -> Thing | None:
    low = token.lower_
    if low in REFLEXIVE:
        return _clause_subject(reading, token, low)
    barred = _barred(reading, token)
    if low in GENDERED:
        gender = GENDERED[low]
        ahead = _announced(reading, token, gender)
        ranked = discourse.ranked(token, lambda t: t.type == "Person" and t.gender in (gender, "u", None), barred=barred)
        known = [(s * (1.0 if t.gender == gender else 0.8), t) for s, t in ranked]
        known.sort(key=lambda st: -st[0])
        if ahead is not None and not any(s.sentence == discourse.sentence_of(token.idx) and s.thing in [t for _, t in known] for s in discourse.seen):
            return ahead
        if known and known[0][1].gender == gender and (best := _clear(known, floor=ALONE)) is not None:
            return best
        if not known:
            far = [t for _, t in discourse.ranked(token, lambda t: t.type == "Person" and t.gender == gender, barred=barred, window=FAR)]
            if len(far) == 1 and reading.quote(token.idx) is None:
                return far[0]
        if not known and reading.quote(token.idx) is not None:
            return _protagonist(reading, gender, barred)
        return _clear(known)
    if low in NEUTER:
        if low == "it" and PLEONASTIC.match(reading.text[token.idx : token.idx + 60]):
            return None
        if low == "it" and token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        subjects = {id(s.thing) for s in discourse.seen if s.role in SUBJECTS and discourse.sentence_of(token.idx) - s.sentence <= 1}
        ranked = discourse.ranked(token, lambda t: t.type not in ("Person", "Audience", "Topic") and id(t) in subjects, barred=barred, window=1)
        best = _clear(ranked, floor=0.55)
        staff = low == "its" and "Person" in kinds_of(token.head.text)
        return best if best is not None and (staff or not _noun_between(discourse, token, best)) else None
    ranked = discourse.ranked(token, lambda t: t.plural, barred=barred, window=1)
    best = _clear(ranked, floor=0.5)
    return best if best is not None and not _noun_between(discourse, token, best) else None


def _clear(ranked: list[tuple[float, Thing]], floor: float = CLEAR) -> Thing | None:
    """The first of the ranked things where it is salient and well ahead of the second."""
    if not ranked or ranked[0][0] < floor:
        return None
    if len(ranked) > 1 and ranked[0][0] < CLEARER * ranked[1][0]:
        return None
    return ranked[0][1]


def _relative(reading: Reading, token: Token) -> Thing | None:
    """The thing right before a relative pronoun, or the one that the relative clause hangs on."""
    before = token.nbor(-1) if token.i else token
    while before.i and before.text in (",", "”", '"', ")", "’", "*", "—"):
        before = before.nbor(-1)
    # "age, who": the number between a name and its clause
    if before.like_num and before.i > 1 and before.nbor(-1).text == ",":
        before = before.nbor(-2)
    verb = token.head if token.dep_ != "poss" else token.head.head
    for candidate in (before, verb.head if verb.dep_ == "relcl" else before):
        thing = reading.at(candidate)
        if thing is not None and (token.lower_ == "whose" or (thing.type == "Person") == (token.lower_ != "which")):
            return thing
    return None


def _protagonist(reading: Reading, gender: str, barred: list[Thing]) -> Thing | None:
    """Whom an expert means who is quoted far from any name: the person whom the article is about."""
    people = [(sum(m.kind == NAME for m in t.mentions), t) for t in reading.named("Person") if all(t is not b for b in barred)]
    people = sorted((p for p in people if p[1].gender in (gender, "u")), key=lambda p: -p[0])
    if not people or people[0][0] < 3 or (len(people) > 1 and people[0][0] < PROTAGONIST * people[1][0]):
        return None
    return people[0][1]


def _clause_subject(reading: Reading, token: Token, low: str) -> Thing | None:
    verb = clause_verb(token)
    for _ in range(3):
        if verb is None:
            return None
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                thing = reading.at(child)
                fits = thing is not None and (thing.type != "Person" or thing.gender in (GENDERED.get(low), "u", None))
                return thing if fits and (low in GENDERED) == (thing is not None and thing.type == "Person") else None
        verb = clause_verb(verb)
    return None


def _barred(reading: Reading, token: Token) -> list[Thing]:
    """Whom the pronoun cannot mean: the subject of its own clause where it is an object there, and the speaker of its quotation."""
    out: list[Thing] = []
    if token.dep_ in ("dobj", "obj", "iobj", "dative", "pobj"):
        verb = clause_verb(token)
        if verb is not None:
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            if not subjects and verb.dep_ in ("xcomp", "conj", "advcl") and clause_verb(verb) is not None:
                subjects = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]
            for subject in subjects:
                for part in (subject, *subject.conjuncts):
                    if (thing := reading.at(part)) is not None:
                        out.append(thing)
    if token.dep_ == "nsubj" and token.head.lower_ in SAYING and reading.quote(token.idx) is None:
        out += _named_in_own_quote(reading, token)
    if (quote := reading.quote(token.idx)) is not None and (speaker := _speaker_near(reading, quote.start, quote.end)) is not None:
        out.append(speaker)
    return out


def _named_in_own_quote(reading: Reading, token: Token) -> list[Thing]:
    """Whom a quotation names is hardly its speaker: "“Lowe is our mayor,” he said"."""
    sentence = reading.sentence(token.idx)
    near = [q for q in reading.quotes if sentence.start_char - 2 <= q.start < sentence.end_char or sentence.start_char <= q.end < sentence.end_char]
    return [t for q in near for _, t in reading.within(q.inner_start, q.inner_end, ("Person",))]


def _speaker_near(reading: Reading, start: int, end: int) -> Thing | None:
    """Who is the subject of a verb of saying beside the quotation `start:end`."""
    first, last = reading.sentence(max(0, start - 1)), reading.sentence(min(len(reading.text) - 1, end))
    for token in (*first, *(last if last != first else ())):
        if token.lower_ in SAYING and not start <= token.idx < end:
            for child in token.children:
                if child.dep_ in ("nsubj", "dobj") and reading.quote(child.idx) is None and (thing := reading.at(child)) is not None:
                    return thing
    return None


def _announced(reading: Reading, token: Token, gender: str) -> Thing | None:
    """The subject that an introductory phrase runs ahead of: "In her first term, Ada Lowe …"."""
    sentence = reading.sentence(token.idx)
    if token.dep_ != "poss" or reading.quote(token.idx) is not None:
        return None
    for later in sentence:
        if later.idx <= token.idx or later.dep_ not in ("nsubj", "nsubjpass") or later.head.dep_ != "ROOT":
            continue
        comma = reading.text[token.idx : later.idx]
        thing = reading.at(later)
        mention = reading.mention_at(later)
        named = mention is not None and mention.kind == NAME and mention.start > token.idx
        if thing is not None and named and thing.type == "Person" and thing.gender in (gender, "u") and "," in comma and later.idx - token.idx < 90:
            return thing
        return None
    return None


def _noun_between(discourse: Discourse, token: Token, thing: Thing) -> bool:
    """Whether a common noun as subject since the last mention of `thing` is a likelier antecedent of a neuter or plural pronoun."""
    last = max((s.mention.end for s in discourse.seen if s.thing is thing), default=0)
    doc = token.doc
    i = token.i - 1
    number = ("NNS", "NNPS") if token.lower_ in PLURAL else ("NN",)
    while i >= 0 and doc[i].idx >= last:
        if doc[i].tag_ in number and doc[i].dep_ in ("nsubj", "nsubjpass") and discourse.reading.at(doc[i]) is None:
            return True
        i -= 1
    return False


# ------------------------------------------------------------------------------------------------ two people at once
def _is_pair(token: Token) -> bool:
    if token.lower_ == "both":
        return token.dep_ in ("nsubj", "nsubjpass") or token.dep_ == "ROOT"
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    followed = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and token.lower_ == "two" and after.lower_ not in ("men", "women")
    return before in ("the", "between") and not followed


def _pair(discourse: Discourse, token: Token) -> tuple[Thing, ...]:
    """The two people meant by "they", "the two": the two coordinated last, else the only two in this and the last sentences."""
    here = discourse.sentence_of(token.idx)
    barred = _barred(discourse.reading, token)
    coordinated = _coordinated(discourse, token, barred)
    if coordinated or token.lower_ in ("pair", "duo", "couple"):
        return coordinated
    if token.lower_ in PLURAL and _plural_noun_since(discourse, token):
        return ()
    for window in (0, 1, 2):
        people: list[Thing] = []
        for seen in discourse.seen:
            near = here - seen.sentence <= window and seen.mention.end <= token.idx
            if near and seen.thing.type == "Person" and not seen.quoted and all(t is not seen.thing for t in barred) and all(t is not seen.thing for t in people):
                people.append(seen.thing)
        if len(people) == 2:
            return tuple(people)
        if len(people) > 2:
            return ()
    return ()


def _coordinated(discourse: Discourse, token: Token, barred: list[Thing]) -> tuple[Thing, ...]:
    """The last two people that an "and" joined: for "they" in the sentence before or the same, for "the pair" further back."""
    here = discourse.sentence_of(token.idx)
    window = {"they": 1, "their": 1, "both": 4, "two": 4}.get(token.lower_, 1000)
    for seen in reversed(discourse.seen):
        if here - seen.sentence > window:
            return ()
        if seen.thing.type != "Person" or seen.mention.end > token.idx or seen.head.dep_ != "conj":
            continue
        other = discourse.reading.at(seen.head.head)
        if other is None or other.type != "Person" or other is seen.thing or seen.quoted or any(t in (other, seen.thing) for t in barred):
            continue
        last = max((m.end for m in other.mentions if m.end <= seen.mention.start), default=0)
        between = discourse.reading.text[last : seen.mention.start]
        if " and " not in between or len(between) > 60 or "\n" in between:
            continue
        more = [c for c in seen.head.children if c.dep_ == "conj"]
        if not more and (token.lower_ not in PLURAL or not _plural_noun_since(discourse, token, seen.mention.end)):
            return (other, seen.thing)
    return ()


def _plural_noun_since(discourse: Discourse, token: Token, position: int | None = None) -> bool:
    """Whether a plural common noun stands between `position` (the last person named) and the pronoun."""
    if position is None:
        position = max((s.mention.end for s in discourse.seen if s.thing.type == "Person" and s.mention.end <= token.idx), default=0)
    nouns = (t for t in token.doc[max(0, token.i - 60) : token.i] if t.idx >= position and t.tag_ in ("NNS", "NNPS"))
    return any(t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") and t.lower_ not in ("minutes", "hours", "days", "weeks") for t in nouns)


__all__ = ["SUBJECTS", "first_person", "resolve", "role_of"]
