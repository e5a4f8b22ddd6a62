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
    """Who appears with whom: people linked by the events and cited sources that they share.

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
    """Nodes of a kind by betweenness, the highest first: who links what is otherwise apart."""
    scores = nx.betweenness_centrality(nx.Graph(graph))
    of_kind = kinds(graph)
    chosen = ((node, score) for node, score in scores.items() if of_kind[node] == kind)
    return sorted(chosen, key=lambda item: (-item[1], item[0]))


def connection(graph: Graph, one: str, other: str) -> list[str]:
    """The labels on a shortest path between two nodes, documents left out; [] where none is.

    Raises KeyError where the graph does not have one of the nodes.
    """
    for node in (one, other):
        if node not in graph:
            raise KeyError(node)
    kept = [node for node, kind in kinds(graph).items() if kind != "document"]
    try:
        path = nx.shortest_path(nx.Graph(graph.subgraph(kept)), one, other)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return [str(graph.nodes[node]["label"]) for node in path]


def _neighbours(graph: Graph, people: set[str]) -> Mapping[str, set[str]]:
    """The people next to each event, and to each source through the events that cite it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node, kind in sorted(kinds(graph).items()):
        if kind in ("event", "state"):
            near = people & ({*graph.predecessors(node)} | {*graph.successors(node)})
            found[node] |= near
            for source in graph.successors(node):
                if graph.nodes[source]["kind"] == "source":
                    found[source] |= near
    return found
