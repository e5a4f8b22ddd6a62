"""Whose words a sentence is that stands in quotation marks and says itself of nobody."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context, Quotation
from extract.claims.triggers import Trigger
from extract.claims.voices import says, speakers
from extract.mentions.speakers import quoted
from extract.mentions.words import CLOSING, EITHER, OPENING
from extract.sentences import Sentence

_MARKS = OPENING | CLOSING | EITHER
_CLAUSE = 3  # quoted words that may be a clause, and not only somebody's term for a thing


def follow(before: Context | None, sentence: Sentence) -> Quotation:
    """The quotation in which a sentence stands, after the one before it in its passage."""
    if before is None or before.sentence.passage is not sentence.passage:
        return Quotation(whole=_whole(sentence, inside=False))
    inside = _inside_after(before.sentence, before.quotation.inside)
    return Quotation(
        inside=inside,
        whole=_whole(sentence, inside=inside),
        speakers=tuple(_speakers(before)) or before.quotation.speakers,
    )


def said_beside(context: Context, trigger: Trigger) -> tuple[str, ...]:
    """Who says the quotation within the sentence in which the trigger stands.

    Parsers lose what follows a colon: 'his lawyer told the court: "He was beaten."'
    """
    inside, quoted_words = context.quotation.inside, set()
    for i, token in enumerate(context.sentence.tokens):
        if token.text in _MARKS:
            inside = quoted(token.text, inside)
        elif inside:
            quoted_words.add(i)
    if trigger.first not in quoted_words or len(quoted_words) < _CLAUSE:
        return ()
    verbs = (i for i in range(len(context.sentence.tokens)) if i not in quoted_words)
    return tuple(name for i in verbs if says(context, i) for name in speakers(context, i))


def _inside_after(sentence: Sentence, inside: bool) -> bool:
    for token in sentence.tokens:
        if token.text in _MARKS:
            inside = quoted(token.text, inside)
    return inside


def _whole(sentence: Sentence, *, inside: bool) -> bool:
    """Whether every word stands between quotation marks."""
    for token in sentence.tokens:
        if token.text in _MARKS:
            inside = quoted(token.text, inside)
        elif token.word and not inside:
            return False
    return True


def _speakers(before: Context) -> Iterator[str]:
    """Who says the quotation of a sentence: the subject of its verb of saying."""
    inside = before.quotation.inside
    for i, token in enumerate(before.sentence.tokens):
        if token.text in _MARKS:
            inside = quoted(token.text, inside)
        elif not inside and says(before, i) and _quotes(before):
            yield from speakers(before, i)


def _quotes(before: Context) -> bool:
    marked = any(token.text in _MARKS for token in before.sentence.tokens)
    return marked or before.quotation.inside
