"""Tests the pages' queries to the database, on SQLite and on PostgreSQL."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from config import Config
from db.engine import reading, writing
from db.models import Announcement, Crawl, Page
from db.queries import overview, proofs
from db.queries.listing import with_targets
from db.queries.timeline import Wanted, acts_by_day
from tests.factories.announcements import NOON, announce
from tests.web.reading.world import ISSUED, TODAY, fill, revise


def announcements(session: Session) -> list[Announcement]:
    return list(session.exec(select(Announcement).order_by(col(Announcement.id))))


def test_overviews_count_what_stands(engine: Engine, config: Config) -> None:
    fill(engine)
    announce(engine, config, initiative="hydrogen", act="issued", body="miit", withdrawn=True)
    undated = announce(engine, config, initiative="hydrogen", act="pledged", body="miit", day=None)
    with writing(engine) as session:
        session.add(Crawl(source="miit", started_at=NOON, ended_at=NOON + timedelta(minutes=3)))
        session.add(Crawl(source="nea", started_at=NOON))
    with reading(engine) as session:
        spans = {(one.initiative, one.act): one for one in overview.act_spans(session)}
        assert spans["charging-infrastructure", "progress"][3:] == (3, ISSUED, ISSUED + timedelta(days=120))
        assert spans["hydrogen", "pledged"][3:] == (1, None, None)
        assert ("hydrogen", "issued") not in spans
        rows = [(one.initiative, one.timeline_day) for one in announcements(session) if not one.withdrawn]
        every = Counter((initiative, day.replace(day=1)) for initiative, day in rows if day)
        first = (TODAY - timedelta(days=3)).replace(day=1)
        recent = {(initiative, month): count for initiative, month, count in overview.months_since(session, first)}
        assert recent == {of: count for of, count in every.items() if of[1] >= first}
        piles = overview.months_of(session, "charging-infrastructure")
        assert piles == {month: count for (of, month), count in every.items() if of == "charging-infrastructure"}
        assert [*piles] == sorted(piles)
        bodies = {(one.body, one.initiative): one.announcements for one in overview.body_spans(session)}
        assert (bodies["nea", "charging-infrastructure"], bodies["miit", "six-g"]) == (3, 1)
        counts = overview.source_counts(session)
        assert (counts["nea"].documents, counts["nea"].problems) == (3, 0)
        assert overview.last_crawls(session) == {"miit": NOON + timedelta(minutes=3)}
        (aim,) = with_targets(session, Wanted(), 10)
        assert (aim.initiative, aim.figures[0]["year"]) == ("ai-plus", 2027)
        assert [(one.times, one.stated) for one in acts_by_day(session, "hydrogen")] == [(1, 0)]
        assert proofs.neighbours(session, session.get_one(Announcement, undated)) == (None, None)


def test_an_announcement_has_its_neighbours_and_members(engine: Engine) -> None:
    fill(engine)
    with reading(engine) as session:
        rows = announcements(session)
        piles = [one.id for one in rows if one.initiative == "charging-infrastructure"]
        middle = session.get_one(Announcement, piles[1])
        assert proofs.neighbours(session, middle) == (piles[0], piles[2])
        assert proofs.neighbours(session, session.get_one(Announcement, piles[0])) == (None, piles[1])
        first = rows[0]
        assert proofs.member_counts(session, [first, middle]) == {
            (first.story_id, "ai-plus"): 2,
            (middle.story_id, "charging-infrastructure"): 1,
        }
        assert proofs.member_counts(session, []) == {}
        assert [one.id for one in proofs.of_story(session, first.story_id)] == [first.id]
        mention = proofs.mention_in(session, first.document_id, "ai-plus")
        assert mention
        assert mention.rule == "words.zh.issue.印发"
        assert proofs.mention_in(session, first.document_id, "six-g") is None


def test_a_stored_page_is_found_with_the_document_that_is_read_from_it(engine: Engine) -> None:
    fill(engine)
    with writing(engine) as session:
        page = session.exec(select(Page).order_by(col(Page.id))).first()
        assert page
        newer, old = revise(session, page, "新的一句。").sha256, page.sha256
    with reading(engine) as session:
        found, document = proofs.stored_as(session, old) or (None, None)
        assert found
        assert document
        assert document.page_id == found.id
        assert proofs.digests(session, [document.id or 0, 99999]) == {document.id: old}
        found, document = proofs.stored_as(session, newer) or (None, None)
        assert found
        assert document is None
        assert proofs.stored_as(session, "0" * 64) is None
