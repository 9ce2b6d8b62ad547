"""How articles say who hosts a show and where it is published."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

PRESENT = (
    "hosts?|presents?|fronts?|anchors?|records?|makes?|hosted|presented|fronted|anchored|co-?hosts?|co-?hosted|emcees?|runs?|helms?|"
    "helmed|does|did|do|"
    "used to (?:host|present|front|anchor|make|record|run|do)|co-?presents?|co-?presented|started|launched"
)
MADE = "hosted|presented|fronted|anchored|co-?hosted|recorded|made|run|helmed|moderated|curated|started|launched|created|voiced"
HOST = "(?:co-?)?(?:host|presenter|anchor|moderator|quizmaster|emcee)"
AIRING = (
    "airs?|aired|airing|streams?|streamed|streaming|runs|is (?:broadcast|carried|shown|screened|published|available|distributed|heard|"
    "seen|carried live|made available|had)|"
    "goes out|went out|go out|goes up|go up|went up|lands|landed|stays|remains|continues|(?:can|could|may|will) be (?:heard|seen|watched|found|streamed|had|"
    "got|downloaded|caught)|can now be [a-z]+|puts? (?:it )?out|returned|airing|being shown|being streamed|aired live|going out|"
    "broadcast|carried|shown|available|published|released|drops|"
    "screened|syndicated|simulcast|exclusive|lives|appears|moved|returns|premieres|premiered|debuts|debuted|launched"
)

WORDINGS = [
    *wordings(
        "HOSTS", "hosts",
        rf"<s:PO>{{THEN}}(?: will)? (?:{PRESENT}) {{M}}<o:S>",
        rf"<s:PO>{{THEN}}(?: will)? (?:{PRESENT}) (?:the |an? )?(?:[\w-]+ ){{0,2}}?<FU>(?:{{POSS}})? (?:[\w'-]+ ){{0,3}}?<o:S>",
        rf"<o:S>{{THEN}} (?:{MADE})(?: and [a-z]+)?{{BY}}{{M}}<s:P>",
        rf"<o:S>, (?:{{SHOW}} )?(?:(?:with|of|about|on) (?:[^,;.\ue000-\ue006]|[,.](?=\d)){{2,50}}?,? )?(?:{MADE})(?: and "
        rf"[a-z]+)?(?:{{BY}}| with "
        rf"){{M}}<s:P>",
        r"<o:S>(?:,|,? and|:) {SHOW}(?: that| which|,? <S>)? {M}<P>(?: and {M}<P>)? [a-z]+s? (?:it )?(?:together )?(?:with|alongside) "
        r"{M}(?:<P>'s "
        r"{M})?<s:P>",
        r"<o:S>[^\ue004]{0,250}?\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]he show's|[Tt]he podcast's|<S>'s) (?:[\w-]+ )?(?:hosts?|presenters?|"
        r"co-?hosts?|"
        r"anchors?|moderators?), {M}<s:P>",
        r"<s:P>{THEN} (?:had|has|got|given|was given|landed|records|makes|began|started|launched|keeps) (?:an? |<P>'s (?:own )?|the "
        r"){SHOW},? "
        r"(?:called |titled |named )?<o:S>",
        r"<s:P>, (?:of|from) {M}(?:podcast|stream|newsletter|show|phone-in|series) <o:S>",
        r"<s:P>,? (?:who is |is |who has been |has been )?(?:the )?(?:voice|face|man|woman|pair|duo|brains|comedian|sisters|brothers) "
        r"(?:of|behind) {M}<o:S>",
        r"<s:P>,? (?:who is |is |who sits |sits )?(?:behind the (?:microphone|desk|mic)|in the chair|at the helm) (?:of|on|for|at) "
        r"{M}<o:S>",
        r"<o:S>[^.;\ue004]{0,90}? (?:on|by) <FU>,? where {PP}<s:P>(?: and {M}<P>)? (?:has|have|had|is|are|were|was) (?:been )?(?:on air|"
        r"live|"
        r"streaming|broadcasting|talking|hosting)\b",
        r"<P>'s <o:S>, with {M}<s:P>",
        rf"<o:S>[^.;\ue000-\ue006]{{0,50}}? (?:{MADE}|streamed|broadcast|written|produced and presented|put out) [^,.;\ue000]{{0,45}}?\bby "
        rf"{{M}}<s:P>",
        r"<o:S>[^\ue004]{0,300}?\b(?:[Tt]he|[Ii]ts|<S>'s) (?:[\w-]+ )?(?:hosts?|presenters?|co-?hosts?|anchors?|moderators?|quizmasters?) "
        r"(?:is|are|was|were|will be) {M}<s:P>",
        r"<o:S>, {SHOW},? (?:which|that|<S>)? ?(?:<P>|{M}<P>)(?:,? and |, ){M}<s:P> (?:host|present|record|make|do|run|front|co-host)\b",
        r"<s:P>(?:,|{THEN})? (?:is |was |as )?(?:the |a )?(?:{M})(?:quizmaster|interviewer|ringmaster|DJ|disc jockey|storyteller|narrator) "
        r"(?:of|on|behind) {M}<o:S>",
        r"\b(?:podcast|show|programme|program|newsletter|channel|stream|series|column|vlog|phone-in),? <o:S>,? (?:of|by|from) {M}(?:<L>, )?<s:P>",
        r"\b(?:podcast|show|programme|program|newsletter|channel|stream|series|phone-in),? <o:S>,? (?:of|by|from) (?:the |a )?[^,.;\ue000]{3,60}, <s:P>",
        r"<o:S>, {SHOW}(?:,? that| which|,? <S>)? {PP}<s:P>{THEN} (?:streams?|tapes?|films?|writes?|edits?|broadcasts?|produces?|puts? out|puts? together)\b",
        r"<o:S>, (?:narrated|voiced|read|written and read) by {M}<s:P>",
        r"<s:P>(?:,|{THEN})? (?:recorded|records|taped|tapes|films|filmed) {M}<o:S> (?:in|from|at|with|above|every|each)\b",
        r"<s:P>{POSS} (?:[\w'-]+ ){0,4}?(?:<FU> )(?:[\w'-]+ ){0,2}?(?:podcast|show|programme|program|series|channel|stream),? (?:called )?<o:S>",
        r"(?:[Hh]osted|[Pp]resented|[Ff]ronted|[Rr]ecorded|[Mm]ade){BY}{M}<s:P>(?:, [^,;.]{1,60})?, {M}<o:S>",
        r"\b[Hh]osts {M}<s:P>(?: and {M}<P>)? [^.;\ue000-\ue006]{0,40}?<o:S>",
        r"\b[Hh]osts {M}<P> and {M}<s:P> [^.;\ue000-\ue006]{0,40}?<o:S>",
        r"<s:P>{THEN} (?:took over|takes over|inherited) {M}<o:S>",
        rf"(?:{PRESENT}) {{M}}<o:S>(?: together)? (?:with|alongside) {{M}}(?:<P>'s {{M}})?<s:P>(?! (?:on|about) (?!<F>|<U>|<O>))",
        rf"<o:S>, (?:{MADE}){{BY}}{{M}}<P>(?:, [^;.]{{1,70}}?,)? (?:together )?(?:with|alongside) {{M}}(?:<P>'s {{M}})?<s:P>",
        r"<o:S>, {SHOW} {M}<s:P> (?:began|started|launched|runs|keeps|built|makes|set up|presents)\b",
        rf"<o:S>, {{SHOW}}(?:,? that| which|,? <S>)? {{PP}}<s:P>{{THEN}} (?:{PRESENT}|{MADE})\b",
        r"<o:S>, {SHOW} (?:from|by|of) {M}<s:P>",
        rf"<o:S>(?:{{POSS}}|,)? {{M}}{HOST}s?,? {{M}}<s:P>",
        rf"<o:S>,? [^.;]{{0,60}}?with {{M}}{HOST}s? {{M}}<s:P>",
        rf"<s:P>{{THEN}}, {{M}}{HOST} of {{M}}<o:S>",
        rf"<s:P>, <o:S>{{POSS}} {{M}}{HOST}\b",
        rf"{HOST}s? of {{M}}<o:S>, {{M}}<s:P>",
        "<s:P>{POSS} (?:own )?(?:[\\w'-]+ ){0,3}?(?:<FU> )?{SHOW},? (?:called |titled |named )?<o:S>",
        "<o:S>, <s:P>{POSS} (?:[\\w'-]+ ){0,3}?(?:<FU> )?{SHOW}",
        "<o:S>, (?:{SHOW} )?(?:from {M}<OU> )?(?:in|on) (?:which|<S>) {M}<s:P>(?:, [^,.]{3,70},)? (?:and {M}<P> )?(?:[a-z]+ly "
        ")?(?!was|has|is)[a-z]+s?\\b",
        "<o:S>, where {M}<s:P>(?:, [^,.]{3,70},)? (?:[a-z]+ly )?(?!was|has|is|told|said)[a-z]+s\\b",
        "<o:S> \\(<s:P>\\)",
        "<o:S>[^\ue004]{0,250}?\\b(?:host|presenter) <s:P>",
        "guests? of {M}<s:P>(?:{POSS})? on (?:<P>'s )?{M}<o:S>",
        "<s:P> on (?:<P>'s) {SHOW},? <o:S>",
        r"<s:P>(?:, [^,;.\ue000]{2,60})?, whose <o:S>",
        r"<o:S>[^.;\ue004\ue000]{0,60}?,? with {M}<s:P> (?:in the chair|at the helm|behind the desk|presenting|in charge|asking the questions)",
        rf"<o:S>, which (?:he|she|they|<P>) (?:{PRESENT}|{MADE})(?: it| together)* (?:with|alongside) {{M}}(?:<P>'s {{M}})?<s:P>",
        rf"[Oo]n <o:S>, which (?:he|she) (?:{PRESENT})\b[^.;\ue004]{{0,60}}?, {{M}}<s:P>",
        rf"<s:P>[^.;\ue000\ue004]{{0,60}}? (?:on|in|for) <o:S>, which (?:he|she) (?:{PRESENT})\b",
        rf"<o:S>, which {{M}}<s:P>{{THEN}} (?:{PRESENT}|{MADE})\b",
        r"<o:S>, where {M}<s:P> (?:received|interviewed|welcomed|quizzed|grilled|questioned|hosted|talked to|spoke to|sat (?:down )?with|asked) "
        r"(?:him|her|them|<P>)",
        r"<s:P>{THEN} (?:runs|hosts|presents|makes|publishes|records|puts out) [^.;\ue000-\ue006]{0,70}? (?:under the (?:title|name)|by the name of|"
        r"called|titled) <o:S>",
        together=True,
    ),
    *wordings("HOSTS", "possessed_show", "<s:P>{POSS} <o:S>", confidence=0.65),
    *wordings("HOSTS", "on_with", r"\b(?:on|for) {M}<o:S> with {M}<s:P>(?=[,.;]| on\b| last\b| this\b| in\b)", confidence=0.55),
    *wordings(
        "HOSTS", "received_on",
        r"\b(?:told|tells|telling|informed|spoke (?:to|with)|talked (?:to|with)|talking (?:to|with)|speaking (?:to|with)|interviewed by|asked by|"
        r"interview with|conversation with|spoke for [^.;,\ue000-\ue006]{2,30} with) {M}(?:<OU>'s )?{M}<s:P> [^.;\ue000-\ue006]{0,25}?\bon (?:<OU>'s )?"
        r"{M}<o:S>",
        r"\b(?:said|says|argued|joked|admitted|explained|complained) [^.;\ue000-\ue006]{0,20}?on (?:<OU>'s )?{M}<o:S>,? to {M}<s:P>",
        confidence=0.55,
    ),
    *wordings("HOSTS", "with_host", "<o:S> with {M}<s:P> on <FU>", confidence=0.6),
    *wordings(
        "AIRS_ON", "airs",
        "<o:UF>{POSS} (?:{SHOW},? )?<s:S>",
        "<o:UF> {SHOW},? (?:called |titled )?<s:S>",
        "<s:S>,? (?:{SHOW} )?(?:(?:with|from|by|hosted by) {M}<P>(?: and {M}<P>)? )?on (?:the )?(?:\\w+ )?<o:UF>",
        "<s:S>,? (?:(?:which|that|<S>) )?(?:is )?(?:the |a |an |<PO>'s |\\w+'s )?{M}<o:UF>(?:{POSS})? {SHOW}",
        "<s:S>, <o:UF>{POSS} {SHOW}",
        "<s:S>, <o:U>{POSS} (?:[\\w'-]+ ){1,5}?[a-z]+(?=[,.;]| (?:with|hosted|presented|on|about|in which))",
        "<s:S>(?: [a-z]+){0,3}? at <o:U>",
        "<s:S>(?:, [^,;.]{1,60},)? (?:is |was )?(?:an? |the )(?:[a-z-]+ ){0,3}?<o:UF> (?:exclusive|original|production|podcast|show|programme|"
        "series|stream|staple|hit|fixture|commission|property)",
        "<s:S>{THEN} (?:an? )<o:UF> exclusive",
        r"\b(?:version|versions|episodes|recordings|repeats|highlights|clips) of {M}<s:S> [^.;\ue000-\ue006]{0,30}?(?:on|by|via) (?:the )?<o:UF>",
        r"<s:S>[^\ue004]{0,300}?\b(?:[Vv]ideo|[Vv]isual|[Ff]ilmed|[Aa]udio|[Ll]ive) (?:version|versions|edition|editions|cut)s? "
        r"[^.;\ue000-\ue006]{0,25}?(?:on|by|via) (?:the )?<o:UF>",
        r"<s:S>[^\ue004]{0,250}?[.;] (?:It|The (?:show|podcast|programme|stream|series|episode|first episode|full episode|recording|"
        r"instalment|conversation|pilot))\b[^.;]{0,90}? (?:available|streamed|published|released|carried|broadcast|shown|aired|drops?|premieres?|"
        r"out) (?:[a-z]+ ){0,2}?(?:on|by|via) (?:the )?<o:UF>",
        r"<s:S>,? (?:on|over) (?:which|the) <o:U>",
        r"<s:S>, (?:{SHOW} )?(?:with|of|from) [^,.;]{1,40}? (?:subscribers|followers|listeners|viewers) on <o:F>",
        r"<s:S>,? with {M}(?:subscribers|followers|listeners|viewers) on <o:F>",
        r"<o:F>, where <s:S> (?:has|counts|boasts|commands|draws|enjoys)\b",
        r"<o:UF>{POSS} (?:[\w'-]+ ){0,6}?(?:podcast|show|programme|program|series|phone-in|quiz|magazine|newsletter|bulletin|sitcom|debate),? "
        r"(?:called |titled )?<s:S>",
        r"<s:S>{POSS} (?:[\w-]+ ){0,3}?(?:run|slot|home|place|spot|deal|return|move|audience|viewers|listeners|debut|premiere|launch) (?:on|at|to|with) "
        r"(?:the )?<o:UF>",
        "<s:S>, (?:the |a |an ){M}<o:UF> (?:exclusive|original|production|series)",
        rf"<s:S>(?:, [^,;.]{{1,80}},)?(?: [a-z]+){{0,3}}? (?:to )?(?:{AIRING})\b[^.;\ue000-\ue005]{{0,45}}? (?:on|by|via|through|to|"
        rf"across|over) (?:the )?<o:UF>",
        rf"<s:S>(?:, [^,;.]{{1,80}},)?(?: [a-z]+){{0,3}}? (?:{AIRING})\b[^.;\ue000-\ue005]{{0,45}}? on <UF> and "
        rf"[^.;\ue000-\ue005]{{0,30}}? on (?:the )?<o:UF>",
        rf"<s:S>, {{SHOW}} (?:to |that |which )?(?:{AIRING})\b[^.;\ue000-\ue005]{{0,45}}? (?:on|by|via|through|to) (?:the )?<o:UF>",
        "<o:UF>,? (?:which is |the |already )?(?:home|the home) (?:of|to) (?:{SHOW} )?<s:S>",
        "<o:UF> (?:airs|aired|broadcasts?|carries|carried|streams|screens|shows|screened|runs|will carry|will air) {M}<s:S>",
        rf"<s:S>[^\ue004]{{0,250}}?[.;] (?:It|The (?:show|podcast|programme|stream|series|episode)) (?:[a-z]+ "
        rf"){{0,3}}?(?:{AIRING})\b[^.;\ue000-\ue005]{{0,45}}? (?:on|by|via|to) (?:the )?<o:UF>",
        r"<s:S>, {SHOW}(?: that| which)? (?:she|he|they|<P>)(?: and <P>)? (?:hosts?|presents?|records?|makes?|does|runs?|fronts?|anchors?|edits?) (?:for|on) "
        r"(?:the )?<o:UF>",
        r"<o:UF> (?:will |is to |has |also )?(?:airs?|aired|broadcasts?|streams?|streamed|carr(?:y|ies|ied)|shows?|showed|screens?|repeats?|airing) "
        r"[^.;\ue000-\ue006]{0,30}?(?:edition|episode|episodes|season|series|special|finale|version|part|hour) of {M}<s:S>",
        "<s:S> \\(<o:UF>",
        r"<s:S>{THEN} (?:has|had|counts|boasts|draws|reaches) [^.;\ue000-\ue006]{0,40}?(?:followers|subscribers|listeners|viewers|readers) (?:[a-z]+ )?on "
        r"(?:the )?<o:F>",
        r"<s:S>{THEN},? (?:heard|watched|followed|seen|downloaded|read|listened to) by [^.;\ue000-\ue006]{1,60}? on (?:the )?<o:UF>",
        rf"<s:S>, {{SHOW}}(?: that| which|,? <S>)? {{PP}}<P>{{THEN}} (?:{PRESENT}|{MADE}|has|had)(?: live| weekly| daily| every "
        rf"[a-z]+)? (?:on|for) (?:the )?<o:UF>",
        r"<s:S>, {SHOW} (?:of|from|on) (?:the )?{M}<o:UF>",
        r"(?:series|show|programme|program|documentary|special|podcast|column|slot) (?:for|on) (?:the )?<o:UF>, (?:called |titled )?<s:S>",
        r"<s:S> with {M}<P> \(<o:UF>",
        r"<s:S>(?:, [^;.]{1,90},)? (?:came off|left|quit|is leaving|goes back to) (?:the )?<o:UF>",
        r"<s:S>{THEN} belong(?:s|ed) to (?:the )?<o:UF>",
        r"<s:S>[^\ue004]{0,400}?\b(?:version|cut|half|repeat|rerun|instalment) (?:[a-z]+ ){0,3}?(?:on|by) <o:U>",
        r"<s:S>,? (?:[a-z]+ )?on (?:<L>'s |the )?{M}<o:U>",
        r"<s:S>[^\ue004]{0,250}?\b(?:the (?:show|podcast|programme|series)|it|<S>) (?:then |still |now |once |had |has )*belong(?:s|ed) "
        r"to <o:UF>",
        rf"<s:S>(?: [a-z]+){{0,3}}? (?:{AIRING})\b[^.;\ue000-\ue005]{{0,60}}? (?:including|such as|among them|like|e\.g\.|from) (?:the "
        rf")?<o:UF>",
        r"<s:S>[^.;\ue004]{0,80}? and (?:broadcast|carried|streamed|aired|shown|screened|televised|relayed|simulcast)(?: live)?(?: "
        r"[a-z]+)? (?:on|by|via) "
        r"(?:the )?<o:UF>",
        r"<s:S>(?:, [^,;.]{1,60},)? (?:is|are|was) (?:also |now |only |still )?(?:on|at) (?:the )?<o:UF>",
        r"<s:S>,? (?:which|that|whom|<S>)? ?<o:UF> (?:airs|aired|broadcasts?|carries|carried|streams|screens|shows|screened|runs|publishes|"
        r"distributes|puts out|cancelled|axed|commissioned|dropped|picked up)\b",
        r"<o:UF>{THEN} (?:picked up|commissioned|cancelled|axed|renewed|dropped|revived|ordered|scrapped|syndicates|repeats) {M}<s:S>",
        r"<s:S>[^.;\ue000-\ue006]{0,30}? (?:moved|moves|switched|jumped|defected|migrated|transferred) from (?:the )?<UF> to (?:the "
        r")?<o:UF>",
        r"<s:S>{THEN} (?:moving|moves|moved|returning|going|coming|heading|switching) to (?:the )?<o:UF>",
        r"<s:S>(?:, [^,;.]{1,60},)? [^.;\ue002-\ue006]{0,60}?\b(?:viewers|people|listeners|audience|watching|looking on|tuned in|watched)\b"
        r"[^.;\ue000-\ue006]{0,35}? (?:on|over on) (?:the )?<o:UF>",
        "^\\W*(?:\\d+[.)] ?)?<s:S>, <o:UF>\\W*$",
        confidence=0.75,
    ),
]  # fmt: skip
