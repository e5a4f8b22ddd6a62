"""Words a second and peak memory of annotation, against the bare pipeline, in one run.

    python benchmarks/annotate.py [--repeat N] [FILE ...]

Bare is the language's spaCy pipeline over the passages of the documents; annotated adds what the
project adds before claims: sentences, names, who is meant, dates, durations, articles. Both run in
turn, so that a slow moment of the machine hits both; read the ratio, not the times. The memory is
the process's peak after each round: it must not grow with the number of documents.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from extract.expressions import article_spans, date_spans, duration_spans
from extract.languages import pack
from extract.mentions.names import names
from extract.mentions.references import annotate
from extract.mentions.referents import directory
from extract.readers import read
from extract.sentences import sentences_of
from extract.values import Document

SAMPLES = Path(__file__).parent.parent / "kg" / "samples"
WRITTEN = ("2022-01-28", "2022-03-14")


def bare(document: Document) -> None:
    """The pipeline of the document's language over its passages, and nothing else."""
    nlp = pack(document.metadata.language).pipeline()
    for _ in nlp.pipe((passage.text for passage in document.passages), batch_size=64):
        pass


def annotated(document: Document) -> None:
    """Sentences, names, referents, references, dates, durations and articles."""
    language = pack(document.metadata.language)
    found = tuple(sentences_of(document.passages, language))
    named = {sentence.index: names(sentence, language) for sentence in found}
    known = directory((n.text, n.kind) for group in named.values() for n in group)
    for item in annotate(found, named, known):
        date_spans(item.sentence, language, WRITTEN)
        duration_spans(item.sentence, language)
        article_spans(item.sentence, language)


def seconds(work: Callable[[Document], None], documents: Iterable[Document]) -> float:
    """How long the work takes over the documents."""
    start = time.perf_counter()
    for document in documents:
        work(document)
    return time.perf_counter() - start


def main() -> None:
    """Prints one line a round and the medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=7, help="rounds (default 7)")
    parser.add_argument("--copies", type=int, default=20, help="copies of each document a round")
    options = parser.parse_args()
    paths = options.files or sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))
    texts = [read(path.name, path.read_bytes()) for path in paths]
    words = sum(len(text.text.split()) for text in texts) * options.copies
    bare(texts[0]), annotated(texts[0])  # load and warm
    rounds = []
    for number in range(options.repeat):
        work = [replace(text, id=f"{number}") for text in texts for _ in range(options.copies)]
        times = seconds(bare, work), seconds(annotated, work)
        rounds.append(times)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"round {number + 1}: bare {words / times[0]:9,.0f} words/s, "
            f"annotated {words / times[1]:9,.0f} words/s, "
            f"cost {times[1] / times[0] - 1:+.1%}, peak {peak:.0f} MiB"
        )
    cost = statistics.median(b / a - 1 for a, b in rounds)
    speed = words / statistics.median(b for _, b in rounds)
    print(f"median: {speed:,.0f} words/s, {cost:+.1%} on top of the bare pipeline")


if __name__ == "__main__":
    main()
