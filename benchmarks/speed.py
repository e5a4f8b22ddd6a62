"""Words a second of whole extraction against the bare spaCy pipeline, and its memory, in one run.

    python benchmarks/speed.py [--rounds N] [FILE ...]

Three things read the same text: bare is the language's spaCy pipeline over the document's passages,
nothing else; annotated adds sentences, names, who is meant, dates, durations and articles; whole is
``extract.pipeline.extract``, from the document to its claims. The texts are the shipped samples,
ordinary prose, and the development documents, where nearly every sentence makes a claim; or FILEs.

The three take turns at each document, on one core, and their processor time counts: other work on
the machine slows all three. In each round the names are others and what is kept of sentences is
dropped, so that nothing gains by having been read before. The first reading loads and warms; it
does not count. Memory is that of the process after all texts were read once, and after twice.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # before NumPy is loaded

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
from extract.languages.detect import language_of_part
from extract.languages.pipeline import shipped
from extract.languages.titles import title_language
from extract.mentions.recognition import names
from extract.mentions.references import annotate
from extract.mentions.referents import directory
from extract.pipeline import extract
from extract.readers import read
from extract.sentences import sentences_of
from extract.values import Document

ROOT = Path(__file__).parent.parent
SETS = {
    "shipped samples": ROOT / "kg" / "samples",
    "development, Dutch": ROOT / "tests" / "development" / "nl",
    "development, English": ROOT / "tests" / "development" / "en",
}
WRITTEN = ("2022-01-28", "2022-03-14")
_NAME = re.compile(r"\b([A-Z]\w{3,})\w\w\b")


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


STAGES: tuple[Callable[[Document], object], ...] = (bare, annotated, extract)


def renamed(document: Document, number: int) -> Document:
    """The document with other names, of the same length."""
    ending = "".join(chr(ord("a") + number // power % 26) for power in (26, 1))
    passages = (replace(p, text=_NAME.sub(rf"\1{ending}", p.text)) for p in document.passages)
    return replace(document, id=str(number), passages=tuple(passages))


def seconds(documents: Iterable[Document]) -> tuple[float, ...]:
    """The processor time of each stage over the documents."""
    spent = [0.0] * len(STAGES)
    for document in documents:
        for number, stage in enumerate(STAGES):
            for kept in (time_read, language_of_part, title_language):
                kept.cache_clear()
            start = time.process_time()
            stage(document)
            spent[number] += time.process_time() - start
    return tuple(spent)


def words_of(texts: Iterable[Document]) -> int:
    """How many words the passages have."""
    return sum(len(passage.text.split()) for text in texts for passage in text.passages)


def speed(name: str, texts: Sequence[Document], rounds: int) -> None:
    """Prints one line a round and the medians."""
    words = words_of(texts)
    print(f"{name}: {len(texts)} documents, {words:,} words")
    times = []
    for number in range(rounds):
        times.append(seconds(renamed(text, number) for text in texts))
        print(f"  round {number + 1}: {_line(words, times[-1])}")
    middle = tuple(statistics.median(spent) for spent in zip(*times, strict=True))
    # the median of the ratios, not the ratio of the medians: a round is one moment of the machine
    ratio = statistics.median(spent[0] / spent[-1] for spent in times)
    print(f"  median:  {_line(words, middle, ratio)}")


def _line(words: int, spent: Sequence[float], ratio: float | None = None) -> str:
    alone, added, whole = (words / each for each in spent)
    return (
        f"bare pipeline {alone:6,.0f} words/s, annotated {added:6,.0f}, "
        f"whole extraction {whole:6,.0f}; whole / bare {ratio or whole / alone:.2f}"
    )


def memory(texts: Sequence[Document]) -> None:
    """Prints the process's memory after N documents and after 2N, none read before."""
    print(f"memory: {_resident():,.0f} MiB before", end="")
    for part in (1, 2):
        for text in texts:
            extract(renamed(text, 26 * 26 - part))
        gc.collect()
        print(f", {_resident():,.0f} MiB after {len(texts) * part} documents", end="", flush=True)
    print(f"; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def _resident() -> float:
    """What the process holds now, in MiB (Linux); elsewhere the most that it has held."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20


def _texts(paths: Iterable[Path]) -> list[Document]:
    return [read(path.name, path.read_bytes()) for path in paths]


def _documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))


def main() -> None:
    """Prints speed by set of texts, then memory."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="documents instead of the sets")
    parser.add_argument("--rounds", type=int, default=3, help="readings that count (default 3)")
    options = parser.parse_args()
    sets = (
        {"files": options.files} if options.files else {k: _documents(v) for k, v in SETS.items()}
    )
    texts = {name: _texts(paths) for name, paths in sets.items()}
    every = [text for group in texts.values() for text in group]
    for language in sorted({text.metadata.language for text in every}):
        if not shipped(language):
            sys.exit(f"{language or 'unknown language'}: no trained pipeline to compare with")
    seconds(every)  # load and warm
    for name, group in texts.items():
        speed(name, group, options.rounds)
    memory(every)


if __name__ == "__main__":
    main()
