"""Names for treebank sentences that have none: gold proper nouns, types from lists.

A run of proper nouns gets the type that the lists agree on. One that they do not know, or
do not agree on, stays open: training then neither rewards nor punishes a name there.
"""

import html
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training.conllu import Sentence, Word, named, sentences
from training.corpora import document, spans

JOINING = frozenset({"-", "&", "of", "the"})
LISTS = {"per.txt": "PER", "geo.txt": "LOC", "org.txt": "ORG"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Known names, lower-cased, with their one type; first names; and words that tell a type.

    A title stands before a person's name, a body's kind ends an organisation's, and some
    proper nouns (months, languages) are no names of these types.
    """

    types: Mapping[str, str]
    given: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    not_names: frozenset[str]


def lists(folder: Path, annotated: Iterable[Path], words: Mapping[str, str]) -> Lists:
    """Read the name lists and the names of annotated files.

    ``words`` has the titles, bodies and not_names, each in one string.

    A name of several types is left out, unless one type has nine tenths of its uses.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    given: Counter[str] = Counter()
    for file, label in LISTS.items():
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            name = html.unescape(line).lower()
            counts[name][label] += 1
            if label == "PER" and " " in name:
                given[name.split()[0]] += 1
    for path in annotated:
        for pairs in named(path):
            for start, end, label in spans(pairs):
                counts[" ".join(form for form, _ in pairs[start:end]).lower()][label] += 2
    best = {name: uses.most_common(1)[0] for name, uses in counts.items()}
    return Lists(
        types={n: t for n, (t, uses) in best.items() if uses >= 0.9 * counts[n].total()},
        given=frozenset(n for n, uses in given.items() if uses >= 5 and len(n) > 2),
        **{kind: frozenset(words[kind].split()) for kind in ("titles", "bodies", "not_names")},
    )


def silver(path: Path, known: Lists, vocab: Vocab) -> Iterator[Doc]:
    """Yield the treebank's sentences with names; what is not decided is left open."""
    for sentence in sentences(path):
        yield _annotate(sentence, known, vocab)


def _annotate(sentence: Sentence, known: Lists, vocab: Vocab) -> Doc:
    full = document([sentence], vocab)
    doc = Doc(vocab, words=[t.text for t in full], spaces=[bool(t.whitespace_) for t in full])
    named_, open_ = [], []
    for start, end in _runs(sentence.words):
        label = _type(sentence.words, start, end, known)
        if label is None:
            open_.append(Span(doc, start, end))
        elif label:
            named_.append(Span(doc, start, end, label=label))
    doc.set_ents(named_, missing=open_, default="outside")
    return doc


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield runs of proper nouns, with the hyphen or "of" between two of them."""
    start = end = 0
    for i, word in enumerate(words):
        if not _proper(word):
            continue
        between = {w.form.lower() for w in words[end:i]}
        if end <= start or (between and not between <= JOINING):
            if end > start:
                yield start, end
            start = i
        end = i + 1
    if end > start:
        yield start, end


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos in {"NNP", "NNPS"}


def _type(words: tuple[Word, ...], start: int, end: int, known: Lists) -> str | None:
    """Return the type of a run, ``""`` for no name, None where it is not decided."""
    forms = [w.form.lower().rstrip(".") for w in words[start:end]]
    if all(form in known.not_names for form in forms):
        return ""
    if any(form in known.not_names or form in known.titles for form in forms):
        return None
    if "of" in forms:
        return known.types.get(" ".join(forms))
    if forms[-1] in known.bodies and len(forms) > 1:
        return "ORG"
    if label := known.types.get(" ".join(w.form for w in words[start:end]).lower()):
        return label
    before = words[start - 1].form.lower().rstrip(".") if start else ""
    if before in known.titles or (forms[0] in known.given and len(forms) in {2, 3}):
        return "PER"
    if len(forms) == 1 and forms[0] in known.given and forms[0] not in known.types:
        return "PER"
    return None
