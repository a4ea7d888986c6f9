"""Tests when mails are sent: hours that the clock skips or repeats, quiet hours, months, clocks that jump."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Alert, Announcement, Delivery, Digest, Recipient
from tests.factories.announcements import NOON, add_alert, announce, utc
from tests.servers.mailserver import MailServer
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import claim_messages
from tracker.alerts.delivery.digest import plan
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule
from tracker.alerts.schedule.periods import next_due, period
from tracker.alerts.schedule.quiet import quiet_until, read_quiet
from tracker.alerts.subscriptions.recipients import confirm
from tracker.alerts.subscriptions.subscribe import subscribe

pytestmark = pytest.mark.once_on_postgresql

HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
BERLIN, NEW_YORK, HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"


def alert(rate: str, zone: str = "Asia/Shanghai", hour: int = 8, **fields: Any) -> Alert:
    return Alert(name="AI", recipient="reader@example.org", rate=rate, zone=zone, hour=hour, **fields)


@pytest.mark.parametrize(
    ("wanted", "learned", "due", "day"),
    [
        # Berlin skips 2:00 on 29 March 2026, and repeats it on 25 October; New York on 8 March and 1 November.
        (alert("daily", BERLIN, 2), "2026-03-28 12:00", "2026-03-29 01:00", "2026-03-29"),
        (alert("daily", BERLIN, 2), "2026-03-29 00:59", "2026-03-29 01:00", "2026-03-29"),
        (alert("daily", BERLIN, 2), "2026-03-29 01:00", "2026-03-30 00:00", "2026-03-30"),
        (alert("daily", BERLIN, 3), "2026-03-28 12:00", "2026-03-29 01:00", "2026-03-29"),
        (alert("daily", BERLIN, 2), "2026-10-24 12:00", "2026-10-25 00:00", "2026-10-25"),
        (alert("daily", BERLIN, 2), "2026-10-25 00:00", "2026-10-26 01:00", "2026-10-26"),
        (alert("daily", BERLIN, 2), "2026-10-25 00:30", "2026-10-26 01:00", "2026-10-26"),
        (alert("daily", BERLIN, 3), "2026-10-25 00:30", "2026-10-25 02:00", "2026-10-25"),
        (alert("daily", NEW_YORK, 2), "2026-03-07 12:00", "2026-03-08 07:00", "2026-03-08"),
        (alert("daily", NEW_YORK, 1), "2026-10-31 12:00", "2026-11-01 05:00", "2026-11-01"),
        (alert("daily", NEW_YORK, 1), "2026-11-01 05:30", "2026-11-02 06:00", "2026-11-02"),
        (alert("weekly", BERLIN, 2, weekday=6), "2026-03-23 12:00", "2026-03-29 01:00", "2026-03-29"),
        (alert("monthly", NEW_YORK, 1), "2026-10-20 12:00", "2026-11-01 05:00", "2026-11-01"),
        # Half an hour is skipped on 4 October 2026, and repeated on 5 April.
        (alert("daily", HOWE, 2), "2026-10-03 12:00", "2026-10-03 15:30", "2026-10-04"),
        (alert("daily", HOWE, 2), "2026-04-04 12:00", "2026-04-04 15:30", "2026-04-05"),
        (alert("daily", "Asia/Kathmandu", 0), "2026-06-01 18:14", "2026-06-01 18:15", "2026-06-02"),
        # Leap day, ends of months and of the year.
        (alert("daily"), "2028-02-28 00:00", "2028-02-29 00:00", "2028-02-29"),
        (alert("weekly", weekday=1), "2028-02-22 00:00", "2028-02-29 00:00", "2028-02-29"),
        (alert("monthly"), "2028-02-29 12:00", "2028-03-01 00:00", "2028-03-01"),
        (alert("monthly", hour=0), "2026-01-31 15:59", "2026-01-31 16:00", "2026-02-01"),
        (alert("monthly", hour=0), "2026-01-31 16:00", "2026-02-28 16:00", "2026-03-01"),
        (alert("monthly", NEW_YORK, 23), "2026-03-01 00:00", "2026-03-02 04:00", "2026-03-01"),
        (alert("daily", NEW_YORK), "2026-12-31 14:00", "2027-01-01 13:00", "2027-01-01"),
        (alert("weekly"), "2026-12-28 00:00", "2027-01-04 00:00", "2027-01-04"),
        (alert("monthly"), "2026-12-01 00:00", "2027-01-01 00:00", "2027-01-01"),
        *(
            (alert("weekly", weekday=n), "2026-11-22 12:00", f"2026-11-{23 + n} 00:00", f"2026-11-{23 + n}")
            for n in range(7)
        ),
    ],
)
def test_a_digest_has_its_moment(wanted: Alert, learned: str, due: str, day: str) -> None:
    assert next_due(wanted, utc(learned)) == utc(due)
    assert period(wanted, utc(due)) == f"{wanted.rate} {day}"


@pytest.mark.parametrize(
    ("quiet", "zone", "at", "until"),
    [
        ("22-7", "Asia/Shanghai", "2026-11-24 13:59", None),
        ("22-7", "Asia/Shanghai", "2026-11-24 14:00", "2026-11-24 23:00"),
        ("22-7", "Asia/Shanghai", "2026-11-24 22:59", "2026-11-24 23:00"),
        ("22-7", "Asia/Shanghai", "2026-11-24 23:00", None),
        ("12-14", "Asia/Shanghai", "2026-11-24 05:00", "2026-11-24 06:00"),
        ("0-23", "Asia/Shanghai", "2026-11-23 16:00", "2026-11-24 15:00"),
        ("23-0", "Asia/Shanghai", "2026-11-24 15:30", "2026-11-24 16:00"),
        # The night in which the clock goes forward is an hour shorter, the one in which it goes back an hour longer.
        ("22-7", BERLIN, "2026-03-28 21:00", "2026-03-29 05:00"),
        ("22-7", BERLIN, "2026-10-24 20:00", "2026-10-25 06:00"),
        ("22-2", BERLIN, "2026-03-29 00:30", "2026-03-29 01:00"),
        ("22-2", BERLIN, "2026-10-25 00:30", None),
        ("22-3", BERLIN, "2026-10-25 00:30", "2026-10-25 02:00"),
        ("22-3", BERLIN, "2026-10-25 01:30", "2026-10-25 02:00"),
        ("2-3", BERLIN, "2026-03-29 01:00", None),
        ("22-7", NEW_YORK, "2026-03-08 03:00", "2026-03-08 11:00"),
        ("22-7", NEW_YORK, "2026-11-01 02:00", "2026-11-01 12:00"),
        ("22-1", NEW_YORK, "2026-11-01 04:30", "2026-11-01 05:00"),
        ("22-2", HOWE, "2026-04-04 15:15", "2026-04-04 15:30"),
        ("22-7", "Asia/Shanghai", "2026-12-31 15:00", "2026-12-31 23:00"),
        ("22-7", "Asia/Shanghai", "2028-02-28 15:00", "2028-02-28 23:00"),
    ],
)
def test_quiet_hours_end(quiet: str, zone: str, at: str, until: str | None) -> None:
    wanted = alert("immediate", zone, quiet=quiet)
    assert quiet_until(wanted, utc(at)) == (utc(until) if until else None)
    assert next_due(wanted, utc(at)) == utc(until or at)


@pytest.mark.parametrize("written", ["", "22", "22-24", "7-7", "-1-5", "22:00-7:00", "from ten to seven", "22-7-8"])
def test_what_are_no_quiet_hours_is_refused_in_one_line(written: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        read_quiet(written)


def sent(engine: Engine, config: Config, server: MailServer, at: datetime, **settings: Any) -> int:
    """Return how many mails are sent at a moment."""
    return send(engine, config, server.settings(**settings), lambda: at)["sent"]


def subjects(server: MailServer) -> list[str]:
    return [str(mail["Subject"]) for mail in server.mails]


def test_what_comes_in_quiet_hours_goes_when_they_end(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, quiet="22-7")
    ten, seven = utc("2026-11-24 14:00"), utc("2026-11-24 23:00")
    for minutes, mails in ((-1, 1), (0, 0), (90, 0), (300, 0)):
        at = ten + timedelta(minutes=minutes)
        announce(engine, config, at=at)
        assert sent(engine, config, server, at) == mails
    assert [sent(engine, config, server, at) for at in (seven - HOUR / 60, seven, seven)] == [0, 1, 0]
    assert subjects(server)[1:] == ["AI Plus: State Council issued opinions, and 2 more (quiet hours to 25 Nov 2026)"]
    announce(engine, config, at=ten + DAY)
    assert sent(engine, config, server, seven + DAY) == 1
    assert subjects(server)[2].startswith("AI Plus: State Council issued"), "a single one goes alone"


def test_quiet_hours_hold_back_whatever_is_due(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, quiet="22-7")
    add_alert(engine, quiet="22-7", rate="daily", hour=12, name="day")
    night, seven = utc("2026-11-24 14:00"), utc("2026-11-24 23:00")
    for hours in (6, 4):
        announce(engine, config, at=night - hours * HOUR)
    announce(engine, config, at=night - 5 * HOUR, cause="first-crawl")
    server.at_rcpt["reader@example.org"] = ["450 later"]
    assert send(engine, config, server.settings(), lambda: night - 4 * HOUR) == {"later": 1, "sent": 3}
    # Nothing has run since; what should have been tried again waits, and so does the digest of a past day.
    assert [sent(engine, config, server, at) for at in (night + HOUR, seven - HOUR, seven)] == [0, 0, 1]
    announce(engine, config, at=night - HOUR)
    assert [sent(engine, config, server, at) for at in (night + DAY, seven + DAY)] == [0, 2]


@pytest.mark.parametrize("rate", ["immediate", "daily"])
def test_what_a_dead_sender_left_waits_for_the_end_of_quiet_hours(
    engine: Engine, config: Config, server: MailServer, rate: str
) -> None:
    add_alert(engine, quiet="22-7", rate=rate, hour=21)
    announce(engine, config, at=utc("2026-11-24 12:30"))
    before, night, seven = utc("2026-11-24 13:58"), utc("2026-11-24 14:12"), utc("2026-11-24 23:00")
    with writing(engine) as session:
        dead = Composer("dead", server.settings(), config)
        (claim,) = claim_messages(session, dead, plan(session, dead.settings, before), before)
    for minutes in range(0, 520, 8):
        assert sent(engine, config, server, night + timedelta(minutes=minutes)) == 0
    assert sent(engine, config, server, seven + 20 * timedelta(minutes=1)) == 1
    assert [mail["Message-ID"] for mail in server.mails] == [claim.message.message_id]


def test_what_waits_for_its_recipient_is_in_the_digest_of_its_own_period(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """Quiet hours come and go before an address confirms; confirming in them sends nothing before a digest's hour."""
    add_alert(engine, confirmed=False, rate="daily", quiet="22-7", created_at=utc("2026-11-01 00:00"))
    announce(engine, config, at=utc("2026-11-23 04:00"))
    for moment in ("2026-11-24 00:01", "2026-11-24 15:00", "2026-11-24 23:01"):
        sent(engine, config, server, utc(moment))
    announce(engine, config, at=utc("2026-11-24 23:05"))
    with writing(engine) as session:
        confirm(session, session.exec(select(Recipient)).one(), "its owner", utc("2026-11-24 23:10"))
    told = len(server.mails)
    assert [sent(engine, config, server, utc(f"2026-11-{at}")) for at in ("24 23:11", "25 00:01")] == [1, 1]
    assert len(server.mails) == told + 2
    with reading(engine) as session:
        assert session.exec(select(Digest.period)).all() == ["daily 2026-11-24", "daily 2026-11-25"]


