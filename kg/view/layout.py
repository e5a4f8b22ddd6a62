"""Where the nodes of the picture stand: events around whom they befell, the rest by forces.

The events of one person stand clockwise in the order of time, as on a gauge. What is left, the
people, institutions and sources, is laid out by ForceAtlas2 with a fixed seed and then pushed
apart until no two circles overlap; documents stand in a row below. Forces take time and memory by
the square of what they move: more than a thousand people and institutions stand in rows, those that
have to do with each other together. Whole numbers come out, so that the last bits of floating-point
arithmetic do not show in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import ceil, cos, pi, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.graph import Graph, kinds

Point = tuple[int, int]

_NEAREST, _RING_STEP, _PLACE, _PER_RING = 120, 95, 105, 16
_WIDE = 1.35  # events are written in boxes, wider than high
_ALONE = 80
_BELOW = 260
_GAP = pi / 7
_SEED = 1
_TIGHTER = 12
_MOST = 1_000  # nodes that are moved by forces


def positions(graph: Graph) -> dict[str, Point]:
    """A place for every node of a graph made by :func:`kg.graph.network`."""
    owners = _owners(graph)
    petals: defaultdict[str, list[str]] = defaultdict(list)
    for event in sorted(owners, key=lambda item: (_date(graph, item), item)):
        petals[owners[event]].append(event)
    hubs = _hubs(graph, owners)
    radii = {hub: _outer(len(petals[hub])) for hub in sorted(hubs)}
    papers = [hub for hub in radii if graph.nodes[hub]["kind"] == "document"]
    hubs.remove_nodes_from(papers)
    placed = _spread(hubs, radii)
    placed.update(_in_a_row(papers, placed))
    for hub, events in petals.items():
        placed.update(_around(placed[hub], events))
    return dict(sorted(placed.items()))


def _date(graph: Graph, event: str) -> str:
    return str(graph.nodes[event].get("date") or "~")


def _owners(graph: Graph) -> dict[str, str]:
    """Each event and the entity it is claimed of; people go before others."""
    found: dict[str, str] = {}
    for node, kind in kinds(graph).items():
        if kind in ("event", "state"):
            near = sorted(graph.predecessors(node), key=lambda n: (_rank(graph, n), n))
            if near:
                found[node] = near[0]
    return found


def _rank(graph: Graph, node: str) -> bool:
    return bool(graph.nodes[node]["kind"] != "person")


def _hubs(graph: Graph, owners: Mapping[str, str]) -> nx.Graph[str]:
    """The graph with every event drawn into the entity that owns it."""
    hubs: nx.Graph[str] = nx.Graph()
    hubs.add_nodes_from(sorted(node for node in graph if node not in owners))
    for start, end in sorted(graph.edges()):
        one, other = owners.get(start, start), owners.get(end, end)
        if one != other:
            hubs.add_edge(one, other)
    return hubs


def _rings(events: int) -> list[tuple[int, float]]:
    """How many events stand on each ring around one node, and the ring's radius."""
    rings = ceil(events / _PER_RING)
    sizes = [events // rings + (number < events % rings) for number in range(rings)]
    widest = max(sizes, default=0)
    nearest = max(_NEAREST, widest * _PLACE / (2 * (pi - _gap(widest))))
    return [(size, nearest + number * _RING_STEP) for number, size in enumerate(sizes)]


def _outer(events: int) -> int:
    """The radius of the circle that holds a node and this many events around it.

    >>> _outer(0), _outer(3) < _outer(30)
    (80, True)
    """
    return int(_WIDE * _rings(events)[-1][1] + _ALONE * 0.8) if events else _ALONE


def _around(centre: Point, events: Sequence[str]) -> dict[str, Point]:
    slots = chain.from_iterable(
        ((_angle(number, size), radius) for number in range(size))
        for size, radius in _rings(len(events))
    )
    return {
        event: (
            round(centre[0] + _WIDE * radius * cos(angle)),
            round(centre[1] + radius * sin(angle)),
        )
        for event, (angle, radius) in zip(events, slots, strict=True)
    }


def _angle(number: int, size: int) -> float:
    """Over the top, clockwise; a few events keep to the upper half. The name stands in the gap."""
    gap = _gap(size)
    return pi / 2 + gap + (number + 0.5) / size * 2 * (pi - gap)


def _gap(size: int) -> float:
    """Half the angle that a ring of that many events leaves free below its node."""
    return max(_GAP, pi / 2 - max(size - 4, 0) * pi / 14)


def _in_a_row(papers: Sequence[str], placed: Mapping[str, Point]) -> dict[str, Point]:
    """Documents stand below the rest: every event has one, so that they would pull it together."""
    bottom = max((y for _, y in placed.values()), default=0) + _BELOW
    first = -(len(papers) - 1) * _ALONE
    return {paper: (first + 2 * _ALONE * n, bottom) for n, paper in enumerate(papers)}


def _spread(hubs: nx.Graph[str], radii: Mapping[str, int]) -> dict[str, Point]:
    if not hubs:
        return {}
    if len(hubs) > _MOST:
        return _in_rows(hubs, radii)
    rounds = 100 if len(hubs) < 500 else 30
    found = nx.forceatlas2_layout(hubs, seed=_SEED, max_iter=rounds, gravity=3)
    names = sorted(hubs)
    points = np.array([found[name] for name in names], dtype=np.float64)
    sizes = np.array([radii[name] for name in names], dtype=np.float64)
    points = _apart(_scaled(points, sizes), sizes)
    for _ in range(_TIGHTER if len(points) < 500 else 1):
        points = _apart(points * 0.92, sizes)
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, points, strict=True)}


def _in_rows(hubs: nx.Graph[str], radii: Mapping[str, int]) -> dict[str, Point]:
    """Rows that together are about as wide as high; what is connected stands on end."""
    wide = int(sqrt(sum((2 * radii[name]) ** 2 for name in hubs)))
    found: dict[str, Point] = {}
    left = top = high = 0
    for name in _together(hubs, radii):
        size = 2 * radii[name]
        if left and left + size > wide:
            left, top, high = 0, top + high, 0
        found[name] = (left + radii[name], top + radii[name])
        left, high = left + size, max(high, size)
    return found


def _together(hubs: nx.Graph[str], radii: Mapping[str, int]) -> Iterator[str]:
    """The nodes by what they are connected with, the largest groups and nodes first."""
    groups = [sorted(group) for group in nx.connected_components(hubs)]
    for group in sorted(groups, key=lambda names: (-len(names), names)):
        yield from sorted(group, key=lambda name: (-radii[name], name))


def _scaled(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points, centred, on an area that has room for all circles."""
    points = points - points.mean(axis=0)
    reach = np.sqrt((points**2).sum(axis=1).mean()) or 1.0
    scaled: NDArray[np.float64] = points * (np.sqrt((sizes**2).sum() / 2) / reach)
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
