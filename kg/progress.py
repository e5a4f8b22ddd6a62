"""A bar on a terminal for long work, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and which was the last."""


@contextmanager
def shown(what: str) -> Iterator[Progress | None]:
    """What moves the bar; None where there is no terminal. ``what`` is said before it begins."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar

    from kg.output import visible

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int, name: str) -> None:
            """Show how many are done of how many, and which was last."""
            bar.update(task, completed=done, total=total, description=escape(visible(name)[:40]))

        yield advance
