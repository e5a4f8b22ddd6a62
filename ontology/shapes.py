"""SHACL shapes from the same values as everything else: what a graph must look like.

``shapes.ttl`` holds what does not depend on claim types and vocabularies; the rest is made here.
Every shape has an IRI, and so has every cell of a list, so that the same shapes give the same
bytes; blank nodes stand only for the paths that SHACL cannot write otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology.dates import LIFE
from ontology.load import ontology
from ontology.model import ClaimType, Ontology, Role
from ontology.publish import KG, XSD, range_of, uses

SHAPES = Namespace("https://w3id.org/conscience-graph/shape/")


def shapes() -> Graph:
    """All shapes as one RDF graph, for data that is the union of a build's named graphs.

    Validate with the ontology beside it (``ont_graph``), so that a question counts as a section.
    """
    known = ontology()
    made = Graph()
    made.parse(data=files("ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
    _lists(made, known)
    _roles(made, known)
    for kind in known.types.values():
        _fact(made, kind)
    return made


def turtle() -> str:
    """All shapes as Turtle, the same bytes each time."""
    return shapes().serialize(format="turtle")


def _lists(made: Graph, known: Ontology) -> None:
    """The lists that ``shapes.ttl`` refers to."""
    for scheme, terms in known.vocabularies.items():
        iris = [URIRef(term.iri) for term in terms.values() if "iri" in term.facts]
        if iris:
            _list(made, scheme, iris)
    statuses = known.vocabularies["statuses"].values()
    _list(made, "types", (URIRef(kind.iri) for kind in known.types.values()))
    _list(made, "factual", (URIRef(term.iri) for term in statuses if term.facts["factual"]))
    classes = [KG[str(term.facts["event"])] for term in statuses if "event" in term.facts]
    _list(made, "unestablished", classes)
    for node in classes:
        made.add((SHAPES.Unestablished, SH.targetClass, node))


def _list(made: Graph, name: str, values: Iterable[Node]) -> URIRef:
    """An RDF list whose head is ``shape:list-<name>``; its IRI."""
    items = list(values)
    cells = [
        SHAPES[f"list-{name}"],
        *(SHAPES[f"list-{name}-{i}"] for i in range(2, len(items) + 1)),
    ]
    for cell, item, rest in zip(cells, items, [*cells[1:], RDF.nil], strict=True):
        made.add((cell, RDF.first, item))
        made.add((cell, RDF.rest, rest))
    return cells[0]


def _roles(made: Graph, known: Ontology) -> None:
    """Roles have their datatypes everywhere; on a claim, one that does not repeat has one value.

    An event may have more: each claim that it rests on may word the court or place in its own way.
    """
    _node(made, SHAPES.Roles, SH.targetSubjectsOf, KG.claimType, KG.eventType)
    _node(made, SHAPES.ClaimRoles, SH.targetClass, KG.Claim)
    for name, found in uses(known.types.values()).items():
        roles = [role for _, role in found]
        shape = _property(made, SHAPES.Roles, roles[0])
        _values(made, shape, roles)
        if all(role.maximum is not None for role in roles):
            once = _property(made, SHAPES.ClaimRoles, roles[0])
            made.add((once, SH.maxCount, Literal(max(role.maximum or 1 for role in roles))))
            _message(made, once, f"A claim gives kg:{name} once.")


def _values(made: Graph, shape: URIRef, roles: list[Role]) -> None:
    role, datatype = roles[0], range_of(roles[0])
    if role.range == "duration":
        made.add((shape, SH["or"], _list(made, f"role-{role.name}", _lengths(made, role))))
    elif datatype == RDFS.Literal:
        made.add((shape, SH.nodeKind, SH.Literal))
    else:
        made.add((shape, SH.datatype, datatype))
    if role.range == "term":
        allowed = sorted({value for each in roles for value in each.values})
        made.add((shape, SH["in"], _list(made, f"role-{role.name}", map(Literal, allowed))))
    _message(made, shape, f"The values of kg:{role.name} are of the range {role.range}.")


def _lengths(made: Graph, role: Role) -> Iterator[URIRef]:
    """A duration is an xsd:duration, or the word for one that lasts for life."""
    measured, life = SHAPES[f"{role.name}-measured"], SHAPES[f"{role.name}-life"]
    made.add((measured, SH.datatype, XSD.duration))
    made.add((life, SH["in"], _list(made, f"{role.name}-life-values", [Literal(LIFE)])))
    yield from (measured, life)


def _fact(made: Graph, kind: ClaimType) -> None:
    """Events of a class rest on a claim that states them, and have what the class needs."""
    node = SHAPES[kind.class_name]
    _node(made, node, SH.targetClass, URIRef(kind.iri))
    made.add((node, SH.property, SHAPES["Fact-claims"]))
    for role in kind.roles:
        if role.minimum:
            shape = _property(made, node, role)
            made.add((shape, SH.minCount, Literal(role.minimum)))
            _message(made, shape, f"{kind.class_name} needs kg:{role.name}.")


def _node(made: Graph, node: URIRef, by: URIRef, *targets: URIRef) -> None:
    made.add((node, RDF.type, SH.NodeShape))
    for target in targets:
        made.add((node, by, target))


def _property(made: Graph, node: URIRef, role: Role) -> URIRef:
    shape = URIRef(f"{node}-{role.name}")
    made.add((node, SH.property, shape))
    made.add((shape, RDF.type, SH.PropertyShape))
    made.add((shape, SH.path, URIRef(role.iri)))
    return shape


def _message(made: Graph, shape: URIRef, text: str) -> None:
    made.add((shape, SH.message, Literal(text, "en")))
