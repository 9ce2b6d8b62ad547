"""How articles say what post somebody holds, where: leaders, staff, members of parties and groups, owners and founders by noun."""

from __future__ import annotations

from etl.transform.relations.wording import Wording, wordings

CHIEF = (
    "chief executive(?: officer)?|CEO|chief(?! (?!of|at|and)[a-z])|(?<!vice )(?<!vice-)president|chairman|chairwoman|chairperson|"
    "chair|boss|head|editor[- ]in[- ]chief|editor|"
    "managing director|director[- ]general|secretary[- ]general|artistic director|music(?:al)? director|head ?(?:teacher|master|mistress)|provost|chancellor|director|executive director|managing editor|principal|general secretary|commissioner|"
    "rector|vice[- ]chancellor|dean|leader|"
    "co-leader|publisher|captain|governor|controller|mayor|founder and CEO"
)
STAFF = (
    "spokes(?:man|woman|person)|reporter|correspondent|columnist|analyst|advis[eo]r|aide|strategist|critic|producer|lecturer|professor|"
    "researcher|economist|lawyer|attorney|engineer|scientist|fellow|commentator|journalist|editor-at-large|photographer|"
    "writer|press secretary|communications director|campaign manager|manager|executive|pollster|historian|consultant|secretary|"
    "political editor|deputy editor|deputy leader|vice[- ]president|officer|director of [a-z]+(?: [a-z]+)?|head of [a-z]+(?: (?:and "
    ")?[a-z]+)?|"
    "chief (?!executive|of)[a-z]+(?: officer)?|chief of staff|finance chief|news chief|editor for [a-z]+|instructor|teacher|nurse|"
    "coach|head coach|first-team coach|press officer|reviewer|host|presenter|anchor|newsreader"
)
MEMBER = (
    "member|candidate|MP|MEP|senator|congressman|congresswoman|lawmaker|councillor|nominee|legislator|representative|deputy|guitarist|"
    "drummer|singer|bassist|vocalist|keyboardist|rapper|striker|goalkeeper|midfielder|defender|winger|activist|politician|hopeful|"
    "frontman|frontwoman|judge|justice|peer|player|forward|centre-back|full-back|quarterback|pitcher|point guard|fly-half|prop|backbencher|frontbencher|"
    "whip|delegate|novice|nun|trustee|stalwart|half|one half|one third|co-founder and guitarist"
)
FOUNDER = "co-?founder|founder|creator|co-?creator"
OWNER = "owner|co-?owner|proprietor|majority shareholder"


def post(predicate: str, noun: str, at: str, links: str, confidence: float) -> list[Wording]:
    """The ways to tie a post to its holder: before the name, behind it in apposition, by copula, by possessive."""
    noun = rf"(?:{noun})(?:,? (?:and|&) (?!(?:{noun})\b)[\w-]+(?: [\w-]+){{0,2}}?)?"
    where = f"<o:{at}>"
    linked = rf"(?:{links}) (?:the )?{{M}}{where}"
    return wordings(
        predicate, f"post_{predicate.lower()}",
        rf"{where}(?:{{POSS}})? {{M}}{noun}s? (?:[A-Z][\w.'-]* ){{0,2}}?<s:P>",
        rf"{where}{{POSS}} (?:own )?{{M}}(?:and {{M}})?{noun}s?, (?:(?:[A-Z][\w.'-]*|former|the|now) ){{0,3}}?<s:P>",
        rf"\b{noun}s? {linked},? (?:[A-Z][\w.'-]* ){{0,3}}?<s:P>",
        rf"<s:P>(?:, | \()(?:as )?{{M}}(?:and {{M}})?{noun}s? {linked}",
        rf"<s:P>(?:, | \()(?:the |a |an |another )?{where}(?:{{POSS}})? {{M}}{noun}s?\b",
        rf"<s:P>(?:, | \(){{M}}{noun}, {where}",
        rf"{where}[^.;:\ue001\ue002]{{0,100}}?\b[Tt]heir {{M}}{noun}s?,? <s:P>",
        rf"(?:[Aa]s|[Nn]amed|[Aa]ppointed) (?:the )?{{M}}{noun} {linked}(?: (?:in|since|from) \d{{4}})?, {{M}}<s:P>",
        rf"<s:P>{{THEN}} [^.;:\ue000-\ue006“\"]{{0,30}}?\b(?:named|appointed|elected|made|promoted to|chosen as|hired as|installed as|"
        rf"joined as|"
        rf"re-elected) (?:the |its |their )?{{M}}{noun} {linked}",
        rf"<s:P>,? (?:who )?(?:is|was|became|remains|as|serves as|served as|works as|worked as) {{M}}{noun}s? {linked}",
        rf"<s:P>,? (?:who )?(?:is|was|became|remains|as|serves as|served as|works as) (?:the |a |an )?{where}(?:{{POSS}})? {{M}}{noun}s?\b",
        confidence=confidence,
    )  # fmt: skip


