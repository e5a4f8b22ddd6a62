"""One document cannot harm another: limits, crashes, the network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from extract.codec import decode, encode
from extract.values import Extraction, Fault, Rejection
from kg.workers import Given, Limits, Read, each_read
from kg.workers import child as workers_child
from kg.workers.child import read_one

LETTER = b"De politie heeft Anna Voorbeeld op 3 mei 2021 gearresteerd in de hoofdstad.\n"
LONG = b"De politie heeft de activist Anna Voorbeeld op 3 mei 2021 gearresteerd.\n\n" * 6_000


def given(**documents: bytes) -> Iterator[Given]:
    for name, data in documents.items():
        yield Given(name=name, data=lambda data=data: data)


def codes(reads: list[Read]) -> dict[str, str]:
    return {read.name: read.rejection.code if read.rejection else "" for read in reads}


def test_what_a_worker_reads_is_what_is_read_here() -> None:
    (read,) = each_read(given(a=LETTER))
    here = read_one("a", LETTER)
    assert isinstance(here, Extraction)
    assert here.claims
    assert read.line == encode(here)
    assert decode(read.line) == here


def test_what_takes_too_long_is_ended_and_the_others_go_on() -> None:
    limits = Limits(seconds=4, seconds_per_kilocharacter=0.01)
    reads = list(each_read(given(a=LETTER, long=LONG, z=LETTER), jobs=1, limits=limits))
    assert codes(reads) == {"a": "", "long": Fault.LIMIT_TIME, "z": ""}


def test_what_takes_too_much_memory_is_refused_and_the_others_go_on() -> None:
    limits = Limits(memory=200_000_000)
    reads = list(each_read(given(lines=b"x y\n\n" * 4_000_000, z=LETTER), limits=limits))
    assert codes(reads) == {"lines": Fault.LIMIT_MEMORY, "z": ""}


def test_a_worker_that_dies_is_one_document_s() -> None:
    running = each_read(given(a=LETTER, long=LONG, z=LETTER), jobs=1)
    found = [next(running)]
    (worker,) = [child for child in active_children() if child.is_alive()]
    assert worker.pid
    os.kill(worker.pid, signal.SIGSEGV)
    found += running
    assert codes(found) == {"a": "", "long": Fault.CRASH, "z": ""}
    refused = found[1].rejection
    assert refused
    assert "SIGSEGV" in refused.reason


def test_a_document_that_cannot_be_had_stops_nothing() -> None:
    gone = Rejection(document="gone", stage="read", reason="is gone", code=Fault.NOT_OPENED)
    documents = [Given(name="gone", data=lambda: gone), *given(z=LETTER)]
    assert codes(list(each_read(documents))) == {"gone": Fault.NOT_OPENED, "z": ""}


def test_no_more_workers_than_documents_and_none_for_none() -> None:
    assert list(each_read([], jobs=4)) == []
    running = each_read(given(a=LETTER, b=LETTER), jobs=9)
    next(running)
    assert len(active_children()) <= 2
    running.close()
    assert not [child for child in active_children() if child.is_alive()]


def test_a_fault_of_ours_is_one_document_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: object) -> None:
        raise RuntimeError("made-up fault")

    monkeypatch.setattr(workers_child, "extract", crash)
    result = read_one("a", LETTER)
    assert isinstance(result, Rejection)
    assert result.reason == "the extractor failed: RuntimeError: made-up fault"
    assert result.code == Fault.CRASH


def test_a_worker_has_no_network() -> None:
    """Neither Python's sockets nor, where the system has namespaces, those of a library in C."""
    code = (
        "import ctypes, socket, sys\n"
        "from kg.workers.limits import confine\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "port = server.getsockname()[1]\n"
        "libc = ctypes.CDLL(None)\n"
        "name = (2).to_bytes(2, sys.byteorder) + port.to_bytes(2, 'big') + bytes([127, 0, 0, 1])\n"
        "def connects():\n"
        "    made = libc.socket(2, 1, 0)\n"
        "    return made >= 0 and libc.connect(made, name + bytes(8), 16) == 0\n"
        "assert connects()\n"
        "confine()\n"
        "try:\n"
        "    socket.create_connection(('127.0.0.1', port), 1)\n"
        "except PermissionError as error:\n"
        "    assert 'no network' in str(error)\n"
        "else:\n"
        "    raise SystemExit('a socket was made')\n"
        "assert sys.platform != 'linux' or not connects()\n"
    )
    root = Path(__file__).parents[3]
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(root)}
    )
