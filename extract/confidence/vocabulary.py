"""The names of the signs, and what each says to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "pronoun": "the subject is a pronoun",
        "unnamed": "the subject is called by a description, not by name",
        "elided": "the sentence leaves the subject out; it is taken from the words before",
        "choice": "several people were spoken of just before",
        "short-name": "the subject is called by a single name",
        "other-kind": "the subject is no person",
        "rival": "the sentence speaks of somebody else too",
        "far": "the subject is more than 16 words from the word that makes the claim",
        "shallow": "the subject was found by word order, not by the grammar of the sentence",
        "second-place": "the subject does not stand where this wording has it first",
        "governed": "the subject hangs under a preposition or a possessive",
        "noun": "a noun makes the claim, not a verb",
        "odd-tag": "the word that makes the claim was read as another part of speech",
        "cautious": "the wording often means something else",
        "contested": "the same word makes a claim of another type",
        "not-past": "it tells of an event, but not in the past tense",
        "nested": "the claim stands in a clause within another clause",
        "clouded": "the sentence hedges, negates or plans something else",
        "reported": "it is said on the word of somebody else",
        "voiceless": "it is reported, but nobody is named as saying it",
        "alleged": "it is alleged",
        "unreal": "it is planned or asked",
        "negative": "it is negated or denied",
    }
)
"""Every sign, and what it says in words."""

UNLIKE = "claims that were read in this way were often wrong where that could be checked"


def doubts(signs: Iterable[str]) -> tuple[str, ...]:
    """What speaks against a claim, in words; where no one sign does, that it is read unsurely.

    >>> doubts(["pronoun"])
    ('the subject is a pronoun',)
    """
    return tuple(SIGNS[sign] for sign in signs if sign in SIGNS) or (UNLIKE,)
