"""Test figures: what a text states of an initiative itself, with value, unit, time, and whether reached or aimed at."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.tag.stated import GOES_FAR, GOING_ON, OF_FIRMS, STATED, TOTALS
from tests.tag.stated_in_english import CHOSEN, GOES_ON, OF_PAPERS, PAIRS, ROUNDS, WIRES
from tracker.tag.figures.extract import figures
from tracker.tag.sentences import Name
from tracker.text.numbers.numerals import multiplied

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
    """Return the figures of a text that was published on 2 September 2025."""
    return figures(text, names(text), PUBLISHED)


def _stated(text: str) -> dict[str, list[str]]:
    """Return the same as `value unit`."""
    return {i: [f"{f['value']:.12g} {f['unit']}" for f in stated] for i, stated in told(text).items()}


def names(text: str) -> Iterable[Name]:
    """Yield every place where the text has one of the names."""
    for initiative, written in NAMES.items():
        for name in written:
            start = text.find(name)
            while start >= 0:
                yield Name(initiative, start, start + len(name))
                start = text.find(name, start + 1)


@pytest.mark.parametrize(("text", "expected"), STATED + GOES_FAR, ids=[text for text, _ in STATED + GOES_FAR])
def test_a_figure_belongs_to_what_it_is_said_of(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


TIMED = [
    ("1-2月，新能源汽车产量增长25.6%。", "2025-01/2025-02", "result", 2025),
    ("今年前8个月，新能源汽车销量增长30%。", "2025-01/2025-08", "result", 2025),
    ("11月，新能源汽车销量增长30%。", "2024-11", "result", 2024),
    ("去年上半年，新能源汽车销量增长30%。", "2024-01/2024-06", "result", 2024),
    ("截至7月底，充电桩达1669.6万台。", "../2025-07", "result", 2025),
    ("到2027年，新型储能装机达到1.8亿千瓦。", "../2027", "target", 2027),
    ("“十五五”时期，新建智能工厂500家。", "2026/2030", "target", 2030),
    ('"十五五"时期，新建智能工厂500家。', "2026/2030", "target", 2030),
    ('比"十三五"时期多建，智能工厂达500家。', None, "result", None),
    ("力争新型储能装机达到1.8亿千瓦。", None, "target", None),
    ("新能源汽车销量有望达到1600万辆。", None, "target", None),
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


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("NEV sales are to reach 1.5 trillion yuan by 2025 and 3.5 trillion yuan by 2035.", [2025, 2035]),
        ("NEV sales rose 5 percent in 2023 and 7 percent in 2024.", [2023, 2024]),
        ("In 2024, NEV sales rose 5 percent, and exports rose 7 percent.", [2024, 2024]),
        ("By 2027, NEV sales will reach 30 percent and exports 20 percent.", [2027, 2027]),
        ("到2025年新能源汽车规模达到1.5万亿元，到2035年达到3.5万亿元。", [2025, 2035]),
    ],
)
def test_each_of_two_figures_has_the_year_behind_it(text: str, years: list[int]) -> None:
    (stated,) = told(text).values()
    assert [figure["year"] for figure in stated] == years


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


def test_a_round_figure_gives_way_to_the_exact_one() -> None:
    text = "新型储能装机突破7000万千瓦。截至年底，新型储能装机达7376万千瓦，智能工厂超1000家，智能工厂中1097家在东部。"
    told_of = told(text)
    assert [f["value"] for f in told_of["storage"]] == [7376]
    assert [f["value"] for f in told_of["factories"]] == [1000, 1097]


def test_a_number_alone_gives_way_to_the_clause_that_states_it() -> None:
    text = "45个！先进制造业集群名单公布。\n名单包括45个先进制造业集群。\n100个！先进制造业集群。"
    assert [f["what"] for f in told(text)["clusters"]] == ["名单包括45个先进制造业集群", "100个！"]


def test_the_figures_of_a_paper_are_its_initiatives() -> None:
    issued = "八部门印发《“人工智能+制造”专项行动实施意见》。到2027年，推出1000个工业智能体，打造100个数据集。"
    assert [f["value"] for f in told(issued)["ai-mfg"]] == [1000, 100]
    assert "ai" not in told(issued)
    assert told("意见提到“人工智能+制造”。到2027年，推出1000个工业智能体。") == {}


@pytest.mark.parametrize(("text", "expected"), TOTALS, ids=[text for text, _ in TOTALS])
def test_a_running_total_belongs_to_what_was_just_counted(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_FIRMS, ids=[text for text, _ in OF_FIRMS])
def test_what_one_firm_sells_is_no_figure_of_an_initiative(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), GOING_ON, ids=[text for text, _ in GOING_ON])
def test_a_text_goes_on_about_its_paper_and_about_what_it_named_last(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHOSEN, ids=[text for text, _ in CHOSEN])
def test_those_chosen_count_for_what_they_were_chosen_for(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_two_counts_share_their_noun(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), GOES_ON, ids=[text for text, _ in GOES_ON])
def test_parts_and_totals_belong_to_what_was_named(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_PAPERS, ids=[text for text, _ in OF_PAPERS])
def test_what_a_paper_wants_belongs_to_its_initiative(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), WIRES, ids=[text for text, _ in WIRES])
def test_statistics_belong_to_what_they_measure(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


@pytest.mark.parametrize(("text", "expected"), ROUNDS, ids=[text for text, _ in ROUNDS])
def test_rounds_regions_and_rows_are_counted(text: str, expected: dict[str, list[str]]) -> None:
    assert _stated(text) == expected


def test_what_a_facility_is_for_has_none_of_its_figures() -> None:
    text = "It picked 21 pilot platforms for new materials. The platforms, spread over 12 provinces, test products."
    pilots = Name("pilots", text.index("pilot"), text.index(" for"))
    materials = Name("materials", text.index("new"), text.index("."))
    values = [[figure["value"] for figure in one] for one in figures(text, [pilots, materials], PUBLISHED).values()]
    assert values == [[21, 12]]
    assert _stated("The country had 10.2mn NEV charging piles, up by 54pc.") == {"piles": ["10200000 count", "54 %"]}
    assert _stated("China's charging piles for new energy vehicles (NEVs) rose above 7 million units.") == {
        "piles": ["7000000 count"]
    }
    assert _stated("力争建成新能源汽车充电设施300处，其中公共充电设施20处。") == {"piles": ["300 count", "20 count"]}


def test_a_plant_on_a_list_is_one_of_many() -> None:
    text = "The plant was put on the list of smart factories. Energy use fell by 18 percent since 2023."
    assert figures(text, names(text), PUBLISHED, [Name("factories", 0, 9)]) == {}


def test_what_a_paper_says_is_said_of_the_theme_of_the_title() -> None:
    text = "Eight bodies act. The document sets goals. Models: launch 1,000 agents."
    (stated,) = figures(text, [], PUBLISHED, [Name("ai-mfg", 0, 9)]).values()
    assert [figure["value"] for figure in stated] == [1000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smart factories reached 230. Average hours reached 1,195.", [230, 1195]),
        # Another initiative came between.
        ("Smart factories reached 230. NEV output rose 20 percent. Average hours reached 1,195.", [230]),
        # A small count, and the economy at large.
        ("Smart factories reached 230. Three officials spoke. 5G base stations hit 4 million.", [230]),
    ],
)
def test_news_that_name_nothing_but_their_title_go_on_about_it(text: str, expected: list[float]) -> None:
    stated = figures(text, names(text.lower().replace("nev", "NEV")), PUBLISHED, [Name("factories", 0, 9)])
    assert [figure["value"] for figure in stated["factories"]] == expected


def test_targets_are_those_of_the_theme_of_the_title() -> None:
    text = "Eight bodies act.\n- By 2030: more than 90 percent penetration of terminals."
    (stated,) = figures(text, [], PUBLISHED, [Name("ai", 0, 7)]).values()
    assert [figure["value"] for figure in stated] == [90]
    assert figures(text, [], PUBLISHED) == {}


@pytest.mark.parametrize("act", ["mentioned", "pledged"])
def test_what_is_only_named_or_wanted_has_no_figures_but_where_it_is_named(act: str) -> None:
    text = "Eight bodies act. The document sets goals. Models: launch 1,000 agents."
    assert figures(text, [], PUBLISHED, [Name("ai-mfg", 0, 9)], acts={"ai-mfg": act}) == {}
    own = "AI Plus has 1,200 agents."
    assert figures(own, names(own), PUBLISHED, acts={"ai": act}) == told(own) != {}


ONE_PAPER = "《“人工智能+”行动意见》提出以下目标：\n一是到2027年，终端普及率超70%；\n二是到2030年，普及率超90%。"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (ONE_PAPER, [70, 90]),
        # Of two papers it is unknown which one continues; something that is not a paper does not continue.
        (ONE_PAPER + "《新能源汽车发展规划》提出，加快应用。下一步，要使普及率超95%。", [70, 90]),
        ("专家谈“人工智能+”。到2027年，终端普及率超70%。", []),
    ],
)
def test_the_targets_of_the_one_paper_are_those_of_its_initiative(text: str, values: list[float]) -> None:
    stated = figures(text, names(text), PUBLISHED, acts={"ai": "pledged", "nev": "pledged"})
    assert [figure["value"] for figure in stated.get("ai", [])] == values


def test_what_is_wanted_has_the_figures_of_sentences_that_take_up_its_name() -> None:
    text = "The national high-tech zones number 90. These zones hold 65 percent of ports. The ports ship 900 tons."
    stated = figures(text, names(text), PUBLISHED, acts={"zones": "pledged"})
    assert [one["value"] for one in stated["zones"]] == [90, 65]


def test_a_long_line_without_a_full_stop_is_no_headline() -> None:
    text = "NEVs kept on growing in both output and sales, which rose by 35 percent, " + "according to the bureau " * 5
    stated = told(f"{text}\nThe share of NEVs was 31 percent.")
    assert [one["value"] for one in stated["nev"]] == [35, 31]


@pytest.mark.parametrize(
    "line",
    [
        "Time: 2026/3/4 Views: 812 people",
        "12 Comments Print E-mail",
        "来源：省报 浏览次数：1.2万人次",
        "Release date: 4 March, 30 reads",
    ],
)
def test_a_line_about_the_page_states_no_figure(line: str) -> None:
    text = f"{line}\nThe city opened smart factories."
    titled = [Name("factories", 0, 15)]
    assert figures(text, names(text), PUBLISHED, titled) == {}
    assert figures(f"{line} were counted.\nThe city opened smart factories.", names(text), PUBLISHED, titled) != {}


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


def test_figures_of_the_program_go_before_others_too() -> None:
    text = "The trade-in program began. " + "".join(f"The program had {n} helpers. " for n in range(21, 24))
    text += "Some 300 buses, 400 carts and 500 boats were bought through the program. The program paid 9 million yuan."
    assert [one["value"] for one in told(text)["trade-in"]] == [21, 22, 300, 400, 500]


def test_figures_of_sentences_that_name_the_initiative_go_before_the_others() -> None:
    paper = "八部门印发《“人工智能+制造”专项行动实施意见》。意见提出，"
    inherited = "，".join(f"打造{n}个数据集" for n in range(101, 107))
    told_of = told(f"{paper}{inherited}。“人工智能+制造”项目达900个。")["ai-mfg"]
    assert [f["value"] for f in told_of] == [101, 102, 103, 104, 900]


GOLD_AT_LEAST = 0.88


def test_figures_of_the_annotated_texts(shared: Path) -> None:
    """Compare with the initiatives as annotated, named by whatever the tagger finds."""
    import config
    from tracker.tag.rules import compile_rules
    from tracker.tag.terms import find

    rules = compile_rules(config.load())
    hits = found = wanted = 0
    texts = [file.read_text(encoding="utf-8") for file in sorted((shared / "gold").glob("*.jsonl"))]
    for line in "".join(texts).splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"]) if row["published"] else None
        stated = figures(row["text"], [Name(h.initiative, h.start, h.end) for h in find(row["text"], rules)], published)
        for initiative, annotated in row["initiatives"].items():
            values = [multiplied(f["value"], f["unit"]) for f in stated.get(initiative, [])]
            right = [multiplied(f["value"], f["unit"]) for f in annotated["figures"]]
            hits += sum(min(values.count(value), right.count(value)) for value in set(right))
            found, wanted = found + len(values), wanted + len(right)
    assert 2 * hits / (found + wanted) >= GOLD_AT_LEAST
