"""List the class names and words that mark navigation, sharing and other boilerplate."""

import re

from bs4 import Tag

_NOISE = re.compile(
    r"""(?x)
    \b(?: ads? | advert(?:isement)? | bds? | bottom | crumbs? | curb | daohang | dayin | erweima | ewm
        | fenxiang | fx | fontsize | foot | footbox | guess | header | hot | keywords? | likes | location | login | logo
        | menu | mianze | modal | nav | navbar | navigat(?:ion|or) | next | pager | pages | pagination | path | paihang
        | pinglun | popup | prev | qr | rank(?:ing)? | rdtj | search | setfont | shengming | shouye | side | sidebar
        | sitemap | sns | social | sousuo | statement | subnav | tags | tips | tjyd | tool(?:s|bar|box)? | top | topbar
        | wechat | weibo | weixin | weizhi | xgnews | xgwz | xgyd | zebian )\b
    | share | relat | relevant | recommen | comment | qrcode | footer | breadcrumb | copyright | tuijian | hotnews
    | xiangguan | correlat
    | ^editor$ # the person; in a longer name it is the program that the text was written with
    """
)
_PART = "(?:content|con|body|text|txt|main)"
_TEXT = re.compile(
    rf"""(?xi)
    trs_?(?:ue)?editor | ucap-?content | \bzoom(?:con)?\b | article[-_]?(?:{_PART}|detail)\b
    | (?:news|main|text|txt|detail|pages?|post|entry|art|info|xl|view|content)[-_]?{_PART}\b
    | \bcontent[-_]?(?:text|txt|area|main|box|body)\b | ^(?:content|article|detail|text|nr|zw|neirong|zhengwen)\b
    | articlebody | artibody | endtext | custom_unionstyle | j-fontcontent | js_content | con_con | ccontent
    """
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names(tag: Tag) -> list[str]:
    """Return the id and the classes of an element."""
    id_, classes = tag.attrs.get("id"), tag.attrs.get("class")
    return [*([str(id_)] if id_ else ()), *(str(classes).split() if classes else ())]


def is_noise(tag: Tag) -> bool:
    """Decide whether an element is named as navigation, sharing, related links, footer or similar.

    A name that means a text, such as trs_editor_view, does not count, whatever words it contains.
    """
    own = (" ".join(_WORDS.findall(name)).lower() for name in names(tag) if not _TEXT.search(name))
    return tag.name in ("nav", "footer", "aside") or any(map(_NOISE.search, own))


def is_text(tag: Tag) -> bool:
    """Decide whether an element is named as the text of an article."""
    if tag.name == "article" or str(tag.attrs.get("itemprop") or "").lower() == "articlebody":
        return True
    return any(map(_TEXT.search, names(tag)))
