"""The derived graph: events, origins, custody and conflicts as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyoxigraph import NamedNode, Quad

from extract.values import Document
from kg.derive.conflicts import Conflict, conflicts
from kg.derive.custody import CustodyInterval, Point, intervals, points, states, witness
from kg.derive.events import Event, events
from kg.derive.origins import origins
from kg.iris import DERIVED_GRAPH, digest, document_path, ident, kg, term
from kg.quads.claim import role_node, type_node
from kg.quads.graph import RDF_TYPE, Graph, argument, day, number, text
from kg.statements import Statement
from kg.versions import revisions, shared


def derived_quads(
    statements: Iterable[Statement], documents: Iterable[Document] = ()
) -> Iterator[Quad]:
    """The quads of the derived graph, which follow from the claims and the documents alone."""
    every = tuple(statements)
    graph, found, sources = Graph(DERIVED_GRAPH), events(every), origins(every)
    for event in found:
        _event(graph, event, sources)
        yield from graph.taken()
    for claim, paths in sources.items():
        for path in paths:
            graph.add(ident(claim), kg("origin"), ident(path))
            graph.add(ident(path), RDF_TYPE, kg("Origin"))
        yield from graph.taken()
    for interval in intervals(chain.from_iterable(map(_points, found))):
        _interval(graph, interval)
        yield from graph.taken()
    for conflict in conflicts(every):
        _conflict(graph, conflict)
        yield from graph.taken()
    _versions(graph, tuple(documents))
    yield from graph.taken()


def _versions(graph: Graph, documents: Sequence[Document]) -> None:
    """Files that are versions of one document, and which of them revises which."""
    works = shared(documents)
    for document in documents:
        if work := works.get(document.id):
            given, node = document.metadata.given, ident(document_path(document.id))
            graph.add(node, term("dcterms:isVersionOf"), ident(f"work/{digest('work', work)}"))
            graph.add(node, term("dcat:version"), text(given.modified or given.issued))
    for later, earlier in revisions(documents).items():
        before = ident(document_path(earlier))
        graph.add(ident(document_path(later)), term("prov:wasRevisionOf"), before)


def _event(graph: Graph, event: Event, sources: Mapping[str, tuple[str, ...]]) -> None:
    node, kind = ident(event.id), type_node(event.type)
    graph.add(node, RDF_TYPE, kg(event.kind) if event.kind else kind)
    graph.add(node, kg("eventType"), kind)
    about = kg("person") if event.subject.kind == "person" else kg("subject")
    graph.add(node, about, ident(event.subject.id))
    graph.dated(node, kg("date"), event.date)
    for name, value in event.args:
        graph.each(node, role_node(name), argument(value))
    count = {path for item in event.telling for path in sources[item.id]}
    graph.add(node, kg("independentSources"), number(len(count)))
    for item in event.statements:
        graph.add(ident(item.id), kg("claims"), node)


def _points(event: Event) -> Sequence[Point]:
    if event.kind is not None or event.subject.kind != "person":
        return ()
    found = (witness(i.id, i.claim.document, i.claim.date, i.stated_on) for i in event.telling)
    return points(event.subject.id, event.type, found)


def _interval(graph: Graph, interval: CustodyInterval) -> None:
    node = ident(interval.id)
    graph.add(node, RDF_TYPE, kg("CustodyInterval"))
    graph.add(node, kg("person"), ident(interval.person))
    graph.add(node, kg("custodyState"), kg(states()[interval.state]))
    graph.add(node, kg("earliestStart"), day(interval.earliest_start))
    graph.add(node, kg("latestStart"), day(interval.latest_start))
    graph.add(node, kg("earliestEnd"), day(interval.earliest_end))
    graph.add(node, kg("latestEnd"), day(interval.latest_end))
    graph.add(node, kg("lastConfirmed"), day(interval.last_confirmed))
    graph.each(node, term("prov:wasDerivedFrom"), map(ident, interval.claims))


def _conflict(graph: Graph, conflict: Conflict) -> None:
    node = ident(conflict.id)
    graph.add(node, RDF_TYPE, kg("Conflict"))
    graph.add(node, kg("conflictKind"), NamedNode(conflict.iri))
    graph.each(node, kg("between"), map(ident, conflict.claims))
