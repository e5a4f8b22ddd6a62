"""How the pages write dates, durations and foreign characters for a reader."""

from __future__ import annotations

import re

_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # controls
    "\u200b\ufeff\u202a-\u202e\u2066-\u2069]"  # zero width; embeddings, overrides, isolates
)


def visible(text: str) -> str:
    """The text with characters that would steer or hide others written out.

    These are controls, zero-width spaces and overrides of the writing direction (Unicode
    Technical Report 36, "bidirectional text spoofing").

    >>> visible("Ali\\u202eveyil")
    'Ali⟨U+202E⟩veyil'
    """
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def date(edtf: str) -> str:
    """An EDTF date in words, as precise as it is.

    >>> [date(d) for d in ("2021-04", "2014/..", "../2014", "2013/2014", "2013~", "2013?")]
    ['2021-04', 'from 2014', 'by 2014', '2013 to 2014', 'about 2013', 'perhaps 2013']
    """
    start, slash, end = edtf.partition("/")
    if slash:
        if end in ("", ".."):
            return f"from {date(start)}"
        return f"by {date(end)}" if start in ("", "..") else f"{date(start)} to {date(end)}"
    mark = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[-1:], "")
    return mark + edtf.rstrip("~?%")


def duration(iso: str) -> str:
    """An ISO 8601 duration in words; anything else comes back as it is.

    >>> duration("P7Y"), duration("P1Y6M"), duration("PT3H"), duration("lang")
    ('7 years', '1 year 6 months', '3 hours', 'lang')
    """
    if not re.fullmatch(r"P(\d+[YMWD])*(T\d+H)?", iso) or iso == "P":
        return iso
    return " ".join(
        f"{number} {_UNITS[unit]}{'' if number == '1' else 's'}"
        for number, unit in re.findall(r"(\d+)([YMWDH])", iso)
    )


def shortened(text: str, length: int) -> str:
    """The text, cut at a word where it is longer.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
