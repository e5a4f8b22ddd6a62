"""GraphML: people, institutions, events, sources and documents as a network, for Gephi and others.

The network is that of :mod:`kg.graph`. All attributes are strings: GraphML keeps the keys of
parallel edges but takes neither lists nor dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import quads

# What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(data: Path, out: Path) -> ExportReport:
    """Write the network of the build in ``data`` to ``out``."""
    import networkx as nx

    from kg.graph import from_store

    store = Store()
    store.extend(quads(data))
    found = from_store(store)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((node, _strings(found.nodes[node])) for node in sorted(found))
    for start, end, values in sorted(found.edges(data=True), key=_edge_order):
        graph.add_edge(start, end, key=f"e{graph.number_of_edges()}", **_strings(values))
    with whole_file(out) as draft:
        nx.write_graphml_xml(graph, draft, encoding="utf-8", prettyprint=True)
    return ExportReport(path=out, written={"nodes": len(graph), "edges": graph.number_of_edges()})


def _edge_order(edge: tuple[str, str, Mapping[str, Any]]) -> tuple[str, str, list[tuple[str, str]]]:
    start, end, values = edge
    return start, end, sorted((name, str(value)) for name, value in values.items())


def _strings(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: xml_text(str(value)) for name, value in sorted(values.items())}


def xml_text(text: str) -> str:
    """The text as XML gives it back: line ends as ``\\n``, what XML cannot hold as U+FFFD.

    >>> xml_text("a\\r\\nb\\x00")
    'a\\nb\\ufffd'
    """
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


EXPORTER = Exporter(
    name="graphml",
    description="the network of people, institutions, events, sources and documents as GraphML",
    suffix=".graphml",
    write=write,
)
