"""Tables as CSV that no spreadsheet runs, with their description by CSV on the Web.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end as a
formula (https://owasp.org/www-community/attacks/CSV_Injection). Such a cell gets an apostrophe in
front, as does one that already begins with apostrophes and then such a sign, so that
:func:`unguarded` gives every text back. Several values of one cell are joined by ``|``. The
metadata are those of https://www.w3.org/TR/tabular-metadata/.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

SEPARATOR = "|"
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """The text as no spreadsheet runs it.

    >>> guarded("=1+1"), guarded("Anna"), guarded("'=1")
    ("'=1+1", 'Anna', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that :func:`guarded` was given.

    >>> unguarded(guarded("'=1"))
    "'=1"
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table with its header; every cell guarded. Gives the number of its rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        # Every cell is quoted: a lone carriage return in a bare cell would end the row.
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(map(guarded, row))
            count += 1
    return count


def write_metadata(
    folder: Path, tables: Mapping[str, Sequence[str]], lists: Collection[str]
) -> None:
    """Write ``csv-metadata.json`` for tables, by name, with their columns.

    It gives the keys, the links between the tables and the columns that hold ``lists``.
    """
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True},
        "tables": [_described(name, columns, lists) for name, columns in tables.items()],
    }
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    (folder / "csv-metadata.json").write_text(text, encoding="utf-8", newline="\n")


def _described(name: str, columns: Sequence[str], lists: Collection[str]) -> Mapping[str, object]:
    schema: dict[str, object] = {
        "columns": [_column(column, lists) for column in columns],
        "primaryKey": "id",
    }
    if name == "claims":
        schema["foreignKeys"] = [
            _link("document_id", "documents.csv"), _link("cites", "sources.csv")
        ]  # fmt: skip
    return {"url": f"{name}.csv", "tableSchema": schema}


def _column(name: str, lists: Collection[str]) -> Mapping[str, object]:
    column = {"name": name, "titles": name, "datatype": "string"}
    return column | {"separator": SEPARATOR} if name in lists else column


def _link(column: str, table: str) -> Mapping[str, object]:
    return {"columnReference": column, "reference": {"resource": table, "columnReference": "id"}}
