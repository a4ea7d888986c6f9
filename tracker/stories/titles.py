"""What a headline and a lead say of a paper: its title, its number, and the marks that tell it from its likes."""

import re

from tracker.tag.numerals import chinese

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}〔(?:19|20)\d\d〕\s?\d+号")
QUOTED = re.compile(r"《([^《》]{4,80})》")
BARE = re.compile(r"关于([^《》，。；\s]{6,60}?(?:通知|意见|公告|通告|办法|规定|决定|方案|规划|措施))")
RELEASED = re.compile(r"印发|发布|出台|公布|下发|颁布|出炉|印送")
RECALLED = re.compile(r"(?:根据|按照|依据|落实|依照|贯彻|结合|围绕|对照|随着|自|此前|去年)[^，。；《]{0,12}$")
WRAPPED = re.compile(r"(?:印发|发布)[^《]{0,20}《([^《》]{4,80})》")
SPACE = re.compile(r"[\s“”\"'‘’（）()]+")
SHORTEST_TITLE = 7

BATCH = re.compile(
    r"第([一二三四五六七八九十\d]{1,3})批|首批|\b(first|second|third|fourth|fifth|sixth|\d+th) batch", re.I
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|版|\W|$)")
MONTH = re.compile(r"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})个?月")


def own_number(text: str) -> str | None:
    """The document number that stands on a line of its own near the head of a paper."""
    for line in text[:1500].split("\n"):
        if NUMBER.fullmatch(line.strip()):
            return line.strip()
    return None


def papers(headline: str, lead: str) -> set[str]:
    """Titles of the papers whose release a headline or a lead tells, brought to one form; recalled ones not."""
    found = set()
    if bare := BARE.search(headline):
        found.add((WRAPPED.search(headline) or QUOTED.search(headline) or bare).group(1))
    elif (quoted := QUOTED.search(headline)) and RELEASED.search(headline):
        found.add(quoted.group(1))
    for sentence in re.split(r"[。；\n]", lead):
        if RELEASED.search(QUOTED.sub("", sentence)):
            found |= {
                m.group(1) for m in QUOTED.finditer(sentence) if not RECALLED.search(sentence[: m.start()])
            }
            found |= {m.group(1) for m in BARE.finditer(QUOTED.sub("", sentence))}
    return {plain for title in found if len(plain := _plain(title)) >= SHORTEST_TITLE}


def _plain(title: str) -> str:
    title = SPACE.sub("", title)
    return title.split("关于", 1)[-1].removesuffix("的通知")


def marks(headline: str) -> dict[str, set[str]]:
    """Batches, years and last months in a headline: where two headlines name different ones, they are two stories."""
    return {
        "batch": {m.group().lower().replace("首批", "第一批") for m in BATCH.finditer(headline)},
        "year": set(YEAR.findall(headline)),
        "month": {
            m.group(1) if m.group(1).isdigit() else str(chinese(m.group(1))) for m in MONTH.finditer(headline)
        },
    }
