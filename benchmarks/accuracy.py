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
from kg.evaluation import (
    Outcome,
    confidence,
    match,
    read_claims,
    read_gold,
    read_languages,
    sections,
)
from kg.evaluation.faults import Fault, faults
from kg.evaluation.measures import measure
from kg.output import Table, write
from kg.output_files import write_text
from kg.review import THRESHOLD
from kg.review.queue import QUEUE

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
CONFIDENCE = """
## How sure it is

A claim's confidence is the probability that its type, subject, place and status are right. It is
weighed by boosted trees from features of how the claim was read: where the subject stands in the
parse, what rule chose it, who else is there, what was said of them before (`extract/confidence/`);
none knows a word. The same trees weigh people whom no rule chose, where more is told of them: from
0.5 on, a claim is made of them too. The trees are grown on the development set; two more numbers,
by which their sum becomes a probability, on the calibration set, `tests/calibration/`, documents on
which neither rules nor trees were tuned. The yardstick serves neither, but for one choice made with
its figures in sight: that the calibration goes half way only from what was learnt, since the two
sets are not equally hard. `python -m training.confidence --measure tests/yardstick` prints more of
what follows.

Below the threshold, 0.3, a claim was wrong more often than right on the calibration set: it waits
for `kg review` and is not in the graph. The Brier score is the mean square of how far confidence is
from the truth, the calibration error the mean distance of a bin's confidence from the share that is
right in it; a confidence that is the same for every claim has no error of that kind, and says
nothing. What waits is counted here too.
"""


def evaluated(
    folder: Path, languages: Iterable[str]
) -> tuple[list[Outcome], list[Outcome], dict[str, str]]:
    """Builds each language's documents: the outcomes, and each document's language.

    The second outcomes count the claims too that are not in the graph but wait for a reviewer.
    """
    outcomes: list[Outcome] = []
    every: list[Outcome] = []
    read: dict[str, str] = {}
    for language in languages:
        with tempfile.TemporaryDirectory() as name:
            out = Path(name)
            build([folder / language], out)
            read |= read_languages(out)
            gold = read_gold(folder / f"{language}.claims.jsonl")
            claims = read_claims(out)
            outcomes += match(gold, claims)
            every += match(gold, (*claims, *read_claims(out, QUEUE)))
    return outcomes, every, read


def card(
    outcomes: Sequence[Outcome],
    every: Sequence[Outcome],
    read: Mapping[str, str],
    floors: Mapping[str, Mapping[str, Any]],
) -> Iterator[str]:
    """The parts of the card; what is said of confidence is said of ``every`` claim."""
    yield INTRODUCTION
    columns = ("documents", "claims", "precision", "recall")
    rows = [(name, *(floor[key] for key in columns)) for name, floor in floors.items()]
    yield "\n" + _markdown(Table(columns=("language", *columns), rows=rows))
    sure = dict(confidence(every))
    for title, table in sections(outcomes, read, 0):
        if title != "Errors" and title not in sure:
            yield f"\n## {title}\n\n{_markdown(table)}"
    yield CONFIDENCE
    for title, table in {**sure, "What the threshold does": _routed(outcomes, every)}.items():
        yield f"\n### {title}\n\n{_markdown(table)}"
    yield "\n## Errors\n"
    found = sorted(faults(outcomes), key=lambda fault: fault.type)
    for name, group in groupby(found, key=lambda fault: fault.type):
        yield f"\n### {name}\n\n{_markdown(_errors(group))}"


def _routed(outcomes: Sequence[Outcome], every: Sequence[Outcome]) -> Table:
    """The graph with its threshold, and as it would be without."""
    rows = []
    for name, part in (("without", every), (f"{THRESHOLD}", outcomes)):
        counts = measure(part)
        score = counts.score(counts.found)
        figures = (round(value, 3) for value in (score.precision, score.recall, score.f1))
        rows.append((name, counts.claims, counts.found, *figures))
    return Table(columns=("threshold", "claims", "found", "precision", "recall", "f1"), rows=rows)


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
    outcomes, every, read = evaluated(given.yardstick, floors)
    write_text(given.out, card(outcomes, every, read, floors))
    print(f"{given.out}: {len(outcomes)} outcomes")


if __name__ == "__main__":
    main()
