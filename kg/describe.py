"""Reads the resources of a store as plain property tables, for the parts that draw or list them.

Names are written short: ``kg:`` properties by their local name ("status"), others with their
usual prefix ("dcterms:title"), and our own resources by what follows the ``id/`` of their IRI
("person/anna-voorbeeld").
"""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, Store

from ontology.model import NAMESPACE

RESOURCES = "https://w3id.org/conscience-graph/id/"

_PREFIXES = {
    NAMESPACE: "",
    RESOURCES: "",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "https://schema.org/": "schema:",
    "http://schema.org/": "schema:",
}

Term = NamedNode | Literal


class Resource:
    """One resource and all that the store says of it, in a fixed order."""

    __slots__ = ("_values", "id")

    def __init__(self, name: str, values: Mapping[str, list[Term]]) -> None:
        self.id = name
        self._values = values

    def texts(self, *properties: str) -> tuple[str, ...]:
        """The values of the first of these properties that has any, as text or short names."""
        for name in properties:
            if values := self._values.get(name):
                return tuple(sorted({_text(value) for value in values}))
        return ()

    def text(self, *properties: str) -> str:
        """The first of :meth:`texts`, or ""."""
        return next(iter(self.texts(*properties)), "")

    def links(self, *properties: str) -> tuple[str, ...]:
        """The short names of the resources that the given properties point to."""
        found = {
            short(value.value)
            for name in properties or tuple(self._values)
            for value in self._values.get(name, ())
            if isinstance(value, NamedNode)
        }
        return tuple(sorted(found))

    def language(self, name: str) -> str:
        """The language tag of a property's text, or ""."""
        tags = (v.language for v in self._values.get(name, ()) if isinstance(v, Literal))
        return next((tag for tag in tags if tag), "")

    def properties(self) -> tuple[str, ...]:
        """The short names of the properties that the resource has, sorted."""
        return tuple(sorted(self._values))


def short(iri: str) -> str:
    """The short name of an IRI; an IRI of an unknown vocabulary stays as it is.

    >>> short("https://w3id.org/conscience-graph/id/person/anna-voorbeeld")
    'person/anna-voorbeeld'
    >>> short("http://purl.org/dc/terms/title")
    'dcterms:title'
    """
    for base, prefix in _PREFIXES.items():
        if iri.startswith(base):
            return prefix + iri.removeprefix(base)
    return iri


def described(store: Store, pattern: str) -> dict[str, Resource]:
    """The resources ``?s`` that match a SPARQL pattern, by short name, with all their values.

    The pattern may use the prefixes ``kg:``, ``prov:`` and ``skos:``; all named graphs are read as one.
    """
    query = f"""
        PREFIX kg: <{NAMESPACE}>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?s ?p ?o WHERE {{ {{ SELECT DISTINCT ?s WHERE {{ {pattern} }} }} ?s ?p ?o }}
    """
    tables: dict[str, dict[str, list[Term]]] = {}
    for row in store.query(query, use_default_graph_as_union=True):
        table = tables.setdefault(short(row["s"].value), {})
        table.setdefault(short(row["p"].value), []).append(row["o"])
    return {name: Resource(name, tables[name]) for name in sorted(tables)}


def _text(term: Term) -> str:
    return short(term.value) if isinstance(term, NamedNode) else term.value