def test_a_mail_that_asks_for_confirmation_goes_in_quiet_hours(
    engine: Engine, config: Config, server: MailServer
) -> None:
    night = utc("2026-11-24 15:00")
    with writing(engine) as session:
        subscribe(session, Alert(name="AI", recipient="new@example.org", quiet="22-7", created_at=night), Rule())
    assert sent(engine, config, server, night) == 1


def test_a_digest_that_waits_for_the_end_of_quiet_hours_is_its_own_periods(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, rate="daily", quiet="22-7")
    announce(engine, config, at=utc("2026-11-23 04:00"))
    # It was due at 8:00; nothing ran until ten in the evening.
    assert [sent(engine, config, server, utc(f"2026-11-24 {at}")) for at in ("14:00", "22:59", "23:00")] == [0, 0, 1]
    announce(engine, config, at=utc("2026-11-24 12:00"))
    assert sent(engine, config, server, utc("2026-11-25 00:00")) == 1
    with reading(engine) as session:
        assert session.exec(select(Digest.period)).all() == ["daily 2026-11-24", "daily 2026-11-25"]


def test_an_hour_that_the_clock_moves_past_midnight_has_its_digest(
    engine: Engine, config: Config, server: MailServer
) -> None:
    """Nuuk skips 23:00 on 28 March 2026; what is due then comes on the 29th, and so does the 29th's own."""
    add_alert(engine, rate="daily", hour=23, zone="America/Nuuk", created_at=utc("2026-03-01 00:00"))
    for found, due in (("2026-03-28 12:00", "2026-03-29 01:01"), ("2026-03-29 12:00", "2026-03-30 00:01")):
        announce(engine, config, at=utc(found))
        assert sent(engine, config, server, utc(due)) == 1
    with reading(engine) as session:
        assert session.exec(select(Digest.period)).all() == ["daily 2026-03-29", "daily 2026-03-29T23"]


