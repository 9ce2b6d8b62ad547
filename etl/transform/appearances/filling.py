"""Chooses what fills the slots of a record, of what kind it is and whether it took place, by fitted weights.

All that stands near may fill a slot, and what rules have filled is an option like others; what rules say of kind and status is a cue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.transform.appearances.day_options import Day
from etl.transform.appearances.filling_weights import BASES, KIND_BASES, KINDS, STATUS_BASES, STATUSES, WEIGHTS
from etl.transform.appearances.frames import join
from etl.transform.appearances.options import FILLED, SINGLE, Option
from etl.transform.drafts import AppearanceDraft
from etl.transform.reading import Thing
from etl.transform.weighing import Sums, Table

# likelihood from which an option is taken
ADDED = {"guests": 0.4, "hosts": 0.35, "platforms": 0.4, "date": 0.35, "show": 0.4, "place": 0.35}
KEPT = 0.25  # and one that rules have taken is left
PREFERRED = 0.1  # by which another day must be likelier than the one that rules have taken
ROLES = ("guests", "hosts")


def likelihood(option: Option, sums: Sums) -> float:
    """How likely the option fills its slot, between 0 and 1; `sums` are those of the article."""
    key = f"{option.slot} {option.state}"
    return sums.likelihood(option.groups, BASES[key], key, WEIGHTS[key])


def taken(option: Option, chance: float) -> bool:
    """Whether an option that is so likely is taken, or left where it is."""
    return chance >= (KEPT if option.state == FILLED else ADDED[option.slot])


def chosen(cues: Sequence[str], bases: Mapping[str, float], tables: Mapping[str, Table]) -> str:
    """The likeliest of the kinds or statuses of a record with these cues: that with the strongest sum of base and weights."""
    once = dict.fromkeys(cues)
    return max(tables, key=lambda one: bases[one] + sum([tables[one].get(cue, 0.0) for cue in once]))


def refill(draft: AppearanceDraft, options: Sequence[Option], kind: Sequence[str], status: Sequence[str], sums: Sums) -> None:
    """Give the draft its people, platforms, day, kind and status.

    Args:
        draft: what rules have filled; changed in place.
        options: what may fill the slots, that included.
        kind, status: the cues of these.
        sums: of the article.
    """
    people: dict[int, tuple[float, Option]] = {}
    platforms: list[Thing] = []
    day: tuple[float, Option] | None = None
    single: dict[str, tuple[float, Thing]] = {}
    kept = 0.0
    best: tuple[float, Option] | None = None  # of the guests, if none is likely enough
    for option in options:
        chance = likelihood(option, sums)
        fits = taken(option, chance)
        if option.slot == "date":
            if option.state == FILLED:
                kept = chance
            if fits and (day is None or chance > day[0]):
                day = chance, option
        elif option.slot in SINGLE:
            if fits and isinstance(option.value, Thing) and (option.slot not in single or chance > single[option.slot][0]):
                single[option.slot] = chance, option.value
        elif option.slot == "platforms":
            if fits and isinstance(option.value, Thing):
                platforms.append(option.value)
        elif option.slot in ROLES:
            if option.slot == "guests" and (best is None or chance > best[0]):
                best = chance, option
            if fits and (id(option.value) not in people or chance > people[id(option.value)][0]):
                people[id(option.value)] = chance, option
    if best is not None and draft.guests and not any(option.slot == "guests" for _, option in people.values()):
        people[id(best[1].value)] = best
    draft.guests, draft.hosts = (_in_role(people, role, getattr(draft, role)) for role in ROLES)
    draft.platforms = [*(p for p in draft.platforms if any(p is q for q in platforms))]
    join(draft.platforms, platforms)
    if day is None:
        draft.date = draft.date_text = None
        draft.slot_evidence.pop("date", None)
    elif day[1].state != FILLED and day[0] > kept + PREFERRED and isinstance(day[1].value, Day):
        draft.date, draft.date_text, told = day[1].value
        draft.slot_evidence["date"] = [told] if told is not None else []
    for slot in SINGLE:
        setattr(draft, slot, single[slot][1] if slot in single else None)
    draft.kind = chosen(kind, KIND_BASES, KINDS)
    draft.status = chosen(status, STATUS_BASES, STATUSES)


def _in_role(people: dict[int, tuple[float, Option]], role: str, before: Sequence[Thing]) -> list[Thing]:
    """Those chosen for the role, first those who had it, in their order, then the others, the likeliest first."""
    chosen = [option.value for _, option in sorted(people.values(), key=lambda p: -p[0]) if option.slot == role]
    things = [value for value in chosen if isinstance(value, Thing)]
    return [*(t for t in before if any(t is c for c in things)), *(t for t in things if all(t is not b for b in before))]
