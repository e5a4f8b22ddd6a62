"""Exports of a built graph, one module a format.

A module of this package that defines ``EXPORTER`` is a format; nothing else names it. Every
export reads the canonical ``graph.nq`` of a build and no more, so that what a profile took out of
that file cannot come back through an export. The same graph gives the same bytes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from kg.export.model import Exporter, ExportError, ExportReport

__all__ = ["ExportError", "ExportReport", "Exporter", "formats"]


@cache
def formats() -> Mapping[str, Exporter]:
    """Every format by name, in alphabetical order.

    >>> [name for name in formats() if name.startswith("n")]
    ['nquads']
    """
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [module.EXPORTER for module in modules if hasattr(module, "EXPORTER")]
    return MappingProxyType({item.name: item for item in sorted(found, key=lambda x: x.name)})
