"""Fitting: no station learns from what weights say of articles that these have seen."""

from __future__ import annotations

import pickle
import runpy
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
import spacy

from benchmarks import (
    fit_actor_network,
    fit_figures,
    fit_group_network,
    fit_motive_network,
    fit_names,
    fit_occasion_network,
    fit_pair_network,
    fit_pairs,
    fit_references,
    fit_said_network,
    fit_slot_network,
    fitting,
)
from benchmarks.fit_figures import same
from benchmarks.fitting import TRANSFORM, Replacement, folds, instead, judged
from benchmarks.hearing import Training
from benchmarks.train import SHARES, STATIONS, Known, Station, held_out, lessons, parsed_once, share_of, train
from etl.evaluate.gold import read_gold
from etl.transform import language, pipeline
from etl.transform.hearing import Ensemble, Read, kept
from etl.transform.hearing_inputs import Inputs
from etl.transform.name_tagger import KEY
from etl.transform.pipeline import read_article

GOLD = str(Path(__file__).resolve().parents[2] / "data" / "gold")
PLACE = ModuleType("place")


def _known(count: int) -> list[Known]:
    return [Known(f"article {n}", f"article {n}", n % SHARES) for n in range(count)]


def _put_nothing(_: object) -> list[Replacement]:
    return []


def _put(weights: frozenset[object]) -> list[Replacement]:
    return [(PLACE, "seen", weights)]


def _station(name: str, text_of: object, put: object = _put_nothing, *, fit: object = frozenset, **more: object) -> Station:
    return Station(name, text_of, fit, print, str, put, **more)  # type: ignore[arg-type]


def _with_what_is_there(article: str) -> tuple[str, frozenset[str]]:
    return article, PLACE.seen


def _never(_: object) -> None:
    raise AssertionError("nobody asked for it")


def test_a_station_learns_from_what_unseen_articles_are_made_of() -> None:
    PLACE.seen = frozenset({"shipped"})  # type: ignore[attr-defined]
    known = _known(12)
    stations = (_station("first", str, _put), _station("second", _with_what_is_there), _station("third", _with_what_is_there, here=True))
    fitted = {station.name: weights for station, weights in train(known, stations=stations)}
    assert fitted["first"] == {k.name for k in known}
    assert dict(fitted["second"]) == {k.name: {other.name for other in known if other.share != k.share} for k in known}
    assert fitted["third"] == fitted["second"]
    assert PLACE.seen == {"shipped"}  # type: ignore[attr-defined]


def test_a_station_that_is_slow_to_fit_leaves_out_more_at_once() -> None:
    PLACE.seen = frozenset()  # type: ignore[attr-defined]
    known = _known(12)
    stations = (_station("slow", str, _put, shares=3), _station("next", _with_what_is_there))
    fitted = {station.name: weights for station, weights in train(known, stations=stations)}
    assert fitted["slow"] == {k.name for k in known}
    assert dict(fitted["next"]) == {k.name: {other.name for other in known if other.share % 3 != k.share % 3} for k in known}
    assert len({seen for _, seen in fitted["next"]}) == 3


def test_plain_sentences_are_read_with_weights_that_are_fitted_to_all() -> None:
    PLACE.seen = frozenset()  # type: ignore[attr-defined]
    known = _known(12)
    stations = (_station("first", str, _put), _station("second", _with_what_is_there, plain=lambda: ["plain"]))
    _, lesson = lessons(known, (), (), stations)
    assert lesson.plain == [("plain", {k.name for k in known})]


def test_articles_are_scored_by_weights_that_have_not_seen_them() -> None:
    PLACE.seen = frozenset()  # type: ignore[attr-defined]
    known = _known(12)
    before = held_out(known, (), (), (_station("first", str, _put), _station("last", str, _put, last=True)))
    for k in known:
        with instead(before[k.share]):
            assert PLACE.seen == {other.name for other in known if other.share != k.share}  # type: ignore[attr-defined]
    assert held_out(known, (), ("other",), (_station("first", str, _put),)) == [[] for _ in range(SHARES)]


def test_nothing_is_fitted_that_nobody_asks_for() -> None:
    known = _known(12)

    def to_all(texts: list[str]) -> frozenset[str]:
        assert len(texts) == len(known)
        return frozenset(texts)

    def to_some(texts: list[str]) -> frozenset[str]:
        assert len(texts) < len(known)
        return frozenset(texts)

    some, last, end = _station("some", str, fit=to_some), _station("last", str, fit=to_all, last=True), _station("end", str, fit=to_all)
    assert [s.name for s, _ in train(known, (), ["last", "end"], (some, last, end))] == ["last", "end"]
    assert [lesson.station.name for lesson in lessons(known, (), (), (some, _station("tried", str, fit=_never)))] == ["some", "tried"]
    assert len(held_out(known, (), (), (some,))) == SHARES


