"""What may be said in Wikidata's terms, read from ``wikidata.toml`` and checked.

A property stands there with its datatype and the gate that a statement with it must pass; what
is refused stands there with its reason. Nothing else reads that file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from ontology.load import OntologyError

Datatype = Literal["wikibase-item", "time", "url", "string", "monolingualtext"]
_DATATYPES = ("wikibase-item", "time", "url", "string", "monolingualtext")
_USES = {"statement", "qualifier", "reference"}
_FILE = "wikidata.toml"
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property that may be written, and what a statement with it needs."""

    id: str
    label: str
    datatype: Datatype
    use: frozenset[str]
    kind: str = ""
    source: Literal["document", "cited"] = "cited"
    dated: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item whose meaning was checked, and the words of documents that mean it."""

    id: str
    label: str
    kinds: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wikidata:
    """The whole file."""

    properties: Mapping[str, Property]
    items: Mapping[str, Item]
    refused: Mapping[str, str]
    series: tuple[tuple[re.Pattern[str], str], ...]

    def item(self, kind: str, language: str, words: str) -> str | None:
        """The item of a kind that these words of that language mean, None where none is known.

        >>> wikidata().item("party", "nl", "d66"), wikidata().item("place", "nl", "D66")
        ('Q747910', None)
        """
        for item in self.items.values():
            known = {label.casefold() for label in item.labels.get(language, ())}
            if kind in item.kinds and words.strip().casefold() in known:
                return item.id
        return None

    def address(self, file_name: str, number: str) -> str | None:
        """Where a document of a known series is published, by its file name and own number.

        >>> wikidata().address("ah-tk-20212022-2054.txt", "2054")
        'https://zoek.officielebekendmakingen.nl/ah-tk-20212022-2054.html'
        """
        name = file_name.partition(".")[0]
        for pattern, url in self.series:
            match = pattern.fullmatch(name)
            if match and match["number"] == number:
                return url.format(name=name)
        return None


@cache
def wikidata() -> Wikidata:
    """The file that ships with the package, loaded once."""
    return read((files("ontology") / _FILE).read_text("utf-8"))


def read(text: str) -> Wikidata:
    """The values of such a file. Raises :class:`OntologyError` where it cannot be used."""
    try:
        raw = tomllib.loads(text)
        found = Wikidata(
            properties=_mapped({key: _property(key, x) for key, x in raw["properties"].items()}),
            items=_mapped({key: _item(key, body) for key, body in raw["items"].items()}),
            refused=_mapped(raw["refused"]),
            series=tuple((re.compile(row["pattern"]), row["url"]) for row in raw["series"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise OntologyError(f"{_FILE}: {error!r}") from error
    if both := sorted(found.refused.keys() & found.properties):
        raise OntologyError(f"{_FILE}: both allowed and refused: {both}")
    return found


def _property(key: str, raw: Mapping[str, Any]) -> Property:
    if not re.fullmatch(r"P[1-9]\d*", key) or raw["datatype"] not in _DATATYPES:
        raise OntologyError(f"{_FILE}, {key}: not a property id with a datatype of {_DATATYPES}")
    if unknown := set(raw["use"]) - _USES:
        raise OntologyError(f"{_FILE}, {key}: unknown use {sorted(unknown)}")
    return Property(id=key, **{**raw, "use": frozenset(raw["use"])})


def _item(key: str, raw: Mapping[str, Any]) -> Item:
    if not re.fullmatch(r"Q[1-9]\d*", key):
        raise OntologyError(f"{_FILE}, {key}: not an item id")
    labels = {language: tuple(words) for language, words in raw.get("labels", {}).items()}
    return Item(id=key, label=raw["label"], kinds=tuple(raw["kinds"]), labels=_mapped(labels))


def _mapped(table: Mapping[str, _Value]) -> Mapping[str, _Value]:
    return MappingProxyType(dict(table))
