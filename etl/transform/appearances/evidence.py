"""How much each cue of a loose telling speaks for an occasion: weights of a logistic regression over hand-made cues."""

from __future__ import annotations

from math import exp

BIAS = -0.35
WEIGHTS: dict[str, float] = {
    "about show": -0.05,
    "anchor host": 0.11,
    "anchor noun": -0.14,
    "anchor outlet": 0.19,
    "anchor platform": -0.27,
    "anchor show": 0.2,
    "anchor stage": -0.27,
    "answer": 0.18,
    "answer declined": 0.35,
    "bare venue": -0.07,
    "both roles": 1.02,
    "declined words": -0.07,
    "guest in focus": -0.42,
    "guest in sentence": 0.11,
    "guest is object": 0.13,
    "guest is protagonist": 0.15,
    "guest owns something": -0.05,
    "guest unknown": 0.07,
    "habit": 0.19,
    "host after with": -0.24,
    "host does it": 0.14,
    "host owns venue": 0.06,
    "hosting words": 0.34,
    "hypothesis": 0.13,
    "known host": 0.5,
    "list line": 0.11,
    "many people": -0.33,
    "medium": -0.12,
    "modality occurred": -0.33,
    "modality planned": 0.25,
    "modality unreal": -0.16,
    "negation": -0.3,
    "noun debate": 0.06,
    "noun speech": -0.06,
    "outlet": 0.48,
    "outlet on": 0.21,
    "outlet otherwise": -0.23,
    "outlet subject": 0.18,
    "place": 0.11,
    "planned words": 0.19,
    "platform": 0.52,
    "section of a day": 0.29,
    "section of a show": 0.44,
    "show": 0.2,
    "show on": 0.09,
    "show otherwise": -0.22,
    "show's host known": 0.57,
    "sort noun": 0.07,
    "sort post": 0.41,
    "strong noun": -0.05,
    "verb about show": -0.15,
    "verb arriving": -0.09,
    "verb holding": 0.06,
    "verb other": 0.09,
    "verb posting": 0.31,
    "verb receiving": -0.34,
    "verb saying": -0.29,
    "verb telling": 0.2,
    "weak noun": 0.12,
}
NEEDED = 0.4  # below this probability a candidate is left out


def probability(noted: set[str]) -> float:
    """How likely a candidate with these cues is an occasion, between 0 and 1."""
    total = BIAS + sum(WEIGHTS.get(cue, 0.0) for cue in sorted(noted))
    return 1.0 / (1.0 + exp(-total))
