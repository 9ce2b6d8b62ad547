"""Motives: why somebody appears, publishes, chooses a platform or addresses an audience, or declines to.

Each rule is a construction of English (purpose infinitive, "the aim is to", "is meant to", "trying to", "a chance to",
"because …", "where they are"). It counts only where a word or a thing of the media stands with the act, or where the aim is an
audience; what is merely done on an occasion ("to discuss trade") is no motive.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.aims import (
    ACTS,
    ACTS_WITH_MEDIA,
    AIM_NOUNS,
    AUDIENCE_NOUNS,
    CITES,
    COMMENTATORS,
    COURTS,
    DECLINES,
    LETS,
    MEANT,
    MEDIA_NOUNS,
    NOT_AIMS,
    PRESENTS,
    REACHES,
    REACHES_ALONE,
    REFLEXIVE,
    STANDING,
    TRIES,
    USES,
    WAYS,
)
from etl.transform.drafts import AppearanceDraft, MotiveDraft
from etl.transform.reading import Reading, Thing
from etl.transform.saying import SAYING

ACTORS = ("Person", "Organization", "Outlet", "Show", "Platform")
CLEARLY = 1.5  # times as many mentions as the next person
NEAR = 16  # characters between two stretches of one aim, at most
MEDIA_TYPES = frozenset({"Show", "Platform", "Outlet"})
WHERE_THEY_ARE = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|meet(?:s|ing)?|met|reach(?:es|ed|ing)?|find(?:s|ing)?|found|be|show(?:s|ed|ing)? up|engag(?:e|es|ed|ing)|talk(?:s|ed|ing)? to|speak(?:s|ing)? to)\b"
    r"[^.;:,”\"]{0,40}?\bwhere (?:[^\s.;:,”\"]+ ){0,4}?(?:already |actually |really |most )?(?:are|is|were|was|live|lives|hang out|spend (?:their|his|her) time|get their news)\b"
)


PAST_THE_PRESS = re.compile(
    r"\b(?:bypass|circumvent|sidestep|skirt|dodg|go|gett|get|went|reach|speak|talk)(?:e|es|ed|ing|s|ping|ping)?\b"
    r"(?: (?:a)?round| past| over)?(?: the| their| his| her| our| any| all)?(?: (?:heads? of|legacy|mainstream|traditional|national|old|established|main|big|usual|political))*"
    r" (?:(?:media|press|gatekeepers?|newspapers|broadcasters|networks|journalists|filters?|reporters|outlets)\b"
    r"|(?:straight|direct|directly) to (?:the |their |his |her |our |my )?(?:people|voters?|fans?|public|viewers?|listeners?|audiences?|consumers?|customers?|base|followers?)\b)"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A stretch that says why, with its actor; None where only the article as a whole says whose aim it is."""

    actor: Thing | None
    start: int
    end: int
    rule: str
    confidence: float


# ---------------------------------------------------------------------- what the words around a verb tell
def _lemmas(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}


def _is_media(reading: Reading, tokens: Iterable[Token]) -> bool:
    """Whether a show, platform, outlet or a noun of the media stands among `tokens`."""
    for t in tokens:
        thing = reading.at(t)
        if thing is not None and thing.type in MEDIA_TYPES:
            return True
        if t.pos_ in ("NOUN", "PROPN", "ADJ") and (t.lemma_.lower() in MEDIA_NOUNS or t.lower_ in MEDIA_NOUNS):
            return True
    return False


def _in_media(reading: Reading, token: Token) -> bool:
    """Whether the paragraph around `token` speaks of the media."""
    text, at = reading.text, token.idx
    end = text.find("\n", at)
    return _is_media(reading, reading.tokens(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)))


def _clause(verb: Token, without: Token | None = None) -> list[Token]:
    """The words of the clause of `verb`, without the clause `without` below it."""
    drop = {t.i for t in without.subtree} if without is not None else set()
    return [t for t in verb.subtree if t.i not in drop]


def _is_act(reading: Reading, verb: Token, aim: Token | None) -> bool:
    """Whether `verb` is something done in or with the media."""
    lemma = verb.lemma_.lower()
    if lemma in ACTS:
        return True
    return lemma in ACTS_WITH_MEDIA and _is_media(reading, _clause(verb, aim))


