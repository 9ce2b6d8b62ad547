"""What speaks for and against a described group being somebody's aim or public, and who that somebody may be: cues for `group_choice.py`.

A cue is a short sentence that holds or does not: "before: for", "governed by reach", "a public before".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.aims import COMMENTATORS
from etl.transform.drafts import AppearanceDraft
from etl.transform.people_nouns import PEOPLE
from etl.transform.reading import NAME, PRONOUN, Mention, Reading, Thing
from etl.transform.relations.group_hearing import GroupHearing, Heard
from etl.transform.relations.group_wordings import wordings
from etl.transform.relations.group_words import MORE_PEOPLE
from etl.transform.relations.groups import Group, is_bare
from etl.transform.saying import SAYING

ACTORS = ("Person", "Organization", "Show", "Platform", "Outlet")
PUBLIC = frozenset(
    """audience base listener viewer reader fan follower subscriber user public listenership viewership readership following crowd
    demographic fanbase regular customer spectator community""".split()
)
FOLLOWING = frozenset("watch follow hear read listen love adore consume download stream tune subscribe see use".split())
REACHING = frozenset(
    """target court woo reach attract engage mobilise mobilize persuade entice lure charm win appeal aim pitch speak talk cater connect tap
    gear direct address convince recruit hook bring draw fish find get keep reassure impress show introduce meet chase meant intend
    design""".split()
)
WANTING = frozenset("want need miss lose seek hope like prefer wish after chase".split())
SHARES = frozenset(
    """most half third thirds quarter quarters fifth fifths majority bulk per percent % many mostly mainly largely chiefly overwhelmingly
    predominantly primarily in ten four five three skew""".split()
)
AIMS = frozenset("aim goal point idea target purpose object hope plan reason".split())
MEDIA = frozenset(
    "podcast show programme program series channel stream video episode newsletter interview broadcast film clip account app".split()
)
WORDS = 8  # words before and behind that are looked at
CLIMB = 6
BACK = 1600  # characters back in which those are named who may be meant
HEADING = 120
WATCHING = re.compile(
    r"(?:\b[Ww]ho(?:['’]s| is| are| do| does)? [^?\n]{0,40}\?|\b[Ww]hodunnit[^\n]{0,20}|\b[Tt]he (?:audience|listeners|viewers|readers|public|regulars|fans|"
    r"numbers|crowd)\b[^\n]{0,12})\W*$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A group with the cues about it, what the network hears, and those whose aim or public it may be, each with the cues about them."""

    group: Group
    cues: tuple[str, ...]
    heard: Heard | None
    options: tuple[tuple[Thing, tuple[str, ...]], ...]


def _word(token: Token) -> str:
    return "NUMBER" if token.like_num else token.lemma_.lower() if token.pos_ != "PROPN" else "NAME"


def governors(head: Token) -> list[Token]:
    """The words that govern `head`, from the nearest outwards, past what it is listed with."""
    out: list[Token] = []
    token = head
    for _ in range(CLIMB):
        if token.head.i == token.i:
            break
        if token.dep_ not in ("conj", "appos", "compound", "amod"):
            out.append(token.head)
        token = token.head
    return out


class Scene:
    """An article with what the cues ask of it time and again."""

    def __init__(self, reading: Reading, occasions: Sequence[AppearanceDraft], principals: Mapping[int, Thing]) -> None:
        self.reading = reading
        self.principals = principals
        spoken = [(m.start, m, t) for t in reading.things if t.type in ACTORS for m in t.mentions]
        self.mentions: list[tuple[int, Mention, Thing]] = sorted(spoken, key=lambda x: (x[0], x[1].end))
        self._starts = [m[0] for m in self.mentions]
        self.guests = {id(g) for o in occasions for g in o.guests}
        self.hosts = {id(h) for o in occasions for h in o.hosts}
        self.shows = {id(o.show) for o in occasions if o.show is not None}
        self.most: dict[str, Thing] = {}
        for type_ in ACTORS:
            named = [t for t in reading.named(type_) if t.name != reading.article.outlet and t.mentions]
            if named:
                self.most[type_] = max(named, key=lambda t: (len(t.mentions), -t.mentions[0].start))

        self.most_of_all = max(self.most.values(), key=lambda t: len(t.mentions), default=None)

    def between(self, start: int, end: int) -> list[tuple[int, Mention, Thing]]:
        """The mentions that begin within `start:end`, in order."""
        return self.mentions[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]


