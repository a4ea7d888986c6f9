"""Name what a series measures by the clauses that state it: 新能源汽车产量 where 产销分别完成591.4万辆和593.4万辆."""

import re
from collections.abc import Sequence
from textwrap import shorten
from typing import Any

NUMBER = re.compile(r"\d[\d,.]*\s?[%％万亿千百]*")
EACH = "分别"
# 产销 are two measures. 分别 gives their values one after the other.
PAIRS = {"产销量": ("产量", "销量"), "产销": ("产量", "销量"), "进出口": ("进口", "出口")}
# No honest clause needs more to lead over to its number.
FARTHEST = 80
# Words that lead over to the number and are not part of the measure's name.
LEADING_OVER = re.compile(
    r"(?:分别|完成|实现|达到?|超过?|突破|累计|已经?|约为?|近|为|至|到|由|从|有|的|占比?|逾|再|将|要|预计|力争|"
    r"共|建成|和|"
    r"[，、：（(\s])+$"
)
LEADING_IN = re.compile(
    r"^(?:(?:截至|到|今年|去年|其中|目前|当前|我国|全国|全年|本报讯)[^，]{0,12}?，|我国|全国|其中|目前|\s)+"
)
BARE_GROWTH = re.compile(r"^(?:同比|环比|比上年|较上年)?(?:分别)?(?:增长|下降|提高|上升|减少)$")
MEASURES = {
    "产量": "production",
    "销量": "sales",
    "出口": "exports",
    "进口": "imports",
    "产值": "output value",
    "营收": "revenue",
    "营业收入": "revenue",
    "装机": "installed capacity",
    "总数": "total",
    "数量": "number",
    "规模": "size",
}
LONGEST = 60


def series_name(clause: str, value: float, figures: Sequence[dict[str, Any]]) -> str:
    """Name what a figure of `value` in `clause` measures, among the `figures` of its announcement, in their order.

    A clause that only says how something grew takes the name of what the clause before it measures.
    """
    stated = [figure for figure in figures if figure.get("what") == clause]
    place = next((at for at, figure in enumerate(stated) if _same(figure, value)), 0)
    name = _subject(clause, place)
    if not BARE_GROWTH.match(name):
        return _glossed(name or clause)
    before = (
        [figure for figure in figures[: figures.index(stated[0])] if figure.get("what") != clause] if stated else []
    )
    owner = _subject(str(before[-1]["what"]), place) if before else ""
    return _glossed(owner + name.replace(EACH, ""))


def _same(figure: dict[str, Any], value: float) -> bool:
    """Decide whether a figure is the one of a point, whose multiple has been multiplied out."""
    own = figure.get("value")
    return bool(isinstance(own, int | float) and own and _digits(abs(own)) == _digits(abs(value)))


def _digits(value: float) -> str:
    return f"{value:.6e}".split("e")[0]


def _subject(clause: str, place: int) -> str:
    number = NUMBER.search(clause)
    if number is None:
        return clause
    head = clause[: number.start()]
    if not re.search("[\u4e00-\u9fff]", clause):
        return shorten(NUMBER.sub("… ", clause), LONGEST, placeholder=" …")
    each = EACH in head
    over = "" if BARE_GROWTH.match(head) else head[-FARTHEST:]
    name = LEADING_IN.sub("", head.removesuffix(over) + LEADING_OVER.sub("", over))
    pair = next((pair for pair in PAIRS if each and pair in name), None)
    return name.replace(pair, PAIRS[pair][min(place, 1)]) if pair else name


def _glossed(name: str) -> str:
    """Return the name with English words for the measures that it ends in."""
    word = next((english for chinese, english in MEASURES.items() if chinese in name), "")
    grown = "growth" if re.search("增长|增速|增幅", name) else "fall" if "下降" in name else ""
    share = "share" if re.search("比重|占.{2,}", name) else ""
    english = share or " ".join(part for part in (word, grown) if part)
    return f"{name} ({english})" if english else name
