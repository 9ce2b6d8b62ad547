"""Invented articles with their facts, a store that holds them, and the explorer in a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.records import Appearance, Article, Entity, Facts, Motive, Reach, Relation, Span, Statement

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
SCRIPT = "<script>window.hacked=1</script> Mallory Quist"
IMAGE = "<img src=x onerror=window.hacked=1> Hour"

FIRST = (
    "Priya Nair was the guest of Tom Weller on Night Shift on 3 August 2024. "
    "The episode went out on Wavelane, and 580,000 viewers watched it. "
    "They discussed housing costs.\n\n"
    "“The rents are a scandal,” Priya Nair said. She went on the show to reach young commuters. "
    "Tom Weller hosts Night Shift. Ines Calder criticized Tom Weller.\n"
)
SECOND = (
    f"Ines Calder went on {IMAGE} in September 2024 with {SCRIPT}. Priya Nair will debate Carl Stone in October 2024. "
    "Wavelane has an audience of young commuters.\n"
)


class Writer:
    """Puts facts together from a text: spans are looked up, so that they always hold."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.entities: dict[str, Entity] = {}

    def entity(self, type_: str, name: str) -> str:
        spans = []
        at = self.article.text.find(name)
        while at >= 0:
            spans.append((at, at + len(name)))
            at = self.article.text.find(name, at + 1)
        assert spans, name
        id_ = f"e{len(self.entities)}"
        self.entities[id_] = Entity(id_, type_, name, mentions=tuple(spans))
        return id_

    def span(self, part: str) -> tuple[Span, ...]:
        at = self.article.text.index(part)
        return ((at, at + len(part)),)

    def facts(self, **families: Any) -> Facts:
        return Facts(self.article, tuple(self.entities.values()), **{k: tuple(v) for k, v in families.items()})


def _first() -> Facts:
    w = Writer(Article("first", FIRST, "Priya Nair meets the commuters", "Harbour Wire", "Lucy Strand", None, "2024-08-04"))
    nair, weller, calder = w.entity("Person", "Priya Nair"), w.entity("Person", "Tom Weller"), w.entity("Person", "Ines Calder")
    show, wave = w.entity("Show", "Night Shift"), w.entity("Platform", "Wavelane")
    public, rents = w.entity("Audience", "young commuters"), w.entity("Topic", "housing costs")
    sentence = w.span("Priya Nair was the guest of Tom Weller on Night Shift on 3 August 2024.")
    quote, aim = w.span("The rents are a scandal,")[0], w.span("to reach young commuters")[0]
    return w.facts(
        appearances=[
            Appearance(
                "a0",
                "podcast",
                "occurred",
                (nair,),
                (weller,),
                show,
                (wave,),
                None,
                "2024-08-03",
                "3 August 2024",
                None,
                (rents,),
                sentence,
            )
        ],
        relations=[
            Relation(weller, "HOSTS", show, evidence=w.span("Tom Weller hosts Night Shift.")),
            Relation(calder, "CRITICIZED", weller, evidence=w.span("Ines Calder criticized Tom Weller.")),
            Relation(nair, "TARGETS", public, evidence=w.span("She went on the show to reach young commuters.")),
        ],
        reach=[Reach("a0", 580000.0, "viewers", "about", wave, evidence=w.span("580,000 viewers watched it"))],
        statements=[
            Statement(nair, *quote, FIRST[slice(*quote)], True, "said", (rents,), w.span("“The rents are a scandal,” Priya Nair said."))
        ],
        motives=[Motive(nair, *aim, FIRST[slice(*aim)], "a0", evidence=w.span("She went on the show to reach young commuters."))],
    )


