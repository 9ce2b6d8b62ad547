"""Direct speech: quotations given to a speaker by the words around them within their sentence.

Three shapes: a tag after ("“…,” she said", "“…,” said Vole"), an introduction before ("Vole told the crowd: “…”") and a
name or label ("called it “…”"). A quotation that is only part of a reported clause is left to `indirect_speech`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import speaker
from etl.transform.quotation import Quote
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.saying import CAPTIONS, DOCUMENTS, NAMING, OPEN_PARTICLE, SAYING, TITLED, VIEWS, WITH_PARTICLE, looks_said
from etl.transform.utterance import Sentence, last_before

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SMALL = frozenset("a an the of in on at to for and or but with by from as is vs de la le du des und y e".split())
SHORT = 3  # words: up to here a quotation is a label rather than an utterance


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A stretch `start:end` given to a speaker; `verb` is the verb of saying, where there is one."""

    speaker: Thing
    start: int
    end: int
    direct: bool
    cue: str
    rule: str
    confidence: float
    quotes: tuple[Quote, ...]
    verb: Token | None = None


def is_saying(token: Token) -> bool:
    """Whether `token` is a verb of saying, alone or with its particle."""
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBD", "VBZ", "VBP", "VBG"):
        return False
    lemma = token.lemma_.lower()
    if lemma in WITH_PARTICLE and token.i + 2 < len(token.doc) and token.nbor().lower_ in WITH_PARTICLE[lemma]:
        # "she went on, “…”" and "went on that", but not "she went on the show"
        beyond = token.nbor(2)
        return lemma in OPEN_PARTICLE or beyond.is_punct or beyond.lower_ == "that"
    if lemma == "read":  # "her post read: “…”"
        return any(c.dep_ == "nsubj" and c.lemma_.lower() in DOCUMENTS for c in token.children)
    return lemma in SAYING


def is_name(reading: Reading, quote: Quote) -> bool:
    """Whether `quote` is a title or a name in quotation marks rather than words spoken."""
    text = reading.text
    inner = text[quote.inner_start : quote.inner_end]
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", inner)
    if not words:
        return True
    first = reading.token(quote.inner_start)
    mention = reading.mention_at(first)
    if mention is not None and mention.kind == NAME and mention.start <= quote.inner_start and mention.end >= quote.inner_end - 1:
        return True
    before = reading.token(quote.start - 1) if quote.start else None
    after = reading.token(quote.end) if quote.end < len(text) else None
    if before is not None and text[quote.start - 1 : quote.start] == " " and before.is_space and before.i:
        before = before.nbor(-1)
    # A nickname: Ann “Annie” Vole.
    if (
        before is not None
        and after is not None
        and len(words) <= SHORT
        and before.tag_ == after.tag_ == "NNP"
        and text[quote.end : quote.end + 1] == " "
    ):
        return True
    capital = all(w[0].isupper() or w[0].isdigit() or w.lower() in SMALL for w in words) and (
        words[0][0].isupper() or words[0][0].isdigit()
    )
    if before is not None and (before.lemma_.lower() in TITLED or before.lower_ in TITLED):
        return capital or (before.tag_ == "VBN" and len(words) <= 6 and inner[-1:] not in ".!?")
    if not capital or before is None:
        return False
    return before.tag_ in ("IN", "DT", "POS", "PRP$", "CC", "NN", "NNP", "VBG") or (len(words) > 1 and inner[-1:] not in ".!?,")


def _before(sentence: Sentence, quote: Quote) -> int:
    return max([q.end for q in sentence.quotes if q.end <= quote.start], default=sentence.start)


def _after(sentence: Sentence, quote: Quote) -> int:
    return min([q.start for q in sentence.quotes if q.start >= quote.end], default=sentence.end)


def _first_finite(reading: Reading, tokens: Sequence[Token]) -> Token | None:
    """The main verb of the clause that `tokens` begin: the first finite one that is in no relative clause."""
    for t in tokens:
        mention = reading.mention_at(t)
        if mention is not None and mention.kind == NAME:
            continue  # "Achieng Were said"
        if t.tag_ in ("VBD", "VBZ", "VBP") or (t.tag_ in ("VBN", "VBG") and any(c.dep_ == "aux" for c in t.children)):
            if t.dep_ in ("relcl", "aux", "auxpass") or any(
                c.lower_ in ("who", "which", "that") and c.dep_.startswith("nsubj") for c in t.lefts
            ):
                continue
            return t
        if t.text in ".;:":
            return None
    return None


