"""Finds the entities that a name may mean, over every form of every name in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import Store

from extract.names import fold, tokens
from kg.errors import KgError
from kg.output import visible
from kg.queries import select

_NAMES = """
SELECT ?entity ?label ?name WHERE {
  ?entity skos:prefLabel ?label .
  ?entity skos:prefLabel|skos:altLabel ?name .
  FILTER(STRSTARTS(STR(?entity), STR(id:)))
} ORDER BY ?entity ?label ?name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity of the graph with its main label and all forms of its name."""

    iri: str
    label: str
    names: frozenset[str]


def entities(store: Store) -> list[Entity]:
    """Every entity that has a name, by IRI."""
    labels: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for iri, label, name in select(store, _NAMES, name="names").rows:
        labels.setdefault(str(iri), str(label))
        names.setdefault(str(iri), set()).add(str(name))
    return [
        Entity(iri=iri, label=label, names=frozenset(names[iri])) for iri, label in labels.items()
    ]


def matching(store: Store, name: str) -> list[Entity]:
    """The entities that ``name`` may mean: all that have it, else all that have its words.

    Raises :class:`KgError` with the nearest names where there is none.
    """
    known = entities(store)
    wanted = key(name)
    exact = [entity for entity in known if wanted in map(key, entity.names)]
    partial = [
        entity
        for entity in known
        if wanted and any(set(wanted) <= set(key(form)) for form in entity.names)
    ]
    found = exact or partial
    if not found:
        raise KgError(f"nobody is called {visible(name)!r} here; {_advice(known, wanted)}")
    return found


def key(name: str) -> tuple[str, ...]:
    """The folded words of a name, in any order, by which its transliterations agree.

    >>> key("Qurbanov, Aslan") == key("Aslan GURBANOV")
    True
    """
    return tuple(sorted(fold(word, lenient=True) for word in tokens(name)))


def _advice(known: list[Entity], wanted: tuple[str, ...]) -> str:
    forms = {" ".join(key(form)): entity.label for entity in known for form in entity.names}
    words = {word: label for form, label in forms.items() for word in form.split()}
    near = [forms[form] for form in get_close_matches(" ".join(wanted), forms, n=3, cutoff=0.5)]
    near += [words[hit] for word in wanted for hit in get_close_matches(word, words, n=2)]
    names = ", ".join(visible(label) for label in dict.fromkeys(near[:4]))
    return f"near names: {names}" if names else "`kg query` or `kg claims` lists who is"
