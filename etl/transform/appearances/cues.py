"""The words by which news English tells of appearances: verbs, nouns, and what makes an occasion planned, declined or unreal."""

from __future__ import annotations

import re

OCCURRED, PLANNED, DECLINED, UNREAL = "occurred", "planned", "declined", "unreal"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ------------------------------------------------------------------------------------------------------------ verbs
# Somebody comes to a place where people are heard: "appeared on", "dropped in on", "took the stage".
COMING = _words(
    """appear guest feature star debut return come go stop drop swing call phone dial turn show pop sit visit join do take participate speak talk
    chat spend beam be perch squeeze settle submit head perform zoom slip open headline make get tour travel promote"""
)
# Somebody meets somebody else on equal terms; who is host must be told from elsewhere.
MEETING = _words("sit speak talk chat converse stream livestream play record tape film spar banter riff reunite catch meet")
# The subject receives its object.
RECEIVING = _words(
    "host welcome interview receive grill quiz question cross-examine have bring feature book land entertain invite ask press put star include devote dedicate"
)
# In an article about one show, who does this on a stated day was on it.
VISITING = _words("come visit join drop turn stop appear arrive sit cook follow return pop perch feature guest bake")
# Of these, the ones that need no venue beside them.
INTERVIEWING = _words("interview cross-examine")
# The subject holds an occasion that a noun names: "gave an interview", "held a rally".
HOLDING = _words(
    """give hold do make deliver stage headline record tape film conduct grant lead finish wrap stream broadcast attend address start begin open kick
    launch use share schedule have end close put mark enter trade cap moderate line arrange plan face field secure"""
)
SAYING = _words(
    """say tell call claim admit announce reveal argue declare insist joke discuss acknowledge add allege answer assert assure boast challenge
    comment complain concede confess confirm contend criticize criticise decry defend denounce deny describe disclose dismiss explain express hint
    lament mock muse note observe pledge praise predict promise read recall recount reflect reiterate remark repeat reply respond reminisce slam
    state stress suggest tease touch unveil urge vent vow warn weigh attack accuse apologize apologise lash hit hail thank condemn pitch plug
    outline field compare rail sing cast deliver rip blast back endorse rule address tout demand ask introduce pay defend refuse"""
)
# With these, "on X" says nothing about where the subject was.
# The subject wins a guest: "landed an interview with".
WINNING = _words("land secure score snag bag get win conduct publish release air record publish carry film tape")
# Participles and relative clauses that only say more of an occasion: "aired on", "hosted by", "recorded in".
CARRIED = _words(
    "carry broadcast stream air publish release post show simulcast upload livestream record film tape hold host screen produce moderate present chair organize organise televise run call"
)
# Before an audience of questions: "faced questions from", "took calls from".
QUESTIONED = _words("question questioning grilling call")
# Two or more people do this to each other: on a broadcaster's air or before an audience it is a debate.
DUELLING = _words("clash spar debate meet square face tangle wrangle duel joust quarrel argue tussle trade lock")
# A repeat is no occasion of its own.
REPEATING = _words("repeat rerun re-run re-air rebroadcast replay recirculate")
NO_VENUE_VERBS = _words(
    """work base focus rely advertise report watch see hear listen air parody know serve build depend expand count write produce edit release host
    compete vote rank trend dominate lead top buy own sell sponsor launch drop premiere debut cancel run lose post upload follow subscribe invest found use want hope"""
)
POSTING = _words("post upload share publish release drop put film record")
POSTED = _words("video clip reel short vlog montage trailer apology tribute rant tutorial tiktok")

# These are posts where they are put on a platform.
FILMS = _words("film message footage recording address statement thread")
# Refusing and calling off; the particle or preposition must follow where one is given.
REFUSING: dict[str, frozenset[str]] = {
    **{v: frozenset() for v in
       """decline refuse reject rebuff snub skip cancel scrap shelve boycott duck shun spurn forgo nix ditch abandon dodge sidestep""".split()},
    "turn": _words("down"), "pull": _words("out"), "back": _words("out"), "bow": _words("out"), "drop": _words("out"),
    "withdraw": _words("from"), "call": _words("off"), "fall": _words("through"), "pass": _words("on up"), "stay": _words("away"),
    "opt": _words("out"), "put": _words("off"), "cry": _words("off"), "wave": _words("away off"), "blow": _words("off"), "collapse": frozenset(),
}  # fmt: skip
# Verbs that call an occasion off only when said of it in the passive: "has been dropped".
DROPPED = _words("drop pull remove cut strike axe postpone")
OFFERS = _words("invitation invite offer request approach")

