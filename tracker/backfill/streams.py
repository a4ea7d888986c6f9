"""Opens files of archives wherever they are: on this machine, on the web, in S3, inside a WACZ."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from fsspec.core import url_to_fs

BUFFER = 8 * 2**20
"""Bytes that are asked for at a time where a question takes long."""
PROTOCOLS = ("file", "http", "https", "s3", "zip")


class UnreachableError(Exception):
    """A file that cannot be opened, or read to its end, now; another time it may be. Its text says why in one line."""


class _Seekable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
    def tell(self) -> int: ...


class Stream:
    """An open file that remembers whether it was the file that failed, and not what is read of it."""

    def __init__(self, file: _Seekable) -> None:
        self.failure: Exception | None = None
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """As a stream's `read`."""
        try:
            return self._file.read(size)
        except Exception as error:  # any library's, for its kind of place
            self.failure = error
            raise

    def seek(self, offset: int, whence: int = 0) -> int:
        """As a stream's `seek`."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As a stream's `tell`."""
        return self._file.tell()

    def close(self) -> None:
        """Do nothing: `opened` closes the file."""


@contextmanager
def opened(url: str) -> Iterator[Stream]:
    """Open a file by its fsspec URL; raise UnreachableError where it cannot be opened."""
    with reached(url):
        files, path = url_to_fs(url)
        file = files.open(path, "rb", block_size=BUFFER)
    with file:
        yield Stream(file)


@contextmanager
def reached(url: str) -> Iterator[None]:
    """Say in one line what a place says where it does not give a file."""
    try:
        yield
    except UnreachableError:
        raise
    except ImportError as error:
        extra = "s3" if url.partition("://")[0] == "s3" else "backfill"
        raise UnreachableError(
            f"needs more than is installed ({error}): pip install 'policy-initiative-tracker[{extra}]'"
        ) from error
    except FileNotFoundError as error:
        raise UnreachableError("is not there") from error
    except Exception as error:
        raise UnreachableError(said(error)) from error


def said(error: Exception) -> str:
    """What an error says, in one line that names its kind."""
    text = " ".join(str(error).split())[:200]
    return f"cannot be read: {type(error).__name__}{f': {text}' if text else ''}"
