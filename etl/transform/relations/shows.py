"""Relations around a show: who hosts it, where it is published, who pays for it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import DESCRIPTION, NAME, Mention, Reading, Thing

SHOW_NOUNS = frozenset(
    "podcast show programme program series channel stream livestream newsletter broadcast talkshow vodcast webcast slot feed".split()
)
CHANNELS = ("Platform", "Outlet")
AIRING = frozenset(
    """air run stream broadcast publish release carry distribute host put go show screen syndicate post appear drop upload land debut
    premiere""".split()
)
HEARING = frozenset("hear watch find stream see download listen".split())
AVAILABLE = frozenset("available exclusive live home".split())
ON = ("on", "to", "via", "through", "by", "from", "across", "over")


def _shows_before(reading: Reading, token: Token) -> list[Thing]:
    """The show that an airing verb is about: its subject or object, or the show noun's name."""
    about = [*clauses.objects(token), *clauses.subjects(token)]
    return clauses.things(reading, [*about, *(o for t in about for o in clauses.complements(t, ("of",)))], ("Show",))


def _airing(reading: Reading) -> Iterator[RelationDraft]:
    for token in reading.with_word(AIRING, HEARING, AVAILABLE):
        lemma = token.lemma_.lower()
        verbal = token.pos_ in ("VERB", "AUX") and (lemma in AIRING or lemma in HEARING)
        if not verbal and not (token.lower_ in AVAILABLE and token.pos_ == "ADJ"):
            continue
        governor = token if verbal else token.head
        shows = _shows_before(reading, governor)
        channels = clauses.things(reading, clauses.complements(token, ON), CHANNELS)
        if lemma == "carry":
            channels += clauses.things(reading, clauses.subjects(token), CHANNELS)
        if clauses.is_negated(governor):
            continue
        for show in shows:
            for channel in channels:
                yield RelationDraft(show, "AIRS_ON", channel, "relations.shows.airing", [reading.sentence_span(token.idx)], confidence=0.8)


def _between(reading: Reading, left: Mention, right: Mention) -> str:
    return reading.text[left.end : right.start].strip(" ’'“”\"*_")


CARRIED = re.compile(
    r"\W*(?:which|that|and|is|was|has|been|now|also|who|it|episodes?|live|exclusively|still|can|be|\s|,)*"
    r"(?:goes|went|airs?|aired|airing|carried|shown|broadcast|streams?|streamed|streaming|available|heard|watched|seen|found|hosted|"
    r"runs|published|"
    r"released|screened|simulcast|distributed)\s+(?:out\s+|live\s+|exclusively\s+|weekly\s+|daily\s+)*(?:on|by|via|through|to)"
    r"(?:\s+(?:the|its|his|her|their))?(?:\s+[a-z-]+){0,3}"
)


SHOW_ON = re.compile(r"[\s,.“”\"’*]*(?:live )?(?:(?:\w+ ){0,2}(?:special|edition|episode|segment|programme|show) )?on (?:the )?")


def _airs(gap: str) -> bool:
    """Whether the words between a show and a channel say that the one is published on the other."""
    return len(gap) < 90 and CARRIED.fullmatch(gap) is not None


