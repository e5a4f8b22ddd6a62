"""Options and small helpers that several commands share; imports nothing heavy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorated = Callable[..., Any]


def common_options(command: Decorated) -> Decorated:
    """``--data`` and ``--debug`` after the command's name too; fills the parameter ``data``."""
    command = click.option(
        "--data",
        type=click.Path(path_type=Path),
        callback=_data,
        help="The folder of the graph (default: KG_DATA, else output/).",
    )(command)
    return click.option("--debug", is_flag=True, hidden=True, expose_value=False)(command)


def _data(ctx: click.Context, _: click.Parameter, value: Path | None) -> Path:
    given = value or ctx.find_root().params.get("data")
    return Path(given or "output")


def format_option(*formats: str) -> Callable[[Decorated], Decorated]:
    """``--format``, the first of ``formats`` being the default; fills the parameter ``form``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write the answer.",
    )


def decisions_option(text: str) -> Callable[[Decorated], Decorated]:
    """``--decisions``, the file of what was decided on claims; ``text`` is its help."""
    return click.option(
        "--decisions",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="KG_DECISIONS",
        metavar="FILE",
        help=text,
    )


def day(_: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Callback of an option that takes a calendar day, YYYY-MM-DD; keeps it as that text."""
    from datetime import date

    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(
            f"{value!r} is not a day; write it as 2022-03-14", param=param
        ) from error


def today() -> str:
    """The day at the user's end: the only place where ``kg`` reads the clock."""
    from datetime import date

    return date.today().isoformat()
