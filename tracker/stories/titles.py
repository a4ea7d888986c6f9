"""Read what a headline and a lead say of a paper: its title, its number, and marks that distinguish similar papers."""

import re
from calendar import month_name
from collections.abc import Iterable
from itertools import chain

from tracker.text.numbers.numerals import number

NUMBER = re.compile(r"\s*([\u4e00-\u9fff]{1,12}〔(?:19|20)\d\d〕\s?\d{1,5}号)\s*")
# The same in a translation: Guofa [2025] No. 11, GF No. (2025)11.
TRANSLATED = re.compile(
    r"\b(?P<series>Guo ?ban ?fa|GBF|Guo ?fa|GF)\b(?:\sNo\.)?\s?[〔\[(（](?P<year>(?:19|20)\d\d)[〕\])）]"
    r"\s{0,2}(?:No\.?|Number)?\s{0,2}(?P<number>\d{1,5})",
    re.IGNORECASE,
)
NUMBERED_IN = re.compile(r"[〔\[(（]((?:19|20)\d\d)[〕\])）]")
SERIES = {"guofa": "国发", "gf": "国发", "guobanfa": "国办发", "gbf": "国办发"}
TRANSLATED_WITHIN = 600
NUMBER_WITHIN = 1500
QUOTED = re.compile(r"《([^《》]{4,80})》")
BARE = re.compile(
    r"关于([^《》，。；\s]{6,60}?(?:通知|意见|公告|通告|办法|规定|决定|方案|规划(?!的建议)|措施|的函|批复|复函|"
    r"规划的建议))"
)
# 征求意见 asks for opinions and ends no title.
PAPER = "办法|规定|(?<!征求)意见|方案|规划|指引|指南|要点|条例"
WHOLE = re.compile(rf"([^《》，。：]{{6,60}}(?:{PAPER}))$")
ABOUT_PAPER = re.compile(rf"(?:的函|批复|复函|通知|公告|通告|答记者问|说明|规划的建议|{PAPER})$")
RELEASED = re.compile(r"印发|发布|出台|公布|下发|颁布|出炉|印送")
# 负责人就《…》答记者问, 负责人介绍《…》有关情况: a briefing on a paper.
BRIEFED = re.compile(
    r"(?:就|介绍|解读)了?(?:[^，。；《》]{1,12}(?:印发|发布|出台|公布)的)?《([^《》]{4,80})》"
    r"(?:[^，。；]{0,12}答记者问|(?:的|有关|相关|主要)*(?:情况|内容))"
)
# 国家发展改革委解读“人工智能+”行动意见 gives no title of a paper.
EXPLAINED = re.compile(r"解读|解析|详解|读懂")
RECALLED = re.compile(
    r"(?:根据|按照|依据|落实|依照|贯彻|结合|围绕|对照|随着|自|此前|去年)[^，。；《]{0,12}$|"
    r"(?:表示|介绍|说)，(?:近期|前期|此前|去年)[^。；《]{0,60}$|"
    r"(?<!\d)(?:19|20)\d\d年，?[^，。；《\d]{0,24}$"
)
ATTRIBUTED = re.compile(r"(?:印发|发布|出台|公布|下发|颁布)的$")
# 近日印发的《…》聚焦……: news of it all the same.
LATELY = re.compile(r"(?:近日|日前|新近|刚刚|今[天日]|昨[天日])[^，。；《]{0,12}的$")
IN_TURN = re.compile(r"相继|陆续|先后")
DRAFT = re.compile(r"征求意见|公开征求|报批")
DRAFT_WITHIN = 20
# What marks the title of a draft.
COMMENTS = "（征求意见稿）"
# What marks the title of a paper that is still being written: 将抓紧制定《…》.
PLANNED = "（制定中）"
WRITTEN = re.compile(r"(?:制定|编制|起草|拟订|拟定)(?:好|了)?$")
STAGES = (COMMENTS, PLANNED)
# Drafts are put on view, and so made known.
ON_VIEW = re.compile(r"报批稿[^。]{0,200}公示")
UNSEEN = re.compile(r"[\s“”\"'‘’（）()〈〉<>—–―─~～-]+")
# 关于做好……工作的通知 is also reported as 关于推进…….
WORKED_ON = re.compile(r"^(?:组织|进一步)?(?:做好|推进|开展)(?=\S{6})|(?<=\S{6})工作$")
SHORTEST_TITLE = 6
PART_END = re.compile(r"[。；\n]")

