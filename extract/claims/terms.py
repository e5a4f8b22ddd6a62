"""Which of several durations is that of a punishment: "served two years of a SIX-YEAR sentence"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from ontology import ontology

_NEAR = 3  # tokens within which a duration and its noun stand: "six - year | prison sentence"


def by_term(
    context: Context, trigger: Trigger, spans: Sequence[ValueSpan]
) -> tuple[ValueSpan, ...]:
    """The durations of a judgment, those first that a noun of punishment has for its own.

    What the term was before ("from ten years to six") goes last. Of other types, as they stand.
    """
    if len(spans) < 2 or not ontology().says(trigger.type.name, "judgment"):
        return tuple(spans)
    return tuple(sorted(spans, key=lambda span: (_former(context, span), not _own(context, span))))


def _own(context: Context, span: ValueSpan) -> bool:
    """Whether the duration modifies a noun of punishment, before it or after "of"."""
    tokens = context.sentence.tokens
    after = range(span.end, min(span.end + _NEAR, len(tokens)))
    for i in after:
        if tokens[i].pos in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ") or tokens[i].text == ",":
            break
        if context.listed(i, "terms", "nouns"):
            return True
    return (
        span.first > 1
        and context.lower(span.first - 1) in context.language.words("names", "genitives")
        and context.listed(span.first - 2, "terms", "nouns")
    )


def _former(context: Context, span: ValueSpan) -> bool:
    return context.lower(span.first - 1) in context.language.words("places", "away")
