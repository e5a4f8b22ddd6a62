"""Bytes to text, strictly: UTF-8, or what a byte order mark says; nothing is guessed or lost."""

from __future__ import annotations

import codecs
import re

from extract.readers.errors import ReadError

# UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A few are what converters leave behind; many are another kind of file.
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02


def decode(name: str, data: bytes) -> str:
    """The text of the bytes without its byte order mark, otherwise unchanged.

    Raises :class:`ReadError` for text that does not decode, that is empty or white space only,
    or that holds NUL.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        raise ReadError(
            name,
            f"not {encoding.upper()} at byte {at} (line {data[:at].count(bytes([10])) + 1})",
            "save it as UTF-8 and read it again",
        ) from None
    if "\0" in text:
        raise ReadError(
            name, f"holds a NUL character at {text.index(chr(0))}, so it is no plain text in UTF-8",
            "save it as UTF-8, or convert the file to text",
        )  # fmt: skip
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReadError(
            name, "is mostly control characters, so it is no plain text",
            "convert the file to text, or leave it out",
        )  # fmt: skip
    if not text.strip().strip("\u200b\ufeff"):
        reason = "is empty" if not text else "holds nothing but white space"
        raise ReadError(name, reason, "give a file with text, or leave it out")
    return text
