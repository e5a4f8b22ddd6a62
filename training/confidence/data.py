"""Annotated documents as examples: the features of each candidate, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.claims.candidates import Weighed
from extract.confidence import Model, using
from extract.pipeline import extract
from extract.readers import read
from extract.values import Claim
from kg.evaluation import Gold, Outcome, Read, match, read_gold
from kg.evaluation.matching import fits
from kg.evaluation.reading import document_key
from kg.files import SourceFile, gather

BLANK = Model(names=(), start=0.0, trees=(), bar=2.0)
"""A model that knows nothing, and takes nobody whom no rule chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Somebody of whom a claim was made or might be, and whether an annotator makes it too.

    ``found`` is right type, subject and place, ``right`` the status too; ``made`` says that the
    extractor makes the claim.
    """

    document: str
    features: Mapping[str, float]
    made: bool
    found: bool
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The candidates of the documents of one or more folders; ``gold`` is how many claims are."""

    candidates: tuple[Example, ...]
    gold: int

    def __add__(self, other: Examples) -> Examples:
        return Examples(candidates=self.candidates + other.candidates, gold=self.gold + other.gold)


def examples(folder: Path, used: Model = BLANK) -> Examples:
    """The candidates of every language's documents in a folder, in a fixed order.

    A language is a folder of documents; its gold claims are beside it, ``nl.claims.jsonl``, or in
    it, ``gold.claims.jsonl``. ``used`` is the model by which claims are made; without one only
    those of the rules are. Raises FileNotFoundError where a folder has no language.
    """
    found = [(folder / gold.name.partition(".")[0], gold) for gold in _beside(folder)]
    found += [(gold.parent, gold) for gold in sorted(folder.glob("*/gold.claims.jsonl"))]
    if not found:
        raise FileNotFoundError(f"{folder}: no NAME.claims.jsonl beside a folder NAME of documents")
    with using(used):
        made = [_language(place, gold) for place, gold in found]
    return sum(made[1:], made[0])


def _beside(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.claims.jsonl"))
    return [path for path in files if (folder / path.name.partition(".")[0]).is_dir()]


def _language(folder: Path, path: Path) -> Examples:
    files = [item for item in gather([folder])[0] if item.path != path]
    gold = read_gold(path)
    read = [found for item in files for found in _document(item)]
    outcomes = match(gold, (claim for one, claim in read if one.claim is not None))
    of = {id(outcome.claim): outcome for outcome in outcomes if not outcome.again}
    taken = _taken(gold, outcomes)
    named = f"{path.parent.name}/{folder.name}"
    labels = (
        _unmade(claim, gold, taken) if one.claim is None else _made(of.get(id(claim)))
        for one, claim in read
    )
    made = (
        Example(
            document=f"{named}/{claim.document}", features=one.features,
            made=one.claim is not None, found=label[0], right=label[1],
        )
        for (one, claim), label in zip(read, labels, strict=True)
        if label is not None
    )  # fmt: skip
    return Examples(candidates=tuple(made), gold=sum(not item.optional for item in gold))


def _document(item: SourceFile) -> Iterator[tuple[Weighed, Read]]:
    """The candidates of a document; without those whose claim another one made needless."""
    weighed: list[Weighed] = []
    extraction = extract(read(item.name, item.path.read_bytes()), weighed.append)
    kept = {_place(claim) for claim in extraction.claims}
    for one in weighed:
        if one.claim is None or _place(one.claim) in kept:
            yield one, _read(document_key(item.name), one)


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.subject, claim.quote.start, claim.args


def _read(document: str, one: Weighed) -> Read:
    """The candidate as a claim to compare; one that was not made has its type and subject alone."""
    claim = one.claim
    return Read(
        document=document,
        type=one.type,
        names=one.names,
        kind=one.subject.referent.partition(":")[0],
        date=claim.date if claim else None,
        status=claim.status if claim else "",
        markers=frozenset(),
        args=dict(claim.args) if claim else {},
        quote=one.quote.text,
        confidence=claim.confidence if claim else 0.0,
    )


def _taken(gold: Sequence[Gold], outcomes: Sequence[Outcome]) -> dict[int, str]:
    """The gold claims that are found or may be left out, with the type that was found for each."""
    found = {id(o.gold): o.claim.type for o in outcomes if o.gold and o.claim}
    return {**{id(one): one.type for one in gold if one.optional}, **found}


def _made(outcome: Outcome | None) -> tuple[bool, bool] | None:
    """Whether a claim is found, and right; None where it is for an optional gold claim."""
    return None if outcome is None else (outcome.found, outcome.found and outcome.status_right)


def _unmade(
    claim: Read, gold: Sequence[Gold], taken: Mapping[int, str]
) -> tuple[bool, bool] | None:
    """Whether annotators make the claim; None where it is made by other words, or debatable."""
    fitting = [one for one in gold if one.document == claim.document and fits(one, claim)]
    if any(id(one) not in taken for one in fitting):
        return True, True
    return None if any(taken[id(one)] == claim.type for one in fitting) else (False, False)