def _is_what(reading: Reading, sentence: Sentence, quote: Quote, region: Sequence[Token]) -> Attribution | None:
    """ "“…” is how Vole puts it", "“…” is what she calls them", "“…,” was her only comment"."""
    here = (quote.inner_start, quote.inner_end)
    if len(region) > 2 and region[1].lower_ in ("how", "what"):
        verb = next(
            (t for t in region[2:24] if is_saying(t) or t.lemma_.lower() in NAMING or t.lower_ in ("puts", "put", "sees", "saw")), None
        )
        found = speaker.of_verb(reading, verb, sentence) or speaker.beside(reading, verb, sentence) if verb is not None else None
        return Attribution(found, *here, True, verb.text, "direct_speech.is_how", 0.8, (quote,), verb) if found and verb else None
    for t in region[1:8]:
        if t.lemma_.lower() in CAPTIONS | VIEWS and t.pos_ == "NOUN":
            of = speaker.owner(t)
            who = speaker.of_phrase(reading, of) if of is not None else None
            return Attribution(who, *here, True, t.text, "direct_speech.was_answer", 0.8, (quote,)) if who else None
        if t.is_punct or t.tag_ in FINITE:
            break
    return None


def _tag_verb(reading: Reading, region: Sequence[Token]) -> Token | None:
    """The verb of the tag that `region` begins, also where the tagger takes it for something else ("the 60-year-old informed Vole")."""
    found = _first_finite(reading, region[:40])
    for n, t in enumerate(region[:9]):
        mention = reading.mention_at(t)
        if found is not None and t.i >= found.i:
            break
        if n and t.tag_ in ("VBN", "JJ", "NN", "NNS", "NNP") and looks_said(t.lower_) and (mention is None or mention.kind != NAME):
            return t
        if t.is_punct and t.text != "-":
            break
    return found


def tag_after(reading: Reading, sentence: Sentence, quote: Quote) -> Attribution | None:
    """The tag that follows `quote`: "“…,” said Vole", "“…?” the senator asked", "“…” — Ann Vole"."""
    text = reading.text
    stop = _after(sentence, quote)
    region = sentence.between(quote.end, stop)
    last = text[quote.inner_start : quote.inner_end].rstrip(" ’'”\"")[-1:]  # over the marks of a quotation within
    comma = last == "," or text[quote.end : quote.end + 1] == ","
    dash = bool(region) and region[0].text in "—–-" and not comma
    while region and (region[0].is_punct or (region[0].tag_ == "RB" and region[0].lower_ not in ("not", "n't"))):
        region = region[1:]
    if not region or (is_name(reading, quote) and not (comma and is_saying(region[0]))):
        return None
    here = (quote.inner_start, quote.inner_end)
    if dash or text[quote.end : quote.end + 2] == " (":
        named, mention = reading.at(region[0]), reading.mention_at(region[0])
        if (
            named is not None
            and mention is not None
            and named.type in speaker.SPEAKERS
            and mention.kind == NAME
            and _first_finite(reading, region) is None
        ):
            return Attribution(named, *here, True, "", "direct_speech.signed", 0.8, (quote,))
        if not dash:
            return None
    opener = region[0]
    if opener.lemma_ == "be" and opener.tag_ != "VB":
        return _is_what(reading, sentence, quote, region)
    if opener.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB") and is_saying(opener) and (comma or last in ".?!…—–-" or not dash):
        found = speaker.of_verb(reading, opener, sentence)
        if found is not None:
            return Attribution(found, *here, True, opener.text, "direct_speech.inverted", 0.95, (quote,), opener)
        return None
    if not (comma or last in ".?!…—–-"):
        return None
    verb = _tag_verb(reading, region)
    if verb is None:
        return None
    if region[0].lower_ == "as" and len(region) > 1:  # "“…,” as she kept saying"
        opener = region[1]
        verb = next((t for t in region[1:10] if is_saying(t) or t.lower_ in ("put", "puts")), verb)
    straight = opener.tag_ in ("PRP", "NNP", "NNPS", "DT", "PRP$", "NN", "NNS", "JJ", "WP", "CD") and opener.lower_ not in (
        "that",
        "this",
        "who",
        "which",
    )
    if region[0].lower_ == "as" and verb.lower_ in ("put", "puts") and (who := speaker.of_verb(reading, verb, sentence)) is not None:
        return Attribution(who, *here, True, verb.text, "direct_speech.as", 0.85, (quote,), verb)
    misread = verb.tag_ in ("VBN", "JJ", "NN", "NNS", "NNP")
    if not straight or not (is_saying(verb) or misread or (comma and verb.i - opener.i <= 3 and last == ",")):
        return None
    if not misread and not speaker.really_said(verb):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.left_edge.i > opener.i + 1:
        return None
    found = None if misread else speaker.of_verb(reading, verb, sentence)
    if found is None and (misread or region[0].lower_ == "as"):
        found = speaker.beside(reading, verb, sentence)
    if found is None:
        return None
    lead = sentence.between(_before(sentence, quote), quote.start)
    if text[quote.inner_start].islower() and len(lead) > 3 and lead[0].idx == sentence.start and not lead[-1].is_punct:
        # "If he stays away, she will go “facing whichever way they like,” he said": the whole clause is said
        return Attribution(found, sentence.start, quote.end, False, verb.text, "direct_speech.mixed", 0.85, (quote,), verb)
    return Attribution(found, *here, True, verb.text, "direct_speech.tag", 0.95, (quote,), verb)


