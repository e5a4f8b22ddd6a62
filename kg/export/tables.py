"""CSV: claims, persons, sources and documents as four tables, described by CSVW metadata.

How a cell is written, and read back, stands in :mod:`kg.export.csvw`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.export.csvw import SEPARATOR, write_metadata, write_table
from kg.export.files import whole_folder
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import Node, local_name, nodes
from kg.export.terms import fillers, term_of, type_of
from ontology.load import ontology
from ontology.model import Role

_LISTS = frozenset(["aliases", "cites", "sources", "reasons", "documents", "parties"])

CLAIMS = (
    "id", "type", "subject_id", "subject", "mention", "status", "attributed_to", "date",
    "earliest", "latest",
)  # fmt: skip
EVIDENCE = (
    "quote", "language", "document_id", "document", "section", "start", "end", "page", "ocr",
    "cites", "sources", "sensitivity", "confidence", "extractor",
)  # fmt: skip
PERSONS = ("id", "label", "aliases", "reasons", "claims")
SOURCES = ("id", "publisher", "title", "date", "pages", "url", "documents", "claims")
DOCUMENTS = (
    "id", "file", "sha256", "kind", "number", "title", "language", "date", "parties", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """What the rows of one table need to know of the others."""

    nodes: Mapping[str, Node]
    claims: Mapping[str, int]
    cited_in: Mapping[str, frozenset[str]]

    def label(self, iri: str) -> str:
        """The name of an entity, section or document; its local name where it has none."""
        node = self.nodes.get(iri)
        names = ("skos:prefLabel", "kg:fileName", "rdfs:label")
        return next((text for name in names if node and (text := node.text(name))), local_name(iri))


def write(data: Path, out: Path) -> ExportReport:
    """Write the tables of the build in ``data`` into the folder (or ``.zip`` file) ``out``."""
    index = _index(data)
    roles = _roles()
    tables = {
        "claims": (CLAIMS + EVIDENCE + _columns(roles), _claims(data, index, roles)),
        "persons": (PERSONS, _persons(index)),
        "sources": (SOURCES, _sources(index)),
        "documents": (DOCUMENTS, _documents(index)),
    }
    with whole_folder(out) as folder:
        written = {
            name: write_table(folder / f"{name}.csv", columns, rows)
            for name, (columns, rows) in tables.items()
        }
        write_metadata(folder, {name: columns for name, (columns, _) in tables.items()}, _lists())
    return ExportReport(path=out, written=written)


def _index(data: Path) -> _Index:
    kept: dict[str, Node] = {}
    claims: Counter[str] = Counter()
    cited: dict[str, set[str]] = {}
    for node in nodes(data):
        if node.is_a("kg:Claim"):
            linked = [*node.texts("kg:subject"), *node.texts("oa:hasSource")]
            claims.update([*linked, *node.texts("kg:cites")])
            for source in node.texts("kg:cites"):
                cited.setdefault(source, set()).update(node.texts("oa:hasSource"))
        elif _is_described(node):
            kept[node.iri] = node
            for source in node.texts("kg:cites"):
                cited.setdefault(source, set()).add(node.iri)
    return _Index(
        nodes=kept, claims=claims, cited_in={key: frozenset(value) for key, value in cited.items()}
    )


def _is_described(node: Node) -> bool:
    named = any(node.all(name) for name in ("skos:prefLabel", "rdfs:label"))
    return named or node.is_a("kg:CitedSource") or node.is_a("kg:Document")


def _roles() -> Sequence[Role]:
    """One role of each name that a claim type has, by name."""
    found = {role.name: role for kind in ontology().types.values() for role in kind.roles}
    return [role for _, role in sorted(found.items())]


def _lists() -> frozenset[str]:
    """The columns whose cells may hold several values."""
    return _LISTS | {role.name for role in _roles() if role.maximum is None}


def _columns(roles: Sequence[Role]) -> tuple[str, ...]:
    """Columns of the roles; one that is also a column of every claim gets a prefix."""
    names = (role.name for role in roles)
    return tuple(f"arg_{name}" if name in CLAIMS + EVIDENCE else name for name in names)


def _claims(data: Path, index: _Index, roles: Sequence[Role]) -> Iterator[Sequence[str]]:
    for claim in nodes(data, "kg:Claim"):
        subject, document = claim.text("kg:subject"), claim.text("oa:hasSource")
        kind = type_of(claim.text("kg:claimType"))
        yield (
            local_name(claim.iri), kind.name if kind else local_name(claim.text("kg:claimType")),
            local_name(subject), index.label(subject), claim.text("kg:mention"),
            _term("statuses", claim.text("kg:status")),
            claim.text("kg:attribution") or _joined(claim.texts("kg:attributedTo")),
            claim.text("kg:date"), claim.text("kg:earliest"), claim.text("kg:latest"),
            claim.text("kg:quote"), _language(claim), local_name(document), index.label(document),
            local_name(claim.text("kg:inSection")), claim.text("kg:start"), claim.text("kg:end"),
            claim.text("kg:page"), claim.text("kg:ocrConfidence"),
            _joined(map(local_name, claim.texts("kg:cites"))),
            _joined(_reference(index.nodes[iri]) for iri in claim.texts("kg:cites")
                    if iri in index.nodes),
            _term("sensitivity", claim.text("kg:sensitivity")), claim.text("kg:confidence"),
            local_name(claim.text("prov:wasGeneratedBy")),
            *(_joined(index.label(item.value) for item in fillers(claim, role)) for role in roles),
        )  # fmt: skip


def _persons(index: _Index) -> Iterator[Sequence[str]]:
    for node in _of_class(index, "kg:Person"):
        yield (
            local_name(node.iri), node.text("skos:prefLabel"), _joined(node.texts("skos:altLabel")),
            _joined(node.texts("kg:sameReason")), str(index.claims.get(node.iri, 0)),
        )  # fmt: skip


def _sources(index: _Index) -> Iterator[Sequence[str]]:
    for node in _of_class(index, "kg:CitedSource"):
        documents = sorted(index.label(iri) for iri in index.cited_in.get(node.iri, ()))
        yield (
            local_name(node.iri), node.text("dcterms:publisher"), node.text("dcterms:title"),
            node.text("dcterms:date"), node.text("kg:pages"), _url(node), _joined(documents),
            str(index.claims.get(node.iri, 0)),
        )  # fmt: skip


def _documents(index: _Index) -> Iterator[Sequence[str]]:
    for node in _of_class(index, "kg:Document"):
        yield (
            local_name(node.iri), node.text("kg:fileName"), node.text("kg:sha256"),
            _term("documents", node.text("kg:documentKind")), node.text("kg:documentNumber"),
            node.text("dcterms:title"), node.text("dcterms:language"), node.text("dcterms:date"),
            _joined(index.label(iri) for iri in node.texts("kg:documentParty")),
            str(index.claims.get(node.iri, 0)),
        )  # fmt: skip


def _term(scheme: str, iri: str) -> str:
    term = term_of(scheme, iri)
    return term.name if term else local_name(iri)


def _of_class(index: _Index, name: str) -> Iterator[Node]:
    return (node for _, node in sorted(index.nodes.items()) if node.is_a(name))


def _reference(source: Node) -> str:
    names = ("dcterms:publisher", "dcterms:title", "dcterms:date")
    return ", ".join(part for part in (*map(source.text, names), _url(source)) if part)


def _url(source: Node) -> str:
    return source.text("kg:url") or source.text("schema:url")


def _language(claim: Node) -> str:
    tags = (getattr(value, "language", None) for value in claim.all("kg:quote"))
    return next((tag for tag in tags if tag), "")


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(values)


EXPORTER = Exporter(
    name="csv",
    description="tables of claims, persons, sources and documents, with CSVW metadata",
    suffix="directory",
    write=write,
)
