"""Show, platforms and place of an occasion, out of the words of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame
from etl.transform.reading import Mention, Reading, Thing

ON = frozenset("on via over through by for with to at from across in".split())
LONG_QUOTE = 6  # words; shorter ones are titles
AT = frozenset("at in from outside inside near".split())


def in_quote(reading: Reading, token: Token) -> bool:
    """Whether `token` stands in somebody's words rather than in a title or a phrase between quotation marks."""
    quote = reading.quote(token.idx)
    if quote is None:
        return False
    if quote.start not in reading.is_speech:
        words = reading.text[quote.inner_start : quote.inner_end].split()
        reading.is_speech[quote.start] = len(words) >= LONG_QUOTE and sum(w[:1].isupper() for w in words) * 2 < len(words)
    return reading.is_speech[quote.start]


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


def elsewhere(token: Token) -> bool:
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
        if elsewhere(token):
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


def fill(reading: Reading, frame: Frame) -> None:
    """Fill show, platforms and place with what the clause tells."""
    fill_show(reading, frame)
    fill_platforms(reading, frame)
    fill_place(reading, frame)