def _label(
    reading: Reading, sentence: Sentence, quote: Quote, verb: Token, gap: Sequence[Token]
) -> tuple[int, int, bool, tuple[Quote, ...]]:
    """The stretch of a label: the quotation, with the noun phrase and the further quotations that it is part of."""
    text = reading.text
    start, end, used = quote.inner_start, quote.inner_end, [quote]
    direct = True
    while (nxt := next((q for q in sentence.quotes if q.start >= used[-1].end), None)) is not None:
        between = sentence.between(used[-1].end, nxt.start)
        if not (between and len(between) <= 3 and all(t.tag_ in ("IN", "CC", "TO", "DT", "RB") or t.text == "," for t in between)):
            break
        used.append(nxt)
    if len(used) > 1:
        return used[0].start, used[-1].end, False, tuple(used)
    following = sentence.between(quote.end, _after(sentence, quote))
    short = len(text[quote.inner_start : quote.inner_end].split()) <= SHORT
    noun = following[0] if following and following[0].tag_ in ("NN", "NNS", "JJ") and text[quote.end : quote.end + 1] == " " else None
    if short and noun is not None:
        while noun.i + 1 < len(noun.doc) and noun.nbor().tag_ in ("NN", "NNS"):
            noun = noun.nbor()
        end, direct, start = noun.idx + len(noun), False, quote.start
        if gap and gap[-1].tag_ == "DT":
            start = gap[-1].idx
    return start, end, direct, (quote,)


def _without_asides(reading: Reading, gap: Sequence[Token]) -> list[Token]:
    """`gap` without brackets and the relative clause of a name: "said Vole (her aunt, as it happens), who runs the desk,"."""
    out: list[Token] = []
    depth = 0
    for t in gap:
        depth += t.text == "("
        if not depth:
            if t.tag_ in ("WP", "WP$") and out and out[-1].text == "," and len(out) > 1 and reading.at(out[-2]) is not None:
                break
            out.append(t)
        depth -= t.text == ")"
    return out


def intro_before(reading: Reading, sentence: Sentence, quote: Quote) -> Attribution | None:
    """The introduction of `quote`: "Vole said: “…”", "told the crowd that “…”", "dismissed it as “…”", "his verdict: “…”"."""
    text = reading.text
    region = sentence.between(_before(sentence, quote), quote.start)
    lead = last_before(text, quote.start)
    verb = next((t for t in reversed(region) if is_saying(t) or (t.lemma_.lower() in NAMING and t.pos_ == "VERB")), None)
    gap = (
        _without_asides(reading, [t for t in region if verb is not None and t.i > verb.i])
        if lead == ","
        else [t for t in region if verb is not None and t.i > verb.i]
    )
    clause = any(t.tag_ in FINITE for t in gap) or (verb is not None and any(t.tag_ == "TO" for t in gap[1:]))
    if lead == "(" and region:  # "Vole's reply (“…”) ran on every front page"
        noun = next((t for t in reversed(region) if not t.is_punct), region[-1])
        of = speaker.owner(noun) if noun.lemma_.lower() in CAPTIONS and noun.pos_ == "NOUN" else None
        who = speaker.of_phrase(reading, of) if of is not None else None
        return (
            Attribution(who, quote.inner_start, quote.inner_end, True, noun.text, "direct_speech.caption", 0.8, (quote,)) if who else None
        )
    if verb is None or clause:
        return _caption(reading, sentence, quote, region) if lead == ":" else None
    saying = is_saying(verb) and verb.lemma_.lower() not in ("call",)
    if (not saying and lead == ":") or (
        not saying and is_name(reading, quote) and not any(t.lower_ == "as" for t in gap) and verb.lemma_ == "call"
    ):
        return _caption(reading, sentence, quote, region) if lead == ":" else None
    if is_name(reading, quote) and saying and (gap if lead not in ":," else lead == "," and len(gap) > 3):
        return None
    if not speaker.really_said(verb) or len(gap) > 25:
        return None
    who = speaker.of_verb(reading, verb, sentence)
    if who is None:
        return None
    naming = verb.lemma_.lower() in NAMING and lead not in ":,"
    loose = [t for t in gap if t.lower_ not in ("that", "as", "only", "simply", "just") and not t.is_punct]
    if naming or (saying and lead not in ":," and loose):
        # The quotation is part of a phrase: "warned of “a long winter”", "called it “a circus”".
        start, end, direct, used = _label(reading, sentence, quote, verb, gap)
        words = len(text[quote.inner_start : quote.inner_end].split())
        rule = "direct_speech.label" if words <= SHORT else "direct_speech.naming"
        if not naming and verb.lemma_.lower() not in ("tell", "ask", "remind") and words <= SHORT:
            return None
        return Attribution(who, start, end, direct, verb.text, rule, 0.75, used, verb)
    rest = text[quote.end : sentence.end]
    if (
        lead not in ":"
        and text[quote.inner_end - 1] not in ",.?!…"
        and re.match(r"\s+(?!and\b|but\b|in\b|on\b|at\b|to\b|during\b|when\b|after\b|as\b|before\b|while\b)[a-z]", rest)
    ):
        return None  # "said “some people” were coming": the whole clause is reported
    return Attribution(who, quote.inner_start, quote.inner_end, True, verb.text, "direct_speech.introduced", 0.9, (quote,), verb)


