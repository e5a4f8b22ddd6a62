"""Makes small PDFs: lines of text put on pages where a test wants them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
PITCH = 14.0


@dataclass
class Press:
    """A PDF being made; places are points from the top left corner of the page."""

    canvas: Canvas
    stream: BytesIO

    def line(
        self, text: str, left: float, top: float, size: float = 12, font: str = "Times-Roman"
    ) -> float:
        """Prints a line; ``^12^`` in it raises a number. Gives the place of the next line."""
        run = self.canvas.beginText(left, HEIGHT - top)
        for index, part in enumerate(text.split("^")):
            run.setFont(font, size * 0.66 if index % 2 else size)
            run.setRise(size * 0.35 if index % 2 else 0)
            run.textOut(part)
        self.canvas.drawText(run)
        return top + PITCH

    def lines(self, texts: Sequence[str], left: float, top: float, **look: Any) -> float:
        """Prints lines one below the other. Gives the place of the next line."""
        for text in texts:
            top = self.line(text, left, top, **look)
        return top

    def turn(self) -> None:
        """Ends the page."""
        self.canvas.showPage()

    def bytes(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self.stream.getvalue()


@pytest.fixture
def press() -> Callable[..., Press]:
    """Gives a new PDF to print on."""

    def make(**options: Any) -> Press:
        stream = BytesIO()
        return Press(Canvas(stream, pagesize=A4, invariant=1, **options), stream)

    return make
