"""Find the delegation whose deliberations a text reports: 江苏代表团, the Jiangsu delegation."""

import re

from tracker.stories.occasions import DELEGATION, Occasion
from tracker.stories.visits import Tours

# 参加江苏代表团审议, 来到他所在的辽宁代表团, 同代表们一起审议.
ZH = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,3})代表团(?=(?:的|全体|，同代表们?一起)*审议)|"
    r"(?:来到|参加)(?:了|他)*(?:所在)?的?(?P<joined>[\u4e00-\u9fff]{2,3})代表团"
)
# A deliberation with the Jiangsu delegation; the delegation of Jiangsu deliberated; speaks to Jiangsu deputies.
EN = re.compile(
    r"\bdeliberat[^.;\n]{0,80}\bdelegations?\b|\bdelegations?\b[^.;\n]{0,80}\bdeliberat|"
    r"\b[A-Z]\w+ (?:province )?(?:deputies|lawmakers|delegates|delegation)\b|\bdeput(?:y|ies) from [A-Z]\w+"
)
WITHIN = {"zh": 200, "en": 500}


def delegations(headline: str, head: str, language: str, tours: Tours) -> set[Occasion]:
    """Return the deliberations that a headline or the start of a text reports: ("delegation", place in Chinese, "")."""
    text = f"{headline}\n{head[: WITHIN[language]]}"
    if language == "zh":
        found = {m["place"] or m["joined"] for m in ZH.finditer(text)}
        return {(DELEGATION, place, "") for place in found & tours.provinces}
    named = {tours.places[m[0]] for told in EN.finditer(text) for m in tours.place.finditer(told[0])}
    return {(DELEGATION, place, "") for place in named & tours.provinces}
