"""``kg validate``: the graph against the shapes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, format_option


@click.command()
@format_option("table", "json", "jsonl", "csv", "md")
@common_options
@click.pass_context
def command(ctx: click.Context, form: str, data: Path) -> None:
    """Check the graph against its SHACL shapes; exit 1 where it does not conform.

    Each violation is a row: the node, the property, the value, what is wrong, what to do.

    Example: kg validate --format csv
    """
    from kg.errors import FAILED
    from kg.output import Table, write
    from kg.queries import open_graph
    from kg.validate import validate

    report = validate(open_graph(data))
    if report.conforms and form == "table":
        click.echo(f"{data}: conforms")
        return
    columns = ("node", "property", "value", "problem", "advice")
    rows = [tuple(getattr(fault, name) for name in columns) for fault in report.violations]
    write(Table(columns=columns, rows=rows), form, sys.stdout)
    if not report.conforms:
        count = len(report.violations)
        click.echo(f"kg: {data}: does not conform: {count} violations; see above", err=True)
        ctx.exit(FAILED)
