"""Tests that a program orders, pauses and ends alerts by the API with its token, and sees no others'."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from db.engine import open_to_read, reading
from db.models import Alert, Delivery, Token
from tests.processes.running import Tracker
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port
from tests.web.test_api import PUBLISHED
from tracker.web.api.problems import MEDIA_TYPE

# A question is asked again twice if it gets no answer.
ASKED = 3
ORDER: dict[str, Any] = {"recipient": "a@example.org", "rule": {"initiatives": ["ai-plus"]}}


@dataclass(frozen=True)
class Programs:
    """A served installation, and the tokens of two programs."""

    tracker: Tracker
    client: httpx.Client
    one: str
    other: str

    def ask(
        self, method: str, path: str = "", body: Any = None, token: str | None = None, **heads: str
    ) -> httpx.Response:
        """Return the answer to a program, which is the first unless another token is named."""
        shown = {"Authorization": f"Bearer {self.one if token is None else token}", **heads}
        return self.client.request(method, f"/api/v1/alerts{path}", json=body, headers=shown)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    """Serve an installation with two programs."""
    tracker = Tracker(tmp_path_factory.mktemp("orders"))
    one, other = (tracker.run("alerts", "tokens", "add", name).stdout.strip() for name in ("one", "other"))
    with serving(tracker, free_port()) as endpoint:
        yield Programs(tracker, endpoint.client, one, other)
    assert one not in endpoint.said
    assert other not in endpoint.said


def test_an_alert_is_ordered_paused_woken_and_ended(programs: Programs) -> None:
    order = ORDER | {"rate": "weekly", "weekday": 2, "hour": 9, "quiet": "22-7", "language": "zh", "note": "for us"}
    made = programs.ask("POST", body=order)
    assert (made.status_code, made.headers["Cache-Control"]) == (201, "no-store")
    row = made.json()
    assert {name: row[name] for name in ("rate", "weekday", "hour", "quiet", "language", "note", "name")} == {
        **{name: order[name] for name in ("rate", "weekday", "hour", "quiet", "language", "note")},
        "name": "人工智能+",
    }
    path = f"/{row['id']}"
    assert programs.ask("GET", path).json() == row
    assert [one["id"] for one in programs.ask("GET").json()["items"]] == [row["id"]]
    assert programs.ask("POST", f"{path}/pause").json()["paused_at"]
    assert programs.ask("POST", f"{path}/pause").status_code == 200
    assert programs.ask("POST", f"{path}/unpause").json()["paused_at"] is None
    kinds = {one.kind for one in deliveries(programs)}
    assert kinds == {"confirmation"}, "its address is asked first"
    assert programs.ask("DELETE", path).status_code == 204
    assert programs.ask("GET", path).status_code == 404
    assert programs.ask("GET").json()["items"] == []


def test_a_program_sees_no_alerts_of_others(programs: Programs) -> None:
    id_ = programs.ask("POST", body=ORDER | {"recipient": "b@example.org"}).json()["id"]
    listed = programs.tracker.run("alerts", "add", "c@example.org", "--initiative", "six-g", "--confirmed")
    assert "alert" in listed.stdout
    for token in (programs.other, programs.one):
        ids = [one["id"] for one in programs.ask("GET", token=token).json()["items"]]
        assert ids == ([id_] if token == programs.one else [])
    for method, path in (("GET", ""), ("POST", "/pause"), ("POST", "/unpause"), ("DELETE", "")):
        refused = programs.ask(method, f"/{id_}{path}", token=programs.other)
        assert (refused.status_code, refused.headers["Content-Type"]) == (404, MEDIA_TYPE)
    twin = programs.ask("POST", body=ORDER | {"recipient": "b@example.org"})
    assert (twin.status_code, twin.json()["detail"]) == (409, f"alert {id_} already reports the same")
    told = programs.ask("POST", body=ORDER | {"recipient": "b@example.org"}, token=programs.other)
    assert told.status_code == 409
    assert str(id_) not in told.json()["detail"]


def test_an_address_is_not_flooded(programs: Programs) -> None:
    asked = len(deliveries(programs))
    for number in range(10):
        rule = {"initiatives": ["ai-plus"], "words": [f"word{number}"]}
        assert programs.ask("POST", body={"recipient": "d@example.org", "rule": rule}).status_code == 201
    assert programs.ask("POST", body=ORDER | {"recipient": "D@example.org"}).status_code == 409
    assert len(deliveries(programs)) - asked == ASKED, "its address is asked as often as for one alert"


@pytest.mark.parametrize("token", ["", "tracker_" + "0" * 48, "x", "ü", "Bearer", "a" * 4000])
@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("POST", ""), ("GET", "/1"), ("DELETE", "/1")])
def test_without_a_token_nothing_is_shown_or_done(programs: Programs, token: str, method: str, path: str) -> None:
    shown = {"Authorization": f"Bearer {token}".encode()} if token else {}
    body = {"content": json.dumps(ORDER)} if method == "POST" else {}
    before = len(alerts(programs))
    answer = programs.client.request(method, f"/api/v1/alerts{path}", headers=shown, **body)  # type: ignore[arg-type]
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert len(alerts(programs)) == before


WRONG: dict[str, tuple[Any, int, str]] = {
    "nothing": ({}, 422, "recipient: is missing, and is required; add recipient"),
    "no address": ({"recipient": "nobody"}, 422, "[{'parameter': 'recipient', 'detail': "),
    "an address of a private network": (
        ORDER | {"channel": "webhook", "recipient": "http://127.0.0.1:1/x"},
        422,
        "TRACKER_WEBHOOK_PRIVATE",
    ),
    "a channel that only operators have": (ORDER | {"channel": "file"}, 422, "channel"),
    "a folder": ({"recipient": "/var/mails", "channel": "webhook"}, 422, "https://"),
    "an initiative that there is not": (ORDER | {"rule": {"initiatives": ["none"]}}, 422, "none"),
    "incidents": (ORDER | {"rule": {"incidents": True}}, 422, "operator"),
    "finds": (ORDER | {"rule": {"finds": True}}, 422, "operator"),
    "a field that there is not": (ORDER | {"token": "x"}, 422, "token: there is nothing of this name; there are rec"),
    "a filter that there is not": (ORDER | {"rule": {"act": "issued"}}, 422, "rule.act: there is nothing of this name"),
    "another's number": (ORDER | {"token_id": 1}, 422, "token_id"),
    "an hour that there is not": (ORDER | {"hour": 24}, 422, "hour: 24 is out of range; write at most 23"),
    "an hour in words": (ORDER | {"hour": "8"}, 422, "hour: '8' is not a whole number"),
    "a rule in words": (ORDER | {"rule": "ai-plus"}, 422, "rule: 'ai-plus' is not an object"),
    "an act that there is not": (ORDER | {"rule": {"acts": ["none"]}}, 422, "{'parameter': 'rule.acts', 'detail': "),
    "an hour of what comes at once": (
        ORDER | {"rate": "immediate", "hour": 9},
        422,
        "hour is for the rate daily, weekly or monthly, and the rate is immediate; change the rate, or",
    ),
    "a weekday of each day": (ORDER | {"weekday": 2}, 422, "weekday is for the rate weekly, and the rate is daily"),
    "a zone that there is not": (ORDER | {"zone": "Mars/Olympus"}, 422, "[{'parameter': 'zone', 'detail': "),
    "quiet hours that are none": (ORDER | {"quiet": "late"}, 422, "[{'parameter': 'quiet', 'detail': "),
    "the most of a digest": (ORDER | {"rate": "daily", "most": 3}, 422, "immediate"),
    "a name that is long": (ORDER | {"name": "a" * 300}, 422, "name"),
    "an address of two lines": ({"recipient": "a@example.org\r\nBcc: b@example.org"}, 422, ""),
    "half a character": ({"recipient": "a@example.org", "name": "\ud800"}, 422, ""),
    "a list": ([], 422, "request body: [] is not an object"),
    "too much": (ORDER | {"note": "a" * 9000}, 413, ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_order_that_cannot_be_filled_is_refused_in_one_line(programs: Programs, name: str) -> None:
    body, status, said = WRONG[name]
    before = len(alerts(programs))
    heads = {"Authorization": f"Bearer {programs.one}"}
    answer = programs.client.post("/api/v1/alerts", content=json.dumps(body), headers=heads)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, MEDIA_TYPE)
    detail = answer.json()["detail"] + str(answer.json()["errors"])
    assert said in detail
    assert "\n" not in detail
    assert len(alerts(programs)) == before


def test_a_token_that_is_revoked_opens_nothing_and_its_alerts_stand(programs: Programs) -> None:
    word = programs.tracker.run("alerts", "tokens", "add", "third").stdout.strip()
    assert programs.ask("POST", body=ORDER | {"recipient": "e@example.org"}, token=word).status_code == 201
    listed = json.loads(programs.tracker.run("alerts", "tokens", "list", "--format", "json").stdout)
    mine = next(one for one in listed if one["name"] == "third")
    assert (mine["alerts"], mine["revoked_at"]) == (1, None)
    assert word not in str(listed)
    programs.tracker.run("alerts", "tokens", "revoke", str(mine["id"]))
    assert programs.ask("GET", token=word).status_code == 401
    again = json.loads(programs.tracker.run("alerts", "tokens", "list", "--format", "json").stdout)
    assert next(one["alerts"] for one in again if one["id"] == mine["id"]) == 1


def test_only_the_digest_of_a_token_is_kept(programs: Programs) -> None:
    with reading(open_to_read(programs.tracker.environment["TRACKER_DATABASE"])) as session:
        kept = str([one.model_dump() for one in session.exec(select(Token))])
    assert programs.one not in kept
    assert programs.one.removeprefix("tracker_") not in kept


def test_it_is_documented(programs: Programs) -> None:
    document = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    ordering = document["paths"]["/alerts"]["post"]
    assert {"201", "401", "409", "413", "422", "429", "503"} <= ordering["responses"].keys()
    assert ordering["security"] == [{"HTTPBearer": []}]
    assert "Order" in document["components"]["schemas"]
    assert programs.client.get("/api/v1/openapi.json").json() == document


@pytest.mark.parametrize("words", [("add", ""), ("add", "a" * 90), ("add", "a\nb"), ("revoke", "99")])
def test_what_is_wrong_about_a_token_is_stated_in_one_line(tmp_path: Any, words: tuple[str, ...]) -> None:
    done = Tracker(tmp_path).run("alerts", "tokens", *words, code=2)
    assert len(done.stderr.splitlines()) == 1


def alerts(programs: Programs) -> list[Alert]:
    with reading(open_to_read(programs.tracker.environment["TRACKER_DATABASE"])) as session:
        return list(session.exec(select(Alert)))


def deliveries(programs: Programs) -> list[Delivery]:
    with reading(open_to_read(programs.tracker.environment["TRACKER_DATABASE"])) as session:
        return list(session.exec(select(Delivery)))


@pytest.mark.slow(40)
def test_schemathesis_finds_nothing_with_a_token(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    word = tracker.run("alerts", "tokens", "add", "any").stdout.strip()
    with serving(tracker, free_port()) as endpoint:
        api = f"{endpoint.url}/api/v1"
        command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{api}/openapi.json"]
        options = ["--url", api, "--max-examples", "5", "--seed", "1", "--no-color"]
        options += ["--exclude-checks", "positive_data_acceptance", "--phases", "examples,coverage,fuzzing"]
        options += ["--include-path-regex", "^/alerts", "-H", f"Authorization: Bearer {word}"]
        done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
