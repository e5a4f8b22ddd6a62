"""How old someone is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

_AGE = re.compile(r"(\d{2})")


def age(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The number of years: of "41-year-old", "aged 41", or alone in brackets or commas."""
    tokens = context.sentence.tokens
    own = _AGE.search(tokens[trigger.first].text)
    if own is not None:
        if tokens[trigger.first].text != own.group(1) or _set_off(context, trigger):
            yield int(own.group(1))
        return
    near = (trigger.first - 1, trigger.end, trigger.first - 2, trigger.first - 3)
    for i in near:
        if 0 <= i < len(tokens) and tokens[i].text.isdecimal() and 10 <= int(tokens[i].text) < 110:
            yield int(tokens[i].text)
            return


def _set_off(context: Context, trigger: Trigger) -> bool:
    before, after = context.lower(trigger.first - 1), context.lower(trigger.end)
    if after and context.listed(trigger.end, "standing", "birth"):  # "X, 24 jaar,"
        after = context.lower(trigger.end + 1)
    joined = context.language.words("clauses", "conjunctions")
    turned = context.listed(trigger.first - 1, "standing", "becoming") if trigger.first else False
    ends = {",", ".", ";", "", *joined}
    tree = context.tree
    year = tree.head(trigger.first) if tree is not None else None
    told = [trigger.first]
    if year == trigger.end and context.listed(year, "standing", "birth"):
        told.append(year)  # "X is 24 JAAR"
    if tree is not None and any(tree.has(at, "cop") for at in told) and after in ends:
        return True  # "X, who is 38, ..."
    if before in context.language.words("standing", "presently"):
        before = context.lower(trigger.first - 2)
    return (before == "(" and after in (")", ",")) or (
        after in ends and (before == "," or (turned and after not in joined))
    )
