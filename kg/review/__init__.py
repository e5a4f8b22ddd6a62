"""Claims that are too doubtful to enter the graph by themselves: the queue, and decisions on it.

:mod:`routing` sets them apart, :mod:`decisions` keeps what people decided in a plain file,
:mod:`queue` reads what waits. A decision is of one reading of one sentence: where an extractor
reads it otherwise, that is another claim, and another decision.
"""

from kg.review.decisions import FILE, Decision, read_decisions, write_decisions
from kg.review.routing import THRESHOLD, Held, Routed, routed

__all__ = [
    "FILE",
    "THRESHOLD",
    "Decision",
    "Held",
    "Routed",
    "read_decisions",
    "routed",
    "write_decisions",
]
