"""The everyday ways in which newspapers say each relation: plain sentences of all types, as a floor."""

from __future__ import annotations

import pytest

from etl.transform.pipeline import read_article
from graph.records import Article

EVERYDAY: dict[str, list[tuple[str, str, str]]] = {
    "CRITICIZED": [
        ("Ann Lowe accused Dev Rao of lying about the budget.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe has been a vocal critic of Halden Media.", "Ann Lowe", "Halden Media"),
        ("In a blistering attack on Dev Rao, Ann Lowe said the plan was dead.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao came under fire from Ann Lowe over the budget.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe tore into Dev Rao on Monday.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe hit out at the BBC for its coverage.", "Ann Lowe", "BBC"),
        ("Ann Lowe took a swipe at Dev Rao during the debate.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe branded Dev Rao a coward.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao was branded a coward by Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe's criticism of Dev Rao drew cheers.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe said that Dev Rao was “a liar”.", "Ann Lowe", "Dev Rao"),
        ("“Dev Rao is a disgrace,” said Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe blamed Dev Rao for the delay.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe mocked Dev Rao's record on housing.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe used the interview to attack Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe spent much of the rally mocking Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe dismissed Dev Rao as a fraud.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe lashed out at the network CNN after the interview.", "Ann Lowe", "CNN"),
        ("Ann Lowe called Dev Rao's plan a disaster.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe warned that Dev Rao would wreck the economy.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe and Dev Rao traded insults on Tuesday.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe described Dev Rao as dangerous.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe demanded an apology from Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe is furious with Dev Rao over the leak.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe rebuked the mayor, Dev Rao, for his remarks.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe had sharp words for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe ridiculed YouTube's new rules.", "Ann Lowe", "YouTube"),
        ("“He is a coward,” Ann Lowe said of Dev Rao.", "Ann Lowe", "Dev Rao"),
    ],
    "SUPPORTS": [
        ("Ann Lowe praised Dev Rao for his courage.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe came to Dev Rao's defence.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe defended Halden Media in an interview.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe heaped praise on Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe called Dev Rao a genius.", "Ann Lowe", "Dev Rao"),
        ("“Dev Rao is a hero,” said Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe has long been an admirer of Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe stood by Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe spoke warmly of Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe thanked Dev Rao for his support.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe paid tribute to Dev Rao on Monday.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, a staunch ally of Dev Rao, spoke first.", "Ann Lowe", "Dev Rao"),
    ],
    "ENDORSED": [
        ("Ann Lowe endorsed Dev Rao for mayor.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao won the backing of Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe threw her support behind Dev Rao in the race for mayor.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, who has endorsed Dev Rao, spoke first.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao, who is backed by Ann Lowe, spoke first.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe urged her followers to vote for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao's campaign announced the endorsement of Ann Lowe.", "Ann Lowe", "Dev Rao"),
    ],
    "AIRS_ON": [
        ("The podcast Night Shift is available on Spotify.", "Night Shift", "Spotify"),
        ("Night Shift, her weekly podcast on Spotify, is back.", "Night Shift", "Spotify"),
        ("The BBC's Night Shift programme is back.", "Night Shift", "BBC"),
        ("She spoke on the BBC show Night Shift on Monday.", "Night Shift", "BBC"),
        ("She told the podcast Night Shift, which airs on YouTube, that it was over.", "Night Shift", "YouTube"),
        ("She appeared on CNN's “Night Shift” on Monday.", "Night Shift", "CNN"),
        ("She appeared on “Night Shift” on CNN on Monday.", "Night Shift", "CNN"),
        ("The show “Night Shift” moved to Netflix in 2021.", "Night Shift", "Netflix"),
        ("The podcast “Night Shift” streams on Twitch and YouTube.", "Night Shift", "YouTube"),
        ("New episodes of the podcast “Night Shift” drop on Spotify every Friday.", "Night Shift", "Spotify"),
        ("The series “Night Shift” premieres on Netflix on Friday.", "Night Shift", "Netflix"),
        ("His YouTube show, “Night Shift”, is back.", "Night Shift", "YouTube"),
        ("The Spotify podcast “Night Shift” is back.", "Night Shift", "Spotify"),
        ("The podcast “Night Shift” can be found on Apple Podcasts.", "Night Shift", "Apple Podcasts"),
        ("“Night Shift”, the podcast she hosts for the BBC, is back.", "Night Shift", "BBC"),
        ("The programme “Night Shift” was broadcast live on CNN.", "Night Shift", "CNN"),
        ("CNN will air a special edition of the show “Night Shift” on Monday.", "Night Shift", "CNN"),
        ("Episodes of the podcast “Night Shift” are posted to YouTube.", "Night Shift", "YouTube"),
    ],
    "HOSTS": [
        ("The podcast “Night Shift”, hosted by Ann Lowe and Dev Rao, is back.", "Dev Rao", "Night Shift"),
        ("Ann Lowe's podcast, “Night Shift”, is back.", "Ann Lowe", "Night Shift"),
        ("“Night Shift” host Ann Lowe said so.", "Ann Lowe", "Night Shift"),
        ("He told Ann Lowe on her podcast “Night Shift” that it was over.", "Ann Lowe", "Night Shift"),
        ("Ann Lowe, who presents the show “Night Shift” on the BBC, spoke first.", "Ann Lowe", "Night Shift"),
        ("He went on the show “Night Shift” with Ann Lowe on Monday.", "Ann Lowe", "Night Shift"),
        ("He was a guest on Ann Lowe's “Night Shift” podcast.", "Ann Lowe", "Night Shift"),
        ("Comedian Ann Lowe, host of the podcast “Night Shift”, spoke first.", "Ann Lowe", "Night Shift"),
        ("Ann Lowe interviewed him for her YouTube series “Night Shift”.", "Ann Lowe", "Night Shift"),
        ("He sat down with Ann Lowe for an episode of her podcast, “Night Shift”.", "Ann Lowe", "Night Shift"),
        ("The podcast “Night Shift” is presented by Ann Lowe.", "Ann Lowe", "Night Shift"),
        ("Ann Lowe fronts the BBC show “Night Shift”.", "Ann Lowe", "Night Shift"),
    ],
    "USES": [
        ("Ann Lowe has two million followers on Instagram.", "Ann Lowe", "Instagram"),
        ("In a video posted on TikTok, Ann Lowe said so.", "Ann Lowe", "TikTok"),
        ("Ann Lowe wrote on X that it was over.", "Ann Lowe", "X"),
        ("On her Instagram account, Ann Lowe said so.", "Ann Lowe", "Instagram"),
        ("Ann Lowe's TikTok videos have been seen by millions.", "Ann Lowe", "TikTok"),
        ("Ann Lowe, whose YouTube channel has two million subscribers, said so.", "Ann Lowe", "YouTube"),
        ("Ann Lowe announced the news on Instagram.", "Ann Lowe", "Instagram"),
        ("Ann Lowe, who streams on Twitch, said so.", "Ann Lowe", "Twitch"),
        ("In a post on X, Ann Lowe said so.", "Ann Lowe", "X"),
        ("In a Facebook post, Ann Lowe said so.", "Ann Lowe", "Facebook"),
        ("Ann Lowe posted a clip to her YouTube channel.", "Ann Lowe", "YouTube"),
        ("Ann Lowe went live on Instagram on Monday.", "Ann Lowe", "Instagram"),
        ("Ann Lowe, a Twitch streamer with a large following, said so.", "Ann Lowe", "Twitch"),
        ("Ann Lowe built a following on YouTube.", "Ann Lowe", "YouTube"),
        ("Halden Media has more than a million subscribers on YouTube.", "Halden Media", "YouTube"),
    ],
    "TARGETS": [
        ("Ann Lowe went on the podcast to reach young men.", "Ann Lowe", "young men"),
        ("Ann Lowe is courting suburban women.", "Ann Lowe", "suburban women"),
        ("Ann Lowe hopes to win over undecided voters.", "Ann Lowe", "undecided voters"),
        ("Ann Lowe's bid to woo young voters has begun.", "Ann Lowe", "young voters"),
        ("Halden Media is aiming at women over 40.", "Halden Media", "women over 40"),
        ("The podcast Night Shift is aimed at nurses.", "Night Shift", "nurses"),
        ("In an appeal to rural voters, Ann Lowe spoke of tractors.", "Ann Lowe", "rural voters"),
        (
            "Ann Lowe wants to speak directly to young people who do not read newspapers.",
            "Ann Lowe",
            "young people who do not read newspapers",
        ),
        ("Ann Lowe's outreach to Black men has begun.", "Ann Lowe", "Black men"),
        ("The interview was part of Ann Lowe's effort to reach Latino voters.", "Ann Lowe", "Latino voters"),
        ("The appearance was meant to help Ann Lowe connect with younger voters.", "Ann Lowe", "younger voters"),
        ("Ann Lowe needs the support of working-class women.", "Ann Lowe", "working-class women"),
        ("The campaign of Ann Lowe is trying to reach first-time voters.", "Ann Lowe", "first-time voters"),
        ("Ann Lowe is making a play for gamers.", "Ann Lowe", "gamers"),
        ("Ann Lowe has been wooing crypto investors.", "Ann Lowe", "crypto investors"),
        ("Halden Media designed the app for parents of small children.", "Halden Media", "parents of small children"),
    ],
    "HAS_AUDIENCE": [
        ("The podcast Night Shift is popular with young men.", "Night Shift", "young men"),
        ("The podcast Night Shift, whose listeners are mostly women under 35, is back.", "Night Shift", "women under 35"),
        ("Ann Lowe has a large following among teenage girls.", "Ann Lowe", "teenage girls"),
        ("The podcast Night Shift, which has a predominantly male audience, is back.", "Night Shift", "predominantly male audience"),
        ("Ann Lowe's audience is made up largely of young men.", "Ann Lowe", "young men"),
        ("Ann Lowe's mostly young fans cheered.", "Ann Lowe", "mostly young fans"),
        ("The show Night Shift draws an older crowd.", "Night Shift", "older crowd"),
        ("The podcast Night Shift is beloved by nurses.", "Night Shift", "nurses"),
        ("Some 80 per cent of the podcast Night Shift's listeners are men.", "Night Shift", "men"),
        ("The podcast Night Shift reaches millions of young listeners.", "Night Shift", "young listeners"),
        ("Ann Lowe, who is popular among young conservatives, said so.", "Ann Lowe", "young conservatives"),
        ("The podcast Night Shift skews young and male.", "Night Shift", "young and male"),
        ("Twitch, with its young users, is growing.", "Twitch", "young users"),
        ("The show Night Shift has become a must-listen for political insiders.", "Night Shift", "political insiders"),
        ("The podcast Night Shift's core audience of lorry drivers is loyal.", "Night Shift", "lorry drivers"),
        ("Ann Lowe's fan base of young women is loyal.", "Ann Lowe", "young women"),
    ],
    "PARTNERED_WITH": [
        ("Ann Lowe signed a three-year deal with Spotify.", "Ann Lowe", "Spotify"),
        ("The podcast Night Shift is sponsored by Corran Coffee Ltd.", "Night Shift", "Corran Coffee Ltd"),
        ("Halden Media has partnered with YouTube.", "Halden Media", "YouTube"),
        ("Ann Lowe's exclusive deal with Spotify is worth millions.", "Ann Lowe", "Spotify"),
        ("Ann Lowe, who has a contract with Netflix, said so.", "Ann Lowe", "Netflix"),
        ("Halden Media struck a partnership with Spotify.", "Halden Media", "Spotify"),
        ("Corran Group sponsors the podcast Night Shift.", "Night Shift", "Corran Group"),
        ("Spotify signed Ann Lowe in 2020.", "Ann Lowe", "Spotify"),
    ],
    "LEADS": [
        ("Halden Media chief executive Ann Lowe said so.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, the chief executive of Halden Media, said so.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, who runs Halden Media, said so.", "Ann Lowe", "Halden Media"),
        ("Labour leader Ann Lowe said so.", "Ann Lowe", "Labour Party"),
        ("Ann Lowe, leader of the Harbour Renewal Party, said so.", "Ann Lowe", "Harbour Renewal Party"),
        ("Halden Media's boss, Ann Lowe, said so.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, editor of the Harbour Gazette, said so.", "Ann Lowe", "Harbour Gazette"),
        ("Halden Media said its president, Ann Lowe, would step down.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe was named chief executive of Halden Media in 2019.", "Ann Lowe", "Halden Media"),
    ],
    "WORKS_FOR": [
        ("Ann Lowe, a reporter for the BBC, said so.", "Ann Lowe", "BBC"),
        ("BBC political editor Ann Lowe said so.", "Ann Lowe", "BBC"),
        ("Ann Lowe of CNN asked him about it.", "Ann Lowe", "CNN"),
        ("CNN's Ann Lowe asked him about it.", "Ann Lowe", "CNN"),
        ("Ann Lowe, a spokeswoman for Halden Media, said so.", "Ann Lowe", "Halden Media"),
        ("Halden Media spokesman Dev Rao said so.", "Dev Rao", "Halden Media"),
        ("Ann Lowe, a professor of politics at Abertay University, said so.", "Ann Lowe", "Abertay University"),
        ("Ann Lowe, who teaches media studies at Abertay University, said so.", "Ann Lowe", "Abertay University"),
        ("Fox News host Ann Lowe asked him about it.", "Ann Lowe", "Fox News"),
    ],
    "OPPONENT_OF": [
        ("Ann Lowe is running against Dev Rao for mayor.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe and her opponent, Dev Rao, will debate on Monday.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe faces Dev Rao in the election for governor in May.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe leads Dev Rao by four points in the polls.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe's Republican rival, Dev Rao, said so.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, who is challenging the incumbent, Dev Rao, in the November election, said so.", "Ann Lowe", "Dev Rao"),
        ("In the race for governor, Ann Lowe is up against Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("The mayoral candidates Ann Lowe and Dev Rao met on Monday.", "Ann Lowe", "Dev Rao"),
    ],
    "BANNED_FROM": [
        ("Ann Lowe was banned from Twitter in 2021.", "Ann Lowe", "Twitter"),
        ("Twitch has suspended Ann Lowe for a week.", "Ann Lowe", "Twitch"),
        ("YouTube removed Ann Lowe's channel in May.", "Ann Lowe", "YouTube"),
        ("Ann Lowe's account was suspended by X.", "Ann Lowe", "X"),
        ("Ann Lowe was kicked off Facebook in 2021.", "Ann Lowe", "Facebook"),
        ("Ann Lowe returned to Twitch after a two-year ban.", "Ann Lowe", "Twitch"),
    ],
    "SUED": [
        ("Ann Lowe sued Halden Media for libel.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe has filed a lawsuit against Halden Media.", "Ann Lowe", "Halden Media"),
        ("Halden Media is being sued by Ann Lowe.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe is taking Halden Media to court.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe's lawsuit against Halden Media begins in May.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe is suing both Halden Media and Corran Group.", "Ann Lowe", "Corran Group"),
    ],
    "OWNS": [
        ("Ann Lowe bought Halden Media in 2019.", "Ann Lowe", "Halden Media"),
        ("Halden Media, which is owned by Corran Group, declined to comment.", "Corran Group", "Halden Media"),
        ("Corran Group, the parent company of Halden Media, declined to comment.", "Corran Group", "Halden Media"),
        ("Halden Media owner Ann Lowe said so.", "Ann Lowe", "Halden Media"),
        ("Corran Group's takeover of Halden Media is complete.", "Corran Group", "Halden Media"),
        ("YouTube's parent company, Google, declined to comment.", "Google", "YouTube"),
        ("Google, which owns YouTube, declined to comment.", "Google", "YouTube"),
        ("Google-owned YouTube declined to comment.", "Google", "YouTube"),
    ],
    "RELATED_TO": [
        ("Ann Lowe and her husband, Dev Rao, were there.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao, the brother of Ann Lowe, was there.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe's son Dev Rao was there.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, who is married to Dev Rao, was there.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe is the daughter of Dev Rao.", "Ann Lowe", "Dev Rao"),
    ],
    "RUNNING_MATE_OF": [
        ("Ann Lowe picked Dev Rao as her running mate.", "Dev Rao", "Ann Lowe"),
        ("Ann Lowe's running mate, Dev Rao, said so.", "Dev Rao", "Ann Lowe"),
        ("Dev Rao, the vice-presidential candidate on Ann Lowe's ticket, said so.", "Dev Rao", "Ann Lowe"),
    ],
    "FOUNDED": [
        ("Ann Lowe founded Halden Media in 2012.", "Ann Lowe", "Halden Media"),
        ("Halden Media founder Ann Lowe said so.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, who co-founded Halden Media with Dev Rao, said so.", "Dev Rao", "Halden Media"),
        ("Halden Media, the company that Ann Lowe started in 2012, declined to comment.", "Ann Lowe", "Halden Media"),
    ],
    "MEMBER_OF": [
        ("Ann Lowe, a member of the Harbour Renewal Party, said so.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe is the Harbour Renewal Party's candidate for mayor.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe, of the Harbour Renewal Party, said so.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe is running for the Harbour Renewal Party.", "Ann Lowe", "Harbour Renewal Party"),
        ("The Labour Party's Ann Lowe said so.", "Ann Lowe", "Labour Party"),
    ],
    "PART_OF": [
        ("Halden Audio, a division of Corran Group, declined to comment.", "Halden Audio", "Corran Group"),
        ("Halden Studios, which is part of Corran Group, declined to comment.", "Halden Studios", "Corran Group"),
    ],
}


@pytest.mark.parametrize(("predicate", "text", "subject", "object_"), [(p, *way) for p, ways in EVERYDAY.items() for way in ways])
def test_a_plain_sentence_states_its_relation(predicate: str, text: str, subject: str, object_: str) -> None:
    facts = read_article(Article("x", text, published="2025-03-04"), "test")
    named = {e.id: e for e in facts.entities}

    def bears(id_: str, name: str) -> bool:
        entity = named[id_]
        if entity.type == "Audience":
            return name.lower() in entity.name.lower() or entity.name.lower() in name.lower()
        return name in (entity.name, *entity.aliases)

    ends = [(r.subject, r.object) for r in facts.relations if r.predicate == predicate]
    if predicate in ("OPPONENT_OF", "RELATED_TO"):
        ends += [(o, s) for s, o in ends]
    assert any(bears(s, subject) and bears(o, object_) for s, o in ends), [(named[s].name, named[o].name) for s, o in ends]


GENERAL = {
    "HAS_AUDIENCE": [
        (
            "Ann Lowe hosts the podcast “Night Shift”.\n\n**Who's listening?**\n\nNurses, lorry drivers and students.",
            "Night Shift",
            "lorry drivers",
        ),
        ("The podcast “Night Shift” has a million listeners, most of them under 25.", "Night Shift", "people under 25"),
        ("The podcast “Night Shift” is back. Four in ten of its listeners are night nurses.", "Night Shift", "night nurses"),
    ],
    "TARGETS": [
        ("Half of the viewers are men under 30, and it is for them that Halden Media pays.", "Halden Media", "men under 30"),
        ("“We want to reach night nurses,” said Dev Rao, chief executive of Halden Media.", "Halden Media", "night nurses"),
    ],
    "PARTNERED_WITH": [
        ("Ann Lowe hosts the podcast “Night Shift”. Lowe's podcast is sponsored by Corran Group.", "Night Shift", "Corran Group"),
    ],
    "AIRS_ON": [
        ("The podcast “Night Shift” could not be simpler. It goes out on YouTube.", "Night Shift", "YouTube"),
        ("The podcast “Night Shift” is on Spotify, on YouTube and, for subscribers, on Patreon.", "Night Shift", "Patreon"),
    ],
    "OWNS": [
        ("The platform Kick was down. Ann Lowe, who bought it last year, said so.", "Ann Lowe", "Kick"),
    ],
}


@pytest.mark.parametrize(("predicate", "text", "subject", "object_"), [(p, *way) for p, ways in GENERAL.items() for way in ways])
def test_a_relation_runs_over_clauses(predicate: str, text: str, subject: str, object_: str) -> None:
    test_a_plain_sentence_states_its_relation(predicate, text, subject, object_)
