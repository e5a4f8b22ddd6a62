"""Pages a second and memory of reading, against the bare library, in one run.

    python -m benchmarks.read [--repeat N] [FILE ...]

What is measured, each way on the same bytes:

- ``bare``: what the format's library does alone. PDFium's text of every page, one call a page;
  trafilatura's main content of a web page; the paragraphs of python-docx; the parsed tree of XML.
- ``boxes`` (PDF): the same, and a box for each letter, as the library gives it: what a quote needs
  to be found on its page.
- ``placed``: the reader's work on the file: reading order, columns, paragraphs, notes, running
  heads, and where each line stands.
- ``read``: all of :func:`extract.readers.read`: that, and hyphens, sections, records, metadata,
  sources.

The ways run in turn, and their processor time counts, so that it does not matter what else the
computer does; the first turn warms up, the middle of the N others is given. ``of bare`` is bare's
time by the way's own. Memory is the peak of a process that does nothing else, and how much of it
came with the file (its bytes are there before). Without a FILE a made-up document of fifteen pages
is read in each format that :mod:`benchmarks.corpus` writes.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
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


def _timed(ways: dict[str, Work], name: str, data: bytes, repeat: int) -> dict[str, float]:
    """The middle of each way's seconds, one turn after the other."""
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(repeat + 1):  # the first warms up
        for way, work in ways.items():
            times[way].append(_seconds(work, name, data))
    return {way: statistics.median(found[1:]) for way, found in times.items()}


def _alone(work: Work, name: str, data: bytes) -> tuple[float, float]:
    """The most memory of a process of its own before and after the work, in MB."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_peaks, work, name, data).result()


def _peaks(work: Work, name: str, data: bytes) -> tuple[float, float]:
    before = _peak()
    work(name, data)
    return before, _peak()


def _peak() -> float:
    """The most memory that this process held, in MB (``ru_maxrss`` may count its parent's too)."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text("utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
        middle = _timed(ways, name, data, asked.repeat)
        for way, seconds in middle.items():
            share = middle["bare"] / seconds
            before, peak = _alone(ways[way], name, data)
            print(
                f"{name}: {way:6} {pages / seconds:7.0f} pages/s, {share:.2f} of bare; "
                f"peak {peak:.0f} MB, {peak - before:.0f} of them with the file"
            )


if __name__ == "__main__":
    main()
