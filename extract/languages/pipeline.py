"""The spaCy pipeline of a language: the trained one of its pack, or the one that a user names.

A pack may ship ``pipeline.zip``, a folder of spaCy's ``to_disk`` packed. A user may name an
installed spaCy package instead, ``KG_PIPELINES="nl=nl_core_news_lg"``; a path is refused, since
loading a pipeline runs the code that it brings.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

VARIABLE = "KG_PIPELINES"
_PACKAGE = re.compile(r"[A-Za-z]\w*")
_NEEDS = {
    "token.dep": "a parser with Universal Dependencies labels",
    "token.pos": "a tagger that gives parts of speech",
}
_UNIVERSAL = {"nsubj", "obj", "obl", "nmod"}


class PipelineError(ValueError):
    """A pipeline that a user named and that cannot be used; the message says why."""


def named() -> Mapping[str, str]:
    """The pipelines that the user names, by language tag.

    Raises :class:`PipelineError` where the variable is not ``tag=package,...``.
    """
    pairs = [part.strip() for part in os.environ.get(VARIABLE, "").split(",") if part.strip()]
    split = [pair.partition("=") for pair in pairs]
    if wrong := [tag for tag, equals, name in split if not (tag and equals and name)]:
        raise PipelineError(f"{VARIABLE}: {wrong[0]!r} is not language=package")
    return {tag.strip(): name.strip() for tag, _, name in split}


def pipeline(tag: str, suffixes: frozenset[str] = frozenset()) -> Language:
    """The pipeline of a language, loaded once: the user's, else the pack's, else a blank one.

    ``suffixes`` are for the blank one, see :func:`blank`.
    Raises :class:`PipelineError` where the user's is not installed or lacks what is needed.
    """
    return _pipeline(tag, named().get(tag, ""), suffixes)


def choices() -> tuple[str, ...]:
    """The pipelines that the user names, each with its version, in a fixed order.

    Raises :class:`PipelineError` where one is not an installed package.
    """
    return tuple(f"{tag}={name} {version(_package(tag, name))}" for tag, name in _sorted_names())


def check() -> None:
    """Nothing, where each pipeline that the user names can be used; else PipelineError."""
    for tag, _ in _sorted_names():
        pipeline(tag)


def _sorted_names() -> list[tuple[str, str]]:
    return sorted(named().items())


def shipped(tag: str) -> bool:
    """Whether the pack of the language brings a trained pipeline."""
    return (files("extract.languages") / tag / "pipeline.zip").is_file()


@cache
def blank(tag: str, suffixes: frozenset[str] = frozenset()) -> Language:
    """A pipeline that only cuts tokens, by spaCy's rules for the language or those for any.

    ``suffixes`` are cut from words as tokens of their own ("'de" from "Ankara'da").
    """
    import spacy

    try:
        nlp = spacy.blank(tag)
    except ImportError:  # spaCy has no rules for the language
        nlp = spacy.blank("xx")
    if suffixes:
        _cut_off(nlp, suffixes)
    return nlp


def _cut_off(nlp: Language, suffixes: frozenset[str]) -> None:
    from spacy.util import compile_suffix_regex

    tokenizer: Any = nlp.tokenizer
    cut = [rf"(?<=\w){re.escape(suffix)}" for suffix in sorted(suffixes)]
    whole, ends = tokenizer.token_match, tuple(suffixes)
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *cut]).search
    # what spaCy keeps whole ("2021'de") is cut too
    tokenizer.token_match = lambda word: whole(word) if whole and not word.endswith(ends) else None


@cache
def _pipeline(tag: str, name: str, suffixes: frozenset[str]) -> Language:
    if name:
        nlp = _installed(tag, name)
    else:
        nlp = _unpacked(tag) if shipped(tag) else blank(tag, suffixes)
    nlp.max_length = sys.maxsize  # a passage is a paragraph; none is refused for its length
    return nlp


def _package(tag: str, name: str) -> str:
    """The name, where it is that of an installed package: no path, no module that is just there."""
    try:
        known = _PACKAGE.fullmatch(name) and version(name)
    except PackageNotFoundError:
        known = None
    if not known:
        where = f"{VARIABLE}: {tag}={name}"
        raise PipelineError(f"{where}: no such package is installed; install it, or leave it out")
    return name


def _installed(tag: str, name: str) -> Language:
    import spacy

    where = f"{VARIABLE}: {tag}={name}"
    nlp = spacy.load(_package(tag, name))
    if nlp.lang != tag:
        raise PipelineError(f"{where}: its language is {nlp.lang!r}")
    given = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    for attribute, what in _NEEDS.items():
        if attribute not in given:
            raise PipelineError(f"{where}: it lacks {what}")
    if "parser" in nlp.pipe_names and not set(nlp.pipe_labels["parser"]) >= _UNIVERSAL:
        raise PipelineError(f"{where}: it lacks {_NEEDS['token.dep']}")
    return nlp


def _unpacked(tag: str) -> Language:
    import spacy

    import extract.languages.lemmas  # noqa: F401  (registers the factory that the pipelines name)

    packed = files("extract.languages") / tag / "pipeline.zip"
    with tempfile.TemporaryDirectory() as folder, as_file(packed) as archive:
        with zipfile.ZipFile(archive) as pack:
            pack.extractall(folder)
        return spacy.load(Path(folder))
