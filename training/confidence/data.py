"""Annotated documents as examples: the signs of each claim, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.confidence import CATEGORY
from extract.values import Extraction
from kg.evaluation import Outcome, match, read_gold
from kg.evaluation.reading import read_claim
from kg.files import SourceFile, gather
from kg.gate import gated
from kg.identity import entities, entity_of
from kg.records import claim_record
from kg.statements import statements
from kg.workers.child import read_one
from ontology import ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A claim that the extractor made of a document, and whether an annotator agrees.

    ``signs`` has the claim type's category among them; ``found`` is right type, subject and place,
    ``right`` the status too.
    """

    document: str
    signs: tuple[str, ...]
    confidence: float
    found: bool
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The claims made of the documents of one or more folders; ``gold`` is how many there are."""

    claims: tuple[Example, ...]
    gold: int

    def __add__(self, other: Examples) -> Examples:
        return Examples(claims=self.claims + other.claims, gold=self.gold + other.gold)


def examples(folder: Path) -> Examples:
    """The claims made of every language's documents in a folder, in a fixed order.

    A language is a folder of documents; its gold claims are beside it, ``nl.claims.jsonl``, or in
    it, ``gold.claims.jsonl``. Raises FileNotFoundError where a folder has no language.
    """
    found = [_language(folder / gold.name.partition(".")[0], gold) for gold in _beside(folder)]
    found += [_language(gold.parent, gold) for gold in sorted(folder.glob("*/gold.claims.jsonl"))]
    if not found:
        raise FileNotFoundError(f"{folder}: no NAME.claims.jsonl beside a folder NAME of documents")
    return sum(found[1:], found[0])


def _beside(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.claims.jsonl"))
    return [path for path in files if (folder / path.name.partition(".")[0]).is_dir()]


def _language(folder: Path, gold: Path) -> Examples:
    files = [item for item in gather([folder])[0] if item.path != gold]
    made = [*_extractions(files)]
    said = statements(made, entity_of(entities(made)))
    read = [read_claim(claim_record(item)) for item in said]
    known = {id(claim): item for claim, item in zip(read, said, strict=True)}
    outcomes = match(read_gold(gold), read)
    claims = []
    for outcome in outcomes:
        if outcome.claim is not None and not outcome.again:
            claim = known[id(outcome.claim)].claim
            category = CATEGORY + ontology().types[claim.type].parent
            claims.append(
                Example(
                    document=f"{gold.parent.name}/{folder.name}/{outcome.document}",
                    signs=(*claim.signs, category),
                    confidence=claim.confidence,
                    found=outcome.found,
                    right=_right(outcome),
                )
            )
    return Examples(claims=tuple(claims), gold=sum(o.gold is not None for o in outcomes))


def _right(outcome: Outcome) -> bool:
    return outcome.found and outcome.status_right


def _extractions(files: list[SourceFile]) -> Iterator[Extraction]:
    for item in files:
        result = read_one(item.name, item.path.read_bytes())
        if isinstance(result, Extraction):
            yield gated(result)
