"""XML from outside, parsed with everything off that a hostile file could use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.errors import Fault, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def tree(name: str, data: bytes) -> _Element:
    """The root of the XML that the bytes hold.

    Raises :class:`ReadError` for a document type declaration, which is where entities come from,
    and for what is not well formed. No entity is resolved and nothing is fetched.
    """
    from lxml import etree

    if _DOCTYPE.search(data.replace(b"\0", b"") if b"\0" in data[:8] else data):
        raise _declares(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        text = " ".join(str(error).split())
        encoding = "encoding" in text.lower() or "utf-8" in text.lower()
        code = Fault.ENCODING if encoding else Fault.NOT_READABLE
        raise ReadError(name, f"is damaged XML: {text}", "get the file again", code) from None
    # in an encoding in which the search above sees nothing
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares(name)
    return root


def _declares(name: str) -> ReadError:
    reason = "has a document type declaration (DOCTYPE), which may pull in other files"
    return ReadError(name, reason, "remove it if you trust the file", Fault.DTD)
