"""Recognise the words by which a text continues its topic or mentions something in passing."""

import re

from tracker.tag.figures.rows import APART
from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity
from tracker.text.numbers.elliptical import TOTAL_IS

CLAUSE = re.compile(r"[，；;]|, ")
# The sector, these zones, 该产业: the earlier subject, under its general name.
THE_SAME = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts|[Ss]uch)(?: \w+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|factories|network|"
    r"programs?|pilots?|initiative|market|firms|enterprises|companies|facilities|"
    r"platforms?|batch(?:es)?|tranches?|projects|funds)\b"
    r"(?! (?:of|for|in|that|which|to)\b)"
    r"|\b[Tt]he \w+ \w+ (?:batches|tranches|rounds)\b(?! (?:of|for|in)\b)"
    r"|^第[一二三四五六七八九十]批(?:企业|城市|园区|基地|项目)?共?|该(?:产业|行业|领域|集群|园区|工程|平台|批|类)|"
    r"这(?:些|批|一产业|一领域)"
)
THEY = re.compile(
    r"\W*(?:(?:While|Although|Around|About|Nearly|Over|More than|Some|At least) )?"
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
    r"(?:(?:Despite|By|While|With|In|Since|At|During|Likewise|Meanwhile|Currently|According)\b[^,;]{0,90}, )?"
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Tt]he number of such|[Aa] total of \S+)(?: \d[\d,]*)?(?: [\w-]+)? "
    r"(?:sectors?|industry|zones?|parks?|clusters?|centers?|factories|network|programs?|pilots?|market|enterprises|"
    r"facilities|platforms?|batch|tranche|funds|funding|bonds)\b(?! (?:of|for|in|that|which|to)\b)"
    r"|they\b|(?:[Tt]he |[Tt]heir )?(?:[Tt]otal |[Cc]ombined |[Oo]perating |[Aa]nnual |[Cc]umulative ){1,2}"
    r"(?:revenues?|sales|output|production|exports|profits?)\b(?! of))"
)
# This batch, two batches of pilot projects, the first stage of trials: a programme continues.
PROGRAM = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Ss]uch) (?:\w+ )?(?:batch(?:es)?|tranches?|rounds?|funds)\b"
    r"|\bsince (?:the|this) (?:\w+ )?(?:program|action|campaign|scheme|drive|pilot|initiative|policy) "
    r"(?:began|started|was launched|was introduced|took effect|kicked off|got going)\b"
    r"|\b(?:the|year's) program\b|\b\w+ (?:batches|tranches|rounds) of\b"
    r"|\bpilot (?:projects|programs)\b|\b(?:trials|trial campaigns)\b|\bcumulative (?:total|number)\b"
)
# China's digital economy reached: something else.
OTHER = re.compile(
    r"\b[Cc]hina's (?:[\w-]+ ){0,3}(?:economy|industry|output|market|GDP|robots)\b"
    r"|\b(?:[Ff]oreign direct investment|[Cc]onsumer prices|[Ff]ixed-asset investment)\b"
    r"|\b5G (?:base stations|users)\b"
    r"|(?:中国|我国)(?:数字)?经济(?:规模|总量)|5G基站|(?:工业|制造业)增加值|(?:国内|地区)生产总值"
    r"|(?<![源动气])汽车(?:企业|整车)?(?:产销|产量|销量|出口|保有量)|登记汽车|机动车|(?:工业|服务)机器人|机器人(?:相关)"
    r"?(?:企业|产量)"
)
# 这家商场, 他们的销量, 研发团队: the acts or sales of one of many.
OF_ONE = re.compile(r"这[家座条款]|这个(?!产业|行业|领域|集群|城市)|该(?:公司|企业|厂)|他们|她|研发团队|客流")
# The plant was put on the list of smart factories: what follows is said of one of many.
PLANT_CHOSEN = re.compile(
    r"\W*(?:The|This|Its|Our|Their) (?:[\w-]+ ){0,2}(?:plant|factory|company|firm|mill|workshop|refinery|yard)\b[^.;]"
    r"{0,60}\b(?:list|batch|title|recogni[sz]ed|certified|named|selected|included|honou?red|rated|awarded)\b"
)
# 南京、武汉等十个城市: where something is tested.
CITIES = re.compile(r"(?:试点)?(?:城市|地区|省份|省市)")
TARGET = re.compile(r"\W*(?:By (?:the end of )?20\d\d\b|(?:力争|争取)?到20\d\d年)")
# A line that is a paper's title: 低空经济高质量发展实施方案（2024-2026年）.
TITLED = re.compile(r"(?:方案|计划|意见|规划|措施|指南)\s*(?:（[^）]*）)?$")
# 据估算，实行这一政策，减免总额将达到5200亿元.
THIS_POLICY = re.compile(r"这(?:一|项)(?:政策|举措|行动)")
THESE = re.compile(r"(?:[Tt]hese|[Ss]uch) (?:[\w-]+ )?[a-z]+|这些[\u4e00-\u9fff]{2,6}")
ALONE = re.compile(r"\s+(?:will|were|are|have|had) ")
# 新材料产业瞄准高端化。……产值超过350亿元。: a sector, reported in several sentences, the last of them without a
# subject.
SECTOR = re.compile(r"[\u4e00-\u9fff、（）“”\"]{2,16}?产业(?![链集园基化体])")
OF_SECTOR = re.compile(
    r"(?:力争|争取|实现|预计|核心|相关)*(?:产业)?(?:总|核心|链)?(?:规模|产值|营收|营业收入)(?:力争|将)?(?:达到|达|突破|"
    r"超过|超)"
)
# The province created 317,000 jobs: its results, beside those of the paper that was reported before.
ELSEWHERE = re.compile(
    r"\W*(?:(?:Last|This) year, |In 20\d\d, )?[Tt]he (?:province|city|region|municipality|county|country|island)"
    r"(?:'s [\w -]{2,40}?)? (?:also |has |had )*(?:created|added|built|recorded|attracted|completed|exported|produced|"
    r"grew|rose|registered|posted|opened|reported|welcomed|planted|cut|raised)\b"
)
LIMIT = re.compile(r"\b(?:up to|no more than|at most|a maximum of|no fewer than|not exceed) $")
NOUN_WITHIN = 14
OTHER_WITHIN = 18
MOST_SEEN = 30
FEW = 10
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


def is_small(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether a quantity is a small number in words, which mostly counts in passing: in six key areas.

    A limit is not said in passing: up to two parks.
    """
    text = sentence.text
    small = quantity.spelled and quantity.unit == "count" and max(quantity.values) < FEW and len(quantity.values) == 1
    return small and not any(words.search(text, sentence.start, quantity.start) for words in (LIMIT, TOTAL_IS))
