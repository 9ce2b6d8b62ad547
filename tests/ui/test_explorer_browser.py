"""The explorer in a real browser: what people do in it works, and nothing leaves this machine."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import axe_playwright_python
import pandas as pd
import pytest

from ui.parts.picture import MORE
from ui.shell import PAGES

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

FIND = """() => {
  const all = [...document.querySelectorAll('*')];
  return document.querySelector('.network') || all.map((e) => e.shadowRoot && e.shadowRoot.querySelector('.network')).find(Boolean);
}"""


class Canvas:
    """The network canvas of a page, by its cytoscape instance."""

    def __init__(self, page: Any) -> None:
        self.page = page
        page.wait_for_selector(".network[data-ready]", timeout=30_000)
        page.wait_for_timeout(400)

    def run(self, script: str) -> Any:
        """The value of `script` over `net` (the element) and `cy`."""
        return self.page.evaluate(f"() => {{ const net = ({FIND})(); const cy = net.canvas; return {script}; }}")

    def places(self) -> dict[str, list[float]]:
        """Where each node is on the screen, by id."""
        return self.run(
            "Object.fromEntries(cy.nodes().map((n) => [n.id(), [n.renderedPosition().x + net.getBoundingClientRect().x, "
            "n.renderedPosition().y + net.getBoundingClientRect().y]]))"
        )

    def count(self, what: str = ":visible") -> int:
        """How many nodes match."""
        return int(self.run(f"cy.nodes({what!r}).length"))

    def shows(self, number: int, *, within: int = 5000) -> None:
        """Wait (milliseconds) until so many nodes can be seen: cytoscape takes a frame to know it, the server a moment."""
        self.page.wait_for_function(f"() => ({FIND})().canvas.nodes(':visible').length === {number}", timeout=within)

    def press(self, label: str) -> None:
        """Press a button of the canvas."""
        self.page.locator(f'.network button[aria-label^="{label}"]').click()


def quiet(page: Any) -> None:
    """Wait until the page's script has run to its end."""
    page.wait_for_function("document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'", timeout=30_000)


def test_every_page_opens_without_an_error(explorer: str, visit: Visit) -> None:
    page = visit(explorer)
    for title, name, *_ in PAGES:
        page.goto(f"{explorer}/{'' if name == 'overview' else name}")
        page.wait_for_selector("h1", timeout=30_000)
        quiet(page)
        assert page.locator("h1").count() == 1, title
        assert page.locator('[data-testid="stAlert"][kind="error"]').count() == 0


def test_search_leads_to_the_network_and_a_link_to_its_article(explorer: str, visit: Visit) -> None:
    page = visit(explorer)
    page.get_by_placeholder("Search a person").type("nair", delay=30)
    page.get_by_role("link", name="Priya Nair 2 articles").wait_for()
    # Streamlit sends what was typed half a second later; a press before that is lost.
    page.wait_for_timeout(900)
    page.get_by_role("link", name="Priya Nair 2 articles").click()
    canvas = Canvas(page)
    assert "id=Person.priya-nair" in page.url
    assert canvas.run("cy.nodes('.seed').data('name')") == "Priya Nair"
    page.mouse.dblclick(*canvas.places()["Person.tom-weller"])
    page.wait_for_url("**open=Person.tom-weller*", timeout=20_000)
    quiet(page)
    page.locator(".st-key-panel").get_by_role("button", name="targets").first.click()
    page.locator(".st-key-panel").get_by_role("link", name="Harbour Wire").click()
    page.wait_for_selector("#here", timeout=20_000)
    assert "reach young commuters" in "".join(page.locator(".reader .here").all_text_contents())


