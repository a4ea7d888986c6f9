"""What Chinese sites call the parts of their pages: class and id names of text, and of what stands around it."""

import re

from bs4 import Tag

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NOISE = frozenset(
    "ad ads advert bottom breadcrumb breadcrumbs comment comments copyright crumb crumbs curb daohang "
    "dayin editor erweima ewm fenxiang fx fontsize foot footer footbox guess header hot hotnews keyword keywords "
    "likes location login logo menu mianze modal nav navbar navigation navigator next pager pages "
    "pagination path paihang pinglun popup prev qr qrcode rank ranking recommend related relation "
    "relevant search setfont share shares sharebox shengming shouye side sidebar sitemap sns social sousuo statement "
    "subnav tags tips toolbar toolbox tools top topbar tuijian weibo weixin weizhi wechat xgwz xgyd xgnews xiangguan "
    "zebian correlation advertisement bdshare bdsharebuttonbox hdnews tjyd rdtj".split()
)
_STEMS = re.compile(
    r"share|relat|recommen|comment|qrcode|footer|breadcrumb|copyright|tuijian|hotnews|xiangguan|correlat"
)
_TEXT = re.compile(
    r"trs_?(?:ue)?editor|ucap-?content|\bzoom(?:con)?\b|article[-_]?(?:content|body|text|con|detail|main|txt)\b"
    r"|(?:news|main|text|txt|detail|page|pages|post|entry|art|info|xl|view|content)[-_]?(?:content|con|body|text|txt|main)\b"
    r"|rm_txt_con|\bcontent[-_]?(?:text|txt|area|main|box|body)\b|^(?:content|article|zoom|detail|text|nr|zw|neirong|zhengwen)\b"
    r"|articlebody|artibody|endtext|custom_unionstyle|j-fontcontent|js_content|bt-content|con_con|ccontent",
    re.IGNORECASE,
)
_BODY = "articlebody"


def names(tag: Tag) -> list[str]:
    """Return the id and the classes of an element."""
    classes = tag.get("class") or []
    return [str(tag.get("id") or ""), *([classes] if isinstance(classes, str) else classes)]


def is_noise(tag: Tag) -> bool:
    """Tell whether an element calls itself navigation, sharing, related links, footer or the like."""
    if tag.name in ("nav", "footer", "aside"):
        return True
    own = [name for name in names(tag) if name]
    return any(_NOISE.intersection(map(str.lower, _WORDS.findall(name))) or _STEMS.search(name.lower()) for name in own)


def is_text(tag: Tag) -> bool:
    """Tell whether an element calls itself the text of an article."""
    if tag.name == "article" or str(tag.get("itemprop") or "").lower() == _BODY:
        return True
    return any(_TEXT.search(name) for name in names(tag) if name)
