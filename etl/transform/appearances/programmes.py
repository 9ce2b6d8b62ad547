"""What the article says of shows and hosts at large: who hosts which show, where it goes out, what kind it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.transform.appearances import cues
from etl.transform.appearances.masking import L, P, S, masked, things_in
from etl.transform.appearances.programme_patterns import (
    AIRS,
    AND_ON,
    HOSTED,
    HOSTED_BEFORE,
    KIND_NOUN,
    OF_OUTLET,
    OWNED,
    OWNER,
    ROLE,
    THE_SHOW,
    WEB_SHOW,
)
from etl.transform.reading import DESCRIPTION, NAME, Mention, Reading, Thing

SHOW = re.compile(S)
TITLE_NAMES = re.compile(r"\bwith (?P<with>.+)$|^(?P<owner>[\w-]+)[’']s? ")

# A title that bears the full name of its host: "The Ada Lowe Show", "Late Enough with Ada Lowe", "Ada Lowe Live!".
_FULL = r"([A-Z][\w’'-]+ (?:[A-Z]\. )?(?!Show|Live|Tonight|Hour|Experience|Breakfast|Morning|Evening|Late|Big|Today)[A-Z][\w’'-]+)"
TITLE_HOST = re.compile(
    rf"^The {_FULL} (?:Show|Experience|Hour|Podcast|Programme|Program|Report|Interview)$|\b[Ww]ith {_FULL}$|^{_FULL} (?:Live|Tonight)\b!?(?: Live!?)?$"
)
LEXICON_ROLES = {"podcaster": "podcast", "streamer": "livestream", "broadcaster": "", "YouTuber": ""}
CARRIED_OVER = 2  # sentences in which "its host" is that of the show last named
LEXICON_KINDS = {
    "podcast": "podcast", "radio": "broadcast", "tv": "broadcast", "television": "broadcast", "talk": "broadcast", "news": "broadcast", "late-night": "broadcast",
    "stream": "livestream", "livestream": "livestream", "channel": "livestream", "youtube": "interview", "web": "interview",
}  # fmt: skip


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
    age = 0
    for sent in reading.sentences:
        base = sent.start_char
        text = masked(reading, base, sent.end_char)
        named = SHOW.search(text) is not None
        if last_show is not None and not named and (m := THE_SHOW.match(text)):
            _platforms(reading, text, base, out, last_show, m.end())
        _of_sentence(reading, text, base, out, named)
        for found in SHOW.finditer(text):
            last_show, age = reading.at(reading.token(base + found.start())), 0
        if last_show is not None and age < CARRIED_OVER:
            _hosts_before(reading, text, base, out, last_show)
        age += 1
    for show in reading.named("Show"):
        _from_lexicon(reading, show, out)
        _from_name(reading, show, out)
        kind = _kind(reading, show, out) or _medium(reading)
        if kind:
            out.kinds.setdefault(show, kind)
        for host in out.hosts.get(show, ()):
            out.presenters.setdefault(host, out.kinds.get(show, ""))
    for group in reading.named("Organization"):
        if group.entry is not None and group.entry.kind == "creator group":
            out.presenters.setdefault(group, "")
    for person in reading.named("Person"):
        if person.entry is not None and (roles := set(person.entry.values("roles")) & LEXICON_ROLES.keys()):
            out.presenters.setdefault(person, LEXICON_ROLES[min(roles)])
    return out


def _platforms(reading: Reading, text: str, base: int, out: Programmes, show: Thing, at: int) -> None:
    probe = "\ue004" + text[at:]
    if m := AIRS.match(probe):
        _add_platforms(reading, text, base, out, show, m.start("where") - 1 + at, m.end("where") - 1 + at)


def _add_platforms(reading: Reading, text: str, base: int, out: Programmes, show: Thing, start: int, end: int) -> None:
    _add(out.platforms, show, things_in(reading, text, base, start, end, L))
    while m := AND_ON.match(text, end):
        _add(out.platforms, show, things_in(reading, text, base, *m.span("where"), L))
        end = m.end()


def _hosts_before(reading: Reading, text: str, base: int, out: Programmes, show: Thing) -> None:
    if show.type != "Show" or out.hosts.get(show):
        return
    for pattern in HOSTED_BEFORE:
        for m in pattern.finditer(text):
            who = [t for t in things_in(reading, text, base, *m.span("who"), P) if t.type == "Person"]
            if who and not any(t is h for t in who for hosts in out.hosts.values() for h in hosts):
                _add(out.hosts, show, who)
                return


def _of_sentence(reading: Reading, text: str, base: int, out: Programmes, named: bool) -> None:
    def thing(at: int) -> Thing | None:
        return reading.at(reading.token(base + at))

    for pattern in HOSTED if named else ():
        for m in pattern.finditer(text):
            show = thing(m.start("show"))
            made = bool(m.groupdict().get("maker"))  # "the series from First We Feast": a company makes, but does not host
            who = [
                t
                for t in things_in(reading, text, base, *m.span("who"), P)
                if t.type == "Person" or (t.type == "Organization" and not made)
            ]
            if show is not None and who:
                _add(out.hosts, show, who)
    for m in AIRS.finditer(text) if named else ():
        show = thing(m.start("show"))
        if show is not None:
            _add_platforms(reading, text, base, out, show, *m.span("where"))
    for pattern in OF_OUTLET if named else ():
        for m in pattern.finditer(text):
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
    title = TITLE_NAMES.search(show.name)
    called = set(re.split(r"[^\w’'-]+", title["with"] or title["owner"])) if title else set()
    for person in reading.named("Person"):
        if (
            person.name in show.name
            or (len(person.surname) > 3 and person.surname in words and person.name.split()[0] in words)
            or (called and {person.name.split()[0], person.surname} & called)
        ):
            _add(out.hosts, show, [person])
    if not out.hosts.get(show) and (named := TITLE_HOST.search(show.name)):
        name = next(g for g in named.groups() if g)
        mention = next((m for m in show.mentions if m.kind == NAME and name in reading.text[m.start : m.end]), None)
        if mention is not None:
            start = mention.start + reading.text[mention.start : mention.end].index(name)
            host = Thing("Person", name, mentions=[Mention(start, start + len(name), NAME, name)])
            reading.things.append(host)  # known only from the title, which keeps its words
            _add(out.hosts, show, [host])


def _kind(reading: Reading, show: Thing, out: Programmes) -> str:
    if any(WEB_SHOW.search(reading.text, max(0, m.start - 50), min(len(reading.text), m.end + 60)) for m in show.mentions):
        return "interview"
    if show.entry is not None and show.entry.kind:
        for word in re.split(r"[^\w]+", show.entry.kind.casefold()):
            if word in LEXICON_KINDS:
                return LEXICON_KINDS[word]
    described = (KIND_NOUN.search(m.text) for m in show.mentions if m.kind == DESCRIPTION)
    named = KIND_NOUN.search(show.name) or next((m for m in described if m), None)
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


def _medium(reading: Reading) -> str:
    """The medium that the article names most often; "" where it names none or two as often."""
    named = Counter(m.lastgroup or "" for m in KIND_NOUN.finditer(reading.text)).most_common(2)
    return named[0][0] if named and (len(named) == 1 or named[0][1] > named[1][1]) else ""


def is_broadcaster(reading: Reading, outlet: Thing) -> bool:
    """Whether `outlet` is heard or seen rather than read."""
    if outlet.type != "Outlet":
        return False
    if outlet.entry is not None and outlet.entry.kind:
        return bool(cues.BROADCASTER_KINDS & set(re.split(r"\W+", outlet.entry.kind.casefold())))
    if cues.BROADCASTER.search(outlet.name):
        return True
    return any(
        cues.BROADCASTER_BEFORE.search(reading.text, max(0, m.start - 20), m.start)
        or cues.BROADCASTER_AFTER.match(reading.text, m.end)
        or (m.kind == DESCRIPTION and cues.CALLED_BROADCASTER.search(m.text))
        for m in outlet.mentions
    )
