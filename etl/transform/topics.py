"""What was talked about: the noun phrases after "talked about", "discussed", "questions on", "ranging from … to …"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from etl.transform.reading import PRONOUN, Reading, Thing
from etl.transform.word_starts import Opening

# What is said before "about", "on", "over": verbs and nouns of talking and asking.
_TALK = (
    r"talk(?:s|ed|ing)?|spoke|speak(?:s|ing)?|spoken|chat(?:s|ted|ting)?|convers(?:e|ed|ing|ation)|discussion|interview(?:ed)?|debat(?:e|ed|ing)|speech|lecture|"
    r"panel|episode|hours?|minutes|exchange|jok(?:e|ed|ing)|questions?|questioned|ask(?:s|ed)|press(?:ed|es)|quizz?(?:ed|es)|grill(?:ed|s)|opened up|opens up|"
    r"ranted|reminisc(?:e|ed|es|ing)|complain(?:s|ed|ing)?|banter(?:ed|ing)?|sparred|spar|clash(?:ed)?|challenge[ds]?|"
    r"quarrel(?:l?ed|l?ing)?|argu(?:ed|ing)|wrangl(?:e|ed|ing)|tussl(?:ed|ing)|squabbl(?:ed|ing)|bicker(?:ed|ing)|joust(?:ed|ing)|tangl(?:ed|ing)|sparring|clashing|"
    r"asking|pressing|quizzing|grilling|questioning|interrogat(?:ed|es|ing)|cross-examin(?:ed|ing)|interviewing|sit-down|jok(?:es|ing)|"
    r"(?:spent|spends|spend|spending) (?:most|much|half|part|a good deal|a third|the (?:rest|bulk|best part|whole|first|last|better part))|swapp(?:ed|ing) (?:stories|views|notes|anecdotes)|views|"
    r"stories|anecdotes|session|slot|segment|spoke at length|keynote|address|pitch|think(?:s|ing)?|opin(?:ed|es)|mus(?:ed|es)|riff(?:ed|s)?"
)
_CUES = re.compile(
    rf"\b(?:(?:{_TALK})(?:[,:]? (?!about|on\b|over)[\w’'-]+){{0,8}}?,? (?P<prep>about|on|over|regarding|concerning)"
    r"|(?P<direct>discuss(?:ed|es|ing)?|g[eo]t(?:s|ting)? through|deal(?:t|s|ing)? with|(?:spoke|speaks?|spoken|speaking|talk(?:s|ed)?)(?: \w+)? of|g[eo]ts? on ?to|(?:also|that|which) t[ao]kes? in|(?:also|that|which) took in"
    r"|(?:took|takes|taking) (?:them|him|her|us|it|viewers|listeners|\w+ [A-Z][\w’'-]+|the \w+) through|(?:was|were|is|be|been)(?: all| mostly| mainly| chiefly| largely| mainly)? about(?! to\b| \d| a (?:quarter|third|half))"
    r"|(?:subjects?|topics?|themes?) (?:was|were) to (?:be|have been)|(?:topics?|subjects?|themes?) (?:stay|remain)[\w ]{0,20}:|mak(?:e|es|ing) (?:a|the|his|her|their) case for|made (?:a|the|his|her|their) case for"
    r"|(?:minutes|hours?|half)(?=: [A-Za-z])|explain(?:ed|s|ing)?(?= (?:the|his|her|their) )|cover(?:ed|s|ing)|touch(?:ed|es|ing)? (?:up)?on|dwel(?:t|led) on|tackl(?:ed|es|ing)"
    r"|(?:rang(?:ed|es|ing)|rov(?:ed|ing)|roam(?:ed|ing)|wander(?:ed|ing)|ran|run|meander(?:ed|ing)|veered|everything|anything)(?: \w+){0,3}? from|talk(?:ed|s|ing)(?= [A-Z\w][\w’'-]+(?:,| and )(?! and)[^.;]{3,60})(?! (?:about|to|with|of|on|over|up|for|in|at|through|down|him|her|them|back|again|and|,))|(?:rang(?:ed|es|ing)|rov(?:ed|ing)|roam(?:ed|ing)) (?:widely )?(?:over|across)|(?:held|holds|set|sets) out on|plugg(?:ed|ing|s)|promot(?:ed|ing|es)|fielded|about such things as|(?:topics?|subjects?|themes?|issues?|matters|questions|everything)(?: [\w’'-]+){0,3}? (?:like|such as|including|were|included|to do with)|everything(?: \w+)? from"
    r"|(?:topics?|subjects?|themes?)(?:, [\w ’']{1,40},)? (?:is|was|were|are|will be|being)(?! to\b)|expound(?:ed|s|ing)?|(?:devot|dedicat)(?:ed|es|ing)(?: [\w’',.-]+){1,8}? to"
    r"|(?:steer(?:ed|s)|guided|led|walked|hopped|jumped|skipped|swung|lurched|moved|nudged|coaxed)(?: (?:her|him|them|it|[A-Z][\w’'-]+|the \w+))? from"
    r"|to (?:plug|promote|present|publicise|publicize|talk up|flog)"
    r"|(?:turn(?:ed|s)?|mov(?:ed|es)|shift(?:ed|s)?|drift(?:ed|s)?|veer(?:ed|s)?|stray(?:ed|s)?|switch(?:ed|es)|wander(?:ed|s)?|swerv(?:ed|es))(?: [\w’'-]+){0,3}? (?:on ?to|in ?to|towards?|to)"
    r"|(?:brought|bring|brings|bringing) up|raised|the talk was(?: mostly| mainly| chiefly)? of|(?:worked|working)(?: [\w’'-]+){1,2} way through|ran through|waded into|delved into|dug into"
    r"|(?:detour|digression|excursion) (?:in)?to|weighed in on|held forth on|expounded on|reflect(?:ed|s|ing)? on|took on|mentioned|"
    r"(?:took|taking|fielded|fielding|answered|answering) questions (?:about|on)))\b(?: subjects?| topics?)?(?: like| such as| including)?|\b(?:topics?|subjects?|themes?|(?:on the )?(?:agenda|menu)|discussed) ?:",
    re.I,
)
CUES = Opening(_CUES)
# "markets and rider pay also came up", "immigration and the economy had their turn": the list stands before the verb.
_AFTER = re.compile(
    r" (?:also |both |all |each |then |too )?(?:came up|come up|comes up|(?:were|was|got|are|is) (?:all |also |both )?(?:discussed|raised|covered|touched on|debated|mentioned|on the menu|on the agenda)"
    r"|(?:had|got|took|have|gets?) (?:their|its|his|her|an?) (?:turns?|airings?|mention|look-in|say|going-over)|dominated (?:the|their|his|her|most|much)|took up (?:most|much|the|half)|featured (?:heavily|prominently|too|as well)"
    r"|(?:was|were|is|are) the (?:other |main |only |day[’']s )?(?:subjects?|topics?|themes?)|(?:is|are|was|were) (?:announced|promised)(?=\.)"
    r"|loomed large|made appearances?|got (?:short shrift|a good|rather))",
)
_FURTHER = re.compile(r"[^.;:!?“”\"]{1,60}? (about|on|over|regarding|concerning)\b", re.I)
_DENIED = re.compile(r"\b(?:no one|nobody|never|not|hardly|neither|without|refused to|declined to|would not|avoided)\b|n[’']t\b", re.I)
_STOP = frozenset(
    """with during before after while when where which who whose whom that as but at by because since until though although if so then than
    via amid alongside despite including through without within onto saying telling calling adding""".split()
)
# Within a list of topics: what only says how they were talked about.
_ASIDE = frozenset("at in of for with above most not".split())
_REPEATED = frozenset("about on over of".split())
_ASIDE_WORDS = 5
_EMPTY = frozenset(
    """it them this that these those him her himself herself themselves everything anything something nothing things thing matters lot more others
    show podcast programme program stage air record camera trail sofa couch line phone day time way site app platform stream channel internet radio
    television tv occasion life""".split()
)
_LEAD = re.compile(
    r"^(?:(?:and|or|also|then|even|both|mostly|mainly|chiefly|largely|at length|of course|among other things|too|everything from|the likes of|a (?:host|range|number|variety) of"
    r"|the (?:topics?|subjects?|matters?|issues?|questions?) of|the|a|an|his|her|its|their|our|my|your|some|any|all|such|what (?:he|she|they) called?)\s+)+",
    re.I,
)
_CLAUSE = re.compile(r"^(?:whether|how|why|what)\b", re.I)
_MAX_WORDS, _MAX_CLAUSE, _MAX_ITEMS = 7, 9, 8


# Before a bare "on" or "about" in a sentence that tells of an occasion: what may stand between the occasion and its topic.
_LIGHT = frozenset("it mostly chiefly mainly largely entirely partly again there live alone once too lately".split())
_NO_SUBJECT = re.compile(
    r"\d|\b(?:hours?|lists?|payroll|requests?|council|board|committee|panel|side|terms|condition|show|podcast|programme|program|stage|night|morning|evening|turn|behalf|own|basis|"
    r"average|site|tour|trail|air|record|sofa|couch|desk|screens?|display|strike|leave|holiday|bail|trial|page|ballot)\b",
    re.I,
)
Introduced = tuple[int, int, int]  # the characters of a topic, and the one at which the words that introduce it begin
_WHERE = ("Person", "Show", "Platform", "Outlet", "Place", "Organization")


def topics(reading: Reading, start: int, end: int) -> list[Thing]:
    """The topics that the words `start:end` (characters) say were talked about, in order, taken up in the reading."""
    return [thing for thing, _ in placed(reading, start, end)]


def placed(reading: Reading, start: int, end: int, *, told: bool = False) -> list[tuple[Thing, int]]:
    """The topics of `topics`, each with the character at which the words that introduce it begin.

    Args:
        told: whether the sentence tells of an occasion, so that a bare "on" or "about" in it says on what.
    """
    out: list[tuple[Thing, int]] = []
    cued, listed = _introduced(reading, start, end)
    for a, b, at in (*cued, *(_barely(reading, start, end, cued) if told else ()), *listed):
        thing = reading.described("Topic", reading.text[a:b], a, b)
        if all(thing is not t for t, _ in out):
            out.append((thing, at))
    return out[:_MAX_ITEMS]


def spans(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """The characters of the topics of `topics`, which are not taken up."""
    return [(a, b) for found in _introduced(reading, start, end) for a, b, _ in found]


def _introduced(reading: Reading, start: int, end: int) -> tuple[list[Introduced], list[Introduced]]:
    """The topics that words of talking introduce, and those that stand before "came up"; looked for once in each stretch."""
    if (start, end) not in reading.introduced:
        reading.introduced[start, end] = _cued(reading, start, end), _before_verbs(reading, start, end)
    return reading.introduced[start, end]


def _cued(reading: Reading, start: int, end: int) -> list[Introduced]:
    out: list[Introduced] = []
    text = reading.text
    at = start
    while m := CUES.search(reading.starts, at, end):
        at = m.end()
        if reading.quote(m.start()) is not None or _DENIED.search(text, max(start, m.start() - 24), m.start()):
            continue
        ranging = m[0].lower().endswith("from")
        on = (m["prep"] or "").lower() in ("on", "over")
        found = _listed(reading, m.end(), end, ranging, on)
        if on and not found and (further := _FURTHER.match(text, m.end(), end)):
            found = _listed(reading, further.end(), end, False, further[1].lower() != "about")
        out += [(a, b, m.start()) for a, b in found]
        if found:
            at = max(at, found[-1][1])
        if len(out) >= _MAX_ITEMS:
            break
    return out


def _before_verbs(reading: Reading, start: int, end: int) -> list[Introduced]:
    out: list[Introduced] = []
    text = reading.text
    for m in _AFTER.finditer(text, start, end):
        if reading.quote(m.start()) is None and not _DENIED.search(text, max(start, m.start() - 24), m.start()):
            first = max(start, max(text.rfind(c, start, m.start()) for c in ".;:–—\n(") + 1)
            out += [(a, b, first) for a, b in _listed(reading, first, m.start(), False, False)]
    return out


def _barely(reading: Reading, start: int, end: int, cued: list[Introduced]) -> list[Introduced]:
    """The topics behind a bare "on" or "about" where no word of talking, as those of `cued`, has introduced any."""
    out: list[Introduced] = []
    used: dict[int, int] = {}  # where the topics end that are introduced at a place
    for _, b, at in cued:
        used[at] = max(used.get(at, 0), b)
    for token in _bare(reading, start, end):
        if any(a <= token.idx < b for a, b in used.items()) or _DENIED.search(reading.text, max(start, token.idx - 24), token.idx):
            continue
        found = _listed(reading, token.idx + len(token), end, False, True)
        out += [(a, b, token.idx) for a, b in found if not _NO_SUBJECT.search(reading.text, a, b)]
    return out


def _bare(reading: Reading, start: int, end: int) -> list[Token]:
    """Each "on" or "about" that stands after a pause, a time, a name or a light adverb: "was on her couch in May, on rents and buses"."""
    out = []
    for token in reading.tokens(start, end):
        if token.lower_ not in ("on", "about") or token.i == 0 or token.i + 1 >= len(token.doc) or reading.quote(token.idx) is not None:
            continue
        before, after = token.nbor(-1), token.nbor(1)
        if token.lower_ == "about" and (after.like_num or after.lower_ in ("to", "a", "half")):
            continue
        if (
            before.text in (",", "(", "–", "—")
            or before.lower_ in _LIGHT
            or any(t.start <= before.idx < t.end for t in reading.times)
            or ((thing := reading.at(before)) is not None and thing.type in _WHERE)
        ):
            out.append(token)
    return out


def verbless(reading: Reading, start: int, end: int) -> list[Thing]:
    """The topics of a sentence that is nothing but a list of them, told after an occasion: "Housing, power bills, the war."."""
    tokens = [t for t in reading.tokens(start, end) if not t.is_space]
    if len(tokens) > 24 or not any(t.text == "," for t in tokens) or any(_finite(t) or t.text in ':“"?!()' or t.like_num for t in tokens):
        return []
    out: list[Thing] = []
    spans = _listed(reading, start, end, False, False)
    if len(spans) > 1 and all(b - a < 40 for a, b in spans):
        _take(reading, spans, out)
    return out


def _take(reading: Reading, spans: list[tuple[int, int]], out: list[Thing]) -> None:
    for a, b in spans:
        thing = reading.described("Topic", reading.text[a:b], a, b)
        if all(thing is not t for t in out):
            out.append(thing)


def _listed(reading: Reading, start: int, end: int, ranging: bool, on: bool) -> list[tuple[int, int]]:
    """The spans of the items of the list that begins at `start`, each cleaned."""
    tokens = [t for t in reading.tokens(start, end) if not t.is_space]
    if tokens and tokens[0].text == ":":
        tokens = tokens[1:]
    if not tokens or tokens[0].lower_ in ("and", "or", ",") or (on and _is_no_topic(reading, tokens)):
        return []
    raw: list[list[Token]] = [[]]
    times = [(t.start, t.end) for t in reading.times]
    finished = True
    resume = 0
    for n, token in enumerate(tokens):
        if n < resume:
            continue
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        clause = bool(raw[-1]) and bool(_CLAUSE.match(raw[-1][0].lower_))
        if token.text in ".;:?!—–()" or token.text in '”“"' or (token.text == "-" and token.whitespace_):
            break
        if (
            token.text == ","
            or (token.lower_ in ("and", "or", "&") and not _within_name(reading, token, following))
            or (ranging and token.lower_ == "to")
        ):
            if raw[-1]:
                raw.append([])
            continue
        if n and not raw[-1] and token.lower_ in _REPEATED and token.lower_ != "of":
            continue  # "about Surtsey, about lorries"
        if n and not raw[-1] and token.lower_ in _ASIDE and (aside := _aside(tokens, n)):
            resume = aside
            continue
        if token.lower_ in _STOP and not (clause and token.lower_ in ("that", "with", "at", "by")):
            break
        if not clause and not _CLAUSE.match(token.lower_) and _finite(token):
            # A verb after the list: what stands directly before it is its subject, not a topic.
            finished = not raw[-1]
            break
        if not clause and raw[-1] and token.lower_ in ("in", "on", "for", "at", "over") and following is not None and (
                any(a <= following.idx < b for a, b in times) or _is_no_topic(reading, tokens[n + 1 :]) or (token.lower_ == "in" and _medium(tokens[n + 1 : n + 4]))):  # fmt: skip
            break
        if not raw[-1] and (token.tag_ == "VBG" and len(raw) > 1 and token.dep_ in ("advcl", "acl")):
            break
        if any(a <= token.idx < b for a, b in times) and not raw[-1] and not clause:
            break
        raw[-1].append(token)
    if not finished:
        raw = raw[:-1]
    plain = [_clean(reading, item) for item in raw]
    if not ranging and (any(plain) or not on):  # "Gaza" among other topics
        plain = [span or _named(reading, item, alone=len(raw) < 3 or not any(plain)) for span, item in zip(plain, raw, strict=True)]
    return [span for span in plain if span is not None]


def _aside(tokens: list[Token], n: int) -> int:
    """Where the list goes on after an aside that begins at `n` ("and, at some length, his own quarrel with"); 0 where there is none."""
    for m in range(n + 1, min(n + _ASIDE_WORDS, len(tokens))):
        if tokens[m].text == ",":
            return m + 1
    return 0


def _named(reading: Reading, tokens: list[Token], *, alone: bool) -> tuple[int, int] | None:
    """The span of an item that is nothing but a place, or among other topics an organization: "Gaza", "the NHS"."""
    while tokens and (tokens[0].pos_ == "DET" or tokens[0].lower_ in ("and", "or")):
        tokens = tokens[1:]
    things = {id(thing): thing for t in tokens if (thing := reading.at(t)) is not None}
    if len(things) != 1 or any(reading.at(t) is None for t in tokens):
        return None
    thing = next(iter(things.values()))
    if thing.type != "Place" and (alone or thing.type != "Organization"):
        return None
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _medium(tokens: list[Token]) -> bool:
    return any(
        t.lower_ in ("interview", "podcast", "stream", "episode", "speech", "conversation", "post", "video", "statement", "segment")
        for t in tokens
    )


def _finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ not in ("relcl", "amod", "compound")


def _is_no_topic(reading: Reading, tokens: list[Token]) -> bool:
    """Whether what follows "on" is a show, a platform, a day or a stage rather than a subject."""
    for token in tokens[:5]:
        if any(t.start <= token.idx < t.end for t in reading.times):
            return True
        thing = reading.at(token)
        if thing is not None and thing.type in ("Show", "Platform", "Outlet", "Place"):
            return True
        if token.lower_ in _EMPTY or token.lower_ in ("podcast", "broadcast", "livestream", "monday"):
            return True
        if token.pos_ in ("NOUN", "VERB") or token.text in ",.;":
            return False
    return False


def _within_name(reading: Reading, token: Token, following: Token | None) -> bool:
    """Whether "and" joins two places or the halves of a name inside one item: "wars in Gaza and Ukraine"."""
    if following is None or token.i == 0:
        return False
    before = token.nbor(-1)
    if reading.mention_at(before) is not None and reading.mention_at(before) is reading.mention_at(following):
        return True
    head = before.head
    return (
        before.pos_ == "PROPN"
        and following.pos_ == "PROPN"
        and before.dep_ == "pobj"
        and head.lower_ in ("in", "between", "with")
        and head.i == before.left_edge.i - 1
    )


def _clean(reading: Reading, tokens: list[Token]) -> tuple[int, int] | None:
    """The span of an item without articles and asides, or None where it is no topic."""
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ in ("ADV", "ADP", "CCONJ", "DET", "AUX", "SCONJ", "PART")):
        tokens = tokens[:-1]
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    text = reading.text[start:end]
    lead = _LEAD.match(text)
    if lead:
        start += lead.end()
        text = reading.text[start:end]
        tokens = [t for t in tokens if t.idx >= start]
    if not tokens or "\n" in text:
        return None
    words = len(text.split())
    if len(text) < 3:
        return None
    if _CLAUSE.match(text):
        return (start, end) if 3 <= words <= _MAX_CLAUSE else None
    if words > _MAX_WORDS or all(t.lower_ in _EMPTY or t.is_stop for t in tokens):
        return None
    misread = len(tokens) == 1 and tokens[0].tag_ == "VB"  # "from jazz to divorce"
    if (not misread and not any(t.pos_ in ("NOUN", "PROPN") or t.tag_ == "VBG" for t in tokens)) or tokens[0].pos_ == "PRON":
        return None
    if any(t.start <= start < t.end and end <= t.end for t in reading.times):
        return None
    if tokens[0].tag_ == "VBG" and tokens[0].dep_ not in ("amod", "compound") and len(tokens) > 1:
        return None  # something done, not something talked about
    if len(tokens) > 1 and (tokens[0].pos_ == "ADP" or (tokens[0].pos_ == "VERB" and tokens[0].tag_ in ("VB", "VBP"))):
        return None
    known = {id(thing): thing for t in tokens if (thing := reading.at(t)) is not None}
    named = [t for t in known.values() if t.type not in ("Topic", "Audience")]
    if named and all(reading.at(t) in named or t.pos_ in ("ADP", "DET", "PART", "PUNCT", "ADJ") for t in tokens):
        return None
    mention = reading.mention_at(tokens[0])
    if mention is not None and mention.kind == PRONOUN and len(tokens) == 1:
        return None
    return start, end
