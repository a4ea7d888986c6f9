"""Leave out the names that only say what a facility is for: of new-material pilot platforms, platforms are counted."""

import re
from collections.abc import Sequence

from tracker.tag.sentences import Name

NOUN = re.compile(
    r"\b(?:platforms?|piles?|points?|stations?|facility|facilities|infrastructure|cent(?:er|re)s?)$"
    r"|(?:平台|桩|站|设施|基地|中心)$",
    re.IGNORECASE,
)
# 中试能力|建设平台: the noun follows the name.
FOLLOWS = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:平台|基地|中心)")


def heads(text: str, names: Sequence[Name]) -> list[Name]:
    """Return `names` without those right before a facility's name, the head of the compound: 新材料|中试平台."""
    facilities = {name.start for name in names if not name.measure and _is_facility(text, name)}
    return [name for name in names if name.end + text.startswith(" ", name.end) not in facilities]


def _is_facility(text: str, name: Name) -> bool:
    return bool(NOUN.search(text, name.start, name.end) or FOLLOWS.match(text, name.end))
