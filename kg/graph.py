"""The graph of a build as a networkx graph.

Nodes are people, institutions and others, the events that befell them, who says so (agents),
cited sources and documents;
every edge carries the ids of the claims that it rests on.

======================  =======================  ==========================================
edge                    relation                 reads
======================  =======================  ==========================================
entity -> event         the claim type           the event is claimed of the entity
event -> entity         the role                 the entity has this role in the event
event -> agent          according_to             who says so
event -> source         cites                    the source that is cited for it
event -> document       stated_in                where it is written
source -> document      cited_in                 where the source is cited
======================  =======================  ==========================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
from pyoxigraph import NamedNode

from kg.describe import Resource, described, looked_up, short
from kg.iris import ident, kg
from kg.queries import open_graph
from ontology.load import ontology

if TYPE_CHECKING:
    from pyoxigraph import Store

    Graph = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph

_ENTITY_KINDS = {
    "Person": "person", "Organisation": "organisation", "Country": "country", "Group": "group",
    "Place": "place", "DocumentEntity": "work", "CitedSource": "source", "Document": "document",
}  # fmt: skip
_LABELS = ("skos:prefLabel", "rdfs:label")
_NOT_NAMED = {"oa:hasSelector", "origin", "claims"}
_NOT_ROLES = {"rdf:type", "eventType", "person", "subject"}


def network(data: Path) -> Graph:
    """The graph of the build in ``data`` as a networkx graph.

    Nodes are named by the part of their IRI after ``id/``; each has ``kind`` and ``label``, an
    event also ``type``, ``status``, ``date`` and ``duration``. Edges have ``relation``, ``claims``
    (ids, separated by spaces) and ``status``, the firmest among those claims. All values are
    text, so that every networkx writer takes them. Raises
    :class:`kg.errors.KgError` where there is no store.
    """
    return from_store(open_graph(data))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Claims, the events that they are about, and what both name: entities, sources, documents."""

    claims: Mapping[str, Resource]
    events: Mapping[str, Resource]
    entities: Mapping[str, Resource]
    agents: Mapping[str, Resource]


def whole(store: Store) -> Parts:
    """All that a store holds."""
    classes = " ".join(f"kg:{name}" for name in _ENTITY_KINDS)
    return Parts(
        claims=described(store, "?s a kg:Claim"),
        events=described(store, "?s kg:eventType ?type"),
        entities=described(store, f"VALUES ?class {{ {classes} }} ?s a ?class"),
        agents=described(store, "?c a kg:Claim ; prov:wasAttributedTo ?s"),
    )


def about(store: Store, people: Iterable[str]) -> Parts:
    """What a store holds of these people: the claims of which they are the subject."""
    subjects = (store.quads_for_pattern(None, kg("subject"), ident(name), None) for name in people)
    named = (quad.subject for quads in subjects for quad in quads)
    claims = looked_up(store, (short(c.value) for c in named if isinstance(c, NamedNode)))
    events = looked_up(store, _links(claims.values(), "claims"))
    entities = {**events, **looked_up(store, _named((*claims.values(), *events.values())))}
    agents = set(_links(claims.values(), "prov:wasAttributedTo"))
    return Parts(
        claims=claims,
        events=events,
        entities=entities,
        agents={name: entities[name] for name in sorted(agents & entities.keys())},
    )


def _links(found: Iterable[Resource], *properties: str) -> Iterator[str]:
    return (name for resource in found for name in resource.links(*properties))


def _named(found: Iterable[Resource]) -> Iterator[str]:
    for resource in found:
        yield from resource.links(*(p for p in resource.properties() if p not in _NOT_NAMED))


def from_store(store: Store) -> Graph:
    """As :func:`network`, of an open store."""
    return from_parts(whole(store))


def from_parts(parts: Parts) -> Graph:
    """As :func:`network`, of these claims."""
    graph: Graph = nx.MultiDiGraph()
    _add_entities(graph, parts)
    _add_events(graph, parts.events, _by_event(parts.claims.values()))
    edges = _Edges(graph)
    for claim in parts.claims.values():
        edges.of_claim(claim)
    for event in parts.events.values():
        edges.of_roles(event)
    edges.write()
    graph.remove_nodes_from([node for node, degree in graph.degree() if degree == 0])
    return graph


