"""Decide whether two items report the same announcement, by their numbers, words and figures, or by what was done."""

import re
from itertools import product

from tracker.stories.acts_alike import bodies_apart
from tracker.stories.deeds import ANYBODY, CENTRE, DEEDS, bodies, deeds, is_local, one_body, said_by_both
from tracker.stories.fingerprint import Event, Fingerprint
from tracker.stories.occasions import CALLED
from tracker.stories.one_occasion import one_occasion
from tracker.stories.pinned import FEWEST_DEPARTMENTS, known_apart, tied
from tracker.stories.score import FEWEST_RUNS, HALF, LEAD, OVERWHELMING, comparable, figures_apart, weighty
from tracker.stories.titles import RELEASED
from tracker.stories.versions import one_version
from tracker.stories.veto import (
    LONGEST_RELEASE,
    dated_apart,
    disjoint,
    measured_apart,
    named_apart,
    near,
    one_named,
    one_theme,
    precise,
    signs,
    telling,
    telling_exactly,
    themes,
)
from tracker.stories.words import shared, words
from tracker.stories.work_report import PASSAGE, years

# Shares of common words (see `shared`), measured on the annotated texts: halfway to the nearest unrelated pair.
EXCERPT = 0.6
REPRINT = 0.42
COPY = 0.9
REWRITE = 0.35
HEADLINE = 0.2
TITLE = 0.75
HEADED = 12
NUMBERED = re.compile(r"\d")
THEMES = 0.6
FEWEST_PLANNED = 4
FEWEST_WORDS = 15
FEWEST_VALUES = 3
# The running totals of a programme are reported for months.
FEWEST_UNDATED = 4
FEWEST_YEARS = 3
FEWEST_OF_STATISTIC = 2
FEWEST_STEMS = 2
FEWEST_OF_TITLE = 2
PRECISE = 6
FEWEST_SIGNS = 4
FEWEST_TERMS = 3
# A paper is translated months later. So many of its figures show that it is the same paper.
FEWEST_OF_TRANSLATION = 4


