"""Writing a build's files: whole or not at all, the same bytes on every system."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_text(path: Path, parts: Iterable[str]) -> str:
    """Replaces a file by these parts, joined, in UTF-8; gives the SHA-256 of its bytes.

    Raises OSError, which names the file, where there is no room or no permission; the old file
    then stays.
    """
    content = hashlib.sha256()
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            for part in parts:
                data = part.encode("utf-8", "backslashreplace")
                content.update(data)
                file.write(data)
        beside.replace(path)
    except OSError as error:
        raise OSError(error.errno, f"cannot be written: {error.strerror}", str(path)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return content.hexdigest()
