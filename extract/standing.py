"""Who one is, said once a document: a later mention of the same office or age adds no claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.values import Claim
from ontology import ontology


def once(made: Iterable[Claim], names: frozenset[str] = frozenset()) -> Iterator[Claim]:
    """The claims in order, each state of who one is at its first mention only.

    A later mention says nothing new where its words stand in an earlier one's, where it is a mere
    description of somebody whose state of that type is known, where a cited title says it of such
    a one, and where an office without its body is said of one whose body is known. ``names`` are
    the names in the document, by which a description is told from a name.
    """
    claims = tuple(made)
    offices = _offices(claims)
    seen: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not ontology().says(claim.type, "standing"):
            yield claim
            continue
        before = seen[claim.type, claim.subject.referent]
        described = bool(names) and claim.subject.text not in names
        known = before and (described or claim.section.startswith("footnote-"))
        if known or _held(claim, offices) or any(_adds_nothing(claim, b) for b in before):
            continue
        before.append(claim)
        yield claim


def _offices(claims: tuple[Claim, ...]) -> frozenset[tuple[str, str]]:
    """Of whom it is said which office in a body."""
    return frozenset(
        (claim.subject.referent, _words(claim, "role"))
        for claim in claims
        if "party" in dict(claim.args) and _words(claim, "role")
    )


def _held(claim: Claim, offices: frozenset[tuple[str, str]]) -> bool:
    """Whether the office is one that another claim gives with its body."""
    args, role = dict(claim.args), _words(claim, "role")
    if "party" in args or not role:
        return False
    return any(
        referent == claim.subject.referent and _within(role, office) for referent, office in offices
    )


def _words(claim: Claim, key: str) -> str:
    return str(dict(claim.args).get(key, "")).casefold()


def _within(part: str, whole: str) -> bool:
    return set(part.split()) <= set(whole.split()) or part.split()[-1] == whole.split()[-1]


def _adds_nothing(claim: Claim, before: Claim) -> bool:
    """Whether every argument stands in the earlier claim's."""
    known = dict(before.args)
    return all(
        _part(str(value).casefold(), str(known[key]).casefold()) if key in known else False
        for key, value in claim.args
    )


def _part(text: str, whole: str) -> bool:
    return text == whole or set(text.split()) <= set(whole.split())
