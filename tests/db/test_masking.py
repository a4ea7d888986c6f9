"""Tests that an address is shown without its secrets, and found again in the form shown."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from db.engine import reading, writing
from db.masking import hidden, masked, without_tokens
from db.queries.recipients import named
from tests.factories.announcements import add_alert

SHOWN = [
    ("reader@example.org", "reader@example.org"),
    ("/var/mail/alerts", "/var/mail/alerts"),
    ("https://hooks.example.com/T0/secret?key=other", "https://hooks.example.com/…#"),
    ("https://hooks.example.com:8443", "https://hooks.example.com:8443/…#"),
    ("http://[2001:db8::1]:80/secret", "http://[2001:db8::1]:80/…#"),
    ("json://me:secret@chat.example.com/room", "json://chat.example.com/…#"),
    ("json://me:se/cret@chat.example.com", "json://…#"),
    ("json://me:12/34@chat.example.com", "json://…#"),
    ("tgram://123456:secret/chat", "tgram://…#"),
    ("pbul://o.secret", "pbul://…#"),
    ("mailtos://me:secret@example.com", "mailtos://…#"),
]


@pytest.mark.parametrize(("address", "shown"), SHOWN)
def test_an_address_is_shown_without_what_may_be_a_secret(address: str, shown: str) -> None:
    said = masked(address)
    assert (said if "://" not in address else said[:-4]) == shown
    assert masked(said) == said
    assert "secret" not in said


def test_two_addresses_of_one_host_are_distinguished() -> None:
    assert masked("https://hooks.example.com/a/secret") != masked("https://hooks.example.com/b/secret")


HOOK = "https://hooks.example.com/T0A/dead-beef?key=s%C3%A9same"
SAID = [
    (HOOK, f"410 POST {HOOK} is gone", f"410 POST {masked(HOOK)} is gone"),
    (HOOK, "410 no route /T0A/dead-beef", "410 no route /T0A/…"),
    (HOOK, "wrong key sésame", "wrong key …"),
    (HOOK, "hooks.example.com has no address", "hooks.example.com has no address"),
    ("https://example.com/hook/now", "no hookshot at /hook/now", "no hookshot at /…"),
    ("tgram://12345:ABCdef/chat", "12345:ABCdef is unauthorised in chat 9", "…:… is unauthorised in … 9"),
    ("mailto:a@example.org?subject=unsubscribe%20" + "ab" * 16, "550 no " + "ab" * 16, "550 no …"),
    ("reader@example.org", "550 reader@example.org is unknown", "550 reader@example.org is unknown"),
]


@pytest.mark.parametrize(("holder", "said", "shown"), SAID)
def test_what_is_said_loses_the_secrets(holder: str, said: str, shown: str) -> None:
    assert hidden(said, holder) == shown


def test_a_token_of_ours_in_a_strangers_words_goes() -> None:
    assert without_tokens(f"<bounces+{'0a' * 16}@example.org> {'0a' * 17}") == f"<bounces+…@example.org> {'0a' * 17}"


def test_what_is_listed_names_the_recipient(engine: Engine) -> None:
    for end in ("one", "two"):
        add_alert(engine, recipient=f"https://hooks.example.com/{end}", channel="webhook")
    with reading(engine) as session:
        found = [one.address for one in named(session, masked("https://hooks.example.com/two"))]
        assert named(session, "https://hooks.example.com/…#zzzz") == []
    assert found == ["https://hooks.example.com/two"]


def test_an_error_of_the_database_does_not_say_what_was_to_be_written(engine: Engine) -> None:
    with pytest.raises(DBAPIError) as failed, writing(engine) as session:
        session.connection().execute(text("INSERT INTO nowhere VALUES (:address)"), {"address": HOOK})
    assert "dead-beef" not in str(failed.value)
