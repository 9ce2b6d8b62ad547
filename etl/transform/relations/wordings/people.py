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
COURT = r"to (?:the )?(?:\ue005's )?(?:[\w']+ ){0,4}?(?:court|tribunal|Court|Tribunal|arbitration)\b"

VOTE = r"(?:election|ballot|run-?off|primary|vote|polls|second round|presidency|nomination|by-election|leadership (?:contest|race))"
ADMIRING = (
    "adores?|adored|loves?|loved|admires?|admired|recommends?|recommended|vouched for|spoke up for|speaks up for|spoke in defen[cs]e of|"
    "(?:had|has) (?:only |nothing but )?(?:kind|warm|good|nice|fond) words for|(?:heaped|lavished|showered|poured) (?:[a-z]+ )?(?:praise|"
    "compliments|plaudits) (?:on|upon)|(?:is|was|were) full of praise for|put in a good word for|stuck up for|sticks up for|"
    "went to bat for|took the side of|takes the side of|tipped (?:his|her) hat to|credited|raves about|swears by|looks up to"
)
DRAWN = "(?:drew|draws|won|wins|earned|got|received|attracted|garnered|faced|faces|met with|met|came in for|comes in for|came under|comes under)"
BLAMING = (
    "blames?|blamed|berates|has no (?:respect|time) for|had no (?:respect|time) for|faults|faulted|lays the blame (?:on|at)|laid the "
    "blame on|"
    "pointed the finger at|likened|upbraided|dressed down|tore strips off|gave short shrift to|hates|loathes|despises|detests|"
    "rubbished|rubbishes|trolled|snubbed|heaped scorn on|poured cold water on|is furious with|was furious with|lost patience with|"
    "had a go at|has a go at|hit back at|spoke out against|speaks out against|took to task|protested against"
)

