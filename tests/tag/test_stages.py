"""Test the stage of a paper, and the days that its text states: sentences of both languages in stages.yaml."""

import re
from pathlib import Path
from typing import Any

import pytest

from db.models import Mention
from tests.tables import table
from tests.tag.sayings import RULES
from tracker.acts import STAGES
from tracker.pipeline.analyze import as_document
from tracker.tag.tagger import tag

ROWS: dict[str, dict[str, Any]] = table(Path(__file__).with_name("stages.yaml"))
DAYS = ("comment_until", "effective", "expires")


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_stage_with_its_days(row: dict[str, Any]) -> None:
    mention = said(row)
    days = {name: str(day) for name in DAYS if (day := getattr(mention, name))}
    assert (mention.stage, days) == (row.get("stage"), {name: row[name] for name in DAYS if name in row})


def test_the_table_has_every_stage() -> None:
    assert {row.get("stage") for row in ROWS.values()} == {None, *STAGES}


def said(row: dict[str, Any]) -> Mention:
    """Return what the text of a row says of the initiative that it is about."""
    language = "zh" if re.search("[\u4e00-\u9fff]", row["text"]) else "en"
    record = {"id": "row", "title": row.get("title"), "published": row["published"], "lang": language}
    found = tag(as_document({**record, "text": row["text"]}), RULES)
    return next(mention for mention in found if mention.initiative == row["of"])
