"""The words by which news English counts an audience: nouns, verbs of watching and coming, measures, and what is no reach."""

from __future__ import annotations

import re

NOUNS = {
    **dict.fromkeys("viewer viewers watchers concurrents televiewers onlookers-online".split(), "viewers"),
    **dict.fromkeys("listener listeners".split(), "listeners"),
    **dict.fromkeys("follower followers".split(), "followers"),
    **dict.fromkeys("subscriber subscribers subs patrons subscriptions".split(), "subscribers"),
    **dict.fromkeys("user users accounts actives maus daus".split(), "users"),
    **dict.fromkeys("views plays streams pageviews page-views".split(), "views"),
    **dict.fromkeys("listens".split(), "listeners"),
    **dict.fromkeys("downloads".split(), "downloads"),
    **dict.fromkeys("readers".split(), "people"),
    **dict.fromkeys(
        "attendees spectators concertgoers congregants delegates ticket-holders ticketholders worshippers rallygoers rally-goers "
        "festivalgoers "
        "theatregoers audience-members revellers demonstrators marchers attendances".split(),
        "attendees",
    ),
}
# People as such are a reach only where something says that they were reached.
PEOPLE = frozenset(
    "people persons fans supporters members students voters americans britons germans french indians nigerians australians canadians "
    "brazilians "
    "women men households homes families gamers faithful souls mourners youngsters teenagers teens kids children adults guests "
    "visitors others admirers "
    "devotees patriots locals residents workers farmers enthusiasts believers parishioners employees".split()
)
NOT_REACH = frozenset(
    "likes like votes copies tickets seats comments posts reposts retweets shares signatures words jobs staff employees episodes "
    "videos songs dollars points hearts replies "
    "questions complaints donations donors volunteers doors hours miles clips messages tweets emails ratings reviews nominations "
    "candidates stations".split()
)
# Words at which the search for the counted noun stops.
STOPS = frozenset(
    "in on at who that and to for from with as by or than were was are is have had has a an the he she it they but which while when "
    "where after before be been would will did".split()
)
READERS = frozenset("readers readership circulation".split())