def _reaches(reading: Reading, aim: Token) -> bool:
    """Whether the infinitive or gerund `aim` is about an audience, an image or the way round the press."""
    lemma = aim.lemma_.lower()
    if lemma == "help" and (inner := next((c for c in aim.children if c.dep_ in ("xcomp", "ccomp")), None)) is not None:
        return _reaches(reading, inner)
    if lemma in REACHES_ALONE:
        return True
    below = [t for t in aim.subtree if t != aim]
    if any(c.dep_ == "conj" and c.pos_ == "VERB" and _reaches(reading, c) for c in aim.children):
        return True
    if lemma in PRESENTS and any(t.lower_ in REFLEXIVE for t in below):
        return True
    if lemma not in REACHES:
        return False
    return bool(_lemmas(below) & AUDIENCE_NOUNS) or any((t := reading.at(x)) is not None and t.type == "Audience" for x in below)


def _is_content(aim: Token) -> bool:
    """Whether `aim` only tells what was done on the occasion ("to discuss trade", "to talk about her book")."""
    lemma = aim.lemma_.lower()
    if lemma == "bring" and any(c.lower_ == "up" for c in aim.children):
        return True
    return lemma in NOT_AIMS or (lemma in ("talk", "speak") and any(c.lower_ in ("about", "of", "with") for c in aim.children))


# ---------------------------------------------------------------------- who
def _of(reading: Reading, tokens: Sequence[Token]) -> Thing | None:
    """The actor that `tokens` stand for, else the one who owns them ("its account", "the campaign's stream")."""
    found = clauses.things(reading, tokens, ACTORS)
    if found and found[0].type in ("Person", "Organization"):
        return found[0]
    for t in tokens:
        owner = clauses.things(reading, clauses.possessors(t), ACTORS)
        if owner:
            return owner[0]
        by = [o for c in t.rights if c.lower_ in ("by", "of", "from") and c.dep_ in ("prep", "agent") for o in c.children if o.dep_ == "pobj"]
        if made := [x for x in clauses.things(reading, by, ("Person", "Organization"))]:
            return made[0]
    return found[0] if found else None


def _earlier(reading: Reading, position: int) -> Thing | None:
    """Whose doing the paragraph is about before `position`: the last subject that is a person or organization.

    Within a quotation it is the speaker, unless that is a commentator.
    """
    begin = reading.text.rfind("\n", 0, position) + 1
    speaker = reading.speaker(position)
    if speaker is not None and reading.quote(position) is not None and not _comments(speaker):
        return speaker
    best: Thing | None = None
    for t in reading.tokens(begin, position):
        if t.dep_ in ("nsubj", "nsubjpass") and reading.quote(t.idx) is None and t.head.lemma_.lower() not in SAYING:
            found = _of(reading, [t])
            if found is not None and found.type in ("Person", "Organization") and not _comments(found):
                best = found
    return best


def _main(reading: Reading, appearances: Sequence[AppearanceDraft]) -> Thing | None:
    """Whom the article is about: who appears most often, else the person that it names most, if clearly so."""
    guests = Counter(g for a in appearances for g in a.guests if g.type in ("Person", "Organization"))
    ranked = guests.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    counted = sorted(((len(t.mentions), t) for t in reading.named("Person")), key=lambda x: -x[0])
    if counted and (len(counted) == 1 or counted[0][0] >= CLEARLY * counted[1][0]):
        return counted[0][1]
    return None


def _human(thing: Thing | None) -> Thing | None:
    """`thing` where it can have an aim itself: a person or organization, not the show or platform that serves the aim."""
    return thing if thing is not None and thing.type in ("Person", "Organization", "Outlet") else None


def _comments(thing: Thing) -> bool:
    """Whether `thing` is somebody who speaks about the reasons of others: an expert, a reporter, a spokesman."""
    return any(set(role.casefold().replace("-", " ").split()) & COMMENTATORS for role in thing.roles)


def _actor(reading: Reading, verb: Token) -> Thing | None:
    """Who does `verb`: its subject, or for a passive without agent the owner of what is done ("its account was opened")."""
    subject = clauses.subjects(verb)
    found = _of(reading, subject)
    if found is None and clauses.is_passive(verb):
        found = _of(reading, clauses.objects(verb))
    return found


# ---------------------------------------------------------------------- the stretch
def _stretch(reading: Reading, aim: Token, first: Token | None = None) -> tuple[int, int]:
    """The characters from `first` (or the "to" of `aim`) to the end of its clause."""
    to = next((c for c in aim.lefts if c.lower_ == "to"), aim)
    start = first or to
    end = aim.right_edge
    while end.i > aim.i and (end.is_punct and end.text not in "”\"’)" or end.is_space):
        end = end.nbor(-1)
    return start.idx, end.idx + len(end)


