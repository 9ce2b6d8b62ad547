"""Tellings of one occasion brought together: the interview of the first paragraph and "the conversation" of the ninth."""

from __future__ import annotations

from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.programmes import Programmes
from etl.transform.reading import Thing

NEEDED, NEEDED_WHEN_DEFINITE = 2.4, 1.4


def _shared(one: list[Thing], two: list[Thing]) -> bool:
    return any(a is b for a in one for b in two)


def _same_time(one: str | None, two: str | None) -> bool:
    return not one or not two or one.startswith(two) or two.startswith(one)


def _live(frame: Frame) -> set[str]:
    return set(frame.kinds) & cues.LIVE_KINDS


def likeness(record: Frame, frame: Frame, distance: int) -> float:
    """How strongly `frame` speaks for being about the same occasion as `record`; 0 where something speaks against it.

    Args:
        distance: sentences between the last mention of the record and the frame.
    """
    guests = [] if frame.presumed else frame.guests
    if not (_same_time(record.date, frame.date) or frame.released or record.released or frame.recorded or record.recorded) or (
        record.show and frame.show and record.show is not frame.show
    ):
        return 0.0
    if frame.status != record.status and not (record.status == cues.PLANNED and frame.definite) and not (
            frame.status == cues.PLANNED and frame.definite and record.status == cues.OCCURRED and distance < 3):  # fmt: skip
        return 0.0
    if frame.further and not (frame.date and frame.date == record.date):
        return 0.0
    media = {"podcast", "livestream", "broadcast", "interview", "post"}
    if _live(frame) and not _live(record) and record.show is not None and frame.show is not record.show:
        return 0.0
    if _live(record) != _live(frame) and (
        (_live(record) and (_live(frame) or set(frame.kinds) & media)) or (_live(frame) and set(record.kinds) & media)
    ):
        return 0.0
    if ("post" in record.kinds) != ("post" in frame.kinds):
        return 0.0
    crossed = (
        distance <= 2 and _shared(frame.hosts, record.guests) and not _shared(guests, record.guests) and bool(record.show or record.hosts)
    )
    if crossed:
        return 2.5
    swapped = bool(guests) and _shared(guests, record.hosts) and not _shared(guests, record.guests)
    if frame.hosts and record.hosts and not _shared(frame.hosts, record.hosts) and not (swapped and _shared(frame.hosts, record.guests)):
        return 0.0
    if guests and record.guests and not _shared(guests, record.guests) and not (swapped and (frame.definite or frame.hosts)):
        return 0.0
    if frame.place and record.place and frame.place is not record.place and _live(frame):
        return 0.0
    if frame.platforms and record.platforms and not _shared(frame.platforms, record.platforms) and not frame.definite and not frame.show:
        return 0.0
    if distance <= 1 and _station_and_show(record, frame, guests):
        return 2.5
    score = 1.0 * _shared(guests, record.guests) + 1.5 * _shared(frame.hosts, record.hosts) + 2.0 * swapped
    score += 2.0 * (frame.show is not None and frame.show is record.show) + 1.5 * _shared(frame.platforms, record.platforms)
    if frame.date and record.date:
        score += 1.5 if frame.date == record.date else 1.0
    if frame.place and frame.place is record.place:
        score += 1.0
    if frame.definite or frame.owned:
        score += 1.0 + 0.5 * (distance <= 4)
    if is_bare(frame):
        score += 1.0 * (distance <= 2)
    if not (guests or frame.hosts or frame.partners) and distance <= 3:
        score += 0.6
    return score


def _station_and_show(record: Frame, frame: Frame, guests: list[Thing]) -> bool:
    """Whether one tells of somebody on a station and the other, directly after, of the same on a show: "told Radio X …. She spoke on Y"."""
    one, two = (record, frame) if record.show is None else (frame, record)
    return (
        one.show is None
        and two.show is not None
        and bool(one.platforms)
        and not two.platforms
        and "broadcast" in one.kinds
        and not one.hosts
        and _shared(guests, record.guests)
    )


def is_bare(frame: Frame) -> bool:
    """Whether the frame names nothing by which its occasion could be told from another."""
    return not (frame.hosts or frame.show or frame.platforms or frame.date or frame.place)


