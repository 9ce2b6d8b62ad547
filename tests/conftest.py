"""What many tests share: a store on either engine that is empty at the start of each test, and three small articles with their facts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from graph.records import Appearance, Article, Entity, Facts, Motive, Reach, Relation, Span, Statement, check

# how long an example takes says how busy the machine is
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# an engine without a client is to be gone soon after the tests
os.environ["GREENROOM_ENGINE_IDLE"] = "3"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write the table of faults, if asked to (`make faults`) and all went well."""
    if os.environ.get("GREENROOM_FAULTS") and exitstatus == 0:
        from tests.faults import LEDGER, PAGE, page

        PAGE.write_text(page(LEDGER), encoding="utf-8")


@pytest.fixture(scope="session")
def embedded_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A store over a folder."""
    from graph.store import Store

    with Store.open(str(tmp_path_factory.mktemp("stores") / "greenroom.db")) as store:
        yield store


@pytest.fixture(scope="session")
def own_server() -> Iterator[Any]:
    """A Neo4j server that is ours alone, so that tests may kill it and start it with other settings."""
    from tests.neo4j_server import NoServer, absent, running

    try:
        context = running()
        server = context.__enter__()
    except NoServer as err:
        absent(err)
    try:
        yield server
    finally:
        context.__exit__(None, None, None)


@pytest.fixture(scope="session")
def neo4j_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a Neo4j server that the tests may fill and empty as they like; its user and password are in the environment."""
    url = os.environ.get("NEO4J_URI")
    if url:
        yield url
        return
    server = request.getfixturevalue("own_server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USERNAME", "neo4j")
        patch.setenv("NEO4J_PASSWORD", server.password)
        yield server.url


