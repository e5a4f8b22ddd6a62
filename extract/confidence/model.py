"""The learned weights, and what they make of a claim's signs: a probability, and its reasons."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from extract.confidence.vocabulary import SIGNS

CATEGORY = "category:"
"""Before a claim type's category (its class's parent): a sign of its own."""

LEAST, MOST = 0.01, 0.99  # nothing that a program reads is certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A logistic regression over signs, and the calibration of its score (Platt scaling).

    ``weights`` are in log odds, by sign; a sign without one says nothing. The score is made a
    probability by ``slope`` and ``offset``, fitted on documents that the weights were not.
    """

    intercept: float
    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0

    def score(self, signs: Iterable[str]) -> float:
        """The log odds, before calibration, that a claim with these signs is right."""
        return self.intercept + sum(self.weights.get(sign, 0.0) for sign in signs)

    def probability(self, signs: Iterable[str]) -> float:
        """How likely a claim with these signs is right.

        >>> Model(intercept=2.0, weights={"far": -2.0}).probability(["far"])
        0.5
        """
        return logistic(self.slope * self.score(signs) + self.offset)


def logistic(odds: float) -> float:
    """The probability of these log odds; of any, without overflow.

    >>> logistic(0.0), logistic(-1e9), logistic(1e9)
    (0.5, 0.0, 1.0)
    """
    if odds < 0:
        return 1.0 - logistic(-odds)
    return 1.0 / (1.0 + exp(-odds))


@cache
def model() -> Model:
    """The model that ships with the package."""
    told = tomllib.loads((files("extract.confidence") / "model.toml").read_text("utf-8"))
    categories = {CATEGORY + name: weight for name, weight in told["categories"].items()}
    return Model(
        intercept=told["intercept"],
        weights={**told["signs"], **categories},
        slope=told["calibration"]["slope"],
        offset=told["calibration"]["offset"],
    )


def confidence(signs: Iterable[str], category: str) -> float:
    """The probability that a claim is right, to two decimals, never quite 0 or 1."""
    found = model().probability((*signs, CATEGORY + category))
    return min(MOST, max(LEAST, round(found, 2)))


def doubts(signs: Iterable[str], category: str) -> Iterator[str]:
    """What speaks against such a claim, in words, the weightiest first."""
    weights = model().weights
    against = sorted((weights.get(sign, 0.0), sign) for sign in (*signs, CATEGORY + category))
    return (_words(sign) for weight, sign in against if weight < 0)


def _words(sign: str) -> str:
    rare = f"claims of the class {sign.removeprefix(CATEGORY)} are wrong more often than others"
    return SIGNS.get(sign, rare)
