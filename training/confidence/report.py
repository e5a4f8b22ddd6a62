"""What confidence is worth, as figures over claims: never a sentence, never a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.confidence import Model
from kg.evaluation.reliability import Judged, brier, calibration_error
from kg.output import Cell, Table
from training.confidence.data import Examples

LEVELS = tuple(n / 20 for n in range(20))
BARS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 1.0)


def measures(judged: Sequence[Judged]) -> tuple[float, float]:
    """Brier score and expected calibration error, to three decimals."""
    return round(brier(judged), 3), round(calibration_error(judged), 3)


def comparison(parts: dict[str, Sequence[Judged]]) -> Table:
    """The figures of several ways to say how sure one is, of the same claims."""
    rows: list[tuple[Cell, ...]] = [
        (name, len(judged), round(sum(right for _, right in judged) / len(judged), 3),
         *measures(judged))
        for name, judged in parts.items()
    ]  # fmt: skip
    columns = ("confidence", "claims", "right", "Brier score", "calibration error")
    return Table(columns=columns, rows=rows)


def thresholds(data: Examples, made: Model, levels: Sequence[float] = LEVELS) -> Table:
    """What each threshold keeps of the claims of the rules, and how good that is."""
    columns = ("threshold", "kept", "withheld", "precision", "recall", "f1", "withheld right")
    return Table(columns=columns, rows=list(_levels(data, made, levels)))


def _levels(data: Examples, made: Model, levels: Sequence[float]) -> Iterator[tuple[Cell, ...]]:
    claims = [(made.probability(one.features), one.found) for one in data.candidates if one.made]
    for level in levels:
        kept = [found for sure, found in claims if sure >= level]
        held = [found for sure, found in claims if sure < level]
        share = round(sum(held) / len(held), 3) if held else None
        yield (level, len(kept), len(held), *_quality(sum(kept), len(kept), data.gold), share)


def bars(data: Examples, made: Model, threshold: float, levels: Sequence[float] = BARS) -> Table:
    """What it gives to make claims of those, too, whom no rule chose, by how likely they must be.

    With the claims of the rules that reach the threshold.
    """
    columns = ("bar", "more", "more right", "precision", "recall", "f1")
    return Table(columns=columns, rows=list(_bars(data, made, threshold, levels)))


def _bars(
    data: Examples, made: Model, threshold: float, levels: Sequence[float]
) -> Iterator[tuple[Cell, ...]]:
    sure = [(made.probability(one.features), one) for one in data.candidates]
    rules = [one.found for chance, one in sure if one.made and chance >= threshold]
    for level in levels:
        more = [one.found for chance, one in sure if not one.made and chance >= level]
        right, number = sum(rules) + sum(more), len(rules) + len(more)
        yield level, len(more), sum(more), *_quality(right, number, data.gold)


def _quality(right: int, made: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1, to three decimals."""
    precision, recall = right / max(1, made), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return round(precision, 3), round(recall, 3), round(f1, 3)
