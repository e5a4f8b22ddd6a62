"""``kg eval`` at its edges: what it prints, and the one line of each error."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

ARREST = {
    "doc": "made-up.txt", "type": "arrest", "subject": "Anna Voorbeeld", "date": "2021-02-04",
    "status": "reported", "attributed_to": ["Voorbeeldkrant"], "cites": [1], "args": {},
    "quote": "is Anna Voorbeeld op 4 februari 2021 aangehouden",
}  # fmt: skip
SENTENCE = {
    **ARREST, "type": "sentence", "date": "2021-04", "status": "asserted", "cites": [],
    "args": {"duration": "P3Y"}, "quote": "veroordeeld tot twee jaar op grond van artikel 12",
}  # fmt: skip
RELEASE = {**ARREST, "type": "release", "quote": "zij is vrijgelaten uit de cel"}


def run(graph: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["--data", str(graph), "eval", *args])


def written(folder: Path, *records: dict[str, object]) -> str:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    return str(path)


def test_the_figures_and_the_errors(graph: Path, tmp_path: Path) -> None:
    gold = written(tmp_path, ARREST, SENTENCE, RELEASE)
    result = run(graph, "--gold", gold, "--format", "json")
    assert result.exit_code == 0, result.output
    (report,) = json.loads(result.output)
    found, dated, full = report["Totals"][:3]
    assert (found["right"], found["gold"]) == (2, 3)
    assert (dated["right"], full["right"]) == (1, 1)
    assert [row["language"] for row in report["By language"]] == ["nl"]
    wrong = {(fault["error"], fault["type"]) for fault in report["Errors"]}
    assert {
        ("missed", "release"), ("wrong date", "sentence"), ("wrong argument", "sentence"),
        ("wrong status", "sentence"),
    } <= wrong  # fmt: skip
    assert report["Accuracy of what was found"][1]["accuracy"] == 1


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_tables(graph: Path, tmp_path: Path, form: str) -> None:
    gold = written(tmp_path, ARREST, RELEASE)
    whole = run(graph, "--gold", gold, "--format", form).output
    for title in ("Totals", "By type", "By language", "By status", "By subject", "Errors"):
        assert f"## {title}\n" in whole
    assert "zij is vrijgelaten" in whole
    none = run(graph, "--gold", gold, "--format", form, "--errors", "0").output
    assert "zij is vrijgelaten" not in none


def test_documents_that_the_graph_lacks_are_said(graph: Path, tmp_path: Path) -> None:
    gold = written(tmp_path, ARREST, {**ARREST, "doc": "other.txt"})
    result = run(graph, "--gold", gold)
    assert result.exit_code == 0
    assert "1 document of the gold is not in" in result.stderr
    assert "(other)" in result.stderr


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"doc": ', ":2: not JSON"),
        ("[]", ":2: not an object"),
        (json.dumps({"doc": "a"}), ":2: there is no 'subject'"),
        (json.dumps({**ARREST, "quote": 3}), ":2: 'quote' is no text"),
        (json.dumps({**ARREST, "alt_types": "x"}), ":2: 'alt_types' is no list"),
        (json.dumps({**ARREST, "args": ["x"]}), ":2: not an object"),
    ],
)
def test_a_bad_line_is_one_line_with_file_and_number(
    graph: Path, tmp_path: Path, line: str, reason: str
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f"{json.dumps(ARREST)}\n{line}\n", "utf-8")
    result = run(graph, "--gold", str(gold))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"kg: {gold}{reason}")
    assert "; a gold line is" in result.stderr
    assert result.stderr.count("\n") == 1


def test_files_that_cannot_be_read(graph: Path, tmp_path: Path) -> None:
    gone, odd, none = tmp_path / "gone", tmp_path / "odd", tmp_path / "none"
    odd.write_bytes(b"\xff\n")
    none.write_text("\n", "utf-8")
    for path, reason in ((gone, "cannot be read"), (odd, "is not UTF-8"), (none, "holds no gold")):
        result = run(graph, "--gold", str(path))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"kg: {path}: {reason}")
        assert "; " in result.stderr


def test_a_folder_without_a_graph_and_a_damaged_one(graph: Path, tmp_path: Path) -> None:
    gold = written(tmp_path, ARREST)
    result = run(tmp_path / "empty", "--gold", gold)
    assert (result.exit_code, "no graph here; run `kg build" in result.stderr) == (1, True)
    (tmp_path / "claims.jsonl").write_text("{}\n", "utf-8")
    result = run(tmp_path, "--gold", gold)
    assert f"{tmp_path}/claims.jsonl:1: there is no 'subject'; delete" in result.stderr


def test_without_gold_it_is_wrong_use(graph: Path) -> None:
    assert run(graph).exit_code == 2
