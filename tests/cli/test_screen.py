"""Tests tables and pages: nothing is cut, Chinese is aligned by its width, and a pipe gets whole lines."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from config import Config
from tracker.acts import ACTS
from tracker.cli.screen import acts, announcements, plain
from tracker.cli.screen.amounts import figure_lines, figure_words
from tracker.cli.screen.bars import sparkline
from tracker.cli.screen.lines import broken, in_lines, linked, text
from tracker.cli.screen.tables import from_rows
from tracker.cli.screen.worddiff import as_html, changes_page
from tracker.development.series_names import series_name
from tracker.views.paragraphs import words_changed
from tracker.views.revisions import Revision, Revisions

CHINESE = "国务院印发《关于深入实施“人工智能+”行动的意见》，提出到2027年，新一代智能终端、智能体等应用普及率超70%。"
ENGLISH = "The State Council issued a guideline on deepening the implementation of the AI Plus initiative."
URL = "https://english.www.gov.cn/policies/latestreleases/202508/26/content_WS5ebf5f1aefb6be6271f4b46b.html"
ROW = {
    "id": 123456,
    "day": date(2025, 8, 26),
    "day_stated": False,
    "act": "issued",
    "stage": "draft",
    "body": "state-council",
    "initiative": "manufacturing-innovation-centers",
    "quote": CHINESE,
    "clause": CHINESE,
    "figures": [{"value": 70.0, "unit": "%", "what": "应用普及率超70%", "kind": "target", "year": 2027}],
    "source": "english-gov-cn",
    "members": 12,
    "url": URL,
}
WIDTHS = (80, 100, 120, 200)


@pytest.fixture
def at_width(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Return a function that calls another one that prints, at a given width, and returns the lines."""

    def shown(width: int, print_: Callable[..., object], *arguments: Any) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        print_(*arguments)
        return capsys.readouterr().out.splitlines()

    return shown


@pytest.mark.parametrize("width", [10, 24, 44])
@pytest.mark.parametrize("words", [CHINESE, ENGLISH, URL, f"{ENGLISH} {CHINESE}", "", "a  b"])
def test_a_text_is_broken_into_lines_that_fit_and_loses_nothing(words: str, width: int) -> None:
    lines = [line.plain for line in broken(text(words), width)]
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert not any(line.startswith(tuple("，。、》”")) for line in lines)


@pytest.mark.parametrize(
    ("parts", "laid"),
    [
        (("quantum", "miit +1"), "quantum · miit +1"),
        (("ai-plus, quantum", "", "工信部联科〔2025〕279号"), "ai-plus, quantum\n工信部联科〔2025〕279号"),
        (("ai-plus, quantum, six-g, hydrogen", "miit"), "ai-plus, quantum, six-g, hydrogen · miit"),
        ((), ""),
    ],
)
def test_a_part_that_does_not_fit_begins_a_line(parts: tuple[str, ...], laid: str) -> None:
    assert in_lines(parts, 24) == laid


@pytest.mark.parametrize("width", WIDTHS)
def test_a_timeline_fits_and_keeps_its_ids(at_width: Callable[..., list[str]], config: Config, width: int) -> None:
    other = ROW | {"id": 7, "day": date(2025, 9, 1), "day_stated": True, "clause": ENGLISH, "figures": []}
    lines = at_width(width, announcements.show_announcements, [ROW, other], config, text("title"))
    assert max(map(cell_len, lines)) <= width
    head = next(line for line in lines if "123456" in line)
    assert head.startswith("2025-08  I  ~26")
    flat = "".join(
        line[cell_at(lines, "what was announced") :].strip() for line in lines if "│" in line or line == head
    )
    assert "70 % by 2027" in flat
    assert "english-gov-cn +11" in flat
    assert announcements.REPORTED in lines


def cell_at(lines: list[str], heading: str) -> int:
    """Return where a column begins; the text before it is narrow."""
    return next(line.index(heading) for line in lines if heading in line)


