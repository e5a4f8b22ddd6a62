"""Whether a confidence of 0.8 means that four in five are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.evaluation.values import Outcome
from kg.output import Table

Judged = tuple[float, bool]
"""A claim's confidence, and whether it is right."""

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Where the bins begin: narrower at the top, where most claims are."""


def judged(outcomes: Iterable[Outcome]) -> list[Judged]:
    """Every claim once: right, where its type, subject, place and status are."""
    claims = ((item, item.claim) for item in outcomes if not item.again)
    return [
        (claim.confidence, item.found and item.status_right)
        for item, claim in claims
        if claim is not None
    ]


def reliability(claims: Sequence[Judged]) -> Table:
    """A row a bin that has claims: how many, their mean confidence, the share that is right."""
    rows = [
        (f"{low:.2f} to {high:.2f}", len(part), round(_sure(part), 3), round(_right(part), 3))
        for low, high, part in _bins(claims)
    ]
    return Table(columns=("confidence", "claims", "mean confidence", "right"), rows=rows)


def brier(claims: Sequence[Judged]) -> float:
    """The mean square of how far confidence is from the truth (Brier 1950); 0 is best.

    >>> brier([(1.0, True), (0.5, False)])
    0.125
    """
    return sum((sure - right) ** 2 for sure, right in claims) / max(1, len(claims))


def calibration_error(claims: Sequence[Judged]) -> float:
    """How far the bins' mean confidence is from what is right in them, weighed by their claims.

    >>> calibration_error([(0.75, True), (0.75, False)])
    0.25
    """
    far = (len(part) * abs(_sure(part) - _right(part)) for _, _, part in _bins(claims))
    return sum(far) / max(1, len(claims))


def _bins(claims: Sequence[Judged]) -> Iterator[tuple[float, float, list[Judged]]]:
    for low, high in zip(BINS, (*BINS[1:], 1.0), strict=True):
        last = high == 1.0
        part = [item for item in claims if low <= item[0] < high or (last and item[0] >= high)]
        if part:
            yield low, high, part


def _sure(claims: Sequence[Judged]) -> float:
    return sum(sure for sure, _ in claims) / len(claims)


def _right(claims: Sequence[Judged]) -> float:
    return sum(right for _, right in claims) / len(claims)
