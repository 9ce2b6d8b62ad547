"""Where an article may name something: lexicon hits, runs of capitalised words, quoted and italic titles, nicknames.

A candidate is a stretch of text without titles before it and possessives behind it. Whether it is a name at all, and of what
type, is decided over the whole article by `name_types`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.language import pipeline
from etl.transform.lexicon import Entry, Hit, Lexicon
from etl.transform.reading import Reading

PARTICLES = frozenset(
    "de la le les du des da do dos das di del della dello degli van von der den het ter ten zu zur bin ibn bint al el y e i af av och und "
    "com em na no na ’t à et ap".split()
)
# A capitalised word from these may be joined to the next by "of" or "for": "Bank of Corran", "Centre for Policy".
OF_HEADS = frozenset(
    """academy agency alliance americans archdiocese army association authority bank bay board bureau campaign cape center centre chamber
    chamberlain church citizens city coalition college commission committee community conference confederation congress conservatory
    consortium corporation council county court department diocese duchess duke faculty fans federation foundation friends front fund
    guild gulf hall house initiative inspectorate institute institution international isle isles kingdom league library mayors
    minister ministry mothers movement museum network office order organisation organization parliament party port prince princess
    project republic republicans democrats royal rwanda school secretariat service society sons state states trades tower union university
    veterans voice women workers world""".split()
)
AND_TAILS = frozenset(
    """administration agency association authority board bureau club co college commission committee company council department foundation
    institute ministry office partners party radio service services society sons trust union university""".split()
)
NUMBERED = frozenset("news sky channel radio canal tv bbc itv rai tf npo svt studio formula route area club kanal televisión france antenne".split())
LANGUAGES = frozenset(
    """english french german spanish portuguese italian dutch swedish norwegian danish finnish polish czech russian ukrainian greek turkish
    arabic hebrew farsi persian urdu hindi bengali punjabi gujarati marathi tamil telugu kannada malayalam swahili sheng yoruba igbo hausa
    pidgin zulu xhosa afrikaans amharic somali mandarin cantonese japanese korean vietnamese thai tagalog malay indonesian welsh gaelic
    irish scots catalan basque galician creole latin esperanto maori hungarian romanian serbian croatian bulgarian""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan diwali
    thanksgiving hanukkah eid am pm gmt bst est et pt utc""".split()
)
OUTLET_OPENERS = frozenset("channel radio canal tv télé rádio diario diário jornal le la el die il".split())
ROYAL = frozenset("king queen prince princess pope saint st sir dame lord lady dj mc lil big".split())
# Words of grammar and of newspaper openings that are never part of a name when they open a sentence.
OPENERS = frozenset(
    """a about above according across after again against ahead all almost along already also although always am amid among an and another
    any anybody anyone anything are around as asked at away back be because been before behind being below beside besides between beyond
    both but by can clearly could currently despite did do does doing done down due during each earlier early either else even eventually
    ever every everybody everyone everything except far few finally first following for former from further get given go good had half has
    have having he hence her here hers herself him himself his how however i if in indeed inside instead into is it its itself just last
    late later latest least less let like likewise long made many may maybe me meanwhile might mine more moreover most mostly much must my
    near nearly neither never nevertheless next no nobody none nor not nothing now nowhere of off often oh ok on once one ones only onto or
    other others otherwise our ours out outside over overall own part perhaps please plus rather recently said same say see seen several
    shall she should since so some somebody someone something sometimes soon still such sure than thank thanks that the their theirs them
    then there therefore these they this those though three through throughout thus to today together tomorrow tonight too toward towards
    two under unless unlike until up upon us very via was we welcome well were what whatever when whenever where whereas wherever whether
    which whichever while who whoever whom whose why will with within without would yes yesterday yet you your yours born asked speaking
    pictured photo image video watch read listen editor correction update updated breaking exclusive advertisement caption credit""".split()
)
SMALL_IN_TITLES = frozenset("a an and as at but by for from in into of on or the to up with vs via per nor &".split()) | PARTICLES
NOT_NAMES = frozenset(
    """i i'm i'd i'll i've ok q a covid-19 dj gdp nhs hiv dna diy faq ps vip mc vtuber pcs pc gp
    pm am no""".split()
)
# Capitals that are no name when they stand alone.
NEVER_ALONE = frozenset(
    """tv fm ai ufo pr ceo mp mps covid covid-19 dj gdp hiv dna diy faq ps vip mc vtuber pcs pc gp internet web god lgbt lgbtq iq id cv hr it
    gps sms suv ipo ddos notes news edm rsvp mvp ngo pac bid q1 q2 q3 q4 the radio channel""".split()
)
ORG_POSSESSED = frozenset(
    """academy association church club college council foundation guild hall hospital institute island league market museum park party school
    society theatre theater trust union university street""".split()
)
ABBREVIATED = frozenset("st jr sr mt ft dr mr mrs ms prof rev gov sen rep gen col capt lt sgt hon fr vs no messrs mme mlle".split())

WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=[ \u00a0][A-Z])|[^\W_]+(?:[’'][^\W_]+)*(?:[-‑][^\W_]+(?:[’'][^\W_]+)*)*[+!]?(?![^\W_])|&"
)
POSSESSIVE = re.compile(r"[’']s?$", re.I)
# "Lowe-backed", "Corran-based": what is cut off behind a name; other small tails belong to it ("Park Soo-min", "Mar-a-Lago").
COMPOUND_TAIL = re.compile(
    r"[-‑](?:(?:[a-zà-ÿ]+[-‑])*(?:era|led|run|style|born|like|wide|only|free|run|made|adjacent|friendly|exclusive|bound|native|mania|centric|"
    r"area|skeptic|sceptic|critical|loyal|heavy|speak|fan|fans|[a-zà-ÿ]{2,}ed|[a-zà-ÿ]{2,}ing|[a-zà-ÿ]{1,}ish|[a-zà-ÿ]*esque|owned|"
    r"mad|proof|watchers?|goers?|maker|watching|level|run|ist|ism|for|to|in|off|up|on)[\w-]*)$"
)
SKIPPED = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\S+@\S+\.\w+|\]\([^)\s]*\)")
ITALIC = re.compile(r"(?<![*_\w])([*_])(?![*_\s])([^*_\n]{2,80}?)(?<!\s)\1(?![*_\w])")
# An entry of a list, nothing but a title, perhaps with where it is to be found: "3. Dead Reckoning (BBC Sounds)".
ITEM = re.compile(r"^[ \t*_#]*(?:\d{1,2}[.):]|[-*•])[ \t*_]+([^\n()*_]{3,70}?)[ *_]*(?=\n|$| [(–—|])", re.M)
WITH_NAME = re.compile(r" (?:with|starring) (?=[A-ZÀ-Þ])")
NICKNAME = re.compile(r"[ \u00a0][“\"‘'(]([^“”\"‘’()\n]{2,30})[”\"’')][ \u00a0]")
# A line of a programme or tour: "Thu 9 April – Cardiff, New Theatre – with Hallam Reyes".
LISTING = re.compile(r"\d.*[–—:,-] .*\w|[–—] .* [–—]")
OWNED = re.compile(r"[’']s [a-zà-ÿ]+$")
DATELINE = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40})(?=(?:, [A-Z][\w. ,]{1,30})?[*_]{0,3}(?: \([^)\n]{1,40}\))? ?[-–—])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `text` without a possessive ending, `end` without it too; `stop` is where it really ends."""

    start: int
    end: int
    stop: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it is written like part of a name."""
        return self.text[0].isupper() or (len(self.text) > 2 and self.text[0].islower() and self.text[1].isupper())

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


def ordinary(word: str) -> bool:
    """Whether `word` in small letters is a word of the English dictionary (WordNet's, as the pipeline carries it)."""
    low = word.casefold()
    if low in OPENERS:
        return True
    index = _dictionary()
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ed"), low.removesuffix("d"), low.removesuffix("ing")}
    forms |= {low.removesuffix("ing") + "e", low.removesuffix("ies") + "y", low.removesuffix("ly")}
    return any(f in index for f in forms if len(f) > 1)


def _dictionary() -> frozenset[str]:
    global _WORDS
    if not _WORDS:
        lookups = getattr(pipeline().get_pipe("lemmatizer"), "lookups", None)
        table = lookups.get_table("lemma_index", {}) if lookups else {}
        _WORDS = frozenset(w for words in table.values() for w in words)
    return _WORDS


_WORDS: frozenset[str] = frozenset()


def words_of(text: str) -> list[Word]:
    """The words of `text`, possessive endings cut off, addresses and handles left out."""
    skipped = [m.span() for m in SKIPPED.finditer(text)]
    out: list[Word] = []
    at = 0
    for match in WORD.finditer(text):
        while at < len(skipped) and skipped[at][1] <= match.start():
            at += 1
        if at < len(skipped) and skipped[at][0] <= match.start():
            continue
        raw = match.group()
        bare = raw.rstrip("!") if raw[-1:] == "!" else raw
        cut = POSSESSIVE.search(bare)
        if cut and cut.start() > 0 and cut.group().lower() in ("'s", "’s"):
            bare = bare[: cut.start()]
        out.append(Word(match.start(), match.start() + len(bare), match.end() - (len(raw) - len(raw.rstrip("!"))), bare))
    return out


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph is a heading: marked as one, or short and without an end of sentence."""
    line = paragraph.strip()
    if line.startswith("#"):
        return True
    line = line.strip("*_ ")
    return bool(line) and "\n" not in line and len(line.split()) <= 14 and line[-1] not in ".!?:;,”\"’)…"


def _title_case(paragraph: str) -> bool:
    """Whether a heading capitalises its ordinary words, so that capitals say nothing."""
    long = [w.text for w in words_of(paragraph) if len(w.text) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


class Finder:
    """Finds the candidates of one article."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.text = reading.text
        self.lexicon = lexicon
        self.words = words_of(self.text)
        # "Ada Lowe's podcast" names Ada Lowe, whichever show it is.
        self.hits = [h for h in lexicon.find(self.text) if not OWNED.search(self.text[h.start : h.end])]
        self.small = {w.text for w in self.words if not w.capital}
        self.mid_capitals: set[str] = set()
        self.quiet: list[tuple[int, int]] = []
        for start, end in paragraph_spans(self.text):
            paragraph = self.text[start:end]
            listing = bool(LISTING.search(paragraph))
            shouting = len(paragraph.split()) > 1 and paragraph.upper() == paragraph and any(c.isalpha() for c in paragraph)
            if shouting or (not listing and is_heading(paragraph) and _title_case(paragraph)):
                self.quiet.append((start, end))
        self._note_mid_capitals()

    # ---------------------------------------------------------------- where words stand
    def opens(self, start: int) -> bool:
        """Whether the word at `start` opens a sentence, a quotation or a list item, so that its capital says nothing."""
        i = start - 1
        while i >= 0 and self.text[i] in " \u00a0*_“\"‘'(#[":
            i -= 1
        if i > 0 and self.text[i] in "-–—" and self._behind_dateline(i):
            return True
        if i < 0 or self.text[i] in "\n.!?:…•|>":
            return not (i > 0 and self.text[i] == "." and self._abbreviated(i))
        # a quotation that begins in mid-sentence begins with a capital of its own
        before = self.text[i + 1 : start]
        return any(c in before for c in "“\"‘'") and self.text[i] in ",-–—" or self.text[i] in "–—-" and i > 0 and self.text[i - 1] == "\n"

    def _behind_dateline(self, dash: int) -> bool:
        begin = self.text.rfind("\n", 0, dash) + 1
        return dash - begin < 80 and DATELINE.match(self.text[begin : dash + 1].lstrip("*_ ").replace("*", "")) is not None

    def _abbreviated(self, dot: int) -> bool:
        begin = dot
        while begin > 0 and (self.text[begin - 1].isalpha() or self.text[begin - 1] == "."):
            begin -= 1
        word = self.text[begin:dot].lower()
        return len(word) == 1 or word in ABBREVIATED or self.lexicon.is_title(self.text[begin:dot])

    def _note_mid_capitals(self) -> None:
        for word in self.words:
            if word.capital and not self.is_quiet(word.start) and not self.opens(word.start):
                self.mid_capitals.add(word.text)

    def is_quiet(self, position: int) -> bool:
        """Whether `position` is in a line in capitals or a heading in title case."""
        return any(s <= position < e for s, e in self.quiet)

    # ---------------------------------------------------------------- all candidates
    def find(self) -> list[Candidate]:
        """The candidates in text order, none overlapping another."""
        taken: list[Candidate] = []
        titles = list(self._set_off())
        runs = [c for run in self._runs() for c in self._split(run)]
        for group in (self._datelines(), titles, runs, self._hits()):
            for candidate in group:
                if not any(c.start < candidate.end and candidate.start < c.end for c in taken):
                    taken.append(candidate)
            taken.sort(key=lambda c: c.start)
        return sorted((*taken, *self._inside(taken)), key=lambda c: (c.start, -c.end))

    def _inside(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        """The host in a title: "The Long Lunch with Ada Lowe"."""
        for candidate in candidates:
            if (match := WITH_NAME.search(candidate.text)) and candidate.form != "run":
                start = candidate.start + match.end()
                if all(w.capital for w in self.words if start <= w.start < candidate.end):
                    yield replace(self._candidate(start, candidate.end), initial=False)

    def _candidate(self, start: int, end: int, form: str = "run", **more: object) -> Candidate:
        hit = next((h for h in self.hits if h.start == start and h.end == end), None)
        if hit is None and self.text.startswith("The ", start):
            hit = next((h for h in self.hits if h.start == start + 4 and h.end == end), None)
        candidate = Candidate(start, end, self.text[start:end], form, hit.entry if hit else None, hit.ambiguous if hit else False)
        return replace(candidate, initial=self.opens(start), **more)  # type: ignore[arg-type]

    def _hits(self) -> Iterator[Candidate]:
        """Lexicon hits that no run covers, such as names in small letters or within headings."""
        for hit in self.hits:
            yield Candidate(
                hit.start, hit.end, self.text[hit.start : hit.end], "hit", hit.entry, hit.ambiguous, initial=self.opens(hit.start)
            )

    def _datelines(self) -> Iterator[Candidate]:
        """The city in capitals that opens an agency report: "MUMBAI, Feb 3 (Deccan Wire) -"."""
        for start, _end in paragraph_spans(self.text):
            start += len(self.text[start:_end]) - len(self.text[start:_end].lstrip("*_ "))
            if match := DATELINE.match(self.text, start):
                city = match.group().rstrip()
                if city.upper() == city:
                    yield Candidate(start, start + len(city), city, "hit", self.lexicon.get(city.title()), title="dateline")

    def _set_off(self) -> Iterator[Candidate]:
        """Titles set off by quotation marks or italics."""
        for quote in self.reading.quotes:
            if (span := self._title_span(quote.inner_start, quote.inner_end)) and not self._is_nickname(quote.start, quote.end):
                yield self._candidate(*span, form="quoted")
        for match in ITEM.finditer(self.text):
            if (span := self._title_span(match.start(1), match.end(1))) and " " in self.text[span[0] : span[1]]:
                yield self._candidate(*span, form="item")
        for match in ITALIC.finditer(self.text):
            if span := self._title_span(match.start(2), match.end(2)):
                yield self._candidate(*span, form="italic")

    def _is_nickname(self, start: int, end: int) -> bool:
        match = NICKNAME.match(self.text, start - 1) if start else None
        if match and match[1].isupper() and self.text[start] == "(":
            return False  # a party or an acronym
        return bool(match and match.end() - 1 == end and self.text[max(0, start - 2)].isalpha() and self.text[end + 1 : end + 2].isupper()
                    and self._capital_before(start - 1))  # fmt: skip

    def _capital_before(self, end: int) -> bool:
        begin = end
        while begin > 0 and (self.text[begin - 1].isalnum() or self.text[begin - 1] in "-’'."):
            begin -= 1
        return self.text[begin : begin + 1].isupper()

    def _title_span(self, start: int, end: int) -> tuple[int, int] | None:
        while end > start and self.text[end - 1] in ",.;:":
            end -= 1
        inner = [w for w in self.words if start <= w.start < end]
        if not inner or len(inner) > 8 or self.text[start:end].count("\n"):
            return None
        caps = [w for w in inner if w.capital or w.text[0].isdigit()]
        rest = [w for w in inner if not (w.capital or w.text[0].isdigit())]
        if not (inner[0].capital or inner[0].text[0].isdigit()) or any(w.text not in SMALL_IN_TITLES for w in rest):
            return None
        if not any(w.capital for w in caps) or (len(inner) == 1 and self.opens(start) and inner[0].text.lower() in OPENERS):
            return None
        if any(c in self.text[start:end] for c in ".;") and len(inner) > 4:
            return None
        return start, end

    # ---------------------------------------------------------------- runs of capitalised words
    def _runs(self) -> Iterator[list[Word]]:
        """Maximal runs of capitalised words with what may stand between them."""
        words = self.words
        i = 0
        while i < len(words):
            if not self._may_start(i):
                i += 1
                continue
            j = i
            while (step := self._next(i, j)) is not None:
                j = step
            yield words[i : j + 1]
            i = j + 1

    def _may_start(self, i: int) -> bool:
        word = self.words[i]
        if self.is_quiet(word.start):
            return False
        if word.capital:
            return word.text.lower() not in NOT_NAMES or self._hit_at(word.start) is not None
        return word.text.isdigit() and self._hit_at(word.start) is not None

    def _hit_at(self, start: int) -> Hit | None:
        return next((h for h in self.hits if h.start == start), None)

    def _gap(self, i: int) -> str:
        return self.text[self.words[i].stop : self.words[i + 1].start] if i + 1 < len(self.words) else "\n"

    def _next(self, first: int, j: int) -> int | None:
        """The index of the word that continues the run `first..j`, or None where it ends."""
        words = self.words
        if j + 1 >= len(words):
            return None
        word, gap, after = words[j], self._gap(j), words[j + 1]
        if any(h.start <= word.start and h.end > word.end and after.start < h.end for h in self.hits):
            return j + 1
        if word.possessive:
            return j + 1 if after.capital and after.text.lower() in ORG_POSSESSED and gap == " " else None
        if COMPOUND_TAIL.search(word.text) and "-a-" not in word.text:
            return None
        if word.text.endswith(".") and after.text.lower() in OPENERS:
            return None
        if after.capital and after.text.lower() not in NOT_NAMES:
            dotted = gap == ". " and (word.text.lower() in ABBREVIATED or self.lexicon.is_title(word.text))
            if gap in (" ", "\u00a0") or dotted or (gap == ", " and after.text in ("Jr", "Jr.", "Sr", "Inc", "Ltd")):
                return j + 1
        nick = NICKNAME.match(self.text, word.stop)
        if nick and word.capital and self._is_nickname(word.stop + 1, nick.end() - 1):
            k = j + 1
            while k < len(words) and words[k].start < nick.end():
                k += 1
            return k if k < len(words) and words[k].start == nick.end() else None
        if gap not in (" ", "\u00a0"):
            return None
        if after.text.isdigit() and len(after.text) <= 3 and word.text.lower() in NUMBERED:
            return j + 1
        k, links = j + 1, []
        while k < len(words) and not words[k].capital and len(links) < 3 and self._gap(k) in (" ", "\u00a0") and not words[k].possessive:
            links.append(words[k].text)
            k += 1
        if not links or k >= len(words) or not words[k].capital or words[k].text.lower() in NOT_NAMES:
            return None
        if all(w in PARTICLES for w in links) and not (links == ["no"]):
            return k
        if links == ["&"]:
            return k
        head = word.text.lower()
        if links in (["of"], ["of", "the"], ["for"], ["for", "the"]) and head in OF_HEADS and not self._is_role(words[first : j + 1]):
            return k
        if links == ["and"] and self._and_joins(first, j, k):
            return k
        titled = self._after_title_noun(words[first].start)
        if titled and all(w in SMALL_IN_TITLES for w in links) and "and" not in links[:1]:
            return k
        return None

    def _is_role(self, run: list[Word]) -> bool:
        return len(run) == 1 and kind_of(run[0].text) == "Person" and run[0].text.lower() not in ("prince", "princess", "duke", "duchess")

    def _and_joins(self, first: int, j: int, k: int) -> bool:
        so_far = {w.text.lower() for w in self.words[first : j + 1]}
        if "of" in so_far and so_far & {"department", "ministry", "office", "board"}:
            return True
        last = k
        while last + 1 < len(self.words) and self.words[last + 1].capital and self._gap(last) == " ":
            last += 1
        alone = first == j and ordinary(self.words[j].text) and not self.lexicon.gender(self.words[j].text)
        return alone and last > k - 1 and self.words[last].text.lower() in AND_TAILS

    def _after_title_noun(self, start: int) -> bool:
        before = self.text[max(0, start - 14) : start].lower()
        return before.endswith(("charity ", "campaign ", "group ", "band ", "newsletter ", "magazine ", "podcast ", "show ", "programme ", "series ", "called ", "titled ", "entitled ", "named ", "episode of "))

    # ---------------------------------------------------------------- one run into its candidates
    def _split(self, run: list[Word]) -> Iterator[Candidate]:
        """Cut a run where it holds a known person, drop what opens the sentence, titles, nationalities and calendar words."""
        run = [*run]
        for n, word in enumerate(run):
            low = word.text.lower()
            if (low in CALENDAR or low.removesuffix("s") in CALENDAR or (low in LANGUAGES and len(run) == 1)) and word.capital and not self._in_hit(word):
                follower = run[n + 1].text if n + 1 < len(run) else ""
                if kind_of(follower) == "Outlet" or follower in ("Times", "Mail", "Post", "World", "Night", "Morning", "Herald", "Show"):
                    continue
                yield from self._split(run[:n])
                yield from self._split(run[n + 1 :])
                return
        if not run or not any(w.capital or self._in_hit(w) for w in run):
            return
        begin, end = run[0].start, run[-1].end
        inside = [h for h in self.hits if h.start >= begin and h.end <= end]
        if any(h.start == begin and h.end == end for h in inside):
            yield self._candidate(begin, end)
            return
        for h in inside:
            known = h.entry.type == "Person" and " " in self.text[h.start : h.end].strip()
            joined = h.entry.type == "Platform" and h.start == begin and not h.ambiguous
            if known or (joined and len(run) > 1 and self.lexicon.gender(run[1].text)):
                yield from self._split([w for w in run if w.end <= h.start])
                yield self._candidate(h.start, h.end, title=self._title_before(h.start))
                yield from self._split([w for w in run if w.start >= h.end])
                return
        if (inner := self._inner_title(run)) is not None:
            yield from self._split(run[: inner[0]])
            yield from self._split(run[inner[0] :])
            return
        title: list[str] = []
        while run and (cut := self._leading(run)):
            title += [w.text for w in run[:cut]]
            run = run[cut:]
            while run and not run[0].capital and not self._in_hit(run[0]):
                run = run[1:]
        while run and not run[-1].capital and not run[-1].text.isdigit():
            run = run[:-1]
        if run:
            yield from self._whole(run, " ".join(title))

    def _inner_title(self, run: list[Word]) -> tuple[int, int] | None:
        """Where a title stands inside the run, with a name behind it: "Corran Gov. Ada Lowe", "Tidewell Chief Executive Ada Lowe"."""
        for n in range(1, len(run) - 1):
            for size in (3, 2, 1):
                words = " ".join(w.text for w in run[n : n + size])
                title = self.lexicon.title(words) if n + size < len(run) else None
                given = self.lexicon.gender(run[n - 1].text) is not None or self.lexicon.gender(run[n].text) is not None
                if title is not None and words.lower() not in ROYAL and not given and not self._in_hit(run[n]):
                    return n, size
        return None

    def _title_before(self, start: int) -> str:
        found = re.search(r"([^\W\d_]+\.?(?: [^\W\d_]+\.?){0,2}) $", self.text[max(0, start - 50) : start])
        if not found:
            return ""
        parts = found[1].split()
        for n in range(len(parts)):
            if self.lexicon.is_title(" ".join(parts[n:])):
                return " ".join(parts[n:])
        return ""

    def _in_hit(self, word: Word) -> bool:
        return any(h.start <= word.start and word.end <= h.end for h in self.hits)

    def _starts_hit(self, word: Word, run: list[Word]) -> bool:
        return any(h.start == word.start and h.end > word.end and h.end <= run[-1].end for h in self.hits)

    def _leading(self, run: list[Word]) -> int:
        """How many words at the head of the run are no part of the name (0: none)."""
        first, low = run[0], run[0].text.lower()
        if self._starts_hit(first, run):
            return 0
        opening = self.opens(first.start)
        rest = run[1:]
        if not rest:
            return int(low in OPENERS and (opening or low not in ("us",)) and not (self._hit_at(first.start) and not opening))
        if len(rest) == 1 and self.lexicon.gender(first.text) is not None:
            return 0  # Duke Ellington, Dean Martin
        for size in range(min(4, len(run) - 1), 0, -1):
            words = " ".join(w.text for w in run[:size])
            if self.lexicon.is_title(words) and words.lower() not in ROYAL:
                return size
        if self.lexicon.demonym(first.text) and not kinds_of(run[-1].text):
            return 1
        looks_person = self.lexicon.gender(rest[0].text) is not None and len(rest) <= 4
        if low in ROYAL:
            return int(looks_person and low in ("sir", "dame", "lord", "lady"))
        if kind_of(first.text) == "Person" and (looks_person or (opening and not kinds_of(run[-1].text))):
            return 1
        alone = self.text[rest[0].start : rest[-1].end]
        if not opening or first.text[1:].isupper() and len(first.text) > 1:
            return 0
        if low == "the":
            return int(not self._article_belongs(rest))
        if low in OPENERS:
            return 1
        if first.text in self.mid_capitals or self.lexicon.gender(first.text):
            return 0
        token = self.reading.token(first.start)
        if token.pos_ in ("VERB", "ADV", "ADP", "SCONJ", "CCONJ", "AUX", "PRON", "DET", "INTJ") and ordinary(low):
            return 1
        if low in OUTLET_OPENERS:
            return 0
        known = self.text.count(alone) > self.text.count(f"{first.text} {alone}") or self._is_hit(rest)
        return int(ordinary(low) and (known or (low in self.small and looks_person)))

    def _is_hit(self, run: list[Word]) -> bool:
        return any(h.start == run[0].start and h.end == run[-1].end for h in self.hits)

    def _article_belongs(self, rest: list[Word]) -> bool:
        """Whether a sentence's opening "The" belongs to the name: it stands with a capital elsewhere, or the lexicon has it so."""
        name = self.text[rest[0].start : rest[-1].end]
        at = self.text.find(f"The {name}")
        while at >= 0:
            if not self.opens(at):
                return True
            at = self.text.find(f"The {name}", at + 1)
        hit = self._hit_at(rest[0].start)
        return bool(hit and hit.entry.name.startswith("The "))

    def _whole(self, run: list[Word], title: str) -> Iterator[Candidate]:
        """The candidate of a run that is cut to size: compound tails cut off, nickname noted."""
        first, last = run[0], run[-1]
        start, end = first.start, last.end
        if len(run) == 1 and first.text.lower() in NEVER_ALONE and not self._hit_at(first.start):
            return
        if (tail := COMPOUND_TAIL.search(last.text)) and not self._hit_ends(last.end) and "-a-" not in last.text:
            end = last.start + tail.start()
            if not self.text[start:end].strip() or (len(run) == 1 and not self._known(self.text[start:end])):
                return
        nickname = None
        for n, word in enumerate(run[:-1]):
            if (match := NICKNAME.match(self.text, word.stop)) and match.end() <= run[n + 1].start + 40 and match.end() < end:
                nickname = match.span(1)
        single = len(run) == 1
        initial = self.opens(start)
        weak = single and initial and first.text not in self.mid_capitals and not self._in_hit(first) and ordinary(first.text)
        yield self._candidate(start, end, title=title, nickname=nickname, weak=weak)

    def _hit_ends(self, end: int) -> bool:
        return any(h.end == end for h in self.hits)

    def _known(self, name: str) -> bool:
        return name in self.mid_capitals or self.lexicon.get(name) is not None


def paragraph_spans(text: str) -> Iterable[tuple[int, int]]:
    """The lines of `text` that hold anything, as spans."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
