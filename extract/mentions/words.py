"""What a word may be to reference: a pronoun, a noun for a person, or neither.

Each form of a language is looked at once; most words are nothing, and cost one look-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.languages import Pack, pack
from extract.names.gender import Gender

# in the order in which a word is tried; "zij" is a subject before it is a plural
_KINDS = (
    ("reflexive", ("people", "reflexives")),
    ("relative", ("people", "relatives")),
    ("speaker", ("people", "speakers")),
    ("subject", ("pronouns", "subject")),
    ("object", ("pronouns", "object")),
    ("possessive", ("pronouns", "possessive")),
    ("counted", ("people", "both")),
    ("counted", ("people", "definite")),
    ("counted", ("people", "all")),
    ("plural", ("people", "plurals")),
    ("first", ("people", "first")),
    ("last", ("people", "last")),
    ("body", ("names", "organisations")),
)
_NOUNS = ("roles", "others", "kin")
OPENING = frozenset("«“„")
CLOSING = frozenset("»”")
EITHER = frozenset('"')
_MARKS = OPENING | CLOSING | EITHER
_LIMIT = 1 << 16  # forms kept, so that memory does not grow with what is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One form of a language as reference sees it.

    ``kind`` is that of a pronoun, or "noun" for one person, or "crowd" for several. ``plural``:
    it may stand for several ("zij"); ``possessive``: it may be one besides ("haar").
    """

    kind: str
    gender: Gender = ""
    plural: bool = False
    possessive: bool = False
    role: bool = False
    kin: bool = False
    deputy: bool = False
    bare: bool = False
    unnamed: bool = False


class Words(dict[str, "Word | None"]):
    """The words of a language by lower-case form, filled as they are asked for."""

    def __init__(self, language: Pack) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, form: str) -> Word | None:
        """What the form is; None where it is nothing to reference."""
        if len(self) >= _LIMIT:
            self.clear()
        found = self[form] = _word(form, self.language)
        return found


@cache
def words(tag: str) -> Words:
    """The words of the language. Raises KeyError where it has no pack."""
    return Words(pack(tag))


def listed(language: Pack, form: str, *path: str) -> bool:
    """Whether the form itself is in that list; a pack need not have the list."""
    section = language.lexicon.get(path[0], {})
    return path[1] in section and language.is_any(frozenset({form}), *path)


def _word(form: str, language: Pack) -> Word | None:
    noun = any(listed(language, form, "people", name) for name in _NOUNS)
    unnamed = listed(language, form, "names", "unnamed")
    kind = "quote" if form in _MARKS else "noun" if noun or unnamed else ""
    kind = kind or next((kind for kind, path in _KINDS if listed(language, form, *path)), "")
    kind = kind or ("crowd" if _crowd(form, language) else "")
    if not kind:
        return None
    return Word(
        kind=kind,
        gender=gender_of(form, language),
        plural=listed(language, form, "people", "plurals"),
        possessive=listed(language, form, "pronouns", "possessive"),
        role=listed(language, form, "people", "roles"),
        kin=listed(language, form, "people", "kin"),
        deputy=listed(language, form, "people", "deputies"),
        bare=listed(language, form, "people", "bare"),
        unnamed=unnamed,
    )


def gender_of(form: str, language: Pack) -> Gender:
    """The gender that a pronoun, title or noun shows."""
    if listed(language, form, "people", "feminine"):
        return "feminine"
    return "masculine" if listed(language, form, "people", "masculine") else ""


def _crowd(form: str, language: Pack) -> bool:
    """Whether several people, or a body of them, by its own form or as a noun's plural."""
    if listed(language, form, "people", "crowds"):
        return True
    others = language.lemmas(form) - {form}
    return any(listed(language, base, "people", name) for base in others for name in _NOUNS)
