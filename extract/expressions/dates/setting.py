"""What relative dates rest on, and partial dates as numbers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from extract.expressions.dates.mentions import Mention

Partial = tuple[int, ...]  # year, month, day as far as known


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What relative dates rest on.

    The document was written between ``first`` and ``last`` and covers the year ``covers``;
    ``anchor`` is the date before; ``direction`` says where the verb points; ``governing`` is the
    year of the sentence itself, and ``told`` a full date before it there; ``about`` is the day of
    what the section tells of, as a record's heading gives it; ``story`` the date told last before,
    where the document gives none for itself.
    """

    first: Partial = ()
    last: Partial = ()
    covers: int | None = None
    anchor: Partial = ()
    anchor_about: bool = False
    governing: int | None = None
    told: Partial = ()
    about: Partial = ()
    story: Partial = ()
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
    return parts if 1 <= len(parts) <= 3 and exists(parts) else ()


def exists(parts: Partial) -> bool:
    """Whether there is such a year, month, season or day."""
    year, month, day = (*parts, 1, 1)[:3]
    if not 1 <= year <= 9999:
        return False
    if 21 <= month <= 41:
        return len(parts) == 2
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def written(*parts: int | None) -> str | None:
    """The parts that are known as EDTF; None where there is no such day."""
    known = tuple(part for part in parts if part is not None)
    if not exists(known):
        return None
    return "-".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(known))
