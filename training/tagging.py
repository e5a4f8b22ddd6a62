"""Names as BIO tags of words: what the teacher learns from and what is read off its scores."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.corpora import spacing, spans
from training.encoder import Pieces

KINDS = ("PER", "ORG", "LOC")
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
OPEN = -100
COMMON = 2.0
LONGEST = 8
NEVER = -20.0
PREFIX = "query:"

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence for the teacher; ``starts`` are the places of the words' first pieces."""

    pieces: tuple[int, ...]
    starts: tuple[int, ...]
    labels: tuple[int, ...]


def example(
    forms: Sequence[str],
    pieces: Pieces,
    *,
    spaces: Sequence[bool] | None = None,
    tags: Sequence[str] = (),
) -> Example:
    """Return a sentence as the teacher reads it; what is not told stays open.

    Of a very long word (an address, a line of dashes) only the first pieces are read.
    """
    after = spacing(list(forms)) if spaces is None else spaces
    ids = [pieces.first, *pieces.split(PREFIX, spaced=True)]
    starts: list[int] = []
    for i, form in enumerate(forms):
        starts.append(len(ids))
        ids += pieces.split(form, spaced=i == 0 or after[i - 1])[:LONGEST] or (pieces.unknown,)
    return Example(
        pieces=(*ids, pieces.last),
        starts=tuple(starts),
        labels=tuple(map(_label, tags)) or (OPEN,) * len(forms),
    )


def _label(tag: str) -> int:
    return LABELS.index(tag) if tag in LABELS else LABELS.index("O")


def batches(
    examples: Sequence[Example], size: int, random_: random.Random
) -> Iterator[list[Example]]:
    """Yield the examples in a random order, those of like length together."""
    order = sorted(examples, key=lambda e: len(e.pieces) + 4 * random_.random())
    groups = [list(order[i : i + size]) for i in range(0, len(order), size)]
    random_.shuffle(groups)
    yield from groups


def best_tags(scores: Scores) -> list[str]:
    """Return the likeliest tags of which no ``I-`` stands without its kind before it."""
    allowed = _allowed()
    total = scores[0] + np.where(allowed[0], 0.0, -np.inf)
    back = np.zeros(scores.shape, dtype=int)
    for i in range(1, len(scores)):
        paths = total[:, None] + np.where(allowed, 0.0, -np.inf)
        back[i] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[i]
    at = int(total.argmax())
    path = [at]
    for i in range(len(scores) - 1, 0, -1):
        at = int(back[i, at])
        path.append(at)
    return [LABELS[i] for i in reversed(path)]


def _allowed() -> NDArray[np.bool_]:
    """Return which tag (column) may follow which (row); ``O`` also stands for the start."""
    return np.array(
        [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in LABELS] for a in LABELS]
    )


def prefer_proper(scores: Scores, proper: Sequence[bool]) -> Scores:
    """Return the scores with a name less likely where a treebank has no proper noun."""
    changed = scores.copy()
    changed[~np.array(proper, dtype=bool), 0] += COMMON
    return changed


def no_names(words: int) -> Scores:
    """Return scores that tell no name in so many words."""
    scores = np.full((words, len(LABELS)), NEVER, dtype=np.float32)
    scores[:, 0] = 0
    return scores


def sure_spans(
    scores: Scores, least: float
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Return the names that the scores tell, and the words that they leave in doubt.

    A run of words is in doubt where its least probable tag has less than ``least``.
    """
    tags = best_tags(scores)
    chance = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
    chance = chance[np.arange(len(tags)), [LABELS.index(tag) for tag in tags]]
    found = spans([("", tag) for tag in tags])
    sure = [span for span in found if chance[span[0] : span[1]].min() >= least]
    open_ = [span[:2] for span in found if span not in sure]
    open_ += [(i, i + 1) for i, tag in enumerate(tags) if tag == "O" and chance[i] < least]
    return sure, sorted(open_)


def score(gold: Iterable[Sequence[str]], told: Iterable[Sequence[str]]) -> float:
    """Return the F1, in percent, of names told against gold.

    >>> score([["B-PER", "O", "B-LOC"]], [["B-PER", "O", "O"]])
    66.66666666666667
    """
    both = size = 0
    for a, b in zip(gold, told, strict=True):
        x, y = (set(spans([("", tag) for tag in tags])) for tags in (a, b))
        both += len(x & y)
        size += len(x) + len(y)
    return 200 * both / max(size, 1)
