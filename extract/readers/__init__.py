"""Readers: bytes in, a document out. One module in ``formats/`` is one format.

A format says by content whether a file is its own, and how sure it is; the surest reads it.
What no format reads is refused with a reason and an advice, never half read.
"""

from __future__ import annotations

from hashlib import sha256

from extract.readers.errors import ReadError
from extract.readers.formats import formats
from extract.readers.signatures import foreign
from extract.structure.build import build
from extract.values import Document

__all__ = ["ReadError", "read"]


def read(name: str, data: bytes) -> Document:
    """The document that a file's bytes hold; ``name`` is the file's name, for messages and ids.

    Raises :class:`ReadError` where the file is empty, of a kind that is not read, or not text.
    """
    ranked = sorted(formats(), key=lambda item: (-item.sureness(name, data), item.media_type))
    if not data or ranked[0].sureness(name, data) == 0:
        raise _refusal(name, data)
    document = build(name, sha256(data).hexdigest(), ranked[0].layout(name, data))
    if not document.passages:
        raise ReadError(name, "holds marks but no words", "give a file with text, or leave it out")
    return document


def _refusal(name: str, data: bytes) -> ReadError:
    kind = foreign(data)
    if not data:
        return ReadError(name, "is empty", "give a file with text, or leave it out")
    if kind:
        return ReadError(name, f"{kind} is not read yet", "convert it to plain text or Markdown")
    return ReadError(name, "is of no known format", "convert it to plain text or Markdown")
