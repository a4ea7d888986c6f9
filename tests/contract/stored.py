"""Stores an installation with content for every output: two languages, figures, numbers, deliveries, an incident."""

import json
from pathlib import Path

from sqlalchemy import bindparam, text

from config import Settings, load
from db.connect import write
from db.engine import open_database
from db.moments import Moment
from tests.factories.announcements import NOON, send_at
from tests.processes.running import Tracker

RECORDS = [
    {
        "id": "1",
        "url": "https://www.gov.cn/zhengce/a.htm",
        "title": "国务院关于深入实施“人工智能+”行动的意见",
        "published": "2025-08-26T17:30:00+08:00",
        "lang": "zh",
        "text": "国发〔2025〕11号\n\n国务院印发《关于深入实施“人工智能+”行动的意见》。"
        "到2027年，“人工智能+”行动中新一代智能终端应用普及率超70%。",
    },
    {
        "id": "2",
        "url": "https://english.www.gov.cn/a.html",
        "title": "China issues guideline on AI Plus initiative",
        "published": "2025-08-26",
        "lang": "en",
        "text": "The State Council issued a guideline on the AI Plus initiative, document 国发〔2025〕11号. "
        "Under the AI Plus initiative, the penetration rate of intelligent terminals is to exceed 70 percent by 2027.",
    },
    {
        "id": "3",
        "url": "https://www.miit.gov.cn/b.html",
        "title": "=1+1 低空经济",
        "published": "2026-03",
        "lang": "zh",
        "text": "工业和信息化部2026年3月5日启动低空经济试点。低空经济规模达到5000亿元。",
    },
    {
        "id": "4",
        "url": "https://www.miit.gov.cn/c.html",
        "title": "低空经济再上台阶",
        "published": "2026-06-05",
        "lang": "zh",
        "text": "工业和信息化部6月5日通报：低空经济规模达到6000亿元。",
    },
]


CHANGED = RECORDS[3] | {"text": f"{RECORDS[3]['text']}记者获悉。"}
"""A later answer of the last record's address."""


def installation(folder: Path, database: str = "") -> Tracker:
    """Return an installation with these records read, an alert that they matched, and an incident."""
    tracker = Tracker(folder, database=database)
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS)
    (folder / "records.jsonl").write_text(lines + "\n", encoding="utf-8")
    tracker.run("alerts", "add", "a@example.org", "--initiative", "ai-plus", "--confirmed", "--quiet", "22-7")
    tracker.run("alerts", "add", str(folder / "mails"), "--channel", "file", "--at-least", "mentioned")
    tracker.run("alerts", "tokens", "add", "a program")
    tracker.run("import", "records.jsonl")
    tracker.run("read")
    (folder / "changed.jsonl").write_text(json.dumps(CHANGED, ensure_ascii=False) + "\n", encoding="utf-8")
    tracker.run("import", "changed.jsonl")
    tracker.run("read")
    tracker.run("correct", "1", "--act", "issued", "--note", "as the paper says", "--by", "Ana")
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with write(engine) as connection:
        fields = "source, state, reason, began_at, opened_at"
        incident = f"INSERT INTO incident ({fields}) VALUES ('miit', 'down', 'silent', :a, :a)"  # noqa: S608
        fields = "folder, mark, sha256, message_id, kind, outcome, settled, read_at"
        mail = f"INSERT INTO inboundmail ({fields}) VALUES ('new', '1', 'ab', '', 'bounce', 'noted', true, :a)"  # noqa: S608
        # With its type: Python's SQLite no longer converts a moment by itself.
        at = bindparam("a", NOON, Moment)
        connection.execute(text(incident).bindparams(at))
        connection.execute(text(mail).bindparams(at))
        # Imported announcements are not mailed, and this one must be.
        delivery = "UPDATE delivery SET state = 'pending', due_at = :a WHERE alert_id = 2"
        connection.execute(text(delivery).bindparams(at))
    send_at(engine, load(), Settings(database=tracker.environment["TRACKER_DATABASE"]), NOON)
    engine.dispose()
    return tracker
