"""The one door through which errors reach the user: a line that says what to do, an exit code.

Exit codes: 0 done, 1 the work failed, 2 wrong use, 3 built but some documents were rejected,
130 stopped by the user, 141 the reader of our output went away.
"""

from __future__ import annotations

FAILED = 1
WRONG_USE = 2
REJECTS = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


class KgError(Exception):
    """A failure the user can act on: ``message`` names the file, what is wrong, what to do."""

    def __init__(self, message: str, exit_code: int = FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code


def wrong_use(message: str) -> KgError:
    """An error of the caller: the command was asked for something it does not have."""
    return KgError(message, WRONG_USE)


def explain(error: BaseException) -> tuple[str, int]:
    """What to tell the user of any exception, in one line, and the exit code.

    >>> explain(FileNotFoundError(2, "No such file or directory", "a.rq"))
    ('a.rq: No such file or directory', 1)
    >>> explain(KeyError("x"))[0]
    "unexpected KeyError: 'x'; run again with --debug and report what it shows"
    """
    message, code = _explained(error)
    return " ".join(message.split()), code


def _explained(error: BaseException) -> tuple[str, int]:
    from click import Abort, ClickException

    from extract.languages.pipeline import PipelineError
    from ontology.load import OntologyError

    match error:
        case KgError():
            return error.message, error.exit_code
        case ClickException():
            return error.format_message(), WRONG_USE
        case KeyboardInterrupt() | Abort():
            return "stopped; what was finished is kept", INTERRUPTED
        case PipelineError():
            return str(error), WRONG_USE
        case OntologyError():
            return f"{error}; correct the file in ontology/", FAILED
        case OSError(filename=str(name), strerror=str(reason)):
            return f"{name}: {reason}", FAILED
    advice = "run again with --debug and report what it shows"
    return f"unexpected {type(error).__name__}: {error}; {advice}", FAILED
