"""A named graph under construction, and the literals of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from extract.values import ArgValue
from kg.iris import EDTF, ident, term
from ontology.dates import interval

XSD_DATE, XSD_DURATION = term("xsd:date"), term("xsd:duration")
XSD_INTEGER, XSD_DECIMAL = term("xsd:integer"), term("xsd:decimal")
RDF_TYPE = term("rdf:type")
_EDTF = NamedNode(EDTF)
_WEEKS = re.compile(r"(\d+)W(?:(\d+)D)?")
_DURATION = re.compile(r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")


class Graph:
    """Collects the quads of one named graph; None and "" are not said."""

    __slots__ = ("_name", "quads")

    def __init__(self, path: str) -> None:
        self._name = ident(path)
        self.quads: list[Quad] = []

    def taken(self) -> list[Quad]:
        """The quads collected so far, which it forgets."""
        taken, self.quads = self.quads, []
        return taken

    def add(
        self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal | None
    ) -> None:
        """One quad, none where there is no value."""
        if value is not None:
            self.quads.append(Quad(subject, predicate, value, self._name))

    def each(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        values: Iterable[NamedNode | Literal | None],
    ) -> None:
        """A quad for each value."""
        for value in values:
            self.add(subject, predicate, value)

    def dated(self, subject: NamedNode, predicate: NamedNode, edtf: str | None) -> None:
        """A date as EDTF, with its bounds as xsd:date where it has them."""
        if not edtf:
            return
        self.add(subject, predicate, edtf_literal(edtf))
        days = interval(edtf)
        self.add(subject, term("kg:earliest"), day(days.earliest))
        self.add(subject, term("kg:latest"), day(days.latest))


def text(value: str | None, language: str = "") -> Literal | None:
    """A text, tagged where the language is known; None where there is none."""
    if not value:
        return None
    clean = value.encode("utf-8", "replace").decode("utf-8")
    return Literal(clean, language=language) if _LANGUAGE.fullmatch(language) else Literal(clean)


def edtf_literal(value: str | None) -> Literal | None:
    """A date as the text gives it."""
    return Literal(value, datatype=_EDTF) if value else None


def day(value: date | None) -> Literal | None:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=XSD_DATE) if value else None


def number(value: int | None) -> Literal | None:
    """A whole number."""
    return None if value is None else Literal(str(value), datatype=XSD_INTEGER)


def decimal(value: float) -> Literal:
    """A decimal number, at most four places."""
    return Literal(f"{value:.4f}".rstrip("0").rstrip(".") or "0", datatype=XSD_DECIMAL)


def argument(value: ArgValue) -> list[Literal | None]:
    """The literals of an argument: one, or one for each entry of a list.

    A duration in weeks is written in days: xsd:duration has no weeks.

    >>> [str(literal.datatype) for literal in argument("P7Y") if literal]
    ['<http://www.w3.org/2001/XMLSchema#duration>']
    >>> [literal.value for literal in argument("P1M2W") if literal]
    ['P1M14D']
    """
    if isinstance(value, tuple):
        return [text(item) for item in value]
    if isinstance(value, bool):
        return [Literal(value)]
    if isinstance(value, int):
        return [number(value)]
    measured = _WEEKS.sub(lambda weeks: f"{7 * int(weeks[1]) + int(weeks[2] or 0)}D", value)
    if _DURATION.fullmatch(measured):
        return [Literal(measured, datatype=XSD_DURATION)]
    return [text(value)]
