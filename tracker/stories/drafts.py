"""Find the stage at which a text reports a paper: as a draft for comments or handed in, as adopted, or as released."""

import re
from collections.abc import Collection

from tracker.stories.titles import COMMENTS

DRAFT, RELEASED, ADOPTED = 1, 0, 2
TOLD = {
    # A draft has been discussed; the paper says "after comments were sought widely".
    DRAFT: {
        "zh": re.compile(
            r"公开征求|社会[^，。；]{0,4}征求|征求意见稿|报批稿|征求[^，。；]{0,6}意见的|"
            r"(?:名单|名录|项目|企业|》)[^，。；]{0,4}的?公示|公示[^，。；]{0,16}(?:名单|名录)|拟(?:核定|认定|入选)"
        ),
        "en": re.compile(
            r"\b(?:submitted for approval|drafts?\b[^.;\n]{0,60}\b(?:comments?|feedback|opinions|approval)|"
            r"(?:seek|solicit|for|on)\w* public (?:comments?|opinions?|feedback)|comments from the public)\b",
            re.IGNORECASE,
        ),
    },
    RELEASED: {
        "zh": re.compile(r"(?:印发|发布|出台|颁布)(?!会)"),
        "en": re.compile(r"\b(?:issued?|released?|publish(?:ed|es)|promulgated|unveil(?:ed|s))\b", re.IGNORECASE),
    },
}


# 此前曾公开征求意见, after a draft was put out for comments: an earlier stage.
BEFORE = re.compile(
    r"(?:此前|前期|曾|已|经)[^，。；]{0,8}征求[^，。；]{0,6}意见|"
    r"\b(?:after|follow(?:s|ed|ing)?|since|earlier)\b[^.;\n]{0,30}\b(?:drafts?|comments?)\b[^.;\n]*",
    re.IGNORECASE,
)


def drafts(top: str, language: str, papers: Collection[str], stages: Collection[str | None]) -> list[int]:
    """Return [DRAFT] or [RELEASED] by the headline and the beginning of a text; empty where they show neither.

    Return [ADOPTED] where that is the only stage that the papers on initiatives have in the text: a meeting adopts what
    is issued later.
    """
    if set(stages) == {"adopted"}:
        return [ADOPTED]
    if any(paper.endswith(COMMENTS) for paper in papers):
        return [DRAFT]
    now = BEFORE.sub("", top)
    return next(([told] for told, words in TOLD.items() if words[language].search(now)), [])
