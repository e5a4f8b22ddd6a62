"""Where a role's filler may stand: one rule a place that frames of the ontology name.

``prep:x`` (the phrase that preposition x begins) is not here but in
:mod:`extract.claims.arguments`, since it is read by the role's range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from extract.claims.context import Context
from extract.claims.roles import things, words
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

Place = Callable[[Context, Trigger, Reference | None], Iterator[ArgValue]]

PLACES: Mapping[str, Place] = {
    "actor": things.actor,
    "addressee": things.addressee,
    "bracket": words.bracket,
    "capital-modifier": words.capital_modifier,
    "clause-start": words.clause_start,
    "content-clause": words.content_clause,
    "count": things.count,
    "countries": things.countries,
    "court": things.court,
    "effect-on": words.effect_on,
    "facility": things.facility,
    "noun-phrase": words.noun_phrase,
    "office": words.office,
    "ordinal": things.ordinal,
    "organisation": things.organisation,
    "organisation-before": things.organisation_before,
    "place": things.place,
    "predicate": words.predicate,
    "rest": words.rest,
    "subject": things.actor_person,
    "trigger": words.trigger_text,
}
