"""The plain wordings that name a group as somebody's aim or public: what stands right before or behind the group."""

from __future__ import annotations

import re

_LEAD = (
    r"(?:(?:the|those|these|some|more|all|a|an|new|any|many|even|enough|mostly|mainly|largely|chiefly|especially|particularly|primarily|other|"
    r"millions of|thousands of|hundreds of|a lot of|plenty of|about|of|what \w+ calls?) ){0,3}[“\"‘]?$"
)
_PUBLIC = r"(?:audience|listeners?|viewers?|readers?|followers?|fans?|subscribers?|public|base|listenership|readership|viewership|users?|crowd|customers?|visitors?|regulars)"
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + _LEAD, re.I))
    for name, pattern in (
        (
            "popular with",
            r"\b(?:popular|beloved|loved|big|bigger|famous|huge|well known|well-known|favou?rites?|hit|darling|staple|fixture|obsession|refuge|"
            r"lifeline|cult|following|fans|admirers|traction|credibility) (?:with|among|amongst|of|by|for) ",
        ),
        (
            "watched by",
            r"\b(?:watched|followed|heard|read|listened to|loved|downloaded|adored|consumed|seen|used|streamed|enjoyed|shared)\b[^.;]{0,40}? by ",
        ),
        (
            "draws",
            r"\b(?:draws?|drew|attracts?|attracted|pulls? in|serves|reaches|entertains|informs|gathers|amuses) (?:mainly |mostly |largely |chiefly )?",
        ),
        ("must for", r"\b(?:must|required|essential|compulsory|appointment|regular|compulsive)[- ]?\w+ (?:for|among) "),
        ("from", r"\b(?:letters|messages|e-?mails|calls|comments|mail|questions|money|donations)\b[^.;]{0,35} from "),
        (
            "public of",
            rf"\b{_PUBLIC} (?:of|among|in|is|are|was|were|skews?|leans?|includes?|consists? of|(?:is |are )?made up of|(?:is |are )?dominated by|tends? to be)"
            r"(?:,? [a-z]+ly)? ",
        ),
        ("public:", rf"\b{_PUBLIC}\b[^.;:]{{0,40}}[:(,–—] ?(?:[a-z]+ly,? )?"),
        (
            "share are",
            r"\b(?:most|half|third|thirds|quarters?|fifths?|majority|bulk|many|per cent|percent|%|in (?:four|five|three|ten|10))\b[^.;]{0,60}"
            r"(?:\b(?:are|were|is|was)|,) ",
        ),
        ("skews", r"\b(?:skews?|leans?|tends?)(?: to be)?(?: heavily| mostly)? "),
        (
            "reaching",
            r"\b(?:target(?:s|ed|ing)?|reach(?:ing)?(?: out to)?|court(?:s|ed|ing)?|woo(?:s|ed|ing)?|attract(?:ing)?|w[io]n(?:ning)? (?:over|back|round)|"
            r"win(?:ning)?|persuad(?:e|ing)|engag(?:e|ing)(?: with)?|lur(?:e|ing)|entic(?:e|ing)|mobili[sz](?:e|ing)|energi[sz](?:e|ing)|"
            r"galvani[sz](?:e|ing)|convinc(?:e|ing)|coax(?:ing)?|sway(?:ing)?|charm(?:ing)?|reassur(?:e|ing)|recruit(?:ing)?|introduc(?:e|ing) \w+ to|"
            r"fir(?:e|ing) up|turn(?:ing)? out|bring(?:ing)? (?:in|back)|draw(?:ing)? in|hook(?:ing)?|impress(?:ing)?|meet(?:ing)?|find(?:ing)?|peel(?:ing)? off) ",
        ),
        (
            "speaking to",
            r"\b(?:speak|speaks|spoke|speaking|talk|talks|talked|talking|appeal|appeals|appealed|appealing|cater|caters|catering|sell|selling|pitch|"
            r"pitching|preach|explain|connect|get through|get|outreach|pitch|message|appeals?|introduction|inroads|overtures?)(?: directly| straight| \w+)? "
            r"(?:to|with|among|into|at) ",
        ),
        (
            "aimed at",
            r"\b(?:aim|aims|aimed|aiming|pitched|directed|geared|tailored|targeted|marketed|addressed|meant|intended|designed|made|built|written|"
            r"conceived|produced|recorded)\b(?: [a-z]+){0,3}? (?:at|to|towards?|for) ",
        ),
        (
            "wanting",
            r"\b(?:want|wants|wanted|need|needs|needed|seek|seeks|seeking|sought|chase|chases|chasing|miss|missing|lose|losing|lost|lack|after|"
            r"looking for|looks for|hoping for|fishing for|go for|going after|goes after) (?:the (?:support|votes?|attention|trust|ear) of )?",
        ),
        (
            "play for",
            r"\b(?:bid|effort|attempt|push|drive|campaign|quest|hunt|battle|fight|race|play|case)(?: to \w+| for)(?: over| in| out| back| to)? ",
        ),
        ("for them", r"(?:^|[.:;,] |\b(?:is|was|it|this|show|podcast|series|programme|video|app|channel|newsletter) )for "),
        ("the aim is", r"\b(?:aim|goal|target|targets|point|idea|object) (?:is|are|was|were) (?:to \w+ )?"),
    )
)
BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("make up", rf",? (?:make|makes|made|account|accounts|form|represent|comprise|constitute)\b[^.;]{{0,70}}?\b{_PUBLIC}\b"),
        ("watch", r",? (?:who |that )?(?:watch|listen|follow|tune in|subscribe|read|adore|love|trust|swear by)\b"),
        ("in mind", r",? in mind\b"),
        (
            "them is it for",
            r"[^.;]{0,30}?\b(?:it is|it's|it was) for (?:them|these)\b|,? (?:whom|that|who) [^.;]{0,40}?\b(?:reach|wants?|after|court\w*|target\w*|needs?)\b",
        ),
    )
)
NEAR = 110  # characters before and behind that are looked at


def wordings(text: str, begin: int, start: int, end: int) -> list[str]:
    """The names of the wordings around the group `start:end` of the sentence that begins at `begin`."""
    before, behind = text[max(begin, start - NEAR) : start], text[end : end + NEAR]
    return [name for name, pattern in BEFORE if pattern.search(before)] + [name for name, pattern in BEHIND if pattern.match(behind)]
