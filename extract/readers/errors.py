"""The one error of reading."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read: ``reason`` says what is wrong, ``advice`` what to do."""

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(f"{name}: {reason}; {advice}")
        self.name = name
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        # Workers send it between processes.
        return type(self), (self.name, self.reason, self.advice)
