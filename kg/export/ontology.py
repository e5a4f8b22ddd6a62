"""The ontology itself: classes, claim types, roles and vocabularies as Turtle, for any RDF tool."""

from __future__ import annotations

from pathlib import Path

from kg.export.files import whole_file
from kg.export.model import Exporter, ExportReport


def write(data: Path, out: Path) -> ExportReport:
    """Write the ontology that ships with this version; the build in ``data`` is not read."""
    from ontology import publish

    with whole_file(out) as draft:
        draft.write_text(publish.turtle(), encoding="utf-8", newline="\n")
    return ExportReport(path=out, written={"triples": len(publish.graph())})


EXPORTER = Exporter(
    name="ontology",
    description="the ontology as Turtle: classes, claim types, roles, vocabularies",
    suffix=".ttl",
    write=write,
)
