"""Reads the files of this folder into frozen values, once, and refuses what is not well formed.

One file in ``events/`` is one claim type; one file in ``vocabularies/`` is one controlled
vocabulary. Both are TOML: no type is guessed, and the reader is in the standard library.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, get_args

from ontology.check import OntologyError, check, check_term
from ontology.model import ClaimType, Nature, Ontology, Range, Role, Term
from ontology.tables import (
    flag,
    labels_of,
    mapping,
    name_of,
    needs,
    one_of,
    only,
    table,
    text_of,
    texts,
)
from ontology.wording import examples, fields, frames

__all__ = ["OntologyError", "load", "ontology"]

Vocabularies = Mapping[str, Mapping[str, Term]]

_TYPE_KEYS = {
    "class", "parent", "nature", "label", "definition", "subject", "roles", "custody", "narrows",
    "sensitivity", "wikidata", "followthemoney", "frames", "examples", "fields",
}  # fmt: skip
_ROLE_KEYS = {
    "range",
    "places",
    "label",
    "min",
    "max",
    "values",
    "vocabulary",
    "sensitivity",
    "distinguishing",
}
# what two claims of one event cannot differ in, however they are worded
_MEASURED = ("duration", "integer", "boolean", "term", "articles")
_VOCABULARIES = ("categories", "custody", "kinds", "sensitivity", "statuses")


@cache
def ontology() -> Ontology:
    """The ontology that ships with the package, loaded once."""
    return load(files("ontology"))


def load(folder: Traversable) -> Ontology:
    """The ontology of a folder with ``events/`` and ``vocabularies/``.

    Raises :class:`OntologyError` at the first definition that cannot be used.
    """
    vocabularies = {name: _vocabulary(name, raw) for name, raw in _tables(folder / "vocabularies")}
    needs("vocabularies/", vocabularies, _VOCABULARIES)
    types = {name: _claim_type(name, raw, vocabularies) for name, raw in _tables(folder / "events")}
    loaded = Ontology(types=MappingProxyType(types), vocabularies=MappingProxyType(vocabularies))
    check(loaded)
    return loaded


def _tables(folder: Traversable) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            try:
                raw = tomllib.loads(entry.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise OntologyError(f"{entry.name}: not valid TOML: {error}") from error
            yield name_of(entry.name, entry.name.removesuffix(".toml")), raw


def _vocabulary(scheme: str, raw: Mapping[str, Any]) -> Mapping[str, Term]:
    return MappingProxyType({name: _term(scheme, name, body) for name, body in raw.items()})


def _term(scheme: str, name: str, body: object) -> Term:
    where = f"{scheme}.toml, term {name}"
    raw = table(where, body)
    facts = {key: value for key, value in raw.items() if key not in ("label", "definition")}
    term = Term(
        name=name_of(where, name),
        scheme=scheme,
        label=labels_of(where, raw, "label"),
        definition=labels_of(where, raw, "definition"),
        facts=MappingProxyType(facts),
    )
    check_term(where, term)
    return term


def _claim_type(name: str, raw: Mapping[str, Any], vocabularies: Vocabularies) -> ClaimType:
    where = f"{name}.toml"
    only(where, raw, _TYPE_KEYS)
    needs(where, raw, ("class", "parent", "label", "definition", "subject"))
    bodies = table(f"{where}, roles", raw.get("roles", {}))
    roles = tuple(_role(where, key, body, vocabularies) for key, body in bodies.items())
    return ClaimType(
        name=name,
        class_name=text_of(where, "class", raw["class"]),
        parent=text_of(where, "parent", raw["parent"]),
        nature=one_of(where, "nature", raw.get("nature", "event"), get_args(Nature)),
        label=labels_of(where, raw, "label"),
        definition=labels_of(where, raw, "definition"),
        subject_kinds=texts(where, raw, "subject", vocabularies["kinds"]),
        roles=roles,
        narrows=str(raw.get("narrows", "")),
        custody=one_of(where, "custody", raw.get("custody", "none"), vocabularies["custody"]),
        sensitivity=_sensitivity(where, raw, vocabularies),
        wikidata=mapping(where, raw, "wikidata"),
        followthemoney=mapping(where, raw, "followthemoney"),
        frames=tuple(frames(where, raw, {role.name for role in roles})),
        examples=tuple(examples(where, raw)),
        fields=tuple(fields(where, raw, {"date", *(role.name for role in roles)})),
    )


def _role(where: str, name: str, body: object, vocabularies: Vocabularies) -> Role:
    where = f"{where}, role {name}"
    raw = table(where, body)
    only(where, raw, _ROLE_KEYS)
    needs(where, raw, ("range", "label"))
    minimum, maximum = _cardinality(where, raw)
    kind = one_of(where, "range", raw["range"], get_args(Range))
    return Role(
        name=name_of(where, name),
        range=kind,
        label=labels_of(where, raw, "label"),
        minimum=minimum,
        maximum=maximum,
        values=_values(where, raw, vocabularies),
        vocabulary=raw.get("vocabulary", ""),
        sensitivity=_sensitivity(where, raw, vocabularies),
        distinguishing=kind in _MEASURED or flag(where, raw, "distinguishing"),
        places=tuple(str(place) for place in raw.get("places", ())),
    )


def _cardinality(where: str, raw: Mapping[str, Any]) -> tuple[int, int | None]:
    minimum, maximum = raw.get("min", 0), raw.get("max", 1)
    if type(minimum) is not int or minimum < 0:
        raise OntologyError(f"{where}: min is {minimum!r}; it must be 0 or more")
    if maximum == "many":
        return minimum, None
    if type(maximum) is not int or maximum < max(minimum, 1):
        raise OntologyError(f'{where}: max is {maximum!r}; it must be "many" or at least min')
    return minimum, maximum


def _values(where: str, raw: Mapping[str, Any], vocabularies: Vocabularies) -> tuple[str, ...]:
    if raw["range"] != "term":
        if extra := sorted({"values", "vocabulary"} & set(raw)):
            raise OntologyError(f"{where}: {extra} only go with the range term")
        return ()
    scheme = one_of(where, "vocabulary", raw.get("vocabulary"), vocabularies)
    terms = vocabularies[scheme]
    return texts(where, raw, "values", terms) if "values" in raw else tuple(terms)


def _sensitivity(where: str, raw: Mapping[str, Any], vocabularies: Vocabularies) -> str:
    level = raw.get("sensitivity", "public")
    return str(one_of(where, "sensitivity", level, vocabularies["sensitivity"]))
