"""Print the output of commands, harmless for the terminal. A reader may leave early, as `head` does: not a failure."""

import os
import sys
from typing import Any, TextIO, cast

import typer

from tracker.text.printable import printable


class _Output:
    """A stream. If its reader is gone, writing to it ends the process with exit code 0.

    It raises SystemExit, since both Typer and Rich turn BrokenPipeError into exit code 1.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, content: Any) -> int:
        """Write as a stream does."""
        try:
            return int(self._stream.write(content))
        except BrokenPipeError:
            self._end()
            raise SystemExit(0) from None

    @property
    def buffer(self) -> "_Output":
        """Return the stream of bytes, whose reader may leave early as well."""
        return _Output(self._stream.buffer)

    def flush(self) -> None:
        """Flush as a stream does."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            self._end()
            raise SystemExit(0) from None

    def _end(self) -> None:
        # Python writes the rest when it ends; nothing may complain that it cannot be written.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print `text` on standard output or error, as a line unless `nl` is false, whatever pages have put into it."""
    typer.echo(printable(text), err=err, nl=nl)


def write(text: str) -> None:
    """Print `text`, which is already harmless, unchanged: with its line ends and its byte order mark."""
    typer.echo(text, nl=False)


def let_readers_go() -> None:
    """End the process with exit code 0 when the reader of standard output is gone, and let it be closed from the start.

    Where a shell closes a stream (>&-), Python has none, and the next file that is opened, such as a database, would
    get its number.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    sys.stdout = cast(TextIO, _Output(sys.stdout))


def _nowhere() -> TextIO:
    # The file stays open until the process ends, about which Python would warn if it were the one to close it.
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8", closefd=False)
