"""Rule out hits whose surroundings show that the initiative is not meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.schema.near_misses import NearMisses
from tracker.text.alternation import any_of
from tracker.text.normalize import Span, is_within
from tracker.text.roundups import items

# What a name may hold between the term and its end: Chinese characters that are not particles, English capitals.
_IN_NAMES = r"[^\W\da-zA-Z的和与及是在将为等了推促]"
_CHINESE_NAME = rf"(?:\"(?![这那]){_IN_NAMES}{{0,4}}?|{_IN_NAMES}{{0,8}}?)"
_ENGLISH_NAME = r"(?:\s(?:[A-Z][\w&-]*|of|and|for|&)){0,4}?\s"
_LONGEST_SIDE_BAR = 1000
_LONGEST_SUM = 40
# Chief scientist of the ... Innovation Center: a workplace.
_AFFILIATED = re.compile(
    r"\b(?:scientist|director|head|manager|chairman|chairwoman|president|CEO|engineer|researcher|professor|dean|fellow)"
    r" (?:of|at|with|from) (?:the )?(?:(?:[A-Z][\w-]*|and|of|for|the)\s)*$"
)
# 继智能手机、新能源汽车之后: a comparison; 继提出 X 之后 is about X.
_AFTER = (
    re.compile(r"(?<![相后])继(?![续而承])(?:(?!提出|推[进出]|实施|印发|发布|出台|启动|开展)[^，。；]){0,24}$"),
    re.compile(r"[^，。；]{0,10}(?:之后|后(?=[，、的]))"),
)
_AFTER_PHONES = re.compile(
    r"\bafter (?:(?:[\w-]+(?: [\w-]+)?, ){2,3}(?:and )?|(?:[\w-]+(?: [\w-]+)?, ){0,2}(?:[\w-]+ ){1,2}and )$"
)
# The Museum of Life Sciences, the School of New Materials.
_HOUSES = re.compile(
    r"\b(?:Museum|School|Institute|College|Faculty|Journal|Society|Chair) (?:of|"
    r"for) (?:the )?(?:[A-Z][\w-]*,? (?:and )?){0,3}$"
)
# The "Future Industries" business school; "6G-ready" homes.
_CALLED_SO = re.compile(
    r"[\"”'’] (?:\w+ )?(?:school|kindergarten|magazine|caf[eé]|bar|restaurant|shop|band|hotel|song|film)\b|"
    r"[- ](?:ready|themed|branded)\b"
)
# Four sub-forums on saving energy, hydrogen and trade: topics of a forum.
_FORUMS = re.compile(
    r"\b(?:sub-?forums?|parallel (?:forums?|sessions?)|panel discussions?) on (?!\w+day\b)"
    r"(?:(?!\b(?:released|issued|unveiled|announced|said)\b)[^.;])*$"
)
_TITLE = re.compile(r"《[^》\n]{0,300}》")
# 入选全球人形机器人上市公司百强: firms of a kind, and not the name of a firm.
_KIND_OF_FIRMS = tuple(
    kind + "公司" for kind in ("上市", "龙头", "领军", "头部", "骨干", "初创", "相关", "跨国", "外资")
)
# 我省组建低空经济发展公司: a step of the initiative.
_FIRM, _INCORPORATED = "公司", ("有限公司", "责任公司", "股份公司")
_SET_UP = re.compile(r"(?:组建|设立|成立)[^，。；]{0,4}$")
_LONGEST_FOUNDER = 8
_LONGEST_OFFICE = 110
# 北京市顺义区智能网联汽车配套产业集群、上海市闵行区……产业集群: names of places' clusters, in a list.
_CLUSTER = r"[省市区县旗州][^\s，、。；：:;,的和与（）()“”]{2,24}集群"
_CLUSTERS = re.compile(rf"{_CLUSTER}(?:、[^、，。；\n]{{0,14}}?{_CLUSTER})+|{_CLUSTER}等\s?\d+个")
# 珞安科技成立于2016年，是……国家专精特新“小巨人”企业; Founded in 2013, X is a national high-tech enterprise.
_PROFILE = re.compile(
    r"(?:公司|集团|企业|厂)[^。\n]{0,40}(?:成立|创立|创建|组建)于\s?(?:19|20)\d\d年|"
    r"(?:成立|创立|创建)于\s?(?:19|20)\d\d年[^。\n]{0,60}(?:企业|公司|厂商)|"
    r"(?:[fF]ounded|[eE]stablished|[iI]ncorporated) in (?:19|20)\d\d[^.;\n]{0,120}?"
    r"\b(?:company|enterprise|firm|manufacturer|supplier|startup|start-up|provider|producer)\b"
)
# 海口市国家高新技术产业开发区狮子岭工业园光伏北路18号: an address.
_ADDRESS = re.compile(r"[^\s，。；|]{0,20}(?:路|街|大道|道)\s?\d{1,5}号")
# Market news that reports the act of an office is news of that act.
_DONE_BY_AN_OFFICE = re.compile(r"印发|发布|出台|公布|提出|部署|征求意见|会议")
_SUM, _REST, _MEMBERS = re.compile(r"[\w+]*$"), re.compile(r"[\w+]{0,40}"), 3
# Statements of a firm's vice president, plans to list and announcements to shareholders are not policy.
_OF_FIRMS = re.compile(
    r"\bvice[ -]president|\bpresident of (?=[A-Z])|\bpresident and CEO"
    r"|\bplans? (?=to (?:raise|list|sell|launch|open|go public|mass[- ]produce|produce|deliver|ship|roll out))"
    r"|\bChina's (?=[A-Z])|(?<=[a-z] )Province\b"
    r"|公告(?=称|显示|披露|编号)|(?<=发布)公告|(?<=的)公告|国家(?=超级计算|电网|开发银行)|(?<=来自)全国|全国(?=总决赛|"
    r"决赛|赛)",
    re.IGNORECASE,
)
# 英国政府发布《……》, the US Department of Commerce launched a program.
_THEIR_ACT = re.compile(
    r"(?:政府|[商能]务部|源部|委员会|内阁|议会|国会|总统|首相)[^，。；]{0,12}"
    r"(?:发布|启动|推出|印发|公布|出台|宣布|通过|提出|制定)|"
    r"\b(?:Department|Ministry|METI|[Gg]overnment|Commission|Agency|Administration|Foundation|Parliament|Congress|"
    r"White House)\b(?! of China)[^.;]{0,30}?"
    r"\b(?:issued|launched|released|unveiled|announced|published|adopted|proposed|approved)\b"
)


@dataclass(frozen=True)
class Surroundings:
    """The compiled words of `NearMisses`."""

    name_end: re.Pattern[str]
    side_bar: re.Pattern[str]
    foreign: re.Pattern[str]
    home: re.Pattern[str]
    company: re.Pattern[str]
    policy: re.Pattern[str]
    market: re.Pattern[str]
    talk: re.Pattern[str]


def compile_near_misses(words: NearMisses) -> Surroundings:
    """Compile the declared words."""
    chinese, english = _split(words.name_ends)
    name_end = rf"{_CHINESE_NAME}(?:{any_of(chinese)})|{_ENGLISH_NAME}(?:{any_of(english)})\b"
    return Surroundings(
        name_end=re.compile(name_end),
        side_bar=re.compile(rf"\W{{0,20}}(?:{_bounded(words.side_bars)})\s{{0,9}}(?:[:：]|$)", re.IGNORECASE),
        foreign=re.compile(_bounded(words.foreign)),
        home=re.compile(_bounded(words.home)),
        company=re.compile(_bounded(words.company), re.IGNORECASE),
        policy=re.compile(_bounded(words.policy), re.IGNORECASE),
        market=re.compile(any_of(words.market)),
        talk=re.compile(rf"[^《》\n。]{{0,40}}》(?:{_bounded(words.talks)})"),
    )


def is_ruled_out(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Decide whether the words right around the name at `text[start:end]` show that it is something else."""
    return (
        _is_part_of_a_name(text, start, end, around)
        or _is_in_side_bar(text, start, around)
        or _is_beside(text, start, end)
        or _is_in_a_sum(text, start, end)
        # The title of a lecture, a book or a film.
        or around.talk.match(text, end) is not None
    )


