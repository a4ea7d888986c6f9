"""Write an announcement as an item of a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from config import Config, Settings
from db.beijing import beijing_day
from db.models import Announcement, Delivery
from db.queries.messages import Member, Told
from tracker.alerts.compose.changed import now_also, now_stronger
from tracker.alerts.compose.corrected import corrected
from tracker.alerts.compose.dates import short_day
from tracker.alerts.compose.entries import order
from tracker.alerts.compose.facts import Facts, gather
from tracker.alerts.compose.figures import write_figures
from tracker.alerts.compose.message import Item, Quote, Teller
from tracker.alerts.compose.names import name_in, speaker_in
from tracker.alerts.compose.objects import object_of
from tracker.alerts.compose.paper_kinds import KINDS, paper
from tracker.alerts.compose.reply_links import web_link
from tracker.alerts.compose.sanitize import clean, web_address
from tracker.alerts.compose.wording import deed, say

MOST_MEMBERS = 20
LONGEST_READ = 2000
# By alert and story, what was sent before.
Before = Mapping[tuple[int, int], Sequence[Told]]
# Not a body, but a word for all bodies that are not declared.
NOBODY = "other"


@dataclass
class Writer:
    """Write items, each announcement once per language during a round of sending.

    A round may report one announcement ten thousand times.
    """

    written: dict[tuple[str, int | None, str, str], Item] = field(default_factory=dict)

    def write(
        self,
        session: Session,
        config: Config,
        settings: Settings,
        language: str,
        announced: Sequence[tuple[Delivery, Announcement]],
        before: Before,
    ) -> tuple[Item, ...]:
        """Write the items of one alert's deliveries with their announcements, in the order of a mail.

        `before` is the result of `told_before` for them.
        """
        new = [announcement for _, announcement in announced if _key(language, announcement) not in self.written]
        facts = gather(session, new, config) if new else {}
        for one in new:
            self.written[_key(language, one)] = write_item(one, facts[one.id or 0], language, config, settings)
        return order([self._told(delivery, one, before, language, config) for delivery, one in announced])

    def _told(
        self, delivery: Delivery, announcement: Announcement, before: Before, language: str, config: Config
    ) -> Item:
        """Adapt an item to its alert, after what the alert reported before."""
        item = self.written[_key(language, announcement)]
        told = before.get((delivery.alert_id, announcement.story_id), [])
        stronger = delivery.kind == "stronger"
        joined = bool(told) and not any(one.announcement_id == announcement.id for one in told)
        changed = ""
        if stronger:
            changed = now_stronger([one for one in told if one.announcement_id == announcement.id], item, language)
        elif joined:
            changed = now_also(told, item, language, config)
        return replace(item, why=delivery.why, stronger=stronger, joined=joined and not stronger, changed=changed)


def write_item(announcement: Announcement, facts: Facts, language: str, config: Config, settings: Settings) -> Item:
    """Describe an announcement in `language`, with the documents that report it, primary sources first."""
    initiative = config.initiatives.get(announcement.initiative)
    body = None if announcement.body in (None, NOBODY) else config.bodies.get(announcement.body)
    otherwise = "" if announcement.body == NOBODY else announcement.body or ""
    name = name_in(body.name if body else None, language, otherwise)
    short = name_in(body.short or body.name if body else None, language, otherwise)
    speaker = clean(speaker_in(announcement.speaker, body, language), 100)
    issued = clean(_paper(announcement, facts, language), 60)
    quoted = next((member for member in facts.members if member.document_id == announcement.document_id), None)
    sha256 = quoted.sha256 or "" if quoted else ""
    return Item(
        announcement_id=announcement.id or 0,
        initiative=clean(announcement.initiative, 100),
        name=name_in(initiative.names if initiative else None, language, announcement.initiative),
        act=announcement.act,
        deed=_deed(announcement, short or speaker, issued or _object(announcement, facts, language), language),
        paper=issued,
        story=announcement.story_id,
        documents=facts.documents,
        body=name,
        speaker=speaker,
        day=announcement.day,
        reported=announcement.timeline_day,
        headline=clean(_headline(announcement, facts, language), 300),
        quotes=_quotes(announcement, facts, language, config),
        figures=write_figures(announcement.figures, facts.earlier, language),
        tellers=tuple(_teller(member, language, config) for member in facts.members[:MOST_MEMBERS]),
        more_tellers=max(0, len(facts.members) - MOST_MEMBERS),
        corrected=corrected(announcement, language, config),
        # By its digest, which proves it.
        page=web_link("page", sha256, settings) if sha256 else None,
        original=web_address(quoted.url) if quoted else None,
        sha256=sha256,
    )


def _deed(announcement: Announcement, who: str, done_to: str, language: str) -> str:
    """State who did what to what, and until when comments on a draft can be sent."""
    done = deed(language, who, announcement.act, done_to, announcement.stage)
    until = announcement.comment_until
    return say(language, "comments-until", deed=done, day=short_day(until, language)) if until else done


def _key(language: str, announcement: Announcement) -> tuple[str, int | None, str, str]:
    return language, announcement.id, f"{announcement.act} {announcement.stage}", announcement.quote


def _object(announcement: Announcement, facts: Facts, language: str) -> str:
    texts = [(member.language, quote[:LONGEST_READ]) for member, quote in facts.quotes]
    return object_of(announcement.act, texts, language)


def _paper(announcement: Announcement, facts: Facts, language: str) -> str:
    if announcement.stage == "draft":
        return KINDS["征求意见稿"][language]
    if announcement.act != "issued":
        return say(language, "stage-paper") if announcement.stage else ""
    texts = [(member.language, text) for member, quote in facts.quotes for text in (quote, member.title or "")]
    return paper(tuple((of, text[:LONGEST_READ]) for of, text in texts), language)


def _headline(announcement: Announcement, facts: Facts, language: str) -> str | None:
    """Return the headline in the reader's language, if the story has one."""
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
