"""``kg status``: who was in custody on a date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, day, format_option, today


@click.command()
@click.option(
    "--on", "on", metavar="YYYY-MM-DD", callback=day, help="The day asked about (default: today)."
)
@click.option(
    "--known-by",
    metavar="YYYY-MM-DD",
    callback=day,
    help="Count only documents of that day or before.",
)
@format_option("table", "json", "jsonl", "csv", "md")
@common_options
def command(on: str | None, known_by: str | None, form: str, data: Path) -> None:
    """Say who was in custody, in house arrest, at liberty, dead or unknown on a date.

    A state that nobody confirms for that very day is presumed for a year, then unknown.

    Example: kg status --on 2022-02-01 --known-by 2022-03-14
    """
    from datetime import date

    from kg.dossier import status_table
    from kg.output import write
    from kg.queries import open_graph

    when = date.fromisoformat(on or today())
    known = date.fromisoformat(known_by) if known_by else None
    answer = status_table(open_graph(data), when, known)
    write(answer, form, sys.stdout)
    if not answer.rows:
        told = f"documents of {known} or before say" if known else "documents say"
        click.echo(f"kg: status: {data}: the {told} nothing on custody", err=True)
