"""Tests that an alert reports a story once, in one mail, with everything that matches; and later what is new."""

from datetime import timedelta
from threading import Thread

from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import writing
from db.models import Delivery, Document, Story
from tests.factories.announcements import NOON, add_alert, deliveries, send_at
from tests.factories.reports import report
from tests.servers.mailserver import MailServer
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import claim_messages
from tracker.alerts.delivery.digest import plan
from tracker.alerts.matching.preview import preview
from tracker.alerts.matching.rules import Rule
from tracker.pipeline.detect import Regrouped, detect

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
THREE = ("ai-plus", "six-g", "quantum")


def told(engine: Engine, config: Config, *initiatives: str, at: object = NOON, **fields: object) -> int:
    """Read a document that pledges the initiatives; return its story."""
    act = str(fields.pop("act", "pledged"))
    return report(engine, config, at, {id_: {"act": act} for id_ in initiatives}, **fields)  # type: ignore[arg-type]


def names(rows: list[Delivery]) -> set[str | None]:
    """Return the ids under which rows were sent."""
    return {row.message_id for row in rows}


def heads(server: MailServer) -> list[str]:
    """Return which announcements and acts each mail reported, sorted within a mail."""
    return [", ".join(sorted(str(mail["X-Tracker-Announcement"]).split(", "))) for mail in server.mails]


def subjects(server: MailServer) -> list[str]:
    return [str(mail["Subject"]) for mail in server.mails]


