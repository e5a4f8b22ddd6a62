"""Read what a language is trained on from its ``.toml`` and write spaCy's training files."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.card import Source
from training.corpora import SEED, names, save, treebank
from training.distil import Teaching, taught

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A file of names: ``hold`` sentences choose the best step, the rest train ``times`` over."""

    file: Path
    hold: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that goes into a language's pipeline, and what it is tested on.

    ``favour`` is added to the score of a part of speech; it is chosen on ``dev``.
    """

    lang: str
    train: Path
    dev: Path
    names: tuple[Names, ...]
    teaching: Teaching | None
    favour: Mapping[str, float]
    test_treebanks: tuple[Path, ...]
    test_names: tuple[Path, ...]
    sources: tuple[Source, ...]


def recipe(lang: str, data: Path) -> Recipe:
    """Return a language's recipe with the paths of the data folder.

    Raises:
        FileNotFoundError: a file that the recipe names is not in the folder.
    """
    told = tomllib.loads((HERE / f"{lang}.toml").read_text(encoding="utf-8"))
    return Recipe(
        lang=lang,
        train=_found(data, told["treebank"]["train"]),
        dev=_found(data, told["treebank"]["dev"]),
        names=tuple(Names(**{**n, "file": _found(data, n["file"])}) for n in told["names"]),
        teaching=_teaching(told["teaching"], data) if "teaching" in told else None,
        favour=told.get("favour", {}),
        test_treebanks=tuple(_found(data, name) for name in told["tests"]["treebanks"]),
        test_names=tuple(_found(data, name) for name in told["tests"]["names"]),
        sources=tuple(Source(**source) for source in told["sources"]),
    )


def _teaching(told: Mapping[str, Any], data: Path) -> Teaching:
    files = {key: _found(data, name) for key, name in told["files"].items()}
    return Teaching(**{**told["settings"], **files})


def _found(data: Path, name: str) -> Path:
    if not (data / name).exists():
        raise FileNotFoundError(f"{data / name} is missing; does --data name the data folder?")
    return data / name


def write_corpora(made: Recipe, out: Path) -> None:
    """Write ``train``, ``dev``, ``ner_train`` and ``ner_dev`` as spaCy files."""
    vocab = spacy.blank(made.lang).vocab
    save(treebank(made.train, vocab), out / "train.spacy")
    save(treebank(made.dev, vocab), out / "dev.spacy")
    train, dev = name_corpora(made, vocab, out.parent)
    save(train, out / "ner_train.spacy")
    save(dev, out / "ner_dev.spacy")


def name_corpora(made: Recipe, vocab: Vocab, out: Path) -> tuple[list[Doc], list[Doc]]:
    """Return the sentences to train names on, shuffled, and those to choose a step by.

    No sentence of a test file is in either, and none of the second in the first. What a
    teacher told is kept in ``out`` for another run.
    """
    tested = {_key(doc) for path in made.test_names for doc in names(path, vocab)}
    parts = [(part, list(names(part.file, vocab))) for part in made.names]
    dev = [d for part, docs in parts for d in docs[: part.hold] if _key(d) not in tested]
    closed = tested | {_key(doc) for doc in dev}
    train = [
        doc
        for part, docs in parts
        for doc in docs[part.hold :] * part.times
        if _key(doc) not in closed
    ]
    if made.teaching:
        told = taught(made.teaching, vocab, out / "taught.npy", frozenset(tested))
        train += [doc for doc in told if _key(doc) not in closed]
    random.Random(SEED).shuffle(train)
    return train, dev


def _key(doc: Doc) -> str:
    return " ".join(token.text for token in doc)
