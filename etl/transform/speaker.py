"""Who does the saying: the thing behind the subject of a verb of speech, by name, description or pronoun, or nobody.

The parse is asked first; where it finds no subject, the words right before or after the verb are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.clauses import antecedent
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.saying import DOCUMENTS, HEARD, NAMING, SAID_INDEED, SAYING, SPOKESPERSONS
from etl.transform.utterance import Sentence

SPEAKERS = frozenset({"Person", "Organization", "Outlet", "Platform", "Show"})


def _fits(thing: Thing | None) -> bool:
    return thing is not None and thing.type in SPEAKERS


def owner(noun: Token) -> Token | None:
    """Whose `noun` it is: "*his* verdict", "the answer from *Vole*"."""
    for c in noun.children:
        if c.dep_ == "poss":
            return c
        if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "of", "by"):
            return next((o for o in c.children if o.dep_ == "pobj"), None)
    return None


GENDERS = {"he": "m", "she": "f"}
AGED = re.compile(r"\d{1,3}-year-old$")
BACK = 1200  # characters that a pronoun without a name looks back, at most


def stand_in(reading: Reading, head: Token) -> Thing | None:
    """Whom "he", "she" or "the 60-year-old" stands for where the references leave it open: the last subject it can be."""
    gender = GENDERS.get(head.lower_)
    if gender is None and not AGED.search(reading.text, max(0, head.idx - 12), head.idx + len(head)):
        return None
    tokens = reading.tokens(max(0, head.idx - BACK), head.idx)
    for roles in (("nsubj", "nsubjpass"), ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "appos")):
        for t in reversed(tokens):
            found = reading.at(t)
            if found is None or found.type != "Person" or t.dep_ not in roles or reading.quote(t.idx) is not None:
                continue
            if t.sent == head.sent and t.i > head.sent.start and t.head == head.head:
                continue
            if gender is None or found.gender in (None, "u", gender):
                return found
    return None


def of_phrase(reading: Reading, head: Token) -> Thing | None:
    """The speaker that the noun phrase with head `head` stands for; None for nobody or somebody unnamed.

    "the strategist Ann Vole", "Ann Vole, a strategist", "his brother Marc" name somebody; "a spokesman for Vole", "Vole's lawyer" do not.
    """
    head = antecedent(head)
    thing = reading.at(head)
    if _fits(thing):
        return thing
    if thing is None and (found := stand_in(reading, head)) is not None:
        return found
    for child in head.children:
        if (
            child.dep_ == "appos"
            and _fits(found := reading.at(child))
            and found is not None
            and (found.type == "Person" or head.pos_ == "NOUN")
        ):
            return found
    if head.lemma_.lower() in DOCUMENTS and (author := owner(head)) is not None:
        return of_phrase(reading, author)
    if head.lower_ in SPOKESPERSONS or head.lemma_.lower() in SPOKESPERSONS:
        # "campaign spokesman John Doe" with the name read as a modifier: only a name right after the noun counts.
        after = head.nbor() if head.i + 1 < len(head.doc) else head
        found = reading.at(after)
        return found if found is not None and found.type == "Person" and after.tag_ in ("NNP", "NNPS") else None
    for child in head.children:
        if (
            child.dep_ in ("compound", "flat", "nmod")
            and head.tag_ in ("NNP", "NNPS")
            and child.i < head.i
            and _fits(found := reading.at(child))
        ):
            return found
    return None


def _left(reading: Reading, verb: Token, sentence: Sentence) -> Thing | None:
    """The speaker named right before `verb`, over auxiliaries, adverbs and a description between commas."""
    i = verb.i - 1
    while i >= 0 and verb.doc[i].idx >= sentence.start and verb.doc[i].dep_ in ("aux", "auxpass", "advmod", "neg"):
        i -= 1
    if i < 0 or verb.doc[i].idx < sentence.start:
        return None
    token = verb.doc[i]
    if token.text == ",":
        # "Ann Vole, who ran the desk, said": the name before the comma that opens the description
        depth = i - 1
        while depth >= 0 and verb.doc[depth].idx >= sentence.start and verb.doc[depth].text != ",":
            depth -= 1
        token = verb.doc[depth - 1] if depth > 0 and verb.doc[depth].idx > sentence.start else token
    if reading.at(token) is None and (meant := stand_in(reading, token)) is not None:
        return meant
    found = reading.at(token)
    mention = reading.mention_at(token)
    if found is None or mention is None or not _fits(found) or reading.quote(mention.start) is not None:
        return None
    before = reading.token(mention.start)
    prior = before.nbor(-1) if before.i else before
    return None if prior.dep_ == "prep" and prior.lower_ not in ("but", "and") else found


def _right(reading: Reading, verb: Token, sentence: Sentence) -> Thing | None:
    """The speaker named right after `verb`: "said Ann Vole, who …", "said the strategist Ann Vole in a statement"."""
    best: Thing | None = None
    tag = any(0 <= verb.idx - q.end <= 2 for q in sentence.quotes)
    for i in range(verb.i + 1, min(verb.i + 12, len(verb.doc))):
        token = verb.doc[i]
        if not tag and best is not None and token.tag_ in ("VBD", "VBZ", "VBP", "MD") and reading.at(token.nbor(-1)) is best:
            return None  # "claims Vole was there": the name has a verb of its own
        if token.idx >= sentence.end or token.text in ',.;:—–("“' or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WP", "IN"):
            break
        found, mention = reading.at(token), reading.mention_at(token)
        if found is None or mention is None or not _fits(found):
            continue
        after = reading.token(max(mention.end - 1, mention.start))
        possessive = (after.i + 1 < len(after.doc) and after.nbor().tag_ == "POS") or token.tag_ in ("POS", "PRP$")
        if not possessive and (best is None or found.type == "Person" or (mention.kind == NAME and best.type != "Person")):
            best = found
    return best


def beside(reading: Reading, verb: Token, sentence: Sentence) -> Thing | None:
    """Who stands right before or after `verb`, whatever the parse makes of it."""
    return _left(reading, verb, sentence) or _right(reading, verb, sentence)


def _between_commas(reading: Reading, verb: Token) -> Thing | None:
    """The name between commas right before `verb`: "a spokeswoman for the council, *Ann Vole*, insisted"."""
    doc = verb.doc
    if verb.i < 3 or doc[verb.i - 1].text != ",":
        return None
    mention, found = reading.mention_at(doc[verb.i - 2]), reading.at(doc[verb.i - 2])
    if found is None or mention is None or mention.kind != NAME or found.type != "Person":
        return None
    first = reading.token(mention.start)
    return found if first.i and first.nbor(-1).text == "," else None


def _coordinated(reading: Reading, verb: Token, sentence: Sentence, depth: int) -> Thing | None:
    """ "called it a farce and added that": the speaker of the nearest verb of speech before the "and"."""
    before = [t for t in sentence.own if t.i < verb.i]
    while before and before[-1].tag_ == "RB":
        before.pop()
    if not before or before[-1].lower_ not in ("and", "but"):
        return None
    for t in reversed(before):
        if t.tag_ in ("VBD", "VBZ", "VBP") and t.lemma_.lower() in SAYING | NAMING:
            return of_verb(reading, t, sentence, depth + 1)
    return None


def of_verb(reading: Reading, verb: Token, sentence: Sentence, depth: int = 0) -> Thing | None:
    """Who says what `verb` says, through coordination, participles ("…, adding that") and reports of reports."""
    own = [c for c in verb.children if c.dep_ == "nsubj" and (reading.quote(c.idx) is None or reading.quote(verb.idx) is not None)]
    if verb.tag_ == "VBG":  # the parse likes to give a participle the noun before it for a subject
        own = [c for c in own if _fits(reading.at(c))]
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if own and not passive:
        # The nearest first: in "Vole, Tarn said, “needs …”" the parse may give the verb both names.
        found = next((f for c in sorted(own, key=lambda c: abs(c.i - verb.i)) if (f := of_phrase(reading, c)) is not None), None)
        if found is None and own[0].i < verb.i:
            found = _between_commas(reading, verb)
        if found is not None:
            return found
        # A subject that is nobody we know stays nobody, unless the parse took it from afar.
        if abs(own[-1].i - verb.i) < 12 and own[-1].pos_ in ("NOUN", "PRON", "PROPN"):
            return _right(reading, verb, sentence) if own[-1].i > verb.i else None
    if passive and verb.lemma_ in HEARD and depth:
        return of_phrase(reading, passive[0])
    if clauses.is_passive(verb):  # "had been warned by a lawyer": the one who is told says nothing
        return next((found for t in clauses.subjects(verb) if (found := of_phrase(reading, t)) is not None), None)
    if verb.dep_ == "relcl" and not own and not passive:
        return of_phrase(reading, verb.head)
    if depth > 4:
        return None
    if not own and verb.tag_ in ("VBG", "VB", "VBN", "VBD", "VBZ", "VBP"):
        head = verb.head
        if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
            # "was asked about it and said that": the subject of the passive speaks
            shared = next((c for c in head.children if c.dep_ == "nsubjpass"), None)
            found = of_phrase(reading, shared) if shared is not None else of_verb(reading, head, sentence, depth + 1)
            return found or _coordinated(reading, verb, sentence, depth)
        if verb.dep_ in ("advcl", "xcomp", "pcomp", "prep", "acl", "dep", "ccomp") and verb.tag_ in ("VBG", "VB") and head != verb:
            governor = head
            while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
                if governor.pos_ in ("PROPN", "NOUN", "PRON") and verb.dep_ == "acl" and governor == head:
                    found = of_phrase(reading, governor)
                    if found is not None and found.type == "Person":
                        return found
                    owner = next((c for c in governor.children if c.dep_ == "poss"), None)
                    if owner is not None:
                        return of_phrase(reading, owner)
                governor = governor.head
            if governor != verb and governor.pos_ in ("VERB", "AUX") and reading.quote(governor.idx) is None:
                return of_verb(reading, governor, sentence, depth + 1)
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == "," and not depth:
        return of_sentence(reading, sentence, depth + 1)
    if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        return _left(reading, verb, sentence) or _right(reading, verb, sentence)
    return None


def of_sentence(reading: Reading, sentence: Sentence, depth: int = 0) -> Thing | None:
    """The person that `sentence` is about: the subject of its main verb."""
    main = [t for t in sentence.own if t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT"]
    first = [
        t for t in sentence.own if t.tag_ in ("VBD", "VBZ", "VBP") and any(c.dep_.startswith("nsubj") and c.i < t.i for c in t.children)
    ]
    for token in (main + first)[:1]:
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        return of_phrase(reading, subject) if subject is not None else of_verb(reading, token, sentence, depth)
    return None


def really_said(verb: Token) -> bool:
    """Whether `verb` reports something said: not "did not say", "may argue", "declined to say", "if she says"."""
    lowered = [c.lower_ for c in verb.children]
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if any(c.dep_ == "neg" for c in verb.children) or "never" in lowered:
        return False
    if aux & {"might", "may", "could", "should", "must", "can", "will", "'ll", "’ll"} or (
        "would" in aux and "only" not in lowered and verb.nbor().lower_ != "only"
    ):
        return False
    if "if" in lowered or "unless" in lowered:
        return False
    if verb.tag_ == "VB" and "to" in aux:
        return (
            verb.head.lemma_ in SAID_INDEED
            and verb.head.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG")
            and verb.head.lemma_ not in ("want", "like")
        )
    return True


def in_phrase(reading: Reading, tokens: Sequence[Token]) -> Thing | None:
    """The first speaker among `tokens` that is no possessor and stands under no preposition but the leading one."""
    for n, token in enumerate(tokens):
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", ":") or (n and token.text in ",.;—–()"):
            head = tokens[n - 1] if n else token
            return of_phrase(reading, head)
        found = reading.at(token)
        if _fits(found) and not (
            token.i + 1 < len(token.doc)
            and (
                token.nbor().tag_ == "POS"
                or token.dep_ == "poss"
                or (token.dep_ in ("compound", "nmod") and reading.at(token.nbor()) is not found)
            )
        ):
            return found
        if token.lower_ in SPOKESPERSONS:
            return of_phrase(reading, token)
    return None
