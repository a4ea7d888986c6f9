"""Write zip files whose bytes depend only on their contents, and record the size and digest of each member."""

import hashlib
import zipfile
from pathlib import Path
from types import TracebackType
from typing import Self

# The earliest day that a zip file can name; the moment of writing would make each different.
NO_DAY = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16
PACKED = (".gz", ".wacz")
BLOCK = 2**20


class Zipped:
    """A zip file that is written; a member that is packed already, or that WACZ requires stored, is not packed."""

    def __init__(self, file: Path) -> None:
        self._zip = zipfile.ZipFile(file, "w")
        self.digests: dict[str, tuple[int, str]] = {}
        """Of each member: how many bytes, and their SHA-256."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add(self, name: str, content: bytes) -> tuple[int, str]:
        """Add a member; give its size and digest."""
        self._zip.writestr(_member(name), content)
        return self._note(name, len(content), hashlib.sha256(content).hexdigest())

    def add_file(self, name: str, file: Path) -> tuple[int, str]:
        """Add a file, however large."""
        member, digest, size = _member(name), hashlib.sha256(), 0
        member.file_size = file.stat().st_size
        with file.open("rb") as source, self._zip.open(member, "w") as target:
            while part := source.read(BLOCK):
                digest.update(part)
                size += len(part)
                target.write(part)
        return self._note(name, size, digest.hexdigest())

    def _note(self, name: str, size: int, digest: str) -> tuple[int, str]:
        self.digests[name] = (size, digest)
        return size, digest


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, NO_DAY)
    member.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
    member.external_attr = READABLE
    member.create_system = 3
    return member
