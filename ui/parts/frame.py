"""The frame of every page: its heading with one sentence, and what is shown when something fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from graph.errors import GreenroomError, QueryTimeout, StoreUnavailable

_LOG = logging.getLogger(__name__)


def heading(title: str, sentence: str) -> None:
    """The title of a page and the one sentence that explains it."""
    st.title(plain(title), anchor=False)
    st.caption(sentence)


@contextmanager
def guard() -> Iterator[None]:
    """Draw a page inside: errors become one line in plain words, never a traceback."""
    try:
        yield
    except StoreUnavailable as err:
        st.error(f"The store does not answer: {plain(str(err))}", icon=":material/cloud_off:")
        st.button("Try again", type="primary", icon=":material/refresh:")
    except QueryTimeout as err:
        st.warning(plain(str(err)), icon=":material/timer_off:")
    except GreenroomError as err:
        st.error(plain(str(err)), icon=":material/error:")
    except Exception:
        _LOG.exception("a page failed")
        st.error("Something went wrong on this page; the log of the program says what. Nothing was changed.", icon=":material/error:")
        st.button("Try again", type="primary", icon=":material/refresh:")


# Characters that turn the direction of what follows them: a name could make the words beside it read otherwise (Unicode TR 36).
_TURNING = str.maketrans(dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"))


def tamed(text: str) -> str:
    """Text from outside without characters that would turn the direction of the text beside it; its length stays."""
    return text.translate(_TURNING)


_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()<>#+-.!|~$:&^="})


def plain(text: str) -> str:
    """Text from outside, so that Streamlit's Markdown shows it letter for letter."""
    return " ".join(tamed(text).split()).translate(_MARKDOWN)