def about(reading: Reading, group: Group, before: Group | None) -> list[str]:
    """The cues about the group: its words, its place in the sentence, what governs it."""
    head, words = group.head, reading.words
    sent = head.sent
    first = reading.token(group.start).i
    last = reading.token(group.end - 1).i
    lemma = head.lemma_.lower()
    out = [f"kind {group.kind}", f"head {lemma}"]
    if lemma in PEOPLE or lemma in MORE_PEOPLE:
        out.append("a noun of people")
    if group.told:
        out.append("told by a clause" if WHO_BEHIND.search(reading.text, group.start, group.end) else "told by a phrase")
    if first < head.i:
        out.append("modified")
    if lemma in PUBLIC:
        described = any(w.pos_ in ("ADJ", "NOUN", "PROPN") and not w.like_num for w in words[first : head.i])
        out.append("itself a public, described" if described else "itself a public")
    if is_bare(group):
        out.append("bare")
    left = [w for w in words[max(sent.start, first - WORDS) : first] if not w.is_space and not w.is_quote]
    right = [w for w in words[last + 1 : min(sent.end, last + 1 + WORDS)] if not w.is_space and not w.is_quote]
    if not left:
        out.append("begins the sentence")
    for n, w in enumerate(reversed(left[-3:]), 1):
        out.append(f"{n} before: {_word(w)}")
    if len(left) > 1:
        out.append(f"before: {_word(left[-2])} {_word(left[-1])}")
    out += [f"near before: {w}" for w in dict.fromkeys(_word(w) for w in left)]
    if right:
        out.append(f"behind: {_word(right[0])}")
        out += [f"near behind: {w}" for w in dict.fromkeys(_word(w) for w in right[:5])]
    else:
        out.append("ends the sentence")
    out.append(f"as {head.dep_}")
    out += [f"wording: {name}" for name in wordings(reading.text, sent.start_char, group.start, group.end)]
    chain = governors(head)
    for n, g in enumerate(chain[:4]):
        g_lemma = g.lemma_.lower()
        if n < 2:
            out.append(f"{n} governed by {g_lemma}")
        if g.pos_ in ("VERB", "AUX"):
            out += [f"under a verb of {name}" for name, table in TABLES if g_lemma in table]
            if clauses.is_negated(g):
                out.append("under a denial")
    if len(chain) > 1:
        out.append(f"governed by {chain[1].lemma_.lower()} {chain[0].lemma_.lower()}")
    sentence = set(reading.lemmas[sent.start : first])
    behind = set(reading.lemmas[last + 1 : sent.end])
    for name, table in TABLES:
        if sentence & table:
            out.append(f"{name} before")
        if behind & table:
            out.append(f"{name} behind")
    if any(w.lower_ in ("not", "no", "never", "n’t", "n't", "nobody", "without") for w in left[-4:]):
        out.append("denied")
    if any(c.tag_ in ("PRP$", "POS") or c.dep_ == "poss" for c in head.lefts):
        out.append("somebody's")
    if any(c.dep_ == "det" for c in head.lefts):
        out.append("with article")
    quote = reading.quote(group.start)
    speaker = reading.speaker(group.start)
    out.append("quoted" if quote is not None else "reported" if speaker is not None else "told by the writer")
    if quote is not None and any(w.lower_ in ("we", "our", "i", "my", "us") for w in reading.tokens(quote.inner_start, quote.inner_end)):
        out.append("in words of ours")
    if before is not None and group.start - before.end < 12:
        out.append("listed behind another")
    if (line := _heading(reading, group.start)) and WATCHING.search(line):
        out.append("under a question who")
    elif sent.start and WATCHING.search(reading.text[max(0, sent.start_char - 80) : sent.start_char]):
        out.append("after a question who")
    return out


WHO_BEHIND = re.compile(r" (?:who|whose|whom|that) ")
TABLES = (
    ("a public", PUBLIC), ("following", FOLLOWING), ("reaching", REACHING), ("wanting", WANTING), ("a share", SHARES), ("an aim", AIMS),
    ("media", MEDIA), ("saying", SAYING),
)  # fmt: skip


