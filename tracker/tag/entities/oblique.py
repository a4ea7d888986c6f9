"""Rows by which a name of a body is only followed, studied or addressed, or a place where another person speaks."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import Near, Rule, Scope, Table, View
from tracker.tag.entities.bodies import Voice
from tracker.tag.lexicon import Patterns

CLAUSE_END = re.compile(r"[，。；;：:\n]|, |\. ")
SENTENCE_END = re.compile(r"[。！？\n]|[.!?] ")
REACH, REACH_EN = 30, 70
FAR_BEFORE = 200
FAR_AFTER = 60
REPORT = "government work report"
CHINESE_REPORT = "政府工作"
# 四川省的2025年政府工作报告, of which the name begins with 年.
OF_THE_PLACE = re.compile(r"[省市县区州]?(?:人民政府)?的?(?:20\d\d)?")


@dataclass(frozen=True)
class NameContext:
    """A name in a text of a language, of which the words of config/words.yaml and all names of places are known."""

    text: str
    voice: Voice
    language: str
    patterns: Patterns
    places: Sequence[Voice]
    tries_a_verb = False

    @cached_property
    def before(self) -> str:
        """Return the sentence as far as the name."""
        return SENTENCE_END.split(self.text[max(0, self.voice.start - FAR_BEFORE) : self.voice.start])[-1]

    @property
    def sides(self) -> tuple[str, str]:
        """Return what precedes and what follows the name, as far as rows look."""
        text, start, end = self.text, self.voice.start, self.voice.end
        return text[max(0, start - FAR_BEFORE) : start], text[end : end + FAR_AFTER]

    def view(self, _: Scope) -> View:
        """Return the text around the name; rows about names have one scope."""
        start, end = self.voice.start, self.voice.end
        return View(self.before, self.text, end, len(self.text), self.text[start:end])


def is_a_work_report(said: NameContext) -> bool:
    """The name is that of a work report."""
    return said.text[said.voice.start : said.voice.end].lower() == REPORT


def is_after_a_place(said: NameContext) -> bool:
    """The sentence names a place before."""
    at = bisect_left(said.places, said.voice.start - len(said.before), key=lambda place: place.start)
    return at < len(said.places) and said.places[at].start < said.voice.start


def is_a_report_of_a_place(said: NameContext) -> bool:
    """The name is that of a work report, and a place stands right before it: 四川省2025年政府工作报告."""
    start = said.voice.start
    at = bisect_left(said.places, start, key=lambda place: place.start)
    if CHINESE_REPORT not in said.text[start : said.voice.end] or not at:
        return False
    return bool(OF_THE_PLACE.fullmatch(said.text, said.places[at - 1].end, start))


def is_no_place(said: NameContext) -> bool:
    """The name is not that of a place."""
    return said.voice.body != "local"


def is_studied(said: NameContext) -> bool:
    """A word of `quoted` in config/words.yaml follows the name, or begins with it: 总书记关于."""
    behind = said.voice.end + said.text.startswith(" ", said.voice.end)
    return any(said.patterns.quoted.match(said.text, place) for place in (said.voice.end, behind, said.voice.start))


def is_followed(said: NameContext) -> bool:
    """A word of `oblique` in config/words.yaml precedes the name in its clause; it says nothing, and has no data."""
    text, p, start = said.text, said.patterns, said.voice.start
    before = CLAUSE_END.split(text[max(0, start - (REACH_EN if text[start].isascii() else REACH)) : start])[-1]
    oblique = list(p.oblique.finditer(before))
    if not oblique or p.data_cues.match(text, said.voice.end):
        return False
    return not p.say.search(before, oblique[-1].end())


# 在工业和信息化部，总理听取了: a place where another person speaks.
PLACED = "在|到|来到|前往|赴|、"
PLACE_ENDS = "，(?!.{0,2}(部|委|局))|考察|调研|视察|召开|举行"

OBLIQUE = Table(
    [
        # Shanghai, which delivered its Government Work Report, is heard, and the State Council is not.
        Rule("en.oblique.report-of-a-place",
             before=r"\b([Pp]rovinc\w+|[Mm]unicipal\w*|[Cc]ity|[Rr]egion|[Cc]ounty|[Mm]ayor|[Gg]overnor|Shanghai|"
                 r"Chongqing|Tianjin|Beijing|Guangdong|Jiangsu|Zhejiang)"
                 r"('s|\b[^.;]{0,40}\b(delivered|its|released)\b[^.;]{0,20})?(\s(20\d\d|annual|latest))*\s*",
             when=(is_a_work_report,),
             examples=("Hydrogen energy is in the province's annual government work report.",
                 "Shanghai, which delivered its government work report, spoke of smart manufacturing.")),
        # Hainan will do it, its government work report says.
        Rule("en.oblique.report-of-the-place-before",
             before=r"\b(its|their)( annual| latest| own| this year's| 20\d\d)* ",
             when=(is_a_work_report, is_after_a_place),
             examples=("Hainan will foster hydrogen energy, its government work report says.",
                 "Anhui and Hunan will foster smart manufacturing, their own government work report says.")),
        Rule("zh.oblique.report-of-a-place", when=(is_a_report_of_a_place,),
             examples=("四川省2025年政府工作报告提出，发展氢能。", "合肥今年《政府工作报告》谈到低空经济。")),
        # 工信部联企业〔2024〕239号: the number of a paper.
        Rule("zh.oblique.number-of-a-paper", after=r"[\u4e00-\u9fff]{0,6}[〔\[]20\d\d[〕\]]\d",
             examples=("工信部联企业〔2024〕239号谈到氢能。", "按国办发明电，国务院〔2023〕5号文件讲低空经济。")),
        # 根据《甲部办公厅 乙局办公厅关于……的通知》: who issued the paper that is followed.
        Rule("zh.oblique.of-a-paper-followed", before="(根据|按照|依据|落实|贯彻)《[^》]*",
             after="[^《》]*关于[^《》]*》",
             examples=("根据《工信部 国家能源局关于发展氢能的通知》，我省组织申报。",
                 "按照《国务院关于发展低空经济的意见》，各市报送材料。")),
        Rule("zh.oblique.since", after="以来",
             examples=("党的二十届三中全会以来，氢能产业发展很快。", "党的二十届四中全会以来，低空经济不断壮大。")),
        Rule("oblique.studied", when=(is_studied,),
             examples=("国务院决策部署的氢能试点很多。",
                 "With the State Council at its core, work on hydrogen energy goes on.")),
        Rule("zh.oblique.at-a-body", before=PLACED, after=PLACE_ENDS, when=(is_no_place,),
             examples=("在工业和信息化部，他听取了氢能汇报。", "他来到国家能源局考察，谈到低空经济。")),
        # 在湖南，他指出; in a place itself much is done.
        Rule("zh.oblique.at-a-place", before=PLACED, after=PLACE_ENDS,
             when=(Near(after="[省市]?，[^，。；]{0,8}(指出|强调|要求)|[^，]{0,20}(考察|调研|视察)"),),
             examples=("在湖南，他指出，要发展氢能。", "他到浙江考察，谈到低空经济。")),
        Rule("oblique.followed", when=(is_followed,),
             examples=("各地贯彻国务院的要求，发展氢能。",
                 "In line with the State Council, hydrogen energy is fostered.")),
    ]
)  # fmt: skip