def _second() -> Facts:
    w = Writer(Article("second", SECOND, "An evening with <script>window.hacked=1</script>", "Harbour Wire", None, None, "2024-09-20"))
    calder, mallory, nair, stone = (w.entity("Person", n) for n in ("Ines Calder", SCRIPT, "Priya Nair", "Carl Stone"))
    hour, wave, public = w.entity("Show", IMAGE), w.entity("Platform", "Wavelane"), w.entity("Audience", "young commuters")
    return w.facts(
        appearances=[
            Appearance(
                "a0",
                "broadcast",
                "occurred",
                (calder, mallory),
                (),
                hour,
                (),
                None,
                "2024-09",
                None,
                None,
                (),
                w.span(SECOND[: SECOND.index(".") + 1]),
            ),
            Appearance(
                "a1",
                "debate",
                "planned",
                (nair, stone),
                evidence=w.span("Priya Nair will debate Carl Stone in October 2024."),
                date="2024-10",
            ),
        ],
        relations=[
            Relation(nair, "OPPONENT_OF", stone, evidence=w.span("Priya Nair will debate Carl Stone in October 2024.")),
            Relation(wave, "HAS_AUDIENCE", public, evidence=w.span("Wavelane has an audience of young commuters.")),
        ],
    )


def _crowd() -> Facts:
    """Forty people who endorse Tom Weller: more than one opening may add."""
    names = [
        f"{first} {last}"
        for last in ("Adeyemi", "Borg", "Holt", "Lowe", "Price")
        for first in ("Ada", "Dev", "Jonas", "Lena", "Mara", "Omar", "Sam", "Vera")
    ]
    text = "".join(f"{name} endorsed Tom Weller.\n" for name in names)
    w = Writer(Article("crowd", text, "Forty who stand by Weller", "Evening Post", None, None, "2024-07-01"))
    weller = w.entity("Person", "Tom Weller")
    return w.facts(
        relations=[
            Relation(w.entity("Person", name), "ENDORSED", weller, evidence=w.span(f"{name} endorsed Tom Weller.")) for name in names
        ]
    )


@pytest.fixture(scope="session")
def invented() -> list[Facts]:
    """Facts of three invented articles; two names and a title try to run scripts."""
    return [_first(), _second(), _crowd()]


@pytest.fixture(scope="session")
def filled(invented: list[Facts], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the invented articles."""
    from etl.load import load
    from graph.store import Store

    folder = str(tmp_path_factory.mktemp("filled") / "store.db")
    with Store.open(folder) as store:
        load(store, invented)
    return folder


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store without anything."""
    from graph.store import Store

    folder = str(tmp_path_factory.mktemp("empty") / "store.db")
    Store.open(folder).close()
    return folder


def _serve(store: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "GREENROOM_STORE": store},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 60
        while True:
            assert process.poll() is None, "the explorer did not start"
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                    break
            except OSError:
                assert time.monotonic() < until, "the explorer does not answer"
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(15)


@pytest.fixture(scope="session")
def explorer(filled: str) -> Iterator[str]:
    """The address of an explorer over the invented articles."""
    yield from _serve(filled)


@pytest.fixture(scope="session")
def empty_explorer(empty: str) -> Iterator[str]:
    """The address of an explorer over an empty store."""
    yield from _serve(empty)


@pytest.fixture
def fresh_explorer(tmp_path: Path) -> Iterator[str]:
    """The address of an explorer over a store that is still to be made."""
    yield from _serve(str(tmp_path / "store.db"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium under Playwright."""
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        pytest.skip("there is no Chromium: make test installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Open an address in a new window; at the end, hold what it did against what no page may do."""
    contexts = []
    errors: list[str] = []
    foreign: list[str] = []

    def go(address: str, *, width: int = 1280, height: int = 900, dark: bool = False) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda r: None if r.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")) else foreign.append(r.url),
        )
        page.on("console", lambda m: errors.append(f"{m.text} {m.location['url']}") if m.type == "error" else None)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.goto(address)
        return page

    yield go
    for context in contexts:
        for page in context.pages:
            assert page.locator('[data-testid="stException"]').count() == 0
            assert page.evaluate("window.hacked") is None
        context.close()
    # Deep pages ask twice for files beside themselves before they ask at the root; Streamlit does that, and it does no harm.
    assert [e for e in errors if not e.endswith(("/_stcore/health", "/_stcore/host-config"))] == []
    assert foreign == []


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line; gives exit status, standard output and standard error."""

    from ui.cli import main

    def go(*argv: str | Path) -> tuple[int, str, str]:
        capfd.readouterr()
        try:
            status = main([str(word) for word in argv])
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        out = capfd.readouterr()
        return status, out.out, out.err

    return go
