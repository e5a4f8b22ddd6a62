"""Words a second and memory of annotation, against the bare pipeline, in one run.

    python benchmarks/annotate.py [--repeat N] [--copies N] [FILE ...]

Bare is the language's spaCy pipeline over the passages of the documents; annotated adds what the
project adds before claims: sentences, names, who is meant, dates, durations, articles. Both run in
turn, on one core, and their processor time counts. In each copy of a document the names are others,
so that nothing gains by having been read before, and so that what is kept of each document would
show: memory is that of the process after N documents and after 2N, and its peak. Claims cost more;
their speed has a line of its own.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from extract.expressions import article_spans, date_spans, duration_spans
from extract.expressions.atoms import time_read
from extract.languages import pack
from extract.languages.pipeline import shipped
from extract.mentions.recognition import names
from extract.mentions.references import annotate
from extract.mentions.referents import directory
from extract.pipeline import extract
from extract.readers import read
from extract.sentences import sentences_of
from extract.values import Document

SAMPLES = Path(__file__).parent.parent / "kg" / "samples"
WRITTEN = ("2022-01-28", "2022-03-14")
_NAME = re.compile(r"\b([A-Z]\w{3,})\w\w\b")


def bare(document: Document) -> None:
    """The pipeline of the document's language over its passages, and nothing else."""
    nlp = pack(document.metadata.language).pipeline()
    for _ in nlp.pipe((passage.text for passage in document.passages), batch_size=64):
        pass


def annotated(document: Document) -> None:
    """Sentences, names, referents, references, dates, durations and articles."""
    time_read.cache_clear()  # it keeps sentences, which come again only in copies of a document
    language = pack(document.metadata.language)
    found = tuple(sentences_of(document.passages, language))
    named = {sentence.index: names(sentence, language) for sentence in found}
    known = directory((n.text, n.kind) for group in named.values() for n in group)
    for item in annotate(found, named, known):
        date_spans(item.sentence, language, WRITTEN)
        duration_spans(item.sentence, language)
        article_spans(item.sentence, language)


def renamed(document: Document, number: int) -> Document:
    """The document with other names, of the same length."""
    ending = "".join(chr(ord("a") + number // power % 26) for power in (26, 1))
    passages = (replace(p, text=_NAME.sub(rf"\1{ending}", p.text)) for p in document.passages)
    return replace(document, id=str(number), passages=tuple(passages))


def seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    """Processor time of the work over the documents: other work on the machine does not count."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def speed(texts: Sequence[Document], copies: int, repeat: int) -> None:
    """Prints one line a round and the medians."""
    words = copies * sum(len(p.text.split()) for text in texts for p in text.passages)
    rounds = []
    for number in range(repeat):
        work = [renamed(t, number * copies + copy) for t in texts for copy in range(copies)]
        rounds.append((seconds(bare, work), seconds(annotated, work)))
        print(f"round {number + 1}: {_compared(words, *rounds[-1])}")
    # the median of the ratios, not the ratio of the medians: a round is one moment of the machine
    cost = statistics.median(b / a - 1 for a, b in rounds)
    alone, added = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"median:  {_compared(words, alone, added, cost)}")


def _compared(words: int, alone: float, added: float, cost: float | None = None) -> str:
    cost = added / alone - 1 if cost is None else cost
    return (
        f"bare pipeline {words / alone:9,.0f} words/s, annotated {words / added:9,.0f} words/s, "
        f"cost {cost:+.1%}"
    )


def memory(texts: Sequence[Document], copies: int) -> None:
    """Prints the process's memory after N documents and after 2N, none read before."""
    half = copies * len(texts)
    print(f"memory:  {_resident():,.0f} MiB before", end="")
    for part in range(2):
        for copy in range(copies):
            for text in texts:
                annotated(renamed(text, 26 * 26 - 1 - part * copies - copy))
        gc.collect()
        print(f", {_resident():,.0f} MiB after {half * (part + 1)} documents", end="")
    print(f"; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def _resident() -> float:
    """What the process holds now, in MiB (Linux); elsewhere the most that it has held."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20


def main() -> None:
    """Prints speed and memory over the files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="documents (default: the samples)")
    parser.add_argument("--repeat", type=int, default=7, help="rounds (default 7)")
    parser.add_argument("--copies", type=int, default=20, help="copies of each document a round")
    options = parser.parse_args()
    paths = options.files or sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))
    texts = [read(path.name, path.read_bytes()) for path in paths]
    for language in sorted({text.metadata.language for text in texts}):
        if not shipped(language):
            sys.exit(f"{language or 'unknown language'}: no trained pipeline to compare with")
    for text in texts:  # load and warm
        bare(text)
        annotated(text)
    speed(texts, options.copies, options.repeat)
    words = sum(len(passage.text.split()) for text in texts for passage in text.passages)
    print(f"claims:  {words / seconds(extract, texts):9,.0f} words/s with claims, one reading")
    memory(texts, options.copies)


if __name__ == "__main__":
    main()
