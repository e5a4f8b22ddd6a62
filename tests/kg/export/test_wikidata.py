"""The dataset for Wikidata: what goes out is evidenced, what stays in leaves no trace."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from wikibaseintegrator.entities import ItemEntity

from kg.export import ExportError, ExportReport, formats
from kg.export.wikidata.dates import moment, qualifiers
from kg.export.wikidata.quickstatements import commands
from kg.export.wikidata.text import address, plain
from kg.export.wikidata.values import Item, Snak, Statement, Words
from ontology.wikidata import wikidata

from .conftest import HOSTILE, Build
from .v1_parsers import newer, older

KG = "https://w3id.org/conscience-graph/ns#"
ID = "https://w3id.org/conscience-graph/id/"
CONTROL = "\t\n\r|\x00\u2028\u202e\u200b\ufeff"


def export(data: Path, out: Path) -> tuple[dict[str, Any], ExportReport]:
    """The entities by label, and the report."""
    report = formats()["wikidata"].write(data, out)
    entities = json.loads((out / "wikibase.json").read_text("utf-8"))
    return {next(iter(item["labels"].values()))["value"]: item for item in entities}, report


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def snaks(entity: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for statement in (one for group in entity["claims"].values() for one in group):
        tables = [statement["qualifiers"], *(ref["snaks"] for ref in statement["references"])]
        found += [statement["mainsnak"]]
        found += [snak for table in tables for group in table.values() for snak in group]
    return found


def test_an_arrest_goes_out_with_its_date_place_words_and_source(data: Path, out: Path) -> None:
    entities, _ = export(data, out)
    (arrest,) = entities["Anna Voorbeeld"]["claims"]["P793"]
    assert arrest["mainsnak"]["datavalue"]["value"]["id"] == "Q1403016"
    time = arrest["qualifiers"]["P585"][0]["datavalue"]["value"]
    assert (time["time"], time["precision"]) == ("+2014-02-04T00:00:00Z", 11)
    assert arrest["qualifiers"]["P276"][0]["datavalue"]["value"]["id"] == "Q9248"
    document, cited = arrest["references"]
    words = document["snaks"]["P1683"][0]["datavalue"]["value"]
    assert words == {
        "text": "Op 4 februari 2014 werd Anna Voorbeeld in Bakoe opgepakt.", "language": "nl"
    }  # fmt: skip
    address = cited["snaks"]["P854"][0]["datavalue"]["value"]
    assert address == "https://bulletin.example/2014/anna"
    assert cited["snaks"]["P577"][0]["datavalue"]["value"]["precision"] == 10
    assert cited["snaks"]["P304"][0]["datavalue"]["value"] == "35"
    assert "P1683" not in cited["snaks"], "the words are the document's, not the cited source's"


def test_a_party_goes_out_on_the_word_of_a_published_paper(data: Path, out: Path) -> None:
    entities, _ = export(data, out)
    (member,) = entities["Bram Bedacht"]["claims"]["P102"]
    assert member["mainsnak"]["datavalue"]["value"]["id"] == "Q747910"
    (reference,) = member["references"]
    assert reference["snaks"]["P854"][0]["datavalue"]["value"] == (
        "https://zoek.officielebekendmakingen.nl/ah-tk-20992100-7.html"
    )


def test_an_alias_goes_out_only_where_a_quotation_prints_it(data: Path, out: Path) -> None:
    entities, _ = export(data, out)
    aliases = entities["Anna Voorbeeld"]["aliases"]["nl"]
    assert aliases == [{"language": "nl", "value": "Anna A. Voorbeeld"}]


def test_what_stays_in_leaves_no_trace_in_any_file(data: Path, out: Path) -> None:
    entities, _ = export(data, out)
    assert set(entities) == {"Anna Voorbeeld", "Bram Bedacht"}
    written = b"".join(path.read_bytes() for path in sorted(out.iterdir())).lower()
    assert b"canary" not in written
    assert b"canary" in (data / "graph.nq").read_bytes().lower()


def test_what_stays_in_is_counted_with_its_reason(data: Path, out: Path) -> None:
    _, report = export(data, out)
    rows = {
        (row["type"], row["reason"].partition(":")[0]): row["claims"]
        for row in json.loads((out / "withheld.json").read_text())["withheld"]
    }
    assert rows == {
        ("affiliation", "its sentence also says something that may not go out"): 1,
        ("affiliation", "neither its document nor a cited source has an address"): 1,
        ("arrest", "another claim contradicts it"): 1,
        ("arrest", "no cited source with an address"): 1,
        ("arrest", "status"): 1,
        ("charge", "P1595 is not written"): 1,
        ("health_condition", "sensitivity"): 4,
        ("treaty_party", "not about a person"): 1,
    }
    claims = (data / "graph.nq").read_text().count(f"<{KG}claimType>")
    assert sum(report.withheld.values()) + 3 == claims
    with (out / "withheld.csv").open(encoding="utf-8", newline="") as stream:
        assert sum(int(row["claims"]) for row in csv.DictReader(stream)) == claims - 3


@pytest.mark.parametrize("level", ["Restricted", "Confidential", "Unheard"])
@pytest.mark.parametrize(
    "place", ["claim/arrest", "document/aaaa", "source/bulletin", "person/anna-voorbeeld"]
)
def test_a_raised_level_closes_a_claim(build: Build, out: Path, place: str, level: str) -> None:
    graph = NamedNode(f"{ID}graph/document/aaaa")
    raised = Quad(
        NamedNode(ID + place), NamedNode(f"{KG}sensitivity"), NamedNode(KG + level), graph
    )
    export(build([raised]), out)
    assert "P793" not in (out / "wikibase.json").read_text()


@pytest.mark.parametrize("status", ["Alleged", "Denied", "Negated", "Planned", "Asked", "Unheard"])
def test_only_facts_go_out(build: Build, out: Path, status: str) -> None:
    data = build(name="other")
    text = (data / "graph.nq").read_text()
    line = f"<{ID}claim/arrest> <{KG}status> <{KG}Reported>"
    assert line in text
    (data / "graph.nq").write_text(text.replace(line, line.replace("Reported", status)))
    entities, _ = export(data, out)
    assert "P793" not in entities["Anna Voorbeeld"]["claims"]


@pytest.mark.parametrize("name", ["P1595", "P1399", "P1596", "P2632", "P172", "P140", "P551"])
def test_guilt_custody_and_descent_have_no_property(name: str, hostile: Path, out: Path) -> None:
    export(hostile, out)
    assert name in wikidata().refused
    for path in out.iterdir():
        if not path.name.startswith("withheld"):
            assert name not in path.read_text("utf-8")


def test_every_statement_has_an_address_and_a_quotation(hostile: Path, out: Path) -> None:
    entities, _ = export(hostile, out)
    assert len(entities) > len(HOSTILE) / 2
    for entity in entities.values():
        for statement in (one for group in entity["claims"].values() for one in group):
            said = {name for reference in statement["references"] for name in reference["snaks"]}
            assert {"P854", "P1683"} <= said


def test_items_of_wikidata_are_only_the_checked_ones(hostile: Path, out: Path) -> None:
    entities, _ = export(hostile, out)
    used = {
        snak["datavalue"]["value"]["id"]
        for entity in entities.values()
        for snak in snaks(entity)
        if snak["datatype"] == "wikibase-item"
    }
    assert used <= wikidata().items.keys()
    numbers = [int(entity["id"].removeprefix("local:Q")) for entity in entities.values()]
    assert min(numbers) >= 2**31, "a number that Wikidata can never give out"
    assert len(set(numbers)) == len(numbers)


def test_wikibaseintegrator_reads_each_entity_and_gives_it_back(hostile: Path, out: Path) -> None:
    entities, _ = export(hostile, out)
    for entity in entities.values():
        found = ItemEntity().from_json(entity)
        assert found.claims.get_json() == _without_empty(entity["claims"])
        assert found.labels.get_json() == entity["labels"]


def _without_empty(claims: dict[str, Any]) -> dict[str, Any]:
    """As WikibaseIntegrator writes it: no hashes, no empty tables of qualifiers."""
    text = json.loads(json.dumps(claims))
    for statement in (one for group in text.values() for one in group):
        if not statement["qualifiers"]:
            del statement["qualifiers"], statement["qualifiers-order"]
        for reference in statement["references"]:
            del reference["hash"]
    return text


def test_the_dump_has_one_entity_a_line(hostile: Path, out: Path) -> None:
    entities, _ = export(hostile, out)
    first, *lines, last = (out / "wikibase.json").read_text("utf-8").split("\n")[:-1]
    assert (first, last) == ("[", "]")
    assert len(lines) == len(entities)
    assert all(json.loads(line.removesuffix(","))["type"] == "item" for line in lines)


def test_the_users_table_links_people_and_values(build: Build, out: Path) -> None:
    data = build()
    (data / "qids.csv").write_text("label,qid\nAnna Voorbeeld,Q99\nperson/bram-bedacht,Q98\n")
    entities, _ = export(data, out)
    assert entities["Anna Voorbeeld"]["id"] == "Q99"
    assert entities["Bram Bedacht"]["id"] == "Q98"
    lines = (out / "quickstatements.txt").read_text().splitlines()
    assert {line.split("\t")[0] for line in lines} == {"Q98", "Q99"}
    assert not [line for line in lines if "\tP31\t" in line or "\tLnl\t" in line]


def test_a_name_that_two_people_have_links_neither(build: Build, out: Path) -> None:
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    graph = NamedNode(f"{ID}graph/identity")
    more = Quad(NamedNode(f"{ID}person/x"), label, Literal("Anna Voorbeeld", language="nl"), graph)
    data = build([more])
    (data / "qids.csv").write_text("label,qid\nAnna Voorbeeld,Q99\n")
    assert export(data, out)[0]["Anna Voorbeeld"]["id"].startswith("local:")


@pytest.mark.parametrize(
    "text",
    ["label,qid\nAnna,42\n", "label,qid\nAnna,\n", "name\nAnna\n", "label,qid\na,Q1\na,Q2\n",
     "label,qid\n,Q1\n", "label,qid\nAnna,Q42|P31\n"],
)  # fmt: skip
def test_a_bad_table_is_named_with_its_line(data: Path, out: Path, text: str) -> None:
    (data / "qids.csv").write_text(text)
    with pytest.raises(ExportError, match=r"qids\.csv, line [23]"):
        export(data, out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("edtf", "time", "precision"),
    [("2014", "+2014-00-00T00:00:00Z", 9), ("2014-02", "+2014-02-00T00:00:00Z", 10),
     ("2016-02-29", "+2016-02-29T00:00:00Z", 11)],
)  # fmt: skip
def test_a_date_is_as_precise_as_the_text(edtf: str, time: str, precision: int) -> None:
    found = moment(edtf)
    assert found is not None
    assert (found.time, found.precision) == (time, precision)


@pytest.mark.parametrize("edtf", ["2014-02-30", "2015-02-29", "2014-13", "1400", "", "2014?", "x"])
def test_no_date_is_made_of_what_is_none(edtf: str) -> None:
    assert moment(edtf) is None


@given(st.dates(min_value=date(1583, 1, 1)))
def test_every_day_of_the_calendar_is_written_as_itself(day: date) -> None:
    found = moment(day.isoformat())
    assert found is not None
    assert found.time == f"+{day.isoformat()}T00:00:00Z"


def test_vague_dates_become_bounds() -> None:
    found = {snak.property: snak.value for snak in qualifiers("2014-01/2014-03", "event")}
    assert found == {"P1319": moment("2014-01-01"), "P1326": moment("2014-03-31")}
    assert [snak.property for snak in qualifiers("2014/2016", "state")] == ["P580", "P582"]
    assert qualifiers("2014?", "event") == ()


@given(st.text(alphabet=st.sampled_from(CONTROL + 'a"/*-\\ \u0301é')))
def test_clean_text_is_one_line_without_controls(text: str) -> None:
    clean = plain(text)
    assert plain(clean) == clean
    assert not set(clean) & set("\t\n\r\x00\u2028\u202e\u200b\ufeff")


@given(st.text(alphabet=st.sampled_from(CONTROL + 'a"/*%é[]<>')))
def test_a_clean_address_holds_nothing_that_ends_a_column(text: str) -> None:
    found = address("https://example.org/" + text)
    assert found is not None
    assert not set(found) & set('\t\n\r| "<>*\u202e')


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://x/y", "x", "https:///x"]
)
def test_only_web_addresses_are_addresses(url: str) -> None:
    assert address(url) is None


HOSTILE_TEXT = st.one_of(
    st.text(),
    st.text(alphabet=st.sampled_from(CONTROL + 'Qq42P31-"/*!LASTCREATE \\')),
    st.sampled_from([*HOSTILE, 'a"|-Q42|P31|Q5\n-Q42\tP31\tQ5', "/* x */", '""x""', "||CREATE||"]),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(HOSTILE_TEXT, HOSTILE_TEXT, HOSTILE_TEXT)
def test_no_text_adds_a_quickstatements_command(name: str, quote: str, path: str) -> None:
    where = address("https://example.org/" + path) or "https://example.org/"
    reference = (
        Snak(property="P854", value=where),
        Snak(property="P1683", value=Words(text=plain(quote) or "x", language="nl")),
    )
    item = Item(
        iri="x",
        qid="",
        label=Words(text=plain(name, 250) or "x", language="nl"),
        aliases=(Words(text=plain(quote, 250) or "x", language="en"),),
        statements=(
            Statement(
                main=Snak(property="P31", value="Q5"), qualifiers=qualifiers("2014", "event"),
                references=(reference, reference), claims=(), level="public",
            ),
        ),
    )  # fmt: skip
    text = "".join(commands([item]))
    for parser in (older, newer):
        found = parser(text)
        assert [one.action for one in found] == ["create", "add", "add", "add"]
        assert [one.property for one in found] == ["", "Lnl", "Aen", "P31"]
        assert [name for name, _ in found[3].pairs] == ["P585", "S854", "S1683", "!S854", "S1683"]
        assert not any(one.summary for one in found)


def test_both_parsers_read_as_many_commands_as_there_are_statements(
    hostile: Path, out: Path
) -> None:
    entities, _ = export(hostile, out)
    expected = sum(
        2 + sum(map(len, entity["aliases"].values())) + sum(map(len, entity["claims"].values()))
        for entity in entities.values()
    )
    text = (out / "quickstatements.txt").read_text("utf-8")
    for parser in (older, newer):
        found = parser(text)
        assert len(found) == expected
        assert {one.action for one in found} == {"create", "add"}
        assert {one.item for one in found} <= {"", "LAST"}


def test_the_parsers_see_an_injection_where_there_is_one() -> None:
    attack = 'CREATE\nLAST\tLnl\t"a"|-Q42|P31|Q5\n-Q42\tP31\tQ5\n'
    assert [one.action for one in older("CREATE\n-Q42\tP31\tQ5\n")] == ["create", "remove"]
    with pytest.raises(ValueError, match="not a"):
        newer(attack)


def test_review_has_a_row_for_each_statement(data: Path, out: Path) -> None:
    _, report = export(data, out)
    with (out / "review.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == report.written["statements"]
    assert {row["decision"] for row in rows} == {""}
    assert {"guarded", "public"} == {row["level"] for row in rows}
