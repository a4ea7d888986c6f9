"""Write the subject of a mail and the heading of a digest."""

from datetime import date, timedelta

from tracker.acts import ACTS
from tracker.alerts.compose.dates import day_words, month_words, short_day
from tracker.alerts.compose.entries import Entry, entries
from tracker.alerts.compose.message import Item, Message
from tracker.alerts.compose.names import few
from tracker.alerts.compose.wording import WORDS, say, things


def subject(message: Message) -> str:
    """Return initiative, body, act and object; for a digest, those of the strongest, and how many more there are."""
    if not message.items:
        return message.alert_name
    told = entries(message.items)
    first = _said(strongest(told), message.language, with_headline=len(told) == 1)
    if len(told) > 1:
        first = say(message.language, "subject-more", first=first, count=len(told) - 1)
    period = _period(message)
    return say(message.language, "subject-of", said=first, period=period) if period else first


def heading(message: Message) -> str:
    """Describe a digest: how many of what, of which period, for which alert."""
    kind = message.kind if message.kind in WORDS[message.language] else "other"
    count = len(entries(message.items))
    told = things(message.language, _noun(message.items), count)
    day = _day(message.key)
    ended = day_words(day, message.language) if day else message.key
    about = say(message.language, kind, things=told, day=ended, count=count, key=message.key)
    return f"{message.alert_name}{say(message.language, 'colon')}{about}"


def strongest(told: tuple[Entry, ...]) -> Entry:
    """Return the story with the strongest act, the first of equals; an announcement before incidents."""
    return min(told, key=lambda one: ACTS.index(one.lead.act) if one.lead.act in ACTS else len(ACTS))


def name_of(item: Item, language: str) -> str:
    """Name what an item is about and what was done, on one line."""
    return f"{item.name}{say(language, 'colon')}{item.deed}"


def _said(entry: Entry, language: str, *, with_headline: bool) -> str:
    """Describe a story, and what of it is new to its alert; with the initiatives besides the first."""
    item = entry.lead
    if item.act == "found":
        return say(language, "find-name", name=item.name)
    said = name_of(item, language)
    if item.stronger:
        said = say(language, "subject-now", act=say(language, f"act-{item.act}"), said=said)
    elif item.joined:
        said = say(language, "subject-joined", said=said)
    if entry.names:
        all_new = all(one.joined for one in entry.others) and not item.joined
        said = say(language, "also-now" if all_new else "also", said=said, names=few(entry.names, language))
    more = with_headline and item.headline and item.announcement_id and not item.paper
    return said + (f" · {item.headline}" if more else "")


def _noun(items: tuple[Item, ...]) -> str:
    if all(item.announcement_id for item in items):
        return "stories"
    return "incidents" if all(item.is_incident for item in items) else "items"


def _period(message: Message) -> str:
    if f"short-{message.kind}" not in WORDS[message.language]:
        return ""
    day, language = _day(message.key), message.language
    if day is None:
        return say(language, f"short-{message.kind}", day="", month="").strip()
    # A month's digest is sent on the first of the next.
    month = month_words(day - timedelta(days=1), language)
    return say(language, f"short-{message.kind}", day=short_day(day, language), month=month)


def _day(key: str) -> date | None:
    """Return the day in the key of a period; a first crawl's key is a number."""
    try:
        return date.fromisoformat(key[:10])
    except ValueError:
        return None
