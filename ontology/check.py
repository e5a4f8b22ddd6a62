"""The laws that hold between the files: one meaning a name, no charge read as guilt.

:mod:`ontology.load` sees to the form of each file; here is what only shows when all are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ontology.model import ClaimType, Frame, Ontology, Role, Term

_PROPERTY = re.compile(r"P[1-9]\d*")
_ITEM = re.compile(r"Q[1-9]\d*")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_NATURE = {"Event": "event", "State": "state"}
_CONVICTED_OF = "P1399"
_PYTHON_TYPE = {"integer": int, "boolean": bool}
_EXAMPLE_KEYS = {"subject", "date", "status", "attributed_to"}


class OntologyError(ValueError):
    """A definition that cannot be used; the message names the file and the reason."""


def check(ontology: Ontology) -> None:
    """Nothing, where every law holds. Raises :class:`OntologyError` at the first that does not."""
    _unique_names(ontology)
    _one_meaning_a_role(ontology.types.values())
    for kind in ontology.types.values():
        where = f"{kind.name}.toml"
        _parent(where, kind, ontology)
        _wikidata(where, kind)
        _followthemoney(where, kind)
        for number, frame in enumerate(kind.frames, start=1):
            check_frame(f"{where}, frame {number} ({frame.language})", kind, frame)
        for number, example in enumerate(kind.examples, start=1):
            for claim in example.claims:
                _expected(f"{where}, example {number} ({example.language})", kind, claim, ontology)


def _unique_names(ontology: Ontology) -> None:
    owners: dict[str, str] = {}
    for where, name in _names(ontology):
        if not _CLASS.fullmatch(name):
            raise OntologyError(f"{where}: {name!r} is not a name like HouseArrest")
        if name in owners:
            raise OntologyError(f"{where}: the name {name} is taken by {owners[name]}")
        owners[name] = where


def _names(ontology: Ontology) -> Iterator[tuple[str, str]]:
    for scheme, terms in ontology.vocabularies.items():
        for term in terms.values():
            for fact in ("iri", "class", "event"):
                if fact in term.facts:
                    yield f"{scheme}.toml, term {term.name}", str(term.facts[fact])
    for kind in ontology.types.values():
        yield f"{kind.name}.toml", kind.class_name


def _one_meaning_a_role(types: Iterable[ClaimType]) -> None:
    """A role is one RDF property, so its range may not differ from file to file."""
    seen: dict[str, tuple[str, Role]] = {}
    for kind in types:
        for role in kind.roles:
            owner, first = seen.setdefault(role.name, (f"{kind.name}.toml", role))
            if (role.range, role.vocabulary) != (first.range, first.vocabulary):
                raise OntologyError(
                    f"{kind.name}.toml, role {role.name}: range {_range(role)}, but it is "
                    f"{_range(first)} in {owner}; a role has one range everywhere"
                )


def _range(role: Role) -> str:
    return f"{role.range} of {role.vocabulary}" if role.vocabulary else role.range


def _parent(where: str, kind: ClaimType, ontology: Ontology) -> None:
    categories = ontology.vocabularies["categories"].values()
    parent = next((term for term in categories if term.facts["class"] == kind.parent), None)
    if parent is None:
        known = sorted(str(term.facts["class"]) for term in categories)
        raise OntologyError(f"{where}: parent is {kind.parent!r}; it must be one of {known}")
    if _NATURE[str(parent.facts["within"])] != kind.nature:
        raise OntologyError(
            f"{where}: nature is {kind.nature!r}, but {kind.parent} is a {parent.facts['within']}"
        )


def _wikidata(where: str, kind: ClaimType) -> None:
    """``property``, ``value`` (an item or a role), and qualifiers: a role or ``date``."""
    for key, value in kind.wikidata.items():
        if key == "value":
            if not _ITEM.fullmatch(value) and kind.role(value) is None:
                raise OntologyError(f"{where}: wikidata value {value!r} is no item and no role")
        elif not _PROPERTY.fullmatch(value):
            raise OntologyError(f"{where}: wikidata {key} is {value!r}; it must be like P585")
        elif key not in ("property", "date") and kind.role(key) is None:
            raise OntologyError(f"{where}: wikidata names {key!r}, which is no role of the type")
    if kind.wikidata and not {"property", "value"} <= set(kind.wikidata):
        raise OntologyError(f"{where}: wikidata needs a property and a value")
    if kind.wikidata.get("property") == _CONVICTED_OF and kind.class_name != "Conviction":
        raise OntologyError(f"{where}: {_CONVICTED_OF} (convicted of) is for convictions only")


def _followthemoney(where: str, kind: ClaimType) -> None:
    """``schema``, and which of its properties holds ``subject``, ``date`` and the roles."""
    if not kind.followthemoney:
        return
    schema = kind.followthemoney.get("schema", "")
    if not _CLASS.fullmatch(schema):
        raise OntologyError(f"{where}: followthemoney needs a schema like Event")
    if schema == "Sanction" and kind.parent != "PolicyEvent":
        raise OntologyError(f"{where}: a FollowTheMoney Sanction is never a prisoner's punishment")
    for key in kind.followthemoney:
        if key not in ("schema", "subject", "date") and kind.role(key) is None:
            raise OntologyError(f"{where}: followthemoney names {key!r}, no role of the type")


def check_frame(where: str, kind: ClaimType, frame: Frame) -> None:
    """Nothing, where the type can take what the frame gives; else OntologyError."""
    if not frame.triggers:
        raise OntologyError(f"{where}: needs at least one trigger")
    if not 0 <= frame.confidence <= 1:
        raise OntologyError(f"{where}: confidence is {frame.confidence}; it must be 0 to 1")
    for name, functions in frame.roles.items():
        role = kind.role(name)
        if functions and role is not None and role.range == "term":
            raise OntologyError(f"{where}: {name} takes a term; settle it in args, not from words")
    for name, value in frame.args.items():
        role = kind.role(name)
        if role is not None:
            _argument(f"{where}, argument {name}", role, value)


def _expected(where: str, kind: ClaimType, claim: Mapping[str, object], ontology: Ontology) -> None:
    """A claim expected of an example: its keys, and values that its type can have."""
    if "subject" not in claim:
        raise OntologyError(f"{where}: a claim needs a subject")
    if claim.get("status") not in {None, *ontology.vocabularies["statuses"]}:
        raise OntologyError(f"{where}: {claim['status']!r} is not a status")
    for key, value in claim.items():
        role = kind.role(key)
        if role is None and key not in _EXAMPLE_KEYS:
            raise OntologyError(f"{where}: {key} is no role of the type")
        if role is not None and not isinstance(value, list):
            _argument(f"{where}, argument {key}", role, value)


def _argument(where: str, role: Role, value: object) -> None:
    expected = _PYTHON_TYPE.get(role.range, str)
    if type(value) is not expected:
        raise OntologyError(f"{where}: {value!r} is not {role.range}")
    if role.range == "term" and value not in role.values:
        raise OntologyError(f"{where}: is {value!r}; it must be one of {sorted(role.values)}")


def check_term(where: str, term: Term) -> None:
    """Nothing, where the term has the facts its vocabulary asks for; else OntologyError."""
    needed = {"categories": ("class", "within"), "kinds": ("iri", "class")}
    for fact in needed.get(term.scheme, ("iri",)):
        if not isinstance(term.facts.get(fact), str):
            raise OntologyError(f"{where}: missing {fact}")
    if term.scheme == "categories" and term.facts["within"] not in _NATURE:
        raise OntologyError(f"{where}: within must be one of {sorted(_NATURE)}")
    if term.scheme == "statuses" and not isinstance(term.facts.get("factual"), bool):
        raise OntologyError(f"{where}: factual must be true or false")
    if term.scheme == "statuses" and not (term.facts["factual"] or term.facts.get("event")):
        raise OntologyError(f"{where}: a status that is not factual needs an event class")
    if term.scheme == "sensitivity" and type(term.facts.get("rank")) is not int:
        raise OntologyError(f"{where}: rank must be an integer")