def test_a_story_is_one_mail_whatever_it_is_about(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    add_alert(engine, Rule(initiatives=("six-g",)), recipient="other@example.org")
    told(engine, config, *THREE)
    told(engine, config, "low-altitude-economy")
    assert send_at(engine, config, server.settings(), NOON) == {"sent": 3}
    by_reader = sorted((str(mail["To"]), head) for mail, head in zip(server.mails, heads(server), strict=True))
    assert [reader for reader, _ in by_reader] == ["other@example.org", "reader@example.org", "reader@example.org"]
    assert sorted(head.count("pledged") for _, head in by_reader) == [1, 1, 3]
    assert {row.state for row in deliveries(engine)} == {"sent"}
    assert len(names(deliveries(engine))) == 3
    assert send_at(engine, config, server.settings(), NOON + MINUTE) == {}


def test_all_of_a_story_goes_or_nothing(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    told(engine, config, *THREE)
    server.at_data["reader@example.org"] = ["450 not now", "drop"]
    for minutes, outcome in ((0, "later"), (2, "later"), (60, "sent")):
        assert send_at(engine, config, server.settings(), NOON + minutes * MINUTE) == {outcome: 1}
        rows = deliveries(engine)
        assert len({(row.state, row.attempts, row.message_id, row.answer) for row in rows}) == 1
    # The connection was dropped after it was accepted: it came again, under its own id.
    assert len(server.mails) == 2
    assert len({str(mail["Message-ID"]) for mail in server.mails}) == 1


def test_two_senders_at_once_send_a_story_once(engine: Engine, config: Config, server: MailServer) -> None:
    for number in range(4):
        add_alert(engine, recipient=f"reader{number}@example.org")
    told(engine, config, *THREE)
    senders = [Thread(target=send_at, args=(engine, config, server.settings(), NOON)) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(server.mails) == 4
    assert all(head.count("pledged") == 3 for head in heads(server))


def test_what_a_dead_sender_left_of_a_story_goes_again_whole(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    story = told(engine, config, *THREE)
    with writing(engine) as session:
        dead = Composer("dead", server.settings(), config)
        (claim,) = claim_messages(session, dead, plan(session, dead.settings, NOON), NOON)
    told(engine, config, "low-altitude-economy", story=story, at=NOON + MINUTE)
    send_at(engine, config, server.settings(), NOON + 6 * MINUTE)
    mails = {str(mail["Message-ID"]): head for mail, head in zip(server.mails, heads(server), strict=True)}
    assert mails.pop(claim.message.message_id) == "1 pledged, 2 pledged, 3 pledged"
    assert list(mails.values()) == ["4 pledged"]


def test_what_joins_a_story_before_its_mail_is_tried_goes_with_it(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """A sender that had planned the mail as it was claims nothing of it: two mails with one id would be half lost."""
    add_alert(engine)
    story = told(engine, config, *THREE)
    slow = Composer("slow", server.settings(), config)
    with writing(engine) as session:
        planned = plan(session, slow.settings, NOON)
    told(engine, config, "low-altitude-economy", story=story, at=NOON + MINUTE)
    with writing(engine) as session:
        (again,) = plan(session, slow.settings, NOON + MINUTE)
        assert again.digest_id != planned[0].digest_id
    with writing(engine) as session:
        assert claim_messages(session, slow, planned, NOON + MINUTE) == []
    assert send_at(engine, config, server.settings(), NOON + MINUTE) == {"sent": 1}
    assert heads(server) == ["1 pledged, 2 pledged, 3 pledged, 4 pledged"]


def test_a_mail_that_stays_as_it_was_planned_keeps_its_name(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    told(engine, config, *THREE)
    with writing(engine) as session:
        first = plan(session, server.settings(), NOON)
    with writing(engine) as session:
        assert plan(session, server.settings(), NOON + MINUTE) == first


def test_cap_and_brake_count_mails(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, most=2)
    for _ in range(4):
        told(engine, config, *THREE)
    assert send_at(engine, config, server.settings(), NOON) == {"sent": 3}
    assert sorted(head.count("pledged") for head in heads(server)) == [3, 3, 6]
    told(engine, config, *THREE, at=NOON + MINUTE)
    assert send_at(engine, config, server.settings(), NOON + 2 * MINUTE) == {}, "the digest of the hour has gone"
    add_alert(engine, recipient="braked@example.org")
    told(engine, config, *THREE, at=NOON + DAY)
    told(engine, config, *THREE, at=NOON + DAY)
    settings = server.settings(brake_recipient_most=1)
    assert send_at(engine, config, settings, NOON + DAY)["held"] >= 1
    assert sum(str(mail["To"]) == "braked@example.org" for mail in server.mails) == 1


def test_a_night_of_one_story_is_its_mail_and_no_digest(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, quiet="11-13", zone="Asia/Shanghai")
    told(engine, config, *THREE)
    assert send_at(engine, config, server.settings(), NOON + 2 * 60 * MINUTE) == {"sent": 1}
    assert subjects(server) == ["6G: steps pledged; also AI Plus, Quantum technology · A notice"]


def test_what_comes_later_of_a_story_is_reported_as_such(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    story = told(engine, config, "ai-plus", "six-g")
    send_at(engine, config, server.settings(), NOON)
    later = NOON + DAY
    told(engine, config, "quantum", story=story, at=later)
    send_at(engine, config, server.settings(), later)
    told(engine, config, "ai-plus", story=story, at=later + DAY, act="issued")
    send_at(engine, config, server.settings(), later + DAY)
    _, joined, issued = subjects(server)
    assert joined.startswith("Now also about Quantum technology: ")
    assert issued.startswith("Now issued: AI Plus: ")
    texts = [" ".join(mail.get_body(("plain",)).get_content().split()) for mail in server.mails]  # type: ignore[union-attr]
    assert "Now also about Quantum technology; on 24 Nov 2026 we reported this story, about AI Plus, 6G" in texts[1]
    assert "Now issued; on 24 Nov 2026 we reported it as pledged" in texts[2]
    assert [head.split(" ")[1::2] for head in heads(server)] == [["pledged,", "pledged"], ["pledged"], ["issued"]]


def test_a_stronger_act_and_a_further_initiative_are_one_mail(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine)
    story = told(engine, config, "ai-plus")
    send_at(engine, config, server.settings(), NOON)
    told(engine, config, "ai-plus", "six-g", story=story, at=NOON + DAY, act="launched")
    assert send_at(engine, config, server.settings(), NOON + DAY) == {"sent": 1}
    assert subjects(server)[-1] == "Now launched: AI Plus: work launched; now also about 6G · A notice"


def test_a_digest_lists_each_story_once(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, rate="daily", name="Technology")
    told(engine, config, *THREE)
    told(engine, config, "low-altitude-economy", act="issued")
    assert send_at(engine, config, server.settings(), NOON + DAY) == {"sent": 1}
    text = server.mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Technology: 2 stories in the day" in text
    assert text.count("\n* ") == 2
    assert len(str(server.mails[0]["X-Tracker-Announcement"]).split(",")) == 4


def test_a_preview_counts_mails_by_story(engine: Engine, config: Config) -> None:
    for _ in range(2):
        told(engine, config, *THREE)
    from sqlmodel import Session

    with Session(engine) as session:
        seen = preview(session, Rule(), config, 30, at=NOON + DAY)
    assert seen.told == 6
    assert seen.mails["immediate"].alone == 2


def test_what_leaves_a_story_before_its_mail_is_mailed_though_it_was_read_again_meanwhile(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """The news that divides the story is of neither part: only the part that is left was read again, by a rule."""
    add_alert(engine, created_at=NOON - DAY)
    told(engine, config, "six-g", act="issued", key="stays")
    told(engine, config, "six-g", story=1, key="leaves")
    news = told(engine, config, "quantum", key="news")
    with writing(engine) as session:
        of_key = {one.key: one for one in session.exec(select(Document))}
        new = Story()
        session.add(new)
        session.flush()
        of_key["leaves"].story_id = new.id
        session.flush()
        learned = {of_key["leaves"].id or 0: "rule", of_key["news"].id or 0: "news"}
        regrouped = Regrouped({1, news, new.id or 0}, before={of_key["leaves"].id or 0: 1}, learned=learned)
        detect(session, config, regrouped, NOON)
    assert {row.state for row in deliveries(engine)} == {"pending"}
    send_at(engine, config, server.settings(), NOON)
    assert sorted(heads(server)) == ["1 issued", "2 pledged", "3 pledged"]