@pytest.mark.parametrize("width", [40, *WIDTHS])
def test_any_table_fits_shows_ids_whole_and_no_narrow_cell(width: int) -> None:
    row = {"id": ROW["initiative"], "name": CHINESE, "title": ENGLISH, "url": URL, "count": 12, "state": None}
    console = Console(width=width, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        console.print(from_rows([row, row], tuple(row), width))
    lines = captured.get().splitlines()
    assert max(map(cell_len, lines)) <= width
    assert sum(str(ROW["initiative"]) in line for line in lines) == 2
    assert "…" not in captured.get()


def test_a_pipe_gets_a_line_a_row_whole(at_width: Callable[..., list[str]]) -> None:
    lines = list(plain.lines([plain.announcement(ROW | {"quote": "one\n\ttwo"})], plain.ANNOUNCEMENT))
    assert lines[1].split("\t") == [
        "123456",
        "~2025-08-26",
        "issued (draft)",
        "state-council",
        "manufacturing-innovation-centers",
        "one two",
        "70 % by 2027",
        "english-gov-cn",
        URL,
    ]


def test_each_act_has_a_letter_of_its_own() -> None:
    assert len({letter for letter, _ in acts.LETTERS.values()}) == len(ACTS)
    assert acts.legend(["mentioned", "issued"]).plain == "I issued  M mentioned"


@pytest.mark.parametrize(
    ("value", "unit", "what", "written"),
    [
        (3000, "亿元", "安排3000亿元", "3,000 亿元"),
        (300, "billion yuan", "", "300 billion yuan"),
        (3e11, "元", "It will issue 300 billion yuan", "300 billion yuan"),
        (6.6, "%", "同比增长6.6%", "+6.6 %"),
        (6.6, "%", "同比下降6.6%", "-6.6 %"),
        (36.4, "%", "占总销量的36.4%", "36.4 %"),
        (18_060_000, "count", "China had 18.06 million charging facilities", "18.06 million"),
        (18_645_000, "count", "设施总数达到1864.5万个", "1,864.5 万"),
        (5_914_000, "辆", "产量591.4万辆", "591.4 万辆"),
        (0.2, "吨", "不高于0.2吨", "0.2 吨"),
    ],
)
def test_a_figure_is_written_as_people_write_it(value: float, unit: str, what: str, written: str) -> None:
    assert figure_words({"value": value, "unit": unit, "what": what}) == written


def test_figures_of_one_clause_stand_together_and_what_is_left_out_is_counted() -> None:
    figures = [{"value": float(n), "unit": "count", "what": f"{n // 2}"} for n in range(2, 12)]
    assert figure_lines(figures)[0] == ("2; 3", "1")
    assert figure_lines(figures)[-1] == ("and 2 more", "")


SOLD = "我国新能源汽车产销分别完成591.4万辆和593.4万辆"
GREW = "同比分别增长28.8%和31.1%"
FIGURES = [
    {"value": 591.4, "unit": "万辆", "what": SOLD},
    {"value": 593.4, "unit": "万辆", "what": SOLD},
    {"value": 28.8, "unit": "%", "what": GREW},
    {"value": 31.1, "unit": "%", "what": GREW},
]


@pytest.mark.parametrize(
    ("clause", "value", "name"),
    [
        (SOLD, 5_914_000, "新能源汽车产量 (production)"),
        (SOLD, 5_934_000, "新能源汽车销量 (sales)"),
        (GREW, 28.8, "新能源汽车产量同比增长 (production growth)"),
        (GREW, 31.1, "新能源汽车销量同比增长 (sales growth)"),
        ("充电基础设施总数达到1864.5万个", 18_645_000, "充电基础设施总数 (total)"),
        ("the rate is to surpass 90 percent", 90, "the rate is to surpass … percent"),
        ("没有数字", 1, "没有数字"),
    ],
)
def test_a_series_is_called_what_it_measures(clause: str, value: float, name: str) -> None:
    figures = FIGURES if clause in (SOLD, GREW) else [{"value": value, "unit": "", "what": clause}]
    assert series_name(clause, value, figures) == name


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2026, 11, 24, 4, 5, 6, 789, tzinfo=UTC), "2026-11-24 04:05:06Z"),
        (timedelta(days=1), "1d"),
        (timedelta(hours=36), "36h"),
        (timedelta(minutes=90), "90m"),
        (timedelta(seconds=20), "20s"),
        (timedelta(), "0s"),
        (date(2026, 11, 24), "2026-11-24"),
    ],
)
def test_times_and_lengths_of_time_are_short(value: object, shown: str) -> None:
    assert plain.cell_words(value) == shown


def test_words_that_changed_are_found_in_both_languages() -> None:
    assert list(words_changed("共建设45个集群", "共建设80个集群，覆盖全国")) == [
        ("same", "共建设"),
        ("removed", "45"),
        ("added", "80"),
        ("same", "个集群"),
        ("added", "，覆盖全国"),
    ]
    assert list(words_changed("in 45 clusters", "in 80 clusters"))[1:3] == [("removed", "45"), ("added", "80")]


def test_a_change_is_marked_and_what_pages_say_is_escaped() -> None:
    change = Revision("old", "new", [[("same", "a"), ("removed", "<b>"), ("added", "<script>x</script>")]])
    found = Revisions([change], None, ["old", "new"])
    page = as_html("https://example.org/?a=<b>", found)
    assert "<del>&lt;b&gt;</del><ins>&lt;script&gt;x&lt;/script&gt;</ins>" in page
    assert "<script>" not in page
    assert changes_page(found).lines[-1][0].plain == "a[-<b>-]{+<script>x</script>+}"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://x/\x1b]8;;", "https://x/ y", None])
def test_only_an_address_of_the_web_is_a_link(url: str | None) -> None:
    assert linked(text("a"), url).spans == []
    assert linked(text("a"), URL).spans != []


@pytest.mark.parametrize(
    ("values", "drawn"),
    [([], ""), ([0, 0], "··"), ([0, 1, 2, 4], "·▂▄█"), ([591.4, 700.8], "▇█"), ([1, 1000], "▁█"), ([-1, 8], "·█")],
)
def test_values_are_columns_from_zero(values: list[float], drawn: str) -> None:
    assert sparkline(values).plain == drawn
