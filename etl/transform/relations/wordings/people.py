"""How articles say who is family, runs with or against whom, and who backs, praises, attacks or sues whom."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

KIN = (
    "(?:twin |younger |older |elder |little |big |half-|step|ex-|late |grand|god|estranged |then-|first |second |former |new )*"
    "(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|nephew|niece|uncle|aunt|sibling|twin|spouse|widow|widower|"
    "fianc[ée]e?|parent|dad|mum|mom|boyfriend|girlfriend|(?<='s )partner|(?:life|long-?time|civil|romantic) partner)(?:-in-law)?"
)
ATTACK = (
    "attack|criticis|criticiz|condemn|mock|slam|blast|denounc|ridicul|lambast|derid|accus|decr|bash|skewer|berat|rebuk|scold|castigat|"
    "disparag|insult|taunt|belittl|excoriat|savag|lampoon|trash|chid|pillor|vilif|malign|deplor|scorn|needl|jeer|heckl|roast|panned|"
    "pann|assail"
)
ATTACKED = rf"(?:{ATTACK})(?:s|es|d|ed|ied|ies|ing|e|y)?"
TURNING_ON = (
    "(?:took|takes|taking) (?:aim|a swipe|a shot|a dig|a jab|issue) (?:at|with)|(?:hit|hits|lashed|lashes|lashing|hitting) (?:back |"
    "out )?at|"
    "(?:tore|tears|ripped|rips|laid|lays|ripping|tearing|laying|piled) into|went after|goes after|going after|poked fun at|made fun of|"
    "turned on|rounded on|(?:railed|rails) against|sneered at|scoffed at|fired back at|complained about|cast doubt on|poured scorn on|"
    "had harsh words for|was (?:scathing|critical|dismissive|contemptuous) (?:about|of)|is (?:scathing|critical|dismissive) (?:about|of)|"
    "pulled no punches about|called out|calls out|find fault with|found fault with"
)
PRAISED = (
    "praised|praises|defended|defends|embraced|hailed|hails|lauded|applauded|commended|championed|saluted|celebrated|complimented|"
    "thanked|congratulated|extolled|admired|stood by|stands by|sided with|rallied behind|rallied around|came to the defen[cs]e of|"
    "stood up for|raved about|gushed about|purred about|sang the praises of|spoke warmly of|paid tribute to|is a fan of|was a fan of"
)
COURT = r"to (?:the )?(?:[\w']+ ){0,4}?(?:court|tribunal|Court|Tribunal|arbitration)\b"

WORDINGS = [
    *wordings(
        "RELATED_TO", "kin",
        rf"(?<!\ue000 and )(?<!\ue000 with )(?<!\ue000, with )<s:P>{{POSS}} {{M}}{KIN}s?(?:,| is| was)? {{M}}<o:P>",
        rf"<s:P>, <o:P>{{POSS}} {{M}}{KIN}\b",
        rf"<s:P>,? (?:the |a )?{KIN} (?:of|to) {{M}}<o:P>",
        rf"<s:P>,? (?:and|with|,)? ?(?:since \d{{4}} )?<P>'s {KIN},? {{M}}<o:P>",
        r"<s:P>{THEN} (?:(?:got |is |was )?(?:married|engaged) to|married|wed|divorced|is dating) {M}<o:P>",
        rf"{KIN}s <s:P> and <o:P>",
        r"<s:P>(?: and |, )<o:P>,? (?:who are |both )?(?:[a-z]+ )?(?:brothers|sisters|siblings|twins|cousins|a married couple)\b",
        confidence=0.75,
    ),
    *wordings("RELATED_TO", "kin_by_marriage", rf"<s:P>{{THEN}} married to <P>{{POSS}} {KIN},? <o:P>", confidence=0.75),
    *wordings(
        "RUNNING_MATE_OF", "mate",
        r"<o:P>{POSS} (?:[\w-]+ ){0,2}?running mate,? (?:[\w.'-]+ ){0,3}?<s:P>",
        r"<s:P>, <o:P>{POSS} (?:[\w-]+ ){0,2}?running mate",
        r"<s:P>, (?:the |a )?(?:[\w-]+ ){0,2}?running mate (?:of|to) {M}<o:P>",
        r"<o:P>{THEN} (?:picked|chose|named|selected|tapped|put) <s:P> (?:as (?:his |her |a |<P>'s )?(?:vice[- ]presidential |running "
        r")|on (?:the|his|her|<P>'s) ticket)",
        r"<s:P>{THEN} (?:is |was |who is )?running with {M}<o:P>",
        confidence=0.8,
    ),
    *wordings(
        "OPPONENT_OF", "opponent",
        r"<s:P>{POSS} (?:[\w-]+ ){0,3}?(?:opponent|challenger|rival),? (?:[\w.'-]+ ){0,3}?<o:P>",
        r"<s:P>, <o:P>{POSS} (?:[\w-]+ ){0,3}?(?:opponent|challenger|rival)\b",
        r"<s:P>{THEN} (?:[a-z]+ ){0,2}?(?:runs?|ran|running|stands?|stood|standing|competes?|competing|campaign(?:s|ed|ing)) against "
        r"{M}<o:P>",
        r"(?:choose|choice|choosing|run-?off|race|contest|election|duel|vote) between {M}<s:P>(?:, [^,.;]{1,60},)? and {M}<o:P>",
        r"<s:P>{POSS} (?:[\w-]+ ){0,2}?(?:race|bid|campaign|run-?off|contest|battle|fight) against {M}<o:P>",
        confidence=0.65,
    ),
    *wordings(
        "ENDORSED", "endorsed",
        r"<s:POU>{THEN} (?:endorsed|endorses|is backing|threw (?:his|her|its|their|<POU>'s) weight behind|came out for|anointed) {M}<o:PO>",
        r"<o:P>(?:, [^,;.]{1,60}?)?,? (?:who (?:is|was) )?(?:endorsed|backed|anointed) by {M}<s:POU>",
        r"<s:POU>{POSS} (?:[\w-]+ ){0,2}?endorsement of {M}<o:PO>",
        r"<o:P> (?:won|secured|received|got|earned|picked up|has) (?:the )?(?:endorsement|backing) of {M}<s:POU>",
        r"<s:P>,? (?:a |an |both (?:of them )?)?<o:P> (?:backer|supporter|endorser)s?\b",
        r"<s:POU>{THEN} [^.;\ue000-\ue005]{0,40}?\bto (?:endorse|back) {M}<o:P>",
        confidence=0.7, together=True,
    ),
    *wordings(
        "SUED", "sued",
        r"<s:POUF>{THEN}(?: been)? (?:sued|sues|suing|is suing) {M}<o:POUF>",
        rf"<s:POUF>{{THEN}} (?:took|taken|takes|dragged|hauled|brought|is taking) {{M}}<o:POUF> {COURT}",
        r"<s:POUF>{THEN} (?:[\w-]+ ){0,3}?(?:(?:law)?suit|claim|complaint|case|proceedings|action|damages) (?:[\w-]+ ){0,3}?against "
        r"{M}<o:POUF>",
        r"<s:POUF>{POSS} (?:[\w-]+ ){0,3}?(?:(?:law)?suit|court case|legal action|legal claim) against {M}<o:POUF>",
        r"<s:POUF>{THEN} (?:went to (?:law|court)|filed suit) against (?:[\w' -]+, )?{M}<o:POUF>",
        r"<o:POUF>{THEN} (?:sued|taken to court) by {M}<s:POUF>",
        confidence=0.75,
    ),
    *wordings(
        "SUPPORTS", "praises",
        rf"<s:POU>{{THEN}} (?:[a-z]+ly )?(?:{PRAISED}) {{M}}<o:POUFS>(?!{{POSS}})",
        r"<o:POUFS>{THEN} (?:praised|hailed|lauded|applauded|defended|championed) (?:on <F> )?by {M}<s:POU>",
        r"(?:praise|backing|support|admiration) (?:for {M}<o:POUFS> )from {M}<s:POU>",
        confidence=0.6,
    ),
    *wordings(
        "CRITICIZED", "attacks",
        rf"<s:POU>{{THEN}} (?:[a-z]+ly )?(?:{ATTACKED}|{TURNING_ON}) {{M}}<o:POUFS>",
        rf"<o:POUFS>{{THEN}} (?:[a-z]+ly )?(?:{ATTACKED}) (?:on <F> )?by {{M}}<s:POU>",
        r"<s:POU>{POSS} (?:[\w-]+ ){0,3}?(?:attack|criticism|assault|broadside|swipe|condemnation|denunciation|tirade|diatribe|"
        r"verdict)s? (?:on|of|at|against) {M}<o:POUFS>",
        r"(?:criticism|condemnation|attack|rebuke|scorn)s? (?:of {M}<o:POUFS> )(?:from|by) {M}<s:POU>",
        r"<s:POU>{THEN} (?:[a-z]+ly )?(?:accused|accuses|accusing) {M}<o:POUFS>",
        r"<s:POU>, (?:a |an |the )?(?:[\w-]+ ){0,3}?critic of {M}<o:POUFS>",
        confidence=0.65,
    ),
]  # fmt: skip
