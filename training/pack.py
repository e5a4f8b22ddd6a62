"""Make a trained pipeline small, and one file of the same bytes each time."""

import zipfile
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Morphologizer
from thinc.api import Model
from thinc.types import Floats2d

Floats = NDArray[np.float32]
MANTISSA = 8
EPOCH = (1980, 1, 1, 0, 0, 0)


def shorten(values: Floats, bits: int = MANTISSA) -> Floats:
    """Round each number to so many bits of mantissa; the rest are zeros and pack to nothing.

    >>> shorten(np.array([1.0, 1 / 3, -1000.1], dtype=np.float32)).tolist()
    [1.0, 0.3330078125, -1000.0]
    """
    drop = 23 - bits
    whole = np.ascontiguousarray(values, dtype=np.float32).view(np.uint32)
    half = np.uint32(1 << (drop - 1))
    kept = np.uint32(0xFFFFFFFF ^ ((1 << drop) - 1))
    return ((whole + half) & kept).view(np.float32)


def shorten_weights(nlp: Language, bits: int = MANTISSA) -> None:
    """Round the weights of all trained components, in place."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                for name in node.param_names:
                    if node.has_param(name):
                        short = shorten(cast(Floats, node.get_param(name)), bits)
                        node.set_param(name, cast(Floats2d, short))


def favour(nlp: Language, upos: str, by: float) -> None:
    """Add to the score of every label of one part of speech, in place.

    Unseen words are more often proper nouns than the seen ones that training counts.
    """
    morphologizer = cast(Morphologizer, nlp.get_pipe("morphologizer"))
    meant = np.array([f"POS={upos}" in label.split("|") for label in morphologizer.labels])
    scores = next(node for node in morphologizer.model.walk() if node.name == "softmax")
    moved = cast(Floats, scores.get_param("b")) + np.float32(by) * meant.astype(np.float32)
    scores.set_param("b", cast(Floats2d, moved))


def archive(folder: Path, out: Path) -> int:
    """Write the folder as a zip file, names sorted and times fixed; return its bytes."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = path.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(entry, path.read_bytes(), compresslevel=9)
    return out.stat().st_size
