"""What an article says a named thing is: titles and descriptions beside its names ("the streamer X", "X, owner of Y"), and gender."""

from __future__ import annotations

import re

from etl.transform.kinds import kinds_of
from etl.transform.lexicon import Lexicon
from etl.transform.name_contexts import closes, noun_phrase, right_of
from etl.transform.name_cue_words import BARE_ROLE_OPENERS, DETERMINERS, HUMAN_VERBS, SAYING
from etl.transform.reading import NAME, Reading, Thing

BEFORE = re.compile(r"((?:[^\W_]+(?:[-’'][^\W_]+)*\.? ){1,5})[“\"‘'*]?$")
COMMA_BEFORE = re.compile(
    r".*(?:\b(?:the|his|her|its|their|a|an)|[’']s?) ((?:[^\W_]+(?:[-’'][^\W_]+)* ){0,4}[^\W_]+(?:[-’'][^\W_]+)*), $", re.I
)
AFTER = re.compile(r"(?:, ?|\s[—–-]\s|\s\()(?:\d{1,3}, )?((?:[^\W_]+(?:[-’'][^\W_]+)*[ ]?){1,9})")
COPULA = re.compile(r"(?:, \d{1,3},)? (?:is|was|became|remains) (?:a|an|the|one of the) ((?:[^\W_]+(?:[-’'][^\W_]+)*[ ]?){1,9})")
HE_NOUNS = frozenset(
    """brother father husband son uncle nephew grandfather king prince duke boyfriend widower boy man monk brother-in-law waiter
    landlord headmaster stepfather dad grandson stepson godson godfather father-in-law son-in-law groom bridegroom fiancé gentleman lad
    patriarch emperor baron earl friar abbot bloke guy chap fella grandpa granddad papa schoolboy cowboy tenor baritone half-brother
    ex-husband ex-boyfriend stepbrother daddy host-and-father""".split()
)
SHE_NOUNS = frozenset(
    """actress sister mother wife daughter aunt niece grandmother queen princess duchess girlfriend widow ballerina girl woman nun heroine
    hostess waitress sister-in-law headmistress stepmother mum mom granddaughter comedienne stepdaughter goddaughter godmother
    mother-in-law daughter-in-law bride fiancée lady lass matriarch empress baroness countess abbess priestess heiress stewardess mistress
    seamstress housewife midwife granny grandma auntie mama diva soprano mezzo-soprano contralto schoolgirl cowgirl half-sister ex-wife
    ex-girlfriend stepsister mummy mommy songstress landlady sculptress poetess""".split()
)
NO_MAN = frozenset("human german roman norman ottoman ombudsman talisman shaman layman freshman".split())  # tell no gender


def gender_of_noun(noun: str) -> str:
    """Which gender a noun for people tells: m, f, or "" where it tells none."""
    low = noun.casefold().split("-of-")[0]  # "mother-of-two"
    if low in SHE_NOUNS or low.endswith("woman"):
        return "f"
    return "m" if low in HE_NOUNS or (low.endswith("man") and low not in NO_MAN) else ""


def note_roles(reading: Reading, thing: Thing, lexicon: Lexicon) -> None:
    """Add to `thing.roles` the descriptions that stand beside its names, and the lexicon's where it has any."""
    for mention in thing.mentions:
        if mention.kind != NAME:
            continue
        for role in (
            _before(reading, thing, mention.start, lexicon),
            _after(reading, thing, mention.end),
            _copula(reading, thing, mention.end),
        ):
            if role and role not in thing.roles and role.casefold() not in (r.casefold() for r in thing.roles):
                thing.roles.append(role)


def _fitting(word: str, thing: Thing) -> bool:
    return thing.type in kinds_of(word)


def _before(reading: Reading, thing: Thing, start: int, lexicon: Lexicon) -> str:
    before = reading.text[max(0, start - 90) : start]
    if before.endswith(", ") and (comma := COMMA_BEFORE.match(before, before.rfind("\n") + 1)):
        np = noun_phrase(comma[1].split())
        return comma[1] if np is not None and _fitting(np[0], thing) else ""
    match = BEFORE.search(" ".join(before.rsplit(" ", 6)[-6:]))  # five words and the mark behind them at most
    if match is None:
        return ""
    words = match[1].split()
    if thing.type == "Person":
        for n in range(max(0, len(words) - 4), len(words)):
            if lexicon.is_title(" ".join(words[n:])):
                return " ".join(words[n:])
    if not _fitting(words[-1], thing):
        return ""
    keep = [words[-1]]
    for word in reversed(words[:-1]):
        if word.lower() in DETERMINERS or word.lower().endswith(("’s", "'s")):
            break
        token = reading.token(reading.text.rfind(word, 0, start))
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "CCONJ") and "-" not in word:
            break
        keep.insert(0, word)
    while keep and keep[0].lower() in ("and", "or"):
        keep.pop(0)
    return " ".join(keep)


def _after(reading: Reading, thing: Thing, end: int) -> str:
    match = AFTER.match(reading.text, end)
    if match is None:
        return ""
    words = match[1].split()
    follows = right_of(reading.text, match.end(1))
    if words and (BARE_ROLE_OPENERS.fullmatch(words[0].lower()) or words[0].lower() in SAYING | HUMAN_VERBS):
        return ""
    if words and words[0].lower() in DETERMINERS:
        words = words[1:]
    elif thing.type != "Person":
        return ""
    np = noun_phrase(words)
    if np is None or not _fitting(np[0], thing):
        return ""
    length = len(np[1])
    if not closes([*words[length:], *follows]):
        return ""
    # "owner of X", "professor at Y": the complement belongs to the role
    if length < len(words) and words[length].lower() in ("of", "for", "at", "to"):
        length = next((n for n in range(length + 1, len(words)) if words[n].lower() in ("and", "with", "in", "on", "from")), len(words))
    return " ".join(words[:length])


def _copula(reading: Reading, thing: Thing, end: int) -> str:
    """ "X, 61, is the Civic Party's candidate for governor" """
    match = COPULA.match(reading.text, end)
    if match is None:
        return ""
    words = match[1].split()
    start = next((n + 1 for n, w in enumerate(words[:5]) if w.endswith(("’s", "'s"))), 0)
    np = noun_phrase(words[start:])
    return " ".join(np[1]) if np is not None and _fitting(np[0], thing) else ""


def gender_of(thing: Thing, lexicon: Lexicon) -> str:
    """`f`, `m` or `u` for a person: from the lexicon, roles, titles and the given name."""
    if thing.entry is not None and thing.entry.properties.get("gender") in ("f", "m"):
        return thing.entry.properties["gender"]
    for role in thing.roles:
        told = {gender_of_noun(noun) for noun in re.findall(r"[\w-]+", role)}
        if "f" in told:
            return "f"
        if "m" in told:
            return "m"
        if (title := lexicon.title(role)) and title.gender in ("f", "m"):
            return title.gender
    names = [name.split()[0] for name in (thing.name, *thing.aliases) if " " in name]
    given = [g for word in names if (g := lexicon.gender(word) or (title.gender if (title := lexicon.title(word)) else None))]
    return next((g for g in given if g != "u"), "u")
