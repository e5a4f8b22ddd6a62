"""Canonical N-Quads: every quad with its named graph, one a line, sorted by code point.

As the graph has no blank nodes this is its RDFC-1.0 form (https://www.w3.org/TR/rdf-canon/), so
two graphs are equal exactly if the files are.
"""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportError, ExportReport
from kg.export.nodes import quads


def write(data: Path, out: Path) -> ExportReport:
    """Write the quads of the build in ``data`` to ``out``.

    Raises :class:`ExportError` where the build's own file is not in canonical order.
    """
    count, last = 0, b""
    with whole_file(out) as draft, draft.open("wb") as stream:
        for quad in quads(data):
            line = _line(quad)
            if line <= last:
                raise ExportError(f"{data / 'graph.nq'}: lines are not sorted; run `kg build`")
            stream.write(line)
            count, last = count + 1, line
    return ExportReport(path=out, written={"quads": count})


def _line(quad: Quad) -> bytes:
    line = serialize([quad], format=RdfFormat.N_QUADS)
    assert line is not None  # bytes are returned where no output is named
    return line


EXPORTER = Exporter(
    name="nquads",
    description="every quad with its named graph, canonical: equal graphs are equal files",
    suffix=".nq",
    write=write,
)
