"""Recognise a count of more things of a kind that was named: 340 new ones, seven such bases, 31 national zones."""

import re
from collections.abc import Sequence

from tracker.tag.sentences import Name
from tracker.text.numbers.amounts import Quantity

# 36 national ones, 340 newcomers: things of the kind that was named.
ONES = re.compile(
    r"\s?(?:[a-z]+-?[a-z]* ){0,2}(?:ones|newcomers)\b|\s?(?:more )?such\b"
    r"|\s?more(?=[.,;]|$| (?:were|are|have been|had been|will be|(?:will |are to |have )?(?:join|follow)(?:ed)?)\b)"
)
# 31 national parks after "zero-carbon parks": its general noun with an adjective that sets no kind apart.
SAME_KIND = re.compile(
    r"\s?(?:(?:such|new|newly [a-z]+|national|national-level|state-level|provincial|provincial-level|existing|similar|"
    r"more|additional|of (?:the|these|such|those)) )*([a-z]{4,})\b(?! (?:of|for)\b)"
)
# Jiangsu has 7.
HAS = re.compile(r"\b(?:has|have|had) (?:(?:about|over|more than|nearly|some|only) )?$")
ALONE = re.compile(r"\s?(?:[.,;)]|each\b|$)")
NOUN_WITHIN = 24
# Pairs of characters and stems that any two names may share.
COMMON = frozenset(
    re.findall(
        r"\w+",
        "企业 产业 造业 国家 家级 项目 发展 建设 制造 创新 技术 行业 工业 业企 中心 基地 平台 达到 全国 先进 国内 服务 "
        "业创 新中 业集 数据 产量 销量 产值 出口 收入 利润 增长 同比 分别 累计 超过 "
        "标准 领域 能源 natio indus manuf innov techn devel china secto energ",
    )
)
TAIL = 4
PAIR = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
WORD = re.compile(r"[a-z]{4,}")


def takes_up_kind(text: str, end: int) -> bool:
    """Decide whether a number up to `end` counts more of what was named before: 340 new ones, seven such bases."""
    return ONES.match(text, end) is not None


def of_such_kind(names: Sequence[Name], text: str, quantity: Quantity) -> set[str]:
    """Return the initiative of `names`, in reading order, of whose kind a number counts more.

    It is the last one whose general noun the count repeats (seven such bases), or the only one (340 new ones).
    """
    such = takes_up_kind(text, quantity.end) or _has_so_many(text, quantity)
    kind = SAME_KIND.match(text, quantity.end)
    counted = text[quantity.end : quantity.end + NOUN_WITHIN] if such else kind[1] if kind else ""
    if not counted:
        return set()
    for name in reversed(names):
        written = text[name.start : name.end]
        if (such or written.isascii()) and repeats_head(written, counted):
            return {name.initiative}
    named = {name.initiative for name in names}
    return named if such and len(named) == 1 else set()


def _has_so_many(text: str, quantity: Quantity) -> bool:
    """Decide whether a number says how many a place has: Hubei has 9, Hunan has 6."""
    alone = quantity.unit == "count" and ALONE.match(text, quantity.end)
    return bool(alone and HAS.search(text, max(0, quantity.start - 20), quantity.start))


def counts_its_kind(name: str, text: str, end: int) -> bool:
    """Decide whether a number up to `end` counts more things of a kind that has a name: 31 national zones, new ones."""
    if takes_up_kind(text, end):
        return True
    kind = SAME_KIND.match(text, end) if name.isascii() else None
    return kind is not None and repeats_head(name, kind[1])


def repeats_head(name: str, clause: str) -> bool:
    """Decide whether a clause repeats the last word of a name, its general noun: 45个国家级集群, these zones."""
    last = WORD.findall(name.lower())
    head = {last[-1][:5]} if last else {name[-2:]}
    if not last and len(name) > TAIL and name[-TAIL:] in clause:
        return True
    return not (head - COMMON).isdisjoint(shared_parts(clause))


def shared_parts(name: str) -> set[str]:
    """Return pairs of Chinese characters and stems of English words that are not common to all names."""
    return ({m[1] for m in PAIR.finditer(name)} | {w[:5] for w in WORD.findall(name.lower())}) - COMMON
