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


def shows_chinese(drawn: str) -> bool:
    """Whether Chinese is to be read in a picture; what only a pointer brings up does not count."""
    return any("\u4e00" <= sign <= "\u9fff" for words in _TEXT.findall(drawn) for sign in words)


@cache
def draws_chinese(*, fonts: bool = True) -> bool:
    """Whether a font here has Chinese: two characters look the same where none has. Without `fonts` none is asked."""
    first, second = (_rendered(picture(20, 20, "", f'<text y="15">{sign}</text>'), fonts=fonts) for sign in "国务")
    return first != second


def _rendered(drawn: str, *, fonts: bool = True) -> bytes:
    import resvg_py  # noqa: PLC0415 - an extra

    return bytes(
        resvg_py.svg_to_bytes(svg_string=drawn, background=GROUND, zoom=SHARPNESS, skip_system_fonts=not fonts)
    )
