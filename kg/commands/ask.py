"""``kg ask``: the named questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.options import common_options, format_option

if TYPE_CHECKING:
    from kg.output import Table


@click.command()
@click.argument("name", required=False)
@click.option("--param", "params", multiple=True, metavar="K=V", help="A value for a parameter.")
@click.option("--show", is_flag=True, help="Print the question's SPARQL instead of its answer.")
@format_option("table", "json", "jsonl", "csv", "md")
@common_options
def command(name: str | None, params: tuple[str, ...], show: bool, form: str, data: Path) -> None:
    """Answer a named question; without a NAME, list the questions.

    Each row of an answer has its quote and its source.

    Example: kg ask held-on-date --param date=2022-03-14
    """
    from kg.ask import ask, question
    from kg.output import write
    from kg.queries import open_graph

    given = dict(_pair(param) for param in params)
    if name is None:
        write(_listed(), form, sys.stdout)
        return
    asked = question(name)
    if show:
        click.echo(asked.sparql, nl=False)
        return
    answer = ask(open_graph(data), asked, given)
    write(answer, form, sys.stdout)
    if not answer.rows:
        click.echo(f"kg: {name}: no claim in {data} answers this", err=True)


def _listed() -> Table:
    from kg.ask import questions
    from kg.output import Table

    rows = [
        (
            asked.name,
            asked.number,
            asked.label,
            tuple(f"{param.name}: {param.text.rstrip('.')}" for param in asked.params),
        )
        for asked in questions().values()
    ]
    return Table(columns=("name", "number", "question", "parameters"), rows=rows)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise click.UsageError(f"--param {text!r}: write it as NAME=VALUE")
    return key, value
