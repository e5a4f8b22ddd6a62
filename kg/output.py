"""Tables of values, written for people (a terminal), for pipes, and for programs.

Control characters never reach a terminal: a document's text must not be able to steer it.
Cells of CSV that a spreadsheet would run as a formula are defused with a leading apostrophe
(OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

Cell = str | int | float | bool | None | tuple[str, ...]
NARROWEST = 12  # columns of a terminal table; below this, one row is written as a card

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}\u2028\u2029]")
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Named columns and rows of cells; None where there is nothing to say."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    def records(self) -> Iterator[dict[str, Cell]]:
        """Each row as a mapping from its column's name."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def without(self, *columns: str) -> Table:
        """The same rows, without the columns named."""
        return self._keeping([n for n, name in enumerate(self.columns) if name not in columns])

    def without_empty(self) -> Table:
        """The same rows, without the columns in which no row says anything."""
        numbers = range(len(self.columns))
        said = [n for n in numbers if any(row[n] not in (None, "", ()) for row in self.rows)]
        return self._keeping(said)

    def _keeping(self, keep: Sequence[int]) -> Table:
        return Table(
            columns=tuple(self.columns[number] for number in keep),
            rows=[tuple(row[number] for number in keep) for row in self.rows],
        )


def visible(text: str) -> str:
    r"""The text with control and direction characters escaped, so that it stays one line.

    >>> visible("a\x1b]0;x\x07\u202eb")
    'a\\x1b]0;x\\x07\\u202eb'
    """
    return _UNSEEN.sub(lambda hit: hit.group().encode("unicode_escape").decode("ascii"), text)


def shown(cell: Cell) -> str:
    """A cell as one line of visible text.

    >>> shown(("281.2", "283.1")), shown(None), shown(True)
    ('281.2; 283.1', '', 'true')
    """
    return visible(_plain(cell))


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case tuple():
            return "; ".join(cell)
    return str(cell)


def write(table: Table, form: str, out: TextIO) -> None:
    """Writes the table in one of :data:`FORMATS`."""
    FORMATS[form](table, out)


def write_sections(
    parts: Iterable[tuple[str, Iterable[tuple[str, Table]]]], form: str, out: TextIO
) -> None:
    """Writes titled tables under headings, as table, md or json."""
    if form == "json":
        whole = [
            {"name": name, **{title: list(table.records()) for title, table in sections}}
            for name, sections in parts
        ]
        out.write(_escaped(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n")
        return
    for name, sections in parts:
        out.write(f"# {visible(name)}\n\n")
        for title, table in sections:
            out.write(f"## {visible(title)}\n\n")
            write(table.without_empty(), form, out)
            out.write("\n")


def _table(table: Table, out: TextIO) -> None:
    if out.isatty():
        _terminal(table.without_empty(), out)
    else:
        _piped(table, out)


def _piped(table: Table, out: TextIO) -> None:
    out.write("\t".join(table.columns) + "\n")
    for row in table.rows:
        out.write("\t".join(shown(cell) for cell in row) + "\n")


def _terminal(table: Table, out: TextIO) -> None:
    from rich.console import Console

    console = Console(file=out, highlight=False)
    if console.width >= NARROWEST * len(table.columns):
        _grid(table, console)
    else:
        _cards(table, console)


def _grid(table: Table, console: object) -> None:
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    assert isinstance(console, Console)
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for column in table.columns:
        grid.add_column(column, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(shown(cell)) for cell in row))
    console.print(grid)


def _cards(table: Table, console: object) -> None:
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    assert isinstance(console, Console)
    for record in table.records():
        card = Grid.grid(padding=(0, 2))
        card.add_column(style="bold", no_wrap=True)
        card.add_column(overflow="fold")
        for column, cell in record.items():
            if cell not in (None, "", ()):
                card.add_row(column, Text(shown(cell)))
        console.print(card)
        console.print()


def _json(table: Table, out: TextIO) -> None:
    rows = [_dump(record) for record in table.records()]
    out.write("[" + ",".join(f"\n {row}" for row in rows) + "\n]\n")


def _jsonl(table: Table, out: TextIO) -> None:
    for record in table.records():
        out.write(_dump(record) + "\n")


def _dump(record: dict[str, Cell]) -> str:
    return _escaped(json.dumps(record, ensure_ascii=False))


def _escaped(text: str) -> str:
    """JSON with the control characters escaped that json leaves as they are."""
    return re.sub("[\x7f-\x9f]", lambda hit: f"\\u{ord(hit.group()):04x}", text)


def _csv(table: Table, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([safe_in_spreadsheet(_plain(cell)) for cell in row])


def safe_in_spreadsheet(text: str) -> str:
    r"""The text as a CSV cell that no spreadsheet runs, with control characters escaped.

    >>> safe_in_spreadsheet("=HYPERLINK(1)"), safe_in_spreadsheet("\t=1")
    ("'=HYPERLINK(1)", "'\\t=1")
    """
    guarded = f"'{text}" if text.startswith(_FORMULA) else text
    return _CONTROL.sub(lambda hit: visible(hit.group()), guarded)


def _md(table: Table, out: TextIO) -> None:
    out.write(f"| {' | '.join(table.columns)} |\n")
    out.write(f"|{' --- |' * len(table.columns)}\n")
    for row in table.rows:
        out.write(f"| {' | '.join(_md_cell(shown(cell)) for cell in row)} |\n")


def _md_cell(text: str) -> str:
    r"""Text that Markdown shows as it stands, in one cell.

    >>> _md_cell("a|b <i> *c*")
    'a\\|b &lt;i> \\*c\\*'
    """
    return re.sub(r"[\\|*`\[\]]|\b_|_\b", r"\\\g<0>", text).replace("<", "&lt;")


FORMATS: dict[str, Callable[[Table, TextIO], None]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "md": _md,
}
