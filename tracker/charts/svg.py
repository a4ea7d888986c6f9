"""Write SVG elements. Every text is escaped. Colours are attributes, since a page's policy refuses inline style.

Each mark has a class besides its literal colour, so that a page's own style sheet may turn it dark; a program without
style sheets draws the light colours.
"""

import re
from html import escape
from typing import Self

from tracker.text.printable import printable

INK, FAINT, RULE, ACCENT = "#1d2329", "#5b6670", "#d5dade", "#0b57a4"
GROUND = "#ffffff"
# What XML 1.0 does not permit, and `printable` leaves unchanged.
NO_CHARACTERS = re.compile("[\ufffe\uffff]")
# A browser takes the first. The PNG renderer knows no generic names, and takes the first of the others that it finds.
FONT = (
    "system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', 'PingFang SC', 'Microsoft YaHei', "
    "'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
)


class Picture(str):
    """A drawing as text that knows its size; "" is an empty drawing."""

    width: float
    height: float

    def __new__(cls, written: str = "", width: float = 0.0, height: float = 0.0) -> Self:
        """Create a drawing of `width` by `height` units."""
        made = super().__new__(cls, written)
        made.width, made.height = width, height
        return made


def element(name: str, *inside: str, **attributes: object) -> str:
    """Write one element. `class_` is the attribute class, and `text_anchor` text-anchor; None omits an attribute."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def text(words: str) -> str:
    """Return the escaped text of an element."""
    return _escaped(words)


def picture(width: float, height: float, label: str, *inside: str, role: str = "img") -> Picture:
    """Write a whole picture of `width` by `height` units that shrinks with its page; `label` says what it shows."""
    written = element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        width=_number(width),
        height=_number(height),
        role=role,
        aria_label=label,
        font_family=FONT,
        font_size=12,
    )
    return Picture(written, width, height)


def _escaped(value: object) -> str:
    words = _number(value) if isinstance(value, float) else printable(str(value))
    return escape(NO_CHARACTERS.sub("\ufffd", words))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
