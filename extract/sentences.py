"""Sentences and tokens of a passage. The one place of the extractor that calls spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.languages import Pack
from extract.repairs import mend
from extract.values import Passage

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

_BATCH = 64
# what trained pipelines call persons, organisations and places (CoNLL, OntoNotes)
_LABELS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
# a word with its full stop and the number of a footnote ("held.12"), and a marker in brackets
_MARKED = re.compile(r"([^\W\d_]{2,})([.!?])(\d{1,3})")
_MARKER = re.compile(r"^\[\d{1,3}\]")
_ENDING = frozenset(".!?…")
# what parsers were shown few of, by what they know
_STRAIGHT = {**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟«»", '"')}
_CLOSING = frozenset("»”’\"')]")


class Token(NamedTuple):
    """A token of a sentence; ``start``/``end`` count in the passage's text.

    A tuple, since a document has more of them than of anything else.

    ``lemmas`` holds the lower-case form and every base form it may be an inflection of. ``pos``,
    ``dep`` and ``morph`` are Universal Dependencies' labels, "" where no trained pipeline ran;
    ``head`` is the index of its head in the sentence, its own for the root.
    """

    text: str
    lower: str
    lemmas: frozenset[str]
    start: int
    end: int
    pos: str = ""
    dep: str = ""
    head: int = 0
    morph: str = ""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it has a letter or a digit."""
        return self.text.isalnum() or any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage; ``index`` counts the document's sentences from 0.

    ``entities`` are the names that the trained pipeline sees: tokens ``[first, end)`` and a label,
    PER, ORG or LOC.
    """

    index: int
    passage: Passage
    language: str
    tokens: tuple[Token, ...]
    entities: tuple[tuple[int, int, str], ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the passage's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the passage's text."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    def span(self, first: int, end: int) -> str:
        """The words of the tokens ``[first, end)``."""
        return self.passage.text[self.tokens[first].start : self.tokens[end - 1].end]

    def stored(self, first: int, end: int) -> tuple[int, int]:
        """Where the tokens ``[first, end)`` stand in the document's stored text."""
        return (
            self.passage.to_stored(self.tokens[first].start),
            self.passage.to_stored(self.tokens[end - 1].end, end=True),
        )


def sentences(passage: Passage, language: Pack, first: int = 0) -> Iterator[Sentence]:
    """The passage's sentences in order, numbered from ``first``.

    A passage without a letter or digit gives none.
    """
    return sentences_of([passage], language, first)


def sentences_of(passages: Iterable[Passage], language: Pack, first: int = 0) -> Iterator[Sentence]:
    """The sentences of passages in order, numbered from ``first``; read in batches."""
    nlp = language.pipeline()
    pairs = ((_cut(passage.text, nlp, language), passage) for passage in passages)
    for doc, passage in nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
        for span in doc.sents:
            sentence = _sentence(span, passage, language, first)
            if any(token.word for token in sentence.tokens):
                yield sentence
                first += 1


