"""Tests the endpoint by real requests to its process: what it does, what it says, and what it does not disclose."""

import hashlib
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine
from sqlmodel import col, select, update

from config import Config, load
from db.engine import open_database, reading, writing
from db.models import Alert, Lease, Page, Recipient, now
from db.store.pages import add_page
from tests.factories.announcements import add_alert, announce
from tests.processes.running import Tracker
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port
from tracker.alerts.subscriptions.recipients import suspend
from tracker.web.health import reasons
from tracker.web.links import ONE_CLICK

ONE = {"List-Unsubscribe": "One-Click"}
TOKEN = "operator's secret"
GUESSED = "0" * 32


@dataclass
class Site:
    """The endpoint's process, a client for it, and its database."""

    url: str
    engine: Engine
    client: httpx.Client
    process: subprocess.Popen[str]

    def alert(self, **fields: object) -> Alert:
        """Create an alert."""
        id_ = add_alert(self.engine, **fields)
        with reading(self.engine) as session:
            return session.get_one(Alert, id_)

    def recipient(self, address: str) -> Recipient:
        """Return a recipient in its current state."""
        with reading(self.engine) as session:
            return session.exec(select(Recipient).where(Recipient.address == address)).one()

    def has_ended(self, alert: Alert) -> bool:
        """Return whether an alert has ended."""
        with reading(self.engine) as session:
            return session.get_one(Alert, alert.id).removed_at is not None


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Run the endpoint."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    tracker = Tracker(folder, {"TRACKER_WEB_TOKEN": TOKEN})
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with serving(tracker, port) as endpoint:
        yield Site(endpoint.url, engine, endpoint.client, endpoint.process)
    engine.dispose()
    assert endpoint.said.strip() == f"serving on {endpoint.url}/ until SIGTERM or Ctrl-C"


def bearer(token: str = TOKEN) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_one_click_ends_one_alert(site: Site) -> None:
    alert, other = site.alert(recipient="two@example.org"), site.alert(recipient="two@example.org", name="chips")
    path = f"/unsubscribe/{alert.token}"
    shown = site.client.get(path)
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<form method="post">' in shown.text
    assert site.client.head(path).status_code == 200
    assert not site.has_ended(alert), "programs that follow links end nothing"
    done = site.client.post(path, data=ONE)
    assert (done.status_code, site.has_ended(alert), site.has_ended(other)) == (200, True, False)
    assert site.client.post(path, data=ONE).text == done.text, "twice does no harm"
    with reading(site.engine) as session:
        assert session.get_one(Alert, alert.id).removed_why == "unsubscribed on the web"


def test_a_form_of_parts_will_do(site: Site) -> None:
    alert = site.alert()
    answer = site.client.post(f"/unsubscribe/{alert.token}", files={"List-Unsubscribe": (None, "One-Click")})
    assert (answer.status_code, site.has_ended(alert)) == (200, True)


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        (b"List-Unsubscribe=One-Click", True),
        (b"a=b&List-Unsubscribe=One-Click&c=d", True),
        (b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--', True),
        (
            b'Content-Disposition: form-data; name="List-Unsubscribe"\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n',
            True,
        ),
        (b"", False),
        (b"List-Unsubscribe=One-Clicks", False),
        (b"Not-List-Unsubscribe=One-Click", False),
        (b"List-Unsubscribe", False),
    ],
)
def test_the_one_click_form_is_distinguished_from_others(body: bytes, fits: bool) -> None:
    assert bool(ONE_CLICK.search(body)) is fits


def test_a_post_without_the_click_ends_nothing(site: Site) -> None:
    alert = site.alert()
    assert site.client.post(f"/unsubscribe/{alert.token}").status_code == 400
    assert not site.has_ended(alert)


def test_what_is_not_ours_is_answered_like_what_is(site: Site) -> None:
    alert = site.alert(recipient="secret@example.org")
    person = site.recipient("secret@example.org")
    tokens = (GUESSED, person.confirm_token, person.bounce_token, str(alert.id), "'; DROP TABLE alert; --", "x" * 3000)
    answers = []
    for token in tokens:
        url = httpx.URL(site.url).copy_with(path=f"/unsubscribe/{token}")
        answers += [site.client.get(url), site.client.post(url, data=ONE)]
    assert not site.has_ended(alert)
    answers += [
        site.client.get(f"/unsubscribe/{alert.token}"),
        site.client.post(f"/unsubscribe/{alert.token}", data=ONE),
    ]
    for gets_or_posts in (answers[::2], answers[1::2]):
        assert {(answer.status_code, answer.text) for answer in gets_or_posts} == {(200, gets_or_posts[0].text)}