@pytest.fixture
def mortal(own_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A running, empty server that a test may kill and start again; user and password are in the environment."""
    from graph.store import Store

    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", own_server.password)
    with Store.open(own_server.url, older=True) as store:
        _emptied(store)
    yield own_server
    if not own_server.alive or own_server.settings:
        own_server.kill()
        own_server.start()


@pytest.fixture(scope="session")
def neo4j_engine(neo4j_url: str) -> Iterator[Any]:
    """A store on a Neo4j server; one that somebody else runs must be empty."""
    from graph.store import Store

    with Store.open(neo4j_url) as store:
        if os.environ.get("NEO4J_URI") and store.read("MATCH (n) RETURN count(n) AS n") != [{"n": 0}]:
            pytest.fail(f"{neo4j_url} is not empty, and the tests would empty it: name another server in NEO4J_URI", pytrace=False)
        yield store
        _emptied(store)


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def engine(request: pytest.FixtureRequest) -> Any:
    """A store on each engine in turn."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def store(engine: Any) -> Any:
    """An empty store on each engine in turn."""
    return _emptied(engine)


@pytest.fixture
def embedded_store(embedded_engine: Any) -> Any:
    """An empty store over a folder."""
    return _emptied(embedded_engine)


@pytest.fixture
def neo4j_store(neo4j_engine: Any) -> Any:
    """An empty store on a Neo4j server."""
    return _emptied(neo4j_engine)


def _emptied(store: Any) -> Any:
    store.write("MATCH (n) DETACH DELETE n")
    return store


def spans(text: str, *phrases: str) -> tuple[Span, ...]:
    """Where the phrases stand in the text, each the first time."""
    return tuple((text.index(p), text.index(p) + len(p)) for p in phrases)


def _interview() -> Facts:
    text = (
        "Priya Nair spent an hour with Tom Weller on Night Shift, the Spotify podcast, on Monday. "
        "She went on the show to reach young commuters, and they spoke about bus fares. "
        '"The fares are a disgrace," Nair said. Halden Media owns Night Shift. Some 40,000 people listened.'
    )
    said = spans(text, "The fares are a disgrace,")[0]
    aim = spans(text, "to reach young commuters")[0]
    first = spans(text, "Priya Nair spent an hour with Tom Weller on Night Shift, the Spotify podcast, on Monday.")
    return Facts(
        Article("interview", text, "An hour of Nair", "Evening Post", "Lee Marsh", None, "2024-08-13", "test-1"),
        (
            Entity("e1", "Person", "Priya Nair", ("Nair",), ("candidate",), (*spans(text, "Priya Nair"), *spans(text, "Nair said"))),
            Entity("e2", "Person", "Tom Weller", (), (), spans(text, "Tom Weller")),
            Entity("e3", "Show", "Night Shift", (), (), spans(text, "Night Shift")),
            Entity("e4", "Platform", "Spotify", (), (), spans(text, "Spotify"), "Q689141"),
            Entity("e5", "Audience", "young commuters", (), (), spans(text, "young commuters")),
            Entity("e6", "Topic", "bus fares", (), (), spans(text, "bus fares")),
            Entity("e7", "Organization", "Halden Media", (), (), spans(text, "Halden Media")),
        ),
        (
            Appearance(
                "a1", "podcast", "occurred", ("e1",), ("e2",), "e3", ("e4",), None, "2024-08-12", "on Monday", 60.0, ("e6",), first,
                {"topics": spans(text, "they spoke about bus fares"), "date": spans(text, "on Monday")}, None, "spent-with", 0.8,
            ),
        ),
        (
            Relation("e2", "HOSTS", "e3", None, first, "host-on", 0.7),
            Relation("e3", "AIRS_ON", "e4", None, spans(text, "the Spotify podcast"), "apposition", 0.7),
            Relation("e1", "TARGETS", "e5", None, spans(text, "to reach young commuters"), "reach", 0.9),
            Relation("e7", "OWNS", "e3", None, spans(text, "Halden Media owns Night Shift."), "owns", 0.9),
        ),
        (Reach("a1", 40000.0, "listeners", "about", None, None, None, spans(text, "Some 40,000 people listened."), "figure", 0.8),),
        (Statement("e1", *said, text[slice(*said)], True, "said", ("e6",), (said,), "quote", 0.9),),
        (Motive("e1", *aim, text[slice(*aim)], "a1", None, (aim,), "to-infinitive", 0.8),),
    )  # fmt: skip


def _retold() -> Facts:
    text = (
        "In August Priya Nair was on Night Shift with Tom Weller. Weller hosts Night Shift. "
        "Carl Stone, who runs against Nair, mocked the show. Halden Media owns Night Shift, he said."
    )
    return Facts(
        Article("retold", text, "What Nair did in August", "The Harbour Wire", None, None, "2024-09-02", "test-1"),
        (
            Entity("n1", "Person", "Priya Nair", ("Nair",), ("mayor's daughter",), spans(text, "Priya Nair", "Nair,")),
            Entity("n2", "Person", "Tom Weller", ("Weller",), (), spans(text, "Tom Weller", "Weller hosts")),
            Entity("n3", "Show", "The Night Shift", ("Night Shift",), (), spans(text, "Night Shift")),
            Entity("n4", "Person", "Carl Stone", (), (), spans(text, "Carl Stone")),
            Entity("n5", "Organization", "Halden Media", (), (), spans(text, "Halden Media")),
        ),
        (Appearance("a1", "interview", "occurred", ("n1",), ("n2",), "n3", (), None, "2024-08", "In August", None, (),
                    spans(text, "In August Priya Nair was on Night Shift with Tom Weller."), {}, None, "was-on", 0.6),),
        (
            Relation("n2", "HOSTS", "n3", None, spans(text, "Weller hosts Night Shift."), "hosts", 0.9),
            Relation("n4", "OPPONENT_OF", "n1", None, spans(text, "Carl Stone, who runs against Nair"), "runs-against", 0.9),
            Relation("n5", "OWNS", "n3", "n4", spans(text, "Halden Media owns Night Shift, he said."), "owns", 0.9),
        ),
    )  # fmt: skip


def _rally() -> Facts:
    text = (
        "Carl Stone spoke at a rally in Corran on Saturday. About 900 people came. "
        "Ines Calder endorsed him on Twitch. Her viewers are nurses."
    )
    return Facts(
        Article("rally", text, "Stone in Corran", None, None, None, "2024-08-19", "test-1"),
        (
            Entity("p1", "Person", "Carl Stone", (), (), spans(text, "Carl Stone")),
            Entity("p2", "Place", "Corran", (), (), spans(text, "Corran")),
            Entity("p3", "Person", "Ines Calder", (), (), spans(text, "Ines Calder")),
            Entity("p4", "Platform", "Twitch", (), (), spans(text, "Twitch")),
            Entity("p5", "Audience", "nurses", (), (), spans(text, "nurses")),
        ),
        (Appearance("a1", "rally", "occurred", ("p1",), (), None, (), "p2", "2024-08-17", "on Saturday", None, (),
                    spans(text, "Carl Stone spoke at a rally in Corran on Saturday."), {}, None, "spoke-at", 0.9),),
        (
            Relation("p3", "ENDORSED", "p1", None, spans(text, "Ines Calder endorsed him on Twitch."), "endorsed", 0.9),
            Relation("p3", "USES", "p4", None, spans(text, "Ines Calder endorsed him on Twitch."), "on-platform", 0.5),
            Relation("p3", "HAS_AUDIENCE", "p5", None, spans(text, "Her viewers are nurses."), "viewers-are", 0.7),
        ),
        (Reach("a1", 900.0, "attendees", "about", None, None, None, spans(text, "About 900 people came."), "figure", 0.8),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> dict[str, Facts]:
    """`interview` and `retold` tell of one occasion; `rally` of another."""
    found = {f.article.id: f for f in (_interview(), _retold(), _rally())}
    for facts in found.values():
        check(facts)
    return found
