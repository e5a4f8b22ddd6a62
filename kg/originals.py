"""The original bytes of every document that was read, kept under the hash of what they are.

No name of a document becomes a path: a file is called by its SHA-256 alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

FOLDER = "blobs"


def place(out: Path, sha256: str) -> Path:
    """Where the bytes with that hash are kept in a data folder."""
    return out / FOLDER / sha256[:2] / sha256


def keep(out: Path, sha256: str, data: bytes) -> None:
    """Keeps a document's bytes; those that are there already are left alone.

    Raises OSError where there is no room or no permission.
    """
    path = place(out, sha256)
    if path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def forget_except(out: Path, kept: Iterable[str]) -> None:
    """Removes what is kept of documents that are not among these hashes."""
    wanted = set(kept)
    for path in _files(out):
        if path.name not in wanted:
            path.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()  # where it was the last


def is_whole(out: Path, sha256: str) -> bool | None:
    """Whether what is kept still has its hash; None where nothing is kept."""
    try:
        with place(out, sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return None


def _files(out: Path) -> Iterator[Path]:
    yield from sorted((out / FOLDER).glob("??/*"))