WORDINGS = [
    *post("LEADS", CHIEF, "OU", "of|at", 0.75),
    *post("WORKS_FOR", STAFF, "OU", "of|at|for|with|to|from|on", 0.7),
    *post("MEMBER_OF", MEMBER, "O", "of|for|in|with|from", 0.7),
    *post("FOUNDED", FOUNDER, "OUFS", "of|behind", 0.75),
    *post("OWNS", OWNER, "OUF", "of", 0.75),
    *wordings(
        "LEADS", "leads",
        r"<s:P>{THEN} (?:leads?|heads?|chairs?|chaired|led|headed|captains?|conducts?|conducted|edits?|edited|presides over|runs|ran|took over|takes "
        r"charge of) (?:the )?{M}<o:OU>",
        r"<o:OU>,? (?:a |the )?{M}(?:led|headed|chaired|edited|run) by {M}<s:P>",
        r"<o:OU>,? (?:which|that|whom|<OU>)? ?(?:<P>'s [a-z]+ )?{M}<s:P>(?:, [^,;.]{1,50},)? (?:chairs|leads|heads|runs|edits|captains|directs|chaired|led|"
        r"headed|ran|edited)\b",
        r"<s:P>{THEN} (?:still |now |also )+(?:chairs|leads|heads|runs|edits) {M}<o:OU>",
        r"<o:O>, under (?:its|their|<O>'s) {M}<s:P>",
        r"<s:P>,? (?:who (?:is|has been|was) |now |is |has been )?(?:at the (?:helm|head)|in charge|in the chair) (?:of|at) {M}<o:OU>",
        r"(?:[Ll]ed|[Hh]eaded|[Cc]haired|[Ee]dited|[Rr]un) by {M}<s:P>(?: since \d{4}|, [^,;.]{1,60})?, {M}<o:OU>",
        r"[Uu]nder <s:P>(?:, (?:its|their|the) {M}(?:chief executive|boss|editor|leader|chair(?:man|woman)?|president|director),)? "
        r"{M}<o:OU> "
        r"(?:has|had|have|will|is|was|became|grew|won|lost)\b",
        confidence=0.65,
    ),
    *wordings(
        "WORKS_FOR", "works",
        r"<s:P>{THEN} (?:works?|worked|writes?|wrote|reports?|reported|reviews?|teaches|taught|lectures?|lectured|covers [a-z]+(?: "
        r"[a-z]+)?|broadcasts|freelances|"
        r"stud(?:y|ies) [a-z]+(?: [a-z]+){0,3}|researches [a-z ]{3,40}|specialises in [a-z ]{3,30}|follows the [a-z]+(?: [a-z]+)?) "
        r"(?:[a-z]+ ){0,2}?(?:at|for|in) (?:the )?{M}<o:OU>",
        r"<s:P>, (?:writing|reporting|reviewing|speaking) (?:for|in) {M}<o:U>",
        r"<s:P>, (?:a|an|the|its|their) (?:[\w'-]+ ){1,6}?(?:at|for|with) (?:the )?{M}<o:OU>",
        r"<s:P>,? (?:of|from|at) {M}<o:U>",
        r"<s:P>, (?:of|from|at) {M}<o:O>",
        r"<o:U>{POSS} <s:P>",
        r"\bby <s:P> of {M}<o:U>",
        r"(?:[Pp]rofessor|[Dd]r|[Pp]rof)\.? <s:P> \(<o:O>\)",
        r"<s:P> \(<o:U>\)",
        r"(?:^|[.;] )(?:At|Over at) <o:OU>, {M}<s:P> (?:said|says|told|called|argued|wrote|noted|thinks|reckons|asked)\b",
        r"<s:P>{THEN} (?:[^.;:“\"\ue000\ue001\ue002]{0,90} )?(?:paid|employed|hired|salaried) by {M}<o:OU>",
        r"<s:P>{THEN} (?:directs|directed|manages|managed|oversees|runs|coordinates|leads) (?:[a-z]+ ){1,3}?(?:at|for) {M}<o:OU>",
        r"<s:P>(?:, | \()(?:[\w-]+ ){0,2}?vice[- ]president (?:of|for) [a-z]+(?: [a-z]+)? (?:at|of) {M}<o:OU>",
        r"<s:P> \((?:the )?<o:O>\)",
        r"<o:U> (?:(?:breakfast|morning|evening|drivetime|late-night|sports?|news|star|veteran) ){0,2}(?:presenter|host|anchor|DJ|"
        r"newsreader) <s:P>",
        r"<o:U>{POSS} (?:(?:breakfast|morning|evening|drivetime|late-night|sports?|news|star|veteran) ){0,2}(?:presenter|host|anchor|DJ|"
        r"newsreader)(?: is|,) "
        r"<s:P>",
        r"<s:P>{THEN} (?:joined|rejoined) (?:the )?{M}<o:OU> (?:as |in |from |after )",
        r"<s:P>, whose (?:employer|paper|newspaper|station|network|club) (?:is )?(?:the )?<o:OU>",
        r"<o:U>[^.;\ue002\ue000]{0,160}? (?:its|the network's|the station's|with|by) (?:(?:evening|morning|breakfast|chief|veteran|star|"
        r"political|business|news|sports) ){0,2}(?:anchor|newsreader|correspondent|political editor|business editor),? <s:P>",
        r"(?:[Cc]ontact|[Ee]nquiries|[Ii]nquiries)[^.;\ue000-\ue006]{0,20}: <s:P>, [^.;\ue000-\ue006]{2,50}, <o:O>",
        r"<o:OU> (?:has |had )?(?:hired|recruited|employs|employed|appointed) {M}<s:P>",
        confidence=0.65, together=True,
    ),
    *wordings(
        "MEMBER_OF", "member",
        r"<s:P>{THEN} (?:joined|represents|stood for|is standing for|ran for|is running for|sits for) (?:the )?<o:O>(?!{POSS})",
        r"<s:P>(?:,)? and <P>,? (?:who )?(?:perform|play|record|post|are known|tour|trade)s?(?: together)? as <o:O>",
        r"<o:O> (?:members?|singers?|frontman|drummer|guitarist|star) <s:P>",
        r"<o:O>[^\ue001]{0,250}?\b(?:bassist|drummer|guitarist|keyboardist|pianist|vocalist|frontman|frontwoman|lead singer) <s:P>",
        r"<s:P>{THEN} (?:plays?|played|sits?|sat|turns out|turned out|signed|scored|keeps goal|keeps wicket|is standing|stood|was elected|"
        r"was returned) (?:in [a-z]+ |as [a-z ]{3,20}|on the council |as an? [A-Z]{2,4} )?for (?:the )?{M}<o:O>(?!{POSS})",
        rf"<s:P>, (?:an? |the |one of the ){{M}}(?:{MEMBER})s? (?:in|of|for|from|with) <P>'s {{M}}<o:O>",
        r"<s:P>{THEN} (?:belongs?|belonged|defected|switched) to (?:the )?{M}<o:O>",
        r"<s:P>{THEN} [^.;\ue000-\ue006]{0,30}?\b(?:under the banner of|on the (?:list|ticket|slate|platform) of|under the|in the colours of|as an? candidate of) "
        r"{M}<o:O>(?= (?:but|and|in|before|until|ticket|banner)|[,.])(?<!@)",
        r"<s:P>{THEN} (?:elected|re-elected|re-elect|returned|selected|nominated|chosen) [^.;\ue000-\ue006]{0,40}?\b(?:for|by|under|with) (?:the )?{M}<o:O>",
        r"<o:O>{THEN} expelled {M}<s:P>",
        r"<s:P> and {M}<P>,? (?:who )?(?:perform|play|record|post|are known|tour|trade)s?(?: together)? as <o:O>",
        r"<o:O>(?:, [^,;.]{1,40},)? (?:duo|trio|band|group|pair|quartet)[^.;\ue001]{0,20}? {M}<s:P>",
        r"<s:P>,? (?:the |an? )?(?:[\w-]+ ){0,3}?(?:leader|member|singer|rapper|half|third|frontman) of (?:the )?(?:[\w-]+ ){0,4}?<o:O>",
        r"<s:P>{THEN} (?:running|standing|campaigning|bidding|contesting)(?: [a-z]+){0,4}? for {M}<o:O>",
        r"<s:P>{THEN} (?:fronts?|fronted|plays (?:the )?[a-z]+ (?:in|for|with)|sings? (?:in|for|with)|drums? (?:in|for|with)) (?:the )?"
        r"(?:[a-z]+ ){0,2}?<o:O>",
        r"<s:P>, (?:one )?(?:half|third|quarter|part) of (?:the )?(?:[a-z]+ ){0,3}?<o:O>",
        r"<s:P> \((?:the )?<o:O>(?:, [A-Z][\w ]{2,25})?\)",
        r"<s:P>{THEN}, [^,.;\ue000-\ue006]{3,40}, (?:still |now |once more |again )?(?:an? |the )<o:O> (?:player|striker|member|candidate|"
        r"MP|winger|midfielder|defender|goalkeeper)\b",
        r"<s:P>,? (?:is |now |still )*at <o:O>,? (?:where|until|on loan|since)\b",
        confidence=0.65, together=True,
    ),
]  # fmt: skip
