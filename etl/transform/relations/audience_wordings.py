"""The wordings in which articles name a group as somebody's aim (`TARGETED`) or public (`FOLLOWED`); `publics` reads with them."""

from __future__ import annotations

import re

from etl.transform.relations.coded import LETTERS
from etl.transform.relations.wording import GROUP as PLACE
from etl.transform.relations.wording import PARTS

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
    r"hook(?:ing)?|sell(?:ing)? (?:\w+ )?to|pitch(?:es|ed|ing)? (?:\w+ )?to|get(?:ting)? (?:through )?(?:to|at)|inroads (?:with|among|into)|"
    r"case to|"
    r"questions from|(?:talk|speak|go|going|reach|appeal|preach|get|broadcast)(?:s|ed|ing)? (?:past|over|beyond|around) [^.;]{1,50}? to|"
    r"(?:bring|take|carry|deliver|spread|preach|explain|pitch|sell)(?:s|ing)? [^.;\ue006]{1,40}? to|(?:heard|seen|read|watched|noticed|found) by|(?:is|was|are|were|be) addressed (?:mainly |chiefly |mostly |above all )?to|"
    r"lost(?= (?:the )?\ue006)|lookin[g]? for|impress(?:es|ed|ing)?|convert(?:s|ed|ing)?|"
    r"make (?:his|her|their|its) case (?:directly |straight )?to|introduce (?:himself|herself|itself|themselves) to|lock(?:ing)? (?:up|down)|"
    r"hold(?:ing)? (?:on|onto|on to)|fire(?:d|s)? up|firing up|amp(?:s|ed|ing)? up|stir(?:s|red|ring)? up|rev(?:s|ved|ving)? up|"
    r"whip(?:s|ped|ping)? up|reassur(?:e|es|ed|ing)|flatter(?:s|ed|ing)?|tempt(?:s|ed|ing)?|ensnar(?:e|es|ed|ing)|"
    r"ingratiat\w+ \w+ with|break(?:ing)? through (?:to|with)|gain(?:ing)? (?:ground|traction|favour|favor) (?:with|among)|"
    r"expand(?:ing)? (?:\w+ ){1,3}among|in front of|before the eyes of|sights (?:set )?on|angling for|auditioning for|playing to|"
    r"plays? to|played to|dangl(?:e|es|ed|ing) [^.;]{1,30} before|"
    r"shor(?:e|ing) up|charm(?:s|ed|ing)?|meet(?:ing)?|wants?|wanted|need(?:s|ed)?|is missing|are missing|looking for|"
    r"looks for|hunt(?:s|ing)? for|"
    r"fish(?:es|ing)? for|tapp?(?:s|ed|ing)? into|growth (?:has to|must|will|should) come from|designed (?:for|with)|made for|meant "
    r"for|intended for|"
    r"written for|built for|hop(?:e|es|ing) to reach|outreach to|appeal to|message to|appeal among|audience (?:it|he|she|they) wants?|"
    r"peel(?:ing)?|"
    r"turn(?:ing)? out|introduc(?:e|es|ed|ing) (?:\w+ )?to|familiar to|convinc(?:e|ing)|sign(?:ing)? up|recruit(?:s|ed|ing)?|back to"
)
LEAD = r"(?:(?:our|its|their|his|her|new|[\ue000-\ue004]'s) (?:customers|listeners|viewers|readers|followers|public|audience|fans|voters): )?(?:(?:the|those|these|some|more|all|all the|a|new|any|many|even|enough|voters|people|what \S{1,3} calls|young|other) |[“\"‘]){0,3}"
AUDIENCE = (
    "audience|listeners|viewers|readers|followers|fans|subscribers|public|base|listenership|readership|viewership|fanbase|users|"
    "community|crowd|public|customers|demographic|visitors|attendees|congregation|regulars"
)
SHARE = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"of|(?:most|many|half|third|thirds|quarters?|fifths?|majority|(?:good|large|fair|great) (?:number|share|many|part)|bulk|core|rest|"
    r"\d+(?:\.\d+)? ?(?:%|pct|per ?cent)) of)"
)
MOSTLY = (
    r"(?:mostly|mainly|largely|predominantly|overwhelmingly|chiefly|especially|particularly|primarily|typically|often|many|mostly of|"
    r"disproportionately) "
)
BEING = (
    r"(?:is|are|was|were|skews?|leans?|tends? to be|consists?[^.;\ue006]{0,25}? of|(?:is |are )?(?:made up|composed|comprised) (?:\w+ )?of|"
    r"includes?|comprises?|(?:is |are )?dominated by|describes? as|described as|as)"
)
LIKE = (
    r"(?:young(?:er)?|old(?:er)?|male|female|rural|urban|suburban|white|black|Black|Hispanic|Latino|middle-aged|middle-class|working-class|affluent|poor(?:er)?|"
    r"conservative|liberal|left-wing|right-wing|married|single|British|American|European|educated|wealthy|religious|nocturnal|teenage|elderly|left|right)"
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
    r"\b(?:it|It) (?:is|was|will be) (?:for|to|with|at) {LEAD}<o:A> that {M}<s:POSUF>",
    r"<o:A>,? (?:are|were|is) (?:exactly |precisely |just )?(?:the (?:people|ones|voters|listeners|viewers|readers|audience|customers)|"
    r"who|whom) (?:that |who |whom )?[^.;]{0,40}?\b(?:to reach|wants?|wanted|after|aiming|courting|missing|needs?|targeting|targets?)\b",
    r"<o:A>,? (?:whom|that|who) {M}<s:POSUF>{THEN} (?:[a-z]+ ){0,4}?(?:reach|wants?|wanted|courting|courts|woo|wooing|win over|target|"
    r"targets|targeting|appeal to|missing|after|needs?|lost|losing|persuade)\b",
    r"\b(?:video|show|episode|message|speech|interview|stream|podcast|series|clip|film|programme|program|broadcast|newsletter|channel|"
    r"this|that|it|all this) (?:is|was|are|were|is being|was being) (?:really |mainly |mostly |only |squarely |clearly |obviously |meant |made "
    r"|pitched |intended |designed |built )*(?:for|at) {LEAD}<o:A>",
    r"\b(?:a|the|another|one more|new|some) way (?:of|to) (?:reach|meet|win|court|woo|get at|speak to|talk to|find|attract)(?:ing)? "
    r"{LEAD}<o:A>",
    r"<s:SUF>(?:{POSS}|,)? [^.;\ue006\ue004]{0,50}?\b(?:podcast|show|series|programme|program|newsletter|channel|app|magazine|guide|"
    r"network|stream) for {LEAD}<o:A>",
    rf"\b(?:{REACHING}) {{LEAD}}<o:A>",
    r"\b(?:needs?|needed|wants?|wanted|seeks?|seeking|sought|courting|after|win|winning|earn|gain|keep|lose|losing) (?:the |their )?(?:support|votes?|"
    r"backing|attention|trust|loyalty|hearts|ear|ears) of {LEAD}<o:A>",
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
    rf"<s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,4}}?(?:{AUDIENCE})\b(?:, [^.;\ue006]{{1,80}}?,)?[^.;\ue000-\ue006]{{0,60}}?\b{BEING} {{LEAD}}(?:{MOSTLY})?"
    rf"{{LEAD}}<o:A>",
    r"<o:A>,? among whom {M}<s:POSUF>{THEN} (?:[a-z]+ ){0,3}?(?:popular|followed|loved|known|adored|a hit|a favou?rite)\b",
    r"\bwho (?:they|these people) are\b[^.?]{0,20}[.?]\W{0,3}(?:It's|They're|It is|They are|These are) {LEAD}<o:A>",
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
    rf"\b{SHARE} (?:them|whom|which|those|the (?:people|ones|\w+)|(?:its|his|her|their) \w+|<POSUF>'s \w+|<A>)[^.;\ue006]{{0,90}}?[ "
    rf",]{{LEAD}}<o:A>",
    r"\b(?:two[- ]thirds|three[- ]quarters|half|most|four[- ]fifths|a third|a quarter|the majority|\d+ ?(?:%|pct|per ?cent))"
    r"(?: of (?:them|whom))? (?:are|were|is) {LEAD}<o:A>",
    rf"\b(?:watched|followed|heard|read|listened to|seen|used|loved) (?:{MOSTLY})by {{LEAD}}<o:A>",
    r"\bfor (?:about |some |around |roughly |nearly |almost |over |more than )?\d[\d,.]*(?: million| thousand)? <o:A>",
    rf"\b(?:audience|public|demographic|listeners|viewers|readers|fans)\?? ?[?:] [“\"]?(?:{MOSTLY})?{{LEAD}}<o:A>",
    r"<s:POSUF>{THEN} [^.;\ue000-\ue006]{0,30}?\b(?:compulsory|required|essential|appointment|compulsive|regular|must|must-) ?(?:listening|listen|watch|read|see|viewing|"
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
    r"\bWho (?:watches|listens|reads|follows|tunes in|comes|are they|is watching|is listening|are these)[^?.]{0,20}\? [“\"‘]?{LEAD}<o:A>",
    rf"\b(?:listeners|viewers|readers|followers|subscribers|downloads|people|month|week|users|fans|views|accounts|times|community)\b"
    rf"[^.;\ue000-\ue004\ue006]{{0,45}}?,? [(“\"]?"
    rf"(?:{MOSTLY})(?:by |of them )?{{LEAD}}<o:A>",
    r"\d(?:[\d.,]| million| thousand)* (?:or so |odd )?<o:A> (?:were (?:on|watching|listening|tuned in|there|following|logged on)|watched|"
    r"tuned in|listened|follow|subscribe|downloaded|logged on|joined)\b",
    r"\bto the (?:delight|joy|amusement|fury|horror|annoyance|dismay) of {LEAD}<o:A>",
    r"\b(?:regulars|listeners|viewers|fans|followers|callers|subscribers|readers) (?:include|includes|including|range from|ranging from|"
    r"such as) {LEAD}<o:A>",
    r"<o:A>,? (?:[a-z, ]{0,20} )?(?:watch|listen to|follow|read|subscribe to|love|adore|trust|worship|swear by) {M}<s:POSUF>",
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[a-z]+'s?) (?:public|audience|listeners|viewers|readers|followers|fans) (?:as|is|are|was|were) "
    r"{LEAD}<o:A>",
    r"\b(?:[Tt]hose|[Tt]hese|[Tt]hey) (?:are|were) (?:the )?(?P<o>\ue006)(?= with| who|[,.”\"])",
    r"\b(?:those|people|everyone|anyone) who (?:watch|listen|follow|followed|read|tune in|turn up|show up|call in|write in|subscribe)[^.;\ue006]{0,30}? (?:are|were) (?:mostly |mainly |"
    r"largely )?{LEAD}<o:A>",
    rf"\b(?:core|typical|average|regular|ideal|loyal) (?:customer|listener|viewer|reader|fan|follower|user|"
    rf"audience)s?\b[^.;\ue006]{{0,50}}?\b{BEING} {{LEAD}}<o:A>",
)
# A public told by its years alone: "most of them under 25", "two-thirds of whom are over 60".
AGED = re.compile(
    rf"\b(?:{SHARE} (?:them|whom|these|those|its \w+|(?:his|her|their) \w+|[\ue000-\ue004]'s \w+)|(?:two[- ]thirds|three[- ]quarters|half|most|"
    rf"four[- ]fifths|a third|a quarter|\d+ ?(?:%|pct|per ?cent)))(?: is| are| were| was)? "
    rf"(?P<age>(?:under|over|below|above|younger than|older than|aged|between) (?:the age of )?\d\d(?:s)?(?: (?:and|to) \d\d)?)\b"
)
# "Her listeners skew female and British": what a public is like.
SKEWED = _compiled(
    rf"<s:POSUF>{{POSS}} (?:[\w'-]+ ){{0,3}}?(?P<public>{AUDIENCE})(?: (?:tend|tends|appear|appears) to)? (?:skews?|skewed|leans?|leaned|is|are|be) "
    rf"(?:heavily |mostly |overwhelmingly |predominantly |mainly |largely |strongly )?(?P<like>{LIKE}(?:(?:, | and |, and ){LIKE}){{0,3}})(?=[,.;:)”\"]| and | but |$)",
    rf"<s:POSUF>{{THEN}} (?:has|have|had|draws?|drew|attracts?|boasts?|enjoys?|commands?|with) (?:an? |its |her |his )?(?P<like>(?:mostly |predominantly |largely |"
    rf"overwhelmingly |mainly |primarily |disproportionately ){LIKE}(?:(?:, | and |, and ){LIKE}){{0,2}}) (?P<public>{AUDIENCE})",
    rf"<s:POSUF>{{THEN}} skews? (?:heavily |mostly |overwhelmingly )?(?P<like>{LIKE}(?:(?:, | and |, and ){LIKE}){{0,2}})(?P<public>)(?=[,.;:)]| and | but |$)",
)
