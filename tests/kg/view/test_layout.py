"""The places of the picture."""

import tracemalloc
from collections import Counter
from itertools import combinations
from math import dist
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import Graph, network
from kg.view.layout import positions


def flowers(sizes: list[int]) -> Graph:
    """People with that many events each, all citing one source."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_node("source/s", kind="source", label="s")
    for number, size in enumerate(sizes):
        graph.add_node(f"person/{number}", kind="person", label=f"Made-up Person {number}")
        for event in range(size):
            name = f"event/{number}-{event}"
            graph.add_node(name, kind="event", label="arrest", date=f"20{event:02}")
            graph.add_edge(f"person/{number}", name, relation="arrest")
            graph.add_edge(name, "source/s", relation="cites")
    return graph


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=12))
def test_no_two_nodes_stand_on_each_other(sizes: list[int]) -> None:
    graph = flowers(sizes)
    places = positions(graph)
    assert set(places) == set(graph)
    points = sorted(places.values())
    assert max(Counter(points).values()) == 1
    assert all(dist(one, other) > 30 for one, other in combinations(points, 2))


def test_many_nodes_stand_in_rows_soon_and_apart() -> None:
    graph = flowers([number % 4 for number in range(2_500)])
    tracemalloc.start()
    places = positions(graph)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert set(places) == set(graph)
    assert most < 50_000_000  # by forces it would be a gigabyte
    near: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x, y in places.values():
        around = [near.get((x // 30 + i, y // 30 + j), []) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        assert all(dist((x, y), other) > 30 for others in around for other in others)
        near.setdefault((x // 30, y // 30), []).append((x, y))
    assert positions(graph) == places


def test_the_order_of_building_does_not_matter() -> None:
    graph = flowers([3, 9, 1])
    backwards: Graph = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph.edges(data=True))))
    assert positions(backwards) == positions(graph)


def test_events_stand_around_their_person_clockwise_in_time() -> None:
    places = positions(flowers([9]))
    left, top, right = places["event/0-0"], places["event/0-4"], places["event/0-8"]
    assert left[0] < places["person/0"][0] < right[0]
    assert top[1] < min(left[1], right[1])


def test_documents_stand_below(made_up: Path) -> None:
    places = positions(network(made_up))
    lowest = max(y for node, (_, y) in places.items() if not node.startswith("document/"))
    assert places["document/00aa"][1] > lowest


def test_an_empty_graph_has_no_places() -> None:
    assert positions(nx.MultiDiGraph()) == {}
