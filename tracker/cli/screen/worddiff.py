"""Lays out what changed between the pages of an address: removed and added words, by mark and colour."""

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.cli.screen.lines import text
from tracker.cli.screen.prose import DIM, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.views.paragraphs import Piece
    from tracker.views.revisions import Revisions

MARKS = {"same": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
"""The marks before and after changed words, as `git diff --word-diff` writes them, and their colour."""
AROUND = 40
"""The number of unchanged characters that are shown beside a change."""


def changes_page(found: "Revisions") -> Page:
    """Return the page of what changed, and since when the address is gone."""
    page = Page()
    for one in found.changed:
        page.blank()
        page.paragraph(text(f"from {one.before}", DIM), 0)
        page.paragraph(text(f"to   {one.after}", DIM), 0)
        for pieces in one.paragraphs:
            page.paragraph(_marked(pieces))
    if found.gone:
        page.blank()
        page.paragraph(text(f"gone since {found.gone}", "bold red"), 0)
    return page


def as_html(url: str, found: "Revisions") -> str:
    """Return the same as a stand-alone web page; everything that pages said is escaped."""
    from jinja2 import Environment, PackageLoader

    rooms = Environment(loader=PackageLoader("tracker.cli.screen", "."), autoescape=True)
    return rooms.get_template("worddiff.html").render(url=url, found=found)


def _marked(pieces: "Sequence[Piece]") -> Text:
    marked = Text()
    for at, (what, words) in enumerate(pieces):
        before, behind, style = MARKS[what]
        shown = words if what != "same" else _shortened(words, first=at == 0, last=at == len(pieces) - 1)
        marked.append_text(text(f"{before}{shown}{behind}", style))
    return marked


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Return the unchanged text without what is far from a change."""
    if first and len(words) > AROUND:
        return f"…{words[-AROUND:]}"
    if last and len(words) > AROUND:
        return f"{words[:AROUND]}…"
    if len(words) > 2 * AROUND:
        return f"{words[:AROUND]} … {words[-AROUND:]}"
    return words
