"""The learned trees, and what they make of a candidate's features: a probability, and reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

LEAST, MOST = 0.01, 0.99  # nothing that a program reads is certain
LEAF = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A regression tree: node n asks whether a feature is at most a threshold.

    ``features[n]`` is the number of the feature, LEAF for a leaf; ``left[n]`` the next node where
    it is, ``right[n]`` where not; ``values[n]`` what the tree has learnt at the node, in log odds.
    """

    features: Sequence[int]
    thresholds: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]
    values: Sequence[float]

    def leaf(self, row: Sequence[float]) -> float:
        """The value of the leaf in which the row of features ends."""
        features, thresholds, left, right = self.features, self.thresholds, self.left, self.right
        node = 0
        while (feature := features[node]) != LEAF:
            node = left[node] if row[feature] <= thresholds[node] else right[node]
        return self.values[node]

    def steps(self, row: Sequence[float]) -> list[tuple[int, float]]:
        """The features asked of the row, each with how far the answer moved the value."""
        node, found = 0, []
        while (feature := self.features[node]) != LEAF:
            low = row[feature] <= self.thresholds[node]
            after = self.left[node] if low else self.right[node]
            found.append((feature, self.values[after] - self.values[node]))
            node = after
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Boosted trees over features (Friedman 2001), and the calibration of their sum (Platt 1999).

    ``names`` are the features in the order of a row; one that is not among them says nothing. The
    score is made a probability by ``slope`` and ``offset``, fitted on documents that the trees
    were not. Somebody whom no rule chose has to be as likely as ``bar`` for a claim.
    """

    names: tuple[str, ...]
    start: float
    trees: tuple[Tree, ...]
    slope: float = 1.0
    offset: float = 0.0
    bar: float = 1.0

    def row(self, features: Mapping[str, float]) -> list[float]:
        """The features in order; 0 for those that are not there."""
        return [features.get(name, 0.0) for name in self.names]

    def score(self, features: Mapping[str, float]) -> float:
        """The log odds, before calibration, that a claim with these features is right."""
        row = self.row(features)
        return self.start + sum(tree.leaf(row) for tree in self.trees)

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely such a claim is right: to two decimals, never quite 0 or 1."""
        found = logistic(self.slope * self.score(features) + self.offset)
        return min(MOST, max(LEAST, round(found, 2)))

    def contributions(self, features: Mapping[str, float]) -> dict[str, float]:
        """How far each feature that holds moved the log odds, along the paths of the trees."""
        row = self.row(features)
        found: dict[str, float] = {}
        for tree in self.trees:
            for feature, moved in tree.steps(row):
                if row[feature]:
                    name = self.names[feature]
                    found[name] = found.get(name, 0.0) + moved
        return found


def logistic(odds: float) -> float:
    """The probability of these log odds; of any, without overflow.

    >>> logistic(0.0), logistic(-1e9), logistic(1e9)
    (0.5, 0.0, 1.0)
    """
    if odds < 0:
        return 1.0 - logistic(-odds)
    return 1.0 / (1.0 + exp(-odds))


@cache
def shipped() -> Model:
    """The model that ships with the package."""
    return read((files("extract.confidence") / "model.json").read_text("utf-8"))


_USED: ContextVar[Model | None] = ContextVar("model", default=None)


def model() -> Model:
    """The model in use: the one that ships, or another within :func:`using`."""
    return _USED.get() or shipped()


@contextmanager
def using(other: Model) -> Iterator[None]:
    """Weigh by another model: while one is learnt, nothing may hang on the one before."""
    token = _USED.set(other)
    try:
        yield
    finally:
        _USED.reset(token)


def read(text: str) -> Model:
    """The model that the text of a file holds, as :func:`written` of the training wrote it."""
    told = json.loads(text)
    return Model(
        names=tuple(told["features"]),
        start=told["start"],
        trees=tuple(
            Tree(features=f, thresholds=t, left=a, right=b, values=v)
            for f, t, a, b, v in told["trees"]
        ),
        slope=told["slope"],
        offset=told["offset"],
        bar=told["bar"],
    )