def _infinitives(reading: Reading) -> Iterator[Token]:
    for t in reading.doc:
        if t.tag_ == "VB" and t.dep_ != "conj" and any(c.lower_ == "to" and c.tag_ == "TO" for c in t.lefts):
            yield t


def _purpose(reading: Reading, aim: Token) -> _Found | None:
    """"joined the stream to reach renters", "used the show to sell a book", "in order to"."""
    verb = aim.head
    if aim.dep_ not in ("advcl", "xcomp") or verb.pos_ not in ("VERB", "AUX") or _is_content(aim):
        return None
    lemma = verb.lemma_.lower()
    uses = lemma in USES
    if (aim.dep_ == "xcomp" and not uses) or clauses.is_negated(verb):
        return None
    reaches = _reaches(reading, aim)
    media = _is_media(reading, verb.sent)
    act = _is_act(reading, verb, aim)
    courts = reaches and (aim.lemma_.lower() in REACHES_ALONE | COURTS) and (lemma in ACTS_WITH_MEDIA or media)
    if not (act or courts or (reaches and _is_media(reading, _clause(verb, aim))) or (uses and media)):
        return None
    who = _actor(reading, verb)
    return _Found(who, *_stretch(reading, aim), "motives.purpose", 0.75 if reaches else 0.6) if who else None


def _trying(reading: Reading, aim: Token) -> _Found | None:
    """"is trying to win back men under 30", "hoping to reach teenagers", "eager to get past the press"."""
    verb = aim.head
    if aim.dep_ not in ("xcomp", "advcl", "ccomp") or verb.lemma_.lower() not in TRIES or not _reaches(reading, aim) or clauses.is_negated(verb):
        return None
    if aim.lemma_.lower() not in COURTS | REACHES_ALONE and not _is_media(reading, verb.sent) and not _lemmas(aim.subtree) & STANDING:
        return None
    who = _actor(reading, verb)
    return _Found(who, *_stretch(reading, aim), "motives.trying", 0.65) if who else None


def _over_parenthesis(token: Token) -> Token:
    """`token`, or where it is the comma after "…, she said," the word before that parenthesis."""
    if token.text != ",":
        return token
    said = next((t for t in reversed(token.doc[max(0, token.i - 20) : token.i]) if t.lemma_.lower() in SAYING and t.pos_ == "VERB"), None)
    if said is None:
        return token
    before = [t for t in token.doc[max(0, said.i - 10) : said.i] if t.text == ","]
    return before[-1].nbor(-1) if before and before[-1].i else token


def _governor(aim: Token) -> Token:
    """What the infinitive `aim` depends on, read over a parenthesis and quotation marks: "is meant, Vole said, “to reach …”"."""
    to = next((c for c in aim.lefts if c.lower_ == "to"), aim)
    before = to
    while before.i and (before == to or before.is_quote):
        before = before.nbor(-1)
    found = _over_parenthesis(before)
    if found != before or (found.lemma_ == "be" and found != aim.head):
        return found
    return aim.head


def _meant(reading: Reading, aim: Token) -> _Found | None:
    """"the stream is meant to go round the gatekeepers", "designed to", "the aim is to", "the point, she said, was to"."""
    verb = _governor(aim)
    lemma = verb.lemma_.lower()
    if lemma in MEANT and verb.tag_ == "VBN":
        if not (_is_media(reading, _clause(verb)) or _reaches(reading, aim)):
            return None
        who = _human(_of(reading, clauses.objects(verb))) or _earlier(reading, verb.idx)
        return _Found(who, *_stretch(reading, aim), "motives.meant", 0.7)
    if lemma == "be" and verb.i:
        noun = next((c for c in (*verb.lefts, _over_parenthesis(verb.nbor(-1))) if c.lemma_.lower() in AIM_NOUNS and c.pos_ == "NOUN"), None)
        if noun is None or not (_reaches(reading, aim) or _is_media(reading, verb.sent)):
            return None
        who = _of(reading, [noun]) or _earlier(reading, verb.idx)
        return _Found(who, *_stretch(reading, aim), "motives.aim", 0.7)
    return None


