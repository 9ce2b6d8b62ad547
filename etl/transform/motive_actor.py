"""Whose motive it is: the one who does the media act, not the one who talks about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from etl.transform import clauses, speaker
from etl.transform.aims import COMMENTATORS
from etl.transform.drafts import AppearanceDraft
from etl.transform.motive_phrases import WE
from etl.transform.motive_voice import represents
from etl.transform.reading import Reading, Thing
from etl.transform.saying import SAYING
from graph.records import Span

ACTORS = ("Person", "Organization", "Outlet", "Show", "Platform")
FIRST = frozenset(("i", "we"))
OTHERS = frozenset(("they", "it", "who", "that", "which", "you", "this", "these", "those"))
BACK = 3000  # characters: further back in a paragraph no reader looks, and none shall make the search grow with it
CLEARLY = 1.5  # times as many mentions as the next person


def of(reading: Reading, tokens: Sequence[Token]) -> Thing | None:
    """The actor that `tokens` stand for, else the one who owns or makes them ("its account", "the stream by Vole")."""
    found = [t for t in (speaker.of_phrase(reading, token) for token in tokens) if t is not None]
    human_first = next((t for t in found if t.type in ("Person", "Organization")), None)
    if human_first is not None:
        return human_first
    for token in tokens:
        whose = speaker.owner(token)
        if whose is not None and (by := speaker.of_phrase(reading, whose)) is not None:
            return by
    return found[0] if found else None


def earlier(reading: Reading, position: int) -> Thing | None:
    """Whose doing the paragraph is about before `position`: the last subject that is a person or organization.

    Within a quotation it is the speaker, unless that is a commentator.
    """
    begin = max(reading.text.rfind("\n", 0, position) + 1, position - BACK)
    quoted = reading.speaker(position)
    if quoted is not None and reading.quote(position) is not None and not comments(quoted):
        return quoted
    best: Thing | None = None
    for t in reading.tokens(begin, position):
        if t.dep_ in ("nsubj", "nsubjpass") and reading.quote(t.idx) is None and t.head.lemma_.lower() not in SAYING:
            found = of(reading, [t])
            if found is None or found.type not in ("Person", "Organization"):
                continue
            found = represents(reading, found) if comments(found) else found
            best = found or best
    return best


def main(reading: Reading, appearances: Sequence[AppearanceDraft]) -> Thing | None:
    """Whom the article is about: who appears most often, else the person that it names most, if clearly so."""
    guests = Counter(g for a in appearances for g in a.guests if g.type in ("Person", "Organization"))
    ranked = guests.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    counted = sorted(((len(t.mentions), t) for t in reading.named("Person")), key=lambda x: -x[0])
    if counted and (len(counted) == 1 or counted[0][0] >= CLEARLY * counted[1][0]):
        return counted[0][1]
    return None


def human(thing: Thing | None) -> Thing | None:
    """`thing` where it can have an aim itself: a person or organization, not the show or platform that serves the aim."""
    return thing if thing is not None and thing.type in ("Person", "Organization", "Outlet") else None


def comments(thing: Thing) -> bool:
    """Whether `thing` is somebody who speaks about the reasons of others: an expert, a reporter, a spokesman."""
    return any(set(role.casefold().replace("-", " ").split()) & COMMENTATORS for role in thing.roles)


def actor(reading: Reading, verb: Token) -> Thing | None:
    """Who does `verb`: its subject, or for a passive without agent the owner of what is done ("its account was opened")."""
    subject = clauses.subjects(verb)
    found = of(reading, subject)
    if found is None and clauses.is_passive(verb):
        found = of(reading, clauses.objects(verb))
    return found


def _told_of(reading: Reading, start: int, end: int, speaker: Thing) -> Thing | None:
    """Whom words of `speaker` are about by their first known subject: "*He* was after the group chats", "*the company* wants …"."""
    for t in reading.tokens(start, end):
        if t.dep_ in ("nsubj", "nsubjpass"):
            if t.lower_ in FIRST:
                return None
            if t.lower_ in OTHERS:
                continue
            found = reading.at(t)
            if found is not None and found.type in ("Person", "Organization"):
                return found if found is not speaker else None
    return None


def behalf(reading: Reading, who: Thing, act: Thing | None, stretch: Span, guests: Sequence[Thing]) -> Thing | None:
    """Whose motive it is that `who` tells: of the one who acts where `who` comments, of the body for which `who` speaks."""
    position, end = stretch
    speaks_for = represents(reading, who)
    quote = reading.quote(position)
    ours = quote is not None and WE.search(reading.text, quote.inner_start, quote.inner_end) is not None
    of = _told_of(reading, position, end, who)
    if of is not None and (of in guests or of is speaks_for or of is act):
        return of
    if act is who or speaks_for is act or (ours and speaks_for is not None):
        return speaks_for or who
    if who in guests and speaks_for is None:
        return who
    if speaks_for is not None and speaks_for in guests:
        return speaks_for
    if act is not None and act.type in ("Person", "Organization", "Outlet"):
        return act
    if speaks_for is not None:
        return speaks_for
    return earlier(reading, max(0, position - 2)) or who  # before the quotation mark
