"""Decide what kind of text a document is, whose own text, and where its report begins."""

import re
from collections.abc import Sequence

from db.models import Document
from tracker.tag.entities.bodies import CAPITAL, Register, voices
from tracker.tag.lexicon import Patterns
from tracker.text.captions import is_caption
from tracker.text.normalize import Span

# Before the words "government work report" stand a year, a place or nothing.
OF_WHOM = re.compile(r"(?:^|[年省市区县州民院])\s*$")
TAIL = re.compile(r"》?(?:（[^）]{0,100}）)?\s{0,9}$")
# 政府工作报告速读: news of a report; but not 政府工作报告全文.
TOLD = re.compile(r"(?!全文|原文|实录|摘要|摘登|汇编)[^\s（(—_\-·,.A-Za-z\[]")
# 关于支持西安建设国家……试验区的函: a letter that founds the zone.
BACKING = re.compile(r"关于(?:支持|同意|批复|批准)[^，]{2,40}(?:建设|创建|设立|组建|升级)[^，]{2,40}(?:函|批复)$")
OFFICIAL = re.compile(r"关于|印发|公告|^公开征求|年(?:度)?工作要点$")
# 四川省……三年行动方案, then 制定本方案: the title of a paper that says of itself that it is one.
ITSELF = re.compile(
    r"(?:制定|编制|制订)(?:本|如下)[^，。；]{0,6}(?:意见|方案|规划|计划|措施|办法|条例)|^\s{0,9}第一条\s", re.MULTILINE
)
# A circular in translation: "Opinions concerning ...", then "All provincial People's Governments" or "Article 1".
TRANSLATED = re.compile(
    r"\b(?:Opinions|Notice|Circular|Measures|Provisions|Guidelines|Plan)\b[^.]{0,40}\b(?:of|on|concerning|for)\b"
)
# The title that a paper gives itself, over a passage of it.
OWN_TITLE = re.compile(
    r"(?:Notice|Circular|Announcement|(?:Guiding |Implementation )?Opinions) of (?:the )?[A-Z][^.]{4,160}\bon\b"
)
ADDRESSED = re.compile(
    r"\b[Pp]eople's [Gg]overnments?\b[^.]{0,240}:|"
    r"^\s*(?:To )?(?:the|all)\b[^.]{0,60}\b(?:departments?|provinces)\b[^.]{0,900}:|"
    r"\b(?:hereby|are) (?:notified|issued|announced|promulgated) (?:as follows|to you)|"
    r"\bTh(?:ese|is) (?:\w+ ){0,2}(?:Opinions|Measures|Plan|Guidelines|Provisions|Circular|Notice)\b[^.]{0,30}"
    r"\b(?:formulated|developed|issued)\b|"
    r"\bhereby (?:notified|issued|announced|promulgated)|\bDepartments? (?:in charge )?of[^.]{0,300}:|"
    r"\bArticle (?:1|One)\b|(?:\bNo\. ?)?[(\[]20\d\d[)\]] ?(?:Document )?(?:No\.)? ?\d+",
    re.MULTILINE,
)
# 关于将部分企业移出绿色工厂名单的通告 recognises none.
STRUCK_OFF = re.compile(r"移出|撤销|取消|剔除|清退")
CALL = re.compile(r"征集|申报|遴选|推荐|开展")
# 经推荐、评审，确定17家企业为……试点单位: a notice that names those chosen, whatever its title.
CHOOSES = re.compile(
    r"(?:确定|认定|批准|命名|授予)[^。；\n]{0,40}?\d+\s?[个家座项名][^。；\n]{0,40}?[为成][^。\n]{2,60}(?:名单|附件)"
)
# 近日，甲部印发通知。现就我省工作通知如下: a paper that goes back to another one.
NOTIFIES = re.compile(r"现[就将][^。]{2,80}(?:通知|公告|通告)如下")
NOTIFIED_WITHIN = 600
RELEASE = re.compile(r"[^，：:《]{2,30}(?:印发|发布|公布|出台)《[^》]+》$")
# 【学习贯彻四中全会精神】浙江：…: the name of a series.
LABEL = re.compile(r"^【[^】]*】")
LOCAL_OFFICE = re.compile(
    r"[^，：《国]{0,8}(?:[省区县州]|市(?!场监))(?:人民)?(?:政府|委|[^，：《]{0,8}(?:局|厅|办公室))"
)
PLACE = re.compile(r"[省市区县]|\b(?:Provinc\w+|Municipal\w*|Autonomous Region|City)\b")
# A report that ranks its government in the country is not the country's.
RANKED = re.compile(r"全国(?:排名|第[一二三四五六七八九十\d]{1,2}[位名])|居全国第")
MARCH = 3
HEAD = 120
OPENING = 1500
FEWEST_SIGNS = 24
FEWEST_WORDS = 9
LONGEST_HEAD = 1200
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENDED = re.compile(r"[。！？；：，.!?:;,][\"”’」）)*]*\s*$|。|\.[\"”’]?\s")
# The source line of a page: 2016-8-19 来源：中国经济网 作者：.
SOURCED = re.compile(r"^[^。]{0,40}(?:来源|作者|发布时间|发布日期|责任编辑|编辑|浏览|字号|字体)\s*[:：][^。]{0,40}$")


