"""Read the CoNLL-U treebanks and the two-column name files into frozen values.

Formats: https://universaldependencies.org/format.html and its ``SpaceAfter=No``,
``# newpar`` and multiword lines (``6-7``), of which only the spacing is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word of a sentence; ``head`` is its head's index, or its own for a root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool
    name: str = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence; ``starts_paragraph`` where the treebank says that it does."""

    words: tuple[Word, ...]
    starts_paragraph: bool = False


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file.

    Raises:
        ValueError: a word's line has not ten columns; the message names file and line.
    """
    comments: list[str] = []
    rows: list[list[str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            comments.append(line)
        elif line.strip():
            rows.append(_columns(path, number, line))
        elif rows:
            yield _sentence(rows, comments)
            rows, comments = [], []
    if rows:
        yield _sentence(rows, comments)


def _columns(path: Path, number: int, line: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != 10:
        raise ValueError(
            f"{path}:{number}: {len(columns)} columns where CoNLL-U has 10; "
            "is the file tab-separated CoNLL-U?"
        )
    return columns


def _sentence(rows: list[list[str]], comments: list[str]) -> Sentence:
    inside, spaced_after = _multiwords(rows)
    words = [row for row in rows if row[0].isdigit()]
    return Sentence(
        words=tuple(
            _word(row, i, space=spaced_after.get(i, i not in inside and _spaced(row[9])))
            for i, row in enumerate(words)
        ),
        starts_paragraph=any(c.startswith(("# newpar", "# newdoc")) for c in comments),
    )


def _multiwords(rows: list[list[str]]) -> tuple[set[int], dict[int, bool]]:
    """Return the words inside multiword tokens, and the spacing after their last ones."""
    inside: set[int] = set()
    after: dict[int, bool] = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            inside.update(range(int(first) - 1, int(last)))
            after[int(last) - 1] = _spaced(row[9])
    return inside, after


def _spaced(misc: str) -> bool:
    return "SpaceAfter=No" not in misc.split("|")


def _word(row: list[str], index: int, *, space: bool) -> Word:
    head = int(row[6])
    return Word(
        form=row[1],
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        feats=row[5],
        head=head - 1 if head else index,
        deprel=row[7].lower(),
        space=space,
    )


def named(path: Path, *, form: int = 1, name: int = 2) -> Iterator[list[tuple[str, str]]]:
    """Yield the sentences of a name file as (form, BIO tag) pairs; columns count from 0."""
    pairs: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if pairs:
                yield pairs
            pairs = []
        elif not line.startswith("# "):
            columns = line.split("\t")
            pairs.append((columns[form], columns[name]))
    if pairs:
        yield pairs


def paragraphs(bank: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Group the sentences by the paragraphs that the treebank marks (one, if none)."""
    group: list[Sentence] = []
    for sentence in bank:
        if sentence.starts_paragraph and group:
            yield tuple(group)
            group = []
        group.append(sentence)
    if group:
        yield tuple(group)


def text(group: Iterable[Sentence]) -> str:
    """Return the raw text of sentences, a space between two as the last word says."""
    return "".join(w.form + " " * w.space for s in group for w in s.words).rstrip(" ")
