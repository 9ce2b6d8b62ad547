"""Speech without a verb that reports a clause: "according to", "in her view", "his claim that", figures, captions and charges."""

from __future__ import annotations

from collections.abc import Iterator

from etl.transform import clauses, speaker
from etl.transform.direct_speech import FINITE, SHORT, Attribution
from etl.transform.reading import Reading, Thing
from etl.transform.said_stretch import best_side, made
from etl.transform.saying import CAPTIONS, CLAIMS, VIEWS
from etl.transform.utterance import Sentence

GIVES_OUT = frozenset("claim report estimate".split())  # with a figure for an object
CHARGES = frozenset("accuse blame charge fault thank credit".split())
MAKES = frozenset(
    """make repeat reiterate issue give offer push have add include amplify renew drop float air voice post defend echo deliver
    allow venture permit throw get slip""".split()
)


def according(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
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
        best = best_side(reading, sentence, t.idx, stop)
        found = best and made(reading, sentence, who, best, "indirect_speech.according", 0.8, "according to")
        if found:
            yield found
        # Words in quotation marks elsewhere in the sentence are that source's too.
        for q in sentence.quotes:
            if (
                q.start > t.idx
                and (found is None or not found.start <= q.start < found.end)
                and len(reading.text[q.start : q.end].split()) > SHORT
            ):
                yield Attribution(who, q.inner_start, q.inner_end, True, "according to", "indirect_speech.according_quote", 0.7, (q,))


def views(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
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
        best = best_side(reading, sentence, prep.idx, end)
        found = best and made(reading, sentence, who, best, "indirect_speech.view", 0.75, t.text)
        if found:
            yield found


def claims(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
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
        found = made(reading, sentence, who, (start, end), "indirect_speech.claim", 0.8, t.text)
        if found:
            yield found


def figures(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
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
        found = made(reading, sentence, who, (figure.left_edge.idx, last.idx + len(last)), "indirect_speech.figure", 0.7, verb.text, verb)
        if found:
            yield found


def captioned(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
    """ "Vole's answer: reviewers were free to come": a clause behind a colon, announced by a noun of speech."""
    own = sentence.own
    for n, t in enumerate(own[:-1]):
        if t.lemma_.lower() not in CAPTIONS or t.pos_ != "NOUN" or own[n + 1].text != ":":
            continue
        if any(q.start - own[n + 1].idx <= 3 and q.start > t.idx for q in sentence.quotes):
            continue
        of = speaker.owner(t)
        who = speaker.of_phrase(reading, of) if of is not None else None
        found = who and made(reading, sentence, who, (own[n + 1].idx + 1, sentence.end), "indirect_speech.caption", 0.75, t.text)
        if found:
            yield found


def charges(reading: Reading, sentence: Sentence) -> Iterator[Attribution]:
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
        found = who and made(
            reading, sentence, who, (after[0].idx, max(stop, quoted[-1].end)), "indirect_speech.charge", 0.75, verb.text, verb
        )
        if found:
            yield found
