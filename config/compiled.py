"""Keep declarations that were found good on disk, so that the next process need not read and check them again.

A file holds the declarations of one overlay, behind the digest of everything that they were made from. It is a pickle,
read only where nobody else could have written it; where it cannot be written, declarations are read from YAML.
"""

import os
import pickle
import sys
import tempfile
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
# What others may do to a file or folder that we trust.
NOTHING = 0o022


def digest(declared: Iterable[File]) -> bytes:
    """The digest of declarations, of the code that reads them, and of the libraries that it stands on."""
    digested = sha256(f"{sys.version} {pydantic.VERSION}".encode())
    code = files("config")
    for file in (*_python(code), *_python(code / "schema"), *declared):
        content = file.read_bytes()
        digested.update(f"{file} {len(content)} ".encode())
        digested.update(content)
    return digested.digest()


def recall(place: str, key: bytes) -> Any:
    """What was kept for a place under this digest; None where nothing was, or others might have written it."""
    file = _file(place)
    # A file that was cut off, or kept by another version, is as good as none.
    with suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError):
        if _is_ours(file.parent) and _is_ours(file):
            content = file.read_bytes()
            return pickle.loads(content[len(key) :]) if content.startswith(key) else None  # noqa: S301 - it is ours
    return None


def keep(place: str, key: bytes, declarations: Any) -> None:
    """Keep declarations for a place, instead of whatever was kept for it; do nothing where that is not possible."""
    file = _file(place)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Whoever reads at this moment finds the old file or the new one, and never half of one.
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            new = Path(folder) / file.name
            new.touch(mode=0o600)
            new.write_bytes(key + pickle.dumps(declarations, pickle.HIGHEST_PROTOCOL))
            new.replace(file)


def _file(place: str) -> Path:
    return user_cache_path(NAME) / f"declarations-{sha256(place.encode()).hexdigest()[:16]}"


def _is_ours(path: Path) -> bool:
    found = path.stat()
    return found.st_uid == os.getuid() and not found.st_mode & NOTHING


def _python(folder: File) -> list[File]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".py")), key=lambda file: file.name)
