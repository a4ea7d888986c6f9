"""Name what a body launched, designated or pledged, so that a title says more than the act."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tracker.alerts.compose.wording import say


class Kind(NamedTuple):
    """What may be launched or designated: patterns of its Chinese and English words, and its names in titles."""

    zh: str
    en: str
    in_english: str
    in_chinese: str

    def name(self, language: str) -> str:
        """Return its name in a title in `language`."""
        return self.in_chinese if language == "zh" else self.in_english


# The more specific kind comes before the more general one.
LAUNCHED = (
    Kind("(?:申报|推荐|征集|遴选|揭榜)", r"call for|appl(?:y|ications?)", "a call for entries", "申报工作"),
    Kind("试点|先行先试", r"pilots?|trial", "a pilot", "试点"),
    Kind("专项行动|行动", r"campaign|drive|action", "a campaign", "行动"),
    Kind("基金", r"funds?", "a fund", "基金"),
    Kind("平台", r"platform", "a platform", "平台"),
    Kind("工程|项目", r"projects?|programm?e", "a programme", "项目"),
)
DESIGNATED = (
    Kind("试点", r"pilot", "pilots", "试点"),
    Kind("城市|区域|地区|示范区", r"cit(?:y|ies)|zones?|regions?|areas?", "places", "地区"),
    Kind("工厂", r"factor(?:y|ies)|plants?", "factories", "工厂"),
    Kind("集群", r"clusters?", "clusters", "集群"),
    Kind("园区", r"parks?", "parks", "园区"),
    Kind("企业|小巨人", r"enterprises?|firms?|compan(?:y|ies)", "enterprises", "企业"),
    Kind("中心", r"cent(?:er|re)s?", "centres", "中心"),
    Kind("案例|场景", r"cases?|scenarios?", "cases", "案例"),
    Kind("项目", r"projects?", "projects", "项目"),
)
TITLE = re.compile("《[^》]{0,200}》")
BEGIN_ZH = r"(?:启动|开展|实施|发起|设立)(?:了)?[^，。；]{0,30}?"
BEGIN_EN = r"\b(?:launch|start|kick|beg[aiu]n|carr|set|roll)\w*\b[^.;]{0,60}?\b"
CHOOSE_ZH = r"(?:批复|认定|入选|新增|公布|培育|确定|授予|遴选)[^，。；]{0,30}?"
CHOOSE_EN = r"\b(?:approv|nam|select|add|list|designat|recogni)\w*\b[^.;]{0,60}?\b"
# Verbs that follow their object: 试点启动, 企业入选.
BEGUN_ZH = "[^，。；]{0,12}?启动"
CHOSEN_ZH = "[^，。；]{0,12}?(?:入选|获批|获评)"
PATTERNS = {
    "launched": (LAUNCHED, BEGIN_ZH, BEGUN_ZH, BEGIN_EN),
    "designated": (DESIGNATED, CHOOSE_ZH, CHOSEN_ZH, CHOOSE_EN),
}


def object_of(act: str, texts: Sequence[tuple[str, str]], language: str) -> str:
    """Return the object of an act, in words of `language`; a general word if no text states more.

    Texts are (language, text), best first. The word has to be beside a verb of the act, in the same clause and not in a
    paper's title.
    """
    kinds, *verbs = PATTERNS.get(act, ((), "", "", ""))
    for of, text in texts:
        bare = TITLE.sub("，", text)
        found = [(match.end(), kind) for kind in kinds if (match := _beside(*verbs, kind=kind, of=of).search(bare))]
        if found:
            return min(found, key=lambda one: one[0])[1].name(language)
    return say(language, f"object-{act}")


@cache
def _beside(before: str, behind: str, before_en: str, *, kind: Kind, of: str) -> re.Pattern[str]:
    zh = f"{before}(?:{kind.zh})|(?:{kind.zh}){behind}"
    return re.compile(zh if of == "zh" else rf"{before_en}(?:{kind.en})\b", re.IGNORECASE)
