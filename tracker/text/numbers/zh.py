"""Find quantities in Chinese: 178家, 10.26万亿元, 三成, 百分之五, 10—20万吨, 突破千万辆."""

import re
from collections.abc import Iterator

from tracker.text.numbers.amounts import Quantity, counted
from tracker.text.numbers.numerals import CHINESE, CHINESE_DECIMAL, DIGITS, MULTIPLES, number

COUNTERS = "家|个|项|款|座|条|种|处|所|支|批次|例|名|位|户|只|颗|枚|站|张|件|对|艘|列|宗|部|片|幅|门|类"
COUNTING = frozenset(COUNTERS.split("|"))
# 8地启动: places are counted where something happens in them.
PLACES = "地"
MEASURES = (
    "百亿亿次(?:浮点运算)?(?:/秒|每秒)?|[公千]?[里米](?:/|每)小时|"
    "平方公里|平方千米|平方米|公里|千米|米|立方米|公顷|亩|吨标准煤|吨|公斤|千克|"
    "元/(?:千克|公斤|吨|千瓦时|度|瓦时|瓦|立方米|平方米|千瓦|辆|台|人)|美元|欧元|元|千瓦时|千瓦|兆瓦|吉瓦|"
    "瓦时|瓦|度|标准机架|机架|万卡|P(?![A-Za-z])|辆|台套|台|套|架次|架|人次|次(?![元方级])|"
    "人(?!工|形|才|均)|份|笔|单|块|标箱|桶|倍|"
    "EFLOPS|PFLOPS|Eflops|Pflops|EB|PB|TB|GWh|GW|MWh|MW|kWh|kW|Tbps|Gbps"
)
# A unit that means something else elsewhere (a third time, 1080P), and the word that comes before it when it counts.
AFTER_WORD = {"P": "算力", "次": "发射"}
MULTIPLE = "万亿|千亿|百亿|亿|千万|百万|万|千|百"
DASH = "[-—–－~～至到]{1,2}"

AMOUNT = re.compile(
    rf"""百分之(?P<share>{CHINESE_DECIMAL}|{DIGITS})
    | (?P<tenths>{CHINESE})(?P<half>成半|成)(?![立为本都效果分员熟型功长交])
    | (?P<low>{DIGITS})\+?[ \u3000]?
      (?:(?P<low_multiple>{MULTIPLE})?(?:个?百分点|%|元)?\s?{DASH}\s?(?P<high>{DIGITS})\s?)?
      (?:[多余]?(?P<multiple>{MULTIPLE})[多余+]?|[多余])?
      (?P<unit>%|个百分点|{MEASURES}|{COUNTERS}|(?<=万)(?=[，。；、）]|左右|以上)
        |{PLACES}(?=启动|开展|建设|试点|入选|获批))
    | (?:(?<![A-Za-z])(?:RMB|CNY|CN?¥)|¥)\s?(?P<sum>{DIGITS})\s?
      (?P<sum_multiple>万亿|千亿|百亿|亿|千万|百万|万)[多余+]?元?
    | (?P<fields>{DIGITS}|{CHINESE})大(?=(?:应用)?(?:重点|关键|主要|典型)?(?:应用)?(?:领域|行业|场景)
        |(?:未来|新兴|支柱)产业)
    | (?<=[上破过超近])(?P<step>千万|百万|万|亿)(?P<step_unit>辆|台|吨|千瓦)(?=大关|台阶|[，。；])
    | 指数(?:将|要|将要)?(?:达到?|为)(?P<index>{DIGITS})(?=[，。；、）])
    | (?:利用小时数|储能时长|飞行(?:小时|时间)数?)[约为达到了近超过]{{0,4}}(?P<duration>{DIGITS})(?P<hours>万)?小时
    | (?P<round>(?<![\d.一二两三四五六七八九十几数上若百千])(?<!(?<![建形达])成)
        (?:[百千](?=[余多]?[家项个种款])|万(?=[余多][家项个])|(?<=[近超])万(?=家)
          |万(?=台级|台[^，。；\d]{{2,8}}机器人)))
      [余多]?(?P<round_unit>[家项个种款台])
    | (?P<doubled>翻了?(?P<times>[一两])?番)(?![至到达])
    | (?P<spelled>(?<!唯)(?=[^百千零〇]){CHINESE_DECIMAL})[多余]?(?P<spelled_multiple>万亿|亿|万)?[多余]?
      (?P<spelled_unit>{MEASURES}|[家个项款座条种所]
        |{PLACES}(?=启动|开展|建设|试点|入选|获批))
    """,
    re.VERBOSE,
)
# What follows a counter and makes it a time, a task of a paper or a figure of speech.
NO_COUNT = re.compile(
    "层级|层次|等级|类别|板块|版块|部分|月|部?门|工作日|小时|季度|年|星期|世纪|部委|方面|层面|阶段|环节|维度|步骤|问题|"
    "关键词|字|章|百分点|人民|委员会|全会|决议|"
    "政策(?!性)|市场两种|资源|"
    "(?:重[点要]|政策|具体|主要|专项|务实|重大|基础|支撑|针对性|支持性?|标志性){0,3}(?:任务|举措|"
    "措施|行动|工作|能力)|(?:核心|引导性?|约束性?|预期性?|主要|关键|评价|具体|量化){0,2}指标|"
    "重[点大]工程|内容|要求|原则|意见|确保|坚持|统筹|结合|转变|毫不动摇"
)
# What precedes a number and makes it an ordinal, a name or a document's number.
NO_AMOUNT = re.compile(r"第$|[A-Za-z.\d]$|[〔\[（(]\d*$|[A-Za-z]-$")
# 7376万千瓦/1.68亿千瓦时（73.76GW/168GWh）: the same in other units.
CONVERTED = re.compile(r"千瓦时?[（(](?:[\d.]+[GMk]Wh?/)?$")
CONVERTED_WITHIN = 16
MILESTONES = ("辆", "台", "吨", "个", "件")
# 共九章，六十一条: the articles of a paper.
ARTICLES = re.compile(r"章|共计?$")


