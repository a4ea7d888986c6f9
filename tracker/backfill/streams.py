"""Open files of archives wherever they are: on this machine, on the web, in S3, inside a WACZ."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from fsspec.core import url_to_fs

BUFFER = 8 * 2**20
"""Bytes that are requested at a time where a request takes long."""
PROTOCOLS = ("file", "http", "https", "s3", "zip")


class UnreachableError(Exception):
    """Report a file that cannot be opened or read to its end now, but may be later; the text is one line."""


class _Seekable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
    def tell(self) -> int: ...


class Stream:
    """Wrap an open file, and record whether the file failed, and not the reading of its content."""

    def __init__(self, file: _Seekable) -> None:
        self.failure: Exception | None = None
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Read as a stream does."""
        try:
            return self._file.read(size)
        except Exception as error:  # any library's, for its kind of place
            self.failure = error
            raise

    def seek(self, offset: int, whence: int = 0) -> int:
        """Seek as a stream does."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the position as a stream does."""
        return self._file.tell()

    def close(self) -> None:
        """Do nothing: `opened` closes the file."""


@contextmanager
def opened(url: str) -> Iterator[Stream]:
    """Open a file by its fsspec URL; raise UnreachableError if it cannot be opened."""
    with reached(url):
        files, path = url_to_fs(url)
        file = files.open(path, "rb", block_size=BUFFER)
    with file:
        yield Stream(file)


@contextmanager
def reached(url: str) -> Iterator[None]:
    """Raise UnreachableError with the place's own message, in one line, if it does not give a file."""
    try:
        yield
    except UnreachableError:
        raise
    except ImportError as error:
        extra = "s3" if url.partition("://")[0] == "s3" else "backfill"
        raise UnreachableError(
            f"needs a package that is not installed ({error}): pip install 'policy-initiative-tracker[{extra}]'"
        ) from error
    except FileNotFoundError as error:
        raise UnreachableError("does not exist") from error
    except Exception as error:
        raise UnreachableError(said(error)) from error


def said(error: Exception) -> str:
    """Return the message of an error, in one line that names its kind."""
    text = " ".join(str(error).split())[:200]
    return f"cannot be read: {type(error).__name__}{f': {text}' if text else ''}"
