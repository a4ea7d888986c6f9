"""Write the subject of a mail and the heading of a digest."""

from datetime import date, timedelta

from tracker.acts import ACTS
from tracker.alerts.compose.dates import day_words, month_words, short_day
from tracker.alerts.compose.message import Item, Letter
from tracker.alerts.compose.wording import WORDS, say, things


def subject(letter: Letter) -> str:
    """Initiative, body, act and what was issued; of a digest the strongest first, and how many more there are."""
    if not letter.items:
        return letter.alert_name
    if letter.kind == "news":
        return _said(letter.items[0], letter.language, with_headline=True)
    first = _said(strongest(letter.items), letter.language, with_headline=len(letter.items) == 1)
    if len(letter.items) > 1:
        first = say(letter.language, "subject-more", first=first, count=len(letter.items) - 1)
    period = _period(letter)
    return say(letter.language, "subject-of", said=first, period=period) if period else first


def heading(letter: Letter) -> str:
    """What a digest is: how many of what, of which period, for which alert."""
    kind = letter.kind if letter.kind in WORDS[letter.language] else "other"
    told = things(letter.language, _noun(letter.items), len(letter.items))
    day = _day(letter.key)
    ended = day_words(day, letter.language) if day else letter.key
    about = say(letter.language, kind, things=told, day=ended, count=len(letter.items), key=letter.key)
    return f"{letter.alert_name}{say(letter.language, 'colon')}{about}"


def strongest(items: tuple[Item, ...]) -> Item:
    """The item with the strongest act, the first of equals; an announcement before what goes wrong with sources."""
    return min(items, key=lambda item: ACTS.index(item.act) if item.act in ACTS else len(ACTS))


def name_of(item: Item, language: str) -> str:
    """What an item is about and what was done, on one line."""
    return f"{item.name}{say(language, 'colon')}{item.deed}"


def _said(item: Item, language: str, *, with_headline: bool) -> str:
    if item.act == "found":
        return say(language, "find-name", name=item.name)
    more = with_headline and item.headline and item.announcement_id and not item.paper
    return name_of(item, language) + (f" · {item.headline}" if more else "")


def _noun(items: tuple[Item, ...]) -> str:
    if all(item.announcement_id for item in items):
        return "announcements"
    return "incidents" if all(item.is_incident for item in items) else "items"


def _period(letter: Letter) -> str:
    if f"short-{letter.kind}" not in WORDS[letter.language]:
        return ""
    day, language = _day(letter.key), letter.language
    if day is None:
        return say(language, f"short-{letter.kind}", day="", month="").strip()
    # A month's digest goes on the first of the next.
    month = month_words(day - timedelta(days=1), language)
    return say(language, f"short-{letter.kind}", day=short_day(day, language), month=month)


def _day(key: str) -> date | None:
    """The day in the key of a period; a first crawl's is a number."""
    try:
        return date.fromisoformat(key[:10])
    except ValueError:
        return None
