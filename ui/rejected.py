"""The closing list of rejects, on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from etl.rejects import Reason, Reject
from ui import logs


def tell(rejects: Sequence[Reject]) -> None:
    """Print each reject on its line, and how many there were for which reason; nothing when there are none."""
    if logs.structured():
        for reject in rejects:
            logs.event("rejected", "warning", path=reject.path, reason=reject.reason.value)
        return
    for reject in rejects:
        print(f"rejected {_visible(str(reject))}", file=sys.stderr)
    if rejects:
        reasons = Counter(reject.reason.value for reject in rejects)
        told = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        print(f"{len(rejects)} rejected: {told}", file=sys.stderr)


def nothing_read(articles: int, rejects: Sequence[Reject]) -> bool:
    """Whether there were articles and not one could be read; a duplicate could, and is in the store already."""
    return articles == len(rejects) > 0 and all(reject.reason is not Reason.DUPLICATE for reject in rejects)


def _visible(text: str) -> str:
    # File names and quoted bytes come from outside: they must not steer the terminal.
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
