"""The frames of a sentence: which clause tells of which occasion, and who takes part in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slots
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import GATHERINGS, GUEST, NOUN, OUTLET, POST, SHOW, STAGE, VENUE, Item, is_plural, items, key, position, relative_of, verb_above
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.programmes import Programmes
from etl.transform.appearances.slots import in_quote
from etl.transform.clauses import complements, conjuncts, is_passive, objects, possessors, subjects, things
from etl.transform.reading import PRONOUN, Reading, Thing

EACH_OTHER = re.compile(r"\b(?:each other|one another|off)\b")
STEAD = re.compile(r"\b(?:instead|in (?:his|her|their) (?:place|stead))\b")
PLACES_OF_SPEECH = frozenset("on in at during over for inside onstage into aboard".split())
# Passives whose subject is the one who appears.
SENT = frozenset("send put book slot see expect schedule bill announce confirm ask press question invite set plan quote hear record film tape".split())
AROUND = frozenset("after before following since from".split())
BROKEN_BY = frozenset(("ccomp", "advcl", "conj", "relcl", "parataxis", "acl"))


@dataclass(slots=True)
class Context:
    """What the text up to here has brought to mind: the person in focus, the last pair, the last show."""

    focus: list[Thing] = field(default_factory=list)
    pair: list[Thing] = field(default_factory=list)
    show: Thing | None = None


class Finder:
    """Finds the frames of an article, sentence by sentence, keeping in mind who was spoken of.

    Args:
        reading: the article.
        known: what the article says of its shows and hosts.
    """

    def __init__(self, reading: Reading, known: Programmes) -> None:
        self.reading = reading
        self.known = known
        self.context = Context()

    # -------------------------------------------------------------------------------------------------- people
    def people(self, tokens: Iterable[Token], *types: str) -> list[Thing]:
        """The persons (or things of `types`) that `tokens` stand for; "the pair", "they", "both" are the last pair."""
        out: list[Thing] = []
        for token in tokens:
            found = things(self.reading, [token], types or ("Person",))
            if not found and token.pos_ == "NOUN":
                found = things(self.reading, [t for c in token.children if c.dep_ == "appos" for t in conjuncts(c)], types or ("Person",))
            if not found and token.lower_ in cues.PLURALS and self.reading.at(token) is None and not (token.lower_ in ("men", "women", "candidates", "rivals") and (
                    not any(c.lower_ in ("two", "both") for c in token.lefts))):  # fmt: skip
                found = self.context.pair
            join(out, found)
        return out

    def who_does(self, verb: Token, *types: str) -> list[Thing]:
        """The people who do what `verb` says, also where the parse lost its subject to an earlier verb of the sentence."""
        lost = _lost_subject(verb)
        found = self.people([lost] if lost is not None else subjects(verb), *types)
        if found or passive(verb):
            return found
        if verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and any(c.lower_ == "to" for c in verb.lefts):
            above = verb_above(verb)  # "declined an invitation to appear"
            return self.who_does(above, *types) if above is not None else []
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return []
        for child in verb.lefts:
            if child.pos_ == "VERB" and child.dep_ in ("ccomp", "advcl", "dep"):
                found = self.people(subjects(child), *types)
                if found:
                    return found
        return []

    def hostish(self, thing: Thing) -> bool:
        """Whether `thing` is known to receive guests."""
        return self.known.hosts_anything(thing) or thing.type != "Person"

    # ------------------------------------------------------------------------------------------------ sentence
    def frames(self, sent: Span) -> list[Frame]:
        """The frames of `sent` in text order, slots filled from their clauses."""
        found = items(self.reading, sent)
        groups = self._groups(sent, found)
        out: list[Frame] = []
        for verb, members in groups:
            for part in self._split(members):
                out += [g for f in (self._frame(verb, part), *self._stand_in(verb, part)) if f is not None for g in self._each(f, part)]
        out += self._guests(found)
        heads = {f.at.i for f in out} | {n.i for f in out for n in f.nouns}
        start, end = sent.start_char, sent.end_char
        for frame in out:
            frame.tokens = self._clause(frame, heads)
            self._stray_partners(frame)
            slots.fill(self.reading, frame, start, end, alone=len(out) == 1)
            frame.evidence.append(self.reading.sentence_span(frame.at.idx))
        self._remember(sent, out)
        return out

    def _groups(self, sent: Span, found: list[Item]) -> list[tuple[Token | None, list[Item]]]:
        by_verb: dict[int, list[Item]] = {}
        verbs: dict[int, Token] = {}
        for item in found:
            verb = verb_above(item.token)
            if position(item.token) not in PLACES_OF_SPEECH and (relative := relative_of(item.token)) is not None:
                verb = relative
            at = verb.i if verb is not None else -1
            if item.sort == NOUN and position(item.token) in AROUND:  # an occasion of its own beside that of the verb
                at, verb = -item.token.i - 2, None
            by_verb.setdefault(at, []).append(item)
            if verb is not None:
                verbs[at] = verb
        for token in sent:
            if token.pos_ == "VERB" and token.i not in by_verb and not in_quote(self.reading, token) and (self._tells_alone(token) or self._backs_out(token)):
                by_verb[token.i] = []
                verbs[token.i] = token
        groups = [(verbs.get(at), by_verb[at]) for at in by_verb]
        return sorted(groups, key=lambda g: min(m.token.i for m in g[1]) if g[1] else g[0].i if g[0] is not None else 0)

    def _split(self, members: list[Item]) -> list[list[Item]]:
        """One list for each occasion where shows or outlets are enumerated: "has been on A, B and C", "interviews with D and E"."""
        for sort in (SHOW, OUTLET):
            listed = [m for m in members if m.sort == sort]
            chained = [m for m in listed if m.token.dep_ == "conj" or any(c.dep_ == "conj" for c in m.token.children)]
            if len(listed) > 1 and len(chained) >= len(listed) - 1 and all(m.token.dep_ == "conj" for m in listed[1:]):
                rest = [m for m in members if m.sort != sort]
                return [[*rest, m] for m in listed]
        return [members]

    def _each(self, frame: Frame, members: list[Item]) -> list[Frame]:
        """One frame for each host where the noun is in the plural: "interviews with Lowe and Bright"."""
        several = frame.rule == "appearances.received" and len(frame.platforms) > 1 and not frame.hosts and frame.show is None
        if several:
            return [replace(frame, platforms=[p], guests=list(frame.guests), kinds=list(frame.kinds), topics=[], evidence=[], slot_evidence={})
                    for p in frame.platforms]  # fmt: skip
        if len(frame.hosts) < 2 or not any(m.sort == NOUN and is_plural(m.token) for m in members):
            return [frame]
        return [replace(frame, hosts=[h], guests=list(frame.guests), platforms=list(frame.platforms), kinds=list(frame.kinds), topics=[], evidence=[],
                        slot_evidence={}) for h in frame.hosts]  # fmt: skip

    def _each(self, frame: Frame, members: list[Item]) -> list[Frame]:
        """One frame for each host where the noun is in the plural: "interviews with Lowe and Bright"."""
        several = frame.rule == "appearances.received" and len(frame.platforms) > 1 and not frame.hosts and frame.show is None
        if several:
            return [replace(frame, platforms=[p], guests=list(frame.guests), kinds=list(frame.kinds), topics=[], evidence=[], slot_evidence={})
                    for p in frame.platforms]  # fmt: skip
        if len(frame.hosts) < 2 or not any(m.sort == NOUN and is_plural(m.token) for m in members):
            return [frame]
        return [replace(frame, hosts=[h], guests=list(frame.guests), platforms=list(frame.platforms), kinds=list(frame.kinds), topics=[], evidence=[],
                        slot_evidence={}) for h in frame.hosts]  # fmt: skip

    def _loose(self, sent: Span, found: list[Item]) -> list[Frame]:
        """A dated sentence that names a show or a broadcaster and just one person who is not its host, told in the past or as a plan."""
        venues = [i for i in found if i.sort in (SHOW, OUTLET) and not in_quote(self.reading, i.token)]
        shows = [i for i in venues if i.sort == SHOW]
        if not venues or len({id(i.thing) for i in shows}) > 1:
            return []
        show = shows[0].thing if shows else None
        verbs = [t for t in sent if t.tag_ in ("VBD", "VBN", "MD") and not in_quote(self.reading, t)]
        if not verbs or not any(t.type in ("DATE", "DURATION") and sent.start_char <= t.start < sent.end_char for t in self.reading.times):
            return []
        hosts = self.known.hosts.get(show, []) if show is not None else []
        named = [t for m, t in self.reading.within(sent.start_char, sent.end_char, ("Person",)) if not in_quote(self.reading, self.reading.token(m.start))]
        people: list[Thing] = []
        join(people, without(named, hosts))
        if len(people) != 1 or show is None:
            return []
        root = sent.root
        if status(root) == cues.UNREAL or cues.HABIT.search(sent.text):
            return []
        return [Frame(at=root, rule="appearances.loose", status=status(root), guests=people, show=show, strong=True, confidence=0.5, nouns=[shows[0].token])]

    def _guests(self, found: list[Item]) -> list[Frame]:
        """Frames of the noun "guest": "her first guest was Ada Lowe", "the show's guests include"."""
        out = []
        for item in found:
            if item.sort != GUEST:
                continue
            token = item.token
            verb = token.head if token.head.pos_ in ("AUX", "VERB") else None
            of = self.people([*possessors(token), *complements(token, ("of", "on", "for"))], "Person", "Organization", "Show")
            later = [c for c in token.subtree if c.lower_ == "of" and c.dep_ == "conj"]
            join(of, self.people([o for c in later for o in c.children if o.dep_ == "pobj"], "Person", "Organization", "Show"))
            named: list[Token] = [c for c in token.rights if c.dep_ == "appos"]
            if verb is not None and verb.lemma_ in ("be", "include") and token.dep_ == "nsubj":
                named += [t for c in verb.rights if c.dep_ in ("attr", "dobj", "nsubj") for t in conjuncts(c)]
            elif verb is not None and verb.lemma_ == "be" and token.dep_ == "attr" and of:
                named += subjects(verb)
            elif verb is not None and verb.lemma_ == "be" and token.dep_ == "attr" and not any(i.sort in (SHOW, OUTLET, VENUE) for i in found):
                named += [t for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c)]
            elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.pos_ == "PROPN":
                named.append(token.head.head)
                verb = None
            elif token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head.lemma_ == "be":
                verb = token.head.head
                named += [t for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c)]
            if token.dep_ == "compound" or not named:
                named += [c for c in token.children if c.dep_ in ("compound", "appos", "nmod")]
            guests = without(self.people(named), of)
            if not guests or status(token) == cues.UNREAL:
                continue
            owners = [t for t in of if t.type != "Show"]
            each = [[o] for o in owners] if len(owners) > 1 and token.dep_ == "attr" else [of]
            for guest, of in ((g, o) for g in guests for o in each):
                frame = Frame(at=token, rule="appearances.guest", status=status(verb) if verb is not None else cues.OCCURRED, nouns=[token], strong=True)
                if any(t.lower_ in ("next", "new", "coming", "upcoming", "future") for t in token.subtree):
                    frame.status = cues.PLANNED
                self._receive(frame, of)
                if not of:
                    frame.show = self.default_show()
                frame.guests = [guest]
                out.append(frame)
        return out

    def _stand_in(self, verb: Token | None, members: list[Item]) -> list[Frame]:
        """The one who stayed away where another stood in: "sent Bright in her place", "Bright stood in for Lowe"."""
        if verb is None:
            return []
        lemma = verb.lemma_.lower()
        away: list[Thing] = []
        if lemma == "send" and STEAD.search(verb.sent.text):
            away = self.who_does(verb)
        elif lemma == "replace" and not passive(verb):
            away = self.people(objects(verb))
        elif lemma in ("stand", "fill", "step", "deputise", "deputize", "sub"):
            away = self.people(complements(verb, ("for",)))
        if not away or not members:
            return []
        frame = Frame(at=verb, rule="appearances.stand-in", status=cues.DECLINED, guests=away, strong=True)
        for member in members:
            self._take(frame, member, verb)
        frame.guests, frame.hosts = away, without(frame.hosts, away)
        return [frame]

    def _tells_alone(self, verb: Token) -> bool:
        """Whether the verb tells of an occasion without any noun, show or outlet: "sat down with", "interviewed", "streamed with"."""
        lemma = verb.lemma_.lower()
        if lemma in cues.INTERVIEWING:
            return True
        if lemma in ("face", "debate", "meet", "fight", "confront") and EACH_OTHER.search(verb.doc[verb.i : min(verb.i + 5, verb.sent.end)].text):
            return len(self.people(subjects(verb))) > 1
        if lemma in ("talk", "chat", "speak") and len(self.people(subjects(verb))) > 1:
            return any(t.type == "DURATION" for t in self.reading.times if verb.sent.start_char <= t.start < verb.sent.end_char)
        if lemma == "debate":
            return bool(self.people(objects(verb))) and bool(self.people(subjects(verb)))
        if lemma == "go" and any(c.lower_ == "live" for c in verb.children):
            return bool(self.who_does(verb, "Person", "Organization"))
        if lemma in ("go", "come") and self._went_on(verb):
            return bool(self.who_does(verb))
        if lemma == "visit":
            return any(self.known.hosts_anything(t) for t in self.people(objects(verb), "Person", "Organization"))
        with_whom = self.people(complements(verb, cues.WITH | {"to"}), "Person", "Organization")
        if lemma == "sit" and any(c.lower_ == "down" for c in verb.children):
            return bool(with_whom)
        if lemma in ("stream", "livestream"):
            return bool(self.people(subjects(verb)))
        if lemma in ("talk", "speak", "chat", "play", "record", "sit") or (lemma == "join" and self.people(objects(verb))):
            streaming = any(p.type == "Platform" for _, p in slots.mentions(self.reading, verb.subtree, "Platform")) or (
                lemma == "play" and any(p.name in cues.STREAMING for p in self.reading.named("Platform")))
            return bool(with_whom or lemma == "join") and (streaming or any(self.known.hosts_anything(w) for w in with_whom))
        return False

    def _went_on(self, verb: Token) -> bool:
        """Whether somebody "went on" or "came on", with no more words, where a show has just been spoken of."""
        particle = next((c for c in verb.children if c.lower_ == "on" and c.i == verb.i + 1), None)
        if particle is None or self.default_show() is None or any(c.dep_ == "pobj" for c in particle.children):
            return False
        after = verb.doc[min(particle.i + 1, len(verb.doc) - 1)]
        return after.is_punct or after.lower_ in ("in", "last", "first", "again", "before", "after", "too", "twice")

    def _backs_out(self, verb: Token) -> bool:
        """Whether somebody withdraws from what was told before: "but pulled out", "then cancelled"; the occasion stands elsewhere."""
        if passive(verb) and not all(s.pos_ == "PRON" for s in objects(verb)):
            return False
        return refuses(verb) and verb.lemma_ in ("pull", "back", "bow", "drop", "withdraw", "cancel", "call", "fall") and not any(
            c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children)

    def _clause(self, frame: Frame, heads: set[int]) -> list[Token]:
        """The tokens that belong to the frame: under its trigger and nouns, not under another frame or an independent clause."""
        roots = [frame.at, *frame.nouns]
        mine = {t.i for t in roots}
        out: dict[int, Token] = {}

        def walk(token: Token, top: bool) -> None:
            out[token.i] = token
            for child in token.children:
                if child.i in mine:
                    if child.i not in out:
                        walk(child, True)
                    continue
                if child.i in heads:
                    continue
                if child.pos_ in ("VERB", "AUX") and child.dep_ in BROKEN_BY and self._independent(child, token):
                    continue
                walk(child, False)

        for r in roots:
            if r.i not in out:
                walk(r, True)
        return [out[i] for i in sorted(out)]

    def _independent(self, verb: Token, head: Token) -> bool:
        """Whether the clause of `verb` speaks of something else than its head's clause."""
        if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in cues.CARRIED | {"call", "carry", "go", "put", "host", "record"}:
            return False
        if verb.dep_ in ("acl",) and verb.tag_ == "VBN":
            return False
        if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts):
            return refuses(verb) != refuses(head)
        if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts):
            return False
        return True

    def _remember(self, sent: Span, out: list[Frame]) -> None:
        named = [t for _, t in self.reading.within(sent.start_char, sent.end_char, ("Person",))]
        for token in sent:
            if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
                several = things(self.reading, conjuncts(token), ("Person",))
                if len(several) > 1:
                    self.context.pair = several
                if several and token.dep_ in ("nsubj", "nsubjpass"):
                    self.context.focus = several[:1]
        shows = list(self.reading.within(sent.start_char, sent.end_char, ("Show",)))
        leading = [t for m, t in shows if slots.root(self.reading, m).dep_ in ("nsubj", "nsubjpass")]
        if shows:
            self.context.show = leading[0] if leading else shows[0][1]
        for frame in out:
            if len(frame.people) > 1:
                self.context.pair = [t for t in frame.people if t.type == "Person"]
            if frame.show is not None:
                self.context.show = frame.show
        if not self.context.focus and named:
            self.context.focus = named[:1]

    # --------------------------------------------------------------------------------------------------- frame
    def _frame(self, verb: Token | None, members: list[Item]) -> Frame | None:
        at = verb if verb is not None else members[0].token
        nouns = [m.token for m in members if m.sort in (NOUN, VENUE, POST, STAGE, GUEST)]
        frame = Frame(at=at, rule="", nouns=nouns)
        if verb is None:
            frame.at = members[0].token
            self._nominal(frame, members)
            frame.rule = "appearances.noun" if any(m.sort == NOUN for m in members) else ""
            above = verb_above(frame.at)
            if not frame.guests and above is not None and position(frame.at) in AROUND and not passive(above):
                join(frame.guests, without(self.who_does(above), [*frame.hosts, *frame.partners]))
        else:
            lemma = verb.lemma_.lower()
            if refuses(verb):
                if not self._refused(frame, verb, members):
                    return None
            elif lemma in cues.POSTING and any(m.sort == POST and position(m.token) in ("object", "subject") for m in members):
                self._posted(frame, verb)
            elif lemma in cues.RECEIVING and self._received(frame, verb, members):
                pass
            else:
                self._took_part(frame, verb, members)
        for member in members:
            self._take(frame, member, verb)
        if any(is_plural(m.token) for m in members if m.sort == NOUN) and not (frame.partners or frame.show or frame.platforms):
            return None
        if frame.status == cues.DECLINED and frame.partners and not frame.guests and (other := self._other_subject(frame, verb)):
            frame.guests, frame.hosts, frame.partners = other, frame.partners, []
        self._settle_partners(frame)
        self._from_clause(frame, verb)
        self._presume_guest(frame, verb)
        self._not_only_hosts(frame, verb)
        return frame if self._holds(frame, verb, members) else None

    def _holds(self, frame: Frame, verb: Token | None, members: list[Item]) -> bool:
        """Whether the frame tells of one occasion, real, planned or refused, rather than of habits and possibilities."""
        if not frame.rule:
            return False
        if frame.status == cues.OCCURRED:
            frame.status = self._status(verb, members, frame)
        if frame.status == cues.UNREAL or hypothetical(frame.at):
            return False
        if verb is not None and verb.tag_ in ("VBZ", "VBP") and cues.HABIT.search(verb.sent.text) and frame.status == cues.OCCURRED:
            return False
        return not (cues.HABIT.search(frame.at.doc[max(frame.at.sent.start, frame.at.i - 4) : frame.at.i + 1].text) and frame.status == cues.OCCURRED)

    def _status(self, verb: Token | None, members: list[Item], frame: Frame) -> str:
        said = [status(m.token) for m in members if m.sort in (NOUN, VENUE, POST)] if verb is None or frame.rule.endswith("noun") else [status(verb)]
        nouns = [status_of_noun(m.token) for m in members if m.sort == NOUN]
        for wanted in (cues.DECLINED, cues.UNREAL, cues.PLANNED):
            if wanted in said or wanted in nouns:
                return wanted
        return cues.OCCURRED

    # --------------------------------------------------------------------------------------- verbs and their roles
    def _refused(self, frame: Frame, verb: Token, members: list[Item]) -> bool:
        media = [m for m in members if m.sort in (NOUN, SHOW, VENUE, OUTLET)]
        if not media:
            frame.definite = not members
            frame.guests = self.who_does(verb)
            frame.status, frame.rule = cues.DECLINED, "appearances.backed-out"
            return not members
        frame.status, frame.rule = cues.DECLINED, "appearances.refused"
        if passive(verb) or verb.lemma_ in ("fall", "collapse"):
            if verb.dep_ == "acl" and not any(c.dep_ in ("auxpass",) for c in verb.children):
                frame.status = cues.DECLINED
        else:
            join(frame.guests, self.who_does(verb))
        return True

    def _posted(self, frame: Frame, verb: Token) -> None:
        if verb.lemma_ == "share" and any(c.lower_ == "the" for o in objects(verb) for c in o.lefts):
            return
        frame.rule, frame.kinds, frame.strong = "appearances.posted", ["post"], True
        join(frame.guests, self.who_does(verb))

    def _received(self, frame: Frame, verb: Token, members: list[Item]) -> bool:
        lemma = verb.lemma_.lower()
        hosts = self.who_does(verb, "Person", "Organization", "Outlet", "Show")
        guests = self.people(complements(verb, ("to",)) if lemma in ("devote", "dedicate") else objects(verb))
        guests = without(guests, hosts)
        if lemma in ("ask", "press", "have", "feature", "star", "see", "bring", "include") and not hosts and self._is_edition(verb):
            frame.show = frame.show or self.default_show()
            frame.rule, frame.strong = "appearances.received", True
            join(frame.guests, guests)
            return bool(guests)
        if lemma in ("ask", "press", "put") and not any(self.known.hosts_anything(h) for h in hosts):
            return False
        if lemma == "invite" or not guests:
            return False
        venue = any(m.sort in (SHOW, VENUE, OUTLET) or (m.sort == NOUN and m.kind not in cues.LIVE_KINDS) for m in members)
        on_air = any(c.lower_ in ("on", "onto") and c.i > verb.i for o in (verb, *(o for o in objects(verb))) for c in o.children)
        if lemma in ("have", "bring") and not (on_air and (venue or any(self.known.hosts_anything(h) for h in hosts))):
            return False
        if lemma not in cues.INTERVIEWING and not venue and not any(self.known.hosts_anything(h) or h.type == "Show" for h in hosts):
            return False
        frame.rule, frame.strong = "appearances.received", True
        if lemma in cues.INTERVIEWING:
            frame.kinds.append("interview")
        self._receive(frame, hosts)
        join(frame.guests, guests)
        return True

    def _is_edition(self, verb: Token) -> bool:
        """Whether the subject is an episode or edition: "Episode 41 has Ada Lowe on bees"."""
        return any(key(s) in ("episode", "edition", "instalment", "installment", "programme", "show", "podcast") for s in subjects(verb))

    def default_show(self) -> Thing | None:
        """The show last spoken of, or the only one of the article."""
        return self.context.show or self.only_show()

    def only_show(self) -> Thing | None:
        """The one show of the article, or the one whose hosts it tells."""
        shows = list(self.reading.named("Show"))
        hosted = [s for s in shows if self.known.hosts.get(s)]
        return shows[0] if len(shows) == 1 else hosted[0] if len(hosted) == 1 else None

    def _receive(self, frame: Frame, hosts: list[Thing]) -> None:
        """Put those who receive into their slots: people host, outlets air, shows are shows."""
        for host in hosts:
            if host.type in ("Outlet", "Platform"):
                join(frame.platforms, [host])
            elif host.type == "Show":
                frame.show = frame.show or host
            else:
                join(frame.hosts, [host])

    def _took_part(self, frame: Frame, verb: Token, members: list[Item]) -> None:
        lemma = verb.lemma_.lower()
        if lemma in ("interview", "host", "welcome", "grill", "quiz", "book") and not passive(verb) and not any(m.sort == NOUN for m in members):
            return  # whom, the text does not say
        who = self.people(objects(verb)) if (passive(verb) and lemma in SENT) or lemma == "send" else self.who_does(verb)
        if not who and lemma in ("appear", "perform", "sing", "play", "go", "stream", "livestream"):
            who = self.who_does(verb, "Organization")  # bands and groups of creators
        if lemma in ("see", "watch", "hear", "catch", "pit"):
            who = self.people(objects(verb))
        if lemma == "return" or any(c.lower_ == "again" for c in verb.children):
            frame.further = True
        at_venue = [m for m in members if self._is_venue_of(m, verb)]
        held = [
            m for m in members
            if (m.sort == NOUN or (m.sort == VENUE and lemma not in ("have", "host", "launch", "start", "run", "make", "lead", "present", "end", "close", "open"))) and ((position(m.token) in ("object", "attr") and (lemma in cues.HOLDING | cues.COMING | cues.WINNING or lemma == "be"))
                                            or (position(m.token) in ("to", "for") and lemma in ("agree", "consent", "commit", "sit", "submit", "return", "sign")))
        ]  # fmt: skip
        if lemma in ("agree", "consent", "commit", "sign", "line", "schedule", "arrange", "plan") and held:
            frame.status = cues.PLANNED
        if lemma == "be" and not who:  # "it was on the show that she said it"
            who = self.people([c for child in verb.children if child.dep_ in ("relcl", "ccomp", "advcl", "acl") for c in child.lefts if c.dep_ == "nsubj"])
        staged = [m for m in members if m.sort == STAGE and self._on_stage(m, verb)]
        alone = not members or (not at_venue and not held and self._tells_alone(verb))
        told = lemma == "tell" and any((m.sort in (OUTLET, SHOW, STAGE) or (m.sort == NOUN and m.kind in cues.BEFORE_CROWDS)) and position(m.token) in ("object", "dative", "to") for m in members)
        if at_venue or held or told or alone or staged:
            if alone and not (at_venue or held) and verb.tag_ in ("VBZ", "VBP") and lemma in ("stream", "livestream", "go", "play"):
                return
            if alone and lemma in ("go", "come") and self._went_on(verb):
                frame.show = self.default_show()
            if lemma == "play" and alone:
                frame.kinds.append("livestream")
            frame.rule = "appearances.alone" if alone and not (at_venue or held) else "appearances.told" if told else "appearances.venue" if at_venue else "appearances.held"
            won = lemma in cues.WINNING and any(m.sort == NOUN and complements(m.token, ("with",)) for m in held) and not any(m.sort == VENUE for m in members)
            join(frame.hosts if won and lemma not in ("record", "film", "tape") else frame.guests, who)
            if won:
                self._receive(frame, self.people(subjects(verb), "Outlet", "Show"))
            frame.strong = bool(told or alone or staged)
            if (staged or (told and any(m.sort == STAGE for m in members))) and not (at_venue or held) and lemma not in ("join", "sit", "take", "appear"):
                frame.kinds.append("speech")
            if lemma in ("face", "meet", "fight", "confront") and alone and not (at_venue or held):
                frame.kinds.append("debate")
            if lemma in ("stream", "livestream") or (lemma == "go" and not (at_venue or held or staged)):
                frame.kinds.append("livestream")
            if alone and any(s.lower_ in ("they", "both", "two", "pair") for s in subjects(verb)):
                frame.definite = True
            self._counterparts(frame, verb, lemma, on_air=told or any(m.sort in (SHOW, VENUE, OUTLET) for m in at_venue))
        elif members:
            frame.rule = "appearances.noun" if any(m.sort == NOUN for m in members) else ""
            if frame.rule:
                self._nominal(frame, members)

    def _counterparts(self, frame: Frame, verb: Token, lemma: str, *, on_air: bool) -> None:
        """Whom the subject met, by the verb's construction."""
        met = complements(verb, cues.WITH | {"across"}) if lemma not in cues.SAYING - {"talk", "speak", "discuss"} else complements(verb, ("with", "alongside"))
        if lemma in ("talk", "speak", "chat"):
            met += complements(verb, ("to",))
        join(frame.partners, without(self.people(met, "Person", "Organization"), frame.guests))
        aimed = self.people(objects(verb), "Person", "Organization")
        if lemma == "join" and any(m in GATHERINGS for m in (n.lemma_.lower() for n in frame.nouns)):
            join(frame.guests, [t for t in aimed if t.type == "Person"])
        elif lemma == "join":
            join(frame.hosts, without(aimed, frame.guests))
        elif lemma in ("give", "grant", "tell"):
            join(frame.hosts, [t for t in without(aimed, frame.guests) if lemma != "tell" or on_air or self.known.hosts_anything(t)])
            if lemma != "tell":
                join(frame.hosts, without(self.people(complements(verb, ("to",)), "Person"), frame.guests))
        elif lemma in ("face", "field", "take", "answer"):
            asked = [o for o in objects(verb) if o.lemma_ in cues.QUESTIONED]
            join(frame.hosts, without(self.people([t for o in asked for t in complements(o, ("from", "by"))]), frame.guests))
        elif lemma == "debate":
            frame.kinds.append("debate")
            join(frame.guests, aimed)
        elif lemma in ("moderate", "host", "anchor", "chair"):
            frame.hosts, frame.guests = frame.guests, []

    def _stray_partners(self, frame: Frame) -> None:
        """Who is met in a with-phrase that the parse hung on another noun of the clause: "a stream on the app with the singer Ada Lowe"."""
        if frame.hosts and frame.guests or frame.rule in ("appearances.posted",):
            return
        for token in frame.tokens:
            if token.lower_ not in ("with", "alongside", "opposite") or token.pos_ != "ADP" or token.head.pos_ in ("ADJ",):
                continue
            met = [c for c in token.children if c.dep_ == "pobj" and not any(g.tag_ == "VBG" for g in c.children)]
            found = without(self.people([t for c in met for t in conjuncts(c)]), frame.people)
            if found and token.head.pos_ in ("NOUN", "PROPN", "VERB") and not (token.head.pos_ == "NOUN" and token.head.lemma_ in cues.ELSEWHERE):
                frame.partners += found
                self._settle_partners(frame)
                return

    def _is_venue_of(self, item: Item, verb: Token) -> bool:
        """Whether the item is where the subject of `verb` was heard."""
        lemma = verb.lemma_.lower()
        if relative_of(item.token) == verb and verb_above(item.token) != verb:
            return True
        if lemma in ("see", "watch", "hear", "pit") and not passive(verb) and self.people(objects(verb)):
            return item.sort in (NOUN, SHOW) and position(item.token) in PLACES_OF_SPEECH
        if passive(verb) and lemma not in cues.RECEIVING | SENT | {"join", "ask", "press", "question"}:
            return False
        where = position(item.token)
        if item.sort == SHOW or (item.sort == VENUE and self._owners(item)):
            if where == "object":
                return lemma in ("join", "do", "visit", "give", "tell", "guest-host", "guest", "record", "tape", "film", "play", "grace", "enter") or (lemma == "make" and item.sort == VENUE)
            if where == "with":
                return lemma in ("speak", "talk", "sit", "chat")
            if where == "to":
                return lemma in ("send", "call", "phone", "dial", "speak", "talk", "return", "come", "go", "turn", "take", "head", "give")
            if where == "for":
                return lemma in ("sit", "join", "record", "tape", "film", "speak", "stop", "return", "go", "come", "appear", "interview", "settle")
            if where == "by":
                return lemma in ("stop", "drop", "swing")
            return where in PLACES_OF_SPEECH and lemma not in cues.NO_VENUE_VERBS
        if item.sort == OUTLET:
            if where == "on" and lemma not in cues.NO_VENUE_VERBS:
                return True
            if where in ("on", "with", "to", "for", "in", "into"):
                return lemma in cues.MEETING | cues.COMING | cues.SAYING | {"be", "face", "debate", "interview"} and (where != "to" or lemma in ("speak", "talk")) and (where != "for" or lemma == "sit")
            return False
        if item.sort == NOUN:
            if where == "to":
                return lemma in SENT | {"come", "go", "return", "send"}
            return where in PLACES_OF_SPEECH and (lemma not in cues.NO_VENUE_VERBS or where in ("in", "during")) and (lemma != "be" or where in ("on", "for"))
        if item.sort == VENUE:
            return where in ("on", "in", "during") and lemma in cues.SAYING | cues.COMING | cues.MEETING
        if item.sort == POST:
            return where == "in" and lemma in cues.SAYING and self._published(item)
        return False

    def _published(self, item: Item) -> bool:
        """Whether the clip or video is said to have been published, or to stand on a platform."""
        token = item.token
        if any(c.dep_ in ("acl", "relcl") and c.lemma_ in cues.POSTING for c in token.children):
            return True
        return bool(self.people(complements(token, ("on",)), "Platform")) or any(p.type == "Platform" for _, p in slots.mentions(self.reading, token.subtree, "Platform"))

    def _on_stage(self, item: Item, verb: Token) -> bool:
        """Whether the subject speaks before a gathering: "addressed the conference", "took the stage at", "spoke at a summit"."""
        lemma, where = verb.lemma_.lower(), position(item.token)
        if lemma in ("address", "headline", "open", "close"):
            return where == "object"
        if lemma == "take" and item.token.lower_ in ("stage", "podium", "lectern"):
            return where in ("object", "to")
        if lemma in ("speak", "talk"):
            return where in ("at", "to") and item.token.lower_ not in ("stage",)
        if lemma in ("join", "appear", "sit") and item.token.lower_ != "stage":
            return where in ("at", "in") and (item.token.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in item.token.lefts))
        if lemma == "take" and any(c.lower_ == "part" for c in verb.children):
            return where in ("in", "at")
        return item.token.lower_ == "stage" and where == "on" and lemma in ("appear", "expect", "be", "step", "return", "walk", "come", "speak", "sit")

    # -------------------------------------------------------------------------------------------- nouns and owners
    def _owners(self, item: Item) -> list[Thing]:
        """Whose programme it is: by possessive, "hosted by", "of"; a pronoun's owner counts too."""
        token = item.token
        owning = possessors(token) or ([token.nbor(-2)] if token.i > 1 and token.nbor(-1).tag_ == "POS" else [])
        out = self.people(owning, "Person", "Organization")
        for child in token.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_ in ("host", "present", "front", "anchor", "run", "moderate", "record", "make", "co-host"):
                join(out, self.people(subjects(child), "Person", "Organization"))
        join(out, self.people(complements(token, ("by",)), "Person", "Organization"))
        return out

    def _take(self, frame: Frame, item: Item, verb: Token | None) -> None:
        """Put what the item names into the frame: its show, outlet, kind, owners and those met in it."""
        token = item.token
        if item.sort in (SHOW, OUTLET) and item.thing is not None:
            where = position(token)
            related = frame.rule != "appearances.noun" or any(n in token.ancestors for n in frame.nouns) or any(token in n.ancestors for n in frame.nouns)
            if token.dep_ == "poss" and self.reading.at(token.head) is None and token.head not in frame.nouns:
                return
            if item.sort == SHOW:
                if related or where in ("on", "for"):
                    frame.show = frame.show or item.thing
            elif related and (where in ("on", "with", "to", "for", "by", "in", "into", "object", "dative") or any(n in token.ancestors for n in frame.nouns)):
                join(frame.platforms, [item.thing])
                if item.kind:
                    frame.kinds.append(item.kind)
            return
        if item.sort == STAGE:
            return
        if item.kind:
            frame.kinds.append(item.kind)
        for modifier in token.lefts:
            if modifier.dep_ in ("compound", "amod", "nmod"):
                medium = cues.MEDIUM.search(modifier.text)
                if medium and medium.lastgroup:
                    frame.kinds.append(medium.lastgroup)
            if modifier.lower_ in cues.FURTHER and token.dep_ != "appos":
                frame.further = True
        if item.sort == NOUN and (key(token) in cues.STRONG):
            frame.strong = True
        if item.sort in (NOUN, VENUE) and frame.rule != "appearances.noun":
            self._participants(frame, item)
        if item.sort == VENUE and frame.show is None and not frame.hosts and any(c.lower_ in ("the", "that", "this") for c in token.lefts):
            frame.show = self.default_show()
        determiner = next((c for c in token.lefts if c.dep_ in ("det", "poss", "predet")), None)
        if determiner is not None and not frame.further:
            if determiner.dep_ == "poss" and not self._is_pronoun(determiner):
                frame.owned = True
            elif determiner.dep_ == "poss" or determiner.lower_ in ("the", "that", "this"):
                frame.definite = True
        if key(token) in ("episode", "edition", "instalment", "installment", "finale") and frame.show is None and item.sort == NOUN:
            frame.show = self.only_show()

    def _nominal(self, frame: Frame, members: list[Item]) -> None:
        """A frame told by its noun alone."""
        for item in members:
            if item.sort == NOUN or (item.sort == VENUE and self._owners(item)):
                self._participants(frame, item)

    def _participants(self, frame: Frame, item: Item) -> None:
        """Who takes part, by what stands around the noun: owner, with, between, of, by, hosted by."""
        token, name = item.token, key(item.token)
        owners = self._possessors(frame, item)
        if name == "episode" and owners and not any(self.known.hosts_anything(o) for o in owners if o.type == "Person"):
            join(frame.guests, [o for o in owners if o.type == "Person"])
            self._receive(frame, [o for o in owners if o.type in ("Outlet", "Show")])
        elif item.sort == VENUE or name in cues.OWNED_BY_HOST:
            hosts = [h for h in [*owners, *self._owners(item)] if h.type != "Show"]
            hosts = self._not_the_guest(frame, item, hosts)
            self._receive(frame, hosts)
        else:
            join(frame.guests, [o for o in owners if o.type == "Person"])
            self._receive(frame, [o for o in owners if o.type in ("Outlet", "Show")])
            hosted = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_ in ("host", "moderate", "conduct", "present", "chair", "anchor")]
            for verb in hosted:
                self._receive(frame, self.people(subjects(verb), "Person", "Organization", "Outlet"))
        met = self.people(complements(token, cues.WITH), "Person", "Organization", "Outlet", "Show")
        between = self.people(complements(token, ("between",)), "Person")
        of = self.people(complements(token, ("of",)), "Person") if name == "interview" else []
        if name in ("turn", "appearance", "debut"):
            join(frame.guests, self.people(complements(token, ("of",))))
        by = self.people(complements(token, ("by",)), "Person", "Organization", "Outlet")
        if name in cues.NOUNS and cues.NOUNS[name] in cues.BEFORE_CROWDS:
            join(frame.guests, [t for t in [*met, *by] if t.type == "Person"])
        elif name in ("debate", "panel"):
            join(frame.guests, [t for t in [*met, *between] if t.type == "Person" and not (name == "panel" and self.known.hosts_anything(t))])
            self._receive(frame, [t for t in met if t.type in ("Outlet",)])
        else:
            self._receive(frame, [t for t in met if t.type in ("Outlet", "Show")])
            join(frame.partners, without([t for t in met if t.type in ("Person", "Organization")], [*frame.guests, *frame.hosts]))
            if of:
                frame.hosts, frame.guests = [*frame.guests, *[t for t in by if t.type == "Person"]], of
            elif item.sort == NOUN and cues.NOUNS.get(name) in ("", "speech"):
                join(frame.guests, [t for t in by if t.type == "Person"])
            elif item.sort == NOUN:
                self._receive(frame, by)
            join(frame.partners, between)

    def _possessors(self, frame: Frame, item: Item) -> list[Thing]:
        """Whose the occasion or programme is: by possessive, by a name before it, or by a description not resolved ("the chef's")."""
        token = item.token
        types = ("Person", "Organization", "Outlet", "Show")
        owning = possessors(token)
        if not owning and token.i > 1 and token.nbor(-1).tag_ == "POS":
            owning = [token.nbor(-2)]
        if not owning and token.dep_ == "conj" and token.head.pos_ == "NOUN":
            owning = possessors(token.head)
        out = self.people((antecedent_of_whose(t) for t in owning), *types)
        if owning and not out and owning[0].pos_ == "NOUN" and item.sort == NOUN:
            out = list(self.context.focus)
        before = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and self.reading.at(c) is not None]
        named = self.people(before, "Person")
        if named and not out:
            if cues.NOUNS.get(key(token)) == "interview":
                join(frame.partners, named)
            else:
                out = named
        return out

    def _not_the_guest(self, frame: Frame, item: Item, hosts: list[Thing]) -> list[Thing]:
        """A pronoun before the venue that seems to be the guest is the host where another person was joined there: "joined Lee on her channel"."""
        pronoun = any(self._is_pronoun(p) for p in possessors(item.token))
        if pronoun and (frame.hosts or frame.partners):
            return without(hosts, frame.guests)
        return hosts

    def _from_clause(self, frame: Frame, verb: Token | None) -> None:
        """People of "when", "where" and "in which" clauses where the main clause names none: "it took place on the show, when A asked B"."""
        if frame.people or verb is None or not (frame.show or frame.platforms):
            return
        for child in verb.children:
            if child.dep_ in ("advcl", "relcl", "ccomp") and any(t.lower_ in ("when", "where", "which") for t in list(child.subtree)[:3]):
                does, done = self.people(subjects(child)), self.people(objects(child))
                hosts = [t for t in does if self.known.hosts_anything(t) or (done and child.lemma_ in ("ask", "press", "tell", "question", "challenge"))]
                frame.hosts, frame.guests = hosts, without([*does, *done], hosts)
                return

    def _not_only_hosts(self, frame: Frame, verb: Token | None) -> None:
        """Where the one who speaks on a show is its host, the guest is whom the clause does something to: "she let him read it on his show"."""
        hosts = self.known.hosts.get(frame.show, []) if frame.show is not None else []
        if verb is None or not hosts or not frame.guests or without(frame.guests, hosts):
            return
        others: list[Thing] = []
        join(others, self.people(objects(verb)))
        above = verb_above(verb)
        if above is not None and above.lemma_ in ("let", "have", "make", "watch", "see", "hear", "allow"):
            join(others, self.who_does(above))
        others = without(others, hosts)
        if others:
            frame.hosts, frame.guests = frame.guests, others

    def _presume_guest(self, frame: Frame, verb: Token | None) -> None:
        """Where only hosts, a show or an outlet are named: the person whom the sentence or the one before speaks of is the guest."""
        if frame.guests or frame.further or not (frame.hosts or frame.show or frame.platforms) or not frame.rule:
            return
        if frame.status != cues.DECLINED and not any(n.lemma_ in ("interview", "appearance", "taping", "slot", "visit", "session", "conversation", "turn", "recording") for n in frame.nouns):
            return
        frame.guests = self._other_subject(frame, verb) or without(self.context.focus, frame.hosts)[:1]

    def _other_subject(self, frame: Frame, verb: Token | None) -> list[Thing]:
        """The person that another clause of the sentence is about."""
        for other in verb.sent if verb is not None else ():
            if other.dep_ in ("nsubj", "nsubjpass") and other.head != verb and not in_quote(self.reading, other):
                found = without(self.people([other]), [*frame.hosts, *frame.partners])
                if found and other.head.lemma_ not in ("say", "add", "tell", "claim"):
                    return found[:1]
        return []

    def _is_pronoun(self, token: Token) -> bool:
        mention = self.reading.mention_at(token)
        return token.pos_ == "PRON" or (mention is not None and mention.kind == PRONOUN)

    def _settle_partners(self, frame: Frame) -> None:
        """Decide who of those that met is host: the known host, the outlet's man, else the one who was met."""
        partners, frame.partners = without(frame.partners, [*frame.guests, *frame.hosts]), []
        frame.guests = without(frame.guests, frame.hosts) if len(frame.guests) > 1 else frame.guests
        if not partners:
            return
        if (frame.kinds and set(frame.kinds) & cues.LIVE_KINDS) or any(n.lemma_ == "panel" for n in frame.nouns):
            join(frame.guests, [p for p in partners if p.type == "Person"])
        elif frame.hosts:
            join(frame.guests, [p for p in partners if p.type == "Person"])
        elif not frame.guests:
            hosts = [p for p in partners if self.hostish(p)]
            if len(partners) > 1 and len(hosts) in (0, len(partners)):
                hosts = partners[:1] if hosts else partners[1:]
            frame.hosts = hosts
            frame.guests = without(partners, hosts)
        elif all(self.known.hosts_anything(g) for g in frame.guests) and not any(self.hostish(p) for p in partners):
            frame.hosts, frame.guests = frame.guests, partners
        else:
            frame.hosts = partners


def _lost_subject(verb: Token) -> Token | None:
    """The name that a misread sentence hangs its verb on: "Ada Lowe, in a hat, spent an hour …" read as a noun phrase."""
    head = verb.head
    return head if verb.dep_ in ("relcl", "acl") and verb.tag_ == "VBN" and head.dep_ == "ROOT" and head.pos_ == "PROPN" else None


def passive(verb: Token) -> bool:
    """Whether `verb` is a passive, misread sentences apart."""
    return is_passive(verb) and _lost_subject(verb) is None


def antecedent_of_whose(token: Token) -> Token:
    """For "whose" the noun before its clause, else `token`."""
    if token.lower_ != "whose":
        return token
    node = token
    while node.head != node and node.dep_ != "relcl":
        node = node.head
    return node.head


def status_of_noun(noun: Token) -> str:
    """What the adjectives of the noun say."""
    words = {c.lower_ for c in noun.lefts}
    if words & cues.DECLINED_WORDS:
        return cues.DECLINED
    return cues.PLANNED if words & cues.PLANNED_WORDS else cues.OCCURRED


