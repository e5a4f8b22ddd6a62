"""The graph against the shapes of the ontology: pyshacl's verdict, as rows that a person reads."""

from __future__ import annotations

from dataclasses import dataclass

import pyshacl
from pyoxigraph import RdfFormat, Store, Triple, serialize
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kg.iris import KG, ONTOLOGY_GRAPH, path_of

_ADVICE = {
    "MinCountConstraintComponent": "add what is missing",
    "MaxCountConstraintComponent": "keep one value",
    "DatatypeConstraintComponent": "give the value the datatype of its property",
    "ClassConstraintComponent": "point to a node of the class that the property asks for",
    "InConstraintComponent": "use a term of the vocabulary",
    "PatternConstraintComponent": "write the value as the pattern asks",
    "LessThanConstraintComponent": "correct the offsets: the start lies before the end",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One fault: the node (its path below ``id:``), the property, the value, what is wrong."""

    node: str
    property: str
    value: str
    problem: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Whether the graph conforms, and where it does not."""

    conforms: bool
    violations: tuple[Violation, ...]


def validate(store: Store) -> Report:
    """Checks all named graphs together; the violations are sorted by node and property."""
    from ontology.publish import graph
    from ontology.shapes import shapes

    conforms, report, _ = pyshacl.validate(
        _union(store), shacl_graph=shapes(), ont_graph=graph(), inference="none"
    )
    if not isinstance(report, Graph):
        raise RuntimeError(f"the validator failed: {report}")
    found = {_violation(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)}
    ordered = sorted(found, key=lambda v: (v.node, v.property, v.value, v.problem))
    return Report(conforms=bool(conforms), violations=tuple(ordered))


def _union(store: Store) -> Graph:
    """All named graphs but the ontology's as one, which the validator gets by itself."""
    triples = {
        Triple(quad.subject, quad.predicate, quad.object)
        for quad in store
        if not str(quad.graph_name.value).endswith(ONTOLOGY_GRAPH)
    }
    data = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=data, format="nt")


def _violation(report: Graph, result: Node) -> Violation:
    component = _local(report.value(result, SH.sourceConstraintComponent))
    messages = sorted(str(text) for text in report.objects(result, SH.resultMessage))
    return Violation(
        node=path_of(str(report.value(result, SH.focusNode))),
        property=_short(report.value(result, SH.resultPath)),
        value=_short(report.value(result, SH.value)),
        problem="; ".join(" ".join(message.split()) for message in messages),
        advice=_ADVICE.get(component, "correct the value") + ", or build the graph again",
    )


def _local(node: Node | None) -> str:
    return str(node or "").rpartition("#")[2]


def _short(node: Node | None) -> str:
    if isinstance(node, BNode):  # a path of several properties, which the message names
        return ""
    text = str(node or "")
    return f"kg:{text.removeprefix(KG)}" if text.startswith(KG) else path_of(text)
