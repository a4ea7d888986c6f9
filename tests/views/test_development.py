"""Tests states, series and document numbers, from announcements and texts about real facts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import open_database, reading, writing
from db.models import Announcement, Document
from tests.factories.announcements import announce
from tracker.alerts.compose.figures import before
from tracker.cli.app import main
from tracker.development.changes import figure_changes
from tracker.development.growth import signed
from tracker.development.measure import names_of
from tracker.development.numbers import numbers_in, ranges, sequences
from tracker.development.series import plain, series
from tracker.development.series_names import series_name
from tracker.development.states import development
from tracker.development.tell import tell_numbers

TODAY = date(2026, 11, 24)


def told(id_: int, day: str, act: str = "pledged", *figures: dict[str, Any]) -> Announcement:
    """One announcement of an initiative."""
    on = date.fromisoformat(day)
    return Announcement(
        id=id_, story_id=id_, initiative="x", act=act, timeline_day=on, figures=list(figures), document_id=1
    )


def figure(value: float, unit: str, what: str, kind: str = "result", year: int | None = None) -> dict[str, Any]:
    """One figure as tagging gives it."""
    return {"value": value, "unit": unit, "what": what, "kind": kind, "year": year, "period": None}


@pytest.mark.parametrize(
    ("acts", "state", "phases"),
    [
        ([], None, []),
        ([("2024-01-02", "mentioned")], "spoken of", ["spoken of"]),
        ([("2024-03-05", "pledged"), ("2024-03-26", "launched")], "launched", ["pledged", "launched"]),
        ([("2024-03-26", "launched"), ("2025-03-05", "pledged")], "launched", ["launched"]),
        ([("2024-01-02", "progress")], "spoken of", ["spoken of"]),
        (
            [("2024-03-05", "pledged"), ("2025-08-26", "issued"), ("2026-01-21", "progress")],
            "results reported",
            ["pledged", "paper issued", "results reported"],
        ),
    ],
)
def test_a_state_is_the_furthest_that_was_announced(
    acts: list[tuple[str, str]], state: str | None, phases: list[str]
) -> None:
    found = development([told(n, day, act) for n, (day, act) in enumerate(acts, 1)], [], TODAY)
    assert found.state == state
    assert [phase.state for phase in found.phases] == phases


def test_silence_is_a_gap_and_a_successor_supersedes() -> None:
    old = [told(1, "2015-05-19", "issued"), told(2, "2018-03-05", "pledged")]
    found = development(old, [told(3, "2024-03-05")], TODAY)
    assert found.state == "superseded"
    assert found.gaps == ((date(2015, 5, 19), date(2018, 3, 5)),)
    assert development(old, [told(3, "2016-03-05")], TODAY).state == "paper issued"


def test_clusters_grow_from_45_to_80() -> None:
    found = series(
        [
            told(1, "2024-03-26", "progress", figure(45, "count", "我国已建成45个国家先进制造业集群")),
            told(2, "2024-11-28", "designated", figure(80, "count", "国家先进制造业集群总数由45个增至80个")),
            told(3, "2025-01-21", "progress", figure(80, "count", "国家先进制造业集群达80个")),
        ]
    )
    assert [(point.value, point.change) for point in found[0].points] == [(45, None), (80, 35)]


def test_one_paper_sets_targets_for_two_years_and_a_batch_is_no_total() -> None:
    near = figure(70, "%", "智能体等应用普及率超70%", "target", 2027)
    far = figure(90, "%", "普及率超90%", "target", 2030)
    found = series([told(1, "2025-08-26", "issued", near, far)])
    assert [(point.value, point.year, point.change) for point in found[0].points] == [
        (70, 2027, None),
        (90, 2030, None),
    ]
    money = "支持消费品以旧换新超长期特别国债资金"
    batches = [
        told(1, "2025-08-01", "progress", figure(690, "亿元", f"第三批690亿元{money}")),
        told(2, "2025-09-30", "progress", figure(690, "亿元", f"第四批690亿元{money}")),
    ]
    assert series(batches) == []


def test_two_targets_of_one_paper_are_milestones_and_no_change() -> None:
    first, second = (
        figure(value, "%", f"普及率超{value}%", "target", year) for value, year in ((70, 2027), (90, 2030))
    )
    higher = figure(75, "%", "普及率超75%", "target", 2027)
    stated = [told(1, "2025-08-26", "issued", first, second), told(2, "2025-08-27", "pledged", first, second)]
    stated.append(told(3, "2026-03-05", "pledged", higher, second))
    (found,) = series(stated)
    assert [(point.value, point.year, point.change) for point in found.points] == [
        (70, 2027, None),
        (90, 2030, None),
        (75, 2027, 5),
    ]
    assert {id_: [last.value for last in some.values()] for id_, some in before([found]).items()} == {3: [70]}
    changed = [figure_changes(one, [other for other in stated if other is not one]) for one in stated]
    assert [[(change.before.value, change.now.value) for change in some] for some in changed] == [[], [], [(70, 75)]]


def test_targets_and_results_are_kept_apart() -> None:
    found = series(
        [
            told(1, "2025-08-26", "issued", figure(70, "%", "智能体等应用普及率超70%", "target", 2027)),
            told(2, "2026-03-05", "progress", figure(30, "%", "智能体等应用普及率达30%")),
            told(3, "2026-08-26", "pledged", figure(75, "%", "智能体等应用普及率超75%", "target", 2027)),
        ]
    )
    assert [(one.kind, [point.value for point in one.points]) for one in found] == [("target", [70, 75])]


YIELD, SOLD = "新能源汽车产量", "新能源汽车新车销量占汽车新车总销量的"
BUILT, CLUSTERS = "我国已建成178家国家高新区和45个国家先进制造业集群", "国家先进制造业集群总数由45个增至80个"
FACTORIES = "我国已在国家层面创建绿色工厂3616家、绿色工业园区267家"
Stated = tuple[float, str, str | None, str]


FALLS = [
    (3.5, "同比下降3.5%", -3.5),
    (3.5, "1月，新能源汽车产量90万辆，同比下降3.5%", -3.5),
    (28.8, "产销同比分别增长28.8%和下降3.1%", 28.8),
    (3.1, "产销同比分别增长28.8%和下降3.1%", -3.1),
    (2.1, "同比分别下降3.5%和2.1%", -2.1),
    (18, "单位能耗降低了约18%", -18),
    (36.4, "占总销量的36.4%", 36.4),
    (36.4, "能耗下降的工厂占36.4%", 36.4),
    (36.4, "渗透率下降至36.4%", 36.4),
    (6.6, "同比增长6.6%", 6.6),
    (-3.5, "同比增长-3.5%", -3.5),
    (18, "Energy use fell by 18 percent since 2023", -18),
    (3.5, "NEV sales were down 3.5 percent year on year", -3.5),
    (3.5, "a 3.5 percent year-on-year decline in sales", -3.5),
    (2.5, "output rose 12 percent, and exports fell 2.5 percent", -2.5),
    (12, "output rose 12 percent, and exports fell 2.5 percent", 12),
    (40, "Prices fell, and their share of the market is 40 percent", 40),
    (36, "the share declined to 36 percent", 36),
    (3, "prices fell three percent", -3),
]


@pytest.mark.parametrize(("value", "what", "expected"), FALLS)
def test_a_rate_that_fell_is_below_zero(value: float, what: str, expected: float) -> None:
    assert signed(figure(value, "%", what)) == expected
    assert signed(figure(value, "count", what)) == value


def test_a_change_from_growth_to_a_fall_is_of_both() -> None:
    (found,) = series(
        [
            told(1, "2025-02-10", "progress", figure(6.6, "%", "新能源汽车产量同比增长6.6%")),
            told(2, "2026-02-10", "progress", figure(3.5, "%", "新能源汽车产量同比下降3.5%")),
        ]
    )
    assert [(point.value, point.change) for point in found.points] == [(6.6, None), (-3.5, -10.1)]
    fell = found.points[-1]
    assert (
        series_name(fell.what, fell.value, [figure(3.5, "%", fell.what)]) == "新能源汽车产量同比下降 (production fall)"
    )


@pytest.mark.parametrize(
    ("initiative", "stated", "changes"),
    [
        # Growth is not a share, and what both clauses name does not distinguish measures.
        (
            "new-energy-vehicles",
            [(25.6, "%", "2024-01/2024-02", f"{YIELD}同比增长25.6%"), (36.4, "%", "2024-01/2024-07", f"{SOLD}36.4%")],
            [],
        ),
        ("new-energy-vehicles", [(25.6, "%", None, f"{YIELD}增长25.6%"), (30, "%", None, "新能源汽车销量增长30%")], []),
        (
            "new-energy-vehicles",
            [(25, "%", None, "output of NEVs rose 25%"), (36, "%", None, "NEVs accounted for 36% of the output")],
            [],
        ),
        (
            "new-energy-vehicles",
            [(36.4, "%", None, f"{YIELD}增长36.4%"), (36.4, "%", None, f"{YIELD}占比36.4%")],
            [],
        ),
        (
            "new-energy-vehicles",
            [
                (33, "%", None, "the share of NEVs in sales was 33%"),
                (36, "%", None, "NEVs' share in sales rose to 36%"),
            ],
            [[None, 3]],
        ),
        (
            "new-energy-vehicles",
            [(36.4, "%", "2024-01/2024-07", f"{SOLD}36.4%"), (37.5, "%", "2024-01/2024-08", f"{SOLD}37.5%")],
            [[None, 1.1]],
        ),
        # Eight months are not compared with a year; a year is compared with the year before.
        (
            "new-energy-vehicles",
            [
                (958.7, "万辆", "2023", f"{YIELD}958.7万辆"),
                (700.8, "万辆", "2024-01/2024-08", f"{YIELD}700.8万辆"),
                (1300, "万辆", None, "新能源汽车年产量突破1300万辆"),
            ],
            [[None, None, 3_413_000]],
        ),
        (
            "new-energy-vehicles",
            [(40, "%", "2024-08", f"{SOLD}40%"), (37.5, "%", "2024-01/2024-08", f"{SOLD}37.5%")],
            [[None, None]],
        ),
        # What counts the initiative itself is one measure, however little else they share; what is new is not a total.
        ("advanced-manufacturing-clusters", [(45, "count", None, BUILT), (80, "count", None, CLUSTERS)], [[None, 35]]),
        (
            "advanced-manufacturing-clusters",
            [(45, "count", None, BUILT), (2, "count", None, "先进制造业集群汇聚2万家企业")],
            [],
        ),
        (
            "green-manufacturing",
            [(3616, "count", None, FACTORIES), (2038, "count", "2025", "我国新培育绿色工厂2038家、绿色工业园区128家")],
            [],
        ),
    ],
)
def test_a_series_is_of_one_measure_and_changes_are_of_like_times(
    config: Config, initiative: str, stated: list[Stated], changes: list[list[float | None]]
) -> None:
    figures = [{**figure(value, unit, what), "period": period} for value, unit, period, what in stated]
    announced = [told(n, f"2024-0{n}-01", "progress", one) for n, one in enumerate(figures, 1)]
    found = series(announced, names_of(config.initiatives[initiative]))
    assert [[point.change for point in one.points] for one in found] == changes


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (591.4, "万辆", (5_914_000, "辆")),
        (69, "billion yuan", (69e9, "元")),
        (690, "亿元", (69e9, "元")),
        (1.8, "亿千瓦", (1.8e8, "千瓦")),
        (70, "%", (70, "%")),
    ],
)
def test_multiples_are_multiplied_out(value: float, unit: str, expected: tuple[float, str]) -> None:
    assert plain(value, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国发〔2025〕11号", [("国发", 2025, 11)]),
        ("根据国办发[2024]7号和工信部联科〔2025〕279号", [("国办发", 2024, 7), ("工信部联科", 2025, 279)]),
        ("发改环资【2025】910号文件", [("发改环资", 2025, 910)]),
        ("甲〔2025〕7号国发〔2025〕8号", [("国发", 2025, 8)]),
        ("关于进一步做好有关工作的通知国办发〔2025〕3号", [("国办发", 2025, 3)]),
        ("2025年第4号", []),
        (
            "各县要参照国发〔2025〕11号和以国办发〔2025〕3号文为准",
            [("国发", 2025, 11), ("国办发", 2025, 3)],
        ),
        ("市里转发发改能源〔2025〕7号", [("发改能源", 2025, 7)]),
        ("各地依照工信部规〔2025〕7号", [("工信部规", 2025, 7)]),
        ("现将我县如国函〔 2025 〕 7 号", [("国函", 2025, 7)]),
        ("如东政发〔2025〕7号、呼和政发〔2025〕8号", [("如东政发", 2025, 7), ("呼和政发", 2025, 8)]),
    ],
)
def test_document_numbers_are_found(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert numbers_in(text) == expected


def test_an_issuer_that_numbers_a_paper_of_ours_is_known_behind_words() -> None:
    found = sequences(
        [("发改能源〔2025〕2号", ""), (None, "现就发改能源〔2025〕4号作说明"), (None, "粤发改能源〔2025〕5号")]
    )
    assert [(one.issuer, one.have, one.named) for one in found] == [
        ("发改…", (2,), (4,)),
        ("粤发改能源", (), (5,)),
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["发改体改〔2025〕2号", "发改能源〔2025〕3号"], [("发改…", "发改体改 发改能源", (2, 3), "1")]),
        (
            ["工信部联科〔2025〕1号", "工信部规〔2025〕3号", "工信部科函〔2025〕1号"],
            [("工信部…", "工信部联科 工信部规", (1, 3), "2"), ("工信部…函", "工信部科函", (1,), "")],
        ),
        (
            ["工信厅科函〔2025〕2号", "工信厅联科函〔2025〕1号", "工信厅科〔2025〕1号"],
            [("工信厅…", "工信厅科", (1,), ""), ("工信厅…函", "工信厅科函 工信厅联科函", (1, 2), "")],
        ),
        (
            ["发改办能源〔2025〕1号", "发改能源〔2025〕1号"],
            [("发改…", "发改能源", (1,), ""), ("发改办…", "发改办能源", (1,), "")],
        ),
        (
            ["粤发改能源〔2025〕1号", "财建〔2025〕1号", "发改电〔2025〕1号"],
            [(name, name, (1,), "") for name in ("发改电", "粤发改能源", "财建")],
        ),
    ],
)
def test_departments_of_a_body_number_in_one_sequence(
    numbers: list[str], expected: list[tuple[str, str, tuple[int, ...], str]]
) -> None:
    found = sequences((number, "") for number in numbers)
    assert [(one.issuer, " ".join(one.issuers), one.have, ranges(one.missing)) for one in found] == expected


@pytest.mark.parametrize(
    ("issuer", "told"),
    [
        ("发改环资", "发改…"),
        ("发改", "发改…"),
        ("发改…", "发改…"),
        ("国发", "国发"),
        ("国发发", "no issuer is called '国发发'; did you mean 国发?"),
        ("nope", "no issuer is called 'nope'; choose from 发改, 发改…, 发改环资, 国发"),
    ],
)
def test_an_issuer_is_found_by_its_family_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], issuer: str, told: str
) -> None:
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    with writing(open_database(url)) as session:
        for number in ("发改环资〔2025〕2号", "国发〔2025〕1号"):
            session.add(Document(source="miit", key=number, url=number, number=number, text="", language="zh"))
    monkeypatch.setenv("TRACKER_DATABASE", url)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["tracker", "numbers", issuer, "--format", "json"])
    refused = told.startswith("no issuer")
    with pytest.raises(SystemExit) as ended:
        main()
    said, complained = capsys.readouterr()
    assert (ended.value.code or 0) == (2 if refused else 0)
    if refused:
        assert complained == f"tracker: {told}\n"
    else:
        assert [row["issuer"] for row in json.loads(said)] == [told]


def test_reading_all_texts_shows_its_progress(engine: Engine, config: Config) -> None:
    for number in range(3):
        announce(engine, config, text=f"根据国发〔2025〕{number + 1}号")
    steps: list[tuple[int, int]] = []
    with reading(engine) as session:
        (row,) = tell_numbers(session, lambda done, of: steps.append((done, of)))
    assert (row["issuer"], row["named"]) == ("国发", "1-3")
    assert steps == [(0, 3)]


def test_gaps_are_what_we_do_not_have() -> None:
    found = sequences([("国发〔2025〕2号", ""), ("国发〔2025〕4号", "见国发〔2025〕6号"), (None, "国发〔2024〕1号")])
    assert [(one.year, one.have, one.named, ranges(one.missing)) for one in found] == [
        (2024, (), (1,), "1"),
        (2025, (2, 4), (6,), "1, 3, 5-6"),
    ]