def genre(title: str, text: str, p: Patterns) -> str:
    """Return the kind of a document.

    It is `report` (a government's yearly one), `list` (a notice of names), `paper` (a paper's own page) or `news`.
    """
    if (
        (named := p.report.search(title))
        and OF_WHOM.search(title[: named.start()])
        and not TOLD.match(title, named.end())
    ):
        return "report"
    if is_translated(title, text) or (OWN_TITLE.match(title) and not p.news_cues.search(text, 0, HEAD)):
        return "list" if p.listed.search(title) else "paper"
    core = TAIL.sub("", title)
    says_so = OFFICIAL.search(core) or ITSELF.search(text, 0, NOTIFIED_WITHIN)
    is_paper = says_so and any(m.end() == len(core) for m in p.paper.finditer(core))
    struck_off = STRUCK_OFF.search(core) and p.listed.search(core)
    is_told = p.news_cues.search(text, 0, HEAD) and not NOTIFIES.search(text, 0, NOTIFIED_WITHIN)
    if not is_paper or struck_off or is_told:
        return "news"
    made = p.listed.search(core) and not CALL.search(core)
    return "list" if made or BACKING.search(core) or CHOOSES.search(text, 0, NOTIFIED_WITHIN) else "paper"


def is_translated(title: str, text: str) -> bool:
    """Decide whether a document is a paper in English, by its title and how it begins."""
    return bool(TRANSLATED.search(title) and ADDRESSED.search(text, 0, OPENING))


def home(document: Document, kind: str, register: Register, p: Patterns) -> str | None:
    """Return the body whose own text a document is: its report, its paper, or its word that it issued one."""
    title = document.title or ""
    if kind == "report":
        local = PLACE.search(title) or _is_of_a_place(document.text, p) or _before_march(document)
        return "local" if local else "state-council"
    if kind == "news" and not RELEASE.match(title):
        return None
    return named_in(title, document.text, register) or document.body


def named_in(title: str, text: str, register: Register) -> str | None:
    """Return the body that `title` begins with as an office of a place, else the first that it names.

    Beijing stands for the central government where the opening of the text names a body of it.
    """
    title = LABEL.sub("", title)
    if LOCAL_OFFICE.match(title):
        return "local"
    first = next(iter(voices(title, register, None)), None)
    if first and title[first.start : first.end] == CAPITAL:
        return "local" if all(voice.body == "local" for voice in voices(text[:OPENING], register, None)) else None
    return first.body if first else None


def _is_of_a_place(text: str, p: Patterns) -> bool:
    return bool(p.own_place_cues.search(text) or RANKED.search(text))


def _before_march(document: Document) -> bool:
    """Decide whether a document was published before March.

    The people's congresses of provinces and cities meet before the National one, which meets in March.
    """
    return document.published_on is not None and document.published_on.month < MARCH


def prose_start(text: str, paragraphs: Sequence[Span]) -> int:
    """Return where the first paragraph begins that reads as prose; 0 where none near the head does."""
    for paragraph in paragraphs:
        if paragraph.start > LONGEST_HEAD:
            return 0
        line = text[slice(*paragraph)]
        long = len(line) >= FEWEST_SIGNS if CHINESE.search(line) else len(line.split()) >= FEWEST_WORDS
        if long and ENDED.search(line) and not SOURCED.match(line) and not is_caption(text, paragraph):
            return paragraph.start
    return 0
