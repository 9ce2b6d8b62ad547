"""Pronouns and descriptions ("she", "the senator", "the app"), resolved to the things they stand for.

The article is read once in text order. Precision comes before recall: what is not clear stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform.antecedents import GENDERED, NEUTER, PERSON, PLURAL, Judge, Option, judge, key_of, options
from etl.transform.binding import barred
from etl.transform.descriptions import Descriptions
from etl.transform.kinds import kinds_of
from etl.transform.name_cue_words import SAYING
from etl.transform.pairs import PAIRS, is_pair, pair
from etl.transform.pairs import PLURAL as PLURALS
from etl.transform.reading import DESCRIPTION, NAME, PRONOUN, Mention, Reading, Thing
from etl.transform.salience import SUBJECTS, Discourse, clause_verb

NEUTERS = frozenset(("it", "its", "itself"))
ENTITIES = ("Organization", "Outlet", "Platform", "Show", "Place")
BODIES = ("Organization", "Outlet", "Platform", "Show")  # what "they" may mean, other than people
NOUN_TAGS = frozenset(("NN", "NNS"))
FIRST = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
RELATIVE = frozenset(("who", "whom", "whose", "which"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
# "it is clear that", "it seems": no antecedent.
PLEONASTIC = re.compile(
    r"it(?:[’']s| is| was) (?:the|not the|only the|just the)\b|"
    r"it(?:[’']s| is| was| will be| would be| has been| seems| seemed| appears| appeared| takes| took| turns out| remains| became)? "
    r"(?:not |also |only |just |still |too |so |very |more |less |now |yet )*(?:\w+ )?(?:that|to|how|whether|who|when|if|like|as if)\b|"
    r"it (?:seems|seemed|appears|turns|turned)\b",
    re.I,
)
SAID_OF = re.compile(r"[”\"’',. ]{0,4}(?:[\w’'.-]{1,30} ){0,3}?(\w{2,20}) (?:[A-Z][\w’'.-]{1,30} ){0,3}(?:of|about) ")
ASKING = frozenset("interview ask question quiz grill press challenge confront congratulate tease rib needle".split())
SUBORDINATORS = frozenset("after before when while as since because if although though once until by despite".split())
CLEFT = re.compile(r"[Ii]t(?:[’']s| is| was) [A-ZÀ-Þ]")


def resolve(reading: Reading, choose: Judge = judge) -> None:
    """Note in `reading` what each third-person pronoun and each definite description refers to, where it is clear.

    Args:
        reading: the article, its things named.
        choose: which of the candidates a pronoun or description means; the fitting of the weights puts its own in this place.
    """
    _learn_genders(reading)
    names = sorted(((m, t) for t in reading.things for m in t.mentions if m.kind == NAME), key=lambda mt: (mt[0].start, mt[0].end))
    discourse = Discourse(reading)
    descriptions = Descriptions(reading, discourse)
    at = 0
    for token in reading.words:
        while at < len(names) and names[at][0].start <= token.idx:
            mention, thing = names[at]
            if reading.at(reading.token(mention.start)) is thing:
                discourse.note(thing, mention)
            at += 1
        if reading.at(token) is not None and (m := reading.mention_at(token)) is not None and m.kind == NAME:
            continue
        low = reading.forms[token.i]
        end = token.idx + len(token)
        if low in RELATIVE:
            if (antecedent := _relative(reading, token)) is not None:
                discourse.note(antecedent, reading.mention(antecedent, token.idx, end, PRONOUN))
            continue
        if low in GENDERED or low in NEUTERS or low in PLURALS:
            if (antecedent := _antecedent(reading, discourse, token, choose)) is not None:
                discourse.note(antecedent, reading.mention(antecedent, token.idx, end, PRONOUN))
                discourse.followed[key_of(low)] = antecedent
                if low in GENDERED:
                    discourse.called[id(antecedent)] = GENDERED[low]
            elif low in ("they", "their") and token.dep_ in ("nsubj", "nsubjpass", "poss") and (people := pair(discourse, token)):
                reading.several(people, token.idx, end)
        elif low in PAIRS and is_pair(token) and (people := pair(discourse, token)):
            reading.several(people, token.idx, end)
        elif token.dep_ in SUBJECTS and token.tag_ in NOUN_TAGS and reading.at(token) is None:
            kind = PLURAL if token.tag_ == "NNS" else PERSON if "Person" in kinds_of(token.text) else NEUTER
            discourse.nouns[kind].append(token.idx)
        if token.tag_ == "NN" and reading.at(token) is None and "Person" in kinds_of(token.text):
            discourse.note_unnamed(token)
        if (found := descriptions.at(token, choose)) is not None:
            thing, start, stop = found
            reading.describe(thing, start, stop)
            discourse.note(thing, Mention(start, stop, DESCRIPTION, reading.text[start:stop]))
    for thing in reading.things:
        thing.mentions.sort(key=lambda m: (m.start, m.end))


def first_person(reading: Reading) -> None:
    """Note "I", "my", "we" inside quotations as mentions of their speakers; to be called once the statements are known."""
    for token in reading.with_form(FIRST):
        if (token.lower_ != "us" or token.text != "US") and reading.at(token) is None:
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
        for token in reading.words[sentence.start : sentence.end]:
            person = reading.at(token)
            if person is not None and person.type == "Person" and all(t is not person for t in here):
                here.append(person)
            gender = GENDERED.get(reading.forms[token.i])
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
def _antecedent(reading: Reading, discourse: Discourse, token: Token, choose: Judge) -> Thing | None:
    low = token.lower_
    if low in REFLEXIVE and ((subject := _clause_subject(reading, token, low)) is not None or low in NEUTERS):
        return subject
    if low in GENDERED:
        gender = GENDERED[low]
        told = _spoken_of(reading, token, gender) or _object_asked(reading, token, gender)
        return told or choose(token, PERSON, _people(reading, discourse, token))
    if low == "it" and (PLEONASTIC.match(reading.text[token.idx : token.idx + 60]) or CLEFT.match(reading.text, token.idx)):
        return None
    return choose(token, NEUTER if low in NEUTERS else PLURAL, _things(reading, discourse, token))


def _things(reading: Reading, discourse: Discourse, token: Token) -> list[Option]:
    """What "it" or "they" may mean, where it is one thing that is named."""
    neuter = token.lower_ in NEUTERS
    owned = kinds_of(token.head.text) if token.dep_ == "poss" else {}

    def marks(thing: Thing) -> Iterator[str]:
        if "Person" in owned:
            yield "whose people"
            yield f"people of {'a show' if thing.type == 'Show' else 'a place' if thing.type == 'Place' else 'a body'}"
        if token.dep_ in SUBJECTS and token.head.lower_ in SAYING:
            yield f"{'a place' if thing.type == 'Place' else 'a show' if thing.type == 'Show' else 'a body'} speaks"
        if not neuter:
            yield "plural name" if thing.plural else "singular name"

    def accepts(thing: Thing) -> bool:
        return thing.type in ENTITIES if neuter else thing.type in BODIES

    return options(reading, discourse, token, NEUTER if neuter else PLURAL, accepts, marks, barred=barred(reading, token))


def _people(reading: Reading, discourse: Discourse, token: Token) -> list[Option]:
    """Whom "he" or "she" may mean."""
    gender = GENDERED[token.lower_]

    def marks(thing: Thing) -> Iterator[str]:
        if thing.gender != gender:
            yield "called so before" if id(thing) in discourse.called else "gender unknown"

    def accepts(thing: Thing) -> bool:
        return thing.type == "Person" and (thing.gender or "u") in (gender, "u") and discourse.called.get(id(thing), gender) == gender

    out = barred(reading, token)
    return options(reading, discourse, token, PERSON, accepts, marks, barred=out, ahead=_announced(reading, token, gender))


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


def _spoken_of(reading: Reading, token: Token, gender: str) -> Thing | None:
    """Of whom a quotation is said: "“She is brave,” Lowe said of Nora Field"."""
    quote = reading.quote(token.idx)
    if quote is None:
        return None
    match = SAID_OF.match(reading.text, quote.end)
    if match is None or match.group(1).lower() not in SAYING:
        return None
    thing = reading.at(reading.token(match.end()))
    return thing if thing is not None and thing.type == "Person" and thing.gender in (gender, "u", None) else None


def _object_asked(reading: Reading, token: Token, gender: str) -> Thing | None:
    """Who is asked about "his book", or joined "on her show": the object, not the subject, of such verbs."""
    if token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    preposition, verb = token.head.head, token.head.head.head
    asked = preposition.lower_ in ("about", "on", "over") and verb.lemma_ in ASKING
    joined = preposition.lower_ in ("on", "at") and verb.lemma_ in ("join", "visit") and "Show" in kinds_of(token.head.text)
    if not (asked or joined):
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "dative"):
            thing = reading.at(child)
            fits = thing is not None and thing.type == "Person" and thing.gender in (gender, "u", None)
            return thing if fits and child.i < token.i else None
    return None


def _announced(reading: Reading, token: Token, gender: str) -> Thing | None:
    """The subject that an introductory phrase runs ahead of: "In her first term, Ada Lowe …"."""
    sentence = reading.sentence(token.idx)
    opening = token.dep_ == "nsubj" and token.i - sentence.start <= 2 and sentence[0].lower_ in SUBORDINATORS
    if not (token.dep_ == "poss" or opening) or reading.quote(token.idx) is not None:
        return None
    for later in reading.doc[token.i + 1 : min(sentence.end, token.i + 40)]:
        if later.dep_ not in ("nsubj", "nsubjpass") or later.head.dep_ != "ROOT":
            continue
        comma = reading.text[token.idx : later.idx]
        thing = reading.at(later)
        mention = reading.mention_at(later)
        named = mention is not None and mention.kind == NAME and mention.start > token.idx
        if (
            thing is not None
            and named
            and thing.type == "Person"
            and thing.gender in (gender, "u")
            and "," in comma
            and later.idx - token.idx < 90
        ):
            return thing
        return None
    return None
