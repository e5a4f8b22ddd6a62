"""Extractions as JSON lines, and back: the only place where values are plain dictionaries.

A line says everything: ``decode(encode(x)) == x``. Nothing is coerced: a line whose values are
of another type, or that has a field too many or too few, is refused with the place in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError

from extract.values import ArgValue, Extraction

# JSON lets these stand as they are, but str.splitlines ends a line at them.
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


class CodecError(ValueError):
    """A line that is no extraction; the message says where in it and why."""


def encode(extraction: Extraction) -> str:
    """The extraction as one line of JSON without a line's end, the same for the same value."""
    plain = _CONVERTER.unstructure(extraction)
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return line.translate(_LINE_ENDS)


def decode(line: str) -> Extraction:
    """The extraction that a line holds. Raises :class:`CodecError` where it holds none."""
    try:
        plain = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from None
    if not isinstance(plain, dict):
        raise CodecError(f"an extraction is an object, not {type(plain).__name__}")
    try:
        return _CONVERTER.structure(plain, Extraction)
    except BaseValidationError as error:
        raise CodecError("; ".join(transform_error(error, path="extraction"))) from None


def _strict(kind: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        """The value, which must be of the very kind; raises TypeError."""
        if type(value) is not kind:
            raise TypeError(f"must be {kind.__name__}, not {type(value).__name__}")
        return value

    return structure


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError(f"must be a number, not {type(value).__name__}")
    return float(value)


def _argument(value: Any, _: Any) -> ArgValue:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | int):
        return value
    raise TypeError(f"must be text, a number, true, false or a list of texts, not {value!r}")


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _strict(kind))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_func(lambda kind: kind == ArgValue, _argument)
    return converter


_CONVERTER = _converter()
