"""Words in a picture of a page (OCR), by Tesseract, where the extra ``ocr`` is installed.

tesserocr holds the engine itself, in this process: so what binds a document's process (memory,
time, no network) binds it too, nothing is written to disk, and no program is left behind. Its data
is the system's. The data for all Latin letters goes before that of single languages: those know no
letter that their language lacks, and read a name that has one wrongly and without a doubt.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from babel.core import get_global

from extract.languages.pack import tags

if TYPE_CHECKING:
    from collections.abc import Callable

_ANY_LATIN = ("Latin", "script/Latin")
_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata", "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata", "/opt/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)  # fmt: skip
_PROGRAM = 'the extra "ocr" (pip install "conscience-graph[ocr]")'
_DATA = "Tesseract's data (on Debian apt-get install tesseract-ocr-script-latn)"
_SUFFIX = ".traineddata"
_SPECK = 50  # percent; marks that are no letters and less sure are dirt
_RESOLUTION = 300  # dots an inch, at which Tesseract reads best

_told: ContextVar[Callable[[], None]] = ContextVar("told", default=lambda: None)


class Picture(Protocol):
    """A grey picture, a byte a dot."""

    @property
    def width(self) -> int:
        """Dots in a row."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def stride(self) -> int:
        """Bytes in a row."""

    @property
    def buffer(self) -> Any:
        """Its bytes."""


class Word(NamedTuple):
    """A word, its edges in dots from the left, and how sure its reading is, in percent."""

    text: str
    left: float
    right: float
    sure: int


class Line(NamedTuple):
    """The words of a line, and how far from the picture's top its letters begin and end.

    That is so at ``middle``, dots from the left; ``tilt`` is how many dots it falls in each.
    """

    words: tuple[Word, ...]
    top: float
    bottom: float
    middle: float
    tilt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The engine that is installed: where its data are, and which of them are used."""

    folder: str
    data: str

    @property
    def name(self) -> str:
        """What it is called beside what it read: its version and its data."""
        return f"Tesseract by tesserocr {version('tesserocr')}, {self.data}"

    @contextmanager
    def at_work(self) -> Iterator[Callable[[Picture], tuple[Line, ...]]]:
        """What reads the lines of one picture after the other."""
        os.environ["OMP_THREAD_LIMIT"] = "1"  # its threads win nothing, and take all cores
        from tesserocr import OEM, PSM, PyTessBaseAPI

        with PyTessBaseAPI(
            path=self.folder, lang=self.data, psm=PSM.AUTO, oem=OEM.LSTM_ONLY
        ) as api:
            yield lambda picture: _lines(api, picture)


@contextmanager
def telling(tell: Callable[[], None]) -> Iterator[None]:
    """Within, ``tell`` hears of each picture that is to be read: each takes seconds."""
    token = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(token)


def engine() -> Engine | None:
    """The engine, where it and its data are installed; else None."""
    folder = _folder()
    if folder is None or find_spec("tesserocr") is None:
        return None
    return Engine(folder=str(folder), data=_data(folder))


def lacking() -> str:
    """What to do where there is no :func:`engine`; "" where there is one."""
    needed = [_PROGRAM] * (find_spec("tesserocr") is None) + [_DATA] * (_folder() is None)
    if not needed:
        return ""
    return (
        f"it needs OCR: install {' and '.join(needed)}, or make a text layer (e.g. with ocrmypdf)"
    )


def made_by() -> tuple[str, ...]:
    """What recognition depends on: the engine's version, its data and their sizes; () without."""
    found = engine()
    if found is None:
        return ()
    files = [Path(found.folder, f"{name}{_SUFFIX}") for name in found.data.split("+")]
    return (found.name, *(str(path.stat().st_size) for path in files))


def _folder() -> Path | None:
    """The first folder with data that can be used."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named, "tessdata")] if named else list(_installed())
    return next((folder for folder in folders if _data(folder)), None)


def _installed() -> Iterator[Path]:
    for pattern in _FOLDERS:
        path = Path(pattern)
        yield from sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))), reverse=True)


def _data(folder: Path) -> str:
    """The data to use, joined by "+" as Tesseract wants it; "" where there is none."""
    latin = (name for name in _ANY_LATIN if (folder / f"{name}{_SUFFIX}").is_file())
    return next(latin, "") or "+".join(_of_languages(folder))


def _of_languages(folder: Path) -> Iterator[str]:
    """The data of the languages that are read; Tesseract calls them by ISO 639-2 (T)."""
    known = get_global("language_aliases")
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        if known.get(path.name.removesuffix(_SUFFIX)) in tags():
            yield path.name.removesuffix(_SUFFIX)


def _lines(api: Any, picture: Picture) -> tuple[Line, ...]:
    """The lines of a picture in the order of the page; those of a column together."""
    from tesserocr import RIL, iterate_level

    _told.get()()
    api.SetImageBytes(bytes(picture.buffer), picture.width, picture.height, 1, picture.stride)
    api.SetSourceResolution(_RESOLUTION)
    api.Recognize()
    found: list[Line] = []
    words: list[Word] = []
    at = api.GetIterator()
    for item in iterate_level(at, RIL.WORD) if at else ():
        if item.Empty(RIL.WORD):  # a page without words has one such
            continue
        if item.IsAtBeginningOf(RIL.TEXTLINE):
            words, edges = [], _edges(item)
        if word := _word(item):
            words.append(word)
        if words and item.IsAtFinalElement(RIL.TEXTLINE, RIL.WORD):
            found.append(Line(tuple(words), *edges))
    api.Clear()
    return tuple(found)


def _word(item: Any) -> Word | None:
    """The word; None where it is no more than a speck."""
    from tesserocr import RIL

    text = "".join(item.GetUTF8Text(RIL.WORD).split())
    sure = round(item.Confidence(RIL.WORD))
    if not text or (sure < _SPECK and not any(map(str.isalnum, text))):
        return None
    left, _, right, _ = item.BoundingBox(RIL.WORD)
    return Word(text, left, right, sure)


def _edges(item: Any) -> tuple[float, float, float, float]:
    """Where the letters of a line begin and end, whichever of them it has; its middle and tilt."""
    from tesserocr import RIL

    (left, begin), (right, end) = item.Baseline(RIL.TEXTLINE)
    look = item.RowAttributes()
    bottom = (begin + end) / 2 - look["descenders"]
    tilt = (end - begin) / max(1, right - left)
    return bottom - look["row_height"], bottom, (left + right) / 2, tilt
