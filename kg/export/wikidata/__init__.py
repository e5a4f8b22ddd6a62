"""A dataset for Wikidata: Wikibase JSON, QuickStatements, and the list of what was withheld.

Nothing is uploaded; the files are for a human to judge (``review.csv`` has a line a statement and
an empty column for the decision). What may go out, and why:

* **Everyone is treated as living** (https://www.wikidata.org/wiki/Wikidata:Living_people): no
  graph of documents is sure enough of a death.
* **Only persons** get items, and only those of whom a statement goes out: to be named in such a
  dataset at all is a disclosure. An alias goes out where it is printed in a quotation that does.
* **Nothing above "guarded"**: health, ill-treatment, contacts, family, descent, religion,
  residence. A claim also stays in where its sentence overlaps such a claim, where its document
  or source is so marked, or where the headline of its source makes such a claim.
* **Only facts of their source** (asserted, reported). An allegation about a living person is
  left out, not marked "allegedly" (P1480): Wikidata asks for high confidence, and the mark is
  lost in every reuse that reads values only. So is a claim that another one contradicts.
* **No guilt.** Charge (P1595), conviction (P1399), penalty (P1596) and place of detention
  (P2632) are never written; ``ontology/wikidata.toml`` lists them with the reasons.
* **No guessed item.** A value is an item of that checked list or of the user's ``qids.csv``
  (columns ``label``, ``qid``); a person is linked only by that file and is a new item otherwise.
* **Every statement has references**: the document with its own words (P1683), and each source
  that it cites for them, by address, title, date and pages. A quotation stands only with the
  document that it is from. Without any address, a statement stays in; an arrest (P793) needs its
  date and a cited source that has one. Publishers (P123) need items, so they are not written.

What stays in is counted by type of claim and reason, never named or quoted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.export.csvw import write_table
from kg.export.files import whole_folder
from kg.export.model import Exporter, ExportReport
from kg.export.nodes import Node, local_name, nodes
from kg.export.wikidata.evidence import Evidence, gather, kind_of
from kg.export.wikidata.gate import Judged, WithheldError, judge, language
from kg.export.wikidata.qids import key
from kg.export.wikidata.quickstatements import commands
from kg.export.wikidata.text import LABEL_LENGTH, plain
from kg.export.wikidata.values import Item, Moment, Snak, Statement, Words, merged
from kg.export.wikidata.wikibase import dump

Withheld = Counter[tuple[str, str]]
_REVIEW = ("item", "label", "property", "value", "qualifiers", "level", "quotation", "addresses",
           "claims", "decision")  # fmt: skip


def write(data: Path, out: Path) -> ExportReport:
    """Write the dataset of the build in ``data`` into the folder (or ``.zip`` file) ``out``."""
    evidence = gather(data)
    withheld: Withheld = Counter()
    judged = list(_judged(data, evidence, withheld))
    items = list(_items(judged, evidence, withheld))
    with whole_folder(out) as folder:
        _lines(folder / "wikibase.json", dump(items))
        _lines(folder / "quickstatements.txt", commands(items))
        write_table(folder / "review.csv", _REVIEW, _review(items))
        _withheld(folder, withheld)
    reasons: Counter[str] = Counter()
    for (_, reason), count in withheld.items():
        reasons[reason] += count
    said = sum(len(item.statements) for item in items)
    return ExportReport(
        path=out,
        written={"items": len(items), "statements": said},
        withheld=dict(sorted(reasons.items())),
    )


def _judged(data: Path, evidence: Evidence, withheld: Withheld) -> Iterator[Judged]:
    for claim in nodes(data, "kg:Claim"):
        try:
            yield judge(claim, evidence)
        except WithheldError as reason:
            kind = kind_of(claim)
            withheld[kind.name if kind else "unknown", str(reason)] += 1


def _items(judged: Iterable[Judged], evidence: Evidence, withheld: Withheld) -> Iterator[Item]:
    found: dict[str, list[Statement]] = {}
    for one in judged:
        found.setdefault(one.person, []).append(one.statement)
    shared = Counter(key(node.text("skos:prefLabel")) for node in evidence.things.values())
    for iri, statements in sorted(found.items()):
        person = evidence.things[iri]
        if not plain(person.text("skos:prefLabel"), LABEL_LENGTH):
            withheld["person", "the name cannot be written"] += len(statements)
            continue
        yield _item(person, _qid(person, evidence.qids, shared), merged(statements))


def _qid(person: Node, known: Mapping[str, str], shared: Counter[str]) -> str:
    """The user's item for a person: by id, or by a label that no other entity has."""
    label = key(person.text("skos:prefLabel"))
    by_label = known.get(label, "") if shared[label] == 1 else ""
    return known.get(local_name(person.iri), by_label)


def _item(person: Node, qid: str, statements: tuple[Statement, ...]) -> Item:
    human = Statement(
        main=Snak(property="P31", value="Q5"),
        qualifiers=(),
        references=statements[0].references,
        claims=statements[0].claims,
        level="public",
    )
    label = _name(person, "skos:prefLabel", person.text("skos:prefLabel"))
    return Item(
        iri=person.iri,
        qid=qid,
        label=label,
        aliases=tuple(_aliases(person, label, statements)),
        statements=statements if qid else (human, *statements),
    )


def _aliases(person: Node, label: Words, statements: Iterable[Statement]) -> Iterator[Words]:
    quotes = [words.text for one in statements for words in _quotations(one)]
    for text in sorted(set(person.texts("skos:altLabel"))):
        name = _name(person, "skos:altLabel", text)
        if name.text and name.text != label.text and any(name.text in quote for quote in quotes):
            yield name


def _name(person: Node, predicate: str, text: str) -> Words:
    tag = language(person, predicate)
    return Words(text=plain(text, LABEL_LENGTH), language="en" if tag == "und" else tag)


def _quotations(statement: Statement) -> Iterator[Words]:
    for reference in statement.references:
        for snak in reference:
            if snak.property == "P1683" and isinstance(snak.value, Words):
                yield snak.value


def _review(items: Iterable[Item]) -> Iterator[tuple[str, ...]]:
    for item in items:
        for one in item.statements:
            addresses = (s.value for ref in one.references for s in ref if s.property == "P854")
            yield (
                item.id, item.label.text, one.main.property, _shown(one.main),
                "; ".join(f"{snak.property} {_shown(snak)}" for snak in one.qualifiers), one.level,
                "\n".join(words.text for words in _quotations(one)),
                "\n".join(map(str, addresses)), " ".join(one.claims), "",
            )  # fmt: skip


def _shown(snak: Snak) -> str:
    return snak.value.time if isinstance(snak.value, Moment) else str(snak.value)


def _withheld(folder: Path, withheld: Withheld) -> None:
    rows = [
        {"type": kind, "reason": reason, "claims": count}
        for (kind, reason), count in sorted(withheld.items())
    ]
    text = json.dumps({"total": withheld.total(), "withheld": rows}, indent=2) + "\n"
    _lines(folder / "withheld.json", [text])
    columns = ("type", "reason", "claims")
    write_table(folder / "withheld.csv", columns, (tuple(map(str, row.values())) for row in rows))


def _lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines)


EXPORTER = Exporter(
    name="wikidata",
    description="Wikibase JSON and QuickStatements with references, and what was withheld and why",
    suffix="directory",
    write=write,
)
