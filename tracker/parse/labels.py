"""Extract labelled facts from a page: 来源：新华社, cells such as 发文机关 | 国务院, brackets such as 【发布文号】."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tracker.parse.blocks import Block
from tracker.parse.spaced import any_of, names_of

SPELLINGS: dict[str, list[str]] = {
    kind: names_of(words)
    for kind, words in {
        "publisher": """来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 来源于 来源自 来源单位 稿源 文章出处 出处
            转载自 转自 來源 資料來源 新聞來源 文章來源 訊息來源 Source Source(s) Sources""",
        "body": """发文机关 发文机构 发文单位 发文部门 发布机构 发布机关 发布单位 发布部门 制发机关 制发单位
            印发机关 制定机关 公布机关 公开机构 公开机关 公开主体 公开单位 公开责任部门 信息公开单位 信息提供单位
            信息发布机构 发文机构名称 所属机构 组配单位 供稿单位""",
        "number": "文号 发文字号 发文文号 发文号 发布文号 公文文号 文件编号 文件字号 文件号",
        "published": """发布日期 发布时间 发布于 发表日期 发表时间 公开日期 公开时间 公布日期 公布时间 上网日期
            上网时间 上传时间 上传日期 信息时间 信息发布时间 发稿时间 刊发时间 网站发布日期 发布
            發佈日期 發布日期 發佈時間 發布時間 發表日期 發表時間 刊登日期 公佈日期 Published Publish_date Release_date
            Posted First_posted First_published Published_on Posted_on Date_published Publication_date""",
        "dated": """日期 时间 更新时间 更新日期 录入时间 添加时间 添加日期 创建时间 更新時間 Updated
            Update Date Time Last_updated Updated_on Last_modified Modified""",
        "written": "发文日期 发文时间 成文日期 成文时间 生成日期 生成时间 印发日期 印发时间 形成日期 签发日期",
        "title": "标题 名称 信息名称 信息标题 公文名称 公文标题 文件名称 文件标题",
        "register": """索引号 信息索引号 索引 主题分类 主题 主题词 主题名称 分类 信息分类 体裁 体裁分类 服务对象
            有效性 效力 效力状态 时效 时效性 有效期 实施日期 施行日期 生效日期 生效时间 失效日期 失效时间 废止日期
            废止时间 公开方式 公开范围 公开形式 公开程序 公开时限 信息类别 信息类型 文件状态""",
        "other": """作者 记者 通讯员 供稿 发布人 发布者 文 图 摄影 撰稿
            编辑 责编 责任编辑 编审 审核 校对 审稿 初审 复审 终审 监制
            浏览 浏览量 浏览次数 浏览数 阅读 阅读量 阅读数 阅读次数 点击 点击量 点击数 点击率 点击次数 访问量
            访问次数 人气 评论 字体 字号 字体大小 文字大小 大小 背景色 视力保护色 保护视力色 分享 分享到 分享至
            打印 收藏 语音播报 状态 附件 关键词 关键字 标签 主办 承办 联系电话 电话 栏目 所属栏目 当前位置
            内容概述 摘要 概述 备注 Author Editor By""",
    }.items()
}
"""How sites spell the labels of each kind; the last two are known so that a value ends where they begin."""

_KINDS = {"".join(name.split()).lower(): kind for kind, names in SPELLINGS.items() for name in names}
_NAME = any_of([name for names in SPELLINGS.values() for name in names])
_LABEL = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z])(?:[【\[]\s*(?P<framed>{_NAME})\s*[】\]]\s*[:：]?|(?P<plain>{_NAME})\s*[:：])",
    re.IGNORECASE,
)
_CELL = re.compile(rf"\s*({_NAME})\s*[:：]?\s*", re.IGNORECASE)
_APART = "\x1f"
_LINE_MOST, _NEXT_MOST = 400, 60
_EDGES = " \t　|｜·丨/:：,，;；-—"
_FRAMES = "[]【】()（）<>《"
_PAIRS = {"（": "）", "(": ")", "《": "》"}
"""Brackets that begin a value, （转载）, or frame all of it."""


@dataclass(frozen=True)
class Label:
    """One labelled fact: the kind of its label (a key of SPELLINGS) and its value."""

    kind: str
    value: str
    at: int
    """The number of the block that contains it."""
    rest: str
    """The value and what follows it, up to the next label."""


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    name: str


def labels(found: list[Block]) -> Iterator[Label]:
    """Yield the labelled facts of a page's blocks in page order; values may be in the next cell or block."""
    for at, block in enumerate(found):
        if block.row or block.size <= _LINE_MOST:
            yield from _of_block(found, at)


def _of_block(found: list[Block], at: int) -> Iterator[Label]:
    block = found[at]
    text = _APART.join(block.pieces)
    end = _Mark(len(text), len(text), "")
    for mark, following in pairwise([*_marks(block, text), end]):
        said = text[mark.end : following.start]
        value = next((part for piece in said.split(_APART) if (part := _trimmed(piece))), "")
        if not value and following is end and not block.row:
            value = _from_next(found, at)
        if value:
            kind = _KINDS["".join(mark.name.split()).lower()]
            yield Label(kind, value, at, said.replace(_APART, " ").strip() or value)


def _marks(block: Block, text: str) -> list[_Mark]:
    """Return the labels of a block; in a row, or alone in a block, a label needs no colon."""
    marks = [_Mark(*match.span(), match["framed"] or match["plain"]) for match in _LABEL.finditer(text)]
    if not block.row and (marks or len(block.pieces) > 1):
        return marks
    start = 0
    for piece in block.pieces:
        end = start + len(piece)
        if (match := _CELL.fullmatch(piece)) and not any(start <= mark.start < end for mark in marks):
            marks.append(_Mark(start, end, match[1]))
        start = end + 1
    return sorted(marks, key=lambda mark: mark.start)


def _from_next(found: list[Block], at: int) -> str:
    """Return the block after a label, if it is short, beside it and not a label itself."""
    if at + 1 == len(found) or found[at + 1].tag.parent is not found[at].tag.parent:
        return ""
    following = found[at + 1]
    value = _trimmed(following.pieces[0])
    return "" if following.size > _NEXT_MOST or _CELL.fullmatch(value) or _LABEL.match(value) else value


def _trimmed(text: str) -> str:
    """Strip punctuation from both ends, but not a bracket that closes one in the value, or begins with one of it."""
    text = text.strip(_EDGES)
    if _PAIRS.get(text[:1], _APART) in text:
        return text.rstrip(_EDGES + _FRAMES)
    return text if text.endswith(("）", ")", "》")) else text.strip(_EDGES + _FRAMES)
