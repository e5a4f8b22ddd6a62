"""Who says "I": the speaker of a quotation, or of the section."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions.grammar import governed, lower
from extract.mentions.reference import Reference
from extract.mentions.words import CLOSING, EITHER, OPENING
from extract.sentences import Sentence

_REACH = 4  # tokens between a quotation and the name of who says it


def quoted(text: str, inside: bool) -> bool:
    """Whether the words after a quotation mark stand in a quotation."""
    if text in EITHER:
        return not inside
    return text in OPENING


def speaker(
    sentence: Sentence, mark: int, named: tuple[Reference, ...], language: Pack
) -> str | None:
    """The referent who says the quotation that opens at token ``mark``; None where unclear.

    Whoever is named right after it, else the one before it whom no preposition governs.
    """
    end = _close(sentence, mark)
    persons = [ref for ref in named if ref.kind == "person"]
    after = [ref for ref in persons if end <= ref.begin <= end + _REACH]
    if after:
        return after[0].referent if _bare(sentence, after[0], language) else None
    before = [ref for ref in persons if ref.end < mark and _ends(sentence, ref, mark)]
    bare = [ref for ref in before if _bare(sentence, ref, language)]
    speakers = bare or [ref for ref in before if _author(sentence, ref, language)]
    keys = {ref.referent for ref in speakers}
    return keys.pop() if len(keys) == 1 else None


def _close(sentence: Sentence, mark: int) -> int:
    """Where the quotation that opens at ``mark`` ends in the sentence."""
    marks = OPENING | CLOSING | EITHER
    places = range(mark + 1, len(sentence.tokens))
    return next((i + 1 for i in places if sentence.tokens[i].text in marks), len(sentence.tokens))


def _ends(sentence: Sentence, ref: Reference, mark: int) -> bool:
    """Whether no other quotation stands between the name and the mark."""
    marks = OPENING | CLOSING | EITHER
    return not any(token.text in marks for token in sentence.tokens[ref.end : mark])


def _bare(sentence: Sentence, ref: Reference, language: Pack) -> bool:
    return governed(sentence, ref.begin, language) is None


def _author(sentence: Sentence, ref: Reference, language: Pack) -> bool:
    at = governed(sentence, ref.begin, language)
    return at is not None and lower(sentence, at) in language.words("attribution", "by")
