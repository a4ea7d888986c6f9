"""Classify in Chinese what a day is to a paper: the end of comments, the day from which it is in force, or its last."""

import re
from collections.abc import Iterator

from tracker.text.days import Day
from tracker.text.normalize import Span
from tracker.text.numbers.numerals import number

AROUND = 48
FARTHEST = 160
HOLDS = r"(?:施行|实施|执行|生效|实行|适用)"
# 自2025年10月1日起施行; the work that is carried out then (起实施国六标准) is not covered here.
EFFECTIVE = re.compile(rf"\s?(?:零时|0时)?\s?起?，?(?:正式|全面|开始|同步|统一)*{HOLDS}(?=[，。；、）)\s\"]|$)")
EFFECTIVE_UNTIL = re.compile(
    rf"\s?(?:起)?(?:至|到|—|-)(?:(?:19|20)\d\d年)?\d{{1,2}}月\d{{1,2}}日(?:止)?(?:{HOLDS}|有效|期间{HOLDS})"
)
PERIOD = re.compile(rf"(?:有效期限?|{HOLDS}(?:期限?|时间))(?:为|：|自|从|是)*$")
# 有效期至2027年12月31日, 执行至……, 至……止.
UNTIL = re.compile(
    rf"(?:有效期限?|{HOLDS}(?:期限?|时间)?|有效)"
    r"(?:截至|截止|延长|延续|顺延|至|到|为|是|日期)*(?:至|到|截至|截止|日期为)$"
)
ENDS = re.compile(r"\s?(?:起)?(?:自动|自行)?(?:失效|废止|到期|届满)")
# 执行期限为2025年1月1日至: the second day of a period.
IN_PERIOD = re.compile(rf"(?:有效期限?|{HOLDS}(?:期限?|时间))[^，。；]{{0,24}}$")
RANGE = re.compile(r"日?(?:起)?(?:至|到|—|-)$")
ENDS_RANGE = re.compile(rf"\s?(?:止)?(?:期间)?(?:{HOLDS}|有效)(?=[，。；、）)\s]|$)")
# 自发布之日起施行. The day of printing (印发之日) may be another than that of its release.
AT_ONCE = re.compile(rf"自(?:发布|公布|颁布|公告)之?日起(?:正式|开始)?{HOLDS}")
# 有效期5年, 有效期为三年.
DURATION = re.compile(
    r"(?:有效期限?|(?:执行|实施|施行)期限?)(?:为|是)?(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,2})年"
)
OPINIONS = re.compile(r"意见|建议|反馈|征求")
COMMENTS = (
    # 意见反馈截止日期为2025年7月30日, 征求意见时间为7月1日至7月30日.
    re.compile(r"(?:意见|建议|反馈|征集|征求|公示|公开)[^。；]{0,30}?(?:截止|截至|时间|期限|日期|期)[^。；]{0,24}$"),
    # 请于7月30日前反馈意见.
    re.compile(r"(?:于|在|截至|截止到?|至|到|请)[^，。；]{0,6}$"),
)
BY = re.compile(r"\s?(?:[（(][^）)]{0,6}[）)])?\s?(?:\d{1,2}(?:[:：]\d\d|[时点]))?\s?(?:之?前|以前|止)")
GIVEN = re.compile(r"[^。；]{0,60}?(?:意见|建议|反馈|函告|报送|发送|邮件|邮箱|回复|书面)")
# 自7月1日起公示: the first day.
BEGINS = re.compile(r"\s?(?:起|至|到|—|-)(?!\d{1,2}日)")


def is_effective(text: str, day: Day) -> bool:
    """Decide whether a paper is in force from a day on."""
    if EFFECTIVE.match(text, day.end) or EFFECTIVE_UNTIL.match(text, day.end):
        return not RANGE.search(text, max(0, day.start - AROUND), day.start)
    return bool(PERIOD.search(text, max(0, day.start - AROUND), day.start) and BEGINS.match(text, day.end))


def is_expiry(text: str, day: Day) -> bool:
    """Decide whether a paper is in force until a day."""
    before = text[max(0, day.start - AROUND) : day.start]
    if UNTIL.search(before) or ENDS.match(text, day.end):
        return True
    return bool(RANGE.search(before) and (ENDS_RANGE.match(text, day.end) or IN_PERIOD.search(before)))


def is_comment_deadline(text: str, day: Day, sentence: Span) -> bool:
    """Decide whether comments are taken until a day."""
    before = text[max(sentence.start, day.start - FARTHEST) : day.start]
    after = text[day.end : min(sentence.end, day.end + FARTHEST)]
    if BEGINS.match(after):
        return False
    if COMMENTS[0].search(before) and OPINIONS.search(before + after):
        return True
    return bool(BY.match(after) and COMMENTS[1].search(before) and (GIVEN.match(after) or OPINIONS.search(before)))


def durations(text: str) -> Iterator[tuple[int, int]]:
    """Return for how many years something is in force, and where that is said."""
    return ((int(number(m["years"])), m.start()) for m in DURATION.finditer(text))
