"""Decide whether a place that a text names acts or speaks, or is only named."""

import re

from tracker.tag.entities.bodies import CAPITAL, Voice
from tracker.tag.reading import Reading
from tracker.text.normalize import Span

GOVERNMENT = re.compile(
    r"全市|多地(?=密集|强调|出台|提出|明确|发布|召开|推出|启动|也|已|正|将)|"
    r"各地(?![^，。；]{1,8}部门|区?(?:各行业|各部门|和部门|和各?行业)*(?:要|应|须|必须|不得|可|均|各部门|区各部门)|[^，"
    r"。；]{0,8}(?:推动|带动|支持|拉动)下)|"
    r"\w+ (?:government|authorit|[Mm]ayor|[Gg]overnor)(?! efforts)|"
    r"\w+(?:'s)?(?: (?:[Pp]rovincial|[Mm]unicipal))? (?:People's Government|Party Committee|authorities|"
    r"(?:[Cc]ommission|[Dd]epartment) (?:of|for)|[Bb]ureau of|Development and Reform Commission|"
    r"\w+ (?:commission|bureau|department)\b)|"
    r"(?!Beijing)\w+'s (?=[\w-]+)"
)
# 支持地方政府: another body wants it to act.
OBJECT = (
    *("反映", "规范", "约束", "增加", "支持", "鼓励", "引导", "指导", "要求", "推动", "督促", "组织", "对", "向"),
    *("want ", "urged ", "called on ", "encouraged ", "asked ", "told ", "required ", "allow ", "instructed "),
    *("from ", "support ", "encourage ", "guide ", "urge ", "help ", "require "),
)
# 支持哈尔滨、沈阳、郑州: the last of a list.
OF_OBJECTS = re.compile(rf"(?:{'|'.join(word for word in OBJECT if not word.isascii())})(?:[\u4e00-\u9fff]{{2,5}}、)+$")
# 河南省十四届人大一次会议, 上海市市长, 浙江省发展改革委.
OFFICE = re.compile(
    r"(?:省|市(?!场)|自治区|区)[\u4e00-\u9fff]{0,10}?(?:政府|委|厅|局|部门|办公室|人大[^，。；]{0,6}会议)|(?:省|市|区)"
    r"长"
)
# 《上海市关于……》: a place in front of the name of its paper.
OF_ITS_PAPER = re.compile(
    r"(?:省|市|自治区|区)?(?:人民政府)?(?:关于|促进|支持|加快|推动|推进|实施|进一步)|"
    r"(?:省|市|自治区)[^《》]{2,40}(?:方案|措施|意见|规划|计划|办法|条例|细则)(?:（[^（）]*）)?》"
)
# Hosted by the municipal governments of Chongqing and Tianjin.
OFFICE_OF = re.compile(
    r"\b(?:governments?|authorities|commissions?|bureaus?|departments?) (?:of|in) (?:\w+ and )?$", re.IGNORECASE
)
SUFFIX = re.compile(
    r"(?: [Pp]rovince| [Cc]ity| [Mm]unicipality|(?: Zhuang| Uygur| Hui)? [Aa]utonomous [Rr]egion| New Area| SAR|"
    r" Industrial Park|(?: [A-Z]\w+)? [Dd]istrict)?(?:, [^,.;\n]{2,70},| - [^.;\n]{2,140}? -)? (?:on \w+day )?|"
    r"(?:省|市|自治区|区|两地|地区)?(?:[\u4e00-\u9fff]{2}[市区县]?(?=发布|印发|出台|提出|计划))?"
    r"(?:[\u4e00-\u9fff]{0,6}(?:开发区|新区))?"
)
HEAD_OF_CLAUSE = re.compile(r"(?:^|[，。；：:\n\s]|\d、\*{0,2})$")
# 深圳已集聚……, at the head of a clause: the place acted.
AT_WORK = re.compile(
    r"(?:还在|携手|面向|公开征集|征集|将统筹)|(?:也|还|近[日期])?(?:已|正|聚焦|重点培育|进一步|累计|集聚|聚集|建成|"
    r"培育|打造|布局|投运|新增|加快|大力|积极|着力|围绕|实施|全力|推动|推进|拟|发文|加大|强化|深化|优化|开展|出台|推出|"
    r"探索|构建|统筹|立足|依托|瞄准|抢抓|支持|今年|搭建|创新|建立|设立|组建|引进|发挥|全面|作为(?![^，。；]{0,16}，要)|"
    r"迅速)"
)
# 北京、天津、河北面向全球发布: several act together.
IN_A_ROW = re.compile(r"(?:、[\u4e00-\u9fff]{2,5}?){1,5}(?:面向|联合|携手|共同|集中|协作|合作|深化|共建)")
# 工业大省辽宁，今年将……: an epithet of the place.
CALLED = re.compile(r"(?:^|[，。；：\n])[\u4e00-\u9fff]{2,8}(?:大省|强省|大市|强市|重镇)$")
# 到2025年，河南……打造: behind a time, a place is the subject, unless an event is held there.
TIMED = re.compile(r"(?:^|[。；\n])[^，。；\n]{0,12}(?:年|[年月]来|目前|如今|当前|期间)，$")
NOT_ITSELF = re.compile(r"[^，。]{0,6}(?:举行|召开|开幕|举办)|[的、和与及]|等")
# 江苏要增强韧性: a demand on it.
TOLD_TO = re.compile(r"[^，。；]{0,8}?(?:要(?!动力|活力|效益|空间)|应当?|必须)|[^。；]{0,60}，要")
# 在创新高地浙江杭州，记者发现，这里…….
HERE = re.compile(r"在[^，。；]{2,12}"), re.compile(r"(?:[\u4e00-\u9fff]{2,3})?，[^。；]{0,10}这里")
IN_PLACE = re.compile(r"In (?:\w+ China's )?")
BEHIND_PLACE = re.compile(
    r"(?: [Pp]rovince| [Cc]ity)?, "
    r"(?!where\b|which\b|the (?:ministry|commission)\b|an? (?:\w+ )?(?:company|firm|plan)\b)"
)
NEAR = 20
CAPITAL_WITHIN = 500
CAPITALS = re.compile(r"\b(?:Washington|Brussels|the West|Western)\b")
OF_THE_CITY = re.compile(
    r"\bBeijing(?:'s)? (?:[Mm]unicipal|[Cc]ity|E-Town|Daily|\w+ [Dd]istrict)|\b[Tt]he (?:city|capital)\b|"
    r"\bBeijing(?:,| and) Shanghai\b"
)


