"""Takes the pictures of every page in docs/pictures, in both themes: `make screenshots`, or `python docs/screenshots.py [STORE]`, by default over the sample articles.

Needs Chromium (`/usr/bin/chromium`) and Playwright's client, both of which `make test` installs.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, taken in both themes: its name, the address that it shows, and what to do before it is taken."""

    name: str
    address: str
    wait: str = "h1"
    act: Callable[[Page], None] | None = None


def _type_name(page: Page) -> None:
    page.get_by_placeholder("Search a person").type("tr", delay=40)
    page.wait_for_timeout(2500)


def _read_sentence(page: Page) -> None:
    """Follow the first link of the panel that names an appearance, so that its sentences stand beside the picture."""
    page.get_by_role("button", name="appeared in").first.click()
    page.wait_for_timeout(2000)


def _press_fact(page: Page) -> None:
    page.locator(".st-key-facts button").nth(0).click()
    page.wait_for_timeout(2000)


def _run(page: Page) -> None:
    page.get_by_role("button", name="Run").click()
    page.wait_for_timeout(3000)


def _open_card(page: Page) -> None:
    """Open the card of the second row: three articles tell of it, and they disagree."""
    table = page.locator('[data-testid="stDataFrame"]')
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    box = table.bounding_box()
    if box:
        page.mouse.click(box["x"] + 300, box["y"] + 90)
    page.wait_for_timeout(3500)


def _read_pasted(page: Page) -> None:
    page.get_by_label("The article’s text").fill(PASTED)
    page.get_by_label("Title").fill("Thorne at the microphone")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Load this article").wait_for(timeout=90_000)
    page.locator(".st-key-facts button").nth(0).click()
    page.wait_for_timeout(2500)


_STILL = """document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-testid=stSkeleton]')"""
PASTED = (
    "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on August 3, 2024. The episode drew 41,000 viewers on YouTube. "
    "“Rents are a scandal,” Thorne said. She went on the show to reach young commuters.\n"
)
SHOTS = (
    Shot("overview", ""),
    Shot("search", "", act=_type_name),
    Shot("network", "network", ".network[data-ready]"),
    Shot("everything", "network?all=true", ".network[data-ready]"),
    Shot("evidence", "network", ".network[data-ready]", act=_read_sentence),
    Shot("appearances", "appearances", "canvas"),
    Shot("card", "appearances?people=Donald+Trump&people=Elon+Musk&when=2024-08-11&when=2024-08-12", "canvas", act=_open_card),
    Shot("audiences", "audiences", "canvas"),
    Shot("flow", "audiences?show=Flow", "canvas"),
    Shot("white-spots", "audiences?show=White+spots", "canvas"),
    Shot("side-by-side", "audiences?show=Side+by+side", ".compared"),
    Shot("profile", "strategy?subject=Donald+Trump&date=2024-09-01", "canvas"),
    Shot("next-steps", "strategy?show=Next+steps", ".quotation"),
    Shot("article", "article?id=harris-media-analysis", ".reader", act=_press_fact),
    Shot("paths", "paths", ".network[data-ready]"),
    Shot("ask", "ask?question=appearances&person=Kamala+Harris", "canvas"),
    Shot("cypher", "cypher", ".cm-content", act=_run),
    Shot("add", "add", act=_read_pasted),
    Shot("export", "export?people=Tim+Walz"),
)


@contextmanager
def explorer(store: str) -> Iterator[str]:
    """An explorer over `store` on a free port, for the time of the block; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "GREENROOM_STORE": store}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                    break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(15)


def take(address: str) -> None:
    """Take all pictures of the explorer at `address`, 1440 by 900, light and dark."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for theme, shot in product(("light", "dark"), SHOTS):
            page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="dark" if theme == "dark" else "light")
            page.goto(f"{address}/{shot.address}")
            page.wait_for_selector(shot.wait, timeout=60_000)
            page.wait_for_function(_STILL, timeout=60_000)
            page.wait_for_timeout(1500)
            if shot.act:
                shot.act(page)
            name = shot.name if theme == "light" else f"{shot.name}-dark"
            page.screenshot(path=PICTURES / f"{name}.png")
            page.close()
            print(f"docs/pictures/{name}.png")
        browser.close()


def main() -> None:
    """Take the pictures over the store named on the command line, or over a fresh one with the sample articles."""
    if len(sys.argv) > 1:
        with explorer(os.path.abspath(sys.argv[1])) as address:
            take(address)
        return
    from etl.run import ingest
    from graph.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store.db")
        with Store.open(store) as opened:
            print(ingest([str(ROOT / "data" / "articles")], opened))
        with explorer(store) as address:
            take(address)


if __name__ == "__main__":
    main()
