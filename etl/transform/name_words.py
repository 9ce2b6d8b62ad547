"""What names are made of: words and candidates, and the small words, months, titles and tails that decide where a name ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from etl.transform.language import pipeline
from etl.transform.lexicon import Entry

PARTICLES = frozenset(
    "de la le les du des da do dos das di del della dello degli van von der den het ter ten zu zur bin ibn bint al el y e i af av och und "
    "com em na no na ’t à et ap".split()
)
# A capitalised word from these may be joined to the next by "of" or "for": "Bank of Corran", "Centre for Policy".
OF_HEADS = frozenset(
    """academy agency alliance americans archdiocese army association authority bank bay board bureau campaign cape center
    centre chamber chamberlain church citizens city coalition college commission committee community conference
    confederation congress conservatory consortium corporation council county court department diocese duchess duke
    faculty fans federation foundation friends front fund guild gulf hall house initiative inspectorate institute
    institution international isle isles kingdom league library mayors minister ministry mothers movement museum network
    office order organisation organization parliament party port prince princess project republic republicans democrats
    royal rwanda school secretariat service society sons state states trades tower union university veterans voice women
    workers world""".split()
)
AND_TAILS = frozenset(
    """administration agency association authority board bureau club co college commission committee company council
    department foundation institute ministry office partners party radio service services society sons trust union
    university""".split()
)
NUMBERED = frozenset(
    "news sky channel radio canal tv bbc itv rai tf npo svt studio formula route area club kanal televisión france antenne".split()
)
LANGUAGES = frozenset(
    """english french german spanish portuguese italian dutch swedish norwegian danish finnish polish czech russian ukrainian
    greek turkish arabic hebrew farsi persian urdu hindi bengali punjabi gujarati marathi tamil telugu kannada malayalam
    swahili sheng yoruba igbo hausa pidgin zulu xhosa afrikaans amharic somali mandarin cantonese japanese korean
    vietnamese thai tagalog malay indonesian welsh gaelic irish scots catalan basque galician creole latin esperanto maori
    hungarian romanian serbian croatian bulgarian icelandic faroese frisian breton occitan sardinian maltese albanian macedonian
    bosnian slovenian slovene slovak belarusian latvian lithuanian estonian georgian armenian yiddish romani kurdish pashto dari
    balochi sindhi azeri uzbek kazakh kyrgyz tajik turkmen uyghur tibetan nepali sinhala odia assamese tulu konkani kashmiri bhojpuri
    maithili burmese khmer hmong javanese sundanese cebuano ilocano hiligaynon samoan tongan fijian hawaiian navajo inuktitut ojibwe
    quechua aymara guaraní guarani nahuatl mapudungun kalenjin gikuyu kikuyu dholuo luganda kinyarwanda kirundi lingala wolof bambara
    fulfulde fula zarma kanuri twi fante ewe ga tigrinya oromo sesotho setswana isixhosa isizulu shona chichewa bemba malagasy
    berber tamazight""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    christmas easter ramadan diwali thanksgiving hanukkah eid am pm gmt bst est et pt utc""".split()
)
MONTH_NAMES = frozenset("jan jun may april june august avril mar dec sat sun".split())
# Imperatives that open titles of shows.
TITLE_VERBS = frozenset("meet face ask tell call keep beat pass save stop hear kill mind ring watch hold spill pod pardon own".split())
OUTLET_OPENERS = frozenset("channel radio canal tv télé rádio diario diário jornal le la el die il".split())
PEERS = frozenset("duke duchess prince princess earl countess marquess marchioness viscount viscountess".split())  # "the Duchess of Lowe"
ROYAL = frozenset("king queen prince princess pope saint st sir dame lord lady dj mc lil big".split())
# Words of grammar and of newspaper openings that are never part of a name when they open a sentence.
OPENERS = frozenset(
    """a about above according across after again against ahead all almost along already also although always am amid among
    an and another any anybody anyone anything are around as asked at away back be because been before behind being below
    beside besides between beyond both but by can clearly could currently despite did do does doing done down due during
    each earlier early either else even eventually ever every everybody everyone everything except far few finally first
    following for former from further get given go good had half has have having he hence her here hers herself him
    himself his how however i if in indeed inside instead into is it its itself just last late later latest least less let
    like likewise long made many may maybe me meanwhile might mine more moreover most mostly much must my near nearly
    neither never nevertheless next no nobody none nor not nothing now nowhere of off often oh ok on once one ones only
    onto or other others otherwise our ours out outside over overall own part perhaps please plus rather recently said
    same say see seen several shall she should since so some somebody someone something sometimes soon still such sure
    than thank thanks that the their theirs them then there therefore these they this those though three through
    throughout thus to today together tomorrow tonight too toward towards two under unless unlike until up upon us very
    via was we welcome well were what whatever when whenever where whereas wherever whether which whichever while who
    whoever whom whose why will with within without would yes yesterday yet you your yours born asked speaking pictured
    photo image video watch read listen editor correction update updated breaking exclusive advertisement caption credit""".split()
)
SMALL_IN_TITLES = frozenset("a n an and as at but by for from in into of on or the to up with vs via per nor &".split()) | PARTICLES
NOT_NAMES = frozenset(
    """i i'm i'd i'll i've he'd she'd we'd they'd he'll she'll we'll they'll we've they've you'd you'll you've we're they're you're it'd
    it'll that'll that'd who'd there'd there'll ok q a covid-19 dj gdp nhs hiv dna diy faq ps vip mc vtuber pcs pc gp
    pm am no ist cest cet edt cdt pdt mdt cst mst aest aedt acst awst sgt eat hkt jst kst nzst nzdt brt youtuber youtubers tiktoker tiktokers instagrammer instagrammers vat gst hst sms""".split()
)
# Capitals that are no name when they stand alone.
NEVER_ALONE = frozenset(
    """tv fm ai a.i ufo pr ceo mp mps covid covid-19 dj gdp hiv dna diy faq ps vip mc vtuber pcs pc gp internet web god lgbt
    lgbtq iq id cv hr it gps sms suv ipo ddos notes news edm rsvp mvp ngo pac bid q1 q2 q3 q4 the radio channel""".split()
)
# Taxes, benefits and programmes that read like bodies.
NO_BODIES = frozenset(
    (
        "affordable care act",
        "child benefit",
        "council tax",
        "income support",
        "medicaid",
        "medicare",
        "national insurance",
        "obamacare",
        "social security",
        "universal credit",
    )
)
# Those whose possessive is part of a title or body: "People's Forum", "Reporter's Notebook", "Women's Institute".
POSSESSORS = frozenset(
    """people women woman men children child reporter reporters veterans teachers teacher workers worker writers writer nurses farmers farmer
    artists players player parents citizens citizen residents supporters students drivers traders pensioners mothers girls boys ladies king
    queen bishop actors directors poets poet devil fool nobody everybody day world editor author lawyer""".split()
)
ORG_POSSESSED = frozenset(
    """guild federation forum notebook diary committee alliance coalition network party front action weekly hour world day own academy association church club college council foundation guild hall hospital institute island league
    market museum park party school
    society theatre theater trust union university street aid rights""".split()
)
# Named after a title: "Vicar Street", "Bishop House".
STREETS = frozenset("Street Road Avenue Lane Square Bridge House Inn Court Arms Park Hall Wood Row Walk Gate".split())
ABBREVIATED = frozenset("st jr sr mt ft dr mr mrs ms prof rev gov sen rep gen col capt lt sgt hon fr vs no messrs mme mlle".split())

WORD = re.compile(
    r"[A-Z][\w-]{1,30}\.(?:com|org|net|tv|fm|io|gg)\b|"
    r"(?:[A-Z]\.){2,}|[A-WYZ]\.(?=[ \u00a0][A-Z])|[^\W_]+(?:[’'‘ʻʼ][^\W_]+)*(?:[-‑][^\W_]+(?:[’'‘ʻʼ][^\W_]+)*)*[+!]?(?![^\W_])|&"
)
POSSESSIVE = re.compile(r"[’']s?$", re.I)
# "Lowe-backed", "Corran-based": what is cut off behind a name; other small tails belong to it ("Park Soo-min", "Mar-a-Lago").
COMPOUND_TAIL = re.compile(
    r"[-‑](?:(?:[a-zà-ÿ]+[-‑])*(?:era|led|run|style|born|like|wide|only|free|run|made|adjacent|friendly|exclusive|bound|native|mania|centric|"
    r"area|skeptic|sceptic|critical|loyal|heavy|speak|fan|fans|[a-zà-ÿ]{2,}ed|[a-zà-ÿ]{2,}ing|[a-zà-ÿ]{1,}ish|[a-zà-ÿ]*esque|owned|"
    r"mad|proof|watchers?|goers?|maker|watching|level|run|ist|ism|for|to|in|off|up|on)[\w-]*)$"
)
NO_STATION = frozenset("am pm gb mb tb km kg mm hd hz mhz khz ghz kw mw gmt bst est utc cet usd eur gbp".split())  # units behind a number
SKIPPED = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,90}|\]\([^)\s]{0,300}\)")
ELIDED = re.compile(r"(?:d|l|dell|dall|sant)['’][A-ZÀ-Þ]")  # "Hector d'Aumont"
NICKNAME = re.compile(r"[ \u00a0][“\"‘'(]([^“”\"‘’()\n]{2,30})[”\"’')][ \u00a0]")


class Word(NamedTuple):
    """A word of the text: `text` without a possessive ending, `end` without it too; `stop` is where it really ends.

    `capital` says that it is written like part of a name.
    """

    start: int
    end: int
    stop: int
    text: str
    capital: bool

    @property
    def no_name(self) -> bool:
        """Whether it is never part of a name, for all its capital: "I", "She'd", "GDP"."""
        return self.text.lower().replace("’", "'") in NOT_NAMES

    @property
    def possessive(self) -> bool:
        """Whether a possessive ending was cut off."""
        return self.stop > self.end


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name.

    `form` is `run`, `hit`, `quoted` or `italic`; `title` the words cut off before it ("Rep.", "Actor"); `nickname` the span of a
    nickname inside it; `initial` says that it opens a sentence; `weak` that nothing but a capital letter speaks for it.
    """

    start: int
    end: int
    text: str
    form: str = "run"
    entry: Entry | None = None
    ambiguous: bool = False
    title: str = ""
    nickname: tuple[int, int] | None = None
    initial: bool = False
    weak: bool = False


