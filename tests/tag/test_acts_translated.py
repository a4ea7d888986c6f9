"""Test English sentences as translations and newspapers write them, with similar Chinese ones."""

from datetime import date

import pytest

from tests.tag.sayings import said

NEWS = [
    # A planned announcement, and not a paper; the content of a paper, behind its issuers; a headline's other theme.
    ("quantum", "pledged",
     "The regulator announced at a forum that its listing rules will be widened to cover quantum technology."),
    ("advanced-manufacturing-clusters", "pledged",
     "The guideline on the toy industry, jointly released by six departments, calls for building "
     "advanced manufacturing clusters."),
    ("new-industrialization", "pledged",
     "The State Council held a meeting that heard reports on harvests and schools, studied work on advancing new "
     "industrialization, and adopted draft rules on ferries."),
    ("unified-market", "pledged",
     "The State Council issued an action plan on rural roads and made it clear that it will advance "
     "the unified national market."),
    # Counted, above a size; an added value.
    ("little-giants", "progress",
     'The added value of "little giant" enterprises above designated size rose 8.1 percent in the first quarter.'),
    ("low-altitude-economy", "progress",
     "Shenzhen has opened 1,200 new routes this year in fields such as the low-altitude economy."),
    ("new-materials", "progress",
     "Emerging industries are rising fast, including power batteries and new materials."),
    ("computing-infrastructure", "progress",
     "The construction of new networks, including computing power networks, is also gathering speed."),
    ("bio-manufacturing", "progress",
     "Emerging industries including bio-manufacturing, drones and robotics grew rapidly last year."),
    ("new-quality-productive-forces", "progress", "The fostering of new quality productive forces accelerated."),
    ("new-energy-vehicles", "progress",
     "From January to May, the output value of the city's new energy vehicles was 91 billion yuan."),
    ("equipment-renewal", "progress",
     "Demand has continued to be released by policies such as trade-ins of consumer goods, and sales grew."),
    ("sme-digitalization", "progress",
     "The county has set aside 30 million yuan, making every effort to push the digital transformation of SMEs."),
    ("industrial-internet", "progress", "Industrial internet platforms connect more than 90 million machines."),
    ("new-energy-vehicles", "progress",
     "Industries such as chips and new energy vehicles all maintained double-digit growth in sales."),
    # Requests, lists, drafts, readiness, and plans for several things.
    ("smart-manufacturing", "pledged",
     "With the development of smart manufacturing as the main direction, he urged firms to do more."),
    ("future-industries", "pledged", "The committee suggested accelerating the cultivation of future industries."),
    ("quantum", "pledged",
     "The report said that China listed drones side by side with quantum technology as key industries."),
    ("green-manufacturing", "pledged", "The ministry has drafted opinions on green manufacturing of pumps."),
    ("low-altitude-economy", "pledged", "China is willing to explore the low-altitude economy with its neighbours."),
    ("new-energy-vehicles", "pledged",
     "Demand will be steadied and expanded, and sales of goods such as new energy vehicles will be lifted."),
    ("bio-manufacturing", "pledged", "Create several strategic industries such as bio-manufacturing and drones."),
    ("new-materials", "pledged",
     "Targeting industries such as new materials, it aims to create engines of growth."),
    ("humanoid-robots", "pledged", "The measures cover six areas, including humanoid robots, and aim to lead by 2030."),
    ("new-energy-vehicles", "progress",
     "To lift demand, the ministry allocated 9 billion yuan in two batches to support new energy vehicles."),
]  # fmt: skip

# Headlines of what is to come, and what is only meant for something else.
TO_COME = [
    ("green-manufacturing", "pledged", "Green factories to make up 40 pct of output by 2030"),
    ("charging-infrastructure", "pledged", "China's charging network to cover all counties by 2027"),
    ("quantum", "pledged", "China seeks breakthroughs in quantum technology"),
    ("low-altitude-economy", "pledged", "Guangdong pins hopes on low-altitude economy"),
    ("humanoid-robots", "pledged", "No more than 30 humanoid robots will be bought this year."),
    ("low-altitude-economy", "pledged", "These measures are formulated in order to regulate the low-altitude economy."),
    ("low-altitude-economy", "mentioned",
     "These measures are formulated in order to ensure safety and promote the low-altitude economy."),
    ("humanoid-robots", "pledged",
     "The rules were drafted to protect consumers, and the ministry will promote humanoid robots."),
    ("smart-manufacturing", "mentioned", "Smart manufacturing demands skilled welders."),
    ("hydrogen", "pledged", "Under an action plan of 2023, the city will build hydrogen energy stations."),
    ("hydrogen", "issued", "Under an action plan issued on Monday, the city will build hydrogen energy stations."),
    ("smart-manufacturing", "pledged",
     "The ministry plans to let 20 more cities join the pilot of smart manufacturing."),
]  # fmt: skip

BESIDE = [
    # Traded, guessed at, denied.
    ("equipment-renewal", "Neither the ministry nor its offices had ever issued a notice on trade-in subsidies."),
]  # fmt: skip

CHINESE = [
    ("internet-plus", "progress", "百年来，特别是改革实施以来，这里弘扬传统，加快建设“互联网+”科创高地。"),
    ("data-elements-x", "progress", "党中央重视信息化，作出一系列决策部署，设施不断完善，数据要素潜能持续释放。"),
    ("new-materials", "pledged", "九部门联合下发通知，我国将加快新能源、新材料、生物技术等领域产品攻关。"),
    ("advanced-manufacturing-clusters", "pledged", "这个大省，今年将深入实施先进制造业集群培育行动，支持一批企业。"),
    ("low-altitude-economy", "pledged",
     "报纸解读八部门此前印发的《关于低空经济的意见》。《意见》提出，到2027年，建成100个起降点。"),
]  # fmt: skip


@pytest.mark.parametrize(("initiative", "act", "text"), [*NEWS, *CHINESE, *TO_COME])
def test_a_translation_reports_what_is_done(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


@pytest.mark.parametrize(("initiative", "text"), BESIDE)
def test_a_translation_names_in_passing(initiative: str, text: str) -> None:
    assert said(text, initiative).act == "mentioned"


@pytest.mark.parametrize("published", [date(2025, 9, 3), None])
def test_a_paper_of_earlier_is_no_news(published: date | None) -> None:
    text = 'In March 2025, the State Council issued the Opinions on the "AI Plus" Initiative.'
    assert said(text, "ai-plus", published=published).act != "issued"


def test_a_paper_of_a_year_is_not_news_where_no_day_is_known() -> None:
    text = "A plan on computing power infrastructure, issued by the ministry in 2023, set the goal of 300 EFLOPS."
    assert said(text, "computing-infrastructure", published=None).act != "issued"


def test_papers_that_will_be_released_are_no_news() -> None:
    text = "A series of policies will be intensively released soon, including a plan on new energy vehicles."
    assert said(text, "new-energy-vehicles").act != "issued"


def test_a_paper_reported_not_long_ago_is_not_news() -> None:
    text = "Not long ago, the ministry issued the Guiding Opinions on Humanoid Robots, which said much."
    assert said(text, "humanoid-robots").act != "issued"


def test_a_paper_named_deep_in_a_report_is_not_its_subject() -> None:
    text = (
        "Hubei is seizing the day to build a cluster of new energy vehicles.\n"
        + "A car rolls off the line every two minutes, and buyers queue at the gate. " * 12
        + "\nThe province has also rolled out a package of policies to help makers hire."
    )
    assert said(text, "new-energy-vehicles").act != "issued"
