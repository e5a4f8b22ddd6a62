"""Originals, tables and quotes are as they were built, or what is not is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.build import build
from kg.cli import main
from kg.originals import FOLDER, place
from kg.verify import verify

LETTER = "De politie heeft de activist Anna Voorbeeld op 3 mei 2021 gearresteerd.\n"
PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Brief</title>
<link rel="canonical" href="https://www.example.org/brief"><meta name="author" content="A. Auteur">
<meta property="og:site_name" content="Voorbeeldkrant">
<meta property="article:published_time" content="{day}"></head>
<body><p>De politie heeft
de activist Anna Voorbeeld op 3 mei 2021 gearresteerd{end}</p></body></html>"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "old.html").write_text(PAGE.format(day="2021-05-04", end="."), encoding="utf-8")
    new = PAGE.format(day="2021-06-01", end=", zegt haar advocaat.")
    (folder / "new.html").write_text(new, encoding="utf-8")
    (folder / "broken.xml").write_text("<?xml version='1.0'?><a", encoding="utf-8")
    build([folder], out)
    return out


def rows(out: Path, name: str) -> dict[str, dict[str, object]]:
    lines = (out / name).read_text(encoding="utf-8").splitlines()
    return {str(row["document"]): row for row in map(json.loads, lines)}


def test_the_originals_are_kept_by_their_hash_and_only_they(out: Path) -> None:
    documents = rows(out, "documents.jsonl")
    kept = {path.name for path in (out / FOLDER).glob("*/*")}
    assert kept == {row["sha256"] for row in documents.values()}
    assert len(kept) == 3
    letter = place(out, str(documents["letter.txt"]["sha256"]))
    assert letter.read_text(encoding="utf-8") == LETTER


def test_what_is_as_it_was_built_passes(out: Path) -> None:
    found = verify(out)
    assert found.faults == ()
    assert (found.documents, found.quotes > 2) == (3, True)
    result = CliRunner().invoke(main, ["--data", str(out), "verify"])
    assert result.exit_code == 0
    assert "3 originals" in result.output


def test_one_changed_byte_is_named(out: Path) -> None:
    original = place(out, str(rows(out, "documents.jsonl")["letter.txt"]["sha256"]))
    data = original.read_bytes()
    try:
        original.write_bytes(data.replace(b"Anna", b"Anne"))
        (fault,) = verify(out).faults
        assert (fault.file, "was changed" in fault.problem) == ("letter.txt", True)
        assert str(original) in fault.problem
        result = CliRunner().invoke(main, ["--data", str(out), "verify"])
        assert result.exit_code == 1
        assert "letter.txt" in result.output
        original.unlink()
        (fault,) = verify(out).faults
        assert "is gone" in fault.problem
    finally:
        original.write_bytes(data)


def test_a_changed_quote_is_named(out: Path) -> None:
    path = out / "claims.jsonl"
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(text.replace("heeft de activist", "had de activist"), encoding="utf-8")
        faults = verify(out).faults
        assert {fault.file for fault in faults} > {"claims.jsonl"}
        assert any("does not stand at" in fault.problem for fault in faults)
    finally:
        path.write_text(text, encoding="utf-8")


def test_removed_documents_leave_no_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    letter = folder / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    (folder / "other.txt").write_text(LETTER + "\nNog een alinea van de brief.\n", encoding="utf-8")
    build([folder], tmp_path / "out")
    letter.unlink()
    build([folder], tmp_path / "out")
    assert len(list((tmp_path / "out" / FOLDER).glob("*/*"))) == 1


def test_no_graph_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--data", str(tmp_path), "verify"])
    assert result.exit_code == 1
    assert "kg build" in result.output


def test_the_fields_of_a_page_are_in_the_tables_and_the_graph(out: Path) -> None:
    new, old = (rows(out, "documents.jsonl")[name] for name in ("new.html", "old.html"))
    assert (new["publisher"], new["creators"], new["issued"], new["address"]) == (
        "Voorbeeldkrant", ["A. Auteur"], "2021-06-01", "https://www.example.org/brief",
    )  # fmt: skip
    assert (new["revision_of"], old["revision_of"]) == (old["id"], None)
    graph = (out / "graph.nq").read_text(encoding="utf-8")
    for said in ("dc/terms/creator> \"A. Auteur\"", "dc/terms/publisher> \"Voorbeeldkrant\"",
                 "dcat#landingPage> <https://www.example.org/brief>", "prov#wasRevisionOf>",
                 "dc/terms/isVersionOf>", "dcat#version> \"2021-06-01\"",
                 "dc/terms/format> \"text/html\""):  # fmt: skip
        assert said in graph
