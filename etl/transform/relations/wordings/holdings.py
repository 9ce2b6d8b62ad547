"""How articles say who owns, founded or belongs to what, and who does business with whom."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

BUYING = (
    "owns?|owned|buys?|bought|acquires?|acquired|controls|controlled|purchased|snapped up|took over|has taken over|"
    "(?:holds?|has|took|bought|owns) (?:a |the )?(?:controlling|majority) (?:stake|share|interest) in|"
    r"(?:holds?|owns?|has|controls) (?:5[1-9]|[6-9]\d|100)(?:\.\d)? ?(?:%|per ?cent|pct|percent) of|"
    r"(?:paid|pays) [$£€]?[\d.,]+ ?(?:million|billion|bn|m|mln)? for"
)
COMPANY = r"(?:company|owner|group|firm|corporation|network|conglomerate|publisher|holding)"
FOUNDING = "(?:co-?)?(?:founded|started|launched|created|established|began|begun|conceived)|set up|set it up|built|dreamed up|devised"
DEAL = "deal|partnership|contract|sponsorship|agreement|collaboration|tie-up|tie-in|alliance|arrangement|licensing deal|pact"
PAYING = (
    "sponsors?|sponsored|underwrites?|underwrote|bankrolls?|bankrolled|funds?|funded|backs?|advertises? (?:on|with|in)|advertised "
    "(?:on|with|in)"
)

WORDINGS = [
    *wordings(
        "OWNS", "owns",
        rf"<s:PO>{{THEN}} (?:{BUYING}) {{M}}<o:OUFS>",
        r"<o:OUFS>(?:, [^,;.]{1,80})?,? (?:which |that |<OUFS> )?(?:is |was |now |has been |wholly |majority |jointly )*(?:owned|"
        r"controlled|bought|acquired|taken over) (?:in [\w ]{3,15} )?by {M}<s:PO>",
        r"<o:OUF>,? \d+(?:\.\d)? ?(?:%|pct|per ?cent|percent) owned by {M}<s:PO>",
        rf"<o:OUFS>{{POSS}} (?:new |former |ultimate )?(?:parent(?: {COMPANY})?|owner|proprietor|publisher),? {{M}}<s:PO>",
        rf"<s:PO>, (?:{{M}}(?:parent(?: {COMPANY})?|owner|proprietor) of|which owns|that owns|owns|<s>) ?{{M}}<o:OUFS>".replace("|<s>", ""),
        r"<s:PO>, (?:the )?<o:OUFS>{POSS} (?:parent(?: company)?|owner|proprietor)\b",
        r"<s:PO>{THEN} (?:holds|owns|has|controls) (?:a |the )?(?:majority|most|\d\d(?:\.\d)? ?(?:per cent|%|pct)) of <o:OUF>{POSS} "
        r"(?:shares|stock|voting)",
        r"<o:OUFS>,? (?:which |that |<OUFS> )?(?:has |also |once |now )*belong(?:s|ed|ing) to {M}<s:PO>",
        r"<o:OUF>, (?:the |a )?{M}(?:network|platform|newspaper|company|app|site|website|station|channel|service|broadcaster|studio|"
        r"club) of {M}<s:PO>",
        r"(?:controlled|owned) by <s:PO>{POSS} <o:O>",
        confidence=0.75,
    ),
    *wordings(
        "OWNS", "whose_company", r"<s:P>{POSS} <o:O>(?=[\s,.])(?! [A-Z])",
        r"<o:OF>, <s:P>{POSS} {M}(?:company|firm|studio|label|fund|group|startup|start-up|business|network|platform|app)\b",
        r"<s:P>{POSS} {M}(?:company|firm|studio|label|fund|group|startup|start-up|business|network|platform|app),? <o:OF>",
        confidence=0.5,
    ),
    *wordings(
        "OWNS", "controlled_through", r"controlled by <s:P>{POSS} <o:O>", confidence=0.7,
    ),
    *wordings(
        "FOUNDED", "founded",
        rf"<s:P>{{THEN}} (?:{FOUNDING}) {{M}}<o:OUFS>",
        rf"<o:OUFS>(?:, [^,;.]{{1,80}})?,? (?:which |that |<OUFS> )?(?:was |is |group |club |company )*(?:{FOUNDING}){{BY}}{{M}}<s:P>",
        rf"<o:OUFS>, {{M}}(?:{{SHOW}}|company|firm|app|site|platform|network|party|group|startup) (?:that |which )?{{M}}<s:P>{{THEN}} "
        rf"(?:{FOUNDING})\b",
        rf"the (?:man|woman|people|person|duo) who (?:had )?(?:{FOUNDING}) (?:it|<o:OUFS>), {{M}}<s:P>",
        confidence=0.7, together=True,
    ),
    *wordings(
        "PART_OF", "part",
        r"<o:OUF>{POSS} (?:own |new )?{M}(?:service|app|platform|arm|site|website|player|division|unit|subsidiary|feature|studio|label|"
        r"channel|desk),? <s:OFU>",
        r"<s:OFU>,? (?:which is |<F> is )?(?:a |an |the )?<o:OUF>{POSS} {M}(?:service|app|platform|arm|site|website|player|division|"
        r"unit|subsidiary|feature|studio|label|channel|desk)\b",
        r"<s:OFU>,? (?:which is |is |are )?(?:a |an |the |now )?{M}(?:part|arm|unit|division|subsidiary|feature|imprint|offshoot|"
        r"branch|affiliate) (?:of|in|within) {M}<o:OUF>",
        r"<o:OUF>-owned <s:OF>",
        confidence=0.7,
    ),
    *wordings(
        "PARTNERED_WITH", "partner",
        r"<s:S>(?:, [^,;.]{1,60})?,? (?:which |<S> )?(?:is |was |has been )?(?:sponsored|underwritten|bankrolled|funded|supported|"
        r"presented|brought to you|backed|paid for) by {M}<o:OFU>",
        r"<s:S>{POSS} (?:main |title |chief |biggest |lead )?sponsors?,? {M}<o:OFU>",
        rf"<o:OFU>(?:, [^,;.]{{1,60}},)? (?:has |which |that |<O> )*(?:{PAYING}) {{M}}<s:S>",
        r"<o:OFU>, {M}sponsors? of {M}<s:S>",
        rf"<s:POSUF>{{THEN}} [^.;\ue000-\ue005]{{0,60}}?\b(?:{DEAL}) with {{M}}<o:OFU>",
        rf"<s:POSUF>{{POSS}} [^.;\ue000-\ue005]{{0,40}}?\b(?:{DEAL}|run|association) with {{M}}<o:OFU>",
        rf"<o:OFU>(?:, [^,;.]{{1,80}},)?[^.;\ue000-\ue005]{{0,60}}? (?:{DEAL})\b[^.;\ue000-\ue005]{{0,40}}? with {{M}}<s:PS>",
        r"<o:OFU>{THEN} (?:signed|signs|signed up|renewed with|re-signed|poached) (?:up )?{M}<s:PS>",
        r"<s:POSF>{THEN} (?:partners|partnered|teamed up|teams up|joined forces|collaborated|signed) with {M}<o:OFU>",
        r"(?:deal|contract|partnership|agreement) between {M}<s:POS> and {M}<o:OFU>",
        confidence=0.65,
    ),
]  # fmt: skip
