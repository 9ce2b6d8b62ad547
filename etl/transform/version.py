"""The extractor's version: the program's, with a digest of the rules, the lexicon and the networks, so that changed rules read again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

PROGRAM = "0.1.0"
HERE = Path(__file__).parent
LEXICON, TAGGER, NETWORKS = (HERE.parents[1] / "data" / name for name in ("lexicon", "tagger", "networks"))


@cache
def version() -> str:
    """For example `0.1.0+5f3c9a1e`: the same for the same rules, lexicon and networks on every machine."""
    digest = sha256()
    networks = TAGGER / "model", TAGGER / "moves", *NETWORKS.glob("*.npz")
    for path in sorted((*HERE.rglob("*.py"), *LEXICON.glob("*.csv"), *networks), key=lambda p: p.name + p.parent.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{PROGRAM}+{digest.hexdigest()[:8]}"
