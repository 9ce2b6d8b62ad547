"""Who does what to whom in a clause: logical subjects, objects and complements, read off the dependency parse.

Passives, relative clauses, participles, control ("wants to reach") and coordination are undone here, once, for all
extractors. Answers are tokens; `things` turns tokens into the things they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform.reading import NAME, Mention, Reading, Thing
from etl.transform.saying import SAYING

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NAMING = frozenset("call name dub title brand label give offer send show pay tell ask".split())
# Verbs whose infinitive is done by their object: "she persuaded him to stream".
OBJECT_CONTROL = frozenset(
    """ask tell urge persuade convince help let allow enable encourage invite force get order permit send push press want make
    have""".split()
)


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it, in order."""
    out = [token]
    for child in token.rights:
        if child.dep_ == "conj":
            out += conjuncts(child)
    return out


def antecedent(token: Token) -> Token:
    """For a relative pronoun the noun that it stands for, else `token` itself."""
    if token.lower_ in RELATIVE and token.tag_ in ("WP", "WP$", "WDT", "IN"):
        verb = token.head
        while verb.dep_ not in ("relcl", "acl", "ROOT") and verb.head != verb:
            verb = verb.head
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive participle, with its auxiliary or as a reduced relative clause."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    reduced = verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl", "conj")
    if not reduced or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    # A participle with an object of its own is a past tense that the parser took for one: "Lee, a critic of …, called it a stunt".
    own = [c for c in verb.rights if c.dep_ in ("dobj", "oprd") and c.pos_ in ("NOUN", "PROPN", "PRON")]
    return len(own) < (2 if verb.lemma_ in NAMING else 1)


def _agents(verb: Token) -> list[Token]:
    return [t for by in verb.children if by.dep_ == "agent" or (by.lower_ == "by" and by.dep_ == "prep") for o in by.children
            if o.dep_ == "pobj" for t in conjuncts(o)]  # fmt: skip


def _surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of `verb`, inherited through coordination, control and participles."""
    own = [t for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "csubj") for t in conjuncts(c)]
    if not own:  # inverted: "said Smith", "with her was Jones"
        own = [t for c in verb.rights if c.dep_ in ("nsubj", "nsubjpass") for t in conjuncts(c)]
    if own or depth > 6 or verb.head == verb:
        return own
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        if verb.tag_ == "VB" and head.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            # A bare infinitive goes on after a modal, not after a finite verb: "reported that he could grow and *win*".
            for earlier in reversed(verb.doc[verb.sent.start : verb.i]):
                if earlier.tag_ == "VB" and earlier.pos_ == "VERB":
                    return _surface_subjects(earlier, depth + 1)
        return _surface_subjects(head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acl") or verb.tag_ == "VBG":
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            if verb.tag_ in ("VBG", "VBN"):
                return conjuncts(head) if verb.tag_ == "VBN" else [head]
            # "an effort to reach", "his attempt to win": done by whoever makes the effort
            owners = [c for c in head.children if c.dep_ == "poss"]
            governor = head.head
            while governor.dep_ in ("prep", "pobj") and governor.head != governor:
                governor = governor.head
            return owners or (_surface_subjects(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else [])
        governor = head
        while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
            owners = [c for c in governor.children if c.dep_ == "poss"]
            if owners and governor.pos_ == "NOUN":
                return owners
            governor = governor.head
        if governor.pos_ in ("VERB", "AUX"):
            if governor.lemma_ in OBJECT_CONTROL and verb.dep_ in ("xcomp", "ccomp", "advcl"):
                objects = [t for c in governor.rights if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
                if objects:
                    return objects
                if is_passive(governor):
                    return _surface_subjects(governor, depth + 1)
            return subjects(governor, depth + 1) or _surface_subjects(governor, depth + 1)
    if verb.dep_ == "relcl" and head.pos_ in ("NOUN", "PROPN", "PRON") and not own:
        return [head]
    return []


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what `verb` says: the agent of a passive, else the subject however far up it stands."""
    if is_passive(verb):
        return _agents(verb)
    return _surface_subjects(verb, depth)


def objects(verb: Token) -> list[Token]:
    """To whom or what `verb` is done: the direct objects, or the subject of a passive."""
    if is_passive(verb):
        if verb.dep_ == "acl" and not any(c.dep_ == "nsubjpass" for c in verb.children):
            return [verb.head]
        return _surface_subjects(verb)
    after = [c for c in verb.rights if c.dep_ in ("dobj", "obj", "dative", "attr", "oprd", "acomp") and c.pos_ not in ("ADP", "ADJ")]
    found = [t for c in after for t in conjuncts(c)]
    # "whom he mocked", "which she owns", and without a pronoun "the company he started"
    found += [c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ in RELATIVE]
    own_subject = any(c.dep_ == "nsubj" and c.lower_ not in RELATIVE for c in verb.lefts)
    if not found and verb.dep_ == "relcl" and own_subject and not any(c.dep_ in ("xcomp", "ccomp") for c in verb.rights):
        found = [verb.head]
    return found


