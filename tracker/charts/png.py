"""Render a picture as PNG with resvg, from the extra `charts`, and check whether a font has Chinese."""

import re
from functools import cache, lru_cache
from importlib.util import find_spec

from tracker.charts.svg import GROUND, picture

EXTRA = "policy-initiative-tracker[charts]"
FONT_PACKAGE = "fonts-wqy-microhei"
"""The smallest package of Debian whose font has Chinese (1.6 MB; fonts-noto-cjk has 57)."""
SHARPNESS = 2.0
"""Dots per unit, as screens of telephones and printed reviews need them."""
_TEXT = re.compile("<text[^>]*>([^<]*)")


class MissingExtraError(RuntimeError):
    """PNG was requested, but resvg is not installed; the text says what to install."""


def can_draw() -> bool:
    """Return whether the extra is installed; without it pictures are SVG alone."""
    return find_spec("resvg_py") is not None


@lru_cache(maxsize=32)
def png(drawn: str, sharpness: float = SHARPNESS) -> bytes:
    """Render a picture as PNG on white, with `sharpness` dots per unit; raise MissingExtraError without the extra.

    Results are cached: a page that is requested often has the same picture, which costs a hundred times its SVG.
    """
    if not can_draw():
        raise MissingExtraError(f"PNG needs resvg-py: pip install '{EXTRA}'; SVG needs nothing")
    return _rendered(drawn, sharpness=sharpness)


def missing_font(drawn: str, *, fonts: bool = True) -> str | None:
    """Return what no font here has of the words in a picture: Chinese, or any letters; None if all are drawn.

    Text that only a pointer brings up does not count. Without `fonts` the fonts of this machine are ignored.
    """
    words = "".join(_TEXT.findall(drawn))
    if words and not _draws("ab", fonts=fonts):
        return "letters"
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in words)
    return "Chinese" if chinese and not draws_chinese(fonts=fonts) else None


def draws_chinese(*, fonts: bool = True) -> bool:
    """Return whether a font here has Chinese."""
    return _draws("国务", fonts=fonts)


@cache
def _draws(two: str, *, fonts: bool) -> bool:
    """Return whether two characters look different; they look the same if no font has them."""
    first, second = (_rendered(picture(20, 20, "", f'<text y="15">{sign}</text>'), fonts=fonts) for sign in two)
    return first != second


def _rendered(drawn: str, *, fonts: bool = True, sharpness: float = SHARPNESS) -> bytes:
    import resvg_py  # noqa: PLC0415 - an extra

    return bytes(
        resvg_py.svg_to_bytes(svg_string=drawn, background=GROUND, zoom=sharpness, skip_system_fonts=not fonts)
    )
