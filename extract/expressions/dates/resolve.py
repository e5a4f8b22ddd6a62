"""What a mention means on the day on which it was written, as EDTF; None where that is unsaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extract.expressions.dates.mentions import Mention
from extract.expressions.dates.setting import Partial, Setting, written
from extract.expressions.dates.years import SIDES, century, year_of
from ontology.dates import interval

_DAYS = 3  # after which one is still in the month


def resolved(mention: Mention, setting: Setting) -> str | None:
    """The date as EDTF, with the marks and open sides that were said; None where it is unsaid."""
    value = _range(mention, setting) if mention.until else _point(mention, setting)
    if value is None:
        return None
    if mention.about and "/" not in value and not value.endswith("~"):
        value += "~"
    if mention.opening and "/" in value:
        return None
    return {"since": f"{value}/..", "until": f"../{value}"}.get(mention.opening, value)


def _range(mention: Mention, setting: Setting) -> str | None:
    start = _point(replace(mention, until=None), setting)
    end = _point(mention.until, setting) if mention.until else None
    if start is None or end is None or "/" in start + end:
        return None
    try:
        return interval(f"{start}/{end}").edtf
    except ValueError:  # it ends before it begins
        return None


def _point(mention: Mention, setting: Setting) -> str | None:
    match mention.form:
        case "calendar":
            return _calendar(mention, setting)
        case "decade":
            return _decade(mention, setting)
        case "weekday":
            return _weekday(mention, setting)
        case "weekend":
            return _weekend(mention, setting)
        case "unit":
            return _unit(mention, setting)
        case "offset":
            return _offset(mention, setting)
        case "nth":
            return _nth(mention, setting)


def _calendar(mention: Mention, setting: Setting) -> str | None:
    year = year_of(mention, setting)
    if year is None:
        return None
    value = written(year, mention.month, mention.day)
    if value and mention.weekday is not None and mention.base != "text":
        return value if date.fromisoformat(value).weekday() == mention.weekday else None
    return value


def _decade(mention: Mention, setting: Setting) -> str | None:
    year = century(mention.year or 0, setting) if mention.base == "short" else mention.year
    return None if year is None else f"{year // 10:03}X"


def _weekday(mention: Mention, setting: Setting) -> str | None:
    day = mention.weekday or 0
    side = SIDES.get(mention.base, 0)
    if mention.base == "document":
        monday = _monday(setting.last, mention.shift)
        return None if monday is None else (monday + timedelta(days=day)).isoformat()
    inclusive = not side
    side = side or (-1 if mention.opening == "since" else setting.direction(mention))
    today = setting.first if side > 0 else setting.last
    if not side or len(today) < 3:
        return None
    now = date(*today[:3])
    if mention.shift and day > now.weekday():
        return None  # "next Friday" on a Wednesday: in two days, or in nine?
    ahead = (day - now.weekday()) % 7
    if side > 0:
        return _moved(now, ahead or 7)
    return _moved(now, ahead - 7 if ahead or not inclusive else 0)


def _weekend(mention: Mention, setting: Setting) -> str | None:
    side = SIDES.get(mention.base) or setting.direction(mention)
    today = setting.first if side > 0 else setting.last
    if not side or len(today) < 3:
        return None
    now = date(*today[:3])
    monday = now - timedelta(days=now.weekday())
    over = now.weekday() == 6 and mention.base == "bare"
    return _days(monday + timedelta(days=5 if side > 0 or over else -2), 2)


def _monday(today: Partial, weeks: int) -> date | None:
    if len(today) < 3:
        return None
    now = date(*today[:3])
    return _shifted(now, 7 * weeks - now.weekday())


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _moved(day: date, days: int) -> str | None:
    moved = _shifted(day, days)
    return None if moved is None else moved.isoformat()


def _days(first: date | None, count: int) -> str | None:
    last = None if first is None else _shifted(first, count - 1)
    return None if first is None or last is None else f"{first.isoformat()}/{last.isoformat()}"


def _unit(mention: Mention, setting: Setting) -> str | None:
    if mention.unit == "W":
        return _days(_monday(setting.last, mention.shift), 7)
    return _stepped(setting.last, mention.unit, mention.shift)


def _stepped(start: Partial, unit: str, shift: int) -> str | None:
    """The year, month or day that many units from there, if that is known so finely."""
    needed = {"Y": 1, "M": 2, "W": 3, "D": 3, "": 3}[unit]
    if len(start) < needed:
        return None
    if unit == "Y":
        return written(start[0] + shift)
    if unit == "M":
        if start[1] > 12:
            return None
        months = start[0] * 12 + start[1] - 1 + shift
        return written(months // 12, months % 12 + 1)
    return _moved(date(*start[:3]), shift * (7 if unit == "W" else 1))


def _offset(mention: Mention, setting: Setting) -> str | None:
    if mention.base == "anchor":
        value = _stepped(setting.anchor, mention.unit, mention.shift)
        if mention.unit == "D" and 0 < abs(mention.shift) <= _DAYS and len(setting.anchor) == 2:
            return f"{written(*setting.anchor)}~"  # "the next day", of an event in May
        if not mention.shift and setting.anchor:  # "the same day" as one told by its month only
            value = written(*setting.anchor[: {"Y": 1, "M": 2}.get(mention.unit, 3)])
        return f"{value}~" if value and setting.anchor_about else value
    if mention.base == "coming":
        ahead = setting.direction(mention) > 0
        return _stepped(setting.first, mention.unit, mention.shift) if ahead else None
    return _stepped(setting.last, mention.unit, mention.shift)


def _nth(mention: Mention, setting: Setting) -> str | None:
    """A later day of the anchor's month; without one, the nearest such day on the verb's side."""
    if not setting.anchor:
        return _nearest_nth(mention.day or 0, setting.direction(mention), setting)
    if len(setting.anchor) < 2 or (mention.day or 0) <= (*setting.anchor, 0)[2]:
        return None
    return written(setting.anchor[0], setting.anchor[1], mention.day)


def _nearest_nth(day: int, side: int, setting: Setting) -> str | None:
    today = setting.first if side > 0 else setting.last
    if not side or len(today) < 3:
        return None
    months = today[0] * 12 + today[1] - 1
    if side * (day - today[2]) < 0:
        months += side
    return written(months // 12, months % 12 + 1, day)
