"""Gold claims and the claims of a graph, read from JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluation.values import Gold, Read, Value
from ontology.load import ontology

_SUFFIX = re.compile(r"\.(txt|md|pdf|html?|docx)$")
_KEYS = "doc, type, subject, date, status, attributed_to, cites, args and quote"
_LISTS = ("cites", "alt_types", "alt_dates", "alt_status", "alt_quotes")


def document_key(name: str) -> str:
    """What a document goes by in gold and graph: no folder, no suffix of its format.

    >>> document_key("letters/answer.pdf"), document_key("answer.txt")
    ('answer', 'answer')
    """
    return _SUFFIX.sub("", name.rpartition("/")[2])


def read_gold(path: Path) -> tuple[Gold, ...]:
    """The gold claims of a file. Raises :class:`KgError` with the line that is not one."""
    found = tuple(_read(path, _gold, f"a gold line is a JSON object with {_KEYS}"))
    if not found:
        raise KgError(f"{path}: holds no gold claims; give a file with one JSON object a line")
    return found


def read_claims(data: Path, name: str = "claims.jsonl") -> tuple[Read, ...]:
    """The claims of a data folder; ``review.jsonl`` has those that are not in the graph."""
    return tuple(_read(_built(data, name), read_claim, _rebuild(data)))


def read_languages(data: Path) -> dict[str, str]:
    """The language of each document of a data folder, by its key."""
    path = _built(data, "documents.jsonl")
    return dict(_read(path, _language, _rebuild(data)))


def _read(path: Path, make: Callable[[Mapping[str, Any]], Any], advice: str) -> Iterator[Any]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {error.strerror}; correct the path") from error
    except UnicodeDecodeError as error:
        raise KgError(f"{path}: is not UTF-8 ({error.reason}); {advice}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield make(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise KgError(f"{path}:{number}: {_reason(error)}; {advice}") from error


def _reason(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"not JSON: {error.msg} at column {error.colno}"
        case KeyError():
            return f"there is no {error.args[0]!r}"
        case ValueError():
            return str(error)
    return "not an object of that form"


def _gold(record: Mapping[str, Any]) -> Gold:
    lists = {key: _several(record, key) for key in _LISTS}
    subject = record["subject"]
    named = subject if isinstance(subject, dict) else {"label": subject}
    kind, quote = _text(record, "type"), _text(record, "quote")
    date, args = record.get("date"), record.get("args") or {}
    return Gold(
        document=document_key(_text(record, "doc")),
        types=(kind, *map(str, lists["alt_types"])),
        subject=_text(named, "label"),
        kind=str(record.get("kind") or named.get("kind") or _usual_kind(kind)),
        dates=tuple(None if item is None else str(item) for item in (date, *lists["alt_dates"])),
        statuses=(_text(record, "status"), *map(str, lists["alt_status"])),
        markers=frozenset(map(str, lists["cites"])),
        args={key: _value(value) for key, value in args.items()},
        quotes=(quote, *map(str, lists["alt_quotes"])),
        optional=bool(record.get("optional")),
    )


def read_claim(record: Mapping[str, Any]) -> Read:
    """The claim of one line of claims.jsonl."""
    subject, date = record["subject"], record["date"]
    names = (subject["label"], subject.get("mention"), *subject.get("aliases", ()))
    return Read(
        document=document_key(record["document"]),
        type=record["type"],
        names=tuple(dict.fromkeys(name for name in names if name)),
        kind=subject["kind"],
        date=date,
        status=record["status"],
        markers=frozenset(str(cited["marker"]) for cited in record["cites"]),
        args={key: _value(value) for key, value in record["args"].items()},
        quote=record["quote"],
        confidence=float(record["confidence"]),
    )


def _language(record: Mapping[str, Any]) -> tuple[str, str]:
    return document_key(record["document"]), record["language"]


def _text(record: Mapping[str, Any], key: str) -> str:
    """A field that has to hold words."""
    if not isinstance(value := record[key], str) or not value.strip():
        raise ValueError(f"{key!r} is no text")
    return value


def _several(record: Mapping[str, Any], key: str) -> list[Any]:
    if not isinstance(value := record.get(key) or [], list):
        raise ValueError(f"{key!r} is no list")
    return value


def _value(value: Any) -> Value:
    return tuple(map(str, value)) if isinstance(value, list) else value


def _usual_kind(claim_type: str) -> str:
    """The kind of subject that a claim of that type is about where the gold does not say."""
    kind = ontology().types.get(claim_type)
    return kind.subject_kinds[0] if kind else "person"


def _built(data: Path, name: str) -> Path:
    path = data / name
    if not path.is_file():
        raise KgError(f"{data}: no graph here; run `kg build --out {data}` first, or give --data")
    return path


def _rebuild(data: Path) -> str:
    return f"delete {data} and run `kg build --out {data}`"
