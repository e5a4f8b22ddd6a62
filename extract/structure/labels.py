"""The labels of a record's fields: "Date of arrest:", "Charge:", "Naam:".

Those that make claims are the claim types' own (``fields`` in ontology/events); who a record is
about and where its prose begins is in the language's ``document.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.languages.document import any_of, document_words
from ontology import ontology

NAME, PROSE = "name", "prose"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line: what its field is, and where its value begins.

    ``key`` is ``name``, ``prose``, or a claim type and what the field gives of it: "arrest.date".
    """

    key: str
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class FieldLabels:
    """The labels of one language, or of all."""

    keys: Mapping[str, str]
    pattern: re.Pattern[str]

    def read(self, line: str) -> Label | None:
        """The label that the line opens with; None where it opens with none."""
        match = self.pattern.match(line) if ":" in line or "：" in line else None
        if match is None:
            return None
        return Label(key=self.keys[_plain(match["label"])], end=match.end())


@cache
def field_labels(language: str) -> FieldLabels:
    """The labels of a language; of all languages where it is unknown.

    >>> field_labels("en").read("The Charges: Article 1")
    Label(key='charge.charge', end=13)
    >>> field_labels("nl").read("Datum aanhouding : 3 mei 2020").key
    'arrest.date'
    >>> field_labels("en").read("Charges were dropped.")
    """
    words = document_words(language)
    keys = {
        label: f"{kind.name}.{field.says}"
        for kind in ontology().types.values()
        for field in kind.fields
        if not language or field.language == language
        for label in field.labels
    }
    keys |= {label: key for key in (NAME, PROSE) for label in words.words("records", key)}
    articles = any_of(words.words("offices", "articles"))
    longest = sorted(keys, key=lambda label: (-len(label), label))
    labels = any_of(longest).replace(r"\ ", r"\s+")
    pattern = rf"(?:{articles}\s+)?(?P<label>{labels})\s*[:：]\s*"
    return FieldLabels(keys=keys, pattern=re.compile(pattern, re.IGNORECASE))


def _plain(label: str) -> str:
    return " ".join(label.lower().split())
