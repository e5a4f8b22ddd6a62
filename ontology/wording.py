"""How a claim type is worded in each language: its frames, labelled fields and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from ontology.check import OntologyError, check_frame
from ontology.model import ClaimType, Example, Field, Frame, Ontology
from ontology.tables import needs, one_of, only, table, text_of, texts

_FRAME_KEYS = {
    "triggers", "pos", "subject", "roles", "args", "each", "needs", "voice", "requires",
    "excludes", "confidence",
}  # fmt: skip


def frames_of(
    ontology: Ontology, language: str, raw: Mapping[str, Any], where: str
) -> tuple[tuple[ClaimType, Frame], ...]:
    """The frames of a language that stand elsewhere than in ``events/``: lists by claim type.

    Raises :class:`OntologyError` at the first that cannot be used; ``where`` names their file.
    """
    found: list[tuple[ClaimType, Frame]] = []
    for name in raw:
        kind = ontology.types[one_of(where, "claim type", name, ontology.types)]
        roles = {role.name for role in kind.roles}
        for frame in frames(f"{where}, {name}", {"frames": {language: raw[name]}}, roles):
            check_frame(f"{where}, {name}", kind, frame)
            found.append((kind, frame))
    return tuple(found)


def frames(where: str, raw: Mapping[str, Any], roles: set[str]) -> Iterable[Frame]:
    """The frames of a type's file; ``roles`` are those that they may fill."""
    for language, number, body in _blocks(where, raw, "frames"):
        yield _frame(f"{where}, frame {language} {number}", language, body, roles)


def _frame(where: str, language: str, body: Mapping[str, Any], roles: set[str]) -> Frame:
    only(where, body, _FRAME_KEYS)
    needs(where, body, ("triggers", "pos"))
    places, args = (table(f"{where}, {key}", body.get(key, {})) for key in ("roles", "args"))
    if unknown := {*places, *args} - roles:
        raise OntologyError(f"{where}: fills roles that the type does not have: {sorted(unknown)}")
    return Frame(
        language=language,
        triggers=texts(where, body, "triggers"),
        pos=one_of(where, "pos", body["pos"], ("verb", "noun", "adjective", "phrase")),
        subject=texts(where, body, "subject"),
        roles=MappingProxyType({key: texts(where, places, key) for key in places}),
        args=MappingProxyType(dict(args)),
        each=texts(where, body, "each"),
        needs=texts(where, body, "needs"),
        voice=body.get("voice", ""),
        requires=texts(where, body, "requires"),
        excludes=texts(where, body, "excludes"),
        confidence=body.get("confidence", 0.9),
    )


def fields(where: str, raw: Mapping[str, Any], says: set[str]) -> Iterable[Field]:
    """The labelled fields of a type's file; ``says`` is what one may give."""
    for language, number, body in _blocks(where, raw, "fields"):
        place = f"{where}, field {language} {number}"
        only(place, body, {"labels", "says"})
        needs(place, body, ("labels", "says"))
        yield Field(
            language=language,
            says=one_of(place, "says", body["says"], says),
            labels=texts(place, body, "labels"),
        )


def examples(where: str, raw: Mapping[str, Any]) -> Iterable[Example]:
    """The examples of a type's file, in order."""
    for language, number, body in _blocks(where, raw, "examples"):
        place = f"{where}, example {language} {number}"
        only(place, body, {"text", "claims"})
        needs(place, body, ("text",))
        claims = body.get("claims", ())
        if not all(isinstance(claim, dict) for claim in claims):
            raise OntologyError(f"{place}: claims must be a list of tables")
        text = text_of(place, "text", body["text"])
        yield Example(language=language, text=text, claims=tuple(map(MappingProxyType, claims)))


def _blocks(
    where: str, raw: Mapping[str, Any], key: str
) -> Iterable[tuple[str, int, Mapping[str, Any]]]:
    for language, bodies in table(f"{where}, {key}", raw.get(key, {})).items():
        if not isinstance(bodies, list):
            raise OntologyError(f"{where}: write [[{key}.{language}]], with two brackets")
        for number, body in enumerate(bodies, start=1):
            yield language, number, table(f"{where}, {key} {language} {number}", body)
