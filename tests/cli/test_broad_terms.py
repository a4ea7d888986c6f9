"""Tests `tracker initiatives check`: a term that most documents of its language contain is reported."""

import json
from pathlib import Path

import pytest

from tests.processes.running import Tracker

DOCUMENTS = 24
WARNING = "tracker: broad: 'deep sea' stands in 18 of 24 documents, so it says little; add a word to it\n"


@pytest.mark.parametrize(
    ("documents", "terms", "told"),
    [
        (DOCUMENTS, "{en: [deep sea, lunar], zh: [深海]}", WARNING),
        (DOCUMENTS, "{en: [lunar], zh: [深海]}", ""),
        (8, "{en: [deep sea, lunar], zh: [深海]}", ""),
    ],
    ids=["in most documents", "in few", "among few"],
)
def test_a_term_that_most_documents_contain_is_reported(tmp_path: Path, documents: int, terms: str, told: str) -> None:
    entry = f"broad: {{names: {{en: Deep sea}}, {terms[1:]}\n"
    (tmp_path / "initiatives.yaml").write_text(entry, encoding="utf-8")
    records = [
        {"id": str(at), "published": "2025-08-26", "lang": "en", "text": f"Case {at}: {said} research went on."}
        for at, said in zip(range(documents), ["deep sea", "deep sea", "deep sea", "lunar"] * DOCUMENTS, strict=False)
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    tracker = Tracker(tmp_path, {"TRACKER_CONFIG": str(tmp_path)})
    tracker.run("import", "r.jsonl")
    tracker.run("read")
    assert tracker.run("initiatives", "check", "broad").stderr == told