def test_an_address_confirms(site: Site) -> None:
    site.alert(recipient="new@example.org", confirmed=False)
    token = site.recipient("new@example.org").confirm_token
    assert site.client.get(f"/confirm/{token}").status_code == 200
    assert site.client.head(f"/confirm/{token}").status_code == 200
    assert site.recipient("new@example.org").confirmed_at is None
    answers = [site.client.post(f"/confirm/{token}") for _ in range(2)]
    assert {answer.status_code for answer in answers} == {200}
    assert site.recipient("new@example.org").confirmed_by == "its link"
    assert site.client.post(f"/confirm/{GUESSED}").status_code == 404
    assert site.client.post(f"/confirm/{site.alert().token}").status_code == 404


def test_who_was_given_up_cannot_confirm(site: Site) -> None:
    site.alert(recipient="late@example.org", confirmed=False)
    with writing(site.engine) as session:
        late = update(Recipient).where(col(Recipient.address) == "late@example.org")
        session.connection().execute(late.values(asked_at=None, given_up_at=now()))
    token = site.recipient("late@example.org").confirm_token
    answer = site.client.post(f"/confirm/{token}")
    assert (answer.status_code, site.recipient("late@example.org").confirmed_at) == (404, None)
    assert "not valid" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/health", "/metrics", f"/confirm/{GUESSED}", f"/unsubscribe/{GUESSED}", "/nowhere"]
)
def test_every_answer_is_closed(site: Site, path: str) -> None:
    for method in ("GET", "POST", "PUT", "HEAD"):
        answer = site.client.request(method, path)
        read = path == "/" and method in ("GET", "HEAD")
        assert answer.headers["Cache-Control"] == ("no-cache" if read else "no-store")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers
        assert "Server" not in answer.headers
        assert answer.status_code < 500 or path == "/health"


def test_the_style_is_the_one_that_the_policy_allows(site: Site) -> None:
    import base64
    import hashlib

    answer = site.client.get(f"/confirm/{GUESSED}")
    style = answer.text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("wanted", "language", "button"),
    [("zh-CN,zh;q=0.9", "zh", "退订"), ("en-GB", "en", "End it"), ("", "en", "End it"), ("*" * 500, "en", "End it")],
)
def test_pages_speak_the_readers_language(site: Site, wanted: str, language: str, button: str) -> None:
    answer = site.client.get(f"/unsubscribe/{GUESSED}", headers={"Accept-Language": wanted})
    assert f'<html lang="{language}">' in answer.text
    assert f"<button>{button}</button>" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("DELETE", f"/unsubscribe/{GUESSED}", 405),
        ("POST", "/health", 405),
        ("GET", "/unsubscribe/", 404),
        ("GET", "/unsubscribe/a/b", 404),
        ("GET", "/metrics", 401),
    ],
)
def test_what_is_not_there(site: Site, method: str, path: str, status: int) -> None:
    assert site.client.request(method, path).status_code == status


def test_a_big_body_is_not_read(site: Site) -> None:
    for path in ("confirm", "unsubscribe"):
        assert site.client.post(f"/{path}/{GUESSED}", content=b"x" * 5_000_000).status_code == 413


def test_a_slow_request_delays_no_other(site: Site) -> None:
    host, port = site.url.removeprefix("http://").split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(50)]
    try:
        for one in slow:
            one.sendall(b"POST /confirm/x HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\nx")
        assert site.client.get(f"/confirm/{GUESSED}").status_code == 200
    finally:
        for one in slow:
            one.close()


def test_a_locked_database_is_reported_and_survived(site: Site) -> None:
    alert = site.alert()
    with writing(site.engine):
        # A token that was never issued waits for no writer.
        assert site.client.post(f"/unsubscribe/{GUESSED}", data=ONE, timeout=20).status_code == 200
    assert site.client.post(f"/unsubscribe/{alert.token}", data=ONE).status_code == 200


def test_health_shows_strangers_no_more_than_ok(site: Site) -> None:
    answer = site.client.get("/health")
    assert set(answer.json()) == {"status"}
    assert set(site.client.get("/health", headers=bearer("guess")).json()) == {"status"}
    assert set(site.client.get("/health", headers=bearer()).json()) == {"status", "reasons"}
    assert site.client.head("/health").status_code == answer.status_code


