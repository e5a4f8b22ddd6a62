"""``kg query``: any SPARQL 1.1 query."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, format_option


@click.command()
@click.argument("file", metavar="FILE.rq|-", type=click.Path(path_type=Path))
@format_option("table", "json", "jsonl", "csv", "md")
@common_options
def command(file: Path, form: str, data: Path) -> None:
    """Answer any SPARQL 1.1 query, from a file or from standard input (-).

    Without FROM, all graphs are asked as one; the usual prefixes need no declaration.

    Example: echo 'SELECT ?p { ?p a kg:Person }' | kg query -
    """
    from kg.output import Table, write
    from kg.queries import compact, open_graph, select

    name = "standard input" if str(file) == "-" else str(file)
    answer = select(open_graph(data), _read(file), name=name)
    if form in ("table", "md"):
        rows = [tuple(compact(cell) for cell in row) for row in answer.rows]
        answer = Table(columns=answer.columns, rows=rows)
    write(answer, form, sys.stdout)


def _read(file: Path) -> str:
    from kg.errors import wrong_use

    try:
        if str(file) == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 text at byte {error.start}; save it as UTF-8"
        raise wrong_use(f"{file}: {reason}") from error
    except FileNotFoundError as error:
        reason = "there is no such file; give a .rq file, or - for standard input"
        raise wrong_use(f"{file}: {reason}") from error
