"""How long the network canvas takes to a settled picture of 50, 500 and 2,000 nodes, in Chromium: `python -m benchmarks.canvas [N …]`.

Needs Chromium and Playwright's client, both of which `make test` installs.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from ui.parts.palette import kinds

BUNDLE = Path(__file__).resolve().parent.parent / "ui" / "components" / "bundle"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SIZES = (50, 500, 2000)
_PAGE = """
async (data) => {
  document.body.innerHTML = '<div id="host" style="width:1000px;--st-background-color:#fff;--st-text-color:#111"><div class="network"></div></div>';
  const { default: network } = await import('/network.js');
  const host = document.getElementById('host');
  host.host = host;
  const from = performance.now();
  network({ data, parentElement: host, setStateValue() {}, setTriggerValue() {} });
  const root = host.querySelector('.network');
  while (!root.dataset.ready) await new Promise((done) => setTimeout(done, 20));
  const settled = performance.now() - from;
  const again = performance.now();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return [settled, performance.now() - again];
}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def graph(size: int) -> dict[str, Any]:
    """A network like ours, without chance: each new node hangs on an early one, every third on a second; labels in turn."""
    labels = ("Person", "Person", "Appearance", "Show", "Appearance", "Platform", "Topic", "Organization")
    nodes = [
        {"id": f"n{i}", "name": f"Name {i} of some length", "caption": f"Name {i} of some length", "label": labels[i % len(labels)], "size": 28, "wave": 0,
         "note": "", "tentative": False}
        for i in range(size)
    ]  # fmt: skip
    pairs = [(i, (i * 7919) % max(1, min(i, 1 + int(i**0.7)))) for i in range(1, size)]
    pairs += [(i, (i * 104_729) % i) for i in range(3, size, 3)]
    edges = [
        {"id": f"e{n}", "source": f"n{a}", "target": f"n{b}", "text": "appeared in", "width": 1.5, "claim": False}
        for n, (a, b) in enumerate(pairs)
        if a != b
    ]
    looks = {label: look for label, look in kinds().items() if label in labels}
    return {
        "nodes": nodes,
        "edges": edges,
        "kinds": looks,
        "seed": "n0",
        "picked": "",
        "height": "700px",
        "off": [],
        "hidden": [],
        "revision": str(size),
    }


def main() -> None:
    """Measure the sizes named on the command line, or 50, 500 and 2,000."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(BUNDLE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for size in sizes:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/NOTICES.txt")
            data = graph(size)
            settled, frame = page.evaluate(_PAGE, json.loads(json.dumps(data)))
            print(f"{size:,} nodes, {len(data['edges']):,} links: settled in {settled / 1000:.1f} s, the next frame in {frame:.0f} ms")
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
