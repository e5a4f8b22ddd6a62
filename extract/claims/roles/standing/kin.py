"""Whose relative somebody is, and which."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def kin_of(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Whose relative it is: the person named after "of", before "'s", or by a pronoun."""
    known = {r.referent: r.text for r in context.references if r.form == "name" and r.referent}
    for ref in context.references:
        if ref.kind != "person" or (subject is not None and ref.referent == subject.referent):
            continue
        governor = context.governor(ref.begin)
        genitive = governor is not None and trigger.end <= governor <= trigger.end + 3
        near = 0 < trigger.first - ref.end + 1 <= 4
        near = near or _begins(context, trigger) <= ref.end <= trigger.first
        owner = near and (ref.form == "possessive" or context.lower(ref.end) in ("'s", "’s", "'"))
        if genitive or owner or _owns(context, trigger, ref):
            text = _bare(context, ref) if ref.form == "name" else known.get(ref.referent or "")
            if text is not None:
                yield text
            return


def _begins(context: Context, trigger: Trigger) -> int:
    """Where the words begin that may say whose relative it is, an age passed over."""
    first = trigger.first
    while first and context.sentence.tokens[first - 1].pos in ("NUM", "NOUN", "ADJ", "PUNCT"):
        if context.lower(first - 1) == ",":
            break
        first -= 1
    return max(0, min(first - 1, trigger.first - 3))


def _counted(context: Context, i: int) -> bool:
    """Whether it is a number of people: a mother OF TWO is nobody's in particular."""
    word = context.lower(i)
    return word.isdecimal() or word in context.language.lexicon.get("numbers", {})


def _owns(context: Context, trigger: Trigger, ref: Reference) -> bool:
    """Whether the name right before the noun has a genitive ending: "Voorbeelds echtgenote"."""
    endings = tuple(context.language.words("standing", "genitive"))
    return bool(endings) and ref.end == trigger.first and ref.text.endswith(endings)


def _bare(context: Context, ref: Reference) -> str:
    """The name without its genitive ending."""
    endings = sorted(context.language.words("standing", "genitive"), reverse=True)
    ending = next((e for e in endings if ref.text.endswith(e)), "")
    owns = ref.end < len(context.sentence.tokens) and context.listed(ref.end, "people", "kin")
    return ref.text.removesuffix(ending).rstrip("'’") if ending and owns else ref.text


def kinship(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The word for the relative, where the text says whose: "his SISTER", "the WIFE of X"."""
    possessives = context.language.words("pronouns", "possessive")
    possessives |= context.language.words("people", "relatives")
    before = [context.lower(i) for i in range(_begins(context, trigger), trigger.first)]
    owned = any(word in possessives or word in ("'s", "’s", "'") for word in before)
    genitive = context.lower(trigger.end) in context.language.words("clauses", "case_of")
    genitive = genitive and not _counted(context, trigger.end + 1)
    if owned or genitive or next(kin_of(context, trigger, subject), None) is not None:
        yield context.sentence.span(trigger.first, trigger.end)
