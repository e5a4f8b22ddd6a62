"""A claim type is one file: with it added, and nothing else, every part of the program knows it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.export import formats

from .conftest import HERE

ADDED = HERE / "juggling.toml"
DUTCH = """\
Brief van 14 maart 2022

Anna Proefska jongleerde op 3 mei 2021 in Minsk met kegels. Zij werd op 4 mei 2021 gearresteerd.

Volgens Rasim Verzonnov heeft Leyla Beispielova in Tbilisi niet gejongleerd.
"""
ENGLISH = """\
Letter of 14 March 2022

Anna Proefska juggled in Minsk with clubs on 3 May 2021. Pjotr Fictiev allegedly juggled in Tbilisi.
"""

Commands = Callable[..., list[str]]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "brief.txt").write_text(DUTCH, "utf-8")
    (folder / "letter.txt").write_text(ENGLISH, "utf-8")
    return folder


def added(home: Path) -> Path:
    """Adds the type's file to the copy of the ontology."""
    shutil.copy(ADDED, home / "ontology" / "events")
    return home


def claims(data: Path, kind: str = "juggling") -> list[dict[str, Any]]:
    lines = (data / "claims.jsonl").read_text("utf-8").splitlines()
    return [claim for claim in map(json.loads, lines) if claim["type"] == kind]


def said(claim: dict[str, Any]) -> tuple[object, ...]:
    args = claim["args"]
    return (
        claim["subject"]["label"], claim["date"], claim["status"], claim["attributed_to"],
        args.get("place"), args.get("tool"),
    )  # fmt: skip


MADE = [
    ("Anna Proefska", "2021-05-03", "asserted", [], "Minsk", "kegels"),
    ("Anna Proefska", "2021-05-03", "asserted", [], "Minsk", "clubs"),
    ("Leyla Beispielova", None, "negated", ["Rasim Verzonnov"], "Tbilisi", None),
    ("Pjotr Fictiev", None, "alleged", [], "Tbilisi", None),
]


def test_it_is_read_and_every_command_and_export_knows_it(
    home: Path, documents: Path, commands: Commands, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    build = ("build", documents, "--out", data)
    commands(home, build)
    assert claims(data) == []

    exports = [("--data", data, "export", name, "--out", tmp_path / name) for name in formats()]
    _, validated, asked, listed, *_ = commands(
        added(home),
        build,  # the same data folder: what was read without the type is read again
        ("--data", data, "validate"),
        ("--data", data, "ask", "claims-of-person", "--param", "claim_type=juggling",
         "--format", "csv"),
        ("--data", data, "claims", "--type", "juggling", "--format", "jsonl"),
        *exports,
    )  # fmt: skip
    assert sorted(map(said, claims(data)), key=str) == sorted(MADE, key=str)
    assert len(claims(data, "arrest")) == 1
    assert "conforms" in validated
    assert asked.count(",juggling,") == len(listed.splitlines()) == len(MADE)
    assert "juggling" in (data / "graph.html").read_text("utf-8")
    for name in formats():
        assert "juggling" in _text(tmp_path / name).lower(), name


def _text(path: Path) -> str:
    paths = sorted(path.rglob("*")) if path.is_dir() else [path]
    return "".join(each.read_text("utf-8", errors="replace") for each in paths if each.is_file())


def test_its_shape_follows_from_its_file(
    home: Path, documents: Path, commands: Commands, program: Callable[..., Any], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    commands(added(home), ("build", documents, "--out", data))
    text, _, _ = ADDED.read_text("utf-8").partition("[[examples")
    stricter = text.replace('range = "text"', 'range = "integer"')
    (home / "ontology" / "events" / ADDED.name).write_text(stricter, "utf-8")
    (answer,) = program("command_lines.py", home, json.dumps([["--data", str(data), "validate"]]))
    assert answer["code"] == 1
    assert "kg:tool" in answer["output"], answer["output"]


def test_it_is_in_the_docs(home: Path, program: Callable[..., Any]) -> None:
    before = program("page.py", home)
    after = program("page.py", added(home))
    assert "`juggling`" not in before
    assert "### `juggling`\n\nSomeone juggles." in after
    assert "- role `tool`: tool; text" in after
    assert set(before.splitlines()) <= set(after.splitlines())
