"""Find the paragraph that the description of a page quotes, for pages whose text is too short to stand out."""

from html import unescape

from bs4 import Tag

from tracker.parse.blocks import Block
from tracker.parse.general.lines import is_sentence
from tracker.parse.general.title import folded

_NAMES = ("og:description", "description")
_TIMES = 2
_QUOTED = 30
_QUOTED_MOST = 400
_TRIED = 100


def summarised(found: list[Block], text: list[Block], metas: dict[str, str]) -> Tag | None:
    """Return what contains the paragraph that is much longer than all of `text`, and that a description quotes."""
    size = sum(block.size for block in text)
    longer = [block for block in found if block.size >= size * _TIMES and is_sentence(block)] if size else []
    told = [folded(unescape(metas.get(name, "")))[:_QUOTED_MOST] for name in _NAMES] if longer else []
    for block in longer[:_TRIED]:
        if any(_shares(folded(block.text), one) for one in told):
            return block.tag.parent if block.tag.name == "p" else block.tag
    return None


def _shares(paragraph: str, told: str) -> bool:
    return any(told[at : at + _QUOTED] in paragraph for at in range(len(told) - _QUOTED + 1))
