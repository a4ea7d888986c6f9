"""Replace words of Taiwan and Hong Kong by those of the mainland: 人工智慧 by 人工智能, 網際網路 by 互联网.

Official sites, too, have pages that a converter put into the vocabulary of Taiwan, and not into its characters alone.
"""

import re

# What is shorter on the mainland is filled up with a sign that reading does not see.
_PAD = "\u200b"
WORDS = (
    ("人工智慧", "人工智能"),
    ("具身智慧", "具身智能"),
    # 智慧城市 and 智慧农业 are called so on the mainland, too.
    ("智慧(?=制造|网联|驾驶|终端|装备|机器人|算力|体|化)", "智能"),
    ("资讯", "信息"),
    ("网际网路", f"{_PAD}互联网"),
    ("网路", "网络"),
    ("行动通讯", "移动通信"),
    ("行动通信", "移动通信"),
    ("通讯(?=产业|技术|网)", "通信"),
    ("数位(?=经济|中国|化|技术|转型|贸易|产业|基础|政府|孪生|消费|人民币|社会|乡村|平台)", "数字"),
    ("大资料", "大数据"),
    ("资料(?=要素|中心|基础制度)", "数据"),
    ("积体电路", "集成电路"),
    ("晶片", "芯片"),
    ("工业软体", "工业软件"),
    ("机械人", "机器人"),
    ("奈米", "纳米"),
    ("高品质(?=发展)", "高质量"),
    ("专案(?=行动|规划|资金|工程|整治)", "专项"),
    ("专案", "项目"),
    ("计画", "计划"),
)
"""Patterns of words in simplified characters, which begin with a literal, and words of the mainland of its length."""
_ROWS = [(word.partition("(?=")[0], re.compile(word), ours) for word, ours in WORDS]
_ABROAD = [(ours.removeprefix(_PAD), literal) for literal, _, ours in _ROWS]


def mainland(text: str) -> str:
    """Return `text`, which is in plain characters, in the words of the mainland, one character for one."""
    for literal, word, ours in _ROWS:
        if literal in text:
            text = word.sub(ours, text)
    return text


def spellings(text: str) -> set[str]:
    """Return the forms, in simplified characters, that `mainland` may turn into `text`, with the text itself."""
    found = {text}
    for ours, literal in _ABROAD:
        if ours in text:
            found |= {one.replace(ours, literal) for one in found}
    return found
