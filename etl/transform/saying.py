"""The words by which English newspapers say that somebody says something: verbs, phrases and nouns of speech."""

from __future__ import annotations

# Verbs that take what is said as a clause or quotation: "said (that) …", "“…,” she argued".
SAYING = frozenset(
    """say tell argue add claim write post tweet retweet joke quip reply respond answer insist warn admit concede recall explain
    note complain declare announce state report suggest maintain contend assert acknowledge confirm deny predict promise pledge
    vow remark observe muse reveal disclose stress emphasize emphasise conclude caution lament grumble boast brag shout yell
    scream whisper mutter murmur ask wonder inquire enquire urge plead demand propose counter retort interject testify swear
    allege estimate reckon hint imply indicate text email e-mail message caption agree repeat reiterate clarify elaborate deadpan
    tease gush rave opine offer confide confess marvel gripe fume thunder snap blast bark protest object rule recount relate
    stipulate proclaim exclaim cry begin continue volunteer venture ventriloquize chide scold scoff sneer snort banter wisecrack
    crow moan groan bemoan whine rant intone pronounce posit theorize speculate profess attest certify rejoin riposte shrug laugh
    smile grin sigh plead advise counsel forecast prophesy guess quote underline underscore highlight blog vlog drawl croak
    chuckle beam chime pipe affirm avow submit signal memo tout assure inform remind notify guarantee convince comment judge decide purr growl hiss coo roar bellow holler stammer drone enthuse grouse carp counsel
    instruct allow hold intimate reflect recollect theorise hypothesize jest lecture concur interpose parry remonstrate spit
    correct deflect summarize summarise""".split()
)
# Of these, verbs that introduce a clause without quotation marks often enough to be trusted with one.
REPORTING = SAYING - frozenset(
    """begin continue shrug laugh smile grin sigh cry beam chuckle chime pipe croak drawl text offer tease demand plead urge ask
    wonder inquire enquire guarantee convince blast object quote retweet propose rave cry message answer caption
    tout highlight advise counsel submit comment venture allow hold spit correct deflect parry lecture instruct
    summarize summarise""".split()
)
# Verbs of thinking, whose clause a writer knows because it was said: "thinks (that) the deal …".
THINKING = frozenset(
    """think believe feel hope expect doubt fear know consider assume suspect worry regret want wish mean understand guess suppose see
    learn like swear find argue hold prefer calculate figure dream fancy trust""".split()
)
# With particle: "points out that", "goes on: “…”", "fired back", "chimed in".
WITH_PARTICLE = {
    "point": ("out",), "go": ("on",), "shoot": ("back",), "fire": ("back",), "hit": ("back", "out"), "chime": ("in",), "chip": ("in",),
    "cut": ("in",), "sum": ("up",), "snap": ("back",), "write": ("back",), "put": ("it",), "lash": ("out",), "jump": ("in",),
    "open": ("up",), "sign": ("off",), "blurt": ("out",), "call": ("out",), "spell": ("out",), "clap": ("back",), "carry": ("on",),
}  # fmt: skip
# Of these, verbs that speak whatever follows them.
OPEN_PARTICLE = frozenset("point put blurt spell fire shoot chime".split())
# Verbs whose object is the hearer: "told the crowd that", "assured them that", "reminded viewers that".
TELLING = frozenset("tell assure inform remind notify warn promise ask advise convince caution text email message".split())
# Verbs that name or rate something: "called the tour “a circus”", "dismissed it as “noise”".
NAMING = frozenset(
    """call describe dismiss brand label dub term deem characterize characterise mock denounce condemn hail praise blast deride slam
    decry portray cast refer compare liken ridicule lambast lambaste criticize criticise attack reject style bill summarize
    summarise paint depict laud celebrate tout celebrate accuse blame thank pronounce declare consider count rate nickname
    christen deplore cite define welcome berate castigate rubbish pan scorn jeer savage pillory salute crown denigrate disparage
    trash bash knock""".split()
)
# Nouns that hold a clause: "his claim that …", "a warning from X that …".
CLAIMS = frozenset(
    """claim statement assertion argument warning insistence admission suggestion allegation contention prediction announcement
    accusation complaint remark comment declaration assurance acknowledgement acknowledgment revelation observation confession
    concession boast line mantra quip joke reminder refrain verdict charge retort message response reply answer hint judgment""".split()
)
# What comes before “:” and a quotation without a verb of saying: "His verdict: “…”".
CAPTIONS = CLAIMS | frozenset(
    """answer reply response advice message tweet post reaction word question pitch slogan motto caption note rule explanation
    reason point headline punchline conclusion view opinion thought position stance take summary rejoinder comeback defence
    defense excuse rationale justification account pledge promise summing-up phrase words""".split()
)  # fmt: skip
# "in X's view", "by her own account", "in the words of X".
VIEWS = frozenset(
    """view words opinion telling estimation account reckoning admission estimate judgment judgement mind phrase eyes book
    description assessment reading version estimates calculation calculations""".split()
)  # fmt: skip
# Words before a quotation that make it a name: "the podcast “Night Desk”", "titled “…”".
TITLED = frozenset(
    """podcast show series film movie song album book novel memoir single track episode programme program title titled entitled
    headlined named documentary segment column section magazine newsletter channel game musical play sketch video stream hit
    drama sitcom comedy special franchise feature slot essay article exhibition poem tour event panel session stream livestream
    talk theme""".split()
)
# Nouns for people who speak in the name of others and stay unnamed.
SPOKESPERSONS = frozenset(
    """spokesperson spokesman spokeswoman representative rep source aide official insider person people adviser advisor lawyer
    attorney publicist statement report survey poll study press-release release memo email filing lawsuit complaint letter note
    executive staffer analyst expert critic fan ally friend observer others some many few""".split()
)
# What somebody does who has just spoken: "“Not me.” Vole laughs."
GESTURES = frozenset("laugh smile grin shrug sigh pause nod chuckle wince beam giggle smirk frown hesitate think".split())
# Writings that speak for their author: "a statement from Vole said", "her post read".
DOCUMENTS = frozenset(
    """statement email e-mail memo post tweet letter caption message filing lawsuit complaint note release newsletter website
    account text thread article column memoir book autobiography blog profile bio invitation report editorial essay advert ad""".split()
)
# Verbs that take an infinitive of saying that really was said: "went on to say", "used the slot to argue".
SAID_INDEED = frozenset("go continue take use proceed hasten want like return live beg".split())
# "was quoted as saying", "was heard telling": a passive whose subject speaks.
HEARD = frozenset("quote hear see cite report record film catch".split())
# Past tenses that no ending tells.
_IRREGULAR = frozenset("said told wrote swore spat put held".split())
_LISTENED = SAYING - frozenset("shrug cry text post message caption row email comment signal".split())


def looks_said(word: str) -> bool:
    """Whether `word` is the past or present form of a verb of saying, whatever the tagger takes it for."""
    w = word.lower()
    if w in _IRREGULAR:
        return True
    if w.endswith("ied") or w.endswith("ies"):
        return w[:-3] + "y" in _LISTENED
    if w.endswith("ed"):
        return bool({w[:-2], w[:-1], w[:-3]} & _LISTENED)
    return w.endswith("s") and bool({w[:-1], w[:-2]} & _LISTENED)
