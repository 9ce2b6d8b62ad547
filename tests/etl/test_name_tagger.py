"""The trained tagger of names is computed as spaCy would compute it, and marks names that no list knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.pipeline import EntityRecognizer

from etl.transform import name_tagger
from etl.transform.language import installed, parse, pipeline
from etl.transform.name_tagger import FOLDER, KEY, NETWORK, add_tagger, marked
from graph.errors import LanguageError

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"


def test_what_it_marks_is_what_spacy_would_mark() -> None:
    plain = installed()
    theirs = plain.create_pipe("ner", config={"model": dict(NETWORK)})
    assert isinstance(theirs, EntityRecognizer)
    theirs.from_disk(FOLDER, exclude=["vocab"])
    for path in sorted(GOLD.glob("h0*.md"))[:3]:
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            doc = pipeline()(line)
            ours = [(s.start, s.end, s.label_) for s in doc.spans[KEY]]
            assert ours == [(e.start, e.end, e.label_) for e in theirs(plain.make_doc(line)).ents]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She told the story on her podcast, The Brindle Hour, last week.", "The Brindle Hour", "SHOW"),
        ("In an interview with Radio Brindle the mayor denied it.", "Radio Brindle", "OUTLET"),
        ("Tess Moran, a spokeswoman for the union, told reporters that it would wait.", "Tess Moran", "PERSON"),
        ("She has 40,000 followers on Twitch and 12,000 on Instagram.", "Instagram", "PLATFORM"),
    ],
)
def test_names_are_marked_where_they_stand(text: str, name: str, label: str) -> None:
    paragraph = "It rained all day.\n\n"
    start = len(paragraph) + text.index(name)
    assert marked(parse(paragraph + text)).get(start) == (label, start, start + len(name))


@pytest.mark.parametrize("left", [None, 100_000], ids=["missing", "cut off"])
def test_weights_that_cannot_be_read_are_told_with_their_folder(left: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("cfg", "model", "moves"):
        whole = (FOLDER / name).read_bytes()
        if name != "model":
            (tmp_path / name).write_bytes(whole)
        elif left is not None:
            (tmp_path / name).write_bytes(whole[:left])
    monkeypatch.setattr(name_tagger, "FOLDER", tmp_path)
    with pytest.raises(LanguageError, match=tmp_path.name):
        add_tagger(installed())
