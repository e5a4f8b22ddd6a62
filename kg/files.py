"""The files that a build reads: found in a fixed order, each under one name."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from extract.values import Fault, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read, and the name under which the graph knows it."""

    name: str
    path: Path


def samples() -> Path:
    """The folder of the documents that ship with the package."""
    return Path(str(files("kg"))) / "samples"


def gather(
    paths: Iterable[Path], leave_out: Path | None = None
) -> tuple[tuple[SourceFile, ...], tuple[Rejection, ...]]:
    """The files of these files and folders, by name, and what cannot be found or opened.

    Folders are searched to the bottom; hidden files, and what lies in ``leave_out``, are not
    read. A file is known by its name, where two share one by its path below the folder given.
    """
    found: dict[Path, tuple[str, str]] = {}
    refused: list[Rejection] = []
    for path in sorted(paths):
        for item in _listed(path, refused):
            if not _is_document(item, refused):
                continue
            if not _below(item, leave_out):
                inside = item.relative_to(path) if item != path else Path(item.name)
                found.setdefault(_real(item), (_shown(inside), _shown(item)))
    named = sorted(_named(found), key=lambda item: item.name)
    return tuple(named), tuple(refused)


def _listed(path: Path, refused: list[Rejection]) -> Iterator[Path]:
    """The files of a path, sorted; what is wrong with it goes to ``refused``."""
    try:
        there, folder = path.exists(), path.is_dir()
    except OSError as error:
        refused.append(_closed(path, error))
        return
    inside = sorted(_walk(path, refused)) if folder else []
    if not there:
        refused.append(_refusal(path, "does not exist", "correct the path"))
    elif folder and not inside:
        refused.append(_refusal(path, "holds no files", "give a folder with documents"))
    yield from inside if folder or not there else [path]


def _walk(folder: Path, refused: list[Rejection]) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        """Refuse a folder that cannot be listed."""
        refused.append(_closed(Path(error.filename or folder), error))

    for base, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(base) / name for name in names if not name.startswith("."))


def _is_document(path: Path, refused: list[Rejection]) -> bool:
    """Whether a file stands there; a pipe or a device is refused, for reading it may never end."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        refused.append(_closed(path, error))
        return False
    if not stat.S_ISREG(mode):
        refused.append(_refusal(path, "is no file but a pipe or a device", "give files"))
    return stat.S_ISREG(mode)


def _named(found: dict[Path, tuple[str, str]]) -> Iterator[SourceFile]:
    plain = Counter(_last(given) for _, given in found.values())
    inner = Counter(inside for inside, _ in found.values())
    for path, (inside, given) in found.items():
        name = _last(given)
        if plain[name] > 1:
            name = inside if inner[inside] == 1 else given
        yield SourceFile(name=name, path=path)


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _below(path: Path, folder: Path | None) -> bool:
    return folder is not None and _real(path).is_relative_to(_real(folder))


def _real(path: Path) -> Path:
    """The file behind links; unlike Path.resolve it takes a loop of links for a name."""
    return Path(os.path.realpath(path))


def _closed(path: Path, error: OSError) -> Rejection:
    reason = f"cannot be opened: {error.strerror or error}"
    return _refusal(path, reason, "allow reading it", Fault.NOT_OPENED)


def _shown(path: Path) -> str:
    """A path as text with slashes, whatever bytes its name holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _refusal(path: Path, reason: str, advice: str, code: Fault = Fault.NOT_A_FILE) -> Rejection:
    return refusal(_shown(path), reason, advice, code)


def refusal(name: str, reason: str, advice: str, code: Fault) -> Rejection:
    """Why a file of that name is not read, and what to do about it."""
    return Rejection(document=name, stage="read", reason=reason, advice=advice, code=code)
