"""The queue of claims that are held back, as a file and as a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.confidence import doubts
from extract.values import Claim
from kg.errors import KgError
from kg.output import Cell, Table
from kg.records import claim_fields, named
from kg.review.decisions import Decision
from kg.review.routing import Held
from kg.statements import claim_id

QUEUE = "review.jsonl"
_COLUMNS = (
    "claim", "confidence", "type", "who", "mention", "date", "status", "said_by", "arguments",
    "quote", "doubts", "document", "decision", "on", "by", "note",
)  # fmt: skip
Record = Mapping[str, Any]


def review_record(held: Held) -> dict[str, Any]:
    """A line of review.jsonl: the claim, what speaks against it, and a reviewer's refusal."""
    claim, (label, *aliases) = held.claim, held.referent.names
    about = named(claim, held.referent.kind, label, aliases)
    return {
        **claim_fields(claim, claim_id(claim), held.document, about),
        "doubts": [
            *_recognised(claim),
            *doubts(claim.signs),
        ],
        "decision": held.decision,
    }


def _recognised(claim: Claim) -> Iterator[str]:
    """What to do about words that were read from a picture."""
    percent = claim.quote.recognised
    if percent is not None:
        where = f"page {claim.quote.page}" if claim.quote.page else "the page"
        yield f"its words were read from a picture, one with {percent} % certainty: see {where}"


def review_order(held: Held) -> tuple[str, int, str, str]:
    """How the queue is sorted: as the graph is, by document, place, type and id."""
    claim = held.claim
    return (held.document, claim.quote.start, claim.type, claim_id(claim))


def read_queue(data: Path) -> list[Record]:
    """The claims that are held back, those that were refused among them."""
    return _lines(data, QUEUE)


def everything(data: Path) -> list[Record]:
    """Every claim there is to decide on: those held back and those in the graph."""
    return [*read_queue(data), *_lines(data, "claims.jsonl")]


def table(records: Iterable[Record], decisions: Mapping[str, Decision]) -> Table:
    """The claims with the reasons to doubt them and what was decided, the most doubtful first."""
    ordered = sorted(records, key=lambda record: (record["confidence"], record["id"]))
    return Table(
        columns=_COLUMNS,
        rows=[_row(record, decisions.get(record["id"])) for record in ordered],
    )


def chosen(records: Iterable[Record], given: str) -> Record:
    """The claim of that id, or of the one id that begins so. Raises :class:`KgError` otherwise."""
    wanted = f"claim/{given.removeprefix('claim/')}"
    found = {record["id"]: record for record in records if record["id"].startswith(wanted)}
    if wanted in found:
        return found[wanted]
    if len(found) != 1:
        many = (
            f"{len(found)} claims begin so; give more of it" if found else "no claim is called so"
        )
        raise KgError(f"{given}: {many}; `kg review` lists what waits")
    return next(iter(found.values()))


def described(record: Record) -> str:
    """A claim in a line: of whom, what, and in which words."""
    subject, what = record["subject"]["label"], f"{record['type']} ({record['status']})"
    return f"{what} of {subject}, {record['document']}: {record['quote']}"


def _row(record: Record, decision: Decision | None) -> tuple[Cell, ...]:
    args = tuple(f"{key}: {_shown(value)}" for key, value in record["args"].items())
    subject = record["subject"]
    return (
        record["id"], record["confidence"], record["type"], subject["label"], subject["mention"],
        record["date"], record["status"], tuple(record["attributed_to"]), args, record["quote"],
        tuple(record.get("doubts", ())), record["document"],
        *((decision.decision, decision.on, decision.by, decision.note) if decision
          else (None, None, None, None)),
    )  # fmt: skip


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _lines(data: Path, name: str) -> list[Record]:
    path = data / name
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        advice = f"run `kg build --out {data}` first, or give --data"
        raise KgError(f"{data}: no graph here ({name} is missing); {advice}") from error
    return [json.loads(row) for row in text.split("\n") if row]
