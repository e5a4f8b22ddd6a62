"""The one list of what may be wrong with a document."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Why a document was rejected, in a word that scripts can rely on."""

    EMPTY = "empty"
    NO_TEXT = "no-text"
    NEEDS_OCR = "needs-ocr"
    ENCODING = "encoding"
    UNKNOWN_FORMAT = "unknown-format"
    NOT_READABLE = "not-readable"
    ENCRYPTED = "encrypted"
    DTD = "dtd"
    LIMIT_SIZE = "limit-size"
    LIMIT_TIME = "limit-time"
    LIMIT_MEMORY = "limit-memory"
    CRASH = "crash"
    NOT_A_FILE = "not-a-file"
    NOT_OPENED = "not-opened"
    LANGUAGE = "language"
    HIDDEN = "hidden-text"
