"""The ontology as a graph of its own, so that a query finds the labels of what it returns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pyoxigraph import Quad, RdfFormat, parse

from kg.iris import ONTOLOGY_GRAPH, ident


@cache
def ontology_quads() -> Sequence[Quad]:
    """The quads of the ontology's graph."""
    from ontology.publish import graph

    name = ident(ONTOLOGY_GRAPH)
    triples = parse(graph().serialize(format="nt", encoding="utf-8"), format=RdfFormat.N_TRIPLES)
    return tuple(Quad(item.subject, item.predicate, item.object, name) for item in triples)
