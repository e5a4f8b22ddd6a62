"""The steps from training files to one packed pipeline, on spaCy's config system."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import numpy as np
import spacy
from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import NumpyOps, set_current_ops

import training.tokenizer  # noqa: F401  registers the callback that the configs name
from extract.languages.lemmas import LexiconLemmatizer
from training import lexicon, vectors
from training.pack import archive, favour, shorten_weights
from training.recipe import HERE, Recipe

MAX_LENGTH = 10_000_000
OPEN = ("before_init", "vectors", "init_tok2vec")


def use_fast_cpu() -> None:
    """Multiply matrices by NumPy's BLAS: about three times as fast as spaCy's default."""
    set_current_ops(NumpyOps(use_blis=False))


def make_vectors(made: Recipe, out: Path) -> Path:
    """Write the word vectors; keep the encoder's rows, which take minutes, for another run."""
    rows = out / "rows.npz"
    if not rows.exists():
        forms = vectors.words(made.lang, made.train, made.names[0].file)
        np.savez(rows, forms=np.array(forms), rows=vectors.embed(forms).astype(np.float16))
    with np.load(rows) as stored:
        forms, matrix = stored["forms"].tolist(), stored["rows"].astype(np.float32)
    vectors.make(made.lang, forms, vectors.shrink(matrix), out / "vectors")
    return out / "vectors"


def train_config(config: Path, out: Path, overrides: Mapping[str, object]) -> Path:
    """Train what a config describes, as ``spacy train`` does; return the best model's folder."""
    told = util.load_config(config, overrides=dict(overrides), interpolate=False)
    filled = util.load_model_from_config(told, auto_fill=True).config
    out.mkdir(parents=True, exist_ok=True)
    _, best = train(init_nlp(filled), out, stdout=sys.stdout, stderr=sys.stderr)
    if best is None:
        raise RuntimeError(f"{config}: training wrote no model to {out}; see its output above")
    return out / "model-best"


def train_all(made: Recipe, out: Path, limit: int | None = None) -> tuple[Path, Path]:
    """Train the parsing pipeline and the names; return the folders of both.

    ``limit`` is a number of steps other than the configs'.
    """
    corpus = out / "corpus"
    shared: dict[str, object] = {"paths.vectors": str(make_vectors(made, out))}
    if limit is not None:
        shared |= {"training.max_steps": limit, "training.eval_frequency": limit}

    def paths(prefix: str) -> dict[str, object]:
        parts = ("train", "dev")
        return {f"paths.{part}": str(corpus / f"{prefix}{part}.spacy") for part in parts}

    return (
        train_config(HERE / f"{made.lang}.cfg", out / "parse", {**shared, **paths("")}),
        train_config(HERE / f"{made.lang}.ner.cfg", out / "ner", {**shared, **paths("ner_")}),
    )


def assemble(made: Recipe, parse: Path, ner: Path, version: str) -> Language:
    """Join the two into one pipeline of one vocabulary, with the lexicon of lemmas."""
    nlp = spacy.load(parse)
    nlp.max_length = MAX_LENGTH
    lemmas = lexicon.table(nlp, made.train)
    added = nlp.add_pipe("lexicon_lemmatizer", after="trainable_lemmatizer")
    cast(LexiconLemmatizer, added).table = lemmas
    nlp.add_pipe("ner", source=spacy.load(ner))
    for upos, by in made.favour.items():
        favour(nlp, upos, by)
    shorten_weights(nlp)
    for key in OPEN:
        nlp.config["initialize"][key] = None
    for key in nlp.config["paths"]:
        nlp.config["paths"][key] = None
    nlp.meta.update({"name": "conscience", "version": version, "license": "CC BY-SA 4.0"})
    return nlp


def save(nlp: Language, out: Path) -> Path:
    """Write the pipeline's folder and, beside it, the packed file; return the latter."""
    folder = out / str(nlp.lang)
    nlp.to_disk(folder)
    packed = folder.with_suffix(".zip")
    archive(folder, packed)
    return packed
