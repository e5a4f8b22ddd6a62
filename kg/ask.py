"""The named questions: one ``.rq`` file each in :mod:`kg.questions`, found by listing that folder.

A file begins with comment lines that say what it answers and what it can be given::

    # question: Who was held on a date?
    # label.nl: Wie zat op een datum vast?
    # number: 4                       (the question's own number in the document it comes from)
    # param: date xsd:date - "The day asked about; without it, the day of the latest document."

A parameter is a variable that the query projects; its value is bound, never pasted. Its default
stands between type and text; ``-`` is none, and then the query must answer without it. A
parameter of type ``kg:Entity`` takes a name and is bound to each entity that has it; one of type
``kg:ClaimType`` takes the name of a claim type.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import product

from pyoxigraph import Literal, NamedNode, Store

from kg.entities import matching
from kg.errors import KgError, wrong_use
from kg.iris import term as iri
from kg.output import Cell, Table
from kg.queries import Term, select
from ontology.load import ontology

_HEADER = re.compile(r"#\s*([\w.]+):\s*(.*)")
_TYPES = ("xsd:date", "xsd:integer", "xsd:string", "kg:Entity", "kg:ClaimType")


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """Something a question can be given: the variable ``name``, its type, default and text."""

    name: str
    type: str
    default: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question: ``label`` in English, ``label_nl`` in Dutch, and its SPARQL."""

    name: str
    label: str
    label_nl: str
    number: str
    params: tuple[Param, ...]
    sparql: str


@cache
def questions() -> Mapping[str, Question]:
    """All questions that ship with the package, by name. Raises KgError on a bad header."""
    folder = files("kg") / "questions"
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".rq"))
    return {
        name.removesuffix(".rq"): parse(name, (folder / name).read_text(encoding="utf-8"))
        for name in found
    }


def parse(file: str, text: str) -> Question:
    """The question that a file's text holds. Raises :class:`KgError` on a bad header."""
    head: dict[str, str] = {}
    params: list[Param] = []
    for key, value in _header(text):
        if key == "param":
            params.append(_param(file, value))
        else:
            head[key] = value
    for key in ("question", "label.nl"):
        if not head.get(key):
            raise KgError(f"{file}: the header has no `# {key}: …` line; add one")
    return Question(
        name=file.removesuffix(".rq"),
        label=head["question"],
        label_nl=head["label.nl"],
        number=head.get("number", ""),
        params=tuple(params),
        sparql=text,
    )


def question(name: str) -> Question:
    """The question of that name. Raises :class:`KgError`, with near names, where there is none."""
    known = questions()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=2)
    advice = f"did you mean {' or '.join(near)}" if near else "`kg ask` lists them"
    raise wrong_use(f"there is no question {name!r}; {advice}")


def ask(store: Store, asked: Question, given: Mapping[str, str]) -> Table:
    """The rows that answer a question, its parameters bound to the values given.

    Raises :class:`KgError` on an unknown parameter, a value of the wrong type, an unknown name.
    """
    if unknown := sorted(set(given) - {param.name for param in asked.params}):
        names = ", ".join(param.name for param in asked.params) or "none"
        raise wrong_use(f"{asked.name}: unknown parameter {unknown[0]!r}; it takes: {names}")
    columns: tuple[str, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    for bindings in _bindings(store, asked, given):
        answer = ask_terms(store, asked, bindings)
        columns = answer.columns
        rows.extend(answer.rows)
    return Table(columns=columns, rows=rows)


def ask_terms(store: Store, asked: Question, bindings: Mapping[str, Term]) -> Table:
    """As :func:`ask`, with terms of the graph for the parameters and no defaults."""
    answer = select(store, asked.sparql, bindings, name=f"{asked.name}.rq")
    return answer.without(*(param.name for param in asked.params))


def _header(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if hit := _HEADER.match(line):
            yield hit[1], hit[2].strip()


def _param(file: str, value: str) -> Param:
    parts = shlex.split(value)
    if len(parts) != 4 or parts[1] not in _TYPES:
        form = '`# param: NAME TYPE DEFAULT "text"`'
        raise KgError(f"{file}: bad parameter {value!r}; write {form}, TYPE one of {_TYPES}")
    name, kind, default, text = parts
    return Param(name=name, type=kind, default=None if default == "-" else default, text=text)


def _bindings(
    store: Store, asked: Question, given: Mapping[str, str]
) -> Iterator[Mapping[str, Term]]:
    wanted = {param: given.get(param.name, param.default) for param in asked.params}
    chosen = {param: value for param, value in wanted.items() if value is not None}
    values = [_terms(store, param, value) for param, value in chosen.items()]
    for combination in product(*values):
        yield {param.name: value for param, value in zip(chosen, combination, strict=True)}


def _terms(store: Store, param: Param, value: str) -> list[Term]:
    if param.type == "kg:Entity":
        return [NamedNode(entity.iri) for entity in matching(store, value)]
    if param.type == "kg:ClaimType":
        return [_claim_type(value)]
    try:
        if param.type == "xsd:date":
            value = date.fromisoformat(value).isoformat()
        if param.type == "xsd:integer":
            value = str(int(value))
    except ValueError as error:
        form = "a day like 2022-03-14" if param.type == "xsd:date" else "a whole number"
        raise wrong_use(f"--param {param.name}: {value!r} is not {form}") from error
    return [Literal(value, datatype=iri(param.type))]


def _claim_type(name: str) -> Term:
    types = ontology().types
    if name not in types:
        near = get_close_matches(name, types, n=3, cutoff=0.4)
        advice = f"did you mean {' or '.join(near)}" if near else f"types: {', '.join(types)}"
        raise wrong_use(f"there is no claim type {name!r}; {advice}")
    return iri(f"kg:{types[name].class_name}")
