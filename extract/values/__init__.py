"""The frozen values that flow through the pipeline: documents, evidence, claims.

Offsets are code points of ``Document.text``, 0-based, the end excluded (Web Annotation,
oa:TextPositionSelector). ``Document.text`` is what the file says, unchanged; what people and
programs read is a *passage*: pieces of that text joined by what stood between them.
"""

from extract.values.claim import (
    ArgValue,
    Claim,
    Extraction,
    Kind,
    Mention,
    Referent,
    Rejection,
    Status,
)
from extract.values.document import (
    NOTHING_GIVEN,
    Document,
    DocumentDate,
    Given,
    Marker,
    Metadata,
    Omission,
    Party,
    Quote,
    Recognition,
    Section,
    Source,
)
from extract.values.fault import Fault
from extract.values.place import Box, PrintedLine
from extract.values.text import (
    CUT,
    Glue,
    Passage,
    PassageKind,
    Piece,
)

__all__ = [
    "CUT",
    "NOTHING_GIVEN",
    "ArgValue",
    "Box",
    "Claim",
    "Document",
    "DocumentDate",
    "Extraction",
    "Fault",
    "Given",
    "Glue",
    "Kind",
    "Marker",
    "Mention",
    "Metadata",
    "Omission",
    "Party",
    "Passage",
    "PassageKind",
    "Piece",
    "PrintedLine",
    "Quote",
    "Recognition",
    "Referent",
    "Rejection",
    "Section",
    "Source",
    "Status",
]
