"""The card of an appearance: who, where, when, before whom, how many and why, each with its sentences, and where articles disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from graph.subgraph import EvidenceRow
from graph.subgraph.appearances import Occasion, appearances
from graph.subgraph.tellings import Card, Filler, Telling
from graph.subgraph.tellings import card as read
from ui.parts import look
from ui.parts.frame import guard
from ui.parts.knowledge import known
from ui.parts.links import NETWORK, article_query, href, link, network_query
from ui.parts.mending import correct_this
from ui.parts.phrases import count, day, number
from ui.parts.tables import table

PARAMETER = "card"
"""Its name in the address."""
MOST_QUOTES = 6
_TERMS = {
    "guests": "Guests", "hosts": "Hosts", "shows": "Show", "platforms": "Platform", "places": "Place", "dates": "Date", "topics": "Topics",
}  # fmt: skip


def open_card(id_: str) -> None:
    """Show the card of this appearance from the next run on."""
    st.query_params[PARAMETER] = id_


def close() -> None:
    """Put the card away."""
    st.query_params.pop(PARAMETER, None)


def shown() -> None:
    """Draw the card that the address names; nothing where it names none. Call it at the end of a page."""
    wanted = st.query_params.get(PARAMETER, "")
    if wanted:
        _dialog(wanted)


@st.dialog("Appearance", width="medium", position="right", on_dismiss=close)
def _dialog(id_: str) -> None:
    with guard():
        _draw(known(read, id_))


def _draw(card: Card) -> None:
    node = card.node
    look.head(node.name, "Appearance")
    given = node.properties
    occasion: Occasion | None = next((o for o in known(appearances) if o.id == node.id), None)
    parts = [str(given.get("kind") or "other").replace("_", " "), str(given.get("status") or "occurred")]
    if given.get("date"):
        parts.append(day(given["date"]) + (f" (“{given['date_text']}”)" if given.get("date_text") else ""))
    if given.get("duration_minutes"):
        parts.append(f"{number(given['duration_minutes'])} minutes")
    parts.append(f"told in {count(len(card.tellings) or int(given.get('articles') or 0), 'article')}")
    look.small(" · ".join(parts))
    rows = [(term, _fillers(card.slots[slot])) for slot, term in _TERMS.items() if card.slots[slot] and slot != "dates"]
    if card.slots["dates"]:
        rows.append(("Date", _fillers(card.slots["dates"], dated=True)))
    if occasion and occasion.audiences:
        rows.append(("Before", look.escape("; ".join(occasion.audiences)) + "<small>audiences of its show, platform or host</small>"))
    if card.figures:
        rows.append(("Reach", "".join(_figure(name, f, node.name) for name, f in card.figures)))
    if card.motives:
        rows.append(("Why", "".join(f"<div>“{look.escape(m.node.name)}”{_sentences(m.proofs)}</div>" for m in card.motives)))
    rows.append(("Told", _sentences(card.proofs, opened=True)))
    look.card(rows)
    if len(card.tellings) > 1:
        _side_by_side(card.tellings, card.disputed)
    link(NETWORK, "See it in the network", network_query(node.id), icon=":material/hub:")
    correct_this(node.id, "card")


def _side_by_side(tellings: Sequence[Telling], disputed: Sequence[str]) -> None:
    said = f"They disagree on {', '.join(disputed)}." if disputed else "They do not contradict each other."
    st.markdown(f"**What each article says** :gray[{said}]")
    terms = [t for t in tellings[0].values if any(told.values[t] for told in tellings)]
    look.compared(
        ["", *(f"{t.outlet or t.title} · {day(t.published)}" for t in tellings)],
        [[t, *("; ".join(told.values[t]) for told in tellings)] for t in terms],
        marked=[t in disputed for t in terms],
        links=["", *(href("article", article_query(t.article)) for t in tellings)],
    )
    table(
        [{"article": t.title, "outlet": t.outlet, "published": t.published, **{k: "; ".join(v) for k, v in t.values.items()}} for t in tellings],
        "tellings", alt="What each article says of the appearance", shown=False,
    )  # fmt: skip


def _fillers(fillers: Iterable[Filler], *, dated: bool = False) -> str:
    return "".join(
        f'<div><a href="{look.escape(href("network", network_query(f.node.id)))}" target="_self">'
        f"{look.escape(day(f.node.name) if dated else f.node.name)}</a>{_sentences(f.proofs)}</div>"
        for f in fillers
    )


def _figure(name: str, figure: Filler, occasion: str) -> str:
    whose = "" if name == occasion else f" <small>of {look.escape(name)}</small>"
    said = sorted({p.attributed_to or p.outlet or p.title for p in figure.proofs})
    return (
        f"<div>{look.escape(figure.node.name)}{whose} <small>says {look.escape(', '.join(said))}</small>{_sentences(figure.proofs)}</div>"
    )


def _sentences(proofs: Sequence[EvidenceRow], *, opened: bool = False) -> str:
    """Sentences behind a mark that opens them, each with the way to its place."""
    places = list({(p.article_id, p.start, p.end): p for p in proofs}.values())
    if not places:
        return ""
    quotes = "".join(
        f"<blockquote>{look.escape(p.quote)}"
        f'<a href="{look.escape(href("article", article_query(p.article_id, p.start)))}" target="_self">'
        f"{look.escape(p.outlet or p.title)}{f' · {day(p.published)}' if p.published else ''}</a>"
        f"{f'<small>says {look.escape(p.attributed_to)}</small>' if p.attributed_to else ''}</blockquote>"
        for p in places[:MOST_QUOTES]
    )
    return f"<details{' open' if opened else ''}><summary>{count(len(places), 'sentence')}</summary>{quotes}</details>"


def occasion_table(rows: Sequence[Occasion], name: str, *, height: int | str = "auto") -> None:
    """A table of occasions; pressing a row opens its card."""
    table(
        [
            {
                "date": o.date, "kind": o.kind.replace("_", " "), "status": o.status, "guests": ", ".join(o.guests), "hosts": ", ".join(o.hosts),
                "shows": ", ".join(o.shows), "platforms": ", ".join(o.platforms), "places": ", ".join(o.places),
                "audiences": "; ".join(o.audiences), "topics": "; ".join(o.topics), "articles": o.articles, "sure": o.confidence, "id": o.id,
            }
            for o in rows
        ],
        name, alt="Appearances", hidden=("id",), on_row=lambda n: open_card(rows[n].id), height=height,
    )  # fmt: skip
