"""An evaluation as tables: totals, accuracies, by type, language, status and subject, faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.evaluation.faults import faults
from kg.evaluation.measures import Measures, measure, measure_by
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
