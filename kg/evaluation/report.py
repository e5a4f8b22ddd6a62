"""An evaluation as tables: totals, accuracies, confidence, by type and the like, faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.evaluation.faults import faults
from kg.evaluation.measures import Measures, measure, measure_by
from kg.evaluation.reliability import Judged, brier, calibration_error, judged, reliability
from kg.evaluation.values import Outcome
from kg.output import Cell, Table

Section = tuple[str, Table]
_MEASURES = ("found", "dated", "full")
_FAULT = ("error", "type", "document", "subject", "expected", "got", "quote")


def sections(
    outcomes: Sequence[Outcome], languages: Mapping[str, str], most: int | None = None
) -> Iterator[Section]:
    """The titled tables of an evaluation.

    ``languages`` gives each document's language; ``most`` is how many errors of each kind to
    list at most, all where it is None.
    """
    yield "Totals", _totals(outcomes)
    yield "Accuracy of what was found", _accuracies(outcomes)
    yield from confidence(outcomes)
    groups: dict[str, Callable[[Outcome], str]] = {
        "type": lambda item: item.type,
        "language": lambda item: languages.get(item.document, "not read"),
        "status": lambda item: item.status,
        "subject": lambda item: item.kind,
    }
    for name, key in groups.items():
        yield f"By {name}", _grouped(name, measure_by(outcomes, key))
    listed = [
        (fault.kind, fault.type, fault.document, fault.subject, fault.expected, fault.got,
         fault.quote) for fault in faults(outcomes, most)
    ]  # fmt: skip
    yield "Errors", Table(columns=_FAULT, rows=listed)


def confidence(outcomes: Sequence[Outcome]) -> Iterator[Section]:
    """Whether confidence is what it says: its errors, and what is right in each bin of it."""
    sure = judged(outcomes)
    yield "Confidence", _worth(sure)
    yield "Reliability of confidence", reliability(sure)


def by_subject(outcomes: Sequence[Outcome]) -> dict[str, Measures]:
    """The counts for all subjects, for people, and for all that are no people."""
    people = [item for item in outcomes if item.kind == "person"]
    others = [item for item in outcomes if item.kind != "person"]
    parts = {"all": outcomes, "people": people, "countries, organisations, groups": others}
    return {name: measure(items) for name, items in parts.items()}


def _totals(outcomes: Sequence[Outcome]) -> Table:
    columns = ("subjects", "measure", "right", "gold", "claims", "precision", "recall", "f1")
    rows: list[tuple[Cell, ...]] = []
    for subjects, counts in by_subject(outcomes).items():
        for name in _MEASURES:
            number = int(getattr(counts, name))
            score = counts.score(number)
            figures = map(_rounded, (score.precision, score.recall, score.f1))
            rows.append((subjects, name, number, counts.gold, counts.claims, *figures))
    return Table(columns=columns, rows=rows)


def _accuracies(outcomes: Sequence[Outcome]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for subjects, counts in by_subject(outcomes).items():
        parts = (("status", counts.status, counts.found), ("cites", counts.cites, counts.cited))
        rows += [(subjects, name, right, of, _share(right, of)) for name, right, of in parts]
    return Table(columns=("subjects", "measure", "right", "of", "accuracy"), rows=rows)


def _worth(sure: Sequence[Judged]) -> Table:
    """Confidence held against what is right, beside one that is the same for every claim."""
    columns = ("confidence", "claims", "right", "brier_score", "calibration_error")
    share = sum(right for _, right in sure) / max(1, len(sure))
    parts = {"as given": sure, "the same for all": [(share, right) for _, right in sure]}
    rows: list[tuple[Cell, ...]] = [
        (name, len(part), _rounded(share), _rounded(brier(part)), _rounded(calibration_error(part)))
        for name, part in parts.items()
    ]
    return Table(columns=columns, rows=rows)


def _grouped(name: str, groups: Mapping[str, Measures]) -> Table:
    columns = (
        name, "gold", "claims", "found", "precision", "recall", "f1", "dated_f1", "full_f1",
        "status", "cites",
    )  # fmt: skip
    return Table(columns=columns, rows=[_row(key, counts) for key, counts in groups.items()])


def _row(key: str, counts: Measures) -> tuple[Cell, ...]:
    found, dated, full = (counts.score(int(getattr(counts, name))) for name in _MEASURES)
    return (
        key, counts.gold, counts.claims, counts.found, _rounded(found.precision),
        _rounded(found.recall), _rounded(found.f1), _rounded(dated.f1), _rounded(full.f1),
        _share(counts.status, counts.found), _share(counts.cites, counts.cited),
    )  # fmt: skip


def _share(number: int, of: int) -> float | None:
    return _rounded(number / of) if of else None


def _rounded(figure: float) -> float:
    return round(figure, 3)