def test_each_night_has_its_digest(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, quiet="22-7")
    for hours in (0, 1, 24, 25, 26, 48):
        announce(engine, config, at=utc("2026-11-24 15:00") + hours * HOUR)
    assert sent(engine, config, server, utc("2026-11-28 01:00")) == 3
    with reading(engine) as session:
        assert session.exec(select(Digest.period)).all() == ["quiet 2026-11-25", "quiet 2026-11-26"]


def test_an_alerts_own_cap_folds_the_rest(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, most=2)
    for _ in range(6):
        announce(engine, config)
    assert sent(engine, config, server, NOON) == 3
    assert subjects(server)[-1] == "AI Plus: State Council issued opinions, and 3 more (24 Nov 2026)"
    announce(engine, config, at=NOON + DAY)
    assert sent(engine, config, server, NOON + DAY) == 1


def test_what_was_refused_or_withdrawn_does_not_use_up_the_cap(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, most=2)
    for day in range(3):
        announce(engine, config, at=NOON + day * DAY)
        server.at_rcpt["reader@example.org"] = ["550 no"] if day else []
        gone = announce(engine, config, at=NOON + day * DAY)
        with writing(engine) as session:
            session.get_one(Announcement, gone).withdrawn = True
        send(engine, config, server.settings(), lambda day=day: NOON + day * DAY)  # type: ignore[misc]
    for _ in range(2):
        announce(engine, config, at=NOON + 3 * DAY)
    assert sent(engine, config, server, NOON + 3 * DAY) == 2


