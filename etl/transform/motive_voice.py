"""For whom somebody speaks: the company of its chief, the star of her manager, the candidate of his campaign director."""

from __future__ import annotations

import re

from spacy.tokens import Token

from etl.transform import speaker
from etl.transform.reading import NAME, Reading, Thing

MENTIONS = 40  # of a person, at most, that are looked at: an office stands with one of the first
WINDOW = 9  # tokens between a person and whom that person speaks for, at most
OFFICES = frozenset(
    """ceo cfo cmo coo chief chairman chairwoman chair president boss head director founder co-founder spokesman spokeswoman
    spokesperson officer manager agent publicist aide adviser advisor strategist lawyer attorney representative rep secretary
    executive producer owner partner treasurer organizer organiser commissioner coordinator son daughter brother sister wife
    husband father mother deputy""".split()
)
CORPORATE = frozenset("ceo cfo cmo coo chief officer spokesman spokeswoman spokesperson executive chairman chairwoman chair".split())
BACK = 500  # characters before a bare "chief executive Ann Vole" in which her company stands
BODIES = frozenset({"Organization", "Outlet", "Show", "Platform"})


def _for_whom(reading: Reading, office: Token, person: Thing) -> Thing | None:
    """Whose `office` it is, by what stands around the noun: "*his* manager", "*Skald* chief", "director of *the campaign*"."""
    for child in office.children:
        found = speaker.of_phrase(reading, child) if child.dep_ == "poss" else None
        if found is not None and found is not person and (child.lower_ != "its" or found.type != "Person"):
            return found
    before = reading.doc[max(0, office.i - 4) : office.i]
    after = reading.doc[office.i + 1 : office.i + 1 + WINDOW]
    for token in reversed(before):
        found, mention = reading.at(token), reading.mention_at(token)
        if found is not None and found is not person and mention is not None and mention.kind == NAME and found.type in BODIES:
            return found
        if token.is_punct and token.text not in "-’'":
            break
    for n, token in enumerate(after):
        if token.lower_ in ("of", "at", "for"):
            for t in after[n + 1 : n + 6]:
                found = reading.at(t)
                if found is not None and found is not person and found.type in (*BODIES, "Person"):
                    return found
            return None
        if token.is_punct or token.pos_ == "VERB":
            return None
    return None


def represents(reading: Reading, person: Thing) -> Thing | None:
    """For whom `person` speaks by office, as the text says beside the name; None for somebody who speaks in their own name."""
    if person.type != "Person":
        return None
    for mention in person.mentions[:MENTIONS]:
        if mention.kind != NAME:
            continue
        first, last = reading.token(mention.start), reading.token(mention.end - 1)
        around = [*reversed(reading.doc[max(0, first.i - WINDOW) : first.i]), *reading.doc[last.i + 1 : last.i + 1 + WINDOW]]
        for token in around:
            if token.lemma_.lower() in OFFICES and token.pos_ in ("NOUN", "PROPN") and abs(token.i - first.i) <= WINDOW + 4:
                between = reading.doc[min(token.i, last.i) + 1 : max(token.i, first.i)]
                if any(t.tag_ in ("VBD", "VBZ", "VBP") and t.lemma_ not in ("run", "be") for t in between) or any(
                    t.text in ".!?" for t in between
                ):
                    continue
                if (found := _for_whom(reading, token, person)) is not None:
                    return found
                if token.lemma_.lower() in CORPORATE and token.i < first.i:
                    before = reading.within(max(0, mention.start - BACK), token.idx, ("Organization",))
                    if before:
                        return before[-1][1]
        # "Wiremu Roe, who runs her campaign", "the adviser who manages Vole"
        behind = reading.text[mention.end : mention.end + 120]
        if (m := re.match(r",? who (?:runs|manages|handles|looks after|directs|leads|advises|represents|chairs) ", behind)) is not None:
            for t in reading.tokens(mention.end + m.end(), mention.end + m.end() + 50):
                found = reading.at(t)
                if found is not None and found is not person and found.type in (*BODIES, "Person"):
                    return found
                if t.is_punct and t.text not in "-’'":
                    break
    return None
