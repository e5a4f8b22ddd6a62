"""The forms whose lemma a trained lemmatizer gets wrong in the treebank it was trained on."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extract.languages.lemmas import OPEN_CLASSES, dictionary
from training.corpora import treebank

SURE = 0.95


def table(nlp: Language, path: Path) -> dict[str, str]:
    """Return ``form<TAB>UPOS`` to lemma, where model or dictionary differs from the treebank.

    A form of one part of speech with several lemmas is left to the model, unless one has
    nearly all uses.
    """
    gold = list(treebank(path, nlp.vocab))
    bare = (Doc(d.vocab, [t.text for t in d], [bool(t.whitespace_) for t in d]) for d in gold)
    lemmas: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: set[tuple[str, str]] = set()
    for expected, got in zip(gold, nlp.pipe(bare), strict=True):
        for a, b in zip(expected, got, strict=True):
            key = (a.text, a.pos_)
            lemmas[key][a.lemma_] += 1
            if b.lemma_ != a.lemma_ or _overruled(a.text, a.pos_, a.lemma_, str(nlp.lang)):
                wrong.add(key)
    return dict(sorted(_sure((key, lemmas[key]) for key in wrong)))


def _overruled(form: str, pos: str, lemma: str, lang: str) -> bool:
    return pos in OPEN_CLASSES and dictionary(form, lang) not in {None, lemma}


def _sure(
    uses: Iterable[tuple[tuple[str, str], Counter[str]]],
) -> Iterable[tuple[str, str]]:
    for (form, pos), counts in uses:
        lemma, n = counts.most_common(1)[0]
        if n >= SURE * counts.total():
            yield f"{form}\t{pos}", lemma
