"""Backups: a store filled from one is equal to the one it was made of, and no damaged file loads anything."""

from __future__ import annotations

import gzip
import stat
import threading
from pathlib import Path

import pytest

from etl.backup import backup, checked, restore
from etl.correcting import add, now
from etl.corrections_log import log
from etl.load import load
from graph.corrections import Correction
from graph.errors import InputError
from graph.export.dump import dump
from graph.records import Facts
from graph.store import Store
from tests.stories import stories


def test_a_restored_store_is_equal(store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(store, [*sample.values(), *stories()])
    add(store, [Correction(0, "rename", ("Person.priya-nair",), "Priya R. Nair", who="test", when=now())])
    wanted, said = dump(store), log(store)
    assert "Priya R. Nair" in {n.name for n in wanted.nodes["Person"]}
    path = tmp_path / "all.greenroom.gz"
    assert backup(store, path) == 5
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    store.write("MATCH (n) DETACH DELETE n")
    load(store, [*sample.values()][:1])  # one that broke off
    assert restore(checked(path), store) == 5
    assert (dump(store), log(store)) == (wanted, said)
    again = tmp_path / "again.greenroom.gz"
    backup(store, again)
    assert again.read_bytes() == path.read_bytes()


def test_a_backup_is_made_while_others_load(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(embedded_store, sample.values())
    loading = threading.Thread(target=load, args=(embedded_store, stories()))
    loading.start()
    path = tmp_path / "all.greenroom.gz"
    count = backup(embedded_store, path)
    loading.join()
    assert 3 <= count <= 5
    with Store.open(str(tmp_path / "other.db")) as other:
        assert restore(checked(path), other) == count


@pytest.mark.parametrize("damage", ["cut", "changed", "other", "newer", "text"])
def test_no_damaged_file_loads_anything(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path, damage: str) -> None:
    load(embedded_store, sample.values())
    path = tmp_path / "all.greenroom.gz"
    backup(embedded_store, path)
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-200])
    elif damage == "text":
        path.write_text("no backup")
    else:
        changed = {
            "changed": [lines[0], *lines[2:]],
            "other": lines[1:],
            "newer": [lines[0].replace(b'"backup": 1', b'"backup": 2'), *lines[1:]],
        }
        path.write_bytes(gzip.compress(b"".join(changed[damage])))
    embedded_store.write("MATCH (n) DETACH DELETE n")
    with pytest.raises(InputError, match=r"all\.greenroom\.gz"):
        restore(checked(path), embedded_store)
    assert embedded_store.read("MATCH (n:Article) RETURN count(n) AS n") == [{"n": 0}]


def test_a_store_with_other_articles_is_left_alone(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(embedded_store, sample.values())
    backup(embedded_store, tmp_path / "b.gz")
    load(embedded_store, stories())
    with pytest.raises(InputError, match="restore into an empty store"):
        restore(checked(tmp_path / "b.gz"), embedded_store)
