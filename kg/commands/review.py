"""``kg review``: claims too doubtful for the graph, and what people decide on them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.options import common_options, day, decisions_option, format_option

_ID = "ID"


@click.command()
@click.option("--accept", multiple=True, metavar=_ID, help="Let this claim into the graph.")
@click.option("--refuse", multiple=True, metavar=_ID, help="Keep this claim out of the graph.")
@click.option("--undo", multiple=True, metavar=_ID, help="Forget what was decided on this claim.")
@click.option("--by", default="", metavar="NAME", help="Who decides; stays in the file.")
@click.option("--note", default="", metavar="TEXT", help="Why; stays in the file.")
@click.option("--on", callback=day, metavar="DATE", help="When it was decided (default: today).")
@click.option("--all", "every", is_flag=True, help="List what was decided too.")
@decisions_option(
    "Where decisions are kept (default: KG_DECISIONS, else decisions.jsonl in --data)."
)
@format_option("table", "jsonl", "csv", "json", "md")
@common_options
def command(
    accept: tuple[str, ...],
    refuse: tuple[str, ...],
    undo: tuple[str, ...],
    by: str,
    note: str,
    on: str | None,
    every: bool,
    decisions: Path | None,
    form: str,
    data: Path,
) -> None:
    """List the claims that wait because too little speaks for them, or decide on them.

    An ID is what the list calls claim, or its beginning. The next `kg build` acts on it: what was
    accepted enters the graph, what was refused stays out, whatever its confidence.

    Example: kg review --accept 3f2a --by "A. Reviewer" --note "the letter is clear"
    """
    from kg.output import write
    from kg.review import FILE, read_decisions
    from kg.review.queue import read_queue, table

    file = decisions or data / FILE
    if accept or refuse or undo:
        _decide(data, file, {"accepted": accept, "refused": refuse, "": undo}, (by, note, on))
        return
    known = read_decisions(file)
    waiting = [record for record in read_queue(data) if every or record["id"] not in known]
    if every:
        waiting += _decided(data, set(known))
    write(table(waiting, known), form, sys.stdout)


def _decided(data: Path, known: set[str]) -> list[dict[str, object]]:
    """The claims of the graph on which something was decided."""
    from kg.review.queue import everything, read_queue

    held = {record["id"] for record in read_queue(data)}
    others = (record for record in everything(data) if record["id"] not in held)
    return [dict(record) for record in others if record["id"] in known]


def _decide(
    data: Path, file: Path, given: dict[str, tuple[str, ...]], about: tuple[str, str, str | None]
) -> None:
    """Puts the decisions into the file, all or none."""
    from kg.options import today
    from kg.review import Decision, read_decisions, write_decisions
    from kg.review.queue import chosen, described, everything

    known, records = read_decisions(file), everything(data)
    by, note, on = about
    for verdict, ids in given.items():
        for record in (chosen(records, name) for name in ids):
            known.pop(record["id"], None)
            if verdict:
                known[record["id"]] = Decision(
                    claim=record["id"], decision=verdict, on=on or today(), by=by, note=note,
                    about=described(record),
                )  # fmt: skip
    write_decisions(file, known.values())
    number = sum(map(len, given.values()))
    click.echo(f"{number} decided -> {file}; `kg build` acts on it")
