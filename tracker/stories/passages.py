"""Compare parts of a year's work report with each other, and with news of what stands there."""

from tracker.stories.deeds import said_by_both
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import telling, themes
from tracker.stories.score import HALF
from tracker.stories.work_report import PASSAGE, years

THEMES = 0.6
FEWEST_PLANNED = 4
FEWEST_TERMS = 3
FEWEST_AMOUNTS = 2


def is_passage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether either item is a part of a work report, which mentions everything and is news of nothing else."""
    return a.tells_of(PASSAGE) or b.tells_of(PASSAGE)


def one_passage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items are one passage of a year's work report in two languages.

    Much the same is planned for much the same initiatives. Where these are few, they are the same, and the passages
    have an amount or their other subject in common.
    """
    one_report = any(kind == PASSAGE for kind, _, _ in set(a.occasions).intersection(b.occasions))
    if not one_report or a.language == b.language:
        return False
    planned = said_by_both(a, b)
    much = len(planned) >= FEWEST_PLANNED - (themes(a, b) == 1) and themes(a, b) >= THEMES
    terms = len(set(a.glossed) & set(b.glossed))
    one_subject = terms >= FEWEST_TERMS and terms >= HALF * min(len(a.glossed), len(b.glossed))
    alike = telling(a, b) > 0 or one_subject or (len(planned) > 1 and _share_terms_or_figures(a, b))
    return much or (bool(planned) and themes(a, b) >= HALF and alike)


def news_of_passage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item is a part of a year's work report, and the other is news of what stands there.

    Most of what they mention is the same, and so is what is planned; other parts plan other things for an initiative.
    Two amounts in common show the year of news without a day.
    """
    if a.tells_of(PASSAGE) == b.tells_of(PASSAGE):
        return False
    news = b if a.tells_of(PASSAGE) else a
    if not (years(a) & years(b) or (not news.dated and telling(a, b) >= FEWEST_AMOUNTS)):
        return False
    said = said_by_both(a, b)
    alike = telling(a, b) > 0 or len(said) > 1 or (bool(said) and _share_terms_or_figures(a, b))
    return themes(a, b) >= HALF and alike


def _share_terms_or_figures(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items share several terms beside their initiatives, or a figure."""
    return len(set(a.glossed) & set(b.glossed)) > 1 or not set(a.values).isdisjoint(b.values)
