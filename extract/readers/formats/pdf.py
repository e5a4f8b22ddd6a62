"""PDF, of any version, with a text layer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.layout.blocks import Layout
from extract.readers.signatures import foreign

_HEAD = 1024  # bytes in which the signature may stand (ISO 32000-1, annex H.3.4.1)
_SIGNATURE = re.compile(rb"^%PDF-\d\.\d", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Pdf:
    media_type: str = "application/pdf"

    def sureness(self, name: str, data: bytes) -> int:
        """By its signature alone, which a few bytes may precede."""
        del name
        if foreign(data) == "PDF":
            return 3
        return 2 if _SIGNATURE.search(data[:_HEAD]) and b" obj" in data else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """Paragraphs, headings, notes and furniture, each with its place on the page."""
        from extract.readers.pdf.layout import layout
        from extract.readers.pdf.pages import pages

        return layout(self.media_type, pages(name, data))


FORMAT = _Pdf()
