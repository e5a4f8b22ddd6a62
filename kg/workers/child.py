"""The worker's side: a document's bytes in, its extraction as a line of text out.

The server from which workers are forked loads this module, and with it all that they need.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection

from extract.codec import encode
from extract.pipeline import extract
from extract.readers import ReadError, read
from extract.readers.recognition import telling
from extract.values import Extraction, Fault, Rejection
from kg.files import refusal
from kg.workers.limits import Limits, allow, confine, held

READY, PICTURE, TEXT, DONE, REFUSED = "ready", "picture", "text", "done", "refused"


def serve(pipe: Connection, environment: Mapping[str, str], limits: Limits) -> None:
    """Reads documents until the pipe is closed.

    Sends READY; then for each document PICTURE before each page that is read from a picture, TEXT
    with its number of characters, and at the end DONE with the extraction's line, or REFUSED with
    a rejection; each with the memory held.
    """
    os.environ.update(environment)
    confine()
    pipe.send((READY, 0, held()))

    def tell(characters: int) -> None:
        """Say how much text was found, and allow the time to extract from it."""
        pipe.send((TEXT, characters, held()))
        allow(limits.extracting(characters))

    def tell_picture() -> None:
        """Say that a page is read from a picture, and allow the time for one."""
        pipe.send((PICTURE, 0, held()))
        allow(limits.seconds)

    while True:
        try:
            name, data, claims = pipe.recv()
        except EOFError:
            return
        allow(limits.reading(len(data)), limits.memory)
        with telling(tell_picture):
            answer = _answer(name, data, tell, limits, claims=claims)
        pipe.send((*answer, held()))


def _answer(
    name: str, data: bytes, tell: Callable[[int], None], limits: Limits, *, claims: bool
) -> tuple[str, str | Rejection]:
    try:
        result = read_one(name, data, tell, claims=claims)
        return (REFUSED, result) if isinstance(result, Rejection) else (DONE, encode(result))
    except MemoryError:
        reason = f"took more than {limits.memory // 10**6} MB of memory"
        return REFUSED, refusal(name, reason, "split it, or leave it out", Fault.LIMIT_MEMORY)


def read_one(
    name: str, data: bytes, tell: Callable[[int], None] = lambda _: None, *, claims: bool = True
) -> Extraction | Rejection:
    """A file's extraction, or why there is none; ``tell`` hears how many characters it has.

    Without ``claims`` the extraction holds the document alone.

    Raises nothing but MemoryError: a document fails alone.
    """
    try:
        document = read(name, data)
        tell(len(document.text))
        return (
            extract(document) if claims else Extraction(document=document, referents=(), claims=())
        )
    except ReadError as error:
        return refusal(name, error.reason, error.advice, error.code)
    except MemoryError:
        raise
    except RecursionError:
        advice = "simplify it, or leave it out"
        return refusal(name, "is nested too deeply", advice, Fault.NOT_READABLE)
    except Exception as error:
        reason = f"the extractor failed: {type(error).__name__}: {error}"
        advice = "report it with the document, or leave the document out"
        return refusal(name, reason, advice, Fault.CRASH)
