"""``python -m training.confidence --learn DIR --calibrate DIR``: learn, calibrate, say how well.

Prints figures over claims only, no sentence and no name: so that documents that must stay unseen
can be measured.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from extract.confidence import Model, model
from kg.evaluation.reliability import Judged, reliability
from kg.output import Table, write
from kg.output_files import write_text
from kg.review import THRESHOLD
from training.confidence.data import Example, Examples, examples
from training.confidence.fit import calibrated, folds, grown
from training.confidence.report import bars, comparison, thresholds

ROOT = Path(__file__).parents[2]
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
OUT = ROOT / "extract" / "confidence" / "model.json"
FOLDS = 10
BAR = 0.5
"""How likely somebody must be whom no rule chose; on calibration documents it paid best, with
precision no lower."""


@click.command()
@click.option("--learn", type=FOLDER, multiple=True, help="Documents to learn the trees on.")
@click.option("--calibrate", type=FOLDER, multiple=True, help="Others, to calibrate on.")
@click.option("--measure", type=FOLDER, multiple=True, help="Others again, only to measure on.")
@click.option("--out", type=click.Path(path_type=Path), default=OUT, help="The model to write.")
def main(
    learn: tuple[Path, ...], calibrate: tuple[Path, ...], measure: tuple[Path, ...], out: Path
) -> None:
    """Learn what makes a claim likely to be right; without --learn: measure the shipped model."""
    made = replace(grown(_all(learn).candidates), bar=BAR) if learn else model()
    if calibrate:
        made = _calibrate(made, _all(calibrate))
    if learn or calibrate:
        write_text(out, [written(made)])
    for folder in measure:
        _measure(str(folder), made, examples(folder))


def _all(folders: Sequence[Path]) -> Examples:
    first, *others = map(examples, folders)
    return sum(others, first)


def _calibrate(made: Model, data: Examples) -> Model:
    """The model calibrated on all the documents, with what that gives on those left out."""
    plain = replace(made, slope=1.0, offset=0.0)
    before = _judged(plain, data.candidates)
    after = [
        item
        for rest, part in folds(data.candidates, FOLDS)
        for item in _judged(calibrated(plain, rest), part)
    ]
    _show("Calibration, each document by what the others gave", _against(before, after))
    _show("Reliability, likewise", reliability(after))
    return calibrated(plain, data.candidates)


def _against(before: Sequence[Judged], after: Sequence[Judged]) -> Table:
    share = sum(right for _, right in before) / len(before)
    constant = [(share, right) for _, right in before]
    return comparison({"the same for all": constant, "as learnt": before, "calibrated": after})


def _judged(made: Model, candidates: Sequence[Example]) -> list[Judged]:
    return [(made.probability(one.features), one.right) for one in candidates]


def _measure(name: str, made: Model, data: Examples) -> None:
    claims = [one for one in data.candidates if one.made]
    judged = _judged(made, claims)
    plain = _judged(replace(made, slope=1.0, offset=0.0), claims)
    _show(f"{name}: calibration of the claims of the rules", _against(plain, judged))
    _show(f"{name}: reliability", reliability(judged))
    _show(f"{name}: thresholds", thresholds(data, made))
    _show(f"{name}: people whom no rule chose", bars(data, made, THRESHOLD))


def _show(title: str, table: Table) -> None:
    click.echo(f"\n## {title}\n")
    write(table, "md", sys.stdout)


def written(made: Model) -> str:
    """The model as the file that ships: a line of JSON a tree."""
    head = {
        "about": "Made by `python -m training.confidence`, see CONTRIBUTING.md. Trees over"
        " extract/confidence/features.py; each has the features asked, the thresholds, the next"
        " node at most and above, and the values, in log odds.",
        "bar": made.bar, "slope": made.slope, "offset": made.offset, "start": made.start,
        "features": made.names,
    }  # fmt: skip
    lines = [
        json.dumps([tree.features, tree.thresholds, tree.left, tree.right, tree.values])
        for tree in made.trees
    ]
    body = json.dumps(head, indent=1).removesuffix("\n}")
    return body + ',\n "trees": [\n' + ",\n".join(lines).replace(" ", "") + "\n ]\n}\n"


if __name__ == "__main__":
    main()
