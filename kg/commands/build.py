"""``kg build``: documents in, a graph out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.options import common_options, decisions_option

if TYPE_CHECKING:
    from kg.build import BuildSummary


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write (default: --data).")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    envvar="KG_THRESHOLD",
    metavar="P",
    help="Claims of less confidence wait in review.jsonl (default: KG_THRESHOLD, else 0.3).",
)
@decisions_option(
    "What `kg review` decided (default: KG_DECISIONS, else decisions.jsonl in --out)."
)
@common_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    out: Path | None,
    jobs: int,
    threshold: float | None,
    decisions: Path | None,
    data: Path,
) -> None:
    """Read documents (files and folders) and write their graph.

    Without a PATH: the documents that ship with the package. Documents that cannot be read are
    named, listed in rejects.jsonl, and make the exit code 3; the rest is built. Claims that are too
    doubtful wait for `kg review`.

    Example: kg build letters/ answer.txt --out output
    """
    from kg.build import build
    from kg.errors import REJECTS
    from kg.output import visible
    from kg.progress import shown
    from kg.review import THRESHOLD

    folder, level = out or data, THRESHOLD if threshold is None else threshold
    with shown("reading") as progress:
        done = build(
            paths, folder, jobs=jobs, progress=progress, threshold=level, decisions=decisions
        )
    for rejection in done.rejections:
        line = f"{rejection.document}: {rejection.reason}; {rejection.advice}"
        click.echo(f"kg: {visible(line.rstrip('; '))}", err=True)
    click.echo(f"{_summary(done)} -> {folder}/")
    if done.rejections:
        ctx.exit(REJECTS)


def _summary(done: BuildSummary) -> str:
    about = f"{_counted(done.claims, 'claim')} about {_counted(done.people, 'person', 'people')}"
    rejects = _counted(len(done.rejections), "reject")
    read = f", {_counted(done.recognised, 'page')} read by OCR: check their quotes"
    waiting = f"{done.waiting} to review"
    told = f"{_counted(done.documents, 'document')}, {about}, {waiting}, {rejects}"
    return told + read * bool(done.recognised)


def _counted(number: int, word: str, several: str = "") -> str:
    """A number with its word; ``several`` where that is not the word with an s.

    >>> _counted(1, "claim"), _counted(0, "reject")
    ('1 claim', '0 rejects')
    """
    return f"{number} {word}" if number == 1 else f"{number} {several or word + 's'}"
