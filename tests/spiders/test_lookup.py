"""Tests that an endless look-up of a host blocks nothing."""

import socket
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from config import Settings
from config.schema.source import Source
from tests.alerts.letters import letter
from tests.factories import declared
from tests.factories.declared import HOST
from tracker.alerts.channels import webhook
from tracker.sources.asking import UnansweredError, asker


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A resolver that does not answer before the test is over, and records whether it had to."""
    over, gave_up = Event(), Event()

    def wait(*_: Any, **__: Any) -> Any:
        if not over.wait(60):
            gave_up.set()
        raise socket.gaierror("no answer")

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    yield gave_up
    over.set()


def test_a_webhook_waits_no_longer_than_it_may(resolver: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.2)
    answer = webhook.post_message(letter(channel="webhook", to="https://hooks.example.com/x"), Settings())
    assert "no answer within" in answer.text
    assert not resolver.is_set()


def test_a_check_of_a_source_waits_no_longer_than_it_may(resolver: Event) -> None:
    ask = asker(Source.model_validate(declared.source()), "x", None)
    ask.settings |= {"DOWNLOAD_TIMEOUT": 0.2, "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": False}
    with pytest.raises(UnansweredError):
        ask.ask(f"https://{HOST}/news/")
    assert not resolver.is_set()