def test_an_hour_that_comes_twice_has_two_digests_of_the_rest(
    engine: Engine, config: Config, server: MailServer
) -> None:
    add_alert(engine, most=1, zone=BERLIN)
    twice = utc("2026-10-25 00:10")
    for hours, count, mails in ((0, 3, 2), (1, 2, 1), (2, 1, 1)):
        for _ in range(count):
            announce(engine, config, at=twice + hours * HOUR)
        assert sent(engine, config, server, twice + hours * HOUR) == mails


# What is announced and sent at which moments by a clock that jumps, and how many mails each run sends.
JUMPS: dict[str, tuple[dict[str, Any], list[tuple[str, timedelta, int]]]] = {
    "back by hours, at once": ({}, [("announce", 3 * HOUR, 0), ("send", 0 * HOUR, 1), ("send", 3 * HOUR, 0)]),
    "back by a year, at once": ({}, [("announce", YEAR, 0), ("send", 0 * HOUR, 1), ("send", YEAR, 0)]),
    "back by a year, daily": (
        {"rate": "daily"},
        [("announce", YEAR, 0), ("send", HOUR, 0), ("send", 19 * HOUR, 0), ("send", 21 * HOUR, 1), ("send", YEAR, 0)],
    ),
    "back by a year, first finds": (
        {},
        [("first", YEAR, 0), ("send", HOUR, 0), ("send", 2 * HOUR, 1), ("send", YEAR, 0)],
    ),
    "ahead by a year, and right again": (
        {"rate": "daily"},
        [
            ("announce", HOUR, 0),
            ("send", YEAR, 1),
            ("announce", YEAR, 0),
            ("announce", 2 * HOUR, 0),
            ("send", 21 * HOUR, 0),
            ("send", 45 * HOUR, 1),
            ("send", YEAR + 21 * HOUR, 0),
        ],
    ),
    "back into a period that was told": (
        {"rate": "daily"},
        [
            ("announce", HOUR, 0),
            ("send", 21 * HOUR, 1),
            ("announce", 15 * HOUR, 0),
            ("send", 16 * HOUR, 0),
            ("send", 21 * HOUR, 0),
            ("send", 45 * HOUR, 1),
        ],
    ),
    "ahead by hours, and right again": (
        {"rate": "daily"},
        [("announce", HOUR, 0), ("send", 24 * HOUR, 1), ("send", 21 * HOUR, 0), ("send", 25 * HOUR, 0)],
    ),
    "put off by a clock a year ahead": (
        {},
        [("announce", HOUR, 0), ("refused", YEAR, 0), ("send", HOUR, 0), ("send", 5 * DAY, 1), ("send", YEAR, 0)],
    ),
    "held by a clock a year ahead": (
        {"quiet": "22-7"},
        [("announce", YEAR + 11 * HOUR, 0), ("send", 2 * HOUR, 1), ("send", YEAR + 20 * HOUR, 0)],
    ),
}


