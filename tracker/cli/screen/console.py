"""Knows where output goes: to a terminal of some width, with colours, links and a pager, or into a pipe."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

NARROWEST, WIDEST = 40, 1000
LESS = "FRX"
"""As git sets it: end where all fits on one screen, let colours and links through, leave the text on the screen."""


def is_laid_out() -> bool:
    """Whether tables are laid out: on a terminal, and where COLUMNS says for which width; else they are plain lines."""
    return sys.stdout.isatty() or columns() is not None


def columns() -> int | None:
    """The width that the variable COLUMNS asks for; None where it asks for none that can be."""
    asked = os.environ.get("COLUMNS", "")
    return min(max(int(asked), NARROWEST), WIDEST) if asked.isdecimal() and len(asked) < 6 and int(asked) else None


def console() -> "Console":
    """The console of standard output; rich obeys NO_COLOR, FORCE_COLOR and TERM."""
    from rich.console import Console

    return Console(width=columns(), highlight=False, emoji=False, markup=False)


def show(*parts: "RenderableType") -> None:
    """Print what was laid out, through the pager where a terminal is too low for it."""
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
