"""Plain sentences of the daily news: statistics, shares, papers told by what they want, work under way."""

import pytest

from tests.sayings import said

PLAIN = [
    # What is counted or shared is progress, whoever counts it.
    ("new-energy-vehicles", "progress", "乘联分会发布数据，10月新能源汽车渗透率达55.2%。"),
    ("new-energy-storage", "progress", "我国新型储能装机占全球总装机的40%以上。"),
    ("new-energy-vehicles", "progress", "NEV sales were up 27.4 percent in July."),
    # A paper told by what it wants.
    ("smart-manufacturing", "issued", "工信部等八部门近日印发意见，推动智能制造高质量发展。"),
    ("high-tech-zones", "designated", "我省再添一家国家高新区。"),
    ("smart-manufacturing", "designated", "全市12家企业通过国家级智能工厂认定。"),
    ("little-giants", "designated", "苏州三家企业获评国家级专精特新“小巨人”企业。"),
    ("smart-manufacturing", "designated", "2026年度智能工厂名单揭晓。"),
    ("new-energy-vehicles", "progress", "China sold 12.9 million NEVs last year, up 35.5 percent."),
    ("humanoid-robots", "progress", "Beijing opened the country's first humanoid robot training center."),
    ("hydrogen", "progress", "China's largest green hydrogen project went into operation on Monday."),
    ("six-g", "progress", "China has made great strides in 6G."),
    ("low-altitude-economy", "mentioned", "低空经济成为两会热词。"),
    ("humanoid-robots", "issued", "MIIT put out a guideline on humanoid robots."),
    # A saying that holds always; a paper that is being written.
    ("new-quality-productive-forces", "mentioned", "发展新质生产力，人才是关键。"),
    ("six-g", "pledged", "工信部正在研究制定6G频谱规划。"),
    ("humanoid-robots", "mentioned", "Developing humanoid robots is key to growth, experts said."),
    ("unified-market", "mentioned", "The SCIO will hold a press conference on the unified national market on Friday."),
    ("hydrogen", "designated", "国家能源局确定41个氢能试点项目。"),
    ("commercial-space", "designated", "China sets up a commercial space department under the CNSA."),
    ("bio-manufacturing", "launched", "MIIT called for applications for bio-manufacturing pilot platforms."),
    ("hydrogen", "pledged", "The NEA began drafting a plan for hydrogen energy."),
    ("charging-infrastructure", "pledged", "Charging piles are projected to reach 1.2 million by 2027."),
    ("equipment-renewal", "launched", "The NDRC started the fourth round of the trade-in program on Monday."),
    (
        "manufacturing-innovation-centers",
        "designated",
        "MIIT approved three national manufacturing innovation centers.",
    ),
]


@pytest.mark.parametrize(("initiative", "act", "sentence"), PLAIN)
def test_a_plain_sentence_is_told_for_what_it_tells(initiative: str, act: str, sentence: str) -> None:
    """Each sentence stands alone, so that nothing around it can help."""
    assert said(sentence, initiative).act == act
