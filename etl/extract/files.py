"""Files: what the paths on a command line stand for, in a fixed order, each with the id its article will bear."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.extract.addresses import identity, is_address
from graph.embedded.locks import CLIENTS
from graph.errors import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read; `named` when the user named it, so that it must not be passed over in silence."""

    path: str
    id: str
    named: bool


def plan(paths: Sequence[str], endings: Iterable[str]) -> list[File]:
    """The files and pages behind `paths`, in their order, folders recursively and sorted, none twice.

    In folders only files with one of the `endings` count, nothing hidden and nothing of a store that lies there. Files of the same
    name get the ids that their folders tell apart ("2023/news", "2024/news"), files of one folder that differ in their endings keep these.

    Raises:
        InputError: a path does not exist, or a folder cannot be listed.
    """
    wanted = tuple(endings)
    found: dict[str, bool] = {}
    seen: set[str] = set()
    for path in paths:
        on_disk = path != STDIN and not is_address(path)
        named = not on_disk or not os.path.isdir(path)
        if on_disk and not os.path.lexists(path):
            if "://" in path:
                raise InputError(f"{path} is no address of the web: only those with http:// or https:// are fetched")
            raise InputError(f"no such file or folder: {path}")
        for file in [path] if named else _walk(path, wanted):
            real = os.path.realpath(file) if on_disk else file
            if real not in seen:
                seen.add(real)
                found[file] = named
    ids = {file: identity(file) for file in found if is_address(file)}
    ids |= ids_of([file for file in found if file not in ids])
    return [File(path, ids[path], named) for path, named in found.items()]


def _walk(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    def refuse(err: OSError) -> None:
        raise InputError(f"cannot list {err.filename}: {err.strerror}")

    files = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        if CLIENTS in names:
            # A store of ours: its files are none of the articles.
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [os.path.join(place, n) for n in names if not n.startswith(".") and n.lower().endswith(endings)]
    return iter(sorted(files, key=lambda file: Path(file).parts))


def ending_of(path: str, endings: Iterable[str]) -> str:
    """The ending of a file's name in lower case, the longest of the known ones (`.warc.gz`), else what follows its last dot."""
    name = os.path.basename(path).lower()
    known = [ending for ending in endings if name.endswith(ending) and name != ending]
    return max(known, key=len) if known else os.path.splitext(name)[1]


def ids_of(files: Iterable[str]) -> dict[str, str]:
    """For each of several paths, all different, the id of its article: its name without folders and ending, as far as that tells it apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for file in files:
        alike["stdin" if file == STDIN else Path(file).stem].append(file)
    ids: dict[str, str] = {}
    for stem, group in alike.items():
        if len(group) == 1:
            ids[group[0]] = stem
            continue
        names = next(names for names in _namings([Path(os.path.abspath(file)) for file in group]) if len(set(names)) == len(names))
        ids.update(zip(group, names, strict=True))
    return ids


def _namings(paths: Sequence[Path]) -> Iterator[list[str]]:
    for depth in range(max(len(path.parts) for path in paths)):
        folders = [path.parts[max(0, len(path.parts) - 1 - depth) : -1] for path in paths]
        yield ["/".join((*above, path.stem)) for above, path in zip(folders, paths, strict=True)]
        yield ["/".join((*above, path.name)) for above, path in zip(folders, paths, strict=True)]


def shown(file: File) -> str:
    """The name under which the user knows the file or page."""
    return "standard input" if file.path == STDIN else os.fsencode(file.path).decode(errors="replace")