def _heading(reading: Reading, place: int) -> str:
    """The heading of the paragraph at `place`, or its bold beginning; empty where it has none."""
    begin = reading.text.rfind("\n", 0, place) + 1
    lines = reading.text[max(0, begin - HEADING - 2) : max(begin - 1, 0)].rstrip()
    above = lines.rpartition("\n")[2]
    return above if len(above) < HEADING and (above.startswith(("*", "#")) or above.endswith(("?", "?**"))) else ""


def options(scene: Scene, group: Group) -> list[tuple[Thing, list[str]]]:
    """Whose aim or public the group may be, with the cues about each."""
    reading = scene.reading
    sent = group.head.sent
    begin = reading.text.rfind("\n", 0, group.start) + 1
    near = scene.between(max(0, group.start - BACK), sent.end_char)
    last: dict[int, tuple[int, Mention]] = {}
    things: dict[int, Thing] = {}
    for start, mention, thing in near:
        if group.start <= start < group.end and mention.kind == NAME and start > group.start + 40:
            continue
        things[id(thing)] = thing
        if start < group.start or id(thing) not in last:
            last[id(thing)] = start, mention
    for most in scene.most.values():
        things.setdefault(id(most), most)
    told = _grammatical(scene, group)
    for found in told.values():
        for thing in found:
            if thing.type in ACTORS:
                things.setdefault(id(thing), thing)
    order = sorted(last, key=lambda i: -last[i][0])
    before = [i for i in order if last[i][0] < group.start]
    out: list[tuple[Thing, list[str]]] = []
    in_sentence = [i for i in before if last[i][0] >= sent.start_char]
    headed = _heading(reading, group.start)
    opening = next((id(t) for start, _, t in near if start >= begin), None)
    quote = reading.quote(group.start)
    voice = ""
    if quote is not None:
        words = {w.lower_ for w in reading.tokens(quote.inner_start, quote.inner_end)}
        voice = "we" if words & {"we", "our", "us"} else "I" if words & {"i", "my", "me"} else "neither"
    for key, thing in things.items():
        cues = [thing.type]
        if key in last:
            start, mention = last[key]
            if start >= group.end:
                cues.append("behind in the sentence")
            elif start >= sent.start_char:
                cues.append("in the sentence")
            elif start >= begin:
                cues.append("in the sentence before" if reading.text.count(". ", start, sent.start_char) < 2 else "in the paragraph")
            else:
                cues.append("in an earlier paragraph")
            cues.append(f"last a {mention.kind}")
            if mention.kind == PRONOUN:
                cues.append(f"last as {mention.text.lower()}")
            if reading.quote(start) is not None:
                cues.append("last quoted")
        else:
            cues.append("far")
        rank = before.index(key) if key in before else 9
        cues.append(f"rank {min(rank, 5)}")
        alike = [i for i in before if things[i].type == thing.type]
        cues.append(f"{thing.type} rank {min(alike.index(key), 3)}" if key in alike else f"{thing.type} not before")
        if in_sentence and in_sentence[-1] == key:
            cues.append("first in the sentence")
        if scene.most.get(thing.type) is thing:
            cues.append(f"most spoken of {thing.type}")
        cues.append(f"{thing.type} {cues[1]}")
        cues.append(f"{min(len(thing.mentions), 6)} mentions")
        if thing is scene.most_of_all:
            cues += ["most spoken of", f"most spoken of of all {thing.type}"]
        if key == opening:
            cues += ["first in the paragraph", f"first in the paragraph {thing.type}"]
        if any(set(role.casefold().replace("-", " ").split()) & COMMENTATORS for role in thing.roles):
            cues.append("speaks of others")
        for name, found in told.items():
            if any(thing is t for t in found):
                cues += [name, f"{name} {thing.type}"]
                if voice and "speak" in name:
                    cues.append(f"{name}, who says {voice}")
        for name, known in (("guest", scene.guests), ("host", scene.hosts), ("show of an occasion", scene.shows)):
            if key in known:
                cues.append(name)
        if headed and any(n in headed for n in (thing.name, *thing.aliases)):
            cues.append("in the heading")
        if thing.name == reading.article.outlet:
            cues.append("the article's outlet")
        out.append((thing, cues))
    return out


