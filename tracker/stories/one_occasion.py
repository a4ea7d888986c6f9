"""Decide whether two items report one occasion: a journey, a summit, a letter, a session, a press conference."""

from collections.abc import Callable

from tracker.stories.deeds import ANYBODY, CENTRE, bodies, deeds
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.likeness import gap, near, one_named, one_theme
from tracker.stories.occasions import CALLED, DELEGATION, STUDY, VISIT
from tracker.stories.pinned import pinned, tied
from tracker.stories.work_report import PASSAGE, REPORT

WEEK_AND_MORE = 10
FEWEST_STEMS = 3


def one_occasion(a: Fingerprint, b: Fingerprint) -> bool:
    """Decide whether two items report what one body said of one initiative at one meeting.

    Where much is announced, only the same deed counts.
    """
    common = {occasion for occasion in set(a.occasions) & set(b.occasions) if occasion[0] != CALLED}
    kinds = {kind for kind, _, _ in common}
    for kind, (days, alike) in ALIKE.items():
        if kind in kinds and near(a, b, days):
            return alike(a, b)
    at_meetings = kinds - ALIKE.keys() - {PASSAGE}
    if not at_meetings or not _said(a) & _said(b) or not near(a, b, WEEK_AND_MORE):
        return False
    return bool(at_meetings - {"gathering"}) or bool(deeds(a) & deeds(b))


def _one_theme_or_none(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme in common, unless one of the two mentions no initiative."""
    return one_theme(a, b) or not (a.initiatives and b.initiatives)


def _one_session(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme of a study session in common.

    Sessions are held every month. One without a day is identified by its number, or by its day in the text.
    """
    told = any(kind == STUDY for kind, _, _ in set(a.occasions) & set(b.occasions))
    return one_theme(a, b) and (told or tied(a, b))


def _one_letter(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme of a letter in common.

    A letter without a day is identified by the meeting to which it was sent.
    """
    named = any(name for _, name, _ in set(a.occasions) & set(b.occasions))
    return one_theme(a, b) and (named or tied(a, b))


def _one_instruction(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme of an instruction in common.

    An instruction without a day is identified by its clauses.
    """
    told = tied(a, b) or not set(a.clauses).isdisjoint(b.clauses)
    return told and _one_theme_of_centre(a, b)


def _one_of_years(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a day, a plenum's number or another tie.

    A conference is held every year, and these identify which one a text without a day reports.
    """
    plenum = any(kind == "centre" and "plenum" in name for kind, name, _ in set(a.occasions) & set(b.occasions))
    return plenum or gap(a, b) is not None or pinned(a, b)


def _one_thing_there(a: Fingerprint, b: Fingerprint) -> bool:
    """Require that both report deeds, or neither does.

    A speech at a summit and the papers put out there are two announcements. A feature on the place names a summit, too.
    """
    return _one_theme_or_none(a, b) and bool(deeds(a)) == bool(deeds(b))


def _known(a: Fingerprint, b: Fingerprint) -> bool:
    """Require that the days of both are known.

    An event is held every year, and a text without a day may report any of them.
    """
    return gap(a, b) is not None


def _at_one_time(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme in common, or for a text without a day the title of a paper.

    Cabinets meet every week, and the title identifies the meeting.
    """
    if gap(a, b) is None:
        return len(set(a.title) & set(b.title)) >= FEWEST_STEMS
    return _one_theme_or_none(a, b)


def _one_journey(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a day, or a theme in common: without a day, its themes identify one of many journeys to a place."""
    return gap(a, b) is not None or one_theme(a, b)


def _one_body(a: Fingerprint, b: Fingerprint) -> bool:
    return bool(bodies(a) & bodies(b))


def _one_yearly(a: Fingerprint, b: Fingerprint) -> bool:
    """Require the same body and a known day or another tie.

    A text on a yearly meeting that has no day may be of any year.
    """
    return _one_body(a, b) and (gap(a, b) is not None or pinned(a, b))


def _one_speaker(a: Fingerprint, b: Fingerprint) -> bool:
    """Require the same speaker or body: one ministry meets the press once a day, whatever is reported of it."""
    if not set(a.speakers).isdisjoint(b.speakers):
        return True
    named = one_named(a.sayers, {*b.sayers, *b.offices}) or one_named(a.offices, b.sayers)
    return _one_body(a, b) or named


def _one_theme_of_centre(a: Fingerprint, b: Fingerprint) -> bool:
    one, other = ({event[0] for event in item.events if event[2] in CENTRE} for item in (a, b))
    return not one.isdisjoint(other)


def _one_part_of_report(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme of the report in common, if both have themes, or a briefing on it.

    A briefing answers whatever is asked; a delegation speaks of its own themes, as does a minister who quotes a line.
    """
    briefed = a.tells_of("press") or b.tells_of("press")
    return _one_theme_of_one(a, b) or (briefed and not (a.tells_of(VISIT) or b.tells_of(VISIT)))


def _one_theme_of_one(a: Fingerprint, b: Fingerprint) -> bool:
    """Require a theme in common that is not only spoken of by two named bodies, if both have themes."""
    if not (a.initiatives and b.initiatives):
        return True
    mine, theirs = (_bodies_on(item) for item in (a, b))
    return any(
        mine[theme] & theirs[theme] or mine[theme] <= ANYBODY or theirs[theme] <= ANYBODY
        for theme in mine.keys() & theirs.keys()
    )


def _bodies_on(item: Fingerprint) -> dict[str, set[str]]:
    return {theme: {event[2] for event in item.events if event[0] == theme} for theme in item.initiatives}


def _said(item: Fingerprint) -> set[tuple[str, str]]:
    """Return of which initiatives which named bodies speak."""
    return {(event[0], event[2]) for event in item.events if event[2] not in ANYBODY}


# What two items have in common when they report one occasion, and how many days apart they may be.
ALIKE: dict[str, tuple[int, Callable[[Fingerprint, Fingerprint], bool]]] = {
    VISIT: (WEEK_AND_MORE, _one_journey),
    DELEGATION: (3, _one_theme_or_none),
    "summit": (3, _one_thing_there),
    "attended": (3, _known),
    "centre": (3, _one_of_years),
    "commission": (3, one_theme),
    "press": (3, _one_speaker),
    "presided": (2, _at_one_time),
    "letter": (5, _one_letter),
    "session": (5, _one_session),
    "milestone": (WEEK_AND_MORE, one_theme),
    "yearly": (WEEK_AND_MORE, _one_yearly),
    "instruction": (3, _one_instruction),
    REPORT: (2, _one_part_of_report),
}
