"""Find what ties a text without a day to one announcement: a paper, a number, a set of figures, a stated day."""

from tracker.stories.acts_alike import acted_on
from tracker.stories.deeds import CENTRE, bodies, is_local, one_place, said_by_both
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import AMOUNT, are_one_paper, disjoint, signs
from tracker.stories.when import of_known_year

FEWEST_FIGURES = 2
FEWEST_SAID = 2
FEWEST_STEMS = 2
# A figure of so many digits points to one release.
LONG = 4
# Two or three ministries issue many papers together, five rarely issue two on one theme.
FEWEST_DEPARTMENTS = 5
# Runs of characters in common, without set phrases; with the last number one text is a rewrite of the other.
FEWEST_RUNS = (8, 16, 32)


def known_apart(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both texts were published on known days, so that the days between them are known."""
    return a.dated and b.dated and bool(a.published and b.published)


def tied(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts may be weighed by content: their days are known, or something ties them together."""
    return known_apart(a, b) or pinned(a, b)


def pinned(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts share more than a theme and a body.

    Any two announcements of one programme share these.
    """
    return (
        (bool(a.number) and a.number == b.number)
        or are_one_paper(a.papers, b.papers)
        or _one_title(a, b)
        or _one_set_of_figures(a, b)
        or _one_day(a, b)
        or (a.departments == b.departments >= FEWEST_DEPARTMENTS)
        or _one_paper_of_centre(a, b)
        or _one_report_of_place(a, b)
        or _one_list(a, b)
        or _one_wording(a, b)
    )


def is_of_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one may be the news of the paper that the other is.

    The news appears in the year in which the paper was numbered, or in the next.
    """
    if a.is_paper == b.is_paper or (a.papers and b.papers):
        return False
    paper, news = (a, b) if a.is_paper else (b, a)
    told = of_known_year(news.day)
    return not (paper.numbered_in and told) or told.year - paper.numbered_in in (0, 1)


def _one_paper_of_centre(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one is a numbered paper of the State Council or the Party and the other reports its issue.

    There are hardly two such papers a year.
    """
    issued = {event for event in a.events if event[1] == "issued" and event[2] in CENTRE}
    numbered = any(item.is_paper and item.numbered_in for item in (a, b))
    return numbered and is_of_paper(a, b) and not issued.isdisjoint(b.events)


def _one_report_of_place(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts report for several initiatives the same of one province, with a number in common."""
    numbers = set(a.values) & set(b.values) or set(a.counts) & set(b.counts)
    return one_place(a, b) and len(said_by_both(a, b)) >= FEWEST_SAID and bool(numbers)


def _one_list(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both report how many one body chose for one initiative; a round number may be that of any year."""
    chosen = {event[:3] for event in set(a.events) & set(b.events) if event[1] == "designated" and event[2]}
    told = {initiative for initiative, value in set(a.stated) & set(b.stated) if signs(value) > 1}
    return a.chooses and b.chooses and any(event[0] in told for event in chosen)


def _one_wording(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one is a rewrite of the other that says the same of an initiative and a body.

    Two bodies quote the same lines of one paper.
    """
    said = {event[:3] for event in a.events} & {event[:3] for event in b.events}
    return len(set(a.wording) & set(b.wording)) >= FEWEST_RUNS[-1] and any(body for *_, body in said)


def _one_title(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts give one title, in two languages.

    A province's title is not a ministry's, and two officials may speak of two papers.
    """
    both = set(a.title) & set(b.title)
    if len(both) < FEWEST_STEMS or is_local(a) != is_local(b) or disjoint(a.speakers, b.speakers):
        return False
    who = bodies(a) & bodies(b) or set(a.offices) & set(b.offices) or a.departments == b.departments > 1
    return bool(who) and len(both) >= min(len(a.title), len(b.title)) - 1


def _one_set_of_figures(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two texts share a set of figures.

    The target year of a plan counts as one figure. An amount is enough where both report one occasion.
    """
    values = set(a.values) & set(b.values)
    told = len(values) + len(set(a.counts) & set(b.counts)) + len(set(a.aims) & set(b.aims))
    told += a.departments == b.departments > 1
    at_one = any(value >= AMOUNT for value in values) and not set(a.occasions).isdisjoint(b.occasions)
    return told >= FEWEST_FIGURES or at_one or any(signs(value) >= LONG for value in values)


def _one_day(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both texts state one day, or one body acted on one day by both."""
    return not set(a.days).isdisjoint(b.days) or not acted_on(a).keys().isdisjoint(acted_on(b))
