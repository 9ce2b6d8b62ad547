"""The frames of a sentence: which clause tells of which occasion."""

from __future__ import annotations

from spacy.tokens import Span, Token

from etl.transform.appearances import cues, slot_times, slots
from etl.transform.appearances.asides import Asides
from etl.transform.appearances.cast import passive
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import (
    GUEST,
    NOUN,
    POST,
    STAGE,
    VENUE,
    Item,
    is_plural,
    position,
    relative_of,
    verb_above,
)  # fmt: skip
from etl.transform.appearances.merging import absorb
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.slots import in_quote
from etl.transform.appearances.venues import PLACES_OF_SPEECH
from etl.transform.clauses import conjuncts, things

AROUND = frozenset("after before following since from".split())
BROKEN_BY = frozenset(("ccomp", "advcl", "conj", "relcl", "parataxis", "acl"))


class Finder(Asides):
    """Finds the frames of an article, sentence by sentence, keeping in mind who was spoken of."""

    def frames(self, sent: Span, found: list[Item]) -> list[Frame]:
        """The frames of `sent` in text order, slots filled from their clauses; `found` are the items of the sentence."""
        groups = self._groups(sent, found)
        out: list[Frame] = []
        for verb, members in groups:
            parts = self._split(members)
            for part in parts:
                new = [g for f in (self._frame(verb, part), *self._stand_in(verb, part)) if f is not None for g in self._each(f, part)]
                for frame in new:
                    frame.parted = len(parts) > 1
                out += new
        out += self._guests(found)
        out += self._in_conversation(sent, out)
        out += self._each_other(sent, out)
        out += self._launches(sent, out)
        heads = {f.at.i for f in out} | {n.i for f in out for n in f.nouns}
        start, end = sent.start_char, sent.end_char
        for frame in out:
            frame.tokens = self._clause(frame, heads)
            self._stray_partners(frame)
            slots.fill(self.reading, frame)
            slot_times.fill_times(self.reading, frame, start, end, alone=len(out) == 1)
            frame.evidence.append(self.reading.sentence_span(frame.at.idx))
        out = self._joined(out)
        self._remember(sent, out)
        return out

    def _joined(self, frames: list[Frame]) -> list[Frame]:
        """The frames less those that only say to what end another took place: "went on the news to be interviewed by Lee"."""
        out: list[Frame] = []
        for frame in frames:
            at = frame.at
            purpose = at.dep_ in ("advcl", "xcomp", "acl") and any(c.lower_ == "to" and c.dep_ == "aux" for c in at.lefts)
            main = next(
                (
                    f
                    for f in out
                    if purpose and f.at == at.head and f.status == frame.status and not (f.show and frame.show and f.show is not frame.show)
                ),
                None,
            )
            if main is not None and not without(frame.guests, main.people):
                absorb(main, frame)
            else:
                out.append(frame)
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
        for token in self.reading.words[sent.start : sent.end]:
            if (
                token.pos_ == "VERB"
                and token.i not in by_verb
                and not in_quote(self.reading, token)
                and (self._tells_alone(token) or self._backs_out(token))
            ):
                by_verb[token.i] = []
                verbs[token.i] = token
        groups = [(verbs.get(at), by_verb[at]) for at in by_verb]
        return sorted(groups, key=lambda g: min(m.token.i for m in g[1]) if g[1] else g[0].i if g[0] is not None else 0)

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
        return not (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts))

    def _remember(self, sent: Span, out: list[Frame]) -> None:
        named = [t for _, t in self.reading.within(sent.start_char, sent.end_char, ("Person",))]
        for token in self.reading.words[sent.start : sent.end]:
            if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
                subject = token.dep_ in ("nsubj", "nsubjpass")
                if not subject and len(self.reading.all_at(token)) < 2 and all(c.dep_ != "conj" for c in token.rights):
                    continue  # one alone that is not the subject changes nothing
                several = things(self.reading, conjuncts(token), ("Person",))
                if len(several) > 1:
                    self.context.pair = several
                if several and subject:
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

    def _frame(self, verb: Token | None, members: list[Item]) -> Frame | None:
        if verb is not None and verb.lemma_.lower() in cues.REPEATING:
            return None
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
            elif (
                lemma == "go"
                and any(m.sort == POST and position(m.token) == "subject" for m in members)
                and any(c.lower_ == "up" for c in verb.children)
            ) or (lemma in cues.POSTING and any(m.sort == POST and position(m.token) in ("object", "subject") for m in members)):
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
        if frame.rule == "appearances.posted":
            frame.hosts = without(frame.hosts, frame.guests)  # on one's own channel
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
        return not (
            cues.HABIT.search(frame.at.doc[max(frame.at.sent.start, frame.at.i - 4) : frame.at.i + 1].text)
            and frame.status == cues.OCCURRED
        )

    def _status(self, verb: Token | None, members: list[Item], frame: Frame) -> str:
        said = (
            [status(m.token) for m in members if m.sort in (NOUN, VENUE, POST)]
            if verb is None or frame.rule.endswith("noun")
            else [status(verb)]
        )
        nouns = [status_of_noun(m.token) for m in members if m.sort == NOUN]
        for wanted in (cues.DECLINED, cues.UNREAL, cues.PLANNED):
            if wanted in said or wanted in nouns:
                return wanted
        return cues.OCCURRED


def status_of_noun(noun: Token) -> str:
    """What the adjectives of the noun say."""
    words = {c.lower_ for c in noun.lefts}
    if words & cues.DECLINED_WORDS:
        return cues.DECLINED
    return cues.PLANNED if words & cues.PLANNED_WORDS else cues.OCCURRED
