"""What fills a slot of an occasion is cited by a sentence that names it."""

from __future__ import annotations

from etl.transform import read
from etl.transform.citing import Citing
from etl.transform.drafts import AppearanceDraft
from etl.transform.pipeline import reading_of
from graph.records import Article

TEXT = (
    "The podcast Cold Kettle goes out on Acast. It rained all week. On Monday Dunja Ferrer spoke with Tess Moran on Cold Kettle. "
    "They laughed. Acast is pleased."
)


def _quoted(spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def test_what_the_occasion_does_not_name_is_cited_where_it_is_named_nearest() -> None:
    reading = reading_of(Article("x", TEXT))
    thing = {t.name: t for t in reading.things}
    told = TEXT.index("On Monday"), TEXT.index(" They laughed")
    draft = AppearanceDraft(
        kind="podcast", rule="test", guests=[thing["Dunja Ferrer"]], show=thing["Cold Kettle"], platforms=[thing["Acast"]],
        evidence=[told], confidence=0.5,
    )  # fmt: skip
    found = Citing(reading).of(draft)
    assert list(found) == ["platforms"]
    assert _quoted(found["platforms"]) == [TEXT[slice(*told)], "Acast is pleased."]


def test_every_slot_is_cited_by_a_sentence_that_names_what_fills_it() -> None:
    facts = read(Article("x", TEXT, published="2025-03-05"))
    entities = {e.id: e for e in facts.entities}
    assert facts.appearances
    for a in facts.appearances:
        for slot in ("guests", "hosts", "platforms", "topics"):
            cited = a.slot_evidence.get(slot) or a.evidence
            for id_ in getattr(a, slot):
                assert any(start <= at < end for start, end in cited for at, _ in entities[id_].mentions), (slot, entities[id_].name)
