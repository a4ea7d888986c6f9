"""Recognise a figure of one firm among those of an initiative: 某公司销量达50万辆, BYD sold 500,000."""

import re

from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity

CLAUSE = re.compile(r"[，；;。]|(?<!\bCo)\. (?=[A-Z])|, (?!Ltd|Inc|Co\b|LLC)|\b(?:while|whereas|but) ")
FIRM = (
    r"company|firm|automaker|carmaker|manufacturer|maker|supplier|startup|start-up|producer|enterprise|battery giant|"
    r"group"
)
SELLS = (
    r"(?:(?:has|have|also|alone|already) )*+"
    r"(?:sold|sells|delivered|delivers|shipped|ships|exported|produced|made|makes|booked|earned|posted|reported|built|"
    r"operates|operated|invested)\b"
)
OF_FIRM = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]his|[Aa]nother|[Ii]ts parent) "
    rf"(?:[\w-]{{1,30}} ){{0,2}}(?:{FIRM})(?:'s|’s)? (?!of\b)"
    r"|\b(?:[A-Z][\w-]{1,30} "
    r"(?:Auto|Motors?|Group|Automobile|Automotive|Technology|Energy|Robotics|Corp|Inc|Ltd)\b[.,]? "
    rf"|(?!(?:US|EU|UK|UAE|MIIT|NDRC|NEA|MOF|ASEAN|NEV)\b)[A-Z]{{3,5}} ){SELLS}"
    r"|[A-Za-z]['’]s (?:deliveries|net profit|market value|share price|shares)\b"
    r"|(?:该|(?:某(?!些)|[这一]家)[\u4e00-\u9fff]{0,6})(?:公司|企业|集团|车企|厂商|厂家)(?!等|们|平均)"
    r"|(?<!上市)(?<!龙头)(?<!相关)(?<!科技)(?<!大型)(?<![家各])(?:公司|集团)[\u4e00-\u9fff]{0,10}"
    r"(?:投资|销量|销售|营收|收入|产量|产值|利润|交付|生产|出口|订单|市值)"
)


def is_of_firm(sentence: Sentence, quantity: Quantity) -> bool:
    """Decide whether the clause of a quantity, up to the quantity, is about one firm."""
    text = sentence.text
    start = max((m.end() for m in CLAUSE.finditer(text, sentence.start, quantity.start)), default=sentence.start)
    return bool(OF_FIRM.search(text, start, quantity.start))
