"""A person's printed name taken apart: given name, father's name, surname."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extract.names.folding import fold, is_regional, rules, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The folded parts of a name; "" where the name does not give the part.

    ``middle`` holds a father's name or another name between given name and surname.
    """

    given: str
    middle: str
    surname: str

    @property
    def full(self) -> bool:
        """Whether the name has both a given name and a surname."""
        return bool(self.given and self.surname)

    @property
    def key(self) -> str:
        """What two full names share when they may be one person's, whatever the word order."""
        return " ".join(sorted((self.given, self.surname)))


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> PersonName:
    """The folded parts of a printed name.

    >>> parse("Elnur Adil oğlu Məmmədov")
    PersonName(given='elnur', middle='adil', surname='mamadov')
    >>> parse("Mamedov, Elnur Adil oglu") == parse("Elnur Adil oglu Mammadov")
    True
    >>> parse("Elnur Mammadov, Adil oglu") == parse("Elnur Adil oglu Mammadov")
    True
    >>> parse("Voorbeeld").full, parse("Jan de Voorbeeld").surname
    (False, 'de voorbeeld')
    """
    words, father = _patronymic(list(tokens(name)))
    lenient = is_regional(name)
    folded = [fold(word, lenient=lenient) for word in words]
    if len(folded) < 2:
        return PersonName(given="", middle="", surname=" ".join(folded))
    given_first = "," in name and len(list(tokens(name.partition(",")[0]))) == len(words)
    if father is not None and father.at == len(words) and not given_first:
        folded = [*folded[1:], folded[0]]  # surname first, patronymic last
        words = [*words[1:], words[0]]
    cut = _surname_start(words)
    middle = fold(father.name, lenient=lenient) if father else " ".join(folded[1:cut])
    return PersonName(given=folded[0], middle=middle, surname=" ".join(folded[cut:]))


def contradict(one: PersonName, other: PersonName) -> bool:
    """Whether both give a middle or father's name and the two differ.

    One left out contradicts nothing; an initial agrees with the name it may stand for.
    """
    if not one.middle or not other.middle:
        return False
    return not (one.middle.startswith(other.middle) or other.middle.startswith(one.middle))


@dataclass(frozen=True, slots=True)
class _Father:
    name: str
    at: int


def _patronymic(words: list[str]) -> tuple[list[str], _Father | None]:
    """The words without the patronymic, and the patronymic with where it stood."""
    known = rules()
    for index, word in enumerate(words):
        if word in known.patronymic_words and index >= 1 and len(words) > 2:
            return words[: index - 1] + words[index + 1 :], _Father(words[index - 1], index - 1)
        if word.endswith(known.patronymic_endings) and len(words) > 2 and index >= 1:
            return words[:index] + words[index + 1 :], _Father(word, index)
    return words, None


def _surname_start(words: list[str]) -> int:
    for index in range(1, len(words)):
        if words[index] in rules().particles:
            return index
    return len(words) - 1
