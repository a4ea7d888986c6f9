"""Find the account that published a page, which portals of accounts print in a block of its own, far from the date."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from bs4 import Tag

from spiders.dates import find_date
from tracker.parse.blocks import Block
from tracker.parse.general.hints import names

_AROUND, _PARTS, _NAME_MOST = 4, 30, 20
_NAME = re.compile(r"(?:nick|account|media)[-_]?name|media[-_]meta[-_]nickname|_nickname\b", re.IGNORECASE)
"""Classes of an account's name itself."""
_BLOCK = re.compile(r"\b(?:user|account|author|media)[-_]?(?:info|card|box|detail)\b", re.IGNORECASE)
"""Classes of a block about an account, in which its name comes first and counts of its articles follow."""
_COUNTS = re.compile(r"文章|作品|阅读|粉丝|获赞|播放|篇")
_OTHER = re.compile(r"[：:。，,；;！？|]|原创|关注|登录|注册|作者|记者|编辑|用户|昵称")


def accounts(above: list[Block]) -> Iterator[str]:
    """Yield the names of accounts in the blocks above a text: the nearest that is named so, then that of a profile."""
    yield from (name for block in reversed(above) for name in _named(block) if _could_be(name))
    for block, below in pairwise(above):
        if _COUNTS.search(below.text) and _in_profile(block) and _in_profile(below) and _could_be(block.text):
            yield block.text


def _named(block: Block) -> Iterator[str]:
    for tag in (block.tag, *islice(block.tag.descendants, _PARTS)):
        if isinstance(tag, Tag) and any(map(_NAME.search, names(tag))):
            yield " ".join(tag.get_text().split())


def _in_profile(block: Block) -> bool:
    around = islice((tag for tag in (block.tag, *block.tag.parents)), _AROUND)
    return any(_BLOCK.search(name) for tag in around for name in names(tag))


def _could_be(name: str) -> bool:
    return 1 < len(name) <= _NAME_MOST and not _OTHER.search(name) and find_date(name) is None
