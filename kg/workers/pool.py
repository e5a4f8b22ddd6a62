"""The parent's side: gives each worker a document at a time, and ends those beyond a limit."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any

from extract.values import Fault, Rejection
from kg.errors import KgError
from kg.workers.limits import LIMITS, Limits

_STARTING = 600.0  # seconds in which a worker loads its code
_PASSED_ON = ("KG_PIPELINES", "TESSDATA_PREFIX")
_RECYCLED = 1_000_000_000  # bytes that a worker may hold between two documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A document to read: its name, and what gives its bytes, or a rejection, in its turn.

    Without ``claims`` it is read alone: nothing is extracted from it.
    """

    name: str
    data: Callable[[], bytes | Rejection]
    claims: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of a document: its extraction as a line (see :mod:`extract.codec`), or why not."""

    name: str
    line: str = ""
    rejection: Rejection | None = None


def each_read(documents: Iterable[Given], jobs: int = 1, limits: Limits = LIMITS) -> Iterator[Read]:
    """What comes of each document, in the order in which they are done.

    No more than ``jobs`` documents are in memory at a time. Raises :class:`KgError` where
    workers cannot be started.
    """
    waiting = iter(documents)
    workers = [_Worker(first, limits) for first in islice(waiting, max(1, jobs))]
    try:
        while workers:
            for worker in _due(workers):
                yield from worker.hear()
                while worker.free:
                    following = next(waiting, None)
                    if following is None:
                        worker.stop()
                        workers.remove(worker)
                        break
                    if not worker.usable:
                        worker.stop()
                        workers.remove(worker)
                        workers.append(_Worker(following, limits))
                        break
                    yield from worker.take(following)
    finally:
        for worker in workers:
            worker.stop()


def _due(workers: list[_Worker]) -> list[_Worker]:
    """The workers that have something to say, or should have."""
    rest = max(0.0, min(worker.deadline for worker in workers) - monotonic())
    spoken = set(wait([worker.pipe for worker in workers], rest))
    now = monotonic()
    return [worker for worker in workers if worker.pipe in spoken or worker.deadline <= now]


class _Worker:
    """One process; what it is reading, and until when it may."""

    def __init__(self, first: Given, limits: Limits) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        environment = {key: os.environ.get(key, "") for key in _PASSED_ON}
        self._process = context.Process(
            target=_serve, args=(theirs, environment, limits), daemon=True
        )
        with _main_apart():
            self._process.start()
        theirs.close()
        self.deadline = monotonic() + _STARTING
        self._limits = limits
        self._document: Given | None = first
        self._started = False
        self.usable = True

    @property
    def free(self) -> bool:
        """Whether its document is done."""
        return self._document is None

    def take(self, document: Given) -> Iterator[Read]:
        """Begins with a document; where that cannot be had, says so and stays free."""
        data = document.data()
        if isinstance(data, Rejection):
            self._document = None
            yield Read(name=document.name, rejection=data)
            return
        self._document = document
        self._wait(self._limits.reading(len(data)))
        with suppress(OSError):  # it has died; that is heard
            self.pipe.send((document.name, data, document.claims))

    def hear(self) -> Iterator[Read]:
        """What it says, or that it is over with it."""
        from kg.workers.child import DONE, PICTURE, READY, TEXT

        if not self.pipe.poll():
            yield self._over(self._too_long())
            return
        try:
            kind, answer, held = self.pipe.recv()
        except (EOFError, OSError):
            yield self._over(self._died())
            return
        document = self._document
        assert document is not None
        if kind == READY:
            self._started = True
            yield from self.take(document)
        elif kind == PICTURE:
            self._wait(self._limits.seconds)
        elif kind == TEXT:
            self._wait(self._limits.extracting(answer))
        else:
            self._document = None
            refused = answer if isinstance(answer, Rejection) else None
            spent = refused is not None and refused.code == Fault.LIMIT_MEMORY
            self.usable = not spent and held < _RECYCLED
            line = answer if kind == DONE else ""
            yield Read(name=document.name, line=line, rejection=refused)

    def _wait(self, seconds: float) -> None:
        self.deadline = monotonic() + seconds * self._limits.patience

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.pipe.close()

    def _over(self, rejection: Rejection) -> Read:
        name = rejection.document
        self._document, self.usable = None, False
        return Read(name=name, rejection=rejection)

    def _too_long(self) -> Rejection:
        return self._refusal("took longer to read than it may", Fault.LIMIT_TIME)

    def _died(self) -> Rejection:
        self._process.join(1)
        code = self._process.exitcode or 0
        if code == -getattr(signal, "SIGXCPU", 0):
            return self._too_long()
        if code == -getattr(signal, "SIGKILL", 0):  # not by us: the system ran out of memory
            return self._refusal("took more memory than there is", Fault.LIMIT_MEMORY)
        if code == -signal.SIGABRT:  # how libraries in C end where they are given no more memory
            return self._refusal("took more memory than it may", Fault.LIMIT_MEMORY)
        return self._refusal(f"ended the process that read it ({_named(code)})", Fault.CRASH)

    def _refusal(self, reason: str, code: Fault) -> Rejection:
        if not self._started or self._document is None:
            raise KgError("documents cannot be read: their process does not start; use --debug")
        return Rejection(
            document=self._document.name, stage="read", reason=reason,
            advice="split it or repair it, or leave it out", code=code,
        )  # fmt: skip


def _named(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"


def _serve(pipe: Connection, environment: dict[str, str], limits: Limits) -> None:
    from kg.workers.child import serve

    serve(pipe, environment, limits)


@contextmanager
def _main_apart() -> Iterator[None]:
    """Keeps workers from running the user's script again, which they need nothing of.

    multiprocessing would import it in each of them, and a script without an
    ``if __name__ == "__main__"`` would begin anew there.
    """
    main: dict[str, Any] = vars(sys.modules["__main__"])
    hidden: tuple[str, ...] = ("__file__", "__spec__")
    kept = {key: main[key] for key in hidden if key in main}
    main.update(dict.fromkeys(kept))
    try:
        yield
    finally:
        main.update(kept)


def _context() -> Any:
    """Workers are forked from a server that has loaded the code; on Windows each loads it.

    Python starts that server with the working folder first on its path, where code may lie that
    nobody meant to run: it is told not to (https://docs.python.org/3/using/cmdline.html,
    PYTHONSAFEPATH).
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    if sys.platform == "win32":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["kg.workers.warm"])
    return context
