"""A network hears each stretch by its own words and what stands around it, whatever else is read with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import fmean

import numpy as np
import pytest

from benchmarks.hearing_steps import stretches_of, words_of
from etl.evaluate.gold import read_gold
from etl.transform import hearing, motives
from etl.transform.hearing import FEW, FOLDER, Ensemble, kept
from etl.transform.hearing_inputs import Inputs, inputs, joined
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from graph.errors import LanguageError
from graph.records import Article

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
AIM = "Mara Quill, the mayor of Leeds, joined a stream on Twitch to reach young renters. “They do not read papers,” Quill said."
NONE = "Dan Orrick resigned to spend time with his family. The council meets on Monday to vote on the budget."


def given(text: str) -> tuple[Reading, Inputs]:
    """`text` and what the network is given of it."""
    reading = reading_of(Article("a", text, published="2025-03-04"))
    said = hear(reading)
    found, actors = motives.marked(reading, [], said)
    return reading, inputs(reading, actors.sentences, [(c.start, c.end, c.kind) for c in found])


def flat(known: Inputs) -> list[float]:
    """What the network of motives hears, stretch by stretch."""
    return [strength for (strength,) in kept("motives").heard(known)]


def test_places_are_the_words_of_the_stretch_and_those_around() -> None:
    reading, known = given(AIM)

    def words(place: tuple[int, int]) -> str:
        return " ".join(t.text for t in reading.words[slice(*place)])

    stretch, before, behind, last, following = next(
        [words(place) for place in places] for places, kind in zip(known.places.tolist(), known.kinds, strict=True) if kind == "to"
    )
    assert stretch == "to reach young renters"
    assert (before.split()[0], before.split()[-1], behind, last) == ("Mara", "Twitch", ".", "")
    assert following.endswith("Quill said .")


def test_means_are_those_of_the_words_of_each_place() -> None:
    _, known = given(AIM)
    network = kept("motives").members[0]
    words = words_of(network, known).last
    run = stretches_of(network, words, known)
    for n, places in enumerate(known.places.tolist()):
        for place, (start, end) in enumerate(places):
            mean = words[start:end].sum(axis=0) / (end - start + FEW)
            found = run.means[n].reshape(-1)[place * run.noticed.shape[1] * mean.size :][: mean.size]
            assert found == pytest.approx(mean, abs=1e-4)


def test_a_word_takes_in_its_neighbours_and_its_head() -> None:
    _, known = given(AIM)
    words = np.arange(2 * len(known.heads), dtype=np.float32).reshape(-1, 2)
    around = hearing.with_neighbours(words, known.heads, 3, len(words)).reshape(len(words) - 3, -1, 2)
    n = len(words) - 2
    assert [row.tolist() for row in around[n - 3]] == [
        *(words[at].tolist() if at < len(words) else [0, 0] for at in range(n - 2, n + 3)),
        words[known.heads[n]].tolist(),
    ]


def test_a_word_that_was_not_learnt_counts_as_unknown() -> None:
    _, known = given(AIM)
    network = kept("motives").members[0]
    learnt = np.isin(known.lemmas, network.lemmas)
    own = words_of(network, known).given[:, -network.weights["lemma"].shape[1] :]
    assert learnt.any()
    assert not learnt.all()
    assert (np.abs(own).sum(axis=1) > 0).tolist() == learnt.tolist()


def test_articles_read_together_are_heard_as_each_alone_but_for_words_at_their_ends() -> None:
    rain = "It rained all day and all night long."
    both = [given(f"{rain} {rain} {text} {rain} {rain}")[1] for text in (AIM, NONE)]
    alone = [z for one in both for z in flat(one)]
    together = flat(joined(both))
    reach = hearing.SIDES * len(kept("motives").members[0].convolutions)
    inner = [
        all(reach <= start and end <= len(one.heads) - reach for start, end in places if start < end)
        for one in both
        for places in one.places.tolist()
    ]
    assert sum(inner) > len(inner) / 3
    assert [z for z, is_inner in zip(together, inner, strict=True) if is_inner] == pytest.approx(
        [z for z, is_inner in zip(alone, inner, strict=True) if is_inner], abs=0.011
    )


def test_stretches_that_share_places_are_heard_as_each_for_itself() -> None:
    _, known = given(" ".join([AIM, NONE] * 3))
    network = kept("motives").members[0]
    assert network.heard(known, network.read(known)) == pytest.approx(stretches_of(network, network.last(known), known).heard, abs=1e-3)


def test_the_words_of_a_long_article_are_made_block_by_block_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _, known = given(" ".join([AIM, NONE] * 3))
    network = kept("motives").members[0]
    monkeypatch.setattr(hearing, "BLOCK", 7)
    assert network.last(known) == pytest.approx(words_of(network, known).last, abs=1e-4)


def test_the_network_is_asked_only_in_articles_of_some_length() -> None:
    def heard(text: str) -> list[float | None]:
        reading = reading_of(Article("a", text, published="2025-03-04"))
        return [c.heard for c in motives.marked(reading, [], hear(reading))[0]]

    assert set(heard(AIM)) == {None}
    assert None not in heard(" ".join([AIM, NONE] * 3))


def test_motives_of_an_article_are_heard_more_strongly_than_what_is_none() -> None:
    gold = read_gold(str(GOLD), next(GOLD.glob("h01-*.md")).stem)
    reading = reading_of(gold.article)
    found, _ = motives.marked(reading, [], hear(reading))
    told = {c: any(m.start < c.end and c.start < m.end for m in gold.facts.motives) for c in found}
    motive, none = (fmean(c.heard for c, tells in told.items() if tells is wanted) for wanted in (True, False))
    assert motive > none + 1


def test_nothing_is_heard_where_there_is_no_stretch() -> None:
    _, known = given(AIM)
    assert kept("motives").heard(replace(known, places=known.places[:0], kinds=(), shapes=known.shapes[:0])) == []


def test_kinds_that_it_has_not_learnt_are_heard_by_their_words_alone() -> None:
    _, known = given(AIM)
    strange = replace(known, kinds=("strange",) * len(known.kinds))
    assert np.isfinite(kept("motives").heard(strange)).all()


@pytest.mark.parametrize("name", ["motives", "groups", "actors", "pairs", "slots"])
def test_what_is_written_is_read_again(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = kept(name)
    monkeypatch.setattr(hearing, "FOLDER", tmp_path / "networks")
    whole.write(hearing.FOLDER / f"{name}.npz")
    again = kept.__wrapped__(name)
    assert isinstance(again, Ensemble)
    assert len(again.members) == len(whole.members)
    for one, other in zip(again.members, whole.members, strict=True):
        assert one.kinds == other.kinds
        assert all((one.weights[key] == w).all() for key, w in other.weights.items())


def test_an_ensemble_says_the_mean_of_its_members() -> None:
    _, known = given(AIM)
    (member, *_) = kept("motives").members
    weights = {**member.weights, "heard base": member.weights["heard base"] + np.float32(1)}
    both = Ensemble((member, replace(member, weights=weights)))
    one = [strength for (strength,) in Ensemble((member,)).heard(known)]
    assert [strength for (strength,) in both.heard(known)] == pytest.approx([z + 0.5 for z in one], abs=0.011)


@pytest.mark.parametrize("left", [None, 1000], ids=["missing", "cut off"])
def test_weights_that_cannot_be_read_are_told_with_their_file(left: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "FOLDER", tmp_path)
    if left is not None:
        (tmp_path / "groups.npz").write_bytes((FOLDER / "groups.npz").read_bytes()[:left])
    with pytest.raises(LanguageError, match=r"groups\.npz"):
        kept.__wrapped__("groups")


@pytest.mark.parametrize("more", ["traits", "shapes"])
def test_a_network_of_another_version_is_told_as_such(more: str) -> None:
    _, known = given(AIM)
    wider = replace(known, **{more: np.concatenate([getattr(known, more)] * 2, axis=1)})
    with pytest.raises(LanguageError, match=r"motives\.npz: the network is of another version"):
        kept("motives").heard(wider)


def test_a_network_that_lacks_a_matrix_is_told_as_of_another_version() -> None:
    _, known = given(AIM)
    networks = kept("motives")
    network = networks.members[0]
    assert network.fits(known)
    for name in hearing.MATRICES:
        lacking = replace(network, weights={key: w for key, w in network.weights.items() if key != name})
        assert not lacking.fits(known), name
        with pytest.raises(LanguageError, match=r"motives\.npz: the network is of another version"):
            replace(networks, members=(lacking,)).heard(known)