def _adjacent(reading: Reading) -> Iterator[RelationDraft]:
    """ "ABC's The View", "The View on ABC", "the BBC podcast Newscast", "Ann Lee's podcast, Night Shift", "Night Shift host Ann Lee"."""
    for sent in reading.sentences:
        mentions = reading.within(sent.start_char, sent.end_char, kinds=(NAME,))
        for (left, a), (right, b) in itertools.pairwise(mentions):
            gap = _between(reading, left, right)
            words = gap.lower().replace(",", " ").replace("“", " ").split()
            evidence = [reading.sentence_span(left.start)]
            raw = reading.text[left.end : right.start]
            possessive = raw.startswith(("’s", "'s", "’ ", "' "))
            if b.type == "Show" and right.kind == NAME:
                plain = [
                    w for w in words if w not in ("s", "new", "own", "weekly", "daily", "popular", "hit", "long-running", "flagship", "the")
                ]
                noun_only = all(w.strip("’'") in SHOW_NOUNS or w.endswith(("podcast", "show")) or w in ADJECTIVES for w in plain)
                if a.type == "Outlet" and noun_only and len(words) <= 3:
                    yield RelationDraft(b, "AIRS_ON", a, "relations.shows.outlets_show", evidence, confidence=0.8)
                elif a.type == "Platform" and noun_only and 0 < len(plain) <= 3:
                    yield RelationDraft(b, "AIRS_ON", a, "relations.shows.platform_show", evidence, confidence=0.7)
                elif a.type in ("Person", "Organization") and possessive and noun_only and len(words) <= 6:
                    yield RelationDraft(a, "HOSTS", b, "relations.shows.possessed", evidence, confidence=0.8)
            if a.type == "Show" and left.kind == NAME:
                if b.type in CHANNELS and _airs(gap):
                    yield RelationDraft(a, "AIRS_ON", b, "relations.shows.carried_on", evidence, confidence=0.75)
                if b.type in CHANNELS and SHOW_ON.fullmatch(raw):
                    yield RelationDraft(a, "AIRS_ON", b, "relations.shows.show_on", evidence, confidence=0.7)
                if (
                    b.type == "Person"
                    and right.kind == NAME
                    and words
                    and words[-1] in ("host", "co-host", "presenter", "anchor", "hosts", "co-hosts")
                    and len(words) <= 2
                ):
                    yield RelationDraft(b, "HOSTS", a, "relations.shows.show_host", evidence, confidence=0.85)
                # "Night Shift, Ann Lee's podcast", "Night Shift, the podcast in which Ann Lee"
                if b.type in ("Person", "Organization") and raw.startswith((",", "”,", ",”", "*,")) and len(words) <= 1:
                    tail = reading.text[right.end : right.end + 40].lower()
                    if tail.startswith(("’s ", "'s ", "’ ")) and any(n in tail.split()[1:5] for n in SHOW_NOUNS):
                        yield RelationDraft(b, "HOSTS", a, "relations.shows.show_of", evidence, confidence=0.8)


ADJECTIVES = frozenset(
    """political comedy sports video talk late-night morning breakfast business news culture music food true-crime football""".split()
)


def _nouns_of(reading: Reading, mention: Mention) -> Iterator[Token]:
    """The show nouns that stand for the show named at `mention`: "her podcast, X", "X, a series in which …"."""
    first, last = reading.token(mention.start), reading.token(mention.end - 1)
    doc = reading.doc
    for i in range(last.i + 1, min(last.i + 9, first.sent.end)):
        if doc[i].lemma_.lower() in SHOW_NOUNS:
            yield doc[i]
            break
        if doc[i].pos_ in ("VERB", "AUX", "ADP", "SCONJ") or (reading.at(doc[i]) is not None and reading.at(doc[i]).type == "Show"):  # type: ignore[union-attr]
            break
    for i in range(first.i - 1, max(first.i - 5, first.sent.start - 1), -1):
        if doc[i].lemma_.lower() in SHOW_NOUNS:
            yield doc[i]
            break
        if doc[i].lower_ not in (",", "“", '"', "‘", "'", "*", ":", "called", "titled", "named", "dubbed", "the", "-", "—", "–"):
            break


def introduce(reading: Reading) -> None:
    """Let the show nouns that introduce a named show stand for it, so that what is said of the noun is said of the show."""
    for show in list(reading.named("Show")):
        for mention in list(show.mentions):
            if mention.kind != NAME:
                continue
            for noun in _nouns_of(reading, mention):
                if reading.at(noun) is None:
                    reading.mention(show, noun.idx, noun.idx + len(noun), DESCRIPTION)


def refer(reading: Reading, hosting: Iterable[tuple[Thing, Thing]]) -> bool:
    """Let "Lee's podcast", "her show" stand for the one show that its possessor hosts; whether there was any.

    Args:
        hosting: who hosts which show, as far as it is known.
    """
    hosted: dict[int, list[Thing]] = {}
    for host, show in hosting:
        shows = hosted.setdefault(id(host), [])
        if all(s is not show for s in shows):
            shows.append(show)
    referred = False
    for noun in reading.with_lemma(SHOW_NOUNS):
        if noun.pos_ not in ("NOUN", "PROPN") or reading.at(noun) is not None or noun.tag_ == "NNS":
            continue
        owners = [t for p in clauses.possessors(noun) for t in reading.all_at(p)]
        shows = hosted.get(id(owners[0]), []) if owners else []
        other = any(c.lower_ in OTHERS for c in noun.lefts)
        if len(shows) == 1 and not other and any(m.start < noun.idx for m in shows[0].mentions):
            reading.mention(shows[0], noun.idx, noun.idx + len(noun), DESCRIPTION)
            referred = True
    return referred


# "her new show" is another than the one she is known for.
OTHERS = frozenset("new next other own old former second first another late-night tv radio television cooking".split())
HOST_LINKS = ("of", "by", "with", "from")
MAKING = frozenset("host present front record run make lead anchor film stream".split())