def _way(reading: Reading, aim: Token) -> _Found | None:
    """"in an effort to", "as a way to", "gave him a chance to", "part of a strategy to"."""
    noun = _governor(aim)
    if noun.lemma_ == "be":  # "it was a chance for Vole to show …"
        noun = next((c for c in noun.rights if c.dep_ == "attr"), noun)
    if noun.lemma_.lower() not in WAYS or noun.pos_ != "NOUN" or _is_content(aim):
        return None
    governor: Token = noun
    while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
        governor = governor.head
    reaches = _reaches(reading, aim)
    act = governor.pos_ in ("VERB", "AUX") and (_is_act(reading, governor, aim) or _is_media(reading, _clause(governor, aim)))
    if not (reaches and (act or _in_media(reading, noun)) or act and noun.lemma_.lower() in ("effort", "attempt", "bid", "push", "way", "chance", "opportunity")):
        return None
    receiver = [c for c in governor.rights if c.dep_ == "dative" and governor.lemma_.lower() in ("give", "offer", "afford", "hand")]
    receiver = receiver or [c for c in aim.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")]
    who = _of(reading, receiver) if receiver else _human(_of(reading, clauses.possessors(noun)) or _actor(reading, governor)) or _earlier(reading, aim.idx)
    return _Found(who, *_stretch(reading, aim), "motives.way", 0.65)


def _lets(reading: Reading, aim: Token) -> _Found | None:
    """"it lets the candidate borrow some youth", "the app allows her to speak directly to voters"."""
    verb = aim.head
    if verb.lemma_.lower() not in LETS or aim.dep_ not in ("ccomp", "xcomp") or clauses.is_negated(verb) or aim.tag_ != "VB":
        return None
    doer = [c for c in aim.lefts if c.dep_ == "nsubj"] or [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    if not doer or not (_reaches(reading, aim) and not _is_content(aim)):
        return None
    subject = clauses.subjects(verb)
    tool = any((t := reading.at(s)) is None or t.type in MEDIA_TYPES for s in subject) and (_is_media(reading, verb.sent) or any(s.tag_ in ("PRP", "DT") for s in subject))
    if not tool:
        return None
    who = _of(reading, doer) or _earlier(reading, verb.idx)
    return _Found(who, *_stretch(reading, aim, aim), "motives.lets", 0.6)


def _gerunds(reading: Reading) -> Iterator[_Found]:
    """"aimed at winning back", "with an eye to reaching", "is all about amping up", "in the hope of", "as a way of"."""
    for aim in reading.doc:
        if aim.tag_ != "VBG" or aim.dep_ not in ("pcomp", "pobj"):
            continue
        prep = aim.head
        noun = prep.head
        reaches = _reaches(reading, aim)
        who: Thing | None = None
        rule = ""
        if prep.lower_ in ("at", "toward", "towards", "for") and noun.lemma_.lower() in MEANT and noun.tag_ == "VBN":
            if reaches or _is_media(reading, _clause(noun)):
                who, rule = _human(_of(reading, clauses.objects(noun))) or _earlier(reading, noun.idx), "motives.meant"
        elif prep.lower_ == "about" and noun.lemma_ == "be" and not clauses.is_negated(noun):
            if reaches or _is_media(reading, _clause(noun, aim)):
                who, rule = _human(_of(reading, clauses.subjects(noun))) or _earlier(reading, noun.idx), "motives.about"
        elif prep.lower_ in ("of", "to", "toward", "towards", "on", "at") and noun.lemma_.lower() in AIM_NOUNS | WAYS | {"eye", "view"} and noun.pos_ == "NOUN":
            verb: Token = noun
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            if verb.pos_ in ("VERB", "AUX") and (_is_act(reading, verb, aim) or reaches and _is_media(reading, noun.sent)):
                who, rule = _actor(reading, verb) or _earlier(reading, aim.idx), "motives.way"
        if who is not None:
            yield _Found(who, *_stretch(reading, aim), rule, 0.65)


def _reasons(reading: Reading) -> Iterator[_Found]:
    """"declined because …", "started the podcast so that …", "skipped the debate, citing a conflict"."""
    for verb in clauses.verbs(reading):
        lemma = verb.lemma_.lower()
        for child in verb.children:
            mark = next((c for c in child.lefts if c.dep_ == "mark" or c.lower_ in ("because", "since")), None)
            if child.dep_ == "advcl" and mark is not None and mark.lower_ in ("because", "since", "so"):
                if mark.lower_ == "so" and mark.nbor().lower_ != "that" and not any(c.lower_ in ("can", "could", "would", "might") for c in child.lefts):
                    continue
                if mark.lower_ == "since" and child.tag_ == "VBG":
                    continue
                if not (_is_act(reading, verb, child)):
                    continue
                who = _actor(reading, verb)
                if who is not None:
                    yield _Found(who, *_stretch(reading, child, mark), "motives.reason", 0.6)
            elif child.dep_ == "advcl" and child.lemma_.lower() in CITES and child.tag_ == "VBG" and lemma in DECLINES and _is_act(reading, verb, child):
                who = _actor(reading, verb)
                cited = next((c for c in child.rights if c.dep_ in ("dobj", "ccomp", "attr", "oprd")), None)
                if who is not None and cited is not None:
                    yield _Found(who, *_stretch(reading, child, cited.left_edge), "motives.citing", 0.7)


def _hopes(reading: Reading) -> Iterator[_Found]:
    """"in the hope that …", "hoping that …", "the idea is that …"."""
    for t in reading.doc:
        clause = next((c for c in t.rights if c.dep_ in ("ccomp", "acl", "relcl") and c.left_edge.lower_ == "that"), None)
        if clause is None or not (_is_media(reading, t.sent) or _reaches(reading, clause)):
            continue
        lemma = t.lemma_.lower()
        who: Thing | None = None
        if lemma in ("hope", "hop") and (t.tag_ == "VBG" or (t.pos_ == "NOUN" and t.head.lower_ == "in")):
            verb: Token = t.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            who = _actor(reading, verb) if _is_act(reading, verb, t) else None
        elif lemma == "be" and (noun := next((c for c in t.lefts if c.dep_ == "nsubj" and c.lemma_.lower() in AIM_NOUNS), None)) is not None:
            who = _of(reading, [noun]) or _earlier(reading, t.idx)
        if who is not None:
            yield _Found(who, *_stretch(reading, clause, clause.left_edge), "motives.hope", 0.6)


def _past_the_press(reading: Reading) -> Iterator[_Found]:
    """"bypassing the press", "going straight to the people": the way round the press is the reason for taking it."""
    for m in PAST_THE_PRESS.finditer(reading.text):
        verb = reading.token(m.start())
        if clauses.is_negated(verb):
            continue
        who = _actor(reading, verb) if verb.pos_ in ("VERB", "AUX") else None
        if who is None or _comments(who):  # "we are going straight to the people", says the strategist
            who = _earlier(reading, m.start())
        if who is not None:
            yield _Found(who, m.start(), m.end(), "motives.past_the_press", 0.65)


def _where_they_are(reading: Reading) -> Iterator[_Found]:
    """"to meet voters where they are", "gone to where the men already are"."""
    for m in WHERE_THEY_ARE.finditer(reading.text):
        verb = reading.token(m.start())
        who = _actor(reading, verb) if verb.pos_ in ("VERB", "AUX") else None
        who = who or _earlier(reading, m.start())
        if who is not None:
            yield _Found(who, m.start(), m.end(), "motives.where", 0.7)


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[MotiveDraft]:
    """The motives of the article, in text order; `appearances` are its occasions, for the one in the same sentence."""
    found: list[_Found] = []
    for aim in _infinitives(reading):
        for rule in (_purpose, _trying, _meant, _way, _lets):
            if (hit := rule(reading, aim)) is not None:
                found.append(hit)
                break
    for t in reading.doc:
        if t.tag_ == "VB" and t.dep_ == "ccomp" and t.head.lemma_.lower() in ("let", "help") and (hit := _lets(reading, t)) is not None:
            found.append(hit)
    found += [*_gerunds(reading), *_reasons(reading), *_hopes(reading), *_past_the_press(reading), *_where_they_are(reading)]
    main = _main(reading, appearances)
    kept: list[_Found] = []
    for f in sorted(found, key=lambda f: (-f.confidence, f.start, f.end)):
        f = f if f.actor is not None else replace(f, actor=main, confidence=f.confidence - 0.15)
        # One aim for each stretch: "bypassing the press and going straight to the people" is one.
        near = (k for k in kept if k.start < f.end + NEAR and f.start < k.end + NEAR and (k.actor is f.actor or k.start < f.end and f.start < k.end))
        if f.actor is not None and f.actor.type in ACTORS and next(near, None) is None:
            kept.append(f)
    out: list[MotiveDraft] = []
    for f in sorted(kept, key=lambda f: (f.start, f.end)):
        assert f.actor is not None
        span = reading.sentence_span(f.start)
        occasion = next(
            (a for a in appearances if f.actor in (*a.guests, *a.hosts) and any(s < span[1] and span[0] < e for s, e in a.evidence)), None
        )
        out.append(MotiveDraft(f.actor, f.start, f.end, f.rule, [span], occasion, reading.speaker(f.start), f.confidence))
    return out
