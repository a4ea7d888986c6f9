"""Tests that a Chinese mail is Chinese throughout: what is not Chinese in it is an address or a name."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from config import Config
from db.models import Alert
from tests.alerts.letters import SENDER, letter, parsed
from tests.alerts.sample_mails import SETTINGS
from tests.factories.announcements import NOON, add_alert
from tests.factories.reports import figure, report
from tests.sizes import POSTGRESQL_BY_NIGHT
from tracker.alerts.compose.filters import called, filters, when
from tracker.alerts.compose.message import Item
from tracker.alerts.compose.objects import object_of
from tracker.alerts.compose.questions import compose_question
from tracker.alerts.compose.wording import WORDS, deed
from tracker.alerts.delivery.sender import send
from tracker.alerts.matching.rules import Rule

DAY = timedelta(days=1)
# Addresses; the names of a zone and a checksum; the name of an initiative.
NO_WORDS = re.compile(r"https?://\S+|mailto:\S+|\S+@\S+|[A-Z]\w+/[A-Z]\w+|SHA-256|\b[0-9a-f]{64}\b|\b(?:6G|AI|GB)\b")
LATIN = re.compile(r"[A-Za-z]{2,}")
EVERYTHING = Rule(
    initiatives=("ai-plus", "low-altitude-economy"),
    act_at_least="pledged",
    bodies=("miit", "state-council"),
    sources=("miit", "gov-cn"),
    tier="primary",
    languages=("zh",),
    words=("低空", "规划"),
)


def latin(text: str) -> list[str]:
    """The Latin words of a text."""
    return LATIN.findall(NO_WORDS.sub(" ", text))


def mails(folder: Path) -> list[str]:
    """Subject and text of each mail in a folder."""
    read = [parsed(file.read_bytes())[:2] for file in sorted(folder.glob("*.eml"))]
    return [f"{mail['Subject']}\n{text}" for mail, text in read]


@POSTGRESQL_BY_NIGHT
@pytest.mark.parametrize(
    ("rate", "rule"),
    [
        ("immediate", Rule()),
        ("immediate", Rule(changes=("figures", "stronger", "state"))),
        ("daily", EVERYTHING),
        ("monthly", Rule()),
    ],
)
def test_what_is_mailed_is_chinese(engine: Engine, config: Config, tmp_path: Path, rate: str, rule: Rule) -> None:
    name = called(rule.model_dump(), config, "zh")
    folder = tmp_path / "mails"
    fields = {"channel": "file", "recipient": str(folder), "language": "zh", "name": name, "rate": rate}
    add_alert(engine, rule, created_at=NOON - 9 * DAY, **fields)
    title, text = "工业和信息化部印发低空经济规划", "工业和信息化部印发低空经济规划。"
    story = None
    for days, act, value in ((-40, "pledged", 40), (0, "pledged", 45), (1, "issued", 90)):
        said = {
            "act": act,
            "body": "miit",
            "day": date(2026, 11, 24),
            "quote": text,
            "figures": [figure(value, "%", "普及率达到", year=2027)],
        }
        told = dict.fromkeys(("ai-plus", "low-altitude-economy", "six-g"), said)
        at = NOON + days * DAY
        cause = "import" if days < 0 else "news"
        found = report(engine, config, at, told, title=title, text=text, story=story if days > 0 else None, cause=cause)
        story = found if days == 0 else story
        send(engine, config, SETTINGS.model_copy(update={"public_url": None}), lambda at=at: at)  # type: ignore[misc]
    send(engine, config, SETTINGS, lambda: NOON + 40 * DAY)
    found = mails(folder)
    assert found
    assert [latin(text) for text in found if latin(text)] == []


def test_what_is_asked_is_chinese(config: Config) -> None:
    alert = Alert(name="", recipient="", rate="weekly", weekday=4, quiet="22-7", language="zh")
    asks = "；".join((*filters(EVERYTHING.model_dump(), config, "zh"), when(alert, "zh")))
    for kind in ("confirmation", "leaving"):
        about = Item(None, "alert-1", "低空经济", kind, asks, page="https://alerts.example.org/x")
        question = compose_question(letter(about, kind=kind, language="zh", to="reader@example.net"), SENDER)
        assert latin(parsed(question)[1]) == []
        assert "低空经济" in parsed(question)[1]


def test_the_question_says_what_is_asked_for(config: Config) -> None:
    asks = "; ".join((*filters(EVERYTHING.model_dump(), config, "en"), when(Alert(name="", recipient=""), "en")))
    assert asks == (
        "AI Plus or Low-altitude economy; pledged, or a stronger act; by Ministry of Industry and Information"
        " Technology or State Council; reported by Ministry of Industry and Information Technology or State Council;"
        " reported by primary sources; reported in Chinese; contains 低空, 规划; at once"
    )
    about = Item(None, "alert-1", "Low altitude", "confirmation", asks)
    _, text, page = parsed(compose_question(letter(about, kind="confirmation"), SENDER))
    for form in (" ".join(text.split()), page):
        assert "pledged, or a stronger act; by Ministry of Industry" in form


@pytest.mark.parametrize(
    ("act", "quote", "en", "zh"),
    [
        ("issued", "", "document issued", "印发文件"),
        ("launched", "", "work launched", "启动相关工作"),
        ("launched", "工业和信息化部启动智能体试点。", "pilot launched", "启动试点"),
        ("launched", "智能体试点启动。", "pilot launched", "启动试点"),
        ("launched", "落实《开展专项行动的意见》，启动建设。", "work launched", "启动相关工作"),
        ("launched", "The ministry launched a national fund for it.", "fund launched", "启动基金"),
        ("designated", "", "entities designated", "认定名单"),
        ("designated", "25家企业入选名单。", "enterprises designated", "认定企业"),
        ("designated", "The ministry named 20 clusters.", "clusters designated", "认定集群"),
        ("pledged", "", "steps pledged", "提出相关举措"),
        ("progress", "", "progress reported", "通报进展"),
        ("mentioned", "", "mentioned", "提及"),
    ],
)
def test_a_title_has_an_object(act: str, quote: str, en: str, zh: str) -> None:
    texts = [("zh" if "。" in quote else "en", quote)]
    for language, said in (("en", en), ("zh", zh)):
        assert deed(language, "", act, object_of(act, texts, language)) == said


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    fields = {
        language: {key: set(re.findall(r"{(\w+)}", said)) for key, said in WORDS[language].items()}
        for language in WORDS
    }
    assert {key for key in WORDS["en"] if latin(re.sub(r"{\w+}", "", WORDS["zh"][key]))} == set()
    assert {key for key, named in fields["zh"].items() if not named <= fields["en"][key] | {"count"}} == set()


def test_a_latin_word_is_found() -> None:
    assert latin("来源 chinadaily 与 https://www.gov.cn/a.html") == ["chinadaily"]
