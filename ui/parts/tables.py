"""A table with its download as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

_ROW = 36  # pixels
# A cell that begins so is run as a formula by spreadsheet programs (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(frame: pd.DataFrame) -> bytes:
    """The table as CSV in UTF-8; text that a spreadsheet would run as a formula is led by an apostrophe."""
    safe = frame.copy()
    for column in safe.columns:
        safe[column] = [f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA) else v for v in safe[column]]
    return safe.to_csv(index=False).encode("utf-8")


def _without_none(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with empty cells where text is missing: Streamlit would write "None"."""
    shown = frame.copy()
    for column in shown.columns:
        if not pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = [("" if v is None or v is pd.NA or v != v else v) for v in shown[column]]
    return shown


def table(
    rows: pd.DataFrame | Sequence[Mapping[str, Any]],
    name: str,
    *,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    hidden: Sequence[str] = (),
    on_row: Callable[[int], None] | None = None,
    height: int | str = "auto",
    download: bool = True,
    shown: bool = True,
) -> None:
    """Show `rows` and offer them as `name`.csv.

    Args:
        rows: a frame, or dicts with the same keys.
        name: of the file, and of the widget's state.
        alt: what the table holds, for screen readers.
        columns: Streamlit's column configuration by column.
        hidden: columns that are in the file but not on the page.
        on_row: called with the number of the row that was clicked.
        height: in pixels, or "auto"; of a table with few rows it is less.
        download: whether to offer the file.
        shown: whether to show the table, or to offer the file alone.
    """
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    if frame.empty:
        st.info("Nothing found.", icon=":material/search_off:")
        return
    if not shown:
        _offer(frame, name)
        return
    if isinstance(height, int) and (len(frame) + 1) * _ROW < height:
        height = "auto"
    filled = _without_none(frame)
    order = [c for c in frame.columns if c not in hidden]
    if on_row is None:
        st.dataframe(filled, hide_index=True, column_order=order, column_config=columns, height=height, key=f"table-{name}", alt=alt)  # type: ignore[arg-type]
    else:

        def chosen() -> None:
            picked = st.session_state[f"table-{name}"].selection.cells
            if picked:
                on_row(int(picked[0][0]))

        st.dataframe(
            filled,
            hide_index=True,
            column_order=order,
            column_config=columns,
            height=height,  # type: ignore[arg-type]
            key=f"table-{name}",
            alt=alt,
            on_select=chosen,
            selection_mode="single-cell",
        )
    if download:
        _offer(frame, name)


def _offer(frame: pd.DataFrame, name: str) -> None:
    st.download_button(
        f"CSV, {len(frame):,} {'row' if len(frame) == 1 else 'rows'}",
        data=lambda: csv(frame),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"csv-{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
