"""Recognise the words by which a text continues its topic or mentions something in passing."""

import re

from tracker.tag.figures.figure_cues import FEW
from tracker.tag.figures.rows import APART
from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity

CLAUSE = re.compile(r"[，；;]|, ")
# The sector, these zones, 该产业: the earlier subject, under its general name.
THE_SAME = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts|[Ss]uch)(?: \w+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|bases|factories|network|"
    r"program(?:me)?s?|pilots?|initiative|market|firms|enterprises|companies|facilities|"
    r"platforms?|batch(?:es)?|tranches?|projects|funds|systems?|framework|standards)\b"
    r"(?! (?:of|for|in|that|which|to)\b)"
    r"|\b(?:[Ss]uch|[Tt]hese|[Tt]hose) (?:vehicles|cars|stations|plants|robots|drones|devices|bases|cities)\b"
    r"|\b[Tt]he \w+ \w+ (?:batches|tranches|rounds)\b(?! (?:of|for|in)\b)"
    r"|^第[一二三四五六七八九十]批(?:企业|城市|园区|基地|项目)?共?|该(?:产业|行业|领域|集群|园区|工程|平台|批|类)|"
    r"这(?:些|批|一产业|一领域)"
)
THEY = re.compile(
    r"\W*(?:(?:While|Although|Around|About|Nearly|Over|More than|Some|At least|Together|"
    r"(?:Once|When|After) (?:\w+ ){0,3}\w+),? )?"
    r"(?:[Tt]hey|[Tt]heir|[Ii]ts|these|[Tt]hat (?:was|is|marked)"
    r"|[Ii]t (?:also )?(?:will|would|is expected|aims|calls|sets|outlined|prescribed|lists|focuses|"
    r"reached|grew|rose|accounts))\b"
    r"|\W*(?:In|From|During|Between|Last|This|By)[^,]{0,40}, (?:cumulative |combined |projected |total )?"
    r"(?:sales|output|production|exports|revenues?|profits?)\b(?! of)"
    r"|[\s*]*(?:今年以来|(?:今年)?前?[\d一二三四五六七八九十]+(?:[-—至][\d一二三四五六七八九十]+)?个?月份?|上半年)，"
    r"?(?:累计)?"
    r"(?:产销|产量|销量|销售|零售|批发|出口|渗透率)"
)
# The 230 factories, despite ..., they: the subject of a whole sentence.
SUBJECT = re.compile(
    r"(?:(?:Despite|By|While|With|In|Since|At|During|Likewise|Meanwhile|Currently|According|Together|Altogether|"
    r"Today|Now)\b[^,;]{0,90}, )?"
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Tt]he number of such|[Aa] total of \S+)(?: \d[\d,]*)?(?: [\w-]+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|bases|factories|network|program(?:me)?s?|pilots?|market|"
    r"enterprises|facilities|platforms?|batch|tranche|funds|funding|bonds)\b(?! (?:of|for|in|that|which|to)\b)"
    r"|they\b|(?:[Tt]he |[Tt]heir )?(?:[Tt]otal |[Cc]ombined |[Oo]perating |[Aa]nnual |[Cc]umulative ){1,2}"
    r"(?:revenues?|sales|output|production|exports|profits?)\b(?! of))"
)
# This batch, two batches of pilot projects, the first stage of trials: a programme continues.
PROGRAM = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Ss]uch) (?:\w+ )?(?:batch(?:es)?|tranches?|rounds?|funds)\b"
    r"|\bsince (?:the|this) (?:\w+ )?(?:program(?:me)?|action|campaign|scheme|drive|pilot|initiative|policy) "
    r"(?:began|started|was launched|was introduced|took effect|kicked off|got going)\b"
    r"|\b(?:the|year's) program(?:me)?\b|\b\w+ (?:batches|tranches|rounds) of\b"
    r"|\bpilot (?:projects|program(?:me)?s)\b|\b(?:trials|trial campaigns)\b|\bcumulative (?:total|number)\b"
    r"|\b(?:bought|sold|purchased|replaced|renewed|scrapped|exchanged) (?:under|through) (?:the|this) "
    r"(?:program(?:me)?|scheme|policy|drive|campaign|initiative)\b"
)
# The plant was put on the list of smart factories: what follows is said of one of many.
PLANT_CHOSEN = re.compile(
    r"\W*(?:The|This|Its|Our|Their) (?:[\w-]+ ){0,2}(?:plant|factory|company|firm|mill|workshop|refinery|yard)\b[^.;]"
    r"{0,60}\b(?:list|batch|title|recogni[sz]ed|certified|named|selected|included|honou?red|rated|awarded)\b"
)
# 从区域看，东部地区30个、中部8个; thirty of the 45 are in eastern China: the parts of what was counted.
REGIONS = re.compile(
    r"[\s*]*(?:(?:从|分|按)(?:区域|地区|地域|省份)(?:分布|布局)?来?看[，：]|其中[，：]?)?"
    r"(?:东部|中部|西部|东北|长三角|京津冀|粤港澳大湾区|成渝)(?:地区|区域)?"
    r"(?:共?有|布局|入选|拥有|分布)?\d+[个家座项]?(?:[、，]|$)"
    r"|[\w-]+ of the [\w,]+ (?:are|were|lie|stand) in\b"
)
TARGET = re.compile(r"\W*(?:By (?:the end of )?20\d\d\b|(?:力争|争取)?到20\d\d年)")
# A line that is a paper's title: 低空经济高质量发展实施方案（2024-2026年）.
TITLED = re.compile(r"(?:方案|计划|意见|规划|措施|指南)\s*(?:（[^）]*）)?$")
# 据估算，实行这一政策，减免总额将达到5200亿元.
THIS_POLICY = re.compile(r"这(?:一|项)(?:政策|举措|行动)")
THESE = re.compile(r"(?:[Tt]hese|[Ss]uch) (?:[\w-]+ )?[a-z]+|这些[\u4e00-\u9fff]{2,6}")
ALONE = re.compile(r"\s*(?:will|were|are|have|had) ")
# 新材料产业瞄准高端化。……产值超过350亿元。: a sector, reported in several sentences, the last of them without a
# subject.
SECTOR = re.compile(r"[\u4e00-\u9fff、（）“”\"]{2,16}?产业(?![链集园基化体])")
OF_SECTOR = re.compile(
    r"(?:力争|争取|实现|预计|核心|相关)*(?:产业)?(?:总|核心|链)?(?:规模|产值|营收|营业收入)(?:力争|将)?(?:达到|达|突破|"
    r"超过|超)"
)
NOUN_WITHIN = 14
MOST_SEEN = 30
OF_THESE = re.compile(r"[\s*]*(?:其中|同期|of (?:them|these|the total)\b|among them)[，,\s]*", re.IGNORECASE)
OF_THEM = re.compile(
    r"(?:[Oo]f|[Aa]mong) (?:them|these|those|(?:the|this|that) (?:(?:grand |combined )?total|number|sum)),"
)
SUCH = re.compile(r"\s?of (?:such|these|them)\b")


def may_be_told_on(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a quantity may be said of the one theme of its sentence.

    A small count and a list of other things may not.
    """
    few = quantity.unit == "count" and quantity.values[0] < FEW
    return not few and not quantity.spelled and not APART.search(sentence.said())
