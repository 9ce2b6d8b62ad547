"""Whether the clause around a time expression speaks of the past or of the future, by surface cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

PAST, OPEN, FUTURE = -1, 0, 1

_AUX = (
    r"(?:will|won['’]t|shall|would|may|might|could|should|must|can|(?:is|are|was|were|be) (?:going|due|set|about|expected|likely|"
    r"scheduled|slated|planned|hoping|planning|poised|ready) to|(?:is|are|were) to|['’]ll|to be|going to)"
)
_ADVERB = r"(?:\s+(?:not|also|now|then|only|first|still|next|all|never|again|both|no longer|have to))?"
_IRREGULAR = (
    "was were had did said told went gave took came held met made sat spoke won lost began ran left fell rose drew wrote saw got put "
    "led hit sold paid "
    "found brought became kept stood struck quit cut shot broke chose drove flew grew knew sent spent taught thought threw wore built "
    "bought caught dealt "
    "felt fought heard laid meant sang slept swore swept understood woke aired let saw has have been being said"
).split()
_NOT_PAST = (
    r"(?!need|feed|seed|speed|bed\b|shed|hundred|indeed|exceed|red\b|weed|breed|greed|proceed|succeed|united|media|naked|"
    r"wicked|sacred)"
)
# "His dedicated base": after a determiner a participle is an adjective.
_DETERMINERS = "a an the his her its our their my your this that these those very most more so".split()
_NO_DETERMINER = "".join(rf"(?<!\b[{w[0]}{w[0].upper()}]{w[1:]} )" for w in _DETERMINERS)
# A plan that was made does not say whether it came true: the nearest day in either direction is meant.
_ARRANGED = (
    r"(?:pencil+ed in|scheduled|rescheduled|planned|booked|slated|billed|announced|due|postponed|moved|listed|set|earmarked|timed|"
    r"advertised|fixed|rearranged|invited|confirmed|forecast)"
    r"(?:\s+[\w.’'-]+){0,2}?\s+(?:for|on|to)\b"
)
# "Urged them to march on Friday", "the board was to meet on Friday": the day is one that was still to come when it was spoken of.
_WANTED = (
    r"(?:urged|asked|invited|agreed|promised|vowed|threatened|ordered|pledged|proposed|decided|called on)"
    r"(?:\s+(?!not\b)[\w’'.-]+){0,4}?\s+to\s+"
    r"(?!(?:be|have|the|a|an|his|her|their|its)\b)[a-z]+\b|was to [a-z]+\b"
)
_DAY_NAMES = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_FELL_THROUGH = r"\bhad been (?:due|booked|billed|scheduled|slated|set|expected|down|planned|pencil+ed in)\b(?:\s+(?:for|on|to)\b)?"
_INTRODUCED = r"\b(?:Asked|Pressed|Quizzed|Questioned|Interviewed|Challenged|Speaking|Addressing|Talking|Appearing)\b"
_CUES = re.compile(
    rf"{_FELL_THROUGH}|{_INTRODUCED}"
    r"|\b(?:will|would|may|might|could|should|must) have(?:\s+\w+ly)?\s+(?:been|seen|gone|had|\w{3,}ed)\b"
    rf"|(?P<wanted>\b(?:{_WANTED}))|(?P<arranged>\b{_ARRANGED})|(?P<timetable>['’]s (?:off|back|up|due)\b|\b(?:is|are)(?= (?:on|at|in) (?:{_DAY_NAMES}|\d)))"
    rf"|(?P<future>\b{_AUX}(?![a-z]){_ADVERB}(?:\s+(?:be|have)(?:\s+\w+ly)?\s+\w+(?:\s+(?:in|up|off|out|by)\b)?|\s+[a-z]+\b)?"
    r"|\b(?:expects?|expected|due|plans?|planning|hopes?|intends?|aims?|prepares?|prepared to|"
    r"preparing to|(?:has|have) until|(?:is|are) seen|vows?|promises|slated|upcoming|forthcoming|[Tt]ickets|"
    r"[Dd]oors|[Dd]eadline|next up)\b"
    r"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:expected|scheduled|planned|booked|billed|tipped|awaited|likely)\b(?!\s+(?:by|as)\b))"
    r"|(?P<present>\b(?:is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b)"
    r"|(?P<timetable2>\b(?=(?:opens?|airs?|begins?|starts?|returns?|arrives?|premieres?|lands?|"
    r"launches|launch|closes?|ends?|heads?(?! of\b)|hosts?|comes|follows|"
    r"kicks? off|goes|votes?|drops?|releases?|reopens?|continues?|resumes?|joins?|"
    r"reports (?=(?:\S+ ){0,2}(?:results|earnings|figures)\b)|appears?|expires?|convenes?|meets?|"
    r"plays|faces|takes (?=office|effect|place|over|part)|take (?=effect|place|office)|"
    r"travels|flies|visits|gathers|decides|elects|celebrates|unveils|publishes|concludes|debuts|"
    r"is on sale|are "
    rf"on sale|is out|are out)\b)(?<!\bto ){_NO_DETERMINER}[a-z]+)"
    rf"|(?P<past>\b(?:{'|'.join(_IRREGULAR)})\b|\b(?=[a-z]{{2,}}ed\b){_NO_DETERMINER}{_NOT_PAST}[a-z]+)"
)
_BESIDE = 14
"""Characters between a verb and the day that belongs to it for certain."""
_INFINITIVE = re.compile(r"\bto [a-z]{2,}\b")
_ABBREVIATED = (
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Gov|Rep|Sen|Gen|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mrs|Col|Sgt|"
    r"Hon|Inc|Ltd))(?<!\bSept)(?<!\bProf)(?<!\b[ap]\.m)"
)
_SENTENCE_END = re.compile(rf"(?=[.!?]){_ABBREVIATED}[.!?]+[”\"’')\]*_]*\s+(?=[“\"‘'(*\[]?[A-Z0-9])|\n\s*|;\s")


class Sentences:
    """The sentences of a text and their tense cues, found without a parser, once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
        self._cues = [(m.start(), m.end(), (m.lastgroup or "past").rstrip("2")) for m in _CUES.finditer(text)]
        self._cue_starts = [c[0] for c in self._cues]

    def number(self, position: int) -> int:
        """Which sentence the character at `position` is in."""
        return bisect_right(self._starts, position) - 1

    def goes_on(self, position: int) -> bool:
        """Whether the stretch that `position` is in follows a semicolon."""
        return self.text.endswith("; ", 0, self._starts[self.number(position)])

    def bounds(self, position: int) -> tuple[int, int]:
        """Where the sentence at `position` begins and ends."""
        n = self.number(position)
        return self._starts[n], self._starts[n + 1] if n + 1 < len(self._starts) else len(self.text)

    def tense(self, start: int, end: int) -> tuple[int, bool]:
        """PAST, FUTURE or OPEN for the expression `start:end`, and whether it is the day of an arrangement ("planned for …").

        The verb cue nearest before the expression decides; before a sentence-initial one, the first cue after it.
        """
        low, high = self.bounds(start)
        # A sentence of a thousand words is no sentence: looking at the nearest part keeps the whole linear.
        low, high = max(low, start - 400), min(high, end + 300)
        # What stands before a colon is another statement ("It went badly: in March they split").
        low = max(low, self.text.rfind(": ", low, start) + 1)
        i = bisect_left(self._cue_starts, start) - 1
        after = not (i >= 0 and self._cues[i][0] >= low)
        if after:
            i = bisect_left(self._cue_starts, end)
            if i == len(self._cues) or self._cues[i][0] >= high:
                return (FUTURE if _INFINITIVE.search(self.text, low, start) else OPEN), False
        cue = self._cues[i][2]
        if cue == "wanted":
            # "On Friday she asked them to come on Sunday": asked on the first day, to come on the second.
            return (PAST, False) if after else (OPEN, True)
        if cue == "timetable":
            # "It opens on 3 May" is still to come; "it opens with a look back to what happened on 3 May" may be any day.
            return (FUTURE if 0 < start - self._cues[i][1] <= _BESIDE else OPEN), True
        return {"future": FUTURE, "past": PAST}.get(cue, OPEN), cue == "arranged"
