"""What evokes the claim types in a language: frames of the ontology's files and of its own pack.

A pack may bring its frames, so that a language is one folder: ``frames.toml`` is a list of frames
by claim type, ``[[arrest]]``, with the keys of ``[[frames.<tag>]]`` in ``ontology/events/``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ontology import ClaimType, Frame, ontology
from ontology.wording import frames_of


@cache
def frames(tag: str) -> tuple[tuple[ClaimType, Frame], ...]:
    """Every frame of the language with its claim type.

    Raises :class:`ontology.OntologyError` where the pack's cannot be used.
    """
    listed = ontology().frames(tag)
    path = files("extract.languages") / tag / "frames.toml"
    if not path.is_file():
        return listed
    raw = tomllib.loads(path.read_text("utf-8"))
    return (*listed, *frames_of(ontology(), tag, raw, f"{tag}/frames.toml"))
