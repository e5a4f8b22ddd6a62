"""Readers: bytes in, a document out. One module in ``formats/`` is one format.

A format says by content whether a file is its own, and how sure it is; the surest reads it.
What no format reads is refused with a reason and an advice, never half read.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from extract.readers.errors import Fault, ReadError
from extract.readers.formats import formats
from extract.readers.signatures import foreign
from extract.structure.build import build
from extract.values import Document

__all__ = ["Fault", "ReadError", "read"]


def read(name: str, data: bytes) -> Document:
    """The document that a file's bytes hold; ``name`` is the file's name, for messages and ids.

    Raises :class:`ReadError` where the file is empty, of a kind that is not read, or not text.
    """
    ranked = sorted(formats(), key=lambda item: (-item.sureness(name, data), item.media_type))
    if not data or ranked[0].sureness(name, data) == 0:
        raise _refusal(name, data)
    with _uncollected():
        document = build(name, sha256(data).hexdigest(), ranked[0].layout(name, data))
    if all(passage.kind == "hidden" for passage in document.passages):
        advice = "give a file with text, or leave it out"
        raise ReadError(name, "holds marks but no words", advice, Fault.NO_TEXT)
    return document


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector of cycles from walking through thousands of values that have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refusal(name: str, data: bytes) -> ReadError:
    kind = foreign(data)
    if not data:
        advice = "give a file with text, or leave it out"
        return ReadError(name, "is empty", advice, Fault.EMPTY)
    reason = f"{kind} is not read yet" if kind else "is of no known format"
    advice = "convert it to plain text or Markdown"
    return ReadError(name, reason, advice, Fault.UNKNOWN_FORMAT)
