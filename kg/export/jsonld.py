"""JSON-LD 1.1: the named graphs, one node a line, with a context inside the file.

No context is named by address, so reading the file fetches nothing. Every literal keeps its
lexical form and its datatype.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import RDF_TYPE, quads
from kg.iris import PREFIXES

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write(data: Path, out: Path) -> ExportReport:
    """Write the dataset of the build in ``data`` to ``out``."""
    found = sorted(quads(data), key=lambda quad: str(quad.graph_name))  # stable within a graph
    context = _context(found)
    with whole_file(out) as draft, draft.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{{"@context": {json.dumps(context)},\n"@graph": [\n')
        stream.write(",\n".join(_graphs(found, context)))
        stream.write("\n]}\n")
    return ExportReport(path=out, written={"quads": len(found)})


def _context(found: Iterable[Quad]) -> Mapping[str, str]:
    # An IRI such as <id:x> would be read as prefix and name; a prefix that is the scheme of an
    # IRI of the data is therefore not used.
    schemes = {iri.partition(":")[0] for quad in found for iri in _iris(quad)}
    return {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in schemes}


def _iris(quad: Quad) -> Iterator[str]:
    for term in quad:
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value


def _graphs(found: Iterable[Quad], context: Mapping[str, str]) -> Iterator[str]:
    for graph, group in groupby(found, key=lambda quad: quad.graph_name):
        subjects = groupby(group, key=lambda quad: quad.subject)
        lines = ",\n".join(
            json.dumps(_node(subject.value, list(said), context), ensure_ascii=False)
            for subject, said in subjects
        )
        if isinstance(graph, NamedNode):
            yield f'{{"@id": {json.dumps(_compact(graph.value, context))}, "@graph": [\n{lines}]}}'
        else:
            yield lines


def _node(subject: str, said: Iterable[Quad], context: Mapping[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _compact(subject, context)}
    for quad in said:
        if quad.predicate.value == RDF_TYPE and isinstance(quad.object, NamedNode):
            node.setdefault("@type", []).append(_compact(quad.object.value, context))
        else:
            key = _compact(quad.predicate.value, context)
            node.setdefault(key, []).append(_value(quad.object, context))
    return node


def _value(term: Any, context: Mapping[str, str]) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"@id": _compact(term.value, context)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": _compact(term.datatype.value, context)}


def _compact(iri: str, context: Mapping[str, str]) -> str:
    for prefix, base in context.items():
        # "//" after the colon would make it an absolute IRI again (JSON-LD 1.1, IRI expansion).
        if iri.startswith(base) and len(iri) > len(base) and not iri[len(base) :].startswith("//"):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


EXPORTER = Exporter(
    name="jsonld",
    description="the named graphs as JSON-LD, with its context inside",
    suffix=".jsonld",
    write=write,
)
