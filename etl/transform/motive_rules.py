"""The constructions in which English says why: purpose infinitives, "is meant to", "a chance to", "because …", "where they are".

A rule gives the exact stretch that tells the aim or reason and whose it is. It fires only where a word or a thing of the media
stands with the act, or where the aim is an audience; what is merely done on an occasion ("to discuss trade") is no motive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import clauses, media_acts, motive_actor
from etl.transform.aims import ACTS_WITH_MEDIA, AIM_NOUNS, CITES, COURTS, DECLINES, LETS, MEANT, REACHES_ALONE, STANDING, TRIES, USES, WAYS
from etl.transform.reading import Reading, Thing
from etl.transform.saying import SAYING

WHERE_THEY_ARE = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|meet(?:s|ing)?|met|reach(?:es|ed|ing)?|find(?:s|ing)?|found|be|show(?:s|ed|ing)? up"
    r"|engag(?:e|es|ed|ing)|talk(?:s|ed|ing)? to|speak(?:s|ing)? to)\b[^.;:,”\"]{0,40}?"
    r"\bwhere (?:[^\s.;:,”\"]{1,30} ){0,4}?(?:already |actually |really |most )?"
    r"(?:are|is|were|was|live|lives|hang out|spend (?:their|his|her) time|get their news)\b"
)


HOPES = ("hope", "hop", "be")  # ("hop" is what the lemmatizer makes of "hoping")
PAST_THE_PRESS = re.compile(
    r"\b(?:bypass|circumvent|sidestep|skirt|dodg|go|gett|get|went|reach|speak|talk)(?:e|es|ed|ing|s|ping)?\b(?: (?:a)?round| past| over)?"
    r"(?: the| their| his| her| our| any| all)?"
    r"(?: (?:heads? of|legacy|mainstream|traditional|national|old|established|main|big|usual|political)){0,4}"
    r" (?:(?:media|press|gatekeepers?|newspapers|broadcasters|networks|journalists|filters?|reporters|outlets)\b"
    r"|(?:straight|direct|directly) to (?:the |their |his |her |our |my )?"
    r"(?:people|voters?|fans?|public|viewers?|listeners?|audiences?|consumers?|customers?|base|followers?)\b)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A stretch that says why, with its actor; None where only the article as a whole says whose aim it is."""

    actor: Thing | None
    start: int
    end: int
    rule: str


def stretch(reading: Reading, aim: Token, first: Token | None = None) -> tuple[int, int]:
    """The characters from `first` (or the "to" of `aim`) to the end of its clause."""
    to = next((c for c in aim.lefts if c.lower_ == "to"), aim)
    start = first or to
    end = aim.right_edge
    while end.i > aim.i and ((end.is_punct and end.text not in '”"’)') or end.is_space):
        end = end.nbor(-1)
    return start.idx, end.idx + len(end)


def infinitives(reading: Reading) -> Iterator[Token]:
    """The infinitives of the article that may tell an aim: with "to", or bare after "let" and "help"."""
    for t in reading.words:
        if t.tag_ == "VB" and t.dep_ != "conj" and reading.mention_at(t) is None:
            bare = t.dep_ == "ccomp" and t.head.lemma_.lower() in ("let", "help")
            if bare or any(c.lower_ == "to" and c.tag_ == "TO" for c in t.lefts):
                yield t


def purpose(reading: Reading, aim: Token) -> Found | None:
    """ "joined the stream to reach renters", "used the show to sell a book", "in order to"."""
    verb = aim.head
    if aim.dep_ not in ("advcl", "xcomp") or verb.pos_ not in ("VERB", "AUX") or media_acts.is_content(aim):
        return None
    lemma = verb.lemma_.lower()
    uses = lemma in USES
    if verb.lower_ == "used" and verb.nbor() == next(aim.lefts, None):
        return None  # "who used to repossess houses"
    if (aim.dep_ == "xcomp" and not uses) or clauses.is_negated(verb):
        return None
    reaches = media_acts.reaches(reading, aim)
    media = media_acts.is_media(reading, verb.sent)
    act = media_acts.is_act(reading, verb, aim)
    courts = reaches and (aim.lemma_.lower() in REACHES_ALONE | COURTS) and (lemma in ACTS_WITH_MEDIA or media)
    if not (act or courts or (reaches and media_acts.is_media(reading, media_acts.clause(verb, aim))) or (uses and media)):
        return None
    who = motive_actor.actor(reading, verb)
    return Found(who, *stretch(reading, aim), "motives.purpose") if who else None


