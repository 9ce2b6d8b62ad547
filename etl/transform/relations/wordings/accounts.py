"""How articles say that somebody has an account, a following or a habit of posting on a platform."""

from __future__ import annotations

from etl.transform.relations.wording import wordings

THING = (
    r"(?:account|channel|page|profile|feed|handle|stream|livestream|following|followers|subscribers|fans|video|videos|post|posts|"
    r"thread|story|stories|clip|clips|live|server|broadcast|reel|reels|newsletter|community|message)"
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
        r"<o:F> (?:star|streamer|creator|group|duo|personality|influencer|comedian|host|broadcaster|sensation|collective|vlogger|"
        r"channel) <s:POS>",
        r"<o:F>, where (?:[a-z]+ )?<s:POSU> (?:has|had|counts|boasts|commands|posts|streams|goes by|is followed|posted|enjoys|reaches)\b",
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
        r"off)|blocked|deplatformed|thrown out of|ejected)(?: (?:from|by|off))? (?:<FU>'s )?(?:the )?<o:FU>",
        r"<s:POS>{THEN},? (?:who )?(?:[\w-]+ ){0,3}?(?:banned|suspended|barred|removed|blocked) from <P>'s <o:F>",
        r"<o:FU> (?:has |had |also |later |then )?(?:banned|suspended|barred|removed|kicked|threw|expelled|booted|blocked|"
        r"deplatformed) {M}<s:POS>",
        r"<s:POS>{POSS} (?:[\w-]+ ){0,3}?(?:ban|suspension|removal|expulsion) (?:from|on|by) {M}<o:FU>",
        r"<o:FU>{POSS} (?:[\w-]+ ){0,2}?(?:ban|suspension|removal) (?:of|on) {M}<s:POS>",
        confidence=0.75,
    ),
]  # fmt: skip
