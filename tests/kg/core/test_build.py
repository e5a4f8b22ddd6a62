from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.values import Extraction, Quote
from kg.build import build, write_build
from kg.errors import KgError
from kg.extracting import extracted
from kg.files import SourceFile, gather, samples
from kg.gate import gated
from kg.store import writing

TABLES = ("claims.jsonl", "entities.jsonl", "documents.jsonl", "rejects.jsonl", "graph.nq")
SHIPPED = len(gather([samples()])[0])
LETTER = """Brief

De politie heeft de activist Anna Voorbeeld op 3 mei 2021 gearresteerd.
"""


def tables(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in TABLES}


def rows(out: Path, name: str) -> list[dict[str, object]]:
    text = (out / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the documents that ship with the package."""
    out = tmp_path_factory.mktemp("scratch")
    summary = build([], out)
    assert summary.rejections == ()
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    shutil.copytree(samples(), made)
    return made


def test_every_file_of_the_contract_is_there(scratch: Path) -> None:
    there = {path.name for path in scratch.iterdir()}
    assert {*TABLES, "store", "graph.html", "build.json"} <= there
    assert all(data for name, data in tables(scratch).items() if name != "rejects.jsonl")


def test_claims_have_the_contract_s_keys_in_its_order(scratch: Path) -> None:
    keys = (
        "id document language type subject date status attributed_to cites args quote start end"
        " page boxes ocr confidence extractor"
    )
    claims = rows(scratch, "claims.jsonl")
    assert {" ".join(row) for row in claims} == {keys}
    places = [(row["document"], row["start"], row["type"], row["id"]) for row in claims]
    assert places == sorted(places)


def test_every_claim_and_subject_stands_in_the_graph(scratch: Path) -> None:
    graph = (scratch / "graph.nq").read_text(encoding="utf-8")
    for row in rows(scratch, "claims.jsonl"):
        assert f"id/{row['id']}> " in graph
        assert f"id/{row['subject']['id']}> " in graph  # type: ignore[index]


def test_no_blank_nodes(scratch: Path) -> None:
    lines = (scratch / "graph.nq").read_text(encoding="utf-8").split("\n")
    assert not any(line.startswith("_:") or " _:" in line.split('"')[0] for line in lines)


def test_building_again_reads_nothing_and_leaves_the_same_bytes(scratch: Path) -> None:
    before = tables(scratch)
    summary = build([], scratch)
    assert (summary.read, summary.removed) == (0, 0)
    assert summary.reused == summary.documents
    assert tables(scratch) == before


@pytest.mark.parametrize(("seed", "locale"), [("0", "C"), ("1", "tr_TR.UTF-8")])
def test_another_process_writes_the_same_bytes(
    scratch: Path, folder: Path, tmp_path: Path, seed: str, locale: str
) -> None:
    paths = sorted(folder.iterdir(), reverse=seed == "1")
    code = (
        "import sys; from pathlib import Path; from kg.build import build\n"
        "build(map(Path, sys.argv[2:]), Path(sys.argv[1]), jobs=1)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    root = Path(__file__).parents[3]
    subprocess.run(
        [sys.executable, str(script), str(tmp_path / "out"), *map(str, paths)],
        env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(root)},
        check=True,
    )
    assert tables(tmp_path / "out") == tables(scratch)


def test_any_number_of_workers_gives_the_same(folder: Path, tmp_path: Path) -> None:
    found, _ = gather([folder])
    alone = extracted(found, tmp_path / "one", jobs=1)
    together = extracted(tuple(reversed(found)), tmp_path / "two", jobs=2)
    assert tuple(alone.extractions) == tuple(together.extractions)
    assert (alone.rejections, alone.copies) == (together.rejections, together.copies)


def test_documents_come_change_and_go_and_the_rest_is_as_from_scratch(
    scratch: Path, folder: Path, tmp_path: Path
) -> None:
    out, letter = tmp_path / "out", folder / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert build([folder], out).documents == SHIPPED + 1
    with_letter = tables(out)
    letter.write_text(LETTER.replace("3 mei", "5 mei"), encoding="utf-8")
    changed = build([folder], out)
    assert (changed.read, changed.removed) == (1, 1)
    assert tables(out) != with_letter
    letter.unlink()
    assert build([folder], out).removed == 1
    assert tables(out) == tables(scratch)
    letter.write_text(LETTER, encoding="utf-8")
    build([folder], out)
    assert tables(out) == with_letter


def test_a_planted_fact_is_found(folder: Path, tmp_path: Path) -> None:
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    build([folder], tmp_path / "out")
    found = {
        (row["type"], row["date"])
        for row in rows(tmp_path / "out", "claims.jsonl")
        if row["document"] == "letter.txt"
    }
    assert ("arrest", "2021-05-03") in found


def test_bad_documents_stop_nothing(scratch: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    out = tmp_path / "out"
    summary = build([folder, tmp_path / "gone"], out)
    assert summary.documents == SHIPPED
    assert {Path(item.document).name for item in summary.rejections} == {
        "binary.txt", "dangling.txt", "empty.txt", "gone",
    }  # fmt: skip
    assert all(item.reason and item.advice for item in summary.rejections)
    documents = {str(row["document"]) for row in rows(out, "rejects.jsonl")}
    assert {item.document for item in summary.rejections} <= documents
    assert tables(out)["graph.nq"] == tables(scratch)["graph.nq"]


def test_a_document_read_in_vain_is_a_reject_and_not_a_refused_claim(tmp_path: Path) -> None:
    letter = tmp_path / "unknown.txt"
    letter.write_text("Lorem ipsum dolor sit amet.", encoding="utf-8")
    summary = build([letter], tmp_path / "out")
    (rejection,) = summary.rejections
    assert (rejection.document, summary.refused_claims) == ("unknown.txt", 0)
    assert [row["document"] for row in rows(tmp_path / "out", "rejects.jsonl")] == ["unknown.txt"]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    found = [SourceFile(name="a.txt", path=tmp_path)]  # a folder cannot be read as a file
    done = extracted(found, tmp_path)
    assert tuple(done.extractions) == ()
    assert done.rejections[0].reason == "cannot be read: Is a directory"


def test_the_same_bytes_under_two_names_are_one_document(folder: Path, tmp_path: Path) -> None:
    first = sorted(folder.iterdir())[0]
    shutil.copy(first, folder / "zz-copy.txt")
    summary = build([folder], tmp_path / "out")
    assert summary.documents == SHIPPED
    copies = {row["document"]: row["copies"] for row in rows(tmp_path / "out", "documents.jsonl")}
    assert copies[first.name] == ["zz-copy.txt"]


def test_a_damaged_cache_is_read_anew(folder: Path, tmp_path: Path) -> None:
    found = gather([folder])[0]
    first = tuple(extracted(found, tmp_path).extractions)
    for path in (tmp_path / "cache").glob("*.json"):
        path.write_text("{", encoding="utf-8")
    again = extracted(found, tmp_path)
    assert (again.read, tuple(again.extractions)) == (SHIPPED, first)


def test_what_was_read_is_named_where_it_is_gone(folder: Path, tmp_path: Path) -> None:
    done = extracted(gather([folder])[0], tmp_path)
    for path in (tmp_path / "cache").glob("*.json"):
        path.unlink()
    with pytest.raises(KgError, match=r"what was read of .* is gone; build again"):
        write_build(done.extractions, tmp_path)


def test_progress_tells_of_what_is_read_and_what_is_written(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build([folder], tmp_path / "out", progress=lambda *said: told.append(said))
    names = sorted(path.name for path in folder.iterdir())
    assert sorted(name for _, _, name in told[:SHIPPED]) == names
    assert told[SHIPPED:] == [
        *((number, SHIPPED, f"writing {name}") for number, name in enumerate(names, start=1)),
        (1, 1, "writing graph.html"),
    ]


class Many(Collection[Extraction]):
    """Long documents, each made when it is asked for."""

    def __init__(self, one: Extraction, count: int, length: int) -> None:
        self.one, self.count, self.length = one, count, length

    def __iter__(self) -> Iterator[Extraction]:
        for number in range(self.count):
            whole, path = self.one.document, f"{number:064}"
            text = whole.text + f"{number:10}" * (self.length // 10)
            document = replace(whole, id=path, name=f"{number}.txt", text=text)
            yield replace(
                self.one,
                document=document,
                claims=tuple(replace(claim, document=path) for claim in self.one.claims),
            )

    def __len__(self) -> int:
        return self.count

    def __contains__(self, item: object) -> bool:
        return item in iter(self)


def test_no_more_than_a_few_documents_are_in_memory(made, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("kg.passes.Kept", Many)  # those that are not put in order in memory
    one = made("a.txt", {"p": ["Anna Voorbeeld"]}, [("p", "arrest", {"date": "2021-05-03"})])
    write_build(Many(one, 1, 10), tmp_path)  # what is loaded once
    tracemalloc.start()
    summary = write_build(Many(one, 30, 1_000_000), tmp_path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (summary.documents, summary.claims) == (30, 30)
    assert most < 6_000_000


def test_the_order_in_which_documents_come_is_no_matter(made, tmp_path: Path) -> None:
    documents = [
        made(f"{name}.txt", {"p": [name.title() + " Voorbeeld"]}, [("p", "arrest", {})])
        for name in ("anna", "bert", "carla")
    ]
    write_build(documents, tmp_path / "one")
    write_build(documents[::-1], tmp_path / "two")
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_a_claim_whose_quote_does_not_stand_in_its_document_is_refused(made, tmp_path) -> None:
    honest = made("a.txt", {"p": ["Anna Voorbeeld"]}, [("p", "arrest", {})])
    claim = honest.claims[0]
    words = Quote(text="Anna is guilty", start=claim.quote.start, end=claim.quote.end, page=None)
    forged = replace(honest, claims=(claim, replace(claim, quote=words, date="2021")))
    summary = write_build([forged], tmp_path)
    assert (summary.claims, summary.refused_claims, summary.rejections) == (1, 1, ())
    (row,) = rows(tmp_path, "rejects.jsonl")
    assert "its quote does not stand in the document" in str(row["reason"])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"type": "made_up"}, "no claim type"),
        ({"date": "soon"}, "soon"),
        ({"document": "0" * 64}, "does not stand"),
    ],
)
def test_a_claim_that_is_not_well_formed_is_refused(made, change, reason: str) -> None:
    honest = made("a.txt", {"p": ["Anna Voorbeeld"]}, [("p", "arrest", {})])
    broken = replace(honest, claims=(replace(honest.claims[0], **change),))
    result = gated(broken)
    assert result.claims == ()
    assert reason in result.rejections[0].reason
    assert gated(honest) is honest


def test_two_builds_into_one_folder_are_refused(tmp_path: Path) -> None:
    store = writing(tmp_path)
    with pytest.raises(KgError, match="another build"):
        write_build([], tmp_path)
    del store


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(KgError, match="cannot be made"):
        write_build([], tmp_path / "file" / "out")