def firmest(statuses: Iterable[str]) -> str:
    """The firmest of some statuses; "alleged" where there is none to go by.

    >>> firmest(["alleged", "reported"])
    'reported'
    """
    order = tuple(ontology().vocabularies["statuses"])
    return min(statuses, key=order.index, default="alleged")


def is_fact(status: str) -> bool:
    """Whether a status states the event, at least on someone's word."""
    return bool(ontology().vocabularies["statuses"][status].facts["factual"])


def status_of(claim: Resource) -> str:
    """The status of a claim, as claims.jsonl writes it."""
    status = claim.text("status")
    statuses = ontology().vocabularies["statuses"].values()
    return next(term.name for term in statuses if short(term.iri) == status)


def kinds(graph: Graph) -> dict[str, str]:
    """The kind of every node."""
    return {node: str(facts["kind"]) for node, facts in graph.nodes(data=True)}


def _add_entities(graph: Graph, parts: Parts) -> None:
    for name, resource in parts.entities.items():
        found = [_ENTITY_KINDS[c] for c in resource.links("rdf:type") if c in _ENTITY_KINDS]
        if found:
            graph.add_node(name, kind=found[0], label=label_of(resource))
    for name, agent in parts.agents.items():
        if name not in graph:
            graph.add_node(name, kind="agent", label=label_of(agent))


def label_of(resource: Resource) -> str:
    """What a person reads for a resource: its label, else what identifies a source or document."""
    if label := resource.text(*_LABELS):
        return label
    title = resource.text("dcterms:title", "fileName")
    publisher = resource.text("dcterms:publisher")
    return ": ".join(part for part in (publisher, title) if part) or (
        resource.text("url") or resource.id.rpartition("/")[2].replace("-", " ")
    )


def _add_events(
    graph: Graph, events: Mapping[str, Resource], claims: Mapping[str, list[Resource]]
) -> None:
    types = {kind.class_name: kind for kind in ontology().types.values()}
    for name, event in events.items():
        class_name = event.text("eventType")
        known = types.get(class_name)
        graph.add_node(
            name,
            kind="state" if known and known.nature == "state" else "event",
            label=known.label["en"] if known else class_name,
            type=known.name if known else class_name,
            status=firmest(status_of(claim) for claim in claims.get(name, [])),
            date=event.text("date"),
            duration=event.text("duration"),
        )


def _by_event(claims: Iterable[Resource]) -> Mapping[str, list[Resource]]:
    found: defaultdict[str, list[Resource]] = defaultdict(list)
    for claim in claims:
        for event in claim.links("claims"):
            found[event].append(claim)
    return found


class _Edges:
    """Collects the edges of claims, so that many claims for one edge make one edge."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._claims: defaultdict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
        self._support: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def of_claim(self, claim: Resource) -> None:
        """Add what the claim says of whom, and note which event it tells of."""
        for event in claim.links("claims"):
            self._support[event][claim.id] = status_of(claim)
        for start, end, relation in self._ends(claim):
            if start in self._graph and end in self._graph:
                self._claims[start, end, relation][claim.id] = status_of(claim)

    def of_roles(self, event: Resource) -> None:
        """Add who and what plays a part in the event, on the claims that tell of it."""
        for role in event.properties():
            for end in () if role in _NOT_ROLES else event.links(role):
                if end in self._graph:
                    self._claims[event.id, end, role].update(self._support[event.id])

    def write(self) -> None:
        """Put the edges into the graph, in order."""
        for (start, end, relation), claims in sorted(self._claims.items()):
            self._graph.add_edge(
                start,
                end,
                relation=relation,
                claims=" ".join(sorted(claims)),
                status=firmest(claims.values()),
            )

    def _ends(self, claim: Resource) -> Iterator[tuple[str, str, str]]:
        documents = claim.links("oa:hasSource")
        for event in claim.links("claims"):
            relation = self._graph.nodes.get(event, {}).get("type", "")
            yield from ((subject, event, relation) for subject in claim.links("subject"))
            for agent in claim.links("prov:wasAttributedTo"):
                yield event, agent, "according_to"
            yield from ((event, source, "cites") for source in claim.links("cites"))
            yield from ((event, document, "stated_in") for document in documents)
        for source in claim.links("cites"):
            yield from ((source, document, "cited_in") for document in documents)
