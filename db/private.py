"""Keep files and folders private, whatever the umask: they contain addresses and the secrets of links."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

OWNER_ALONE = 0o600
OTHERS = 0o077


def private_folder(folder: Path) -> None:
    """Create a private folder, and missing folders above it; an existing one is not changed.

    Raise OSError if that fails.
    """
    if folder.is_dir():
        return
    private_folder(folder.parent)
    # Another process may create it at the same moment.
    folder.mkdir(mode=0o700, exist_ok=True)


def private_file(file: Path) -> None:
    """Create an empty private file; if it exists, keep it and close it to other users.

    Raise OSError if it cannot be created.
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))
    except FileExistsError:
        close_to_others(file)


@contextmanager
def unfinished_file(file: Path) -> Iterator[Path]:
    """Yield a private file to write into, which takes the place of `file` when it is complete; else it is removed.

    Raise OSError if it cannot be written, or if `file` is a device or a pipe: a file would take its place for everyone.
    """
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, "Not a regular file", str(file))
    unfinished = file.with_name(f"{file.name}.unfinished")
    # What a process left that was killed.
    unfinished.unlink(missing_ok=True)
    private_file(unfinished)
    try:
        yield unfinished
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def close_to_others(file: Path) -> None:
    """Remove the permissions of group and others from a file, if it exists and belongs to us."""
    # A file of another user is not ours to change.
    with suppress(OSError):
        mode = file.stat().st_mode
        if stat.S_ISREG(mode) and mode & OTHERS:
            file.chmod(stat.S_IMODE(mode) & ~OTHERS)