MODAL = re.compile(r"\b(?:would|will|might|could|may)\b")
VIEW = "watching|watched|watch|viewed|viewing|saw|seeing|seen|looked in|looking in|looked on|streamed live|caught|streaming|turned in"
TUNE = (
    "tuned in|tuning in|tuned|tune in|tunes in|stayed (?:to|until|till|for)|stuck around|stayed|were there|are there|there|on(?= at (?:the|its|one)|[.,;])|logged on|logged in|logging on|dialled in|dialed in|clicked in|joined in|joined "
    "live|joined the (?:stream|broadcast|call|live|livestream|space|room)|joined|joining"
)
HEAR = "listening|listened|listen|heard|hearing"
COME = (
    "attended|attend|show up|turn up|attending|turned out|turned up|turning out|come|in the audience|showed up|showing up|packed|"
    "packing|packed into|gathered|gathering|came|filled|filling|crammed|crowded|queued|"
    "flocked|cheered|assembled|squeezed|descended|thronged|marched|present|in attendance|in the room|in the hall|on hand|in the crowd|"
    "on site|strong"
)
AUX = (
    r"(?:(?:would|will|might|could|were|was|are|is|have|had|has|who|that|been|since|recently|later|also|already|simultaneously|still|live|all|so far|"
    r"now|then|reportedly|had been) ){0,3}"
)
WHO = (
    r"(?:of (?:them|us|you|whom|these|those|his|her|their|its|the)(?: \w+)? ?)?"
    r"(?:(?:more |other |different |young |ordinary |curious |loyal |live |concurrent |online |or so |of )*(?:people|viewers|fans|"
    r"supporters|others|users|souls|households|homes|"
    r"Americans|Britons|Germans|Indians|Nigerians|Australians|Canadians|Brazilians|voters|students|listeners|members|readers|locals|"
    r"residents|onlookers|accounts|[a-z-]+(?:s|men|women)(?= (?:were|are|watched|tuned|listened|had|have|stayed|logged|was))) )?"
)
DID = re.compile(
    rf"[ \u00a0]*{WHO}{AUX}(?:(?P<viewers>{VIEW})|(?P<people>{TUNE})|(?P<listeners>{HEAR})|(?P<attendees>{COME})|"
    rf"(?P<followers>follow(?:ed|ing)?)|"
    r"(?P<subscribers>subscribed|subscribe|signed up|paid to watch|pay to watch)|(?P<downloads>download(?:ed|ing)?))\b"
)
TIMES = re.compile(
    r"(?:(?P<downloads>downloaded)|(?P<views>watched|viewed|seen|streamed|played|clicked(?: on)?|listened to|heard|accessed|replayed|"
    r"opened))(?:[ ,][\w’'-]+){0,6} ?$"
)
TIMES_AFTER = re.compile(r"(?:-plus)? times\b|-times\b")
BY = re.compile(
    r"(?:(?P<viewers>watched|viewed|seen|streamed|followed live)|(?P<listeners>heard|listened to)|(?P<followers>followed)|(?P<downloads>downloaded)|"
    r"(?P<people>read|joined|reached|accessed)|(?P<attendees>attended))(?: live| online| on \w+| worldwide| there| at "
    r"once)?(?:, [^,]{1,45},)? (?:by|in)(?: [“\"]?[a-z]+){0,4} ?[“\"]?$"
)
TAIL = r"(?:[ ,][\w’'.-]+){0,5}?"
MEASURE = (
    r"(?::| (?:of|to|past|is|was|are|were|at|now|stands at|stood at|standing at|sits at|numbers?|numbered|numbering|topped|tops|"
    r"topping|passed|passing|hit|hits|hitting|reached|reaches|peaked at|peaks at|peaking at|"
    r"grew to|grown to|swelled to|swollen to|climbed to|climbs to|rose to|risen to|averaged|averages|averaging|exceed(?:ed|s)|"
    r"surpassed|surpasses|put at|estimated at|approach(?:ed|es|ing)|crossed|crosses|"
    r"had reached|has passed|had passed|totall?(?:ed|ing|s)|came to|comes to|of (?:about|around|some|nearly|over)))+"
)
HEADS = (
    ("followers", "following|followers|follower count|fan ?base|fanbase"),
    (
        "subscribers",
        "mailing list|email list|subscriber list|subscribers|subscriber (?:base|count|numbers)|subscribership|paid "
        "subscriptions|paying membership",
    ),
    ("users", "users|user base|userbase|user numbers|active users"),
    (
        "viewers",
        "viewership|viewers|viewing figures|television audience|tv audience|concurrent viewership|peak viewership|ratings|"
        "live audience|peak audience|peak|high",
    ),
    ("listeners", "listenership|listeners|radio audience|listening figures"),
    ("views", "views|view count|play count|plays|viewing count"),
    ("downloads", "downloads|download count"),
    ("people", "readership|circulation|print run|audience|audiences|reach"),
    ("attendees", "crowd|crowds|attendance|turnout|gathering|congregation|throng|rally|sell-out crowd|attendees|demonstration"),
)
HEADED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in HEADS) + rf"){TAIL}{MEASURE}(?: [a-z’'-]+){{0,4}} ?$",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"(?:\b(?:reach(?:es|ed|ing)?|drew|draws?|drawing|drawn|attract(?:s|ed|ing)?|pull(?:s|ed|ing)? in|brought in|brings in|before|in "
    r"front of|address(?:ed|es|ing)|spoke to|told|entertained|talk(?:ed|s|ing) to|speech to|perform(?:ed|s|ing) (?:to|for)|"
    r"introduc(?:ed|ing|es) (?:himself|herself|themselves) to|preach(?:ed|ing) to|lectur(?:ed|ing) to|let in|welcomed|"
    r"play(?:ed|s|ing) to|broadcasts? to|broadcasting to|speaks? to|speaking to|crowd of|audience of|gathering of|congregation of|"
    r"beamed to|seen by|heard by|watched by|viewed by|read by|attended by|"
    r"followed by|packed with|full of|room of|hall of|arena of|stadium of|rally of|joined by|filled with|streamed to|sent to|goes to|"
    r"goes out to|went to|mailed to|delivered to|serves|served|preached to)"
    r"(?: (?:a|an|the|live|an? \w+)){0,2}(?: (?:crowd|audience|congregation) of)?(?: [a-z’'-]+){0,4}) ?$",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\b(?:peak(?:ed|s|ing) at|touch(?:ed|es|ing)|hit|hits|reached|climbed to|rose to|swelled to|grew to|fell to|fallen to|dropped to|"
    r"topped|passed|crossed|"
    r"went to|went over|got to|stood at|showed|shows|reads?|measured|counted|reported|recorded|mustered|musters|"
    r"drew|drawn|attracted|pulled in|averaged|averages|clocked(?: up)?|logged|notched(?: up)?|racked up|amassed|managed|garnered|"
    r"collected|scored|picked up|"
    r"(?:figure|number|total|count|tally)(?: \w+){0,2} (?:was|is|at|reached|had reached)|"
    r"at(?= (?:just|nearly|almost|over|more|about|around|some|under|roughly|approximately|well|close) )|it was|it is|there were|that "
    r"was|down to|up to|with)"
    r"(?: [a-z’'-]+){0,4} ?$"
)
DREW = re.compile(r"\b(?:drew|drawn|attracted|pulled in|averaged|averages|clocked|peak\w* at)(?: [a-z’'-]+){0,4} ?$")
PROGRAMME = re.compile(
    r"(?i)\b(?:episode|broadcast|debate|programme|program|show|stream|livestream|special|interview|finale|"
    r"premiere|bulletin|video|telecast|town hall)\b"
)
DID_SO = re.compile(r"[ \u00a0](?:actually |really )?did\b")
BEFORE_THEM = re.compile(
    r"(?i)\b(?:before|in front of|to a crowd of|crowd of|gathering of|room of|roomful of|hall of|addressed|"
    r"spoke to)(?: (?:a|the|some|about|around|nearly|almost|over|more than|roughly)){0,3} ?$"
)
HAS = re.compile(r"\b(?:has|have|had|with|counts?|boasts?|claims?|commands?|gained|added|lists?|at|than|to|past)(?: [a-z’'-]+){0,3} ?$")
AND = re.compile(r"\b(?:and|then|or) (?:then )?(?:another |a further |some |nearly |almost |over |more than |about |around )*$")
STRONG = re.compile(
    r"(?:-| )strong (?:[\w-]+ )?(?:(?P<followers>following|fan ?base|fandom)|(?P<subscribers>subscriber base|"
    r"membership)|(?P<people>audience|readership)|(?P<attendees>crowd|congregation|gathering|rally|audience))\b"
)
BARE_END = re.compile(
    r"[ \u00a0]?(?:[.,;:!?)”\"’—–]|$|\n| (?:on|at|by|within|in|after|over|before|during|and|when|while|for|last|"
    r"this|per|a|an|each)\b)"
)
SETTING = (
    ("downloads", re.compile(r"\bdownload\w*", re.IGNORECASE)),
    ("listeners", re.compile(r"\blisten\w*", re.IGNORECASE)),
    ("viewers", re.compile(r"\b(?:viewers?|watch(?:ed|ing)?|viewership|tuned in|counter|concurrent\w*|audience)\b", re.IGNORECASE)),
    ("views", re.compile(r"\b(?:views|plays)\b", re.IGNORECASE)),
    ("attendees", re.compile(r"\b(?:crowd|turnout|attendance|rally)\b", re.IGNORECASE)),
)
UNREAL = re.compile(
    r"\b(?:(?-i:would|could|might|may|will|won['’]t)|expects?|expected|hopes?|hoped|hoping|aims?|aiming|target(?:ing|s|ed)?|goal|capacity(?! (?:crowd|audience|house|room))|"
    r"capable of|seats?|holds?|accommodates?|room for|maximum of|"
    r"thought|projected|predict\w*|forecast|lost|loses|losing|shed|fewer(?! than)|if|needs?|required?|requires|sold(?![- ]out)|sells?|"
    r"surveyed|polled|survey of|poll of|sample of|interviewed)\b"
    r"[^.;:—]{0,60}$|\b(?:banned|removed|deleted|suspended)\b[^.;:—,]{0,60}$|\b(?:first|next) $",
    re.IGNORECASE,
)
# What follows the first of two figures where the one became the other.
BECAME = re.compile(r"(?: \w+){0,2} to (?:(?:about|almost|over|more than|nearly|some|around) )?\d")
# Nobody was reached: a wish, or people who were asked.
WISHED = re.compile(
    r"\b(?:(?:hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|target\w*|goal) (?:to|of|for|at)\b|(?:poll|survey|sample) of\b|polled|surveyed|(?:the|his|her|its|their) "
    r"(?:first|next) $)[^.;:—]{0,30}$",
    re.IGNORECASE,
)
NOT_FOLLOWED = re.compile(
    r"[^.;,]{0,20}\b(?:surveyed|polled|interviewed|questioned|voted|killed|died|injured|arrested|employed|quit|"
    r"cancelled|unsubscribed|signed a|signed the)\b"
)
ON = re.compile(
    r"[ \u00a0](?:more |others? |apiece |each )?(?:on|there|across|via|through)\b(?! (?:Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday))"
)
MEDIA = re.compile(
    r"(?i)\b(?:TV|television|radio|podcast|stream\w*|broadcast\w*|watch\w*|listen\w*|tuned|YouTube|Twitch|online|air|"
    r"aired|weekly|monthly)\b"
)
AUDIO = re.compile(r"\b(?:radio|podcast\w*|audio|X Spaces|Spaces|Clubhouse|airwaves|FM|listen\w*)\b", re.IGNORECASE)
VIDEO = re.compile(
    r"\b(?:TV|television|stream\w*|livestream\w*|video|watch\w*|view\w*|Twitch|YouTube|Kick|Rumble|channel|broadcast|"
    r"debate|screen|webcast|live)\b",
    re.IGNORECASE,
)
STANDING = re.compile(
    r"\b(?:normally|usually|typically|regularly|routinely|on average|averag(?:e|es|ed|ing)|monthly|weekly|daily|nightly|regular|loyal|"
    r"combined|in total|all told|"
    r"across (?:its|his|her|their|all)|since (?:its|the) (?:launch|start)|to date|lifetime)\b",
    re.IGNORECASE,
)
RATE = re.compile(
    r"[\w ,’'-]{0,24}?\b(?:a|per|each|every|an) (?:month|week|day|night|morning|episode|show|edition|year|instalment|"
    r"installment|issue)\b"
)
UP_TO = re.compile(r"\b(?:within|in|for|after|over|than|of)\b")


KEPT = frozenset(("followers", "subscribers", "users"))
