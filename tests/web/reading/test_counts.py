"""Tests that the overview of all initiatives counts those again that changed, and no others."""

import pytest
from sqlalchemy import Engine

from config import Config
from db.beijing import beijing_today
from db.engine import reading, writing
from db.queries import overview as queries
from db.store.stamps import move
from tests.factories.announcements import announce
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.views.overview import overview
from tracker.web.reading.counts import Counts


@POSTGRESQL_BY_NIGHT
def test_only_what_changed_is_counted_again(engine: Engine, config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[str]] = []
    real = queries.act_spans
    monkeypatch.setattr(queries, "act_spans", lambda s, of=(): asked.append({*of}) or real(s, of))
    counts = Counts(engine, config)

    def check(*changed: str) -> None:
        """Announce something of some initiatives; the overview is then what counting all gives."""
        for initiative in changed:
            announce(engine, config, initiative=initiative)
        with writing(engine) as session:
            move(session, changed)
        found = counts.overview()
        with reading(engine) as session:
            assert found == overview(session, config, beijing_today())
        del asked[-1:]

    check("ai-plus", "six-g")
    check("ai-plus")
    check()
    check("low-altitude-economy", "six-g")
    assert asked == [set(), {"ai-plus"}, {"low-altitude-economy", "six-g"}], "first all, then what moved, or nothing"
    assert next(row for row in counts.overview() if row.id == "ai-plus").count == 2
