"""What outcomes count to: precision, recall, F1 and accuracies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.evaluation.values import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Counts: of gold claims ``found``, found with their date, and with all arguments too.

    ``gold`` claims were asked for, ``claims`` were made, ``right`` of those are found for a gold
    claim. ``status`` and ``cites`` count the found whose status and cited source are right,
    ``cited`` the found of which the gold has a cited source.
    """

    gold: int = 0
    claims: int = 0
    right: int = 0
    found: int = 0
    dated: int = 0
    full: int = 0
    status: int = 0
    cited: int = 0
    cites: int = 0

    def score(self, number: int) -> Score:
        """Precision, recall and F1 where ``number`` of the found gold claims are good enough.

        >>> Measures(gold=6, claims=4, right=3, found=3).score(3)
        Score(precision=0.75, recall=0.5, f1=0.6)
        """
        recall = number / max(1, self.gold)
        # A claim that names two charges is one right claim for two gold claims.
        precision = self.right * number / max(1, self.found) / max(1, self.claims)
        both = precision + recall
        return Score(
            precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0
        )


def measure(outcomes: Iterable[Outcome]) -> Measures:
    """The counts of these outcomes."""
    every = tuple(outcomes)
    found = [item for item in every if item.found]
    cited = [item for item in found if item.gold and item.gold.markers]
    right = sum(not item.again for item in found)
    return Measures(
        gold=sum(item.gold is not None for item in every),
        claims=right + sum(item.gold is None for item in every),
        right=right,
        found=len(found),
        dated=sum(item.date_right for item in found),
        full=sum(item.full for item in found),
        status=sum(item.status_right for item in found),
        cited=len(cited),
        cites=sum(item.cites_right for item in cited),
    )


def measure_by(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Measures]:
    """The counts for each value of ``key``, sorted by it."""
    groups: dict[str, list[Outcome]] = {}
    for item in outcomes:
        groups.setdefault(key(item), []).append(item)
    return {name: measure(groups[name]) for name in sorted(groups)}
