"""Breaks styled text into lines as wide as a column, Chinese between characters and English between words."""

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells
from rich.text import Text

from tracker.alerts.compose.wrap import lay_out
from tracker.text.printable import printable

BLANKS = re.compile(r"[^\S\n]+")


def text(value: object, style: str = "") -> Text:
    """Return a value as text without markup; what pages have put into it is made harmless."""
    return Text(BLANKS.sub(" ", printable(str(value))), style=style)


def linked(words: Text, url: str | None) -> Text:
    """Return the words as a link to a web address, if the terminal supports links."""
    if url and url.startswith(("http://", "https://")) and url.isascii() and url.isprintable() and " " not in url:
        words.stylize(f"link {url}")
    return words


def broken(words: Text, width: int) -> list[Text]:
    """Return the lines of a text, none wider than `width` columns."""
    lines: list[Text] = []
    for paragraph in words.split("\n", allow_blank=True):
        lines += [paragraph] if paragraph.cell_len <= width else _broken(_single_spaced(paragraph), width)
    return lines


def in_lines(parts: Iterable[str], width: int, between: str = " · ") -> str:
    """Join parts with `between`; a part that does not fit on the current line starts the next one."""
    lines: list[str] = []
    for part in filter(None, parts):
        last = broken(Text(lines[-1]), width)[-1].plain if lines else ""
        if lines and cell_len(f"{last}{between}{part}") <= width:
            lines[-1] += between + part
        else:
            lines.append(part)
    return "\n".join(lines)


def _single_spaced(words: Text) -> Text:
    """Return the text as layout leaves it: trimmed, with one blank between words."""
    return Text(" ").join(piece for piece in words.split(" ") if piece.plain)


def _broken(words: Text, width: int) -> list[Text]:
    plain, at, lines = words.plain, 0, []
    for laid in lay_out(plain, width=width).split("\n"):
        for line in chop_cells(laid, width) if cell_len(laid) > width else [laid]:
            at = plain.find(line.strip(), at)
            lines.append(words[at : at + len(line.strip())])
            at += len(line.strip())
    return lines or [words]
