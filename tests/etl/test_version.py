"""The extractor's version: the program's own, and a digest that follows the rules."""

import re
import tomllib
from pathlib import Path

from etl.transform import version


def test_program_is_the_one_declared_for_the_package():
    declared = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert declared["project"]["version"] == version.PROGRAM


def test_a_changed_rule_changes_the_version(tmp_path, monkeypatch):
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", version.version())
    (tmp_path / "rule.py").write_text("A = 1\n", encoding="utf-8")
    monkeypatch.setattr(version, "HERE", tmp_path)
    before = version.version.__wrapped__()
    (tmp_path / "rule.py").write_text("A = 2\n", encoding="utf-8")
    assert version.version.__wrapped__() != before
