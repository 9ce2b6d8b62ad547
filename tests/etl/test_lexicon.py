"""The lexicon: its reader on small folders made here, and the shipped files held against their own rules."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.transform.lexicon import FOLDER, TYPES, Entry, Lexicon
from graph.errors import LexiconError

HEADERS = {
    **dict.fromkeys(TYPES, "name,aliases,wikidata,kind,ambiguous"),
    "shows.csv": "name,aliases,wikidata,kind,ambiguous,hosts,on",
    "first_names.csv": "name,gender",
    "titles.csv": "name,kind,gender",
    "demonyms.csv": "name,place",
}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Lexicon]:
    """Load a lexicon whose files hold the rows given by file stem."""

    def build(**rows: list[str]) -> Lexicon:
        for file, header in HEADERS.items():
            lines = [header, *rows.get(file.removesuffix(".csv"), [])]
            (tmp_path / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return Lexicon.load(tmp_path)

    return build


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """The words of each hit with its entry's name."""
    return [(text[h.start : h.end], h.entry.name) for h in lexicon.find(text)]


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return Lexicon.load()


def test_an_entry_has_the_cells_of_its_row(make: Callable[..., Lexicon]) -> None:
    entry = make(people=["Ada Byron,Ada|~Countess,Q7259,thinker,1"]).get("Ada Byron")
    assert entry == Entry("Ada Byron", "Person", ("Ada", "Countess"), "Q7259", "thinker", True)


def test_further_columns_become_properties_and_lists(make: Callable[..., Lexicon]) -> None:
    entry = make(shows=["Tea Time,,,podcast,,Ann Lee|Bo Kim,"]).get("Tea Time")
    assert entry is not None
    assert entry.properties == {"hosts": "Ann Lee|Bo Kim"}
    assert entry.values("hosts") == ("Ann Lee", "Bo Kim")
    assert entry.values("on") == ()


def test_the_longest_form_wins_and_hits_never_overlap(make: Callable[..., Lexicon]) -> None:
    lexicon = make(platforms=["X,,,social,1", "X Spaces,,,live audio,"], outlets=["BBC,,,tv,", "BBC News,,,tv,", "News Today,,,tv,"])
    assert found(lexicon, "on X Spaces, on X, on BBC News Today") == [("X Spaces", "X Spaces"), ("X", "X"), ("BBC News", "BBC News")]


def test_only_whole_words_in_their_own_case_are_found(make: Callable[..., Lexicon]) -> None:
    lexicon = make(platforms=["Kick,,,livestream,"])
    assert found(lexicon, "Kicker, kick, KICK, Kick_it, Kick's") == [("Kick", "Kick")]


@pytest.mark.parametrize("text", ["Bussin’ With Beyonce", "Bussin' With Beyoncé", "Bussin' With\nBeyoncé", "Bussin' With Beyonce\u0301"])
def test_apostrophes_accents_and_line_breaks_do_not_matter(make: Callable[..., Lexicon], text: str) -> None:
    lexicon = make(shows=["Bussin' With Beyoncé,,,podcast,,,"])
    assert found(lexicon, f"On {text} now") == [(text, "Bussin' With Beyoncé")]


def test_a_name_does_not_run_across_paragraphs(make: Callable[..., Lexicon]) -> None:
    lexicon = make(people=["Joe Rogan,,,media,"])
    assert found(lexicon, "Joe\n\nRogan") == []


def test_ampersand_and_and_are_one(make: Callable[..., Lexicon]) -> None:
    lexicon = make(shows=["Fox & Friends,,,tv,,,"], places=["AT&T Stadium,,,venue,"])
    assert found(lexicon, "at AT&T Stadium, not ATandT Stadium") == [("AT&T Stadium", "AT&T Stadium")]
    assert found(lexicon, "Fox and Friends; Fox & Friends") == [("Fox and Friends", "Fox & Friends"), ("Fox & Friends", "Fox & Friends")]


def test_a_leading_article_may_be_missing_or_small(make: Callable[..., Lexicon]) -> None:
    lexicon = make(outlets=["The Boston Globe,,,paper,"])
    assert [words for words, _ in found(lexicon, "The Boston Globe, the Boston Globe, a Boston Globe story")] == [
        "The Boston Globe", "Boston Globe", "Boston Globe"
    ]  # fmt: skip
    assert lexicon.get("Boston Globe") is lexicon.get("The Boston Globe")


