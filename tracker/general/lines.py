"""Lines that stand on pages and are no text: who is responsible, print and close, share, related links, the footer."""

import re

from tracker.blocks import Block

_FOOTER = re.compile(
    r"版权所有|copyright|©|ICP\s*[备证]|公网安备|网站标识码|网站地图|主办单位|^主办[:：]|^承办|技术支持[:：]|建议使用.{0,20}浏览器|"
    r"违法和不良信息|举报(?:电话|邮箱)|备案(?:序)?号|all rights reserved|未经(?:书面)?(?:授权|许可)|法律声明|访问量统计|"
    r"网站管理|隐私(?:政策|保护)|增值电信|信息网络传播视听|互联网新闻信息服务许可|新闻热线|客户端下载",
    re.IGNORECASE,
)
_END = re.compile(
    r"^[\s【\[(（>]*(?:"
    r"相关(?:链接|阅读|文章|新闻|报道|文档|稿件|推荐|解读|信息|内容|专题|附件|政策|热词|资讯|搜索|文件)\s*(?:[:：>】]|$)|"
    r"(?:推荐|延伸|扩展|拓展|热门|猜你喜欢|为[你您]推荐|热点|精彩|更多|最新|编辑)(?:阅读|推荐|新闻|文章|资讯|排行|内容)?\s*(?:[:：>】]|$)|"
    r"上一[篇条则页]|下一[篇条则页]|前一篇|后一篇|网友评论|我要评论|发表评论|最新评论|查看(?:更多|全部)评论|登录后|纠错|我要纠错|"
    r"打\s*印|关\s*闭|返回\S{2,6}查看更多|返\s*回\s*(?:顶部|列表|首页|上一页)|扫一扫|扫码|分\s*享(?:到|至|本文|[:：]|$)|收\s*藏|点赞|"
    r"责\s*任\s*编\s*辑|责\s*编\s*[:：]|(?:网络|值班|新媒体)?编\s*辑\s*[:：|丨/]|"
    r"(?:[一二三初复终]审|审核|校对|排版|制作|监制|统筹|策划|值班编委|值班主任|作者)\s*[:：|丨/]|"
    r"(?:阅读|浏览|点击|访问)(?:次数|量|数)|标\s*签\s*[:：]|关键(?:词|字)\s*[:：>]|"
    r"转载请|本文来源|原标题[:：]$|(?:本文|文章|稿件)?来自|(?:文章|稿件|信息|新闻|内容)?来\s*源\s*[:：]|字\s*体|字\s*号|繁體|正文$|"
    r"欢迎关注|关注(?:我们|微信)|微信(?:扫|公众号)|更多(?:精彩|原创|内容|信息)|\(?本文来自|举报|打开(?:微信|APP)|下载.{0,6}(?:APP|客户端)|"
    r"share\b|print\b|related\b|editor\s*:|copyright\b|©|read more\b"
    r")",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"^[\s【\[(（>]*(?:责\s*任\s*编\s*辑|责\s*编|相关(?:链接|阅读|文章|新闻|报道)|(?:推荐|延伸)阅读|为[你您]推荐|上一[篇条]|网友评论|纠错|"
    r"打印本页|扫一扫)"
)
_NOTICE = re.compile(r"^[\s【\[(（]*(?:(?:免责|版权|特别|郑重|风险)?(?:声\s*明|提示)\s*[:：】]|(?:免责|版权)声明|(?:特别提醒|注)[:：].{0,40}转载)")
_HEAD = re.compile(
    r"^[\s【\[(（|>]*(?:您?(?:现在|当前)?(?:所在)?的?位置|首\s*页\s*[>＞»|/-]|来\s*源|(?:信息|文章|稿件|新闻|内容)来源|"
    r"(?:发布|发表|更新|公开|录入)(?:日期|时间)|作\s*者\s*[:：]|字\s*[体号]|视力保护|保护视力|浏览|点击|阅读(?:次数|量)?\s*[:：]|"
    r"分\s*享|打\s*印|收\s*藏|大\s*中\s*小|索\s*引\s*号|语音播报|编辑[:：]|责任编辑|访问|评论|\d+\s*(?:人参与|评论))"
)
_FACT = re.compile(
    r"^[\s【\[]*(?:信息)?(?:索\s*引(?:\s*号)?|名\s*称|标\s*题|文\s*号|发文字号|发布文号|主\s*题\s*(?:词|分\s*类)|分\s*类|体裁分类|服务对象|"
    r"(?:发文|发布|制发|公开|印发)(?:机构|机关|单位|部门|日期)|(?:成文|生成|生效|失效|废止|实施)日期|有\s*效\s*性|时\s*效(?:性)?|公开方式)"
    r"\s*(?:[:：】\]]|\t)"
)
_BYLINE = re.compile(
    r"^.{0,12}(?:19|20)\d\d\s*[-/.年]\s*\d\d?\s*[-/.月]\s*\d\d?\s*日?\s*\d?\d[:：]\d\d|^(?:19|20)\d\d(?:-\d\d-\d\d|年\d\d?月\d\d?日)(?:\s*来源|\s\S{0,40}$|$)"
)
_SENTENCE = re.compile(r"[。！？；!?;，,、]|\.\s|\.$")
_END_MOST = 60
_HEAD_MOST = 90
_FOOTER_MOST = 300


def is_footer(text: str) -> bool:
    """Tell a line of the site's footer: owner, licence numbers, reports of abuse."""
    return len(text) <= _FOOTER_MOST and bool(_FOOTER.search(text))


def is_strong_end(text: str) -> bool:
    """Tell an end that stands on no page before more text: related links, the responsible editor, a notice."""
    return bool(_STRONG.match(text)) or bool(_NOTICE.match(text))


def ends_text(text: str) -> bool:
    """Tell a line behind which there is no text any more: editors, related links, sharing, the footer."""
    if len(text) <= _END_MOST and _END.match(text):
        return True
    return len(text) <= _FOOTER_MOST and bool(_NOTICE.match(text) or _FOOTER.search(text))


def heads_text(text: str) -> bool:
    """Tell a line between title and text: source, date, size of letters, counts of readers."""
    if len(text) <= _HEAD_MOST and (_HEAD.match(text) or _BYLINE.match(text)):
        return True
    return len(text) <= _FOOTER_MOST and bool(_FACT.match(text))


def is_sentence(block: Block) -> bool:
    """Tell running text from labels and headlines."""
    return block.size >= 12 and bool(_SENTENCE.search(block.text)) and block.links * 2 < block.size
