"""The gate: turns a claim into a statement, or says why it stays in.

The checks stand in the order in which they are made; the first that fails gives the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal

from kg.export.nodes import Node, local_name
from kg.export.terms import fillers, term_of
from kg.export.wikidata.dates import moment, qualifiers
from kg.export.wikidata.evidence import GUARDED, Evidence, kind_of, level, levels_of, rank
from kg.export.wikidata.qids import key
from kg.export.wikidata.text import address, plain
from kg.export.wikidata.values import Reference, Snak, Statement, Words
from ontology.model import ClaimType, Role
from ontology.wikidata import Property, wikidata

_ITEM_KEYS = ("property", "value", "date")


class WithheldError(Exception):
    """A claim that stays in; the message is the reason, without a word of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim that goes out: of whom it is, and the statement that it makes."""

    person: str
    statement: Statement


def judge(claim: Node, evidence: Evidence) -> Judged:
    """The statement of a claim. Raises :class:`WithheldError` where it may not go out."""
    person = _person(claim, evidence)
    kind = _kind(claim, evidence)
    rule = _rule(kind)
    main = Snak(property=rule.id, value=_item(claim, kind, rule, evidence))
    references = _references(claim, rule, evidence)
    extras = tuple(_extras(claim, kind, rule, evidence))
    if evidence.is_closed(claim):
        raise WithheldError("its sentence also says something that may not go out")
    if claim.iri in evidence.contested:
        raise WithheldError("another claim contradicts it")
    return Judged(
        person=person,
        statement=Statement(
            main=main,
            qualifiers=extras,
            references=references,
            claims=(local_name(claim.iri),),
            level=level(claim),
        ),
    )


def _person(claim: Node, evidence: Evidence) -> str:
    subject = claim.text("kg:subject")
    node = evidence.things.get(subject)
    if node is None or not node.is_a("kg:Person"):
        raise WithheldError("not about a person: no item is made for others")
    return subject


def _kind(claim: Node, evidence: Evidence) -> ClaimType:
    kind, highest = kind_of(claim), level(claim)
    around = ("kg:subject", "oa:hasSource", "kg:cites")
    origins = [iri for name in around for iri in claim.texts(name)]
    things = [evidence.things[iri] for iri in origins if iri in evidence.things]
    highest = max([highest, *(name for node in things for name in levels_of(node))], key=rank)
    if kind is None or rank(highest) > rank(GUARDED):
        raise WithheldError(f"sensitivity: {highest}")
    term = term_of("statuses", claim.text("kg:status"))
    if term is None or not term.facts["factual"]:
        raise WithheldError(f"status: {term.name if term else 'unknown'}, of a living person")
    return kind


def _rule(kind: ClaimType) -> Property:
    name = kind.wikidata.get("property", "")
    if name in wikidata().refused:
        raise WithheldError(f"{name} is not written: {wikidata().refused[name]}")
    rule = wikidata().properties.get(name)
    if rule is None or "statement" not in rule.use:
        raise WithheldError("no property of Wikidata is allowed for this type of claim")
    return rule


def _item(claim: Node, kind: ClaimType, rule: Property, evidence: Evidence) -> str:
    value = kind.wikidata.get("value", "")
    fixed = wikidata().items.get(value)
    if fixed is not None and rule.kind in fixed.kinds:
        return fixed.id
    found = _known(claim, kind.role(value), rule.kind, evidence)
    if found is None:
        raise WithheldError(f"no item is known for its value (name it in qids.csv): {rule.label}")
    return found


def _known(claim: Node, role: Role | None, kind: str, evidence: Evidence) -> str | None:
    """The item of a role's only value: as the user says, else as the checked list says."""
    values = fillers(claim, role) if role else ()
    if len(values) != 1:
        return None
    entity = evidence.things.get(values[0].value)
    words = entity.text("skos:prefLabel") if entity else values[0].value
    return evidence.qids.get(key(words)) or wikidata().item(kind, _language(claim), words)


def _extras(claim: Node, kind: ClaimType, rule: Property, evidence: Evidence) -> Iterator[Snak]:
    edtf = claim.text("kg:date")
    dated = qualifiers(edtf, kind.nature) if edtf else ()
    if edtf and not dated:
        raise WithheldError("its date cannot be said exactly")
    if rule.dated and not dated:
        raise WithheldError(f"it has no date: {rule.label}")
    yield from dated
    for role, name in sorted(kind.wikidata.items()):
        allowed = wikidata().properties.get(name)
        if role in _ITEM_KEYS or allowed is None or "qualifier" not in allowed.use:
            continue
        if found := _known(claim, kind.role(role), allowed.kind, evidence):
            yield Snak(property=name, value=found)


def _references(claim: Node, rule: Property, evidence: Evidence) -> tuple[Reference, ...]:
    """The document with its own words, and the sources that it cites for them.

    The quotation stands with the document: it is not what the cited source says.
    """
    document = evidence.things.get(claim.text("oa:hasSource"))
    quote = plain(claim.text("kg:quote"))
    cited = tuple(ref for ref in map(_cited, evidence.sources(claim)) if ref)
    where = _address(document) if document else None
    if document is None or not quote:
        raise WithheldError("it has no quotation")
    if not cited and (rule.source == "cited" or not where):
        raise WithheldError(
            "no cited source with an address"
            if rule.source == "cited"
            else "neither its document nor a cited source has an address"
        )
    return (_document(document, where, claim, quote), *cited)


def _document(document: Node, where: str | None, claim: Node, quote: str) -> Reference:
    return tuple(
        Snak(property=name, value=value)
        for name, value in (
            ("P854", where),
            ("P1476", _title(document)),
            ("P577", moment(document.text("dcterms:date"))),
            ("P304", claim.text("kg:page")),
            ("P1683", Words(text=quote, language=_language(claim))),
        )
        if value
    )


def _cited(source: Node) -> Reference:
    where = _address(source)
    values = (
        ("P854", where),
        ("P1476", _title(source)),
        ("P577", moment(source.text("dcterms:date"))),
        ("P304", plain(source.text("kg:pages"))),
    )
    return tuple(Snak(property=name, value=value) for name, value in values if value and where)


def _address(node: Node) -> str | None:
    given = node.text("schema:url") or node.text("kg:url")
    if given:
        return address(given)
    return wikidata().address(node.text("kg:fileName"), node.text("kg:documentNumber"))


def _title(node: Node) -> Words | None:
    text = plain(node.text("dcterms:title"))
    return Words(text=text, language=language(node, "dcterms:title")) if text else None


def _language(claim: Node) -> str:
    return language(claim, "kg:quote")


def language(node: Node, name: str) -> str:
    """The language of a text as Wikibase names it, "und" where it is not known."""
    first = next(iter(node.all(name)), None)
    tag = first.language if isinstance(first, Literal) else None
    code = (tag or "").partition("-")[0].lower()
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else "und"
