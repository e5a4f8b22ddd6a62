"""Reads ``graph.nq`` of a build as a stream: quads, or subjects with all that is said of them.

The file is canonical: its lines are sorted, so all quads of one subject stand together, and a
graph of any size is read in the memory of one subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.export.model import ExportError
from kg.iris import ID, KG, PREFIXES, term

RDF_TYPE = PREFIXES["rdf"] + "type"

Value = NamedNode | Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A subject of the graph and its values by predicate, the named graphs taken together.

    Predicates are asked for by prefixed name: ``node.text("kg:quote")``.
    """

    iri: str
    values: Mapping[str, tuple[Value, ...]]

    def all(self, name: str) -> tuple[Value, ...]:
        """The values of a predicate, in the order of the file; none where it is not there."""
        return self.values.get(term(name).value, ())

    def texts(self, name: str) -> tuple[str, ...]:
        """The values of a predicate as strings: an IRI as it is, a literal without its type."""
        return tuple(value.value for value in self.all(name))

    def text(self, name: str) -> str:
        """The first value of a predicate as a string, "" where there is none."""
        return next(iter(self.texts(name)), "")

    def is_a(self, name: str) -> bool:
        """Whether the node has the class of that prefixed name."""
        return term(name).value in self.texts("rdf:type")


def local_name(iri: str) -> str:
    """An IRI without our own namespaces; any other IRI as it is.

    >>> local_name("https://w3id.org/conscience-graph/id/person/anna-voorbeeld")
    'person/anna-voorbeeld'
    """
    return iri.removeprefix(ID).removeprefix(KG)


def quads(data: Path) -> Iterator[Quad]:
    """The quads of a build, in the order of its canonical file.

    Raises :class:`ExportError` where the file is missing, is not N-Quads, or holds a blank node
    (whose name would not be stable).
    """
    path = data / "graph.nq"
    try:
        for quad in parse(path=str(path), format=RdfFormat.N_QUADS):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode | Triple):
                raise ExportError(f"{path}: holds a term that exports cannot name: {quad}")
            yield quad
    except FileNotFoundError as error:
        raise ExportError(f"{path}: there is no graph here; run `kg build` first") from error
    except OSError as error:
        raise ExportError(f"{path}: cannot be read ({error}); check its permissions") from error
    except SyntaxError as error:
        raise ExportError(f"{path}: not N-Quads ({error}); run `kg build` again") from error


def triples(data: Path) -> Iterator[Triple]:
    """The union of the named graphs, each triple once, in canonical order."""
    for triple, _ in groupby(quads(data), key=lambda quad: quad.triple):
        yield triple


def nodes(data: Path, *classes: str) -> Iterator[Node]:
    """The subjects of a build in canonical order; only those of the classes, where any are given.

    Classes are prefixed names ("kg:Claim").
    """
    wanted = {term(name).value for name in classes}
    for subject, group in groupby(triples(data), key=lambda triple: triple.subject):
        values = _by_predicate(group)
        if not wanted or wanted.intersection(item.value for item in values.get(RDF_TYPE, ())):
            yield Node(iri=subject.value, values=values)


def _by_predicate(group: Iterator[Triple]) -> Mapping[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for triple in group:
        name, value = triple.predicate.value, triple.object
        assert isinstance(value, NamedNode | Literal)  # quads() lets no other term through
        found[name] = (*found.get(name, ()), value)
    return MappingProxyType(found)
