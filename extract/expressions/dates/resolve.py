"""What a mention means on the day on which it was written, as EDTF; None where that is unsaid."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.expressions.dates.mentions import Mention
from ontology.dates import interval

Partial = tuple[int, ...]  # year, month, day as far as known
_SIDES = {"past": -1, "coming": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What relative dates rest on.

    The document was written between ``first`` and ``last`` and covers the year ``covers``;
    ``anchor`` is the date before; ``direction`` says where the verb points; ``governing`` is the
    year of the sentence itself, and ``told`` a full date before it there.
    """

    first: Partial = ()
    last: Partial = ()
    covers: int | None = None
    anchor: Partial = ()
    anchor_about: bool = False
    governing: int | None = None
    told: Partial = ()
    direction: Callable[[Mention], int] = lambda mention: 0


def partial(edtf: str) -> Partial:
    """The parts of a date without a mark; nothing of what is no such date.

    >>> partial("2021-05"), partial("2021/2022"), partial("")
    ((2021, 5), (), ())
    """
    try:
        parts = tuple(int(part) for part in edtf.removesuffix("~").split("-"))
    except ValueError:
        return ()
    return parts if 1 <= len(parts) <= 3 and _exists(parts) else ()


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


def _exists(parts: Partial) -> bool:
    year, month, day = (*parts, 1, 1)[:3]
    if not 1 <= year <= 9999:
        return False
    if 21 <= month <= 41:
        return len(parts) == 2
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _written(*parts: int | None) -> str | None:
    """The parts that are known as EDTF; None where there is no such day."""
    known = tuple(part for part in parts if part is not None)
    if not _exists(known):
        return None
    return "-".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(known))


def _calendar(mention: Mention, setting: Setting) -> str | None:
    year = _year(mention, setting)
    if year is None:
        return None
    value = _written(year, mention.month, mention.day)
    if value and mention.weekday is not None and mention.base != "text":
        return value if date.fromisoformat(value).weekday() == mention.weekday else None
    return value


def _year(mention: Mention, setting: Setting) -> int | None:
    match mention.base:
        case "text":
            return mention.year
        case "short":
            return _century(mention.year or 0, setting)
        case "document":
            return setting.last[0] + mention.shift if setting.last else None
        case "anchor":
            return setting.anchor[0] + mention.shift if setting.anchor else None
        case "covered":
            return setting.covers
        case "past" | "coming":
            return _nearest(mention, _SIDES[mention.base], setting)
        case "bare":
            return _of_context(mention, setting)


def _century(year: int, setting: Setting) -> int | None:
    """A year of two figures: the one nearest to the document, at most ten years after it."""
    if not setting.last:
        return None
    latest = setting.last[0] + 10
    return latest - (latest - year) % 100


def _nearest(mention: Mention, side: int, setting: Setting) -> int | None:
    """The year of the nearest such day or month on that side of the document; its own counts."""
    today = setting.first if side > 0 else setting.last
    month = mention.month or 0
    size = 3 if mention.day else 2
    if len(today) < size or not month:
        return None
    if month > 12:
        return _nearest_season(month, side, today)
    for year in range(today[0], today[0] + 9 * side, side):
        here = (year, month, mention.day or 0)[:size]
        now = today[:size]
        on_that_side = here > now if side > 0 else here < now
        if _exists(here) and (on_that_side or (here == now and not mention.shift)):
            return year
    return None


def _nearest_season(month: int, side: int, today: Partial) -> int | None:
    """The last season that was over, or the next that had not begun."""
    for year in range(today[0], today[0] + 3 * side, side):
        bounds = interval(f"{year:04}-{month}")
        first, last = bounds.earliest, bounds.latest
        if (
            first
            and last
            and (today < (first.year, first.month) if side > 0 else (last.year, last.month) < today)
        ):
            return year
    return None


def _of_context(mention: Mention, setting: Setting) -> int | None:
    """The year of a bare day or month: the sentence's own, the one covered, or by the verb."""
    if mention.month is None or (mention.month > 12 and setting.covers is None):
        return None
    if setting.governing is not None:
        return setting.governing
    side = -1 if mention.opening == "since" else setting.direction(mention)
    nearest = _nearest(mention, side, setting) if side else None
    usual = setting.covers if setting.covers is not None else nearest
    if not setting.told or side > 0 or mention.month > 12:
        return usual
    year, month, *_ = setting.told
    if mention.month >= month:
        return year if setting.covers in (None, year) else None
    return usual if usual == year + 1 else None


def _decade(mention: Mention, setting: Setting) -> str | None:
    year = _century(mention.year or 0, setting) if mention.base == "short" else mention.year
    return None if year is None else f"{year // 10:03}X"


def _weekday(mention: Mention, setting: Setting) -> str | None:
    day = mention.weekday or 0
    side = _SIDES.get(mention.base, 0)
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
    side = _SIDES.get(mention.base) or setting.direction(mention)
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
    needed = {"Y": 1, "M": 2, "W": 3, "D": 3}[unit]
    if len(start) < needed:
        return None
    if unit == "Y":
        return _written(start[0] + shift)
    if unit == "M":
        if start[1] > 12:
            return None
        months = start[0] * 12 + start[1] - 1 + shift
        return _written(months // 12, months % 12 + 1)
    return _moved(date(*start[:3]), shift * (7 if unit == "W" else 1))


def _offset(mention: Mention, setting: Setting) -> str | None:
    if mention.base == "anchor":
        value = _stepped(setting.anchor, mention.unit, mention.shift)
        return f"{value}~" if value and setting.anchor_about else value
    if mention.base == "coming":
        ahead = setting.direction(mention) > 0
        return _stepped(setting.first, mention.unit, mention.shift) if ahead else None
    return _stepped(setting.last, mention.unit, mention.shift)


def _nth(mention: Mention, setting: Setting) -> str | None:
    """A later day of the anchor's month."""
    if len(setting.anchor) < 2 or (mention.day or 0) <= (*setting.anchor, 0)[2]:
        return None
    return _written(setting.anchor[0], setting.anchor[1], mention.day)
