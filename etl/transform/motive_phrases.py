"""The phrases around a media act that tell why: refusals, questions, reasons, words that point at a public."""

from __future__ import annotations

import re

from etl.transform.word_starts import Opening

REFUSES = re.compile(
    r"(?<!after )\b(?:(?<!was )(?<!were )(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing))(?! to (?:comment|say|answer|discuss|respond))|turn(?:s|ed|ing)? (?:it |them |him |her )?down|skip(?:s|ped|ping)?"
    r"|(?:pull|back|dropp?)(?:s|ed|ing)? out|cancel(?:s|led|ed|ling)?|call(?:s|ed|ing)? off|boycott(?:s|ed)?|snub(?:s|bed)?"
    r"|duck(?:s|ed|ing)?|dodg(?:e|es|ed|ing)|shun(?:s|ned)?|(?:will|would|did|does|do) not (?:be )?(?:com(?:e|ing)|attend(?:ing)?"
    r"|appear(?:ing)?|tak(?:e|ing) part|go(?:ing)?|do)|(?:won|wouldn|didn|doesn|don)[’']t (?:be )?(?:there|com(?:e|ing)|attend|appear"
    r"|take part|go|do)|said no|sa(?:ys|id) no|stay(?:s|ed)? away|walk(?:s|ed)? (?:out|off)|hung up|put down the phone"
    r"|stood (?:him |her |them )?up|sits? (?:it )?out|quit|withdrew|withdrawn|opt(?:s|ed) out|bow(?:s|ed) out|left the (?:show|podcast|programme|program|series|station|network|label|platform))\b",
    re.I,
)
WHY = re.compile(
    r"\bwhy\b|\bwhat for\b|\bhow come\b|\bwhat[’']?s? (?:was |is )?in it for\b|\bget(?:s|ting)? out of (?:it|this|that|them)\b"
    r"|\bwhat (?:is|was|are|were) (?:the|his|her|their) (?:point|idea|aim|plan|motive|thinking|purpose)\b|\bto what end\b",
    re.I,
)
EXPLAINS = frozenset("explain explains explained explaining explanation reason reasons reasoned rationale excuse thinking logic".split())
CAMP = re.compile(
    r"\b(?:his|her|their|its|[\w’'-]{1,40}[’']s) (?:\w+ ){0,2}?(?:aides?|office|team|campaign|camp|people|lawyers?|manager|spokes\w+|publicist|agent"
    r"|party|producers?|management|handlers|entourage|label|studio|staff)(?: \w+)? (?:have |had |has )?"
    r"(?P<verb>said|says|say|cit(?:ed|es?)|blam(?:ed|es?)|insist(?:ed|s)?|told \w+(?: \w+)?|spoke of|claim(?:ed|s)?|pleaded)(?: only)? (?:that )?",
    re.I,
)
_PEOPLE = (
    r"(?:people|ones|folks?|voters?|fans?|listeners?|viewers?|readers?|kids|men|women|guys|customers?|buyers?|families|parents|students"
    r"|teenagers?|generation|crowd|audience|mums|moms|dads|young|undecided|workers?|shoppers?)"
)
_THING = (
    r"(?:video|clip|talk|interview|show|podcast|stream|livestream|episode|post|appearance|programme|program|speech|series|broadcast|message"
    r"|campaign|channel|account|newsletter|debate|conversation|ad|advert|film|tour|visit|session|column)s?"
)
# Words that point at a public: the one who speaks to them, wants them, has not reached them.
POINTS = tuple(
    Opening(re.compile(p, re.I))
    for p in (
        rf"(?:talk|speak|play|pitch|appeal|cater|sell|reach(?:ing)? out|preach)(?:ing)? (?:straight |directly |only |mainly )?(?:to|at) "
        rf"(?:the|those|these|all|some|a|young|older)\b[^.;:”\"]{{0,60}}\b(?:{_PEOPLE}|who|year-olds?|whose)\b",
        r"\b(?:is|are|was|were|[’'](?:s|re|m)) (?:only |really |clearly )?after (?:the|those|a|young|his|her|their) ",
        rf"\b(?:it is|it was|it[’']s) for (?:them|those|the \w+|{_PEOPLE})\b[^.;:”\"]{{0,40}}\bthat\b",
        rf"\b(?:those|these|they)(?: are|[’']re| were) (?:exactly |just |precisely )?(?:the {_PEOPLE}\b|who\b|the one\b)",
        rf"\bwant(?:s|ed)? (?:the|those) (?:\w+ )?{_PEOPLE}\b",
        rf"\b(?:want(?:s|ed)?|after|need(?:s|ed)?)(?: is| are| was| were)? [“\"‘]?(?:\w+ )?{_PEOPLE} (?:who|whose|over|under|between|aged|back|that)\b",
        r"\bwant(?:s|ed)? (?:the|its|his|her|their|our) (?:\w+ )?\w+s back\b",
        rf"\b(?:{_THING}) (?:was|were|is|are)(?: not| really| only| chiefly| above all| less| clearly)* (?:meant for|for|aimed at|directed at"
        r"|addressed to|intended for|pitched at|made for) (?!(?:the )?(?:first|last|second|third|same|time|moment|free|sale|now|good|real"
        r"|whole|next|record|years?|days?|hours?|weeks?|months?|most|all|that|this|it|\d)\b)",
        rf"\b(?:it|that|this) (?:was|is) (?:meant for|aimed at|directed at|addressed to|for) (?:\w+ )?{_PEOPLE}\b",
        rf"\bit (?:was|is) (?:at|to|for) (?:him|her|them|those|\w+ {_PEOPLE}) that (?:the |this |his |her |their )?{_THING}\b",
        rf"\b{_PEOPLE}\b (?:that |who |whom )?(?:we|she|he|they|the \w+|[A-Z]\w+) (?:would like|[’']d like|wants?|wanted|needs?|needed|hopes?"
        rf"|(?:is|are|was|were|[’']re) (?:missing|losing|not reaching|trying to reach|looking for)|(?:have|has|ha(?:ve|s)n[’']t) not? ?"
        rf"(?:met|reached|yet))",
        r"\bwith (?!that|this|it\b)[^.;:,”\"]{2,60} in mind\b",
        r"\b(?:would|[’']d) (?:rather|sooner|like to|love to) (?:talk|speak|reach|be (?:discovered|heard|seen|found)|be where|meet)\b",
        rf"\bwhere (?:the|my|our|her|his|their|all the|most)? ?(?:\w+ )?{_PEOPLE} (?:are|is|go|hang|live|spend|get)\b",
        r"\bgo(?:es|ing)? (?:and \w+ )?where (?:they|the|people|young|your|our)\b",
    )
)
# Words about those who watch and how: in what somebody says for the one who acts they are a reason for it.
PUBLIC_WORDS = re.compile(
    r"\b(?:watch|listen|read|tune|newspaper|phone|scroll|television|tv|audience|interrupt|edit|unfiltered|unedited|voter|fan|listener|viewer"
    r"|reader|people|folks|kids|parents|young|generation|crowd|customer|they|them|nobody|anybody|somebody|who)\w*\b",
    re.I,
)
# Those words of the same kind that mean a public and not just people.
OWN = re.compile(r"\b(?:I|me|my|myself|we|our|us)\b")
WE = re.compile(r"\b(?:we|our|us)\b", re.I)
UNREACHED = re.compile(r"(?:missing|losing|like|need\w*|want\w*|met|reached)$")
# Reasons and aims tied to an act by a word; the second kind gives a reason only for a refusal.
REASON = re.compile(
    r"\bbecause\b(?! of\b)|\bbecause of\b|\bso that\b|\bso (?:he|she|they|we|I) (?:can|could|would|might)\b|\bin order (?:not )?to\b"
    r"|\bowing to\b|\bdue to\b|\bon the grounds? that\b|\bfor fear (?:of|that)\b|\bin (?:the )?hopes? (?:of|that)\b"
    r"|\bhoping (?:to|that)\b|\bin a bid to\b|\bin an (?:effort|attempt) to\b|\bwith (?:an eye|a view) to\b|\bthe better to\b",
    re.I,
)
HOPE = re.compile(r"\bin (?:the )?hopes?, [^.;“\"]{3,110}?, [“\"‘]?(?P<aim>of|that)\b", re.I)
REFUSAL_REASON = re.compile(
    r"\bunless\b|, citing\b|, calling\b|, saying\b|\bpreferring\b|, pleading\b|\bafter (?:being|having|she|he|they|it)\b|, since\b"
    r"|, blaming\b|, complaining\b|, arguing\b|\brather than\b|\bhad (?:all|both|the) (?:the )?\w+\b[^.;]{0,60}\bbeen\b"
    r"|\bin (?:a )?protest\b|\bin the interests? of\b|\bon (?:the )?(?:grounds?|advice) of\b|\bout of (?:respect|fear|loyalty|principle)\b"
    r"|\bso as (?:not )?to\b|\bafter (?:an? |two |three |repeated |death |bomb |security )?(?:threat|question|row|dispute|disagreement|"
    r"complaint|backlash|attack|quarrel|argument|report|remark|joke|boycott|outcry|incident|protest|accident|scandal)s?\b"
    r"|\bafter (?:\w+ ){1,4}(?:asked|refused|insisted|demanded|told|said|called|ran|published|accused|wanted|declined|threatened|was|were|had"
    r"|found|learned|complained)\b"
    r"|\bover (?:a|an|the|what|how|his|her|its|their|[“\"])(?! (?:past|last|weekend|phone|telephone|radio|air|years|next|summer))[^.;,]{3,}"
    r"|\bwhen (?:(?:\w+ ){1,4}|[^.;]{3,60}, )(?:refused|asked|told|insisted|demanded|declined|wanted|wouldn|would not|fell (?:ill|sick)|broke)\b",
    re.I,
)
# "We’re not buying downloads. We’re buying the person …": what it is not, then what it is.
CONTRAST = re.compile(
    r"\b(?:(?P<who>We|They|She|He)\b|(?P<people>People|Voters|Viewers|Listeners|Fans|Readers)\b|(?P<it>It|That|This)\b)"
    r"[^.!?”\"]{0,14}?(?:n[’']t|\bnot)\b(?! (?:know|think|care|remember))[^.!?”\"]{2,90}[.;,] "
    r"(?:but )?(?:(?P=who)\b|(?(people)They\b|(?(it)It[’']s|(?!))))",
    re.I,
)
# What one does with an invitation or a way to be heard, whatever the object is called.
TAKES = frozenset("agree accept come go leave do choose pick settle appear join take return stay sign stand opt move".split())
SHORTEST = 4  # words said beside an act that tell a reason, at least
FRAGMENT_WORDS = 14  # words in an answer without a verb, at most
SOON = 700  # characters after the beginning of a refusal in which its reason stands, at most
NEXT = 3  # sentences after a refusal or a question in which its reason may stand
