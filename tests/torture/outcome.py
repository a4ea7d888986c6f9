"""The result of a run: its announcements under names that hold in every run, who was notified of what, problems."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from db.engine import reading
from db.models import Alert, Announcement, Attempt, Delivery, Document, Mention, Story
from tests.torture.letters import Post, Told, post_of
from tests.torture.wishes import STRENGTH, Wish
from tests.torture.world import World
from tracker.alerts.matching.regrouped import TOLD_WITH

SAME = ("act", "body", "speaker", "day", "figures", "headline", "quote", "cause")


@dataclass(frozen=True)
class Name:
    """An announcement by its initiative, and the documents of its story."""

    initiative: str
    documents: tuple[str, ...]


@dataclass
class Outcome:
    """A run's end. `acts` are those that a story's documents support; `told` says who was notified of what."""

    documents: dict[str, tuple[object, ...]] = field(default_factory=dict)
    announcements: dict[Name, dict[str, Any]] = field(default_factory=dict)
    acts: dict[Name, set[str]] = field(default_factory=dict)
    told: set[tuple[str, Name, str]] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    letters: Counter[str] = field(default_factory=Counter)
    doubles: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)


def outcome_of(world: World) -> Outcome:
    """Read the database and what arrived, and report everything that is wrong in itself."""
    post, outcome = post_of(world), Outcome()
    outcome.letters.update(letter.id.partition("-")[0] for letter in post.letters)
    by_place = {wish.place: wish for wish in world.wishes}
    verified = json.loads(world.tracker.run("verify", "--format", "json", code=None).stdout)
    outcome.problems += [f"verify: {difference}" for difference in verified["differences"]]
    with reading(world.engine) as session:
        _look_at_doubles(post, outcome)
        _look_at_rows(session, world, post, outcome)
        _look_at_stories(session, world, outcome)
        told = _told(post, by_place, outcome)
        _look_at_announcements(session, world, told, outcome)
        for one in session.exec(select(Document)):
            outcome.documents[f"{one.source} {one.key}"] = (one.title, one.published, one.problem, one.text)
    return outcome


def _told(post: Post, by_place: dict[str, Wish], outcome: Outcome) -> set[Told]:
    """Return whom the messages notified of what; each act of an announcement must be in one message only."""
    keys: dict[Told, set[str]] = defaultdict(set)
    for letter in post.letters:
        if _bare(letter.headed) != _bare(letter.to):
            outcome.problems.append(f"astray: {letter}")
        for id_, act in letter.told if letter.to in by_place else ():
            keys[by_place[letter.to].name, id_, act].add(letter.key)
    outcome.problems += [f"twice, in {sorted(found)}: {told}" for told, found in keys.items() if len(found) > 1]
    return set(keys)


def _bare(address: str) -> str:
    return address.replace('"', "")


def _look_at_doubles(post: Post, outcome: Outcome) -> None:
    for copies in post.copies().values():
        for letter in copies[:-1]:
            why = post.broke(letter)
            outcome.doubles[why or "without a reason"] += 1
            if not why:
                outcome.problems.append(f"sent again without a reason: {letter}")


def _look_at_rows(session: Session, world: World, post: Post, outcome: Outcome) -> None:
    """Check that the records agree with what arrived."""
    arrived = {letter.key for letter in post.letters}
    refused = {wish.recipient for wish in world.wishes if wish.refused}
    rows = session.exec(select(Delivery)).all()
    outcome.states.update(row.state for row in rows)
    places = dict(session.exec(select(Alert.id, Alert.recipient)).all())
    for row in rows:
        taken = places[row.alert_id] not in refused
        if row.state in ("pending", "sending", "backfilled") and taken:
            outcome.problems.append(f"left {row.state}: {_short(row)}")
        if row.state == "sent" and not (taken and row.message_id in arrived):
            outcome.problems.append(f"on record as sent, and never arrived: {_short(row)}")
    known = {row.message_id for row in rows}
    outcome.problems += [f"of no row: {x}" for x in post.letters if x.key not in known and x.told]


def _look_at_stories(session: Session, world: World, outcome: Outcome) -> None:
    """Check that everything that an immediate alert matched in a story at one moment was in one message.

    Separate are only messages that were tried before that moment, under their own id, and reports of two stories that
    later merged.
    """
    merged = set(session.exec(select(Story.merged_into).where(col(Story.merged_into).is_not(None))))
    tried: dict[str, datetime] = {}
    for name, at in session.exec(select(Attempt.message_id, Attempt.at)):
        tried[name] = min(tried.get(name, at), at)
    at_once = {wish.recipient for wish in world.wishes if wish.rate == "immediate" and not wish.refused}
    wanted = select(Alert.name, Announcement.story_id, Delivery).where(
        col(Alert.id) == Delivery.alert_id,
        col(Announcement.id) == Delivery.announcement_id,
        col(Alert.recipient).in_(at_once),
        Delivery.state == "sent",
        col(Delivery.kind).in_(("news", "stronger")),
    )
    letters: dict[tuple[str, int, datetime], set[str | None]] = defaultdict(set)
    for name, story, row in session.exec(wanted):
        if story not in merged and tried.get(row.message_id or "", row.created_at) >= row.created_at:
            letters[name, story, row.created_at].add(row.message_id)
    outcome.problems += [f"in several letters: story {key}" for key, found in letters.items() if len(found) > 1]


def _short(row: Delivery) -> str:
    told = f"announcement {row.announcement_id}" if row.announcement_id else f"incident {row.incident_id}"
    return f"delivery {row.id} to alert {row.alert_id} of {told} as {row.act}, {row.kind}: {row.answer}"


def _look_at_announcements(session: Session, world: World, told: set[Told], outcome: Outcome) -> None:
    """Check that everyone was notified of what they should be, computed from the announcements, and of nothing else."""
    documents, said = _documents(session), _said(session)
    standing = session.exec(select(Announcement).where(col(Announcement.withdrawn).is_(False))).all()
    told = _by_lineage(session, told)
    wishes = {wish.name: wish for wish in world.wishes}
    for announcement in standing:
        mentions = said[announcement.story_id, announcement.initiative]
        tellers = [document for document, _ in mentions]
        name = Name(announcement.initiative, documents[announcement.story_id])
        outcome.announcements[name] = announcement.model_dump(include=set(SAME))
        outcome.acts[name] = {act for _, act in mentions}
        heard = {(who, act) for who, id_, act in told if id_ == announcement.id}
        outcome.told |= {(who, name, act) for who, act in heard}
        wanting = {
            who for who, wish in wishes.items() if not wish.refused and wish.wants(announcement, tellers, world.config)
        }
        what, strong = f"announcement {announcement.id}", STRENGTH.index(announcement.act)
        outcome.problems += [
            f"lost: {who} was not told of {what} as {announcement.act}"
            for who in wanting
            if not any(who == other and STRENGTH.index(act) >= strong for other, act in heard)
        ]
        outcome.problems += [
            f"not asked for: {who} was told of {what} as {act}"
            for who, act in heard
            if who not in wanting or not wishes[who].takes(act)
        ]


def _by_lineage(session: Session, told: set[Told]) -> set[Told]:
    """Map reports of announcements that were merged or split to their present ones."""
    rows = session.exec(select(Announcement.id, Announcement.merged_into)).all()
    into = {id_: other for id_, other in rows if id_ is not None and other is not None}
    found = set()
    for who, id_, act in told:
        now = id_
        while now in into:
            now = into[now]
        found.add((who, now, act))
    shared = select(Alert.name, Delivery.announcement_id, Delivery.act).join(
        Delivery, col(Delivery.alert_id) == Alert.id
    )
    parted = session.exec(shared.where(col(Delivery.answer).startswith(TOLD_WITH))).all()
    return found | {(who, id_, act) for who, id_, act in parted if id_ is not None}


def _documents(session: Session) -> dict[int | None, tuple[str, ...]]:
    """The documents of each story, under names that hold in every run."""
    found = defaultdict(list)
    for source, key, story in session.exec(select(Document.source, Document.key, Document.story_id)):
        found[story].append(f"{source} {key}")
    return {story: tuple(sorted(names)) for story, names in found.items()}


def _said(session: Session) -> dict[tuple[int | None, str], list[tuple[Document, str]]]:
    """Return by story and initiative the documents that mention it, each with the act that it reports."""
    found = defaultdict(list)
    mentions = select(Document, Mention.initiative, Mention.act).join(Mention, col(Mention.document_id) == Document.id)
    for document, initiative, act in session.exec(mentions):
        found[document.story_id, initiative].append((document, act))
    return found
