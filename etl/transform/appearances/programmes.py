"""What the article says of shows and hosts at large: who hosts which show, where it goes out, what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.transform.appearances import cues
from etl.transform.appearances.masking import LISTED, QUOTE, WORDS, L, P, S, masked, people, things_in
from etl.transform.reading import Reading, Thing

MEDIA = r"(?:podcast|pod|show|programme|program|stream|live-?stream|channel|series|broadcast|vodcast|YouTube channel|talk show|phone-in)"
WHO = people()
# Each pattern has the groups `show` and `who`.
HOSTED = tuple(
    re.compile(p)
    for p in (
        rf"(?P<who>{P})[’']s? {WORDS}{QUOTE}(?P<show>{S})",
        rf"(?P<show>{S}){QUOTE},? ?(?:\()?(?P<who>{P})[’']s? {WORDS}{MEDIA}\b",
        rf"(?P<show>{S})[,“”\"‘’*_]{{0,4}} (?:(?:is|was) )?(?:[\w’'-]++ ){{0,8}}?{MEDIA},? "
        rf"(?:(?:co-?)?(?:hosted|presented|fronted|anchored|made|run|helmed|recorded)(?: and \w+)? by|of|by|from|in which|on which|that|which|where|with) (?:[\w’'-]++ ){{0,4}}?(?P<who>{WHO})",
        rf"(?P<show>{S}){QUOTE},? (?:which )?(?:(?:is|was) )?(?:\w+ly )?(?:co-?)?(?:hosted|presented|fronted|anchored|helmed) by (?:[\w’'-]++ ){{0,4}}?(?P<who>{WHO})",
        rf"(?P<who>{WHO}),? \(?(?:[\w’'-]++ ){{0,6}}?(?:co-?)?(?:host|presenter|anchor|voice|face|creator|star)s? of (?:[\w’'-]++ ){{0,4}}?{QUOTE}(?P<show>{S})",
        rf"(?P<who>{WHO}),?(?: who)? (?:co-?)?(?:hosts?|presents?|anchors?|fronts?|helms?|runs|hosted|presented) (?:[\w’'-]++ ){{0,5}}?{QUOTE}(?P<show>{S})",
        rf"(?P<show>{S}){QUOTE}(?:[’']s?)? (?:co-?)?(?:host|presenter|anchor)s?,? (?P<who>{WHO})",
        rf"(?P<show>{S}){QUOTE} with (?P<who>{WHO})",
        rf"(?:co-?)?(?:host|presenter|anchor)s? (?P<who>{WHO}) of {QUOTE}(?P<show>{S})",
    )
)
AIRS = re.compile(
    rf"(?P<show>{S})[^.;]{{0,70}}?\b(?:goes out|go out|airs?|aired|streams?|streamed|carried|broadcast|simulcast|heard|seen|watched|found|available|runs|published|shown"
    rf"|distributed|exclusive|exclusively|syndicated|live)(?: (?!on\b|by\b|via\b|to\b)[\w’':.-]++){{0,5}} (?:on|by|via|over|through|to)(?: [\w’'-]++){{0,4}}? {QUOTE}"
    rf"(?P<where>{L}{LISTED % L})"
)
OF_OUTLET = re.compile(rf"(?P<where>{L})(?:[’']s?)? {WORDS}{QUOTE}(?P<show>{S})")
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
    r"^(?:It|The (?:podcast|show|series|programme|program|stream))\b(?=.{0,60}\b(?:goes out|airs|heard|available|streams|broadcast|carried|watched))"
)
LEXICON_KINDS = {
    "podcast": "podcast", "radio": "broadcast", "tv": "broadcast", "television": "broadcast", "talk": "broadcast", "news": "broadcast", "late-night": "broadcast",
    "stream": "livestream", "livestream": "livestream", "channel": "livestream", "youtube": "interview", "web": "interview",
}  # fmt: skip
KIND_NOUN = re.compile(
    r"\b(?:(?P<podcast>podcast|vodcast)|(?P<livestream>live-?stream|stream|streamer|small-hours show)"
    r"|(?P<broadcast>radio|television|TV|breakfast|programme|program|talk show|chat show|late-night|morning show|news show|evening news|phone-in))\b"
)


@dataclass(slots=True)
class Programmes:
    """Standing facts of the article: hosts, platforms and kind of each show, and who hosts anything at all."""

    hosts: dict[Thing, list[Thing]] = field(default_factory=dict)
    platforms: dict[Thing, list[Thing]] = field(default_factory=dict)
    kinds: dict[Thing, str] = field(default_factory=dict)
    presenters: dict[Thing, str] = field(default_factory=dict)
    owners: dict[Thing, list[Thing]] = field(default_factory=dict)  # of platforms

    def shows_of(self, person: Thing) -> list[Thing]:
        """The shows of the article that `person` hosts."""
        return [s for s, who in self.hosts.items() if any(w is person for w in who)]

    def hosts_anything(self, thing: Thing) -> bool:
        """Whether the article or the lexicon knows `thing` as a host, presenter, podcaster or streamer."""
        return thing in self.presenters


def _add(table: dict[Thing, list[Thing]], key: Thing, values: Iterable[Thing]) -> None:
    known = table.setdefault(key, [])
    known += [v for v in values if all(v is not k for k in known)]


def programmes(reading: Reading) -> Programmes:
    """What the article and the lexicon say of the shows and hosts that the article names."""
    out = Programmes()
    last_show: Thing | None = None
    for sent in reading.sentences:
        base = sent.start_char
        text = masked(reading, base, sent.end_char)
        if last_show is not None and (m := THE_SHOW.match(text)) and not re.search(S, text):
            _platforms(reading, text, base, out, last_show, m.end())
        _of_sentence(reading, text, base, out)
        for found in re.finditer(S, text):
            last_show = reading.at(reading.token(base + found.start()))
    for show in reading.named("Show"):
        _from_lexicon(reading, show, out)
        _from_name(reading, show, out)
        kind = _kind(reading, show, out)
        if kind:
            out.kinds.setdefault(show, kind)
        for host in out.hosts.get(show, ()):
            out.presenters.setdefault(host, out.kinds.get(show, ""))
    return out


def _platforms(reading: Reading, text: str, base: int, out: Programmes, show: Thing, at: int) -> None:
    probe = "\ue004" + text[at:]
    m = AIRS.match(probe)
    if m:
        _add(out.platforms, show, things_in(reading, text, base, m.start("where") - 1 + at, m.end("where") - 1 + at, L))


def _of_sentence(reading: Reading, text: str, base: int, out: Programmes) -> None:
    def thing(at: int) -> Thing | None:
        return reading.at(reading.token(base + at))

    for pattern in HOSTED:
        for m in pattern.finditer(text):
            show = thing(m.start("show"))
            who = [t for t in things_in(reading, text, base, *m.span("who"), P) if t.type in ("Person", "Organization")]
            if show is not None and who:
                _add(out.hosts, show, who)
    for m in AIRS.finditer(text):
        show = thing(m.start("show"))
        if show is not None:
            _add(out.platforms, show, things_in(reading, text, base, *m.span("where"), L))
    for m in OF_OUTLET.finditer(text):
        show, where = thing(m.start("show")), thing(m.start("where"))
        if show is not None and where is not None:
            _add(out.platforms, show, [where])
    for m in OWNER.finditer(text):
        owner = thing(m.start("who"))
        if owner is not None and owner.type == "Person":
            out.presenters.setdefault(owner, cues.VENUES.get(m["what"].replace("live-", "live"), "broadcast"))
    for pattern in OWNED:
        for m in pattern.finditer(text):
            platform, owner = thing(m.start("what")), thing(m.start("who"))
            if platform is not None and owner is not None and platform.type == "Platform":
                _add(out.owners, platform, [owner])
    for m in ROLE.finditer(text):
        group = "who" if m["who"] else "who2"
        for t in things_in(reading, text, base, *m.span(group), P):
            medium = cues.MEDIUM.search(m[0])
            out.presenters.setdefault(t, medium.lastgroup or "" if medium else "")


def _from_lexicon(reading: Reading, show: Thing, out: Programmes) -> None:
    if show.entry is None:
        return
    names = {n.casefold() for n in show.entry.values("hosts")}
    _add(out.hosts, show, (t for t in reading.named("Person", "Organization") if t.name.casefold() in names))


def _from_name(reading: Reading, show: Thing, out: Programmes) -> None:
    words = show.name.split()
    for person in reading.named("Person"):
        if person.name in show.name or (len(person.surname) > 3 and person.surname in words and person.name.split()[0] in words):
            _add(out.hosts, show, [person])


WEB_SHOW = re.compile(
    r"\b(?:YouTube|web|online|internet|digital)(?: \w+){0,2}? (?:show|series|programme|program|talk show|interview|chat show)\b", re.I
)


def _kind(reading: Reading, show: Thing, out: Programmes) -> str:
    if any(WEB_SHOW.search(reading.text, max(0, m.start - 50), min(len(reading.text), m.end + 60)) for m in show.mentions):
        return "interview"
    if show.entry is not None and show.entry.kind:
        for word in re.split(r"[^\w]+", show.entry.kind.casefold()):
            if word in LEXICON_KINDS:
                return LEXICON_KINDS[word]
    named = KIND_NOUN.search(show.name)
    if named:
        return named.lastgroup or ""
    best: tuple[int, str] = (1 << 30, "")
    for mention in show.mentions:
        start, end = reading.sentence_span(mention.start)
        for m in KIND_NOUN.finditer(reading.text, max(start, mention.start - 40), min(end, mention.end + 60)):
            distance = m.start() - mention.end if m.start() >= mention.end else mention.start - m.end()
            best = min(best, (distance, m.lastgroup or ""))
    if best[1]:
        return best[1]
    if any(is_broadcaster(reading, p) for p in out.platforms.get(show, ())):
        return "broadcast"
    if any(p.name.split()[0] in cues.STREAMING for p in out.platforms.get(show, ())):
        return "livestream"
    return ""


def is_broadcaster(reading: Reading, outlet: Thing) -> bool:
    """Whether `outlet` is heard or seen rather than read."""
    if outlet.type != "Outlet":
        return False
    if outlet.entry is not None and outlet.entry.kind:
        return bool(cues.BROADCASTER_KINDS & set(re.split(r"\W+", outlet.entry.kind.casefold())))
    if cues.BROADCASTER.search(outlet.name):
        return True
    return any(cues.BROADCASTER_BEFORE.search(reading.text, max(0, m.start - 20), m.start) for m in outlet.mentions)
