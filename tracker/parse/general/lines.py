"""Classify the lines of a page as text or boilerplate."""

import re

from tracker.parse.blocks import Block
from tracker.parse.general.english_head import is_dated
from tracker.parse.general.issues import paper_of
from tracker.parse.labels import SPELLINGS
from tracker.parse.spaced import any_of, names_of

_OPEN = r"^[\s【\[(（>|]*"


def _starting(words: str, then: str = "") -> re.Pattern[str]:
    return re.compile(f"{_OPEN}(?:{any_of(names_of(words))}){then}", re.IGNORECASE)


_OWNER = re.compile(
    "版权所有|copyright|©|ICP\\s*[备证]|公网安备|网站标识码|all rights reserved|we use cookies"
    "|本(?:网站?|站)所有内容|分辨率[^。]{0,10}(?:浏览|显示)"
    "|^[^。，由]{0,30}主办[^。由]{0,30}承办[^。]{0,40}(?:地址|邮编)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    any_of(
        names_of(
            """网站地图 技术支持： 技术支持: 违法和不良信息 举报电话 举报邮箱 备案号 备案序号
            未经授权 未经许可 未经书面授权 法律声明 网站管理 隐私政策 隐私保护 增值电信 信息网络传播视听
            互联网新闻信息服务许可 新闻热线 客户端下载"""
        )
    )
    + r"|^\s*[主承]办(?:单位)?\s?[:：]|^\W*[主承]办单位|[主承]办单位\s?[:：]|建议使用.{0,20}浏览器"
)
_STOPS = re.compile(r"[。；]")
_CLAUSE = re.compile(r"[。！？；，]")
_NOTICE = re.compile(_OPEN + r"[“\"]?(?:(?:免责|版权|特别|郑重)?声\s*明\s*[:：】]|(?:免责|版权)声明)")
_END = _starting(
    """上一篇 上一条 上一则 上一页 下一篇 下一条 下一则 下一页 前一篇 后一篇 网友评论 我要评论 发表评论 最新评论
    查看更多评论 查看全部评论 登录后 纠错 我要纠错 返回顶部 返回列表 返回首页 返回上一页 扫一扫 责任编辑 转载请
    本文来源 本文来自 文章来自 稿件来自 繁體 欢迎关注 关注我们 关注微信 微信扫 微信公众号 更多精彩 更多原创
    更多内容 更多信息 責任編輯 相關新聞 相關閱讀 延伸閱讀 推薦閱讀 打开微信 打开APP 正文已结束 点击进入专题 原标题：
    copyright © read_more read_or_share_this_story"""
)
_ENGLISH_END = re.compile(
    r"\W{0,3}(?:(?:THE\s)?END\W{0,3}$|(?i:(?:subscribe to|sign up for|get)\s(?:the|our|your)\b.{0,40}\bnewsletters?\b))"
)
_ENGLISH_CONTACT = re.compile(
    r"\W{0,3}(?:contact (?:the )?(?:reporter|writer|editor|author)s?\b.{0,60}@|download (?:our|the) \w{0,12} ?app\b)",
    re.IGNORECASE,
)
_ENGLISH_PART = re.compile(
    r"\W{0,3}(?:about the authors?|authors?(?:\(s\))?|recent work|read more|further reading|most read"
    r"|(?:related|recommended|more) (?:content|stories|articles|reading|publications|news|posts))\W{0,3}",
    re.IGNORECASE,
)
_RELATED = _starting(
    """相关链接 相关阅读 相关文章 相关新闻 相关报道 相关文档 相关稿件 相关推荐 相关解读 相关信息 相关内容
    相关专题 相关附件 相关政策 相关热词 相关资讯 相关搜索 相关文件 推荐 推荐阅读 推荐新闻 推荐文章 延伸阅读
    扩展阅读 拓展阅读 热门推荐 热门文章 热门新闻 热门 热点 热点推荐 热点新闻 热点排行 猜你喜欢 为你推荐 为您推荐
    精彩推荐 精彩阅读 延伸·推荐 延伸_·_推荐 更多 更多新闻 更多推荐 更多文章 最新 最新新闻 最新文章 最新资讯
    最新推荐 编辑推荐 正文 share print related""",
    r"\s*(?:[:：|丨/>】\]]|$)",
)
_CREDITS = re.compile(r"(?:编辑|责编|编审|审核|校对|摄影|摄像|供稿|撰稿|撰文|制图|监制)(?:[\s/／|丨·]|$)")
"""Names of those who made the text, without colons; a line that gives two of them says nothing else."""
_ALONE = re.compile(r"\W*(?:图集|关注|订阅|已关注)\W*|\+\s?\d+")
"""What buttons beside a text say, and no text."""
_CREDIT = _starting(
    """责编 编辑 网络编辑 值班编辑 新媒体编辑 本期编辑 本版编辑 本版责编 实习编辑 文字编辑
    图片编辑 版面编辑 视觉编辑 一审 二审 三审 初审 复审 终审 审核 校对 排版 制作 监制 统筹 策划
    值班编委 值班主任 作者 标签 关键词 关键字 来源 文章来源 稿件来源 信息来源 新闻来源 内容来源 editor
    editors web_editor 責編 編輯""",
    r"\s*[:：|丨/][^。，；]{0,50}$",
)
_WIDGET = _starting(
    "打印 关闭 收藏 点赞 举报 分享 浏览 点击 阅读 访问 字体 字号 扫码",
    r"\s*(?:[:：|丨/>】\]\d]|本|此|页|窗口|到|至|次数|量|数|率|大小|$)",
)
_END_OF_PORTAL = re.compile(
    _OPEN + r"(?:返回\S{2,6}查看更多|(?:下载|打开).{0,8}(?:APP|客户端)|.{0,24}尽在.{1,12}(?:APP|客户端)\W{0,3}$)",
    re.IGNORECASE,
)
_DAY = r"(?:19|20)\d\d\s*[-/.年]\s*\d\d?\s*[-/.月]\s*\d\d?\s*日?"
_CHANGED = re.compile(rf"{_OPEN}(?:最后)?(?:更新|修改|发布|编辑|录入)(?:时间|日期|時間)\s*[:：]\s*{_DAY}[\s\d:：]*$")
_PAGING = re.compile(r"\d+|首页|上一?页|下一?页|尾页|末页|[共第页]|[\s\[\]【】()（）|<>.…]")
_ENDS = (_CHANGED, _END, _ENGLISH_END, _RELATED, _CREDIT, _WIDGET, _END_OF_PORTAL)
_SURE_END = _starting(
    """责任编辑 责编 相关链接 相关阅读 相关文章 相关新闻 相关报道 推荐阅读 延伸阅读 为你推荐 为您推荐 上一篇 上一条
    网友评论 纠错 打印本页 扫一扫"""
)
_HEAD = _starting(
    """您的位置 您现在的位置 您当前的位置 您所在的位置 您当前所在的位置 您的当前位置 当前位置 现在位置 所在位置
    所在的位置 来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 发布日期 发布时间 发表日期 发表时间 更新日期
    更新时间 公开日期 公开时间 录入时间 视力保护 保护视力 大中小 语音播报 责任编辑"""
)
_HEAD_LABEL = _starting("作者 编辑 评论 原标题 本文原标题", r"\s*[:：]")
_PATH = re.compile(_OPEN + r"(?:首\s*页\s*[>＞»|/-]|\d+\s*(?:人参与|评论))")
_FACT = _starting(
    " ".join(
        "_".join(name.split())
        for kind in ("body", "number", "written", "title", "register")
        for name in SPELLINGS[kind]
    ),
    r"\s*(?:[:：】\]]|\t)",
)
_LENGTH = re.compile(r"\W{0,2}(?:全文|本文)(?:共|约|共约)?\s?\d{2,6}\s?字[^。]{0,30}$")
"""How long it takes to read the text."""
_BYLINE = re.compile(rf"^.{{0,12}}{_DAY}\s*\d?\d[:：]\d\d|^{_DAY}(?:\s*来源|\s\S{{0,40}}$|$)")
_HEADS = (_HEAD, _HEAD_LABEL, _PATH, _BYLINE, _LENGTH, _WIDGET)
_SENTENCE = re.compile(r"[。！？；!?;，,、]|\.\s|\.$")
_BUTTON_MOST = 8
HEADINGS = ("h1", "h2", "h3", "h4")
_SENTENCE_LEAST, _PARAGRAPH, _LONG, _END_MOST, _HEAD_MOST, _LINE_MOST = 12, 25, 80, 60, 90, 300


