"""Fitting: no station learns from what weights say of articles that these have seen."""

from __future__ import annotations

from types import ModuleType

import pytest

from benchmarks import fit_figures
from benchmarks.fit_figures import same
from benchmarks.fitting import Replacement, folds, instead, judged
from benchmarks.train import SHARES, Known, Station, held_out, lessons, share_of, train

PLACE = ModuleType("place")


def _known(count: int) -> list[Known]:
    return [Known(f"article {n}", f"article {n}", n % SHARES) for n in range(count)]


def _put_nothing(_: object) -> list[Replacement]:
    return []


def _station(name: str, text_of: object, put: object = _put_nothing, *, last: bool = False) -> Station:
    return Station(name, text_of, lambda texts: frozenset(texts), print, str, put, last=last)  # type: ignore[arg-type]


def test_a_station_learns_from_what_unseen_articles_are_made_of() -> None:
    PLACE.seen = frozenset({"shipped"})  # type: ignore[attr-defined]
    made: dict[str, frozenset[str]] = {}

    def text_of(article: str) -> str:
        made[article] = PLACE.seen
        return article

    def put(weights: frozenset[str]) -> list[Replacement]:
        return [(PLACE, "seen", weights)]

    known = _known(12)
    stations = (_station("first", str, put), _station("second", text_of))
    fitted = {station.name: weights for station, weights in train(known, stations=stations)}
    everything = frozenset(k.name for k in known)
    assert fitted == {"first": everything, "second": everything}
    for k in known:
        assert made[k.name] == {other.name for other in known if other.share != k.share}
    assert PLACE.seen == {"shipped"}  # type: ignore[attr-defined]


def test_a_station_that_is_slow_to_fit_leaves_out_more_at_once() -> None:
    PLACE.seen = frozenset()  # type: ignore[attr-defined]
    made: dict[str, frozenset[str]] = {}

    def text_of(article: str) -> str:
        made[article] = PLACE.seen
        return article

    fits: list[list[str]] = []

    def fit(texts: list[str]) -> frozenset[str]:
        fits.append(texts)
        return frozenset(texts)

    known = _known(12)
    slow = Station("slow", str, fit, print, str, put=lambda weights: [(PLACE, "seen", weights)], shares=3)
    assert {station.name for station, _ in train(known, stations=(slow, _station("next", text_of)))} == {"slow", "next"}
    assert len(fits) == 4
    for k in known:
        assert made[k.name] == {other.name for other in known if other.share % 3 != k.share % 3}


def test_articles_are_scored_by_weights_that_have_not_seen_them() -> None:
    PLACE.seen = frozenset()  # type: ignore[attr-defined]

    def put(weights: frozenset[str]) -> list[Replacement]:
        return [(PLACE, "seen", weights)]

    known = _known(12)
    before = held_out(known, (), (), (_station("first", str, put), _station("last", str, put, last=True)))
    for k in known:
        with instead(before[k.share]):
            assert PLACE.seen == {other.name for other in known if other.share != k.share}  # type: ignore[attr-defined]
    assert held_out(known, (), ("other",), (_station("first", str, put),)) == [[] for _ in range(SHARES)]


def test_an_article_stays_in_its_share_when_others_are_added() -> None:
    assert [share_of(name) for name in ("n01-wire-mast", "n02-live-mast")] == [3, 3]
    assert {share_of(f"n{n:02}-wire") for n in range(60)} == set(range(SHARES))


def test_only_the_stations_that_are_wanted_are_given() -> None:
    stations = (_station("first", str), _station("aside", str, last=True), _station("second", str), _station("last", str))
    assert [s.name for s, _ in train(_known(6), wanted=["second"], stations=stations)] == ["second"]


def test_what_is_tried_is_what_would_be_learnt(capsys: pytest.CaptureFixture[str]) -> None:
    station = Station("asked", str, sorted, lambda texts, plain: print(len(texts), plain), str, _put_nothing, plain=lambda: ["plain"])  # type: ignore[arg-type, list-item]
    (lesson,) = lessons(_known(6), (), (), (station,))
    lesson.check()
    assert capsys.readouterr().out == "6 ['plain']\n"


def test_more_articles_are_for_those_stations_that_ask_for_them() -> None:
    station = Station("greedy", str, sorted, print, str, _put_nothing, more=True)
    more = Known("more", "more", 0)
    told = {s.name: w for s, w in train(_known(2), [more, more], stations=(_station("plain", str), station))}
    assert told["greedy"] == ["article 0", "article 1", "more", "more"]
    assert "more" not in told["plain"]


def test_what_was_replaced_comes_back_even_after_an_error() -> None:
    PLACE.value = 1  # type: ignore[attr-defined]
    with instead([(PLACE, "value", 2), (PLACE, "value", 3)]):
        assert PLACE.value == 3  # type: ignore[attr-defined]
    assert PLACE.value == 1  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError), instead([(PLACE, "value", 0)]):
        1 / PLACE.value  # type: ignore[attr-defined]
    assert PLACE.value == 1  # type: ignore[attr-defined]


def test_an_article_that_counts_twice_is_never_fitted_to_and_tried() -> None:
    one, two, three = ["one"], ["two"], ["three"]
    for known, held in folds([one, two, one, three], 2):
        assert not {id(t) for t in known} & {id(t) for t in held}
        assert len(known) + len(held) == 4


def test_likelihoods_of_what_is_too_sure_of_itself_are_flattened() -> None:
    """Where every claim of strength 4 is right half of the time, strength weighs little."""
    strengths = [(4.0,), (4.0,), (-4.0,), (-4.0,), (4.0,), (-4.0,)] * 20
    slope, base = judged(strengths, [True, False, False, False, True, True] * 20)
    assert 0 < slope < 0.5
    assert abs(base) < 0.2


def test_plain_sentences_tell_which_of_their_numbers_count_an_audience() -> None:
    texts = [fit_figures.text_of(gold) for gold in fit_figures.plain()]
    assert all(any(same(c.value, value) and c.unit == unit for c in t.cases) for t in texts for value, unit, _ in t.wanted)
    assert all(not c.unit for t in texts if not t.wanted for c in t.cases)
    assert any(t.wanted for t in texts)
    assert any(not t.wanted for t in texts)