def test_an_ambiguous_name_needs_its_article(make: Callable[..., Lexicon]) -> None:
    lexicon = make(outlets=["The Sun,,,paper,1"])
    hits = lexicon.find("The Sun and the Sun, not Sun City")
    assert [(h.start, h.end, h.ambiguous) for h in hits] == [(0, 7, True), (16, 19, True)]


def test_ambiguity_belongs_to_the_form(make: Callable[..., Lexicon]) -> None:
    lexicon = make(platforms=["X,Twitter|~Bird,,social,1"])
    assert [h.ambiguous for h in lexicon.find("X Twitter Bird")] == [True, False, True]


def test_an_ambiguous_form_in_a_compound_is_no_hit(make: Callable[..., Lexicon]) -> None:
    lexicon = make(platforms=["Kick,,,livestream,1", "TikTok,,,social,"])
    assert found(lexicon, "Kick-off, Free-Kick, TikTok-famous") == [("TikTok", "TikTok")]


def test_an_ambiguous_form_with_its_article_ends_the_name(make: Callable[..., Lexicon]) -> None:
    lexicon = make(outlets=["The National,,,paper,1", "The Boston Globe,,,paper,"])
    assert found(lexicon, "the National Assembly told The National. The Boston Globe Magazine") == [
        ("The National", "The National"), ("The Boston Globe", "The Boston Globe")
    ]  # fmt: skip


def test_abbreviations_are_ambiguous_forms(shipped: Lexicon) -> None:
    hits = shipped.find("in Reno, Nev., and in Oregon")
    assert [(h.entry.name, h.ambiguous) for h in hits if h.entry.kind == "state"] == [("Nevada", True), ("Oregon", False)]


def test_tables_of_names_titles_and_demonyms(make: Callable[..., Lexicon]) -> None:
    lexicon = make(
        first_names=["Zoë,f", "Kim,u"],
        titles=["Sen,political,u", "Prime Minister,political,u", "Mrs,honorific,f"],
        demonyms=["Dane,Denmark"],
    )
    assert [lexicon.gender(n) for n in ("Zoe", "Kim", "zoe", "Ada")] == ["f", "u", None, None]
    assert [lexicon.is_title(t) for t in ("Sen.", "Sen", "Prime Minister", "sen")] == [True, True, True, False]
    title = lexicon.title("Mrs.")
    assert title is not None
    assert (title.kind, title.gender) == ("honorific", "f")
    assert [lexicon.demonym(w) for w in ("Dane", "Danes", "Denmark")] == ["Denmark", "Denmark", None]


