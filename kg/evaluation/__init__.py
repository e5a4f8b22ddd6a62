"""How well a graph's claims agree with claims that people annotated (gold claims).

Reading (:mod:`reading`), what agrees (:mod:`agreement`), who is paired with whom
(:mod:`matching`), what that counts to (:mod:`measures`), whether confidence is what it says
(:mod:`reliability`), what went wrong (:mod:`faults`), tables of it all (:mod:`report`).
"""

from kg.evaluation.matching import match
from kg.evaluation.reading import read_claims, read_gold, read_languages
from kg.evaluation.report import confidence, sections
from kg.evaluation.values import Gold, Outcome, Read

__all__ = [
    "Gold",
    "Outcome",
    "Read",
    "confidence",
    "match",
    "read_claims",
    "read_gold",
    "read_languages",
    "sections",
]
