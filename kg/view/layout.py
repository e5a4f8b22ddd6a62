"""Where the nodes of the picture stand: events around whom they befell, the rest by forces.

The events of one person stand clockwise in the order of time, from the top. What is left, the
people, institutions, sources and documents, is laid out by ForceAtlas2 with a fixed seed and
then pushed apart until no two circles overlap. Whole numbers come out, so that the last bits of
floating-point arithmetic do not show in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import cos, pi, sin

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Point = tuple[int, int]

_FIRST_RING, _RING_STEP, _PLACE = 150, 85, 115
_WIDE = 1.35
_ALONE = 85
_SEED = 1


def positions(graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """A place for every node of a graph made by :func:`kg.graph.network`."""
    owners = _owners(graph)
    petals: defaultdict[str, list[str]] = defaultdict(list)
    for event in sorted(owners, key=lambda item: (_date(graph, item), item)):
        petals[owners[event]].append(event)
    hubs = _hubs(graph, owners)
    radii = {hub: _outer(len(petals[hub])) for hub in sorted(hubs)}
    placed = _spread(hubs, radii)
    for hub, events in petals.items():
        placed.update(_around(placed[hub], events))
    return dict(sorted(placed.items()))


def _date(graph: nx.MultiDiGraph[str], event: str) -> str:
    return str(graph.nodes[event].get("date") or "~")


def _owners(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Each event and the entity it is claimed of; people go before others."""
    found: dict[str, str] = {}
    for node, kind in graph.nodes(data="kind"):
        if kind in ("event", "state"):
            near = sorted(graph.predecessors(node), key=lambda n: (_rank(graph, n), n))
            if near:
                found[node] = near[0]
    return found


def _rank(graph: nx.MultiDiGraph[str], node: str) -> bool:
    return bool(graph.nodes[node]["kind"] != "person")


def _hubs(graph: nx.MultiDiGraph[str], owners: Mapping[str, str]) -> nx.Graph[str]:
    """The graph with every event drawn into the entity that owns it."""
    hubs: nx.Graph[str] = nx.Graph()
    hubs.add_nodes_from(sorted(node for node in graph if node not in owners))
    for start, end in sorted(graph.edges()):
        one, other = owners.get(start, start), owners.get(end, end)
        if one != other:
            hubs.add_edge(one, other)
    return hubs


def _capacity(ring: int) -> int:
    return int(2 * pi * (_FIRST_RING + ring * _RING_STEP) / _PLACE)


def _outer(events: int) -> int:
    """The radius of the circle that holds a node and this many events around it.

    >>> _outer(0), _outer(3) < _outer(30)
    (85, True)
    """
    ring = 0
    if not events:
        return _ALONE
    while events > _capacity(ring):
        events -= _capacity(ring)
        ring += 1
    return int(_WIDE * (_FIRST_RING + ring * _RING_STEP) + _ALONE)


def _around(centre: Point, events: Sequence[str]) -> dict[str, Point]:
    placed: dict[str, Point] = {}
    ring, left = 0, list(events)
    while left:
        here, left = left[: _capacity(ring)], left[_capacity(ring) :]
        radius = _FIRST_RING + ring * _RING_STEP
        for number, event in enumerate(here):
            angle = 2 * pi * number / len(here) - pi / 2
            x = centre[0] + _WIDE * radius * cos(angle)
            placed[event] = (round(x), round(centre[1] + radius * sin(angle)))
        ring += 1
    return placed


def _spread(hubs: nx.Graph[str], radii: Mapping[str, int]) -> dict[str, Point]:
    if not hubs:
        return {}
    rounds = 100 if len(hubs) < 500 else 30
    found = nx.forceatlas2_layout(hubs, seed=_SEED, max_iter=rounds, node_size=dict(radii))
    names = sorted(hubs)
    points = np.array([found[name] for name in names], dtype=np.float64)
    sizes = np.array([radii[name] for name in names], dtype=np.float64)
    points = _apart(_scaled(points, sizes), sizes)
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, points, strict=True)}


def _scaled(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points, centred, on an area that has room for all circles."""
    points = points - points.mean(axis=0)
    reach = np.sqrt((points**2).sum(axis=1).mean()) or 1.0
    scaled: NDArray[np.float64] = points * (np.sqrt((sizes**2).sum()) / reach)
    return scaled


def _apart(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points, pushed apart along the line between them until no two circles overlap."""
    wanted = sizes[:, None] + sizes[None, :]
    np.fill_diagonal(wanted, 0)
    for _ in range(200 if len(points) < 500 else 40):
        offset = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.sqrt((offset**2).sum(axis=2)), 1.0)
        overlap = np.maximum(wanted - distance, 0)
        if overlap.max(initial=0) < 1:
            break
        points = points + (offset * (overlap / distance / 2)[:, :, None]).sum(axis=1) * 0.5
    return points
