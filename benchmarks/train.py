"""Fits all weights in the order of the stations, each to what the stations before it make of articles that they have not seen.

Weights that learn from what other weights make of articles which these have seen get too sure: there the others are righter than they will
ever be again. So the articles are dealt into shares, and what a station learns from of one share is made with weights of the stations
before it that were fitted without that share (stacked generalization, Wolpert 1992). The weights that are written are fitted to all.
The fits of a station run beside each other, one on each core (`forking.py`), and so do the shares where it makes what it learns from.

    python -m benchmarks.train [--check | --score] [--more FOLDER ...] [STATION ...]

Without names of stations all are written, else only those; `--more` adds folders of annotated articles for the stations that profit. With
`--check` nothing is written: each of them is fitted without some of the articles in turn, and how well it tells the rest is printed. With
`--score` nothing is written either: every article is read by weights of those stations that have not seen its share (and by the kept ones of
the others), and the score card of all of them is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeVar
from zlib import crc32

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks import (
    fit_actor_network,
    fit_duplicates,
    fit_figures,
    fit_fillings,
    fit_group_network,
    fit_groups,
    fit_motive_network,
    fit_motives,
    fit_names,
    fit_occasion_network,
    fit_pair_network,
    fit_pairs,
    fit_references,
    fit_said_network,
    fit_slot_network,
    fit_statements,
    fit_tagger,
    fit_tellings,
    fit_topics,
    hearing,
    references,
)
from benchmarks.fitting import Replacement, instead, learnt, write
from benchmarks.forking import beside
from etl.evaluate import Card, score
from etl.evaluate.gold import Gold, read_gold
from etl.transform import language, pipeline
from etl.transform.arithmetic import one_thread
from etl.transform.pipeline import read_article
from graph.records import Article

SHARES = 6
GOLD = "data/gold"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Station:
    """A place in the pipeline where fitted weights choose; T is what is learnt from an article, W are its weights.

    Attributes:
        name: how it is called on the command line.
        text_of: makes T of an annotated article.
        fit: makes W of the T of many.
        check: prints how well W of the T of some articles tell others; gets the T of all, and those of the plain sentences if it has any.
        write: writes W where the program reads them; returns where.
        put: what W take the place of.
        last: whether no other station looks at what is chosen.
        shares: how many times it is fitted without some of the articles, each time without so many shares at once.
        plain: plain sentences that are learnt, too, as often as they count.
        more: whether articles beside those of the corpus are learnt from.
        articles: the annotated articles, where they are others than those of the corpus.
        here: whether T is made in this process: where it holds parses, which no other can hand over, and where articles are parsed first.
    """

    name: str
    text_of: Callable[[Any], Any]
    fit: Callable[[Sequence[Any]], Any]
    check: Callable[..., None]
    write: Callable[[Any], str]
    put: Callable[[Any], list[Replacement]]
    last: bool = False
    shares: int = SHARES
    plain: Callable[[], Sequence[Gold]] = tuple
    more: bool = False
    articles: Callable[[], Iterator[Article]] | None = None
    here: bool = False


def _station(name: str, fitting: Any, **more: Any) -> Station:
    """The station of a script `fit_…`: one that has a way of its own to write what it fits uses that, the others write tables."""

    def written(weights: Any) -> str:
        return write(fitting.MODULE, fitting.TOLD, fitting.values(weights))

    return Station(name, fitting.text_of, fitting.fit, fitting.check, getattr(fitting, "write_network", written), fitting.put, **more)


def _network(name: str, script: Any) -> Station:
    """The station of a script `fit_…_network`."""
    training = script.TRAINING
    return Station(name, script.text_of, training.fit, training.check, training.write, training.put, shares=hearing.SHARES, more=True)


STATIONS = (
    _station("tagger", fit_tagger, shares=fit_tagger.SHARES, more=True),
    _station("names", fit_names, more=True, here=True),
    _station("references", fit_references, articles=references.articles, here=True),
    _network("said network", fit_said_network),
    _station("statements", fit_statements, plain=fit_statements.plain, more=True, here=True),
    _network("occasion network", fit_occasion_network),
    _station("tellings", fit_tellings, more=True),
    _network("group network", fit_group_network),
    _station("groups", fit_groups, plain=fit_groups.plain, more=True),
    _network("pair network", fit_pair_network),
    _station("pairs", fit_pairs, more=True),
    _network("slot network", fit_slot_network),
    _station("fillings", fit_fillings, more=True),
    _station("duplicates", fit_duplicates, more=True),
    _station("topics", fit_topics, last=True, more=True, here=True),
    _station("figures", fit_figures, last=True, plain=fit_figures.plain),
    _network("motive network", fit_motive_network),
    _network("actor network", fit_actor_network),
    _station("motives", fit_motives, last=True, more=True, here=True),
)


@dataclass(frozen=True, slots=True)
class Known:
    """An annotated article with its share of all."""

    name: str
    article: Any
    share: int


def share_of(name: str) -> int:
    """The share of an article, by its name, so that it stays there when others are added."""
    return crc32(name.encode()) % SHARES


def _known(folders: Sequence[str]) -> list[Known]:
    """The articles of `folders` that may be learnt from; one that is named twice is there twice, in one share."""
    named = learnt(folders)
    kept = {one: Known(one[1], read_gold(*one), share_of(one[1])) for one in dict.fromkeys(named)}
    return [kept[one] for one in named]


@contextmanager
def parsed_once() -> Iterator[None]:
    """No text is parsed twice by one pipeline, for as long as the context lasts: nearly all stations read all articles."""
    parsed: dict[tuple[str, Language], Doc] = {}

    def parse(text: str) -> Doc:
        key = text, language.pipeline()
        if key not in parsed:
            parsed[key] = language.parse(text)
        return parsed[key].copy()  # what one reader changes is not for the next

    with instead((module, "parse", parse) for module in (pipeline, fit_names, fit_references)):
        yield


def _by_share(
    known: Sequence[Known], before: Sequence[Sequence[Replacement]], read: Callable[[Any], T], count: int | None = None
) -> list[T]:
    """What `read` makes of each article with what `before` has for its share, by `count` processes as in `beside`."""
    shares = [[k for k in {id(k): k for k in known}.values() if k.share == share] for share in range(SHARES)]

    def made(share: int) -> list[T]:
        with instead(before[share]):
            return [read(k.article) for k in shares[share]]

    told = beside([partial(made, share) for share in range(SHARES)], count)
    of = {id(k): t for those, texts in zip(shares, told, strict=True) for k, t in zip(those, texts, strict=True)}
    return [of[id(k)] for k in known]


def _texts(station: Station, known: Sequence[Known], before: Sequence[Sequence[Replacement]]) -> list[tuple[Known, Any]]:
    """What `station` learns from of each article, made with the weights of the stations before that have not seen its share."""
    return list(zip(known, _by_share(known, before, station.text_of, 1 if station.here else None), strict=True))


@dataclass(frozen=True)
class Lesson:
    """What a station learns from: the T of articles, and of plain sentences as often as they count; and W of all, where it is fitted already."""

    station: Station
    texts: Sequence[Any]
    plain: Sequence[Any]
    fitted: Any = None

    @cached_property
    def weights(self) -> Any:
        """W of all."""
        return self.station.fit([*self.texts, *self.plain]) if self.fitted is None else self.fitted

    def check(self) -> None:
        """Print how well W of some tell the rest."""
        self.station.check(self.texts, *([self.plain] if self.plain else ()))


def _learnt_from(station: Station, corpus: Sequence[Known], more: Sequence[Known]) -> Sequence[Known]:
    """The articles that a station learns from."""
    if station.articles is not None:
        return [Known(a.id, a, share_of(a.id)) for a in station.articles()]
    return [*corpus, *(more if station.more else ())]


def _fits(station: Station, texts: Sequence[tuple[Known, Any]], plain: Sequence[Any], parts: Sequence[int | None]) -> list[Any]:
    """For each of `parts` the W of all articles but those of the shares that are left out in this part; None leaves out none."""

    def fit(part: int | None) -> Any:
        return station.fit([*(t for k, t in texts if k.share % station.shares != part), *plain])

    return beside([partial(fit, part) for part in parts])


def _leave_out(station: Station, parts: Sequence[Any], before: Sequence[list[Replacement]]) -> None:
    """Add to `before` for each share what those W take the place of, of all `parts`, that have not seen it."""
    put = [station.put(weights) for weights in parts]
    for share in range(SHARES):
        before[share] += put[share % station.shares]


def lessons(
    corpus: Sequence[Known], more: Sequence[Known], wanted: Sequence[str], stations: Sequence[Station], *, fitted: bool = False
) -> Iterator[Lesson]:
    """What each of the `wanted` stations learns from.

    Args:
        corpus, more, wanted, stations: as for `train`.
        fitted: whether the weights of all lessons are to be fitted beside those that leave shares out.
    """
    before: list[list[Replacement]] = [[] for _ in range(SHARES)]
    after: list[Replacement] = []
    last = max((n for n, s in enumerate(stations) if s.name in wanted), default=len(stations))
    run = [s for s in stations[: last + 1] if not wanted or s.name in wanted or not s.last]
    for number, station in enumerate(run, 1):
        texts = _texts(station, _learnt_from(station, corpus, more), before)
        with instead(after):
            plain = [station.text_of(gold) for gold in station.plain()]
        looking = [] if station.last else run[number:]  # at what this one chooses
        is_wanted = not wanted or station.name in wanted
        # Weights that are fitted to all are what plain sentences are read with, too.
        whole = [None] if is_wanted and (fitted or any(s.plain() for s in looking)) else []
        done = _fits(station, texts, plain, [*whole, *(range(station.shares) if looking else ())])
        weights = done.pop(0) if whole else None
        if looking:
            _leave_out(station, done, before)
        if is_wanted:
            yield Lesson(station, [t for _, t in texts], plain, weights)
        if whole and looking:
            after += station.put(weights)


def held_out(
    corpus: Sequence[Known], more: Sequence[Known], wanted: Sequence[str], stations: Sequence[Station] = STATIONS
) -> list[list[Replacement]]:
    """For each share what weights of the `wanted` stations (by default all) take the place of that have not seen it; arguments as for `train`."""
    before: list[list[Replacement]] = [[] for _ in range(SHARES)]
    for station in stations:
        if not wanted or station.name in wanted:
            texts = _texts(station, _learnt_from(station, corpus, more), before)
            plain = [station.text_of(gold) for gold in station.plain()]
            _leave_out(station, _fits(station, texts, plain, range(station.shares)), before)
    return before


def scores(known: Sequence[Known], before: Sequence[Sequence[Replacement]]) -> Card:
    """The score card of articles, each read with what `before` has for its share."""
    facts = _by_share(known, before, lambda gold: read_article(gold.article, "held out"))
    return score([k.article for k in known], {k.name: f for k, f in zip(known, facts, strict=True)})


def train(
    corpus: Sequence[Known], more: Sequence[Known] = (), wanted: Sequence[str] = (), stations: Sequence[Station] = STATIONS
) -> Iterator[tuple[Station, Any]]:
    """Each of the `wanted` stations (by default all) with the weights that are fitted to all articles.

    Args:
        corpus: the articles that every station learns from.
        more: those that some learn from besides.
        wanted: names of stations.
        stations: all, in the order in which they are asked.
    """
    for lesson in lessons(corpus, more, wanted, stations, fitted=True):
        yield lesson.station, lesson.weights


def main() -> None:
    """Fit, and write the modules; or cross-validate."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("stations", nargs="*", metavar="STATION", help=", ".join(s.name for s in STATIONS))
    command.add_argument("--check", action="store_true", help="cross-validate instead, and write nothing")
    command.add_argument("--more", action="append", default=[], metavar="FOLDER", help="as often as its articles count")
    command.add_argument("--score", action="store_true", help="score articles that the weights have not seen, and write nothing")
    args = command.parse_args()
    if unknown := sorted(set(args.stations) - {s.name for s in STATIONS}):
        command.error(f"no such station: {', '.join(unknown)}")
    one_thread()  # for the products of matrices: each core has a fit of its own
    with parsed_once():
        _run(args)


def _run(args: argparse.Namespace) -> None:
    corpus, more = _known([GOLD]), _known(args.more) if args.more else []
    if args.check:
        for lesson in lessons(corpus, more, args.stations, STATIONS):
            print(lesson.station.name, flush=True)
            lesson.check()
    elif args.score:
        before = held_out(corpus, more, args.stations)
        for told, known in (("corpus", corpus), ("more", [*{k.name: k for k in more}.values()])):
            if known:
                print(told, *(f"{family} {f1:.3f}" for family, f1 in scores(known, before).scores.items()))
    else:
        for station, weights in train(corpus, more, args.stations):
            print(station.write(weights), flush=True)


if __name__ == "__main__":
    main()
