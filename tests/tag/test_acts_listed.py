"""Test English and Chinese sentences on lists, sizes, purposes and past work, as reports and rewrites put them."""

from datetime import date

import pytest

from tests.tag.sayings import said

REPORTED = [
    # The size of what is planned is no result, and neither is what a country hopes to have.
    ("equipment-renewal", "pledged",
     "China will issue special treasury bonds totaling 300 billion yuan to support consumer goods trade-ins."),
    ("new-energy-vehicles", "pledged",
     "The province will build plants with capacity exceeding one million new energy vehicles."),
    ("charging-infrastructure", "pledged", "The city plans to invest a sum topping 2 billion yuan in charging piles."),
    ("new-energy-vehicles", "progress", "Output of new energy vehicles grew fast, exceeding 10 million units."),
    ("new-energy-vehicles", "progress",
     "Cities built new plants, with their output reaching 10 million new energy vehicles."),
    ("green-manufacturing", "pledged", "The country hopes to have 1,000 green factories by 2030."),
    ("smart-manufacturing", "pledged", "The county expects to have more than 300 smart factories."),
    ("hydrogen", "progress", "Output of hydrogen energy is said to have grown by a third."),
    # A translated plan has a purpose and a passive; a state that is held has no purpose.
    ("new-industrialization", "pledged", "To raise the level of industry, new industrialization is advanced in depth."),
    ("equipment-renewal", "pledged",
     "In order to promote sales, bonds of 250 billion yuan are arranged to support trade-ins of consumer goods."),
    ("smart-manufacturing", "progress", "Smart manufacturing is widely promoted in the province."),
    ("new-industrialization", "pledged", "To promote new industrialization, these opinions are hereby formulated."),
    # A past tense with an object, of any subject; a participle has none.
    ("ai-plus", "progress", "The island implemented the AI Plus action in depth."),
    ("unified-market", "progress", "The prefecture also carried out the guidelines for a unified national market."),
    ("smart-manufacturing", "progress", "The bay area promoted smart manufacturing."),
    ("ai-plus", "progress", "Local governments put the AI Plus plan into practice."),
    ("ai-plus", "pledged", "Laws should be improved for the AI Plus action."),
    # Named among what is to be fostered; one of what there is.
    ("bio-manufacturing", "pledged",
     "Bio-manufacturing and hydrogen energy are named among the industries to be developed."),
    ("future-industries", "pledged", "Brain chips are listed among the industries of the future to be fostered."),
    ("six-g", "pledged", "6G is included in the fields that are identified for development."),
    # The second verb of a sentence on a start has an object of its own.
    ("low-altitude-economy", "pledged",
     "The island will start implementing the AI Plus action this year and expects its low-altitude economy to grow."),
    ("ai-plus", "launched",
     "The island will start implementing the AI Plus action this year and expects its low-altitude economy to grow."),
    ("low-altitude-economy", "pledged",
     "The city will launch a pilot on ports this year and build the low-altitude economy into a pillar."),
    ("low-altitude-economy", "launched", "The city will launch a pilot on the low-altitude economy this year."),
    # A committee that is decided on; one that is planned; what comes in another clause than the choice.
    ("humanoid-robots", "designated", "The ministry has decided to set up a committee for humanoid robots."),
    ("humanoid-robots", "pledged", "The ministry plans to set up a committee for humanoid robots."),
    ("green-manufacturing", "progress",
     "The zone has been selected for the first list of national zero-carbon parks, and the number of green factories "
     "in the province has risen to 268."),
    ("little-giants", "designated", "Some 200 firms were newly recognized as national little giants."),
    # A tax that a premier says will be cut; a tax that is cut.
    ("new-energy-vehicles", "pledged",
     "The purchase tax exemption for new energy vehicles will be extended, the premier said in the work report."),
    ("new-energy-vehicles", "issued",
     "The purchase tax on new energy vehicles will be exempted for two years, a notice shows."),
    # A draft put before the public is a paper, not a start.
    ("hydrogen", "issued",
     "The ministry began soliciting public opinion on draft standard conditions for the hydrogen energy equipment "
     "industry."),
]  # fmt: skip

