"""The terms on which the explorer takes articles in: how it fetches pages, and what a form says of dates and columns."""

from __future__ import annotations

import os
from collections.abc import Mapping

import streamlit as st

from etl.extract.dates import latest_today, published_day
from etl.extract.kept_pages import Pages, usual_folder
from etl.extract.terms import FIELDS, Terms
from etl.extract.visitor import Visitor
from etl.rejects import Unfit
from ui.parts.frame import plain


def terms(published: str | None = None, columns: Mapping[str, str] | None = None) -> Terms:
    """The terms: pages are fetched politely, private ones only where GREENROOM_FETCH_PRIVATE is 1."""
    private = os.environ.get("GREENROOM_FETCH_PRIVATE") == "1"
    return Terms(published=published, columns=columns or {}, fetch=Visitor(private=private, kept=Pages(usual_folder())).page)


def as_given(published: str, columns: str) -> Terms | None:
    """The terms that a form gives; None when something in it has to be mended first, which is said on the page.

    Args:
        published: the day of articles that bear none, or nothing.
        columns: `field=name` pairs with commas between them, or nothing.
    """
    try:
        day = published_day(published, latest_today())
    except Unfit as unfit:
        st.error(plain(f"Published: {unfit.reason.value}: {unfit.detail}"), icon=":material/event_busy:")
        return None
    named: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in columns.split(","))):
        field, _, name = (word.strip() for word in pair.partition("="))
        if field not in FIELDS or not name:
            st.error(f"Columns are given as field=name, with the fields {', '.join(FIELDS)}.", icon=":material/view_column:")
            return None
        named[field] = name
    return terms(day, named)
