"""What many texts of a few days tell of: a summit, a leader's letter, instruction or symposium, a yearly meeting."""

import re
from datetime import date

from tracker.days import days
from tracker.stories.occasions import Occasion

WITHIN = 240
# 2019工业互联网全球峰会在沈阳开幕, 向首届数字中国建设峰会致贺信: the event itself, not what is shown there.
NAMED = r"(?:20\d\d年?|首届|第[一二三四五六七八九十]{1,3}届)[^，。；：、\s《》]{2,18}?(?:峰会|大会|博览会|论坛)"
OPENS = re.compile(rf"(?P<opened>{NAMED})[^，。；]{{0,14}}(?:开幕|召开|举行)|向(?P<greeted>{NAMED})致(?:贺信|信)")
# 中央经济工作会议在京举行, 在中央经济工作会议上: once a year; what is done in its spirit is told for months.
YEARLY = {
    "zh": re.compile(
        r"(?:(?<=结束的)|(?<=闭幕的))中央(?P<past>经济|农村)工作会议|"
        r"中央(?P<name>经济|农村)工作会议(?:上|[^，。；]{0,16}(?:举行|召开|闭幕))"
    ),
    "en": re.compile(
        r"(?P<past>(?!))|(?<!spirit of the )(?<!implement the )(?<!implementing the )(?<!since the )(?<!ahead of the )"
        r"\bcentral (?P<name>economic|rural) work conference\b",
        re.IGNORECASE,
    ),
}
NAMES = {"经济": "economic", "农村": "rural"}
TOLD = {
    # 就 X 作出重要指示, 会上传达了重要指示; in a recent instruction on X.
    "instruction": {
        "zh": re.compile(r"(?:作出|传达)了?[^，。；]{0,8}重要指示"),
        "en": re.compile(r"\binstructions? (?:on|was read|were read)\b"),
    },
    "letter": {
        "zh": re.compile(r"致贺信|致信祝贺|发来贺信|的贺信"),
        "en": re.compile(r"\bcongratulatory letter\b"),
    },
    "session": {
        "zh": re.compile(r"政治局[^。]{0,40}集体学习"),
        "en": re.compile(r"\b(?:group|collective) study session\b"),
    },
}
# 习近平在民营企业座谈会上强调; Xi made the remarks when attending a symposium: on the day on which it is told.
LEADERS = {"习近平": "Xi", "李强": "Li Qiang", "李克强": "Li Keqiang"}
LEADER_FIRST = {
    "zh": re.compile(r"\W*(?:习近平|李强|李克强)"),
    "en": re.compile(r"\W*(?:Chinese )?(?:Premier |President )?(?:Xi|Li)\b"),
}
PRESIDED = {
    "zh": re.compile(
        r"(?P<who>习近平|李强|李克强)[^。；\n]{0,30}?(?:在[^，。；\n]{2,20}(?P<at>座谈会)上|"
        r"主持(?:召开|进行)?[^。；\n]{0,20}(?P<held>座谈会))"
    ),
    "en": re.compile(
        r"\b(?P<who>Xi|Li Qiang|Li Keqiang)\b[^\n]{0,400}?"
        r"\b(?:attending|attended|presid\w+ over|chair(?:ing|ed)|host(?:ing|ed)|at|during)\b[^.;\n]{0,40}\bsymposium\b"
    ),
}


def gatherings(headline: str, head: str, language: str) -> set[Occasion]:
    """The occasions of this kind that the beginning of a plain text reports: (kind, name, "")."""
    top = f"{headline}\n{head[:WITHIN]}" if language == "zh" else f"{headline}\n{head}"
    named = {m["opened"] or m["greeted"] for m in OPENS.finditer(top)} if language == "zh" else set()
    yearly = YEARLY[language].search(top)
    return (
        {("summit", name, "") for name in named}
        | ({("centre", _name(yearly), "")} if yearly else set())
        | {(kind, "", "") for kind, told in TOLD.items() if told[language].search(top)}
    )


def _name(yearly: re.Match[str]) -> str:
    name = yearly["name"] or yearly["past"]
    return NAMES.get(name, name.lower())


def presided(headline: str, head: str, language: str, day: date | None) -> set[Occasion]:
    """The symposium that a leader held: ("presided", who, day as MM-DD), that on which it is told."""
    found = PRESIDED[language].search(f"{headline}\n{head}")
    if not (found and day and LEADER_FIRST[language].match(headline)):
        return set()
    named = next((one.day for one in days(head, language, day)), day)
    return {("presided", LEADERS.get(found["who"], found["who"]), f"{named:%m-%d}")}
