"""Names for sentences that have none, told by a large tagger trained on the few that have.

The teacher (``training.teacher``) is too large and slow to ship. A treebank's proper nouns
put its names right where they can: a sentence without one has no name. What it is not sure
of stays open: training then neither rewards nor punishes a name there.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training import encoder
from training.conllu import Sentence, named, sentences
from training.corpora import SEED, spacing
from training.encoder import Pieces
from training.tagging import Example, Scores, example, no_names, prefer_proper, sure_spans

LONGEST = 120
Words = tuple[tuple[str, ...], tuple[bool, ...]]
Pairs = list[tuple[str, str]]
Tell = Callable[[Sequence[Example]], Iterable[Scores]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """What a teacher learns from and what it names.

    ``warm`` has names in another style, for a first round over ``warm_sentences``; ``gold``
    has them in the style wanted. The teacher then names the sentences of ``treebank`` and
    ``retold`` sentences of ``warm``; a tag of a lower probability than ``least`` stays open.
    """

    warm: Path
    warm_sentences: int
    gold: Path
    treebank: Path
    retold: int
    least: float


def taught(told: Teaching, vocab: Vocab, out: Path, closed: frozenset[str]) -> Iterator[Doc]:
    """Yield the sentences with the teacher's names; keep its scores in ``out`` for another run.

    ``closed`` has the words, joined by blanks, of sentences that are for testing only.
    """
    warm = _shuffled(told.warm, closed)
    bank = list(sentences(told.treebank))
    if not out.exists():
        np.save(out, np.concatenate(_scores(told, warm, bank, closed)).astype(np.float16))
    texts = [*map(_treebank_words, bank), *map(_warm_words, warm[: told.retold])]
    ends = np.cumsum([len(forms) for forms, _ in texts])
    scores = np.split(np.load(out).astype(np.float32), ends[:-1])
    for (forms, spaces), part in zip(texts, scores, strict=True):
        yield document(vocab, forms, spaces, part, told.least)


def document(
    vocab: Vocab, forms: Sequence[str], spaces: Sequence[bool], scores: Scores, least: float
) -> Doc:
    """Return a sentence with the names that the scores are sure of, the doubtful ones open."""
    doc = Doc(vocab, words=list(forms), spaces=list(spaces))
    sure, open_ = sure_spans(scores, least)
    doc.set_ents(
        [Span(doc, start, end, label=label) for start, end, label in sure],
        missing=[Span(doc, start, end) for start, end in open_],
        default="outside",
    )
    return doc


def _shuffled(path: Path, closed: frozenset[str]) -> list[Pairs]:
    """Return the sentences of a name file, but overlong ones, in one random order."""
    pairs = [
        p
        for p in named(path)
        if len(p) <= LONGEST and " ".join(form for form, _ in p) not in closed
    ]
    random.Random(SEED).shuffle(pairs)
    return pairs


def _warm_words(pairs: Pairs) -> Words:
    forms = tuple(form for form, _ in pairs)
    return forms, tuple(spacing(list(forms)))


def _treebank_words(sentence: Sentence) -> Words:
    return tuple(w.form for w in sentence.words), tuple(w.space for w in sentence.words)


def _scores(
    told: Teaching, warm: Sequence[Pairs], bank: Sequence[Sentence], closed: frozenset[str]
) -> list[Scores]:
    """Train the teacher; let it tell the names of the treebank, then of the warm sentences."""
    from training import teacher

    model = encoder.read(encoder.installed())

    def plain(pairs: Sequence[Pairs]) -> list[Example]:
        return [
            example([form for form, _ in p], model.pieces, tags=[tag for _, tag in p])
            for p in pairs
        ]

    first, gold = plain(warm[: told.warm_sentences]), plain(_shuffled(told.gold, closed))
    tagger = teacher.trained(model, [(first, teacher.WARM), (gold, teacher.GOLD)], SEED)
    return [
        *bank_scores(bank, model.pieces, lambda asked: teacher.tell(tagger, asked)),
        *teacher.tell(tagger, plain(warm[: told.retold])),
    ]


def bank_scores(bank: Sequence[Sentence], pieces: Pieces, tell: Tell) -> Iterator[Scores]:
    """Yield the scores of a treebank's sentences; only those with a proper noun are asked."""
    proper = [[word.upos == "PROPN" for word in sentence.words] for sentence in bank]
    asked = [
        example(forms, pieces, spaces=spaces)
        for (forms, spaces), marks in zip(map(_treebank_words, bank), proper, strict=True)
        if any(marks)
    ]
    told = iter(tell(asked))
    for marks in proper:
        yield prefer_proper(next(told), marks) if any(marks) else no_names(len(marks))
