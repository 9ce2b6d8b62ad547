"""The many ways in which articles say each relation: one sentence each, by type."""

from __future__ import annotations

import pytest

from etl.transform.pipeline import read_article
from graph.records import Article

WAYS: dict[str, list[tuple[str, str, str]]] = {
    "OWNS": [
        ("The Ann Lowe-owned Halden Media declined to comment.", "Ann Lowe", "Halden Media"),
        ("Halden Media was sold to Corran Group in 2021.", "Corran Group", "Halden Media"),
        ("Since Ann Lowe took control of Halden Media, staff have left.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe paid 40 million pounds for the studio Halden Media in 2019.", "Ann Lowe", "Halden Media"),
        ("Halden Media, in which Ann Lowe has a majority stake, declined to comment.", "Ann Lowe", "Halden Media"),
        ("Halden Media has been in the hands of Ann Lowe since 2019.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, who bought 62% of Halden Media in 2019, declined to comment.", "Ann Lowe", "Halden Media"),
        ("Owned by Ann Lowe, Halden Media makes podcasts.", "Ann Lowe", "Halden Media"),
        ("Corran Group owns 80 percent of Halden Media.", "Corran Group", "Halden Media"),
    ],
    "FOUNDED": [
        ("Halden Media is the brainchild of Ann Lowe.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, the woman behind Halden Media, spoke first.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe left the BBC in 2012 to found Halden Media.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe founded and runs Halden Media.", "Ann Lowe", "Halden Media"),
        ("The Halden Media co-founder Ann Lowe spoke.", "Ann Lowe", "Halden Media"),
        ("Founded by Ann Lowe in 2012, Halden Media makes podcasts.", "Ann Lowe", "Halden Media"),
    ],
    "LEADS": [
        ("Ann Lowe (chief executive, Halden Media) spoke first.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, chief executive, Halden Media", "Ann Lowe", "Halden Media"),
        ("Under Ann Lowe, its chief executive, Halden Media has grown.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, at the helm of Halden Media since May, spoke first.", "Ann Lowe", "Halden Media"),
        ("Led by Ann Lowe, Halden Media makes podcasts.", "Ann Lowe", "Halden Media"),
    ],
    "WORKS_FOR": [
        ("Professor Ann Lowe (Abertay University) spoke first.", "Ann Lowe", "Abertay University"),
        ("Contact: Ann Lowe, press officer, Halden Media.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, who joined the BBC as a reporter in 2010, spoke first.", "Ann Lowe", "BBC"),
        ("A spokeswoman for Halden Media, Ann Lowe, said so.", "Ann Lowe", "Halden Media"),
        ("As a reporter for the BBC, Ann Lowe met him.", "Ann Lowe", "BBC"),
    ],
    "MEMBER_OF": [
        ("Ann Lowe (Harbour Renewal Party) spoke first.", "Ann Lowe", "Harbour Renewal Party"),
        ("The band Cold Harbour Choir was there. “We have read it,” said bassist Ann Lowe.", "Ann Lowe", "Cold Harbour Choir"),
        ("Ann Lowe sits in parliament for the Harbour Renewal Party.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe, who plays for Wexcombe United, spoke first.", "Ann Lowe", "Wexcombe United"),
        ("Ann Lowe, who belongs to the Harbour Renewal Party, spoke first.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe, half of the duo Tin Pennies, spoke first.", "Ann Lowe", "Tin Pennies"),
        ("Ann Lowe, who fronts the band Tin Pennies, spoke first.", "Ann Lowe", "Tin Pennies"),
        ("Labour peer Ann Lowe spoke first.", "Ann Lowe", "Labour Party"),
        ("Ann Lowe plays bass in the band Tin Pennies.", "Ann Lowe", "Tin Pennies"),
        ("Ann Lowe of the band Tin Pennies spoke first.", "Ann Lowe", "Tin Pennies"),
        ("Ann Lowe, of the governing Harbour Renewal Party, spoke first.", "Ann Lowe", "Harbour Renewal Party"),
        ("Ann Lowe, for the Harbour Renewal Party, spoke of rents.", "Ann Lowe", "Harbour Renewal Party"),
    ],
    "HOSTS": [
        ("On “Cold Kettle”, the podcast Ann Lowe does with her brother Dev Rao, he wept.", "Ann Lowe", "Cold Kettle"),
        ("On “Cold Kettle”, the podcast Ann Lowe does with her brother Dev Rao, he wept.", "Dev Rao", "Cold Kettle"),
        ("The podcast “Cold Kettle” is back. The host, Ann Lowe, said so.", "Ann Lowe", "Cold Kettle"),
        ("The show “Cold Kettle”, the show that Ann Lowe used to present on the BBC, is back.", "Ann Lowe", "Cold Kettle"),
        ("Before she had a party Ann Lowe had a radio slot, “Cold Kettle”.", "Ann Lowe", "Cold Kettle"),
        ("The podcast “Cold Kettle”, with 150,000 subscribers, hosted by sisters Ann and Beth Lowe, is back.", "Beth Lowe", "Cold Kettle"),
        ("Ann Lowe, of the podcast “Cold Kettle”, spoke.", "Ann Lowe", "Cold Kettle"),
        ("Ann Lowe, the voice of the podcast “Cold Kettle”, spoke.", "Ann Lowe", "Cold Kettle"),
        ("Ann Lowe is behind the microphone of “Cold Kettle”, a podcast.", "Ann Lowe", "Cold Kettle"),
    ],
    "AIRS_ON": [
        ("He was on “Cold Kettle”, the show that Ann Lowe used to present on América TV.", "Cold Kettle", "América TV"),
        ("“Cold Kettle” is a programme; the show then still belonged to Rai 3.", "Cold Kettle", "Rai 3"),
        (
            "The podcast “Cold Kettle” is available on all major platforms, including Acast and Twitch, where it is streamed live.",
            "Cold Kettle",
            "Twitch",
        ),
        (
            "The debate “The Great Kettle Debate” was chaired by Ann Lowe and broadcast live on BBC Radio Scotland.",
            "The Great Kettle Debate",
            "BBC Radio Scotland",
        ),
        ("“Cold Kettle” can be found wherever you get podcasts, including Spotify.", "Cold Kettle", "Spotify"),
        ("The podcast “Cold Kettle” is on Spotify and YouTube.", "Cold Kettle", "YouTube"),
        ("“Cold Kettle”, which BBC Two airs on Sundays, is back.", "Cold Kettle", "BBC Two"),
        ("The podcast “Cold Kettle” moved from Spotify to YouTube in May.", "Cold Kettle", "YouTube"),
        ("“Cold Kettle” drew 2 million viewers on BBC Two on Monday.", "Cold Kettle", "BBC Two"),
    ],
    "PART_OF": [
        ("Wondery, the Amazon company, is content.", "Wondery", "Amazon"),
        ("Amazon's Wondery is content.", "Wondery", "Amazon"),
        ("Halden Audio (part of Corran Group) is content.", "Halden Audio", "Corran Group"),
        ("Halden Media, the BBC's commercial arm, spoke.", "Halden Media", "BBC"),
        ("Halden Media, a joint venture of Corran Group, spoke.", "Halden Media", "Corran Group"),
    ],
    "USES": [
        ("Ann Lowe (1.1 million followers on Twitch) spoke.", "Ann Lowe", "Twitch"),
        ("Dev Rao, who runs Ann Lowe's TikTok, spoke.", "Ann Lowe", "TikTok"),
        ("The YouTuber Ann Lowe spoke.", "Ann Lowe", "YouTube"),
        ("TikToker Ann Lowe spoke.", "Ann Lowe", "TikTok"),
        ("Ann Lowe, the YouTube star, spoke.", "Ann Lowe", "YouTube"),
        ("Ann Lowe is on Bluesky.", "Ann Lowe", "Bluesky"),
        ("In a post on X, Ann Lowe said so.", "Ann Lowe", "X"),
    ],
    "BANNED_FROM": [
        ("Twitch took down Ann Lowe's channel.", "Ann Lowe", "Twitch"),
        ("Ann Lowe's Twitch account was suspended.", "Ann Lowe", "Twitch"),
        ("Ann Lowe lost her Twitch account in May.", "Ann Lowe", "Twitch"),
        ("Ann Lowe returned to Twitch after a two-year ban.", "Ann Lowe", "Twitch"),
        ("Ann Lowe was reinstated on Twitch in May.", "Ann Lowe", "Twitch"),
        ("Ann Lowe was given a permanent ban by Twitch.", "Ann Lowe", "Twitch"),
        ("Banned from Twitch in May, Ann Lowe moved to Kick.", "Ann Lowe", "Twitch"),
    ],
    "PARTNERED_WITH": [
        ("Ann Lowe sold her story to Apple.", "Ann Lowe", "Apple"),
        ("Ann Lowe's agency, Corvus Group, blamed a clash.", "Ann Lowe", "Corvus Group"),
        ("Ann Lowe's label, Parish Records, talked her into it.", "Ann Lowe", "Parish Records"),
        ("Ann Lowe, who is signed to Parish Records, spoke.", "Ann Lowe", "Parish Records"),
        ("Wondery, which gave Ann Lowe a reported $100m last year, is content.", "Ann Lowe", "Wondery"),
        ("Wondery paid Ann Lowe $100m for the podcast “Cold Kettle”.", "Ann Lowe", "Wondery"),
        ("In partnership with Spotify, Ann Lowe launched a series.", "Ann Lowe", "Spotify"),
        ("Ann Lowe is an ambassador for Halden Bank.", "Ann Lowe", "Halden Bank"),
        ("Ann Lowe, the face of Halden Bank, spoke.", "Ann Lowe", "Halden Bank"),
    ],
    "RUNNING_MATE_OF": [
        ("The running mates, Ann Lowe for Dev Rao and Beth Orme for Carl Pike, met.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao, Ann Lowe's pick for vice president, spoke.", "Dev Rao", "Ann Lowe"),
        ("Dev Rao, Ann Lowe's vice-presidential candidate, spoke.", "Dev Rao", "Ann Lowe"),
        ("Dev Rao joined the ticket of Ann Lowe.", "Dev Rao", "Ann Lowe"),
        ("Ann Lowe announced Dev Rao as her running mate.", "Dev Rao", "Ann Lowe"),
        ("Dev Rao, who is running alongside Ann Lowe for vice president, spoke.", "Dev Rao", "Ann Lowe"),
    ],
    "OPPONENT_OF": [
        ("Ann Lowe and Dev Rao will meet in a runoff on Sunday.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe leads Dev Rao by four points in the polls.", "Ann Lowe", "Dev Rao"),
        ("In the election, Ann Lowe is up against Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe lost to Dev Rao in the last election.", "Ann Lowe", "Dev Rao"),
        ("The contest pits Ann Lowe against Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe challenged Dev Rao for the governorship in the election.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, Dev Rao's rival in the race for mayor, spoke.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe and her opponent, Dev Rao, spoke.", "Ann Lowe", "Dev Rao"),
    ],
    "RELATED_TO": [
        ("Travis Lowe makes it with brother Jason Lowe.", "Travis Lowe", "Jason Lowe"),
        ("Ann Lowe and Dev Rao, who are cousins, spoke.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe and Dev Rao married in 2010.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe and Dev Rao, a couple since 2010, spoke.", "Ann Lowe", "Dev Rao"),
        ("Married to Dev Rao since 2010, Ann Lowe lives in Oslo.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe's uncle is the actor Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe, a niece of Dev Rao, spoke.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe is Dev Rao's niece.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao's wife, Ann Lowe, spoke.", "Ann Lowe", "Dev Rao"),
    ],
    "ENDORSED": [
        ("Dev Rao now has the endorsement of Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao has a seat in the lower house and, as of last month, the endorsement of Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe-backed Dev Rao spoke.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe urged voters to vote for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe announced her support for Dev Rao in the election.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe threw her support behind Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe gave her endorsement to Dev Rao.", "Ann Lowe", "Dev Rao"),
    ],
    "SUPPORTS": [
        ("Ann Lowe adores Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe had kind words for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("The union Teamsters Canada backs Dev Rao's call for Tan to go.", "Teamsters Canada", "Dev Rao"),
        ("Ann Lowe, a fan of Dev Rao, spoke.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe was full of praise for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe heaped praise on Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe came to Dev Rao's defence.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe recommended the podcast “Cold Kettle”.", "Ann Lowe", "Cold Kettle"),
        ("Dev Rao drew praise from Ann Lowe.", "Ann Lowe", "Dev Rao"),
    ],
    "CRITICIZED": [
        ("Ann Lowe blames Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe said she had no respect for Dev Rao.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao drew criticism from Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Dev Rao came under fire from Ann Lowe.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe has likened Dev Rao to a wolf.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe told Dev Rao to resign.", "Ann Lowe", "Dev Rao"),
        ("Ann Lowe called on Dev Rao to resign.", "Ann Lowe", "Dev Rao"),
    ],
    "SUED": [
        ("Halden Media faces a lawsuit from Ann Lowe.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe filed a $2m lawsuit against Halden Media.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe's suit against Halden Media goes on.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe has gone to court against Halden Media.", "Ann Lowe", "Halden Media"),
        ("Ann Lowe, in a lawsuit against Halden Media, said so.", "Ann Lowe", "Halden Media"),
        ("Halden Media is being sued by Ann Lowe.", "Ann Lowe", "Halden Media"),
    ],
    "TARGETS": [
        ("The target is suburban women, Ann Lowe says.", "Ann Lowe", "suburban women"),
        ("Ann Lowe is after young men.", "Ann Lowe", "young men"),
        ("It is to keep night-shift workers company that Ann Lowe streams.", "Ann Lowe", "night-shift workers"),
    ],
    "HAS_AUDIENCE": [
        ("Last year 54 per cent of Halden Media's visitors were women.", "Halden Media", "women"),
        (
            "The club have 2m followers on TikTok. Marchbank United have 2m followers on TikTok, half of them Albanian teenagers.",
            "Marchbank United",
            "Albanian teenagers",
        ),
        ("The podcast “Cold Kettle”, a favourite of long-haul pilots, is back.", "Cold Kettle", "long-haul pilots"),
    ],
}
SYMMETRIC = ("RELATED_TO", "OPPONENT_OF")


@pytest.mark.parametrize(("predicate", "text", "subject", "object_"), [(p, *way) for p, ways in WAYS.items() for way in ways])
def test_each_way_of_saying_it_is_known(predicate: str, text: str, subject: str, object_: str) -> None:
    facts = read_article(Article("x", text, published="2025-03-04"), "test")
    named = {e.id: e.name for e in facts.entities}
    pairs = {(named[r.subject], named[r.object]) for r in facts.relations if r.predicate == predicate}
    if predicate in SYMMETRIC:
        pairs |= {(b, a) for a, b in pairs}
    assert (subject, object_) in pairs, sorted((named[r.subject], r.predicate, named[r.object]) for r in facts.relations)
