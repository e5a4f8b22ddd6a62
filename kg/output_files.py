"""Writing a build's files: whole or not at all, the same bytes on every system."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_text(path: Path, parts: Iterable[str]) -> str:
    """Replaces a file by these parts, joined, in UTF-8; gives the SHA-256 of its bytes.

    Raises OSError, which names the file, where there is no room or no permission; the old file
    then stays.
    """
    with text_file(path) as file:
        file.write(parts)
    return file.sha256


class TextFile:
    """A file that is being written, by way of :func:`text_file`."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file, self._content = path, file, hashlib.sha256()

    def write(self, parts: Iterable[str]) -> None:
        """Adds these parts. Raises OSError, which names the file."""
        with _named_where_nothing_is(self._path):
            for part in parts:
                data = part.encode("utf-8", "backslashreplace")
                self._content.update(data)
                self._file.write(data)

    @property
    def sha256(self) -> str:
        """The hash of what was written."""
        return self._content.hexdigest()


@contextmanager
def text_file(path: Path) -> Iterator[TextFile]:
    """As :func:`write_text`, a part at a time: the file is replaced where the block ends well."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with _named(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            file = beside.open("wb")
        with _named_where_nothing_is(path), file:
            yield TextFile(path, file)
        with _named(path):
            beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, f"cannot be written: {error.strerror}", str(path)) from error


@contextmanager
def _named_where_nothing_is(path: Path) -> Iterator[None]:
    """What goes wrong with an open file names no file; what names one is another's."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        with _named(path):
            raise
