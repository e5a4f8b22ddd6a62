"""The user's own ``qids.csv``: which label means which item. Nothing else links to an item.

The file stands in the folder of the build, has the columns ``label`` and ``qid`` and is written
by a human: names alone do not identify people, and linking by name gives a living person another
one's arrest.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from kg.export.model import ExportError

NAME = "qids.csv"


def read(data: Path) -> Mapping[str, str]:
    """Items by label, folded by :func:`key`; empty where there is no such file.

    Raises :class:`ExportError` where a line has no item id or gives a label a second item.
    """
    path = data / NAME
    if not path.exists():
        return {}
    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), start=2):
                label, qid = _row(path, number, row)
                if found.setdefault(label, qid) != qid:
                    raise ExportError(f"{path}, line {number}: this label already has another item")
    except (UnicodeDecodeError, csv.Error) as error:
        raise ExportError(f"{path}: not a CSV file in UTF-8 ({error})") from error
    return found


def _row(path: Path, number: int, row: Mapping[str, str | None]) -> tuple[str, str]:
    label, qid = (row.get("label") or "").strip(), (row.get("qid") or "").strip()
    if not label or not re.fullmatch(r"Q[1-9]\d{0,9}", qid):
        raise ExportError(f"{path}, line {number}: needs a label and a qid such as Q42")
    return key(label), qid


def key(label: str) -> str:
    """A label as it is compared: composed characters, one space, case kept.

    >>> key("Anna  Voorbeeld ")
    'Anna Voorbeeld'
    """
    return " ".join(unicodedata.normalize("NFC", label).split())