def _cut(text: str, nlp: Language, language: Pack) -> Doc:
    """The text as tokens with the sentences' starts set, which a parser then keeps to."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    for token in nlp.make_doc(text):
        word = token.text
        marked = _MARKED.fullmatch(word)
        if marked and not language.abbreviation(f"{marked[1]}."):
            words += marked.groups()
            spaces += (False, False, bool(token.whitespace_))
        elif word[-1] == "." and _ends_with_stop(word, text, token.idx, language):
            words += (word[:-1], ".")
            spaces += (False, bool(token.whitespace_))
        else:
            words.append(word)
            spaces.append(bool(token.whitespace_))
    words, spaces = _abbreviated(words, spaces, language)
    starts = _starts(words, spaces, language.short_names)
    shown = [_STRAIGHT.get(word, word) for word in words]
    return Doc(nlp.vocab, words=shown, spaces=spaces, sent_starts=starts)


def _abbreviated(
    words: list[str], spaces: list[bool], language: Pack
) -> tuple[list[str], list[bool]]:
    """The words with the full stops of abbreviations joined to them: "b.d.", "No. 13"."""
    listed = language.words("sentences", "abbreviations")
    numbering = language.words("sentences", "before_numbers")
    joined: list[int] = []
    for i in (i for i, word in enumerate(words) if word == "." and i and not spaces[i - 1]):
        before = words[i - 1].lower()
        number = i + 1 < len(words) and words[i + 1][:1].isdigit()
        cased = len(before) > 1 and words[i - 1] not in (before, before.title())
        if cased and i + 1 < len(words) and words[i + 1][:1].islower():
            joined.append(i)  # "WvS. bepaalt": the abbreviation of a code, not the sentence's end
            continue
        if f"{before}." in listed or (number and before in numbering):
            joined.append(i)
    for i in reversed(joined):
        words[i - 1 : i + 1] = [words[i - 1] + "."]
        spaces[i - 1 : i + 1] = [spaces[i]]
    return words, spaces


def _starts(words: list[str], spaces: list[bool], short: frozenset[str]) -> list[bool | int | None]:
    """Whether each word begins a sentence: what follows a full stop and what closes after it.

    A figure after one of the ``short`` names ("7 sept. 2020") begins none.
    """
    starts: list[bool | int | None] = []
    ended = True
    for i, word in enumerate(words):
        # a straight quotation mark with a space before it and none after it opens
        opens = word == '"' and not spaces[i] and (not i or spaces[i - 1])
        closes = word in _CLOSING and not opens
        begins = ended and not word.isspace() and not closes and _may_begin(word)
        if i and ended and not spaces[i - 1] and _marks(word):
            starts.append(False)
            continue
        if begins and word[:1].isdigit() and i > 1 and words[i - 1] == ".":
            begins = words[i - 2].lower() not in short
        starts.append(begins or not starts)
        if begins or (not closes and not word.isspace()):
            ended = word in _ENDING
    return starts


def _marks(word: str) -> bool:
    """Whether the word, glued to what ends a sentence, is of a footnote marker: "held.[7]"."""
    return word.isdecimal() or word in ("[", "]", ")")


def _may_begin(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or not any(c.isalnum() for c in word)


def _sentence(span: Span, passage: Passage, language: Pack, index: int) -> Sentence:
    kept = [token for token in span if not token.is_space]
    place = {token.i: i for i, token in enumerate(kept)}
    parsed = span.doc.has_annotation("DEP")
    read = _token if parsed else _plain_token
    tokens = [read(token, passage.text, place, language) for token in kept]
    return Sentence(
        index=index,
        passage=passage,
        language=language.tag,
        tokens=tuple(mend(tokens) if parsed else tokens),
        entities=tuple(
            (place[entity.start], place[entity.end - 1] + 1, _LABELS[entity.label_])
            for entity in span.ents
            if entity.label_ in _LABELS and entity.start in place and entity.end - 1 in place
        ),
    )


def _plain_token(token: SpacyToken, text: str, place: Mapping[int, int], language: Pack) -> Token:
    """A token of a pipeline that only cuts: no labels, and its own head."""
    start = token.idx
    word = text[start : start + len(token.text)]
    return Token(
        word, word.lower(), language.lemmas(word), start, start + len(word), head=place[token.i]
    )


def _token(token: SpacyToken, text: str, place: Mapping[int, int], language: Pack) -> Token:
    start = token.idx
    word = text[start : start + len(token.text)]
    return Token(
        text=word,
        lower=word.lower(),
        lemmas=_with(language.lemmas(word), token.lemma_),
        start=start,
        end=start + len(word),
        pos=token.pos_,
        dep=token.dep_,
        head=place.get(token.head.i, place[token.i]),
        morph=str(token.morph),
    )


@lru_cache(maxsize=1 << 16)
def _with(lemmas: frozenset[str], lemma: str) -> frozenset[str]:
    """The lemmas with the one that the trained pipeline gives."""
    return lemmas | {lemma.lower()} if lemma else lemmas


def _ends_with_stop(word: str, text: str, at: int, language: Pack) -> bool:
    """Whether the full stop of the word ends a sentence: "WvS." does, "dhr." and "U.S." do not.

    ``at`` is where the word stands in the text. After a full stop that ends comes a capital, or
    nothing.
    """
    if len(word) <= 2 or not word.endswith(".") or "." in word[:-1]:
        return False
    rest = _MARKER.sub("", text[at + len(word) : at + len(word) + 9], count=1)
    following = rest[:3].lstrip()[:1]
    return (word[:-1].isupper() or not language.abbreviation(word)) and (
        not following or following.isupper()
    )