def is_footer(text: str) -> bool:
    """Decide whether a line belongs to the site's footer: owner, licence numbers, reports of abuse."""
    return len(text) <= _LINE_MOST and bool(_OWNER.search(text) or (_FOOTER.search(text) and not _STOPS.search(text)))


def ends_text(text: str) -> bool:
    """Decide whether hardly any text follows a line: editors, related links, sharing, the footer."""
    if len(text) <= _END_MOST and any(form.match(text) for form in _ENDS):
        return True
    if len(text) <= _END_MOST and _ENGLISH_PART.fullmatch(text):
        return True
    if paper_of(text) or (len(text) <= _LINE_MOST and _ENGLISH_CONTACT.match(text)):
        return True
    return is_footer(text) or _is_notice(text) or is_paging(text) or is_button(text) or _are_credits(text)


def is_button(text: str) -> bool:
    """Decide whether a line is a button beside a text: 关注, 图集, +1."""
    return len(text) <= _BUTTON_MOST and bool(_ALONE.fullmatch(text))


def _are_credits(text: str) -> bool:
    """Decide whether a line names several who made the text: 编辑 王五 校对 赵六."""
    return _BUTTON_MOST < len(text) <= _END_MOST and len(_CREDITS.findall(text)) > 1 and not _CLAUSE.search(text)


