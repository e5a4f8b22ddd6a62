"""The identity graph: the entities, their printed names, and whom each claim is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.identity import Entity
from kg.iris import IDENTITY_GRAPH, ident, kg, term
from kg.quads.graph import RDF_TYPE, Graph, text
from kg.statements import Statement
from ontology.load import ontology


def identity_quads(entities: Iterable[Entity], statements: Iterable[Statement]) -> Iterator[Quad]:
    """The quads of the identity graph."""
    graph = Graph(IDENTITY_GRAPH)
    for entity in entities:
        _entity(graph, entity)
        yield from graph.taken()
    for statement in statements:
        graph.add(ident(statement.id), kg("subject"), ident(statement.subject.id))
        yield from graph.taken()


def _entity(graph: Graph, entity: Entity) -> None:
    node = ident(entity.id)
    kind = ontology().vocabularies["kinds"][entity.kind]
    graph.add(node, RDF_TYPE, kg(str(kind.facts["class"])))
    languages = [language for name, language in entity.printed if name == entity.label]
    graph.add(node, term("skos:prefLabel"), text(entity.label, min(languages, default="")))
    for name, language in entity.printed:
        if name != entity.label:
            graph.add(node, term("skos:altLabel"), text(name, language))
    graph.each(node, kg("sameReason"), (text(reason) for reason in entity.reasons))
