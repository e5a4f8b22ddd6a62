"""EDTF dates as times and qualifiers, with the precision of the text and no more.

Wikibase takes any day of any month, 30 February too, and reads a missing precision as a year; so
a date is only written where the calendar has it, and always with its precision.
"""

from __future__ import annotations

import re
from datetime import date

from kg.export.wikidata.values import Moment, Snak
from ontology.dates import interval

CIRCA = "Q5727902"
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?")
# Before this year a date may be Julian, and a document does not say.
_GREGORIAN = 1583


def moment(edtf: str) -> Moment | None:
    """A year, month or day as a time; None for any other EDTF and for a day that is not.

    >>> moment("2014-02")
    Moment(time='+2014-02-00T00:00:00Z', precision=10)
    >>> moment("2014-02-30") is None
    True
    """
    match = _PLAIN.fullmatch(edtf)
    if not match or int(match[1]) < _GREGORIAN:
        return None
    year, month, day = match.groups()
    if day:
        try:
            date.fromisoformat(edtf)
        except ValueError:
            return None
    precision = 9 + bool(month) + bool(day)
    return Moment(time=f"+{year}-{month or '00'}-{day or '00'}T00:00:00Z", precision=precision)


def qualifiers(edtf: str, nature: str) -> tuple[Snak, ...]:
    """The qualifiers that say a date; none where it cannot be said exactly.

    A state has a start and an end, an event bounds between which it fell. ``~`` becomes
    "circa"; a date in doubt (``?``, ``%``) is not said at all.

    >>> [snak.property for snak in qualifiers("2014-02~", "event")]
    ['P585', 'P1480']
    >>> [snak.property for snak in qualifiers("2014/..", "state")]
    ['P580']
    """
    if "?" in edtf or "%" in edtf:
        return ()
    if found := moment(edtf.removesuffix("~")):
        about = (Snak(property="P1480", value=CIRCA),) if edtf.endswith("~") else ()
        return (Snak(property="P585", value=found), *about)
    return _state(edtf) if nature == "state" and "/" in edtf else _between(edtf)


def _state(edtf: str) -> tuple[Snak, ...]:
    ends = zip(("P580", "P582"), edtf.split("/"), strict=True)
    said = [(name, moment(text)) for name, text in ends if text not in ("", "..")]
    return tuple(Snak(property=name, value=value) for name, value in said if value)


def _between(edtf: str) -> tuple[Snak, ...]:
    try:
        days = interval(edtf)
    except ValueError:
        return ()
    ends = (("P1319", days.earliest), ("P1326", days.latest))
    found = [(name, moment(day.isoformat())) for name, day in ends if day]
    return tuple(Snak(property=name, value=value) for name, value in found if value)
