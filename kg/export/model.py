"""What an export is, and what it reports: the values that every format shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KgError


class ExportError(KgError):
    """An export that cannot be made; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What one export did.

    ``written`` counts what stands in the output, by kind ("claims": 12); ``withheld`` counts what
    was left out, by reason. An empty ``withheld`` says that nothing was left out.
    """

    path: Path
    written: Mapping[str, int]
    withheld: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format.

    ``suffix`` is the ending of its file (".ttl"), or "directory" where it writes several files.
    ``write(data, out)`` reads the build in the directory ``data`` and writes ``out``; it raises
    :class:`ExportError` where the build cannot be read.
    """

    name: str
    description: str
    suffix: str
    write: Callable[[Path, Path], ExportReport]
