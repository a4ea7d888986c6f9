"""Find the government's work report, delivered on one day of March: by year, whatever part of it a text reports."""

import re
from datetime import date

from tracker.stories.fingerprint import Fingerprint
from tracker.text.numbers.numerals import chinese

NAMED = {
    "zh": re.compile(r"(?<![省市区县])政府工作报告"),
    "en": re.compile(
        r"government(?:'s)? work report|report on the work of the government|\bpremier\b[^.;\n]{0,60}\bwork report|"
        r"\bwork report\b[^.;\n]{0,40}\bNational People|\b(?:annual|maiden|first) work report",
        re.IGNORECASE,
    ),
}
# 十四届全国人大三次会议; the third session of the 14th National People's Congress.
SESSION = {
    "zh": re.compile(
        r"(?P<congress>[一二三四五六七八九十]{1,3})届全国人(?:民代表)?大(?:会)?(?:第)?(?P<session>[一二三四五])次会议"
    ),
    "en": re.compile(
        r"(?P<session>first|second|third|fourth|fifth) session of (?:China's |the )?(?P<congress>\d\d)th National "
        r"People",
        re.IGNORECASE,
    ),
}
# 十四届全国人大三次会议在京开幕; 李强在报告中指出……
OPENED = re.compile(r"会议[^，。；\n]{0,6}开幕[\s\S]*?在报告中")
REPORT, PASSAGE = "report", "passage"
# 2026年政府工作报告; Report on the Work of the Government (2026).
YEAR = {
    "zh": re.compile(r"\s*(?P<year>20\d\d)年(?:国务院)?政府工作报告"),
    "en": re.compile(r".{0,90}\((?P<year>20\d\d)\)"),
}
# The 2026 government work report; 2026年政府工作报告.
OF_YEAR = {
    "zh": re.compile(r"(?P<year>20\d\d)年(?:国务院)?政府工作报告"),
    "en": re.compile(
        r"\b(?P<year>20\d\d) (?:government(?:'s)? work report|report on the work of the government)", re.IGNORECASE
    ),
}
NEWS = re.compile(
    r"在政府工作报告中|报告(?:指出|强调|提出|明确)|\b(?:[Rr]eport|[Pp]remier) (?:says|said|noted|stressed)\b"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
# The 13th congress first met in 2018, and each meets five times (Constitution, article 60).
CONGRESS, FIRST_MET, YEARS = 13, 2018, 5
MARCH = 3
# It is delivered on the fifth; later texts comment on it.
LAST_DAY = 7


def delivered(headline: str, head: str, language: str, told: date | None) -> set[tuple[str, str, str]]:
    """Return the work report that the beginning of a text reports as news, as an occasion: (REPORT, year, "").

    A headline that names the report alone belongs to a part of it.
    """
    late = told and not (told.month == MARCH and told.day <= LAST_DAY)
    found = SESSION[language].search(head)
    named = OF_YEAR[language].search(head)
    opened = SESSION["zh"].search(headline) and OPENED.search(f"{headline}\n{head}")
    if late or not (NAMED[language].search(head) or opened):
        return set()
    year = told.year if told else _year(found, language) if found else named["year"] if named else None
    return {(REPORT, str(year), "")} if year else set()


def _year(found: re.Match[str], language: str) -> int:
    if language == "zh":
        congress, session = chinese(found["congress"]), chinese(found["session"])
    else:
        congress, session = int(found["congress"]), ORDINALS[found["session"].lower()]
    return FIRST_MET + (congress - CONGRESS) * YEARS + session - 1


def passage(headline: str, head: str, language: str) -> set[tuple[str, str, str]]:
    """Return the occasion of a text that is a part of a work report by its headline: (PASSAGE, year, "").

    News of the report may be headed so, too (2025年政府工作报告：聚焦创新与民生), and names it again.
    """
    found = None if NEWS.search(head) else YEAR[language].match(headline)
    return {(PASSAGE, found["year"], "")} if found and NAMED[language].search(headline) else set()


def years(item: Fingerprint) -> set[str]:
    """Return the years whose work report an item reports, or is a part of."""
    return item.numbered(REPORT) | item.numbered(PASSAGE)
