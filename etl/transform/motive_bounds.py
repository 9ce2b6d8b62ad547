"""How likely a stretch can at most be to tell a motive: most of a writer's own sentences are done with before all is asked about them.

Some cues are cheap to look up; of the others the greatest weights are known from the table. Where even those together cannot reach what is
needed, the rest is not asked. What is chosen is the same with and without.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from math import log

from etl.transform.motive_weights import ALONE, BASE, JUDGED, STRETCH

NEEDED = 0.36  # how likely a motive must be
SLACK = 1e-6  # for the rounding of sums in another order
HOWS = ("wide", "narrow")
# The cues that are looked up: those of `motive_clues.early` and `Surroundings.early`.
EARLY = re.compile(
    r"opened by |\d since |tenth |says |has |\d long, |governed by (?!an act\b)|(?!media )[\w ]+ inside$|not said, |a [a-zA-Z]+$|to |aim that "
    r"|(?:act|refusal|occasion|quoted|said)(?:, (?!wide|narrow)[\w ]+)?$"
)
BY_CONSTRUCTION = re.compile(r"motives\.|a construction$")
# Of each of these a stretch has one at most, of "said by" three.
ONE_OF = re.compile(r"begins |first finite |\d words of a public|under a |speaker a |said, |(?:short|of some length|long)$")
DIGITS, LENGTHS = re.compile(r"\d"), re.compile(r"short|of some length|long")
SAID_BY = "said by "
OF_SPEECH = re.compile(r"said by |said, |explained|speaker ")
_KINDS = frozenset(cue.removeprefix("opened by ") for cue in STRETCH if cue.startswith("opened by "))


def is_early(cue: str) -> bool:
    """Whether a cue is known of a stretch before it is decided whether the others are asked."""
    return EARLY.match(cue) is not None or BY_CONSTRUCTION.match(cue) is not None


@cache
def rest(kind: str, how: str, said: bool) -> float:
    """What the cues that are not looked up can add at most, for a stretch of this kind that no construction tells."""
    best: defaultdict[str, float] = defaultdict(float)
    by: list[float] = []
    whole = 0.0
    for cue, weight in STRETCH.items():
        _, comma, ending = cue.rpartition(", ")
        if weight <= 0 or is_early(cue) or (not said and OF_SPEECH.match(cue)):
            continue
        if comma and ((ending in HOWS and ending != how) or (ending in _KINDS and ending != kind)):
            continue
        if cue.startswith(SAID_BY):
            by.append(weight)
        elif (family := ONE_OF.match(cue)) is not None:
            name = LENGTHS.sub("length", DIGITS.sub("", family[0]))
            best[name] = max(best[name], weight)
        else:
            whole += weight
    return whole + sum(best.values()) + sum(sorted(by)[-3:])


def threshold(heard: float | None) -> float:
    """How strongly by its cues a stretch must tell a motive in which the network hears one so strongly, were it clear whose."""
    j = ALONE if heard is None else JUDGED
    by_network = 0.0 if heard is None else j["heard"] * heard
    return (log(NEEDED / (1 - NEEDED)) - j["base"] - by_network) / j["stretch"] - SLACK


def hopeless(early: Iterable[str], kind: str, how: str, heard: float | None, *, said: bool) -> bool:
    """Whether a stretch with the cues `early` (each once) cannot be likely enough, whatever else holds of it."""
    return BASE + sum(STRETCH.get(cue, 0.0) for cue in early) + rest(kind, how, said) < threshold(heard)
