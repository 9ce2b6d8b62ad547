"""Two articles that tell of one talk, of shows and their publics, and disagree on where it was and who listens."""

from __future__ import annotations

from graph.records import Appearance, Article, Entity, Facts, Reach, Relation, Span, check


def stories() -> list[Facts]:
    """Their facts; together with those of the fixture `sample` every shipped question has an answer."""
    found = [_post(), _wire()]
    for facts in found:
        check(facts)
    return found


def _spans(text: str, *phrases: str) -> tuple[Span, ...]:
    return tuple((text.index(p), text.index(p) + len(p)) for p in phrases)


def _post() -> Facts:
    text = (
        "Carl Stone was on Morning Run with Ines Calder in Corran on Monday. Morning Run's listeners are young commuters and nurses. "
        "Night Shift's listeners are young commuters. Morning Run has 50,000 listeners."
    )
    talk, publics, others, figure = (_spans(text, f"{s}.") for s in text.rstrip(".").split(". "))
    return Facts(
        Article("post", text, "Stone before breakfast", "Evening Post", None, None, "2024-09-10", "test-1"),
        (
            Entity("e1", "Person", "Carl Stone", (), (), _spans(text, "Carl Stone")),
            Entity("e2", "Person", "Ines Calder", (), (), _spans(text, "Ines Calder")),
            Entity("e3", "Show", "Morning Run", (), (), _spans(text, "Morning Run")),
            Entity("e4", "Show", "Night Shift", (), (), _spans(text, "Night Shift")),
            Entity("e5", "Place", "Corran", (), (), _spans(text, "Corran")),
            Entity("e6", "Audience", "young commuters", (), (), _spans(text, "young commuters")),
            Entity("e7", "Audience", "nurses", (), (), _spans(text, "nurses")),
        ),
        (
            Appearance(
                "a1", "podcast", "occurred", ("e1",), ("e2",), "e3", (), "e5", "2024-09-09", "on Monday", None, (), talk, {}, None, "r", 0.9
            ),
        ),
        (
            Relation("e3", "HAS_AUDIENCE", "e6", None, publics, "r", 0.9),
            Relation("e3", "HAS_AUDIENCE", "e7", None, publics, "r", 0.9),
            Relation("e4", "HAS_AUDIENCE", "e6", None, others, "r", 0.9),
        ),
        (Reach("e3", 50000.0, "listeners", "exact", None, None, None, figure, "r", 0.8),),
    )


def _wire() -> Facts:
    text = (
        "Carl Stone was on Morning Run with Ines Calder in Leeds on Monday. "
        "Morning Run has about 20,000 listeners, Calder said. Priya Nair wants nurses."
    )
    talk, figure, wish = (_spans(text, f"{s}.") for s in text.rstrip(".").split(". "))
    return Facts(
        Article("wire", text, "Stone runs", "Harbour Wire", None, None, "2024-09-12", "test-1"),
        (
            Entity("n1", "Person", "Carl Stone", (), (), _spans(text, "Carl Stone")),
            Entity("n2", "Person", "Ines Calder", ("Calder",), (), _spans(text, "Ines Calder", "Calder said")),
            Entity("n3", "Show", "Morning Run", (), (), _spans(text, "Morning Run")),
            Entity("n4", "Place", "Leeds", (), (), _spans(text, "Leeds")),
            Entity("n5", "Person", "Priya Nair", (), (), _spans(text, "Priya Nair")),
            Entity("n6", "Audience", "nurses", (), (), _spans(text, "nurses")),
        ),
        (
            Appearance(
                "a1", "podcast", "occurred", ("n1",), ("n2",), "n3", (), "n4", "2024-09-09", "on Monday", None, (), talk, {}, None, "r", 0.9
            ),
        ),
        (Relation("n5", "TARGETS", "n6", None, wish, "r", 0.9),),
        (Reach("n3", 20000.0, "listeners", "about", None, "2024-09-12", "n2", figure, "r", 0.8),),
    )
