"""Every format: the same bytes twice, nothing half written, and the reader gets what was put in."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from kg.export import ExportError, formats
from kg.export.csvw import SEPARATOR, guarded, unguarded
from kg.export.graphml import xml_text

from .conftest import HOSTILE, Build

KG = "https://w3id.org/conscience-graph/ns#"
ID = "https://w3id.org/conscience-graph/id/"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"


def export(name: str, data: Path, out: Path) -> Path:
    formats()[name].write(data, out)
    return out


def files(out: Path) -> dict[str, bytes]:
    paths = sorted(out.rglob("*")) if out.is_dir() else [out]
    return {path.name: path.read_bytes() for path in paths}


def dataset(data: Path) -> Dataset:
    found = Dataset()
    found.parse(data / "graph.nq", format="nquads")
    return found


def test_the_registry_lists_each_format_once_by_name() -> None:
    assert list(formats()) == sorted(formats())
    assert {"turtle", "nquads", "jsonld", "csv", "graphml", "wikidata"} <= set(formats())
    assert all(name == item.name and item.description for name, item in formats().items())


@pytest.mark.parametrize("name", formats())
def test_the_same_build_gives_the_same_bytes(name: str, hostile: Path, tmp_path: Path) -> None:
    first = files(export(name, hostile, tmp_path / "one" / "out"))
    again = files(export(name, hostile, tmp_path / "two" / "out"))
    assert first == again
    assert all(first.values())


ALL = """
import sys
from pathlib import Path
from kg.export import formats
for name, exporter in formats().items():
    exporter.write(Path(sys.argv[1]), Path(sys.argv[2]) / name)
