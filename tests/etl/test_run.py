"""The run: what it loads, passes over, leaves out, and how it goes on after being cut short."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import etl.attempts
from etl.load import loaded
from etl.rejects import Reason
from etl.run import Reading, ingest, load_files
from graph.errors import FactsError, InputError, LanguageError
from graph.records import Article, Facts
from graph.store import Store
from tests.environment import uncovered

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (
    "Ada Pell spoke with Tom Weller on his podcast on Monday.",
    "Otto Brandt held a rally in Lund on Friday.",
    "“We will win,” Mia Falk told Radio West.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(str(tmp_path / "store.db")) as opened:
        yield opened


def write(folder: Path, number: int, text: str | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{number:03}.md"
    body = text or f"{SENTENCES[number % len(SENTENCES)]} It was report number {number}."
    path.write_text(f"---\ntitle: Report {number}\npublished: 2024-03-06\n---\n{body}\n")
    return path


def test_what_has_not_changed_is_not_read_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "articles"
    for number in range(3):
        write(folder, number)
    first = ingest([str(folder)], store)
    assert (first.added, first.updated, first.unchanged, first.articles) == (3, 0, 0, 3)
    write(folder, 1, "Something else happened.")
    write(folder, 3)
    read: list[str] = []
    real = etl.attempts.read
    monkeypatch.setattr("etl.attempts.read", lambda article: (read.append(article.id), real(article))[1])
    second = ingest([str(folder)], store)
    assert (second.added, second.updated, second.unchanged) == (1, 1, 2)
    assert read == ["001", "003"]
    again = ingest([str(folder)], store, again=True)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)
    assert len(read) == 6


def test_the_same_words_under_another_name_are_rejected_in_a_later_run_too(tmp_path: Path, store: Store) -> None:
    first = write(tmp_path / "one", 1, "The same words.")
    other = write(tmp_path / "two", 2, "The  same\nwords.")
    for paths in ([first.parent, other.parent], [other]):
        (reject,) = ingest([str(p) for p in paths], store).rejects
        assert (reject.path, reject.reason) == (str(other), Reason.DUPLICATE)
    assert "001" in reject.detail
    assert list(loaded(store)) == ["001"]


def test_words_of_a_rewritten_article_are_free_for_another(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "articles"
    write(folder, 1, "Old words.")
    ingest([str(folder)], store)
    write(folder, 1, "New words.")
    write(folder, 2, "Old words.")
    summary = ingest([str(folder)], store)
    assert (summary.added, summary.updated, summary.rejects) == (1, 1, ())


def test_an_article_that_breaks_the_extraction_is_rejected_and_the_rest_loaded(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        write(tmp_path / "articles", number)
    real = etl.attempts.read

    def fragile(article: Article) -> Facts:
        if article.id == "001":
            raise ValueError("a rule\nstumbled")
        return real(article)

    monkeypatch.setattr("etl.attempts.read", fragile)
    for workers in (1, 2):
        reading = Reading([str(tmp_path / "articles")], workers=workers)
        assert [facts.article.id for facts in reading] == ["000", "002"]
        (reject,) = reading.rejects
        assert str(reject).endswith("001.md: extraction failed: ValueError: a rule stumbled")


def test_trouble_with_the_run_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(article: Article) -> Facts:
        raise LanguageError("no English pipeline")

    monkeypatch.setattr("etl.attempts.read", missing)
    with pytest.raises(LanguageError):
        list(Reading([str(write(tmp_path, 1))]))
    with pytest.raises(InputError, match="missing"):
        Reading([str(tmp_path / "missing")])


def test_progress_counts_every_article_and_rejects_stay_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Ada Pell spoke."}\nbad\n{"text": "Otto Brandt spoke."}\n')
    (tmp_path / "b.md").write_text("")
    (tmp_path / "c.md").write_text("Mia Falk spoke.")
    steps: list[tuple[int, int]] = []
    reading = Reading([str(tmp_path)], progress=lambda done, total: steps.append((done, total)))
    assert [facts.article.id for facts in reading] == ["a-1", "a-3", "c"]
    assert [reject.reason for reject in reading.rejects] == [Reason.BROKEN, Reason.EMPTY]
    assert [done for done, _ in steps] == [1, 2, 3, 4, 5]
    assert steps[-1] == (5, 5)


def test_two_records_with_one_id(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "Ada Pell spoke."}\n{"id": "x", "text": "Otto Brandt spoke."}\n')
    reading = Reading([str(tmp_path)])
    assert len(list(reading)) == 1
    assert reading.rejects[0].reason is Reason.DUPLICATE


def test_load_files(tmp_path: Path, store: Store) -> None:
    good = Facts(Article("x", "Some text.")).to_json()
    (tmp_path / "good.jsonl").write_text(good + "\n\n")
    (tmp_path / "bad.jsonl").write_text(good + "\n{}\n")
    assert load_files([str(tmp_path / "good.jsonl")], store).added == 1
    assert load_files([str(tmp_path / "good.jsonl")], store).unchanged == 1
    with pytest.raises(FactsError, match="line 2: no 'article' object"):
        load_files([str(tmp_path / "bad.jsonl")], store)
    with pytest.raises(InputError, match="no such file"):
        load_files([str(tmp_path / "none.jsonl")], store)


def test_control_c_leaves_a_store_that_opens_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    for number in range(150):
        write(folder, number, " ".join(f"{sentence} It was report {number}.{i}." for i in range(4) for sentence in SENTENCES))
    address = str(tmp_path / "store.db")
    command = [sys.executable, "-m", "ui.cli", "ingest", str(folder), "--store", address]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=uncovered())
    until = time.monotonic() + 60
    with Store.open(address, read_only=True) as store:
        while len(loaded(store)) < 3 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        kept = set(loaded(store))
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "greenroom: stopped"
    assert "Traceback" not in err
    assert 3 <= len(kept) < 150
    with Store.open(address) as store:
        summary = ingest([str(folder)], store)
        assert (summary.unchanged, summary.added) == (len(kept), 150 - len(kept))
        assert len(loaded(store)) == 150
