"""The words by which a language's documents show how they are built, and its months.

Those of a language are in its pack's ``document.toml``, which a pack may leave out; names of
months are CLDR's.
Citations name sources in other languages than their document's, so months and the words of
citations are asked of all languages at once, the words of structure of one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from extract.languages.calendar import month_names
from extract.languages.pack import pack, tags

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocumentWords:
    """What documents of one or more languages call their parts.

    ``trees`` are the ``document.toml`` of these languages.
    """

    trees: tuple[Tree, ...]

    @cache  # noqa: B019 -- there is one for each language
    def words(self, *path: str) -> tuple[str, ...]:
        """The words at that path in every language, the longest first."""
        found = {word for tree in self.trees for word in _at(tree, path)}
        return tuple(sorted(found, key=lambda word: (-len(word), word)))

    def patterns(self, *path: str) -> tuple[str, ...]:
        """The regular expression at that path, one a language that has it."""
        return tuple(value for tree in self.trees if isinstance(value := _find(tree, path), str))


def document_tags() -> tuple[str, ...]:
    """The tags of the languages whose documents can be taken apart."""
    folders = (files("extract") / "languages").iterdir()
    return tuple(sorted(f.name for f in folders if (f / "document.toml").is_file()))


@cache
def document_words(language: str = "") -> DocumentWords:
    """The words of one language; of all languages where it is unknown."""
    asked = (language,) if language in document_tags() else document_tags()
    return DocumentWords(trees=tuple(_load(one) for one in asked))


@cache
def months() -> Mapping[str, int]:
    """The number of each month's name, in full and short, in lower case, in every language."""
    return MappingProxyType(
        {
            name.lower(): number
            for tag in tags()
            for names in (
                month_names(tag, "wide"),
                month_names(tag, "abbreviated"),
                pack(tag).lexicon["dates"]["month"],
            )
            for name, number in names.items()
        }
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any one of the words; for nothing where there are none.

    >>> any_of(["p.", "page"])
    '(?:p\\\\.|page)'
    """
    return "(?:" + ("|".join(re.escape(word) for word in words) or "(?!)") + ")"


def _load(tag: str) -> Tree:
    path = files("extract") / "languages" / tag / "document.toml"
    return MappingProxyType(tomllib.loads(path.read_text("utf-8")))


def _at(tree: Tree, path: tuple[str, ...]) -> Iterator[str]:
    value = _find(tree, path)
    yield from value if isinstance(value, list) else ()


def _find(tree: Tree, path: tuple[str, ...]) -> Any:
    node: Any = tree
    for key in path:
        node = node.get(key, {})
    return node