# Counted or measured, whatever the verb; wanted in other words than will and should; named beside a number.
MEASURED = [
    ("new-energy-vehicles", "progress", "Some 1.4 million new energy vehicles left factories in August."),
    ("charging-infrastructure", "progress", "The nation's charging points now number 17 million."),
    ("industrial-internet", "progress", "The industrial internet now reaches all 41 industrial categories."),
    ("high-tech-zones", "progress", "National high-tech zones host a third of the country's high-tech firms."),
    ("equipment-renewal", "progress", "Sales driven by the trade-in program have surpassed 1.1 trillion yuan."),
    ("unified-market", "progress", "Efforts to build a unified national market are paying off."),
    ("zero-carbon-parks", "progress", "Construction of the zero-carbon park in Ordos is in full swing."),
    ("hydrogen", "progress", "China is the world's largest producer of hydrogen energy."),
    ("commercial-space", "progress", "China's commercial space firms carried out 23 launches in the first half."),
    ("computing-infrastructure", "pledged", "A nationwide computing power network is on the drawing board."),
    ("manufacturing-innovation-centers", "pledged",
     "Another ten national manufacturing innovation centers are planned by 2027."),
    ("smart-manufacturing", "pledged", "The goal: 50 smart factories by 2026."),
    ("little-giants", "pledged", "The plan envisages 10,000 little giants by 2025."),
    ("bio-manufacturing", "pledged", "A 5-billion-yuan fund for bio-manufacturing is being prepared."),
    ("future-industries", "pledged", "The city has its eye on future industries such as brain chips."),
    ("unified-market", "pledged", "The premier asked officials to speed up the unified national market."),
    ("equipment-renewal", "pledged", "China to allocate 69 billion yuan for consumer goods trade-ins."),
    ("humanoid-robots", "pledged", "Focus on key areas such as humanoid robots, and carry out research."),
    ("new-energy-storage", "issued", "An action plan for new-type energy storage came out on Tuesday."),
    ("manufacturing-innovation-centers", "designated",
     "A national manufacturing innovation center for rare earths was inaugurated in Ganzhou."),
    ("pilot-test-platforms", "designated", "The first batch of pilot-scale testing platforms was announced."),
    ("unified-market", "mentioned", "The unified national market is one of 20 topics on the exam."),
    ("humanoid-robots", "mentioned", "Tickets for the humanoid robot games cost up to 580 yuan."),
    ("ai-plus", "mentioned", "The AI Plus forum on Tuesday heard 20 speakers."),
]  # fmt: skip

OF_REPORTS = [
    # A heading of results and clauses that end with a state make a look back.
    ("unified-market", "progress",
     "四是营商环境持续优化。落实全国统一大市场建设指引。清理政策393件，建立报备机制。"),
    ("unified-market", "pledged", "四是持续优化营商环境。落实全国统一大市场建设指引。清理有关政策，建立报备机制。"),
    ("new-industrialization", "progress", "区域协调性不断增强。全面推进新型工业化。产能稳步提升，农民收入较快增长。"),
    ("new-industrialization", "pledged", "不断增强区域协调性。全面推进新型工业化。稳步提升产能，促进收入较快增长。"),
    # What others required is carried out.
    ("unified-market", "progress",
     "认真落实全国统一大市场建设部署要求，通报案例22个。建成公共平台39个，外贸增长18.5%。"),
    # It reports which papers came out, and plans which will.
    ("ai-plus", "issued", "出台“人工智能+”行动方案，推出空中游览线路。城镇新增就业31.7万人，居民收入稳步提高。"),
    ("ai-plus", "pledged", "要出台“人工智能+”行动方案，推出空中游览线路。力争城镇新增就业30万人左右。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "sentence"), [*REPORTED, *MEASURED])
def test_plans_and_results_are_distinguished(initiative: str, act: str, sentence: str) -> None:
    assert said(sentence, initiative).act == act


@pytest.mark.parametrize(("initiative", "act", "text"), OF_REPORTS)
def test_a_report_looks_back_where_its_clauses_end_with_what_came_about(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative, "2026年某某省政府工作报告", published=date(2026, 1, 20)).act == act


LISTS = [
    # One theme of a paper on something else is not its subject.
    ("MIIT lists quality tasks for 2025, smart manufacturing among them",
     "The ministry published a notice on quality work in 2025. Among other things, smart manufacturing will grow.",
     "pledged"),
    ("MIIT issues notice on smart manufacturing",
     "The ministry published a notice on Tuesday. Among other things, smart manufacturing will be fostered.", "issued"),
    ("Standard on data approved",
     "A standard was approved on Dec. 2 by the regulator.\nA plan of the State Council on smart manufacturing had "
     "asked for such a standard.", "mentioned"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "act"), LISTS)
def test_a_paper_is_on_what_it_is_on(title: str, text: str, act: str) -> None:
    assert said(text, "smart-manufacturing", title).act == act
