"""The single source of truth: classes, claim types, vocabularies, shapes, dates as intervals."""

from ontology.load import OntologyError, ontology
from ontology.model import ClaimType, Frame, Ontology, Role, Term

__all__ = ["ClaimType", "Frame", "Ontology", "OntologyError", "Role", "Term", "ontology"]
