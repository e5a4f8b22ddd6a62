"""What a name in a sentence is."""

from __future__ import annotations

from dataclasses import dataclass

from extract.values import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens ``[first, end)`` that name something.

    ``kind`` is None for a lone word that nothing else explains; ``guessed`` says that a lone word
    has its kind from the trained pipeline alone. ``cue`` is the token of the title or noun that
    introduces a person, or None.
    """

    first: int
    end: int
    text: str
    kind: Kind | None
    cue: int | None = None
    guessed: bool = False
