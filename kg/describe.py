"""Reads the resources of a store as plain property tables, for the parts that draw or list them.

Names are written short: ``kg:`` properties by their local name ("status"), others with their
usual prefix ("dcterms:title"), and our own resources by what follows the ``id/`` of their IRI
("person/anna-voorbeeld").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Store

from kg.iris import PREFIXES, ident
from kg.store import select

Term = NamedNode | Literal
_OURS = (PREFIXES["kg"], PREFIXES["id"])


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
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return iri.removeprefix(base) if base in _OURS else f"{prefix}:{iri.removeprefix(base)}"
    return iri


def described(store: Store, pattern: str) -> dict[str, Resource]:
    """The resources ``?s`` that match a SPARQL pattern, by short name, with all their values.

    The pattern may use the prefixes of :mod:`kg.iris`; all named graphs are read as one.
    """
    found = f"SELECT DISTINCT ?s WHERE {{ {pattern} }}"
    query = f"SELECT DISTINCT ?s ?p ?o WHERE {{ {{ {found} }} ?s ?p ?o }}"
    tables: dict[str, dict[str, list[Term]]] = {}
    for name, key, value in select(store, query):
        if isinstance(name, NamedNode) and isinstance(key, NamedNode) and value is not None:
            tables.setdefault(short(name.value), {}).setdefault(_property(key), []).append(value)
    return {name: Resource(name, tables[name]) for name in sorted(tables)}


def looked_up(store: Store, names: Iterable[str]) -> dict[str, Resource]:
    """As :func:`described`, our own resources of these short names, as far as there are any."""
    found = ((name, _values(store, name)) for name in sorted(set(names)))
    return {name: Resource(name, values) for name, values in found if values}


def _values(store: Store, name: str) -> dict[str, list[Term]]:
    values: dict[str, list[Term]] = {}
    for quad in store.quads_for_pattern(ident(name), None, None, None):
        if isinstance(quad.object, Literal | NamedNode):
            held = values.setdefault(_property(quad.predicate), [])
            if quad.object not in held:
                held.append(quad.object)
    return values


@lru_cache(maxsize=1_000)
def _property(key: NamedNode) -> str:
    """Its short name, the same text each time: it stands in every resource."""
    return short(key.value)


def _text(term: Term) -> str:
    return short(term.value) if isinstance(term, NamedNode) else term.value
