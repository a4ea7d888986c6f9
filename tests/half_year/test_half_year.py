"""Tests half a year of alerts against an oracle: no mail is empty, duplicate, missing, or too early."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from config import Config
from tests.half_year.oracle import Mail, expected
from tests.half_year.run import CHANNEL, Product, one_sender, several_senders
from tests.half_year.world import START, Report, world
from tests.sizes import size
from tracker.alerts.channels.registry import CHANNELS, Channel

SEED = 5
DOCUMENTS, PERSONS = size(20_000, 250), size(300, 20)
# By day, several senders have the full hours, on which several run at once.
HOURLY, OFTEN = [5], list(range(0, 60, size(15, 60)))


@pytest.mark.slow(60)
@pytest.mark.parametrize(
    ("database_url", "minutes", "sending"),
    [
        pytest.param("sqlite", HOURLY, one_sender, id="sqlite-one"),
        pytest.param("postgresql", OFTEN, several_senders, id="postgresql-several"),
        pytest.param("sqlite", OFTEN, several_senders, id="sqlite-several", marks=pytest.mark.nightly),
        pytest.param("postgresql", HOURLY, one_sender, id="postgresql-one", marks=pytest.mark.nightly),
    ],
    indirect=["database_url"],
)
def test_a_half_year_gives_exactly_the_expected_mails(
    engine: Engine,
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    minutes: list[int],
    sending: Callable[[Product], None],
) -> None:
    live(SEED, (DOCUMENTS, PERSONS), engine, config, monkeypatch, minutes, sending)


@pytest.mark.nightly
@pytest.mark.slow(60)
@pytest.mark.parametrize("seed", [7, 8, 12, 13, 22, 101, 102, 103])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_other_half_years_do_as_well(
    engine: Engine, config: Config, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Rare coincidences of withdrawals, stronger acts and digests are others for each seed."""
    live(seed, (4000, 120), engine, config, monkeypatch, HOURLY, one_sender)


def live(
    seed: int,
    many: tuple[int, int],
    engine: Engine,
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    minutes: list[int],
    sending: Callable[[Product], None],
) -> None:
    """Let a half year of so many documents for so many persons happen, and compare the mails with those expected."""
    # The state of sources is not tested here, and computing it takes longer than all the rest.
    silent = {id_: source.model_copy(update={"enabled": False}) for id_, source in config.sources.items()}
    config = replace(config, sources=silent)
    made = world(seed, config, *many)
    assert len({event.key for event in made.events if isinstance(event, Report)}) == many[0]
    moments = made.moments(minutes)
    product = Product(engine, config, START)
    monkeypatch.setitem(CHANNELS, CHANNEL, Channel(product.take, check=lambda _: None, batch=25))
    product.live(made, moments, sending)
    compare(expected(made, moments, config), product.mails())


def compare(wanted: list[Mail], sent: list[Mail]) -> None:
    """Check that every expected mail was sent, once, at its moment, with exactly its items; and no other."""
    print(f"{len(wanted)} mails with {sum(len(mail.items) for mail in wanted)} items: {counts(wanted)}")
    assert [mail for mail in sent if not mail.items] == []
    told = Counter((mail.person, item) for mail in sent for item in mail.items)
    assert [one for one, times in told.items() if times > 1 and isinstance(one[1][0], int)] == [], "told twice"
    want, went = (Counter(replace(mail, late=0) for mail in mails) for mails in (wanted, sent))
    missing, more = want - went, went - want
    assert not missing, f"{missing.total()} are missing, such as {sorted(missing, key=str)[:3]}"
    assert not more, f"{more.total()} should not have gone, such as {sorted(more, key=str)[:3]}"
    assert late(wanted) == late(sent)


def late(mails: list[Mail]) -> Counter[tuple[object, int]]:
    """How many late finds were counted, by moment and person."""
    found: Counter[tuple[object, int]] = Counter()
    for mail in mails:
        found[mail.at, mail.person] += mail.late
    return +found


def counts(mails: list[Mail]) -> dict[str, int]:
    """How many mails there are of each kind."""
    return dict(Counter(mail.kind for mail in mails))
