"""Indirect speech: reported clauses ("said that …", "…, she argues, …", "according to Vole, …") and their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform import clauses, speaker
from etl.transform.direct_speech import FINITE, SHORT, Attribution, is_saying
from etl.transform.reading import Reading, Thing
from etl.transform.saying import CAPTIONS, CLAIMS, REPORTING, TELLING, VIEWS, WITH_PARTICLE
from etl.transform.utterance import MARKUP, Sentence, last_before

CLOSERS = ".,;: \n*_—–-("
ABBREVIATED = re.compile(r"\b(?:(?:[A-Za-z]\.)+[A-Za-z]|Mr|Ms|Jr|Sr|Inc|Co|Ltd|Corp|Dr)\.$")
SHORTEST = 2  # words in a reported clause, at least
HOW = frozenset({"how", "why", "what", "where", "when", "who", "which"})
WITH_HOW = frozenset("say explain recall describe tell reveal recount relate note".split())
GIVES_OUT = frozenset("claim report estimate".split())  # with a figure for an object
CHARGES = frozenset("accuse blame charge fault thank credit".split())
NOT_CLAUSES = frozenset({"whether", "if"})
ASKED = frozenset("asked pressed questioned challenged speaking writing talking".split())
SUBORDINATE = frozenset("when while after before if as by in on at during".split())
MAKES = frozenset(
    "make repeat reiterate issue give offer push have add include amplify renew drop float air voice post defend echo deliver allow venture permit throw get slip".split()
)


def _is_reporting(token: Token) -> bool:
    if not is_saying(token):
        return False
    lemma = token.lemma_.lower()
    return lemma in REPORTING or lemma in WITH_PARTICLE


def _made(
    reading: Reading,
    sentence: Sentence,
    who: Thing,
    stretch: tuple[int, int],
    rule: str,
    confidence: float,
    cue: str,
    verb: Token | None = None,
) -> Attribution | None:
    """The attribution of `stretch` without white space, markup and stops at its edges; None where too little is left."""
    text = reading.text
    start, end = stretch
    while start < end and text[start] in MARKUP + ",;:—–":
        start += 1
    while end > start and text[end - 1] in CLOSERS and not (text[end - 1] == "." and ABBREVIATED.search(text, start, end)):
        end -= 1
    if len(text[start:end].split()) < SHORTEST:
        return None
    quotes = tuple(q for q in sentence.quotes if start <= q.start and q.end <= end)
    direct = bool(quotes) and quotes[0].start == start and quotes[0].end >= end
    if direct:
        start, end = quotes[0].inner_start, quotes[0].inner_end
    return Attribution(who, start, end, direct, cue, rule, confidence, quotes, verb)


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
        return start.idx, c.i
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
        made = _made(reading, sentence, first.speaker, (rest[1].idx + 4, stop), "indirect_speech.clause", 0.85, verb.text, verb)
        if made is None or made.end <= end:
            return
        yield made
        end = made.end


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
    return _made(reading, sentence, who, (start, end), "indirect_speech.clause", 0.85, verb.text, verb)


def _sides(reading: Reading, sentence: Sentence, a: int, b: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """What stands before `a` and after `b` in the clause around the parenthesis `a:b`."""
    left, right = sentence.start, sentence.end
    for t in sentence.own:
        if t.text in ";:—–(" and (t.text in ";:(" or reading.text[t.idx - 1 : t.idx] == " "):
            if t.idx + len(t) <= a - 2 and reading.text[t.idx + 1 : a].strip(" ,"):
                left = max(left, t.idx + len(t))
            elif t.idx >= b + 2 and t.text != "(":
                right = min(right, t.idx)
    return (left, a), (b, right)


def _words(reading: Reading, stretch: tuple[int, int]) -> int:
    return len(reading.text[slice(*stretch)].strip(" ,.;*").split())


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
    best = _best_side(reading, sentence, first.idx, stop)
    left = (sentence.start, first.idx)
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
    if _words(reading, best) < 3 or not (at_end or clausal):
        return None
    return _made(reading, sentence, who, best, "indirect_speech.parenthesis", 0.85, verb.text, verb)


def _according(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "according to Vole, …", "…, according to Vole"."""
    own = sentence.own
    for n, t in enumerate(own):
        if t.lower_ != "according" or n + 2 >= len(own) or own[n + 1].lower_ != "to":
            continue
        phrase = own[n + 2 : n + 22]
        who = speaker.in_phrase(reading, phrase)
        if who is None:
            continue
        stop = next((p.idx for p in phrase[1:] if p.text in ",;:—–." and not (p.text == "." and p.idx < sentence.end - 1)), sentence.end)
        best = _best_side(reading, sentence, t.idx, stop)
        made = best and _made(reading, sentence, who, best, "indirect_speech.according", 0.8, "according to")
        if made:
            yield made
        # Words in quotation marks elsewhere in the sentence are that source's too.
        for q in sentence.quotes:
            if (
                q.start > t.idx
                and (made is None or not made.start <= q.start < made.end)
                and len(reading.text[q.start : q.end].split()) > SHORT
            ):
                yield Attribution(who, q.inner_start, q.inner_end, True, "according to", "indirect_speech.according_quote", 0.7, (q,))


