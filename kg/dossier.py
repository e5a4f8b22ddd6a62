"""What the graph knows of one person or body, as tables: the dossier of ``kg person``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import NamedNode, Store

from kg.ask import ask_terms, question
from kg.derive import StatusRow, status_on
from kg.entities import Entity
from kg.iris import ident, path_of
from kg.output import Cell, Table
from kg.queries import select
from ontology.load import ontology

Record = dict[str, Cell]
Section = tuple[str, Table]

_NAMES = """
SELECT ?what ?value ?entity WHERE {
  { ?entity skos:prefLabel ?value BIND("name" AS ?what) BIND(1 AS ?order) }
  UNION { ?entity skos:altLabel ?value BIND("also written" AS ?what) BIND(2 AS ?order) }
  UNION { ?entity kg:sameReason ?value BIND("taken for one because" AS ?what) BIND(3 AS ?order) }
} ORDER BY ?order ?value
"""
_HEALTH = ("BodilyEvent", "BodilyState")
_CASES = ("Procedure", "JudicialDecision")
_EVIDENCE = ("said_by", "quote", "source")


def dossier(store: Store, entity: Entity, on: date) -> Iterator[Section]:
    """The sections of a dossier with their titles, those that say something.

    ``on`` is the day for which the status is given.
    """
    node = NamedNode(entity.iri)
    claims = list(ask_terms(store, question("claims-of-person"), {"person": node}).records())
    mine = {str(record["claim"]) for record in claims}
    sections = (
        ("Names", select(store, _NAMES, {"entity": node}, name="names").without("entity")),
        (f"Status on {on}", status_table(store, on, only=entity.iri)),
        ("Timeline", _events(record for record in claims if record["date"])),
        ("Health and treatment", _events(_under(claims, _HEALTH))),
        ("Cases", _events(_under(claims, _CASES))),
        ("Everything claimed", _table(claims, ("type", "status", "date", "details", *_EVIDENCE))),
        ("Sources", _sources(claims)),
        ("Conflicts", _conflicts(store, mine)),
    )
    return ((title, table) for title, table in sections if table.rows)


def status_table(
    store: Store, on: date, known_by: date | None = None, only: str | None = None
) -> Table:
    """Everyone's state of custody on a day, or that of the one entity with the IRI ``only``."""
    rows = status_on(store, on, known_by)
    if only is not None:
        rows = tuple(row for row in rows if row.person == path_of(only))
    claims = ask_terms(store, question("claims-of-person"), {}).records() if rows else ()
    evidence = {str(record["claim"]): record for record in claims}
    columns = ("who", "state", "certainty", "since", "last_state", "last_confirmed", *_EVIDENCE)
    return Table(columns=columns, rows=[_status(row, evidence) for row in rows])


def _status(row: StatusRow, evidence: dict[str, Record]) -> tuple[Cell, ...]:
    found = [evidence[ident(path).value] for path in row.evidence if ident(path).value in evidence]
    terms = ontology().vocabularies["custody_states"]
    labels = {name: term.label["en"] for name, term in terms.items()}
    return (
        row.label,
        labels[row.state],
        _certainty(row),
        _between(row.since_earliest, row.since_latest),
        labels[row.last_state],
        row.last_confirmed.isoformat() if row.last_confirmed else None,
        *(_distinct(record[column] for record in found) for column in ("said_by", "quote")),
        _cited(found),
    )


def _certainty(row: StatusRow) -> str:
    if row.state == "unknown":
        return "unknown"
    return "presumed" if row.presumed else "confirmed"


def _between(earliest: date | None, latest: date | None) -> str | None:
    """When something began, as an EDTF interval where its day is not known.

    >>> _between(date(2021, 1, 1), date(2021, 1, 31)), _between(None, date(2021, 1, 1))
    ('2021-01-01/2021-01-31', '../2021-01-01')
    """
    if earliest == latest:
        return earliest.isoformat() if earliest else None
    return "/".join(day.isoformat() if day else ".." for day in (earliest, latest))


def _under(claims: Iterable[Record], parents: tuple[str, ...]) -> Iterator[Record]:
    labels = {
        label
        for kind in ontology().types.values()
        if kind.parent in parents
        for label in (kind.label["en"], kind.class_name)
    }
    return (record for record in claims if record["type"] in labels)


def _events(claims: Iterable[Record]) -> Table:
    """One row for each event that claims agree on, in the order of the claims."""
    groups: dict[Cell, list[Record]] = {}
    for record in claims:
        groups.setdefault(record["event"] or record["claim"], []).append(record)
    merged = ("date", "type", "status", "details", "said_by", "quote")
    rows = [
        (*(_distinct(record[column] for record in group) for column in merged), _cited(group))
        for group in groups.values()
    ]
    return Table(columns=(*merged, "source"), rows=rows)


def _cited(claims: Iterable[Record]) -> str | None:
    """The sources of the claims, each once."""
    return _distinct(source for record in claims for source in _each_source(record))


def _each_source(record: Record) -> list[str]:
    """The sources of a claim, as the questions join them."""
    return str(record["source"]).split(" | ")


def _sources(claims: Iterable[Record]) -> Table:
    counts = Counter(source for record in claims for source in _each_source(record))
    return Table(columns=("source", "claims"), rows=sorted(counts.items()))


def _conflicts(store: Store, claims: set[str]) -> Table:
    found = ask_terms(store, question("conflicts"), {})
    number = found.columns.index("claim")
    rows = [row for row in found.rows if str(row[number]) in claims]
    return Table(columns=found.columns, rows=rows).without("claim", "who")


def _table(claims: Iterable[Record], columns: tuple[str, ...]) -> Table:
    return Table(
        columns=columns, rows=[tuple(record[column] for column in columns) for record in claims]
    )


def _distinct(cells: Iterable[Cell]) -> str | None:
    """The different values, in their order, as one text."""
    return " | ".join(dict.fromkeys(str(cell) for cell in cells if cell is not None)) or None
