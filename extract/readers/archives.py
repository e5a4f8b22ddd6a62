"""ZIP archives from outside: measured before anything in them is opened, never unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from extract.readers.errors import Fault, ReadError

MOST_MEMBERS = 5_000
MOST_BYTES = 200_000_000
"""What all members may hold together, unpacked."""
MOST_MEMBER = 50_000_000
"""What one member that is read may hold, unpacked."""
_MOST_RATIO = 200  # unpacked to packed; text packs to about 20, empty tables further
_RATIO_FROM = 1_000_000  # bytes; below that a high ratio does no harm
_NAMED = 200  # bytes in which an archive that names its type begins, and of that name
_LOCAL = struct.Struct("<4s22xHH")


def declared(data: bytes) -> bytes:
    """The media type that an archive's member ``mimetype`` names; b"" where it has none."""
    if not data.startswith(b"PK\x03\x04") or b"mimetype" not in data[:_NAMED]:
        return b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as member:
            return member.read(_NAMED).strip()
    except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError):
        return b""


def opened(name: str, data: bytes) -> zipfile.ZipFile:
    """The archive, where what it says of itself and what it really holds are within the limits.

    Raises :class:`ReadError` for what is damaged, encrypted or too large.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise ReadError(name, f"is a damaged ZIP file: {error}", "get the file again") from None
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise too_large(name, f"holds {len(members)} files, more than {MOST_MEMBERS}")
    if any(member.flag_bits & 1 for member in members):
        advice = "save it without a password and read it again"
        raise ReadError(name, "is encrypted", advice, Fault.ENCRYPTED)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise too_large(name, f"unpacks to more than {MOST_BYTES // 10**6} MB")
    for member in members:
        _measure(name, data, member)
    return archive


def part(name: str, archive: zipfile.ZipFile, member: str) -> bytes | None:
    """What a member holds; None where there is none of that name."""
    try:
        return archive.read(member)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise ReadError(name, f"is damaged at {member}: {error}", "get the file again") from None


def too_large(name: str, reason: str) -> ReadError:
    """The refusal of what is beyond a limit."""
    return ReadError(name, reason, "split it, or leave it out", Fault.LIMIT_SIZE)


def _measure(name: str, data: bytes, member: zipfile.ZipInfo) -> None:
    """Unpacks the member piece by piece, no further than it says that it goes."""
    limit = min(member.file_size, MOST_MEMBER)
    if member.filename.endswith(".xml") and member.file_size > MOST_MEMBER:
        raise too_large(name, f"unpacks to more than {MOST_MEMBER // 10**6} MB in one part")
    packed = max(1, member.compress_size)
    if member.file_size > _RATIO_FROM and member.file_size / packed > _MOST_RATIO:
        raise too_large(name, f"is packed {member.file_size // packed} to one")
    if member.compress_type != zipfile.ZIP_DEFLATED:
        return
    begin = _content_start(data, member)
    stream = zlib.decompressobj(-15)
    found, rest = 0, data[begin : begin + member.compress_size]
    try:
        while rest and not stream.eof and found <= limit:
            found += len(stream.decompress(rest, 1 << 20))
            rest = stream.unconsumed_tail
    except zlib.error as error:
        reason = f"is damaged at {member.filename[:80]}: {error}"
        raise ReadError(name, reason, "get the file again") from None
    if found > limit:
        raise too_large(name, f"unpacks to more than it says at {member.filename[:80]}")


def _content_start(data: bytes, member: zipfile.ZipInfo) -> int:
    """Where the member's bytes begin: after its own header, whose length is its own too."""
    header = data[member.header_offset : member.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        return len(data)
    _, name, extra = _LOCAL.unpack(header)
    return member.header_offset + _LOCAL.size + int(name) + int(extra)
