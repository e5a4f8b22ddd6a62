"""What was not read of a page, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.layout.lines import Line
from extract.readers.pdf.pages import Page
from extract.readers.recognition import lacking
from extract.values import Fault, Omission

_SCAN = "scan it again, upright and at 300 dots an inch, or read the page yourself"
_SAVE = "open the file in a viewer and save it again"
_LOOK = "look at the page, and at who made the file"


def omissions(page: Page, number: int, unseen: Iterable[tuple[Line, str]]) -> Iterator[Omission]:
    """The omissions of a page; ``unseen`` are its hidden lines, each with why it is not seen."""
    if page.damaged:
        reason = f"page {number} is damaged and was not read"
        yield Omission(reason=reason, advice=_SAVE, code=Fault.NOT_READABLE)
    elif not page.rows and page.pictures and not page.engine:
        reason = f"page {number} is a picture without text"
        yield Omission(reason=reason, advice=lacking(), code=Fault.NEEDS_OCR)
    elif page.unsure:
        reason = f"page {number} is a picture in which OCR is too unsure of its words"
        yield Omission(reason=reason, advice=_SCAN, code=Fault.NEEDS_OCR)
    for line, why in unseen:
        reason = f"page {number} holds text that is not seen ({why}): no claims were read"
        yield Omission(
            reason=reason, advice=_LOOK, start=line.start, end=line.end, code=Fault.HIDDEN
        )