def same(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report the same announcement.

    A reprint, a rewrite, an excerpt, a translation and a briefing do; another batch, month or year does not.
    """
    if named_apart(a, b):
        return False
    if _one_statistic(a, b) or _one_count(a, b) or _one_release(a, b) or one_occasion(a, b):
        return True
    if _told_apart(a, b):
        return not _is_passage(a, b) and near(a, b, 3) and weighty(a, b, OVERWHELMING)
    # A part of a work report mentions everything, and is news of nothing else.
    if _is_passage(a, b):
        return a.exact == b.exact or _one_text(a, b) or _one_passage(a, b) or _news_of_passage(a, b)
    one_paper = (bool(a.number) and a.number == b.number) or _one_paper(a, b)
    return (
        a.exact == b.exact
        or _one_headline(a, b)
        or one_paper
        or _one_text(a, b)
        or _one_deed(a, b)
        or _one_speech(a, b)
        or _one_title(a, b)
        or _one_english_title(a, b)
        or _one_english_report(a, b)
        or _one_set_of_values(a, b)
        or one_version(a, b)
        or _one_joint_paper(a, b)
        or weighty(a, b)
    )


def may_be_weighed(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether nothing certain keeps two items apart, so that the evidence is left to decide."""
    return not (named_apart(a, b) or _told_apart(a, b) or _is_passage(a, b)) and comparable(a, b) and tied(a, b)


def _told_apart(a: Fingerprint, b: Fingerprint) -> bool:
    return measured_apart(a, b) and precise(a, b) < PRECISE and not (_issued_together(a, b) or _stated_alike(a, b))


def _stated_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one figure of several digits for one initiative within days.

    Whatever else either text reports is then about something else.
    """
    return near(a, b, 3) and any(signs(value) >= FEWEST_SIGNS for _, value in set(a.stated) & set(b.stated))


def _is_passage(a: Fingerprint, b: Fingerprint) -> bool:
    return a.tells_of(PASSAGE) or b.tells_of(PASSAGE)


def _issued_together(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one paper for one initiative within a day, with a figure and a year in common.

    One text may report more than the other.
    """
    issued = any(act == "issued" for _, act, _ in deeds(a) & deeds(b))
    common = set(a.values) & set(b.values) and set(a.aims) & set(b.aims)
    return issued and bool(common) and near(a, b, 1)


def _one_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item is a paper and the other reports on it within some weeks.

    A verbatim reprint of its news counts whenever it appears.
    """
    if set(a.papers).isdisjoint(b.papers):
        return False
    reprinted = a.language == b.language and shared(a.words, b.words)[0] >= EXCERPT and not figures_apart(a, b)
    return near(a, b, LONGEST_RELEASE) or reprinted


def _one_text(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one text is a reprint or an excerpt of the other, or a rewrite.

    A rewrite is close in time and keeps the figures.
    """
    if a.language != b.language or min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return False
    contained, alike = shared(a.words, b.words)
    if alike >= COPY:
        return True
    if contained >= EXCERPT or alike >= REPRINT:
        # A longer English text contains the words of a short one by chance; with Chinese runs of characters that is
        # rare.
        weeks = 31 if a.language == "zh" or alike >= REPRINT else 10
        # Statistics of two months differ in their figures alone.
        if figures_apart(a, b) or not (tied(a, b) or _one_undated_text(a, b, alike)):
            return False
        return not dated_apart(a, b) and near(a, b, weeks) and _headed_alike(a, b)
    told = len(set(a.values) & set(b.values)) >= 2 and near(a, b, 3)
    return contained >= REWRITE and told and bool(a.day and b.day)


def _one_undated_text(a: Fingerprint, b: Fingerprint, alike: float) -> bool:
    """Decide whether one text is a reprint of the other, one of them without a day.

    Conferences or fairs of two years say much in the same words, but share few clauses.
    """
    if disjoint(a.days, b.days):
        return False
    if any(a.tells_of(kind) and b.tells_of(kind) for kind in (CALLED, "yearly")):
        return not set(a.clauses).isdisjoint(b.clauses)
    return a.language == "zh" or alike >= REPRINT


def _one_headline(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items have one headline, because one is a rewrite by a machine or another part of the text.

    Such a rewrite changes the words of the text (制作业集群). Of a release, or of a meeting, parts of which may be
    reported one by one, it comes within days; of anything else on the same day. Bulletins have a number or a day in
    their headline, and each of their items another subject.
    """
    if a.headline != b.headline or len(a.headline) < HEADED or not (a.day and b.day):
        return False
    if RELEASED.search(a.headline) or a.tells_of(CALLED):
        return near(a, b, 3)
    return known_apart(a, b) and near(a, b, 0) and not NUMBERED.search(a.headline)


def _headed_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two headlines have something in common, if both exist.

    Pages of one site share much else.
    """
    one, other = words(a.headline, a.language), words(b.headline, b.language)
    return not one or not other or shared(one, other)[0] >= HEADLINE


def _one_statistic(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report figures of one body on one initiative for periods with the same last month.

    They do so within a day. When they are further apart, some of the figures must be the same, too.
    """
    told = 31 if _tell_a_statistic(a, b) else 1
    if set(a.ends).isdisjoint(b.ends) or not (a.day and b.day and near(a, b, told)):
        return False
    return one_named(a.sayers, b.sayers)


def _one_count(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report what one body counted up to one month.

    They do so within a day, with a figure and some phrases in common.
    """
    counted = set(a.marks["month"]) & set(b.marks["month"])
    if not counted or set(a.values).isdisjoint(b.values) or not (a.day and b.day and near(a, b, 1)):
        return False
    told_alike = len(set(a.wording) & set(b.wording)) >= FEWEST_RUNS[0]
    return told_alike and one_named(a.sayers, b.sayers)


def _one_release(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one body's figures of one day or the next.

    Their language and their initiatives may differ.
    """
    return near(a, b, 1) and _tell_a_statistic(a, b) and one_named(a.sayers, b.sayers)


def _tell_a_statistic(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two dated items have enough figures of more than one digit in common."""
    exact = [value for value in set(a.values) & set(b.values) if signs(value) > 1]
    return a.dated and b.dated and len(exact) >= FEWEST_OF_STATISTIC


def _one_passage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items are one passage of a year's work report in two languages.

    Much the same is planned for much the same initiatives. Where these are few, they are the same, and the passages
    have an amount or their other subject in common.
    """
    one_report = any(kind == PASSAGE for kind, _, _ in set(a.occasions) & set(b.occasions))
    if not one_report or a.language == b.language:
        return False
    planned = said_by_both(a, b)
    much = len(planned) >= FEWEST_PLANNED - (themes(a, b) == 1) and themes(a, b) >= THEMES
    terms = len(set(a.glossed) & set(b.glossed))
    one_subject = terms >= FEWEST_TERMS and terms >= HALF * min(len(a.glossed), len(b.glossed))
    alike = telling(a, b) > 0 or one_subject or (len(planned) > 1 and _share_terms_or_figures(a, b))
    return much or (bool(planned) and themes(a, b) >= HALF and alike)


def _news_of_passage(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether one item is a part of a year's work report, and the other is news of what stands there.

    Most of what they mention is the same, and so is what is planned; other parts plan other things for an initiative.
    Two amounts in common show the year of news without a day.
    """
    news = b if a.tells_of(PASSAGE) else a
    amounts = not news.dated and telling(a, b) >= FEWEST_OF_STATISTIC
    if a.tells_of(PASSAGE) == b.tells_of(PASSAGE) or not (years(a) & years(b) or amounts):
        return False
    said = said_by_both(a, b)
    alike = telling(a, b) > 0 or len(said) > 1 or (bool(said) and _share_terms_or_figures(a, b))
    return themes(a, b) >= HALF and alike


def _share_terms_or_figures(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items share several terms beside their initiatives, or a figure."""
    return len(set(a.glossed) & set(b.glossed)) > 1 or not set(a.values).isdisjoint(b.values)


def _one_joint_paper(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether both report a paper of as many departments, for much the same initiatives and one target year."""
    joint = a.departments == b.departments >= FEWEST_DEPARTMENTS and not set(a.aims).isdisjoint(b.aims)
    return joint and themes(a, b) >= HALF and near(a, b, LONGEST_RELEASE)


def _one_deed(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report one deed for one initiative with the same figures, in whatever language.

    A batch is reported for a month.
    """
    one_batch = bool(set(a.marks["batch"]) & set(b.marks["batch"]))
    common = {one[0] for one, other in product(a.events, b.events) if _agree(one, other)}
    stated = {figure for figure in set(a.stated) & set(b.stated) if figure[0] in common}
    if a.language != b.language and len(stated) >= FEWEST_OF_TRANSLATION:
        return near(a, b, 300)
    if not near(a, b, 31 if one_batch else 7):
        return False
    return len(stated) >= 2 - one_batch or (bool(common) and len(set(a.values) & set(b.values)) >= 2)


def _agree(one: Event, other: Event) -> bool:
    """Decide whether two events are one deed for one initiative, by bodies that are the same or not both known."""
    bodies = {one[2], other[2]} - ANYBODY
    return one[:2] == other[:2] and one[1] in DEEDS and (len(bodies) <= 1 or bodies == CENTRE)


def _one_speech(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items quote one official on one initiative on one day."""
    if not (a.day and b.day and near(a, b, 0)):
        return False
    return not set(a.speakers).isdisjoint(b.speakers) and one_theme(a, b)


def _one_title(a: Fingerprint, b: Fingerprint) -> bool:
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


def _one_english_title(a: Fingerprint, b: Fingerprint) -> bool:
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


def _one_english_report(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report what one named body says of one initiative within a day, with a figure.

    At least one is in English. A figure of two digits may be a share in one text and a count in the other: then their
    beginnings must be alike, too.
    """
    if "en" not in (a.language, b.language) or not (known_apart(a, b) and near(a, b, 1)):
        return False
    if not any(one[0] == other[0] and one_body(one, other) for one, other in product(a.events, b.events)):
        return False
    most = max((signs(value) for value in set(a.values) & set(b.values)), default=0)
    leads = max(shared(a.lead, b.words)[0], shared(b.lead, a.words)[0])
    return most > 2 or (most > 1 and a.language == b.language and leads >= LEAD)


def _planned(a: Fingerprint, b: Fingerprint) -> int:
    """Return how many amounts the years of a plan that both name are worth.

    Several years are worth two, and so is one year where both are reported within a day.
    """
    years = len(set(a.aims) & set(b.aims))
    of_one_day = known_apart(a, b) and near(a, b, 1) and telling_exactly(a, b)
    if years >= FEWEST_YEARS or (years and of_one_day):
        return 2
    return int(bool(years and bodies(a) & bodies(b)))


def _one_set_of_values(a: Fingerprint, b: Fingerprint) -> bool:
    # Figures that agree to the last digit come from one release, in a text without a day if two of them are long.
    long = sum(signs(value) >= FEWEST_SIGNS for value in set(a.values) & set(b.values))
    if precise(a, b) >= PRECISE and near(a, b, 3) and (long > 1 or bool(a.day and b.day)):
        return True
    # The same holds for the round counts of a plan with a target year.
    planned = set(a.counts) & set(b.counts)
    if len(planned) >= FEWEST_VALUES and set(a.aims) & set(b.aims) and near(a, b, 45) and one_theme(a, b):
        return True
    if telling(a, b) + _planned(a, b) >= FEWEST_VALUES and near(a, b, 7) and one_theme(a, b):
        return True
    if a.chooses != b.chooses and not (a.dated and b.dated):
        return False
    both = len(set(a.values) & set(b.values))
    fewest = FEWEST_VALUES if (a.day and b.day) or telling(a, b) >= 2 else FEWEST_UNDATED
    # More figures than that, with amounts among them, are reported of one paper for a month.
    told_for = 31 if both > FEWEST_VALUES and telling(a, b) > 1 else 7
    return both >= fewest and both >= 0.6 * min(len(a.values), len(b.values)) and near(a, b, told_for)
