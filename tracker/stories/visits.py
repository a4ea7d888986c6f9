"""The journeys of leaders, told for days: where they went, what they asked for there, how it was taken."""

import re

# 习近平在安徽考察时强调; 习近平总书记在安徽考察时的重要讲话引发热烈反响.
VISIT = re.compile(
    r"(?P<who>习近平|李强)(?:总书记|总理)?在(?P<place>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?(?:考察|调研)"
)


def visits(headline: str) -> set[tuple[str, str, str]]:
    """The journey that a headline tells of, as an occasion: ("visit", who and where, "")."""
    return {("visit", f"{found['who']} {found['place']}", "") for found in VISIT.finditer(headline)}
