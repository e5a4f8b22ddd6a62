"""Score a pipeline from raw text, as the CoNLL 2018 shared task did.

Words count as the same where they cover the same characters, blanks left out of the count
(https://universaldependencies.org/conll18/evaluation.html). Each score is an F1 over the
words of system and gold, so a wrong split costs on both sides. ``las`` leaves out subtypes
(``obl:agent`` is ``obl``) as that task did; ``las_subtypes`` keeps them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from spacy.language import Language
from spacy.tokens import Doc

from training.conllu import Sentence, paragraphs, sentences, text
from training.corpora import lemma, names

Place = tuple[int, int]
PIECE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What gold or system says of the word at a place; ``head`` is a place, or none."""

    upos: str
    feats: str
    lemma: str
    deprel: str
    head: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All words and all sentences of a text, each by the characters that it covers."""

    words: dict[Place, Analysis]
    sentences: set[Place]


def treebank_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return the scores, in percent, of a pipeline on a treebank's raw text."""
    bank = list(paragraphs(sentences(path)))
    texts = [text(paragraph) for paragraph in bank]
    start = perf_counter()
    docs = list(nlp.pipe(texts))
    seconds = perf_counter() - start
    gold = read_gold(s for paragraph in bank for s in paragraph)
    scores = compare(gold, read_docs(docs))
    return {**scores, "words_per_second": len(gold.words) / seconds}


def read_gold(bank: Iterable[Sentence]) -> Reading:
    """Return the treebank's own reading."""
    words: dict[Place, Analysis] = {}
    bounds: set[Place] = set()
    at = 0
    for sentence in bank:
        places: list[Place] = []
        for word in sentence.words:
            end = at + len(word.form.replace(" ", ""))
            places.append((at, end))
            at = end
        bounds.add((places[0][0], at))
        for i, word in enumerate(sentence.words):
            words[places[i]] = Analysis(
                upos=word.upos,
                feats="" if word.feats == "_" else word.feats,
                lemma=lemma(word),
                deprel=word.deprel,
                head=None if word.head == i else places[word.head],
            )
    return Reading(words=words, sentences=bounds)


def read_docs(docs: Iterable[Doc]) -> Reading:
    """Return the system's reading of the same text, in the same order."""
    words: dict[Place, Analysis] = {}
    bounds: set[Place] = set()
    at = 0
    for doc in docs:
        places = list(_places(doc, at))
        at = places[-1][1] if places else at
        bounds.update(
            (places[s.start][0], places[s.end - 1][1]) for s in doc.sents if s.text.strip()
        )
        for token in doc:
            if token.is_space:
                continue
            words[places[token.i]] = Analysis(
                upos=token.pos_,
                feats=str(token.morph),
                lemma=token.lemma_,
                deprel="root" if token.dep_ == "ROOT" else token.dep_,
                head=None if token.head.i == token.i else places[token.head.i],
            )
    return Reading(words=words, sentences=bounds)


def _places(doc: Doc, at: int) -> Iterator[Place]:
    for token in doc:
        end = at + len("".join(token.text.split()))
        yield at, end
        at = end


def compare(gold: Reading, system: Reading) -> dict[str, float]:
    """Return the F1 scores, in percent, of the system's reading against the gold one."""
    pairs = [
        (place, word, system.words[place])
        for place, word in gold.words.items()
        if place in system.words
    ]
    size = len(gold.words) + len(system.words)
    same = {
        "tokens": len(pairs),
        "upos": sum(g.upos == s.upos for _, g, s in pairs),
        "feats": sum(g.feats == s.feats for _, g, s in pairs),
        "lemma": sum(g.lemma == s.lemma for _, g, s in pairs),
        "uas": sum(g.head == s.head for _, g, s in pairs),
        "las": sum(g.head == s.head and _main(g) == _main(s) for _, g, s in pairs),
        "las_subtypes": sum(g.head == s.head and g.deprel == s.deprel for _, g, s in pairs),
    }
    bounds = 2 * len(gold.sentences & system.sentences)
    return {
        **{name: 200 * n / size for name, n in same.items()},
        "sentences": 100 * bounds / (len(gold.sentences) + len(system.sentences)),
    }


def _main(word: Analysis) -> str:
    return word.deprel.split(":")[0]


def name_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return precision, recall and F1 of names, in percent, on the file's own tokens.

    A name is right when its bounds and its label are.
    """
    gold = list(names(path, nlp.vocab))
    found = nlp.pipe(_blank(doc) for doc in gold)
    counts: Counter[str] = Counter()
    for expected, got in zip(gold, found, strict=True):
        a, b = _entities(expected), _entities(got)
        for kind in ("PER", "ORG", "LOC"):
            _count(counts, "", kind, a, b)
    kinds = {"": "ents", "PER": "per", "ORG": "org", "LOC": "loc"}
    return {
        f"{name}_{score}": value
        for kind, name in kinds.items()
        for score, value in _prf(counts, kind).items()
    }


def _blank(doc: Doc) -> Doc:
    return Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def _entities(doc: Doc) -> set[tuple[int, int, str]]:
    return {(e.start, e.end, e.label_) for e in doc.ents}


def _count(
    counts: Counter[str],
    total: str,
    kind: str,
    gold: set[tuple[int, int, str]],
    found: set[tuple[int, int, str]],
) -> None:
    a, b = ({e for e in ents if e[2] == kind} for ents in (gold, found))
    for key in (total, kind):
        counts[f"{key}:gold"] += len(a)
        counts[f"{key}:found"] += len(b)
        counts[f"{key}:both"] += len(a & b)


def _prf(counts: Counter[str], kind: str) -> dict[str, float]:
    gold, found, both = (counts[f"{kind}:{part}"] for part in ("gold", "found", "both"))
    return {
        "p": 100 * both / max(found, 1),
        "r": 100 * both / max(gold, 1),
        "f": 200 * both / max(gold + found, 1),
    }
