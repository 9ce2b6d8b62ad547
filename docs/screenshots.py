"""Takes the pictures of the explorer in docs/pictures: `python docs/screenshots.py [STORE]`, by default over the sample articles.

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
    """One picture: its name, the address that it shows, and what to do before it is taken."""

    name: str
    address: str
    wait: str = "h1"
    dark: bool = False
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


SHOTS = (
    Shot("overview", ""),
    Shot("search", "", act=_type_name),
    Shot("network", "network", ".network[data-ready]"),
    Shot("network-dark", "network", ".network[data-ready]", dark=True),
    Shot("evidence", "network", ".network[data-ready]", act=_read_sentence),
    Shot("appearances", "appearances", "canvas"),
    Shot("audiences", "audiences", "canvas"),
    Shot("article", "article?id=harris-media-analysis", ".reader", act=_press_fact),
    Shot("paths", "paths", ".network[data-ready]"),
    Shot("ask", "ask?question=appearances", "canvas"),
    Shot("cypher", "cypher", ".cm-content", act=_run),
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
    """Take all pictures of the explorer at `address`, 1440 by 900."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for shot in SHOTS:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="dark" if shot.dark else "light")
            page.goto(f"{address}/{shot.address}")
            page.wait_for_selector(shot.wait, timeout=60_000)
            page.wait_for_timeout(2500)
            if shot.act:
                shot.act(page)
            page.screenshot(path=PICTURES / f"{shot.name}.png")
            page.close()
            print(f"docs/pictures/{shot.name}.png")
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
