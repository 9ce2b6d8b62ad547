"""How articles say who hosts a show and where it is published."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

PRESENT = (
    "hosts?|presents?|fronts?|anchors?|records?|makes?|hosted|presented|fronted|anchored|co-?hosts?|co-?hosted|emcees?|runs?|helms?|helmed"
)
MADE = "hosted|presented|fronted|anchored|co-?hosted|recorded|made|run|helmed|moderated|curated|started|launched|created|voiced"
HOST = "(?:co-?)?(?:host|presenter|anchor|moderator|quizmaster|emcee)"
AIRING = (
    "airs?|aired|airing|streams?|streamed|streaming|runs|is (?:broadcast|carried|shown|screened|published|available|distributed|heard|"
    "seen)|"
    "goes out|went out|(?:can|could) be (?:heard|seen|watched|found|streamed)|broadcast|carried|shown|available|published|released|drops|"
    "screened|syndicated|simulcast|exclusive|lives|appears|moved|returns|premieres|premiered|debuts|debuted|launched"
)

WORDINGS = [
    *wordings(
        "HOSTS", "hosts",
        rf"<s:PO>{{THEN}}(?: will)? (?:{PRESENT}) {{M}}<o:S>",
        rf"<o:S>{{THEN}} (?:{MADE})(?: and [a-z]+)?{{BY}}{{M}}<s:P>",
        rf"<o:S>, (?:{{SHOW}} )?(?:{MADE})(?: and [a-z]+)?(?:{{BY}}| with ){{M}}<s:P>",
        rf"<o:S>, {{SHOW}}(?:,? that| which|,? <S>)? {{PP}}<s:P>{{THEN}} (?:{PRESENT}|{MADE})\b",
        r"<o:S>, {SHOW} (?:from|by|of) {M}<s:P>",
        rf"<o:S>(?:{{POSS}}|,)? {{M}}{HOST}s?,? {{M}}<s:P>",
        rf"<o:S>,? [^.;]{{0,60}}?with {{M}}{HOST}s? {{M}}<s:P>",
        rf"<s:P>{{THEN}}, {{M}}{HOST} of {{M}}<o:S>",
        rf"<s:P>, <o:S>{{POSS}} {{M}}{HOST}\b",
        rf"{HOST}s? of {{M}}<o:S>, {{M}}<s:P>",
        "<s:P>{POSS} (?:own )?(?:[\\w'-]+ ){0,3}?(?:<FU> )?{SHOW},? (?:called |titled |named )?<o:S>",
        "<o:S>, <s:P>{POSS} (?:<FU> )?{SHOW}",
        "<o:S>, (?:{SHOW} )?(?:from {M}<OU> )?(?:in|on) (?:which|<S>) {M}<s:P>(?:, [^,.]{3,70},)? (?:and {M}<P> )?(?:[a-z]+ly "
        ")?(?!was|has|is)[a-z]+s?\\b",
        "<o:S>, where {M}<s:P>(?:, [^,.]{3,70},)? (?:[a-z]+ly )?(?!was|has|is|told|said)[a-z]+s\\b",
        "<o:S> \\(<s:P>\\)",
        "<o:S>[^\ue004]{0,250}?\\b(?:host|presenter) <s:P>",
        "guests? of {M}<s:P>(?:{POSS})? on (?:<P>'s )?{M}<o:S>",
        "<s:P> on (?:<P>'s) {SHOW},? <o:S>",
        together=True,
    ),
    *wordings("HOSTS", "possessed_show", "<s:P>{POSS} <o:S>", confidence=0.65),
    *wordings("HOSTS", "with_host", "<o:S> with {M}<s:P> on <FU>", confidence=0.6),
    *wordings(
        "AIRS_ON", "airs",
        "<o:UF>{POSS} (?:{SHOW},? )?<s:S>",
        "<o:UF> {SHOW},? (?:called |titled )?<s:S>",
        "<s:S>,? (?:{SHOW} )?(?:(?:with|from|by|hosted by) {M}<P>(?: and {M}<P>)? )?on (?:the )?(?:\\w+ )?<o:UF>",
        "<s:S>,? (?:(?:which|that|<S>) )?(?:is )?(?:the |a |an |\\w+'s )?{M}<o:UF>(?:{POSS})? {SHOW}",
        "<s:S>, <o:UF>{POSS} {SHOW}",
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
        "<s:S> \\(<o:UF>",
        "^\\W*(?:\\d+[.)] ?)?<s:S>, <o:UF>\\W*$",
        confidence=0.75,
    ),
]  # fmt: skip
