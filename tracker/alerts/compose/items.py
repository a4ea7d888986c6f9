"""Write an announcement as an item of a message."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from config import Config, Settings
from config.schema.body import Body
from config.schema.facts import Names
from db.beijing import beijing_day
from db.models import Announcement, Delivery
from db.queries.messages import Member, told_before
from tracker.acts import strength
from tracker.alerts.compose.dates import short_day
from tracker.alerts.compose.facts import Facts, gather
from tracker.alerts.compose.figures import write_figures
from tracker.alerts.compose.message import Item, Quote, Teller
from tracker.alerts.compose.paper_kinds import KINDS, paper
from tracker.alerts.compose.reply_links import web_link
from tracker.alerts.compose.sanitize import clean, web_address
from tracker.alerts.compose.wording import deed, say

MOST_MEMBERS = 20
LONGEST_READ = 2000
# No body of its own, but a word for all that we have none for.
NOBODY = "other"


@dataclass
class Writer:
    """Writes items, each announcement once a language as long as it lives: a round of sending.

    A round may tell one announcement ten thousand times.
    """

    written: dict[tuple[str, int | None, str, str], Item] = field(default_factory=dict)

    def write(
        self,
        session: Session,
        config: Config,
        settings: Settings,
        language: str,
        announced: Sequence[tuple[Delivery, Announcement]],
    ) -> tuple[Item, ...]:
        """The items of deliveries with their announcements, in the order of a mail."""
        new = [announcement for _, announcement in announced if _key(language, announcement) not in self.written]
        facts = gather(session, new, config) if new else {}
        for one in new:
            self.written[_key(language, one)] = write_item(one, facts[one.id or 0], language, config, settings)
        changed = _changed(session, language, [delivery for delivery, _ in announced if delivery.kind == "stronger"])
        told = ((delivery, self.written[_key(language, one)]) for delivery, one in announced)
        return order(
            [replace(i, why=d.why, stronger=d.kind == "stronger", changed=changed.get(d.id or 0, "")) for d, i in told]
        )


def write_item(announcement: Announcement, facts: Facts, language: str, config: Config, settings: Settings) -> Item:
    """Say what an announcement is, in `language`, with the documents that tell it, primary sources first."""
    initiative = config.initiatives.get(announcement.initiative)
    body = None if announcement.body in (None, NOBODY) else config.bodies.get(announcement.body)
    otherwise = "" if announcement.body == NOBODY else announcement.body or ""
    name = name_in(body.name if body else None, language, otherwise)
    short = name_in(body.short or body.name if body else None, language, otherwise)
    speaker = clean(_speaker(announcement.speaker, body, language), 100)
    issued = clean(_paper(announcement, facts, language), 60)
    return Item(
        announcement_id=announcement.id or 0,
        initiative=clean(announcement.initiative, 100),
        name=name_in(initiative.names if initiative else None, language, announcement.initiative),
        act=announcement.act,
        deed=_deed(announcement, short or speaker, issued, language),
        paper=issued,
        body=name,
        speaker=speaker,
        day=announcement.day,
        reported=announcement.timeline_day,
        headline=clean(_headline(announcement, facts, language), 300),
        quotes=_quotes(announcement, facts, language, config),
        figures=write_figures(announcement.figures, facts.earlier, language),
        tellers=tuple(_teller(member, language, config) for member in facts.members[:MOST_MEMBERS]),
        more_tellers=max(0, len(facts.members) - MOST_MEMBERS),
        page=_page(announcement, facts, settings),
    )


def _deed(announcement: Announcement, who: str, paper: str, language: str) -> str:
    """Who did what with the paper, and until when a draft may be commented on."""
    done = deed(language, who, announcement.act, paper, announcement.stage)
    until = announcement.comment_until
    return say(language, "comments-until", deed=done, day=short_day(until, language)) if until else done


def order(items: Sequence[Item]) -> tuple[Item, ...]:
    """Group items by initiative, the strongest act first; the initiative with the strongest act leads."""
    best: dict[str, int] = {}
    for item in items:
        best[item.initiative] = max(best.get(item.initiative, 0), strength(item.act))
    return tuple(sorted(items, key=lambda i: (-best[i.initiative], i.name, -strength(i.act), i.announcement_id or 0)))


def name_in(names: Names | None, language: str, otherwise: str) -> str:
    """The name in `language` of something that may have left our declarations since."""
    return getattr(names, language) if names else clean(otherwise, 100)


def _changed(session: Session, language: str, stronger: Sequence[Delivery]) -> dict[int, str]:
    """What a stronger act is stronger than, by the number of its delivery."""
    before = told_before(session, stronger) if stronger else {}
    return {
        id_: say(language, "stronger-than", act=say(language, f"act-{act}"), day=short_day(day, language))
        for id_, (act, sent_at) in before.items()
        if (day := beijing_day(sent_at))
    }


def _key(language: str, announcement: Announcement) -> tuple[str, int | None, str, str]:
    return language, announcement.id, f"{announcement.act} {announcement.stage}", announcement.quote


def _page(announcement: Announcement, facts: Facts, settings: Settings) -> str | None:
    """Where our endpoint shows the page that the quote stands in, as we stored it: by its SHA-256, which proves it."""
    stored = (member.sha256 for member in facts.members if member.document_id == announcement.document_id)
    sha256 = next(stored, None)
    return web_link("page", sha256, settings) if sha256 else None


def _speaker(speaker: str | None, body: Body | None, language: str) -> str | None:
    """A person with the office, in `language` where the declarations know both."""
    for person in body.people if body else ():
        written = {"en": f"{person.name.en}, {person.office.en}", "zh": f"{person.office.zh}{person.name.zh}"}
        if speaker in written.values():
            return written[language]
    return speaker


def _paper(announcement: Announcement, facts: Facts, language: str) -> str:
    if announcement.stage == "draft":
        return KINDS["征求意见稿"][language]
    if announcement.act != "issued":
        return say(language, "stage-paper") if announcement.stage else ""
    texts = [(member.language, text) for member, quote in facts.quotes for text in (quote, member.title or "")]
    return paper(tuple((of, text[:LONGEST_READ]) for of, text in texts), language)


def _headline(announcement: Announcement, facts: Facts, language: str) -> str | None:
    """The headline in the reader's language, where the story has one."""
    titles = (member.title for member, _ in facts.quotes if member.language == language and member.title)
    return next(titles, announcement.headline)


def _quotes(announcement: Announcement, facts: Facts, language: str, config: Config) -> tuple[Quote, ...]:
    if not facts.quotes:
        return (Quote(clean(announcement.quote, 1500), "", ""),)
    told = [
        Quote(clean(quote, 1500), member.language, _source(member, language, config)) for member, quote in facts.quotes
    ]
    return tuple(sorted(told, key=lambda quote: quote.language != language))


def _teller(member: Member, language: str, config: Config) -> Teller:
    return Teller(
        source=_source(member, language, config),
        title=clean(member.title, 300) or clean(member.url, 300),
        url=web_address(member.url),
        day=beijing_day(member.published),
        language=member.language,
    )


def _source(member: Member, language: str, config: Config) -> str:
    source = config.sources.get(member.source)
    return name_in(source.name if source else None, language, member.source)
