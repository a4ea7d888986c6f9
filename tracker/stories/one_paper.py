"""Decide whether two items report one paper: by its number, its name, its title in English, its departments."""

from tracker.stories.acts_alike import bodies_apart
from tracker.stories.deeds import bodies, deeds, is_local
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import near, one_theme, themes
from tracker.stories.one_text import EXCERPT
from tracker.stories.pinned import FEWEST_DEPARTMENTS, known_apart
from tracker.stories.score import FEWEST_STEMS, HALF, figures_apart
from tracker.stories.veto import LONGEST_RELEASE
from tracker.stories.words import shared

TITLE = 0.75
LATE_NEWS = 300
FEWEST_OF_TITLE = 2


def one_number(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have one document number."""
    return bool(a.number) and a.number == b.number


def one_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item is a paper and the other reports on it within some weeks.

    A verbatim reprint of its news counts whenever it appears; late news of its issue does with some of its figures and
    its target year, and a late reprint of the paper does with news of the year of its number.
    """
    if set(a.papers).isdisjoint(b.papers):
        return False
    planned = not set(a.values).isdisjoint(b.values) and not set(a.aims).isdisjoint(b.aims)
    if planned and deeds(a) & deeds(b) and near(a, b, LATE_NEWS):
        return True
    reprinted = a.language == b.language and shared(a.words, b.words)[0] >= EXCERPT and not figures_apart(a, b)
    return near(a, b, LONGEST_RELEASE) or reprinted or _of_one_year(a, b) or _of_one_year(b, a)


def _of_one_year(paper: Fingerprint, news: Fingerprint) -> bool:
    """Decide whether news of the year of a paper's number reports that its body issued it."""
    year = paper.numbered_in if paper.is_paper and not news.is_paper else None
    return bool(year and news.published.startswith(str(year)) and deeds(paper) & deeds(news))


def one_title(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report a paper by its title in two languages.

    Their texts may name no initiative in common.
    """
    if a.language == b.language or is_local(a) != is_local(b) or not near(a, b, 7):
        return False
    both, aims, values = set(a.title) & set(b.title), set(a.aims) & set(b.aims), set(a.values) & set(b.values)
    if not (a.day and b.day):
        # An undated title may be any paper on its theme; its target shows which; a short one needs amounts, too.
        if len(both) > FEWEST_STEMS:
            return bool(aims and (values or bodies(a) & bodies(b)))
        one_paper = a.title == b.title and not set(a.offices).isdisjoint(b.offices)
        return one_paper and bool(aims) and len(values) >= FEWEST_OF_TITLE
    whole = len(both) >= min(len(a.title), len(b.title))
    return len(both) > FEWEST_STEMS or (len(both) == FEWEST_STEMS and whole and bool(bodies(a) & bodies(b) or aims))


def one_english_title(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two English items report one paper by its title.

    They give its whole title and as many departments, or within days most of the title.
    """
    if {a.language, b.language} != {"en"} or min(len(a.title), len(b.title)) <= FEWEST_STEMS:
        return False
    if a.title == b.title and a.departments == b.departments > 0 and near(a, b, 31):
        return True
    both = len(set(a.title) & set(b.title))
    alike = both > FEWEST_STEMS and both >= TITLE * max(len(a.title), len(b.title))
    return alike and known_apart(a, b) and near(a, b, 3) and one_theme(a, b) and not bodies_apart(a, b)


def one_joint_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both report a paper of as many departments, for much the same initiatives and one target year.

    Late news has several of its figures.
    """
    within = LATE_NEWS if len(set(a.values) & set(b.values)) >= FEWEST_OF_TITLE else LONGEST_RELEASE
    joint = a.departments == b.departments >= FEWEST_DEPARTMENTS and not set(a.aims).isdisjoint(b.aims)
    return joint and themes(a, b) >= HALF and near(a, b, within)
