"""Who received or asked on an occasion, by the words around a name in the record's own sentences, where its clause named no host."""

from __future__ import annotations

import re

from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.masking import L, P, S, masked, people, things_in
from etl.transform.appearances.slots import in_quote
from etl.transform.reading import Reading, Thing

WHO = people()
_FEW = r"(?:(?!(?:and|with|to|on|at|in)\s)[\w’'.-]++ ){0,6}?"
_ASKED = r"(?:asked|questioned|interviewed|quizzed|grilled|pressed|hosted|moderated|chaired|led|compered|challenged|received|welcomed|greeted|refereed|cross-examined)"
_ROLE = r"(?:co-?)?(?:hosts?|presenters?|anchors?|moderators?|interviewers?|announcers?|podcasters?|broadcasters?)"
# Where the occasion is on a show or on somebody's air, or is a talk.
ON_AIR = tuple(
    re.compile(p)
    for p in (
        rf"\b{_ASKED}(?: [\w’'-]++){{0,4}}? by {_FEW}(?P<who>{WHO})",
        rf"\b{_ROLE},? (?P<who>{WHO})",
        rf"\bwith {_FEW}(?P<who>{WHO}) (?:in the chair|as host|as moderator|presiding|asking|hosting|moderating|putting the questions|at the desk)",
        rf"\b(?:guests? of|in (?:public )?conversation with|in front of|opposite|podcast of|programme of|show of|stream of|channel of) {_FEW}(?P<who>{P})",
        rf"\b(?:told|tells|assured|reassured|informed|(?:said|says|say|vowed|admitted|confessed|explained|confided|complained|spoke|talked|talks|speaks|speaking|talking|listened) (?:to|in|with)|sat down with"
        rf"|(?:interview|conversation|talk|chat|slot|sit-down|session|segment) with) (?:(?:{L}|{S})[’'](?:s )?)?{_FEW}(?P<who>{WHO})(?=[^.;]{{0,40}}? (?:on|for|in|at|for the benefit of) {_FEW}[“\"]?(?:{L}|{S})|[^.;]{{0,20}}$|,? (?:last|on|yesterday|this))",
        rf"(?:{L}|{S})[”\"’*_]{{0,2}}(?:, in [^.;,]{{1,30}},|,| last \w+| this \w+| on \w+)? with {_FEW}(?P<who>{WHO})",
        rf"(?P<who>{P})(?:,[^,;.]{{1,60}},)? (?:who )?(?:had )?(?:asked|asks|questioned|questions|interviewed|interviews|quizzed|grilled|pressed|teased|hosted|moderated|chaired|was interviewing|was asking"
        rf"|put (?:it|that|this|the \w+(?: \w+)?) to|gave (?:him|her|them)|tried to get|got (?:him|her|them) to)\b",
    )
)
# Of a debate or a talk before a crowd only those who preside.
PRESIDING = re.compile(
    rf"\b(?:moderated|chaired|hosted|refereed|compered|led) by {_FEW}(?P<who>{WHO})|\bmoderators?,? (?P<mod>{WHO})|with {_FEW}(?P<chair>{WHO}) (?:in the chair|as moderators?|presiding|moderating|chairing)"
)


def receive(reading: Reading, record: Frame, others: list[Frame]) -> None:
    """Give a record without hosts those whom its sentences show receiving or asking; who takes part in another record of the sentence is none.

    Args:
        others: the other records of the article.
    """
    if record.hosts or "post" in record.kinds or not record.guests:
        return
    live = set(record.kinds) & cues.LIVE_KINDS
    if live - {"debate", "town_hall"} or not (
        record.show or record.platforms or set(record.kinds) & {"interview", "podcast", "broadcast", "livestream"} or live
    ):
        return
    for span in sorted(set(record.evidence)):
        elsewhere = [p for f in others if span in f.evidence for p in f.people]
        text = masked(reading, *span)
        for pattern in (PRESIDING,) if live else ON_AIR:
            for m in pattern.finditer(text):
                group = next(g for g, found in m.groupdict().items() if found)
                if in_quote(reading, reading.token(span[0] + m.start(group))):
                    continue
                found = _persons(reading, text, span[0], m.span(group))
                join(record.hosts, without(without(found, record.guests), elsewhere))
            if record.hosts:
                return


def _persons(reading: Reading, text: str, base: int, span: tuple[int, int]) -> list[Thing]:
    return [t for t in things_in(reading, text, base, *span, P) if t.type == "Person"]