def trying(reading: Reading, aim: Token) -> Found | None:
    """ "is trying to win back men under 30", "hoping to reach teenagers", "eager to get past the press"."""
    verb = aim.head
    if (
        aim.dep_ not in ("xcomp", "advcl", "ccomp")
        or verb.lemma_.lower() not in TRIES
        or not media_acts.reaches(reading, aim)
        or clauses.is_negated(verb)
    ):
        return None
    if (
        aim.lemma_.lower() not in COURTS | REACHES_ALONE
        and not media_acts.is_media(reading, verb.sent)
        and not media_acts.lemmas(aim.subtree) & STANDING
    ):
        return None
    who = motive_actor.actor(reading, verb)
    return Found(who, *stretch(reading, aim), "motives.trying") if who else None


def _over_parenthesis(token: Token) -> Token:
    """`token`, or where it is the comma after "…, she said," the word before that parenthesis."""
    if token.text != ",":
        return token
    said = next((t for t in reversed(token.doc[max(0, token.i - 20) : token.i]) if t.lemma_.lower() in SAYING and t.pos_ == "VERB"), None)
    if said is None:
        return token
    before = [t for t in token.doc[max(0, said.i - 10) : said.i] if t.text == ","]
    return before[-1].nbor(-1) if before and before[-1].i else token


def governor(aim: Token) -> Token:
    """What the infinitive `aim` depends on, read over a parenthesis and quotation marks: "is meant, Vole said, “to reach …”"."""
    to = next((c for c in aim.lefts if c.lower_ == "to"), aim)
    before = to
    while before.i and (before == to or before.is_quote):
        before = before.nbor(-1)
    found = _over_parenthesis(before)
    if found != before or (found.lemma_ == "be" and found != aim.head):
        return found
    return aim.head


def meant(reading: Reading, aim: Token) -> Found | None:
    """ "the stream is meant to go round the gatekeepers", "designed to", "the aim is to", "the point, she said, was to"."""
    verb = governor(aim)
    lemma = verb.lemma_.lower()
    if lemma in MEANT and verb.tag_ == "VBN":
        if not (media_acts.is_media(reading, media_acts.clause(verb)) or media_acts.reaches(reading, aim)):
            return None
        if any(t.type == "Person" for o in clauses.objects(verb) if (t := reading.at(o)) is not None):
            return None  # "he was meant to spend Thursday there": a plan
        who = motive_actor.human(motive_actor.of(reading, clauses.objects(verb))) or motive_actor.earlier(reading, verb.idx)
        return Found(who, *stretch(reading, aim), "motives.meant")
    if lemma == "be" and verb.i:
        noun = next(
            (c for c in (*verb.lefts, _over_parenthesis(verb.nbor(-1))) if c.lemma_.lower() in AIM_NOUNS and c.pos_ == "NOUN"), None
        )
        if noun is None or not (media_acts.reaches(reading, aim) or media_acts.is_media(reading, verb.sent)):
            return None
        who = motive_actor.of(reading, [noun]) or motive_actor.earlier(reading, verb.idx)
        return Found(who, *stretch(reading, aim), "motives.aim")
    return None


