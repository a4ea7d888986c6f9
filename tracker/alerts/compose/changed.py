"""State in words what is new about an announcement or a story that an alert has reported before."""

from collections.abc import Sequence

from config import Config
from db.beijing import beijing_day
from db.queries.messages import Told
from tracker.alerts.compose.dates import short_day
from tracker.alerts.compose.message import Item
from tracker.alerts.compose.names import few, name_in
from tracker.alerts.compose.wording import say


def now_stronger(told: Sequence[Told], item: Item, language: str) -> str:
    """State that an announcement has a stronger act than the one `told` last: now issued, pledged before."""
    day = beijing_day(told[-1].at) if told else None
    if day is None:
        return say(language, "stronger")
    now, before = (say(language, f"act-{act}") for act in (item.act, told[-1].act))
    return say(language, "now-stronger", act=now, before=before, day=short_day(day, language))


def now_also(told: Sequence[Told], item: Item, language: str, config: Config) -> str:
    """State that a story which was `told` for other initiatives is about one more."""
    known = dict.fromkeys(one.initiative for one in told)
    initiatives = ((id_, config.initiatives.get(id_)) for id_ in known)
    names = [name_in(one.names if one else None, language, id_) for id_, one in initiatives]
    day = beijing_day(told[-1].at) or told[-1].at.date()
    return say(language, "now-also", name=item.name, day=short_day(day, language), names=few(names, language))
