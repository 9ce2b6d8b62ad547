"""What the words around a name tell of its type: apposition, verbs of saying, "host of", "followers on", "mayor of", and the like.

`cues` looks at a few words to the left and right of one mention and yields votes, pairs of a type and a weight; about 3 is
sure evidence, 1 a hint. `Work`, `Event` and `Product` are types here too: such names are no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from etl.transform.kinds import kinds_of
from etl.transform.name_spans import Candidate
from etl.transform.reading import Reading

Vote = tuple[str, float]

SAYING = frozenset(
    """said says say saying told tells tell asked asks added adds argued argues wrote writes explained explains recalled recalls insisted
    insists replied replies noted notes joked jokes quipped warned warns admitted admits confessed conceded claimed claims declared
    announced announces thinks thought believes believed countered observed observes remarked remarks complained complains suggested
    suggests responded answered answers commented comments tweeted concluded shrugged laughed laughs acknowledged recounted mused
    stressed urged predicted promised vowed boasted pleaded protested cautioned describes described calls called puts put jokes
    continued continues offered offers wondered wonders agreed agrees denied denies maintains maintained reckons reckoned""".split()
)
HUMAN_VERBS = frozenset(
    """sat spoke speaks talked talks appeared appears joined joins hosted hosts interviewed interviews met meets praised thanked grew
    resigned retired married lost won ran runs wore smiled walked stood stands sits died born lives lived studied taught teaches learned
    chatted played plays sang sings performed quit went returned visited campaigned endorsed mocked criticised criticized attacked
    slammed defended apologised apologized refused declined wants wanted hopes hoped tried loves loved hates knows knew felt feels
    invited pressed turned took takes began begins nodded swore accused himself herself""".split()
)
COMPANY_VERBS = frozenset(
    """acquired acquires bought launched launches sued sues owns owned operates announced reported employs employed raised raises sells
    sold filed paid pays signed suspended banned hired fired invested unveiled""".split()
)
AIRING_VERBS = frozenset("aired airs broadcast broadcasts reported reports published publishes revealed screened printed reporting ran".split())
KIN = frozenset(
    """mother father wife husband son daughter brother sister partner family parents children friend friends aide aides lawyer lawyers
    agent career mouth voice face hair fans supporters allies opponent rival rivals remarks comments speech campaign candidacy death
    birthday nephew niece uncle aunt cousin childhood autobiography memoir running-mate presidency mayoralty team-mate kitchen words""".split()
)
PLACE_BEFORE = frozenset("in near across throughout outside around".split())
PLATFORM_TIES = frozenset(
    """followers follower subscribers subscriber users account accounts channel channels page profile posted posts post posting video videos
    streamed streams streaming stream livestream livestreamed live shared shares uploaded wrote tweeted views fans verified clip clips
    message messages following viewers downloads banned likes watched account’s handle reels feed""".split()
)
APPEARING = frozenset(
    """appeared appear appears appearing appearance appearances guest guests guested interviewed interview interviews episode host hosted
    spoke speaking talked spot slot segment return returned stint gone went goes going turn featured sat debut booked""".split()
)
AIRED_ON = frozenset("aired airs airing broadcast broadcasts shown screened carried televised".split())
OUT_ON = frozenset("out available heard released published found premiered premieres hosted carried distributed launched exclusively".split())
AFTER: Mapping[str, tuple[Vote, ...]] = {
    "app": (("Platform", 3.0),), "platform": (("Platform", 3.0),), "account": (("Platform", 2.0), ("Person", 0.5)), "accounts": (("Platform", 2.0),),
    "followers": (("Platform", 2.0), ("Person", 0.5)), "subscribers": (("Platform", 1.5), ("Show", 0.7)), "users": (("Platform", 2.5),),
    "livestream": (("Platform", 2.0),), "stream": (("Platform", 1.5), ("Person", 0.3)), "channel": (("Platform", 1.5), ("Show", 0.5)),
    "video": (("Platform", 1.0),), "videos": (("Platform", 1.0),), "post": (("Platform", 1.0),), "streamer": (("Platform", 1.5),),
    "podcast": (("Show", 3.0),), "show": (("Show", 2.0),), "programme": (("Show", 2.0),), "episode": (("Show", 2.5),), "series": (("Show", 1.5),),
    "listeners": (("Show", 2.0),), "host": (("Show", 1.5), ("Outlet", 1.0)), "hosts": (("Show", 1.5), ("Outlet", 0.7)), "co-host": (("Show", 2.5),),
    "viewers": (("Show", 1.0), ("Outlet", 1.0)), "presenter": (("Outlet", 1.5), ("Show", 1.5)), "anchor": (("Outlet", 2.0), ("Show", 0.5)),
    "newspaper": (("Outlet", 3.0),), "magazine": (("Outlet", 2.5),), "reporter": (("Outlet", 2.5),), "correspondent": (("Outlet", 2.5),),
    "journalist": (("Outlet", 2.5),), "columnist": (("Outlet", 2.5),), "editor": (("Outlet", 1.5),), "newsroom": (("Outlet", 2.5),),
    "poll": (("Outlet", 1.0), ("Organization", 0.7)), "survey": (("Outlet", 0.7), ("Organization", 1.0)), "interview": (("Outlet", 0.7), ("Person", 0.5)),
    "spokesperson": (("Organization", 2.0),), "spokesman": (("Organization", 2.0),), "spokeswoman": (("Organization", 2.0),),
    "ceo": (("Organization", 2.5),), "boss": (("Organization", 2.0),), "shares": (("Organization", 2.0),), "shareholders": (("Organization", 2.0),),
    "executive": (("Organization", 1.5),), "executives": (("Organization", 1.5),), "staff": (("Organization", 1.0),), "board": (("Organization", 1.0),),
    "employees": (("Organization", 1.5),), "factory": (("Organization", 1.0), ("Place", 0.7)), "campaign": (("Person", 1.0),),
    "administration": (("Person", 1.0),), "supporters": (("Person", 0.8),), "fans": (("Person", 0.5),), "rally": (("Person", 0.7), ("Place", 0.3)),
    "residents": (("Place", 2.0),), "suburb": (("Place", 2.0),), "voters": (("Place", 1.5),), "mayor": (("Place", 1.5),), "governor": (("Place", 1.0),),
    "region": (("Place", 2.0),), "area": (("Place", 2.0),), "neighborhood": (("Place", 2.5),), "neighbourhood": (("Place", 2.5),),
    "district": (("Place", 2.0),), "novel": (("Work", 1.5),), "film": (("Work", 1.0),), "franchise": (("Work", 1.0),), "game": (("Work", 1.0),),
    "striker": (("Organization", 1.5),), "midfielder": (("Organization", 1.5),), "goalkeeper": (("Organization", 1.5),), "fan": (("Organization", 0.7),),
}  # fmt: skip
# "chief executive of X", "hired from X": the phrase that ends right before the name.
BEFORE: tuple[tuple[re.Pattern[str], tuple[Vote, ...]], ...] = tuple(
    (re.compile(rf"(?:^|\W)(?:{pattern})$"), votes)
    for pattern, votes in (
        (r"(?:episode|episodes|edition|editions|instal?lments?|hosts?|co-hosts?|presenters?|co-presenters?|guests?|listeners|finale|season|"
         r"stars?|recordings?|taping|creators?) (?:\d+ )?(?:of|on|to)(?: the)?", (("Show", 2.5), ("Outlet", 0.3))),
        (r"(?:hosts|hosting|co-hosts|co-hosting|co-hosted|presents|presenting|guest-hosted)(?: the)?", (("Show", 2.5),)),
        (r"(?:hosted|presented|launched)", (("Show", 0.7), ("Person", 0.3))),
        (r"(?:hosted|presented|co-hosted|moderated|interviewed|accompanied|joined|written|founded|fronted|chaired|led|born|named|starring) by",
         (("Person", 1.5), ("Organization", 0.3), ("Outlet", 0.4))),
        (r"(?:produced|owned|published|made|backed|sponsored|funded|commissioned|acquired|manufactured|bought|run|operated) by(?: the)?",
         (("Organization", 2.5), ("Person", 0.5), ("Outlet", 0.3))),
        (r"(?:chief executive|executive|ceo|managing director|director|founder|co-founder|chair|chairman|chairwoman|head|president|"
         r"boss|owner|spokes(?:man|woman|person)|employee|member|members|staff|shares|vice-president|partner|leader|secretary|chancellor|rector)"
         r"(?: of| for| at| with| in)(?: the)?", (("Organization", 2.0), ("Outlet", 0.6), ("Platform", 0.4), ("Place", 0.3))),
        (r"(?:works|worked|working|hired|poached|deal|contract|partnership|sponsorship|signed|merger|stake|invested|investment|shares?|"
         r"lawsuit|teamed up) (?:for|at|from|by|with|in|against)(?: the)?", (("Organization", 1.5), ("Outlet", 0.6), ("Platform", 0.5), ("Person", 0.2))),
        (r"(?:sued|suing|acquired|acquiring|bought)", (("Organization", 1.0), ("Platform", 0.4))),
        (r"(?:lectures|lecturer|professor|fellow|teaches|student|studied|researcher|graduate|degree|scholar|scientist)(?: [\w ]{2,40})? "
         r"(?:at|of|from)(?: the)?", (("Organization", 2.0),)),
        (r"(?:professor|teacher|lecturer|doctor) of", (("Work", 1.0),)),
        (r"(?:mayor|city|town|village|governor|prime minister|president|capital|people|state|province|district|voters|king|queen|"
         r"ambassador to|suburb|port|region|streets|north|south|east|west|outskirts|residents|university) of(?: the)?", (("Place", 2.0),)),
        (r"(?:senator|representative|congressman|congresswoman|mp|delegate|lawmaker|councillor) (?:from|for)", (("Place", 2.0),)),
        (r"(?:rival|counterpart|job|role|career|stint|boss|chief|executive|officer|producer) at(?: the)?", (("Organization", 1.5), ("Outlet", 0.6))),
        (r"(?:colleagues|editors|reporters|researchers|analysts|staff|journalists|executives) (?:at|from|with)(?: the)?",
         (("Organization", 1.5), ("Outlet", 1.2))),
        (r"(?:correspondent|reporter|editor|columnist|critic|anchor|newsreader|presenter|producer|journalist) (?:for|at|of|with|on)(?: the)?",
         (("Outlet", 2.0), ("Show", 0.3))),
        (r"according to(?: the)?", (("Outlet", 0.7), ("Person", 0.7), ("Organization", 0.7))),
        (r"(?:told|telling|tells)(?: the)?", (("Outlet", 1.2), ("Person", 0.8))),
        (r"(?:statement|letter|email|e-mail|interview|conversation|sit-down) (?:to|with|for)(?: the)?", (("Outlet", 0.8), ("Person", 0.9))),
        (r"(?:debate|debated|beat|defeat|defeated|against|faces|facing|versus|rival|opponent|endorsed|endorses|endorsing|interviewed|"
         r"interviewing|mr|ms|mrs|named|nominated|elected)", (("Person", 0.8),)),
        (r"(?:played|playing|wrote|directed|directing|authored|screening of|sequel to|remake of|copies of|author of|writer of|novel|"
         r"adaptation of|chapter of|translation of|starred in|starring in|plays|play)(?: the)?", (("Work", 2.0),)),
        (r"(?:rounds|game|games|round) of", (("Work", 1.5),)),
        (r"under the (?:title|banner|name|heading)", (("Show", 2.0), ("Work", 0.7))),
        (r"(?:banned|suspended|removed|kicked|deplatformed|barred|thrown off|threw (?:him|her|them) off) (?:from|by|off)?", (("Platform", 1.5), ("Outlet", 0.3))),
        (r"(?:rally|rallies|event|speech|town hall|stop|swing|stage|concert|gig|home|office|offices|headquarters|school|shop|pub|bar|"
         r"based|born|raised|lives|lived|living|moved|flew|travelled|traveled|arrived|voters) (?:in|at|to|from)(?: the)?", (("Place", 1.5),)),
    )
)  # fmt: skip
BARE_ROLE_OPENERS = re.compile(r"(?!retired|managing|acting|leading|founding|long-serving|outgoing|incoming|serving|presiding).+(?:ed|ing)$")
DETERMINERS = frozenset("a an the his her its their our my your this that whose one another some".split())
STOPS = frozenset(
    """who which that whom whose where when whether of in on at to for from with by as about into over under after before since until during
    against between and but or is was are were be been being has have had will would can could may might should must did does do said says
    not because while if then , ; : . ( ) — – ? ! \n""".split()
) - {"of"}  # fmt: skip
APPOSING = frozenset((",", "—", "–", "(", "-"))
CONTEXT_TOKEN = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*|[^\w\s]|\n")
# A line of a programme or tour: "Thu 9 April – Cardiff, New Theatre – with Hallam Reyes".
LIST_LINE = re.compile(r"^[^.\n]{0,30}\d[^.\n]*[–—:|]|^[^.\n]*[–—|][^.\n]*\d[^.\n]*$")
AUXILIARIES = frozenset("is was are were has had have will would can could may might must should does did".split())
QUOTE_MARKS = frozenset("“”\"‘’'*_")


def left_of(text: str, start: int, limit: int = 12) -> list[str]:
    """Up to `limit` tokens before `start` in small letters, nearest first, quotation marks left out."""
    found = [t for t in CONTEXT_TOKEN.findall(text[max(0, start - 110) : start]) if t not in QUOTE_MARKS]
    return [t.lower() for t in found[: -limit - 1 : -1]]


def right_of(text: str, end: int, limit: int = 16) -> list[str]:
    """Up to `limit` tokens after `end`, nearest first, as written; a possessive ending stays as "'s"."""
    window = text[end : end + 130]
    out: list[str] = []
    if window[:2] in ("’s", "'s") or (window[:1] in ("’", "'") and text[end - 1 : end] == "s" and window[1:2] == " "):
        out.append("'s")
        window = window[2:] if window[1:2] == "s" else window[1:]
    out += [t for t in CONTEXT_TOKEN.findall(window) if t not in QUOTE_MARKS]
    return out[:limit]


def noun_phrase(tokens: list[str]) -> tuple[str, list[str]] | None:
    """The head and the words of the noun phrase that `tokens` begin with, None where no describing noun heads it."""
    words: list[str] = []
    head_at = -1
    for token in tokens[:9]:
        if token.lower() in STOPS and not (token.lower() == "and" and len(words) > 1 and False):
            break
        if not (token[0].isalnum() or token in ("-", "‑")):
            break
        words.append(token)
        if token[0].islower() and kinds_of(token):
            head_at = len(words) - 1
        elif head_at >= 0 and token.lower() == "of":
            break
    if head_at < 0:
        return None
    return words[head_at].lower(), words[: head_at + 1]


def closes(tokens: list[str]) -> bool:
    """Whether an apposition may end before `tokens`: no verb follows, of which it would be the subject ("…, the mayor said")."""
    return not tokens or tokens[0].lower() not in SAYING | AUXILIARIES


def _weighted(noun: str, weight: float) -> Iterator[Vote]:
    for kind, share in kinds_of(noun).items():
        if kind != "Group":
            yield kind, weight * share


def cues(reading: Reading, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """The votes of the words around one mention; `known` gives the types of sure names by where they start and end."""
    left, right = left_of(reading.text, candidate.start), right_of(reading.text, candidate.end)
    if left and left[0] == "the" and len(left) > 1:
        left_bare = left[1:]
    else:
        left_bare = left
    yield from _noun_before(reading, candidate, left, right)
    before = " ".join(reversed(left[:8]))
    for pattern, votes in BEFORE:
        if pattern.search(before):
            yield from votes
    yield from _prepositions(left_bare, right)
    yield from _neighbours(reading.text, candidate, known)
    yield from _after(left, right)


def _neighbours(text: str, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """What sure names right beside this one tell: "Radio Corran's X" is a show, "X, Leeds" a place."""
    before, after = text[max(0, candidate.start - 4) : candidate.start], text[candidate.end : candidate.end + 2]
    for possessive in ("’s ", "'s ", "’s “", "'s \"", "’s ‘", "’ ", "' "):
        if before.endswith(possessive) and known.get(candidate.start - len(possessive)) in ("Outlet", "Platform"):
            yield "Show", 2.5 if candidate.form == "quoted" else 1.6
    if after == " (" and known.get(candidate.end + 2) in ("Platform", "Outlet") and candidate.form != "run":
        yield "Show", 2.5
    if after == ", " and known.get(candidate.end + 2) == "Place":
        yield "Place", 1.5
    if before.endswith(", ") and known.get(candidate.start - 2) == "Place" and LIST_LINE.search(_line(text, candidate.start)):
        yield "Place", 2.5


def _line(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)][:200]


def _noun_before(reading: Reading, candidate: Candidate, left: list[str], right: list[str]) -> Iterator[Vote]:
    if not left:
        return
    first = left[0]
    listed = 2 if left[:2] in (["them", "among"], ["as", "such"]) else 1 if first in ("including", "like") else 0
    if listed and (nouns := [w for w in left[listed : listed + 4] if kinds_of(w)]):
        yield from _weighted(nouns[0], 2.5)
        return
    if first in ("called", "named", "titled", "entitled", "dubbed") and len(left) > 1:
        nouns = [w for w in left[1:6] if kinds_of(w)]
        if nouns:
            yield from _weighted(nouns[0], 3.0)
        return
    if first == "," and len(left) > 1 and kinds_of(left[1]):
        reach = left[2:7]
        stop = next((n for n, w in enumerate(reach) if w in (",", ".", "\n")), len(reach))
        if any(w in DETERMINERS or w == "'s" or w.endswith(("’s", "'s")) for w in reach[:stop]) and (right[:1] and right[0] in (",", ".", ";", ")", "—", "–")):
            yield from _weighted(left[1], 3.5)
        return
    if kinds_of(first):
        token = reading.token(max(0, candidate.start - 2))
        if token.pos_ in ("NOUN", "PROPN", "ADJ") or first not in ("show", "host", "stream", "report", "play", "film", "guest", "judge", "star"):
            # "the company Lowe bought": the noun is not what Lowe is
            lone = " " not in candidate.text
            relative = lone and bool(right) and right[0][0].islower() and reading.token(candidate.end + 1).pos_ in ("VERB", "AUX")
            person = "Person" in kinds_of(first)
            yield from _weighted(first, 3.0 if person or not relative else 1.0)


def _prepositions(left: list[str], right: list[str]) -> Iterator[Vote]:
    if not left:
        return
    near = set(left[1:6])
    first = left[0]
    if first in PLACE_BEFORE:
        yield "Place", 1.5
    elif first == "at":
        yield "Place", 0.8
        yield "Event", 0.3
        yield "Organization", 0.4
    elif first in ("from", "to"):
        person = len(left) > 1 and "Person" in kinds_of(left[1])
        yield "Place", 1.3 if first == "from" and person else 0.3
    elif first == "with" and near & {"interview", "conversation", "chat", "episode", "stream", "spoke", "talked", "sat", "discussion", "debate", "live"}:
        yield "Person", 1.5
    elif first in ("on", "via", "through") and right[:1] == ["'s"]:
        yield "Person", 0.3
    elif first in ("on", "via", "through"):
        yield "Person", -1.0
        if right and right[0].lower() in ("he", "she", "they", "i", "we") and right[1:3] and set(right[1:3]) & (SAYING | APPEARING | HUMAN_VERBS | {"was"}):
            yield "Show", 1.2
        yield "Show", 0.8
        yield "Platform", 0.9
        yield "Outlet", 0.4
        if near & PLATFORM_TIES or (right and right[0].lower() in ("followers", "users", "subscribers")):
            yield "Platform", 1.6
        if near & APPEARING:
            yield "Show", 1.4
            yield "Outlet", 0.5
        if near & AIRED_ON:
            yield "Outlet", 1.5
            yield "Platform", 0.5
        if near & OUT_ON:
            yield "Platform", 1.2
    elif first == "by" and near & AIRED_ON:
        yield "Outlet", 1.5
    elif first in ("'s", "’s") or first.endswith(("’s", "'s")):
        yield "Show", 0.5
    elif first in SAYING and not (right and right[0] == "'s"):
        yield "Person", 1.2
        yield "Outlet", 0.3
        yield "Organization", 0.4


def _after(left: list[str], right: list[str]) -> Iterator[Vote]:
    if not right:
        return
    first, second = right[0].lower(), (right[1].lower() if len(right) > 1 else "")
    if first == "'s":
        if second in KIN:
            yield "Person", 2.0
        elif second in ("host", "hosts", "co-host", "listeners", "episode"):
            yield "Show", 2.0
        elif second in ("marketing", "department", "newsroom", "staff", "app", "website", "lawyers", "campaign", "chief", "ceo", "founder", "shares", "board", "headquarters", "spokesman", "spokeswoman", "spokesperson"):
            yield "Organization", 1.5
        elif second in ("capital", "mayor", "population", "government", "parliament", "president", "economy"):
            yield "Place", 1.5
        elif second in ("podcast", "show", "channel", "stream"):
            yield "Person", 0.8
        return
    if first in APPOSING:
        yield from _apposition(first, right)
        return
    if first in AFTER:
        yield from AFTER[first]
    if first in SAYING:
        yield "Person", 1.5
        yield "Outlet", 0.5
        yield "Organization", 0.7
    if first in HUMAN_VERBS or (first in ("has", "had", "also", "will", "would") and second in HUMAN_VERBS):
        yield "Person", 1.0
    if first in COMPANY_VERBS:
        yield "Organization", 0.5
    if first in AIRING_VERBS:
        yield "Outlet", 1.2
    if first == "who":
        yield "Person", 2.5
    if first in ("hosted", "presented", "fronted", "co-hosted", "anchored") and second == "by":
        yield "Show", 2.5
    if first in ("is", "was", "are", "were", "became", "remains", "will") and second:
        rest = right[2:] if second == "be" else right[1:]
        if rest and rest[0].lower() in DETERMINERS and (np := noun_phrase(rest[1:])):
            yield from _weighted(np[0], 2.0)


def _determined(tokens: list[str]) -> int | None:
    """Where the noun phrase goes on behind its determiner, a possessive name of up to four words included; None without one."""
    if tokens[0].lower() in DETERMINERS:
        return 1
    for n, token in enumerate(tokens[:4]):
        if token.endswith(("’s", "'s")):
            return n + 1
        if not token[0].isupper():
            return None
    return None


def _apposition(mark: str, right: list[str]) -> Iterator[Vote]:
    rest = right[1:]
    if not rest:
        return
    low = rest[0].lower()
    close = rest[1] if len(rest) > 1 else ""
    if low.isdigit() and 10 <= int(low) <= 110 and close in (",", ".", ")", "and", ";", "—", "–"):
        yield "Person", 4.0
        return
    if mark == "-":
        return
    if low == "who":
        yield "Person", 2.5
    elif low == "which":
        for kind in ("Organization", "Platform", "Outlet", "Show"):
            yield kind, 0.5
        yield "Person", -1.0
    elif low == "where":
        yield "Place", 1.2
    elif (at := _determined(rest)) is not None:
        if (np := noun_phrase(rest[at:])) and closes(rest[at + len(np[1]) :]):
            yield from _weighted(np[0], 4.0)
    elif low in ("hosted", "presented", "fronted", "co-hosted", "anchored") and close == "by":
        yield "Show", 2.5
    elif rest[0][0].islower() and not BARE_ROLE_OPENERS.fullmatch(low) and (np := noun_phrase(rest)) and "Person" in kinds_of(np[0]) and len(np[1]) <= 5:
        yield "Person", 2.0


@cache
def _last_words() -> Mapping[str, tuple[Vote, ...]]:
    table: dict[str, tuple[Vote, ...]] = {}
    for kind, weight, words in (
        ("Outlet", 4.0, """times post herald news gazette tribune telegraph chronicle observer courier guardian dispatch bugle examiner inquirer
         enquirer sentinel mercury echo argus radio tv fm broadcasting newspapers press wire journal review newspaper television advertiser
         independent leader reporter register mail express standard sun star mirror today bulletin ledger globe"""),
        ("Organization", 4.0, """party campaign committee ltd limited inc incorporated corp corporation co company plc llc gmbh ag media university
         college institute foundation council ministry union club association federation group holdings networks partners agency bureau department
         commission authority board alliance coalition trust society league bank capital ventures studios pictures entertainment records
         productions games labs technologies technology systems software pharmaceuticals motors airlines airways energy brewery brewing
         foods coffee clothing apparel cosmetics books publishing publishers consulting communications academy court senate parliament
         congress caucus army police navy orchestra church united rovers fc city-fc administration organization organisation center-right
         brigade movement front pac action network initiative project fund charity relief watch forum team boys cordials audio live
         talent management industries enterprises solutions partnership insurance logistics senate assembly treasury wanderers athletic"""),
        ("Place", 4.0, """theatre theater hall arena stadium park street square centre center airport island islands county city state province
         bay river mountain palace gardens garden road avenue lane hotel cathedral castle bridge beach hills hill valley heights village
         town market quay wharf pier rooms ballroom coliseum forum pavilion playhouse amphitheatre library museum gallery station harbour
         harbor house dome bowl plaza district airport springs falls lake sea ocean coast desert peninsula region territory vestry barn inn"""),
        ("Show", 3.0, """show podcast programme program hour tonight breakfast diaries sessions files talks cast minutes morning nights uncut
         unfiltered confidential experience daily live weekly hotline roundtable chat pod theory"""),
        ("Event", 4.0, """festival summit conference convention awards award prize cup championship championships olympics election primary war fair
         expo games agreement treaty act bill forum week day fest con grammys oscars derby open marathon riots pact accord"""),
    ):  # fmt: skip
        for word in words.split():
            table[word] = (*table.get(word, ()), (kind, weight))
    return {w: tuple((k, x / len(v)) for k, x in v) for w, v in table.items()}


FIRST_WORDS: Mapping[str, tuple[Vote, ...]] = {
    **dict.fromkeys("radio rádio tv télé tele channel canal diario diário jornal journal gazeta corriere die le".split(), (("Outlet", 2.5),)),
    **dict.fromkeys("university universidade universidad université bank ministry department institute partido parti partei college".split(), (("Organization", 4.0),)),
    **dict.fromkeys("agenzia agence agencia agência agentur".split(), (("Outlet", 3.5),)),
    **dict.fromkeys("team".split(), (("Organization", 2.0),)),
    **dict.fromkeys("port fort mount lake cape san santa são santo los las saint st el north south east west new upper lower".split(), (("Place", 1.0),)),
    **dict.fromkeys("café rua rue".split(), (("Show", 0.3), ("Place", 0.3))),
}  # fmt: skip


OCCASIONS = frozenset(
    """super bowl|world cup|champions league|premier league|olympic games|ryder cup|winter olympics|summer olympics|world series|grand prix|
    eurovision song|golden globes|oscar night|black friday|super tuesday|new year|cold war|world war|civil war|holy week|pride month""".replace("\n    ", "").split("|")
)


def shape(name: str) -> Iterator[Vote]:
    """The votes of the name's own words: "… Party", "Radio …", "… Arena", "The … Show"."""
    words = [w.casefold().strip(".") for w in re.split(r"[\s\u00a0]+", name) if w]
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    if " ".join(words[-2:]) in OCCASIONS:
        yield "Event", 9.0
    if len(words) < 2:
        return
    head = words.index("of") - 1 if "of" in words[1:] else words.index("for") - 1 if "for" in words[1:] else len(words) - 1
    yield from _last_words().get(words[head], ())
    if words[head] not in _last_words():
        yield from ((k, 1.8 * w) for k, w in kinds_of(words[head]).items() if k not in ("Person", "Group"))
    yield from FIRST_WORDS.get(words[0], ())
    if re.search(r"\b(?:TV|FM|[WK][A-Z]{3})\b", name):
        yield "Outlet", 3.0
