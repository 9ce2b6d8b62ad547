"""Relations stated by a verb: who bought, founded, endorsed, attacked, sued or banned whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading, Thing


@dataclass(frozen=True, slots=True)
class Frame:
    """How a verb states a relation: `object` is `dobj` or the prepositions that lead to it; `particle` must be there."""

    predicate: str
    objects: tuple[str, ...] = ("dobj",)
    confidence: float = 0.7


def _table(predicate: str, verbs: str, *objects: str, confidence: float = 0.7) -> dict[str, Frame]:
    return {v: Frame(predicate, objects or ("dobj",), confidence) for v in verbs.split()}


# Verbs whose object (or prepositional complement) is the relation's object.
FRAMES: dict[str, list[Frame]] = {}
for _group in (
    _table("OWNS", "own buy acquire purchase control"),
    _table("OWNS", "sell divest", confidence=0.5),
    _table("FOUNDED", "found co-found cofound"),
    _table("FOUNDED", "start create launch establish set", confidence=0.6),
    _table("LEADS", "lead run head chair edit captain helm oversee manage"),
    _table("WORKS_FOR", "work report write", "for", "at"),
    _table("WORKS_FOR", "teach lecture", "at"),
    _table("ENDORSED", "endorse anoint"),
    _table("ENDORSED", "campaign stump vote", "for", confidence=0.6),
    _table("SUPPORTS", "praise defend embrace hail laud applaud commend champion salute celebrate compliment thank congratulate extol admire "
           "welcome support back"),
    _table("SUPPORTS", "rally stand side", "behind", "with", "by"),
    _table("CRITICIZED", "criticize criticise attack condemn mock slam blast denounce ridicule lambast lambaste deride accuse assail decry bash "
           "rip skewer berate rebuke scold castigate disparage insult taunt belittle excoriate savage lampoon trash roast chide pillory "
           "vilify malign deplore dismiss brand scorn fault"),
    _table("CRITICIZED", "hit lash swipe rail fume sneer scoff jeer grumble complain", "at", "out", "against", "about", confidence=0.65),
    _table("CRITICIZED", "poke", "of", confidence=0.5),
    _table("SUED", "sue"),
    _table("MEMBER_OF", "run stand", "for", confidence=0.6),
    _table("PARTNERED_WITH", "partner team collaborate", "with"),
    _table("OPPONENT_OF", "run stand compete campaign", "against", confidence=0.7),
    _table("OPPONENT_OF", "challenge unseat defeat beat oppose face", confidence=0.5),
    _table("RELATED_TO", "marry wed"),
    _table("RELATED_TO", "marry", "to"),
    _table("HOSTS", "host co-host cohost present anchor front"),
    _table("MEMBER_OF", "join represent"),
):  # fmt: skip
    for _verb, _frame in _group.items():
        FRAMES.setdefault(_verb, []).append(_frame)

# "take X to court", "pick X as running mate", "hit out at X": a light verb and a noun or particle.
LIGHT = {
    ("take", "court"): "SUED", ("drag", "court"): "SUED", ("take", "aim"): "CRITICIZED", ("take", "swipe"): "CRITICIZED", ("make", "fun"): "CRITICIZED",
    ("poke", "fun"): "CRITICIZED", ("take", "issue"): "CRITICIZED", ("sing", "praise"): "SUPPORTS", ("throw", "weight"): "ENDORSED",
}  # fmt: skip
LIGHT_LINKS = {"SUED": ("against",), "CRITICIZED": ("at", "of", "with"), "SUPPORTS": ("of",), "ENDORSED": ("behind",)}
# Particles that turn a verb into one of attack: "went after", "hit out at", "lashed out at", "laid into", "tore into".
PHRASAL = {
    ("go", "after"), ("hit", "at"), ("hit", "back"), ("lash", "at"), ("lay", "into"), ("tear", "into"), ("rip", "into"), ("fire", "at"),
    ("rail", "against"), ("round", "on"), ("turn", "on"), ("pile", "into"), ("swipe", "at"), ("sneer", "at"), ("scoff", "at"),
}  # fmt: skip
FUTURE = frozenset("will would shall may might could should".split())
TARGET_TYPES = ("Person", "Organization", "Outlet", "Platform", "Show", "Place")


# Running against each other is a matter of votes; without them "beat" is sport.
ELECTION = frozenset(
    """election vote votes voters ballot ballots candidate candidates mayor governor president presidential senate seat nomination primary
    primaries incumbent race runoff run-off campaign office poll polls parliament congress leadership premiership constituency district""".split()
)


def tentative(verb: Token) -> bool:
    """Only announced, asked or imagined, so not stated as a fact."""
    return any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children) or clauses.is_negated(verb)


def draft(reading: Reading, verb: Token, subject: Thing, predicate: str, object_: Thing, confidence: float, rule: str) -> RelationDraft:
    return RelationDraft(subject, predicate, object_, f"relations.verbs.{rule}", [reading.sentence_span(verb.idx)], confidence=confidence)


BACKING = frozenset(("back", "support"))


def _of_votes(reading: Reading, verb: Token) -> bool:
    """Whether the paragraph speaks of an election: there to back somebody is to want them elected."""
    first, last = reading.text.rfind("\n", 0, verb.idx) + 1, reading.text.find("\n", verb.idx)
    return bool(ELECTION & {t.lower_ for t in reading.tokens(first, last if last > 0 else len(reading.text))})


def _frames(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    passive = clauses.is_passive(verb)
    for frame in FRAMES.get(verb.lemma_.lower(), ()):
        if clauses.is_negated(verb) or (tentative(verb) and frame.predicate != "OPPONENT_OF" and verb.lemma_ not in ("sell", "divest")):
            continue
        if frame.objects == ("dobj",):
            objects = clauses.objects(verb)
        elif passive:
            continue
        else:
            objects = clauses.complements(verb, frame.objects) or clauses.deep_complements(verb, frame.objects)
        subjects = clauses.things(reading, clauses.subjects(verb))
        if not subjects and verb.tag_ == "VBG":  # "The themes were familiar: slamming his rival, Ann Lee, …"
            subjects = clauses.things(reading, [p for o in objects for p in clauses.possessors(o)], ("Person", "Organization"))
        if frame.predicate == "FOUNDED" and subjects:  # "started it with his cousin Ann Lee"
            subjects += clauses.things(reading, clauses.complements(verb, ("with", "alongside")), ("Person",))
        if frame.predicate == "OPPONENT_OF" and not ELECTION & {t.lower_ for t in verb.sent}:
            continue
        for s in subjects:
            # "runs his TikTok" is about an account, not about the company
            whole = [t for t in objects if frame.predicate != "LEADS" or not any(c.tag_ == "PRP$" or c.dep_ == "poss" for c in t.lefts)]
            if frame.predicate == "FOUNDED" and s.type != "Person":
                continue  # who makes a programme is its producer
            for o in clauses.things(reading, whole):
                if o is s:
                    continue
                if verb.lemma_ in BACKING and o.type == "Person" and frame.predicate == "SUPPORTS" and _of_votes(reading, verb):
                    yield draft(reading, verb, s, "ENDORSED", o, 0.65, "backed")
                    continue
                if frame.predicate == "SUPPORTS" and verb.lemma_ in ("back", "support", "fund") and o.type == "Organization":
                    continue  # an investor's backing is no praise
                yield draft(reading, verb, s, frame.predicate, o, frame.confidence, frame.predicate.lower())


BANS = frozenset("ban suspend bar remove expel deplatform boot kick block eject throw lock delist demonetise demonetize".split())
BAN_NOUNS = frozenset("ban suspension removal expulsion".split())


def _bans(reading: Reading, token: Token) -> Iterator[RelationDraft]:
    """ "was banned from Twitch", "Twitch threw him off", "his suspension from X"."""
    types, where = ("Person", "Organization", "Show"), ("Platform", "Outlet")
    if token.pos_ == "VERB" and token.lemma_.lower() in BANS and not tentative(token):
        banned = clauses.doers(reading, clauses.objects(token), types)
        places = clauses.things(reading, clauses.complements(token, ("from", "off", "by", "on")), where)
        places = places or clauses.things(reading, clauses.subjects(token), where)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in BAN_NOUNS:
        banned = clauses.things(reading, clauses.possessors(token), types)
        places = clauses.things(reading, [*clauses.complements(token, ("from", "on", "by")), *clauses.modifiers(token)], where)
    else:
        return
    for s in banned:
        for o in places:
            yield draft(reading, token, s, "BANNED_FROM", o, 0.75, "ban")


def _sponsors(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    """ "X sponsors the show", "the tour is supported by Y": from the show to who pays for it."""
    if verb.lemma_.lower() != "sponsor" and not clauses.is_passive(verb):
        return
    for show in clauses.things(reading, clauses.objects(verb), ("Show", "Person", "Organization")):
        for payer in clauses.things(reading, clauses.subjects(verb), ("Organization", "Platform", "Outlet")):
            if show.type == "Show" or verb.lemma_.lower() == "sponsor":
                yield draft(reading, verb, show, "PARTNERED_WITH", payer, 0.75, "sponsor")


def _hires(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    """ "RTE has hired her", "he was appointed by the council": from the one who works to the employer."""
    for employer in clauses.things(reading, clauses.subjects(verb), ("Organization", "Outlet", "Platform")):
        for worker in clauses.things(reading, clauses.objects(verb), ("Person",)):
            yield draft(reading, verb, worker, "WORKS_FOR", employer, 0.6, "hired")


# Acts named by a noun: "her attack on the mayor", "a deal with Spotify"; the prepositions lead to the object.
ACTS: dict[str, tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys("attack assault broadside swipe jibe dig rant tirade barb shot".split(), ("CRITICIZED", ("on", "at", "against", "about"))),
    **dict.fromkeys("criticism condemnation denunciation mockery critique".split(), ("CRITICIZED", ("of",))),
    **dict.fromkeys("praise admiration enthusiasm support backing".split(), ("SUPPORTS", ("for", "of"))),
    **dict.fromkeys("defence defense embrace".split(), ("SUPPORTS", ("of",))),
    "endorsement": ("ENDORSED", ("of",)),
    **dict.fromkeys("lawsuit suit case claim".split(), ("SUED", ("against",))),
    **dict.fromkeys("deal contract partnership agreement sponsorship collaboration tie-up".split(), ("PARTNERED_WITH", ("with",))),
    **dict.fromkeys("purchase acquisition takeover ownership".split(), ("OWNS", ("of",))),
}  # fmt: skip
FILING = frozenset(
    """file bring lodge sign strike ink have reach announce make launch deliver offer give heap lavish direct level voice win
    agree""".split()
)


GETTING = frozenset("have win receive get earn secure draw enjoy land gain attract".split())


def _acts(reading: Reading, noun: Token) -> Iterator[RelationDraft]:
    """Relations in the nouns of acts, done by their possessor or by the subject of the verb that they complete."""
    if noun.pos_ != "NOUN":
        return
    predicate, links = ACTS[noun.lemma_.lower()]
    targets = clauses.things(reading, clauses.complements(noun, links), (*TARGET_TYPES, "Topic"))
    if not targets and noun.dep_ == "dobj":
        targets = clauses.things(reading, clauses.complements(noun.head, links), TARGET_TYPES)
    if not targets:
        return
    who = [*clauses.possessors(noun), *clauses.complements(noun, ("by", "from"))]
    if not who and noun.dep_ == "dobj" and noun.head.lemma_ in FILING and not tentative(noun.head):
        who = clauses.subjects(noun.head)
    had = (
        noun.dep_ == "dobj"
        and noun.head.lemma_ in GETTING
        and noun.lemma_.lower() in ("endorsement", "backing", "support", "praise", "admiration")
    )
    if had and not clauses.possessors(noun):  # "has the endorsement of the mayor": it is the mayor who endorses
        for giver in clauses.things(reading, clauses.complements(noun, ("of", "from")), ("Person", "Organization", "Outlet")):
            for getter in clauses.things(reading, clauses.subjects(noun.head)):
                yield draft(reading, noun, giver, predicate, getter, 0.65, f"had_{predicate.lower()}")
        return
    for s in clauses.things(reading, who):
        for o in targets:
            yield draft(reading, noun, s, predicate, o, 0.65, f"act_{predicate.lower()}")


CRITICAL = {
    **dict.fromkeys(("critical", "scathing", "dismissive", "contemptuous"), "CRITICIZED"),
    **dict.fromkeys(("fan", "admirer", "supportive"), "SUPPORTS"),
}


def _critical(reading: Reading, token: Token) -> Iterator[RelationDraft]:
    """ "has been critical of", "is scathing about", "is a fan of"."""
    predicate = CRITICAL[token.lower_]
    if token.dep_ not in ("acomp", "attr") or clauses.is_negated(token.head):
        return
    for s in clauses.things(reading, clauses.subjects(token.head)):
        for o in clauses.things(reading, clauses.complements(token, ("of", "about", "towards", "toward")), TARGET_TYPES):
            yield draft(reading, token, s, predicate, o, 0.65, "critical")


def _light(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    lemma = verb.lemma_.lower()
    nouns = [t for c in verb.children if c.dep_ in ("dobj", "attr") for t in clauses.conjuncts(c)]
    nouns += [o for p in verb.children if p.dep_ == "prep" and p.lower_ == "to" for o in p.children if o.dep_ == "pobj"]
    for noun in nouns:
        predicate = LIGHT.get((lemma, noun.lemma_.lower()))
        if predicate is None:
            continue
        links = LIGHT_LINKS[predicate]
        targets = clauses.complements(noun, links) + clauses.complements(verb, links)
        if noun.lower_ == "court":
            targets = clauses.objects(verb)
        for s in clauses.things(reading, clauses.subjects(verb)):
            for o in clauses.things(reading, targets):
                yield draft(reading, verb, s, predicate, o, 0.7, f"light_{predicate.lower()}")
    turned = any(c.dep_ == "prt" for c in verb.rights)  # "turned *up* on the programme"
    for particle in verb.rights:
        if (lemma, particle.lower_) in PHRASAL and not (turned and lemma in ("turn", "round")):
            found = [o for o in particle.children if o.dep_ == "pobj"]
            for s in clauses.things(reading, clauses.subjects(verb)):
                for o in clauses.things(reading, (t for f in found for t in clauses.conjuncts(f)), TARGET_TYPES):
                    yield draft(reading, verb, s, "CRITICIZED", o, 0.75, "phrasal_attack")


def _running_mate(reading: Reading, verb: Token) -> Iterator[RelationDraft]:
    """ "picked Walz as her running mate", "put him on the ticket"."""
    words = {t.lower_ for t in verb.subtree}
    if not (words & {"ticket"} or {"running", "mate"} <= words or ("mate" in words)):
        return
    for s in clauses.things(reading, clauses.subjects(verb), ("Person",)):
        for o in clauses.things(reading, clauses.objects(verb), ("Person",)):
            yield draft(reading, verb, o, "RUNNING_MATE_OF", s, 0.8, "picked")


# What is looked for at a verb, by its lemma.
CONSTRUCTIONS: dict[str, list[Callable[[Reading, Token], Iterator[RelationDraft]]]] = {}
for _construction, _lemmas in (
    (_light, [verb for verb, _ in (*LIGHT, *sorted(PHRASAL))]),
    (_running_mate, ["pick", "choose", "select", "name", "tap", "put"]),
    (_sponsors, ["sponsor", "support", "fund", "underwrite", "back", "bankroll"]),
    (_hires, ["hire", "employ", "recruit", "appoint"]),
):
    for _lemma in dict.fromkeys(_lemmas):
        CONSTRUCTIONS.setdefault(_lemma, []).append(_construction)


def find(reading: Reading) -> list[RelationDraft]:
    """The relations that the article's verbs state; only what is told as fact, not what is denied or announced."""
    out: list[RelationDraft] = []
    for verb in clauses.verbs(reading):
        lemma = verb.lemma_.lower()
        if lemma in FRAMES:
            out += _frames(reading, verb)
        if lemma in CONSTRUCTIONS and not tentative(verb):
            for construction in CONSTRUCTIONS[lemma]:
                out += construction(reading, verb)
    for token in reading.with_lemma(BANS, BAN_NOUNS):
        out += _bans(reading, token)
    for noun in reading.with_lemma(ACTS):
        out += _acts(reading, noun)
    for word in reading.with_form(CRITICAL):
        out += _critical(reading, word)
    return out