def acts(reading: Reading, voice: Voice) -> bool:
    """Decide whether the place `voice` acts or says something where it stands; True for a body that is not a place."""
    if voice.body != "local":
        return True
    text = reading.text
    if text.endswith(OBJECT, 0, voice.start) or OF_OBJECTS.search(text, max(0, voice.start - NEAR), voice.start):
        return False
    if text.endswith("《", 0, voice.start) and OF_ITS_PAPER.match(text, voice.end):
        return True
    return any(finds(reading, voice) for finds in (heads, _is_office, _is_subject, _is_scene))


def heads(reading: Reading, voice: Voice) -> bool:
    """Decide whether the place `voice` begins a line that heads a part of a Chinese text: 江西深化转型, 【江苏】."""
    if voice.body != "local" or reading.language != "zh" or not voice.start:
        return False
    return reading.text[voice.start - 1] in "\n【" and reading.is_headline(reading.sentence(voice.start))


def _is_office(reading: Reading, voice: Voice) -> bool:
    """Decide whether the place is a part of an office's name: 我省, 浙江省发展改革委, Jiangsu government."""
    text = reading.text
    ours = reading.patterns.own_place_cues.match(text, voice.start)
    of_place = OFFICE_OF.search(text, max(0, voice.start - 2 * NEAR), voice.start)
    return bool(ours or of_place or GOVERNMENT.match(text, voice.start) or OFFICE.match(text, voice.end))


def _is_scene(reading: Reading, voice: Voice) -> bool:
    """Decide whether the place is the scene of something done, at the beginning of a sentence.

    在深圳，机器人已进入车厂; In Jiangsu, X were built.
    """
    text, sentence = reading.text, reading.sentence(voice.start)
    if IN_PLACE.fullmatch(text, sentence.start, voice.start) and BEHIND_PLACE.match(text, voice.end):
        # In Hefei, the minister said: another one acts there.
        return text[voice.start : voice.end] != CAPITAL and all(v.body == "local" for v in reading.voices_in(sentence))
    if text[sentence.start : voice.start] == "在" and text.startswith("，", voice.end):
        return True
    return bool(HERE[0].fullmatch(text, sentence.start, voice.start) and HERE[1].match(text, voice.end))


def _is_subject(reading: Reading, voice: Voice) -> bool:
    """Decide whether the place is the subject: 深圳印发, 深圳已集聚, 到2025年，河南……."""
    text, suffix = reading.text, SUFFIX.match(reading.text, voice.end)
    if not suffix:
        return False
    if CALLED.search(text, max(0, voice.start - NEAR), voice.start):
        return True
    heads = HEAD_OF_CLAUSE.search(text, max(0, voice.start - NEAR), voice.start)
    if reading.patterns.local_cues.match(text, suffix.end()) or (
        heads and (AT_WORK.match(text, suffix.end()) or IN_A_ROW.match(text, voice.end))
    ):
        return not _is_capital(reading, voice)
    timed = TIMED.search(text, max(0, voice.start - NEAR), voice.start) or _begins(reading, voice)
    return bool(timed and not NOT_ITSELF.match(text, suffix.end()))


def _begins(reading: Reading, voice: Voice) -> bool:
    """Decide whether a Chinese sentence of news begins with the place: 青海新材料产业发展提速."""
    sentence = reading.sentence(voice.start)
    news = reading.kind == "news" and reading.language == "zh"
    if not news or sentence.start != voice.start or TOLD_TO.match(reading.text, voice.end):
        return False
    # 浙江水泥行业协会呼吁, 天津论坛期间，李强表示: another one acts.
    return all(v.body == "local" for v in reading.voices_in(sentence))


def _is_capital(reading: Reading, voice: Voice) -> bool:
    """Decide whether Beijing stands for the central government, of which a body is named there or soon after.

    It also does so in a text about other capitals, unless something belongs to the city.
    """
    if reading.text[voice.start : voice.end] != CAPITAL:
        return False
    sentence = reading.sentence(voice.start)
    if CAPITALS.search(reading.text, *sentence) and not OF_THE_CITY.search(reading.text):
        return True
    return any(v.body != "local" for v in reading.voices_in(Span(sentence.start, sentence.end + CAPITAL_WITHIN)))