def absorb(record: Frame, frame: Frame) -> None:
    """Let `record` take up what `frame` adds."""
    if frame.presumed and (record.guests or not without(frame.guests, record.hosts)):
        frame.guests = []
    elif frame.presumed:
        record.presumed = True
    elif record.presumed and frame.guests:
        record.guests, record.presumed = [], False
    if record.status == cues.PLANNED and frame.status == cues.DECLINED:
        record.status = cues.DECLINED
    if frame.rule == "appearances.guest" and record.guests and not without(record.people, frame.hosts):
        record.guests, record.hosts = [], list(frame.hosts)  # told alone on their own show until their guest was named
    if _shared(frame.hosts, record.guests) and not _shared(frame.guests, record.guests) and not _live(record):
        frame.guests, frame.hosts = frame.hosts, frame.guests
    turned = [h for h in frame.hosts if any(h is g for g in record.guests)] if not _live(record) else []
    if turned and len(record.guests) > len(turned) and not record.hosts:
        record.guests, record.hosts = without(record.guests, turned), turned
    known = [*record.guests, *record.hosts]
    join(record.guests, without(frame.guests, known))
    join(record.hosts, without(frame.hosts, known))
    record.show = record.show or frame.show
    join(record.platforms, frame.platforms)
    record.place = record.place or frame.place
    vaguer = bool(frame.date and record.date and record.date.startswith(frame.date))
    if frame.date and not vaguer and (not record.date or (len(frame.date) > len(record.date) and frame.date.startswith(record.date)) or (record.released and not frame.released) or (frame.recorded and not record.recorded) or (
            len(frame.date) > len(record.date) and frame.released <= record.released and frame.recorded >= record.recorded)):  # fmt: skip
        record.date, record.date_text = frame.date, frame.date_text
        record.released, record.recorded = frame.released, frame.recorded
    record.minutes = record.minutes or frame.minutes
    join(record.topics, frame.topics)
    record.kinds += frame.kinds
    record.tokens += frame.tokens
    record.strong = record.strong or frame.strong
    record.evidence += frame.evidence
    for slot, spans in frame.slot_evidence.items():
        record.slot_evidence.setdefault(slot, []).extend(spans)
    record.confidence = max(record.confidence, frame.confidence)


def inherit(frame: Frame, record: Frame) -> None:
    """Let "a return visit", "a second interview" have the people of the first, with roles as the frame's own host wants them."""
    if frame.guests:
        return
    if frame.hosts:
        frame.guests = without([*record.guests, *record.hosts], frame.hosts)
    else:
        frame.guests, frame.hosts, frame.show = list(record.guests), list(record.hosts), frame.show or record.show
        frame.kinds += record.kinds


def substantial(frame: Frame, known: Programmes) -> bool:
    """Whether the frame says enough to stand as a record of its own."""
    if not (frame.guests or frame.hosts):
        return False
    if frame.rule == "appearances.loose":
        return bool(frame.guests)
    if "post" in frame.kinds:
        return bool(frame.guests)
    if _live(frame):
        return (
            bool(frame.guests)
            and (frame.strong or bool(frame.date or frame.place or frame.platforms))
            and not (frame.definite and is_bare(frame) and frame.rule != "appearances.refused")
        )
    met = bool(frame.hosts) and bool(frame.guests)
    if frame.show is not None or met:
        return True
    if frame.definite and not frame.platforms and not (frame.date and frame.strong):
        return False
    if frame.strong:
        return bool(frame.platforms or frame.hosts or frame.date or frame.status != cues.OCCURRED or "interview" in frame.kinds)
    return bool(frame.platforms) and bool(frame.kinds or frame.rule in ("appearances.told", "appearances.refused"))


def consolidate(records: list[Frame]) -> list[Frame]:
    """The records with those brought together that, once completed, tell the same people, show and status and no other day."""
    out: list[Frame] = []
    for frame in records:
        for record in out:
            if _is_same(record, frame):
                absorb(record, frame)
                break
        else:
            out.append(frame)
    return out


def _same_two(record: Frame, frame: Frame) -> bool:
    """Whether both tell of the same two talking, whoever was host, and nothing makes two occasions of it."""
    one, two = ({id(p) for p in f.people} for f in (record, frame))
    if one != two or len(one) < 2 or frame.further or record.further:
        return False
    if _live(record) or _live(frame) or "post" in record.kinds or "post" in frame.kinds:
        return False
    apart = (record.show and frame.show and record.show is not frame.show) or (
        record.platforms and frame.platforms and not _shared(record.platforms, frame.platforms)
    )
    return not apart and not (record.date and frame.date and not _same_time(record.date, frame.date))


def _from_one_sentence(record: Frame, frame: Frame) -> bool:
    """Whether both come from a sentence that tells of the same people, and one of them knows neither show nor host nor air nor day."""
    shared = set(record.evidence) & set(frame.evidence)
    empty = any(not (f.show or f.hosts or f.platforms or f.date) for f in (record, frame))
    return (
        bool(shared)
        and empty
        and not _live(record)
        and not _live(frame)
        and bool(record.guests)
        and {*map(id, record.guests)} == {*map(id, frame.guests)}
    )


def _is_same(record: Frame, frame: Frame) -> bool:
    if record.status == frame.status and (_from_one_sentence(record, frame) or _same_two(record, frame)):
        return True
    if record.status != frame.status or "appearances.loose" not in (record.rule, frame.rule) or not _same_time(record.date, frame.date):
        return False
    if (
        not _shared(record.guests, frame.guests)
        or (record.show and frame.show and record.show is not frame.show)
        or ("post" in record.kinds) != ("post" in frame.kinds)
    ):
        return False
    if _live(record) != _live(frame) or (record.date and frame.date and frame.further):
        return False
    if record.hosts and frame.hosts and not _shared(record.hosts, frame.hosts):
        return False
    if record.show is not None and record.show is frame.show:
        return True
    return _shared(record.hosts, frame.hosts) or (bool(_live(frame)) and (record.place is frame.place) and record.place is not None)
