"""Praise and blame by what somebody or something is called, or what a quotation says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.quotation import Quote
from etl.transform.reading import PRONOUN, Reading
from etl.transform.relations.verbs import TARGET_TYPES, draft, tentative

# A verb of calling is criticism or praise by what the object is called.
CALLING = frozenset("call label brand describe dub dismiss denounce deride mock".split())
HARSH = frozenset(
    """liar lying fraud failure failed disaster disgrace joke stunt clown coward crook criminal fascist racist radical weak weird dangerous
    deceptive harmful corrupt crazy dumb stupid incompetent pathetic shameful disgraceful reckless cynical hypocrite hypocritical puppet
    lackey sham circus trainwreck mess nonsense rubbish garbage trash gimmick embarrassment embarrassing insult insulting cheap lazy
    boring sulk threat menace bully thug loser idiot dictator tyrant propaganda hoax scam scandal outrage outrageous irresponsible
    hollow empty amateur desperate ridiculous absurd awful terrible horrible worst sad unfit phony fake toxic extremist vanity wreck
    mockery""".split()
)
WARM = frozenset(
    """great greatest incredible brilliant genius wonderful fantastic amazing brave hero heroic champion visionary best finest excellent
    superb extraordinary honest decent smart remarkable outstanding friend leader legend legendary masterpiece triumph inspiring
    inspiration giant terrific tremendous beautiful magnificent impressive""".split()
)
# What a speaker says that somebody does: faults by verb, adjective or manner.
FAULTS = HARSH | frozenset(
    """lies lied cheat cheats cheated cheating betray betrays betrayed abandon abandoned hide hides hiding afraid scared dodge dodges
    dodging duck ducks ducking ducked failing fails ruin ruins ruined destroy destroys destroyed wreck wrecked wrecking steal stealing
    stole stolen biased ignorant clueless shame ashamed wrong broken rotten vulgar poison poisonous corrupted lukewarm tired tedious
    dull smug arrogant vain greedy ruthless dishonest misled misleading mislead deceive deceived deceives blame guilty incapable inept
    hopeless useless worthless tourist charlatan quack cynic parasite traitor thief crooked scared cowardice cowardly excuse excuses
    blunder mistake unforgivable unacceptable disgusting appalling dreadful shocking sordid sleazy squalid tasteless lazily pretends
    pretending pretend exploits exploiting exploited milking milks sold sellout fled fleeing flees quitter bully-boy mess hostage trash
    landlord monopoly stunts propaganda apology""".split()
)
BLAMED = ("Person", "Organization", "Outlet", "Platform", "Show")
BARE = re.compile(r"[\s,:]*(?:as|a|an|the|on air|publicly|nothing but|simply|in her own words|in his own words)?[\s,:]*")
# Words that turn a fault round.
DENIALS = frozenset("not n't never no nobody nothing neither without isn't wasn't".split())


def _calling(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    """ "called him a liar", "described the tour as a stunt", "pronounced it brilliant"."""
    if verb.lemma_.lower() not in CALLING and verb.lemma_.lower() not in ("pronounce", "declare", "think", "find"):
        return
    targets = clauses.things(reading, clauses.objects(verb)[:1], TARGET_TYPES)
    if not targets and not clauses.is_passive(verb):
        # "called Trump a liar" is parsed as a small clause: its subject stands right behind the verb
        near = [t for t in verb.doc[verb.i + 1 : min(verb.i + 5, len(verb.doc))] if t.dep_ not in ("compound", "poss", "nmod", "det")]
        targets = clauses.things(reading, near[:1], TARGET_TYPES)
    if not targets:  # "called her plan a disaster"
        targets = clauses.things(reading, [p for t in clauses.objects(verb)[:1] for p in clauses.possessors(t)], TARGET_TYPES)
    end = verb.sent.end_char
    words = {t.lower_ for t in reading.tokens(verb.idx, end) if t.i > verb.i and t.i < verb.i + 18}
    predicate = "CRITICIZED" if words & HARSH else "SUPPORTS" if words & WARM else None
    if predicate is None:
        return
    for s in clauses.things(reading, clauses.subjects(verb)):
        for o in targets:
            yield draft(reading, verb, s, predicate, o, 0.65, "calling")


def _verdicts(reading: Reading, token: Token) -> Iterator[RelationDraft]:
    """Within what somebody says: "the mayor is a fraud", "she's incredibly smart"."""
    predicate = "CRITICIZED" if token.lower_ in HARSH else "SUPPORTS" if token.lower_ in WARM else None
    speaker = reading.speaker(token.idx) if predicate else None
    if predicate is None or speaker is None:
        return
    head = token
    while head.dep_ in ("amod", "conj", "compound", "pobj", "prep") and head.head != head:
        head = head.head
    if head.dep_ not in ("attr", "acomp") or head.head.lemma_ != "be" or clauses.is_negated(head.head):
        return
    for o in clauses.things(reading, clauses.subjects(head.head), TARGET_TYPES):
        if o is not speaker:
            yield draft(reading, token, speaker, predicate, o, 0.6, "verdict")


def _labels(reading: Reading, quote: Quote) -> Iterator[RelationDraft]:
    """ "called him “a tourist with a scarf”": a label in quotation marks that is no praise is blame."""
    words = {t.lower_ for t in reading.tokens(quote.start, quote.end)}
    before = reading.tokens(max(0, quote.start - 60), quote.start)
    verb = next((t for t in reversed(before) if t.lemma_.lower() in CALLING and t.pos_ == "VERB"), None)
    if verb is None or words & WARM or len(words) > 14 or clauses.is_negated(verb):
        return
    named = reading.within(verb.idx + len(verb), quote.start, TARGET_TYPES)
    # "called the Twitch *outing* “…”" is about the outing
    targets = [t for m, t in named if BARE.fullmatch(reading.text[m.end : quote.start])]
    for s in clauses.things(reading, clauses.subjects(verb), ("Person", "Organization", "Outlet")):
        for o in targets[:1]:
            if o is not s:
                yield draft(reading, verb, s, "CRITICIZED", o, 0.6, "label")


def _faulted(reading: Reading, token: Token) -> Iterator[RelationDraft]:
    """A fault that a speaker finds with whomever they named or meant just before: "he said she was “biased against” them"."""
    speaker = reading.speaker(token.idx) if token.lower_ in FAULTS else None
    if speaker is None:
        return
    before = reading.doc[max(token.sent.start, token.i - 12) : token.i]
    if {t.lower_ for t in before[-4:]} & DENIALS:
        return
    near = {t.lower_ for t in reading.doc[max(0, token.i - 3) : token.i + 4]}
    for earlier in reversed(before):
        other = reading.at(earlier)
        if other is not None and other.type in BLAMED and other is not speaker:
            mention = reading.mention_at(earlier)
            if reading.speaker(earlier.idx) is not speaker and (mention is None or mention.kind != PRONOUN):
                return  # named outside what is said: "in a thread on Mastodon … was “the boring answer”"
            if not near & WARM:
                yield draft(reading, token, speaker, "CRITICIZED", other, 0.55, "faulted")
            return


def find(reading: Reading) -> list[RelationDraft]:
    """Who calls or finds whom good or bad."""
    out: list[RelationDraft] = []
    for verb in clauses.verbs(reading):
        if not tentative(verb):
            out += _calling(reading, verb)
    for token in reading.with_form(FAULTS, WARM):  # HARSH is part of FAULTS
        out += _verdicts(reading, token)
        out += _faulted(reading, token)
    for quote in reading.quotes:
        out += _labels(reading, quote)
    return out
