"""Distinguish results from aims in a Chinese sentence whose verbs do not show which it reports."""

import re

from tracker.tag.acts.modality import AIMED, AT_LEAST, HELD, is_over
from tracker.tag.acts.target_context import STRUCK, TargetContext, strike

# 2023年，……, reported later.
OPENS_IN = re.compile(r"\W*(?:(20\d\d)年|去年)，")
# 国家将补贴标准提升至一级能效: 将 is 把, and it is done.
MOVED = re.compile(r"将(?=[^，。]{2,14}(?:提升|提高|调整|扩大|增加|降)(?:至|到|为))")
# 20个省份出台 X 政策: many have done it by now.
MANY = re.compile(r"\d+[个余多]*(?:省|市|地区|城市|州|县)[^，。；]{0,4}(?:出台|印发|发布|公布|推出)了?[^，。；]*$")
# 推动 X，取得积极成效.
REACHED = re.compile(
    r"，(?:并)?取得了?[^，。；]{0,6}(?:成效|进展|成果|突破)|[^。；]{0,20}，为[^，。；]{2,20}(?:贡献了|作出了?贡献)"
)


# 到2025年底，总数达到2009万个, reported in 2026.
BY_YEAR = re.compile(r"到(20\d\d)年[底末]?")


def is_target(said: TargetContext) -> bool:
    """The sentence states a target; a review that reaches "300 and more" reports a result."""
    if AIMED.search(BY_YEAR.sub(lambda by: _unless_past(by, said), said.lead + said.plain)):
        return True
    opened = OPENS_IN.match(said.plain)
    past = opened and (not opened[1] or (said.published and int(opened[1]) < said.published.year))
    if said.mood == "past" or past or is_over(said.plain, said.hit.start):
        return False
    return bool(AT_LEAST.search(strike(HELD, said.plain)))


def _unless_past(by: re.Match[str], said: TargetContext) -> str:
    return STRUCK * len(by[0]) if said.published and int(by[1]) < said.published.year else by[0]


def has_brought(said: TargetContext) -> bool:
    """The work brought results: 推动 X，取得积极成效; not where that is asked for."""
    wanted = said.is_asked or said.patterns.will.search(said.lead + said.plain[: said.clause.end])
    return said.mood != "plan" and not wanted and bool(REACHED.match(said.plain, said.clause.end))


def is_moved(said: TargetContext) -> bool:
    """将 is 把, and something was moved: 国家将 X 标准提升至一级."""
    start, end = said.clause.start, said.hit.start
    moved = any(m.start() < end for m in MOVED.finditer(said.text, start))
    return moved and not is_target(said) and not said.patterns.will.search(said.before)


def is_done_by_many(said: TargetContext) -> bool:
    """Many have done it by now: 20个省份出台 X 政策."""
    return bool(MANY.search(said.before))


def is_of_past_year(said: TargetContext) -> bool:
    """The sentence is of a past year, without a word that looks ahead: 2023年，……, reported in 2024."""
    opened = OPENS_IN.match(said.plain)
    if not opened or said.kind != "news" or said.mood not in ("plan", "") or is_target(said):
        return False
    return not opened[1] or (said.published is not None and int(opened[1]) < said.published.year)
