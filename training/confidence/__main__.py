"""``python -m training.confidence --learn DIR --calibrate DIR``: learn, calibrate, say how well.

Prints figures over claims only, no sentence and no name: so that documents that must stay unseen
can be measured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from extract.confidence import CATEGORY, SIGNS, Model, model
from kg.evaluation.reliability import Judged, reliability
from kg.output import Table, write
from kg.output_files import write_text
from ontology import ontology
from training.confidence.data import Example, Examples, examples
from training.confidence.fit import calibrated, folds, weights
from training.confidence.report import comparison, thresholds

ROOT = Path(__file__).parents[2]
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
OUT = ROOT / "extract" / "confidence" / "model.toml"
PENALTY, FOLDS = 3.0, 10


@click.command()
@click.option("--learn", type=FOLDER, multiple=True, help="Documents to learn the weights on.")
@click.option("--calibrate", type=FOLDER, multiple=True, help="Others, to calibrate on.")
@click.option("--measure", type=FOLDER, multiple=True, help="Others again, only to measure on.")
@click.option("--out", type=click.Path(path_type=Path), default=OUT, help="The model to write.")
def main(
    learn: tuple[Path, ...], calibrate: tuple[Path, ...], measure: tuple[Path, ...], out: Path
) -> None:
    """Learn what makes a claim likely to be right; without --learn: measure the shipped model."""
    made = model()
    if learn:
        made = weights(_all(learn).claims, _names(), PENALTY)
    if calibrate:
        made = _calibrate(made, _all(calibrate))
    if learn or calibrate:
        write_text(out, [written(made)])
    for folder in measure:
        _measure(str(folder), made, examples(folder))


def _all(folders: Sequence[Path]) -> Examples:
    first, *others = map(examples, folders)
    return sum(others, first)


def _names() -> tuple[str, ...]:
    categories = {CATEGORY + kind.parent for kind in ontology().types.values()}
    return (*SIGNS, *sorted(categories))


def _calibrate(made: Model, data: Examples) -> Model:
    """The model calibrated on all the documents, with what that gives on those left out."""
    plain = replace(made, slope=1.0, offset=0.0)
    before = _judged(plain, data.claims)
    after = [
        item
        for rest, part in folds(data.claims, FOLDS)
        for item in _judged(calibrated(plain, rest), part)
    ]
    _show("Calibration, each document by what the others gave", _against(before, after))
    _show("Reliability, likewise", reliability(after))
    return calibrated(plain, data.claims)


def _against(before: Sequence[Judged], after: Sequence[Judged]) -> Table:
    share = sum(right for _, right in before) / len(before)
    constant = [(share, right) for _, right in before]
    return comparison({"the same for all": constant, "as learnt": before, "calibrated": after})


def _judged(made: Model, claims: Sequence[Example]) -> list[Judged]:
    return [(made.probability(claim.signs), claim.right) for claim in claims]


def _measure(name: str, made: Model, data: Examples) -> None:
    judged = _judged(made, data.claims)
    plain = _judged(replace(made, slope=1.0, offset=0.0), data.claims)
    _show(f"{name}: calibration", _against(plain, judged))
    _show(f"{name}: reliability", reliability(judged))
    sure = (replace(claim, confidence=made.probability(claim.signs)) for claim in data.claims)
    _show(f"{name}: thresholds", thresholds(replace(data, claims=tuple(sure))))


def _show(title: str, table: Table) -> None:
    click.echo(f"\n## {title}\n")
    write(table, "md", sys.stdout)


def written(made: Model) -> str:
    """The model as the file that ships."""
    signs = {name: weight for name, weight in made.weights.items() if name in SIGNS}
    categories = {
        name.removeprefix(CATEGORY): weight
        for name, weight in made.weights.items()
        if name.startswith(CATEGORY)
    }
    parts = [
        "# How likely a claim is right: made by `python -m training.confidence`, see",
        "# CONTRIBUTING.md. Log odds, by sign (extract/confidence/signs.py) and by category of",
        "# claim type; their sum, by slope and offset, is the logit of the confidence.",
        f"intercept = {made.intercept}",
        *("", "[calibration]", f"slope = {made.slope}", f"offset = {made.offset}"),
        *("", "[signs]", *(f"{name} = {weight}" for name, weight in signs.items())),
        *("", "[categories]", *(f"{name} = {weight}" for name, weight in categories.items())),
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
