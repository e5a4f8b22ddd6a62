"""Lemmas from lexicons where they know the form, after a trained lemmatizer's.

A name keeps its capitals. Two lexicons: the forms of the treebank that the trained lemmatizer gets
wrong, which the pipeline carries, and simplemma's dictionary, for nouns, verbs and adjectives.
"""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from extract.languages.dictionary import base_form, is_known

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ"})
FILE = "lexicon.json"


@lru_cache(maxsize=1 << 16)
def dictionary(form: str, lang: str) -> str | None:
    """Return the lemma in simplemma's dictionary, or None where it does not know the form.

    >>> dictionary("gevangenissen", "nl"), dictionary("gvngnssn", "nl")
    ('gevangenis', None)
    """
    return base_form(form, lang) if is_known(form, lang) else None


@Language.factory("lexicon_lemmatizer", assigns=["token.lemma"], requires=["token.pos"])
class LexiconLemmatizer:
    """A pipeline component that corrects the lemmas of known forms.

    The table maps ``form<TAB>UPOS`` to a lemma; it is saved with the pipeline.
    """

    def __init__(self, nlp: Language, name: str = "lexicon_lemmatizer") -> None:
        self.name = name
        self.table: dict[str, str] = {}
        self._lang = nlp.lang

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with the lemmas corrected."""
        for token in doc:
            lemma = self._lemma(token)
            if lemma:
                token.lemma_ = lemma
        return doc

    def _lemma(self, token: Token) -> str | None:
        form, pos = token.text, token.pos_
        listed = self.table.get(f"{form}\t{pos}") or self.table.get(f"{token.lower_}\t{pos}")
        if listed:
            return listed
        if pos == "PROPN" and token.lemma_.lower() == token.lower_:
            return form
        if pos not in OPEN_CLASSES:
            return None
        return dictionary(form, self._lang)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table to a folder, in a fixed order."""
        path.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.table, ensure_ascii=False, sort_keys=True, indent=0)
        (path / FILE).write_text(text, encoding="utf-8", newline="\n")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "LexiconLemmatizer":
        """Read the table that ``to_disk`` wrote."""
        self.table = json.loads((path / FILE).read_text(encoding="utf-8"))
        return self
