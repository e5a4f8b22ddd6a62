"""QuickStatements V1: commands by line, columns by tab, for a human to read and then to run.

The language has no escapes. Both of its parsers split at tabs and line ends; the newer one takes
every bar for a tab and two bars for a line end, and the older one takes ``/* … */`` at the end of
a line for a remark. So none of these stands in any text written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.wikidata.values import Item, Moment, Reference, Snak, Statement, Words
from ontology.wikidata import wikidata

_REPLACED = (("|", "¦"), ("/*", "/ *"), ("*/", "* /"))


def commands(items: Iterable[Item]) -> Iterator[str]:
    """The lines of the file. No line removes anything, and none begins with text of a document."""
    for item in items:
        yield from (_line(*columns) for columns in _columns(item))


def _columns(item: Item) -> Iterator[tuple[str, ...]]:
    target = item.qid or "LAST"
    if not item.qid:
        yield ("CREATE",)
        yield target, f"L{_code(item.label)}", string(item.label.text)
    for words in item.aliases:
        yield target, f"A{_code(words)}", string(words.text)
    for statement in item.statements:
        yield target, *_statement(statement)


def _statement(statement: Statement) -> Iterator[str]:
    yield from _snak(statement.main, statement.main.property)
    for snak in statement.qualifiers:
        yield from _snak(snak, snak.property)
    for number, reference in enumerate(statement.references):
        yield from _reference(reference, first=number == 0)


def _reference(reference: Reference, *, first: bool) -> Iterator[str]:
    """The pairs of one reference; ``!`` at the first pair begins another than the one before."""
    for number, snak in enumerate(reference):
        mark = "" if first or number else "!"
        yield from _snak(snak, f"{mark}S{snak.property.removeprefix('P')}")


def _snak(snak: Snak, column: str) -> tuple[str, str]:
    match snak.value:
        case Moment(time=time, precision=precision):
            return column, f"{time}/{precision}"
        case Words(text=text, language=language):
            return column, f"{language}:{string(text)}"
        case str(text) if wikidata().properties[snak.property].datatype == "wikibase-item":
            return column, text
    return column, string(str(snak.value))


def string(text: str) -> str:
    """A string value. Quotation marks inside it pass as they are.

    >>> string("a|b /* c */")
    '"a¦b / * c * /"'
    """
    for part, other in _REPLACED:
        text = text.replace(part, other)
    return f'"{" ".join(text.split())}"'


def _code(words: Words) -> str:
    # Both parsers take a language of two letters for a label; a name has none of its own.
    return words.language if len(words.language) == 2 else "en"


def _line(*columns: str) -> str:
    return "\t".join(columns) + "\n"
