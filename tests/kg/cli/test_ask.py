"""The named questions: their headers, their SPARQL, their parameters, and what they answer."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from kg.ask import ask, parse, question, questions
from kg.errors import KgError
from kg.output import Table
from kg.queries import open_graph
from ontology import publish
from ontology.model import NAMESPACE

NAMES = sorted(questions())


@cache
def ontology_graph() -> Graph:
    return publish.graph()


def answer(graph: Path, name: str, **given: str) -> Table:
    return ask(open_graph(graph), question(name), given)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_runs_on_an_empty_store(name: str) -> None:
    assert list(ask(Store(), question(name), {}).rows) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_question_gives_quote_and_source_in_each_row(name: str) -> None:
    columns = ask(Store(), question(name), {}).columns
    assert {"said_by", "quote", "source", "document"} <= set(columns)
    assert not {param.name for param in question(name).params} & set(columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_finds_what_is_claimed(name: str, every_type: Path) -> None:
    found = list(answer(every_type, name).records())
    assert found
    assert all(record["source"] and record["document"] == "made-up.txt" for record in found)
    lines = (every_type / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = {json.loads(line)["quote"] for line in lines}
    assert quotes & {record["quote"] for record in found}
    assert all(record["quote"] for record in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_uses_no_term_that_the_ontology_does_not_have(name: str) -> None:
    code = re.sub(r"(?m)^\s*#.*", "", question(name).sparql)
    used = {f"{NAMESPACE}{local}" for local in re.findall(r"\bkg:(\w+)", code)}
    assert used
    assert used <= {str(node) for node in ontology_graph().subjects()}


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_sparql_to_rdflib_too(name: str) -> None:
    prepareQuery(question(name).sparql)


def test_the_evidence_is_read_alike_in_every_question() -> None:
    blocks = {
        re.search(r"# The evidence: .*?AS \?source\)\n", asked.sparql, re.DOTALL)[0].replace(
            "?claimed_date", "?date"
        )
        for asked in questions().values()
    }
    assert len(blocks) == 1


def test_the_questions_of_the_paper_are_all_there() -> None:
    numbers = {part for asked in questions().values() for part in asked.number.split(", ")}
    assert {str(number) for number in range(1, 15)} <= numbers


def test_a_question_names_nobody() -> None:
    names = ("Yagublu", "Rustamov", "Gurbanov", "Salayev", "Isayev", "Azerbei", "Mammadov")
    for asked in questions().values():
        assert not [name for name in names if name.lower() in asked.sparql.lower()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * {}", "question"),
        ("# question: What?\nSELECT * {}", "label.nl"),
        ("# question: What?\n# label.nl: Wat?\n# param: x\n", "bad parameter"),
        ('# question: What?\n# label.nl: Wat?\n# param: x xsd:gYear - "t"\n', "TYPE one of"),
    ],
)
def test_a_bad_header_is_refused_with_the_file_and_the_reason(text: str, said: str) -> None:
    with pytest.raises(KgError, match=r"made-up\.rq: ") as caught:
        parse("made-up.rq", text)
    assert said in caught.value.message


def test_a_parameter_is_bound_and_checked(graph: Path) -> None:
    assert len(answer(graph, "stale-claims", months="1200").rows) == 0
    assert len(answer(graph, "stale-claims", date="2100-01-01").rows) > 0
    for given in ({"months": "six"}, {"date": "May"}, {"colour": "red"}):
        with pytest.raises(KgError) as caught:
            answer(graph, "stale-claims", **given)
        assert caught.value.exit_code == 2


def test_text_given_as_a_name_is_never_run(graph: Path) -> None:
    for name in ('x" } #', "\n}; DROP ALL", "<urn:x>", "", "   "):
        with pytest.raises(KgError, match="nobody is called"):
            answer(graph, "claims-of-person", person=name)
    assert answer(graph, "claims-of-person", person="VOORBEELD, anna").rows
