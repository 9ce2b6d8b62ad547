"""Who uses which platform: accounts and channels, followings, posts and streams there."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.relations.roles import bearers

ACCOUNTS = frozenset(
    """account channel page profile feed handle following follower subscriber presence livestream stream video post audience viewer tier
    server community fan member listing""".split()
)
OPENING = frozenset(
    """open launch start create have run relaunch debut boast build amass gain operate own keep command count attract gain lose pass
    reach delete close reactivate reopen""".split()
)
POSTING = frozenset(
    """post write tweet announce stream livestream publish share upload say broadcast go reply respond declare reveal confirm appear answer
    complain introduce joke quip urge claim thank put release drop stream debut tease demand promise pledge vow warn argue insist
    apologise apologize congratulate mock rant vent boast brag muse reveal admit accuse deny dismiss celebrate explain note add
    fume beg plead ask wish threaten answer repeat recommend promote""".split()
)
JOINING = frozenset("join rejoin use quit leave".split())
MOVING = frozenset("move switch migrate return defect decamp turn flock".split())
USERS = ("Person", "Organization", "Show", "Outlet")
ON = ("on", "to", "via", "over", "across")


def _platforms(reading: Reading, token: Token) -> list[Thing]:
    """The platforms tied to `token`: "her *Twitch* channel", "followers *on TikTok*", "an account *there*"."""
    found = clauses.things(reading, [*clauses.modifiers(token), *clauses.possessors(token)], ("Platform",))
    found += clauses.things(reading, clauses.complements(token, ON), ("Platform",))
    if any(c.lower_ == "where" for c in token.head.lefts) and token.head.dep_ == "relcl":
        found += clauses.things(reading, [token.head.head], ("Platform",))  # "on Twitch, where he has 2m followers"
    if not found and any(t.lower_ == "there" for t in (*token.rights, *token.head.rights)):
        found = [t for _, t in reading.within(token.sent.start_char - 400 if token.sent.start_char > 400 else 0, token.idx, ("Platform",))][
            -1:
        ]
    return found


def _accounts(reading: Reading) -> Iterator[RelationDraft]:
    for token in reading.with_lemma(ACCOUNTS):
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        owners = clauses.things(reading, clauses.possessors(token), USERS)
        if not owners and any(c.lower_ == "whose" for c in token.lefts):
            owners = [t for _, t in reading.within(token.sent.start_char, token.idx, ("Person", "Organization", "Show"))][-1:]
        first = token
        while first.dep_ == "conj" and first.head.lemma_.lower() in ACCOUNTS:  # "2m subscribers on YouTube and 3m followers on X"
            first = first.head
        head = first.head
        platforms = _platforms(reading, token)
        if first.dep_ in ("dobj", "attr") and head.pos_ == "VERB":
            platforms = platforms or clauses.things(reading, clauses.complements(head, ON), ("Platform",))
            if not owners and head.lemma_.lower() in OPENING and not clauses.is_negated(head):
                owners = clauses.things(reading, clauses.subjects(head), USERS)
        elif token.dep_ in ("nsubj", "nsubjpass"):
            platforms = platforms or clauses.things(reading, clauses.complements(head, ON), ("Platform",))
        if not owners and head.lower_ in ("with", "to", "on", "through", "via") and head.dep_ == "prep":
            # "a streamer with 2m followers on Kick", "went live on a new YouTube account"
            owners = clauses.things(reading, [head.head] if head.head.pos_ != "VERB" else clauses.subjects(head.head), USERS)
        for owner in owners:
            for platform in platforms:
                yield _uses(reading, token, owner, platform, "account", 0.75)


def _posts(reading: Reading) -> Iterator[RelationDraft]:
    for verb in clauses.verbs(reading):
        lemma = verb.lemma_.lower()
        if clauses.is_negated(verb):
            continue
        if lemma in POSTING:
            platforms = clauses.things(reading, clauses.complements(verb, ("on", "to", "via")), ("Platform",))
            platforms += [
                t
                for o in verb.rights
                if o.dep_ == "dobj"
                for t in clauses.things(reading, clauses.complements(o, ("on", "to")), ("Platform",))
            ]
            rule = "post"
        elif lemma in MOVING:
            platforms, rule = clauses.things(reading, clauses.complements(verb, ("to",)), ("Platform",)), "move"
        elif lemma in JOINING:
            platforms, rule = clauses.things(reading, clauses.objects(verb), ("Platform",)), "join"
        else:
            platforms, rule = [], ""
        if lemma == "follow":  # "a million people follow her on Twitch"
            for user in clauses.things(reading, clauses.objects(verb), USERS):
                for platform in clauses.things(reading, clauses.deep_complements(verb, ("on",)), ("Platform",)):
                    yield _uses(reading, verb, user, platform, "followed", 0.75)
        if not platforms or clauses.is_passive(verb) or (lemma in ("stream", "broadcast") and verb.tag_ not in ("VBD", "VBZ", "VBP")):
            continue
        for user in clauses.things(reading, clauses.subjects(verb), ("Person", "Organization", "Outlet")):
            for platform in platforms:
                yield _uses(reading, verb, user, platform, rule, 0.65)


STARS = frozenset(
    """star group creator streamer influencer personality duo sensation celebrity collective pranksters comedian host vlogger broadcaster
    commentator channel musician trio account pundit""".split()
)


def _stars(reading: Reading) -> Iterator[RelationDraft]:
    """ "the YouTube group Tall Tales", "Twitch streamer Ann Lee"."""
    for noun in reading.with_form(STARS):
        if noun.i == 0 or noun.i + 1 >= len(reading.doc):
            continue
        platform, user = reading.at(noun.nbor(-1)), reading.at(noun.nbor(1))
        if platform is not None and user is not None and platform.type == "Platform" and user.type in ("Person", "Organization", "Show"):
            yield _uses(reading, noun, user, platform, "star", 0.75)


# Who bears such a name publishes there, though the platform itself goes unnamed.
NAMED_FOR = {"youtuber": "YouTube", "tiktoker": "TikTok", "instagrammer": "Instagram", "substacker": "Substack"}


def _named_for(reading: Reading) -> Iterator[RelationDraft]:
    """ "the YouTuber Ann Lee", "Ann Lee, a TikToker"."""
    for noun in reading.with_word(NAMED_FOR):
        name = NAMED_FOR.get(noun.lower_) or NAMED_FOR[noun.lemma_.lower()]
        users = bearers(reading, noun)
        if users:
            platform = next((t for t in reading.named("Platform") if t.name == name), None)
            platform = platform or reading.described("Platform", name, noun.idx, noun.idx + len(noun))
            for user in users:
                yield _uses(reading, noun, user, platform, "named_for", 0.7)


def _uses(reading: Reading, token: Token, user: Thing, platform: Thing, rule: str, confidence: float) -> RelationDraft:
    return RelationDraft(user, "USES", platform, f"relations.accounts.{rule}", [reading.sentence_span(token.idx)], confidence=confidence)


def find(reading: Reading) -> list[RelationDraft]:
    """Who has an account, channel or following on which platform, or posts and streams there."""
    return [*_accounts(reading), *_posts(reading), *_stars(reading), *_named_for(reading)]