N = r"(\d{1,3}|[一二三四五六七八九十]{1,3})"
BATCH = re.compile(
    rf"第{N}批|(首)批|\b(first|second|third|fourth|fifth|sixth)\s(?:batch|cohort|tranche)", re.IGNORECASE
)
# Not the year by which something is to be reached, of which a plan has several: robots by 2025, 到2027年.
YEAR = re.compile(r"(?<!\d)(?<![Bb]y )(?<![Uu]ntil )(?<!end of )(?<!到)((?:19|20)\d\d)(?=年|版|\W|$)")
# 《工业互联网创新发展行动计划（2021-2023年）》.
YEARS_OF_PLAN = re.compile(r"[（(]((?:19|20)\d\d)\s?[-—–－~～至]\s?((?:19|20)\d\d)\s?年?[）)]")
YEAR_OF_CALL = re.compile(r"(?:现就|组织开展|关于做好)((?:19|20)\d\d)年")
MONTH = re.compile(rf"(?<!\d){N}个?月(?!\d)|\b({'|'.join(name for name in month_name if name)})\b(?!\s\d)")
# A statistic counts up to the end of a month: 截至7月底, 1-7月, 前7个月, 7月份, 7月CPI.
COUNTED = re.compile(
    rf"(?:截至(?:(?:19|20)\d\d年|今年|去年)?|(?<!\d)1月?[-－—–~～至到]|前){N}个?月(?!\d)|(?<!\d){N}月(?:份|(?=[CP][PM]"
    rf"I))"
)
ORDINALS = {"首": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def own_number(text: str) -> str | None:
    """Return the document number near the head of a paper (国发〔2025〕11号).

    It stands on a line of its own, or in a translation.
    """
    # On a line of its own, or in a cell of the table at the head of a page.
    lines = re.split(r"[\n|]", text[:NUMBER_WITHIN])
    if own := next((m[1] for line in lines if (m := NUMBER.fullmatch(line))), None):
        return own
    m = TRANSLATED.search(text[:TRANSLATED_WITHIN])
    return f"{SERIES[m['series'].lower().replace(' ', '')]}〔{m['year']}〕{m['number']}号" if m else None


def year_of_number(text: str) -> int | None:
    """Return the year of the number near the head of a paper, in whatever form: 〔2025〕11号, No. 76 [2025]."""
    found = NUMBERED_IN.search(text[:TRANSLATED_WITHIN])
    return int(found[1]) if found else None


def papers(headline: str, lead: str) -> set[str]:
    """Return the titles, in one form, of the papers whose release a headline or a lead reports.

    Papers to which it only refers back are left out. A draft put out for comments is another paper than the one issued
    later, and so is one that the headline says is being written.
    """
    return _names(chain(_in_headline(headline), *(_in_sentence(part) for part in PART_END.split(lead))))


def recalled(lead: str) -> set[str]:
    """Return the titles, in one form, of the papers to which a lead only refers back: 落实《…》, 根据《…》."""
    parts = PART_END.split(lead)
    return _names(m for part in parts for m in QUOTED.finditer(part) if RECALLED.search(part, 0, m.start()))


def _names(titles: Iterable[re.Match[str]]) -> set[str]:
    return {title for m in titles if len(title := _plain(m)) >= SHORTEST_TITLE}


def _in_headline(headline: str) -> list[re.Match[str]]:
    released = RELEASED.search(headline)
    if not released and not ABOUT_PAPER.search(headline):
        # 《…》解读, 一图读懂《…》: a briefing on a paper that has a title.
        explained = EXPLAINED.search(headline)
        return [m for m in QUOTED.finditer(headline) if explained or WRITTEN.search(headline, 0, m.start())][:1]
    whole = None if released or EXPLAINED.search(headline) else WHOLE.search(headline)
    found = QUOTED.search(headline) or BARE.search(headline) or whole
    return [found] if found else []


def _in_sentence(sentence: str) -> list[re.Match[str]]:
    outside = QUOTED.sub("", sentence)
    if briefed := list(BRIEFED.finditer(sentence)):
        return briefed
    if not (RELEASED.search(outside) or ON_VIEW.search(outside)):
        return []
    if IN_TURN.search(outside):
        return []
    quoted = [m for m in QUOTED.finditer(sentence) if not _is_recalled(sentence, m)]
    return [*quoted, *BARE.finditer(outside)]


def _is_recalled(sentence: str, title: re.Match[str]) -> bool:
    """Decide whether a sentence only refers back to a paper: 根据《…》, 印发的《…》指出."""
    if RECALLED.search(sentence, 0, title.start()):
        return True
    attributed = ATTRIBUTED.search(sentence, 0, title.start()) and not LATELY.search(sentence, 0, title.start())
    return bool(attributed) and not RELEASED.search(sentence, title.end())


def _plain(title: re.Match[str]) -> str:
    name = WORKED_ON.sub(
        "",
        UNSEEN.sub("", title[1]).split("关于", 1)[-1].removesuffix("的通知").removeprefix("印发").replace("的", ""),
    )
    if DRAFT.search(title.string, max(0, title.start() - DRAFT_WITHIN), title.end() + DRAFT_WITHIN):
        return name + COMMENTS
    return name + PLANNED if WRITTEN.search(title.string, 0, title.start()) else name


def marks(headline: str) -> dict[str, list[int]]:
    """Return the batches, years and months (the last of January to March is 3) that a headline names."""
    return {
        "batch": sorted(set(batches(headline))),
        "year": sorted({int(m[1]) for m in YEAR.finditer(headline)}),
        "month": sorted({_month(m[1] or m[2]) for m in MONTH.finditer(headline)}),
    }


def batches(text: str) -> list[int]:
    """Return the numbers of the batches that a text names, in reading order."""
    named = (next(filter(None, m.groups())) for m in BATCH.finditer(text))
    return [ORDINALS.get(name.lower()) or int(number(name)) for name in named]


def years_of_paper(text: str) -> list[int]:
    """Return the years of a paper that is reported without a headline.

    The year of a plan is in its title, that of a call for entries in its text: 《行动计划（2021-2023年）》;
    现就2024年……申报工作有关事项通知如下.
    """
    found = YEARS_OF_PLAN.search(text) or YEAR_OF_CALL.search(text)
    return [int(year) for year in found.groups()] if found else []


def counted_until(text: str) -> list[int]:
    """Return the month up to which a text counts first, as a list of one; empty where it reports no statistic."""
    found = COUNTED.search(text)
    return [int(number(found[1] or found[2]))] if found else []


def _month(written: str) -> int:
    return list(month_name).index(written) if written in month_name else int(number(written))
