"""Entities of one build: referents of all documents that stand for the same one.

A person's full name joins documents, a surname alone never does. Two father's names that differ
are a veto: then a name without one joins nobody either, since it may be either man's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from extract.names import bare, contradict, folded, parse, tokens
from extract.values import Extraction, Kind, Referent
from kg.iris import digest, distinct, slug

Member = tuple[str, str]
"""A referent: the SHA-256 of its document, and its key there."""

_FOLDERS: Mapping[Kind, str] = {"document": "work"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that claims are about.

    ``id`` is its path below ``id:``; ``printed`` pairs every printed form with the language of
    a document that prints it, ``label`` is the form to show; ``members`` are the referents.
    """

    id: str
    kind: Kind
    label: str
    printed: tuple[tuple[str, str], ...]
    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """The printed forms other than the label, each once."""
        return tuple(dict.fromkeys(name for name, _ in self.printed if name != self.label))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A referent with what identity needs to know of its document."""

    member: Member
    language: str
    referent: Referent

    @property
    def middle(self) -> str:
        """The longest father's name that a full form of the name gives, folded."""
        names = [parse(name) for name in self.referent.names]
        return max((name.middle for name in names if name.full), key=len, default="")


def entities(extractions: Iterable[Extraction]) -> tuple[Entity, ...]:
    """The entities that the documents speak of, by id; the order of the documents is no matter."""
    found = sorted(_printed(extractions), key=lambda item: item.member)
    groups = [group for whole in _components(found) for group in _vetoed(whole)]
    labels = {_key(group): _label(group) for group in groups}
    wanted = ((_key(group), _path(group, labels[_key(group)])) for group in groups)
    paths = distinct(wanted)
    made = (_entity(group, paths[_key(group)], labels[_key(group)]) for group in groups)
    return tuple(sorted(made, key=lambda entity: entity.id))


def entity_of(found: Iterable[Entity]) -> dict[Member, Entity]:
    """The entity that each referent stands for."""
    return {member: entity for entity in found for member in entity.members}


def _printed(extractions: Iterable[Extraction]) -> Iterable[Printed]:
    for extraction in extractions:
        document = extraction.document
        for referent in extraction.referents:
            yield Printed(
                member=(document.id, referent.key),
                language=document.metadata.language,
                referent=referent,
            )


def _components(found: Sequence[Printed]) -> Iterable[list[Printed]]:
    """Referents joined by a name that identifies; sorted within and among each other."""
    graph: nx.Graph[object] = nx.Graph()
    for item in found:
        graph.add_node(item.member)
        graph.add_edges_from((item.member, key) for key in _name_keys(item.referent))
    by_member: dict[object, Printed] = {item.member: item for item in found}
    joined = nx.connected_components(graph)
    parts = ([by_member[node] for node in part if node in by_member] for part in joined)
    return sorted((sorted(part, key=lambda item: item.member) for part in parts), key=_key)


def _name_keys(referent: Referent) -> Iterable[str]:
    """The folded names by which a referent is known in other documents too."""
    for name in referent.names:
        if referent.kind == "person":
            parsed = parse(name)
            if parsed.full:
                yield f"person:{parsed.key}"
        elif name == referent.names[0] or not name.isupper():
            yield f"{referent.kind}:{folded(name)}"


def _vetoed(group: list[Printed]) -> Iterable[list[Printed]]:
    """The group, or its parts where two father's names in it contradict each other."""
    if group[0].referent.kind != "person" or not _namesakes(group):
        yield group
        return
    parts: dict[tuple[str, str], list[Printed]] = {}
    for item in group:
        alone = "" if item.middle else digest(item.member)
        parts.setdefault((item.middle, alone), []).append(item)
    yield from parts.values()


def _namesakes(group: Iterable[Printed]) -> bool:
    full = [name for item in group for name in map(parse, item.referent.names) if name.full]
    return any(contradict(one, other) for one, other in combinations(set(full), 2))


def _key(group: Sequence[Printed]) -> str:
    return "/".join(group[0].member)


def _path(group: Sequence[Printed], label: str) -> str:
    kind = group[0].referent.kind
    return f"{_FOLDERS.get(kind, kind)}/{slug(label)}"


def _label(group: Sequence[Printed]) -> str:
    """The fullest printed form, of these the one that the documents put first."""
    place = {
        name: min(i.referent.names.index(name) for i in group if name in i.referent.names)
        for item in group
        for name in item.referent.names
    }
    person = group[0].referent.kind == "person"

    def rank(name: str) -> tuple[bool, int, int, int, str]:
        """What sorts the names: none in capitals, most words, fewest titles, as printed first."""
        words = tokens(name) if person else bare(name)
        extra = len(tokens(name)) - len(words)
        return (name.isupper(), -len(words), extra, place[name], name)

    return min(place, key=rank, default="")


def _entity(group: Sequence[Printed], path: str, label: str) -> Entity:
    printed = {(name, item.language) for item in group for name in item.referent.names}
    return Entity(
        id=path,
        kind=group[0].referent.kind,
        label=label,
        printed=tuple(sorted(printed)),
        members=tuple(item.member for item in group),
        reasons=tuple(sorted(_reasons(group))),
    )


def _reasons(group: Sequence[Printed]) -> set[str]:
    """Why the forms are one: what each document gave, and what joined the documents."""
    given = {reason for item in group for reason in item.referent.reasons}
    documents = {item.member[0] for item in group}
    if len(documents) < 2:
        return given
    forms = sorted({name for item in group for name in item.referent.names})
    what = "given name and surname" if group[0].referent.kind == "person" else "name"
    return given | {
        f"same {what} once transliterations are folded, in {len(documents)} documents: "
        + "; ".join(forms)
    }
