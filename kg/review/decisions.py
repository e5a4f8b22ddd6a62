"""What people decided on claims, one JSON object a line, sorted by claim: a file to keep."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from kg.errors import KgError
from kg.output_files import write_text
from kg.records import line

FILE = "decisions.jsonl"
"""Its name in a data folder, where no other is given."""

VERDICTS = ("accepted", "refused")
_ADVICE = "correct the line or delete it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided on a claim, when, and why.

    ``claim`` is its id, ``decision`` accepted or refused, ``on`` a day; ``by`` and ``note`` are
    whatever the reviewer wrote, and never leave this file. ``about`` says in words which claim it
    was, for whoever reads the file.
    """

    claim: str
    decision: str
    on: str
    by: str = ""
    note: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where a field is not what it should be."""
        if not all(isinstance(value, str) for value in asdict(self).values()):
            raise ValueError("every field is a text")
        if not self.claim.startswith("claim/"):
            raise ValueError(f"{self.claim!r} is no claim's id")
        if self.decision not in VERDICTS:
            raise ValueError(f"{self.decision!r} is none of {', '.join(VERDICTS)}")
        date.fromisoformat(self.on)


def read_decisions(path: Path) -> dict[str, Decision]:
    """The decisions of a file by claim, none where there is no file; a later line counts.

    Raises :class:`KgError` with the line that is no decision.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise KgError(f"{path}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    made = [_read(path, number, text) for number, text in enumerate(lines, 1) if text.strip()]
    return {decision.claim: decision for decision in made}


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Replaces the file: the same decisions, the same bytes."""
    ordered = sorted(decisions, key=lambda decision: decision.claim)
    write_text(path, (line(asdict(decision)) for decision in ordered))


def _read(path: Path, number: int, text: str) -> Decision:
    try:
        return Decision(**json.loads(text))
    except json.JSONDecodeError as error:
        raise KgError(f"{path}:{number}: not JSON: {error.msg}; {_ADVICE}") from error
    except TypeError as error:
        keys = "claim, decision, on, by, note and about"
        raise KgError(f"{path}:{number}: not an object with {keys}; {_ADVICE}") from error
    except ValueError as error:
        raise KgError(f"{path}:{number}: {error}; {_ADVICE}") from error
