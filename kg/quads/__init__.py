"""Values as quads: a graph a document, one each for identity, the ontology, what is derived.

No blank nodes, so that the sorted N-Quads are canonical.
"""

from kg.quads.document import document_quads
from kg.quads.identity import identity_quads
from kg.quads.ontology import ontology_quads

__all__ = ["document_quads", "identity_quads", "ontology_quads"]
