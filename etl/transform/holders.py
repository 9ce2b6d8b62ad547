"""Who has a figure, by the grammar of its sentence: the phrase that holds it, and what kind of thing its noun is."""

from __future__ import annotations

import re

from spacy.tokens import Token

OWNERS = frozenset(("Person", "Organization", "Outlet", "Platform", "Show"))
LASTING = frozenset(("followers", "subscribers", "users"))
# Nouns for one occasion, with the kinds of appearance that they can stand for (none: any).
OCCASIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "stream livestream webcast live streaming simulcast".split(),
        frozenset(("livestream", "interview", "podcast", "broadcast", "debate", "town_hall")),
    ),
    **dict.fromkeys(
        "video clip reel upload post tiktok short vlog message".split(),
        frozenset(("post", "livestream", "interview", "podcast", "broadcast")),
    ),
    **dict.fromkeys("rally march gathering".split(), frozenset(("rally", "speech", "other"))),
    **dict.fromkeys("speech address lecture keynote sermon monologue".split(), frozenset(("speech", "rally", "post"))),
    **dict.fromkeys("debate showdown duel face-off".split(), frozenset(("debate",))),
    **dict.fromkeys("hall hustings".split(), frozenset(("town_hall", "debate", "other"))),
    **dict.fromkeys(
        "episode interview conversation chat recording taping edition instalment installment appearance turn slot special finale "
        "premiere session discussion talk sit-down sitdown "
        "exchange event occasion meeting evening night launch announcement broadcast airing segment bulletin performance concert gig "
        "q&a ama hour outing show-down crossover "
        "encounter spectacle marathon transmission panel hearing screening opener collaboration collab counter chatroom space spaces "
        "match game".split(),
        frozenset(),
    ),
}
# "The show", "the platform" where no name stands: the last one named of the type.
DESCRIBED = {
    **dict.fromkeys("show podcast programme program series newsletter".split(), "Show"),
    **dict.fromkeys("platform app site service network".split(), "Platform"),
    **dict.fromkeys("station broadcaster newspaper paper magazine outlet publication daily".split(), "Outlet"),
}
# Nouns for what somebody has for good: its owner or the named show is meant.
STANDING = frozenset(
    "show podcast programme program channel account series page newsletter feed site website app platform service network station "
    "handle profile following audience base "
    "fanbase public magazine newspaper paper daily blog server group community playlist franchise brand company broadcaster operator "
    "startup firm outlet publication count".split()
)
MASS = frozenset(("nummod", "quantmod", "compound", "amod", "npadvmod", "conj", "appos", "meta", "dep", "advmod", "nmod", "punct"))
THROUGH = frozenset("of to by before for at in like over under from past as than around about nearly among among within".split())
RELATIVE = frozenset(("who", "which", "that", "whose", "whom", "where"))
SINGULAR = frozenset(("it", "this", "that", "which"))
THERE = re.compile(r"[\w ,’'-]{0,25}?\bthere\b")
ON = re.compile(r"(?:[ ,\w’'-]{0,40}?)\b(?:on|across|via|through|at|over)\s+(?:the )?(?:\w+ )?$")
BREAK = re.compile(r"[;:—–]|, (?:but|while|whereas|and)\b")


# --------------------------------------------------------------------------------------------------------- whose figure
def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of `verb`, through coordination, control and participles."""
    if depth > 4:
        return None
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") and child.lower_ != "there":
            return child
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "aux", "auxpass", "pcomp", "dep", "parataxis") and verb.head.i != verb.i:
        if verb.dep_ == "pcomp" or verb.head.pos_ not in ("VERB", "AUX"):
            return subject_of(verb.head.head, depth + 1) if verb.dep_ == "pcomp" else verb.head
        return subject_of(verb.head, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return None


def possessor_of(token: Token) -> Token | None:
    """ "Its 540 million users", "X's audience of 2 million": who possesses."""
    return next((c for c in token.children if c.dep_ == "poss"), None)


def relation_of(token: Token) -> Token | None:
    """ "Followers of the show", "subscribers to her channel"."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "to", "for") and prep.i > token.i:
            return next((c for c in prep.children if c.dep_ == "pobj"), None)
    return None


def holder_of(token: Token) -> Token | None:
    """The head of the phrase that has the figure counted by `token`, found by climbing the parse; None where it leads nowhere."""
    at = token
    for _ in range(8):
        if (owner := possessor_of(at)) is not None:
            return owner
        head, dep = at.head, at.dep_
        if head.i == at.i:
            return subject_of(at) if at.pos_ in ("VERB", "AUX") else None
        if dep == "pobj":
            if head.lower_ == "with":
                above = head.head
                return subject_of(above) if above.pos_ in ("VERB", "AUX") else above
            if head.lower_ not in THROUGH:
                return None
            at = head.head
            if at.pos_ in ("VERB", "AUX"):
                return subject_of(at)
            continue
        if dep in ("dobj", "attr", "oprd", "dative", "acomp", "ccomp", "advcl", "xcomp", "npadvmod") and head.pos_ in ("VERB", "AUX"):
            return subject_of(head)
        if dep in ("nsubj", "nsubjpass"):
            # They are the ones who watched, heard or came: what they watched is the object.
            for child in head.children:
                if child.dep_ in ("dobj", "attr") and child.i > head.i:
                    return child
                if (
                    child.dep_ == "prep"
                    and (inner := next((c for c in child.children if c.dep_ == "pobj"), None)) is not None
                    and child.lower_ in ("to", "at", "for", "into")
                ):
                    return inner
            return head.head if head.dep_ in ("relcl", "acl") else None
        if at.pos_ in ("VERB", "AUX"):
            return subject_of(at)
        if dep not in MASS:
            return None
        at = head
    return None


def antecedent_of(token: Token) -> Token:
    """What a relative pronoun stands for."""
    at = token
    for _ in range(4):
        if at.dep_ == "relcl":
            return at.head
        at = at.head
    return token
