"""A sentence with its mentions masked by their types, so that patterns of English can be matched around them.

Every character of a mention is replaced by one private-use character that stands for its type: offsets stay what they are.
"""

from __future__ import annotations

import re

from etl.transform.reading import PRONOUN, Reading, Thing

MASKS = {
    "Person": "\ue000", "Organization": "\ue001", "Outlet": "\ue002", "Platform": "\ue003", "Show": "\ue004", "Place": "\ue005",
}  # fmt: skip
# A mask is matched from its first character only, so that patterns stay linear in its length.
_FIRST = "(?<![\ue000-\ue005])"
P = _FIRST + "[\ue000\ue001]++"
L = _FIRST + "[\ue002\ue003]++"
S = _FIRST + "\ue004++"
# A few words of a noun phrase, without prepositions: what may stand between a name and its noun.
WORDS = r"(?:(?!(?:on|in|at|to|with|for|by|of|from|and|is|was|has)\s)[\w’'.-]++\s){0,4}"
QUOTE = r"[“”\"‘’*_]{0,2}"
# A describing word within a list of names: no verb, preposition or relative pronoun.
_LIST_WORD = (
    r"(?: (?!(?:had|has|have|was|were|is|are|said|says|told|tells|asked|who|whose|which|when|where|while|that|with|in|on|at|to|by|from|for|after|before|will|would|put|gave|took|"
    r"went|came|met|did|let|made|got|drew|called|welcomed|interviewed|featured|hosted|received|invited|attacked|endorsed)\b)[\w’'.-]++)"
)
LISTED = r"(?:(?:, and|, or| and| or|,|;)" + _LIST_WORD + r"{0,5}? [“\"]?%s){0,6}"


def people(pattern: str = P) -> str:
    """A list of people: "novelist A, bookseller B and C"."""
    return pattern + LISTED % pattern


def masked(reading: Reading, start: int, end: int) -> str:
    """The characters `start:end` with every mention of a named or resolved thing masked."""
    chars = list(reading.text[start:end])
    for mention, thing in reading.within(start, end):
        mark = MASKS.get(thing.type)
        if mark is None or (mention.kind == PRONOUN and thing.type != "Show"):
            continue
        for i in range(mention.start - start, min(mention.end, end) - start):
            chars[i] = mark
    return "".join(chars)


def things_in(reading: Reading, masked_text: str, base: int, start: int, end: int, marks: str) -> list[Thing]:
    """The things of the masks in `marks` (a regular expression) that stand in `masked_text[start:end]`, in order."""
    out: list[Thing] = []
    for found in re.finditer(marks, masked_text[start:end]):
        thing = reading.at(reading.token(base + start + found.start()))
        if thing is not None and all(thing is not t for t in out):
            out.append(thing)
    return out
