"""Tells what a command could not use of its files, a line each, and gives the exit code that says so."""

import typer

from tracker.cli.output import echo
from tracker.parse.saved import Unusable

MOST_TOLD = 20


class Refused:
    """What was refused so far: the first MOST_TOLD are told on standard error, the others are counted."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: Unusable) -> None:
        """Tell of one that is skipped."""
        self.count += 1
        if self.count <= MOST_TOLD:
            echo(f"tracker: {error}", err=True)

    def end(self, *, used: bool) -> None:
        """End the command with exit code 1 where something was refused, with 2 where nothing else was there to use."""
        if self.count > MOST_TOLD:
            echo(f"tracker: {self.count - MOST_TOLD} more were skipped like these", err=True)
        if self.count:
            raise typer.Exit(1 if used else 2)
