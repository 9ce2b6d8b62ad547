"""Number words: "twenty-two", "three hundred and fifty", "two and a half", and the pattern that finds them."""

from __future__ import annotations

import re

ONES = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SMALL = {**ONES, **TENS}
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}

_TENS, _ONES = ("|".join(sorted(words, key=len, reverse=True)) for words in (TENS, ONES))
BELOW_HUNDRED = rf"(?:(?:{_TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_ONES})"
# "three hundred and fifty", "eleven", "a hundred": bounded, so that matching stays linear.
WORDS = rf"(?:(?:{BELOW_HUNDRED}|an?)[ -]hundred(?: and {BELOW_HUNDRED})?|{BELOW_HUNDRED})"
_PART = re.compile(r"[a-z]+")


def cardinal(words: str) -> int | None:
    """The number that `words` (below a thousand, any case) spell out, None if they spell none."""
    total = 0
    seen = False
    for word in _PART.findall(words.casefold()):
        if word in SMALL:
            total += SMALL[word]
        elif word == "hundred":
            total = max(total, 1) * 100
        elif word in ("and", "a", "an"):
            continue
        else:
            return None
        seen = True
    return total if seen else None
