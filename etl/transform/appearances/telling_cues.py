"""The words and cues that loose tellings are weighed by: refusals, plans, verb classes, and what stands before a host's name."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.items import NOUN, STAGE, VENUE, key
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.parts import SUBJECT, Named, Part
from etl.transform.appearances.programmes import Programmes
from etl.transform.reading import Reading

# Who makes or follows something on a platform: says nothing about where somebody was heard.
OF_THE_PLATFORM = frozenset(
    "group collective duo trio star personality creator influencer celebrity brother troupe crew team user fan generation crowd".split()
)
AIR = frozenset("on in at for with to from during via over across into inside by aboard through opposite".split())
DECLINED = re.compile(
    r"\b(?:declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)|skipp?(?:s|ed|ing)|snubb?(?:s|ed|ing)|duck(?:s|ed|ing)|dodg(?:e[sd]?|ing)|shunn?(?:s|ed|ing)|pull(?:s|ed|ing) out|"
    r"back(?:s|ed|ing) out|bow(?:s|ed|ing) out|dropp?(?:s|ed|ing) out(?! (?:on [^.;,]{3,20} )?in an? [^.;,]{0,24}(?:video|post|statement|stream|interview))(?! of (?:the|this|that|a) (?:\w+ ){0,2}?(?:race|contest|campaign|election|running|school|college|university))|turn(?:s|ed|ing) (?:\w+ ){0,4}down|cancel(?:s|led|ed|ling|ing)?|call(?:s|ed|ing) off|scrapp?(?:s|ed|ing)|"
    r"withdrew|withdraw[ns]?|said no|say no|got no for an answer|boycott(?:s|ed|ing)?|stood up|stayed away|stay away|sat (?:it )?out|missed|no-show|"
    r"empty (?:chair|lectern|seat|podium)|sent (?:his|her|their) (?:regrets|apologies)|regrets|in (?:his|her|their) (?:place|stead)|rang in sick|called in sick|"
    r"(?:was|were|been) (?:dropped|axed|pulled|postponed)(?! by)|(?:got|met|received|ran into) an? (?:refusal|rebuff|no)|supposed to have|meant to have|pulled the plug|not attend|not appear|not take part|not (?:be )?com(?:e|ing)|won[’']t (?:be there|come|go|do it|appear|attend|take)|"
    r"balk(?:s|ed)|evad(?:e[sd]?|ing)|avoid(?:s|ed|ing)?|fell through|blew off|to no avail|thanks but no|gave it a miss|nor will|neither \w+ will)\b",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:down for|pencil+ed in|will|[’']ll|shall|is to|are to|is due|are due|due to|set to|is set|set for|scheduled|slated|booked|billed|expected|plans? to|planned|upcoming|forthcoming|tomorrow|"
    r"next (?:week|month|year|up|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|agreed to|has agreed|later this|going on (?=Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|tickets|"
    r"tapes|returns|goes on (?:the )?air)\b",
    re.I,
)
ANSWERED_WITHIN = 3  # sentences
TALKING = frozenset(
    "sit talk speak chat discuss spend give grant face interview converse stream record tape film grill question debate spar appear join".split()
)
ANSWERING = frozenset("accept agree attend confirm participate".split())
ABSENT = re.compile(r"\b(?:never|no longer|hardly|rarely|seldom|without|not|nobody|no one|none)\b|n[’']t\b", re.I)
BY_HOST = re.compile(
    r"\b(?:(?:interviewed|hosted|co-hosted|moderated|presented|quizzed|questioned|grilled|anchored|fronted|asked|pressed|chaired|received|welcomed|joined|challenged|emceed|led) by|"
    rf"{cues.HOST_ROLE}|questions? from|alongside (?:his|her|their) host)(?: (?!and\b|with\b|to\b)[\w’'.-]+){{0,7}}?,? ?$",
    re.I,
)
HOSTING = re.compile(
    r"\b(?:hosts?|hosted|hosting|presents?|presented by|moderat\w+|in the chair|chaired|asking|questions? from|quizzed by|interviewed by|anchored|fronted)\b",
    re.I,
)
ABOUT_SHOW = frozenset(
    """launch found start create buy sell own sponsor produce cancel air stream run average draw reach attract rank top win count boast begin publish distribute
    acquire license rename relaunch edit report reveal publish write accuse criticize criticise sue ban""".split()
)
ADDRESSING = frozenset("speak talk address chat converse lecture preach sing perform".split())
SPEAKING = ADDRESSING | frozenset("discuss debate testify keynote sermonize stream rap play".split())  # each makes a candidate by itself
WIDE = {
    **dict.fromkeys(cues.COMING, "coming"), **dict.fromkeys(cues.MEETING, "meeting"), **dict.fromkeys(cues.RECEIVING, "receiving"), **dict.fromkeys(cues.SAYING, "saying"),
    **dict.fromkeys("give grant hold headline deliver record tape film".split(), "holding"), **dict.fromkeys(cues.POSTING, "posting"),
    **dict.fromkeys("""surface land guest guest-star popup detour brave descend bound bounce stroll saunter march crop breeze wander arrive book pencil wind
        finish end kick follow turn squeeze grace enter walk drive ring dial video patch tune step wheel bowl trot troop head nip stay last lead""".split(), "arriving"),
    **dict.fromkeys("tell".split(), "telling"), **dict.fromkeys("be".split(), "being"),
    **dict.fromkeys("face meet debate fight confront square tussle spar clash quarrel argue grill moderate host chair anchor".split(), "facing"),
    **dict.fromkeys(ADDRESSING | frozenset("rally campaign stump joke quip".split()), "speaking"),
}  # fmt: skip
FIGURES = re.compile(r"\d[\d.,]*(?: ?(?:million|bn|mln|m\b)|,\d{3})|followers|subscribers|listeners|viewers|downloads")
TALKED_ON = re.compile(
    r"\b(?:about|discuss\w*|topics?|subjects?|talk(?:s|ed|ing)?|spoke|speaks?|speaking|chat(?:s|ted)?|interview(?:s|ed)?|touched on|dwelt on|ask(?:s|ed)|questions?)\b",
    re.I,
)
ON_A_STAGE = re.compile(
    r"\b(?:(?:speak|spoke|speaks|speaking|spoken|talk|talked|talks|address(?:ed|es)?|appear(?:s|ed)?|debut(?:ed|s)?|read|sang|perform\w*|stage|podium|lectern)\b"
    r"[^.;]{0,40}\b(?:at|in|before|to|in front of)\b|(?:keynote|on ?stage|took the stage|in conversation))",
    re.I,
)
CONTENT, FUNCTION = frozenset("NOUN VERB ADJ ADV".split()), frozenset("ADP PART AUX SCONJ DET PRON CCONJ".split())
GUEST_CUES = ("guest is subject", "guest in focus", "guest otherwise in part", "guest is object", "guest in sentence")


def note_cues(
    reading: Reading,
    known: Programmes,
    noted: set[str],
    frame: Frame,
    part: Part,
    anchor: Token,
    show: Named | None,
    outlets: list[Named],
    verb: Token | None,
    sent: Span,
) -> None:
    """Add to `noted` what the part says besides who takes part: its show, air, nouns, verb, modality and figures."""
    note = noted.add
    text = slots.told(reading, part.start, part.end)
    if show is not None:
        note("show")
        note(f"show {show.role if show.role == SUBJECT else show.prep if show.prep in AIR else 'otherwise'}")
    if outlets:
        note("outlet")
        note(f"outlet {outlets[0].role if outlets[0].role == SUBJECT else outlets[0].prep if outlets[0].prep in AIR else 'otherwise'}")
    for item in part.nouns:
        note(f"sort {item.sort}")
        if item.sort == NOUN:
            note("strong noun" if key(item.token) in cues.STRONG else "weak noun")
        if item.kind in cues.LIVE_KINDS:
            note(f"noun {item.kind}")
        if item.sort == VENUE and not any(c.startswith("host owns") for c in noted):
            note("bare venue")
    if verb is None:
        note("no verb")
    else:
        lemma = verb.lemma_.lower()
        note(f"verb {WIDE.get(lemma, 'about show' if lemma in ABOUT_SHOW else 'other')}")
        if lemma in ABOUT_SHOW:
            note("about show")
        if verb.tag_ in ("VBZ", "VBP"):
            note("present tense")
        said = status(verb)
        note(f"modality {said}")
        if refuses(verb):
            note("refusing verb")
        if hypothetical(verb):
            note("hypothetical")
    if DECLINED.search(text):
        note("declined words")
    if PLANNED.search(text):
        note("planned words")
    if ABSENT.search(text):
        note("negation")
    if cues.HABIT.search(text):
        note("habit")
    if cues.HYPOTHESIS.search(text):
        note("hypothesis")
    if FIGURES.search(text):
        note("figures")
    if len(frame.hosts) and len(frame.guests):
        note("both roles")
    if HOSTING.search(text):
        note("hosting words")
    if cues.MEDIUM.search(text):
        note("medium")
    if part.places:
        note("place")
    if len(part.people) > 3:
        note("many people")
    if reading.text[sent.start_char : sent.start_char + 1] in "*•-":
        note("list line")
    who = (
        "person in part"
        if any(p.thing.type == "Person" and not p.pronoun for p in part.people)
        else "pronoun in part"
        if part.people
        else "nobody in part"
    )
    note(who)
    anchored = "show" if show else "outlet" if outlets else "noun" if frame.nouns else "other"
    for cue in GUEST_CUES:
        if cue in noted:
            note(f"{cue}, {anchored}")
    note("anchor " + ("show" if show else "outlet" if outlets else "noun" if any(i.token is anchor and i.sort != STAGE for i in part.nouns)
         else "stage" if any(i.token is anchor for i in part.nouns) else "platform" if any(p.token is anchor for p in part.platforms) else "host" if any(p.token is anchor and known.hosts_anything(p.thing) for p in part.people)
         else "verb" if anchor.pos_ == "VERB" else "met"))  # fmt: skip
    if anchor.pos_ == "VERB":
        note(f"anchor verb {anchor.lemma_.lower()}")


def note_filled(reading: Reading, noted: set[str], frame: Frame, part: Part, anchor: Token, verb: Token | None) -> None:
    """Add to `noted` what only the filled candidate shows: its day, length and topic words, its verb, and whose subject the verb has."""
    note = noted.add
    if frame.date:
        note("day told" if len(frame.date) == 10 else "month or year told")
        if frame.vaguely_dated:
            note("day beside")
    if frame.minutes:
        note("length told")
    if frame.place is not None:
        note("place filled")
    text = slots.told(reading, part.start, part.end)
    if TALKED_ON.search(text):
        note("talked on")
    if ON_A_STAGE.search(text):
        note("on a stage")
    if any(q.start < part.end and part.start < q.end for q in reading.quotes_within(part.start, part.end)):
        note("quotes")
    if len(frame.guests) > 1:
        note("several guests")
    if frame.presumed:
        note("guest presumed")
    if verb is not None:
        subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            note("no subject")
        elif not reading.all_at(subject):
            note("unknown subject" if subject.pos_ in ("NOUN", "PROPN") else "empty subject")
            if frame.presumed:
                note("presumed beside unknown subject")
        if verb.dep_ in ("relcl", "acl", "advcl"):
            note("verb in clause below")
    sent = anchor.sent
    if reading.quote(sent.start_char) is not None:
        note("sentence begins quoted")


def note_words(reading: Reading, noted: set[str], part: Part, verb: Token | None) -> None:
    """Add to `noted` the words of the part that name nothing, and what the verb has with it."""
    for token in part.tokens:
        if token.pos_ in CONTENT and reading.at(token) is None:
            noted.add(f"says {token.lemma_.lower()}")
        elif token.pos_ in FUNCTION:
            noted.add(f"has {token.lower_}")
    if verb is not None:
        lemma = verb.lemma_.lower()
        for child in verb.children:
            if child.dep_ in ("prt", "prep"):
                noted.add(f"does {lemma} {child.lower_}")
            elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
                thing = reading.at(child)
                noted.add(f"{child.dep_} {child.lemma_.lower() if thing is None else thing.type}")
                noted.add(f"does {lemma} {child.dep_} {child.pos_ if thing is None else thing.type}")
