"""Ultimate origins: claims that go back to one publication or one voice are one source.

An origin is a publication (its URL; the same publisher and day is one publication), else the one
to whom the document attributes the claim, else the document. A claim without a citation whose
words another document gives with one goes back to what that document cites. Counting is careful:
where two may be one source, they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from extract.names import folded_words
from extract.values import Source
from kg.iris import digest
from kg.quads.source import plain_url, source_node
from kg.statements import Statement

_SAME_WORDS = 40
"""Fewer letters than this two documents may well have in common by chance."""


def origins(statements: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """The paths of the origins of each claim, by the claim's id."""
    every = list(statements)
    publications = _publications(every)
    cited = {item.id: {publications[_key(s)] for s in item.claim.cites} for item in every}
    shared = _shared_words(every)
    found = {}
    for item in every:
        keys = cited[item.id] or _borrowed(item, shared, cited) or {_voice(item, shared)}
        found[item.id] = tuple(sorted(f"origin/{digest(key)}" for key in keys))
    return found


def _key(source: Source) -> str:
    return f"url {plain_url(source.url)}" if source.url else f"source {source_node(source).value}"


def _publications(every: Iterable[Statement]) -> Mapping[str, str]:
    """One name for all keys of sources that are one publication."""
    graph: nx.Graph[str] = nx.Graph()
    for item in every:
        for source in item.claim.cites:
            graph.add_node(_key(source))
            if source.publisher and source.date and len(source.date) == len("2021-12-16"):
                graph.add_edge(_key(source), f"day {folded_words(source.publisher)} {source.date}")
    return {key: min(part) for part in nx.connected_components(graph) for key in part}


def _shared_words(every: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    """Claims by their words, where more than one document has these words."""
    words: dict[str, list[Statement]] = defaultdict(list)
    for item in every:
        words[folded_words(item.claim.quote.text)].append(item)
    return {
        text: items
        for text, items in words.items()
        if len(text) >= _SAME_WORDS and len({item.claim.document for item in items}) > 1
    }


def _borrowed(
    item: Statement, shared: Mapping[str, list[Statement]], cited: Mapping[str, set[str]]
) -> set[str]:
    same = shared.get(folded_words(item.claim.quote.text), [])
    return {key for other in same for key in cited[other.id]}


def _voice(item: Statement, shared: Mapping[str, list[Statement]]) -> str:
    text = folded_words(item.claim.quote.text)
    if text in shared:
        return f"words {text}"
    if item.claim.attributed_to:
        return f"voice {folded_words(item.claim.attributed_to[-1])}"
    return f"document {item.claim.document}"
