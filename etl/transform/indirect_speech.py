"""Indirect speech: reported clauses ("said that …", "…, she argues, …", "according to Vole, …") and their speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from etl.transform import clauses, speaker
from etl.transform.direct_speech import FINITE, Attribution, is_saying
from etl.transform.reading import Reading, Thing
from etl.transform.said_stretch import best_side, made, word_count
from etl.transform.saying import CAPTIONS, CLAIMS, REPORTING, TELLING, VIEWS, WITH_PARTICLE
from etl.transform.speech_phrases import CHARGES, GIVES_OUT, according, captioned, charges, claims, figures, views
from etl.transform.utterance import Sentence, last_before

HOW = frozenset({"how", "why", "what", "where", "when", "who", "which"})
WITH_HOW = frozenset("say explain recall describe tell reveal recount relate note".split())
NOT_CLAUSES = frozenset({"whether", "if"})
ASKED = frozenset("asked pressed questioned challenged speaking writing talking".split())
SUBORDINATE = frozenset("when while after before if as by in on at during".split())
SPOKEN = REPORTING | frozenset(WITH_PARTICLE)  # what verbs that report clauses are among
# Each with words of which one stands in every sentence in which it finds anything.
RULES: tuple[tuple[Callable[[Reading, Sentence], Iterator[Attribution]], frozenset[str]], ...] = (
    (according, frozenset({"according"})),
    (views, frozenset(VIEWS)),
    (claims, frozenset(CLAIMS)),
    (figures, GIVES_OUT),
    (captioned, frozenset(CAPTIONS)),
    (charges, CHARGES),
)


def _is_reporting(token: Token) -> bool:
    if not is_saying(token):
        return False
    lemma = token.lemma_.lower()
    return lemma in REPORTING or lemma in WITH_PARTICLE


def _cut(reading: Reading, sentence: Sentence, verb: Token, first: int, limit: int) -> int:
    """Where the clause that begins at `first` and is reported by `verb` ends, at `limit` at the latest."""
    own = sentence.between(first, limit)
    for n, t in enumerate(own):
        if t.text in ";—–" and (t.text == ";" or reading.text[t.idx - 1 : t.idx] == " "):
            return t.idx
        if t.text == ":" and any(q.start - t.idx <= 3 and q.start > t.idx for q in sentence.quotes):
            return t.idx
        before = own[n - 1] if n else None
        if before is None:
            continue
        if n > 2 and t.lower_ == "that" and t.tag_ == "IN" and before.lower_ in ("and", "but"):
            return before.idx  # "said that he would stay and that …": two clauses
        if (
            before.lower_ in ("and", "but", "while")
            and last_before(reading.text, before.idx) in ',”"'
            and _says_itself(reading, sentence, own[n:])
        ):
            return before.idx
        if last_before(reading.text, t.idx) in ',”"' and t.tag_ == "VBG" and is_saying(t):
            return t.idx
        if before.text == "," and ((t.tag_ == "VBG" and is_saying(t)) or t.lower_ == "according"):
            return before.idx
        if before.lower_ in ("and", "but", "or") or (n > 1 and t.head == verb and t.dep_ == "conj"):
            follows = t if t.tag_ in ("VBD", "VBZ", "VBP", "VBG") else (own[n + 1] if t.tag_ == "RB" and n + 1 < len(own) else t)
            same = follows.tag_ in ("VBD", "VBZ", "VBP") and (is_saying(follows) or (follows.dep_ == "conj" and follows.head == verb))
            if same and before.lower_ in ("and", "but"):
                return before.idx
    return limit


def _says_itself(reading: Reading, sentence: Sentence, rest: Sequence[Token]) -> bool:
    """Whether `rest` begins with somebody else who speaks: "…, and the network replied, “…”"."""
    for n, t in enumerate(rest[:9]):
        if t.tag_ in ("VBD", "VBZ", "VBP"):
            return n > 0 and is_saying(t) and any(q.start > t.idx for q in sentence.quotes)
        if t.is_punct:
            return False
    return False


def _complement_start(verb: Token, sentence: Sentence) -> tuple[int, int] | None:
    """The first character and head token index of the clause that `verb` reports, or None."""
    after = [t for t in sentence.own if t.i > verb.i]
    for n, t in enumerate(after[:16]):
        if t.tag_ in FINITE or t.text in ".;:":
            break
        if (t.lower_ == "that" and t.dep_ == "mark") or (t.lower_ == "that" and t.tag_ == "IN"):
            return t.idx + len(t), t.i
        if n > 11:
            break
    for c in verb.rights:
        if c.dep_ not in ("ccomp", "dobj", "advcl", "parataxis", "dep"):
            continue
        if c.dep_ != "ccomp" and not (c.pos_ in ("VERB", "AUX") and c.dep_ != "advcl"):
            continue
        if not _has_finite(c):
            continue
        first = c.left_edge
        marks = {t.lower_ for t in c.lefts}
        if marks & NOT_CLAUSES or (first.lower_ in NOT_CLAUSES):
            return None
        if (marks | {first.lower_}) & HOW and verb.lemma_.lower() not in WITH_HOW:
            return None
        start = first if first.i > verb.i else verb.nbor()
        bare = not any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") and t.i > verb.i for t in c.lefts)
        if bare and verb.lemma_.lower() not in TELLING and verb.nbor().pos_ in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"):
            start = verb.nbor()  # "said rates in Leeds, which had gone up, would fall": the parse takes the subject for an object
        return _past_when(start, c).idx, c.i
    if verb.tag_ in FINITE or verb.tag_ in ("VBN", "VBG"):
        # The parse may take a clause for an object: a subject with its finite verb right after the verb of saying.
        for t in after[:20]:
            if t.text in ",;:—":
                break
            subject = next((c for c in t.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
            if t.tag_ in FINITE and subject is not None and subject.i > verb.i and subject.lower_ not in ("who", "which", "that"):
                start = subject.left_edge if verb.lemma_.lower() in TELLING else verb.nbor()
                return max(start, verb.nbor(), key=lambda x: x.i).idx, t.i
    return None


def _past_when(start: Token, clause: Token) -> Token:
    """The token with which a reported clause begins, past the day on which it was said: "said on Thursday his family would stay"."""
    if start.dep_ not in ("prep", "npadvmod") or start.i >= clause.i or not any(t.ent_type_ == "DATE" for t in start.subtree):
        return start
    beyond = start.right_edge.nbor()
    subject = next((t for t in clause.lefts if t.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    return beyond if subject is not None and beyond == subject.left_edge else start


def _has_finite(token: Token) -> bool:
    return token.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in ("aux", "auxpass", "cop") for c in token.children)


def _further(reading: Reading, sentence: Sentence, verb: Token, first: Attribution) -> Iterator[Attribution]:
    """The further clauses that `verb` reports: "said that …, *and that …*"."""
    end = first.end
    while True:
        rest = sentence.between(end, sentence.end)
        while rest and (rest[0].is_punct or rest[0].is_space):
            rest = rest[1:]
        if len(rest) < 4 or rest[0].lower_ not in ("and", "but") or rest[1].lower_ != "that" or rest[1].tag_ != "IN":
            return
        stop = _cut(reading, sentence, verb, rest[2].idx, sentence.end)
        further = made(reading, sentence, first.speaker, (rest[1].idx + 4, stop), "indirect_speech.clause", 0.85, verb.text, verb)
        if further is None or further.end <= end:
            return
        yield further
        end = further.end


def _complement(reading: Reading, sentence: Sentence, verb: Token, who: Thing) -> Attribution | None:
    found = _complement_start(verb, sentence)
    if found is None:
        return None
    start, head = found
    limit = sentence.end
    if verb.dep_ in ("relcl", "acl", "advcl", "pcomp") and verb.right_edge.i > head and verb.tag_ != "VBG":
        limit = min(limit, verb.right_edge.idx + len(verb.right_edge))
        limit = max([limit, *(q.end for q in sentence.quotes if q.start < limit < q.end)])
    end = _cut(reading, sentence, verb, start, limit)
    return made(reading, sentence, who, (start, end), "indirect_speech.clause", 0.85, verb.text, verb)


def _parenthesis(reading: Reading, sentence: Sentence, verb: Token, who: Thing) -> Attribution | None:
    """ "…, she argues, …", "…, said Vole.", "…, as Vole put it": the longer part around it is what is said."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    first = verb if subject is None or subject.i > verb.i else subject.left_edge
    if subject is None:
        own = [t for t in sentence.own if t.i < verb.i]
        while own and own[-1].text not in ",—–;:":
            first = own.pop()
    for t in verb.lefts:
        if t.i < first.i and t.lower_ in ("as", "so") and t.i >= first.i - 2:
            first = t
    as_clause = first.lower_ == "as"
    lead = reading.text[sentence.start : first.idx].rstrip(" *_")
    if (lead and lead[-1] not in ",—–;”\"’'") or (not lead and not as_clause) or first.idx < sentence.start:
        return None
    stop, last = sentence.end, verb.i
    if subject is not None and subject.i > verb.i:  # "suggests our editor, Ann Vole, …": the name belongs to the phrase
        last = max([subject.i, *(c.right_edge.i for c in subject.children if c.dep_ == "appos" and reading.at(c) is who)])
    for t in sentence.own:
        if t.i > last and (t.text in ",;:—–" or (t.text == "." and t.idx >= sentence.end - 2)):
            stop = t.idx
            break
    stop = min([stop, *(q.start for q in sentence.quotes if q.start > verb.idx)])
    inside = sentence.between(verb.idx + len(verb), stop)
    if len(inside) > 16 or any(t.tag_ in FINITE for t in inside if t.dep_ not in ("aux", "auxpass")):
        return None
    best = best_side(reading, sentence, first.idx, stop)
    left = (sentence.start, first.idx)
    if subject is not None and subject.i > verb.i and best not in (None, left) and word_count(reading, left) > 2:
        end = best[1] if best is not None else stop
        if any(c.dep_ == "appos" and stop <= c.idx < end for c in subject.rights):
            best = left  # "Because he is tired, says Ann Vole, the leader of the opposition": what follows describes her
    if best is None:
        return None
    if stop >= sentence.end - 2 and best[1] == first.idx and not any(q.start < first.idx for q in sentence.quotes):
        clauses_before = reading.text[sentence.start : best[0]].rstrip()
        if clauses_before.endswith(";"):  # "…; …, said Vole.": a tag at the very end tells all of it
            best = left
    if lead.endswith(("”", '"')) and any(q.start <= left[0] + 2 and q.end >= left[1] - 3 for q in sentence.quotes):
        return None
    opening = next((t for t in reading.tokens(*best) if t.is_alpha), None)
    subordinate = opening is not None and opening.lower_ in SUBORDINATE and "," not in reading.text[best[0] : best[1]].rstrip(", ")
    if opening is not None and best[0] == sentence.start and (subordinate or opening.lower_ in ASKED):
        return None  # "Asked about it, Vole said no."
    at_end = best[1] == first.idx and subject is not None and subject.i > verb.i  # "…, said Vole": whatever the tagger makes of "…"
    clausal = any((t.tag_ in FINITE and t.dep_ != "relcl") or t.tag_ in ("VB", "VBG") for t in reading.tokens(*best))
    if word_count(reading, best) < 3 or not (at_end or clausal):
        return None
    return made(reading, sentence, who, best, "indirect_speech.parenthesis", 0.85, verb.text, verb)


