"""The year that a mention of a day, month or season means."""

from __future__ import annotations

from datetime import date, timedelta

from extract.expressions.dates.mentions import Mention
from extract.expressions.dates.setting import Partial, Setting, exists
from ontology.dates import interval

_NEAR = 92  # days
_HALF_YEAR = 183
_LONG_AGO = 2  # years
SIDES = {"past": -1, "coming": 1}


def year_of(mention: Mention, setting: Setting) -> int | None:
    """The year of the mention; None where nothing says it."""
    match mention.base:
        case "text":
            return mention.year
        case "short":
            return century(mention.year or 0, setting)
        case "document":
            return setting.last[0] + mention.shift if setting.last else None
        case "anchor":
            return setting.anchor[0] + mention.shift if setting.anchor else None
        case "covered":
            return setting.covers
        case "past" | "coming":
            return _nearest(mention, SIDES[mention.base], setting)
        case "bare":
            return _of_context(mention, setting)


def century(year: int, setting: Setting) -> int | None:
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
    if len(today) == 2 < size and month != today[1]:
        size = 2  # the day of another month is on the same side as its month
    if len(today) < size or not month:
        return None
    if month > 12:
        return _nearest_season(month, side, today)
    for year in range(today[0], today[0] + 9 * side, side):
        here = (year, month, mention.day or 0)[:size]
        now = today[:size]
        on_that_side = here > now if side > 0 else here < now
        if exists((year, month, mention.day or 1)) and (
            on_that_side or (here == now and not mention.shift)
        ):
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


def _soon_after(mention: Mention, setting: Setting) -> int | None:
    """The year in which the day lies within three months after the one told in the narrative."""
    if len(setting.anchor) < 3 or mention.day is None or setting.covers is not None:
        return None
    told = date(*setting.anchor)
    for year in (told.year, told.year + 1):
        if not exists((year, mention.month or 0, mention.day)):
            continue
        passed = date(year, mention.month or 1, mention.day) - told
        if timedelta() <= passed <= timedelta(days=92):
            return year
    return None


def _in_story(mention: Mention, setting: Setting, nearest: int | None) -> int | None:
    """The year that follows the date told before, of a story of years before the document.

    What may be of the months just before the document is news, and no part of the story.
    """
    month, told = mention.month or 0, setting.anchor
    if len(told) < 2 or told[1] > 12 or not mention.day or not 1 <= month <= 12:
        return None
    today = setting.last
    aside = setting.about or setting.covers is not None
    if aside or len(today) < 3 or today[0] - told[0] < _LONG_AGO:
        return None
    known = nearest is not None and exists((nearest, month, mention.day))
    recent = known and date(*today) - date(nearest or 1, month, mention.day)
    if recent is not False and recent <= timedelta(days=_NEAR):
        return None
    later = (month, mention.day) >= (*told[1:], 1)[:2]
    year = told[0] + (not later)
    return year if exists((year, month, mention.day)) else None


def _of_context(mention: Mention, setting: Setting) -> int | None:
    """The year of a bare day or month: the sentence's own, the one covered, or by the verb."""
    if mention.month is None:
        return None
    if setting.governing is not None:
        return setting.governing
    if not setting.last and setting.covers is None:
        return _undated(mention, setting)
    side = -1 if mention.opening == "since" else setting.direction(mention)
    nearest = _nearest(mention, side, setting) if side else None
    if side < 0 and len(setting.about) == 3:
        nearest = _beside(mention, setting, nearest)
    usual = setting.covers if setting.covers is not None else nearest
    if side < 0 and not setting.told and (near := _soon_after(mention, setting)) is not None:
        return near
    if side < 0 and not setting.told and (then := _in_story(mention, setting, nearest)) is not None:
        return then
    if not setting.told or side > 0 or mention.month > 12:
        return usual
    year, month, *_ = setting.told
    if mention.month >= month:
        return year if setting.covers in (None, year) else None
    return usual if usual == year + 1 else None


def _undated(mention: Mention, setting: Setting) -> int | None:
    """The year by which it lies nearest to the date told before, where the text has no date itself.

    Half a year at most; what is to come is later than what was told.
    """
    month = mention.month or 0
    before = (setting.told, setting.anchor, setting.story)
    told = next((one for one in before if len(one) > 1), ())
    if len(told) < 2 or not 1 <= month <= 12 or told[1] > 12 or setting.anchor_about:
        return None
    side = setting.direction(mention)
    if not side:
        return None
    then = date(*(*told, 15)[:3])
    apart = {
        year: (date(year, month, mention.day or 15) - then).days
        for year in (told[0] - 1, told[0], told[0] + 1)
        if exists((year, month, mention.day or 15))
    }
    near = {year: days for year, days in apart.items() if side < 0 or days >= 0}
    year = min(near, key=lambda one: abs(near[one]), default=None)
    return year if year is not None and abs(near[year]) <= _HALF_YEAR else None


def _beside(mention: Mention, setting: Setting, nearest: int | None) -> int | None:
    """The year in which the day lies within three months of what the section tells of.

    A day further off is of any year, if that was long before the document was written.
    """
    told = date(*setting.about)
    for year in (told.year, told.year - 1, told.year + 1):
        day = mention.day or 15
        if exists((year, mention.month or 0, day)) and (
            abs(date(year, mention.month or 1, day) - told) <= timedelta(days=_NEAR)
        ):
            return year
    today = setting.last or (told.year,)
    months = (today[0] - told.year) * 12 + (today[1] if len(today) > 1 else 12) - told.month
    return nearest if months < 12 else None
