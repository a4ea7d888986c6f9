"""Parquet and snapshots: typed rows as the contract has them, everything that was published, and no secret."""

import hashlib
import os
import sqlite3
import time
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlmodel import SQLModel

from config import Config
from db.engine import open_to_read, reading, writing
from db.models import Alert, Page, Recipient, load
from db.queries.timeline import Wanted
from tests.factories.databases import make_database
from tests.web.reading.world import fill, stories
from tracker import open_tracker
from tracker.archive import snapshot
from tracker.archive.parquet import TABLES, schema_of, write_parquet
from tracker.archive.snapshot import PUBLISHED, OccupiedError, write_snapshot
from tracker.contract.rows.announcements import timeline

SECRETS = ("subscriber@example.org", "an-alert-s-token", "a-recipient-s-token", "operator@example.org")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """The world of the pages for readers, with an alert of one recipient."""
    fill(engine)
    mail, alert, recipient, operator = SECRETS
    with writing(engine) as session:
        session.add(Recipient(address=mail, channel="email", token=recipient))
        session.add(Alert(name="AI", recipient=mail, token=alert))
        page = session.get(Page, 1)
        assert page
        page.request_head = f"GET / HTTP/1.1\r\nFrom: {operator}"
    return engine


def test_columns_have_types(filled: Engine, config: Config, tmp_path: Path) -> None:
    counts = write_parquet(filled, config, tmp_path)
    tables = {name: pq.read_table(tmp_path / f"{name}.parquet") for name in TABLES}
    assert {name: table.num_rows for name, table in tables.items()} == counts
    for name, (model, _) in TABLES.items():
        assert tables[name].column_names == list(model.model_fields)
        assert tables[name].schema.metadata[b"contract"] == b"tracker:v1"
    told = tables["announcements"].schema
    assert (told.field("day").type, told.field("found_at").type) == (pa.date32(), pa.timestamp("us", tz="UTC"))
    assert told.field("figures").type.value_type.field("value").type == pa.float64()
    assert told.field("sources").type == pa.list_(pa.string())
    assert not told.field("id").nullable
    assert told.field("body").nullable
    texts = dict(zip(tables["documents"]["id"].to_pylist(), tables["documents"]["text"].to_pylist(), strict=True))
    for mention in tables["mentions"].to_pylist():
        assert texts[mention["document"]][mention["start"] : mention["end"]] == mention["quote"]


def test_rows_are_those_of_the_contract(filled: Engine, config: Config, tmp_path: Path) -> None:
    write_parquet(filled, config, tmp_path)
    with reading(filled) as session:
        told = {row.id: row.model_dump() for row in timeline(session, config, Wanted())}
    found = {row["id"]: row for row in pq.read_table(tmp_path / "announcements.parquet").to_pylist()}
    assert found == told
    assert all(isinstance(row["day"], date) and isinstance(row["found_at"], datetime) for row in found.values())


def test_every_model_has_a_type_a_column() -> None:
    for model, _ in TABLES.values():
        assert schema_of(model).names == list(model.model_fields)


def test_a_snapshot_holds_what_was_published_and_no_secret(filled: Engine, config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "snapshot"
    counts = write_snapshot(filled, config, folder)
    names = {file.name for file in folder.iterdir()}
    assert names == {"SHA256SUMS", "snapshot.json", "tracker.db", *(f"{name}.parquet" for name in TABLES)}
    assert counts.keys() == names - {"SHA256SUMS", "snapshot.json"}
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    for name in names:
        assert not [secret for secret in SECRETS if secret.encode() in (folder / name).read_bytes()]
    copied = create_engine(f"sqlite:///{folder / 'tracker.db'}")
    load()
    with filled.connect() as old, copied.connect() as new:
        for table in SQLModel.metadata.sorted_tables:
            there, here = (one.execute(select(func.count()).select_from(table)).scalar_one() for one in (old, new))
            assert here == (there if table.name in PUBLISHED.tables else 0), table.name
    copied.dispose()


def test_a_snapshot_is_opened_like_any_database(filled: Engine, config: Config, tmp_path: Path) -> None:
    write_snapshot(filled, config, tmp_path / "snapshot")
    file = tmp_path / "snapshot" / "tracker.db"
    file.chmod(0o400)
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_tracker(file) as tracker:
        assert tracker.timeline("ai-plus")[0].quotes
        assert tracker.search("量子")


def test_a_snapshot_replaces_an_older_one(engine: Engine, config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "snapshot"
    write_snapshot(engine, config, folder)
    for name in ("dead", "alive"):
        (folder / f".unfinished-{name}").mkdir()
    os.utime(folder / ".unfinished-dead", (0, time.time() - 2 * snapshot.A_DAY))
    fill(engine)
    count = write_snapshot(engine, config, folder)["announcements.parquet"]
    assert count == len(stories())
    assert {file.name for file in folder.glob(".unfinished-*")} == {".unfinished-alive"}
    copied = open_to_read(f"sqlite:///{folder / 'tracker.db'}")
    with copied.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM announcement").scalar_one() == count
    copied.dispose()


def test_a_folder_with_a_database_of_its_own_is_left_alone(config: Config, tmp_path: Path) -> None:
    make_database(tmp_path / "tracker.db")
    engine = open_to_read(f"sqlite:///{tmp_path / 'tracker.db'}")
    with pytest.raises(OccupiedError, match="contains other files; name a new folder"):
        write_snapshot(engine, config, tmp_path)
    engine.dispose()


def test_without_the_extra_there_is_the_database_alone(
    engine: Engine, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "find_spec", lambda _: None)
    assert write_snapshot(engine, config, tmp_path / "new").keys() == {"tracker.db"}
    assert {file.name for file in (tmp_path / "new").iterdir()} == {"SHA256SUMS", "snapshot.json", "tracker.db"}
