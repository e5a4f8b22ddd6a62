"""Wikibase JSON: an array with one entity a line, the form of Wikidata's own dumps.

https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.export.wikidata.values import Item, Moment, Reference, Snak, Statement, Words
from ontology.wikidata import wikidata

_CALENDAR = "http://www.wikidata.org/entity/Q1985727"  # proleptic Gregorian


def dump(items: Iterable[Item]) -> Iterator[str]:
    """The text of the dump, line by line."""
    lines = (json.dumps(entity(item), ensure_ascii=False) for item in items)
    yield "[\n"
    for number, line in enumerate(lines):
        yield f",\n{line}" if number else line
    yield "\n]\n"


def entity(item: Item) -> Mapping[str, Any]:
    """One item. ``lastrevid`` is 0: it is not yet in any repository."""
    return {
        "type": "item",
        "id": item.id,
        "labels": {item.label.language: _words(item.label)},
        "descriptions": {},
        "aliases": _grouped((words.language, _words(words)) for words in item.aliases),
        "claims": _grouped((one.main.property, _statement(item, one)) for one in item.statements),
        "sitelinks": {},
        "lastrevid": 0,
    }


def _words(words: Words) -> Mapping[str, str]:
    return {"language": words.language, "value": words.text}


def _statement(item: Item, statement: Statement) -> Mapping[str, Any]:
    return {
        "mainsnak": _snak(statement.main),
        "type": "statement",
        "qualifiers": _snaks(statement.qualifiers),
        "qualifiers-order": _order(statement.qualifiers),
        "id": item.statement_id(statement),
        "rank": "normal",
        "references": [_reference(reference) for reference in statement.references],
    }


def _reference(reference: Reference) -> Mapping[str, Any]:
    snaks = _snaks(reference)
    text = json.dumps(snaks, sort_keys=True)
    return {
        "hash": hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest(),
        "snaks": snaks,
        "snaks-order": _order(reference),
    }


def _snaks(snaks: Sequence[Snak]) -> Mapping[str, list[Any]]:
    return _grouped((snak.property, _snak(snak)) for snak in snaks)


def _order(snaks: Sequence[Snak]) -> list[str]:
    return list(dict.fromkeys(snak.property for snak in snaks))


def _snak(snak: Snak) -> Mapping[str, Any]:
    datatype = wikidata().properties[snak.property].datatype
    return {
        "snaktype": "value",
        "property": snak.property,
        "datatype": datatype,
        "datavalue": _datavalue(snak, datatype),
    }


def _datavalue(snak: Snak, datatype: str) -> Mapping[str, Any]:
    match snak.value:
        case Moment(time=time, precision=precision):
            value = {"time": time, "timezone": 0, "before": 0, "after": 0, "precision": precision}
            return {"value": value | {"calendarmodel": _CALENDAR}, "type": "time"}
        case Words(text=text, language=language):
            return {"value": {"text": text, "language": language}, "type": "monolingualtext"}
        case str(text) if datatype == "wikibase-item":
            number = int(text.removeprefix("Q"))
            value = {"entity-type": "item", "numeric-id": number, "id": text}
            return {"value": value, "type": "wikibase-entityid"}
    return {"value": snak.value, "type": "string"}


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
