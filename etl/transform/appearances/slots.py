"""Show, platforms, place, date and length of an occasion, out of the words of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from spacy.tokens import Token

from etl.transform import dates
from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame
from etl.transform.reading import NAME, Mention, Reading, Thing

ON = frozenset("on via over through by for with to at from across in".split())
LONG_QUOTE = 6  # words; shorter ones are titles
AT = frozenset("at in from outside inside near".split())
LEADING = 24  # characters from the head of the sentence within which a time holds for all of it
SHORTEST = 2  # minutes
LONGEST = 36 * 60  # minutes; what takes weeks is no length of an occasion
WEEKDAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?")
CLOCK = re.compile(
    r"(?:(?:around|about|at|just before|just after|shortly after|a little after) )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight|midday)(?: [A-Z]{2,4})?",
    re.I,
)
LENGTH = re.compile(r"\b(?:later|ago|before|after|earlier|late|early|old|notice|into|delay|a week|a day|each)\b")


def in_quote(reading: Reading, token: Token) -> bool:
    """Whether `token` stands in somebody's words rather than in a title or a phrase between quotation marks."""
    quote = reading.quote(token.idx)
    if quote is None:
        return False
    words = reading.text[quote.inner_start : quote.inner_end].split()
    return len(words) >= LONG_QUOTE and sum(w[:1].isupper() for w in words) * 2 < len(words)


def told(reading: Reading, start: int, end: int) -> str:
    """The text `start:end` with what is quoted in it blanked out, titles apart: what the writer tells himself."""
    text = reading.text[start:end]
    for quote in reading.quotes_within(start, end):
        a, b = max(quote.inner_start, start) - start, min(quote.inner_end, end) - start
        words = text[a:b].split()
        if sum(w[:1].isupper() for w in words) * 2 < len(words) or text[a:b].rstrip().endswith((",", ".", "?", "!")):
            text = text[:a] + " " * (b - a) + text[b:]
    return text


def root(reading: Reading, mention: Mention) -> Token:
    """The head of the mention's tokens."""
    tokens = reading.tokens(mention.start, mention.end) or [reading.token(mention.start)]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def governor(token: Token) -> tuple[str, Token]:
    """The preposition before the noun phrase of `token` ("" where there is none) and the word that the phrase depends on."""
    node = token
    for _ in range(8):
        head = node.head
        if head == node:
            return "", node
        if node.dep_ == "pobj" or (head.pos_ == "ADP" and node.dep_ not in ("prep",)):
            top = head
            while top.head.pos_ == "ADP" and top.head != top and top.dep_ in ("prep", "pcomp"):
                top = top.head
            return head.lower_, top.head
        if node.dep_ in ("dobj", "nsubj", "nsubjpass", "dative", "attr") or head.pos_ in ("VERB", "AUX"):
            return "", head
        if node.dep_ == "poss":
            return "'s", head
        node = head
    return "", node


def mentions(reading: Reading, tokens: Iterable[Token], *types: str) -> Iterator[tuple[Mention, Thing]]:
    """The mentions of the given types whose head is among `tokens`, in order."""
    allowed = {t.i for t in tokens}
    if not allowed:
        return
    doc = reading.doc
    first, last = doc[min(allowed)], doc[max(allowed)]
    for mention, thing in reading.within(first.idx, last.idx + len(last), types):
        if root(reading, mention).i in allowed:
            yield mention, thing


def _elsewhere(token: Token) -> bool:
    """Whether the phrase speaks of accounts, followers or people of the platform rather than of an occasion on it."""
    _, gov = governor(token)
    if gov.lemma_.lower() in cues.ELSEWHERE:
        return True
    node = token
    while node.dep_ in ("compound", "nmod", "poss") and node.head != node:
        node = node.head
        if node.lemma_.lower() in cues.ELSEWHERE:
            return True
    return gov.lemma_.lower() in ("follow", "ban", "suspend", "subscribe", "own", "buy", "found", "leave")


def fill_show(reading: Reading, frame: Frame) -> None:
    """The show that the clause names, preferably after a preposition of place."""
    if frame.show is not None:
        return
    best: tuple[int, Thing] | None = None
    for mention, thing in mentions(reading, frame.tokens, "Show"):
        prep, gov = governor(root(reading, mention))
        weight = 2 if prep in ("on", "for", "in", "with", "to") else 1 if prep == "" or gov in frame.nouns else 0
        if (
            gov.pos_ in ("NOUN", "PROPN")
            and gov not in frame.nouns
            and gov.lemma_ in ("host", "presenter", "producer", "fan", "listener", "creator")
        ):
            continue
        if weight and (best is None or weight > best[0]):
            best = (weight, thing)
    if best:
        frame.show = best[1]


