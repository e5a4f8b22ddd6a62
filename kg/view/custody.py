"""Where each person is on the day of the latest document, in a line that says how sure that is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from pyoxigraph import Store

from kg.derive import StatusRow, status_on
from kg.describe import described
from kg.view.content import LANGUAGE
from ontology.load import ontology


def custody_lines(
    store: Store, people: Collection[str] | None = None
) -> dict[str, tuple[str, str]]:
    """For each person of whose custody anything is claimed: the day meant, and what is known.

    With ``people``, for these alone.

    The page has no clock: its day is the latest day that a document of the build gives for itself.
    """
    documents = described(store, "?s a kg:Document").values()
    days = [day for day in (document.text("latest") for document in documents) if day]
    if not days:
        return {}
    on = max(days)
    return {
        row.person: (f"On {on}", custody_line(row))
        for row in status_on(store, date.fromisoformat(on), people=people)
    }


def custody_line(row: StatusRow) -> str:
    """What is known of one person's custody, never more than was last confirmed."""
    if row.state != "unknown":
        return f"{_presumed(row)}{_label(row.state)}{_since(row)}{_confirmed(row)}"
    if row.last_state == "unknown":
        return _label("unknown")
    return f"{_label('unknown')}; last known: {_label(row.last_state)}{_confirmed(row)}"


def _label(state: str) -> str:
    return ontology().vocabularies["custody_states"][state].label[LANGUAGE]


def _presumed(row: StatusRow) -> str:
    return "presumed " if row.presumed else ""


def _since(row: StatusRow) -> str:
    if row.since_earliest and row.since_earliest == row.since_latest:
        return f", since {row.since_earliest}"
    return f", since {row.since_latest} or before" if row.since_latest else ""


def _confirmed(row: StatusRow) -> str:
    return f", last confirmed {row.last_confirmed}" if row.last_confirmed else ""