def reported(reading: Reading, sentence: Sentence, direct: Sequence[Attribution]) -> list[Attribution]:
    """The reported clauses of `sentence` in order; verbs and quotations that `direct` has used are left alone."""
    lemmas, own = reading.lemmas, sentence.own
    around = slice(own[0].i, own[-1].i + 1) if own else slice(0)
    here = {*lemmas[around], *reading.forms[around]}
    used = {a.verb.i: a for a in direct if a.verb is not None}
    spans = [(a.start, a.end) for a in direct if a.direct]
    out: list[Attribution] = []
    candidates: list[Attribution] = []
    if not reading.text[sentence.start : sentence.end].rstrip("*_ ").endswith("?") or sentence.quotes:
        for verb in own if used or not SPOKEN.isdisjoint(here) else ():
            told = used.get(verb.i)
            if told is None and lemmas[verb.i] not in SPOKEN:
                continue
            if told is not None:
                # "Women make up most of it, he said, and “they are the ones who stay.”": both parts are said
                joined = told.start > verb.idx and any(t.lower_ in ("and", "but") for t in sentence.between(verb.idx, told.start))
                if joined and (before := _parenthesis(reading, sentence, verb, told.speaker)) is not None and before.end <= verb.idx:
                    candidates.append(before)
                continue
            if not _is_reporting(verb) or not speaker.really_said(verb):
                continue
            if any(c.dep_ == "auxpass" for c in verb.children) and not clauses.subjects(verb):
                continue  # "was asked to come": nobody says it
            who = speaker.of_verb(reading, verb, sentence)
            if who is None:
                continue
            found = _complement(reading, sentence, verb, who) or _parenthesis(reading, sentence, verb, who)
            if found is not None:
                candidates += [found, *_further(reading, sentence, verb, found)]
    for rule, words in RULES:
        if not words.isdisjoint(here):
            candidates += rule(reading, sentence)
    for c in candidates:
        if any(s <= c.start and c.end <= e for s, e in spans):
            continue
        if any(o.start < c.end and c.start < o.end for o in out):
            continue
        # Words that are mostly quoted and given to a speaker already are not reported a second time.
        quoted = sum(min(c.end, e) - max(c.start, s) for s, e in spans if s < c.end and c.start < e)
        if quoted * 2 > c.end - c.start and c.rule != "indirect_speech.charge":
            continue
        out.append(c)
    return sorted(out, key=lambda a: a.start)
