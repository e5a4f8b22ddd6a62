"""Writes an export whole or not at all: beside its place first, then moved there."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.export.model import ExportError

_EPOCH = (1980, 1, 1, 0, 0, 0)


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A path to write to; moved to ``out`` when the block ends without an error."""
    with _beside(out) as folder:
        draft = folder / out.name
        yield draft
        draft.replace(out)


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder to write to; its files go to the folder ``out``, or into it as a ``.zip`` file.

    Files of other names that stand in ``out`` are left alone. The zip carries no time, so the
    same files give the same bytes.
    """
    with _beside(out) as folder:
        yield folder
        if out.suffix == ".zip":
            with whole_file(out) as draft:
                _zip(folder, draft)
        else:
            out.mkdir(exist_ok=True)
            for path in sorted(folder.iterdir()):
                path.replace(out / path.name)


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise ExportError(
            f"{out}: cannot be written ({error.strerror}); name another place with --out"
        ) from error
    try:
        yield folder
    except OSError as error:
        raise ExportError(
            f"{out}: cannot be written ({error.strerror}); name another place with --out"
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _zip(folder: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(path.name, _EPOCH), path.read_bytes())