def _only_relative(region: Sequence[Token]) -> bool:
    """Whether every finite verb of `region` stands behind a relative pronoun."""
    pronoun = next((n for n, t in enumerate(region) if t.tag_ in ("WP", "WDT", "WP$", "WRB")), len(region))
    return not any(t.tag_ in FINITE for t in region[:pronoun]) and not any(t.text == ";" for t in region)


def _caption(reading: Reading, sentence: Sentence, quote: Quote, region: Sequence[Token]) -> Attribution | None:
    """The speaker of a quotation after a colon without a verb of saying: "His answer: “…”", "Ann Vole, editor: “…”"."""
    here = (quote.inner_start, quote.inner_end)
    for t in region:
        if (
            t.lemma_.lower() in CAPTIONS
            and t.pos_ == "NOUN"
            and (of := speaker.owner(t)) is not None
            and (who := speaker.of_phrase(reading, of))
        ):
            return Attribution(who, *here, True, t.text, "direct_speech.caption", 0.85, (quote,))
    # A verb of saying with its clause before the colon: "Vole said that it was over: “…”".
    for t in reversed(region):
        if (
            is_saying(t)
            and speaker.really_said(t)
            and t.tag_ not in ("VBG", "VB")
            and (who := speaker.of_verb(reading, t, sentence)) is not None
        ):
            return Attribution(who, *here, True, t.text, "direct_speech.resumed", 0.85, (quote,))
    main = speaker.of_sentence(reading, sentence)
    if main is not None and main.type == "Person":
        return Attribution(main, *here, True, "", "direct_speech.colon", 0.75, (quote,))
    opener = next((t for t in region if not t.is_punct), None)
    if opener is not None and (first := reading.at(opener)) is not None and first.type == "Person" and _only_relative(region):
        mention = reading.mention_at(opener)
        if mention is not None and mention.kind == NAME:  # "Ann Vole, who chairs the club and owns a fifth of it: “…”"
            return Attribution(first, *here, True, "", "direct_speech.named", 0.8, (quote,))
    if region and _first_finite(reading, region) is None:
        named = [t for _, t in reading.within(region[0].idx, region[-1].idx, speaker.SPEAKERS, (NAME,))]
        people = [t for t in dict.fromkeys(named) if t.type == "Person"]
        if named and (reading.at(region[0]) is named[0] or len(people) == 1 == len(set(named))):
            return Attribution(named[0], *here, True, "", "direct_speech.named", 0.8, (quote,))
    return None


def passive_label(reading: Reading, sentence: Sentence, quote: Quote) -> Attribution | None:
    """ "was called “a sulk” by her editor": the agent after the quotation is the speaker."""
    region = sentence.between(_before(sentence, quote), quote.start)
    verb = next((t for t in reversed(region) if t.tag_ == "VBN" and t.lemma_.lower() in NAMING | {"call"}), None)
    after = sentence.between(quote.end, _after(sentence, quote))
    if verb is None or not after or after[0].lower_ != "by" or len(after) < 2:
        return None
    who = speaker.in_phrase(reading, after[1:12])
    if who is None:
        return None
    return Attribution(who, quote.inner_start, quote.inner_end, True, verb.text, "direct_speech.passive", 0.85, (quote,), verb)


def attributions(reading: Reading, sentence: Sentence) -> list[Attribution]:
    """The quotations of `sentence` that its own words give to a speaker, in order."""
    out: list[Attribution] = []
    done: set[int] = set()
    for quote in sentence.quotes:
        if quote.start in done or quote.inner_end <= quote.inner_start:
            continue
        found = tag_after(reading, sentence, quote) or passive_label(reading, sentence, quote)
        if found is None and not (is_name(reading, quote) and last_before(reading.text, quote.start) not in (":", ",")):
            found = intro_before(reading, sentence, quote)
        if found is not None:
            out.append(found)
            done |= {q.start for q in found.quotes}
    return out
