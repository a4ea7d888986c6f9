"""Count the tasks, measures or fields that a text says a paper has, which a report and its rewrite both keep."""

import re

from tracker.text.numbers.numerals import CHINESE, WORDS, number

WITHIN = 1200
FEWEST, MOST = 3, 99
# 16项重点任务, 9个专项行动, 六方面内容, 24条举措.
PARTS = {
    "zh": re.compile(
        rf"(?<!第)(?P<count>{CHINESE}|(?<![\d.])\d{{1,2}})(?:项|个|条|大|点|方面)[\u4e00-\u9fff]{{0,6}}?"
        r"(?:任务|举措|措施|行动|工程|方面|领域|内容|部署|改革|建议)"
    ),
    "en": re.compile(
        rf"(?<![\w.-])(?P<count>{WORDS}|\d{{1,2}}) (?:[a-z-]+ ){{0,3}}"
        r"(?:tasks|measures|actions|areas|aspects|fields|steps|moves|campaigns|initiatives|priorities|suggestions|"
        r"proposals)\b",
        re.IGNORECASE,
    ),
}


def parts(text: str, language: str) -> tuple[float, ...]:
    """Return how many parts of any kind the beginning of a text counts, each number once."""
    found = {number(m["count"].lower()) for m in PARTS[language].finditer(text[:WITHIN])}
    return tuple(sorted(count for count in found if FEWEST <= count <= MOST))
