"""The terms of the ontology's vocabularies as the graph names them."""

from __future__ import annotations

from kg.export.nodes import Node, Value
from ontology.load import ontology
from ontology.model import ClaimType, Role, Term


def term_of(scheme: str, iri: str) -> Term | None:
    """The term of a vocabulary that an IRI of the graph stands for, None where there is none.

    >>> term_of("statuses", "https://w3id.org/conscience-graph/ns#Reported").name
    'reported'
    """
    terms = ontology().vocabularies[scheme].values()
    return next((term for term in terms if term.iri == iri), None)


def type_of(iri: str) -> ClaimType | None:
    """The claim type whose class an IRI is, None where there is none."""
    return next((kind for kind in ontology().types.values() if kind.iri == iri), None)


def fillers(claim: Node, role: Role) -> tuple[Value, ...]:
    """The values that a claim gives to a role."""
    return claim.values.get(role.iri, ())