@pytest.mark.parametrize("name", JUMPS)
def test_a_clock_that_jumps_loses_nothing_and_reports_nothing_twice(
    engine: Engine, config: Config, server: MailServer, name: str
) -> None:
    fields, steps = JUMPS[name]
    add_alert(engine, **fields)
    announced = []
    for number, (step, after, mails) in enumerate(steps):
        at = NOON + after
        if step in ("announce", "first"):
            cause = "news" if step == "announce" else "first-crawl"
            announced.append(f"{announce(engine, config, at=at, cause=cause)} issued")
        else:
            server.at_rcpt["reader@example.org"] = ["450 later"] if step == "refused" else []
            assert sent(engine, config, server, at) == mails, f"step {number}"
    assert sorted(told for _, told in server.told()) == sorted(announced)


def test_mails_of_a_year_ahead_do_not_use_up_todays(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine, most=2)
    for at in (NOON + YEAR, NOON):
        for _ in range(2):
            announce(engine, config, at=at)
        assert sent(engine, config, server, at) == 2
    assert not [subject for subject in subjects(server) if " more " in subject]


def test_a_claim_of_a_year_ahead_ends(engine: Engine, config: Config, server: MailServer) -> None:
    add_alert(engine)
    announce(engine, config)
    with writing(engine) as session:
        delivery = session.exec(select(Delivery)).one()
        delivery.state, delivery.holder, delivery.attempts = "sending", "dead", 1
        delivery.lease_until = NOON + YEAR
    assert [sent(engine, config, server, NOON + minutes * HOUR / 60) for minutes in (0, 9, 11)] == [0, 0, 1]


@pytest.mark.parametrize("rate", ["immediate", "daily", "weekly", "monthly"])
def test_an_alert_made_within_a_period_hears_of_its_rest(
    engine: Engine, config: Config, server: MailServer, rate: str
) -> None:
    announce(engine, config, at=utc("2026-10-28 04:00"))
    add_alert(engine, rate=rate, created_at=utc("2026-10-29 04:00"))
    id_ = announce(engine, config, at=utc("2026-10-29 05:00"))
    for day in range(40):
        sent(engine, config, server, utc("2026-10-29 05:00") + day * DAY)
    assert [told for _, told in server.told()] == [f"{id_} issued"]
