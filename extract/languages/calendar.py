"""The names of months and weekdays in a language: CLDR's, as babel carries them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from extract.languages.locales import locale

Width = Literal["wide", "abbreviated"]


@cache
def month_names(tag: str, width: Width) -> Mapping[str, int]:
    """The number of each month by its name, without the full stop of a short form.

    >>> month_names("nl", "abbreviated")["mrt"], month_names("en", "wide")["March"]
    (3, 3)
    """
    return _names(locale(tag).months, width)


@cache
def weekday_names(tag: str, width: Width) -> Mapping[str, int]:
    """The number of each weekday by its name; Monday is 0.

    >>> weekday_names("nl", "wide")["zondag"]
    6
    """
    return _names(locale(tag).days, width)


def _names(data: Mapping[str, Any], width: Width) -> Mapping[str, int]:
    names = data["format"][width].items()
    return MappingProxyType({name.rstrip("."): number for number, name in names})
