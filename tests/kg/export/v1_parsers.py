"""QuickStatements V1 as its two public parsers read it, restated from their documented behaviour.

``older`` is the PHP tool, ``newer`` is QuickStatements 3.0. Each gives one command a row and
raises ValueError on a row that it would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

VALUES = (
    r"(?:LAST|[PQLM]\d+)",
    r"\"(?P<string>.*)\"",
    r"(?P<language>[a-z_-]+):\"(?P<words>.*)\"",
    r"[+-]?\d+-\d\d-\d\dT\d\d:\d\d:\d\dZ(?:/\d+)?(?:/J)?",
)


@dataclass(frozen=True, kw_only=True)
class Command:
    action: str
    item: str = ""
    property: str = ""
    value: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    summary: str = ""


def older(text: str) -> list[Command]:
    if "\n" not in text:
        text = text.replace("||", "\n")
    if "\t" not in text:
        text = text.replace("|", "\t")
    rows = (row.strip(" \t\n\r\0\x0b") for row in text.split("\n"))
    return [_command(*_summary(row)) for row in rows if row]


def newer(text: str) -> list[Command]:
    text = text.replace("||", "\n").replace("|", "\t")
    rows = (row.strip() for row in text.split("\n"))
    return [_command(*_summary(row)) for row in rows if row]


def _summary(row: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?) */\* *(.*?) *\*/ *", row)
    return (match[1], match[2]) if match else (row, "")


def _command(row: str, summary: str) -> Command:
    first, *rest = row.split("\t")
    first = first.strip().upper()
    action = "remove" if first.startswith("-") else "add"
    first = first.removeprefix("-")
    if first == "CREATE" and not rest:
        return Command(action="create", summary=summary)
    if not re.fullmatch(r"LAST|[PQLM]\d+", first) or len(rest) < 2:
        raise ValueError(f"not a command: {row!r}")
    name, value, *more = rest
    if re.fullmatch(r"[LDAS][a-z_-]+", name) and not more:
        return Command(action=action, item=first, property=name, value=_value(value))
    if not re.fullmatch(r"P\d+", name) or len(more) % 2:
        raise ValueError(f"not a statement: {row!r}")
    pairs = tuple(_pairs(more))
    return Command(
        action=action, item=first, property=name, value=_value(value), pairs=pairs, summary=summary
    )


def _pairs(columns: list[str]) -> Iterator[tuple[str, str]]:
    for name, value in zip(columns[::2], columns[1::2], strict=True):
        if not re.fullmatch(r"P\d+|!?S\d+", name):
            raise ValueError(f"not a qualifier or source: {name!r}")
        yield name, _value(value)


def _value(text: str) -> str:
    for pattern in VALUES:
        if match := re.fullmatch(pattern, text.strip()):
            found = match.groupdict()
            return found.get("string") or found.get("words") or text.strip()
    raise ValueError(f"not a value: {text!r}")
