"""Rows by which an English report names an initiative as one theme of a paper, or an example, beside others."""

from tracker.tag.engine import WRITTEN, Rule, Table

IN_SENTENCES = Table(
    [
        Rule(
            "en.issued.example",
            before=r"\b(including|such as|from)\b……",
            scope=WRITTEN,
            against=True,
            examples=(
                "The plan lists industries such as hydrogen energy.",
                "The guideline covers six fields, including the low-altitude economy.",
            ),
        ),
        Rule(
            "en.issued.one-of-the-vows",
            before=r"\b(vowed|pledged|promised) to\b……,……",
            scope=WRITTEN,
            against=True,
            examples=(
                "In the plan the city vowed to open up, to try out hydrogen energy.",
                "The province promised to cut costs, build roads and test humanoid robots.",
            ),
        ),
    ]
)
IN_HEADLINES = Table(
    [
        Rule(
            "en.issued.theme-of-several",
            before=r"\b(includ(es?|ing)|covers?|covering|such as|among (them|others)|along with|as well as)\b[^,;]*",
            scope=WRITTEN,
            against=True,
            examples=("MIIT plan covers humanoid robots", "New guideline of China includes hydrogen energy"),
        ),
        Rule(
            "en.issued.theme-among-others",
            after=r"[^,;]{0,20}\b(among (them|others|(the |its )?(tasks|priorities|measures|steps|goals))|included)\b",
            scope=WRITTEN,
            against=True,
            examples=(
                "MIIT lists tasks for 2025, humanoid robots among them",
                "China sets priorities for 2026, hydrogen energy included",
            ),
        ),
    ]
)
