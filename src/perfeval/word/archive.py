"""Writes a docx container reproducibly: the same members give the same bytes on every day and machine.

``zipfile`` cannot take over a member that is deflated already, which is most of every report; hence these few records.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

try:
    from isal import isal_zlib as fast
except ImportError:  # no wheel for this machine: the same format, four times slower
    import zlib as fast  # type: ignore[no-redef]

LOCAL_HEADER = struct.Struct("<4s5H3L2H")
CENTRAL_HEADER = struct.Struct("<4s6H3L5H2L")
END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
VERSION = 20  # PKZIP 2.0: deflate
FIRST_OF_JANUARY_1980 = (0, (1 << 5) | 1)  # the zip format's earliest time and date
UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One deflated member."""

    name: str
    data: bytes
    size: int
    crc: int


def deflated_well(name: str, content: bytes) -> Member:
    """A member that is the same in every report: pressed once, and small."""
    press = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, press.compress(content) + press.flush(), len(content), zlib.crc32(content))


def deflated_fast(name: str, content: bytes) -> Member:
    """A member that changes with every report."""
    press = fast.compressobj(fast.Z_BEST_SPEED, fast.DEFLATED, -fast.MAX_WBITS)
    return Member(name, press.compress(content) + press.flush(), len(content), fast.crc32(content))


def order(name: str) -> tuple[bool, bool, str]:
    """Where a member stands: content types first and the package's relationships next, as Word writes them."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name


def unpack(document: bytes) -> dict[str, bytes]:
    """The members by name of a container that was written here; one from elsewhere is for ``package`` to read."""
    with ZipFile(BytesIO(document)) as container:
        return {name: container.read(name) for name in container.namelist()}


def pack(members: Iterable[Member]) -> bytes:
    """The members in their given order as one zip file."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.name.encode()
        fields = (
            0 if member.name.isascii() else UTF8_NAME,
            zlib.DEFLATED,
            *FIRST_OF_JANUARY_1980,
            member.crc,
            len(member.data),
            member.size,
            len(name),
        )
        local = LOCAL_HEADER.pack(b"PK\3\4", VERSION, *fields, 0) + name
        directory.append(CENTRAL_HEADER.pack(b"PK\1\2", VERSION, VERSION, *fields, 0, 0, 0, 0, 0, offset) + name)
        files += (local, member.data)
        offset += len(local) + len(member.data)
    entries = b"".join(directory)
    count = len(directory)
    end = END_OF_DIRECTORY.pack(b"PK\5\6", 0, 0, count, count, len(entries), offset, 0)
    return b"".join((*files, entries, end))
