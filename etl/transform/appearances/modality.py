"""Whether an occasion took place, is planned, was called off or refused, or is only talked about."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.appearances.cues import (
    DECLINED,
    DECLINED_WORDS,
    DROPPED,
    FUTURE_AUX,
    HYPOTHESIS,
    OCCURRED,
    OFFERS,
    PLANNED,
    PLANNED_WORDS,
    PLANS,
    REFUSING,
    UNREAL,
    UNREAL_AUX,
    UNREALS,
)  # fmt: skip
from etl.transform.clauses import is_passive

NEGATIONS = frozenset("not n't n’t never nor neither no".split())
RACES = frozenset("race contest campaign election running primary school college university".split())
BEGUN = frozenset("midway halfway half-way mid-way after when minutes".split())
INTENDED = frozenset("supposed meant intended".split())
CARRIERS = frozenset("plan offer invitation promise attempt decision request deal agreement date chance opportunity".split())


def refuses(verb: Token) -> bool:
    """Whether `verb` says that something was refused, called off or missed."""
    lemma = verb.lemma_.lower()
    if lemma == "abandon" and any(t.lower_ in BEGUN for t in verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]):
        return False  # "was abandoned midway"
    if lemma in REFUSING:
        needed = REFUSING[lemma]
        if needed and any(t.lower_ in RACES for t in verb.doc[verb.i + 2 : min(verb.i + 8, verb.sent.end)]):
            return False  # "dropped out of the 2024 race"
        return not needed or any(t.lower_ in needed for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)])
    if lemma == "say" and any(c.lower_ == "no" for c in verb.children):
        return True
    return lemma in DROPPED and is_passive(verb) and verb.tag_ == "VBN"


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod", "cc", "preconj", "mark")}


def _own(verb: Token) -> str | None:
    """What the verb's own auxiliaries say."""
    words = _auxiliaries(verb)
    surface = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]]
    denied = bool(words & NEGATIONS) or (bool(surface) and surface[-1] in NEGATIONS) or surface[-2:] == ["no", "longer"]
    future = bool(words & FUTURE_AUX) or bool(set(surface[-3:]) & {"will", "’ll", "'ll"})
    if future:
        return DECLINED if denied or "nor" in {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 7) : verb.i]} else PLANNED
    if "would" in words and denied and verb.lemma_ in ("come", "go", "appear", "speak", "talk", "sit", "join", "take", "give", "attend"):
        return DECLINED
    if words & UNREAL_AUX:
        return UNREAL
    if denied:
        return UNREAL
    return None


def _had_been(verb: Token) -> bool:
    """Whether a plan is told in the past perfect, as one that came to nothing: "had been due to", "had been billed as"."""
    words = [c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    return words[:1] == ["had"] and (words[1:2] == ["been"] or verb.lower_ == "been")


def status(trigger: Token) -> str:
    """The status of the occasion that `trigger`, a verb or a noun, tells of."""
    if trigger.lemma_ in ("book", "bill", "schedule", "slate", "pencil") and _had_been(trigger):
        return DECLINED
    node, steps = trigger, 0
    while steps < 6:
        steps += 1
        if node.pos_ in ("VERB", "AUX"):
            if node != trigger and refuses(node):
                return DECLINED
            said = _own(node)
            if said:
                return said
        elif node.pos_ in ("NOUN", "PROPN"):
            words = {c.lower_ for c in node.lefts}
            if words & DECLINED_WORDS:
                return DECLINED
            if words & PLANNED_WORDS:
                return PLANNED
            if node != trigger and node.lemma_ in OFFERS:
                head = node.head
                unaccepted = head.lemma_ == "accept" and (_own(head) == UNREAL or any(t.lower_ == "neither" for t in head.subtree))
                return DECLINED if head.pos_ == "VERB" and (refuses(head) or unaccepted) else UNREAL
        head = node.head
        if head == node:
            break
        infinitive = node.pos_ in ("VERB", "AUX") and any(c.lower_ == "to" and c.dep_ == "aux" for c in node.lefts)
        if infinitive:
            lemma = head.lemma_.lower()
            if refuses(head):
                return DECLINED
            if lemma in UNREALS:
                return UNREAL
            if lemma == "be" and head.tag_ == "VBD" and any(c.lower_ == "have" for c in node.lefts):
                return DECLINED  # "was to have joined"
            if head.lower_ in INTENDED and is_passive(head):
                past = any(c.lower_ in ("was", "were", "had") for c in head.lefts)
                return DECLINED if past else PLANNED  # "was supposed to speak": it came to nothing
            if head.dep_ == "acomp" and head.head.lemma_ == "be" and _had_been(head.head):
                return DECLINED
            if lemma in PLANS or lemma == "be" or head.lower_ in PLANS:
                return DECLINED if _had_been(head) else _own(head) or PLANNED
            if head.dep_ == "acomp" and head.head.lemma_ == "be" and head.lower_ in ("due", "set", "ready", "poised", "slated"):
                return DECLINED if _had_been(head.head) else PLANNED
            if head.lemma_ in ("going", "go") and head.tag_ == "VBG":
                return PLANNED
            if head.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
                break
        elif node.pos_ in ("VERB", "AUX") and node.dep_ not in ("xcomp", "pcomp", "conj", "relcl", "acl"):
            break
        elif node.pos_ in ("VERB", "AUX") and node.dep_ in ("relcl", "acl", "conj") and not refuses(head):
            if (
                node.dep_ == "conj"
                and head.pos_ in ("VERB", "AUX")
                and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in node.lefts)
            ):
                said = _own(head)
                return said if said else OCCURRED
            if node.dep_ != "relcl" or head.lemma_ not in OFFERS | CARRIERS:
                break
        elif node.pos_ in ("NOUN", "PROPN", "PRON") and head.pos_ in ("VERB", "AUX"):
            if head.lemma_ in ("plan", "announce", "schedule", "promise", "book", "pencil", "confirm", "line") and node.dep_ in (
                "dobj",
                "nsubjpass",
            ):
                return _own(head) or PLANNED
            if (
                head.lemma_ in UNREALS
                and node.dep_ == "dobj"
                and head.lemma_ not in ("ask", "like", "love", "push", "invite", "urge", "demand")
            ):
                return UNREAL
        node = head
    return OCCURRED


def hypothetical(trigger: Token) -> bool:
    """Whether the words before `trigger` in its sentence only suppose it, or say what is usual."""
    before = trigger.doc[max(trigger.sent.start, trigger.i - 8) : trigger.i].text
    return bool(HYPOTHESIS.search(before))
