"""CSV: claims, persons, sources and documents as four tables, described by CSVW metadata.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end as a
formula (https://owasp.org/www-community/attacks/CSV_Injection). Such a cell gets an apostrophe in
front, as does one that already begins with apostrophes and then such a sign, so that
:func:`unguarded` gives every text back. Several values of one cell are joined by ``|``.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.export.files import whole_folder
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import Node, local_name, nodes
from kg.export.terms import term_of, type_of
from ontology.load import ontology

SEPARATOR = "|"
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_LISTS = frozenset(["aliases", "cites", "sources", "reasons", "documents", "parties"])

CLAIMS = (
    "id", "type", "subject_id", "subject", "mention", "status", "attributed_to", "date",
    "earliest", "latest",
)  # fmt: skip
EVIDENCE = (
    "quote", "language", "document_id", "document", "section", "start", "end", "page", "cites",
    "sources", "sensitivity", "confidence", "extractor",
)  # fmt: skip
PERSONS = ("id", "label", "aliases", "reasons", "claims")
SOURCES = ("id", "publisher", "title", "date", "pages", "url", "documents", "claims")
DOCUMENTS = (
    "id", "file", "sha256", "kind", "number", "title", "language", "date", "parties", "claims",
)  # fmt: skip


def guarded(text: str) -> str:
    """The text as no spreadsheet runs it.

    >>> guarded("=1+1"), guarded("Anna"), guarded("'=1")
    ("'=1+1", 'Anna', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that :func:`guarded` was given.

    >>> unguarded(guarded("'=1"))
    "'=1"
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


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
    roles = tuple(sorted({role.name for kind in ontology().types.values() for role in kind.roles}))
    tables = {
        "claims": (CLAIMS + _columns(roles) + EVIDENCE, _claims(data, index, roles)),
        "persons": (PERSONS, _persons(index)),
        "sources": (SOURCES, _sources(index)),
        "documents": (DOCUMENTS, _documents(index)),
    }
    with whole_folder(out) as folder:
        written = {
            name: _table(folder / f"{name}.csv", columns, rows)
            for name, (columns, rows) in tables.items()
        }
        _metadata(folder, {name: columns for name, (columns, _) in tables.items()})
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


def _columns(roles: Sequence[str]) -> tuple[str, ...]:
    """Columns of the roles; one that is also a column of every claim gets a prefix."""
    return tuple(f"arg_{name}" if name in CLAIMS + EVIDENCE else name for name in roles)


def _claims(data: Path, index: _Index, roles: Sequence[str]) -> Iterator[Sequence[str]]:
    for claim in nodes(data, "kg:Claim"):
        subject, document = claim.text("kg:subject"), claim.text("oa:hasSource")
        kind = type_of(claim.text("kg:claimType"))
        yield (
            local_name(claim.iri), kind.name if kind else local_name(claim.text("kg:claimType")),
            local_name(subject), index.label(subject), claim.text("kg:mention"),
            _term("statuses", claim.text("kg:status")),
            claim.text("kg:attribution") or _joined(claim.texts("kg:attributedTo")),
            claim.text("kg:date"), claim.text("kg:earliest"), claim.text("kg:latest"),
            *(_joined(index.label(value) for value in claim.texts(f"kg:{role}")) for role in roles),
            claim.text("kg:quote"), _language(claim), local_name(document), index.label(document),
            local_name(claim.text("kg:inSection")), claim.text("kg:start"), claim.text("kg:end"),
            claim.text("kg:page"), _joined(map(local_name, claim.texts("kg:cites"))),
            _joined(_reference(index.nodes[iri]) for iri in claim.texts("kg:cites")
                    if iri in index.nodes),
            _term("sensitivity", claim.text("kg:sensitivity")), claim.text("kg:confidence"),
            local_name(claim.text("prov:wasGeneratedBy")),
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


def _table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        # Every cell is quoted: a lone carriage return in a bare cell would end the row.
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(map(guarded, row))
            count += 1
    return count


def _metadata(folder: Path, tables: Mapping[str, Sequence[str]]) -> None:
    """CSVW (https://www.w3.org/TR/tabular-metadata/): keys, links between tables, lists."""
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True},
        "tables": [_described(name, columns) for name, columns in tables.items()],
    }
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    (folder / "csv-metadata.json").write_text(text, encoding="utf-8", newline="\n")


def _described(name: str, columns: Sequence[str]) -> Mapping[str, object]:
    schema: dict[str, object] = {
        "columns": [_column(column) for column in columns],
        "primaryKey": "id",
    }
    if name == "claims":
        schema["foreignKeys"] = [
            _link("document_id", "documents.csv"), _link("cites", "sources.csv")
        ]  # fmt: skip
    return {"url": f"{name}.csv", "tableSchema": schema}


def _column(name: str) -> Mapping[str, object]:
    column = {"name": name, "titles": name, "datatype": "string"}
    return column | {"separator": SEPARATOR} if name in _LISTS | _repeated() else column


def _repeated() -> set[str]:
    """The roles that may have several values."""
    roles = (role for kind in ontology().types.values() for role in kind.roles)
    return {role.name for role in roles if role.maximum is None}


def _link(column: str, table: str) -> Mapping[str, object]:
    return {"columnReference": column, "reference": {"resource": table, "columnReference": "id"}}


EXPORTER = Exporter(
    name="csv",
    description="tables of claims, persons, sources and documents, with CSVW metadata",
    suffix="directory",
    write=write,
)
