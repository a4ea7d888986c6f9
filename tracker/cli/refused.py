"""Report the files, records or pages that a command could not use, one a line, and give the matching exit code."""

import typer

from tracker.cli.output import echo
from tracker.parse.saved import Unusable

MOST_TOLD = 20


class Refused:
    """What was refused so far. The first MOST_TOLD are reported on standard error, the others are counted."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: Unusable | str) -> None:
        """Report one that is skipped, or not fully read."""
        self.count += 1
        if self.count <= MOST_TOLD:
            echo(f"tracker: {error}", err=True)

    def sum_up(self, fate: str) -> None:
        """Say how many there were besides those that were reported."""
        if self.count > MOST_TOLD:
            echo(f"tracker: {self.count - MOST_TOLD} more like these {fate}", err=True)

    def end(self, *, used: bool) -> None:
        """End the command with exit code 1 if something was refused, or 2 if nothing else could be used."""
        self.sum_up("were skipped")
        if self.count:
            raise typer.Exit(1 if used else 2)
