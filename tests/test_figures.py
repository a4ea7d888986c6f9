"""Figures: what a text states of an initiative itself, with value, unit, time, and whether reached or aimed at."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tracker.tag.figures import figures
from tracker.tag.numerals import chinese, multiplied
from tracker.tag.periods import periods
from tracker.tag.quantities import quantities

PUBLISHED = date(2025, 9, 2)
NAMES = {
    "ai": ["“人工智能+”", "AI Plus"],
    "ai-mfg": ["“人工智能+制造”"],
    "centers": ["国家制造业创新中心", "national manufacturing innovation centers"],
    "clusters": ["先进制造业集群", "advanced manufacturing clusters"],
    "piles": ["充电桩", "充电设施", "charging piles"],
    "factories": ["智能工厂", "smart factories"],
    "nev": ["新能源汽车", "new energy vehicles", "NEVs", "NEV"],
    "storage": ["新型储能", "new-type energy storage"],
    "trade-in": ["以旧换新", "trade-in"],
    "zones": ["国家高新区", "national high-tech zones"],
}


def told(text: str) -> dict[str, list[dict[str, Any]]]:
    """The figures of a text that was published on 2 September 2025."""
    return figures(text, names(text), PUBLISHED)


def names(text: str) -> Iterable[tuple[str, int, int]]:
    """Every place where the text has one of the names."""
    for initiative, written in NAMES.items():
        for name in written:
            start = text.find(name)
            while start >= 0:
                yield initiative, start, start + len(name)
                start = text.find(name, start + 1)


STATED = [
    ("全国共有178家国家高新区。", {"zones": ["178 count"]}),
    ("国家高新区营业收入达10.26万亿元，同比增长7.3%。", {"zones": ["10.26 万亿元", "7.3 %"]}),
    ("园区聚集了70%的国家制造业创新中心、80%的重点实验室。", {"centers": ["70 %"]}),
    ("建设概念验证中心20家、智能工厂30家。", {"factories": ["30 count"]}),
    ("新能源汽车产销分别完成109.2万辆和110万辆。", {"nev": ["109.2 万辆", "110 万辆"]}),
    ("太阳能电池、新能源汽车产量分别增长53.2%、22.5%。", {"nev": ["22.5 %"]}),
    ("新能源汽车、家电、手机零售额分别增长8.7%、31.5%和32.3%。", {"nev": ["8.7 %"]}),
    ("以旧换新补贴由1万元提高到2万元。", {"trade-in": ["2 万元"]}),
    ("由多部门推动，新能源汽车销量达110万辆，占比提升至44.8%。", {"nev": ["110 万辆", "44.8 %"]}),
    ("以旧换新扩围提质，带动商品销售2000多亿元。", {"trade-in": ["2000 亿元"]}),
    ("新建一批智能工厂，全市技术合同成交额突破2300亿元。", {}),
    ("培育智能工厂，打造10个“数字领航”企业。", {}),
    ("推动新能源汽车、新材料等4个支柱产业发展。", {"nev": ["4 count"]}),
    ("全国建成充电桩一千二百万台，其中公共充电桩三成。", {"piles": ["1200 万台", "30 %"]}),
    ("充电桩总数达1806万个。其中，公共充电桩447.6万个。", {"piles": ["18060000 count", "4476000 count"]}),
    ("新型储能装机达到3000万千瓦以上，较2020年增长近9倍。", {"storage": ["3000 万千瓦", "9 倍"]}),
    ("在每个行业布局三至五家国家制造业创新中心。", {"centers": ["5 count"]}),
    ("到2027年培育2—3家智能工厂。", {"factories": ["2 count", "3 count"]}),
    ("充电桩达１８６４．５萬個。", {"piles": ["18645000 count"]}),
    ("第三批智能工厂名单公布，五部门提出6项任务。", {}),
    ("China has 178 national high-tech zones and 45 advanced manufacturing clusters.",
     {"zones": ["178 count"], "clusters": ["45 count"]}),
    ("Production of new energy vehicles rose by 25.6%, and production of charging piles by 41.8%.",
     {"nev": ["25.6 %"], "piles": ["41.8 %"]}),
    ("NEV output rose 36.1 percent to 1.09 million units, while sales grew 30 percent to 1.1 million units.",
     {"nev": ["36.1 %", "1090000 count", "30 %", "1100000 count"]}),
    ("Nearly 8.6 million charging piles were in use by March 24, 2024.", {"piles": ["8600000 count"]}),
    ("It will set up three to five national manufacturing innovation centers.", {"centers": ["3 count", "5 count"]}),
    ("The national high-tech zones had revenue of 10.26 trillion yuan ($1.4 trillion) in four months, up 7.3 percent.",
     {"zones": ["10.26 trillion yuan", "7.3 %"]}),
    ("On Aug. 26, 20 companies in Shenzhen praised NEVs.", {}),
    ("In the first half, production and sales of NEVs rose 12.5 percent and 13.5 percent, respectively.",
     {"nev": ["12.5 %", "13.5 %"]}),
    ("Sales of phones and exports of NEVs rose 12.5 percent and 13.5 percent, respectively.", {"nev": ["13.5 %"]}),
    ("新能源汽车产量和销量分别增长12%、15%。", {"nev": ["12 %", "15 %"]}),
    ("It built 900 advanced-level and 40 model-level smart factories.", {"factories": ["900 count", "40 count"]}),
    ("So far 25 firms were selected for the list of smart factories.", {"factories": ["25 count"]}),
    ("全市25家企业入选智能工厂。", {"factories": ["25 count"]}),
    ("The advanced manufacturing clusters made goods of ¥3.4 trln.", {"clusters": ["3.4 trillion yuan"]}),
    ("New-type capacity grew: new-type energy storage is strong. Last year 12.5 GW of such capacity was added.",
     {"storage": ["12.5 GW"]}),
    ("国家制造业创新中心达20家，突破近300项关键技术。", {"centers": ["20 count", "300 count"]}),
    ("遴选50个以上的智能工厂。", {"factories": ["50 count"]}),
    ("Three government agencies and two sessions spoke of NEVs.", {}),
    ("NEVs are popular. The market for phones grew 12 percent.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text for text, _ in STATED])
def test_a_figure_belongs_to_what_it_is_said_of(text: str, expected: dict[str, list[str]]) -> None:
    found = {i: [f"{f['value']:.12g} {f['unit']}" for f in stated] for i, stated in told(text).items()}
    assert found == expected


TIMED = [
    ("1-2月，新能源汽车产量增长25.6%。", "2025-01/2025-02", "result", 2025),
    ("今年前8个月，新能源汽车销量增长30%。", "2025-01/2025-08", "result", 2025),
    ("11月，新能源汽车销量增长30%。", "2024-11", "result", 2024),
    ("去年上半年，新能源汽车销量增长30%。", "2024-01/2024-06", "result", 2024),
    ("截至7月底，充电桩达1669.6万台。", "../2025-07", "result", 2025),
    ("到2027年，新型储能装机达到1.8亿千瓦。", "../2027", "target", 2027),
    ("“十五五”时期，新建智能工厂500家。", "2026/2030", "target", 2030),
    ("力争新型储能装机达到1.8亿千瓦。", None, "target", None),
    ("累计建成智能工厂500家。", None, "result", None),
    ("NEV sales rose 30 percent in the first two months of 2024.", "2024-01/2024-02", "result", 2024),
    ("In the first quarter, NEV sales rose 30 percent.", "2025-01/2025-03", "result", 2025),
    ("The number of charging piles will exceed 28 million by the end of 2027.", "../2027", "target", 2027),
    ("Last year NEV exports rose 6.7 percent.", "2024", "result", 2024),
]


@pytest.mark.parametrize(("text", "period", "kind", "year"), TIMED, ids=[case[0] for case in TIMED])
def test_a_figure_has_its_time_and_is_a_result_or_a_target(
    text: str, period: str | None, kind: str, year: int | None
) -> None:
    ((figure,),) = told(text).values()
    assert (figure["period"], figure["kind"], figure["year"]) == (period, kind, year)


def test_a_period_holds_until_another_is_named_but_not_for_a_stock() -> None:
    text = "Output of many products grew fast in the first two months. Production of NEVs rose by 25.6%. "
    told_of = told(text + "There are 178 national high-tech zones.")
    assert told_of["nev"][0]["period"] == "2025-01/2025-02"
    assert told_of["zones"][0]["period"] is None


def test_a_figure_quotes_its_clause() -> None:
    (figure,) = told("工信部8月28日表示，今年新增国家高新区9家，其余不变。")["zones"]
    assert figure["what"] == "今年新增国家高新区9家"
    (figure,) = told("As a driver of growth, 178 national high-tech zones are at work.")["zones"]
    assert figure["what"] == "178 national high-tech zones are at work"


def test_a_headline_that_rounds_gives_way_to_the_text() -> None:
    assert [f["value"] for f in told("充电桩超1860万个\n全国充电桩达到1864.5万个。")["piles"]] == [18645000]
    assert [f["value"] for f in told("充电桩超1860万个\n能源局昨日通报。")["piles"]] == [18600000]


def test_the_figures_of_a_paper_are_its_initiatives() -> None:
    issued = "八部门印发《“人工智能+制造”专项行动实施意见》。到2027年，推出1000个工业智能体，打造100个数据集。"
    assert [f["value"] for f in told(issued)["ai-mfg"]] == [1000, 100]
    assert "ai" not in told(issued)
    assert told("意见提到“人工智能+制造”。到2027年，推出1000个工业智能体。") == {}


def test_the_items_of_a_round_up_do_not_mix() -> None:
    first = (
        "充电桩持续增加\n国家能源局今天发布数据，全国充电设施建设继续提速，服务能力进一步提高，覆盖更多乡镇和服务区。\n"
    )
    other = (
        "快递业务量增长\n国家邮政局介绍，前7个月业务量完成1120亿件，同比增长18.7%，行业运行总体平稳，农村地区增速更快。"
    )
    assert told(first + other) == {}


def test_a_text_states_at_most_five_figures_of_an_initiative() -> None:
    text = "。".join(f"新能源汽车出口{n}万辆" for n in range(11, 21)) + "。新能源汽车出口11万辆。"
    assert [f["value"] for f in told(text)["nev"]] == [11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("三万五千", 35000),
        ("二〇二五", 2025),
    ],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert chinese(written) == value


@pytest.mark.parametrize(("value", "unit", "plain"), [(110, "万辆", 1.1e6), (8.2, "billion yuan", 8.2e9), (5, "家", 5)])
def test_a_multiple_in_the_unit_is_multiplied_out(value: float, unit: str, plain: float) -> None:
    assert multiplied(value, unit) == plain


NO_QUANTITY = [
    "2025年",
    "9月2日",
    "第7届",
    "5G网络",
    "C919飞机",
    "国发〔2025〕11号",
    "连续8年",
    "五部门",
    "9项任务",
    "一个平台",
    "March 24",
    "the 14th Five-Year Plan",
    "a 10-point plan",
    "in 2027 factories",
    "three years",
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_full_width_digits_are_read_in_place() -> None:
    (quantity,) = quantities("增长１２．５％")
    assert (quantity.start, quantity.end, quantity.values, quantity.unit) == (2, 7, (12.5,), "%")


def test_a_month_without_a_year_needs_a_date_of_publication() -> None:
    assert periods("8月", None) == []
    assert [period.written() for period in periods("8月", PUBLISHED)] == ["2025-08"]


GOLD_AT_LEAST = 0.88


def test_figures_of_the_annotated_texts(shared: Path) -> None:
    """With the initiatives as annotated, named by whatever the tagger finds."""
    import config
    from tracker.tag.rules import compile_rules
    from tracker.tag.terms import find

    rules = compile_rules(config.load())
    hits = found = wanted = 0
    texts = [file.read_text(encoding="utf-8") for file in sorted((shared / "gold").glob("*.jsonl"))]
    for line in "".join(texts).splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"]) if row["published"] else None
        stated = figures(row["text"], [(h.initiative, h.start, h.end) for h in find(row["text"], rules)], published)
        for initiative, annotated in row["initiatives"].items():
            values = [multiplied(f["value"], f["unit"]) for f in stated.get(initiative, [])]
            right = [multiplied(f["value"], f["unit"]) for f in annotated["figures"]]
            hits += sum(min(values.count(value), right.count(value)) for value in set(right))
            found, wanted = found + len(values), wanted + len(right)
    assert 2 * hits / (found + wanted) >= GOLD_AT_LEAST
