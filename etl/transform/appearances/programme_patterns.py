"""The wordings by which a text says who hosts a show and where it goes out, over masked sentences (see `masking`).

Each pattern has the groups `show` and `who`, or `show` and `where`; those for a show named in an earlier sentence leave `show` out.
"""

from __future__ import annotations

import re

from etl.transform.appearances import cues
from etl.transform.appearances.masking import LISTED, QUOTE, WORDS, L, P, S, people

MEDIA = r"(?:podcast|pod|show|programme|program|stream|live-?stream|channel|series|broadcast|vodcast|YouTube channel|talk show|phone-in)"
# The noun of the medium, also where it is itself a description of the show and so masked ("“Milk Teeth”, the parenting podcast").
KIND = rf"(?:{S}|(?:[\w’'-]++ ){{0,8}}?{MEDIA})"
WHO = people()
_FEW = r"(?:[\w’'-]++ ){0,4}?"
_ROLE = r"(?:co-?)?(?:host|presenter|anchor|moderator)s?"
# What a host does with a show.
_RUNS = (
    r"(?:(?:has|had|have|now|still|also|will|currently|once|long|to)\s){0,3}(?:co-?)?(?:hosts?|hosted|presents?|presented|anchors?|anchored|fronts?|fronted|helms?|helmed|"
    r"runs?|ran|makes?|made|records?|recorded|beg[au]n|started|created|launched|founded|streams?|chairs)"
)
_DONE_BY = r"(?:co-?)?(?:hosted|presented|fronted|anchored|made|run|helmed|recorded|created)(?: and \w+)? by"
HOSTED = tuple(
    re.compile(p)
    for p in (
        rf"(?P<who>{P})[’']s? {WORDS}{QUOTE}(?P<show>{S})",
        rf"(?P<show>{S}){QUOTE},? ?(?:\()?(?P<who>{P})[’']s? {WORDS}(?:{L} )?{MEDIA}\b",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:(?:is|was) )?{KIND},? (?:{_DONE_BY}|(?P<maker>of|by|from)|in which|on which|where|with) {_FEW}(?P<who>{WHO})",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:(?:is|was) )?(?:{KIND},? )?(?:that|which) {_FEW}(?P<who>{WHO}) {_RUNS}\b",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:the|an?) (?:[\w’'-]++ ){{0,3}}?{MEDIA} (?P<who>{WHO}) {_RUNS}\b",
        rf"(?P<show>{S}){QUOTE},? (?:which )?(?:(?:is|was) )?(?:\w+ly )?{_DONE_BY} {_FEW}(?P<who>{WHO})",
        rf"(?P<who>{WHO}),? \(?(?:[\w’'-]++ ){{0,6}}?(?:co-?)?(?:host|presenter|anchor|voice|face|creator|star)s? of {_FEW}{QUOTE}(?P<show>{S})",
        rf"(?P<who>{WHO}),?(?: who)? {_RUNS} (?:[\w’'-]++ ){{0,5}}?{QUOTE}(?P<show>{S})",
        rf"(?P<show>{S}){QUOTE}(?:[’']s?)? {_ROLE},? (?P<who>{WHO})",
        rf"(?P<show>{S}){QUOTE},? (?:alongside|with) (?:its |the )?(?:{_ROLE} )?(?P<who>{WHO})",
        rf"(?P<show>{S}){QUOTE}[^.;]{{0,60}}? with {_FEW}(?P<who>{WHO}) (?:in the chair|presiding|hosting|moderating|asking)",
        rf"{_ROLE} (?P<who>{WHO}) of {QUOTE}(?P<show>{S})",
        rf"(?P<show>{S})[^.;]{{0,60}}?, whose (?:[\w’'-]++ ){{0,3}}?{_ROLE},? (?P<who>{WHO})",
        rf"\b(?:told|tells|telling|informed|informing|spoke (?:to|with)|speaking (?:to|with)|talk(?:ed|ing) (?:to|with)|sat down with|guests? of|(?:interview|slot|sit-down|conversation|chat|"
        rf"session|episode) with|(?:interviewed|questioned|grilled|pressed|asked) by) {_FEW}(?P<who>{WHO}),? (?:on|for) {_FEW}{QUOTE}(?P<show>{S})",
    )
)
# Of the show last named: "its host, Ada Lowe", "the show's presenter", "Lowe, who has presented the programme since …", "The host is …".
HOSTED_BEFORE = tuple(
    re.compile(p)
    for p in (
        rf"\b(?:its|the (?:show|podcast|programme|program|series|stream|phone-in)[’']s) (?:[\w’'-]++ ){{0,2}}?{_ROLE}(?:,| is| are)? (?P<who>{WHO})",
        rf"(?P<who>{WHO}),? (?:who is )?its (?:[\w’'-]++ ){{0,2}}?{_ROLE}\b",
        rf"^(?:\W*)The {_ROLE} (?:is|are|will be) (?:[\w’'-]++ )?(?P<who>{WHO})",
        rf"(?P<who>{WHO}),?(?: who)? {_RUNS} (?:it|the (?:show|programme|program|podcast|stream|series|phone-in))\b",
        rf"(?:^|[,;] |\b(?:with|when|and|the|its) )(?:co-?)?(?:host|presenter) (?P<who>{WHO})",
    )
)
_AIRED = (
    r"(?:goes out|go out|went out|airs?|aired|streams?|streamed|carried|broadcast|simulcast|heard|seen|watched|found|available|runs|published|shown"
    r"|distributed|exclusive|exclusively|syndicated|live|premieres?|premiered|launches|debuts|debuted|continues?)"
)
AIRS = re.compile(
    rf"(?P<show>{S})[^.;]{{0,70}}?\b{_AIRED}(?: (?!on\b|by\b|via\b|to\b)[\w’':.,-]++){{0,7}} (?:on|by|via|over|through|to)(?: [\w’'-]++){{0,4}}? {QUOTE}"
    rf"(?P<where>{L}{LISTED % L})"
)
# More platforms after those of AIRS: "and, since March, on the home-grown app Gist", "with a video version on YouTube".
AND_ON = re.compile(rf"(?:,|,? and,?|,? with)[^.;:()]{{0,36}}? (?:on|via) (?:[\w’'-]++ ){{0,3}}?(?P<where>{L}{LISTED % L})")
OF_OUTLET = tuple(
    re.compile(p)
    for p in (
        rf"(?P<where>{L})(?:[’']s?)? {WORDS}{QUOTE}(?P<show>{S})",
        rf"(?P<where>{L}) (?:\w+ )?{MEDIA},? {QUOTE}(?P<show>{S})",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?P<where>{L})[’']s? {WORDS}(?:{MEDIA}\b|{S})",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:the|an?) (?:[\w’'-]++ ){{0,3}}?(?P<where>{L}) (?:[\w’'-]++ ){{0,2}}?{MEDIA}\b",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:on|over on) (?P<where>{L})",
        rf"(?P<show>{S}){QUOTE},? with {_FEW}{WHO},? (?:on |\()(?P<where>{L})",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:(?:is|was) )?(?:{KIND},? )?(?:that|which) {_FEW}{WHO} {_RUNS} (?:[\w’'-]++ )?on (?P<where>{L})",
        r"(?P<show>\ue004)(?<=\ue004)\ue004*(?P<where>[\ue002\ue003]++)(?=\ue004| ?\ue004)",
    )
)
OWNER = re.compile(
    rf"(?P<who>{P})[’']s? (?:[\w’'-]++ ){{0,3}}?(?P<what>podcast|pod|show|programme|program|stream|live-?stream|channel|talk show)\b"
)
OWNED = (
    re.compile(
        rf"(?P<who>{P})(?:,? (?:who|the|now|also|has|had)){{0,2}} (?:owns|bought|controls|owner of|acquired|runs)(?: the)? (?P<what>{L})"
    ),
    re.compile(rf"(?P<what>{L})(?:[’']s?)? (?:owner|boss|chief|proprietor),? (?P<who>{P})"),
    re.compile(rf"(?P<what>{L})[^.;]{{0,60}}? (?:its |the platform[’']s |the site[’']s |the )?owner,? (?P<who>{P})"),
)
ROLE = re.compile(
    rf"\b{cues.HOST_ROLE} (?P<who>{WHO})|(?P<who2>{P}),(?: who is)? (?:the|an?) (?:[\w’'-]++ ){{0,4}}?{cues.HOST_ROLE}\b", re.I
)
THE_SHOW = re.compile(
    rf"^\W*(?:It|(?:The|Its|Their|Her|His|Our) (?:[\w’'-]++ ){{0,2}}?(?:podcast|show|series|programme|program|stream|episodes?|editions?)|(?:New |All )?[Ee]pisodes|(?:Put out|Made|Produced|Recorded|Published) "
    rf"(?:in|by|at|on|from))\b(?=.{{0,90}}\b{_AIRED}\b)"
)
KIND_NOUN = re.compile(
    r"\b(?:(?P<podcast>podcast|vodcast)|(?P<livestream>live-?stream|stream|streamer|small-hours show|cook-along)"
    r"|(?P<broadcast>radio|television|TV|breakfast|programme|program|talk show|chat show|late-night|morning show|news show|evening news|phone-in))\b"
)
WEB_SHOW = re.compile(
    r"\b(?:YouTube|web|online|internet|digital)(?: \w+){0,2}? (?:show|series|programme|program|talk show|interview|chat show)\b", re.I
)