def _is_part_of_a_name(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Decide whether the name at `text[start:end]` goes on and proves to be another name, an event's or a title."""
    name = around.name_end.match(text, end)
    if name is None or name[0].endswith(_KIND_OF_FIRMS):
        return False
    firm = name[0].endswith(_FIRM) and not name[0].endswith(_INCORPORATED)
    return not (firm and _SET_UP.search(text, max(0, start - _LONGEST_FOUNDER), start))


def _is_in_side_bar(text: str, start: int, around: Surroundings) -> bool:
    """Decide whether the line that holds `start` is a link list, keywords or the like."""
    line = text.rfind("\n", max(0, start - _LONGEST_SIDE_BAR), start) + 1
    return (line > 0 or start < _LONGEST_SIDE_BAR) and bool(around.side_bar.match(text, line))


def _is_in_a_sum(text: str, start: int, end: int) -> bool:
    """Decide whether `text[start:end]` is a stretch of a sum, whose pluses form no names.

    “机器人+人工智能+工业互联网+装备” is one.
    """
    if "+" not in text[start:end]:
        return False
    summed = _SUM.search(text, max(0, start - _LONGEST_SUM), start)
    before = summed[0] if summed else ""
    rest = _REST.match(text, start)
    return before.count("+") + (rest[0].count("+") if rest else 0) >= _MEMBERS


def _is_beside(text: str, start: int, end: int) -> bool:
    """Decide whether `text[start:end]` is an address, an office, a thing in a comparison, or the topic of a panel."""
    if _ADDRESS.match(text, end) or _CALLED_SO.match(text, end):
        return True
    before = text[max(0, start - _LONGEST_OFFICE) : start]
    if text[start].isupper() and _HOUSES.search(before):
        return True
    if _AFTER[0].search(before):
        return bool(_AFTER[1].match(text, end))
    if text[start].isupper() and _AFFILIATED.search(before):
        return True
    return bool(_AFTER_PHONES.search(before) or _FORUMS.search(before))


def other_matters(text: str, spans: Sequence[Span], around: Surroundings) -> Iterator[list[Span]]:
    """Yield the parts of a text in which no name is meant; `spans` are its sentences.

    These are lists of the names of clusters, sentences on prices and funds in which no office acts, those in which a
    firm introduces itself, and those about what another country's government does.
    """
    yield [Span(*found.span()) for found in _CLUSTERS.finditer(text)]
    prices = _with(around.market, text, spans)
    yield [span for span in prices if not _DONE_BY_AN_OFFICE.search(text, *span)]
    yield _with(_PROFILE, text, spans)
    acts = _with(_THEIR_ACT, text, spans) if around.foreign.search(text) else []
    yield [span for span in acts if _is_abroad(text, span, around)]


def other_worlds(text: str, spans: Sequence[Span], around: Surroundings) -> Iterator[list[Span]]:
    """Yield the parts of a text in which no theme is meant: company news without policy, and sentences about abroad.

    A text that never names home is one sentence.
    """
    yield [item for item in items(text) if _has(text, item, around.company, around.policy)]
    at_home_or_not = spans if around.home.search(text) else [Span(0, len(text))]
    yield [span for span in at_home_or_not if _is_abroad(text, span, around)]


def _with(pattern: re.Pattern[str], text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences in which a pattern is found."""
    return [span for span in spans if pattern.search(text, *span)] if pattern.search(text) else []


def _has(text: str, span: tuple[int, int], one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    if not one.search(text, *span):
        return False
    of_firms = [Span(*found.span()) for found in _OF_FIRMS.finditer(text, *span)]
    return all(is_within(of_firms, found.start()) for found in other.finditer(text, *span))


def _is_abroad(text: str, span: tuple[int, int], around: Surroundings) -> bool:
    """Decide whether `span` names another country and nothing at home; 美国国家 and its 《国家…》 are elsewhere."""
    theirs = {named.end() for named in around.foreign.finditer(text, *span)}
    titles = [Span(*found.span()) for found in _TITLE.finditer(text, *span)]
    home = (own.start() for own in around.home.finditer(text, *span))
    return bool(theirs) and all(own in theirs or is_within(titles, own) for own in home)


def _split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    return [w for w in words if not w.isascii()], [w for w in words if w.isascii()]


def _bounded(words: Sequence[str]) -> str:
    chinese, english = _split(words)
    return rf"{any_of(chinese)}|(?<![\w.])(?:{any_of(english)})(?!\w)"
