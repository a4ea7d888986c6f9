"""Reads labelled facts off a page: 来源：新华社, cells such as 发文机关 | 国务院, brackets such as 【发布文号】."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.blocks import Block

_SPELLINGS: dict[str, str] = {
    "publisher": "来源|信息来源|文章来源|稿件来源|新闻来源|内容来源|来源于|来源自|来源单位|稿源|文章出处|出处|转载自|转自|Source",
    "body": "发文机关|发文机构|发文单位|发文部门|发布机构|发布机关|发布单位|发布部门|制发机关|制发单位|印发机关|公开机构|公开主体|公开机关|"
    "信息提供单位|制定机关|公开责任部门|公布机关|公开单位|信息公开单位|组配单位|供稿单位|供稿|信息发布机构|发布人|发布者|所属机构|发文机构名称",
    "number": "发文字号|发文文号|发布文号|文件编号|文号|发文号|文件字号|文件号|公文文号",
    "published": "发布日期|发布时间|发表日期|发表时间|公开日期|公开时间|公布日期|公布时间|发布于|上网日期|上网时间|上传时间|信息时间|"
    "发稿时间|刊发时间|网站发布日期|Published|Publish date|Release date",
    "dated": "日期|时间|发文日期|发文时间|更新时间|更新日期|录入时间|添加时间|添加日期|创建时间|Updated|Update|Date|Time",
    "written": "成文日期|成文时间|生成日期|生成时间|印发日期|印发时间|形成日期|签发日期",
    "title": "标题|名称|信息名称|公文名称|文件名称|文件标题|公文标题|信息标题",
    "other": "索引号|信息索引号|索引|主题分类|主题|主题词|主题名称|分类|信息分类|体裁|体裁分类|服务对象|有效性|效力|时效|时效性|效力状态|有效期|"
    "实施日期|施行日期|生效日期|生效时间|失效日期|失效时间|废止日期|废止时间|作者|记者|通讯员|文|图|摄影|撰稿|编辑|责编|责任编辑|编审|审核|"
    "校对|审稿|初审|复审|终审|监制|浏览|浏览量|浏览次数|浏览数|阅读|阅读量|阅读数|阅读次数|点击|点击量|点击数|点击率|点击次数|访问量|访问次数|人气|"
    "评论|字体|字号|字体大小|文字大小|大小|背景色|视力保护色|保护视力色|分享|分享到|分享至|打印|收藏|语音播报|状态|文件状态|附件|关键词|关键字|"
    "标签|主办|承办|联系电话|电话|公开方式|公开范围|公开形式|公开程序|公开时限|信息类别|信息类型|栏目|所属栏目|当前位置|内容概述|摘要|概述|备注|"
    "Author|Editor|By",
}
_KINDS = {"".join(name.split()).lower(): kind for kind, names in _SPELLINGS.items() for name in names.split("|")}


def _spaced(name: str) -> str:
    return r"\s+".join(name.split()) if name.isascii() else r"\s*".join(name)


_NAME = "|".join(
    _spaced(name) for name in sorted("|".join(_SPELLINGS.values()).split("|"), key=len, reverse=True)
)
_LABEL = re.compile(rf"(?<![\u4e00-\u9fffA-Za-z])(?:[【\[]\s*({_NAME})\s*[】\]]\s*[:：]?|({_NAME})\s*[:：])", re.IGNORECASE)
_CELL = re.compile(rf"\s*({_NAME})\s*[:：]?\s*", re.IGNORECASE)
_SEPARATOR = "\x1f"
_MOST = 400


@dataclass(frozen=True)
class Label:
    """One labelled fact: its kind (publisher, body, number, published, dated, written, title, other) and value."""

    kind: str
    value: str
    at: int
    """The number of the block that it stands in."""
    rest: str = ""
    """The value and what follows it, up to the next label."""


def labels(found: list[Block]) -> Iterator[Label]:
    """Yield the labelled facts of a page's blocks in page order; values may stand in the next cell or block."""
    for at, block in enumerate(found):
        if block.size > _MOST and not block.row:
            continue
        text = _SEPARATOR.join(block.pieces)
        marks = [(*match.span(), match[1] or match[2]) for match in _LABEL.finditer(text)]
        if block.row or not marks:
            marks = _cells(block, marks, text)
        for i, (_, end, name) in enumerate(marks):
            stop = marks[i + 1][0] if i + 1 < len(marks) else len(text)
            value, rest = _value(text[end:stop]), text[end:stop].replace(_SEPARATOR, " ").strip()
            if not value and stop == len(text) and not block.row:
                value = _next(found, at)
            if value:
                yield Label(_KINDS["".join(name.split()).lower()], value, at, rest or value)


Mark = tuple[int, int, str]


def _cells(block: Block, marks: list[Mark], text: str) -> list[Mark]:
    """Add the cells that are a label without a colon."""
    if not block.row and len(block.pieces) > 1:
        return marks
    found, start = {mark[0]: mark for mark in marks}, 0
    for piece in text.split(_SEPARATOR):
        if (match := _CELL.fullmatch(piece)) and not any(start <= at < start + len(piece) for at in found):
            found[start] = (start, start + len(piece), match[1])
        start += len(piece) + 1
    return [found[at] for at in sorted(found)]


def _value(text: str) -> str:
    return next((part for piece in text.split(_SEPARATOR) if (part := _clean(piece))), "")


def _clean(text: str) -> str:
    return text.strip(" \t|｜·丨/　:：,，;；-—[]【】()（）<>《" if not text.strip().endswith(("）", ")", "》")) else " \t|｜·:：,，;；")


def _next(found: list[Block], at: int) -> str:
    if at + 1 >= len(found):
        return ""
    following = found[at + 1]
    if following.tag.parent is not found[at].tag.parent:
        return ""
    value = _clean(following.pieces[0] if following.pieces else "")
    return "" if following.size > 60 or _CELL.fullmatch(value) or _LABEL.match(value) else value
