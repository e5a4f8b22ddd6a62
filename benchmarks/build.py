"""Time and memory of a build over a corpus that is made for it.

    python -m benchmarks.build [--pages N] [--jobs N] [--of shipped|made] [--out DIR]

Makes N pages, builds them with ``kg build`` on a terminal of its own, and prints seconds, pages a
second, what the build and its workers held at ten moments and at most, and whether its progress bar
was drawn. ``shipped`` are PDFs of the shipped documents with other names and dates, see
:mod:`benchmarks.shipped`; ``made`` are made-up texts about made-up people in four formats, see
:mod:`benchmarks.corpus`. Linux only: memory is what ``/proc`` says, shared pages in equal shares.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from benchmarks import corpus, shipped

_MAKERS = {"shipped": shipped.make, "made": corpus.make}
_MOMENTS = 10
_EVERY = 0.5  # seconds
_PERCENT = re.compile(r"(\d{1,3})%")


@dataclass(frozen=True, slots=True)
class Moment:
    """What was held at a time, in MB: by the build itself, by all its workers, by the largest."""

    seconds: float
    alone: float
    workers: float
    largest: float
    percent: str


@dataclass(slots=True)
class Screen:
    """A terminal that only remembers what was drawn on it."""

    drawn: int = 0
    percent: str = ""
    lines: list[str] = field(default_factory=list)

    def watch(self, terminal: int) -> None:
        """Reads what comes until the other end is closed."""
        with suppress(OSError):
            while said := os.read(terminal, 65_536).decode("utf-8", "replace"):
                self.drawn += said.count("━") > 0
                self.percent = (_PERCENT.findall(said) or [self.percent])[-1]
                self.lines = [*self.lines, *said.splitlines()][-20:]


def main() -> None:
    """Makes a corpus, builds it, and prints what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--of", choices=sorted(_MAKERS), default="shipped")
    parser.add_argument("--out", type=Path, help="keep the graph there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "in"
        folder.mkdir()
        count = _MAKERS[asked.of](folder, asked.pages)
        print(f"{asked.pages} pages in {count} documents are made", flush=True)
        out = asked.out or Path(scratch) / "out"
        command = [sys.executable, "-m", "kg", "build", str(folder), "--out", str(out)]
        screen, begun = Screen(), time.perf_counter()
        moments = list(_watched([*command, "--jobs", str(asked.jobs)], screen, begun))
        seconds = time.perf_counter() - begun
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    for moment in [*moments[:: max(1, len(moments) // _MOMENTS)], moments[-1]]:
        print(_told(moment))
    print(f"{seconds:.0f} s, {asked.pages / seconds:.1f} pages/s with {asked.jobs} workers")
    most = [max(getattr(one, name) for one in moments) for name in ("alone", "workers", "largest")]
    print(
        f"at most: the build {most[0]:.0f} MB, its workers {most[1]:.0f} MB together, "
        f"{most[2]:.0f} MB one; the data folder {size / 1e6:.0f} MB"
    )
    print(f"the bar was drawn {screen.drawn} times, up to {screen.percent or 'no'} %")
    print("\n".join(line for line in screen.lines if "->" in line))


def _watched(command: Sequence[str], screen: Screen, begun: float) -> Iterator[Moment]:
    ours, theirs = pty.openpty()
    build = subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    )
    os.close(theirs)
    reader = Thread(target=screen.watch, args=(ours,))
    reader.start()
    while build.poll() is None:
        held = dict(_held())
        below = _below(build.pid, {pid: parent for pid, (parent, _) in held.items()}) - {build.pid}
        alone = held.get(build.pid, (0, 0.0))[1]
        sizes = [held[pid][1] for pid in below] or [0.0]
        at = time.perf_counter() - begun
        yield Moment(at, alone, sum(sizes), max(sizes), screen.percent)
        time.sleep(_EVERY)
    reader.join()
    os.close(ours)


def _told(moment: Moment) -> str:
    return (
        f"{moment.seconds:6.0f} s {moment.percent:>4} %: build {moment.alone:6.0f} MB, "
        f"workers {moment.workers:6.0f} MB, largest {moment.largest:6.0f} MB"
    )


def _held() -> Iterator[tuple[int, tuple[int, float]]]:
    """Each process with its parent and its share of memory, in MB."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError, KeyError):
            fields = dict(
                line.split(":", 1)
                for name in ("status", "smaps_rollup")
                for line in (folder / name).read_text("utf-8", "replace").splitlines()[1:]
            )
            yield int(folder.name), (int(fields["PPid"]), int(fields["Pss"].split()[0]) / 1024)


def _below(top: int, parents: dict[int, int]) -> set[int]:
    """The process and all that descend from it."""
    found = {top} & parents.keys()
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


if __name__ == "__main__":
    main()
