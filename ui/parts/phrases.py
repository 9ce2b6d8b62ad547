"""How the explorer words things: figures, dates, relation types."""

from __future__ import annotations

from datetime import date

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def number(value: float | int | None) -> str:
    """A figure with thousands parted by commas; millions and more in words."""
    if value is None:
        return "–"
    if abs(value) >= 1_000_000_000:
        return f"{value / 1_000_000_000:,.3g} billion"
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:,.3g} million"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def count(value: int, word: str, words: str | None = None) -> str:
    """`1 article`, `2 articles`."""
    return f"{number(value)} {word if value == 1 else words or word + 's'}"


def day(iso: str | None) -> str:
    """`2024-08-05` as `5 August 2024`, `2024-08` as `August 2024`; what is no ISO date as it stands."""
    if not iso:
        return "no date"
    parts = str(iso).split("-")
    try:
        if len(parts) == 3:
            when = date.fromisoformat(str(iso))
            return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
        if len(parts) == 2:
            return f"{_MONTHS[int(parts[1]) - 1]} {int(parts[0])}"
    except (ValueError, IndexError):
        pass
    return str(iso)


def words(edge_type: str) -> str:
    """A relation type in plain words: `BANNED_FROM` as `banned from`."""
    return edge_type.replace("_", " ").lower()


def shorten(text: str, limit: int = 80) -> str:
    """`text` cut at a word, with an ellipsis, where it is longer than `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip(" ,;:–-") + "…"
