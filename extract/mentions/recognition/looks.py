"""What a word's form and the dictionaries say of it."""

from __future__ import annotations

from itertools import pairwise

from extract.languages import pack
from extract.languages.dictionary import base_form, is_known


def shout(text: str) -> bool:
    """Whether it is an acronym by its look: "OVSE", "OVD-Info"; "A.B." is initials."""
    first = text.split("-")[0]
    return (
        sum(map(str.isalpha, first)) >= 2
        and first.isupper()
        and "." not in text
        and not _roman(first)
    )


def _roman(text: str) -> bool:
    return not text.strip("IVX")


def mixed(text: str) -> bool:
    """Whether a capital stands inside after a small letter: "BelTA", "PvdA", no "McArthur"."""
    inner = any(a.islower() and b.isupper() for a, b in pairwise(text))
    return inner and not text.startswith(("Mc", "Mac", "O'", "D'", "De", "Di", "Van"))


def common(lower: str, tag: str) -> bool:
    """Whether a dictionary has the word in small letters, as no name alone."""
    return any(
        is_known(lower, lang) and not base_form(lower, lang)[:1].isupper() for lang in {tag, "en"}
    )


def compound(lower: str, tag: str) -> bool:
    """Whether two words of the dictionary make it up ("Landenbeleid")."""
    cuts = range(4, len(lower) - 3) if pack(tag).words("names", "linking") else ()
    return any(
        is_known(lower[cut:], tag)
        and any(
            lower[:cut].endswith(link) and is_known(lower[: cut - len(link)], tag)
            for link in pack(tag).words("names", "linking")
        )
        for cut in cuts
    )


def known(text: str, tag: str) -> bool:
    """Whether a dictionary has the word with a capital."""
    return any(is_known(text.capitalize(), lang) for lang in {tag, "en"})
