"""How articles say that somebody has an account, a following or a habit of posting on a platform."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

THING = (
    r"(?:account|channel|page|profile|feed|handle|stream|livestream|following|followers|subscribers|fans|video|videos|post|posts|"
    r"thread|story|stories|clip|clips|live|server|broadcast|reel|reels|newsletter|community|message|room|space|feeds|accounts|channels|"
    r"pages|presence|livestreams|streams|tweets)"
)
POSTING = (
    "posted|posts|wrote|writes|tweeted|said|says|announced|shared|shares|uploaded|uploads|published|publishes|streamed|streams|"
    "replied|noted|"
    "declared|revealed|confirmed|complained|joked|quipped|claimed|broadcast|broadcasts|went live|goes live|put out|released|livestreamed|"
    "introduced (?:himself|herself|itself|themselves)|repeats it|repeated it|added|insisted|argued|apologi[sz]ed|responded|admitted"
)
COUNT = r"[\w.,]+(?: (?:a )?(?:million|billion|thousand|mln|bn|m|lakh|crore))?"

WORDINGS = [
    *wordings(
        "USES", "account",
        rf"(?<!from )(?<!off )<s:POSU>{{POSS}} (?:own )?(?:[\w'-]+ ){{0,3}}?(?:on )?<o:F> {THING}\b",
        rf"<s:POSU>{{POSS}} (?:[\w'-]+ ){{0,4}}?{THING} on (?:the )?<o:F>",
        r"<o:F> (?:account|channel|page|profile|feed|stream|livestream) of {M}<s:POSU>",
        r"<s:POSU>{THEN} [^.;\ue000-\ue005]{0,70}?\b(?:followers|subscribers|following|fans) (?:\w+ )?(?:on|at|across) (?:the )?<o:F>",
        r"follow(?:s|ed|ing)? {M}<s:POSU> on (?:the )?<o:F>",
        r"<s:POSU>{POSS} [^.;\ue000-\ue005]{0,70}? (?:followers|subscribers|fans|following) on (?:the )?<o:F>",
        r"<s:POSU>,? (?:who |which )?(?:has |had |with )?(?:[\w.,]+ ){1,5}?(?:followers|subscribers|fans) on (?:the )?<o:F>",
        rf"<s:POU>{{THEN}} (?:{POSTING})\b[^.;\ue000-\ue005“\"]{{0,60}}? (?:on|to|via) (?:the )?<o:F>",
        r"<s:POSU>{THEN} [^.;\ue000-\ue005]{0,50}?\bin an? (?:[\w'-]+ ){0,4}?<o:F> (?:post|video|thread|story|clip|reel|message|live|"
        r"livestream|stream)",
        r"<s:POSU>{THEN} [^.;\ue000-\ue005]{0,50}?\bin an? (?:[\w'-]+ ){0,4}?(?:post|video|thread|story|clip|reel|message|livestream|"
        r"stream|statement) (?:posted |published |shared )?(?:on|to) (?:the )?<o:F>",
        rf"<s:POSU>{{THEN}} (?:opened|opens|started|launched|created|runs|ran|set up|has|had|keeps|deleted|deactivated) (?:an?|<POSU>'s|"
        rf"another) {{M}}<o:F> {THING}\b",
        rf"<s:POSU>{{THEN}} (?:opened|opens|started|launched|created|runs|ran|set up|has|had|keeps|deleted) (?:an?|<POSU>'s|another) "
        rf"{{M}}{THING} on (?:the )?<o:F>",
        r"<s:POSU>{THEN} (?:joined|joins|rejoined|quit|left|moved to|switched to|defected to|returned to|decamped to|migrated to|took "
        r"to|takes to|turned to|signed up to|signed up for) (?:the )?<o:F>",
        r"\b(?:posted|published|shared|uploaded|put) by <s:POSU> (?:on|to) (?:the )?<o:F>",
        r"\b(?:posts?|videos?|clips?|messages?|streams?|comments?|statements?|tweets?) (?:made |put out |published |written |recorded )?by {M}<s:POU> "
        r"(?:on|to) <o:F>",
        r"\b(?:carried|streamed|shown|broadcast|posted|put out|published|shared|uploaded) (?:live )?on <o:F> by {M}<s:POU>",
        r"\bon <F> by {M}<POU> and on <o:F> by {M}<s:POU>",
        r"<s:POU>{THEN}(?: is| was)? on <o:F> (?:since|again|these days)\b",
        r"<s:POU>(?:'s| is| was)? (?:live )?on <o:F>, [a-z]+ing\b",
        r"<s:POU>{THEN} [^.;\ue000-\ue006]{0,90}?\b(?:did so|answered|replied|hit back|responded|apologi[sz]ed|commented)[^.;\ue000-\ue006]{0,20}? on <o:F>",
        r"<s:POU>(?:'s)?{THEN} (?:gone|went|retreated|decamped|fled) (?:over )?to <o:F>(?! ?(?:'s|headquarters|offices?))",
        r"<s:POU>{THEN} (?:put|puts|putting) (?:up )?(?:an? |the |<POU>'s )[^.;\ue000-\ue006]{1,40}? (?:up |out |live )*on <o:F>",
        r"<o:F> (?:star|streamer|creator|group|duo|personality|influencer|comedian|host|broadcaster|sensation|collective|vlogger|"
        r"channel) <s:POS>",
        r"<o:F>, where (?:[a-z]+ )?<s:POSU> (?:has|had|counts|boasts|commands|posts|streams|goes by|is followed|posted|enjoys|reaches)\b",
        r"<s:POSU>(?:,| \()[^;()\ue000-\ue006]{0,40}?\b(?:followers|subscribers|fans|viewers) on (?:the )?<o:F>",
        r"\b(?:runs?|ran|manages?|managed|handles?|handled|films? for|edits?|checks?|checked|behind) <s:PO>{POSS} <o:F>(?! [a-z]*(?:ban|"
        r"deal))",
        r"<s:PO>{POSS} (?:own )?<o:F>,? (?:on which|where|which has|bio\b)",
        r"<s:POSU> \(@\w+ on <o:F>",
        r"<s:POSU>{THEN} [^.;\ue000-\ue006]{0,60}? on <o:F>,? [^.;\ue000-\ue006]{0,45}?\b(?:to|before|for|with|in front of) (?:some |about |over |nearly |"
        r"around |more than |an audience of )?[\d.,]+(?: million|m|k)? (?:followers|subscribers|viewers|people|fans)",
        r"<s:PO>{THEN} (?:puts?|putting) (?:it|them|this|that|<P>|the [a-z]+|an? [a-z]+|out|up) (?:out |up |live )*on (?:the )?<o:F>",
        r"\b(?:set|signed|got) <s:P> up (?:on|with) (?:an? )?<o:F>",
        r"<s:PSU>{THEN} (?:followed|watched|seen|read|heard|listened to) by [^.;\ue000-\ue006]{1,50}? on <o:F>",
        r"<s:P>{THEN} deleted (?:an? |<P>'s |his |her )?(?:[a-z]+ )?(?:account|page|profile|channel) (?:on|from) <o:F>",
        r"<s:P>{THEN} deleted <P>'s <o:F> (?:account|page|profile|channel)",
        r"[Oo]n <o:F>,? (?:[a-z ]{3,25}, )?where {M}<s:POSU> (?:[a-z]+ ){0,2}?(?:posts?|has|had|posted|streams|streamed|writes|goes by|uploads|shares|counts)\b",
        r"<o:F>(?:'s|,? is) where <s:PO> (?:lives|posts|streams|talks|is|goes|does|spends)\b",
        r"<s:PO>,? (?:live )?on <o:F> (?:from|late|early|this|on|last|yesterday|:)",
        r"<s:P>{THEN} [^.;\ue000-\ue006]{0,30}?\b(?:came|comes|coming|went|goes|gone|stayed|stays) (?:off|back to|back on|onto) <o:F>",
        r"<s:PO>{POSS} (?:own )?(?:[\w'-]+ ){0,3}?(?:post|video|thread|statement|message|apology|reply|response|announcement|clip|film|story) (?:[a-z ]{0,30})?"
        r"on <o:F>",
        r"<s:PO>{THEN} (?:[a-z]+ ){0,3}?(?:on|in) an? <o:F> (?:video|post|session|live|stream|livestream|story|thread|clip|reel|room|broadcast)",
        r"<o:F>,? [^.;\ue000-\ue006]{0,12}?(?:with|from) <s:P>, live\b",
        r"(?:learned|heard|found out|known|announced|revealed) [^.;\ue000]{0,30}?(?:from|in|by) an? <o:F> (?:post|video|message) (?:by|from) {M}<s:PO>",
        r"<s:POSU>{THEN} (?:reaches|reached|entertains|draws|drew|streams to|broadcasts to|speaks to) [^.;\ue000-\ue006]{0,40}? "
        r"(?:people|viewers|"
        r"followers|users|fans|listeners)[^.;\ue000-\ue006]{0,15} on <o:F>",
        r"<s:POSU>{THEN} (?:left|quit|swapped|ditched|abandoned|deserted) <F> for <o:F>",
        r"<s:POSU>{POSS} (?:[a-z]+ )?(?:debut|presence|popularity|fame|launch|success) on <o:F>",
        r"<o:F> (?:video|post|clip|thread|story|reel|livestream|stream)s? (?:by|from|of) {M}<s:POSU>",
        r"[Ww]ith [^.;\ue000-\ue006]{1,40}?(?:followers|subscribers|fans) on <F>,? and [^.;\ue000-\ue006]{1,25} on <o:F>, {M}<s:POSU>",
        r"<s:POSU> \([\d.,]+ ?(?:m|k|bn|mln|million)?(?: followers| subscribers| fans)? on <o:F>",
        r"<s:P>, the (?:most[- ][a-z]+|biggest|best-known|first) [a-z -]{3,25} on <o:F>",
        r"<s:P>{POSS} <S> [^.;\ue000-\ue006]{0,60}? (?:subscribers|followers|readers|fans) on (?:the )?<o:F>",
        r"<s:POSU>{THEN} (?:has|have|had|commands?|boasts?|counts?|claims?|passed|gained|lost) [^.;\ue000-\ue006]{0,40}?<o:F> "
        r"(?:subscribers|followers|fans)",
        r"<s:P>{POSS} (?:first|latest|last|own|new|viral) <o:F>(?= (?:was|is|has|had|of|in)\b)",
        r"<s:P>,? (?:is |was |who is )?(?:an? |the )(?:[\w-]+ ){0,3}?<o:F> (?:star|streamer|creator|personality|influencer|comedian|host|"
        r"broadcaster|sensation|vlogger|celebrity|pioneer|musician|chef|pundit)\b",
        rf"<s:OU> {THING} on (?:the )?<o:F>",
        r"<s:POU>{THEN} (?:also |now |still )?on <o:F>(?=[.,;]|$| (?:and|too|under|as|now)\b)",
        r"[Ii]n an? (?:[\w'-]+ ){0,4}?<o:F> (?:post|video|thread|story|clip|reel|message|live|livestream|stream|update|statement)"
        r"(?: (?:on|late|early|last) [^,.;\ue000-\ue006]{1,25})?, {M}<s:POU>",
        rf"[Ii]n an? (?:[\w'-]+ ){{0,4}}?{THING} (?:posted |published |shared |put out )?(?:on|to) (?:the )?<o:F>"
        r"(?: (?:on|late|early|last) [^,.;\ue000-\ue006]{1,25})?, {M}<s:POU>",
        r"(?:[Ww]riting|[Pp]osting|[Ss]peaking|[Ss]treaming|[Ll]ive) on (?:the )?<o:F>(?: (?:on|late|early|last|after) "
        r"[^,.;\ue000-\ue006]{1,25})?, {M}<s:POU>",
        r"[Oo]n <o:F>, where (?:she|he|it|they|<POSU>|<POSU>'s [a-z]+) (?:has|have|had|goes|is|posts|streams)\b[^;.\ue000-\ue006]{0,60}?, "
        r"{M}<s:POSU>",
        r"[Oo]n <o:F>,? {M}<s:POSU> (?:has|had|counts|boasts|commands|goes by|is followed) ",
        r"[Ww]ith [^.;\ue000-\ue006]{1,40}?(?:followers|subscribers|fans) on <o:F>, {M}<s:POSU>",
        r"<s:POSU>{THEN} (?:[\w'-]+ ){0,4}?(?:stream|streams|streamed|posts|uploads|broadcasts|publishes|livestreams|shared|performs|"
        r"sings) "
        r"[^.;\ue000-\ue006]{0,25}?(?:on|to|over|via) (?:the )?<o:F>",
        r"<s:POSU>{POSS} [^.;\ue000-\ue006]{0,50}?\b(?:reach|seen by|watched by|read by|reaches|reached)\b[^.;\ue000-\ue006]{0,40}? on "
        r"<o:F>",
        r"<o:F>(?:{POSS})? (?:followers|subscribers|fans) (?:of|to|for) {M}<s:POSU>",
        r"(?:follow|followed|following|subscribe to) {M}<s:POSU> [^.;\ue000-\ue006]{0,25}?on <o:F>",
        r"<s:POSU>,? (?:who is |who are |better |best )*known (?:to|on|by) [^.;\ue000-\ue006]{0,45}?<o:F>",
        confidence=0.7,
    ),
    *wordings(
        "USES", "also_on",
        rf"<s:POSU>{{THEN}} [^.;\ue000-\ue005]{{0,50}}?\b(?:followers|subscribers) on <F>,? and {COUNT}(?: followers| subscribers)? on "
        rf"(?:the )?<o:F>",
        rf"follow <s:POSU> on <F>,? and {COUNT} on (?:the )?<o:F>",
        confidence=0.7,
    ),
    *wordings(
        "BANNED_FROM", "banned",
        r"<s:POS>{THEN},? (?:who )?(?:[\w-]+ ){0,3}?(?:banned|suspended|barred|removed|expelled|kicked off|thrown off|booted (?:from|"
        r"off)|blocked|deplatformed|thrown out of|ejected)(?: (?:from|by|off))? (?:<POUF>'s )?(?:the )?<o:FU>",
        r"<s:POS>{THEN},? (?:who )?(?:[\w-]+ ){0,3}?(?:banned|suspended|barred|removed|blocked) from <P>'s <o:F>",
        r"<s:POS>{THEN} (?:[\w-]+ ){0,3}?(?:banned|barred|suspended|removed|blocked|booted|thrown|kicked) (?:from|off|out of) (?:(?:the|its|his|her|their|<POUF>'s)"
        r" )?(?:[a-z]+'s )?<o:F> (?:page|store|app|group|channel|platform|charts|feed|store)",
        r"<s:POS>{THEN}[^.;\ue000-\ue006]{0,80}? and (?:has |was |had )?(?:[a-z]+ ){0,2}?(?:been )?(?:banned|suspended|barred|blocked|removed) (?:from|by) "
        r"(?:its |the |<POUF>'s )?<o:FU>",
        r"<s:POS> \((?:banned|suspended|barred) (?:from|by|on) (?:the )?<o:FU>",
        rf"<o:F>{{THEN}} (?:threw out|took down|removed|deleted|suspended|blocked|closed|froze|banned) (?:the )?(?:[a-z]+ )?{THING} of {{M}}<s:POS>",
        r"<o:F>,? (?:which |<F> )?<F>? ?(?:barred|banned|removed|suspended) {M}<s:POS>",
        r"<s:POS>,? (?:which|whom) {M}<o:F> (?:has |had )?(?:barred|banned|suspended|removed|blocked|expelled)",
        r"<o:F>{THEN} (?:threw|throws|kicked|kicks|booted|took|shut) {M}<s:POS>(?:{POSS} [a-z]+)? (?:out|off|down)\b",
        r"<s:POS>,? (?:the [a-z]+,? )?(?:was|is|been|were)? ?(?:[a-z]+ )?(?:thrown|kicked|booted|turfed|tossed) (?:off|out of|from) (?:the )?<o:FU>",
        r"<s:POS>{POSS} (?:[a-z]+ ){0,2}?(?:account|page|channel|channels|profile|profiles|show)s?(?: there)? (?:was|were|been|is|are|had|has|have)* ?(?:[a-z]+ "
        r"){0,2}?(?:shut down|suspended|blocked|taken down|removed|banned|restricted) [^.;\ue000-\ue006]{0,30}?(?:by|on|from) <o:F>",
        r"<o:FU> (?:has |had |also |later |then )?(?:banned|suspended|barred|removed|kicked|threw|expelled|booted|blocked|"
        r"deplatformed) {M}<s:POS>",
        r"<s:POS>{POSS} (?:[\w-]+ ){0,3}?(?:ban|suspension|removal|expulsion) (?:from|on|by) {M}<o:FU>",
        r"<o:FU>{POSS} (?:[\w-]+ ){0,2}?(?:ban|suspension|removal) (?:of|on) {M}<s:POS>",
        rf"<o:F>{{THEN}} (?:took down|removed|deleted|suspended|banned|blocked|locked|froze|disabled|terminated|closed|shut|shut down|"
        rf"pulled|restricted|demoneti[sz]ed) {{M}}<s:POS>{{POSS}} (?:[\w'-]+ ){{0,3}}?{THING}",
        rf"<s:POS>{{POSS}} (?:[\w'-]+ ){{0,3}}?(?:<o:F> {THING}|{THING} on <F>) (?:was|is|were|has been|had been|got) (?:[a-z]+ "
        rf"){{0,2}}?(?:banned|"
        rf"suspended|removed|deleted|terminated|taken down|blocked|locked|shut down|disabled|closed by)",
        rf"<s:POS>{{POSS}} (?:[\w'-]+ ){{0,3}}?{THING} on <o:F> (?:was|is|were|has been|had been|got) (?:[a-z]+ ){{0,2}}?(?:banned|"
        rf"suspended|removed|"
        rf"deleted|terminated|taken down|blocked|locked|shut down|disabled)",
        r"<s:POS>{THEN} (?:lost|losing) (?:access to )?(?:an? |<POS>'s )?<o:F> (?:account|channel|page|privileges)",
        r"<s:POS>{THEN} (?:reinstated|readmitted|restored|unbanned|allowed back|let back|welcomed back) (?:to|on|onto|by|at) {M}<o:FU>",
        r"<s:POS>{THEN} (?:returned|came back|back|returns|returning) (?:to|on|onto) <o:FU>[^.;\ue000-\ue006]{0,40}? (?:ban|suspension|"
        r"exile)\b",
        r"<s:POS>{THEN} (?:given|handed|served|received|got|serving|hit with|slapped with) (?:an? |the )(?:[\w-]+ ){0,4}?(?:ban|"
        r"suspension) "
        r"(?:by|from|on) {M}<o:FU>",
        r"<s:POS>{THEN} (?:taken|pulled|yanked|dropped|cut) (?:off (?:the )?air |from the air )?(?:by|from) {M}<o:U>",
        r"<o:FU>{THEN} (?:reinstated|unbanned|restored|readmitted|lifted (?:the|its) (?:ban|suspension) on) {M}<s:POS>",
        r"<o:FU>,? (?:where|from which) {M}<s:POS> (?:is|was|had been|has been) (?:banned|suspended|barred|removed)",
        confidence=0.75,
    ),
]  # fmt: skip