WORDINGS = [
    *wordings(
        "RELATED_TO", "kin",
        rf"(?<!\ue000 and )(?<!\ue000 with )(?<!\ue000, with )<s:P>{{POSS}} {{M}}{KIN}s?(?:,| is| was)? {{M}}<o:P>",
        rf"<s:P>, <o:P>{{POSS}} {{M}}{KIN}\b",
        rf"<s:P>,? (?:the |a )?{KIN} (?:of|to) {{M}}<o:P>",
        rf"<s:P>,? (?:and|with|,)? ?(?:since \d{{4}} )?<P>'s {KIN},? {{M}}<o:P>",
        r"<s:P>{THEN} (?:(?:got |is |was )?(?:married|engaged) to|married|wed|divorced|is dating) {M}<o:P>",
        rf"{KIN}s <s:P> and <o:P>",
        rf"<s:P>{{THEN}} [^.;\ue000-\ue006]{{0,50}}? ?(?:with|and|beside|alongside|by) {KIN} <o:P>",
        r"<s:P>(?: and |, )<o:P>(?: have| had| are| were| got)? (?:[a-z]+ )?(?:married|wed|divorced|separated|split up|engaged|(?:an? "
        r")?(?:couple|siblings))\b",
        r"<s:P> and <o:P>, (?:an? )?(?:[a-z-]+ )?(?:couple|siblings|spouses|cousins|(?:<P> )?(?:are|were) (?:[a-z]+ )?(?:brothers|"
        r"sisters|siblings|"
        r"twins|cousins|married))\b",
        r"(?:Married|Engaged) to {M}<o:P>(?: since \d{4}| for [a-z0-9 ]{3,20}|, [^,;.]{1,40})?, {M}<s:P>",
        rf"<s:P>, (?:now |then |once |who is |who was |later |a |the ){{0,2}}<o:P>{{POSS}} {{M}}{KIN}\b",
        rf"<s:P>,? (?:who is|was|is)? ?(?:now )?(?:an? |the )?{KIN}-?in-law of {{M}}<o:P>",
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
        r"<s:P>{THEN} (?:is |was |who is )?running (?:with|alongside|on a ticket with) {M}<o:P>",
        r"running mates,? <s:P> for <o:P>",
        r"running mates,? <P> for <P> and <s:P> for <o:P>",
        r"<s:P>, <o:P>{POSS} (?:pick|choice|candidate|nominee|selection) for (?:the )?(?:vice|deputy)",
        r"<s:P>, <o:P>{POSS} (?:vice-|vice |deputy )(?:presidential )?(?:pick|candidate|nominee|choice)",
        r"<o:P>{POSS} (?:vice-|vice |deputy )(?:presidential )?(?:pick|candidate|nominee|choice),? {M}<s:P>",
        r"<s:P>, (?:the |a )?(?:vice-presidential|vice presidential) (?:candidate|nominee|pick) (?:on|for|of) <o:P>(?:{POSS} ticket)?",
        r"<s:P>{THEN} (?:joined|joins|completes|is on|was on|added to) (?:the )?(?:[a-z]+ )?ticket (?:of|with|beside|alongside) {M}<o:P>",
        r"<s:P>{THEN} (?:joined|joins|completes|is on|was on) <o:P>{POSS} (?:[a-z]+ )?ticket",
        r"<o:P>{THEN} (?:announced|unveiled|introduced|presented|confirmed|named|picked|chose) <s:P> (?:as|to be) (?:a |<P>'s |the "
        r")?(?:running "
        r"mate|deputy on|vice-presidential|vice presidential|number two on)",
        confidence=0.8,
    ),
    *wordings(
        "OPPONENT_OF", "opponent",
        r"<s:P>{POSS} (?:[\w-]+ ){0,3}?(?:opponent|challenger|rival),? (?:[\w.'-]+ ){0,3}?<o:P>",
        r"<s:P>, <o:P>{POSS} (?:[\w-]+ ){0,3}?(?:opponent|challenger|rival)\b",
        r"<s:P>[^\ue000]{0,200}?\b(?:[Tt]he|[Aa]) (?:third|fourth|other|rival|only other|remaining|independent) (?:main )?(?:candidate|contender|"
        r"hopeful|nominee|runner),? (?:the )?(?:[a-z'-]+ ){0,4}?<o:P>",
        r"<s:P>[^\ue000]{0,250}?\b(?:[Tt]he|[Ii]ts) (?:incumbent|sitting (?:mayor|president|governor|senator)|challenger),? (?:[a-z'-]+ ){0,3}?<o:P>",
        r"<s:P>,? [^.;]{0,90}?\b(?:and )?against whom {M}<o:P>{THEN} (?:will |is |was |to |has )*(?:stand|stands|run|runs|running|standing|stood|ran|competing|"
        r"compete)",
        r"<s:P>{THEN} (?:challenging|challenges|trying to unseat|hoping to unseat|taking on|running to succeed|runs to succeed|vying with|up against|battling) "
        r"{M}<o:P>(?= (?:in|for|on|at|as)|[,.])",
        r"<s:P>{POSS} (?:[\w-]+ ){0,3}?(?:opponent|challenger|rival) (?:in|for) (?:the )?[^,.;\ue000]{1,40}, {M}<o:P>",
        r"<s:P>{THEN} (?:drawn|pitted|ranged|matched) against {M}<o:P>",
        r"<s:P>{POSS} (?:[\w-]+ ){0,3}?lead (?:over|on) {M}<o:P>",
        r"<s:P>{THEN} (?:[a-z]+ ){0,2}?(?:runs?|ran|running|stands?|stood|standing|competes?|competing|campaign(?:s|ed|ing)) against "
        r"{M}<o:P>",
        r"(?:choose|choice|choosing|run-?off|race|contest|election|duel|vote) between {M}<s:P>(?:, [^,.;]{1,60},)? and {M}<o:P>",
        r"<s:P> and {M}<o:P>{THEN} [^.;\ue000-\ue006]{0,40}?\b(?:run-?off|second round|head-to-head|on the ballot|for the presidency)",
        r"<s:P>{THEN} (?:leads?|led|trails?|trailed|edged out|is ahead of|is behind|ahead of|behind) {M}<o:P> (?:by|in) "
        r"[^.;\ue000-\ue006]{0,40}?(?:points?|polls?|"
        r"surveys?|votes?)\b",
        rf"<s:P>{{THEN}} (?:up against|pitted against|lost to|loses to|beaten by|defeated by|conceded to|facing|faces|faced|meets|"
        rf"challenging|challenges) "
        rf"(?:the )?{{M}}<o:P> (?:in|at|on|for|to) [^.;\ue000-\ue006]{{0,40}}?{VOTE}",
        rf"{VOTE}[^.;\ue000-\ue006]{{0,40}}?, <s:P>{{THEN}} (?:up against|against|facing|faces|faced|lost to|beat|defeated) {{M}}<o:P>",
        r"(?:pits|pitted|pitting|between) {M}<s:P> (?:against|versus|vs\.?) {M}<o:P>",
        r"(?:two|rival|leading|presidential|mayoral|main|the) (?:[a-z]+ )?(?:candidates|nominees|contenders|hopefuls|finalists),? "
        r"{M}<s:P> and {M}<o:P>",
        r"<s:P> and {M}<o:P>, the (?:two|rival|leading|main)? ?(?:[a-z]+ )?(?:candidates|nominees|contenders|hopefuls)",
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
        r"<o:P>{THEN} [^.;\ue000-\ue006]{0,70}?\b(?:the|an) (?:[a-z]+ )?endorsement (?:of|from|by) {M}<s:POU>",
        r"(?:Backed|Endorsed|Anointed) by {M}<s:POU>(?:, [^,;.\ue000-\ue006]{1,60})?, {M}<o:P>",
        r"<s:POU>-(?:backed|endorsed) (?:[a-z]+ ){0,3}?<o:P>",
        r"<s:POU>{THEN} (?:threw|put|placed|throws|puts) (?:<POU>'s |his |her |its |their )(?:full |considerable )?(?:weight|support|"
        r"backing) behind {M}<o:P>",
        r"<s:POU>{THEN} (?:gave|gives|handed|lent|announced|declared) (?:<POU>'s |his |her |its |their )?(?:[a-z]+ )?(?:endorsement|"
        r"backing|"
        r"support) (?:to|of|for) {M}<o:P>(?=[^.;]{0,60}(?:election|race|campaign|president|mayor|ballot|vote))",
        r"<s:POU>{THEN} (?:gave|gives|handed|announced) (?:<POU>'s |his |her |its |their |an )?(?:[a-z]+ )?endorsement (?:to|of|for) "
        r"{M}<o:P>",
        r"<o:P>{POSS} (?:campaign|team|camp) (?:has )?(?:announced|touted|unveiled|welcomed|trumpeted|won|secured) (?:the |an )?endorsement (?:of|from|"
        r"by) {M}<s:POU>",
        r"<s:POU>{THEN} (?:has |have )?(?:come|came|comes) out (?:in favou?r of|for|in support of) {M}<o:P>",
        r"<o:P>{THEN} [^.;]{0,50}?\bhas {M}<s:O>[^.;]{0,60}? behind (?:her|him|<P>)\b",
        r"<o:P>(?:, [^,;.]{1,70},|,)? whom (?:the |an? )?(?:[a-z]+ ){0,3}(?:[a-z]+, )?{M}<s:POU>,? (?:has |had )?(?:endorsed|anointed|backed|backs|endorses)",
        r"<s:POU>{THEN} (?:urged|urges|told|asked|called on|calls on|advised) (?:<POSU>'s )?[^.;\ue000-\ue006]{0,40}?\bto (?:vote for|elect|back|"
        r"support) {M}<o:P>",
        r"<s:POU>{THEN} (?:voted|votes|is voting|campaigned|is campaigning|stumped|canvassed) for {M}<o:P>",
        r"<o:P>{THEN} (?:won|secured|received|got|earned|picked up|has|had|landed|gained) (?:the )?(?:[a-z]+ )?(?:endorsement|backing|"
        r"blessing) (?:of|from) "
        r"(?:the )?{M}<s:POU>",
        confidence=0.7, together=True,
    ),
    *wordings(
        "SUED", "sued",
        r"<s:POUF>{THEN}(?: been)? (?:sued|sues|suing|is suing) {M}<o:POUF>",
        rf"<s:POUF>{{THEN}} (?:took|taken|takes|dragged|hauled|brought|is taking) {{M}}<o:POUF> {COURT}",
        r"<s:POUF>{THEN} (?:[\w-]+ ){0,3}?(?:(?:law)?suit|claim|complaint|case|proceedings|action|damages) (?:[\w-]+ ){0,3}?against "
        r"{M}<o:POUF>",
        r"<s:POUF>{POSS} (?:[\w-]+ ){0,3}?(?:(?:law)?suit|court case|legal action|legal claim) against {M}<o:POUF>",
        r"<s:POUF>{THEN} (?:gone to (?:law|court)|went to (?:law|court)|filed suit) against (?:[\w' -]+, )?{M}<o:POUF>",
        r"<o:POUF>{THEN} (?:sued|taken to court) by {M}<s:POUF>",
        r"<o:POUF>{THEN} (?:faces?|faced|facing|fighting|fought|settled|lost|won|defending|defended|hit with|served with) (?:an? |the "
        r")?(?:[\w-]+ ){0,3}?(?:(?:law)?suit|"
        r"libel action|legal action|court case|defamation case|legal claim) (?:brought |filed |launched |lodged )?(?:from|by) {M}<s:POUF>",
        r"(?:(?:law)?suit|case|action|complaint|claim) (?:brought |filed |lodged |launched )?by {M}<s:POUF>,? (?:has been |was "
        r")?against {M}<o:POUF>",
        r"<s:POUF>{THEN} (?:settled|has settled) (?:an? |<POUF>'s |the )?(?:[\w-]+ ){0,3}?(?:(?:law)?suit|libel action|court case|"
        r"defamation case) (?:against|"
        r"with) {M}<o:POUF>",
        confidence=0.75,
    ),
    *wordings(
        "SUPPORTS", "praises",
        rf"<s:POU>{{THEN}} (?:[a-z]+ly )?(?:{PRAISED}) {{M}}<o:POUFS>(?!{{POSS}})",
        r"<o:POUFS>{THEN} (?:praised|hailed|lauded|applauded|defended|championed) (?:on <F> )?by {M}<s:POU>",
        r"(?:praise|backing|support|admiration) (?:for {M}<o:POUFS> )from {M}<s:POU>",
        rf"<s:POU>{{THEN}} (?:[a-z]+ly )?(?:{ADMIRING}) {{M}}<o:POUFS>(?!{{POSS}})",
        r"<o:POUFS>, whom {M}<s:PO>{THEN} (?:[a-z]+ly )?(?:adores|admires|loves|adored|admired|loved|praised|defended|idolises|idolizes)\b",
        rf"<o:POUFS>{{THEN}} {DRAWN} (?:[a-z]+ ){{0,2}}?(?:praise|support|applause|plaudits|compliments|backing) from {{M}}<s:POU>",
        r"<s:PO>{THEN} (?:came|comes|rushed|leapt|sprang|jumped) to <o:POUFS>{POSS} (?:defen[cs]e|aid|rescue|side)",
        r"<s:POU>{THEN} (?:backs?|backed|supports?|supported|echoed|seconded|endorsed|welcomed) <o:PO>{POSS} (?:[a-z]+ )?(?:call|demand|"
        r"bid|"
        r"plan|proposal|position|stance|decision|appeal)",
        r"<s:PO>(?:,|{THEN})(?: an?| one of the)? (?:[a-z-]+ ){0,3}?(?:fan|admirer|champion|defender|supporter|ally|devotee)s? of "
        r"{M}<o:POUFS>(?!{POSS})",
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
        r"<s:POU>,? (?:is |was |who is |has been )?(?:a |an |the )?(?:[\w-]+ ){0,3}?(?:critic|opponent|detractor|scourge) of {M}<o:POUFS>",
        r"<o:P>, whom {M}<s:PO>{THEN} (?:called|calls|branded|accused|dismissed|attacked|mocked|blamed|criticised|criticized|denounced|"
        r"described as)\b",
        r"<s:PO>{THEN} (?:questioned|questions|doubted|impugned|challenged|mocked|attacked|criticised|criticized|ridiculed|derided) "
        r"<o:PO>{POSS} (?:[a-z]+ )?(?:honesty|"
        r"motives|record|character|fitness|competence|integrity|judgment|judgement|credentials|age|intelligence|sanity|sincerity)",
        rf"<s:POU>{{THEN}} (?:[a-z]+ly )?(?:{BLAMING}) {{M}}<o:POUFS>(?!{{POSS}})",
        rf"<o:POUFS>{{THEN}} {DRAWN} (?:[a-z]+ ){{0,2}}?(?:criticism|condemnation|fire|scorn|ridicule|mockery|attack|flak|rebuke|anger|"
        rf"fury|derision|backlash)s? from {{M}}<s:POU>",
        r"<s:PO>{THEN} (?:said|says|told [^.;“]{1,30}?) (?:that )?(?:<P> )?(?:had|has|have) (?:no|little|zero) (?:respect|time|"
        r"patience) for {M}<o:POUFS>",
        r"<s:POU>{THEN} (?:called|calls|calling) (?:on|for) {M}<o:PO>(?:{POSS})? (?:to (?:resign|quit|step down|apologi[sz]e|go|"
        r"withdraw)|resignation)",
        r"<s:POU>{THEN} (?:told|urged|wants|wanted) {M}<o:PO> to (?:resign|quit|step down|apologi[sz]e|shut up)",
        r"<s:POU>{THEN} (?:charged|alleged|alleges|charges) that {M}<o:POUF> ",
        r"<s:PO>{THEN} (?:ha[sd] )?(?:harsh|sharp|strong|stern|tough|angry|unkind) words for {M}<o:POUFS>",
        r"[Ii]n (?:an? |<P>'s |the )?(?:[\w-]+ ){0,3}?(?:attack|swipe|broadside|rant|tirade|salvo|jibe|dig|assault|rebuke) (?:on|at|against|of|to) "
        r"{M}<o:POUFS>(?:, [^,;.]{1,40})?, {M}<s:PO>",
        r"<s:P> and {M}<o:P>{THEN} (?:traded|exchanged|swapped) (?:[a-z]+ )?(?:insults|barbs|blows|accusations|jibes|attacks|taunts)",
        r"<o:P> and {M}<s:P>{THEN} (?:traded|exchanged|swapped) (?:[a-z]+ )?(?:insults|barbs|blows|accusations|jibes|attacks|taunts)",
        r"<s:PO>{THEN} (?:demanded|demands|wants|called for|calls for) an? (?:[a-z]+ )?(?:apology|retraction|explanation|correction) from {M}<o:POUFS>",
        r"<s:PO>{THEN} (?:demanded|called for|calls for|ordered|launched|opened) an? (?:[a-z]+ )?(?:investigation|inquiry|enquiry|probe) into {M}<o:POUFS>",
        r"<s:PO>{THEN} (?:keeps |kept )?(?:pounding|hammering|pounded|hammered|chipping|sniping|sniped|needling) (?:away )?at {M}<o:POUFS>",
        confidence=0.65,
    ),
]  # fmt: skip
