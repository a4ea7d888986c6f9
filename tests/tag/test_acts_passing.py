"""Test sentences that name an initiative only in passing, beside sentences of the same words that do more."""

import pytest

from tests.tag.sayings import said

CHINESE = [
    # Visits, things that people hear about, and the content of a paper of another year.
    ("quantum", "progress", "量子信息等前沿方向重大原创成果持续涌现，令人振奋，研究已居全球前列。"),
    # A total so far is not a target.
    ("charging-infrastructure", "progress", "截止到2025年1月底，全国充电基础设施累计数量为1321.3万台。"),
    # A proposed list is a plan, and so is the aim of a meeting.
    ("quantum", "pledged", "总理提出一批未来产业，包括量子科技等。"),
    ("industrial-chain-resilience", "pledged", "会议从提升产业链供应链韧性等方面确定了多项工作。"),
    ("new-energy-vehicles", "progress", "主要表现在，产业有新进展；新能源汽车年产量突破1300万辆。"),
    # Among examples a plan is a plan.
    ("low-altitude-economy", "pledged", "例如，低空经济将纳入交通规划。"),
    # Something praised, aimed at, asked about at a meeting, or a part of an event.
    ("quantum", "mentioned", "“祖冲之三号”超导量子计算机今天上线。"),
]

ENGLISH = [
    ("quantum", "pledged", "The city will foster fields such as chips and quantum technology."),
    (
        "quantum",
        "pledged",
        "It vowed to nurture a group of strong firms in frontier fields such as quantum technology.",
    ),
    ("anti-involution", "pledged", "The ministry held a meeting to address involution among carmakers."),
    ("anti-involution", "pledged", "The talks focused on ending disorderly competition in the sector."),
    # A paper of its own says what it is for.
    (
        "new-quality-productive-forces",
        "pledged",
        "These rules have been formulated in order to create new quality productive forces.",
    ),
]

# A denied statement names the initiative and no more.
DENIED = [
    ("six-g", "China has not yet launched the 6G pilot."),
    ("commercial-space", "No new guideline on commercial spaceflight has been issued so far."),
    ("humanoid-robots", "MIIT has not issued any guideline on humanoid robots."),
    ("new-energy-vehicles", "China will not launch a new subsidy scheme for new-energy vehicles."),
    ("low-altitude-economy", "MIIT denied reports that it had launched a new low-altitude economy pilot."),
    ("low-altitude-economy", "Reports that MIIT issued new low-altitude economy rules are false, the ministry said."),
    # Nor is what is put off, or may come.
    ("low-altitude-economy", "工信部推迟发布低空经济规划。"),
    ("new-energy-vehicles", "工信部暂缓出台新能源汽车新规。"),
    ("ai-manufacturing", "MIIT postponed the launch of its AI Plus manufacturing pilot."),
    ("ai-manufacturing", "The release of the plan for AI Plus manufacturing was delayed by a year."),
    ("ai-plus", "A new AI Plus action plan may be issued next year, analysts said."),
    ("humanoid-robots", "The ministry won't issue a guideline on humanoid robots this year."),
    ("low-altitude-economy", "The ministry has yet to issue its guideline on the low-altitude economy."),
    ("new-energy-storage", "The NDRC stopped short of issuing a plan for new-type energy storage."),
    ("high-tech-zones", "The ministry refused to approve national high-tech zones."),
    ("high-tech-zones", "The ministry said no new high-tech zones would be approved."),
    ("humanoid-robots", "The government has no plans to launch a pilot for humanoid robots."),
    # Nor is a look back, or a publication by scientists.
    ("ai-plus", "《关于深入实施“人工智能+”行动的意见》明天将满一周年。"),
    ("ai-plus", "今年是《“人工智能+”行动意见》发布一周年。"),
    ("made-in-china-2025", "This year marks the tenth anniversary of the launch of Made in China 2025."),
    ("six-g", "Five years after the government launched the 6G programme, its experts met in Beijing."),
    # A headline that asks how something is done does not say that it is done.
    ("humanoid-robots", "How China's government is supercharging the rise of humanoid robots"),
    ("quantum", "Scientists in Hefei published a paper on quantum computing in the journal Nature on Monday."),
]


@pytest.mark.parametrize(("initiative", "text"), DENIED)
def test_what_is_denied_is_not_reported(initiative: str, text: str) -> None:
    assert said(text, initiative).act == "mentioned"


