"""What commands print: made harmless for the terminal, to a reader who may go (`head` has seen enough: no failure)."""

import os
import sys
from typing import Any, TextIO, cast

import typer

from tracker.text.printable import printable


class _Output:
    """A stream of text; what is written after its reader went ends the process with exit code 0.

    SystemExit, since Typer and Rich would make exit code 1 of BrokenPipeError, each by itself.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """As a stream's `write`."""
        try:
            return self._stream.write(text)
        except BrokenPipeError:
            self._end()
            raise SystemExit(0) from None

    def flush(self) -> None:
        """As a stream's `flush`."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            self._end()
            raise SystemExit(0) from None

    def _end(self) -> None:
        # What is left is written when Python ends; nothing must answer that it cannot be.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)


def echo(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print `text`, a line unless `nl` is false, on standard output or error, whatever pages have put into it."""
    typer.echo(printable(text), err=err, nl=nl)


def write(text: str) -> None:
    """Print `text`, which is harmless already, as it stands: with its line ends, and its byte order mark."""
    typer.echo(text, nl=False)


def let_readers_go() -> None:
    """Make the end of whoever reads our standard output the end of the process, with exit code 0."""
    if sys.stdout is not None:  # as it is where a shell closes it (>&-)
        sys.stdout = cast(TextIO, _Output(sys.stdout))
