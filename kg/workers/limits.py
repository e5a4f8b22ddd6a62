"""What a document may take: time, memory, size. The network it may not have at all."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # sched.h: CLONE_NEWUSER, CLONE_NEWNET
_PAGE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds of processor time, bytes of memory beyond what the worker held, bytes of a file.

    Reading has ``seconds``, and ``seconds_per_megabyte`` of the file more; then extracting has
    ``seconds`` again, and ``seconds_per_kilocharacter`` of its text more: about six times what
    either takes. From each page that is read from a picture on there are ``seconds`` anew. On the
    clock it may be ``patience`` times as long, so that what is rejected does not depend on what
    else the computer does.
    """

    seconds: float = 30.0
    seconds_per_megabyte: float = 5.0
    seconds_per_kilocharacter: float = 0.6
    patience: float = 20.0
    memory: int = 1_500_000_000
    file: int = 200_000_000

    def reading(self, size: int) -> float:
        """Seconds to read a file of that many bytes."""
        return self.seconds + self.seconds_per_megabyte * size / 1_000_000

    def extracting(self, characters: int) -> float:
        """Seconds to extract from a text of that many characters."""
        return self.seconds + self.seconds_per_kilocharacter * characters / 1_000


LIMITS = Limits()


def confine() -> None:
    """Takes the network away from this process, and the keyboard's interrupt.

    On Linux, where the system lets it, by an empty network namespace, which holds for libraries
    in C too. Everywhere by refusing Python's sockets, which holds for Python alone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
    _leave_network()
    sys.addaudithook(_refuse_sockets)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: float, memory: int | None = None) -> None:
    """Bounds the processor time and the memory that this process may still use.

    The system ends a process that is out of time. Systems that have no such limits (Windows) or
    do not keep to them (macOS, for memory) leave it at the clock, which the parent watches.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        cpu = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        if memory is not None:
            most = held() + memory
            hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def held() -> int:
    """The bytes of memory that this process has asked for; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[5]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0


def _leave_network() -> None:
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_NET) == 0 or libc.unshare(_NEW_USER | _NEW_NET) != 0:
        return
    with suppress(OSError):  # so that the process still knows its own user
        Path("/proc/self/setgroups").write_text("deny", "ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")


def _refuse_sockets(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("a document's reader has no network")
