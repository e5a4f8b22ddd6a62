"""The accuracy card: builds and measures the unseen yardstick, and writes docs/accuracy.md.

    python -m benchmarks.accuracy [--yardstick DIR] [--out FILE]

The yardstick is a folder with a folder of documents and a file of gold claims for each language,
``nl/`` and ``nl.claims.jsonl``, and ``floors.toml``. Same code and documents, same card.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import Any

from kg.build import build
from kg.evaluation import Outcome, match, read_claims, read_gold, read_languages, sections
from kg.evaluation.faults import Fault, faults
from kg.output import Table, write
from kg.output_files import write_text

ROOT = Path(__file__).parent.parent
QUOTE = 110  # characters of a quote that an error shows
INTRODUCTION = """\
# Accuracy

How well the extractor does on documents that it was not tuned on. This card is made by
`python -m benchmarks.accuracy`; `kg eval` measures any graph in the same way.

## What is measured

The unseen yardstick, `tests/yardstick/`: short documents in the manner of news, statements of NGOs,
country and annual reports, parliamentary papers and lists of cases, written and annotated by people
who had not seen the extractor. They are graphs of their own, one a language. A gold claim is

- **found** where the graph has a claim of its type (or of one that texts do not tell apart from
  it: arrest and detention, conviction and sentence, trial and hearing, pardon and release,
  occupation and affiliation, an appeal and a quashed conviction), about its subject, from its
  place in the text;
- **dated** where its date is right too, at the coarser of the two precisions;
- **full** where every scored argument that the gold has is right too: duration, articles, party,
  outcome, phase, condition, role, ethnicity, place, court, agent, charge.

Precision is the share of the claims made that are right, recall the share of the gold claims that
are found, F1 their harmonic mean. `status` and `cites` are the shares of what was found with the
right status (asserted, reported, alleged, denied, negated, planned, asked) and the right footnote.
`dated_f1` and `full_f1` take only the dated and full ones for right.

## What it is not

- The documents are made up in the manner of the genre. They are no sample of any real archive, and
  each has more claims a line than most real pages.
- Words of an argument agree where they share one; who says it (`attributed_to`) is not scored.
- Claims that the annotators held debatable count neither way, and types that no gold claim has are
  not counted. A type with few gold claims says little: look at the count before the figure.
- An error below is no list of things to mend one by one: rules are tuned on other documents, the
  development set, so that these figures stay a measure.

The tests hold the extractor to floors on it: precision and recall of claims found, all subjects.
"""


def evaluated(folder: Path, languages: Iterable[str]) -> tuple[list[Outcome], dict[str, str]]:
    """Builds each language's documents; the outcomes of all, and each document's language."""
    outcomes: list[Outcome] = []
    read: dict[str, str] = {}
    for language in languages:
        with tempfile.TemporaryDirectory() as name:
            out = Path(name)
            build([folder / language], out)
            read |= read_languages(out)
            gold = read_gold(folder / f"{language}.claims.jsonl")
            outcomes += match(gold, read_claims(out))
    return outcomes, read


def card(
    outcomes: Sequence[Outcome], read: Mapping[str, str], floors: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    """The parts of the card."""
    yield INTRODUCTION
    columns = ("documents", "claims", "precision", "recall")
    rows = [(name, *(floor[key] for key in columns)) for name, floor in floors.items()]
    yield "\n" + _markdown(Table(columns=("language", *columns), rows=rows))
    for title, table in sections(outcomes, read, 0):
        if title != "Errors":
            yield f"\n## {title}\n\n{_markdown(table)}"
    yield "\n## Errors\n"
    found = sorted(faults(outcomes), key=lambda fault: fault.type)
    for name, group in groupby(found, key=lambda fault: fault.type):
        yield f"\n### {name}\n\n{_markdown(_errors(group))}"


def _errors(found: Iterable[Fault]) -> Table:
    rows = [
        (fault.kind, fault.document, fault.subject, fault.expected, fault.got,
         shorten(fault.quote, QUOTE, placeholder=" …"))
        for fault in found
    ]  # fmt: skip
    return Table(columns=("error", "document", "subject", "expected", "got", "quote"), rows=rows)


def _markdown(table: Table) -> str:
    out = io.StringIO()
    write(table, "md", out)
    return out.getvalue()


def main() -> None:
    """Measures, and writes the card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--yardstick", type=Path, default=ROOT / "tests" / "yardstick")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "accuracy.md")
    given = parser.parse_args()
    floors = tomllib.loads((given.yardstick / "floors.toml").read_text("utf-8"))
    outcomes, read = evaluated(given.yardstick, floors)
    write_text(given.out, card(outcomes, read, floors))
    print(f"{given.out}: {len(outcomes)} outcomes")


if __name__ == "__main__":
    main()
