"""What reaches a terminal, a pipe, a spreadsheet, a program."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.output import FORMATS, Table, safe_in_spreadsheet, visible, write

TEXT = st.text(max_size=40)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(table: Table, form: str, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    write(table, form, out)
    return out.getvalue()


@given(TEXT)
def test_no_control_or_direction_character_reaches_a_terminal(text: str) -> None:
    table = Table(columns=("name",), rows=[(text,)])
    for out in (io.StringIO(), Terminal()):
        shown = written(table, "table", out).replace("\n", "").replace("\x1b[1m", "")
        shown = shown.replace("\x1b[0m", "")
        assert visible(shown) == shown


@given(TEXT)
def test_json_gives_back_what_went_in_and_holds_no_control_character(text: str) -> None:
    table = Table(columns=("name", "count", "none", "list"), rows=[(text, 3, None, (text, "b"))])
    shown = written(table, "json")
    assert json.loads(shown) == [{"name": text, "count": 3, "none": None, "list": [text, "b"]}]
    assert json.loads(written(table, "jsonl"))["name"] == text
    assert not any(ch < " " or "\x7f" <= ch <= "\x9f" for ch in shown.replace("\n", ""))


@given(TEXT)
def test_no_cell_of_csv_is_a_formula(text: str) -> None:
    table = Table(columns=("name",), rows=[(text,), ("end",)])
    rows = list(csv.reader(io.StringIO(written(table, "csv"))))
    assert rows[0] == ["name"]
    assert rows[-1] == ["end"]
    assert rows[1:-1] == [[safe_in_spreadsheet(text)]] or not text
    assert not safe_in_spreadsheet(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_a_pipe_gets_plain_lines_and_a_terminal_what_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(columns=("who", "quote"), rows=[("Made-up Person", "[bold]x[/bold] " * 20)])
    assert written(table, "table").splitlines()[0] == "who\tquote"
    for width in ("20", "200"):
        monkeypatch.setenv("COLUMNS", width)
        lines = re.sub(r"\x1b\[\d+m", "", written(table, "table", Terminal())).splitlines()
        assert max(map(len, lines)) <= int(width)
        assert "[bold]" in "".join(lines)


def test_markdown_keeps_a_cell_a_cell() -> None:
    table = Table(columns=("a", "b"), rows=[("x|y\nz", "<b>")])
    assert written(table, "md").splitlines()[2] == "| x\\|y\\\\nz | &lt;b> |"


def test_an_empty_table_is_well_formed_in_every_format() -> None:
    table = Table(columns=("a",), rows=[])
    for form in FORMATS:
        written(table, form, Terminal())
    assert json.loads(written(table, "json")) == []
