"""The claim types as a page for people: what each means, whom it is about, what its roles hold.

``python -m ontology.reference > docs/claim-types.md`` writes the page again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ontology.load import ontology
from ontology.model import ClaimType, Ontology, Role, Term

LANGUAGE = "en"
"""The language in which labels and definitions are printed."""
_INTRODUCTION = """\
# Claim types

What a claim can say: one section a claim type, one file a section (`ontology/events/`), from which
this page is written by `python -m ontology.reference`. A role is a key of `args` in claims.jsonl.
"""


def reference(known: Ontology) -> str:
    """The page, in Markdown: the types by category, in the order of their names.

    >>> reference(ontology()).splitlines()[0]
    '# Claim types'
    """
    parts = [_INTRODUCTION]
    for category in known.vocabularies["categories"].values():
        kinds = [kind for kind in known.types.values() if kind.parent == category.facts["class"]]
        if kinds:
            parts.append(_category(category))
            parts.extend("\n".join(_claim_type(kind, known)) for kind in kinds)
    return "\n".join(parts).rstrip() + "\n"


def _category(category: Term) -> str:
    return f"## {category.label[LANGUAGE].capitalize()}\n\n{category.definition[LANGUAGE]}\n"


def _claim_type(kind: ClaimType, known: Ontology) -> Iterator[str]:
    yield f"### `{kind.name}`\n"
    yield f"{kind.definition[LANGUAGE]}\n"
    yield f"- class `{kind.class_name}`, {'a state' if kind.nature == 'state' else 'an event'}"
    yield f"- about: {', '.join(kind.subject_kinds)}"
    yield from _custody(kind, known)
    if kind.sensitivity != "public":
        yield f"- sensitivity: {kind.sensitivity}"
    yield from map(_role, kind.roles)
    yield ""


def _custody(kind: ClaimType, known: Ontology) -> Iterator[str]:
    if kind.custody != "none":
        yield f"- custody: {known.vocabularies['custody'][kind.custody].label[LANGUAGE]}"


def _role(role: Role) -> str:
    several = ", several" if role.maximum is None else ""
    values = f" ({', '.join(role.values)})" if role.values else ""
    return f"- role `{role.name}`: {role.label[LANGUAGE]}; {role.range}{values}{several}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(reference(ontology()))
