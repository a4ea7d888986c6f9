"""Keeps files and folders to their owner, whatever the umask: they hold addresses and the secrets of links."""

import os
import stat
from contextlib import suppress
from pathlib import Path

OWNER_ALONE = 0o600
OTHERS = 0o077


def private_folder(folder: Path) -> None:
    """Make a folder, and the folders above it that are missing, for its owner alone; one that is there stays as it is.

    Raise OSError where that cannot be.
    """
    if folder.is_dir():
        return
    private_folder(folder.parent)
    # Another process may make it in the same moment.
    folder.mkdir(mode=0o700, exist_ok=True)


def private_file(file: Path) -> None:
    """Make an empty file for its owner alone; where one is there, keep it and close it to everybody else.

    Raise OSError where it cannot be made.
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))
    except FileExistsError:
        close_to_others(file)


def close_to_others(file: Path) -> None:
    """Take the rights of group and others away from a file, if it is there and ours to change."""
    # What is another user's is that user's affair.
    with suppress(OSError):
        mode = file.stat().st_mode
        if stat.S_ISREG(mode) and mode & OTHERS:
            file.chmod(stat.S_IMODE(mode) & ~OTHERS)
