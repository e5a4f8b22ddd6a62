"""``kg view``: the graph as a page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.options import common_options


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="The file (default: graph.html).")
@common_options
def command(out: Path | None, data: Path) -> None:
    """Write the graph and its evidence as one HTML page that opens with the network off.

    Example: kg view --out graph.html
    """
    from kg.queries import open_graph
    from kg.view import write

    open_graph(data)  # says what to do where there is no graph
    path = out or data / "graph.html"
    write(data, path)
    click.echo(f"page -> {path}")
