"""Languages: one folder a language, with what the language knows as data.

A pack is the folder ``<tag>/`` with ``lexicon.toml``; :func:`pack` finds it by its tag
(BCP 47). Nothing else names a language.
"""

from extract.languages.pack import Lexicon, Pack, pack, tags

__all__ = ["Lexicon", "Pack", "pack", "tags"]
