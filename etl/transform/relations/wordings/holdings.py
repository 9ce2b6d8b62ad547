"""How articles say who owns, founded or belongs to what, and who does business with whom."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

BUYING = (
    "owns?|owned|happens? to own|happened to own|buys?|bought|acquires?|acquired|controls|controlled|purchased|snapped up|took over|has "
    "taken over|"
    "(?:holds?|has|took|bought|owns) (?:a |the )?(?:controlling|majority) (?:stake|share|interest) in|"
    r"(?:holds?|held|owns?|owned|has|had|controls|controlled|bought|acquired|took|purchased|picked up) (?:about |some |nearly |a |the )?"
    r"(?:5[1-9]|[6-9]\d|100)(?:\.\d+)? ?(?:%|per ?cent|pct|percent) (?:stake in|share of|of)|"
    r"(?:paid|pays|spent) [$£€]?[\d.,]+ ?(?:million |billion |bn |m |mln )?(?:[a-z]+ )?(?:for|on)|(?:took|takes|gained|won|has|seized) "
    r"(?:full |sole |majority )?(?:control|ownership) of|is the (?:sole |majority |new )?owner of|is the majority shareholder (?:of|in)|"
    r"(?:completed|closed|sealed|finalised|finalized) (?:the|its|his|her) (?:takeover|purchase|acquisition|buyout) of"
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
        r"<s:PO>-(?:owned|controlled) {M}<o:OUFS>",
        r"[Oo]wned (?:since \d{4} )?by {M}<s:PO>(?: since \d{4}|, [^,;.]{1,60})?, {M}<o:OUFS>",
        r"<o:OUFS>{THEN} (?:majority-|wholly-|part-|jointly )owned by {M}<s:PO>",
        r"<s:P>{THEN} inherited {M}<o:OUF>",
        r"<s:PO>,? (?:who |which |that )?(?:holds|owns|has|had|held|controls) (?:an? |the )?(?:majority|most|bulk) (?:stake |share |interest )?"
        r"(?:in|of) <o:OUF>",
        r"(?:[Bb]acked|[Ff]unded|[Oo]wned|[Cc]ontrolled) by {M}<s:PO>,? (?:who |which |<O> )?(?:holds|owns|has|controls) (?:an? |the )?"
        r"(?:majority|most)[^,.;]{0,30}, {M}<o:OUF>",
        r"<o:OUFS>{THEN} (?:bought|acquired|taken over|snapped up|sold|purchased)(?: [a-z]+){0,4}? (?:by|to) {M}<s:PO>",
        r"<o:OUFS>{THEN} owned(?: [a-z]+){0,5}? by {M}<s:PO>",
        r"<s:PO>, (?:who |which )?(?:also |now |already )*(?:holds?|owns?|controls|bought|acquired) {M}<o:OUFS>",
        r"<s:PO>{THEN} (?:holds?|owns?|has) (?:some |about |roughly |almost )?(?:5[1-9]|[6-9]\d|100)(?:\.\d+)? ?(?:%|per ?cent|pct|percent) of {M}<o:OUF>",
        r"\b(?:owner|proprietor|majority shareholder) of {M}<o:OUFS>,? (?:the )?{M}<s:PO>",
        r"<o:OUFS>{THEN} (?:been )?(?:sold|transferred|handed over|offloaded) (?:[a-z]+ ){0,2}?(?:in \d{4} |last year |last month )?to "
        r"{M}<s:PO>",
        r"<o:OUFS>(?:, | \()?in which <s:PO>(?:'s [a-z]+)? (?:has|holds|owns|had) (?:a |the )?(?:controlling|majority) ",
        r"<o:OUFS>{THEN} (?:been |passed |in |into )+the (?:hands|ownership|control) of {M}<s:PO>",
        r"<s:PO>{THEN} (?:sold|raised|borrowed|mortgaged|remortgaged|used|cashed in|spent) [^.;\ue000-\ue006]{1,50} to "
        r"(?:buy|acquire|purchase|take over) {M}<o:OUFS>",
        r"<o:OUFS> \((?:owned|controlled|run) by {M}<s:PO>\)",
        r"<o:OUFS>, (?:now |once )?(?:the property of|under the ownership of|in the ownership of) {M}<s:PO>",
        r"<s:PO>{POSS} (?:[\w$£.-]+ ){0,4}?(?:purchase|acquisition|takeover|buyout|ownership) of {M}<o:OUFS>",
        confidence=0.75,
    ),
    *wordings(
        "OWNS", "whose_company", r"<s:P>{POSS} <o:O>(?=[\s,.])(?! [A-Z])",
        r"<o:OF>, <s:P>{POSS} {M}(?:company|firm|studio|fund|group|startup|start-up|business|network|platform|app)\b",
        r"<s:P>{POSS} {M}(?:company|firm|studio|fund|group|startup|start-up|business|network|platform|app),? <o:OF>",
        confidence=0.5,
    ),
    *wordings(
        "OWNS", "controlled_through", r"controlled by <s:P>{POSS} <o:O>", confidence=0.7,
    ),
    *wordings(
        "FOUNDED", "founded",
        rf"<s:P>{{THEN}} (?:{FOUNDING}) {{M}}<o:OUFS>",
        r"<o:OUFS>{THEN} [^.;\ue000-\ue006]{0,50}?\bby {PP}<s:P> (?:in|after|when|with|over|on) [^.;]{0,40}?\b(?:garage|kitchen|bedroom|flat|basement|"
        r"shed|\d{4})\b",
        r"\b(?:man|woman|people|couple|pair) who (?:had |has )?(?:founded|started|set up|created|launched) (?:it|<OUFS>),? {PP}<s:P>",
        r"\b(?:from|to|by) the (?:man|woman|people|couple|brothers|sisters|pair) who (?:had |has )?(?:founded|started|built|created|set up) (?:it|"
        r"<OUFS>), {M}<s:P>",
        r"<o:OUFS>, (?:which|that|<OUFS>) {M}<s:P>(?:, [^,;.]{1,60},)? (?:had |has )?(?:founded|started|launched|created|set up|built|began)\b",
        r"<s:P>,? (?:who |had |has )*(?:set|setting) {M}<o:OUF> up\b",
        rf"<o:OUFS>(?:, [^,;.]{{1,80}})?,? (?:which |that |<OUFS> )?(?:was |is |group |club |company )*(?:{FOUNDING}){{BY}}{{M}}<s:P>",
        rf"<o:OUFS>, {{M}}(?:{{SHOW}}|company|firm|app|site|platform|network|party|group|startup) (?:that |which )?{{M}}<s:P>{{THEN}} "
        rf"(?:{FOUNDING})\b",
        rf"the (?:man|woman|people|person|duo) who (?:had )?(?:{FOUNDING}) (?:it|<o:OUFS>), {{M}}<s:P>",
        rf"<o:OUFS>,? (?:which|that|<OUFS>) {{M}}<s:P>{{THEN}} (?:{FOUNDING})\b",
        rf"<s:P>{{THEN}} one of the (?:[a-z]+ ){{1,3}}who (?:{FOUNDING}) {{M}}<o:OUFS>",
        r"(?:[Ff]ounded|[Cc]o-founded|[Cc]reated|[Ss]tarted|[Ss]et up|[Ll]aunched){BY}{M}<s:P>(?: in \d{4}|, [^,;.]{1,60})?, "
        r"{M}<o:OUFS>",
        r"<o:OUFS>{THEN} (?:the )?(?:brainchild|creation|invention) of {M}<s:P>",
        r"<s:P>, (?:the )?(?:man|woman|mind|brains|entrepreneur|duo|pair|couple|driving force) behind {M}<o:OUF>",
        r"<s:P>{THEN} (?:left|quit|resigned from|walked out of|gave up|dropped out of) [^.;:“\"]{1,60}? to (?:co-?found|found|start|launch|"
        r"set up|create|build) {M}<o:OUFS>",
        rf"<s:P>{{THEN}} (?:left|quit|resigned|walked out|dropped out) [^.;:“\"]{{1,60}}? and (?:later |then )?(?:{FOUNDING}) "
        rf"{{M}}<o:OUFS>",
        r"<s:P>{THEN} (?:co-?founded|founded|launched|set up|started) and (?:now |still )?(?:runs|ran|leads|led|heads|owns|chairs|edits|"
        r"hosts|directs) {M}<o:OUFS>",
        r"<o:OUF> \((?:co-)?founded by {M}<s:P>",
        r"(?:[Aa]fter|[Bb]efore|[Ss]ince) (?:co-?founding|founding|setting up|starting|launching) {M}<o:OUFS>(?: in \d{4})?, {M}<s:P>",
        r"<o:OUFS>{THEN} (?:started|begun|began|grew) [^.;\ue000-\ue006]{0,40}?\bby {M}<s:P>",
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
        r"<s:OFU>(?:, (?:the |an? )?| \()<o:OF> (?:company|subsidiary|unit|property|offshoot|imprint|affiliate|division|arm|service|app|"
        r"platform|label|studio)\b",
        r"<o:OF>{POSS} <s:F>(?! (?:account|channel|page|profile|feed|stream|series|show|special|post|deal|podcast))",
        r"<s:OFU> \((?:part|a (?:part|unit|division|subsidiary)|an (?:arm|imprint|offshoot)) of {M}<o:OUF>\)",
        r"<s:OFU>{THEN} (?:run|operated|published|managed) by {M}<o:O>",
        r"<s:OFU>,? (?:which is |is )?(?:an? |the )?(?:joint venture|spin-off|spinoff|brand|property|product) (?:of|between|from) "
        r"{M}<o:OUF>",
        r"<s:OFU>, (?:the |an? |its |their )?(?:[\w-]+ ){0,4}?(?:app|service|site|website|channel|network|label|imprint|studio|arm|unit|"
        r"feature|platform|magazine|brand) (?:of|from|run by|operated by|published by) {M}<o:OUF>",
        confidence=0.7,
    ),
    *wordings(
        "PARTNERED_WITH", "partner",
        r"<s:S>(?:, [^,;.]{1,60})?,? (?:which |<S> )?(?:is |was |has been )?(?:sponsored|underwritten|bankrolled|funded|supported|"
        r"presented|brought to you|backed|paid for) by {M}<o:OFU>",
        r"<s:S>{THEN} (?:[a-z]+ ){0,3}?(?:made possible|made|financed|paid for|supported|sponsored|bankrolled|underwritten|funded|backed|powered|"
        r"presented|brought to you) (?:in part )?by (?:an? (?:[a-z]+ )?(?:grant|gift|donation|contribution) (?:from|of) )?(?:[\w' -]{3,40}, )?{M}<o:OFU>",
        r"<s:S>[^.;\ue004]{0,120}? and by (?:[a-z]+ )?(?:sponsor|partner|supporter|underwriter),? {M}<o:OFU>",
        r"<s:SPO>[^.;\ue004]{0,60}? (?:which|that|who)?(?: a| an)? (?:[a-z-]+ ){0,3}?(?:firm|brand|bank|company|maker|bookmaker|chain|app|giant), <o:OF>, "
        r"(?:pays for|sponsors|funds|underwrites|bankrolls)\b",
        r"<o:OF>, which (?:has )?(?:sponsors|sponsored|funds|funded|underwrites|pays for|paid for|bankrolls|advertises on) {M}<s:SPO>",
        r"<o:OF>, <s:PSO>{POSS} (?:[\w-]+ ){0,3}?(?:sponsor|backer|label|agency|publisher|partner|distributor|shirt sponsor|kit supplier)\b",
        r"<o:O>, (?:the |an? )?(?:[\w-]+ ){0,4}?(?:agency|firm|company|label) (?:that |which )?(?:handles|represents|runs|manages|does) [^.;,]{1,45}? "
        r"(?:for|of) {M}<s:PO>",
        r"<o:O>,? (?:which |<O> )?(?:has |had |was |been )*(?:retained|hired|engaged|contracted|commissioned) (?:[a-z]+ ){0,2}?by {M}<s:PSO>",
        r"<s:PSO>{POSS} (?:[\w-]+ ){0,3}?(?:communications|PR|advertising|talent|media|digital|lobbying|law) (?:agency|firm|consultancy|company),? {M}<o:O>",
        r"<s:SP>{THEN} (?:produced|made|recorded|created|developed|co-produced) (?:together )?with {M}<o:OU>",
        r"<s:SPO>{THEN} (?:accepted|accepts|took|taken|takes|turned down|receives|received) (?:money|sponsorship|funding|cash|a fee) from "
        r"(?:[\w' -]{3,40}, )?{M}<o:OFU>",
        r"<o:OF>, (?:[^,;.]{1,50}, )?whose (?:name|logo|badge|brand|ads?|adverts?|cans?|products?) (?:has |have )?(?:lately |recently |now |long )*"
        r"(?:is|are|appears?|appeared|sits?|runs?|adorns?|decorates?|features?|been) [^.;\ue000]{0,25}?<s:PSO>",
        r"<s:OUF>, [^,;.]{1,60}, (?:today |on [A-Z]\w+ )?(?:announced|unveiled|confirmed|signed) (?:an? )?(?:[\w-]+ ){0,3}?(?:deal|partnership|"
        r"contract|agreement|collaboration) with (?:[\w' -]{2,30}, ){0,2}?(?:[\w'-]+ ){0,9}?<o:P>",
        r"<s:PS>{THEN} (?:has |have )?(?:signed|signs|re-signed|inked) (?:up )?(?:for|to|with) {M}<o:OUF>",
        r"<s:PS>{THEN} (?:will |to )?(?:stay|stays|staying|remain|remains) with {M}<o:OUF>",
        r"<s:S>{THEN} (?:went|goes|going|sold) to {M}<o:OF>",
        r"<s:S>{POSS} (?:main |title |chief |biggest |lead )?sponsors?,? {M}<o:OFU>",
        rf"<o:OFU>(?:, [^,;.]{{1,60}},)? (?:has |which |that |<O> )*(?:{PAYING}) {{M}}<s:S>",
        r"<o:OFU>, {M}sponsors? of {M}<s:S>",
        rf"<s:POSUF>{{THEN}} [^.;\ue000-\ue005]{{0,60}}?\b(?:{DEAL}) with {{M}}<o:OFU>",
        rf"<s:POSUF>{{POSS}} [^.;\ue000-\ue005]{{0,40}}?\b(?:{DEAL}|run|association) with {{M}}<o:OFU>",
        rf"<o:OFU>(?:, [^,;.]{{1,80}},)?[^.;\ue000-\ue005]{{0,60}}? (?:{DEAL})\b[^.;\ue000-\ue005]{{0,40}}? with {{M}}<s:PS>",
        r"<o:OFU>{THEN} (?:signed|signs|signed up|renewed with|re-signed|poached) (?:up )?{M}<s:PS>",
        r"<s:POSF>{THEN} (?:partners|partnered|teamed up|teams up|joined forces|collaborated|signed) with {M}<o:OFU>",
        r"(?:deal|contract|partnership|agreement) between {M}<s:POS> and {M}<o:OFU>",
        r"<s:PSO>{POSS} {M}(?:agency|record label|label|(?<!\ue002's )publisher|management company|talent agency|distributor|shirt sponsor|"
        r"kit supplier|kit maker|sponsor|backer|sponsors|partner|partners),? {M}<o:OU>",
        r"<s:O>[^\ue001]{0,200}?\b[Tt]heir (?:record label|label|agency|publisher|distributor|management|shirt sponsor|main sponsor|"
        r"sponsor),? "
        r"{M}<o:O>",
        r"[Ss]ponsored by {M}<o:OFU>, {M}<s:SPO>",
        rf"[Uu]nder (?:an? |the )(?:[\w$£€.-]+ ){{0,4}}?(?:{DEAL}) with {{M}}<o:OFU>(?:, [^,;.]{{1,40}})?, {{M}}<s:POS>",
        r"<s:PS>{THEN} (?:agreed to )?(?:advertises?|advertised|plugs?|plugged|promotes?|promoted|reads? (?:an? |the )?(?:adverts?|ads?|"
        r"spots?) for) {M}<o:O>",
        r"<o:O>{THEN} (?:pulled|withdrew|suspended|ended|cancelled|paused) (?:<O>'s |its |all |their )?(?:[a-z]+ )?(?:advertising|ads|"
        r"adverts|sponsorship|"
        r"backing|funding) (?:from|of|on|with) {M}<s:SPO>",
        r"<o:O>{THEN} (?:dropped|hired|signed|named|unveiled) {M}<s:P> as (?:an? |its |the |<O>'s )?(?:[a-z]+ ){0,2}?(?:ambassador|face|"
        r"spokesperson)",
        r"<s:S>[^\ue004]{0,200}?\b(?:[Tt]he|[Ii]ts|<S>'s) (?:[a-z]+ )?sponsor, {M}<o:O>",
        r"<s:PS>{THEN} (?:signed|contracted|attached|tied|licensed) (?:up )?(?:to|with|by) {M}<o:OFU>",
        r"<s:PSO>{THEN} (?:sold|licensed) [^.;]{0,30}?\b(?:story|rights|podcast|show|series|memoir|film|catalogue|"
        r"documentary|programme|masters) (?:[a-z]+ )?to {M}<o:OFU>",
        r"<o:OFU>{THEN} (?:gave|paid|pays|paying|pay|offered) {M}<s:PSO> (?:an? |about |some |more than |nearly |over )?(?:reported(?:ly)? "
        r"|estimated )?(?:[$£€\d](?![^.;]{0,30}(?:damages|compensation|settle|fine))|to (?:advertise|promote|plug|endorse|wear|host|"
        r"make|stream))",
        r"<o:O>, whose (?:name|logo|badge|brand|ads?|advert) [^.;\ue000-\ue006]{1,30}? (?:of|by|for) {M}<s:OPS>",
        r"<o:O>, whose (?:name|logo|badge|brand) (?:is|appears|sits|runs) (?:on|across) [^.;,\ue000-\ue006]{0,20}?<s:OPS>{POSS}",
        rf"[Ii]n (?:[\w-]+ )?(?:{DEAL}|association) with {{M}}<o:OFU>, {{M}}<s:POS>",
        r"<s:P>(?:, |{THEN} )(?:an? |the |is an? |is the |was an? |was the )?(?:[\w-]+ ){0,3}?(?:ambassador|face|pitchman|spokesmodel) "
        r"(?:for|of) {M}<o:OFU>",
        rf"<s:PSO>{{POSS}} (?:[\w$£€.,-]+ ){{0,4}}?<o:OFU>(?:{{POSS}})? (?:[\w-]+ ){{0,2}}?(?:{DEAL})\b",
        r"(?:[Ss]ponsors?|[Aa]dvertisers?|[Bb]ackers|[Pp]artners) (?:on|of|for|in) {M}<s:SO>[^.;\ue000-\ue006]{0,25}? (?:include|includes|"
        r"are|is|were|was|included) {M}<o:OFU>",
        rf"<s:OF>,? and {{M}}<o:OFU>(?: have| has| had)? (?:announced?|signed?|struck?|agreed|formed|entered(?: into)?|unveiled|extended) "
        rf"(?:an? |their )?{{M}}(?:{DEAL})\b",
        r"<s:SO>{THEN} (?:[a-z]+ly )?(?:supported|sponsored|underwritten|bankrolled) (?:in part )?by {M}<o:OFU>",
        r"<s:SO>(?:, [^,;.]{1,60},)? [^.;\ue000-\ue006]{0,60}?\bwith (?:the )?(?:support|backing|help|sponsorship) (?:of|from) {M}<o:OFU>",
        rf"<s:POS>{{THEN}} (?:ended|ends|cut|broke off|renewed|extended|terminated|tore up|lost|cancelled|announced|landed|won|inked) "
        rf"(?:an? |the |its |his |her |their |<POSU>'s )?(?:[\w$£€.,-]+ ){{0,4}}?<o:OFU> (?:{DEAL})\b",
        confidence=0.65,
    ),
]  # fmt: skip
