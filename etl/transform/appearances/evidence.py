"""How much each cue of a loose telling speaks for an occasion: weights of a logistic regression over hand-made cues."""

from __future__ import annotations

from math import exp

BIAS = -0.89
WEIGHTS: dict[str, float] = {
    "anchor noun": -0.07,
    "anchor outlet": 0.26,
    "anchor platform": -0.15,
    "anchor show": 0.3,
    "anchor stage": -0.35,
    "bare venue": -0.16,
    "both roles": 1.18,
    "guest in focus": -0.39,
    "guest in sentence": 0.24,
    "guest is object": 0.07,
    "guest is protagonist": 0.18,
    "guest is subject": 0.13,
    "guest otherwise in part": 0.11,
    "guest unknown": 0.1,
    "habit": 0.23,
    "host after with": -0.12,
    "host does it": 0.23,
    "host owns venue": 0.06,
    "hosting words": 0.18,
    "known host": 0.48,
    "list line": 0.25,
    "many people": -0.21,
    "modality occurred": -0.07,
    "modality planned": 0.38,
    "modality unreal": -0.31,
    "negation": -0.24,
    "noun speech": -0.13,
    "outlet": 0.45,
    "outlet on": 0.07,
    "outlet otherwise": -0.16,
    "outlet subject": 0.14,
    "place": 0.15,
    "planned words": 0.22,
    "platform": 0.53,
    "present tense": -0.08,
    "show": 0.3,
    "show on": 0.1,
    "show otherwise": -0.18,
    "show's host known": 0.47,
    "sort post": 0.47,
    "sort stage": -0.09,
    "sort venue": -0.1,
    "strong noun": -0.13,
    "verb about show": -0.1,
    "verb arriving": -0.11,
    "verb being": 0.1,
    "verb coming": -0.09,
    "verb holding": 0.13,
    "verb other": -0.08,
    "verb posting": 0.35,
    "verb receiving": -0.2,
    "verb saying": -0.18,
    "verb telling": 0.27,
    "weak noun": 0.1,
}
NEEDED = 0.35  # below this probability a candidate is left out


def probability(noted: set[str]) -> float:
    """How likely a candidate with these cues is an occasion, between 0 and 1."""
    total = BIAS + sum(WEIGHTS.get(cue, 0.0) for cue in sorted(noted))
    return 1.0 / (1.0 + exp(-total))
