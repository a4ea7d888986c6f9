"""Recognise what a site prints as the last lines of any text: who may reprint it, whose views it gives, codes to scan.

Laws say such things too, so they count only as the very last lines of a page.
"""

import re

_MOST = 300
_RIGHTS = re.compile(
    r"(?:严禁|禁止|不得|谢绝|请勿)[^。]{0,16}(?:转载|镜像|摘编)|转载[^。]{0,10}(?:请注明|须注明|请联系|授权)"
    r"|未经[^。]{0,20}(?:授权|许可)[^。]{0,24}(?:转载|镜像|摘编|使用)|(?:侵权|违者)必究|如[需欲要]?转载|索取稿酬"
    r"|(?:版权|著作权)[^。，]{0,4}[归属][^。]{1,30}所有|^\W{0,2}凡[^。]{0,6}注明"
)
_VIEWS = re.compile(
    r"(?:仅|不)代表[^。]{0,8}(?:作者|本人|个人|平台|本站|本网)[^。]{0,6}(?:观点|立场)"
    r"|不构成[^。]{0,10}投资(?:建议|依据)"
    r"|仅提供信息(?:发布|存储)"
)
_CODE = re.compile(r"\W{0,3}(?:(?:微信)?扫(?:描|码)|长按|识别)[^。，；]{0,10}(?:二维码|识别)[^。，；]{0,16}[。！!]?$")
_CREDIT = re.compile(r"\W{0,2}(?:封面|题图|头图|首图)(?:图片)?(?:来源|来自|自)?\s?[:：|｜]?\s?[^。；，]{2,24}\W?$")
_ADDRESS = re.compile(r"\W?[\w.+-]{1,40}@[\w-]{1,30}(?:\.[A-Za-z]{2,10}){1,3}\W?")


def is_parting(line: str, before: str) -> bool:
    """Decide whether the last line of a text, which follows `before`, is one that the site adds.

    The address of its writer counts below an English sentence.
    """
    if len(line) > _MOST:
        return False
    if _ADDRESS.fullmatch(line):
        return before.endswith((".", '."', ".”", ".)"))
    return any(form.search(line) for form in (_RIGHTS, _VIEWS)) or bool(_CODE.match(line) or _CREDIT.match(line))