@lru_cache(maxsize=16384)
def ordinary(word: str) -> bool:
    """Whether `word` in small letters is a word of the English dictionary (WordNet's, as the pipeline carries it)."""
    low = word.casefold()
    if low in OPENERS:
        return True
    index = _dictionary()
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ed"), low.removesuffix("d"), low.removesuffix("ing")}
    forms |= {low.removesuffix("ing") + "e", low.removesuffix("ies") + "y", low.removesuffix("ly")}
    return any(f in index for f in forms if len(f) > 1)


@cache
def _dictionary() -> frozenset[str]:
    lookups = getattr(pipeline().get_pipe("lemmatizer"), "lookups", None)
    table = lookups.get_table("lemma_index", {}) if lookups else {}
    return frozenset(w for words in table.values() for w in words)


def _is_station(word: str) -> bool:
    """Whether a word that begins with a digit is a station's call sign: "3RRR"."""
    return 2 < len(word) < 6 and word[0].isdigit() and word[1:].isalpha() and word.isupper() and word[1:].lower() not in NO_STATION


def words_of(text: str) -> list[Word]:
    """The words of `text`, possessive endings cut off, addresses and handles left out."""
    skipped = [m.span() for m in SKIPPED.finditer(text)]
    out: list[Word] = []
    at = 0
    for match in WORD.finditer(text):
        start, stop = match.span()
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        if at < len(skipped) and skipped[at][0] <= start:
            continue
        raw = bare = match.group()
        if raw[-1] == "!":
            bare = raw.rstrip("!")
            stop -= len(raw) - len(bare)
        cut = POSSESSIVE.search(bare) if "'" in bare or "’" in bare else None
        if cut and cut.start() > 0 and cut.group().lower() in ("'s", "’s"):
            bare = bare[: cut.start()]
        capital = bare[0].isupper() or ELIDED.match(bare) is not None or (len(bare) > 2 and bare[0].islower() and bare[1].isupper())
        capital = capital or _is_station(bare)
        out.append(Word(start, start + len(bare), stop, bare, capital))
    return out
