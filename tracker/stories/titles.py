"""What a headline and a lead say of a paper: its title, its number, and the marks that tell it from its likes."""

import re

from tracker.tag.numerals import chinese

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}〔(?:19|20)\d\d〕\s?\d+号")
QUOTED = re.compile(r"《([^《》]{4,80})》")
BARE = re.compile(r"关于([^《》，。；\s]{6,60}?(?:通知|意见|公告|通告|办法|规定|决定|方案|规划|措施))")
RELEASED = re.compile(r"印发|发布|出台|公布|下发|颁布|出炉|印送")
RECALLED = re.compile(r"(?:根据|按照|依据|落实|依照|贯彻|结合|围绕|对照|随着|自|此前|去年)[^，。；《]{0,12}$")
NOTICE = re.compile(r"(?:通知|公告|通告|答记者问|办法|规定|意见|方案|规划|指引|指南|要点)$")
WHOLE = re.compile(r"([^《》，。：]{6,60}(?:办法|规定|意见|方案|规划|指引|指南|要点|条例))$")
DRAFT = re.compile(r"征求意见|公开征求")
DRAFT_WITHIN = 20
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
    """Titles of the papers whose release a headline or a lead tells, in one form; those only recalled are left out.

    A draft put out for comments is another paper than the one issued later.
    """
    told = [_headed(headline)] if NOTICE.search(headline) or RELEASED.search(headline) else []
    for sentence in re.split(r"[。；\n]", lead):
        if RELEASED.search(QUOTED.sub("", sentence)):
            told += [m for m in QUOTED.finditer(sentence) if not RECALLED.search(sentence[: m.start()])]
            told += BARE.finditer(QUOTED.sub("", sentence))
    return {title for m in told if m and len(title := _plain(m)) >= SHORTEST_TITLE}


def _headed(headline: str) -> re.Match[str] | None:
    return (
        QUOTED.search(headline)
        or BARE.search(headline)
        or (None if RELEASED.search(headline) else WHOLE.search(headline))
    )


def _plain(title: re.Match[str]) -> str:
    name = SPACE.sub("", title.group(1)).split("关于", 1)[-1].removesuffix("的通知").removeprefix("印发")
    draft = DRAFT.search(title.string[title.start() : title.end() + DRAFT_WITHIN])
    return f"{name} draft" if draft else name


def marks(headline: str) -> dict[str, set[str]]:
    """Batches, years and last months in a headline: where two headlines name different ones, they are two stories."""
    return {
        "batch": {m.group().lower().replace("首批", "第一批") for m in BATCH.finditer(headline)},
        "year": set(YEAR.findall(headline)),
        "month": {
            m.group(1) if m.group(1).isdigit() else str(chinese(m.group(1))) for m in MONTH.finditer(headline)
        },
    }
