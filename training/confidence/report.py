"""What confidence is worth, as figures over claims: never a sentence, never a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.evaluation.reliability import Judged, brier, calibration_error
from kg.output import Cell, Table
from training.confidence.data import Examples

LEVELS = tuple(n / 20 for n in range(20))


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


def thresholds(data: Examples, levels: Sequence[float] = LEVELS) -> Table:
    """What each threshold keeps, and how good what it keeps and what it withholds is."""
    columns = ("threshold", "kept", "withheld", "precision", "recall", "f1", "withheld right")
    return Table(columns=columns, rows=list(_levels(data, levels)))


def _levels(data: Examples, levels: Sequence[float]) -> Iterator[tuple[Cell, ...]]:
    for level in levels:
        kept = [claim for claim in data.claims if claim.confidence >= level]
        held = [claim for claim in data.claims if claim.confidence < level]
        found = sum(claim.found for claim in kept)
        precision, recall = found / max(1, len(kept)), found / max(1, data.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        share = sum(claim.found for claim in held) / len(held) if held else None
        yield (
            level, len(kept), len(held), round(precision, 3), round(recall, 3), round(f1, 3),
            None if share is None else round(share, 3),
        )  # fmt: skip
