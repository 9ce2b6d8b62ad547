"""Web pages as news sites make them: the article without what surrounds it, what is declared of it, other languages, paywalls."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from etl.extract import read
from etl.extract.english import foreign
from etl.extract.terms import Terms
from etl.extract.visitor import Visitor
from etl.rejects import Reason, Reject
from graph.records import Article
from tests.web_site import Site

TERMS = Terms(latest=date(2026, 11, 26))
PARAGRAPHS = (
    "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on Saturday, and she spoke for an hour about rents in the city.",
    "“Nobody asked me about the budget,” she said afterwards, and the host agreed that this had been a surprise to him as well.",
    "The episode drew 41,000 listeners in its first week, according to the company that sells advertising for the programme.",
    "Thorne will be on Radio West next, where listeners may call in with their own questions about the housing plan of the council.",
)
WRITTEN = {
    "German": "Die Ministerin war am Samstag zu Gast im Podcast und sprach eine Stunde lang über die Mieten in der Stadt. Sie sagte, dass es nicht "
    "genug Wohnungen gibt und dass der Rat mehr bauen muss, als er bisher versprochen hat. Der Moderator war mit der Antwort nicht zufrieden.",
    "French": "La ministre était samedi l’invitée du podcast et elle a parlé pendant une heure des loyers dans la ville. Elle a dit que les "
    "logements ne sont pas assez nombreux et que le conseil doit en construire plus. L’animateur n’était pas content de la réponse.",
    "Spanish": "La ministra fue el sábado la invitada del podcast y habló durante una hora sobre los alquileres en la ciudad. Dijo que no hay "
    "suficientes viviendas y que el consejo debe construir más de lo que ha prometido hasta ahora, según los oyentes de la emisora.",
    "Portuguese": "A ministra foi no sábado a convidada do podcast e falou durante uma hora sobre as rendas na cidade. Disse que não há casas que "
    "cheguem e que a câmara tem de construir mais do que prometeu até agora, segundo os ouvintes da estação.",
    "Polish": "Minister była w sobotę gościem podcastu i przez godzinę mówiła o czynszach w mieście. Powiedziała, że nie ma dość mieszkań i że "
    "rada musi budować więcej, niż do tej pory obiecała. Prowadzący nie był zadowolony z tej odpowiedzi, ale to nie jest nowe.",
    "another language": "Waziri alikuwa mgeni wa kipindi cha redio siku ya Jumamosi na alizungumza kwa saa moja kuhusu kodi za nyumba mjini. "
    "Alisema kwamba nyumba hazitoshi na kwamba baraza linapaswa kujenga zaidi ya lilivyoahidi hadi sasa, kwa mujibu wa wasikilizaji.",
    "Cyrillic script": "Министр была в субботу гостьей подкаста и целый час говорила об арендной плате в городе. Она сказала, что жилья мало.",
    "Arabic script": "كانت الوزيرة ضيفة البودكاست يوم السبت وتحدثت لمدة ساعة عن الإيجارات في المدينة وقالت إن المساكن غير كافية",
    "Chinese or Japanese script": "部长周六做客播客节目，用了一个小时谈论城市的房租问题。她说住房不够，市议会必须建造比承诺更多的住房。主持人对这个回答并不满意，听众也有很多问题。",
}  # fmt: skip


def news_page(paragraphs: tuple[str, ...] = PARAGRAPHS, *, head: str = "", within: str = "", language: str = "en") -> str:
    """A page as sites make them: navigation, a cookie notice, advertisements, related articles with dates, comments, a footer."""
    body = f"<p>{'</p><div class=ad><a href=/buy>Buy our mattress today</a></div><p>'.join(paragraphs)}</p>"
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>A talk on air - The Paper</title>{head}
    <script>window.dataLayer = [{{"date": "2001-01-01"}}];</script></head><body>
    <div id="cookie-banner" role="dialog">We value your privacy. Accept all cookies</div>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
    <main><article><h1>A talk on air</h1>{within}
    <figure><img src="a.jpg" alt=""><figcaption>Picture: Al Roe</figcaption></figure>{body}</article>
    <aside class="related"><h2>Read more</h2><ul><li><a href="/x">Council votes on harbour</a> <time datetime="2019-05-05">May 5, 2019</time></li>
    <li><a href="/y">Radio West in crisis</a> <span class="date">June 6, 2020</span></li></ul></aside>
    <section id="comments" class="comments"><h2>12 comments</h2><div class="comment"><b>grumbler77</b><p>I never liked that podcast anyway, and nobody
    should have to pay for it with taxes.</p></div></section></main>
    <footer>© 2018 The Paper Ltd. All rights reserved. <a href="/imprint">Imprint</a></footer></body></html>"""


def ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def one(tmp_path: Path, page: str) -> Article | Reject:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    ((_, item),) = read([str(path)], TERMS)
    return item


def test_only_the_article_of_a_news_page_is_read(tmp_path: Path) -> None:
    item = one(tmp_path, news_page())
    assert isinstance(item, Article)
    for paragraph in PARAGRAPHS:
        assert paragraph in item.text
    for word in ("Home", "cookies", "mattress", "grumbler77", "Council votes", "rights reserved"):
        assert word not in item.text, word
    assert item.published is None, "no date is declared, and those that stand about are not taken for one"


