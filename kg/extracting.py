"""Files to extractions: from the cache where nothing has changed, else read anew, in parallel.

An extraction depends on the file's bytes and name, on the code and data of ``extract`` and
``ontology``, on the pipelines that the user names, and on what reads pictures: together they are
its key in the cache. One document that fails fails alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from extract.codec import CodecError, decode
from extract.values import Extraction, Fault, Rejection
from kg.errors import KgError
from kg.files import SourceFile, refusal
from kg.iris import digest
from kg.originals import forget_except, keep, place
from kg.output_files import write_text
from kg.progress import Progress
from kg.workers import LIMITS, Given, Limits, Read, each_read

CACHE = "cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to read: its name, its bytes' hash and its key in the cache."""

    name: str
    path: Path
    sha256: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Collection[Extraction]):
    """Extractions in the cache, by document name: each time they are gone through, they are read
    from there one at a time, so that no more than one is in memory.

    Going through them raises :class:`KgError` where one is there no more.
    """

    folder: Path
    tasks: tuple[Task, ...]

    def __iter__(self) -> Iterator[Extraction]:
        for task in self.tasks:
            found = _cached(self.folder, task)
            if found is None:
                raise KgError(f"{self.folder}: what was read of {task.name} is gone; build again")
            yield found

    def __len__(self) -> int:
        return len(self.tasks)

    def __contains__(self, item: object) -> bool:
        return any(item == one for one in self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the files gave. ``copies`` are files with the bytes of another, by its hash."""

    extractions: Collection[Extraction]
    rejections: tuple[Rejection, ...]
    copies: Mapping[str, tuple[str, ...]]
    read: int
    reused: int


def extracted(
    found: Sequence[SourceFile],
    out: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Extracted:
    """The extractions of the files, by name; the data folder keeps what was read, and only that:
    the originals by their hash, and each extraction in its cache.

    The answer is the same with any number of ``jobs``. Raises
    :class:`extract.languages.pipeline.PipelineError` where a pipeline that the user names cannot
    be used.
    """
    from extract.languages.pipeline import check

    refused: list[Rejection] = []
    tasks, copies = _distinct(_tasks(found, refused, limits))
    total = len(tasks) + len(refused)
    known = {task.name for task in tasks if _is_known(out, task)}
    reused = len(known)
    if reused < len(tasks):
        check()
    anew = [task for task in tasks if task.name not in known]
    for task, read in _fresh(anew, out, jobs, limits):
        if read.rejection:
            refused.append(read.rejection)
        else:
            known.add(task.name)
            _keep(out / CACHE, task, read.line)
        if progress:
            progress(len(known) + len(refused), total, task.name)
    kept = tuple(task for task in tasks if task.name in known)
    _forget_others(out, tasks, kept)
    return Extracted(
        extractions=Kept(folder=out / CACHE, tasks=kept),
        rejections=tuple(refused),
        copies=copies,
        read=len(kept) - reused,
        reused=reused,
    )


@cache
def fingerprint() -> str:
    """A hash of the code and data that an extraction depends on."""
    parts: list[str] = []
    for package in ("extract", "ontology"):
        for name, data in _package_files(files(package), package):
            parts.append(f"{name} {hashlib.sha256(data).hexdigest()}")
    return digest(*sorted(parts))


def _package_files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        inside = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _package_files(entry, inside)
        elif not entry.name.endswith(".pyc"):
            yield inside, entry.read_bytes()


def _tasks(found: Iterable[SourceFile], refused: list[Rejection], limits: Limits) -> Iterator[Task]:
    from extract.languages.pipeline import choices
    from extract.readers.recognition import made_by as recognition

    made_by = (fingerprint(), *choices(), *recognition())
    for item in found:
        try:
            sha256 = _hash(item.path, limits)
        except OSError as error:
            refused.append(_unreadable(item.name, error))
            continue
        if not sha256:
            reason = f"is larger than {limits.file // 10**6} MB"
            refused.append(refusal(item.name, reason, "split it", Fault.LIMIT_SIZE))
            continue
        key = digest(sha256, item.name, *made_by)
        yield Task(name=item.name, path=item.path, sha256=sha256, key=key)


def _hash(path: Path, limits: Limits) -> str:
    """The SHA-256 of the file; "" where it is too large to be read."""
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > limits.file:
            return ""
        return hashlib.file_digest(file, "sha256").hexdigest()


def _distinct(tasks: Iterable[Task]) -> tuple[list[Task], dict[str, tuple[str, ...]]]:
    """One task a content, the first by name; the names of the others by the content's hash."""
    groups: dict[str, list[Task]] = {}
    for task in sorted(tasks, key=lambda task: task.name):
        groups.setdefault(task.sha256, []).append(task)
    copies = {
        sha256: tuple(task.name for task in group[1:])
        for sha256, group in groups.items()
        if len(group) > 1
    }
    return [group[0] for group in groups.values()], copies


def _is_known(out: Path, task: Task) -> bool:
    """Whether the data folder has both the file and its extraction."""
    return place(out, task.sha256).is_file() and _cached(out / CACHE, task) is not None


def _cached(folder: Path, task: Task) -> Extraction | None:
    try:
        return decode((folder / f"{task.key}.json").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, CodecError):
        return None


def _keep(folder: Path, task: Task, line: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / f"{task.key}.json", [line])


def _forget_others(out: Path, tasks: Iterable[Task], kept: Iterable[Task]) -> None:
    """Deletes the extractions of other tasks, and the originals of those that are not kept."""
    keys = {task.key for task in tasks}
    for path in (out / CACHE).glob("*.json"):
        if path.stem not in keys:
            path.unlink(missing_ok=True)
    forget_except(out, (task.sha256 for task in kept))


def _fresh(
    tasks: Sequence[Task], out: Path, jobs: int, limits: Limits
) -> Iterator[tuple[Task, Read]]:
    by_name = {task.name: task for task in tasks}
    given = (Given(name=task.name, data=partial(_bytes, task, out)) for task in tasks)
    for read in each_read(given, jobs, limits):
        yield by_name[read.name], read


def _bytes(task: Task, out: Path) -> bytes | Rejection:
    """What the file holds, where it is still what was named; it is kept."""
    try:
        data = task.path.read_bytes()
    except OSError as error:
        return _unreadable(task.name, error)
    if hashlib.sha256(data).hexdigest() != task.sha256:
        reason, advice = "changed while documents were read", "build again"
        return refusal(task.name, reason, advice, Fault.NOT_OPENED)
    keep(out, task.sha256, data)
    return data


def _unreadable(name: str, error: OSError) -> Rejection:
    reason = f"cannot be read: {error.strerror or error}"
    return refusal(name, reason, "allow reading the file", Fault.NOT_OPENED)