def surely_ends_text(text: str) -> bool:
    """Decide whether no site prints more text after a line: the responsible editor, a disclaimer."""
    return _is_notice(text) or (len(text) <= _END_MOST and bool(_SURE_END.match(text)))


def is_paging(text: str) -> bool:
    """Decide whether a line consists of links to the pages of an article: [1] [2] 下一页."""
    return len(text) <= _END_MOST and ("上" in text or "下" in text) and "页" in text and not _PAGING.sub("", text)


def _is_notice(text: str) -> bool:
    return len(text) <= _LINE_MOST and bool(_NOTICE.match(text))


def heads_text(text: str) -> bool:
    """Decide whether a line belongs between title and text: source, date, size of letters, counts of readers.

    A cell of the register counts, too.
    """
    if len(text) <= _HEAD_MOST and any(form.match(text) for form in _HEADS):
        return True
    return (
        is_dated(text)
        or is_button(text)
        or bool(paper_of(text))
        or (len(text) <= _LINE_MOST and bool(_FACT.match(text)))
    )


def is_sentence(block: Block) -> bool:
    """Distinguish running text from labels and headlines."""
    return block.size >= _SENTENCE_LEAST and bool(_SENTENCE.search(block.text)) and block.links * 2 < block.size


def is_paragraph(block: Block) -> bool:
    """Decide whether a block is more than a line of facts or a caption."""
    return block.size > _PARAGRAPH and is_sentence(block) and block.tag.name not in HEADINGS


def is_long(block: Block) -> bool:
    """Decide whether a block is a paragraph that no headline, standfirst, caption or line of facts is as long as."""
    return block.size >= _LONG and is_sentence(block)
