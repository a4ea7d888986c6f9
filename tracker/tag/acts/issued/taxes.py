"""Decide whether a sentence of news reports a tax measure for the initiative, which counts as a paper."""

import re

from tracker.tag.acts.target_context import TargetContext

# Extends the purchase tax exemption for X; the tax on X bought by then will be halved: a measure is taken.
TAXED = re.compile(
    r"(?<!has )(?<!have )(?<!to )\b(?:extend(?:s|ed)?|announced an extension of)\b[^.;]{0,60}\btax(?:es)?\b|"
    r"\btax\b[^.;]{0,90}\bwill be (?:exempted|halved|waived|extended)\b|\bwill be exempted from\b[^.;]{0,30}\btax\b",
    re.IGNORECASE,
)
# 三部门调整 X 车船税优惠政策.
CHANGED = (
    re.compile(r"(?:部门|财政部|税务总局|公告)[^。；]{0,30}?(?:延长|延续|调整|取消|恢复|优化)[^。；]{0,16}$"),
    re.compile(r"[^，。；】]{0,8}(?:购置税|车船税|消费税)"),
)
NEARBY = 80
# Will be extended, the premier said in the work report: words on a measure to come.
ANNOUNCED_IN_WORDS = re.compile(r"\b(?:work report|[Pp]remier|[Mm]inister|speech|address to)\b")
WISHED = re.compile(
    r"\b(?:consider|study|studies|studying|call|urge|suggest|propose|expect|may|could|whether)\w*\b", re.I
)


def is_taxed(said: TargetContext) -> bool:
    """Decide whether a sentence of news reports a tax measure for what it names."""
    if said.kind != "news":
        return False
    if said.language == "zh":
        return said.stands_between(CHANGED) and not said.patterns.will.search(said.plain, 0, said.hit.start)
    taxed = TAXED.search(said.plain)
    about = taxed and taxed.start() - NEARBY <= said.hit.start <= taxed.end() + NEARBY
    return bool(about) and not any(words.search(said.plain) for words in (WISHED, ANNOUNCED_IN_WORDS))