def in_chinese(text: str) -> Iterator[Quantity]:
    """Return quantities with a Chinese unit or a per cent sign."""
    for m in AMOUNT.finditer(text):
        if not NO_AMOUNT.search(text, max(0, m.start() - 4), m.start()) or _is_milestone(text, m):
            yield from _of_match(text, m)


def _of_match(text: str, m: re.Match[str]) -> Iterator[Quantity]:
    if m["share"]:
        yield Quantity(*m.span(), (number(m["share"]),), "%", spelled=True)
    elif m["tenths"]:
        yield Quantity(*m.span(), (number(m["tenths"]) * 10 + 5 * (m["half"] == "成半"),), "%", spelled=True)
    elif m["sum"]:
        yield Quantity(*m.span(), (number(m["sum"]),), f"{m['sum_multiple']}元")
    elif m["fields"]:
        yield Quantity(*m.span(), (number(m["fields"]),), "count", spelled=not m["fields"].isdecimal())
    elif m["step"] or m["index"] or m["doubled"] or m["duration"]:
        yield _of_one_kind(m)
    elif m["round"] and not NO_COUNT.match(text, m.end()):
        yield Quantity(*m.span(), (MULTIPLES[m["round"]],), "count", spelled=True)
    elif not m["round"] and not _is_none(text, m):
        yield from _spelled(m) if m["spelled"] else _in_digits(m)


def _of_one_kind(m: re.Match[str]) -> Quantity:
    """Return a step (千万辆), a growth (翻番), or the value of an index or a duration."""
    if m["step"]:
        return Quantity(*m.span(), (MULTIPLES[m["step"]] / MULTIPLES["万"],), f"万{m['step_unit']}", spelled=True)
    if m["doubled"]:
        return Quantity(*m.span(), (4.0 if m["times"] == "两" else 2.0,), "倍", spelled=True)
    kind, unit = ("index", "count") if m["index"] else ("duration", f"{m['hours'] or ''}小时")
    return Quantity(m.start(kind), m.end(), (number(m[kind]),), unit)


def _is_milestone(text: str, m: re.Match[str]) -> bool:
    """第2000万辆: the total has reached this number."""
    return bool(m["multiple"]) and m["unit"] in MILESTONES and text.endswith("第", 0, m.start())


def _is_none(text: str, m: re.Match[str]) -> bool:
    """Decide whether the number counts nothing relevant: a part of a name, an article, a conversion."""
    if CONVERTED.search(text, max(0, m.start() - CONVERTED_WITHIN), m.start()):
        return True
    word = AFTER_WORD.get(m["unit"])
    if word and not m["multiple"] and word not in text[max(0, m.start() - 12) : m.start()]:
        return True
    if (m["unit"] or m["spelled_unit"]) in COUNTING and NO_COUNT.match(text, m.end()):
        return True
    return (m["unit"] or m["spelled_unit"]) == "条" and bool(ARTICLES.search(text, max(0, m.start() - 12), m.start()))


def _in_digits(m: re.Match[str]) -> Iterator[Quantity]:
    low = number(m["low"])
    if m["low_multiple"] and m["multiple"]:
        low *= MULTIPLES[m["low_multiple"]] / MULTIPLES[m["multiple"]]
    values = [low, number(m["high"])] if m["high"] else [low]
    yield _with_unit(m, values, m["multiple"] or m["low_multiple"], m["unit"], spelled=False)


def _spelled(m: re.Match[str]) -> Iterator[Quantity]:
    """一个 is an article, not a quantity; 一亿 is one."""
    value = number(m["spelled"])
    if value > 1 or m["spelled_multiple"]:
        yield _with_unit(m, [value], m["spelled_multiple"], m["spelled_unit"], spelled=True)


def _with_unit(m: re.Match[str], values: list[float], multiple: str | None, unit: str, *, spelled: bool) -> Quantity:
    if not unit or unit == PLACES or unit in COUNTING:
        return Quantity(*m.span(), counted(values, multiple), "count", spelled)
    return Quantity(*m.span(), tuple(values), unit if unit == "%" else (multiple or "") + unit, spelled)