def _grammatical(scene: Scene, group: Group) -> dict[str, list[Thing]]:
    """Those that grammar ties to the group: by what part they play."""
    reading, head = scene.reading, group.head
    out: dict[str, list[Thing]] = {}
    verbs = [g for g in governors(head) if g.pos_ in ("VERB", "AUX")]
    for n, verb in enumerate(verbs[:3]):
        out[f"subject {n}"] = clauses.doers(reading, clauses.subjects(verb), ACTORS)
        out[f"object {n}"] = clauses.things(reading, clauses.objects(verb), ACTORS)
        out[f"complement {n}"] = clauses.things(reading, clauses.complements(verb, ("on", "to", "of", "with", "for", "by")), ACTORS)
    for n, g in enumerate([g for g in governors(head) if g.pos_ in ("NOUN", "PROPN")][:2]):
        out[f"owner of the noun {n}"] = clauses.things(reading, clauses.possessors(g), ACTORS)
        out[f"the noun {n}"] = clauses.things(reading, [g], ACTORS)
    out["possessor"] = clauses.things(reading, clauses.possessors(head), ACTORS)
    sent = head.sent
    publics = [
        t
        for t, lemma in zip(reading.words[sent.start : sent.end], reading.lemmas[sent.start : sent.end], strict=True)
        if lemma in PUBLIC and t.i != head.i and t.pos_ in ("NOUN", "PROPN")
    ]
    for t in publics[:3]:
        out.setdefault("owner of a public", []).extend(clauses.things(reading, clauses.possessors(t), ACTORS))
        out.setdefault("haver of a public", []).extend(
            clauses.things(reading, [*clauses.complements(t, ("of", "on", "to")), *clauses.modifiers(t)], ACTORS)
        )
        if t.head.pos_ == "VERB" and t.dep_ in ("dobj", "attr"):
            out.setdefault("subject with a public", []).extend(clauses.doers(reading, clauses.subjects(t.head), ACTORS))
        if t.head.dep_ == "prep" and t.head.head.pos_ in ("NOUN", "PROPN"):
            out.setdefault("noun with a public", []).extend(clauses.things(reading, [t.head.head], ACTORS))
    for child in head.rights:
        if child.dep_ in ("relcl", "acl"):
            out["object of the clause"] = clauses.things(
                reading, [*clauses.objects(child), *clauses.complements(child, ("to", "on", "in"))], ACTORS
            )
            out["subject of the clause"] = clauses.things(reading, clauses.subjects(child), ACTORS)
    speaker = reading.speaker(group.start)
    if speaker is not None:
        out["speaker"] = [speaker]
        if (of := scene.principals.get(id(speaker))) is not None:
            out["for whom the speaker speaks"] = [of]
    return out


def candidates(
    reading: Reading,
    found: Sequence[Group],
    occasions: Sequence[AppearanceDraft],
    principals: Mapping[int, Thing],
    hearing: GroupHearing | None,
    likely: Callable[[tuple[str, ...], Heard | None], bool] = lambda *_: True,
) -> list[Candidate]:
    """The groups of the article with all cues; only those that are `likely` by their own cues and what the network hears.

    Args:
        reading: the article.
        found: its groups.
        occasions: its appearances.
        principals: for whom people speak.
        hearing: asks the network; None while that is still to be trained.
        likely: tells by the cues of a group and what is heard of it whether it is worth looking at.
    """
    scene = Scene(reading, occasions, principals)
    asked: list[tuple[Group, tuple[str, ...], Heard | None]] = []
    before: Group | None = None
    for group, strength in zip(found, [None] * len(found) if hearing is None else hearing.groups(found), strict=True):
        cues = tuple(dict.fromkeys(about(reading, group, before)))
        if likely(cues, strength):
            asked.append((group, cues, strength))
        before = group
    owned = [(group, [(t, tuple(dict.fromkeys(c))) for t, c in options(scene, group)]) for group, _, _ in asked]
    whose = [those for _, those in owned] if hearing is None else hearing.owners(owned)
    return [Candidate(group, cues, strength, tuple(those)) for (group, cues, strength), those in zip(asked, whose, strict=True)]
