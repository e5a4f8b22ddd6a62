"""Files to extractions: from the cache where nothing has changed, else read anew, in parallel.

An extraction depends on the file's bytes and name, on the code and data of ``extract`` and
``ontology``, and on the pipelines that the user names: together they are its key in the cache. One
document that fails fails alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path

from extract.values import Extraction, Rejection
from kg.files import SourceFile
from kg.iris import digest

BATCH = 16
"""Documents that a worker process is given at a time."""

Progress = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and which was the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to read: its name, its bytes' hash and its key in the cache."""

    name: str
    path: Path
    sha256: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the files gave. ``copies`` are files with the bytes of another, by its hash."""

    extractions: tuple[Extraction, ...]
    rejections: tuple[Rejection, ...]
    copies: Mapping[str, tuple[str, ...]]
    read: int
    reused: int


def extracted(
    found: Sequence[SourceFile], folder: Path, jobs: int = 1, progress: Progress | None = None
) -> Extracted:
    """The extractions of the files, by name; ``folder`` is the cache, which keeps only these.

    The answer is the same with any number of ``jobs``. Raises
    :class:`extract.languages.pipeline.PipelineError` where a pipeline that the user names cannot
    be used.
    """
    from extract.languages.pipeline import check

    refused: list[Rejection] = []
    tasks, copies = _distinct(_tasks(found, refused))
    results, lost = dict[str, Extraction](), len(refused)
    for task in tasks:
        if known := _cached(folder, task):
            results[task.name] = known
    reused = len(results)
    if reused < len(tasks):
        check()
    for task, result in _fresh([task for task in tasks if task.name not in results], jobs):
        if isinstance(result, Rejection):
            refused.append(result)
        else:
            results[task.name] = result
            _keep(folder, task, result)
        if progress:
            progress(len(results) + len(refused), len(tasks) + lost, task.name)
    _forget(folder, {task.key for task in tasks})
    return Extracted(
        extractions=tuple(results[name] for name in sorted(results)),
        rejections=tuple(refused),
        copies=copies,
        read=len(results) - reused,
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


def _tasks(found: Iterable[SourceFile], refused: list[Rejection]) -> Iterator[Task]:
    from extract.languages.pipeline import choices

    made_by = (fingerprint(), *choices())
    for item in found:
        try:
            sha256 = hashlib.sha256(item.path.read_bytes()).hexdigest()
        except OSError as error:
            refused.append(_unreadable(item.name, error))
            continue
        key = digest(sha256, item.name, *made_by)
        yield Task(name=item.name, path=item.path, sha256=sha256, key=key)


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


def _cached(folder: Path, task: Task) -> Extraction | None:
    from extract.codec import CodecError, decode

    try:
        return decode((folder / f"{task.key}.json").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, CodecError):
        return None


def _keep(folder: Path, task: Task, extraction: Extraction) -> None:
    from extract.codec import encode
    from kg.output_files import write_text

    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / f"{task.key}.json", [encode(extraction)])


def _forget(folder: Path, keys: set[str]) -> None:
    for path in folder.glob("*.json"):
        if path.stem not in keys:
            path.unlink(missing_ok=True)


def _fresh(tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, Extraction | Rejection]]:
    if jobs < 2 or len(tasks) < 2:
        yield from ((task, read_one(task.name, task.path)) for task in tasks)
        return
    size = max(1, min(BATCH, -(-len(tasks) // jobs)))
    batches = [tasks[at : at + size] for at in range(0, len(tasks), size)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        futures = [(batch, pool.submit(_read_batch, batch)) for batch in batches]
        for batch, future in futures:
            yield from zip(batch, _results(batch, future), strict=True)


def _results(
    batch: Sequence[Task], future: Future[list[Extraction | Rejection]]
) -> list[Extraction | Rejection]:
    """A batch's results; where its worker died, each document again in a worker of its own."""
    try:
        return future.result()
    except BrokenProcessPool:
        return [_alone(task) for task in batch]


def _alone(task: Task) -> Extraction | Rejection:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(read_one, task.name, task.path).result()
        except BrokenProcessPool:
            return _failed(task.name, "reading it ended the process that read it")


def _read_batch(batch: Sequence[Task]) -> list[Extraction | Rejection]:
    return [read_one(task.name, task.path) for task in batch]


def read_one(name: str, path: Path) -> Extraction | Rejection:
    """One file's extraction, or why there is none. Raises nothing: a document fails alone."""
    from extract.pipeline import extract
    from extract.readers import ReadError, read

    try:
        return extract(read(name, path.read_bytes()))
    except ReadError as error:
        return Rejection(document=name, stage="read", reason=error.reason, advice=error.advice)
    except OSError as error:
        return _unreadable(name, error)
    except Exception as error:
        return _failed(name, f"the extractor failed: {type(error).__name__}: {error}")


def _unreadable(name: str, error: OSError) -> Rejection:
    reason = f"cannot be read: {error.strerror or error}"
    return Rejection(document=name, stage="read", reason=reason, advice="allow reading the file")


def _failed(name: str, reason: str) -> Rejection:
    advice = "report it with the document, or leave the document out"
    return Rejection(document=name, stage="claims", reason=reason, advice=advice)
