"""Decide whether words on a day refer to the paper that a statement is about, and not to another paper or law."""

import re
from dataclasses import dataclass

from tracker.tag.acts.target_context import TITLE
from tracker.tag.reading import Reading
from tracker.tag.stages.en import NOUNS
from tracker.text.normalize import Span

KINDS = (
    "办法|意见|方案|规划|计划|指南|纲要|标准|通知|公告|通告|条例|规定|措施|细则|指引|目录|决定|文件|政策|规则|"
    "规范|要点|规程|制度|新规|清单|通则|导则"
)
# 本办法, 该通知, 上述政策; 办法 alone at the beginning of a clause.
THIS = re.compile(
    r"新(?:规定|规|政策|办法|条例|措施|标准)|"
    rf"(?:本|该|此|上述|这[一项份个]?)(?:部|项|份|些|个)?(?:[^，。；《》]{{0,6}}?)(?:{KINDS})|"
    rf"(?:(?<=[，。；：\n])|^)(?:{KINDS}|其)"
)
# Another law or measure without its marks: 新修订的反不正当竞争法, 关税政策.
OTHER = re.compile(rf"[\u4e00-\u9fff]{{2,16}}(?:法(?!院|规|治|人)|条例|税率|关税|汇率|(?:{KINDS}))")
CLAUSE = re.compile(r"[，。；：\n]")
FILL = re.compile(
    r"[自于从将并也均即拟由（(]|正式|统一|同步|已经|明确|规定|要求|同时|全文如下|以下简称|有效期限?|"
    r"(?:执行|实施|施行)(?:期限|时间)|为|第[一二三四五六七八九十百]+条|\d+[年月日]|[至到]|[\s\"）)]"
)
MOST_LEFT = 3
# No honest sentence needs more to say of which paper it speaks.
FARTHEST = 600
# Laws of another kind, and other countries' papers.
FOREIGN = r"(?:laws?|acts?|tariffs?|treat(?:y|ies)|agreements?|bills?|pacts?|conventions?|duties|sanctions?)"
NOUN = re.compile(rf"\b(?:{NOUNS}|{FOREIGN})\b", re.IGNORECASE)
IS_FOREIGN = re.compile(FOREIGN, re.IGNORECASE)
ASIDE = re.compile(r"\b(?:as|while|whereas|when|although|whose)\b(?! (?:of|well)\b)[^.;]*$")
OF_OTHERS = re.compile(r"\b(?:EU|European|US|U\.S\.|American|Japan\w*|Korea\w*|India\w*|Brussels|Washington)\b")
# The rules on rare earths take effect: in a sentence of its own a paper with a theme is another one.
THEMED = re.compile(rf"\b(?:{NOUNS})(?: \([^()]*\))? (?:on|for|concerning|regarding|governing|about)\b", re.IGNORECASE)
GOES_ON = re.compile(r"\W*(?:(?:It|They|Both)\b|(?:The|This|These) )")
ANY_PAPER = frozenset(("document", "rule", "regulation", "policy", "policie", "notice"))


@dataclass(frozen=True)
class OwnPaper:
    """The paper of a statement: where it is named, its name in Chinese, the nouns that stand for it in English."""

    sentence: Span
    name: str
    nouns: frozenset[str]

    def is_subject(self, reading: Reading, place: int) -> bool:
        """Decide whether what stands at `place` in the text is said of this paper."""
        sentence = reading.sentence(place)
        is_own = sentence.start == self.sentence.start
        before = reading.text[max(sentence.start, place - FARTHEST) : place]
        if reading.language == "zh":
            return self._is_subject_zh(before, is_own=is_own or reading.kind != "news")
        return self._is_subject_en(before, is_own=is_own)

    def _is_subject_zh(self, before: str, *, is_own: bool) -> bool:
        """Decide whether this paper, or a pronoun for it, is the last paper before, with nothing else between."""
        last = max((*TITLE.finditer(before), *THIS.finditer(before)), key=lambda m: m.end(), default=None)
        clause = max((m.end() for m in CLAUSE.finditer(before)), default=0)
        rest = before[max(clause, last.end() if last else 0) :]
        if OTHER.search(rest) or len(FILL.sub("", rest)) > MOST_LEFT:
            return False
        if last is None:
            return is_own
        return not last[0].startswith("《") or self._is_named(last[0])

    def _is_named(self, title: str) -> bool:
        """Decide whether a title is this paper's, or is short for it."""
        rest = iter(self.name)
        return all(sign in rest for sign in re.split(r"[（(]", title.strip("《》"))[0])

    def _is_subject_en(self, before: str, *, is_own: bool) -> bool:
        nouns = [m[0].lower().rstrip("s") for m in NOUN.finditer(before)]
        if OF_OTHERS.search(before) or (nouns and IS_FOREIGN.match(nouns[-1])):
            return False
        if is_own:
            aside = ASIDE.search(before)
            return not (aside and NOUN.search(before, aside.start()))
        known = self.nouns | ANY_PAPER
        return bool(GOES_ON.match(before)) and not THEMED.search(before) and (not nouns or nouns[0] in known)


def own_paper(reading: Reading, sentence: Span, hit: Span) -> OwnPaper:
    """Return the paper that a sentence reports, in which the initiative is named at `hit`."""
    text = reading.text[slice(*sentence)]
    if reading.kind != "news":
        return OwnPaper(sentence, reading.title, _nouns(reading.title))
    at = hit.start - sentence.start
    titles = list(TITLE.finditer(text))
    nearest = min(titles, key=lambda m: max(m.start() - at, at - m.end(), 0), default=None)
    return OwnPaper(sentence, nearest[0] if nearest else "", _nouns(text))


def _nouns(text: str) -> frozenset[str]:
    return frozenset(m[0].lower().rstrip("s") for m in NOUN.finditer(text))
