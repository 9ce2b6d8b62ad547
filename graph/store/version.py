"""Which version of the graph a store holds, and what to do where it is not ours.

The version stands on the `Revision` node, which comes with the first load; stores from before it was written down are version 1.
"""

from __future__ import annotations

from graph.errors import StoreVersion
from graph.schema import REBUILDING, REVISION, VERSION

QUERY = f"MATCH (r:{REVISION} {{id: 'store'}}) RETURN r.value AS value, coalesce(r.schema, 1) AS version"


def check(version: int, name: str, *, older: bool = False) -> None:
    """Refuse a version that is not ours.

    Args:
        version: what the store says.
        name: the store's address.
        older: whether an older one may pass, to be rebuilt.

    Raises:
        StoreVersion: the version is not ours.
    """
    if version > VERSION:
        raise StoreVersion(
            f"{name} was written by a newer Greenroom (version {version} of the graph, this one knows {VERSION}): update Greenroom"
        )
    if version < VERSION and not older:
        found = "is being rebuilt, or that was cut short" if version == REBUILDING else "was written by an older Greenroom"
        raise StoreVersion(f"{name} {found}: run greenroom rebuild --store {name}, which loses nothing")
