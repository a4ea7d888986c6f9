"""Cache valid declarations on disk, so that the next process need not read and check them again.

A file is named by the digest of everything that its declarations were made from. It is a pickle, and read only if no
one else could have written it. If it cannot be written, each process reads the declarations from YAML.
"""

import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pydantic
from platformdirs import user_cache_path

from config.layers import File

NAME = "policy-initiative-tracker"
BEGINNING = "declarations-"
# The permissions that others may have on a trusted file or folder.
NOTHING = 0o022
# Those in use, those of other installations, and some from before the last changes.
MOST_KEPT = 16


def digest(declared: Iterable[File]) -> str:
    """Return the digest of declarations in their order, of the code that reads them, and of the libraries that it uses.

    Their location is not part of it: a copy means the same.
    """
    code = files("config")
    digested = sha256(f"{sys.version} {pydantic.VERSION}".encode())
    for file in (*_python(code), *_python(code / "schema"), *declared):
        content = file.read_bytes()
        digested.update(f"{file.name} {len(content)} ".encode())
        digested.update(content)
    return digested.hexdigest()


def recall(key: str) -> Any:
    """Return what was cached under a digest; None if there is nothing, or others might have written it."""
    file = _file(key)
    # A truncated or damaged file counts as missing, whatever the error.
    with suppress(Exception):
        if _is_ours(file.parent) and _is_ours(file):
            kept = pickle.loads(file.read_bytes())  # noqa: S301 - it is ours
            os.utime(file)
            return kept
    return None


def keep(key: str, declarations: Any) -> None:
    """Cache declarations under their digest, and delete the least recently used ones; do nothing if that fails."""
    file = _file(key)
    if not file.is_absolute():
        # A user without a home folder.
        return
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A concurrent reader finds the complete file or none. Leftovers of a killed writer are deleted like other
        # files.
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.touch(mode=0o600)
        new.write_bytes(pickle.dumps(declarations, pickle.HIGHEST_PROTOCOL))
        new.replace(file)
        kept = sorted(file.parent.glob(f"{BEGINNING}*"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-MOST_KEPT]:
            old.unlink()


def _file(key: str) -> Path:
    return user_cache_path(NAME) / f"{BEGINNING}{key}"


def _is_ours(path: Path) -> bool:
    found = path.stat()
    return found.st_uid == os.getuid() and not found.st_mode & NOTHING


def _python(folder: File) -> list[File]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".py")), key=lambda file: file.name)
