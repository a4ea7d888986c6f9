"""Puts announcements into the words of a mail."""

from collections.abc import Sequence

from config import Config
from config.schema.facts import Names
from db.models import Announcement, Delivery, Document
from tracker.alerts.letter import Item, Teller
from tracker.alerts.safe import clean, web_address
from tracker.alerts.wording import say
from tracker.announce import beijing_day, strength

MOST_MEMBERS = 20
MOST_FIGURES = 5


def write_item(
    delivery: Delivery, announcement: Announcement, tellers: Sequence[Document], language: str, config: Config
) -> Item:
    """Say what an announcement is, in `language`, with the documents that tell it, primary sources first."""
    initiative = config.initiatives.get(announcement.initiative)
    body = config.bodies.get(announcement.body or "")
    name = name_in(body.name if body else None, language, announcement.body or "")
    ranked = sorted(tellers, key=lambda document: _is_media(document, config))
    return Item(
        announcement_id=announcement.id or 0,
        initiative=announcement.initiative,
        name=name_in(initiative.names if initiative else None, language, announcement.initiative),
        act=announcement.act,
        deed=say(language, "deed", body=name, act=say(language, f"act-{announcement.act}")).strip(),
        stronger=delivery.kind == "stronger",
        body=name,
        speaker=clean(announcement.speaker, 100),
        day=announcement.day,
        headline=clean(announcement.headline, 300),
        quote=clean(announcement.quote, 1500),
        figures=tuple(_figure(figure) for figure in announcement.figures[:MOST_FIGURES]),
        tellers=tuple(_teller(document, language, config) for document in ranked[:MOST_MEMBERS]),
        more_tellers=max(0, len(ranked) - MOST_MEMBERS),
        why=delivery.why,
    )


def order(items: Sequence[Item]) -> tuple[Item, ...]:
    """Group items by initiative, the strongest act first; the initiative with the strongest act leads."""
    best: dict[str, int] = {}
    for item in items:
        best[item.initiative] = max(best.get(item.initiative, 0), strength(item.act))
    return tuple(sorted(items, key=lambda i: (-best[i.initiative], i.name, -strength(i.act), i.announcement_id or 0)))


def name_in(names: Names | None, language: str, otherwise: str) -> str:
    """The name in `language` of something that may have left our declarations since."""
    return getattr(names, language) if names else clean(otherwise, 100)


def _is_media(document: Document, config: Config) -> bool:
    source = config.sources.get(document.source)
    return source is None or source.tier != "primary"


def _figure(figure: dict[str, object]) -> str:
    value, unit = figure.get("value"), "" if figure.get("unit") == "count" else figure.get("unit") or ""
    return clean(f"{value}{'' if unit == '%' else ' '}{unit} {figure.get('what') or ''}", 200)


def _teller(document: Document, language: str, config: Config) -> Teller:
    source = config.sources.get(document.source)
    return Teller(
        source=name_in(source.name if source else None, language, document.source),
        title=clean(document.title, 300) or clean(document.url, 300),
        url=web_address(document.url),
        day=beijing_day(document.published),
    )
