"""The single source of truth: classes, claim types, vocabularies, shapes, dates as intervals."""

from ontology.check import OntologyError
from ontology.load import ontology
from ontology.model import ClaimType, Frame, Ontology, Role, Term

__all__ = ["ClaimType", "Frame", "Ontology", "OntologyError", "Role", "Term", "ontology"]
