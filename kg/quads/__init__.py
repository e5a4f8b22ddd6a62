"""Values as quads: one graph a document, one for identity, one for what is derived.

No blank nodes, so that the sorted N-Quads are canonical.
"""

from kg.quads.document import document_quads
from kg.quads.identity import identity_quads

__all__ = ["document_quads", "identity_quads"]
