"""The network as pyvis holds it: kinds and their shapes, places, labels, edges to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pyvis.edge import Edge  # type: ignore[import-untyped]
from pyvis.network import Network  # type: ignore[import-untyped]
from pyvis.node import Node  # type: ignore[import-untyped]

from kg.describe import short
from kg.graph import Graph, is_fact
from kg.view.content import LANGUAGE, status_label
from kg.view.layout import positions
from kg.view.words import date, duration, shortened, visible
from ontology.load import ontology

Json = dict[str, Any]

_KINDS = {
    "person": ("Person", "People"),
    "event": ("Event", "Events"),
    "state": ("Circumstance", "Circumstances"),
    "organisation": ("Institution", "Institutions"),
    "agent": ("Voice, as quoted", "Voices, as quoted"),
    "country": ("Country", "Countries"),
    "group": ("Group", "Groups"),
    "place": ("Place", "Places"),
    "work": ("Law, list or report", "Laws, lists and reports"),
    "source": ("Cited source", "Cited sources"),
    "document": ("Document", "Documents"),
}
_SHAPES = {
    "person": "dot", "event": "box", "state": "box", "organisation": "hexagon",
    "agent": "triangleDown", "country": "triangle", "place": "triangle", "group": "star",
    "work": "ellipse",
    "source": "diamond", "document": "square",
}  # fmt: skip
_RELATIONS = {
    "according_to": "according to", "cites": "cites", "stated_in": "stated in",
    "cited_in": "cited in",
}  # fmt: skip
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "multiselect": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}}},
}


def legend(kind_of: Mapping[str, str]) -> list[Json]:
    """The kinds of node that there are, with their names and counts."""
    counts = Counter(kind_of.values())
    return [
        {"id": kind, "one": one, "many": many, "count": counts[kind]}
        for kind, (one, many) in _KINDS.items()
        if counts[kind]
    ]


def pyvis_network(graph: Graph, weights: Counter[str]) -> Network:
    """The graph as pyvis has it, with fixed places, without what only repeats the evidence.

    Its own ``add_node`` and ``add_edge`` look through all nodes each time: many take too long.
    """
    network = Network(directed=True, cdn_resources="in_line")
    places = positions(graph)
    for node in sorted(graph):
        x, y = places[node]
        look = _node(graph.nodes[node], weights[node])
        label = look.pop("label") or node
        network.nodes.append(Node(node, look.pop("shape"), label, x=x, y=y, **look).options)
    for start, end, look in sorted(_edges(graph), key=str):
        network.edges.append(Edge(start, end, network.directed, **look).options)
    network.options = _OPTIONS
    return network


def _node(facts: Json, weight: int) -> Json:
    kind, status = facts["kind"], facts.get("status", "")
    firm = not status or is_fact(status)
    look: Json = {"group": kind, "shape": _SHAPES[kind], "label": _label(facts, firm)}
    if kind == "person":
        look["size"] = 16 + 2 * min(weight, 12)
    if status:
        look |= {"status": status, "shapeProperties": {"borderDashes": False if firm else [5, 4]}}
    return look


def _label(facts: Json, firm: bool) -> str:
    label = shortened(visible(str(facts["label"])), 48)
    if facts["kind"] in ("event", "state"):
        first = label if firm else f"{status_label(facts['status'])}: {label}"
        details = (duration(facts.get("duration", "")), date(facts.get("date", "")))
        return "\n".join(part for part in (first[:1].upper() + first[1:], *details) if part)
    return label


def _edges(graph: Graph) -> Iterator[tuple[str, str, Json]]:
    """The edges to draw: an event that cites a source is tied to its document through that."""
    edges = tuple(graph.edges(data=True))
    citing = {start for start, _, facts in edges if facts["relation"] == "cites"}
    for start, end, facts in edges:
        relation = facts["relation"]
        if relation == "stated_in" and start in citing:
            continue
        status = facts["status"]
        label = status_label(status) if _is_claim(graph, start, end) else None
        look = {"label": label or _relation(graph, start, relation)}
        yield start, end, look | {"dashes": not is_fact(status)}


def _is_claim(graph: Graph, start: str, end: str) -> bool:
    events = ("event", "state")
    return graph.nodes[end]["kind"] in events and graph.nodes[start]["kind"] not in events


def _relation(graph: Graph, event: str, relation: str) -> str:
    kind = ontology().types.get(graph.nodes[event].get("type", ""))
    roles = kind.roles if kind else ()
    role = next((role for role in roles if short(role.iri) == relation), None)
    return role.label[LANGUAGE] if role else _RELATIONS.get(relation, relation)
