"""Turns a picture into PNG by resvg, which the extra `charts` brings, and knows whether a font has Chinese."""

import re
from functools import cache, lru_cache
from importlib.util import find_spec

from tracker.charts.svg import GROUND, picture

EXTRA = "policy-initiative-tracker[charts]"
FONT_PACKAGE = "fonts-wqy-microhei"
"""The smallest package of Debian whose font has Chinese (1.6 MB; fonts-noto-cjk has 57)."""
SHARPNESS = 2.0
"""Dots a unit: what screens of telephones and reviews in print need."""
_TEXT = re.compile("<text[^>]*>([^<]*)")


class MissingExtraError(RuntimeError):
    """PNG was asked for where resvg is not installed; the text says what to install."""


def can_draw() -> bool:
    """Whether the extra is installed; without it pictures are SVG alone."""
    return find_spec("resvg_py") is not None


@lru_cache(maxsize=32)
def png(drawn: str) -> bytes:
    """A picture as PNG with white behind it; raise MissingExtraError where the extra is missing.

    A page that is asked for again and again has the same picture, which costs a hundred times its SVG.
    """
    if not can_draw():
        raise MissingExtraError(f"PNG needs resvg-py: pip install '{EXTRA}'; SVG needs nothing")
    return _rendered(drawn)


def missing_font(drawn: str, *, fonts: bool = True) -> str | None:
    """What no font here has of the words in a picture: Chinese, or letters at all; None where all are drawn.

    What only a pointer brings up does not count. Without `fonts` none of this machine is looked at.
    """
    words = "".join(_TEXT.findall(drawn))
    if words and not _draws("ab", fonts=fonts):
        return "letters"
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in words)
    return "Chinese" if chinese and not draws_chinese(fonts=fonts) else None


def draws_chinese(*, fonts: bool = True) -> bool:
    """Whether a font here has Chinese."""
    return _draws("国务", fonts=fonts)


@cache
def _draws(two: str, *, fonts: bool) -> bool:
    """Whether two characters look different, as they do not where no font has them."""
    first, second = (_rendered(picture(20, 20, "", f'<text y="15">{sign}</text>'), fonts=fonts) for sign in two)
    return first != second


def _rendered(drawn: str, *, fonts: bool = True) -> bytes:
    import resvg_py  # noqa: PLC0415 - an extra

    return bytes(
        resvg_py.svg_to_bytes(svg_string=drawn, background=GROUND, zoom=SHARPNESS, skip_system_fonts=not fonts)
    )