"""


def test_hash_seed_and_locale_change_nothing(hostile: Path, tmp_path: Path) -> None:
    found = []
    for seed, locale in (("0", "C"), ("1", "tr_TR.UTF-8")):
        out = tmp_path / seed
        out.mkdir()
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        subprocess.run([sys.executable, "-c", ALL, hostile, out], env=env, check=True)
        paths = (path for path in out.rglob("*") if path.is_file())
        found.append({path.relative_to(out): path.read_bytes() for path in paths})
    assert found[0] == found[1]
    assert len(found[0]) >= 14


@pytest.mark.parametrize("name", formats())
def test_a_second_export_replaces_the_first(name: str, data: Path, tmp_path: Path) -> None:
    out = export(name, data, tmp_path / "out")
    first = files(out)
    assert files(export(name, data, out)) == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out"]


@pytest.mark.parametrize("name", formats())
def test_a_folder_without_a_graph_is_an_error_that_says_what_to_do(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=r"graph\.nq.*kg build"):
        export(name, tmp_path, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", formats())
def test_a_place_that_cannot_be_written_is_named(name: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ExportError, match=r"file.*--out"):
        export(name, data, tmp_path / "file" / "out")


def test_turtle_reads_back_as_the_union_graph(hostile: Path, tmp_path: Path) -> None:
    found = Graph().parse(export("turtle", hostile, tmp_path / "graph.ttl"), format="turtle")
    union = Graph()
    for triple in dataset(hostile).triples((None, None, None)):
        union.add(triple)
    for graph in dataset(hostile).graphs():
        for triple in graph:
            union.add(triple)
    assert isomorphic(found, union)
    assert len(found) > 200


def test_nquads_are_the_canonical_file_of_the_build(hostile: Path, tmp_path: Path) -> None:
    out = export("nquads", hostile, tmp_path / "graph.nq")
    assert out.read_bytes() == (hostile / "graph.nq").read_bytes()


def test_nquads_refuse_a_build_that_is_not_canonical(data: Path, tmp_path: Path) -> None:
    path = data / "graph.nq"
    path.write_bytes(b"".join(reversed(path.read_bytes().splitlines(keepends=True))))
    with pytest.raises(ExportError, match="not sorted"):
        export("nquads", data, tmp_path / "out.nq")
    assert not (tmp_path / "out.nq").exists()


def test_a_blank_node_is_refused(data: Path, tmp_path: Path) -> None:
    with (data / "graph.nq").open("ab") as stream:
        stream.write(b"_:x <http://example.org/p> <http://example.org/o> .\n")
    with pytest.raises(ExportError, match="cannot name"):
        export("turtle", data, tmp_path / "out.ttl")
    assert not (tmp_path / "out.ttl").exists()


def test_jsonld_reads_back_as_the_same_dataset(hostile: Path, tmp_path: Path) -> None:
    out = export("jsonld", hostile, tmp_path / "graph.jsonld")
    found = Dataset()
    found.parse(out, format="json-ld")
    assert set(found.quads()) == set(dataset(hostile).quads())
    assert all(isinstance(value, str) for value in json.loads(out.read_text())["@context"].values())


def test_jsonld_keeps_iris_that_look_like_prefixed_names(build: Build, tmp_path: Path) -> None:
    subject, graph = NamedNode(f"{ID}source/odd"), NamedNode(f"{ID}graph/document/aaaa")
    odd = ["schema:url", "kg://x", f"{KG}", f"{ID}/x", "urn:x"]
    more = [Quad(subject, NamedNode(f"{KG}p"), NamedNode(iri), graph) for iri in odd]
    more += [Quad(subject, NamedNode(f"{KG}n"), Literal("01", datatype=NamedNode("id:n")), graph)]
    data = build(more)
    out = export("jsonld", data, tmp_path / "graph.jsonld")
    read = set(parse(out.read_bytes(), format=RdfFormat.JSON_LD))
    assert read == set(parse((data / "graph.nq").read_bytes(), format=RdfFormat.N_QUADS))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            {name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(stream)
        ]


def test_tables_hold_each_claim_with_its_quote_and_source(data: Path, tmp_path: Path) -> None:
    out = export("csv", data, tmp_path / "tables")
    claim = next(row for row in rows(out / "claims.csv") if row["id"] == "claim/arrest")
    assert claim["quote"] == "Op 4 februari 2014 werd Anna Voorbeeld in Bakoe opgepakt."
    assert claim["subject"] == "Anna Voorbeeld"
    assert (claim["status"], claim["date"], claim["language"]) == ("reported", "2014-02-04", "nl")
    assert claim["document"] == "ah-tk-20992100-7.txt"
    assert "https://bulletin.example/2014/anna" in claim["sources"]
    source = next(row for row in rows(out / "sources.csv") if row["id"] == "source/bulletin")
    assert source["documents"] == "ah-tk-20992100-7.txt"
    assert [row["id"] for row in rows(out / "persons.csv")] == sorted(
        row["id"] for row in rows(out / "persons.csv")
    )
    assert claim["place"] == "Bakoe"
    answers, letter = rows(out / "documents.csv")
    assert (answers["file"], letter["file"]) == ("ah-tk-20992100-7.txt", "letter.md")
    assert (answers["parties"], answers["kind"]) == ("Bedacht", "parliamentary-answers")


def test_tables_give_hostile_text_back_and_no_cell_is_a_formula(
    hostile: Path, tmp_path: Path
) -> None:
    out = export("csv", hostile, tmp_path / "tables")
    labels = {row["id"]: row["label"] for row in rows(out / "persons.csv")}
    quotes = {row["id"]: row["quote"] for row in rows(out / "claims.csv")}
    for number, text in enumerate(HOSTILE):
        assert labels[f"person/hostile-{number}"] == text
        assert quotes[f"claim/hostile{number}"] == text
    for path in out.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]


@given(st.text())
def test_the_formula_guard_is_undone_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_csv_metadata_names_the_columns_that_the_tables_have(data: Path, tmp_path: Path) -> None:
    out = export("csv", data, tmp_path / "tables")
    metadata = json.loads((out / "csv-metadata.json").read_text())
    assert metadata["@context"] == "http://www.w3.org/ns/csvw"
    for table in metadata["tables"]:
        with (out / table["url"]).open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        columns = table["tableSchema"]["columns"]
        assert header == [column["name"] for column in columns]
        assert len(set(header)) == len(header)
        assert {column.get("separator", SEPARATOR) for column in columns} == {SEPARATOR}


def test_tables_go_into_a_zip_when_asked(data: Path, tmp_path: Path) -> None:
    folder = files(export("csv", data, tmp_path / "tables"))
    with zipfile.ZipFile(export("csv", data, tmp_path / "tables.zip")) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == folder


def test_graphml_reads_back_with_its_labels_and_only_strings(hostile: Path, tmp_path: Path) -> None:
    out = export("graphml", hostile, tmp_path / "graph.graphml")
    graph = nx.read_graphml(out, force_multigraph=True)
    assert isinstance(graph, nx.MultiDiGraph)
    for number, text in enumerate(HOSTILE):
        assert graph.nodes[f"person/hostile-{number}"]["label"] == xml_text(text)
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    assert {"person", "source", "document"} <= kinds
    values = [value for _, table in graph.nodes(data=True) for value in table.values()]
    values += [value for *_, table in graph.edges(data=True) for value in table.values()]
    assert {type(value) for value in values} == {str}
    assert graph.has_edge("person/anna-voorbeeld", "event/arrest")
