"""PDF files whose pages are pictures of text, as a scanner makes them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import matplotlib
from PIL import Image, ImageDraw, ImageFilter, ImageFont

A4 = (2480, 3508)  # dots, at 300 an inch
LEFT, TOP, SIZE, PITCH = 300, 300, 42, 58
FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"

Lines = Sequence[str]


def sheet(*columns: Lines) -> Image.Image:
    """A page of these columns, each of these lines."""
    image = Image.new("L", A4, 255)
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(str(FONT), SIZE)
    for number, lines in enumerate(columns):
        for row, line in enumerate(lines):
            at = (LEFT + number * 1000, TOP + row * PITCH)
            pen.text(at, line, font=font, fill=0)
    return image


def across(words: str) -> float:
    """How many dots wide the words are printed."""
    return ImageFont.truetype(str(FONT), SIZE).getlength(words)


def scanned(
    pages: Sequence[Lines], *, turn: float = 0, blur: float = 0, resolution: float = 300
) -> bytes:
    """A PDF of pictures of these pages, turned by degrees and blurred."""
    images = [sheet(lines) for lines in pages]
    turned = (image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255) for image in images)
    blurred = (image.filter(ImageFilter.GaussianBlur(blur)) for image in turned)
    return bound(*blurred, resolution=resolution)


def bound(*images: Image.Image, resolution: float = 300) -> bytes:
    """The pictures as the pages of a PDF."""
    file = BytesIO()
    first, *others = images
    first.save(file, "PDF", save_all=True, append_images=others, resolution=resolution)
    return file.getvalue()
