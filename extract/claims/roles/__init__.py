"""Where a role's filler may stand: one function a place that frames of the ontology name.

Every public function of a module in this folder, or in a folder of it, that yields argument values
is a place; the place ``works-for`` is the function ``works_for``. ``prep:x`` (the phrase that
preposition x begins) is not here but in :mod:`extract.claims.arguments`, since it is read by the
role's range.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

Place = Callable[[Context, Trigger, Reference | None], Iterator[ArgValue]]


def _places() -> Iterator[tuple[str, Place]]:
    for info in pkgutil.walk_packages(__path__, f"{__name__}."):
        module = import_module(info.name)
        for name, value in sorted(vars(module).items()):
            given = getattr(value, "__annotations__", {}).get("return")
            own = getattr(value, "__module__", "") == info.name and not name.startswith("_")
            if own and given == "Iterator[ArgValue]":
                yield name.replace("_", "-"), value


PLACES: Mapping[str, Place] = MappingProxyType(dict(_places()))
"""The places by the names that frames give them."""