def _best_side(reading: Reading, sentence: Sentence, a: int, b: int) -> tuple[int, int] | None:
    """Which part around the parenthesis `a:b` is what is said: the longer one, unless the other is a clause complete in itself."""
    left, right = _sides(reading, sentence, a, b)
    after = [t for t in reading.tokens(*right) if not t.is_punct and not t.is_space]
    goes_on = reading.text[b : b + 1] in (",", "—", "–") or _words(reading, left) < 2
    describes = bool(after) and (after[0].tag_ in ("WP", "WP$", "WDT", "WRB") or after[0].dep_ == "acl")
    if (
        not goes_on
        or not after
        or (describes and _words(reading, left))
        or (
            after[0].lower_ in ("and", "but", "so", "because", "while")
            and _words(reading, left) > 3
            and any(t.tag_ in FINITE for t in reading.tokens(*left))
        )
    ):
        best = left
    elif after[0].tag_ in FINITE and not any(t.tag_ in FINITE and t.dep_ != "relcl" for t in reading.tokens(*left)):
        best = right  # the subject stands before: "The young men who follow them, she said, had not been stolen"
    else:
        best = max(left, right, key=lambda s: _words(reading, s))
    return best if _words(reading, best) >= 3 else None


def _views(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "in her view", "by Vole's own account", "in the words of Vole"."""
    own = sentence.own
    for n, t in enumerate(own):
        if t.lower_ not in VIEWS or t.tag_ not in ("NN", "NNS"):
            continue
        prep = next(
            (p for p in reversed(own[max(0, n - 9) : n]) if p.lower_ in ("in", "by", "to", "from") and p.tag_ in ("IN", "TO")), None
        )
        if prep is None:
            continue
        owner = next((c for c in t.children if c.dep_ == "poss"), None)
        end = t.idx + len(t)
        if owner is None:
            of = next((c for c in t.rights if c.lower_ == "of"), None)
            owner = (
                next((c for c in of.children if c.dep_ == "pobj"), None)
                if of is not None and t.lower_ in ("words", "view", "opinion", "telling")
                else None
            )
            end = owner.right_edge.idx + len(owner.right_edge) if owner is not None else end
        if owner is None or any(own[k].tag_ in FINITE for k in range(own.index(prep), n)):
            continue
        who = speaker.of_phrase(reading, owner)
        lead = reading.text[sentence.start : prep.idx].rstrip(" *_")
        quoted = next((q for q in sentence.quotes if q.start >= end and not reading.text[end : q.start].strip(" ,:")), None)
        if who is not None and quoted is not None:
            yield Attribution(who, quoted.inner_start, quoted.inner_end, True, t.text, "indirect_speech.in_words", 0.85, (quoted,))
            continue
        if who is None or who.type not in speaker.SPEAKERS or (lead and lead[-1] not in ",;—–("):
            continue
        if (
            t.lower_ in ("words", "mind", "eyes", "phrase", "book", "reading", "version", "description")
            and lead
            and not reading.text[end:].startswith((",", "."))
        ):
            continue
        best = _best_side(reading, sentence, prep.idx, end)
        made = best and _made(reading, sentence, who, best, "indirect_speech.view", 0.75, t.text)
        if made:
            yield made


def _claims(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "his claim that …", "a warning from Vole that …", "repeating the allegation that …"."""
    for t in sentence.own:
        if t.lemma_.lower() not in CLAIMS or t.pos_ != "NOUN":
            continue
        clause = next((c for c in t.rights if c.dep_ in ("acl", "ccomp", "relcl") and c.i > t.i and c.left_edge.lower_ == "that"), None)
        if (
            clause is None
            or clause.left_edge.i > t.i + 8
            or any(c.lower_ == "that" and c.dep_ in ("nsubj", "dobj") for c in clause.children)
        ):
            continue
        who: Thing | None = None
        owner = next((c for c in t.children if c.dep_ == "poss"), None)
        source = next((o for c in t.rights if c.lower_ in ("from", "by") for o in c.children if o.dep_ == "pobj"), None)
        if owner is not None or source is not None:
            who = speaker.of_phrase(reading, owner or source or t)
        elif t.dep_ in ("dobj", "pobj"):
            verb = t.head if t.dep_ == "dobj" else t.head.head
            if verb.lemma_.lower() in MAKES and speaker.really_said(verb):
                who = speaker.of_verb(reading, verb, sentence)
        if who is None:
            continue
        start = clause.left_edge.idx + 4
        end = clause.right_edge.idx + len(clause.right_edge)
        end = max([end, *(q.end for q in sentence.quotes if q.start < end < q.end)])
        made = _made(reading, sentence, who, (start, end), "indirect_speech.claim", 0.8, t.text)
        if made:
            yield made


def _figures(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "Porch claims 2.3 million accounts, a third of them abroad": a figure that somebody gives out."""
    for verb in sentence.own:
        if verb.lemma_.lower() not in GIVES_OUT or verb.tag_ not in ("VBD", "VBZ", "VBP") or not speaker.really_said(verb):
            continue
        figure = next((c for c in verb.rights if c.dep_ == "dobj"), None)
        if figure is None or not any(t.tag_ == "CD" for t in figure.subtree if t.i <= figure.i):
            continue
        who = speaker.of_verb(reading, verb, sentence)
        if who is None:
            continue
        last = figure.right_edge
        made = _made(reading, sentence, who, (figure.left_edge.idx, last.idx + len(last)), "indirect_speech.figure", 0.7, verb.text, verb)
        if made:
            yield made


def _captioned(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "Vole's answer: reviewers were free to come": a clause behind a colon, announced by a noun of speech."""
    own = sentence.own
    for n, t in enumerate(own[:-1]):
        if t.lemma_.lower() not in CAPTIONS or t.pos_ != "NOUN" or own[n + 1].text != ":":
            continue
        if any(q.start - own[n + 1].idx <= 3 and q.start > t.idx for q in sentence.quotes):
            continue
        of = speaker.owner(t)
        who = speaker.of_phrase(reading, of) if of is not None else None
        made = who and _made(reading, sentence, who, (own[n + 1].idx + 1, sentence.end), "indirect_speech.caption", 0.75, t.text)
        if made:
            yield made


def _charges(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "accused the minister of “resorting to lies”": a charge with words in quotation marks, with the one who is charged."""
    for verb in sentence.own:
        if verb.lemma_.lower() not in CHARGES or not sentence.quotes or not speaker.really_said(verb):
            continue
        if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG", "VBN") or clauses.is_passive(verb):
            continue
        after = [t for t in sentence.own if t.i > verb.i]
        stop = next((t.idx for t in after if t.text in ";:—–" or (t.text == "," and t.idx > sentence.quotes[-1].start)), sentence.end)
        quoted = [q for q in sentence.quotes if verb.idx < q.start < stop]
        if not quoted or not after or len(reading.text[quoted[0].start : quoted[0].end].split()) < 2:
            continue
        if any(t.tag_ in ("VBD", "VBZ", "VBP") for t in sentence.between(after[0].idx, quoted[0].start)):
            continue
        who = speaker.of_verb(reading, verb, sentence)
        made = who and _made(
            reading, sentence, who, (after[0].idx, max(stop, quoted[-1].end)), "indirect_speech.charge", 0.75, verb.text, verb
        )
        if made:
            yield made


def reported(reading: Reading, sentence: Sentence, direct: Sequence[Attribution]) -> list[Attribution]:
    """The reported clauses of `sentence` in order; verbs and quotations that `direct` has used are left alone."""
    used = {a.verb.i: a for a in direct if a.verb is not None}
    spans = [(a.start, a.end) for a in direct if a.direct]
    out: list[Attribution] = []
    candidates: list[Attribution] = []
    if not reading.text[sentence.start : sentence.end].rstrip("*_ ").endswith("?") or sentence.quotes:
        for verb in sentence.own:
            if (told := used.get(verb.i)) is not None:
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
    for rule in (_according, _views, _claims, _figures, _captioned, _charges):
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
