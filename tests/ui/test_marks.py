"""The marked text: every character comes out, escaped, whatever it is."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st

from ui.parts.frame import plain
from ui.parts.marks import Mark, reader

TEXT = "Priya Nair went on Night Shift.\n\nShe spoke to Tom Weller <script>alert(1)</script> & others."


def mark(part: str, label: str = "Person") -> Mark:
    """A mark on the first place where `part` stands."""
    start = TEXT.index(part)
    return Mark(start, start + len(part), label, f"id-{part}", part)


def words(html: str) -> str:
    """The text of the HTML without its tags."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_mention_has_colour_underline_tag_and_link() -> None:
    html = reader(TEXT, [mark("Priya Nair")])
    assert 'data-tag="Person"' in html
    assert "--mark:#" in html
    assert 'href="network?id=id-Priya+Nair"' in html


def test_the_tag_stands_at_the_first_mention_only() -> None:
    text = "Nair and Nair"
    html = reader(text, [Mark(0, 4, "Person", "p", "Nair"), Mark(9, 13, "Person", "p", "Nair")])
    assert html.count("data-tag") == 1
    assert html.count("<mark") == 2


def test_the_stretch_is_set_off_across_mentions() -> None:
    start, end = TEXT.index("went"), TEXT.index(".")
    html = reader(TEXT, [mark("Night Shift", "Show")], here=(start, end))
    assert html.count('id="here"') == 1
    assert words("".join(re.findall(r'class="here"[^>]*>([^<]*)<', html))) == "went on Night Shift"


def test_overlapping_marks_are_parted() -> None:
    html = reader(TEXT, [mark("Priya Nair"), mark("Nair")])
    assert html.count("<mark") == 1


@example("a\u202eb\u2066", [], 0)
@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90), st.text(max_size=8)), max_size=5), st.integers(0, 80)
)
def test_nothing_is_lost_and_nothing_escapes(text: str, spans: list[tuple[int, int, str]], at: int) -> None:
    marks = [Mark(s, e, "Person", name, name) for s, e, name in spans]
    html = reader(text, marks, here=(at, at + 9))
    bare = re.sub(
        r'<div class="reader">|</?p>|<span class="here"(?: id="here")?>|</span>|</div>|<a href="[^"<>]*" target="_self">|</a>|</mark>',
        "",
        html,
    )
    bare = re.sub(r'<mark style="--mark:[#\w]*"(?: data-tag="\w+")? title="[^"<>]*">', "", bare)
    assert "<" not in bare
    lines = "".join(b for b in text.split("\n") if b.strip()).replace("\r", "")
    assert unescape(bare).replace("\r", "") == re.sub("[\u202a-\u202e\u2066-\u2069]", "\ufffd", lines)


def test_what_would_turn_the_text_or_run_stays_text() -> None:
    hostile = "[Nair](javascript:alert(1)) \u202egnp.exe\u2066"
    html = reader(hostile, [])
    assert "href" not in html
    assert words(html) == hostile.replace("\u202e", "\ufffd").replace("\u2066", "\ufffd")
    assert plain(hostile) == "\\[Nair\\]\\(javascript\\:alert\\(1\\)\\) \ufffdgnp\\.exe\ufffd"
