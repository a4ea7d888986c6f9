"""Keep declarations that were found good on disk, so that the next process need not read and check them again.

A file is named by the digest of all that its declarations were made from. It is a pickle, read only where nobody else
could have written it; where it cannot be written, each process reads the declarations from YAML.
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
# What others may do to a file or folder that we trust.
NOTHING = 0o022
# Those in use, those of other installations, and some from before the last changes.
MOST_KEPT = 16


def digest(declared: Iterable[File]) -> str:
    """The digest of declarations in their order, of the code that reads them, and of the libraries that it stands on.

    Where they lie is no part of it: a copy means the same.
    """
    code = files("config")
    digested = sha256(f"{sys.version} {pydantic.VERSION}".encode())
    for file in (*_python(code), *_python(code / "schema"), *declared):
        content = file.read_bytes()
        digested.update(f"{file.name} {len(content)} ".encode())
        digested.update(content)
    return digested.hexdigest()


def recall(key: str) -> Any:
    """What was kept under a digest; None where nothing was, or others might have written it."""
    file = _file(key)
    # A file that was cut off or damaged is as good as none, however that shows.
    with suppress(Exception):
        if _is_ours(file.parent) and _is_ours(file):
            kept = pickle.loads(file.read_bytes())  # noqa: S301 - it is ours
            os.utime(file)
            return kept
    return None


def keep(key: str, declarations: Any) -> None:
    """Keep declarations under their digest, and forget those that were not used for longest; nothing where it fails."""
    file = _file(key)
    if not file.is_absolute():
        # A user without a home.
        return
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Whoever reads at this moment finds all of the file or none. What is left of a writer that was killed is
        # forgotten like the others.
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
