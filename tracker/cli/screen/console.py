"""Decide where output goes: to a terminal of some width, with colours, links and a pager, or into a pipe."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NARROWEST, WIDEST = 40, 1000
LESS = "FRX"
"""The pager's options as git sets them: quit if all fits on one screen, pass colours and links, leave the text."""


def is_laid_out() -> bool:
    """Return whether tables are laid out: on a terminal, or if COLUMNS sets a width. Else they are plain lines."""
    return sys.stdout.isatty() or columns() is not None


def columns() -> int | None:
    """Return the width that the variable COLUMNS sets; None if it is unset or not usable."""
    asked = os.environ.get("COLUMNS", "")
    return min(max(int(asked), NARROWEST), WIDEST) if asked.isdecimal() and len(asked) < 6 and int(asked) else None


def console() -> "Console":
    """Return the console of standard output; rich follows NO_COLOR, FORCE_COLOR and TERM."""
    from rich.console import Console

    return Console(width=columns(), highlight=False, emoji=False, markup=False)


def show(*parts: "RenderableType") -> None:
    """Print a laid-out text, through the pager if it is longer than the terminal."""
    screen = console()
    with screen.capture() as captured:
        for part in parts:
            screen.print(part)
    text = "\n".join(line.rstrip() for line in captured.get().split("\n"))
    if sys.stdout.isatty() and text.count("\n") >= screen.height:
        import pydoc

        os.environ.setdefault("LESS", LESS)
        pydoc.pager(text)
    else:
        sys.stdout.write(text)
