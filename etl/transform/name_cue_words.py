"""The words and phrases beside names that tell what they name, each with the types that it votes for."""

from __future__ import annotations

import re
from collections.abc import Mapping

Vote = tuple[str, float]

SAYING = frozenset(
    """said says say saying told tells tell asked asks added adds argued argues wrote writes explained explains recalled
    recalls insisted insists replied replies noted notes joked jokes quipped warned warns admitted admits confessed
    conceded claimed claims declared announced announces thinks thought believes believed countered observed observes
    remarked remarks complained complains suggested suggests responded answered answers commented comments tweeted
    concluded shrugged laughed laughs acknowledged recounted mused stressed urged predicted promised vowed boasted pleaded
    protested cautioned describes described calls called puts put jokes continued continues offered offers wondered
    wonders agreed agrees denied denies maintains maintained reckons reckoned""".split()
)
HUMAN_VERBS = frozenset(
    """sat spoke speaks talked talks appeared appears joined joins hosted hosts interviewed interviews met meets praised
    thanked grew resigned retired married lost won ran runs wore smiled walked stood stands sits died born lives lived
    studied taught teaches learned chatted played plays sang sings performed quit went returned visited campaigned
    endorsed mocked criticised criticized attacked slammed defended apologised apologized refused declined wants wanted
    hopes hoped tried loves loved hates knows knew felt feels invited pressed turned took takes began begins nodded swore
    accused himself herself""".split()
)
COMPANY_VERBS = frozenset(
    """acquired acquires bought launched launches sued sues owns owned operates announced reported employs employed raised
    raises sells sold filed paid pays signed suspended banned hired fired invested unveiled""".split()
)
AIRING_VERBS = frozenset(
    "aired airs broadcast broadcasts reported reports published publishes revealed screened printed reporting ran".split()
)
RELATIVES = frozenset("mother father wife husband son daughter brother sister nephew niece uncle aunt cousin".split())
# Whose "of" names a person.
FAMILY = RELATIVES | frozenset(
    """grandson granddaughter grandmother grandfather widow widower stepson stepdaughter sister-in-law brother-in-law son-in-law
    daughter-in-law mother-in-law father-in-law""".split()
)
KIN = RELATIVES | frozenset(
    """partner family parents children friend friends aide aides lawyer lawyers agent career mouth voice face hair fans supporters allies
    opponent rival rivals remarks comments speech campaign candidacy death birthday childhood autobiography memoir running-mate
    presidency mayoralty team-mate kitchen words""".split()
)
# Nouns of one another's trade: of a lone unknown word they make a company, of two words a person.
EITHER = frozenset(
    "publisher rival partner contractor pollster promoter distributor backer owner successor predecessor producer maker".split()
)
# Of a title that is set off, the words of the same sentence tell whether it is on air or on paper.
ON_AIR = frozenset(
    """podcast podcasts episode episodes listeners aired airs airing broadcast host hosts hosted hosting presenter radio subscribers streams
    streaming viewers phone-in talk season co-hosts co-host newsletter show programme guests livestream stream channel airtime on-air
    weeknights showrunner""".split()
)
ON_PAPER = frozenset(
    """novel film films album song songs book books memoir game games movie movies wrote starring starred premiere box-office track single
    chapter published directed director author cinema cinemas screenplay sequel players play plays theatre poem sings sang painting
    released soundtrack musical edition""".split()
)
PLACE_BEFORE = frozenset("in near across throughout outside around".split())
PLATFORM_TIES = frozenset(
    """followers follower subscribers subscriber users account accounts channel channels page profile posted posts post
    posting video videos streamed streams streaming stream livestream livestreamed live shared shares uploaded wrote
    tweeted views fans verified clip clips message messages following viewers downloads banned likes watched account’s
    handle reels feed""".split()
)
APPEARING = frozenset(
    """appeared appear appears appearing appearance appearances guest guests guested interviewed interview interviews episode
    host hosted spoke speaking talked spot slot segment return returned stint gone went goes going turn featured sat debut
    booked""".split()
)
AIRED_ON = frozenset("aired airs airing broadcast broadcasts shown screened carried televised".split())
OUT_ON = frozenset(
    "out available heard released published found premiered premieres hosted carried distributed launched exclusively".split()
)
# Nouns right behind a name: "X app", "X correspondent".
AFTER: Mapping[str, tuple[Vote, ...]] = {
    word: votes
    for words, votes in (
        ("app platform", (("Platform", 3.0),)),
        (
            "account followers",
            (
                ("Platform", 2.0),
                ("Person", 0.5),
            ),
        ),
        ("accounts livestream", (("Platform", 2.0),)),
        (
            "subscribers",
            (
                ("Platform", 1.5),
                ("Show", 0.7),
            ),
        ),
        ("users", (("Platform", 2.5),)),
        (
            "stream",
            (
                ("Platform", 1.5),
                ("Person", 0.3),
            ),
        ),
        (
            "channel",
            (
                ("Platform", 1.5),
                ("Show", 0.5),
            ),
        ),
        ("video videos post", (("Platform", 1.0),)),
        ("streamer", (("Platform", 1.5),)),
        ("podcast", (("Show", 3.0),)),
        ("show programme listeners", (("Show", 2.0),)),
        ("episode co-host", (("Show", 2.5),)),
        ("series", (("Show", 1.5),)),
        (
            "host",
            (
                ("Show", 1.5),
                ("Outlet", 1.0),
            ),
        ),
        (
            "hosts",
            (
                ("Show", 1.5),
                ("Outlet", 0.7),
            ),
        ),
        (
            "viewers",
            (
                ("Show", 1.0),
                ("Outlet", 1.0),
            ),
        ),
        (
            "presenter",
            (
                ("Outlet", 1.5),
                ("Show", 1.5),
            ),
        ),
        (
            "anchor",
            (
                ("Outlet", 2.0),
                ("Show", 0.5),
            ),
        ),
        ("newspaper", (("Outlet", 3.0),)),
        ("magazine reporter correspondent journalist columnist newsroom", (("Outlet", 2.5),)),
        ("editor", (("Outlet", 1.5),)),
        (
            "poll",
            (
                ("Outlet", 1.0),
                ("Organization", 0.7),
            ),
        ),
        (
            "survey",
            (
                ("Outlet", 0.7),
                ("Organization", 1.0),
            ),
        ),
        (
            "interview",
            (
                ("Outlet", 0.7),
                ("Person", 0.5),
            ),
        ),
        ("spokesperson spokesman spokeswoman boss shares shareholders", (("Organization", 2.0),)),
        ("ceo", (("Organization", 2.5),)),
        ("executive executives employees striker midfielder goalkeeper", (("Organization", 1.5),)),
        ("staff board", (("Organization", 1.0),)),
        (
            "factory",
            (
                ("Organization", 1.0),
                ("Place", 0.7),
            ),
        ),
        ("campaign administration", (("Person", 1.0),)),
        ("supporters", (("Person", 0.8),)),
        ("fans", (("Person", 0.5),)),
        (
            "rally",
            (
                ("Person", 0.7),
                ("Place", 0.3),
            ),
        ),
        ("residents suburb region area district", (("Place", 2.0),)),
        ("voters mayor", (("Place", 1.5),)),
        ("governor", (("Place", 1.0),)),
        ("neighborhood neighbourhood", (("Place", 2.5),)),
        ("novel", (("Work", 1.5),)),
        ("film franchise game", (("Work", 1.0),)),
        ("fan", (("Organization", 0.7),)),
    )
    for word in words.split()
}
# "chief executive of X", "hired from X": the phrase that ends right before the name.
_BEFORE: tuple[tuple[str, tuple[Vote, ...]], ...] = (
    (
        r"(?:episode|episodes|edition|editions|instal?lments?|hosts?|co-hosts?|presenters?|co-presenters?|guests?|listeners|finale|season|"
        r"stars?|recordings?|taping|creators?) (?:\d+ )?(?:of|on|to)(?: the)?",
        (("Show", 2.5), ("Outlet", 0.3)),
    ),
    (r"(?:hosts|hosting|co-hosts|co-hosting|co-hosted|presents|presenting|guest-hosted)(?: the)?", (("Show", 2.5),)),
    (r"(?:episodes?|editions?|instal?lments?|hosts?|co-hosts?) (?:\d+ )?of(?: the)?", (("Show", 2.0),)),
    (r"(?:episodes?|instal?lments?) \d+ of(?: the)?", (("Show", 1.5),)),
    (r"(?:followers|subscribers) on", (("Platform", 1.5),)),
    (r"(?:repeat|repeats|rerun|re-run|revival|reboot|spin-off|edition|season finale|omnibus) of(?: the)?", (("Show", 2.2),)),
    (r"(?:hosted|presented|launched)", (("Show", 0.7), ("Person", 0.3))),
    (
        r"(?:hosted|presented|co-hosted|moderated|interviewed|accompanied|joined|written|founded|fronted|chaired|led|starring) by",
        (("Person", 1.5), ("Organization", 0.3), ("Outlet", 0.4)),
    ),
    (
        r"(?:produced|owned|published|made|backed|sponsored|funded|commissioned|acquired|manufactured|bought|run|operated) by(?: the)?",
        (("Organization", 3.0), ("Person", 0.3), ("Outlet", 0.3)),
    ),
    (
        r"(?:chief executive|executive|ceo|managing director|director|founder|co-founder|chair|chairman|chairwoman|head|president|"
        r"boss|owner|spokes(?:man|woman|person)|employee|member|members|staff|shares|vice-president|partner|leader|secretary|chancellor|rector)"
        r"(?: of| for| at| with| in)(?: the)?",
        (("Organization", 2.0), ("Outlet", 0.6), ("Platform", 0.4), ("Place", 0.3)),
    ),
    (
        r"(?:works|worked|working|hired|poached|deal|contract|partnership|sponsorship|signed|merger|stake|invested|investment|shares?|"
        r"lawsuit|teamed up) (?:for|at|from|by|with|in|against)(?: the)?",
        (("Organization", 1.5), ("Outlet", 0.6), ("Platform", 0.5), ("Person", 0.2)),
    ),
    (
        r"(?:sold|supported|bankrolled|made|distributed|supplied|underwritten|built|designed|organi[sz]ed|managed|overseen) by(?: the)?",
        (("Organization", 1.7), ("Person", 0.4), ("Outlet", 0.3)),
    ),
    (
        r"(?:owns|own|owning|co-owns|founded|co-founded|cofounded|chairs|heads|leads|runs|co-runs|who founded|to found|set up)(?: the)?",
        (("Organization", 1.6), ("Outlet", 0.4), ("Platform", 0.3)),
    ),
    (
        r"(?:perform|performs|performing|record|records|known|trade|trades|trading)(?: together)? as",
        (("Organization", 0.8), ("Person", 0.6)),
    ),
    (r"(?:sued|suing|acquired|acquiring|bought)", (("Organization", 1.0), ("Platform", 0.4))),
    (
        r"(?:lectures|lecturer|professor|fellow|teaches|student|studied|researcher|graduate|degree|scholar|scientist)(?: [\w ]{2,40})? "
        r"(?:at|of|from)(?: the)?",
        (("Organization", 2.0),),
    ),
    (r"(?:professor|teacher|lecturer|doctor) of", (("Work", 1.0),)),
    (
        r"(?:mayor|city|town|village|governor|prime minister|president|capital|people|state|province|district|voters|king|queen|"
        r"ambassador to|suburb|port|region|streets|north|south|east|west|outskirts|residents|university) of(?: the)?",
        (("Place", 2.0),),
    ),
    (r"(?:senator|representative|congressman|congresswoman|mp|delegate|lawmaker|councillor) (?:from|for)", (("Place", 2.0),)),
    (
        r"(?:rival|counterpart|job|role|career|stint|boss|chief|executive|officer|producer) at(?: the)?",
        (("Organization", 1.5), ("Outlet", 0.6)),
    ),
    (
        r"(?:colleagues|editors|reporters|researchers|analysts|staff|journalists|executives|people|bosses|lawyers|insiders|engineers|developers|producers|"
        r"lobbyists|strategists|pollsters|scientists|economists|sources|somebody|someone|bookers) (?:at|with)(?: the)?",
        (("Organization", 1.5), ("Outlet", 1.2)),
    ),
    (r"(?:newsreader|correspondent|reporter|presenter|producer|journalist) with(?: the)?", (("Outlet", 4.0), ("Place", -6.0))),
    (
        r"(?:correspondent|reporter|editor|columnist|critic|anchor|newsreader|presenter|producer|journalist) "
        r"(?:for|at|of|with|on)(?: the)?",
        (("Outlet", 2.0), ("Show", 0.3)),
    ),
    (
        r"(?:paper|study|article|essay|column|op-ed|letter|findings|published|report|reporting|writing|wrote|writes|written|blogs?|reviewing|"
        r"piece|interview|cover) (?:in|for)(?: the)?",
        (("Outlet", 2.0), ("Place", -1.5)),
    ),
    (r"reporting from", (("Place", 2.5),)),
    (
        r"(?:series|shows?|podcasts?|programmes?|documentary|stream|newsletter|app|game|games|clip|data|research|figures) (?:from|by)(?: the)?",
        (("Organization", 1.7), ("Outlet", 0.7), ("Person", 0.4), ("Place", -0.5)),
    ),
    (
        r"(?:moved|switched|defected|migrated|decamped|jumped|turned|took to|back)(?: over)? (?:to|from|on)",
        (("Platform", 1.0), ("Place", 0.5)),
    ),
    (
        r"(?:commissioned|ordered|licensed|leased|bought|hired|poached) from(?: the)?",
        (("Organization", 1.5), ("Outlet", 0.4)),
    ),
    (
        r"(?:dropped|signed|fired|sacked|poached|hired|dumped|snapped up|backed|courted) by(?: the)?",
        (("Organization", 1.5), ("Outlet", 0.5), ("Platform", 0.3), ("Person", 0.3)),
    ),
    (
        r"(?:hall|stadium|arena|theat(?:re|er)|studios?|campus|centre|center|airport|station|plant|factory|branch|stage|stages|downstairs|"
        r"upstairs|backstage|audience|held|housed|staged|taped|filmed|recorded) (?:at|in|of)(?: the)?",
        (("Place", 1.5),),
    ),
    (
        r"(?:cancel(?:s|led|ed|ling|ing)?|axe[sd]?|axing|scrap(?:s|ped)?|plug on|reviv(?:es?|ed)|renew(?:s|ed)?|shelved?|host|hosts|front|"
        r"fronts|fronting|anchors?|presents?|relaunch(?:ed|es)?)(?: (?:its|his|her|their|the))?",
        (("Show", 1.0),),
    ),
    (r"according to(?: the)?", (("Outlet", 0.7), ("Person", 0.7), ("Organization", 0.7))),
    (r"(?:told|telling|tells)(?: the)?", (("Outlet", 1.2), ("Person", 0.8))),
    (r"(?:statement|letter|email|e-mail|interview|conversation|sit-down) (?:to|with|for)(?: the)?", (("Outlet", 0.8), ("Person", 0.9))),
    (
        r"(?:debate|debated|beat|defeat|defeated|against|faces|facing|versus|rival|opponent|endorsed|endorses|endorsing|interviewed|"
        r"interviewing|mr|ms|mrs|named|nominated|elected)",
        (("Person", 0.8),),
    ),
    (
        r"(?:played|playing|wrote|directed|directing|authored|screening of|sequel to|remake of|copies of|author of|writer of|novel|"
        r"adaptation of|chapter of|translation of|starred in|starring in|plays|play)(?: the)?",
        (("Work", 2.0),),
    ),
    (r"(?:rounds|game|games|round) of", (("Work", 1.5),)),
    (r"under the (?:title|banner|name|heading)", (("Show", 2.0), ("Work", 0.7))),
    (
        r"(?:banned|suspended|removed|kicked|deplatformed|barred|thrown off|threw (?:him|her|them) off) (?:from|by|off)?",
        (("Platform", 1.5), ("Outlet", 0.3)),
    ),
    (
        r"(?:rally|rallies|event|speech|town hall|stop|swing|stage|concert|gig|home|office|offices|headquarters|school|shop|pub|bar|"
        r"based|born|raised|lives|lived|living|moved|flew|travelled|traveled|arrived|voters) (?:in|at|to|from|on)(?: the)?",
        (("Place", 1.5),),
    ),
)
BEFORE: tuple[tuple[re.Pattern[str], tuple[Vote, ...]], ...] = tuple(
    (re.compile(rf"(?:^|\W)(?:{pattern})$"), votes) for pattern, votes in _BEFORE
)
ANY_BEFORE = re.compile(rf"(?:^|\W)(?:{'|'.join(pattern for pattern, _ in _BEFORE)})$")  # where it fails, each of them does
BARE_ROLE_OPENERS = re.compile(
    r"(?!retired|managing|acting|leading|founding|long-serving|outgoing|incoming|serving|presiding).+(?:ed|ing)$"
)
# "the news channel Lowe 24": a channel of that kind broadcasts, others are shows.
OF_STATIONS = frozenset(
    """news business tv television cable radio sports sport music satellite state public private commercial national local regional pay
    free-to-air sister 24-hour rolling movie digital broadcast in-house club religious christian islamic shopping children's""".split()
)
DETERMINERS = frozenset("a an the his her its their our my your this that one another some".split())
STOPS = frozenset(
    """who which that whom whose where when whether of in on at to for from with by as about into over under after before since until during
    against between and but or is was are were be been being has have had will would can could may might should must did does do said says
    not because while if then behind named based near featuring running making than like such known , ; : . ( ) — – ? ! \n""".split()
) - {"of"}  # fmt: skip
APPOSING = frozenset((",", "—", "–", "(", "-"))
CONTEXT_TOKEN = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*|[^\w\s]|\n")
# A line of a programme or tour: "Thu 9 April – Cardiff, New Theatre – with Hallam Reyes".
LIST_LINE = re.compile(r"^[^.\n]{0,30}\d[^.\n]*[–—:|]|^[^.\n]*[–—|][^.\n]*\d[^.\n]*$")
AUXILIARIES = frozenset("is was are were has had have will would can could may might must should does did".split())
QUOTE_MARKS = frozenset("“”\"‘’'*_")
