"""What a wording is: a pattern over coded paragraphs that states one relation, and how its matches become drafts.

Patterns are regular expressions in which `<s:PO>` is a mention of a person or organization that is the subject, `<o:S>` a show that
is the object, `<U>` any outlet (letters: Person, Organization, oUtlet, platForm, Show, pLace), and `{NAME}` one of `PARTS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.transform.drafts import RelationDraft
from etl.transform.pattern_index import PatternIndex
from etl.transform.reading import Reading, Thing
from etl.transform.relations.coded import LETTERS, Coded

NO_MODIFIER = (
    "of|in|on|at|for|with|to|by|from|and|or|but|is|was|has|had|have|were|are|be|been|who|that|which|whose|as|when|while|where|after|before|"
    "said|says|told|not|he|she|it|they|his|her|its|their|if|than|into|over|about"
)
PARTS = {
    # words of a noun phrase before its head or before a name: "the veteran political"
    "M": rf"(?:(?!(?:{NO_MODIFIER})\b)(?:[\w'&-]+|\ue005(?:-[a-z]+|'s)?) ){{0,5}}?",
    # a subject's apposition, relative pronoun and auxiliaries before its verb
    "THEN": r"(?:, [^,;:.()“”\"]{1,80},|,(?! (?:who|which)))?(?:,? (?:who|which|that))?(?: (?:also|now|still|then|has|had|have|once|"
    "later|first|already|"
    r"himself|"
    r"herself|recently|formerly|currently|jointly|is|was|were|been|himself|itself|soon|since|twice|again|publicly|repeatedly)){0,3}",
    "SHOW": r"(?:[\w'’-]+ ){0,5}?(?:podcast|show|programme|program|series|channel|stream|livestream|newsletter|talkshow|phone-in|broadcast|"
    r"webcast|vodcast|cook-along|quiz|slot|talk-in|call-in|vlog|sitcom|magazine|debate|roundtable|feed|digest|hour|column|audiobook|radio|"
    r"interviews|conversations)",
    "POSS": r"'s?",
    "BY": r"(?:(?: in [\w ]{2,15}?| last \w+| this \w+| jointly)? by )",
}
# the other names of a list before the one that is captured: "comedians Ann Lee and Bo"
PARTS["PP"] = "(?:" + PARTS["M"] + "<P>(?:, |,? and |,? & )){0,4}" + PARTS["M"]
# A candidate has one running mate, whoever is named beside them.
SINGLE = frozenset({"RUNNING_MATE_OF"})
DENIED = re.compile(r"\b(?:not|never|no longer|neither|nor|denie[sd]|refuse[sd]?|would|could|might|if|unless|without|whether)\b|n't\b")
SENTENCE_END = re.compile(r"(?<=[a-z0-9\ue000-\ue006])[.?!]['”\")]* (?=\S)")
ASIDE = re.compile(r", [^,]{1,90},")  # what is denied in an aside is another thing
GROUP = re.compile(r"<(?:([so]):)?([POUFSLA]+)>")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of saying a relation; `together`: the subject may be the last of a list ("Ann Lee and Bo Roe record it").

    `subjects` and `objects` are the codes of what may be its ends: where none of them stands the pattern need not be tried.
    """

    predicate: str
    pattern: re.Pattern[str]
    rule: str
    confidence: float
    together: bool
    subjects: frozenset[str]
    objects: frozenset[str]


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in PARTS.items():
        pattern = pattern.replace("{" + name + "}", part)

    def coded(found: re.Match[str]) -> str:
        letters = "[" + "".join(LETTERS[c] for c in found[2]) + "]"
        return f"(?P<{found[1]}>{letters})" if found[1] else letters

    return re.compile(GROUP.sub(coded, pattern))


def wordings(predicate: str, rule: str, *patterns: str, confidence: float = 0.7, together: bool = False) -> list[Wording]:
    """Wordings of one relation; `rule` names their group."""
    name = f"relations.wordings.{rule}"
    return [Wording(predicate, _compiled(p), name, confidence, together, _codes(p, "s"), _codes(p, "o")) for p in patterns]


def _codes(pattern: str, end: str) -> frozenset[str]:
    """The codes of the mentions that may stand at the `end` ("s", "o") of the relation."""
    return frozenset(LETTERS[letter] for found in GROUP.finditer(pattern) if found[1] == end for letter in found[2])


def _listed(coded: Coded, at: int, together: bool) -> Iterator[Thing]:
    """The thing coded at `at` and those listed with it: "on A, *B and C*"; before it too where `together`."""
    thing = coded.things[at]
    if thing is None:
        return
    yield thing
    alike = "[" + coded.text[at] + (LETTERS["F"] + LETTERS["U"] if coded.text[at] in (LETTERS["F"], LETTERS["U"]) else "") + "]"
    step = r"(?:, (?:and )?|,? (?:and|or|&|as well as|plus)(?:, [a-z ]{3,30},)? )(?:(?!and\b)[a-z'-]+ ){0,3}?" + alike
    more = re.compile(f"(?:{step}){{1,6}}").match(coded.text, at + 1)
    if more and re.search(r"\b(?:and|or|plus|as well as)\b|&", more.group()):
        yield from (t for t in coded.things[more.start() : more.end()] if t is not None)
    if together:
        before = re.compile(rf"(?:{alike}(?:, |,? (?:and|&|with) )(?:[\ue000-\ue004]'s )?(?:[a-z'-]+ ){{0,3}}?){{1,4}}$").search(
            coded.text[max(0, at - 120) : at]
        )
        if before:
            first = max(0, at - 120) + before.start()
            yield from (t for t in coded.things[first:at] if t is not None)


def _is_denied(stretch: str) -> bool:
    """Whether the relation is denied or only imagined: in its own sentence, where the match runs over several, and outside asides."""
    return DENIED.search(ASIDE.sub(",", SENTENCE_END.split(stretch)[-1])) is not None


class Table:
    """Wordings in the order in which they are tried, with an index of the letters that they need."""

    def __init__(self, found: Iterable[Wording]) -> None:
        self.wordings = tuple(found)
        self._index = PatternIndex([wording.pattern for wording in self.wordings])

    def possible(self, text: str) -> Iterator[Wording]:
        """Those that can match in `text`, in order."""
        return (self.wordings[n] for n in self._index.candidates(text))


def drafts(reading: Reading, coded: Coded, table: Table) -> Iterator[RelationDraft]:
    """What the wordings of `table` find in the paragraph; what is denied or only imagined is left out."""
    if len(coded.things) - coded.things.count(None) < 2:
        return
    there = set(LETTERS.values()).intersection(coded.text)
    for wording in table.possible(coded.text):
        if wording.subjects.isdisjoint(there) or wording.objects.isdisjoint(there):
            continue
        for found in wording.pattern.finditer(coded.text):
            if _is_denied(found.group()):
                continue
            evidence = sorted({reading.sentence_span(coded.places[found.start(g)]) for g in ("s", "o")})
            for s in _listed(coded, found.start("s"), wording.together):
                for o in list(_listed(coded, found.start("o"), False))[: 1 if wording.predicate in SINGLE else None]:
                    if s is not o:
                        yield RelationDraft(s, wording.predicate, o, wording.rule, list(evidence), confidence=wording.confidence)
