"""The frozen values that the files of this folder are loaded into.

Everything that reads the ontology (the extractor, the shapes, the exports, the docs) reads
these values; nothing outside :mod:`ontology.load` reads the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NAMESPACE = "https://w3id.org/conscience-graph/ns#"

Range = Literal[
    "text", "duration", "articles", "integer", "boolean",
    "person", "organisation", "place", "names", "term",
]  # fmt: skip
Nature = Literal["event", "state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a controlled vocabulary (a SKOS concept).

    ``facts`` holds what is said of the term beyond its labels, e.g. its local name in RDF
    (``iri``) or whether a status may be read as a fact (``factual``).
    """

    name: str
    scheme: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    facts: Mapping[str, str | bool | int] = field(default_factory=dict)

    @property
    def iri(self) -> str:
        """The IRI of the concept."""
        return NAMESPACE + str(self.facts["iri"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One argument of a claim type: a key of ``args`` in claims.jsonl.

    ``maximum`` is None where the role repeats. When ``range`` is "term", ``vocabulary`` names the
    vocabulary and ``values`` the terms of it that the role may take. A ``distinguishing`` role
    tells events apart: claims in which it differs are of two events. What is measured or a term
    always does; words do where the file says so, since one thing has many wordings. ``places``
    are where its filler may stand whatever the wording, after those that a frame names.
    """

    name: str
    range: Range
    label: Mapping[str, str]
    minimum: int = 0
    maximum: int | None = 1
    values: tuple[str, ...] = ()
    vocabulary: str = ""
    sensitivity: str = "public"
    distinguishing: bool = False
    places: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the RDF property: the role's name in camel case."""
        first, *rest = self.name.split("_")
        return NAMESPACE + first + "".join(map(str.capitalize, rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What evokes a claim type in one language, and where each role stands.

    ``triggers``  lemmas or phrases; ``*x`` is any compound that ends in x
    ``pos``       verb, noun, adjective or phrase: how the trigger takes its arguments
    ``subject``   functions, best first, in which the claim's subject may stand
    ``roles``     role name -> functions, best first, in which its filler may stand
    ``args``      arguments that the trigger itself settles, e.g. phase = "end"
    ``each``      roles whose coordinated fillers give one claim each
    ``needs``     roles without which the frame makes no claim
    ``voice``     the role whose filler is the one who says it ("a low score from NGO X")
    ``requires``  words of which one must stand in the clause
    ``excludes``  words that forbid the frame
    """

    language: str
    triggers: tuple[str, ...]
    pos: str
    subject: tuple[str, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    args: Mapping[str, str | int | bool] = field(default_factory=dict)
    each: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    voice: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled field of a record ("Date of arrest: ...") that makes a claim of its person.

    ``labels`` are its names in one language, without articles; ``says`` is what its value gives,
    "date" or a role.
    """

    language: str
    says: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A made-up sentence and the claims expected of it; none where it is a trap."""

    language: str
    text: str
    claims: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimType:
    """One claim type: a class of event or state, and all that the project knows of it."""

    name: str
    class_name: str
    parent: str
    nature: Nature
    label: Mapping[str, str]
    definition: Mapping[str, str]
    subject_kinds: tuple[str, ...]
    roles: tuple[Role, ...]
    narrows: str
    custody: str
    sensitivity: str
    wikidata: Mapping[str, str]
    followthemoney: Mapping[str, str]
    frames: tuple[Frame, ...]
    examples: tuple[Example, ...]
    fields: tuple[Field, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the class."""
        return NAMESPACE + self.class_name

    def role(self, name: str) -> Role | None:
        """The role of that name, or None."""
        return next((role for role in self.roles if role.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All claim types and vocabularies, by name, in a fixed order."""

    types: Mapping[str, ClaimType]
    vocabularies: Mapping[str, Mapping[str, Term]]

    def says(self, claim_type: str, fact: str) -> bool:
        """Whether the category of a claim type has that fact, e.g. ``judgment``."""
        parent = self.types[claim_type].parent
        terms = self.vocabularies["categories"].values()
        return any(term.facts.get(fact) is True for term in terms if term.facts["class"] == parent)

    def frames(self, language: str) -> tuple[tuple[ClaimType, Frame], ...]:
        """Every frame of one language with its claim type, in the order of the files."""
        return tuple(
            (kind, frame)
            for kind in self.types.values()
            for frame in kind.frames
            if frame.language == language
        )
