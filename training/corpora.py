"""Turn the data folder into spaCy's training files, and read those during training."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training.conllu import Sentence, Word, named, paragraphs, sentences

SEED = 7
LONGEST = 3
FOREIGN = "SPEC|vreemd"
UNFINISHED = frozenset({"SPEC|afgebr", "SPEC|enof"})


def treebank(path: Path, vocab: Vocab, *, seed: int = SEED) -> Iterator[Doc]:
    """Yield documents of one to three sentences, so that a parser learns where one ends."""
    random_ = random.Random(seed)
    for paragraph in paragraphs(sentences(path)):
        rest = map(current, paragraph)
        while group := tuple(islice(rest, random_.randint(1, LONGEST))):
            yield document(group, vocab)


def current(sentence: Sentence) -> Sentence:
    """Return a sentence with foreign and unfinished words as UD tags them now.

    The part of the Dutch data that was converted from Alpino's sources has SYM for them,
    where UD has X in the release tested on, so the same words would be taught in two ways.
    """
    return replace(sentence, words=tuple(_current(word) for word in sentence.words))


def _current(word: Word) -> Word:
    if word.upos != "SYM" or word.xpos not in UNFINISHED | {FOREIGN}:
        return word
    return replace(word, upos="X", feats="Foreign=Yes" if word.xpos == FOREIGN else "_")


def document(group: Iterable[Sentence], vocab: Vocab) -> Doc:
    """Return the sentences with all that the treebank says of their words."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in group:
        heads += [w.head + len(words) for w in sentence.words]
        starts += [i == 0 for i in range(len(sentence.words))]
        words += sentence.words
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.xpos for w in words],
        pos=[w.upos for w in words],
        morphs=["" if w.feats == "_" else w.feats for w in words],
        lemmas=[lemma(w) for w in words],
        heads=heads,
        deps=["ROOT" if w.deprel == "root" else w.deprel for w in words],
        sent_starts=starts,
    )


def lemma(word: Word) -> str:
    """Return the lemma without Alpino's compound marks (``gevangenis_straf``)."""
    return word.lemma.replace("_", "") or word.lemma


def names(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield the sentences of a name file."""
    for pairs in named(path):
        yield _named(pairs, vocab)


def _named(pairs: list[tuple[str, str]], vocab: Vocab) -> Doc:
    forms = [form for form, _ in pairs]
    doc = Doc(vocab, words=forms, spaces=spacing(forms))
    doc.ents = tuple(Span(doc, a, b, label=label) for a, b, label in spans(pairs))
    return doc


def spans(pairs: list[tuple[str, str]]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the PER, ORG and LOC spans of BIO tags.

    >>> spans([("Anna", "B-PER"), ("Voorbeeld", "I-PER"), ("in", "O"), ("Gent", "B-LOC")])
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    found: list[tuple[int, int, str]] = []
    for i, (_, tag) in enumerate(pairs):
        kind = tag[2:]
        if tag.startswith("I-") and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        elif kind in {"PER", "ORG", "LOC"}:
            found.append((i, i + 1, kind))
    return found


def spacing(forms: list[str]) -> list[bool]:
    """Guess where the tokens of a name file had a space after them.

    >>> spacing(["Bakoe", ",", "(", "Azerbeidzjan", ")", "."])
    [False, True, False, False, False, True]
    """
    after = [form not in {"(", "["} for form in forms]
    for i, form in enumerate(forms[1:]):
        if form in {",", ".", ")", "]", ":", ";", "?", "!", "'s", "n't", "’s", "%"}:
            after[i] = False
    return after


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as spaCy's DocBin."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