# ------------------------------------------------------------------------------------------------------------ nouns
# Nouns of occasions, with the kind that they say ("" = none of their own).
NOUNS: dict[str, str] = {
    **dict.fromkeys("interview sit-down sitdown conversation chat discussion q&a exchange panel".split(), "interview"),
    **dict.fromkeys("episode podcast".split(), "podcast"),
    **dict.fromkeys("stream livestream live-stream live webcast simulcast".split(), "livestream"),
    **dict.fromkeys("broadcast phone-in call-in telecast".split(), "broadcast"),
    **dict.fromkeys("appearance outing turn stint cameo slot segment taping recording session visit hour spot debut match edition instalment installment finale special opener grilling performance dialogue encounter".split(), ""),
    "rally": "rally",
    **dict.fromkeys("speech keynote lecture sermon monologue oration address presentation".split(), "speech"),
    **dict.fromkeys("debate hustings showdown face-off head-to-head".split(), "debate"),
    "townhall": "town_hall",
}  # fmt: skip
# Nouns of standing programmes and channels: whose they are is the host; by themselves they are no occasion.
VENUES: dict[str, str] = {
    **dict.fromkeys("podcast pod vodcast".split(), "podcast"),
    **dict.fromkeys("stream livestream channel live".split(), "livestream"),
    **dict.fromkeys("show programme program broadcast talkshow".split(), "broadcast"),
    "series": "",
    **dict.fromkeys("couch sofa".split(), "broadcast"),
}  # fmt: skip
# Of these nouns the owner is the host ("her podcast"), of the others the guest ("her interview", "his turn").
OWNED_BY_HOST = _words(
    "podcast episode stream livestream live-stream live webcast broadcast phone-in panel channel show programme program series pod couch sofa"
)
# These say by themselves that somebody was heard; the others need a venue, a counterpart or a date beside them.
STRONG = _words(
    "edition grilling presentation interview sit-down sitdown q&a rally speech keynote debate townhall appearance livestream live-stream webcast lecture taping hustings"
)
# Words before a noun of occasion that say another one is meant than the last.
FURTHER = _words(
    "another second third fourth previous earlier prior separate return follow-up subsequent later rival rematch different similar"
)
BEFORE_CROWDS = frozenset({"rally", "speech", "town_hall"})
LIVE_KINDS = BEFORE_CROWDS | {"debate"}
WITH = _words("with opposite alongside beside featuring against")

# --------------------------------------------------------------------------------------------------------- modality
PLANS = _words(
    "expect schedule slate set due plan agree promise book bill announce confirm tip intend prepare arrange commit accept line pencil vow pledge"
)
UNREALS = _words(
    """invite want hope wish try ask consider offer propose urge like love beg rumour rumor speculate suggest fail deny seek mull weigh dream
    negotiate demand need pretend threaten encourage push consider"""
)
UNREAL_AUX = _words("would could might may should can must 'd ’d ca")
FUTURE_AUX = _words("will 'll ’ll shall wo")
HABIT = re.compile(
    r"\b(?:often|usually|regularly|frequently|routinely|rarely|seldom|sometimes|always|typically|every (?!one|body)|nightly|each (?:week|day|night|morning|episode)"
    r"|normally|tends? to|used to|generally|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b", re.I)  # fmt: skip
HYPOTHESIS = re.compile(r"\b(?:if|whether|unless|rumou?rs?|talk of|in talks|speculation|nothing has been agreed|as if|as though)\b", re.I)
PLANNED_WORDS = _words("planned upcoming scheduled forthcoming proposed future")
DECLINED_WORDS = _words("cancelled canceled aborted abandoned scrapped postponed")

# ------------------------------------------------------------------------------------------------------------ kinds
MEDIUM = re.compile(
    r"\b(?:(?P<podcast>podcasts?|vodcast|podcaster)|(?P<livestream>live-?streams?|livestreamed|streams?|streamer|webcast)"
    r"|(?P<broadcast>radio|television|TV|broadcast|broadcaster|airwaves|newscast|talk show|late-night|breakfast show|morning show|chat show|sofa|couch))\b"
)
SPACES = re.compile(r"\b(?:Spaces?|Clubhouse|audio room)\b")
BROADCASTER = re.compile(
    r"\b(?:TV|Television|Radio|FM|AM|News|Channel|BBC|CNN|NBC|CBS|ABC|MSNBC|ITV|ITN|Sky|NPR|PBS|CNBC|CBC|RTÉ|RTE|NDTV|ARD|ZDF|TF1|Al Jazeera|"
    r"Bloomberg|C-SPAN|Newsmax|LBC|Broadcasting|Network|Tele\w*|Rundfunk|Rai|RAI|\w*TV\w*|R[aáàâ]d[ií]o\w*|Rás|Kanal|Canal|Kanał|Cable|Antena|W[A-Z]{3}|K[A-Z]{3}|GBN?|EWTN"
    r"|[A-ZÁ]\S+ (?:\d{1,2}|One|Two|Three|Four|Five))\b"
)
BROADCASTER_KINDS = _words("tv radio broadcaster television broadcast network cable")
BROADCASTER_AFTER = re.compile(
    r"\W{0,2}, (?:an?|the|its|our|[\w’']+[’']s) (?:[\w-]+ ){0,4}?(?:channel|broadcaster|station|network|radio|television|TV)\b", re.I
)
CALLED_BROADCASTER = re.compile(r"\b(?:channel|broadcaster|(?:radio|television|TV) station|station|network)$", re.I)
BROADCASTER_BEFORE = re.compile(r"\b(?:channel|broadcaster|station|network|radio|television|TV)\s+$", re.I)
STREAMING = _words("Twitch Kick")
HOST_ROLE = r"(?:co-?hosts?|hosts?|podcasters?|presenters?|anchors?|interviewers?|moderators?|streamers?|youtubers?|broadcasters?|newsreaders?|disc jockeys?|DJs?)"

# A figure or an account on a platform does not say where an occasion was.
ELSEWHERE = _words(
    """follower subscriber account following audience user owner view fan listener viewer presence ban profile page download like founder boss
    executive chief member investor advert advertisement advertiser shareholder reporter correspondent editor spokesman spokeswoman spokesperson
    survey poll handle"""
)
PLURALS = _words("they them two pair both duo couple men women candidates rivals trio")