@pytest.mark.parametrize(
    ("file", "rows", "message"),
    [
        ("outlets", ["A,,,tv,", "A,,,tv,"], "outlets.csv, line 3: 'A' already stands for Outlet A"),
        ("outlets", ["A,B,,tv,", "C,B,,tv,"], "outlets.csv, line 3: 'B' already stands for Outlet A"),
        ("outlets", ["A,B|B,,tv,"], "outlets.csv, line 2: 'B' is given twice"),
        ("outlets", ["A,A,,tv,"], "outlets.csv, line 2: 'A' is given twice"),
        ("outlets", ["The A,,,tv,", "A,,,tv,"], "outlets.csv, line 3: 'A' already stands for Outlet The A"),
        ("outlets", ["A,,,tv,yes"], "outlets.csv, line 2: 'ambiguous' is 'yes', neither empty nor 1"),
        ("outlets", ["A,,12,tv,"], "outlets.csv, line 2: '12' is no Wikidata id"),
        ("outlets", ["A,,,,"], "outlets.csv, line 2: no kind given"),
        ("outlets", [" A,,,tv,"], "outlets.csv, line 2: the name is empty or has spaces around it"),
        ("outlets", ["A,,,tv"], "outlets.csv, line 2: 4 cells instead of 5"),
        ("first_names", ["Ann,f", "Ann,m"], "first_names.csv, line 3: 'Ann' is given twice"),
        ("first_names", ["Ann,x"], "first_names.csv, line 2: gender is 'x', not one of f, m, u"),
        ("titles", ["Dr,,u"], "titles.csv, line 2: an empty cell"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_line(make: Callable[..., Lexicon], file: str, rows: list[str], message: str) -> None:
    with pytest.raises(LexiconError) as raised:
        make(**{file: rows})
    assert str(raised.value) == message


def test_one_form_in_two_files_is_refused(make: Callable[..., Lexicon]) -> None:
    with pytest.raises(LexiconError, match=r"shows\.csv, line 2: 'Today' already stands for Outlet Today"):
        make(outlets=["Today,,,paper,"], shows=["Today,,,tv,,,"])


def test_a_missing_column_or_file_is_named(tmp_path: Path, make: Callable[..., Lexicon]) -> None:
    with pytest.raises(LexiconError, match=r"organizations\.csv: cannot be read"):
        Lexicon.load(tmp_path / "nowhere")
    make()
    other = tmp_path / "other"
    other.mkdir()
    for file, header in HEADERS.items():
        (other / file).write_text(header.replace("gender", "sex") + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"first_names\.csv, line 1: no column 'gender'"):
        Lexicon.load(other)


def test_finding_is_linear_in_the_text(shipped: Lexicon) -> None:
    """Four times the text may take at most some eight times as long: a quadratic search would take sixteen."""
    text = "The New York Times said the Sun, the The The Joe Rogan of New New York told The X on Kick. " * 200

    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            shipped.find(text * times)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(4) < 8 * seconds(1)


def test_loading_is_cached(shipped: Lexicon) -> None:
    assert Lexicon.load() is shipped


def test_spans_are_the_words_of_the_text(shipped: Lexicon) -> None:
    text = "😀 Señor Lula told the BBC’s “Newsnight” that Beyoncé’s X post, Fox News and São Paulo…"
    assert [words for words, _ in found(shipped, text)] == ["Lula", "BBC", "Newsnight", "Beyoncé", "X", "Fox News", "São Paulo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sen. J.D. Vance sat down with the Nelk Boys.", ["JD Vance", "Nelk Boys"]),
        ("Harris went on “Call Her Daddy” and All the Smoke.", ["Call Her Daddy", "All the Smoke"]),
        ("AOC and RFK Jr. met in Washington, D.C.", ["Alexandria Ocasio-Cortez", "Robert F. Kennedy Jr.", "Washington, D.C."]),
        ("Ukrainian voters read Ukrainska Pravda in Ukraine.", ["Ukrainska Pravda", "Ukraine"]),
        ("The Rest Is Politics: Leading is not The Rest Is Politics.", ["The Rest Is Politics: Leading", "The Rest Is Politics"]),
    ],
)
def test_well_known_names_are_found(shipped: Lexicon, text: str, names: list[str]) -> None:
    assert [h.entry.name for h in shipped.find(text)] == names


def test_names_that_are_also_words_are_marked(shipped: Lexicon) -> None:
    for name in (
        "X",
        "Kick",
        "Signal",
        "Discord",
        "Clubhouse",
        "Time",
        "The Sun",
        "The Hill",
        "Line",
        "Meta",
        "Apple",
        "The View",
        "Today",
    ):
        entry = shipped.get(name)
        assert entry is not None, name
        assert entry.ambiguous, name


@pytest.mark.parametrize("file", sorted(HEADERS))
def test_shipped_files_are_sorted(file: str) -> None:
    with (FOLDER / file).open(encoding="utf-8", newline="") as handle:
        names = [row["name"] for row in csv.DictReader(handle)]
    assert names == sorted(names)


def test_common_words_are_no_given_names(shipped: Lexicon) -> None:
    words = "The A An No Be Can Not To In On At It He She They This That Among Said Offer Peace Per Mine".split()
    assert [word for word in words if shipped.gender(word) is not None] == []


def test_names_that_differ_by_accents_have_one_gender(shipped: Lexicon) -> None:
    with (FOLDER / "first_names.csv").open(encoding="utf-8", newline="") as handle:
        told = {row["name"]: row["gender"] for row in csv.DictReader(handle)}
    assert {name for name, gender in told.items() if shipped.gender(name) != gender} == set()


def test_shipped_sizes_and_references(shipped: Lexicon) -> None:
    least = {"Platform": 100, "Outlet": 400, "Show": 400, "Organization": 500, "Person": 800, "Place": 500}
    for kind_of_thing, size in least.items():
        assert sum(e.type == kind_of_thing for e in shipped.entries) >= size
    assert len(shipped.first_names) >= 1000
    unknown = sorted(place for place in set(shipped.demonyms.values()) if shipped.get(place) is None)
    assert unknown == []
    channels = {c for e in shipped.entries if e.type == "Show" for c in e.values("on")}
    assert sorted(c for c in channels if shipped.get(c) is None) == []


def test_no_surname_alone_is_an_alias(shipped: Lexicon) -> None:
    bad = [e.name for e in shipped.entries if e.type == "Person" and " " in e.name and e.name.split()[-1] in e.aliases]
    assert bad == []


def test_wikidata_ids_are_unique(shipped: Lexicon) -> None:
    ids = [e.wikidata for e in shipped.entries if e.wikidata]
    assert len(ids) == len(set(ids))
