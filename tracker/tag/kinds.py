"""Distinguish things of one general noun by the words before it: green factories, and not green mines."""

import re

from tracker.tag.sentences import Name
from tracker.text.numbers.amounts import Quantity

# 绿色工厂268家、绿色矿山53家: however much their names share.
KIND = re.compile(
    r"[\s、，和及]*(?:并|还|也|已|共|累计|新|成功)*(?:培育|建成|建设|新增|打造|创建|认定|入选|获批|拥有|布局|推动|"
    r"形成)?了?"
    r"(?P<own>[\u4e00-\u9fffA-Za-z0-9“”\"+]{1,16}?)"
    r"(?P<head>工厂|集群|矿山|中心|基地|园区|车间|平台|示范区|试验区|先导区|实验室|供应链|高新区|开发区|充电桩|"
    r"换电站|充电站|加氢站|场景)"
    r"(?:总数|数量|累计|已|共|均|达到?|增至|超过?|突破|近|约)*"
)
# Words that any kind may bear.
ANY = re.compile(
    r"国家|全国|世界|省|市|区|县|级|新|首批|第.批|公共|私人|个人|重点|典型|优秀|标杆|示范|领航|卓越|先进|基础|零星|"
    r"其中|另有|等|的|"
    r"各类|类|其他|超级|专用|[“”\"\d]"
)
# Six manufacturing innovation centers and three industrial innovation centers.
KIND_EN = re.compile(
    r"\s?(?P<own>(?:[A-Za-z][\w-]*\s){1,4}?)(?P<head>centers|centres|clusters|factories|zones|parks|bases|platforms|"
    r"workshops|stations|piles|vehicles|standards|cities|laboratories|hubs|firms)\b"
)
ANY_EN = re.compile(
    r"national|state|provincial|municipal|local|new|key|more|other|such|similar|pilot|top|leading|[\w-]+-level|level|"
    r"of|all|total|its|their|our|"
    r"the|these|public|private|additional|further|existing|related|first|second|third|whose|in|for|across|are|were"
)
ENDS = re.compile(r"[\d，。；、,;]")
STEM = 5
COMPOUND = 6


def is_of_another_kind(text: str, name: Name, quantity: Quantity, own: str) -> bool:
    """Decide whether a member of a list counts things that have other words before their noun than `name` has.

    `own` is the member before its quantity.
    """
    written = text[name.start : name.end]
    if written.isascii():
        noun, known = KIND_EN.match(text, quantity.end), written.lower()
        words = noun["own"].lower().split() if noun else []
        others = [word for word in words if not ANY_EN.fullmatch(word) and word[:STEM] not in known]
        return noun is not None and bool(others) and noun["head"][:STEM] in known
    kind = KIND.fullmatch(own)
    if kind is None or not (word := ANY.sub("", kind["own"])):
        return False
    compound = written + ENDS.split(text[name.end : name.end + COMPOUND])[0]
    return word not in compound or kind["head"] not in compound