def fill_platforms(reading: Reading, frame: Frame) -> None:
    """Platforms and outlets that the clause says the occasion was on."""
    for mention, thing in mentions(reading, frame.tokens, "Platform", "Outlet"):
        token = root(reading, mention)
        if any(thing is p for p in frame.platforms):
            continue
        if _elsewhere(token):
            if _live_there(token, frame):
                frame.platforms.append(thing)
            continue
        if frame.parted and frame.show is not None and _show_before(reading, mention.start, token.sent.start_char) is not frame.show:
            continue
        prep, gov = governor(token)
        noun = token
        while noun.dep_ in ("compound", "nmod", "poss", "amod") and noun.head != noun:
            noun = noun.head
        modifies = noun != token and (noun in frame.nouns or noun.lemma_.lower() in cues.VENUES or _is_show(reading, noun))
        if noun != token and not modifies and not (noun.pos_ == "PROPN" and reading.at(noun) is None) and reading.at(noun) is not thing:
            continue  # "the YouTube group", "X users"
        carried = gov.lemma_.lower() in cues.CARRIED
        if modifies or (prep in ("on", "via", "over", "through", "across") and not _noun_apart(reading, gov, frame)) or (
            prep in ("by", "to", "with", "for") and (gov in frame.nouns or carried)):  # fmt: skip
            frame.platforms.append(thing)


def _live_there(token: Token, frame: Frame) -> bool:
    """Whether the account is the one on which somebody went live: "went live on a new YouTube account"."""
    node = token.head if token.dep_ in ("compound", "nmod") else token
    prep, gov = governor(node)
    return prep in ("on", "from") and gov == frame.at and "livestream" in frame.kinds


def _show_before(reading: Reading, position: int, start: int) -> Thing | None:
    """The last show named in `start:position`."""
    named = reading.within(start, position, ("Show",))
    return named[-1][1] if named else None


def _is_show(reading: Reading, token: Token) -> bool:
    thing = reading.at(token)
    return thing is not None and thing.type == "Show"


# Nouns through which a platform still belongs to the occasion: "a game on Twitch", "an hour on Kick".
PASSING = frozenset("game video message clip hour minute time screen word guest turn".split())


def _noun_apart(reading: Reading, gov: Token, frame: Frame) -> bool:
    """Whether the phrase hangs on a noun that is neither the occasion nor a programme nor somebody: "the row on X about taxes"."""
    lemma = gov.lemma_.lower()
    if gov.pos_ != "NOUN" or gov in frame.nouns or gov.ent_type_ or lemma in cues.NOUNS or lemma in cues.VENUES or lemma in PASSING:
        return False
    somebody = [gov, *(c for c in gov.children if c.dep_ == "appos")]
    return not any((thing := reading.at(t)) is not None and thing.type in ("Person", "Organization") for t in somebody)


def fill_place(reading: Reading, frame: Frame) -> None:
    """The place where it happened: what "in" or "at" says of the verb, the occasion or the venue."""
    if frame.place is not None:
        return
    if frame.at.dep_ == "relcl" and any(t.lower_ == "where" for t in frame.at.lefts):
        before = reading.at(frame.at.head)
        if before is not None and before.type == "Place":
            frame.place = before
            return
    for mention, thing in mentions(reading, frame.tokens, "Place"):
        prep, gov = governor(root(reading, mention))
        if prep not in AT:
            continue
        noun = gov.lemma_.lower()
        if gov.pos_ in ("VERB", "AUX") or gov in frame.nouns or noun in cues.NOUNS or noun in (
            "crowd", "supporter", "stage", "audience", "studio", "festival", "summit", "conference", "convention", "hall", "theatre", "theater", "arena",
            "club", "centre", "center", "stadium", "venue", "event", "fan", "home", "church", "hotel", "room", "park", "night", "evening", "morning", "afternoon",
        ) or gov.lemma_.lower() in cues.CARRIED or gov.ent_type_ in ("FAC", "EVENT", "DATE", "TIME", "ORG"):  # fmt: skip
            frame.place = thing
            return


