from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from etl.copying import copy
from etl.load import load, loaded, loaded_words, remove
from graph.errors import InputError, StoreError
from graph.export import export
from graph.export.dump import dump
from graph.records import Facts
from graph.store import Store


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export(store, "csv", folder)}


@pytest.mark.parametrize("direction", ["to the server", "from the server"])
def test_a_copy_has_the_same_exports(
    embedded_store: Store, neo4j_store: Store, sample: dict[str, Facts], tmp_path: Path, direction: str
) -> None:
    source, target = (embedded_store, neo4j_store) if direction == "to the server" else (neo4j_store, embedded_store)
    many = [replace(f, article=replace(f.article, id=f"{id_}/{n}|x")) for n in range(20) for id_, f in sample.items()]
    load(source, many)
    steps: list[tuple[int, int]] = []
    assert copy(source, target, progress=lambda done, known: steps.append((done, known))) == (60, 60)
    assert steps[-1] == (60, 60)
    assert exported(target, tmp_path / "target") == exported(source, tmp_path / "source")
    assert (loaded(target), loaded_words(target)) == (loaded(source), loaded_words(source))
    # what was not copied, or copied before it changed, is copied when it runs again
    remove(target, many[0].article.id)
    load(source, [replace(many[1], relations=())])
    assert copy(source, target) == (60, 2)
    assert copy(source, target) == (60, 0)


def test_a_copy_is_not_mixed_with_other_articles(store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(store, [sample["rally"]])
    with Store.open(str(tmp_path / "other.db")) as other:
        load(other, [sample["interview"]])
        before = dump(other)
        with pytest.raises(InputError, match="for example interview: copy into an empty store"):
            copy(store, other)
        assert dump(other) == before


def test_a_difference_is_told(store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(store, sample.values())
    with Store.open(str(tmp_path / "other.db")) as other:
        assert copy(store, other) == (3, 3)
        other.write("MATCH (:Organization)-[r:OWNS]->(:Show) SET r.mentions = 3")
        with pytest.raises(StoreError, match="differs"):
            copy(store, other)
