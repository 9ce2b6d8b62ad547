"""What growth costs: made-up news of 10 thousand, 100 thousand and a million edges, loaded and asked on both engines.

For each engine and size, in a process of its own: how fast it loads, how big it is on disk, how much memory the loader takes, what the
neighbourhood of the busiest person costs, and each shipped question. Results are kept in `benchmarks/growth.json`, from which `python -m
docs.benchmarks` writes docs/benchmarks.md; one that is measured again replaces its former self.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.news import HUB, RIVAL, articles
from benchmarks.servers import ENGINES, engine, size
from etl.load import load
from graph.errors import QueryTimeout
from graph.queries import ask, questions
from graph.store import Store
from graph.subgraph import neighbourhood, nodes, search

RESULTS = Path(__file__).with_suffix(".json")
ARTICLES = {"10k": 75, "100k": 750, "1M": 7500}
"""About how many articles come to so many edges."""
_WARM = 2
_TIMES = 20
_SECONDS = 20.0


def main() -> None:
    """Measure what is asked for, each in a new process, and keep the results."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--size", choices=ARTICLES, action="append", help="only this size")
    command.add_argument("--engine", choices=ENGINES, action="append", help="only this engine")
    command.add_argument("--folder", type=Path, help="keep the stores there; those that are there already are asked again, not loaded")
    command.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = command.parse_args()
    for name in args.engine or ENGINES:
        for label in args.size or ARTICLES:
            if args.here:
                _measure(name, label, args.folder)
                continue
            again = [sys.executable, "-m", "benchmarks.growth", "--here", "--engine", name, "--size", label]
            subprocess.run([*again, *(["--folder", str(args.folder)] if args.folder else [])], check=True)


def _measure(name: str, label: str, folder: Path | None) -> None:
    with engine(name, folder and folder / f"{name}-{label}") as (url, data), Store.open(url) as store:
        if not nodes(store, [HUB]):
            _keep(name, label, _loaded(store, ARTICLES[label]))
        # with the store open: the embedded engine has written what is in its log
        _keep(name, label, {"bytes": size(data), **_asked(store)})


def _keep(name: str, label: str, found: dict[str, Any]) -> None:
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results.setdefault(name, {}).setdefault(label, {}).update(found)
    RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _loaded(store: Store, count: int) -> dict[str, Any]:
    start = last = time.perf_counter()
    cpu = time.process_time()

    def step(done: int) -> None:
        nonlocal last
        if time.perf_counter() - last > 20:
            last = time.perf_counter()
            print(f"{store.name}: {done} of {count} articles, {done / (last - start):.1f} a second", flush=True)

    counted = load(store, articles(count), progress=step)
    seconds = time.perf_counter() - start
    print(f"{store.name}: {counted.edges:,} edges, {counted.nodes:,} nodes in {seconds:.0f} s", flush=True)
    return {
        "articles": count,
        "nodes": counted.nodes,
        "edges": counted.edges,
        "load_seconds": round(seconds, 1),
        "load_cpu_seconds": round(time.process_time() - cpu, 1),
        "loader_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def _asked(store: Store) -> dict[str, Any]:
    hub = nodes(store, [HUB])[HUB]
    rival = nodes(store, [RIVAL])[RIVAL]
    degree = store.read("MATCH (n:Person {id: $id}) RETURN COUNT { (n)--() } AS edges", {"id": HUB})[0]["edges"]
    found: dict[str, Any] = {"hub_edges": degree, "hub": _timed(lambda: neighbourhood(store, [HUB]))}
    found["search"] = _timed(lambda: search(store, hub.name.split()[1]))
    whole, one = {}, {}
    for question in questions().values():
        names = {p.name for p in question.parameters}
        # two people of the day stand in the defaults of some questions
        given = {"a": hub.name, "b": rival.name} if "a" in names else {"person": hub.name} if question.name == "unreached_audiences" else {}
        whole[question.name] = _timed(lambda q=question.name, p=given: ask(store, q, p))
        person = next((n for n in ("person", "speaker") if n in names), None)
        if person and question.name not in ("unreached_audiences",):
            one[question.name] = _timed(lambda q=question.name, p={person: hub.name}: ask(store, q, p))
    return found | {"questions": whole, "about_the_hub": one}


def _timed(work: Callable[[], Any]) -> list[float] | None:
    """Median and 95th percentile in seconds of up to twenty runs; None if one takes too long."""
    times: list[float] = []
    begun = time.perf_counter()
    try:
        for n in range(_WARM + _TIMES):
            start = time.perf_counter()
            work()
            if n >= _WARM:
                times.append(time.perf_counter() - start)
            if len(times) >= 2 and time.perf_counter() - begun > _SECONDS:
                break
    except QueryTimeout:
        return None
    return [round(statistics.median(times), 4), round(statistics.quantiles(times, n=20, method="inclusive")[-1], 4)]


if __name__ == "__main__":
    main()
