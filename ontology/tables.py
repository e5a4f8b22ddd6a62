"""The form of a table in a file of this folder: each reader gives the value or refuses it.

Every one raises :class:`ontology.check.OntologyError` with the place and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from ontology.check import OntologyError

_LABEL_LANGUAGES = ("nl", "en")
_NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


def flag(where: str, raw: Mapping[str, Any], key: str) -> bool:
    """The true or false of a key; false where it is left out."""
    value = raw.get(key, False)
    if not isinstance(value, bool):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be true or false")
    return value


def labels_of(where: str, raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    """The text of a key in each language that a label needs, and in what others there are."""
    labels = raw.get(key)
    if not isinstance(labels, dict) or any(not labels.get(tag) for tag in _LABEL_LANGUAGES):
        raise OntologyError(f"{where}: {key} needs a text for each of {list(_LABEL_LANGUAGES)}")
    return mapping(where, raw, key)


def mapping(where: str, raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    """The table of texts of a key; empty where it is left out."""
    values = table(f"{where}, {key}", raw.get(key, {}))
    return MappingProxyType(
        {name: text_of(where, f"{key}.{name}", value) for name, value in values.items()}
    )


def texts(
    where: str, raw: Mapping[str, Any], key: str, allowed: Iterable[str] | None = None
) -> tuple[str, ...]:
    """The list of texts of a key, each one of ``allowed`` where that is given."""
    values = raw.get(key, ())
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        raise OntologyError(f"{where}: {key} must be a list of texts")
    return tuple(values if allowed is None else (one_of(where, key, v, allowed) for v in values))


def text_of(where: str, key: str, value: object) -> str:
    """The value, which must be a text."""
    if not isinstance(value, str):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be a text")
    return value


def table(where: str, value: object) -> Mapping[str, Any]:
    """The value, which must be a table."""
    if not isinstance(value, dict):
        raise OntologyError(f"{where}: {value!r} must be a table")
    return value


def name_of(where: str, name: str) -> str:
    """The name, which must be one like house_arrest."""
    if not _NAME.fullmatch(name):
        raise OntologyError(f"{where}: {name!r} is not a name like house_arrest")
    return name


def one_of(where: str, key: str, value: Any, allowed: Iterable[str]) -> Any:
    """The value, which must be one of ``allowed``."""
    if value not in tuple(allowed):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be one of {sorted(allowed)}")
    return value


def only(where: str, raw: Mapping[str, Any], allowed: set[str]) -> None:
    """Nothing, where the table has no other keys than those allowed."""
    if unknown := set(raw) - allowed:
        raise OntologyError(f"{where}: unknown keys {sorted(unknown)}")


def needs(where: str, raw: Mapping[str, Any], keys: Iterable[str]) -> None:
    """Nothing, where the table has each of the keys."""
    if missing := [key for key in keys if key not in raw]:
        raise OntologyError(f"{where}: missing {missing}")
