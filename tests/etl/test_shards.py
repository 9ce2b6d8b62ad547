"""Shards: what was read is on disk before it is loaded, and no crash costs more than the articles in flight."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import etl.attempts
from etl.attempts import Failure, attempt
from etl.run import ingest, load_files, waiting
from etl.shards import Shards
from graph.errors import InputError, StoreUnavailable
from graph.export.dump import dump
from graph.identity import input_digest
from graph.records import Article, Facts
from graph.store import Store
from tests.environment import uncovered

ROOT = Path(__file__).resolve().parents[2]


def facts(number: int) -> Facts:
    return Facts(Article(f"a{number}", f"Nothing happened, {number} times.", f"Report {number}"))


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.md").write_text(
            f"---\ntitle: Report {n}\noutlet: Harbour Wire\npublished: 2024-03-{1 + n % 28:02}\n---\n"
            f"Ada Pell was the guest of Tom Weller on his podcast Night Desk on March {1 + n % 28}. The episode drew {n + 10},000 listeners. "
            f"“We will win {n} seats,” Pell said. She criticized Otto Brandt, who runs against her in Lund.\n"
        )
    return folder


def test_what_was_added_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.shards._LINES", 2)
    with Shards(tmp_path / "s") as shards:
        for n in range(5):
            shards.put(facts(n))
            shards.put(facts(n))
    assert [p.name for p in sorted((tmp_path / "s").glob("*.jsonl"))] == ["000001.jsonl", "000002.jsonl", "000003.jsonl"]
    with Shards(tmp_path / "s") as again:
        assert len(again) == 5
        assert again.get(input_digest(facts(3).article)) == facts(3)
        newer = replace(facts(3).article, extractor="another")
        assert again.get(input_digest(newer)) is None
        again.clear()
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_what_a_crash_left_half_written_is_cut_off(tmp_path: Path, embedded_store: Store, cut: int) -> None:
    with Shards(tmp_path) as shards:
        for n in range(3):
            shards.put(facts(n))
    lines = tmp_path / "000001.jsonl"
    whole = lines.read_bytes()
    lines.write_bytes(whole[:-cut])
    with Shards(tmp_path) as shards:
        assert input_digest(facts(2).article) not in shards
        assert shards.get(input_digest(facts(1).article)) == facts(1)
        shards.put(facts(2))
    assert lines.read_bytes() == b"".join(whole.splitlines(keepends=True)[:2])
    # each shard is a file of facts as any other
    assert load_files([str(p) for p in sorted(tmp_path.glob("*.jsonl"))], embedded_store).added == 3


def test_an_index_line_without_its_facts_does_not_count(tmp_path: Path) -> None:
    with Shards(tmp_path) as shards:
        shards.put(facts(0))
        shards.put(facts(1))
    index = tmp_path / "000001.index"
    index.write_bytes(index.read_bytes()[:-3])
    (tmp_path / "000002.index").write_bytes(b"nonsense\n")
    with Shards(tmp_path) as shards:
        assert len(shards) == 1


def test_another_run_keeps_its_shard(tmp_path: Path) -> None:
    with Shards(tmp_path) as one:
        one.put(facts(0))
        # another run is between its line and its index line
        with (tmp_path / "000001.jsonl").open("ab") as file:
            file.write(b"half a line")
        with Shards(tmp_path) as other:
            other.put(facts(1))
        assert (tmp_path / "000001.jsonl").read_bytes().endswith(b"half a line")


def test_a_run_that_is_through_leaves_the_shards_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.shards._LINES", 1)
    folder = tmp_path / "s"
    with Shards(folder) as one, Shards(folder) as other:
        one.put(facts(0))
        other.put(facts(1))
        one.clear()
        assert [p.name for p in sorted(folder.iterdir())] == ["000002.index", "000002.jsonl"]
        assert other.get(input_digest(facts(1).article)) == facts(1)
        other.put(facts(2))
        other.clear()
        assert not folder.exists()
        one.put(facts(3))
    with Shards(folder) as again:
        assert len(again) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="file"):
        Shards(tmp_path / "file" / "shards")


def test_what_was_read_is_not_read_again_after_a_crash(tmp_path: Path, embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    etl.attempts.read(Article("first", "Ada Pell met Tom Weller.", ""))  # what is loaded for the first article counts as waiting for it
    folder = articles(tmp_path / "articles", 6)
    read: list[str] = []
    real = etl.attempts.read
    monkeypatch.setattr("etl.attempts.read", lambda article: (read.append(article.id), real(article))[1])
    with monkeypatch.context() as broken:

        def gone(*_: object) -> None:
            raise StoreUnavailable("the server is gone")

        broken.setattr(Store, "transaction", gone)
        with pytest.raises(StoreUnavailable):
            ingest([str(folder)], embedded_store)
    assert len(read) == 6
    assert waiting(embedded_store).is_dir()
    assert ingest([str(folder)], embedded_store).added == 6
    assert len(read) == 6
    assert not waiting(embedded_store).exists()
    # in a folder that is named they stay, for another store
    assert ingest([str(folder)], embedded_store, again=True, shards=tmp_path / "kept").unchanged == 6
    with Shards(tmp_path / "kept") as kept:
        assert len(kept) == 6


def test_an_article_that_takes_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(article: Article) -> Facts:
        while True:
            try:
                sum(range(1000))
            except Exception:  # a rule that forgives everything
                continue

    monkeypatch.setattr("etl.attempts.read", slow)
    monkeypatch.setattr("etl.attempts.ARTICLE_SECONDS", 0.2)
    assert attempt(Article("a", "Words.", "")) == Failure("a", "reading it took longer than 0.2 seconds")


def test_killed_at_fifty_moments_it_comes_to_the_same_graph(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", 60)
    with Store.open(str(tmp_path / "undisturbed.db")) as store:
        ingest([str(folder)], store)
        wanted = dump(store)
    command = [sys.executable, str(Path(__file__).with_name("killing.py")), str(folder), str(tmp_path / "stores"), "50", "7"]
    (tmp_path / "stores").mkdir()
    done = subprocess.run(
        command, cwd=ROOT, env=uncovered() | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    *stores, killed = done.stdout.split()
    assert int(killed) == 50
    for url in stores:
        with Store.open(url) as store:
            found = dump(store)
            assert found == wanted
