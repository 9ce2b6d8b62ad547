"""Whom somebody wants to reach and who their public is, read off coded paragraphs: TARGETS and HAS_AUDIENCE by wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.relations.coded import CODES, GROUP, LETTERS, Coded, paragraphs
from etl.transform.relations.wording import GROUP as PLACE
from etl.transform.relations.wording import PARTS

ACTORS = ("Person", "Organization", "Show", "Platform", "Outlet")
OWNERS = "".join(CODES[t] for t in ACTORS)
# Verbs of wanting somebody as a public, up to the group.
REACHING = (
    r"target(?:s|ed|ing)?|reach(?:es|ed|ing)? out to|reach(?:ing)?|court(?:s|ed|ing)?|woo(?:s|ed|ing)?|attract(?:ing)?|w[io]n(?:ning)? "
    r"(?:over|back|round)|"
    r"persuad(?:e|ing)|engag(?:e|ing) (?:with)?|lur(?:e|ing)|entic(?:e|ing)|mobili[sz](?:e|ing)|energi[sz](?:e|ing)|galvani[sz](?:e|"
    r"ing)|appeal(?:s|ed|ing)? to|"
    r"sp(?:eak|oke|eaks|eaking) (?:directly |straight )?(?:to|with)|talk(?:s|ed|ing)? (?:directly |straight )?to|cater(?:s|ed|ing)? to|"
    r"connect(?:s|ed|ing)? with|(?:aimed|aims|aiming|pitched|directed|marketed|geared|tailored|targeted|beamed|angled) (?:squarely |"
    r"mainly |primarily |mostly )?(?:at|to|towards?)|"
    r"(?:go|goes|going|went|come|coming) (?:after|for)|chas(?:e|es|ing)|seduc(?:e|ing)|sway(?:ing)?|coax(?:ing)?|bring(?:ing)? in|"
    r"draw(?:ing)? in|"
    r"hook(?:ing)?|sell(?:ing)? (?:\w+ )?to|pitch(?:es|ed|ing)? (?:\w+ )?to|get(?:ting)? (?:through )?to|inroads (?:with|among|into)|"
    r"case to|"
    r"questions from|shor(?:e|ing) up|charm(?:s|ed|ing)?|meet(?:ing)?|wants?|wanted|need(?:s|ed)?|is missing|are missing|looking for|"
    r"looks for|hunt(?:s|ing)? for|"
    r"fish(?:es|ing)? for|tapp?(?:s|ed|ing)? into|growth (?:has to|must|will|should) come from|designed (?:for|with)|made for|meant "
    r"for|intended for|"
    r"written for|built for|hop(?:e|es|ing) to reach|outreach to|appeal to|message to|appeal among|audience (?:it|he|she|they) wants?|"
    r"peel(?:ing)?|"
    r"turn(?:ing)? out|introduc(?:e|es|ed|ing) (?:\w+ )?to|familiar to|convinc(?:e|ing)|sign(?:ing)? up|recruit(?:s|ed|ing)?|back to"
)
LEAD = r"(?:(?:the|those|these|some|more|all|all the|a|new|any|many|even|enough|voters|people|what \S{1,3} calls|young|other) |[“\"]){0,3}"
AUDIENCE = (
    "audience|listeners|viewers|readers|followers|fans|subscribers|public|base|listenership|readership|viewership|fanbase|users|"
    "community|crowd|public|customers|demographic|visitors|attendees|congregation|regulars"
)
SHARE = (
    r"(?:most|many|half|third|thirds|quarters?|fifths?|majority|(?:good|large|fair|great) (?:number|share|many|part)|bulk|core|rest|"
    r"\d+(?:\.\d+)? ?(?:%|pct|per ?cent)) of"
)
MOSTLY = (
    r"(?:mostly|mainly|largely|predominantly|overwhelmingly|chiefly|especially|particularly|primarily|typically|often|many|mostly of|"
    r"disproportionately) "
)
BEING = (
    r"(?:is|are|was|were|skews?|leans?|tends? to be|consists? (?:\w+ )?of|(?:is |are )?(?:made up|composed|comprised) (?:\w+ )?of|"
    r"includes?|comprises?|(?:is |are )?dominated by|describes? as|described as|as)"
)
COUNTED = r"(?:(?:is |are )?(?:made up|composed)|make|makes|made|accounts?|accounted|form|forms|represent|comprise|constitute)"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    def coded(found: re.Match[str]) -> str:
        letters = "[" + "".join(LETTERS[c] for c in found[2]) + "]"
        return f"(?P<{found[1]}>{letters})" if found[1] else letters

    out = []
    for pattern in patterns:
        for name, part in {**PARTS, "LEAD": LEAD}.items():
            pattern = pattern.replace("{" + name + "}", part)
        pattern = PLACE.sub(coded, pattern.replace("<o:A>", "(?P<o>\ue006)"))
        out.append(re.compile(pattern.replace("<A>", "\ue006")))
    return tuple(out)


# The one who reaches is found by grammar: the subject of the verb that begins the match.
TARGETED = _compiled(
    r"<s:SUF>(?:{POSS}|,)? [^.;\ue006\ue004]{0,50}?\b(?:podcast|show|series|programme|program|newsletter|channel|app|magazine|guide|"
    r"network|stream) for {LEAD}<o:A>",
    rf"\b(?:{REACHING}) {{LEAD}}<o:A>",
    r"\bwith <o:A> in mind",
    r"\b(?:podcast|show|series|programme|program|newsletter|channel|app|magazine|guide|network) for {LEAD}<o:A>",
    r"\b(?:people|ones|voters|those|listeners|viewers) (?:(?:who|that|whom) )?[^.;,\ue006]{0,25}?\b(?:missing|wants?|needs?|lacks?|"
    r"after|courting|chasing|losing)\b[^.;\ue006]{0,30}? (?:are|is) {LEAD}<o:A>",
    r"\b(?:shows?|showed|showing|unveil\w*|present\w*|sells?|preach\w*|plug\w*|promot\w*|demonstrat\w*|advertis\w*|explain\w*) "
    r"[^.;\ue006]{0,45}? to {LEAD}<o:A>",
    r"\b(?:target|targets|target (?:audience|market|group|demographic)s?|intended (?:audience|public)) (?:is|are|was|were|of|remains|:) "
    r"{LEAD}<o:A>",
    r"\b(?:[Ww]hom?) (?:is|was|are) (?:it|this|that|all this|he|she|they|the show|<POSUF>) (?:all )?(?:for|after|aimed at|talking to|"
    r"meant for|trying to "
    r"reach)\? [“\"]?{LEAD}<o:A>",
    r"\bwhere (?:the |all the |most )?<o:A> (?:are|live|spend|hang out|listen|watch|get)\b",
    r"\b(?:is|are|was|were) (?:really |only |clearly )?after {LEAD}<o:A>",
    r"\b(?:book|make|write|record|design|produce|publish|stream)(?:s|ed|ing)? [^.;\ue006]{0,45}?\bfor {LEAD}<o:A>",
    r"\bkeep(?:ing|s)? {LEAD}<o:A> company",
    r"\b(?:aim|goal|hope|idea|point|plan|task|trick|strategy|ambition) (?:is|was|being)(?: simply| partly)? to (?:reach|win|woo|court|"
    r"attract|find|get|draw|bring in|peel|turn out|"
    r"engage) (?:over |back |to )?{LEAD}<o:A>",
    r"\b(?:bid|effort|attempt|push|drive|campaign|quest|hunt|battle|fight|race) (?:to (?:reach|win|woo|court|attract|get|draw)|for) "
    r"(?:over |back )?{LEAD}<o:A>",
    r"\b(?:made|makes|making) (?:a |an )?(?:[a-z]+ )?(?:pitch|appeal|play|case|plea|overture)s? (?:to|for) {LEAD}<o:A>",
    r"\b(?:popularity|support|standing|numbers|ratings|lead|ground) (?:among|with) {LEAD}<o:A> (?:is|was|has|had|he|she|they|by going|"
    r"by appearing)\b",
    r"\b(?:it is|it's|they are|they're) (?:for )?{LEAD}<o:A> (?:whom|who|that|to whom|he|she|it|we|a studio|the party|"
    r"<POSUF>)\b[^.;]{0,50}?\b(?:reach|coax|win|want|wants|met|meet|need|needs|paying|pays|court|persuade|target)",
)
# Whose public: captured, or where there is no capture the last show, person or outlet spoken of before.
FOLLOWED = _compiled(
    rf"<s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,4}}?(?:{AUDIENCE})\b[^.;\ue000-\ue006]{{0,60}}?\b{BEING} {{LEAD}}(?:{MOSTLY})?{{LEAD}}<o:A>",
    rf"\b(?:{AUDIENCE}) (?:of|for) {{M}}<s:POSUF>[^.;\ue000-\ue006]{{0,40}}?\b{BEING} {{LEAD}}(?:{MOSTLY})?<o:A>",
    r"<o:A> (?:(?:who|that) )?(?:watch|listen to|follow|read|tune in(?:to)?|tune in to|subscribe to|love|adore|download|stream|flock "
    r"to|hang on) {M}<s:POSUF>",
    rf"<s:POSUF>(?:, [^,;.]{{1,60}},)? [^.;\ue000-\ue006]{{0,40}}?\b(?:watched|followed|heard|read|listened to|loved|downloaded|adored|"
    rf"consumed|seen|used|streamed|enjoyed)\b[^.;\ue000-\ue006]{{0,50}}?\bby (?:{MOSTLY})?{{LEAD}}<o:A>",
    r"<s:POSUF>(?:, [^,;.]{1,60},)? [^.;\ue000-\ue006]{0,50}?\b(?:popular|big|beloved|famous|huge|well known|well-known|favou?rite|hit|"
    r"(?:cult )?following|fans|admirers|traction|audience|readership) (?:with|among|amongst|of|by|for) {LEAD}<o:A>",
    rf"<o:A> {COUNTED}(?: up)?(?: for)? [^.;\ue000-\ue006]{{0,40}}?<s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,3}}?(?:{AUDIENCE})",
    rf"<o:A> {COUNTED}(?: up)?(?: for)? [^.;\ue000-\ue006]{{0,40}}?(?:{AUDIENCE}) of {{M}}<s:POSUF>",
    rf"<s:SUF>{{THEN}} (?:draws?|attracts?|drew|attracted|pulls in|reaches|reached|serves|speaks to|has built a following among) "
    rf"(?:{MOSTLY})?{{LEAD}}<o:A>",
    rf"\b{SHARE} (?:them|whom|which|those|the (?:people|ones|\w+)|(?:its|his|her|their) \w+|<POSUF>'s \w+|<A>)[^.;\ue006]{{0,60}}?[ "
    rf",]{{LEAD}}<o:A>",
    r"\b(?:two-thirds|three-quarters|half|most|four-fifths|a third|a quarter|\d+ ?(?:%|pct|per ?cent)) (?:are|were|is) {LEAD}<o:A>",
    rf"\b(?:audience|public|demographic|listeners|viewers|readers|fans)\?? ?[?:] [“\"]?(?:{MOSTLY})?{{LEAD}}<o:A>",
    r"<s:POSUF>{THEN} [^.;\ue000-\ue006]{0,30}?\b(?:compulsory|required|essential|appointment|compulsive|regular) (?:listening|viewing|"
    r"reading|watching) (?:for|among) "
    r"{LEAD}<o:A>",
    r"<s:POSUF>(?:, | is | was | became | remains )(?:a |the )?(?:[a-z]+ )?(?:favou?rite|darling|staple|fixture|obsession|hit|refuge|"
    r"lifeline) (?:of|with|among|for) "
    r"{LEAD}<o:A>",
    rf"\b(?:{SHARE}) <s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,3}}?(?:{AUDIENCE}) (?:are|were|is|was) {{LEAD}}(?:{MOSTLY})?<o:A>",
    rf"\b(?:{AUDIENCE})\b[^.;:\ue006]{{0,40}}: (?:{MOSTLY})?{{LEAD}}<o:A>",
    rf"<s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,2}}?(?:{AUDIENCE}) (?:of|among) {{LEAD}}(?:{MOSTLY})?<o:A>",
    rf"<s:POSUF>{{THEN}} (?:has|had|have|boasts|enjoys|commands|built|found|won) (?:an? )?(?:[\w.,'-]+ ){{0,5}}?(?:{AUDIENCE}|following|"
    rf"devotees|admirers) "
    rf"(?:of|among|with|in) {{LEAD}}(?:{MOSTLY})?<o:A>",
    rf"(?:{AUDIENCE}),? (?:getting on for |about |roughly |nearly |more than |over )?(?:half|a third|two-thirds|most|many|\d+ ?(?:%|per "
    rf"cent)) of (?:them|whom) {{LEAD}}<o:A>",
    r"(?:[Ll]etters|[Mm]essages|[Ee]mails|[Cc]alls|[Ff]an mail) (?:that )?<s:POSUF> (?:gets|receives|reads) (?:are |come )?(?:mostly |"
    r"mainly |largely )?from "
    r"{LEAD}<o:A>",
    r"(?:[Ll]etters|[Mm]essages|[Ee]mails|[Cc]alls|[Cc]omments|[Ff]an mail) (?:that [a-z ]{3,20} )?(?:are |come |came |is |comes "
    r")?(?:mostly |mainly |"
    r"largely )?from {LEAD}<o:A>",
    r"\bwho (?:they|it is that|all|the [a-z]+)\b[^.?]{0,30}[.?] {LEAD}<o:A>",
    r"\bWho (?:watches|listens|reads|follows|tunes in|comes)[^?.]{0,20}\? [“\"]?{LEAD}<o:A>",
    rf"\b(?:listeners|viewers|readers|followers|subscribers|downloads|people|month|week|users), (?:{MOSTLY})(?:by |of them )?{{LEAD}}<o:A>",
    r"\b(?:those|people|everyone|anyone) who (?:watch|listen|follow|read|tune in)[^.;\ue006]{0,30}? (?:are|were) (?:mostly |mainly |"
    r"largely )?{LEAD}<o:A>",
    rf"\b(?:core|typical|average|regular|ideal|loyal) (?:customer|listener|viewer|reader|fan|follower|user|"
    rf"audience)s?\b[^.;\ue006]{{0,50}}?\b{BEING} {{LEAD}}<o:A>",
)
NEAR = 300  # characters back to the one that a sentence without a name is about
DENIED = re.compile(r"\b(?:not|never|no longer|n't|nor|without)\b|n't\b")
MORE = re.compile(
    r"(?:(?:(?:, [a-z' ]{3,25})?,? (?:and|or|&|as well as|plus),? (?:in [^,.]{3,30}, )?|, )(?:from |to |by |at |the |some |[“\"]|what "
    r"\S+ calls ){0,3}\ue006){1,6}"
)


def _groups(coded: Coded, at: int) -> Iterator[tuple[int, int]]:
    """The group at `at` and those listed with it."""
    more = MORE.match(coded.text, at + 1)
    yield from (g for g in coded.groups[at : more.end() if more else at + 1] if g is not None)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(". ", 0, at), text.rfind("? ", 0, at), text.rfind("! ", 0, at), text.rfind('." ', 0, at), -2) + 2


def _before(coded: Coded, at: int, types: tuple[str, ...], back: int) -> list[Thing]:
    return [t for t in coded.things[max(0, back) : at] if t is not None and t.type in types]


def _reacher(reading: Reading, coded: Coded, at: int) -> list[Thing]:
    """Who wants them: the subject of the verb, in speech without one the speaker, else whom the sentence named first."""
    place = coded.places[at]
    token = reading.token(place)
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and abs(verb.head.i - token.i) < 12:
        verb = verb.head
    found = clauses.doers(reading, clauses.subjects(verb), ACTORS) if verb.pos_ in ("VERB", "AUX") else []
    if found:
        return found[:2]
    speaker = reading.speaker(place)
    here = _before(coded, at, ACTORS, _sentence_start(coded.text, at))
    if speaker is not None and not here:
        return [speaker]
    # "The aim is to reach young men.": the one spoken of shortly before
    if not here:  # "It is to keep night nurses company that Ann Lee streams."
        end = coded.text.find(". ", at)
        here = [t for t in coded.things[at : end if end > 0 else None] if t is not None and t.type in ("Person", "Organization")]
    return here[:1] or [t for _, t in reading.within(max(0, place - NEAR), place, ("Person", "Organization", "Show"))][-1:]


def _owner(reading: Reading, coded: Coded, at: int) -> list[Thing]:
    """Whose public, where no possessor is told: the last show spoken of, else whom the sentence is about, else the last person."""
    if shows := reading.within(max(0, coded.places[at] - 700), coded.places[at], ("Show",)):
        return [shows[-1][1]]
    if here := _before(coded, at, ("Outlet", "Platform", "Person"), _sentence_start(coded.text, at)):
        return here[:1]
    people = reading.within(max(0, coded.places[at] - 350), coded.places[at], ("Person", "Outlet"))
    return [people[-1][1]] if people else []


def _known(reading: Reading, start: int, end: int) -> Thing | None:
    """The audience that the parse found at the same place, with another extent."""
    return next((t for t in reading.named("Audience") if any(m.start < end and start < m.end for m in t.mentions)), None)


def _relation(
    reading: Reading, coded: Coded, found: re.Match[str], owners: list[Thing], predicate: str, rule: str, confidence: float
) -> Iterator[RelationDraft]:
    for start, end in _groups(coded, found.start("o")):
        group = _known(reading, start, end) or reading.described("Audience", reading.text[start:end], start, end)
        for owner in owners:
            evidence = [reading.sentence_span(start)]
            yield RelationDraft(owner, predicate, group, f"relations.publics.{rule}", evidence, confidence=confidence)


def find(reading: Reading) -> list[RelationDraft]:
    """The groups of people that wordings name as somebody's aim or public."""
    out: list[RelationDraft] = []
    for coded in paragraphs(reading, with_groups=True):
        if GROUP not in coded.text:
            continue
        followed: set[int] = set()
        aimed: set[int] = set()
        for pattern in FOLLOWED:
            for found in pattern.finditer(coded.text):
                if DENIED.search(found.group()) or found.start("o") in followed:
                    continue
                start, end = next(_groups(coded, found.start("o")))
                if reading.text[start:end].startswith("ones "):
                    continue
                named = coded.things[found.start("s")] if "s" in pattern.groupindex else None
                owners = [named] if named is not None else _owner(reading, coded, found.start())
                followed.add(found.start("o"))
                out += _relation(reading, coded, found, owners, "HAS_AUDIENCE", "followed", 0.65)
        for pattern in TARGETED:
            for found in pattern.finditer(coded.text):
                if DENIED.search(coded.text, max(0, found.start() - 25), found.start()) or found.start("o") in aimed:
                    continue
                named = coded.things[found.start("s")] if "s" in pattern.groupindex else None
                if named is not None:  # "Night Shift, Ann Lee's podcast for nurses": the show is for them
                    aimed.add(found.start("o"))
                reachers = [named] if named is not None else _reacher(reading, coded, found.start())
                out += _relation(reading, coded, found, reachers, "TARGETS", "targeted", 0.6)
    return out
