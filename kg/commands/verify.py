"""``kg verify``: whether the folder still is what was built."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, format_option


@click.command()
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@format_option("table", "json", "jsonl", "csv", "md")
@common_options
@click.pass_context
def command(ctx: click.Context, jobs: int, form: str, data: Path) -> None:
    """Check that originals, tables and quotes are as they were built; exit 1 where not.

    Every kept original is hashed and read again, and each claim's words must stand in its text.

    Example: kg verify --jobs 2
    """
    from kg.errors import FAILED
    from kg.output import Table, write
    from kg.progress import shown
    from kg.verify import verify

    with shown("verifying") as progress:
        found = verify(data, jobs, progress)
    if not found.faults and form == "table":
        counts = f"{found.documents} originals and {found.quotes} quotes"
        click.echo(f"{data}: {counts} are as they were built")
        return
    columns = ("file", "problem", "advice")
    rows = [tuple(getattr(fault, name) for name in columns) for fault in found.faults]
    write(Table(columns=columns, rows=rows), form, sys.stdout)
    if found.faults:
        named = ", ".join(dict.fromkeys(fault.file for fault in found.faults))
        click.echo(f"kg: {data}: not as it was built: {named}; see above", err=True)
        ctx.exit(FAILED)
