"""What researchers ask of the graph first: who appears with whom, who links what, by which path.

All take the graph that :func:`kg.graph.network` gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

import networkx as nx

from kg.graph import Graph, kinds


def together(graph: Graph) -> nx.Graph[str]:
    """Who appears with whom: people linked by the events, cited sources and voices they share.

    ``weight`` counts what they share, ``through`` names it. To share a document is not enough.
    """
    people = {node for node, kind in kinds(graph).items() if kind == "person"}
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for node, found in _neighbours(graph, people).items():
        for pair in combinations(sorted(found), 2):
            shared[pair].add(node)
    result: nx.Graph[str] = nx.Graph()
    result.add_nodes_from((person, graph.nodes[person]) for person in sorted(people))
    for (left, right), nodes in sorted(shared.items()):
        through = "; ".join(sorted(str(graph.nodes[node]["label"]) for node in nodes))
        result.add_edge(left, right, weight=len(nodes), through=through)
    return result


def central(graph: Graph, kind: str = "person") -> list[tuple[str, float]]:
    """Nodes of a kind by betweenness, the highest first: who links what is otherwise apart.

    Documents are left out, since every event has one.
    """
    of_kind = kinds(graph)
    scores = nx.betweenness_centrality(_without_documents(graph))
    chosen = ((node, score) for node, score in scores.items() if of_kind[node] == kind)
    return sorted(chosen, key=lambda item: (-item[1], item[0]))


def connection(graph: Graph, one: str, other: str) -> list[str]:
    """The labels on a shortest path between two nodes, documents left out; [] where none is.

    Raises KeyError where the graph does not have one of the nodes.
    """
    for node in (one, other):
        if node not in graph:
            raise KeyError(node)
    try:
        path = nx.shortest_path(_without_documents(graph), one, other)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return [str(graph.nodes[node]["label"]) for node in path]


def _neighbours(graph: Graph, people: set[str]) -> Mapping[str, set[str]]:
    """The people of each event, and of each source and voice through their events."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node, kind in sorted(kinds(graph).items()):
        if kind in ("event", "state"):
            near = people & ({*graph.predecessors(node)} | {*graph.successors(node)})
            found[node] |= near
            for ground in graph.successors(node):
                if _is_ground(graph, node, ground):
                    found[ground] |= near
    return found


def _is_ground(graph: Graph, event: str, node: str) -> bool:
    """Whether the event is claimed on the word of this node."""
    relations = {facts["relation"] for facts in graph.get_edge_data(event, node).values()}
    return bool(relations & {"cites", "according_to"})


def _without_documents(graph: Graph) -> nx.Graph[str]:
    return nx.Graph(graph.subgraph(n for n, kind in kinds(graph).items() if kind != "document"))
