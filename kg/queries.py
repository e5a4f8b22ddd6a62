"""SPARQL over the graph of a data folder: opened read-only, values bound and never pasted.

The default graph of a query is the union of all named graphs, unless it has a FROM of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import isfinite
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    Store,
    Triple,
    Variable,
)

from kg.errors import KgError, wrong_use
from kg.iris import PREFIXES
from kg.output import Cell, Table

Term = NamedNode | BlankNode | Literal | Triple
_XSD = PREFIXES["xsd"]
_POSITION = re.compile(r"error at (\d+:\d+): (.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_DEEPEST = 100
_NOT_CODE = re.compile(
    r"<[^\x00-\x20<>\"{}|^`\\]*>"  # an IRI
    r"|'''(?:[^\\]|\\.)*?'''" r'|"""(?:[^\\]|\\.)*?"""'
    r"|'(?:[^'\\\n\r]|\\.)*'" r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|#[^\n\r]*"
    r"|[?$]\w+|\w*:[\w.%-]*",  # a variable, a prefixed name
    re.DOTALL,
)  # fmt: skip


def open_graph(data: Path) -> Store:
    """The store of a data folder, read-only.

    Raises :class:`KgError` where there is none, or where it cannot be opened.
    """
    folder = data / "store"
    if not (folder / "CURRENT").is_file():
        raise KgError(f"{data}: no graph here; run `kg build --out {data}` first, or give --data")
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        again = f"delete that folder and run `kg build --out {data}`"
        advice = f"wait for a build that is at work, or {again}"
        raise KgError(f"{folder}: the store cannot be opened ({error}); {advice}") from error


def select(
    store: Store, text: str, bindings: Mapping[str, Term] | None = None, *, name: str
) -> Table:
    """The answer to a SPARQL query as a table; ``name`` says in errors which query it was.

    ``bindings`` give values to variables that the query projects. ASK gives one cell,
    CONSTRUCT and DESCRIBE give subject, predicate, object. Raises :class:`KgError`.
    """
    code = _code(text)
    _refuse_federation(code, name)
    _refuse_depth(code, name)
    union = not re.search(r"\bFROM\b", code, re.IGNORECASE)
    values = {Variable(key): value for key, value in (bindings or {}).items()}
    try:
        found = store.query(
            text, prefixes=PREFIXES, use_default_graph_as_union=union, substitutions=values
        )
        if isinstance(found, QueryBoolean):
            return Table(columns=("answer",), rows=[(bool(found),)])
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return Table(columns=columns, rows=[tuple(map(_cell, row)) for row in found])
        return Table(columns=("subject", "predicate", "object"), rows=_triples(found))
    except SyntaxError as error:
        raise wrong_use(_broken(str(error), name)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"{name}: the query failed: {error}") from error


def _triples(found: Iterable[Iterable[object]]) -> list[tuple[Cell, ...]]:
    return sorted(tuple(str(_cell(term)) for term in triple) for triple in found)


def _broken(message: str, name: str) -> str:
    """The parser's message with the position in front, and without its table of characters.

    >>> _broken("error at 1:8: expected one of VERSION, [_]", "a.rq")
    'a.rq:1:8: not valid SPARQL here: expected one of VERSION, [_]; correct the query'
    """
    hit = _POSITION.search(message)
    if not hit:
        return f"{name}: not valid SPARQL: {message}; correct the query"
    said = " ".join(hit[2].split())
    said = said if len(said) < 90 else f"{said[:80].rstrip()} …"
    return f"{name}:{hit[1]}: not valid SPARQL here: {said}; correct the query"


def _code(text: str) -> str:
    """The keywords and brackets of a query: no strings, IRIs, variables, comments.

    The text is read twice, as it stands and with its \\u escapes resolved, as the parser may.
    """
    decoded = _ESCAPE.sub(lambda hit: chr(int(hit[1] or hit[2], 16) % 0x110000), text)
    return "\n".join(_NOT_CODE.sub(" ", form) for form in dict.fromkeys((text, decoded)))


def _refuse_federation(code: str, name: str) -> None:
    """SERVICE would send the query, and what it is about, over the network: never.

    >>> _refuse_federation(_code("SELECT ?SERVICE { ?SERVICE ?p 'SERVICE' } # SERVICE"), "a.rq")
    """
    if re.search(r"\bSERVICE\b", code, re.IGNORECASE):
        raise wrong_use(f"{name}: SERVICE asks another machine; kg works offline: remove it")


def _refuse_depth(code: str, name: str) -> None:
    """The store's parser ends the process where brackets are nested some thousands deep."""
    depth = accumulate((c in "{([") - (c in "})]") for c in code if c in "{([])}")
    if max(depth, default=0) > _DEEPEST:
        raise wrong_use(f"{name}: brackets nested over {_DEEPEST} deep; write a simpler query")


def _cell(term: object) -> Cell:
    if term is None:
        return None
    if isinstance(term, Literal):
        return _native(term.value, term.datatype.value.removeprefix(_XSD))
    return str(getattr(term, "value", term))


def _native(value: str, datatype: str) -> Cell:
    try:
        match datatype:
            case "integer" | "int" | "long":
                return int(value)
            case "decimal" | "double" | "float":
                return float(value) if isfinite(float(value)) else value
            case "boolean":
                return value in ("true", "1")
    except ValueError:
        return value
    return value


def compact(cell: Cell) -> Cell:
    """An IRI in its short form, anything else as it is.

    >>> compact("https://w3id.org/conscience-graph/ns#Claim"), compact("Turan")
    ('kg:Claim', 'Turan')
    """
    if isinstance(cell, str):
        for prefix, iri in PREFIXES.items():
            if cell.startswith(iri):
                return f"{prefix}:{cell.removeprefix(iri)}"
    return cell
