"""What the words of a stretch say for or against its being a reason: who is spoken of, what is done, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from etl.transform.aims import COURTS, MEDIA_NOUNS, NOT_AIMS, PRESENTS, REACHES_ALONE
from etl.transform.media_acts import MEDIA_TYPES
from etl.transform.motive_phrases import CONTRAST, EXPLAINS, POINTS, PUBLIC_WORDS, REFUSES
from etl.transform.reading import NAME, Reading
from etl.transform.segments import PEOPLE

_CLASSES = {
    "attends": """watch listen read hear tune scroll phone television tv radio newspaper screen bulletin newscast broadcast aerial click
        download subscribe see""",
    "wants": "want need hope try aim wish prefer rather like after seek",
    "anybody": "nobody anybody somebody everybody everyone anyone someone no-one",
    "only": "only never always still most best ones one ever already",
    "excuse": """flu cold sick ill illness infection scheduling schedule clash conflict booking lawyer doctor wedding strike filming
        commitment diary emergency court injury tired family health dental surgery suspend fever voice flight""",
    "format": """format rule question panel term condition edit editing interrupt interruption cut live minute script audit fair biased
        bias circus ambush trap gotcha moderator""",
    "why": "why reason point idea explain explanation logic thinking because",
    "goes": "go come meet reach find talk speak stand sit walk",
    "shows": "show prove introduce explain sell plug promote launch help boost redeem build",
    "money": "pay price money cost sell buy ad sponsor sponsorship contract deal fee cheap rich",
    "trust": "trust believe honest honestly listen understand care human real person",
    "condition": "unless since provided lest",
}
CLASSES: dict[str, tuple[str, ...]] = {}
for _name, _words in _CLASSES.items():
    for _word in _words.split():
        CLASSES[_word] = (*CLASSES.get(_word, ()), f"word {_name}")
PERSONS = {
    "they": "they", "them": "they", "their": "they", "we": "we", "our": "we", "us": "we", "i": "i", "me": "i", "my": "i", "you": "you",
    "your": "you", "he": "he", "she": "he", "him": "he", "her": "he", "his": "he", "it": "it", "this": "it", "that": "it",
}  # fmt: skip
FORMS = {"VBD": "past", "VBZ": "present", "VBP": "present"}
MODALS = {"will": "will", "'ll": "will", "’ll": "will", "would": "would", "'d": "would", "’d": "would", "can": "can", "could": "can"}
NOTED = frozenset("because so but than instead where who if unless here everyone people".split())
OPENERS = frozenset("because so to that they we i it he she if you the my our there".split())
NEGATIVE = frozenset(("no", "never", "nothing", "nobody", "none", "not", "n't", "n’t"))
LENGTHS = (4, 8, 15, 28)
WHERE = re.compile(r"\bwhere (?:the|my|our|her|his|their|all)?\b[^.]{0,30}\b(?:are|is|live|go|were)\b")


def words(reading: Reading, tokens: Iterable[Token]) -> set[str]:
    """The cues of the single words of a stretch."""
    out: set[str] = set()
    n = 0
    for t in tokens:
        if t.is_space:
            continue
        n += 1
        lower, lemma, tag = t.lower_, t.lemma_.lower(), t.tag_
        if (person := PERSONS.get(lower)) is not None:
            out.add(f"person {person}")
        out.update(CLASSES.get(lemma, CLASSES.get(lower, ())))
        if lemma in PEOPLE:
            out.add("people")
        thing = reading.at(t)
        if thing is not None:
            if thing.type in MEDIA_TYPES:
                out.add("media named")
            elif thing.type in ("Audience", "Topic"):
                out.add(thing.type.lower())
            elif thing.type == "Person" and (mention := reading.mention_at(t)) is not None and mention.kind == NAME:
                out.add("person named")
        if lemma in MEDIA_NOUNS:
            out.add("media")
        if lower in NEGATIVE:
            out.add("negative")
        if tag in FORMS:
            out.add(FORMS[tag])
        elif tag == "MD":
            out.add(f"modal {MODALS.get(lower, 'other')}")
        if t.like_num or lower in ("percent", "%"):
            out.add("number")
        if lower in NOTED or lower == "?":
            out.add(f"word {lower}")
        if lemma in REACHES_ALONE:
            out.add("reaches")
        elif lemma in COURTS:
            out.add("courts")
        elif lemma in PRESENTS:
            out.add("presents")
        if lemma in NOT_AIMS:
            out.add("no aim")
    out.add(f"length {sum(n >= limit for limit in LENGTHS)}")
    return out


def wording(text: str, cue: str) -> set[str]:
    """The cues of what is said, `text`, and of the `cue` by which it is."""
    out: set[str] = set()
    if set(re.findall(r"\w+", cue.lower())) & EXPLAINS:
        out.add("explained")
    if REFUSES.search(text):
        out.add("refuses")
    if CONTRAST.search(text):
        out.add("contrast")
    if any(pattern.search(text) for pattern in POINTS):
        out.add("points")
    if PUBLIC_WORDS.search(text):
        out.add("public")
    if WHERE.search(text):
        out.add("where they are")
    first = re.match(r"\w+", text.lstrip("“\"‘'[ "))
    if first is not None and first[0].lower() in OPENERS:
        out.add(f"opens {first[0].lower()}")
    return out
