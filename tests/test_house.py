"""The house: docs that list things are current, walls stand, registries lead somewhere, pins cover what is declared."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from docs.generate import FOLDER, pages

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_generated_pages_are_current() -> None:
    for name, text in pages().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, f"docs/reference/{name} is out of date: run `make docs`"


def test_every_module_says_what_it_holds() -> None:
    for path in tracked():
        if path.suffix == ".py" and path.parts[len(ROOT.parts)] in ("graph", "etl", "ui", "docs"):
            source = path.read_text(encoding="utf-8")
            assert source.startswith(('"""', 'r"""')), f"{path} has no docstring"


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "types", "misc"}
    assert [path for path in tracked() if path.stem in vague and path.suffix == ".py"] == []


def test_no_package_in_tests() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_pins_cover_the_declared_dependencies_by_hash() -> None:
    for name, groups in (("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])):
        text = (ROOT / name).read_text()
        pinned = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        declared = PROJECT["project"]["dependencies"] + [d for group in groups for d in PROJECT["dependency-groups"][group]]
        wanted = {re.split(r"[\[><=~! ]", d)[0].lower().replace("_", "-") for d in declared}
        assert wanted <= pinned
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text.strip()))
        assert not re.search(r"^--|://", text, re.MULTILINE), "no index, no address"


def test_both_files_pin_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([a-z0-9-]+==\S+(?: ; .*?)?) \\$", (ROOT / name).read_text(), re.MULTILINE))

    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_no_machine_of_ours_is_named() -> None:
    ours = re.compile(rb"(?<![\w.])/work/\w")
    for path in tracked():
        if path.name not in ("test_house.py",) and path.suffix in (".py", ".toml", ".md", ".txt", ".yaml", ".cypher", ""):
            found = ours.search(path.read_bytes())
            assert found is None, f"{path}: {found}"


def test_help_needs_no_slow_import() -> None:
    slow = ("spacy", "pandas", "streamlit", "neo4j", "trafilatura", "networkx", "rich", "yaml")
    code = f"import sys; import ui.cli; ui.cli.parser().format_help(); print([m for m in {slow!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_the_table_of_faults_is_of_these_tests() -> None:
    source = "".join((ROOT / "tests" / name).read_text() for name in ("etl/test_faults.py", "ui/test_reading_while_loading.py"))
    table = (ROOT / "docs" / "faults.md").read_text()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("| ")][2:]
    named = set(re.findall(r'record\(\s*f?"([^"{]+)', source)) - {"connection cut "}
    assert {row[0] for row in rows} >= named, "run `make faults`"
    assert all(row[3:6] == ["0", "nothing", "complete"] for row in rows)
    assert f"Faults tried: {len(rows)}. Facts lost: 0." in table


def test_compose_has_a_supported_neo4j_with_volume_health_and_password_from_the_environment() -> None:
    service = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]["neo4j"]
    assert service["image"].startswith("neo4j:5.26")
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
    assert service["healthcheck"]["test"]
    assert service["volumes"] == ["neo4j:/data"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