def test_what_json_ld_declares_counts_first(tmp_path: Path) -> None:
    graph = ld(**{
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#paper", "name": "The Paper &amp; Post"},
            {"@type": "Person", "@id": "#jane", "name": "By Jane Doe"},
            {"@type": ["NewsArticle"], "headline": "A talk, declared", "datePublished": "2024-08-13T23:30:00-04:00", "dateModified": "2025-01-01",
             "author": [{"@id": "#jane"}, {"@type": "Person", "name": "Al Roe"}], "publisher": {"@id": "#paper"}},
        ],
    })  # fmt: skip
    metas = '<meta name="author" content="Somebody Else"><meta property="og:site_name" content="Other"><link rel="canonical" href="https://e.org/a">'
    item = one(tmp_path, news_page(head="<script type='application/ld+json'>{broken</script>" + graph + metas))
    assert isinstance(item, Article)
    assert (item.title, item.published, item.outlet, item.author, item.url) == (
        "A talk, declared", "2024-08-13", "The Paper & Post", "Jane Doe, Al Roe", "https://e.org/a",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "within", "day"),
    [
        ('<meta property="article:published_time" content="2024-08-13T10:00:00+00:00">', "", "2024-08-13"),
        ('<meta content="13 August 2024" name="DC.date.issued">', "", "2024-08-13"),
        ("", '<time class="entry-date published" datetime="2024-08-13T10:00">yesterday</time>', "2024-08-13"),
        ("", '<span itemprop="datePublished" content="2024-08-13">Tuesday</span>', "2024-08-13"),
        ('<meta property="article:modified_time" content="2024-08-13T10:00:00+00:00">', "", None),
        ('<link rel="canonical" href="https://example.org/2024/08/13/a-talk">', "", None),
        ("", "<p>Published long ago</p><time datetime='2024-08-13'>13 August</time>", None),
        (ld(**{"@type": "NewsArticle", "datePublished": "not yet"}), "", None),
    ],
)
def test_a_date_counts_only_where_it_is_declared_as_that_of_publication(tmp_path: Path, head: str, within: str, day: str | None) -> None:
    item = one(tmp_path, news_page(head=head, within=within))
    assert isinstance(item, Article)
    assert item.published == day


def test_a_page_of_the_future(tmp_path: Path) -> None:
    item = one(tmp_path, news_page(head=ld(**{"@type": "Article", "datePublished": "2099-01-01"})))
    assert isinstance(item, Reject)
    assert item.reason is Reason.DATE_FUTURE


def test_the_beginning_of_an_article_behind_a_paywall_is_not_taken_for_it(tmp_path: Path) -> None:
    locked = ld(**{"@type": "NewsArticle", "headline": "A talk", "isAccessibleForFree": "False"})
    wall = '<div class="paywall"><p>Subscribe now for 1 € a month to read on. Already a subscriber? Log in.</p></div>'
    item = one(tmp_path, news_page(PARAGRAPHS[:1], head=locked, within=wall))
    assert isinstance(item, Reject)
    assert item.reason is Reason.PAYWALL
    whole = one(tmp_path, news_page(PARAGRAPHS * 4, head=locked))
    assert isinstance(whole, Article), "a subscriber's copy has all of it"
    assert isinstance(one(tmp_path, news_page(PARAGRAPHS[:1], head=locked.replace('"False"', "true"))), Article)


@pytest.mark.parametrize("language", WRITTEN)
def test_other_languages_are_told(tmp_path: Path, language: str) -> None:
    item = one(tmp_path, news_page((WRITTEN[language],) * 3, language="en"))
    assert isinstance(item, Reject), "whatever the page says that its language is"
    assert (item.reason, item.detail) == (Reason.LANGUAGE, language)
    assert foreign(WRITTEN[language]) == language


def test_english_passes_with_foreign_words_in_it() -> None:
    assert foreign(" ".join(PARAGRAPHS)) == ""
    assert foreign(f"{' '.join(PARAGRAPHS)} “{WRITTEN['German'][:140]}”, she said in German.") == ""
    assert foreign("Que será, será") == ""
    assert foreign("Naledi Dlamini, Jürgen Groß, Siobhán Ní Dhuibhne, Łukasz Żak, Trần Thị Hạnh, Zoë Åkesson, 41,000, 2024 " * 4) == ""


def test_pages_of_a_news_site_by_their_addresses() -> None:
    site = Site()
    locked = ld(**{"@type": "NewsArticle", "isAccessibleForFree": False})
    dated = ld(
        **{"@type": "NewsArticle", "datePublished": "2024-08-13T10:00:00Z", "publisher": {"@type": "Organization", "name": "The Paper"}}
    )
    site.says = {
        "/talk": (200, {}, news_page(head=dated).encode()),
        "/gespräch".replace("ä", "%C3%A4"): (200, {}, news_page((WRITTEN["German"],) * 3).encode()),
        "/wall": (200, {}, news_page(PARAGRAPHS[:1], head=locked).encode()),
        "/sections": (200, {}, news_page(()).encode()),
    }
    guest = Visitor(private=True, pause=0.0)
    terms = Terms(latest=TERMS.latest, fetch=guest.page)
    items = [item for _, item in read([f"{site.url}/{name}" for name in ("talk", "gespräch", "wall", "sections")], terms)]
    site.server.shutdown()
    site.server.server_close()
    talk = items[0]
    assert isinstance(talk, Article)
    assert (talk.published, talk.outlet, talk.url) == ("2024-08-13", "The Paper", f"{site.url}/talk")
    assert talk.text.split("\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    assert [item.reason for item in items[1:] if isinstance(item, Reject)] == [Reason.LANGUAGE, Reason.PAYWALL, Reason.NO_TEXT]
