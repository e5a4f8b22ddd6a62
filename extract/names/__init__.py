"""Forms of names: one key for the spellings of a name, and a person's name taken apart.

Where the names of a text are found is :mod:`extract.mentions.recognition`.
"""

from extract.names.folding import bare, fold, fold_case, folded, folded_words, tokens
from extract.names.person import PersonName, contradict, parse

__all__ = [
    "PersonName",
    "bare",
    "contradict",
    "fold",
    "fold_case",
    "folded",
    "folded_words",
    "parse",
    "tokens",
]
