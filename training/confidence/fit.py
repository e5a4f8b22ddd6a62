"""Gradient-boosted trees and their calibration: the same numbers each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier

from extract.confidence import Model
from extract.confidence.model import Tree
from training.confidence.data import Example

Matrix = NDArray[np.float64]
SEED = 0
RARE = 15
"""A feature that fewer examples have is left out: so few teach nothing of other documents."""
TREES = {
    "n_estimators": 300,
    "learning_rate": 0.04,
    "max_depth": 6,
    "subsample": 0.7,
    "max_features": 0.2,
    "min_samples_leaf": 10,
}
"""How they are grown; chosen by a third of the development set left out."""
STEPS = 50


def grown(examples: Sequence[Example], settings: Mapping[str, float] = TREES) -> Model:
    """The trees of these examples, not calibrated yet; numbers to four decimals.

    A leaf's value is drawn in by the learning rate here, so that the model need only add.
    """
    counts = Counter(name for example in examples for name in example.features)
    names = tuple(sorted(name for name, count in counts.items() if count >= RARE))
    rows = table(examples, names)
    right = np.array([example.right for example in examples])
    made = GradientBoostingClassifier(**settings, random_state=SEED).fit(rows, right)
    share = float(right.mean())
    rate = float(settings["learning_rate"])
    return Model(
        names=names,
        start=round(float(np.log(share / (1 - share))), 4),
        trees=tuple(_tree(one.tree_, rate) for one in made.estimators_[:, 0]),
        bar=1.0,
    )


def table(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.float32]:
    """A row an example, a column a feature."""
    rows = [[example.features.get(name, 0.0) for name in names] for example in examples]
    return np.array(rows, dtype=np.float32)


def _tree(found: object, rate: float) -> Tree:
    """A tree of scikit-learn as plain numbers."""
    columns = ("feature", "threshold", "children_left", "children_right", "value")
    feature, threshold, left, right, value = (getattr(found, name) for name in columns)
    return Tree(
        features=tuple(int(number) if number >= 0 else -1 for number in feature),
        thresholds=tuple(round(float(number), 4) for number in threshold),
        left=tuple(max(0, int(number)) for number in left),
        right=tuple(max(0, int(number)) for number in right),
        values=tuple(round(rate * float(number), 4) for number in value.ravel()),
    )


def calibrated(made: Model, examples: Sequence[Example]) -> Model:
    """The model with the slope and offset that fit these examples (Platt 1999).

    The targets are drawn in as Platt has it, so that few examples do not make for certainty, and
    half way to what the model says already, so that a small set with a manner of its own does not
    undo what many taught. The slope stays positive: more in favour never makes a claim less likely.
    """
    scores = np.array([[made.score(example.features)] for example in examples])
    good = sum(example.right for example in examples)
    high, low = (good + 1) / (good + 2), 1 / (len(examples) - good + 2)
    right = np.array([high if example.right else low for example in examples])
    learnt = 1 / (1 + np.exp(-scores[:, 0]))
    offset, slope = regress(scores, (right + learnt) / 2)
    if slope <= 0:
        raise ValueError("the score says nothing of these claims; calibrate on other documents")
    return replace(made, slope=round(float(slope), 3), offset=round(float(offset), 3))


def regress(inputs: Matrix, right: Matrix) -> Matrix:
    """The coefficients of a logistic regression, by Newton's method; the first is for 1."""
    rows = np.hstack([np.ones((len(inputs), 1)), inputs])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (chance - right)
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(found)), slope)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    return np.asarray(found)


def folds(examples: Iterable[Example], number: int) -> list[tuple[list[Example], list[Example]]]:
    """Pairs of what to learn from and what to test on; a document is in one part only."""
    every = list(examples)
    place = {name: n % number for n, name in enumerate(sorted({e.document for e in every}))}
    return [
        (
            [example for example in every if place[example.document] != n],
            [example for example in every if place[example.document] == n],
        )
        for n in range(number)
    ]
