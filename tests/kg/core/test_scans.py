"""From a scan to the graph: what was read from a picture says so wherever it is shown."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.readers.recognition import engine
from kg.cli import main
from tests.scans import scanned

PAGES = (
    ("Op 15 april 2021 veroordeelde een rechtbank in Noordstad de journaliste Anna",
     "Voorbeeld tot zeven jaar gevangenisstraf. Zij werd op 3 mei 2020 gearresteerd."),
    ("Volgens haar advocaat is Anna Voorbeeld in de cel mishandeld.",),
)  # fmt: skip
ASK = """
SELECT ?sure ?agent ?page WHERE {
  ?claim kg:claimType kg:Arrest ; kg:ocrConfidence ?sure ; oa:hasSource ?file .
  ?file kg:recognisedBy/rdfs:label ?agent ; kg:recognisedPage ?page .
} ORDER BY ?page
"""


def kg(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def rows(out: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (out / name).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("scans")
    (folder / "scan.pdf").write_bytes(scanned(PAGES))
    (folder / "blurred.pdf").write_bytes(scanned(PAGES[:1], blur=4.4))
    return folder / "out", kg("build", folder, "--out", folder / "out")


def test_a_scan_is_built_and_the_build_says_so(built: tuple[Path, Result]) -> None:
    out, made = built
    assert made.exit_code == 0, made.output
    assert "3 pages read by OCR: check their quotes" in made.output
    known = {row["document"]: row["ocr"] for row in rows(out, "documents.jsonl")}
    assert known["scan.pdf"] == {"engine": engine().name, "pages": [1, 2]}


def test_its_claims_say_how_sure_the_reading_is(built: tuple[Path, Result]) -> None:
    claims = [row for row in rows(built[0], "claims.jsonl") if row["document"] == "scan.pdf"]
    assert {row["type"] for row in claims} >= {"sentence", "arrest", "ill_treatment"}
    assert all(0.6 < row["ocr"] <= 1 and row["boxes"] for row in claims)
    assert all(row["confidence"] <= row["ocr"] for row in claims)
    (arrest,) = (row for row in claims if row["type"] == "arrest")
    assert arrest["date"] == "2020-05-03"


def test_what_is_hardly_read_waits_for_a_reviewer(built: tuple[Path, Result]) -> None:
    blurred = [row for row in rows(built[0], "review.jsonl") if row["document"] == "blurred.pdf"]
    assert blurred
    for row in blurred:
        assert row["ocr"] < 0.6
        assert "read from a picture" in row["doubts"][0]
        assert "page 1" in row["doubts"][0]


def test_the_graph_and_the_answers_say_so(built: tuple[Path, Result], tmp_path: Path) -> None:
    out = built[0]
    (tmp_path / "ask.rq").write_text(ASK, encoding="utf-8")
    found = kg("query", tmp_path / "ask.rq", "--format", "csv", "--data", out).output
    assert found.count(engine().name) >= 2
    assert "read by OCR" in kg("person", "Voorbeeld", "--data", out).output.replace("\n", " ")
    assert kg("validate", "--data", out).exit_code == 0
    assert "read from a picture" in (out / "graph.html").read_text("utf-8")


def test_a_second_build_reads_nothing_again_and_quotes_are_verified(
    built: tuple[Path, Result],
) -> None:
    out = built[0]
    graph = (out / "graph.nq").read_bytes()
    assert kg("build", out.parent, "--out", out).exit_code == 0
    assert json.loads((out / "build.json").read_text("utf-8"))["run"]["read"] == 0
    assert (out / "graph.nq").read_bytes() == graph
    assert kg("verify", "--data", out).exit_code == 0


def test_other_data_for_ocr_have_scans_read_again(
    built: tuple[Path, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = built[0]
    (tmp_path / "nld.traineddata").symlink_to(Path(engine().folder) / "nld.traineddata")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert kg("build", out.parent / "scan.pdf", "--out", out).exit_code == 0
    (row,) = rows(out, "documents.jsonl")
    assert row["ocr"]["engine"].endswith(", nld")
