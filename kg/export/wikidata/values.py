"""Items, statements and snaks as Wikibase knows them, before they are written in any syntax.

https://www.mediawiki.org/wiki/Wikibase/DataModel
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from kg.export.wikidata.evidence import rank

# Wikidata refuses item numbers above 2^31 - 1, so a number beyond it can never be one of its own.
_BEYOND = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time with its precision: 9 year, 10 month, 11 day."""

    time: str
    precision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text in a language; "und" where the language is not known."""

    text: str
    language: str


Value = str | Moment | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Snak:
    """A property with a value: an item id, a URL or a string as str."""

    property: str
    value: Value


Reference = tuple[Snak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is said of an item, with its references.

    ``claims`` are the local names of the claims that it rests on, ``level`` the highest of their
    sensitivities.
    """

    main: Snak
    qualifiers: tuple[Snak, ...]
    references: tuple[Reference, ...]
    claims: tuple[str, ...]
    level: str

    @property
    def meaning(self) -> tuple[Snak, tuple[Snak, ...]]:
        """What makes two statements one: the value and its qualifiers."""
        return self.main, self.qualifiers


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A person with all that may be said of them.

    ``qid`` is the item that the user's own ``qids.csv`` gives, "" for a new item.
    """

    iri: str
    qid: str
    label: Words
    aliases: tuple[Words, ...]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """The item's id; a new item gets one of a repository of its own, beyond Wikidata's.

        >>> Item(iri="x", qid="Q5", label=Words(text="", language=""), aliases=(),
        ...      statements=()).id
        'Q5'
        """
        return self.qid or f"local:Q{_BEYOND + uuid5(NAMESPACE_URL, self.iri).int % 10**12}"

    def statement_id(self, statement: Statement) -> str:
        """The id of a statement: the same for the same person and meaning, in every run."""
        return f"{self.id}${uuid5(NAMESPACE_URL, f'{self.iri} {statement.meaning!r}')}"


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements of one meaning as one, with the references of all, in a fixed order."""
    found: dict[tuple[Snak, tuple[Snak, ...]], list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.meaning, []).append(statement)
    return tuple(_one(group) for _, group in sorted(found.items(), key=lambda item: repr(item[0])))


def _one(group: list[Statement]) -> Statement:
    first = group[0]
    return Statement(
        main=first.main,
        qualifiers=first.qualifiers,
        references=tuple(dict.fromkeys(ref for item in group for ref in item.references)),
        claims=tuple(sorted({claim for item in group for claim in item.claims})),
        level=max((item.level for item in group), key=rank),
    )
