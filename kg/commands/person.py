"""``kg person``: one dossier."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, day, format_option, today


@click.command()
@click.argument("name")
@click.option(
    "--on", "on", metavar="YYYY-MM-DD", callback=day, help="The day of the status (default: today)."
)
@format_option("table", "json", "md")
@common_options
def command(name: str, on: str | None, form: str, data: Path) -> None:
    """Show what is known of a person: names, status, timeline, health, cases, sources, conflicts.

    Any spelling of the name will do; a name that several people have shows them all.

    Example: kg person Qurbanov --on 2022-03-14
    """
    from datetime import date

    from kg.dossier import dossier
    from kg.entities import matching
    from kg.output import write_sections
    from kg.queries import open_graph

    store = open_graph(data)
    when = date.fromisoformat(on or today())
    found = [(entity.label, dossier(store, entity, when)) for entity in matching(store, name)]
    write_sections(found, form, sys.stdout)
