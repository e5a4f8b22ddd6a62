"""Places on lists and the names of treaties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import reach
from extract.claims.roles.things import ordinal
from extract.claims.triggers import Trigger
from extract.expressions import number
from extract.mentions.references import Reference
from extract.values import ArgValue

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|de|ste)$")


def rank(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The place on a list: "77th", "sixth place", "op plaats 60"."""
    ordinals = context.language.lexicon["ordinals"]
    for i in (i for i in reach(context, trigger) if i >= trigger.first):
        word = context.lower(i)
        if found := _ORDINAL.match(word):
            yield int(found[1])
            return
        if isinstance(value := ordinals.get(word), int):
            yield value
            return
    value = number(context.lower(trigger.end), context.language)
    if value is not None and trigger.frame.pos == "phrase":
        yield value
        return
    yield from ordinal(context, trigger, subject)


def treaty(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The name of the treaty: the phrase round the nearest noun for one."""
    near = sorted(reach(context, trigger), key=lambda i: abs(i - trigger.first))
    for i in near:
        if context.sentence.tokens[i].capital and context.listed(i, "names", "documents"):
            named = next((r for r in context.references if r.first <= i < r.end), None)
            first, end = (named.first, named.end) if named else _name(context, i)
            yield context.sentence.span(first, end)
            return


def _name(context: Context, i: int) -> tuple[int, int]:
    """The capitalised words round token ``i``, over small words between them."""
    tokens, first, end = context.sentence.tokens, i, i + 1
    while first and tokens[first - 1].capital:
        first -= 1
    last = end
    while last < min(len(tokens), end + 6) and tokens[last].text.isalpha():
        last += 1
        if tokens[last - 1].capital:
            end = last
    return first, end
