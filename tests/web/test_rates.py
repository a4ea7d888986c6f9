"""Tests how often an address may send requests, and which address a request counts for."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.processes.running import Tracker
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port
from tracker.web import rates
from tracker.web.rates import Allowances, who_asks

PROXIED = [
    # The peer, what a proxy says, and whom the request counts for, with a proxy in front and without one.
    ("9.9.9.9", "198.51.100.1", "9.9.9.9", "9.9.9.9"),
    ("127.0.0.1", "198.51.100.1", "198.51.100.1", None),
    ("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9", None),
    ("10.0.0.2", "198.51.100.1,203.0.113.9", "203.0.113.9", "10.0.0.2"),
    ("127.0.0.1", "", None, None),
    ("127.0.0.1", "unknown", None, None),
    ("10.0.0.2", "1" * 9000, "10.0.0.2", "10.0.0.2"),
    ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", None),
    ("127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9", None),
    ("2a00:1450::1", "", "2a00:1450::/64", "2a00:1450::/64"),
]


@pytest.mark.parametrize(("peer", "said", "behind", "alone"), PROXIED)
def test_a_request_counts_for_its_address(peer: str, said: str, behind: str | None, alone: str | None) -> None:
    heads = [(b"x-forwarded-for", said.encode())] if said else []
    scope: dict[str, Any] = {"type": "http", "client": (peer, 1), "headers": heads}
    assert who_asks(scope, proxied=True) == behind
    assert who_asks(scope, proxied=False) == alone


def test_what_an_address_has_left_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    at = [0.0]
    monkeypatch.setattr(rates.time, "monotonic", lambda: at[0])
    allowances = Allowances(60)
    assert [allowances.wait("a") for _ in range(60)] == [0.0] * 60
    assert allowances.wait("a") == pytest.approx(1.0)
    assert allowances.wait("a", 10) == pytest.approx(10.0)
    assert allowances.wait("b") == 0.0, "another is another"
    at[0] = 10.0
    assert allowances.wait("a", 10) == 0.0
    assert allowances.wait("a") == pytest.approx(1.0)
    at[0] = 1000.0
    assert [allowances.wait("a") for _ in range(61)] == [*[0.0] * 60, pytest.approx(1.0)]


def test_addresses_beyond_counting_take_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "MOST_ADDRESSES", 100)
    allowances = Allowances(1)
    for number in range(1000):
        assert allowances.wait(str(number)) == 0.0
    assert len(allowances._left) == 100


def test_a_client_that_asks_too_often_learns_when_to_come_again(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path, {"TRACKER_PUBLIC_URL": "https://tracker.example.org", "TRACKER_WEB_RATE": "20"})
    with serving(tracker, free_port()) as endpoint:

        def get(path: str, address: str = "203.0.113.9") -> httpx.Response:
            return endpoint.client.get(path, headers={"X-Forwarded-For": f"198.51.100.7, {address}"})

        assert [get("/about").status_code for _ in range(10)] == [200] * 10
        assert get("/search?q=6G").status_code == 200, "it costs as much as ten"
        for path, media in (("/about", "text/html"), ("/api/v1/bodies", "application/problem+json")):
            refused = get(path)
            assert refused.status_code == 429
            assert 1 <= int(refused.headers["Retry-After"]) <= 3
            assert refused.headers["Content-Type"].startswith(media)
            assert "Content-Security-Policy" in refused.headers
        assert get("/about", "203.0.113.10").status_code == 200
        assert endpoint.client.get("/about").status_code == 200, "this machine is not limited"
