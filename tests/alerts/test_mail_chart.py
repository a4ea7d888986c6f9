"""Tests the chart of a mail: which mails have one, what it shows, how it is carried, and what happens without it."""

import io
import logging
from collections.abc import Mapping
from datetime import date, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import Engine

from config import Config
from tests.alerts.letters import SENDER, item, letter, parsed
from tests.factories.announcements import NOON, add_alert, announce, utc
from tests.servers.mailserver import MailServer
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.compose import chart
from tracker.alerts.compose.chart import MOST_BYTES, as_png
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.message import Chart
from tracker.alerts.delivery.sender import send
from tracker.charts.lanes import Act, Lane, lanes
from tracker.charts.sheet import Part, sheet

DAY = timedelta(days=1)
DUE = utc("2026-11-25 00:00")
DRAWN = sheet("since", [Part(lanes([Lane("", [Act(date(2026, 11, 24), "issued", "")])], ""))])
CHART = Chart(DRAWN, 'AI "Plus" <12>', 480, 200)


def digest(engine: Engine, config: Config, server: MailServer, *days: int, **fields: Any) -> EmailMessage:
    """Send a digest of announcements found so many days ago; those of more than a week were found before the alert."""
    for ago in sorted(days, reverse=True):
        if ago < 7:
            break
        announce(engine, config, "import", NOON - ago * DAY, day=(NOON - ago * DAY).date())
    add_alert(engine, **{"rate": "daily", "created_at": NOON - 7 * DAY, **fields})
    for ago in days:
        if ago < 7:
            announce(engine, config, at=NOON - ago * DAY, day=(NOON - ago * DAY).date(), act="launched")
    send(engine, config, server.settings(), lambda: DUE)
    return server.mails[-1]


def pictures(mail: EmailMessage) -> list[EmailMessage]:
    return [part for part in mail.walk() if part.get_content_maintype() == "image"]


@POSTGRESQL_BY_NIGHT
def test_a_digest_of_several_stories_carries_the_chart_of_its_initiative(
    engine: Engine, config: Config, server: MailServer
) -> None:
    mail = digest(engine, config, server, 400, 90, 0, 0)
    (picture,) = pictures(mail)
    _, related = mail.iter_parts()
    kinds = (mail.get_content_type(), related.get_content_type(), related.get_param("type"))
    assert kinds == ("multipart/alternative", "multipart/related", "text/html")
    message, text, page = parsed(mail)
    assert message.defects == related.defects == picture.defects == []
    named = picture["Content-ID"].strip("<>")
    assert named.endswith("@localhost")
    assert f'src="cid:{named}" alt="Chart of the announcements since Dec 2024: AI Plus 4"' in page
    assert "chart" not in text.casefold()
    assert picture.get_content_disposition() == "inline"
    with Image.open(io.BytesIO(picture.get_content())) as image:
        assert image.size == (720, 246)
        assert image.format == "PNG"
    assert len(picture.get_content()) < MOST_BYTES / 2


@POSTGRESQL_BY_NIGHT
@pytest.mark.parametrize(
    ("days", "fields"),
    [
        ((400, 90, 0), {}),
        ((0, 0), {}),
        ((1000, 0, 0), {}),
        ((400, 90, 0, 0), {"rate": "immediate"}),
    ],
    ids=["one story", "nothing before", "nothing in two years", "one mail for each story"],
)
def test_a_mail_whose_chart_would_say_no_more_than_it_has_none(
    engine: Engine, config: Config, server: MailServer, days: tuple[int, ...], fields: Mapping[str, Any]
) -> None:
    assert pictures(digest(engine, config, server, *days, **fields)) == []


@POSTGRESQL_BY_NIGHT
def test_a_setting_leaves_charts_out(
    engine: Engine, config: Config, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_MAIL_CHARTS", "false")
    assert pictures(digest(engine, config, server, 400, 90, 0, 0)) == []


def test_the_same_mail_is_the_same_at_each_attempt(config: Config) -> None:
    first, second = (compose(letter(item(config), chart=CHART), SENDER) for _ in range(2))
    for mail in (first, second):
        del mail["Date"]
    assert first.as_bytes() == second.as_bytes()
    assert 'alt="AI &#34;Plus&#34; &lt;12&gt;"' in parsed(first)[2]


@pytest.mark.parametrize(
    ("missing", "level", "said"),
    [
        ("extra", logging.INFO, "mails have no charts: pip install 'policy-initiative-tracker[charts]' to draw them"),
        (
            "font",
            logging.WARNING,
            "mails have no charts: no installed font has Chinese; "
            "apt-get install fonts-wqy-microhei, or set mail_charts = false",
        ),
    ],
)
def test_without_the_extra_or_a_font_a_mail_goes_without_and_the_log_says_so_once(
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    missing: str,
    level: int,
    said: str,
) -> None:
    chart._log_once.cache_clear()
    caplog.set_level(logging.INFO)
    if missing == "extra":
        monkeypatch.setattr(chart, "can_draw", lambda: False)
    else:
        monkeypatch.setattr(chart, "missing_font", lambda _: "Chinese")
    for _ in range(2):
        mail, _, page = parsed(compose(letter(item(config), chart=CHART), SENDER))
        assert pictures(mail) == []
        assert "<img" not in page
    logged = [(one.levelno, one.getMessage()) for one in caplog.records if one.name == chart.__name__]
    assert logged == [(level, said)]


def test_a_chart_is_small_however_much_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    first = date(2024, 12, 1)
    acts = ("mentioned", "progress", "pledged", "launched", "issued")
    days = [Act(first + timedelta(days=n), acts[n % 5], "", stressed=n > 500) for n in range(730)]
    rows = [Lane("低空经济与新型储能", days)] * chart.MOST_LANES
    full = Chart(sheet("since", [Part(lanes(rows, "", width=448))], dict.fromkeys(acts, "x")), "", 480, 400)
    made = as_png(full)
    with Image.open(io.BytesIO(made)) as image:
        assert image.width == 480, "fewer dots than of a usual one"
    assert MOST_BYTES / 2 < len(made) <= MOST_BYTES
    monkeypatch.setattr(chart, "MOST_BYTES", len(made) - 1)
    assert as_png(full) == b""
