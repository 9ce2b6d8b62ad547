from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.grouping import group
from graph.occasions import Key, Report, compatible, dated_to_the_day, day_number, linked, strength

some = st.sampled_from


def few(letters: str, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(some(letters), max_size=most, unique=True).map(tuple)


reports = st.builds(
    Report,
    article=some("uvwxyz"),
    local=some(["a", "b", "c"]),
    published=some([None, "", "2024", "2024-08-12", "2024-08-13", "2024-08-15", "2024-09-01"]),
    kind=some(["podcast", "interview", "other", "rally"]),
    status=some(["occurred", "occurred", "planned"]),
    guests=some([("a",), ("a",), ("a", "b"), ("b",), ()]),
    hosts=some([("h",), ("h",), ("b",), ()]),
    show=some([None, "s", "s", "t"]),
    platforms=few("fg", 1),
    place=some([None, None, "p", "q"]),
    date=some([None, None, "2024", "2024-08", "2024-08-12", "2024-08-13", "2024-08-20"]),
    usual=few("ah", 1),
    joined=some([(), (), (), ("1",)]),
    apart=some([(), (), (), ("3",)]),
)


def plain(found: list[Report]) -> set[frozenset[Key]]:
    """The outcome as it is defined: all pairs, one after the other."""

    def gap(a: Report, b: Report) -> int:
        if dated_to_the_day(a) == dated_to_the_day(b):
            return 0
        undated, dated = (b, a) if dated_to_the_day(a) else (a, b)
        days = day_number(undated.published), day_number(dated.date)
        return 0 if days[0] is None or days[1] is None else abs(days[0] - days[1])

    def rank(a: Report, b: Report) -> tuple[int, int, int, int]:
        joined, points, people = strength(a, b)
        return -joined, -points, gap(a, b), -people

    groups = {r.key: [r] for r in found}
    pairs = [(a, b) for a, b in combinations(sorted(found, key=lambda r: r.key), 2) if linked(a, b)]
    for a, b in sorted(pairs, key=lambda p: (rank(*p), p[0].key, p[1].key)):
        left, right = groups[a.key], groups[b.key]
        if left is not right and (set(a.joined) & set(b.joined) or all(compatible(x, y) for x in left for y in right)):
            left += right
            groups |= {r.key: left for r in right}
    return {frozenset(r.key for r in g) for g in groups.values()}


@settings(max_examples=600, deadline=None)
@given(st.lists(reports, max_size=16, unique_by=lambda r: r.key))
def test_groups_are_those_of_a_plain_loop_over_all_pairs(found: list[Report]) -> None:
    assert {frozenset(r.key for r in g) for g in group(found)} == plain(found)


def test_many_reports_of_one_guest_on_one_show_take_little_time() -> None:
    one = Report("", "a", "2024-08-13", "podcast", "occurred", ("a",), ("h",), "s")
    days = [f"2024-{n % 12 + 1:02}-{n // 12 % 28 + 1:02}" for n in range(4000)]
    found = [replace(one, article=f"{n}", published=day, date=day if n % 2 else None) for n, day in enumerate(days)]
    start = time.process_time()
    groups = group(found)
    # all pairs would be eight million, a minute and more
    assert time.process_time() - start < 10
    # those without a day go together, and the first of them was published before any of the visits
    assert len(groups) == len(set(days[1::2])) + 1
