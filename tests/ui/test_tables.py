"""Tables as CSV: what comes in comes out, and no cell is run as a formula."""

from __future__ import annotations

import io

import pandas as pd

from ui.parts.frame import plain
from ui.parts.tables import csv


def test_csv_reads_back() -> None:
    frame = pd.DataFrame({"name": ["Zoë, “Z”", "Ada\nLowe"], "reach": [580000, 2]})
    pd.testing.assert_frame_equal(pd.read_csv(io.BytesIO(csv(frame))), frame)


def test_a_formula_is_led_by_an_apostrophe() -> None:
    frame = pd.DataFrame({"name": ["=HYPERLINK(1)", "@x", "plain"], "n": [-1, 2, 3]})
    back = pd.read_csv(io.BytesIO(csv(frame)))
    assert back["name"].tolist() == ["'=HYPERLINK(1)", "'@x", "plain"]
    assert back["n"].tolist() == [-1, 2, 3]


def test_markdown_is_shown_letter_for_letter() -> None:
    assert plain("[a](b) *c* :red[d] $e$") == r"\[a\]\(b\) \*c\* \:red\[d\] \$e\$"
