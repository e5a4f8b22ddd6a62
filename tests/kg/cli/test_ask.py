"""The named questions: their headers, their SPARQL, their parameters, and what they answer."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.ask import ask, parse, question, questions
from kg.errors import KgError
from kg.output import Table
from kg.queries import open_graph

NAMES = sorted(questions())


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
