"""Recognise forecasts in a Chinese sentence, which are not anyone's plan."""

import re

from tracker.tag.acts.target_context import TargetContext, strike

# 预计全年将超过100万辆: a forecast, and not a plan.
FORECAST = re.compile(
    # 预计两年内，15个城市将在公共领域推广 X: an action that starts.
    r"(?<=预计)[^。；]{0,24}?(?:将(?![^，。；]{0,8}(?:推广|建设|开展|实施|布局|打造|培育))|有望)|(?<=预[测估])[^。；]"
    r"{0,24}?将|将(?=(?:累计)?(?:带动|拉动|撬动)[^，。；]{0,8}投资)|"
    r"将(?=会?(?:继续|保持|实现|呈)[^，。；]{0,8}(?:增长|增势|态势)[^。；]{0,6}，预计)|"
    # 报告指出，销量将达1700万辆，需求将持续强劲增长.
    r"(?:(?<=[销产]量)|(?<=规模))将(?=(?:达到?|突破|超过?)\d)|将(?=会?(?:维持|持续)[^，。；]{0,8}(?:增长|表现))|"
    # 潜力将会进一步释放: the course of a market.
    r"(?:(?<=潜力)|(?<=需求)|(?<=市场))将(?=会?[^，。；]{0,6}(?:释放|扩大|增长))|"
    # 建成后将服务……: its purpose.
    r"(?<=[建投完][成产用工]后)(?:将|重点)+|将(?=首次(?:突破|超过|达到?))|"
    # 2000台机器人将在赛期里奋战: what visitors will see.
    r"将(?=[^，。；]{0,14}(?:奋战|角逐|比拼|同台|竞技|登场|争夺))"
)
# 协会预计，……将会维持良好表现.
FORECASTER = re.compile(
    r"(?:协会|机构|专家|能源署|业内人士|研究院)[^，。；]{0,12}(?:预计|预测|测算)|(?:研报|证券)[^，。；]{0,4}(?:称|认为|"
    r"指出|表示|[：:])"
)
SHALL = re.compile("将")
# Without one of these nothing forecasts.
SIGNS = re.compile("将|有望|重点")


def is_forecast(said: TargetContext) -> bool:
    """The source of the sentence makes a forecast: 协会预计，……."""
    return bool(FORECASTER.search(said.plain))


def without_forecasts(said: TargetContext, text: str) -> str:
    """Return `text` at its length, with the words that look ahead struck out where they forecast."""
    if not SIGNS.search(text):
        return text
    told = text if said.kind != "news" else strike(FORECAST, text)
    return strike(SHALL, told) if is_forecast(said) else told