def way(reading: Reading, aim: Token) -> Found | None:
    """ "in an effort to", "as a way to", "gave him a chance to", "part of a strategy to"."""
    noun = governor(aim)
    if noun.lemma_ == "be":  # "it was a chance for Vole to show …"
        noun = next((c for c in noun.rights if c.dep_ == "attr"), noun)
    if noun.lemma_.lower() not in WAYS or noun.pos_ != "NOUN" or media_acts.is_content(aim):
        return None
    above: Token = noun
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    reaches = media_acts.reaches(reading, aim)
    act = above.pos_ in ("VERB", "AUX") and (
        media_acts.is_act(reading, above, aim) or media_acts.is_media(reading, media_acts.clause(above, aim))
    )
    if not (
        (reaches and (act or media_acts.in_media(reading, noun)))
        or (act and noun.lemma_.lower() in ("effort", "attempt", "bid", "push", "way", "chance", "opportunity"))
    ):
        return None
    receiver = [c for c in above.rights if c.dep_ == "dative" and above.lemma_.lower() in ("give", "offer", "afford", "hand")]
    # "for Vole, the podcast is a chance to …", "a chance for Vole to …"
    receiver = receiver or [o for p in above.lefts if p.lower_ == "for" and above.lemma_ == "be" for o in p.children if o.dep_ == "pobj"]
    receiver = receiver or [c for c in aim.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")]
    who = (
        motive_actor.of(reading, receiver)
        if receiver
        else motive_actor.human(motive_actor.of(reading, clauses.possessors(noun)) or motive_actor.actor(reading, above))
        or motive_actor.earlier(reading, aim.idx)
    )
    return Found(who, *stretch(reading, aim), "motives.way")


def lets(reading: Reading, aim: Token) -> Found | None:
    """ "it lets the candidate borrow some youth", "the app allows her to speak directly to voters"."""
    verb = aim.head
    if verb.lemma_.lower() not in LETS or aim.dep_ not in ("ccomp", "xcomp") or clauses.is_negated(verb) or aim.tag_ != "VB":
        return None
    doer = [c for c in aim.lefts if c.dep_ == "nsubj"] or [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    if not doer or not (media_acts.reaches(reading, aim) and not media_acts.is_content(aim)):
        return None
    subject = clauses.subjects(verb)
    tool = any((t := reading.at(s)) is None or t.type in media_acts.MEDIA_TYPES for s in subject) and (
        media_acts.is_media(reading, verb.sent) or any(s.tag_ in ("PRP", "DT") for s in subject)
    )
    if not tool:
        return None
    who = motive_actor.of(reading, doer) or motive_actor.earlier(reading, verb.idx)
    return Found(who, *stretch(reading, aim, aim), "motives.lets")


def gerunds(reading: Reading) -> Iterator[Found]:
    """ "aimed at winning back", "with an eye to reaching", "is all about amping up", "in the hope of", "as a way of"."""
    for aim in reading.words:
        if aim.tag_ != "VBG" or aim.dep_ not in ("pcomp", "pobj"):
            continue
        prep = aim.head
        noun = prep.head
        reaches = media_acts.reaches(reading, aim)
        who: Thing | None = None
        rule = ""
        if prep.lower_ in ("at", "toward", "towards", "for") and noun.lemma_.lower() in MEANT and noun.tag_ == "VBN":
            if reaches or media_acts.is_media(reading, media_acts.clause(noun)):
                who, rule = (
                    motive_actor.human(motive_actor.of(reading, clauses.objects(noun))) or motive_actor.earlier(reading, noun.idx),
                    "motives.meant",
                )
        elif prep.lower_ == "about" and noun.lemma_ == "be" and not clauses.is_negated(noun):
            if reaches or media_acts.is_media(reading, media_acts.clause(noun, aim)):
                who, rule = (
                    motive_actor.human(motive_actor.of(reading, clauses.subjects(noun))) or motive_actor.earlier(reading, noun.idx),
                    "motives.about",
                )
        elif (
            prep.lower_ in ("of", "to", "toward", "towards", "on", "at")
            and noun.lemma_.lower() in AIM_NOUNS | WAYS | {"eye", "view"}
            and noun.pos_ == "NOUN"
        ):
            verb: Token = noun
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            if verb.pos_ in ("VERB", "AUX") and (
                media_acts.is_act(reading, verb, aim) or (reaches and media_acts.is_media(reading, noun.sent))
            ):
                who, rule = motive_actor.actor(reading, verb) or motive_actor.earlier(reading, aim.idx), "motives.way"
        if who is not None:
            yield Found(who, *stretch(reading, aim), rule)


def reasons(reading: Reading) -> Iterator[Found]:
    """ "declined because …", "started the podcast so that …", "skipped the debate, citing a conflict"."""
    for verb in clauses.verbs(reading):
        lemma = verb.lemma_.lower()
        for child in verb.children:
            mark = next((c for c in child.lefts if c.dep_ == "mark" or c.lower_ in ("because", "since")), None)
            if child.dep_ == "advcl" and mark is not None and mark.lower_ in ("because", "since", "so"):
                if (
                    mark.lower_ == "so"
                    and mark.nbor().lower_ != "that"
                    and not any(c.lower_ in ("can", "could", "would", "might") for c in child.lefts)
                ):
                    continue
                if mark.lower_ == "since" and child.tag_ in ("VBG", "VBD"):  # "since he bought it" tells when
                    continue
                if not (media_acts.is_act(reading, verb, child)):
                    continue
                who = motive_actor.actor(reading, verb)
                if who is not None:
                    yield Found(who, *stretch(reading, child, mark), "motives.reason")
            elif (
                child.dep_ == "advcl"
                and child.lemma_.lower() in CITES
                and child.tag_ == "VBG"
                and lemma in DECLINES
                and media_acts.is_act(reading, verb, child)
            ):
                who = motive_actor.actor(reading, verb)
                cited = next((c for c in child.rights if c.dep_ in ("dobj", "ccomp", "attr", "oprd")), None)
                if who is not None and cited is not None:
                    yield Found(who, *stretch(reading, child, cited.left_edge), "motives.citing")


def hopes(reading: Reading) -> Iterator[Found]:
    """ "in the hope that …", "hoping that …", "the idea is that …"."""
    for t in reading.with_lemma(HOPES):
        clause = next((c for c in t.rights if c.dep_ in ("ccomp", "acl", "relcl") and c.left_edge.lower_ == "that"), None)
        if clause is None or not (media_acts.is_media(reading, t.sent) or media_acts.reaches(reading, clause)):
            continue
        lemma = t.lemma_.lower()
        who: Thing | None = None
        if lemma in ("hope", "hop") and (t.tag_ == "VBG" or (t.pos_ == "NOUN" and t.head.lower_ == "in")):
            verb: Token = t.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
                verb = verb.head
            who = motive_actor.actor(reading, verb) if media_acts.is_act(reading, verb, t) else None
        elif lemma == "hope" and t.tag_ in ("VBD", "VBZ", "VBP") and media_acts.is_media(reading, clause.subtree):
            who = motive_actor.actor(reading, t)
        elif lemma == "be" and t.i and any(c.lemma_.lower() in AIM_NOUNS for c in (*t.lefts, _over_parenthesis(t.nbor(-1)))):
            who = motive_actor.of(reading, [c for c in t.lefts if c.dep_ == "nsubj"]) or motive_actor.earlier(reading, t.idx)
        if who is not None:
            yield Found(who, *stretch(reading, clause, clause.left_edge), "motives.hope")


def past_the_press(reading: Reading) -> Iterator[Found]:
    """ "bypassing the press", "going straight to the people": the way round the press is the reason for taking it."""
    for m in PAST_THE_PRESS.finditer(reading.text):
        verb = reading.token(m.start())
        if clauses.is_negated(verb):
            continue
        who = motive_actor.actor(reading, verb) if verb.pos_ in ("VERB", "AUX") else None
        if who is None or motive_actor.comments(who):  # "we are going straight to the people", says the strategist
            who = motive_actor.earlier(reading, m.start())
        if who is not None:
            yield Found(who, m.start(), m.end(), "motives.past_the_press")


def where_they_are(reading: Reading) -> Iterator[Found]:
    """ "to meet voters where they are", "gone to where the men already are"."""
    for m in WHERE_THEY_ARE.finditer(reading.text):
        verb = reading.token(m.start())
        who = motive_actor.actor(reading, verb) if verb.pos_ in ("VERB", "AUX") else None
        who = who or motive_actor.earlier(reading, m.start())
        if who is not None:
            yield Found(who, m.start(), m.end(), "motives.where")
