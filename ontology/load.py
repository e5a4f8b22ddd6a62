"""Reads the files of this folder into frozen values, once, and refuses what is not well formed.

One file in ``events/`` is one claim type; one file in ``vocabularies/`` is one controlled
vocabulary. Both are TOML: no type is guessed, and the reader is in the standard library.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, get_args

from ontology.check import OntologyError, check, check_frame, check_term
from ontology.model import ClaimType, Example, Field, Frame, Nature, Ontology, Range, Role, Term

__all__ = ["OntologyError", "frames_of", "load", "ontology"]

Vocabularies = Mapping[str, Mapping[str, Term]]

_TYPE_KEYS = {
    "class", "parent", "nature", "label", "definition", "subject", "roles", "custody", "narrows",
    "sensitivity", "wikidata", "followthemoney", "frames", "examples", "fields",
}  # fmt: skip
_FRAME_KEYS = {
    "triggers", "pos", "subject", "roles", "args", "each", "needs", "voice", "requires",
    "excludes", "confidence",
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
_LABEL_LANGUAGES = ("nl", "en")
_VOCABULARIES = ("categories", "custody", "kinds", "sensitivity", "statuses")
_NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


@cache
def ontology() -> Ontology:
    """The ontology that ships with the package, loaded once."""
    return load(files("ontology"))


def load(folder: Traversable) -> Ontology:
    """The ontology of a folder with ``events/`` and ``vocabularies/``.

    Raises :class:`OntologyError` at the first definition that cannot be used.
    """
    vocabularies = {name: _vocabulary(name, raw) for name, raw in _tables(folder / "vocabularies")}
    _needs("vocabularies/", vocabularies, _VOCABULARIES)
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
            yield _name(entry.name, entry.name.removesuffix(".toml")), raw


def _vocabulary(scheme: str, raw: Mapping[str, Any]) -> Mapping[str, Term]:
    return MappingProxyType({name: _term(scheme, name, body) for name, body in raw.items()})


def _term(scheme: str, name: str, body: object) -> Term:
    where = f"{scheme}.toml, term {name}"
    raw = _table(where, body)
    facts = {key: value for key, value in raw.items() if key not in ("label", "definition")}
    term = Term(
        name=_name(where, name),
        scheme=scheme,
        label=_labels(where, raw, "label"),
        definition=_labels(where, raw, "definition"),
        facts=MappingProxyType(facts),
    )
    check_term(where, term)
    return term


def _claim_type(name: str, raw: Mapping[str, Any], vocabularies: Vocabularies) -> ClaimType:
    where = f"{name}.toml"
    _only(where, raw, _TYPE_KEYS)
    _needs(where, raw, ("class", "parent", "label", "definition", "subject"))
    bodies = _table(f"{where}, roles", raw.get("roles", {}))
    roles = tuple(_role(where, key, body, vocabularies) for key, body in bodies.items())
    return ClaimType(
        name=name,
        class_name=_text(where, "class", raw["class"]),
        parent=_text(where, "parent", raw["parent"]),
        nature=_one_of(where, "nature", raw.get("nature", "event"), get_args(Nature)),
        label=_labels(where, raw, "label"),
        definition=_labels(where, raw, "definition"),
        subject_kinds=_texts(where, raw, "subject", vocabularies["kinds"]),
        roles=roles,
        narrows=str(raw.get("narrows", "")),
        custody=_one_of(where, "custody", raw.get("custody", "none"), vocabularies["custody"]),
        sensitivity=_sensitivity(where, raw, vocabularies),
        wikidata=_mapping(where, raw, "wikidata"),
        followthemoney=_mapping(where, raw, "followthemoney"),
        frames=tuple(_frames(where, raw, {role.name for role in roles})),
        examples=tuple(_examples(where, raw)),
        fields=tuple(_fields(where, raw, {"date", *(role.name for role in roles)})),
    )


def _role(where: str, name: str, body: object, vocabularies: Vocabularies) -> Role:
    where = f"{where}, role {name}"
    raw = _table(where, body)
    _only(where, raw, _ROLE_KEYS)
    _needs(where, raw, ("range", "label"))
    minimum, maximum = _cardinality(where, raw)
    kind = _one_of(where, "range", raw["range"], get_args(Range))
    return Role(
        name=_name(where, name),
        range=kind,
        label=_labels(where, raw, "label"),
        minimum=minimum,
        maximum=maximum,
        values=_values(where, raw, vocabularies),
        vocabulary=raw.get("vocabulary", ""),
        sensitivity=_sensitivity(where, raw, vocabularies),
        distinguishing=kind in _MEASURED or _flag(where, raw, "distinguishing"),
        places=tuple(str(place) for place in raw.get("places", ())),
    )


def _flag(where: str, raw: Mapping[str, Any], key: str) -> bool:
    value = raw.get(key, False)
    if not isinstance(value, bool):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be true or false")
    return value


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
    scheme = _one_of(where, "vocabulary", raw.get("vocabulary"), vocabularies)
    terms = vocabularies[scheme]
    return _texts(where, raw, "values", terms) if "values" in raw else tuple(terms)


def frames_of(
    ontology: Ontology, language: str, raw: Mapping[str, Any], where: str
) -> tuple[tuple[ClaimType, Frame], ...]:
    """The frames of a language that stand elsewhere than in ``events/``: lists by claim type.

    Raises :class:`OntologyError` at the first that cannot be used; ``where`` names their file.
    """
    found: list[tuple[ClaimType, Frame]] = []
    for name in raw:
        kind = ontology.types[_one_of(where, "claim type", name, ontology.types)]
        roles = {role.name for role in kind.roles}
        for frame in _frames(f"{where}, {name}", {"frames": {language: raw[name]}}, roles):
            check_frame(f"{where}, {name}", kind, frame)
            found.append((kind, frame))
    return tuple(found)


def _frames(where: str, raw: Mapping[str, Any], roles: set[str]) -> Iterable[Frame]:
    for language, number, body in _blocks(where, raw, "frames"):
        yield _frame(f"{where}, frame {language} {number}", language, body, roles)


def _frame(where: str, language: str, body: Mapping[str, Any], roles: set[str]) -> Frame:
    _only(where, body, _FRAME_KEYS)
    _needs(where, body, ("triggers", "pos"))
    places, args = (_table(f"{where}, {key}", body.get(key, {})) for key in ("roles", "args"))
    if unknown := {*places, *args} - roles:
        raise OntologyError(f"{where}: fills roles that the type does not have: {sorted(unknown)}")
    return Frame(
        language=language,
        triggers=_texts(where, body, "triggers"),
        pos=_one_of(where, "pos", body["pos"], ("verb", "noun", "adjective", "phrase")),
        subject=_texts(where, body, "subject"),
        roles=MappingProxyType({key: _texts(where, places, key) for key in places}),
        args=MappingProxyType(dict(args)),
        each=_texts(where, body, "each"),
        needs=_texts(where, body, "needs"),
        voice=body.get("voice", ""),
        requires=_texts(where, body, "requires"),
        excludes=_texts(where, body, "excludes"),
        confidence=body.get("confidence", 0.9),
    )


def _fields(where: str, raw: Mapping[str, Any], says: set[str]) -> Iterable[Field]:
    for language, number, body in _blocks(where, raw, "fields"):
        place = f"{where}, field {language} {number}"
        _only(place, body, {"labels", "says"})
        _needs(place, body, ("labels", "says"))
        yield Field(
            language=language,
            says=_one_of(place, "says", body["says"], says),
            labels=_texts(place, body, "labels"),
        )


def _examples(where: str, raw: Mapping[str, Any]) -> Iterable[Example]:
    for language, number, body in _blocks(where, raw, "examples"):
        place = f"{where}, example {language} {number}"
        _only(place, body, {"text", "claims"})
        _needs(place, body, ("text",))
        claims = body.get("claims", ())
        if not all(isinstance(claim, dict) for claim in claims):
            raise OntologyError(f"{place}: claims must be a list of tables")
        text = _text(place, "text", body["text"])
        yield Example(language=language, text=text, claims=tuple(map(MappingProxyType, claims)))


def _blocks(
    where: str, raw: Mapping[str, Any], key: str
) -> Iterable[tuple[str, int, Mapping[str, Any]]]:
    for language, bodies in _table(f"{where}, {key}", raw.get(key, {})).items():
        if not isinstance(bodies, list):
            raise OntologyError(f"{where}: write [[{key}.{language}]], with two brackets")
        for number, body in enumerate(bodies, start=1):
            yield language, number, _table(f"{where}, {key} {language} {number}", body)


def _labels(where: str, raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    labels = raw.get(key)
    if not isinstance(labels, dict) or any(not labels.get(tag) for tag in _LABEL_LANGUAGES):
        raise OntologyError(f"{where}: {key} needs a text for each of {list(_LABEL_LANGUAGES)}")
    return _mapping(where, raw, key)


def _mapping(where: str, raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    table = _table(f"{where}, {key}", raw.get(key, {}))
    return MappingProxyType(
        {name: _text(where, f"{key}.{name}", value) for name, value in table.items()}
    )


def _texts(
    where: str, raw: Mapping[str, Any], key: str, allowed: Iterable[str] | None = None
) -> tuple[str, ...]:
    values = raw.get(key, ())
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        raise OntologyError(f"{where}: {key} must be a list of texts")
    return tuple(values if allowed is None else (_one_of(where, key, v, allowed) for v in values))


def _sensitivity(where: str, raw: Mapping[str, Any], vocabularies: Vocabularies) -> str:
    level = raw.get("sensitivity", "public")
    return str(_one_of(where, "sensitivity", level, vocabularies["sensitivity"]))


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise OntologyError(f"{where}: {key} is {value!r}; it must be a text")
    return value


def _table(where: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise OntologyError(f"{where}: {value!r} must be a table")
    return value


def _name(where: str, name: str) -> str:
    if not _NAME.fullmatch(name):
        raise OntologyError(f"{where}: {name!r} is not a name like house_arrest")
    return name


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
