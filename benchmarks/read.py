"""Pages a second and memory of reading PDF, against the bare library, in one run.

    python benchmarks/read.py [--repeat N] FILE.pdf ...

Bare is PDFium's text of every page, through the same library; ``boxes`` adds what a quote needs to
be found on its page, a box for each letter, as the library gives it. ``placed`` is the reader's own
work on the file: letters with their places, columns, paragraphs, furniture, notes. ``read`` goes
on to the document: sections, records, metadata, sources. They run in turn, and their processor time
counts; the middle of N runs is given. Memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from extract.readers import read
from extract.readers.formats.pdf import FORMAT


def bare(name: str, data: bytes) -> None:
    """The text of every page, and nothing else."""
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        layer.get_text_range()
        layer.close()
        page.close()
    document.close()


def boxes(name: str, data: bytes) -> None:
    """The text of every page and the box of each letter."""
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        layer.get_text_range()
        for index in range(layer.count_chars()):
            layer.get_charbox(index)
        layer.close()
        page.close()
    document.close()


def _seconds(work: Callable[[str, bytes], object], name: str, data: bytes) -> float:
    begun = time.process_time()
    work(name, data)
    return time.process_time() - begun


def main() -> None:
    """Measures, and prints a line for each file and way of reading it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    asked = parser.parse_args()
    ways = {"bare": bare, "boxes": boxes, "placed": FORMAT.layout, "read": read}
    for path in asked.files:
        data = path.read_bytes()
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        document.close()
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(asked.repeat + 1):  # the first warms up
            for way, work in ways.items():
                times[way].append(_seconds(work, path.name, data))
        middle = {way: statistics.median(found[1:]) for way, found in times.items()}
        for way, seconds in middle.items():
            share = middle["bare"] / seconds
            print(f"{path.name}: {way:6} {pages / seconds:7.0f} pages/s, {share:.2f} of bare")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
