"""``kg claims``: the claims with their quotes and sources."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kg.options import common_options, format_option


@click.command()
@click.option("--person", metavar="NAME", help="Only claims about whoever has this name.")
@click.option("--type", "claim_type", metavar="T", help="Only claims of this type.")
@format_option("table", "jsonl", "csv", "json", "md")
@common_options
def command(person: str | None, claim_type: str | None, form: str, data: Path) -> None:
    """List the claims: of whom, what, when, how firmly, who says so, in which words.

    jsonl gives the lines of claims.jsonl.

    Example: kg claims --person Gurbanov --type sentence
    """
    from kg.ask import ask, question
    from kg.output import write
    from kg.queries import open_graph

    given = {"person": person, "claim_type": claim_type}
    wanted = {key: value for key, value in given.items() if value is not None}
    answer = ask(open_graph(data), question("claims-of-person"), wanted)
    if form == "jsonl":
        _lines(data, {str(record["claim"]) for record in answer.records()})
    else:
        write(answer.without("event", "claim"), form, sys.stdout)


def _lines(data: Path, iris: set[str]) -> None:
    """Prints the lines of claims.jsonl whose claims were found."""
    from kg.iris import path_of

    wanted = {path_of(iri) for iri in iris}
    with (data / "claims.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if json.loads(line)["id"] in wanted:
                sys.stdout.write(line)
