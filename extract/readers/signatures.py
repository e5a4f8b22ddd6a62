"""Files that are no text, known by their first bytes, so that the message can name them."""

from __future__ import annotations

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (of no kind that is read)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office (DOC, XLS)"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program (Windows)"),
    (b"MZP\x00", "program (Windows)"),
    (b"RIFF", "sound or picture (RIFF)"),
    (b"OggS", "sound (Ogg)"),
    (b"ID3", "sound (MP3)"),
)
_MARKUP = ((b"<!doctype html", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"))


def foreign(data: bytes) -> str | None:
    """What kind of file the bytes are, where that is known and it is no text; else None.

    >>> foreign(b"%PDF-1.7")
    'PDF'
    """
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")[:16]
    known = (*_MAGIC, *_MARKUP)
    return next((kind for magic, kind in known if start.lower().startswith(magic.lower())), None)
