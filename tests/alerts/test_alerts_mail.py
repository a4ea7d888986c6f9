"""Tests that a mail says what it should, in lines that a terminal shows and a size that no mail program clips."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from sqlalchemy import Engine

from config import Config, Settings
from db.models import Announcement
from tests.alerts.letters import SENDER, SETTINGS, announcement, facts, item, letter, parsed
from tests.alerts.sample_mails import SAMPLES, archive, sample, tell
from tests.factories.announcements import NOON, add_alert, announce
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.compose.entries import order
from tracker.alerts.compose.figures import before
from tracker.alerts.compose.items import write_item
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.message import Item
from tracker.alerts.delivery.sender import send
from tracker.development.series import series

MOST_BYTES = 100_000


def subject(*items: Item, **fields: Any) -> str:
    return str(parsed(compose(letter(*items, **fields), SENDER))[0]["Subject"])


def test_a_mail_says_who_did_what_and_how_we_know(config: Config) -> None:
    message, text, page = parsed(compose(letter(item(config)), SENDER))
    assert message["Message-ID"] == "<delivery-9.abc@example.org>"
    assert message["References"] == "<ai-plus.alert-3@example.org>"
    assert message["X-Tracker-Announcement"] == "7 issued"
    for words in (
        "State Council issued opinions",
        "The State Council issued opinions on the AI Plus initiative.",
        "国务院印发《关于深入实施“人工智能+”行动的意见》。",
        "Xinhua (English), in English",
        "in Chinese",
        "26 August 2025",
        "Li Qiang, Premier",
        "70% by 2027",
        "应用普及率超70%",
        "https://www.gov.cn/a.html",
        "https://english.news.cn/b.html",
        "follows AI Plus",
        "all 5 sources healthy",
        "for the quarterly report",
    ):
        assert words in text, words
        assert words in page, words
    assert text.index("gov.cn/a.html") < text.index("english.news.cn/b.html"), "primary sources come first"
    assert text.index("The State Council issued") < text.index("国务院印发《"), "the reader's language comes first"


@pytest.mark.parametrize(
    ("language", "fields", "said"),
    [
        ("en", {}, "AI Plus: State Council issued opinions"),
        ("zh", {}, "人工智能+：国务院印发意见"),
        ("en", {"body": None, "speaker": None}, "AI Plus: opinions issued"),
        ("zh", {"body": None, "speaker": None}, "人工智能+：印发意见"),
        ("en", {"body": "other", "speaker": None}, "AI Plus: opinions issued"),
        ("en", {"body": "miit", "act": "launched"}, "AI Plus: MIIT launched work · AI Plus opinions out"),
        ("zh", {"body": "miit", "act": "progress", "headline": "新进展"}, "人工智能+：工信部通报进展 · 新进展"),
        ("en", {"body": None, "act": "pledged"}, "AI Plus: 总理李强 pledged steps · AI Plus opinions out"),
        ("en", {"initiative": "gone", "body": "gone"}, "gone: gone issued opinions"),
    ],
)
def test_the_subject_says_it_as_people_do(config: Config, language: str, fields: dict[str, Any], said: str) -> None:
    assert subject(item(config, language, **fields), language=language) == said


@pytest.mark.parametrize(
    ("language", "kind", "key", "said"),
    [
        ("en", "daily", "2026-11-25", "AI Plus: State Council issued opinions, and 2 more (25 Nov 2026)"),
        ("zh", "daily", "2026-11-25", "人工智能+：国务院印发意见，另有 2 条（2026年11月25日）"),
        ("en", "weekly", "2026-11-23", "AI Plus: State Council issued opinions, and 2 more (week to 23 Nov 2026)"),
        ("en", "monthly", "2026-11-01", "AI Plus: State Council issued opinions, and 2 more (Oct 2026)"),
        ("zh", "monthly", "2026-01-01", "人工智能+：国务院印发意见，另有 2 条（2025年12月）"),
        ("en", "rest", "2026-11-24T15", "AI Plus: State Council issued opinions, and 2 more (24 Nov 2026)"),
        ("en", "first-crawl", "17", "AI Plus: State Council issued opinions, and 2 more (found in first crawls)"),
        ("en", "of a kind to come", "x", "AI Plus: State Council issued opinions, and 2 more"),
    ],
)
def test_a_digest_says_the_strongest_first(config: Config, language: str, kind: str, key: str, said: str) -> None:
    weaker = [
        item(config, language, id=id_, act=act, initiative="6g") for id_, act in ((1, "mentioned"), (2, "pledged"))
    ]
    assert subject(*weaker, item(config, language), language=language, kind=kind, key=key) == said


def test_a_digest_is_grouped_by_initiative(config: Config) -> None:
    told = [("quantum", "mentioned"), ("ai-plus", "issued"), ("quantum", "pledged"), ("ai-plus", "progress")]
    items = order([item(config, id=n, initiative=initiative, act=act) for n, (initiative, act) in enumerate(told, 1)])
    message, text, _ = parsed(compose(letter(*items, kind="daily", key="2026-11-25"), SENDER))
    places = [
        text.index(words) for words in ("AI Plus\n", "issued", "reported progress", "Quantum", "pledged", "mentioned")
    ]
    assert places == sorted(places)
    assert text.startswith("AI: 4 stories in the day to 25 November 2026\n")
    assert message["References"] == "<digest.alert-3@example.org>", "threads of initiatives stay apart"


@pytest.mark.parametrize(
    ("by_web", "header", "post"),
    [
        (None, "<mailto:in@example.org?subject=unsubscribe%20abc>", None),
        (
            "https://example.org/unsubscribe/abc",
            "<https://example.org/unsubscribe/abc>, <mailto:in@example.org?subject=unsubscribe%20abc>",
            "List-Unsubscribe=One-Click",
        ),
        (
            "http://example.org/unsubscribe/abc",
            "<http://example.org/unsubscribe/abc>, <mailto:in@example.org?subject=unsubscribe%20abc>",
            None,
        ),
    ],
)
def test_a_reader_can_leave(config: Config, by_web: str | None, header: str, post: str | None) -> None:
    link = "mailto:in@example.org?subject=unsubscribe%20abc"
    message, text, page = parsed(compose(letter(item(config), by_mail=link, by_web=by_web), SENDER))
    assert message["List-Unsubscribe"] == header
    assert message["List-Unsubscribe-Post"] == post
    assert message["Reply-To"] == "in@example.org"
    assert by_web or link in text.splitlines()[-1]
    assert f'href="{by_web or link}"' in page


def test_where_the_mailbox_is_the_senders_an_answer_goes_to_the_sender(config: Config) -> None:
    message, text, _ = parsed(compose(letter(item(config)), SENDER))
    assert message["List-Unsubscribe"] == "<mailto:tracker@example.org?subject=unsubscribe%20abc>"
    assert message["Reply-To"] is None
    assert "reply to this mail with the word unsubscribe" in text


def test_figures_say_what_they_were(config: Config) -> None:
    def stated(id_: int, day: date, *figures: dict[str, Any]) -> Announcement:
        return announcement(id=id_, day=day, timeline_day=day, figures=list(figures))

    clusters = {"unit": "count", "what": "国家先进制造业集群达到多个"}
    aim = {"unit": "%", "what": "应用普及率达到", "kind": "target"}
    told = [
        stated(1, date(2024, 11, 15), {"value": 45, **clusters}, {"value": 60, "year": 2025, **aim}),
        stated(2, date(2025, 8, 26), {"value": 80, **clusters}, {"value": 70, "year": 2027, **aim}),
        stated(3, date(2025, 9, 1), {"value": 80, **clusters}),
    ]
    earlier = before(series(told))

    def words(of: Announcement, language: str) -> list[tuple[str, str]]:
        found = replace(facts(config, of), earlier=earlier.get(of.id or 0, {}))
        return [(figure.value, figure.was) for figure in write_item(of, found, language, config, SETTINGS).figures]

    assert words(told[0], "en") == [("45", ""), ("60% by 2025", "")]
    assert words(told[1], "en") == [("80", "was 45 (Nov 2024)"), ("70% by 2027", "was 60% by 2025 (Nov 2024)")]
    assert words(told[1], "zh")[0] == ("80", "此前为 45（2024年11月）")
    assert words(told[2], "en") == [("80", "")], "what is merely repeated has not changed"


@pytest.mark.parametrize("public_url", [None, "https://alerts.example.org/"])
def test_the_page_is_linked_so_that_its_reader_can_open_it(config: Config, public_url: str | None) -> None:
    told = announcement()
    found = facts(config, told, sha256="ab" * 32)
    settings = Settings.model_validate({"public_url": public_url})
    _, text, page = parsed(compose(letter(write_item(told, found, "en", config, settings)), SENDER))
    link = f"https://alerts.example.org/page/{'ab' * 32}"
    assert (link in text.split()) is (f'href="{link}"' in page) is bool(public_url)
    proof = text.partition("Page ")[2]
    assert ("https://www.gov.cn/a.html" in proof) is ("ab" * 32 in proof.split()) is not public_url
    assert not re.search("tracker [a-z]", text + page), "a reader has no shell"


def test_an_undated_act_says_when_it_was_reported(config: Config) -> None:
    _, text, page = parsed(compose(letter(item(config, day=None)), SENDER))
    assert "not stated; first reported 26 August 2025" in text
    assert "not stated; first reported 26 August 2025" in page


def test_what_changed_is_said(config: Config) -> None:
    _, text, page = parsed(compose(letter(replace(item(config), stronger=True, changed="pledged before")), SENDER))
    assert "Pledged before" in text
    assert "Pledged before" in page


MARKS = [{"what": "act", "was": "pledged"}, {"what": "day", "was": "2025-08-27"}, {"what": "body", "was": None}]
SAID = {
    "en": "by a person: act (by the rules: pledged), day (by the rules: 27 August 2025), "
    "body (by the rules: not stated)",
    "zh": "经人工更正：举措（规则判定：提出）、日期（规则判定：2025年8月27日）、机构（规则判定：未注明）",
}


@pytest.mark.parametrize("language", SAID)
def test_a_mail_marks_what_people_corrected_but_not_who(config: Config, language: str) -> None:
    marks = [{**mark, "by": "Ana", "note": "for us"} for mark in (*MARKS, {"what": "note", "was": None})]
    one = item(config, language, corrected=marks)
    _, text, page = parsed(compose(letter(one, language=language), SENDER))
    assert "".join(SAID[language].split()) in "".join(text.split())
    assert SAID[language] in page
    assert not re.search("Ana|for us", text + page)
    other = item(config, language, id=8, story_id=7, initiative="6g", corrected=marks)
    many = [item(config, language, id=n, initiative="6g", corrected=marks) for n in range(20, 200)]
    forms = {
        "group": parsed(compose(letter(item(config, language), other, language=language), SENDER)),
        "lines": parsed(compose(letter(*many, language=language, kind="first-crawl", key="1"), SENDER)),
    }
    mark = {"en": "(corrected by a person)", "zh": "（经人工更正）"}[language]
    for form, (_, text, page) in forms.items():
        assert mark in " ".join(text.split()), form
        assert mark in page, form
    _, text, page = parsed(compose(letter(item(config, language), language=language), SENDER))
    assert mark not in text + page


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_form_fits_a_terminal(config: Config, tmp_path: Path, name: str) -> None:
    _, text, _ = parsed(sample(name, config, tmp_path).as_bytes())
    lines = text.splitlines()
    assert [line for line in lines if cell_len(line) > 72 and "://" not in line and "mailto:" not in line] == []
    assert "-- " in lines, "what mail programs take for a signature"
    assert [line for line in lines if line.startswith((".", "From ")) or line != line.rstrip() != "--"] == []


@POSTGRESQL_BY_NIGHT
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_five_hundred_items_stay_readable(engine: Engine, config: Config, tmp_path: Path, language: str) -> None:
    add_alert(
        engine, channel="file", recipient=str(tmp_path / "mails"), rate="daily", language=language, note="N" * 500
    )
    for story in archive(config, 500):
        tell(engine, config, story, at=NOON)
    send(engine, config, Settings(), lambda: NOON.replace(day=26))
    (file,) = (tmp_path / "mails").iterdir()
    content = file.read_bytes()
    assert len(content) < MOST_BYTES
    message, text, page = parsed(content)
    assert len(str(message["X-Tracker-Announcement"]).split(",")) == 500
    full = text.count("\n* ")
    lines = text.count("\n- ")
    more = 500 - full - lines
    assert full >= 5
    assert lines >= 70
    assert (f"{more} more, for which this mail has no room:" if language == "en" else f"另有 {more} 条") in text
    assert page.count("<li>") == lines
    in_full = [line for line in text.splitlines() if line.startswith("* ")]
    assert "entioned" not in "".join(in_full), "the strongest are let in first"


def test_a_mail_goes_into_a_folder_once(engine: Engine, config: Config, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    add_alert(engine, recipient=str(folder), channel="file")
    announce(engine, config)
    for _ in range(2):
        send(engine, config, Settings(), lambda: NOON)
    (file,) = folder.iterdir()
    assert file.suffix == ".eml"
    assert "State Council issued" in str(message_from_bytes(file.read_bytes(), policy=default)["Subject"])


def test_a_folder_that_cannot_be_written_costs_no_try(engine: Engine, config: Config, tmp_path: Path) -> None:
    add_alert(engine, recipient=str(tmp_path / "taken"), channel="file")
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    announce(engine, config)
    assert send(engine, config, Settings(), lambda: NOON) == {"away": 1}
