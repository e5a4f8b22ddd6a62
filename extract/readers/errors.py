"""The one error of reading."""

from __future__ import annotations

from extract.values import Fault

__all__ = ["Fault", "ReadError"]


class ReadError(Exception):
    """A file that cannot be read: ``reason`` says what is wrong, ``advice`` what to do."""

    def __init__(
        self, name: str, reason: str, advice: str, code: Fault = Fault.NOT_READABLE
    ) -> None:
        super().__init__(f"{name}: {reason}; {advice}")
        self.name = name
        self.reason = reason
        self.advice = advice
        self.code = code

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str, Fault]]:
        # Workers send it between processes.
        return type(self), (self.name, self.reason, self.advice, self.code)
