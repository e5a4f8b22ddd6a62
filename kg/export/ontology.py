"""The ontology that the build was made with, as Turtle, for any RDF tool."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import quads
from kg.iris import ONTOLOGY_GRAPH, PREFIXES, ident

GRAPH = ident(ONTOLOGY_GRAPH)


def write(data: Path, out: Path) -> ExportReport:
    """Write the ontology graph of the build in ``data``: classes, claim types, vocabularies."""
    own = [quad.triple for quad in quads(data) if quad.graph_name == GRAPH]
    with whole_file(out) as draft:
        serialize(own, str(draft), RdfFormat.TURTLE, prefixes=PREFIXES)
    return ExportReport(path=out, written={"triples": len(own)})


EXPORTER = Exporter(
    name="ontology",
    description="the ontology as Turtle: classes, claim types, roles, vocabularies",
    suffix=".ttl",
    write=write,
)
