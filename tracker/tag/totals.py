"""Recognise the words that state the running total of what was just counted: 使总数达到80个, for a total of 80."""

import re

from tracker.tag.sentences import Sentence
from tracker.text.numbers.amounts import Quantity

WITHIN = 120
AMOUNT_TO = (
    r"(?:已|将|则|也|就)*+(?:达到|达|增至|增加到|增加至|升至|上升到|扩大到|扩大至|提升至|扩容至|为|突破|超过|超|有)?+"
    r"(?:逾|近|约|超)?+"
)
ABOUT = r"(?:(?:about|around|nearly|over|more than|almost|some) )?"
# The words between the clause before and the quantity: a whole clause that has no subject but the total.
TOTAL = re.compile(
    rf"[，,；;](?:至此|由此|从而|截至目前|目前)?+[，,]?+(?:使得?|令|让|推动)?+"
    r"(?:全国|我国|全省|全市|国家级|该类|其|本年度?|今年|全年|中心|集群|园区|企业|平台|工厂|城市|基地|试点|资金)*+的?+"
    rf"(?:总数量?|总量|总额|总规模|数量|规模|累计|合计|总计|共计|(?<=全年)|(?<=至此)){AMOUNT_TO}$"
    r"|[,;] (?:and |which |thus |thereby )*+"
    r"(?:for|bringing|brings|brought|taking|takes|took|raising|raises|raised|lifting|lifts|lifted|pushing|making|"
    r"increasing) (?:(?:a|the|its|their|this|that|year's|national|overall|annual|cumulative|combined|new|grand) )*+"
    rf"(?:total|tally|number|count|figure|sum|amount)(?: (?:number|amount|value)| of [^.,;\d]{{2,60}}?)?"
    rf"(?: (?:so far|nationwide|this year))? (?:of|to|at) {ABOUT}(?:a total of )?$"
)
# The same as a sentence of its own.
STARTS = re.compile(
    rf"\W*(?:(?:至此|截至目前|目前)[，,]?(?:全国|我国|全年)?(?:总数量?|总量|总额|累计|合计|共计|共)?|总数量?|总量|总额|"
    rf"累计)"
    rf"{AMOUNT_TO}$"
    r"|\W*(?:(?:This|That|It|The move|The addition|The latest batch|"
    r"The (?:\w+ ){1,2}(?:newcomers|additions|ones|entrants)) "
    r"(?:has |have |will )?(?:brings?|brought|takes?|took|taken|raises?|raised|lifts?|lifted) "
    r"(?:(?:the|this|year's|national|overall|annual|cumulative|combined) )*+"
    r"(?:total|tally|number|count|figure|amount)\b"
    r"|(?:This|That|It) (?:makes|made)(?: it| a total of)? (?:about |over )?$"
    r"|The (?:national |overall |cumulative )?(?:total|tally)(?: number)? (?:has |have )?(?:now )?"
    r"(?:stands|stood|reached|reaches|rose|rises|risen|came|comes)\b"
    r"|(?:So far|To date|Altogether|In total)(?: this year)?, (?:all (?:of the )?|a total of |the total of )$)"
)


def sums_up_clause(sentence: Sentence, start: int, quantity: Quantity) -> bool:
    """Decide whether a quantity is the total of what the clause before it counts, by its words after `start`."""
    return bool(TOTAL.search(sentence.text, max(start, quantity.start - WITHIN), quantity.start))


def sums_up_sentence(before: str) -> bool:
    """Decide whether a sentence that begins with `before` states the running total of what the one before it counts."""
    return bool(STARTS.match(before))
