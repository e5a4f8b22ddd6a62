"""The command line ``kg``: global options, commands found in :mod:`kg.commands`, one error door.

A command is one module of :mod:`kg.commands` with a click command named ``command``. Neither
this module nor those import anything heavy at their top, so that ``kg --help`` answers at once.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

import kg.commands
from kg.errors import PIPE_CLOSED, WRONG_USE, explain

_FIRST = (
    "build", "claims", "person", "status", "ask", "query", "changes", "export", "view", "serve",
    "review", "validate", "verify", "eval",
)  # fmt: skip


class Commands(click.Group):
    """A click group whose commands are the modules of :mod:`kg.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules in the order of the work, others after them; importing none."""
        found = {module.name for module in pkgutil.iter_modules(kg.commands.__path__)}
        return [name for name in _FIRST if name in found] + sorted(found.difference(_FIRST))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in self.list_commands(ctx):
            return None
        command = import_module(f"kg.commands.{name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown name is answered with the names there are."""
        name, known = args[0], self.list_commands(ctx)
        if name in known or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, known, n=1)
        advice = f"did you mean {near[0]!r}?" if near else f"commands: {', '.join(known)}"
        raise click.UsageError(f"there is no command {name!r}; {advice}", ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a reader of our output that went away ends it quietly."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            ctx.exit(PIPE_CLOSED)
        return answer

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> NoReturn:
        """Runs the command line and exits: the error door."""
        given = sys.argv[1:] if args is None else list(args)
        options["standalone_mode"] = False
        _speak_utf8(sys.stdout, sys.stderr)
        try:
            code = super().main(given, *rest, **options)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(WRONG_USE)
        except (Exception, KeyboardInterrupt) as error:
            sys.exit(_report(error, debug="--debug" in given))
        sys.exit(code if isinstance(code, int) else 0)


def _report(error: BaseException, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    from kg.output import visible

    message, code = explain(error)
    click.echo(f"kg: {visible(message)}", err=True)
    return code


def _speak_utf8(*streams: TextIO) -> None:
    """Whatever the locale says, we write UTF-8; a lone surrogate is shown escaped."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Python flushes stdout once more at exit; give it somewhere to go."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


@click.command(
    "kg",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("output"),
    envvar="KG_DATA",
    show_default=True,
    show_envvar=True,
    help="The folder of the graph to read or write.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(package_name="conscience-graph")
def main(data: Path, debug: bool) -> None:
    """Documents about political prisoners in; claims with their sentence and source out.

    Start with `kg build`, then `kg ask`.
    """
    del data, debug  # read by the commands through their context, and by the error door


if __name__ == "__main__":
    main()
