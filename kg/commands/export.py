"""``kg export``: the graph in another format."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from kg.options import common_options


@click.command()
@click.argument("form", metavar="[FORMAT]", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to write it (default: the folder export in --data).",
)
@common_options
def command(form: str | None, out: Path | None, data: Path) -> None:
    """Write the graph in another format; without a FORMAT, list the formats.

    Example: kg export turtle --out graph.ttl
    """
    from kg.errors import wrong_use
    from kg.export import formats
    from kg.output import Table, write

    if form is None:
        rows = [(item.name, item.suffix, item.description) for item in formats().values()]
        write(Table(columns=("format", "file", "what it holds"), rows=rows), "table", sys.stdout)
        return
    if form not in formats():
        raise wrong_use(f"there is no format {form!r}; formats: {', '.join(formats())}")
    exporter = formats()[form]
    path = out or data / "export" / _file_name(exporter.name, exporter.suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    report = exporter.write(data, path)
    click.echo(f"{_counted(report.written)} -> {report.path}")
    if report.withheld:
        click.echo(f"kg: withheld: {_counted(report.withheld)}", err=True)


def _file_name(name: str, suffix: str) -> str:
    return name if suffix == "directory" else f"{name}{suffix}"


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in counts.items())
