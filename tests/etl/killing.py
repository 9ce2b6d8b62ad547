"""Ingests articles into stores while it kills itself again and again: `python killing.py ARTICLES FOLDER KILLS SEED`.

Each attempt is a process of its own, forked with the pipeline loaded, and killed after a random time. When one gets to the end, its store
is done and the next begins. Prints the stores that were done, and how many attempts were killed.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback

from etl.run import ingest
from etl.transform import read
from graph.records import Article
from graph.store import Store


def attempt(articles: str, url: str) -> int:
    """Start an attempt; its process id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with Store.open(url) as store:
                ingest([articles], store)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return child


def main(articles: str, folder: str, kills: int, seed: int) -> None:
    read(Article("first", "Ada Pell met Tom Weller.", ""))
    moments = random.Random(seed)
    killed, done = 0, 1
    # how long one takes that nobody kills, with the start of an engine: a machine may be slow or fast
    start = time.monotonic()
    url = f"{folder}/0.db"
    if os.waitpid(attempt(articles, url), 0)[1]:
        sys.exit("the first attempt failed")
    print(url, flush=True)
    whole = time.monotonic() - start
    while killed < kills:
        url = f"{folder}/{done}.db"
        child = attempt(articles, url)
        time.sleep(moments.uniform(0.01, 0.4) * whole)
        ended, status = os.waitpid(child, os.WNOHANG)
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            killed += 1
        elif status:
            sys.exit("an attempt failed")
        else:
            print(url, flush=True)
            done += 1
    url = f"{folder}/{done}.db"
    if os.waitpid(attempt(articles, url), 0)[1]:
        sys.exit("the last attempt failed")
    print(url)
    print(killed)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