def test_figures_are_for_the_operator(site: Site, config: Config) -> None:
    site.alert(recipient="figures@example.org")
    announce(site.engine, config)
    with writing(site.engine) as session:
        session.merge(Lease(name="read", holder="a daemon", until=now() + timedelta(minutes=5), done_at=now()))
        suspend(session, session.get_one(Recipient, site.recipient("figures@example.org").id), "bounce", now())
    assert site.client.get("/metrics", headers=bearer("guess")).status_code == 401
    assert site.client.get("/metrics", headers={"Authorization": "Basic x"}).status_code == 401
    answer = site.client.get("/metrics", headers=bearer())
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }
    assert found["tracker_announcements",] == 1
    assert found["tracker_documents",] == 1
    assert found["tracker_pages",] == 0
    assert found["tracker_deliveries", "pending"] >= 1
    assert found["tracker_recipients", "suspended"] == 1
    assert found["tracker_incidents", "suspended"] == 1
    assert found["tracker_sources", "new"] > 10
    assert found["tracker_step_held", "read"] == 1
    assert found["tracker_step_done_seconds", "read"] == pytest.approx(now().timestamp(), abs=600)
    assert found["tracker_mails_sent",] == 0
    assert ("tracker_oldest_due_seconds",) in found


def lease(engine: Engine, name: str, due: timedelta, until: timedelta = -timedelta(days=9)) -> None:
    with writing(engine) as session:
        session.merge(Lease(name=name, holder="", until=now() + until, due_at=now() + due, done_at=now()))


def test_health_is_judged_by_what_is_late(engine: Engine, config: Config) -> None:
    hour = timedelta(hours=1)
    assert reasons(engine, config, now()) == ["the daemon has done nothing yet"]
    for name in ("read", "health", "crawl:miit", "crawl:ndrc", "crawl:gone-since"):
        lease(engine, name, hour)
    assert reasons(engine, config, now()) == []
    lease(engine, "read", -hour)
    lease(engine, "crawl:miit", -3 * hour)
    lease(engine, "crawl:gone-since", -30 * hour)
    lease(engine, "crawl:ndrc", -9 * hour, until=hour)
    assert reasons(engine, config, now()) == ["late: read, crawl:miit"]
    for name in ("read", "crawl:miit"):
        lease(engine, name, hour)
    add_alert(engine)
    announce(engine, config, at=now() - hour)
    (waits,) = reasons(engine, config, now())
    assert waits.startswith("a delivery has been due since 20")
    with writing(engine) as session:
        suspend(session, session.exec(select(Recipient)).one(), "bounce", now())
    assert reasons(engine, config, now()) == [], "what waits for a suspended recipient is not late"


def test_a_full_disk_is_a_reason(tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'here.db'}")
    lease(engine, "read", timedelta(hours=1))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 5 * 2**20))  # type: ignore[attr-defined]
    assert reasons(engine, config, now()) == ["the disk has 5 MB left"]
    engine.dispose()


def test_a_database_that_is_away_is_a_reason(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'tracker.db'}")
    engine.dispose()
    shutil.move(tmp_path / "tracker.db", tmp_path / "moved.db")
    (tmp_path / "tracker.db").mkdir()
    (reason,) = reasons(engine, load(), now())
    assert reason.startswith("the database does not answer: ")


def test_without_the_extra_one_line_says_so(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None; from tracker.cli.app import main; sys.argv[1:] = ['serve']; main()"
    )
    tracker = Tracker(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code], env=tracker.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "tracker: `tracker serve` needs uvicorn: pip install 'policy-initiative-tracker[serve]'\n"


def test_a_port_in_use_is_reported_in_one_line(site: Site, tmp_path: Path) -> None:
    failed = Tracker(tmp_path).run("serve", "--port", site.url.rpartition(":")[2], code=2)
    assert "Address already in use; choose --host and --port" in failed.stderr
    assert len(failed.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("content_type", "given", "shown"),
    [
        ("text/html; charset=gb2312", "text/html; charset=gb2312", "inline"),
        ("text/html", "text/html", "inline"),
        ("application/pdf", "application/pdf", "attachment"),
        ("text/html\r\nSet-Cookie: a=b", "application/octet-stream", "attachment"),
        ("", "application/octet-stream", "attachment"),
    ],
)
def test_a_stored_page_is_shown_to_who_knows_it(site: Site, content_type: str, given: str, shown: str) -> None:
    content = f"<script>alert(1)</script><form action=/unsubscribe/x>{content_type}</form>".encode()
    with writing(site.engine) as session:
        page = Page(source="miit", key=content_type, url="https://www.miit.gov.cn/a.html", content_type=content_type)
        add_page(session, page, content)
    answer = site.client.get(f"/page/{hashlib.sha256(content).hexdigest()}")
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["Content-Type"] == given
    assert answer.headers["Content-Disposition"].startswith(shown)
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers
    assert parsedate_to_datetime(answer.headers["Memento-Datetime"]).date() == now().date()


@pytest.mark.parametrize("sha256", ["0" * 64, "A" * 64, "0" * 63, "%00", "..%2f..%2fetc%2fpasswd"])
def test_what_we_have_not_stored_is_not_shown(site: Site, sha256: str) -> None:
    answer = site.client.get(f"/page/{sha256}")
    assert answer.status_code == 404
    assert "sandbox" not in answer.headers["Content-Security-Policy"]
