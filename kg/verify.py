"""Whether a data folder still is what was built: originals, tables, and every quote in its text.

Each original is hashed, and read again in a process of its own; each claim's words must stand
where the claim says that they stand.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.codec import decode
from extract.values import Document
from kg.errors import KgError
from kg.originals import is_whole, place
from kg.progress import Progress
from kg.workers import Given, each_read

Row = Mapping[str, Any]
_AGAIN = "build again from the originals' own files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was built: which file, what is wrong, what to do."""

    file: str
    problem: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was looked at, and what was found wrong."""

    documents: int
    quotes: int
    faults: tuple[Fault, ...]


def verify(data: Path, jobs: int = 1, progress: Progress | None = None) -> Verified:
    """Checks a data folder. Raises :class:`KgError` where there is none."""
    documents, claims = _rows(data, "documents.jsonl"), _rows(data, "claims.jsonl")
    faults = [*_changed_tables(data), *_changed_originals(data, documents)]
    named = {fault.file for fault in faults}
    whole = [row for row in documents if str(row["document"]) not in named]
    quotes: dict[str, list[Row]] = defaultdict(list)
    for row in claims:
        quotes[str(row["document"])].append(row)
    given = [_given(data, row) for row in whole]
    for number, read in enumerate(each_read(given, jobs), start=1):
        if read.rejection:
            problem = f"cannot be read any more: {read.rejection.reason}"
            faults.append(Fault(file=read.name, problem=problem, advice=read.rejection.advice))
        else:
            document = decode(read.line).document
            faults.extend(_lost(document, quotes.get(read.name, ())))
        if progress:
            progress(number, len(given), read.name)
    return Verified(
        documents=len(documents),
        quotes=len(claims),
        faults=tuple(sorted(faults, key=lambda fault: (fault.file, fault.problem))),
    )


def _rows(data: Path, name: str) -> list[Row]:
    try:
        text = (data / name).read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(f"{data / name}: {error.strerror}; run `kg build --out {data}`") from error
    try:
        return [json.loads(line) for line in text.split("\n") if line]
    except ValueError as error:
        raise KgError(f"{data / name}: is damaged: {error}; {_AGAIN}") from error


def _changed_tables(data: Path) -> Iterator[Fault]:
    """The files of the build that are not what build.json says."""
    (report,) = _rows_of_report(data)
    for name, sha256 in sorted(report["sha256"].items()):
        try:
            found = hashlib.sha256((data / name).read_bytes()).hexdigest()
        except OSError as error:
            yield Fault(file=name, problem=f"is gone: {error.strerror}", advice=_AGAIN)
            continue
        if found != sha256:
            yield Fault(file=name, problem="has other bytes than were built", advice=_AGAIN)


def _rows_of_report(data: Path) -> Iterator[Row]:
    path = data / "build.json"
    try:
        yield json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: is damaged or gone: {error}; {_AGAIN}") from error


def _changed_originals(data: Path, documents: Sequence[Row]) -> Iterator[Fault]:
    for row in documents:
        name, sha256 = str(row["document"]), str(row["sha256"])
        whole = is_whole(data, sha256)
        if whole is None:
            problem = f"its original is gone: {place(data, sha256)}"
            yield Fault(file=name, problem=problem, advice=_AGAIN)
        elif not whole:
            problem = f"its original was changed: {place(data, sha256)}"
            yield Fault(file=name, problem=problem, advice=_AGAIN)


def _given(data: Path, row: Row) -> Given:
    kept = place(data, str(row["sha256"]))
    return Given(name=str(row["document"]), data=kept.read_bytes, claims=False)


def _lost(document: Document, claims: Sequence[Row]) -> Iterator[Fault]:
    for row in claims:
        try:
            words = document.quote(int(row["start"]), int(row["end"])).text
        except ValueError:
            words = ""
        if words != row["quote"]:
            problem = f"the quote of claim {row['id']} does not stand at {row['start']}"
            yield Fault(file=document.name, problem=problem, advice=_AGAIN)
