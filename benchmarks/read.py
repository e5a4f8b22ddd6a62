"""Documents a second and memory of reading, against the bare library, in one run.

    python -m benchmarks.read [--repeat N] [FILE ...]

Bare is what the format's library does alone: PDFium's text of every page, trafilatura's main
content of a web page, the paragraphs of python-docx, the parsed tree of XML. For PDF ``boxes`` adds
what a quote needs to be found on its page, a box for each letter, as the library gives it.
``placed`` is the reader's own work on the file: its paragraphs, notes and furniture. ``read`` goes
on to the document: sections, records, metadata, sources. They run in turn, and their processor time
counts; the middle of N runs is given. Memory is the peak of the process. Without a FILE a made-up
document of fifteen pages is read in each format that :mod:`benchmarks.corpus` writes.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pypdfium2
from lxml import etree
from trafilatura import bare_extraction

from benchmarks.corpus import MAKERS, paragraphs
from extract.readers import read
from extract.readers.formats import Format, formats

Work = Callable[[str, bytes], object]


def pdf(name: str, data: bytes) -> None:
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


def page(name: str, data: bytes) -> None:
    """The main content of a web page."""
    bare_extraction(data.decode("utf-8"), fast=True, favor_recall=True, include_formatting=True)


def word(name: str, data: bytes) -> None:
    """The text of each paragraph of a Word file."""
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        str(paragraph.text)


def xml(name: str, data: bytes) -> None:
    """The tree of an XML file, and its words."""
    "".join(map(str, etree.fromstring(data).itertext()))


def text(name: str, data: bytes) -> None:
    """The lines of a text."""
    data.decode("utf-8").splitlines()


_BARE: dict[str, Work] = {"pdf": pdf, "html": page, "document": word, "xml": xml}


def _ways(form: Format) -> dict[str, Work]:
    kind = form.media_type.rpartition("/")[2].rpartition(".")[2]
    more: dict[str, Work] = {"boxes": boxes} if kind == "pdf" else {}
    return {"bare": _BARE.get(kind, text), **more, "placed": form.layout, "read": read}


def _seconds(work: Work, name: str, data: bytes) -> float:
    begun = time.process_time()
    work(name, data)
    return time.process_time() - begun


def _made() -> Iterator[tuple[str, bytes]]:
    said = [part for seed in range(3) for part in paragraphs(seed)]
    for suffix, maker in MAKERS:
        yield f"made{suffix}", maker(said)


def _pages(name: str, data: bytes) -> int:
    """The pages of a file: a PDF's own, else 2,500 characters of text to a page."""
    if not data.startswith(b"%PDF"):
        return max(1, round(len(read(name, data).text) / 2_500))
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return count


def main() -> None:
    """Measures, and prints a line for each file and way of reading it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    asked = parser.parse_args()
    given = [(path.name, path.read_bytes()) for path in asked.files] or list(_made())
    for name, data in given:
        form = max(formats(), key=lambda form: form.sureness(name, data))
        ways, pages = _ways(form), _pages(name, data)
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(asked.repeat + 1):  # the first warms up
            for way, work in ways.items():
                times[way].append(_seconds(work, name, data))
        middle = {way: statistics.median(found[1:]) for way, found in times.items()}
        for way, seconds in middle.items():
            share = middle["bare"] / seconds
            print(f"{name}: {way:6} {pages / seconds:7.0f} pages/s, {share:.2f} of bare")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
