"""Write a picture where `--plot` says: to a file in SVG or PNG, or to standard output as SVG."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.frame import Complaint, settings, unwritable
from tracker.cli.output import echo, write

if TYPE_CHECKING:
    from config import Config
    from tracker.charts.svg import Picture
    from tracker.views.pictures import Wording

Plot = Annotated[
    str | None,
    typer.Option("--plot", metavar="FILE.svg|FILE.png|-", help="Draw it into a file instead; - prints the SVG."),
]
KINDS = (".svg", ".png")


def check_plot(plot: str | None, form: str = "table") -> None:
    """Complain about a picture that could not be written, before any query."""
    if plot is None:
        return
    if form != "table":
        raise Complaint(f"--plot draws instead of printing; leave out --format {form}")
    kind = Path(plot).suffix.lower()
    if plot != "-" and kind not in KINDS:
        raise Complaint(f"--plot {plot}: name a file that ends with .svg or .png, or - for SVG on standard output")
    if kind == ".png":
        from tracker.charts.png import EXTRA, can_draw

        if not can_draw():
            raise Complaint(f"--plot {plot}: PNG needs resvg-py: pip install '{EXTRA}'; SVG needs nothing")


def wording(config: "Config") -> "Wording":
    """Return the words of a picture. Its marks link to the pages of this installation if it has a public address."""
    from tracker.views.pictures import in_english

    return in_english(config, str(settings().public_url or "").rstrip("/"))


def write_plot(plot: str, drawn: "Picture") -> None:
    """Write a picture; complain if there is nothing to draw, or if the file cannot be written."""
    if not drawn:
        raise Complaint("there is nothing to draw: no announcement that matches has a day")
    if plot == "-":
        write(f"{drawn}\n")
        return
    file = Path(plot)
    try:
        file.write_bytes(_png(file, drawn) if file.suffix.lower() == ".png" else f"{drawn}\n".encode())
    except OSError as error:
        raise unwritable(file, error) from error
    echo(f"wrote {file}", err=True)


def _png(file: Path, drawn: "Picture") -> bytes:
    from tracker.charts.png import FONT_PACKAGE, missing_font, png

    if missing := missing_font(drawn):
        echo(
            f"tracker: {file}: no installed font has {missing}; apt-get install {FONT_PACKAGE}, and draw it again",
            err=True,
        )
    return png(drawn)
