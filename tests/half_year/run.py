"""Run a half year on the product: detection, outbox, plans and senders are real, the clock is ours."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Thread
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, select

from config import Config, Settings
from db.engine import reading, writing
from db.models import Alert, Announcement, Find, Incident
from db.queries.due import anything_due
from db.store.alerts import pause_alert, remove_alert, resume_alert
from db.store.finds import add_find
from db.store.health import close_incident, open_incident
from tests.factories.reports import figure, write_report
from tests.half_year.oracle import USUAL_MOST, Mail
from tests.half_year.people import Person
from tests.half_year.world import Event, Names, Report, Said, Trouble, Wish, World
from tracker.alerts.channels.answers import Answer
from tracker.alerts.compose.message import Message
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.finds import enqueue_finds
from tracker.alerts.matching.incident_alerts import enqueue_incident
from tracker.alerts.matching.rules import Rule
from tracker.alerts.subscriptions.subscribe import subscribe
from tracker.health.incidents import Change

CHANNEL = "kept"
SETTINGS = Settings(immediate_most=USUAL_MOST, first_crawl_minutes=2, brake_most=0, brake_recipient_most=0)
# Words that contain those of the rules, but are others.
DECOYS = "He said that the maintainer of 固态硬盘与电池 has 16G, and a solidstate altitude."


@dataclass
class Product:
    """An installation to which the half year happens; `letters` are the messages that the channel took, and when."""

    engine: Engine
    config: Config
    at: datetime
    letters: list[tuple[datetime, Message]] = field(default_factory=list)
    stories: dict[int, int] = field(default_factory=dict)
    alerts: dict[int, int] = field(default_factory=dict)
    incidents: dict[int, int] = field(default_factory=dict)

    def take(self, letter: Message, *_: object) -> Answer:
        """The channel: keep a message."""
        self.letters.append((self.at, letter))
        return Answer("sent", "kept")

    def live(self, world: World, moments: list[datetime], sending: Callable[["Product"], None]) -> None:
        """Let everything happen, with `sending` at each of the moments at which there is anything to send."""
        events = list(reversed(world.events))
        for moment in moments:
            if events and events[-1].at <= moment:
                with writing(self.engine) as session:
                    while events and events[-1].at <= moment:
                        self._happen(session, events.pop())
            self.at = moment
            with reading(self.engine) as session:
                due = anything_due(session.connection(), moment)
            if due:
                sending(self)

    def send(self) -> None:
        """One run of sending."""
        send(self.engine, self.config, SETTINGS, lambda: self.at)

    def mails(self) -> list[Mail]:
        """Return the messages that were sent, in the oracle's words."""
        with reading(self.engine) as session:
            announced = session.exec(select(Announcement.id, Announcement.story_id))
            story_of = {story: number for number, story in self.stories.items()}
            stories = {id_: story_of[story] for id_, story in announced}
        person_of = {alert: number for number, alert in self.alerts.items()}
        return [
            Mail(at, person_of[letter.alert_id], letter.kind, _items(letter, stories), letter.late)
            for at, letter in self.letters
        ]

    def _happen(self, session: Session, event: Event) -> None:
        if isinstance(event, Report):
            self._report(session, event)
        elif isinstance(event, Wish):
            self._wish(session, event)
        elif isinstance(event, Trouble):
            self._trouble(session, event)
        elif isinstance(event, Names):
            new = [Find(key=f"name {n}", name=f"name {n}", found_at=event.at) for n in event.numbers]
            enqueue_finds(session, [one for find in new if (one := add_find(session, find))], event.at)

    def _report(self, session: Session, report: Report) -> None:
        self.stories[report.story] = write_report(
            session,
            self.config,
            report.at,
            {initiative: _said(said, report) for initiative, said in report.said.items()},
            story=self.stories.get(report.story),
            cause=report.cause,
            key=report.key,
            source=report.source,
            language=report.language,
            title="通知",
            text=f"{DECOYS} {'，'.join(sorted(report.words))}",
        )

    def _wish(self, session: Session, event: Wish) -> None:
        person = event.person
        if event.turn == "added":
            self.alerts[person.number] = subscribe(session, _alert(person, event.at), _rule(person)).id or 0
            return
        alert = session.get_one(Alert, self.alerts[person.number])
        change = {"paused": pause_alert, "resumed": resume_alert, "removed": remove_alert}[event.turn]
        change(session, alert, event.at)

    def _trouble(self, session: Session, event: Trouble) -> None:
        if event.turn == "opened":
            new = Incident(source=event.source, state="down", began_at=event.at, opened_at=event.at)
            assert open_incident(session, new)
            opened = session.exec(select(Incident).order_by(Incident.id.desc())).first()  # type: ignore[union-attr]
            assert opened
            self.incidents[event.number] = opened.id or 0
        incident = session.get_one(Incident, self.incidents[event.number])
        if event.turn == "closed":
            assert close_incident(session, incident, event.at)
        enqueue_incident(session, Change(incident, event.turn), event.at)  # type: ignore[arg-type]


def one_sender(product: Product) -> None:
    """Send once."""
    product.send()


def several_senders(product: Product) -> None:
    """Let two senders run at once, and a third after them, on the full hour; otherwise one."""
    if product.at.minute == 0:
        senders = [Thread(target=product.send) for _ in range(2)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
    product.send()


def _items(letter: Message, stories: dict[int | None, int]) -> tuple[tuple[object, ...], ...]:
    told: list[tuple[object, ...]] = [
        (stories[item.announcement_id], item.initiative, item.act)
        if item.announcement_id
        else (item.initiative, item.act)
        for item in letter.items
    ]
    return tuple(sorted(told, key=str))


def _said(said: Said, report: Report) -> dict[str, Any]:
    figures = []
    if said.figure:
        measure, value, year = said.figure
        figures = [figure(value, "count", measure, "target" if year else "result", year)]
    return {"act": said.act, "body": said.body, "day": report.day, "figures": figures, "quote": "见原文。"}


def _alert(person: Person, at: datetime) -> Alert:
    quiet = "-".join(map(str, person.quiet)) if person.quiet else None
    same = {name: getattr(person, name) for name in ("rate", "zone", "hour", "weekday", "most")}
    name = f"person {person.number}"
    return Alert(name=name, recipient=name, channel=CHANNEL, quiet=quiet, created_at=at, **same)


def _rule(person: Person) -> Rule:
    same = ("initiatives", "bodies", "sources", "tier", "languages", "words", "changes", "incidents", "finds")
    return Rule.model_validate({"act_at_least": person.least} | {name: getattr(person, name) for name in same})
