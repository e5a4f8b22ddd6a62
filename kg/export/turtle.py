"""Turtle: the union of the named graphs, for a reader, a diff or any RDF tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import triples
from kg.iris import PREFIXES


def write(data: Path, out: Path) -> ExportReport:
    """Write the union graph of the build in ``data`` to ``out``, subject by subject."""
    count = 0

    def counted() -> Iterator[Triple]:
        """The triples, counted as they pass."""
        nonlocal count
        for count, triple in enumerate(triples(data), start=1):  # noqa: B007
            yield triple

    with whole_file(out) as draft:
        serialize(counted(), str(draft), RdfFormat.TURTLE, prefixes=PREFIXES)
    return ExportReport(path=out, written={"triples": count})


EXPORTER = Exporter(
    name="turtle",
    description="the whole graph as Turtle, named graphs taken together",
    suffix=".ttl",
    write=write,
)