def _time_token(reading: Reading, time: dates.Time) -> Token:
    tokens = reading.tokens(time.start, time.end) or [reading.token(time.start)]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def fill_times(reading: Reading, frame: Frame, start: int, end: int, alone: bool) -> None:
    """Date and length out of the time expressions of the sentence `start:end`; those of other clauses only where `alone`."""
    allowed = {t.i for t in frame.tokens}
    best: tuple[int, int, dates.Time, str] | None = None
    for time in reading.times:
        if not start <= time.start < end or in_quote(reading, reading.token(time.start)):
            continue
        if (named := reading.mention_at(reading.token(time.start))) is not None and named.kind == NAME and named.end >= time.end:
            continue
        token = _time_token(reading, time)
        own = token.i in allowed or any(t.i in allowed for t in reading.tokens(time.start, time.end))
        leading = time.start - start < LEADING and time.end < frame.at.idx
        if not own and not leading and not (alone and _level(token, frame)):
            continue
        if time.type == "DURATION":
            if frame.minutes is None and own and is_length(reading, time):
                length = dates.minutes(time)
                frame.minutes = length if length and 1 <= length <= LONGEST else None
            continue
        value = _ahead(reading, time, token, dates.day(time, reading.article.published))
        if not value or (time.type == "TIME" and CLOCK.fullmatch(time.text)):
            continue
        weight = _date_weight(reading, token, frame, own)
        if weight and (best is None or (weight, -abs(time.start - frame.at.idx)) > (best[0], best[1])):
            best = (weight, -abs(time.start - frame.at.idx), time, value)
    if best and frame.date is None:
        frame.date, frame.date_text = best[3], best[2].text
        frame.released = _is_release(_time_token(reading, best[2]))
        frame.recorded = not frame.released and _governing(_time_token(reading, best[2])).lemma_ in ("record", "tape", "film", "shoot")
        frame.slot_evidence["date"] = [(best[2].start, best[2].end)]


def _ahead(reading: Reading, time: dates.Time, token: Token, value: str | None) -> str | None:
    """The day of a bare weekday, moved a week on where the verb tells of the future ("airs on Sunday", "will be out on Sunday")."""
    published = reading.article.published
    if not value or not published or len(value) < 10 or value >= published or not WEEKDAY.fullmatch(time.text):
        return value
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX") or t.lower_ == "airs"), token)
    future = any(c.lower_ in cues.FUTURE_AUX for c in verb.lefts) or (
        verb.tag_ != "VBD" and verb.lower_ in ("airs", "returns", "opens", "publishes")
    )
    return (date.fromisoformat(value) + timedelta(7)).isoformat() if future else value


def _governing(token: Token) -> Token:
    _, gov = governor(token)
    return gov if gov.pos_ == "VERB" else token.head


def _is_release(token: Token) -> bool:
    """Whether the time says when something recorded came out."""
    node = _governing(token)
    if node.lemma_ in ("release", "publish", "upload", "air", "post", "drop", "land"):
        return True
    return node.lemma_ in ("go", "come", "put") and any(c.lower_ in ("up", "out", "live") for c in node.children)


def _level(token: Token, frame: Frame) -> bool:
    """Whether a time outside the clause stands on the level of the sentence: under its root, or above the frame's verb."""
    node = token
    for _ in range(4):
        if node.head == node or node.pos_ == "VERB":
            break
        node = node.head
    return node.dep_ == "ROOT" or node.head == node or node in frame.at.ancestors


def _date_weight(reading: Reading, token: Token, frame: Frame, own: bool) -> int:
    prep, gov = governor(token)
    if prep in ("since", "until", "till", "before", "by", "from"):
        return 0
    if gov in frame.nouns or token.head in frame.nouns:
        return 4
    if gov == frame.at or token.head == frame.at:
        return 3
    verb = gov if gov.pos_ == "VERB" else token.head
    if (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() not in cues.CARRIED
        and verb.dep_ in ("xcomp", "pcomp", "advcl", "ccomp", "acl", "relcl")
        and own
    ):
        return 0
    if (
        prep
        and gov.pos_ == "NOUN"
        and gov.lemma_.lower() not in ("guest", "night", "morning", "evening")
        and not {gov.lemma_.lower()} & (cues.NOUNS.keys() | cues.VENUES.keys())
        and reading.at(gov) is None
    ):
        return 0
    return 2 if own else 1


def is_length(reading: Reading, time: dates.Time) -> bool:
    """Whether the duration says how long something lasted, rather than how long ago or after what it was."""
    after = reading.text[time.end : time.end + 16]
    if LENGTH.search(after.split(",")[0]) or "old" in reading.text[time.start : time.end]:
        return False
    prep, gov = governor(_time_token(reading, time))
    if gov.lemma_ in ("wait", "fast", "queue", "drive", "fly", "sleep", "delay", "travel", "sit-in", "postpone", "suspend"):
        return False
    return prep not in ("in", "after", "within", "until", "before", "by", "from", "than", "every")


def fill(reading: Reading, frame: Frame, start: int, end: int, alone: bool) -> None:
    """Fill all that the clause tells besides who takes part."""
    fill_show(reading, frame)
    fill_platforms(reading, frame)
    fill_place(reading, frame)
    fill_times(reading, frame, start, end, alone)