def complements(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """What follows one of `prepositions` under `token`: "banned *from Twitch*", "owner *of X*"."""
    wanted = frozenset(prepositions)
    out: list[Token] = []
    for prep in token.children:
        if prep.lower_ in wanted and prep.dep_ in ("prep", "agent", "dative", "prt", "advmod", "mark"):
            for o in prep.children:
                if o.dep_ in ("pobj", "pcomp", "dobj"):
                    out += conjuncts(o)
                elif o.dep_ == "prep":  # "out of X", "away from X"
                    out += [t for p in o.children if p.dep_ == "pobj" for t in conjuncts(p)]
    return out


def deep_complements(verb: Token, prepositions: Iterable[str]) -> list[Token]:
    """Like `complements`, but wherever to the right under `verb` the preposition hangs: parsers misplace prepositional phrases.

    Stops at the next verb: "lectures in politics *at Leeds*, where she met …".
    """
    wanted = frozenset(prepositions)
    out: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.pos_ in ("VERB", "AUX"):
            break
        if token.dep_ == "pobj" and token.head.lower_ in wanted:
            out += conjuncts(token)
    return out


def possessors(token: Token) -> list[Token]:
    """Whose `token` is: "*Rogan's* podcast", "*his* show"."""
    return [t for c in token.lefts if c.dep_ == "poss" for t in conjuncts(c)]


def modifiers(token: Token) -> list[Token]:
    """Nouns and names before `token` in its noun phrase: "the *Kick* stream", "*Nvidia* boss"."""
    return [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and c.pos_ in ("PROPN", "NOUN", "ADJ")]


def is_negated(verb: Token) -> bool:
    """Whether `verb` is denied: "did not endorse", "never owned", "refused to back"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "no", "hardly") for c in verb.children):
        return True
    head = verb.head
    if verb.dep_ != "xcomp":
        return False
    return head.lemma_ in ("refuse", "decline", "fail", "deny", "stop") or any(c.dep_ == "neg" for c in head.children)


# "the X app", "the Kick platform": the noun only says what the name before it is.
KIND_NOUNS = frozenset(
    """app platform service site network website company group firm party campaign station broadcaster newspaper paper magazine agency
    channel podcast show programme program series administration team""".split()
)


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """Whether the name only says who is speaking: "The stream, *Orrick* said, is dead"."""
    end = reading.token(mention.end - 1).i + 1
    return any(t.pos_ == "VERB" and t.lemma_.lower() in SAYING for t in reading.doc[end : end + 2])


def _named_behind(reading: Reading, token: Token) -> Thing | None:
    """The name that a comma after the noun brings, past titles: "his rival, *Vice President Ann Lee*"."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].text != "," or not any(c.dep_ in ("poss", "det") for c in token.lefts):
        return None
    for behind in doc[token.i + 2 : token.i + 6]:
        mention = reading.mention_at(behind)
        if mention is not None:
            if mention.kind != NAME or mention.start != behind.idx or _is_aside(reading, mention):
                return None
            return reading.at(behind)
        if not behind.text[:1].isupper():
            return None
    return None


def things(reading: Reading, tokens: Iterable[Token], types: Iterable[str] = ()) -> list[Thing]:
    """The things that `tokens` stand for, each once, of the given types (all by default).

    A head noun that is no mention itself ("the streamer Adin Ross", "members of the band") passes on to the name in its
    noun phrase where there is just one.
    """
    wanted = frozenset(types)
    out: list[Thing] = []
    for token in tokens:
        thing = reading.at(token)
        if thing is None or (wanted and thing.type not in wanted):
            token = antecedent(token)  # where the pronoun itself was not resolved
            thing = reading.at(token) or thing
        if (thing is None or (wanted and thing.type not in wanted)) and token.pos_ in ("NOUN", "PROPN"):
            near = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
            near += [o for c in token.rights if c.dep_ == "acl" and c.lower_ in ("called", "named", "dubbed", "titled") for o in c.children]
            if token.lemma_.lower() in KIND_NOUNS:
                near += [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod", "poss")]
            named = (t for t in (*map(reading.at, near), _named_behind(reading, token)) if t is not None)
            thing = next((t for t in named if not wanted or t.type in wanted), thing)
        if thing is None and token.dep_ == "attr" and token.head.lemma_ == "be" and token.pos_ in ("NOUN", "NUM"):
            # "She is one who …", "he was the man that …": the predicate noun is its subject.
            out += [t for t in things(reading, _surface_subjects(token.head), wanted) if all(t is not o for o in out)]
        if thing is not None and (not wanted or thing.type in wanted) and all(thing is not t for t in out):
            out.append(thing)
    return out


def doers(reading: Reading, tokens: Iterable[Token], types: Iterable[str]) -> list[Thing]:
    """Like `things`; a token that stands for an act or effort passes on to whose it is: "*Trump's* return is about …"."""
    out: list[Thing] = []
    for token in tokens:
        found = things(reading, [token], types) or things(reading, [*possessors(token), *modifiers(token)], types)
        out += [t for t in found if all(t is not o for o in out)]
    return out


def verbs(reading: Reading) -> Iterator[Token]:
    """The full verbs of the article, in order; also those that the tagger took for nouns but that have a subject."""
    if reading.verbs is None:
        reading.verbs = [t for t in reading.words if _is_verb(t)]
    return iter(reading.verbs)


def _is_verb(t: Token) -> bool:
    return (
        t.pos_ == "VERB"
        or (t.pos_ == "AUX" and t.dep_ not in ("aux", "auxpass"))
        or (t.pos_ in ("NOUN", "PROPN", "ADJ") and t.text.islower() and any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children))
    )
