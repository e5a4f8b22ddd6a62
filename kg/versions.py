"""Versions of one document: files that give the same address or identifier, with other bytes.

Which is the later is taken from the dates that the files give for themselves; where they give
none, or the same, nothing is said of their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from extract.values import Document, Given
from ontology.dates import interval


def work_key(given: Given) -> str:
    """What all versions of a document have in common; "" where the file gives nothing such.

    >>> work_key(Given(address="https://www.example.org/a/#top"))
    'example.org/a'
    """
    from kg.quads.source import plain_url

    return plain_url(given.address) if given.address else given.identifier


def revisions(documents: Iterable[Document]) -> dict[str, str]:
    """For each document that revises another: its hash, and that of the version before it."""
    works: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in documents:
        given = document.metadata.given
        date = given.modified or given.issued
        if (key := work_key(given)) and date:
            works[key].append((date, document.id))
    return {
        later[1]: earlier[1]
        for versions in works.values()
        for earlier, later in pairwise(sorted(versions))
        if _is_before(earlier[0], later[0])
    }


def shared(documents: Iterable[Document]) -> Mapping[str, str]:
    """The work of each document that is a version of one that another file gives too."""
    works: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if key := work_key(document.metadata.given):
            works[key].append(document.id)
    return {one: key for key, found in works.items() if len(found) > 1 for one in found}


def _is_before(earlier: str, later: str) -> bool:
    """Whether the first date ends before the second begins."""
    end, begin = interval(earlier).latest, interval(later).earliest
    return end is not None and begin is not None and end < begin
