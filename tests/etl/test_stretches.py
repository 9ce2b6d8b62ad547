"""Stretches are found by the characters that they share, or by nearness."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.transform.stretches import Stretches

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=30), SPANS, st.integers(0, 40))
def test_those_that_touch_are_found_in_the_order_in_which_they_came(
    spans: list[tuple[int, int]], asked: tuple[int, int], within: int
) -> None:
    known: Stretches[int] = Stretches()
    for n, (start, end) in enumerate(spans):
        known.add(start, end, n)
    start, end = asked
    right = [n for n, (s, e) in enumerate(spans) if s < end + within and start < e + within]
    assert [n for _, _, n in known.touching(start, end, within=within)] == right
    assert list(known) == list(range(len(spans)))