@pytest.mark.parametrize(("initiative", "act", "text"), CHINESE + ENGLISH)
def test_a_sentence_that_names_in_passing(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


PASSAGES = [
    # A long paragraph of news shows by itself whether it looks back.
    (
        "progress",
        "今年以来，全市规模以上工业增加值增长8.6%，比上年同期高1.2个百分点，完成工业投资1286亿元。"
        "推进智能制造，改造产线1237条，新增上云企业2318家，关键工序数控化率提高到68.4%，"
        "单位产值能耗下降5.3%，带动就业3.12万人，重点企业订单同比增长11.7%，库存周转加快2.4天。\n"
        "下一步，要加快改造，推进绿色制造，培育企业，做好服务。",
    ),
    # A speaker who stresses or proposes asks for what follows.
    ("pledged", "会议提出，优化布局，推进智能制造，培育标杆企业。"),
    # A paper's own targets stay targets beside words of a look back.
    ("pledged", "《规划》提出，到2030年，形成一大批智能制造企业，建成五个集群。"),
    # A look back at the beginning of a paper is not one of its demands.
    ("pledged", "《方案》中提出，推进智能制造，建设一批车间。"),
]


@pytest.mark.parametrize(("act", "text"), PASSAGES)
def test_a_passage_of_news_looks_back_or_ahead(act: str, text: str) -> None:
    assert said(text, "smart-manufacturing").act == act


ISSUED = [
    # A meeting passes it, a letter hands it over, a circular sets out the matters.
    "国务院常务会议审议通过关于加快氢能发展的意见。",
    "会议审议通过了加快推进氢能发展、更好支持转型的实施意见。",
    "我们编制了《氢能标准体系建设指南》。现印发给你们，请认真执行。",
    "现就做好氢能示范有关事项通知如下。",
    "The matters concerning the hydrogen energy pilot are hereby notified as follows.",
    "According to a guideline on hydrogen energy released on Monday, stations will be built.",
    "The ministry released a plan for hydrogen energy, specifying where stations will stand.",
    "工信部9月1日发布的《氢能标准体系建设指南》提出，到2030年形成体系。",
    "工信部发文加快氢能布局。",
    "财政部正式出台文件，安排资金，支持氢能发展。",
    "为落实部署，加快氢能发展，现将有关工作通知如下：",
    "为推动我市氢能加快发展，制定本实施方案。",
    "为加快推动氢能发展，编制本规划。",
    "The ministry released an announcement on hydrogen energy pilots on Monday.",
    "Released by the NDRC and the NEA on Friday, the plan also aims to build hydrogen energy stations.",
]
NOT_ISSUED = [
    "We implemented the guidelines on hydrogen energy, issued an updated list, and cut fees.",
    "工信部透露，将联合有关部门印发《氢能标准体系建设指南》。",
    "氢能发展规划出台两个月来，各地动作不断。",
    "2023年发布的《氢能标准体系建设指南》提出，到2030年形成体系。",
    "A guideline on hydrogen energy released in January said that stations will be built.",
    "Last November, the ministry published a plan for hydrogen energy.",
    "The five-year plan for economic development, released in March, will foster hydrogen energy.",
    "The plan on hydrogen energy, released last year, will bring more stations.",
    "His remarks came as China released a guideline on hydrogen energy.",
    "为落实要求，扩大场景供给，推动大规模应用，加快氢能发展，制定本实施方案。",
]


@pytest.mark.parametrize(("text", "issued"), [(t, True) for t in ISSUED] + [(t, False) for t in NOT_ISSUED])
def test_a_paper_is_news_only_where_it_comes_out(text: str, issued: bool) -> None:
    assert (said(text, "hydrogen").act == "issued") is issued


CHOSEN = [
    ("little-giants", "designated", "全国累计培育专精特新“小巨人”企业1.4万家，其中今年新认定3012家。"),
    (
        "manufacturing-innovation-centers",
        "progress",
        "They host 60% of listed firms and 70% of national manufacturing innovation centers.",
    ),
    ("high-tech-zones", "mentioned", "National high-tech zones, first launched in 1988, are parks."),
    (
        "data-elements-x",
        "progress",
        "Growth has come since the country began a plan on data as a factor of production.",
    ),
    ("humanoid-robots", "pledged", "To nurture chips, embodied AI, and space, funds will be set up."),
    (
        "industrial-internet",
        "pledged",
        "Networks will be built, and an upgraded 5G Plus Industrial Internet will come.",
    ),
    ("industrial-chain-resilience", "pledged", "We will get firms to have a role in keeping industrial chains stable."),
    ("low-altitude-economy", "pledged", "Shanghai is gearing up for the low-altitude economy."),
    (
        "anti-involution",
        "pledged",
        "It is necessary to watch key issues and end disorderly competition by regulations.",
    ),
    ("unified-market", "pledged", "China has reaffirmed its support for a unified national market."),
    (
        "high-tech-zones",
        "progress",
        "Revenue of national high-tech zones is expected to exceed 48 trillion yuan in 2024.",
    ),
    ("ai-plus", "launched", "The meeting announced the comprehensive rollout of the AI Plus initiative."),
    ("new-energy-vehicles", "progress", "新能源汽车销量持续增长，出口成为新亮点。"),
]


@pytest.mark.parametrize(("initiative", "act", "text"), CHOSEN)
def test_a_selection_is_distinguished_from_a_stock(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act
