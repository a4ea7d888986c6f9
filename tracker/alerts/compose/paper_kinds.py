"""Name the kind of paper that was issued: opinions, an action plan, a notice."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

Words = dict[str, str]


class Paper(NamedTuple):
    """One kind of paper: its Chinese words, a pattern of its English ones, and its name in mails in each language."""

    zh: tuple[str, ...]
    pattern: str
    words: Words


# The official English of the State Council's site; the more specific kind comes before the more general one.
PAPERS = (
    Paper(("征求意见稿",), r"draft(?= |s\b)", {"en": "a draft for comment", "zh": "征求意见稿"}),
    Paper(("指导意见",), r"guiding opinions?", {"en": "guiding opinions", "zh": "指导意见"}),
    Paper(("实施意见",), r"implementation opinions?", {"en": "implementation opinions", "zh": "实施意见"}),
    Paper(("行动方案", "行动计划"), r"action plan", {"en": "an action plan", "zh": "行动方案"}),
    Paper(("实施方案",), r"implementation (?:plan|scheme)", {"en": "an implementation plan", "zh": "实施方案"}),
    Paper(("工作方案",), r"work plan", {"en": "a work plan", "zh": "工作方案"}),
    Paper(("实施细则", "细则"), r"(?:detailed|implementation) rules", {"en": "detailed rules", "zh": "实施细则"}),
    Paper(("工作要点", "要点"), r"(?:key|work) (?:points|priorities)", {"en": "work priorities", "zh": "工作要点"}),
    Paper(("意见",), r"(?<!public )opinions?", {"en": "opinions", "zh": "意见"}),
    Paper(("指南", "指引"), r"guidelines|guidance", {"en": "guidelines", "zh": "指引"}),
    Paper((), r"guideline", {"en": "a guideline", "zh": "指导文件"}),
    Paper(("规划", "规划纲要"), r"development plan", {"en": "a development plan", "zh": "规划"}),
    Paper(("纲要",), r"outline", {"en": "an outline", "zh": "纲要"}),
    Paper(("路线图",), r"road ?map", {"en": "a road map", "zh": "路线图"}),
    Paper(("白皮书",), r"white paper", {"en": "a white paper", "zh": "白皮书"}),
    Paper(("蓝皮书",), r"blue ?book", {"en": "a blue book", "zh": "蓝皮书"}),
    Paper(("管理办法", "办法", "措施"), r"measures", {"en": "measures", "zh": "措施"}),
    Paper(("条例",), r"regulations?", {"en": "regulations", "zh": "条例"}),
    Paper(("规定",), r"provisions|rules", {"en": "rules", "zh": "规定"}),
    Paper(("标准",), r"standards", {"en": "standards", "zh": "标准"}),
    Paper((), r"standard", {"en": "a standard", "zh": "标准"}),
    Paper(("目录",), r"catalog(?:ue)?", {"en": "a catalogue", "zh": "目录"}),
    Paper(("名单", "清单"), r"list", {"en": "a list", "zh": "名单"}),
    Paper(("决定",), r"decision", {"en": "a decision", "zh": "决定"}),
    Paper(("批复",), r"official reply", {"en": "an official reply", "zh": "批复"}),
    Paper(("公告", "通告", "公示"), r"public notice", {"en": "a public notice", "zh": "公告"}),
    Paper(("通知",), r"notice|circular", {"en": "a notice", "zh": "通知"}),
    Paper(("方案", "计划"), r"plan|scheme|blueprint", {"en": "a plan", "zh": "方案"}),
)
KINDS: dict[str, Words] = {word: {**paper.words, "zh": word} for paper in PAPERS for word in paper.zh}
ENDINGS = tuple(sorted(KINDS, key=len, reverse=True))

ISSUE_ZH = "印发|发布|出台|公布|下发|颁布|通过"
ANY_ZH = "|".join(ENDINGS)
TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》")
ISSUED_TITLE = re.compile(rf"(?:{ISSUE_ZH})了?{TITLE.pattern}")
# A paper that is carried out is another paper.
RECALLED = ("落实", "贯彻", "根据", "按照", "依据", "结合", "配合", "对照")
SENTENCE = re.compile(r"[。！？；]")
# Years, trial use and the like, in brackets after a title; a draft is marked there.
BRACKETS = re.compile(r"(?:\s*[（(](?P<inside>[^（）()]*)[）)])+$")
VERB_ZH = re.compile(rf"(?:{ISSUE_ZH})了?[^，。；：《》]{{0,24}}?({ANY_ZH})")
ZH_VERB = re.compile(rf"({ANY_ZH})(?:正式)?(?:{ISSUE_ZH})")

ISSUE_EN = re.compile(
    r"\b(?:issu|releas|unveil|publish|promulgat|adopt)(?:ed?|es|s|ing)?\b|\broll(?:ed|s|ing)? out\b", re.IGNORECASE
)
KIND_EN = re.compile(
    "|".join(rf"(?P<k{n}>(?<![\w-])(?:{p.pattern})(?![\w-]))" for n, p in enumerate(PAPERS)), re.IGNORECASE
)
NEAR = 90


@lru_cache(2048)
def paper(texts: tuple[tuple[str, str], ...], language: str) -> str:
    """Return what was issued, in words of `language`, or nothing. Texts are (language, text), best first.

    In Chinese, the text's own word is used. Chinese texts come first: papers are written in Chinese, and English
    reports call most of them a guideline.
    """
    chinese = _first(_in_chinese(text) for of, text in texts if of == "zh" or TITLE.search(text))
    found = chinese or _first(_in_english(text) for of, text in texts if of == "en")
    return found[language] if found else ""


def _in_chinese(text: str) -> Words | None:
    """Return the kind of the title with a verb of issuing, of a text that is a title, or of what is beside a verb."""
    issued = [match[1] for match in ISSUED_TITLE.finditer(text)]
    titles = [match[1] for match in TITLE.finditer(text) if not text[: match.start()].endswith(RECALLED)]
    whole = [] if SENTENCE.search(text) else [text]
    found = _first(_ending(title) for title in (*issued, *titles[::-1], *whole))
    if found:
        return found
    named = VERB_ZH.search(text) or ZH_VERB.search(text)
    return KINDS[named[1]] if named else None


def _ending(title: str) -> Words | None:
    inner = TITLE.findall(title)
    brackets = BRACKETS.search(title)
    if brackets:
        title, inside = title[: brackets.start()], brackets["inside"]
        if "征求意见" in inside:
            return KINDS["征求意见稿"]
    own = next((KINDS[word] for word in ENDINGS if title.rstrip(" 。”").endswith(word)), None)
    # 关于印发《…行动方案》的通知: the inner title counts.
    return (_ending(inner[-1]) if inner and "印发" in title else None) or own


def _in_english(text: str) -> Words | None:
    """Return the kind nearest to a verb of issuing."""
    verbs = [match.span() for match in ISSUE_EN.finditer(text)]
    near = [
        (distance, PAPERS[int((match.lastgroup or "k0")[1:])].words)
        for match in KIND_EN.finditer(text)
        for start, end in verbs
        if (distance := max(match.start() - end, start - match.end(), 0)) <= NEAR
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


def _first(found: Iterable[Words | None]) -> Words | None:
    return next((one for one in found if one), None)
