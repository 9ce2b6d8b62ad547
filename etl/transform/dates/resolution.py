"""The TIMEX3 value of a time expression, by its kind, against the publication date and what was named before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etl.transform.dates import calendar_dates, near_days, spans
from etl.transform.dates.context import Context, Value
from etl.transform.dates.grammar import Expression

VALUES: Mapping[str, Callable[[Expression, Context], Value]] = {
    "iso": calendar_dates.iso_value,
    "slashed": calendar_dates.slashed_value,
    "date": calendar_dates.date_value,
    "nth": calendar_dates.nth_value,
    "month": calendar_dates.month_value,
    "year": calendar_dates.year_value,
    "decade": calendar_dates.decade_value,
    "century_no": calendar_dates.century_value,
    "quarter": calendar_dates.quarter_value,
    "weekday": near_days.weekday_value,
    "weekdays": near_days.weekdays_value,
    "deictic": near_days.deictic_value,
    "part": near_days.part_value,
    "season": calendar_dates.season_value,
    "unit": spans.unit_ref_value,
    "the_unit": spans.unit_ref_value,
    "edge": spans.edge_value,
    "ago": spans.ago_value,
    "hence": spans.hence_value,
    "apart": spans.apart_value,
    "same": spans.same_value,
    "part_of": spans.part_of_value,
    "holiday": calendar_dates.holiday_value,
    "clock": near_days.clock_time_value,
    "hour": near_days.clock_time_value,
    "length": spans.whole_value,
    "sun": near_days.sun_value,
    "military": near_days.clock_time_value,
    "duration": spans.duration_value,
    "bare": spans.bare_value,
    "recent": spans.recent_value,
    "whole": spans.whole_value,
    "every": spans.every_value,
    "rate": spans.rate_value,
    "frequency": spans.frequency_value,
    "reference": spans.reference_value,
}