def test_opening_adds_neighbours_and_moves_nothing(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    before = canvas.places()
    page.mouse.dblclick(*before["Person.tom-weller"])
    page.wait_for_function(f"() => (({FIND})().canvas.nodes().length > {len(before)})", timeout=20_000)
    page.wait_for_timeout(600)
    after = canvas.places()
    assert 0 < len(after) - len(before) <= MORE
    assert max(abs(a - b) for i in before for a, b in zip(before[i], after[i], strict=True)) == 0
    fresh = [after[i] for i in after if i not in before]
    gaps = [((x - u) ** 2 + (y - v) ** 2) ** 0.5 for n, (x, y) in enumerate(fresh) for u, v in (*fresh[:n], *before.values())]
    assert min(gaps) > 15
    assert "open=Person.tom-weller" in page.url


def test_a_deep_link_restores_what_was_opened_and_picked(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair&open=Person.tom-weller&pick=CRITICIZED%7CPerson.ines-calder%7CPerson.tom-weller")
    canvas = Canvas(page)
    assert canvas.run("cy.$('.picked').id()") == "CRITICIZED|Person.ines-calder|Person.tom-weller"
    assert page.get_by_text("Ines Calder criticized Tom Weller.").is_visible()
    first = canvas.run("cy.nodes().map((n) => [n.id(), n.position().x, n.position().y])")
    page.reload()
    assert Canvas(page).run("cy.nodes().map((n) => [n.id(), n.position().x, n.position().y])") == first


def test_an_edge_leads_to_its_sentence_in_the_article(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.tom-weller")
    canvas = Canvas(page)
    places = canvas.places()
    (x, y), (u, v) = places["Person.ines-calder"], places["Person.tom-weller"]
    on_it = [(x + (u - x) * t / 20, y + (v - y) * t / 20) for t in range(4, 17)]
    page.mouse.click(*max(on_it, key=lambda p: min((p[0] - a) ** 2 + (p[1] - b) ** 2 for a, b in places.values())))
    page.get_by_role("link", name="Harbour Wire").first.click()
    page.wait_for_selector("#here", timeout=20_000)
    assert "id=first" in page.url
    assert "at=" in page.url
    marked = "".join(page.locator(".reader .here").all_text_contents())
    assert marked == "Ines Calder criticized Tom Weller."
    assert page.locator("#here").evaluate("(e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }")


def test_a_fact_scrolls_to_its_sentence(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/article?id=first")
    page.get_by_role("button", name="Tom Weller hosts Night Shift").click()
    page.wait_for_selector("#here", timeout=20_000)
    assert "".join(page.locator(".reader .here").all_text_contents()) == "Tom Weller hosts Night Shift."
    assert "at=" in page.url


def test_the_legend_filters_by_kind(explorer: str, visit: Visit) -> None:
    canvas = Canvas(visit(f"{explorer}/network?id=Person.priya-nair"))
    people = canvas.count("[label='Person']")
    everybody = canvas.count()
    entry = canvas.page.locator(".network .entry", has_text="Person")
    assert entry.inner_text().split() == ["Person", str(people)]
    entry.click()
    canvas.shows(everybody - people)
    canvas.page.locator(".network .entry", has_text="Person").click()
    canvas.shows(everybody)


def test_hiding_is_undone_and_done_again(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    whole = canvas.count()
    page.mouse.click(*canvas.places()["Show.night-shift"])
    page.wait_for_timeout(900)
    canvas.press("Hide what is picked")
    canvas.shows(whole - 1)
    canvas.press("Undo hiding")
    canvas.shows(whole)
    canvas.press("Do it again")
    canvas.shows(whole - 1)


def test_an_opening_is_undone_and_done_again(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    before = canvas.places()
    page.mouse.dblclick(*before["Person.tom-weller"])
    page.wait_for_function(f"() => (({FIND})().canvas.nodes().length > {len(before)})", timeout=20_000)
    opened = set(canvas.places())
    page.wait_for_timeout(600)
    page.keyboard.press("Control+z")
    canvas.shows(len(before), within=20_000)
    assert canvas.places() == before
    page.wait_for_function("!location.search.includes('open=')", timeout=20_000)
    page.keyboard.press("Control+Shift+z")
    canvas.shows(len(opened), within=20_000)
    assert set(canvas.places()) == opened
    # A fresh window knows the step from the address; what is pressed is what a key acts on.
    other = Canvas(visit(page.url))
    other.press("Undo hiding or opening")
    other.shows(len(before), within=20_000)
    other.page.mouse.click(*other.places()["Show.night-shift"])
    other.page.wait_for_timeout(900)
    other.page.keyboard.press("h")
    other.shows(len(before) - 1)


def test_a_node_that_was_dragged_is_pinned(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    x, y = canvas.places()["Show.night-shift"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=5)
    page.mouse.up()
    assert canvas.run("cy.nodes('.pinned').map((n) => n.id())") == ["Show.night-shift"]
    there = canvas.run("cy.getElementById('Show.night-shift').position()")
    canvas.press("Arrange again")
    page.wait_for_timeout(800)
    now = canvas.run("cy.getElementById('Show.night-shift').position()")
    assert abs(now["x"] - there["x"]) < 1
    assert abs(now["y"] - there["y"]) < 1
    page.wait_for_url("**pin=Show.night-shift*", timeout=20_000)
    again = Canvas(visit(page.url)).run("cy.nodes('.pinned').map((n) => [n.id(), n.position().x, n.position().y])")
    assert again == [["Show.night-shift", round(there["x"]), round(there["y"])]]


def test_the_picture_can_be_walked_by_keyboard(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    page.locator(".network .stage").focus()
    page.keyboard.press("ArrowRight")
    first = canvas.run("cy.$('.walked').id()")
    page.keyboard.press("ArrowRight")
    second = canvas.run("cy.$('.walked').id()")
    assert first
    assert second
    assert first != second
    page.keyboard.press("Enter")
    assert canvas.run("cy.$('.picked').id()") == second
    whole = canvas.count()
    page.keyboard.press("h")
    canvas.shows(whole - 1)
    page.keyboard.press("Control+z")
    canvas.shows(whole)


def test_the_picture_is_in_view_as_a_whole(explorer: str, visit: Visit) -> None:
    for width in (768, 1280, 1920):
        canvas = Canvas(visit(f"{explorer}/network?id=Person.tom-weller", width=width))
        box = canvas.run(
            "(() => { const b = cy.nodes().renderedBoundingBox({includeLabels: true}); "
            "return [b.x1, b.y1, cy.width() - b.x2, cy.height() - b.y2]; })()"
        )
        assert min(box) >= 0, (width, box)


def test_the_png_is_a_picture_without_fade(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    page.mouse.move(*canvas.places()["Show.night-shift"])
    page.wait_for_timeout(400)
    assert canvas.count(".faded") > 0
    with page.expect_download() as download:
        canvas.press("Save as PNG")
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) > 400
    assert canvas.count(".faded") == 0


def test_enter_takes_the_name_that_was_begun(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/ask?question=in_common")
    box = page.locator('[data-testid="stForm"] [data-testid="stSelectbox"] input').first
    box.click(timeout=30_000)
    box.type("calder", delay=40)
    page.get_by_role("option", name="Ines Calder").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_url("**a=Ines+Calder*", timeout=20_000)


def test_tables_come_along_as_csv(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/ask?question=appearances")
    button = page.get_by_role("button", name="CSV, ")
    button.wait_for(timeout=30_000)
    with page.expect_download() as download:
        button.click()
    frame = pd.read_csv(download.value.path())
    assert "Priya Nair" in set(frame["guest"])


def test_the_graph_comes_along_as_an_archive(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/export")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").first.click()
    with zipfile.ZipFile(download.value.path()) as archive:
        name = next(n for n in archive.namelist() if n.endswith("Person.csv"))
        assert "Priya Nair" in pd.read_csv(io.BytesIO(archive.read(name))).to_csv()


def test_the_console_runs_by_keyboard(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/cypher")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("MATCH (s:Show) RETURN s.name AS show ORDER BY show")
    page.keyboard.press("Control+Enter")
    page.get_by_text("2 rows in").wait_for(timeout=20_000)
    assert "cypher=MATCH" in page.url
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("MATCH (s:Show) DETACH DELETE s")
    page.keyboard.press("Control+Enter")
    page.locator('[data-testid="stAlertContentError"]').wait_for(timeout=20_000)


def test_hostile_names_stay_inert(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.ines-calder&also=Statement")
    canvas = Canvas(page)
    names = canvas.run("cy.nodes().map((n) => n.data('name'))")
    hostile = next(n for n in names if n.startswith("<script>") or ("script" in n and "Mallory" in n))
    place = canvas.places()[canvas.run(f"cy.nodes().filter((n) => n.data('name') === {hostile!r})[0].id()")]
    page.mouse.move(*place)
    page.wait_for_timeout(400)
    page.mouse.click(*place)
    page.wait_for_timeout(1200)
    assert page.locator(".network script, .network img").count() == 0
    other = visit(f"{explorer}/article?id=second")
    other.wait_for_selector(".reader", timeout=20_000)
    assert other.locator(".reader script, .reader img").count() == 0
    assert "<script>window.hacked=1</script>" in other.locator(".reader").inner_text()


def test_both_themes_show_names_against_the_ground(explorer: str, visit: Visit) -> None:
    grounds = {}
    for dark in (False, True):
        canvas = Canvas(visit(f"{explorer}/network?id=Person.priya-nair", dark=dark))
        grounds[dark] = canvas.run("[cy.nodes()[0].style('color'), cy.nodes()[0].style('text-outline-color')]")
    assert grounds[False] != grounds[True]


def test_a_row_opens_its_card(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/appearances")
    table = page.locator('[data-testid="stDataFrame"]')
    table.scroll_into_view_if_needed(timeout=30_000)
    page.wait_for_timeout(1500)
    box = table.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 50)
    page.wait_for_url("**card=Appearance.*", timeout=20_000)
    page.get_by_role("dialog").get_by_text("Told", exact=True).wait_for(timeout=20_000)
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.wait_for_function("!location.search.includes('card=')", timeout=20_000)


def test_a_cell_leads_to_its_appearances_and_a_file(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/audiences")
    cell = page.locator('.mark-rect path[aria-label*="up: Priya Nair"]').first
    cell.wait_for(timeout=30_000)
    quiet(page)
    page.wait_for_timeout(1500)
    box = cell.bounding_box()
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    page.wait_for_url("**row=Priya+Nair&column=Wavelane*", timeout=20_000)
    page.get_by_text("press a row for its card").wait_for(timeout=20_000)
    quiet(page)
    page.wait_for_timeout(1000)
    button = page.get_by_role("button", name="CSV, 1 row")
    button.wait_for(timeout=20_000)
    with page.expect_download() as download:
        button.click()
    assert pd.read_csv(download.value.path())["guests"].tolist() == ["Priya Nair"]


def test_a_filter_goes_along_from_page_to_page_and_into_the_address(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/appearances?people=Priya+Nair&types=podcast")
    page.get_by_text("1 appearance in the table").wait_for(timeout=30_000)
    page.get_by_role("link", name="Cypher").first.click()
    page.get_by_role("heading", name="Ask in Cypher").wait_for(timeout=20_000)
    page.get_by_role("link", name="Export").first.click()
    page.get_by_text("The filter leaves 1 appearance").wait_for(timeout=20_000)
    assert "people=Priya+Nair" in page.url
    with page.expect_download() as download:
        page.locator(".st-key-export-json button").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        graph = json.loads(archive.read("graph.json"))
    assert [n["label"] for n in graph["nodes"]].count("Appearance") == 1
    other = visit(page.url)
    other.get_by_text("The filter leaves 1 appearance").wait_for(timeout=30_000)
    quiet(other)  # a click on a button that is being drawn anew is lost
    other.locator(".st-key-clear-filters button").click()
    other.get_by_text("No filter is set").wait_for(timeout=20_000)
    assert "people" not in other.url


def test_legend_and_hidden_nodes_are_in_the_address(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair")
    canvas = Canvas(page)
    whole = canvas.count()
    page.locator(".network .entry", has_text="Platform").click()
    page.wait_for_url("**off=Platform*", timeout=20_000)
    page.mouse.click(*canvas.places()["Show.night-shift"])
    page.wait_for_timeout(900)
    canvas.press("Hide what is picked")
    page.wait_for_url("**hide=Show.night-shift*", timeout=20_000)
    canvas.shows(whole - 2)
    Canvas(other := visit(page.url)).shows(whole - 2)
    other.locator('.network button[aria-label^="Undo hiding"]').click()
    Canvas(other).shows(whole - 1)


def test_a_picked_node_is_pinned_by_a_button(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.priya-nair&pick=Show.night-shift")
    canvas = Canvas(page)
    canvas.press("Pin what is picked")
    assert canvas.run("cy.nodes('.pinned').map((n) => n.id())") == ["Show.night-shift"]
    canvas.press("Pin what is picked")
    assert canvas.count(".pinned") == 0


def test_the_svg_holds_names_as_text(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?id=Person.ines-calder")
    canvas = Canvas(page)
    with page.expect_download() as download:
        canvas.press("Save as SVG")
    root = ElementTree.parse(download.value.path()).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert not list(root.iter("{http://www.w3.org/2000/svg}img"))
    assert any("window.hacked" in (t.text or "") for t in root.iter("{http://www.w3.org/2000/svg}title"))


def test_everything_is_drawn_in_one_picture(explorer: str, visit: Visit) -> None:
    page = visit(f"{explorer}/network?all=true")
    canvas = Canvas(page)
    assert canvas.count() > 45
    assert canvas.count("[label='Audience']") == 1


PASTED = (
    "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on August 3, 2024. The episode drew 41,000 viewers on YouTube. "
    "“Rents are a scandal,” Thorne said.\n"
)


def test_a_pasted_article_is_looked_at_loaded_and_taken_back(fresh_explorer: str, visit: Visit) -> None:
    page = visit(f"{fresh_explorer}/add")

    def paste(title: str) -> None:
        page.get_by_label("The article’s text").fill(PASTED, timeout=60_000)
        page.get_by_label("Title").fill(title)
        page.get_by_label("Published").fill("2024-08-04")
        page.get_by_role("button", name="Read it").click()

    paste("Thorne <img src=x onerror=window.hacked=1> at the microphone")
    page.get_by_role("button", name="Load this article").wait_for(timeout=90_000)
    page.get_by_role("button", name="Omar Vance hosts Open Mic").click()
    page.wait_for_selector("#here", timeout=20_000)
    # What is unticked is not loaded.
    keep = page.get_by_role("checkbox", name="Keep: Omar Vance hosts Open Mic")
    keep.locator("xpath=ancestor::label").click()
    page.locator(".st-key-facts del").first.wait_for(timeout=20_000)
    page.get_by_role("button", name="Load this article").click()
    page.get_by_text("1 article loaded").wait_for(timeout=60_000)
    paste("The same under another title")
    page.get_by_text("duplicate").wait_for(timeout=60_000)
    page.get_by_role("link", name="Network").first.click()
    canvas = Canvas(page)
    page.goto(f"{fresh_explorer}/network?id=Person.bea-thorne")
    canvas = Canvas(page)
    assert canvas.run("cy.$('#Person\\\\.omar-vance').connectedEdges().filter((e) => e.data('text') === 'hosts').length") == 0
    assert canvas.run("cy.nodes('.seed').data('name')") == "Bea Thorne"
    page.goto(f"{fresh_explorer}/add")
    page.get_by_role("button", name="Undo the last import").click(timeout=60_000)
    page.get_by_role("button", name="Load the sample articles").wait_for(timeout=60_000)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_a_serious_barrier_and_all_fit_768_pixels(explorer: str, visit: Visit, dark: bool) -> None:
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    found = []
    page = visit(explorer, dark=dark)
    for name in ("", *(name for _, name, *_ in PAGES if name != "overview"), "article?id=first", "audiences?show=White+spots"):
        page.goto(f"{explorer}/{name}")
        page.wait_for_selector("h1", timeout=30_000)
        quiet(page)
        page.wait_for_timeout(1500)
        page.evaluate(axe)
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        found += [(name, v["id"], v["nodes"][0]["html"][:120]) for v in violations if v["impact"] in ("serious", "critical")]
        if not dark:
            page.set_viewport_size({"width": 768, "height": 900})
            page.wait_for_timeout(300)
            main = "document.querySelector('[data-testid=stMain]')"
            if not page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth + 1"):
                found.append((name, "wider than 768 pixels", ""))
            page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []


def test_one_button_loads_the_sample_articles(fresh_explorer: str, visit: Visit) -> None:
    page = visit(fresh_explorer)
    page.get_by_role("button", name="Load the sample articles").click(timeout=60_000)
    page.get_by_text("Newest articles").wait_for(timeout=240_000)
    page.locator('[data-testid="stMetric"]').nth(5).wait_for(timeout=20_000)
