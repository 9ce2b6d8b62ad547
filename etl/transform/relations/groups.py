"""Descriptions of groups of people, found by their words alone: "renters in their twenties", "the 29-year-old who can't buy a house".

`etl.transform.segments` reads the same off the parse; these spans are candidates only, until a wording says that somebody
reaches or wants them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from etl.transform.reading import Reading
from etl.transform.segments import AUDITORS, BARE_TOO_LITTLE, PEOPLE
from graph.records import Span

MORE_PEOPLE = frozenset(
    """tradie bloke trucker nurse baker builder plumber electrician miner fisherman soldier cop policeman firefighter carer caregiver clerk
    cashier waiter barista courier cleaner seamstress shopkeeper businessman businesswoman entrepreneur freelancer academic scientist
    historian scholar journalist advertiser recruiter jobseeker apprentice intern graduate schoolkid schoolgirl toddler infant baby
    teenager twentysomething thirtysomething dad granny grandad insomniac night-owl early-riser dieter drinker smoker vegan vegetarian
    patient survivor sufferer carer prisoner inmate commuter pedestrian motorist biker dog-owner pet-owner cat-owner birdwatcher
    stargazer knitter crafter quilter brewer home-cook chef supporter loyalist activist campaigner unionist separatist nationalist
    populist leftist rightist socialist communist libertarian traditionalist mum-to-be newlywed divorcee divorcé parent-to-be
    househusband housewife homemaker stay-at-home breadwinner landlord leaseholder expatriate refugee asylum-seeker local islander
    villager townie suburbanite urbanite northerner southerner midwesterner latina latinx asian african european american indian
    australian canadian irish black white hispanic male female men women one millennial gen-z zoomer boomer swiftie superfan stan
    aficionado buff nerd purist completist newbie novice beginner veteran tourist traveller holidaymaker backpacker sailor pilot driver
    cyclist walker rambler swimmer lifter bodybuilder gym-goer athlete punter bettor gambler singleton dater lover hater critic doubter
    sceptic skeptic cynic dreamer drifter outsider misfit loner introvert customer client consumer shopper saver spender borrower lender
    investor speculator shareholder policyholder cardholder subscriber patron donor volunteer school college university household firm
    brand chap mate pal fogey gran nan elder tradesman craftsman locksmith carpenter decorator salesman sportsman serviceman policewoman
    firefighter paramedic midwife hairdresser butcher fisherwoman vendor trader hawker stallholder farmhand labourer laborer migrant
    remainer leaver nonvoter truck-driver ex-smoker vlogger blogger collector bargain-hunter first-timer retiree widower bookworm
    stay-at-homer homebody office-worker shift-worker night-owl teacher schoolteacher lecturer don dental-nurse caretaker janitor
    porter clerk typist secretary civil-servant bureaucrat technocrat techie programmer nerd goth punk hipster yuppie preteen tween
    adolescent octogenarian septuagenarian pensioner oldie boomer churchgoer parishioner worshipper believer nun monk priest imam
    backer bystander onlooker passer-by troublemaker newcomer arrival returnee exile émigré compatriot countryman countrywoman""".split()
)
# Who listens is no description of who they are; and these are people in general.
NOBODY = frozenset(
    """people person one audience public crowd following base community group member guest household firm brand customer client family
    market class fan follower listener viewer reader subscriber user supporter critic following demographic constituency electorate""".split()
)
YEARS = re.compile(r"\b(?:(?:under|over)-\d\ds|(?:\d\d[-–](?:to-)?)?\d\d-year-olds?|(?:twenty|thirty|forty|fifty|\d0)-?somethings)\b")
STANDING_FOR_ALL = frozenset("owner voter driver mother teenager father farmer worker student nurse buyer listener".split())
# Who they are is said by the noun itself, once a wording says that somebody wants or has them.
OCCUPIED = frozenset(
    "girl boy driver worker doctor lawyer engineer teacher student executive founder artist musician creator founder professional pupil".split()
)
EVERYBODY = frozenset("everybody everyone anybody anyone".split())  # with "who …" they are a group
SINGULAR = re.compile(r"(?i)\b(?:the|a|an|that|any|every|each)\s+(?:\w+[ -]){0,3}$")
AGE = (
    r"(?: (?:aged |ages |between (?:the ages of )?)?\d\d (?:to|and|-|–) \d\d| (?:aged )?(?:under|over|above|below|past|younger than|"
    r"older than) (?:the age of )?\d\d(?:s)?"
    r"| in (?:their|his|her) (?:early |late |mid-)?\w+ies| aged \d\d[–-]\d\d| of (?:all ages|a certain age))"
)
# the words of a clause or phrase that goes on describing, up to a stop
REST = (
    r"(?:(?![.,;:!?“”\"()—–]|\b(?:and|but|than|because|when|while|before|after|rather|instead|through|by|if|"
    r"that)\b)[^\n]){2,90}?(?=[.,;:!?“”\"()—–\n]|$| (?:and|but|than|because|when|while|before|after|rather|instead|through|by|if|"
    r"that)\b)"
)
# "who follow him" is for the wordings to read: it says whose public they are
FOLLOWING = r"(?:watch|listen|follow|read|tune|subscribe|love|adore|download|stream)"
WHO = re.compile(rf"{AGE}?(?: (?:who|whose|that) (?!(?:have |has |had |since |regularly |now )*{FOLLOWING}){REST})")
WITH = re.compile(rf"{AGE}?(?: (?:with|without|on|in|from|of|at|outside|doing|living|looking|trying|working|across|around) {REST})")
JUST_AGE = re.compile(AGE)
ADJECTIVAL = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV"))


@lru_cache(maxsize=4096)
def _is_person(lemma: str) -> bool:
    last = lemma.rsplit("-", 1)[-1]
    return last in PEOPLE or last in MORE_PEOPLE or lemma.endswith(("goer", "watcher", "lover", "holder", "keeper"))


def _heads(token: Token) -> bool:
    lower = token.lower_
    plural = token.tag_ in ("NNS", "NNPS") or lower in ("men", "women", "people", "folk", "ones", "youth", "electorate", "public")
    return plural and _is_person(token.lemma_.lower()) and lower not in ("minutes",)


def _first(token: Token) -> Token:
    """The first word of the description that leads up to its head noun."""
    first = token
    while first.i > first.sent.start:
        before = first.nbor(-1)
        participle = before.tag_ == "VBN" or (before.tag_ == "VBG" and before.dep_ in ("amod", "compound"))
        adjectival = before.pos_ in ADJECTIVAL or participle or before.text == "-"
        joined = before.text == "-" or first.text == "-" or (before.idx + len(before) == first.idx)
        stop = before.lower_ in STOPS or (before.is_sent_start and before.pos_ == "ADV") or (before.like_num and not joined)
        if (not joined and (not adjectival or stop)) or (before.is_punct and before.text != "-"):
            if (paired := _paired(before, first)) is None:
                break
            before = paired
        first = before
    return first


def _paired(link: Token, right: Token) -> Token | None:
    """The adjective that `link` joins to the one at `right`: "*young* and overwhelmingly male users", "*mostly white*, middle-aged men"."""
    degree = right.pos_ == "ADJ" and link.pos_ == "ADV" and link.i > link.sent.start
    if degree:
        link = link.nbor(-1)
    if link.lower_ not in ("and", ",", "but") or link.i == link.sent.start or right.pos_ not in ("ADJ", "ADV", "VERB"):
        return None
    left = link.nbor(-1)
    return left if left.pos_ == "ADJ" and left.lower_ not in STOPS and left.i > left.sent.start else None


STOPS = frozenset(
    """many most some few several more other such all any mainly mostly largely predominantly overwhelmingly particularly especially even
    also only often just directly straight over back away out up in then now again instead not about around million thousand hundred
    billion too so as own same like among away enough today thousands millions hundreds number""".split()
)  # fmt: skip


PLAIN = frozenset(
    """monthly weekly daily active total regular loyal paying new own mln m bn crore lakh million billion concurrent unique average online
    global worldwide live engaged registered estimated combined dedicated""".split()
)  # fmt: skip


def candidates(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """The stretches within `start:end` that describe a group of people, in order, none overlapping."""
    last = start
    for token, stop, singular in _found(reading, start, end):
        if token.idx < last:
            continue
        first = _first(token)
        low = token.lemma_.lower()
        bare = low in NOBODY or (low in BARE_TOO_LITTLE and low not in OCCUPIED) or token.lower_ in EVERYBODY
        further = WHO.match(reading.text, stop) or JUST_AGE.match(reading.text, stop)
        if further is None and (bare or singular) and first.i == token.i and low not in AUDITORS:
            further = WITH.match(reading.text, stop)
        plain = all(t.lower_ in PLAIN or t.like_num for t in reading.doc[first.i : token.i])
        if (further is None and plain and bare and token.lower_ not in ("men", "women")) or first.idx < last:
            continue
        last = min(further.end() if further else stop, end)
        yield first.idx, last


def _found(reading: Reading, start: int, end: int) -> Iterator[tuple[Token, int, bool]]:
    """The heads of groups in order: the token, where the head ends, and whether it is one who stands for all ("the driver who …")."""
    by_age = {m.start(): m.end() for m in YEARS.finditer(reading.text, start, end)}
    for token in reading.tokens(start, end):
        stop = token.idx + len(token)
        if token.idx in by_age:
            plural = reading.text[by_age[token.idx] - 1] == "s"
            if plural or _defined(reading, start, token):
                yield token, by_age[token.idx], not plural
        elif _heads(token) or (token.lower_ in EVERYBODY and WHO.match(reading.text, stop)):
            yield token, stop, False
        elif token.tag_ == "NN" and token.lower_ in STANDING_FOR_ALL and _defined(reading, start, token):
            yield token, stop, True


def _defined(reading: Reading, start: int, token: Token) -> bool:
    """Whether an article or the like stands before the singular `token`."""
    return SINGULAR.search(reading.text[max(start, token.idx - 40) : token.idx]) is not None