IN_WHICH = re.compile(r"[,.”\"’\s]*(?:in which|where|on which)\s")


def _in_which(reading: Reading) -> Iterator[RelationDraft]:
    """ "Night Shift, in which Ann Lee interviews nurses": what somebody always does on a show makes them its host."""
    for show in list(reading.named("Show")):
        for mention in show.mentions:
            link = IN_WHICH.match(reading.text, mention.end)
            if link is None:
                continue
            sent_end = reading.sentence(mention.start).end_char
            people = [(m, t) for m, t in reading.within(link.end(), sent_end, ("Person",), (NAME,)) if m.start - link.end() < 25]
            for m, t in people[:1]:
                verb = next((v for v in reading.tokens(m.end, sent_end) if v.pos_ in ("VERB", "AUX") and v.dep_ not in ("acl",)), None)
                if verb is not None and verb.tag_ in ("VBZ", "VBP"):
                    yield RelationDraft(t, "HOSTS", show, "relations.shows.where", [reading.sentence_span(mention.start)], confidence=0.75)


def _hosting(reading: Reading) -> Iterator[RelationDraft]:
    """ "a podcast that the sisters record", "the series in which X and Y disagree", "His stream, Night Vigil"."""
    for show in list(reading.named("Show")):
        for mention in list(show.mentions):
            if mention.kind != NAME:
                continue
            evidence = [reading.sentence_span(mention.start)]
            for noun in _nouns_of(reading, mention):
                for host in clauses.things(reading, clauses.possessors(noun), ("Person", "Organization")):
                    yield RelationDraft(host, "HOSTS", show, "relations.shows.whose", evidence, confidence=0.8)
                for host in clauses.things(reading, clauses.complements(noun, HOST_LINKS), ("Person",)):
                    yield RelationDraft(host, "HOSTS", show, "relations.shows.noun_of", evidence, confidence=0.65)
                for verb in noun.children:
                    if verb.dep_ in ("relcl", "acl") and verb.pos_ == "VERB":
                        doers = [
                            t for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ not in clauses.RELATIVE for t in clauses.conjuncts(c)
                        ]
                        if clauses.is_passive(verb) and verb.lemma_ in MAKING:
                            doers = clauses.subjects(verb)
                        elif verb.lemma_ not in MAKING and verb.tag_ not in ("VBZ", "VBP"):
                            continue  # what somebody did there once makes no host
                        for host in clauses.things(reading, doers, ("Person",)):
                            yield RelationDraft(host, "HOSTS", show, "relations.shows.in_which", evidence, confidence=0.7)
                for channel in clauses.things(reading, clauses.modifiers(noun), CHANNELS):
                    yield RelationDraft(show, "AIRS_ON", channel, "relations.shows.noun", evidence, confidence=0.7)
                for channel in clauses.things(reading, clauses.complements(noun, ("on", "from")), CHANNELS):
                    yield RelationDraft(show, "AIRS_ON", channel, "relations.shows.noun_on", evidence, confidence=0.7)


LISTED = re.compile(r"[\s,“”\"*]*(?:and|or|&|as well as|plus)?\s*(?:on|the|via|its|since \w+,?\s*)?\s*(?:[a-z-]+\s){0,3}")


def _listed(reading: Reading, drafts: list[RelationDraft]) -> Iterator[RelationDraft]:
    """The channels that follow one in a list: "on Spotify, Apple Podcasts *and YouTube*"."""
    for draft in drafts:
        if draft.predicate != "AIRS_ON":
            continue
        start, end = draft.evidence[0]
        mentions = reading.within(start, end, CHANNELS, (NAME,))
        at = next((i for i, (_, t) in enumerate(mentions) if t is draft.object), None)
        while at is not None and at + 1 < len(mentions):
            gap = reading.text[mentions[at][0].end : mentions[at + 1][0].start]
            if len(gap) > 40 or not LISTED.fullmatch(gap) or not ("and" in gap or "," in gap or "&" in gap):
                break
            yield RelationDraft(draft.subject, "AIRS_ON", mentions[at + 1][1], "relations.shows.listed", draft.evidence, confidence=0.7)
            at += 1


def find(reading: Reading) -> list[RelationDraft]:
    """Who hosts which show, and where it is published."""
    drafts = [*_airing(reading), *_adjacent(reading), *_hosting(reading), *_in_which(reading)]
    return [*drafts, *_listed(reading, drafts)]
