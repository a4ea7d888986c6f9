"""Write bytes to standard output: a workbook, or an export whose file is named `-`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import typer

from tracker.cli.frame import Complaint, unwritable

STANDARD_OUTPUT = Path("-")


class _Counted:
    """Standard output for bytes. It counts them, since a pipe does not know how many it was given."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._given = stream, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, content: bytes) -> int:
        """Write as a stream does."""
        self._given += len(content)
        return self._stream.write(content)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._given


def binary_output(what: str, name: str) -> IO[bytes]:
    """Return standard output for bytes; complain if it is a terminal. `name` is that of a file to write instead."""
    if sys.stdout.isatty():
        raise Complaint(f"{what} cannot be shown on a terminal; add `> {name}`")
    return cast("IO[bytes]", _Counted(typer.get_binary_stream("stdout")))


@contextmanager
def exported_file(file: Path, what: str, name: str) -> Iterator[Path]:
    """Yield where to write a file; for `-` a temporary one, whose content is then written to standard output."""
    if file != STANDARD_OUTPUT:
        try:
            yield file
        except OSError as error:
            raise unwritable(file, error) from error
        return
    import shutil
    import tempfile

    output = binary_output(what, name)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / name
        yield made
        with made.open("rb") as content:
            shutil.copyfileobj(content, output)
    output.flush()


def folder_named(folder: Path) -> Path:
    """Complain about an argument that is a folder in which several files are written, and that names no folder."""
    if folder == STANDARD_OUTPUT:
        raise Complaint("several files cannot be written to standard output; name a folder")
    return folder
