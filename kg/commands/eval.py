"""``kg eval``: this graph against gold claims."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, format_option


@click.command()
@click.option(
    "--gold",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The gold claims, one JSON object a line.",
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="List at most N errors of each kind.",
)
@format_option("table", "json", "md")
@common_options
def command(gold: Path, errors: int, form: str, data: Path) -> None:
    """Measure the graph's claims against gold claims: precision, recall, F1, and the errors.

    Found: the type, the subject and the place in the text are right; dated: the date too; full:
    every scored argument too. Claims of types and documents that the gold lacks do not count.

    Example: kg eval --gold gold.claims.jsonl --errors 3
    """
    from kg.evaluation import match, read_claims, read_gold, read_languages, sections
    from kg.output import write_sections

    wanted, claims, languages = read_gold(gold), read_claims(data), read_languages(data)
    _warn_of_unread({item.document for item in wanted} - set(languages), gold, data)
    parts = sections(match(wanted, claims), languages, errors)
    write_sections([(f"{data} against {gold}", parts)], form, sys.stdout)


def _warn_of_unread(missing: set[str], gold: Path, data: Path) -> None:
    """Their gold claims count as missed, which the user should know."""
    if missing:
        from kg.output import visible

        one = len(missing) == 1
        named = ", ".join(sorted(missing)[:3]) + (", …" if len(missing) > 3 else "")
        told = f"{len(missing)} {'document of the gold is' if one else 'documents of the gold are'}"
        advice = "`kg build` them too, or their claims count as missed"
        click.echo(f"kg: {visible(f'{gold}: {told} not in {data} ({named})')}; {advice}", err=True)