def test_an_article_stays_in_its_share_when_others_are_added() -> None:
    assert [share_of(name) for name in ("n01-wire-mast", "n02-live-mast")] == [3, 3]
    assert {share_of(f"n{n:02}-wire") for n in range(60)} == set(range(SHARES))


def test_only_the_stations_that_are_wanted_are_given() -> None:
    stations = (
        _station("first", str),
        _station("aside", str, fit=_never, last=True),
        _station("second", str),
        _station("last", str, fit=_never),
    )
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


def test_a_text_is_parsed_once_by_each_pipeline_and_each_reader_gets_all_of_the_parse() -> None:
    gold = read_gold(GOLD, "n01-wire-cooper-deal")
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    parsed = language.parse(gold.article.text)
    with parsed_once():
        facts = [read_article(gold.article, "") for _ in range(2)]
        for place in (pipeline, fit_names, fit_references):
            doc = place.parse(gold.article.text)
            assert doc.to_bytes(exclude=["user_hooks"]) == parsed.to_bytes(exclude=["user_hooks"])
            assert doc.spans[KEY]
            assert doc.tensor.any()
            assert all(token.sent.doc is doc for token in doc)
            kept = doc.user_token_hooks["sent"]
            doc[0].lemma_ = "changed"
            again = pipeline.parse(gold.article.text)
            assert again[0].lemma_ == parsed[0].lemma_
            assert again.user_token_hooks["sent"] is kept
            with instead([(language, "pipeline", lambda: other)]):
                assert not place.parse(gold.article.text).has_annotation("TAG")
        assert not len(pipeline.parse(""))
    assert facts == [read_article(gold.article, "")] * 2
    assert pipeline.parse is language.parse


def test_what_is_learnt_from_articles_can_be_handed_over_where_another_process_makes_it() -> None:
    gold = read_gold(GOLD, "n01-wire-cooper-deal")
    made = {station.name: station.text_of(gold) for station in STATIONS if not station.here}
    assert len(pickle.loads(pickle.dumps(made))) > 1


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


class Asked(Ensemble):
    """Networks that count how often they are asked."""

    times = 0

    def heard(self, inputs: Inputs, read: Sequence[Read] | None = None) -> list[tuple[float, ...]]:
        """The same as those that it is made of."""
        Asked.times += 1
        return super().heard(inputs, read)


@pytest.mark.parametrize(
    "training",
    [
        script.TRAINING
        for script in (
            fit_said_network,
            fit_occasion_network,
            fit_group_network,
            fit_pair_network,
            fit_slot_network,
            fit_motive_network,
            fit_actor_network,
        )
    ],
    ids=lambda training: str(training.name),
)
def test_trained_networks_are_asked_instead_of_those_that_are_kept(training: Training) -> None:
    gold = read_gold(GOLD, next(Path(GOLD).glob("h01-*.md")).stem)
    Asked.times = 0
    with instead(training.put(Asked(kept(training.name).members))):
        read_article(gold.article, "test")
    assert Asked.times > 0


@pytest.mark.parametrize("path", sorted(TRANSFORM.rglob("*_weights.py")), ids=lambda path: path.stem)
def test_tables_of_weights_are_as_they_are_written(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = runpy.run_path(str(path))
    monkeypatch.setattr(fitting, "TRANSFORM", tmp_path)
    written = fitting.write(path.stem, held["__doc__"], {name: value for name, value in held.items() if name.isupper()})
    assert written.read_bytes() == path.read_bytes()


def test_a_cue_is_read_again_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "TRANSFORM", tmp_path)
    cues = {'between "': 0.5, "before \\": -0.25, "after '": 1.0, "both \"'": 2.0}
    written = fitting.write("tried_weights", "Tables.", {"WEIGHTS": {"HOSTS": cues}})
    assert runpy.run_path(str(written))["WEIGHTS"] == {"HOSTS": cues}


def test_what_holds_either_way_round_is_one_relation() -> None:
    assert fit_pairs.ordered("Dev Rao", "RELATED_TO", "Ann Lowe") == fit_pairs.ordered("Ann Lowe", "RELATED_TO", "Dev Rao")
    assert fit_pairs.ordered("Dev Rao", "CRITICIZED", "Ann Lowe") == ("Dev Rao", "CRITICIZED", "Ann Lowe")
