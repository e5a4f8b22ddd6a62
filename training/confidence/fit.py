"""Logistic regression with a penalty, by Newton's method: the same numbers each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from extract.confidence import Model
from training.confidence.data import Example

Matrix = NDArray[np.float64]
STEPS = 50


def regress(inputs: Matrix, right: Matrix, penalty: Matrix) -> Matrix:
    """The coefficients of least loss; ``penalty`` is on the square of each, the first for 1."""
    rows = np.hstack([np.ones((len(inputs), 1)), inputs])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (chance - right) + penalty * found
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(found)), slope)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    return np.asarray(found)


def table(claims: Sequence[Example], names: Sequence[str]) -> Matrix:
    """A row a claim, a column a sign: 1 where the claim has it."""
    return np.array([[float(name in claim.signs) for name in names] for claim in claims])


def weights(claims: Sequence[Example], names: Sequence[str], penalty: float) -> Model:
    """The model of these claims, not calibrated yet; numbers to three decimals."""
    inputs, right = table(claims, names), np.array([float(c.right) for c in claims])
    found = regress(inputs, right, np.array([0.0] + [penalty] * len(names)))
    first, *others = (round(float(value), 3) for value in found)
    return Model(intercept=first, weights=dict(zip(names, others, strict=True)))


def calibrated(made: Model, claims: Sequence[Example]) -> Model:
    """The model with the slope and offset that fit these claims (Platt 1999).

    The targets are drawn in as Platt has it, so that few claims do not make for certainty, and
    half way to what the model says already, so that a small set with a manner of its own does not
    undo what many taught. The slope stays positive: more in favour never makes a claim less likely.
    """
    scores = np.array([[made.score(claim.signs)] for claim in claims])
    good = sum(claim.right for claim in claims)
    high, low = (good + 1) / (good + 2), 1 / (len(claims) - good + 2)
    right = np.array([high if claim.right else low for claim in claims])
    learnt = 1 / (1 + np.exp(-scores[:, 0]))
    offset, slope = regress(scores, (right + learnt) / 2, np.zeros(2))
    if slope <= 0:
        raise ValueError("the score says nothing of these claims; calibrate on other documents")
    return Model(
        intercept=made.intercept, weights=made.weights,
        slope=round(float(slope), 3), offset=round(float(offset), 3),
    )  # fmt: skip


def folds(claims: Iterable[Example], number: int) -> list[tuple[list[Example], list[Example]]]:
    """Pairs of what to learn from and what to test on; a document is in one part only."""
    every = list(claims)
    place = {name: n % number for n, name in enumerate(sorted({c.document for c in every}))}
    return [
        (
            [claim for claim in every if place[claim.document] != n],
            [claim for claim in every if place[claim.document] == n],
        )
        for n in range(number)
    ]
