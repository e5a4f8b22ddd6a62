"""The terms of the ontology's vocabularies as the graph names them."""

from __future__ import annotations

from kg.export.nodes import local_name
from ontology.load import ontology
from ontology.model import ClaimType, Term


def term_of(scheme: str, iri: str) -> Term | None:
    """The term of a vocabulary that an IRI of the graph stands for, None where there is none.

    >>> term_of("statuses", "https://w3id.org/conscience-graph/ns#Reported").name
    'reported'
    """
    name = local_name(iri)
    terms = ontology().vocabularies[scheme].values()
    return next((term for term in terms if term.facts["iri"] == name), None)


def type_of(iri: str) -> ClaimType | None:
    """The claim type whose class an IRI is, None where there is none."""
    name = local_name(iri)
    return next((kind for kind in ontology().types.values() if kind.class_name == name), None)
