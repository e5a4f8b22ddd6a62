"""Bytes to text, strictly: UTF-8, or what a byte order mark says; nothing is guessed or lost."""

from __future__ import annotations

import codecs
import re

from extract.readers.errors import Fault, ReadError

# UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}  # WHATWG Encoding

# A few are what converters leave behind; many are another kind of file.
_UNSEEN = re.compile("[\\s\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02


def declared(name: str, pattern: re.Pattern[bytes], start: bytes) -> str:
    """The encoding that the file's start declares by the pattern's first group, else UTF-8.

    Raises :class:`ReadError` where there is no such encoding.
    """
    match = pattern.search(start)
    label = match[1].decode("ascii", "replace").lower() if match else "utf-8"
    try:
        known = codecs.lookup(label)
    except LookupError:
        known = None
    if known is None or not known._is_text_encoding:
        reason = f"declares an encoding that does not exist: {label}"
        raise ReadError(name, reason, "save it as UTF-8 and read it again", Fault.ENCODING)
    # the declaration was read as ASCII, so it is not UTF-16; browsers take Latin-1 as Windows'
    wide = known.name.startswith(("utf-16", "utf-32"))
    return "utf-8" if wide else _BROWSERS.get(known.name, known.name)


def decode(name: str, data: bytes, encoding: str = "utf-8") -> str:
    """The text of the bytes without its byte order mark, otherwise unchanged.

    ``encoding`` is for bytes without such a mark. Raises :class:`ReadError` for text that does
    not decode, that is empty or white space only, or that holds NUL.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", encoding))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        raise ReadError(
            name,
            f"not {encoding.upper()} at byte {at} (line {data[:at].count(bytes([10])) + 1})",
            "save it as UTF-8 and read it again",
            Fault.ENCODING,
        ) from None
    if "\0" in text:
        raise ReadError(
            name, f"holds a NUL character at {text.index(chr(0))}, so it is no plain text in UTF-8",
            "save it as UTF-8, or convert the file to text", Fault.ENCODING,
        )  # fmt: skip
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReadError(
            name, "is mostly control characters, so it is no plain text",
            "convert the file to text, or leave it out", Fault.ENCODING,
        )  # fmt: skip
    if _UNSEEN.fullmatch(text):
        reason = "is empty" if not text else "holds nothing but white space"
        code = Fault.NO_TEXT if text else Fault.EMPTY
        raise ReadError(name, reason, "give a file with text, or leave it out", code)
    return text
