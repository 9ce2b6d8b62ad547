"""How long the server takes for each page of the explorer: `python -m benchmarks.pages STORE [--as sample]`.

A page is run as for a reader who opens its address, in a session of its own: once with an empty cache, as right after a load, and then
five times warm, of which the median counts, and what they take of this process's CPU, which does not grow with what else the machine has to do. With `--as` the numbers are kept in `benchmarks/pages.json`, from which `python -m docs.benchmarks`
writes docs/benchmarks.md. Nothing of the browser is in them: benchmarks.canvas measures that.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Mapping
from pathlib import Path

from graph.store import Store
from graph.subgraph import counts
from ui.parts import readings

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_suffix(".json")
_TIMES = 5
VIEWS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "overview": ("overview", {}),
    "search": ("overview", {"q": "ma"}),
    "network": ("network", {}),
    "network, everything": ("network", {"all": "true"}),
    "appearances": ("appearances", {}),
    "audiences, heat map": ("audiences", {}),
    "audiences, flow": ("audiences", {"show": "Flow"}),
    "audiences, white spots": ("audiences", {"show": "White spots"}),
    "audiences, side by side": ("audiences", {"show": "Side by side"}),
    "strategy": ("strategy", {}),
    "articles": ("article", {}),
    "article": ("article", {"id": "@article"}),
    "paths": ("paths", {}),
    "ask": ("ask", {}),
    "cypher": ("cypher", {}),
    "add": ("add", {}),
    "export": ("export", {}),
    "export, filtered": ("export", {"people": "@person"}),
}
"""What is opened, by its name: the page and its address, in which `@article` and `@person` stand for the newest and the most mentioned."""


def main() -> None:
    """Measure, print, and keep where asked to."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("store", help="a folder or the address of a server")
    command.add_argument("--as", dest="label", help="keep the numbers under this name")
    command.add_argument("--only", action="append", choices=VIEWS, help="only this view")
    args = command.parse_args()
    os.environ["GREENROOM_STORE"] = str(Path(args.store).resolve()) if Path(args.store).exists() else args.store
    with Store.open(os.environ["GREENROOM_STORE"], read_only=True) as store:
        held = counts(store)
        known = {"@article": readings.newest(store, 1)[0]["id"], "@person": readings.leading(store, "Person", 1)[0]["name"]}
        found = {name: _measured(name, known) for name in args.only or VIEWS}
    if args.label:
        results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
        results[args.label] = {
            "held": sum(held.values()),
            "articles": held.get("Article", 0),
            "views": results.get(args.label, {}).get("views", {}) | found,
        }
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def _measured(name: str, known: Mapping[str, str]) -> tuple[float, float, float]:
    """Seconds with an empty cache, the median of the warm runs, and the CPU time of one of these in this process."""
    from ui.parts.knowledge import forget_all

    forget_all()
    cold = _opened(name, known)
    begun = time.process_time()
    warm = statistics.median(_opened(name, known) for _ in range(_TIMES))
    cpu = (time.process_time() - begun) / _TIMES
    print(f"{name:26} {cold:8.2f} s after a load {warm:8.2f} s warm {cpu:8.2f} s of CPU", flush=True)
    return round(cold, 2), round(warm, 3), round(cpu, 3)


def _opened(name: str, known: Mapping[str, str]) -> float:
    from streamlit.testing.v1 import AppTest

    page, query = VIEWS[name]
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=600)
    if page != "overview":
        test.switch_page(f"ui/pages/{page}.py")
    for key, value in query.items():
        test.query_params[key] = known.get(value, value)
    begun = time.perf_counter()
    test.run()
    seconds = time.perf_counter() - begun
    told = [*test.exception, *test.error]
    if told:
        raise SystemExit(f"{name}: {told[0].value}")
    return seconds


if __name__ == "__main__":
    main()
