"""Write a name that no initiative covers yet as an item of a message."""

from config import Config
from db.beijing import beijing_day
from db.models import Delivery, Find
from tracker.alerts.compose.dates import day_words
from tracker.alerts.compose.message import Item, Quote, Teller
from tracker.alerts.compose.names import name_in
from tracker.alerts.compose.sanitize import clean, web_address
from tracker.alerts.compose.wording import say


def write_find(delivery: Delivery, find: Find, language: str, config: Config) -> Item:
    """Write an item of a mail: the new name, where it first occurred and in which words."""
    title = clean(find.title, 300) or clean(find.url, 300)
    source = config.sources.get(find.source)
    seen = find.first_seen or beijing_day(find.found_at)
    publisher = name_in(source.name if source else None, language, find.source)
    return Item(
        announcement_id=None,
        initiative=f"find-{find.id}",
        name=clean(find.name, 100),
        act=delivery.act,
        deed=say(language, "find-first", day=day_words(seen, language), count=find.documents),
        day=find.first_seen,
        headline=title,
        quotes=(Quote(clean(find.quote, 1500), source.language if source else "", publisher),),
        tellers=(Teller(publisher, title, web_address(find.url), find.first_seen),),
        why=delivery.why,
    )
