"""The command line at its edges: what it loads, its exit codes, its one line of error."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.dossier import _events
from kg.errors import KgError, explain
from kg.iris import PREFIXES, path_of
from kg.iris import term as iri
from kg.store import writing

HEAVY = {"spacy", "rdflib", "pyoxigraph", "networkx", "rich", "jinja2", "pyvis", "pyshacl", "numpy"}
COMMANDS = [
    "build", "claims", "person", "status", "ask", "query", "export", "view", "review", "validate",
    "verify", "eval",
]  # fmt: skip


def run(*args: str, data: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    given = ("--data", str(data)) if data else ()
    return subprocess.run(
        [sys.executable, "-m", "kg.cli", *given, *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **env},
        check=False,
    )


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, json; from kg.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stderr)}
    assert "click" in loaded
    assert not loaded & HEAVY
    assert re.findall(r"^  ([a-z]+) ", done.stdout.split("Commands:")[1], re.M) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_has_an_example_and_loads_nothing_heavy(name: str) -> None:
    before = set(sys.modules)
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"kg {name}" in result.output.split("Example:")[1]
    assert not {module.split(".")[0] for module in set(sys.modules) - before} & HEAVY


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).output.startswith("kg, version ")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["clams"], "did you mean 'claims'?"),
        (["ask", "helth"], "did you mean health"),
        (["ask", "--param", "date"], "NAME=VALUE"),
        (["export", "paper"], "formats: "),
        (["query"], "FILE.rq"),
        (["query", "missing.rq"], "missing.rq: there is no such file"),
        (["status", "--on", "2022-02-30"], "not a day"),
        (["claims", "--format", "pdf"], "jsonl"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(args: list[str], said: str, graph: Path) -> None:
    result = CliRunner().invoke(main, ["--data", str(graph), *args])
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_a_graph_says_to_build_one(tmp_path: Path) -> None:
    for args in (["claims"], ["ask", "health"], ["view"], ["person", "Anna"]):
        done = CliRunner().invoke(main, ["--data", str(tmp_path), *args])
        assert done.exit_code == 1
        assert str(tmp_path) in done.stderr
        assert "kg build" in done.stderr
        assert done.stderr.count("\n") == 1


def test_data_is_taken_before_and_after_the_command_and_from_the_environment(graph: Path) -> None:
    query = "ASK { ?s ?p ?o }"
    runner = CliRunner()
    before = runner.invoke(main, ["--data", str(graph), "query", "-"], input=query)
    after = runner.invoke(main, ["query", "-", "--data", str(graph)], input=query)
    environment = runner.invoke(main, ["query", "-"], input=query, env={"KG_DATA": str(graph)})
    assert before.output == after.output == environment.output == "answer\ntrue\n"


def test_a_broken_query_is_named_with_its_position(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.rq"
    file.write_text("SELECT ?s WHERE {\n  ?s kg:quote\n}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["--data", str(graph), "query", str(file)])
    assert result.exit_code == 2
    assert f"{file}:3:1: " in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ('SELECT ?a { VALUES ?a { 1 2.5 true "NaN"^^xsd:double } }', [1, 2.5, True, "NaN"]),
        ("ASK { ?s kg:quote ?q }", [True]),
        ("CONSTRUCT { id:a kg:b 1 } WHERE {}", ["https://w3id.org/conscience-graph/id/a"]),
    ],
)
def test_every_form_of_query_gives_rows(query: str, rows: list[object], graph: Path) -> None:
    args = ["--data", str(graph), "query", "-", "--format", "json"]
    found = json.loads(CliRunner().invoke(main, args, input=query).output)
    assert [next(iter(row.values())) for row in found] == rows


def test_a_query_that_names_its_graphs_is_asked_of_those_alone(graph: Path) -> None:
    args = ["--data", str(graph), "query", "-", "--format", "json"]
    identity = f"FROM <{PREFIXES['id']}graph/identity>"
    for clause, found in (("", True), (identity, True), ("FROM <urn:x>", False)):
        query = f"ASK {clause} {{ ?p a kg:Person }}"
        answer = json.loads(CliRunner().invoke(main, args, input=query).output)
        assert answer == [{"answer": found}], clause


@pytest.mark.parametrize("brackets", ["{}", "()"])
def test_a_query_too_deep_for_the_parser_is_refused(graph: Path, brackets: str) -> None:
    deep = f"ASK {{ FILTER({brackets[0] * 20000}1{brackets[1] * 20000}) }}"
    result = CliRunner().invoke(main, ["--data", str(graph), "query", "-"], input=deep)
    assert result.exit_code == 2
    assert "nested over 100 deep" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_query_cannot_reach_the_network(graph: Path) -> None:
    query = "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    result = CliRunner().invoke(main, ["--data", str(graph), "query", "-"], input=query)
    assert result.exit_code == 2
    assert "offline" in result.stderr


def test_a_damaged_store_says_to_build_again(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    for table in (copy / "store").glob("*.sst"):
        table.unlink()
    result = CliRunner().invoke(main, ["--data", str(copy), "claims"])
    assert result.exit_code == 1
    assert f"kg build --out {copy}" in result.stderr
    assert "unexpected" not in result.stderr


def test_traceback_with_debug_alone(tmp_path: Path) -> None:
    plain = run("claims", data=tmp_path)
    debug = run("--debug", "claims", data=tmp_path)
    assert plain.returncode == debug.returncode == 1
    assert "Traceback" not in plain.stderr
    assert "Traceback" in debug.stderr


def test_output_is_utf8_in_any_locale(graph: Path) -> None:
    query = 'SELECT ("Məmmədov\\u0007" AS ?name) {}'
    done = subprocess.run(
        [sys.executable, "-m", "kg.cli", "--data", str(graph), "query", "-"],
        input=query.encode(),
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        check=True,
    )
    assert done.stdout.decode("utf-8") == "name\nMəmmədov\\x07\n"


def test_a_reader_that_goes_away_is_no_error(graph: Path) -> None:
    query = "SELECT ?a ?b ?c { VALUES ?a { 1 2 3 4 5 6 7 8 9 } VALUES ?b { 1 2 3 4 5 6 7 8 9 } "
    query += "VALUES ?c { 1 2 3 4 5 6 7 8 9 } VALUES ?d { 1 2 3 4 5 6 7 8 9 0 } }"
    with subprocess.Popen(
        [sys.executable, "-m", "kg.cli", "--data", str(graph), "query", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(query.encode())
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KgError("a.txt: empty"), 1),
        (KeyboardInterrupt(), 130),
        (PermissionError(13, "Permission denied", "a.txt"), 1),
        (RuntimeError("line one\nline two"), 1),
    ],
)
def test_every_exception_becomes_one_line(error: BaseException, code: int) -> None:
    message, found = explain(error)
    assert found == code
    assert message
    assert "\n" not in message


def test_build_names_rejects_and_exits_3(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty\x1b[31m.txt"
    words = "De activist Anna Voorbeeld is op 4 mei 2021 aangehouden door de politie.\n"
    good.write_text(words, encoding="utf-8")
    empty.write_bytes(b"")
    out = tmp_path / "out"
    done = run("build", str(tmp_path / "gone.txt"), str(good), str(empty), "--out", str(out))
    assert done.returncode == 3
    assert re.fullmatch(
        r"1 document, [1-9]\d* claims? about \d+ (?:person|people), 0 to review, 2 rejects -> .*\n",
        done.stdout,
    )
    named = [line.split(": ")[1].rpartition("/")[2] for line in done.stderr.splitlines()]
    assert sorted(named) == ["empty\\x1b[31m.txt", "gone.txt"]
    again = run("build", str(good), "--out", str(out))
    assert again.returncode == 0
    assert ", 0 rejects -> " in again.stdout
    assert again.stderr == ""


def test_validate_conforms_until_the_graph_is_broken(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy)
    runner = CliRunner()
    assert runner.invoke(main, ["validate", "--data", str(copy)]).output == f"{copy}: conforms\n"
    store = writing(copy)
    quotes = store.quads_for_pattern(None, iri("kg:quote"), None)
    quote = min((quad for quad in quotes if "/claim/" in quad.subject.value), key=str)
    store.remove(quote)
    store.flush()
    del store, quotes
    broken = runner.invoke(main, ["validate", "--data", str(copy), "--format", "json"])
    assert broken.exit_code == 1
    assert path_of(quote.subject.value) in [row["node"] for row in json.loads(broken.stdout)]


def test_claims_are_found_under_any_spelling_and_keep_their_lines(graph: Path) -> None:
    runner = CliRunner()
    args = ["claims", "--data", str(graph), "--person", "uydurmaov QASIM", "--format", "jsonl"]
    found = [json.loads(line) for line in runner.invoke(main, args).output.splitlines()]
    assert {claim["type"] for claim in found} == {"detention", "charge"}
    whole = (graph / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(json.dumps(claim, ensure_ascii=False) in whole for claim in found)
    narrow = runner.invoke(main, [*args[:-2], "--type", "detention"]).output
    assert len(narrow.splitlines()) == 2
    assert "\x1b" not in narrow
    unknown = runner.invoke(main, ["claims", "--data", str(graph), "--person", "Anna Voorbeeldts"])
    assert unknown.exit_code == 1
    assert "near names: Anna Voorbeeld" in unknown.stderr


def test_an_allegation_is_shown_as_one_and_counts_for_no_status(graph: Path) -> None:
    runner = CliRunner()
    on = ["--on", "2021-05-01", "--data", str(graph), "--format", "json"]
    (dossier,) = json.loads(runner.invoke(main, ["person", "Anna Voorbeeld", *on]).output)
    assert [row["status"] for row in dossier["Health and treatment"]] == ["alleged"]
    assert [row["date"] for row in dossier["Timeline"]] == ["2021-02-04", "2021-03-01"]
    (status,) = dossier["Status on 2021-05-01"]
    assert (status["state"], status["certainty"]) == ("in custody", "presumed")
    everyone = json.loads(runner.invoke(main, ["status", *on]).output)
    assert status in everyone
    before = ["status", "--on", "2021-05-01", "--known-by", "2021-01-01", "--data", str(graph)]
    nobody = runner.invoke(main, before)
    assert "Anna" not in nobody.output
    assert "nothing on custody" in nobody.stderr


def test_a_dossier_names_a_source_once_for_an_event_that_several_claims_tell(
    graph: Path,
) -> None:
    both, one = "A, «b» | C, «d»", "C, «d»"
    shared = {"date": "2021", "type": "arrest", "status": "reported", "details": None}
    told = [
        {**shared, "said_by": "A", "quote": "x | x", "source": source, "event": "e", "claim": n}
        for n, source in enumerate((both, one))
    ]
    ((*_, quote, source),) = _events(told).rows
    assert source == both
    assert quote == "x | x"


def test_a_page_is_written_into_a_new_folder_and_what_cannot_be_is_named(
    graph: Path, tmp_path: Path
) -> None:
    args = ["view", "--data", str(graph), "--out"]
    page = tmp_path / "new" / "page.html"
    assert CliRunner().invoke(main, [*args, str(page)]).exit_code == 0
    assert page.is_file()
    failed = CliRunner().invoke(main, [*args, str(page / "below.html")])
    assert failed.exit_code == 1
    assert failed.stderr.startswith(f"kg: {page}")
    assert ".new" not in failed.stderr


def test_export_and_view_write_where_they_say(graph: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    listed = runner.invoke(main, ["export", "--data", str(graph)]).output
    assert {"turtle", "nquads", "jsonld", "csv", "graphml"} <= set(
        re.findall(r"^\w+", listed, re.M)
    )
    for args in (["export", "turtle"], ["view"]):
        file = tmp_path / args[0]
        done = runner.invoke(main, [*args, "--data", str(graph), "--out", str(file)])
        assert done.exit_code == 0
        assert str(file) in done.output
        assert file.stat().st_size > 0
