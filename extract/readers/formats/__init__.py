"""The formats that are read, found by listing this folder.

A module here offers ``FORMAT``, a :class:`Format`. To add a format, add a module.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol

from extract.layout.blocks import Layout


class Format(Protocol):
    """One format: what it is, whether a file is in it, and its blocks."""

    @property
    def media_type(self) -> str:
        """The media type (RFC 6838)."""

    def sureness(self, name: str, data: bytes) -> int:
        """From 0, not mine, to 3, mine without a doubt; judged by content first."""

    def layout(self, name: str, data: bytes) -> Layout:
        """The text and its blocks. Raises ReadError where the file is damaged."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order of the modules' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").FORMAT for name in names)
