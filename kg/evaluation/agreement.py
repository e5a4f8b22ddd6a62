"""When a claim agrees with a gold claim in name, date, argument and place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.names import fold, folded_words, tokens
from kg.evaluation.values import Gold, Read, Value

SCORED_ARGS = (
    "duration", "articles", "party", "outcome", "phase", "condition", "role", "ethnicity",
    "place", "court", "agent", "charge",
)  # fmt: skip
_SURNAME_START, _GIVEN_START, _ENDINGS = 5, 4, 2


def same_subject(gold: str, names: Iterable[str]) -> bool:
    """Whether one of the names is the gold name, across spellings.

    A surname alone is enough, since both stand in one document; a given name may be an initial.

    >>> same_subject("Anna Voorbeeld", ["Voorbeeld"])
    True
    >>> same_subject("Anna Voorbeeld", ["A. Voorbeeld"])
    True
    >>> same_subject("Məhəmməd Uydurmayev", ["Mahammad Uydurmaev"])
    True
    >>> same_subject("Anna Voorbeeld", ["Bert Voorbeeld"])
    False
    """
    wanted = _name(gold)
    return any(_same(wanted, _name(name)) for name in names)


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right or left == right:
        return left == right != ()
    last, other = left[-1], right[-1]
    alike = last[:_SURNAME_START] == other[:_SURNAME_START]
    if not alike or abs(len(last) - len(other)) > _ENDINGS:
        return False
    return 1 in (len(left), len(right)) or _same_given(left[0], right[0])


def _same_given(left: str, right: str) -> bool:
    return left[:_GIVEN_START] == right[:_GIVEN_START] or left in right or right in left


def _name(text: str) -> tuple[str, ...]:
    return tuple(fold(word, lenient=True) for word in tokens(text))


def date_right(gold: Gold, date: str | None) -> bool:
    """Whether the date is one of the gold's; where the gold has none at all, any date is right."""
    first, *others = gold.dates
    return dates_agree(first, date) or any(
        dates_agree(other, date) if other else not date for other in others
    )


def dates_agree(gold: str | None, date: str | None) -> bool:
    """Whether two EDTF dates are one at the coarser of their precisions; of intervals, one end.

    >>> dates_agree("2021-04-15", "2021-04"), dates_agree("2021-04", "2021-05-01")
    (True, False)
    >>> dates_agree("2014", "2014/.."), dates_agree(None, "2014"), dates_agree("2014", None)
    (True, True, False)
    """
    if not gold or not date:
        return not gold
    return any(a.startswith(b) or b.startswith(a) for a in _ends(gold) for b in _ends(date))


def _ends(date: str) -> list[str]:
    return [end for part in date.split("/") if (end := part.strip("~?%.X-"))]


def args_wrong(gold: Gold, claim: Read) -> tuple[str, ...]:
    """The scored arguments of the gold claim that the claim lacks or has otherwise."""
    asked = (key for key in SCORED_ARGS if key in gold.args)
    return tuple(
        key for key in asked if not argument_agrees(key, gold.args[key], claim.args.get(key))
    )


def argument_agrees(key: str, gold: Value, value: Value) -> bool:
    """Whether two values of an argument agree.

    Durations are equal; articles share a number; words share one of three letters or more, or
    stand in each other.

    >>> argument_agrees("articles", ("281.2 WvS",), ("Article 281.2", "283"))
    True
    >>> argument_agrees("court", "rechtbank in Bakoe", "Bakoe"), argument_agrees("court", "X", None)
    (True, False)
    """
    if value in (None, "", ()):
        return False
    if key == "articles":
        return bool(_numbers(gold) & _numbers(value))
    if key == "duration":
        return str(gold).upper() == str(value).upper()
    left, right = _joined(gold), _joined(value)
    if _words(left) & _words(right):
        return True
    return folded_words(left) in folded_words(right) or folded_words(right) in folded_words(left)


def quotes_overlap(gold: str, quote: str) -> float:
    """How much of the shorter of two quotes stands in the other: 1 for all of it.

    >>> quotes_overlap("veroordeeld tot zes jaar", "Zij is veroordeeld tot zes jaar.")
    1.0
    >>> quotes_overlap("arrested in Baku", "arrested in Ganja")
    0.5
    """
    left, right = _letters(gold), _letters(quote)
    if left and right and (left in right or right in left):
        return 1.0
    words, others = _words(gold), _words(quote)
    return len(words & others) / max(1, min(len(words), len(others)))


def _numbers(value: Value) -> set[str]:
    texts = value if isinstance(value, tuple) else (str(value),)
    return {re.sub(r"[^\d.-]", "", text).strip(".-") for text in texts} - {""}


def _joined(value: Value) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in folded_words(text).split() if len(word) > 2)


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text.lower())
