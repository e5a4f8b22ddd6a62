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

from ontology.model import ClaimType, Example, Frame, Nature, Ontology, Range, Role, Term

_TYPE_KEYS = {
    "class", "parent", "nature", "label", "definition", "subject", "roles", "custody",
    "sensitivity", "wikidata", "followthemoney", "frames", "examples",
}  # fmt: skip
_FRAME_KEYS = {
    "triggers", "pos", "subject", "roles", "args", "requires", "excludes", "confidence",
}  # fmt: skip
_ROLE_KEYS = {"range", "label", "min", "max", "values", "sensitivity"}
_LABEL_LANGUAGES = ("nl", "en")


class OntologyError(ValueError):
    """A definition that cannot be used; the message names the file and the reason."""


@cache
def ontology() -> Ontology:
    """The ontology that ships with the package, loaded once."""
    return load(files("ontology"))


def load(folder: Traversable) -> Ontology:
    """The ontology of a folder with ``events/`` and ``vocabularies/``.

    Raises :class:`OntologyError` at the first file that is not well formed.
    """
    vocabularies = {name: _vocabulary(name, raw) for name, raw in _tables(folder / "vocabularies")}
    types = {name: _claim_type(name, raw, vocabularies) for name, raw in _tables(folder / "events")}
    return Ontology(
        types=MappingProxyType(types), vocabularies=MappingProxyType(vocabularies)
    )


def _tables(folder: Traversable) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            try:
                yield entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise OntologyError(f"{entry.name}: not valid TOML: {error}") from error


def _vocabulary(scheme: str, raw: Mapping[str, Any]) -> Mapping[str, Term]:
    return MappingProxyType({name: _term(scheme, name, body) for name, body in raw.items()})


def _term(scheme: str, name: str, body: Mapping[str, Any]) -> Term:
    where = f"{scheme}.toml, term {name}"
    return Term(
        name=name,
        scheme=scheme,
        label=_labels(where, body, "label"),
        definition=_labels(where, body, "definition"),
        facts=MappingProxyType(
            {key: value for key, value in body.items() if key not in ("label", "definition")}
        ),
    )


def _claim_type(
    name: str, raw: Mapping[str, Any], vocabularies: Mapping[str, Mapping[str, Term]]
) -> ClaimType:
    where = f"{name}.toml"
    _only(where, raw, _TYPE_KEYS)
    _needs(where, raw, ("class", "parent", "label", "definition", "subject"))
    roles = tuple(
        _role(where, key, body, vocabularies) for key, body in raw.get("roles", {}).items()
    )
    return ClaimType(
        name=name,
        class_name=raw["class"],
        parent=raw["parent"],
        nature=_one_of(where, "nature", raw.get("nature", "event"), get_args(Nature)),
        label=_labels(where, raw, "label"),
        definition=_labels(where, raw, "definition"),
        subject_kinds=tuple(
            _one_of(where, "subject", kind, vocabularies["kinds"]) for kind in raw["subject"]
        ),
        roles=roles,
        custody=_one_of(where, "custody", raw.get("custody", "none"), vocabularies["custody"]),
        sensitivity=_sensitivity(where, raw, vocabularies),
        wikidata=MappingProxyType(dict(raw.get("wikidata", {}))),
        followthemoney=MappingProxyType(dict(raw.get("followthemoney", {}))),
        frames=tuple(_frames(where, raw.get("frames", {}), {role.name for role in roles})),
        examples=tuple(_examples(raw.get("examples", {}))),
    )


def _role(
    where: str, name: str, raw: Mapping[str, Any], vocabularies: Mapping[str, Mapping[str, Term]]
) -> Role:
    where = f"{where}, role {name}"
    _only(where, raw, _ROLE_KEYS)
    _needs(where, raw, ("range", "label"))
    maximum = raw.get("max", 1)
    return Role(
        name=name,
        range=_one_of(where, "range", raw["range"], get_args(Range)),
        label=_labels(where, raw, "label"),
        minimum=raw.get("min", 0),
        maximum=None if maximum == "many" else maximum,
        values=tuple(raw.get("values", ())),
        sensitivity=_sensitivity(where, raw, vocabularies),
    )


def _frames(where: str, raw: Mapping[str, Any], roles: set[str]) -> Iterable[Frame]:
    for language, bodies in raw.items():
        for number, body in enumerate(bodies, start=1):
            yield _frame(f"{where}, frame {language} {number}", language, body, roles)


def _frame(where: str, language: str, body: Mapping[str, Any], roles: set[str]) -> Frame:
    _only(where, body, _FRAME_KEYS)
    _needs(where, body, ("triggers", "pos"))
    unknown = ({*body.get("roles", {}), *body.get("args", {})}) - roles
    if unknown:
        raise OntologyError(f"{where}: fills roles that the type does not have: {sorted(unknown)}")
    return Frame(
        language=language,
        triggers=tuple(body["triggers"]),
        pos=_one_of(where, "pos", body["pos"], ("verb", "noun", "adjective", "phrase")),
        subject=tuple(body.get("subject", ())),
        roles=MappingProxyType({key: tuple(value) for key, value in body.get("roles", {}).items()}),
        args=MappingProxyType(dict(body.get("args", {}))),
        requires=tuple(body.get("requires", ())),
        excludes=tuple(body.get("excludes", ())),
        confidence=body.get("confidence", 0.9),
    )


def _examples(raw: Mapping[str, Any]) -> Iterable[Example]:
    for language, bodies in raw.items():
        for body in bodies:
            yield Example(
                language=language, text=body["text"], claims=tuple(body.get("claims", ()))
            )


def _labels(where: str, raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    labels = raw.get(key)
    if not isinstance(labels, dict) or any(not labels.get(tag) for tag in _LABEL_LANGUAGES):
        raise OntologyError(f"{where}: {key} needs a text for each of {list(_LABEL_LANGUAGES)}")
    return MappingProxyType(labels)


def _sensitivity(
    where: str, raw: Mapping[str, Any], vocabularies: Mapping[str, Mapping[str, Term]]
) -> str:
    level = raw.get("sensitivity", "public")
    return _one_of(where, "sensitivity", level, vocabularies["sensitivity"])


def _one_of(where: str, key: str, value: Any, allowed: Iterable[str]) -> Any:
    if value not in tuple(allowed):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be one of {sorted(allowed)}")
    return value


def _only(where: str, raw: Mapping[str, Any], allowed: set[str]) -> None:
    if unknown := set(raw) - allowed:
        raise OntologyError(f"{where}: unknown keys {sorted(unknown)}")


def _needs(where: str, raw: Mapping[str, Any], keys: Iterable[str]) -> None:
    if missing := [key for key in keys if key not in raw]:
        raise OntologyError(f"{where}: missing {missing}")
