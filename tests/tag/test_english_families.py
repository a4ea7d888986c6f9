"""Test English news by families of wording: names and roles, choices, starts and releases, and their days."""

from datetime import date

import pytest

from tests.tag.sayings import said

MONDAY = date(2025, 9, 1)
ACTS = [
    # A list or a batch that is announced is a choice, no matter what stands first.
    ("little-giants", "designated", 'A new batch of "little giant" companies was announced by the MIIT on Monday.'),
    ("green-manufacturing", "designated", "The list of green factories was released by the MIIT on Monday."),
    ("ai-pilot-zones", "designated", "Shanghai has been named a national AI pilot zone."),
    (
        "sme-digitalization",
        "designated",
        "A total of 101 cities have been selected for the SME digital transformation pilot.",
    ),
    (
        "intelligent-connected-vehicles",
        "designated",
        "Nine companies have been approved to conduct on-road pilots for intelligent connected vehicles.",
    ),
    ("green-manufacturing", "progress", "So far, 230 green factories have been recognized."),
    # A paper behind which its verb stands, and policies.
    ("green-manufacturing", "issued", "The action plan on green manufacturing was approved by the State Council."),
    (
        "intelligent-connected-vehicles",
        "issued",
        "The rules on intelligent connected vehicles, which will take effect on July 1, were released by the MIIT.",
    ),
    ("equipment-renewal", "issued", "The NDRC has rolled out policies to promote large-scale equipment upgrades."),
    # A start reported as a noun.
    ("six-g", "launched", "The launch of a pilot on 6G was announced on Monday."),
    ("ai-plus", "launched", "A launching ceremony for the AI Plus campaign was held in Beijing on Monday."),
    # Short forms.
    ("equipment-renewal", "pledged", '"We\'ll continue the consumer goods trade-in policy," he said.'),
    (
        "commercial-space",
        "pledged",
        "Priority will be given to sectors such as new materials and commercial spaceflight.",
    ),
    ("new-energy-vehicles", "progress", "NEV output is up 20 pct year on year."),
]
# Sentences that look like one of these, and are not.
ACTS += [
    ("ai-plus", "pledged", "The launch of the AI Plus initiative will boost growth."),
    ("smart-manufacturing", "mentioned", "The factory adopts smart manufacturing standards."),
    ("little-giants", "progress", "The company was named a little giant in 2021 and has expanded since then."),
    (
        "hydrogen",
        "issued",
        "Officials said the plan on hydrogen energy was released on Monday and that rumours are false.",
    ),
]
BODIES = [
    ("ndrc", "China's top planner vowed to develop the low-altitude economy."),
    ("caac", "The country's aviation regulator will promote the low-altitude economy."),
    ("miit", "The low-altitude economy will grow, the industry minister said."),
    ("other", "According to the International Energy Agency, the low-altitude economy will grow."),
    ("local", "The Guangxi Zhuang autonomous region will develop the low-altitude economy."),
    ("local", "Output grew. In Jiangsu, the low-altitude economy has created 3,000 jobs."),
    ("miit", "Output grew. In Jiangsu, the MIIT announced a plan for the low-altitude economy."),
    ("miit", "China Securities Journal reported that the MIIT will support the low-altitude economy."),
    (None, "Malaysia's transport minister praised China's low-altitude economy."),
    (None, "Former finance minister Lou Jiwei praised the low-altitude economy."),
    ("local", "Beijing unveiled a low-altitude economy plan for Yizhuang, as the United States leads the sector."),
    # Where other capitals are spoken of, Beijing is the central government, unless something is the city's.
    (None, "Beijing has vowed to develop the low-altitude economy to counter Washington."),
    ("local", "Beijing has launched a low-altitude economy plan, unlike Washington. The city has two airports."),
]
DAYS = [
    "A symposium held on Monday by the MIIT called for promoting humanoid robots.",
    "Delivering the Government Work Report on Monday, Premier Li Qiang said China will foster humanoid robots.",
]


@pytest.mark.parametrize(("initiative", "act", "text"), ACTS)
def test_the_act(initiative: str, act: str, text: str) -> None:
    assert said(text, initiative).act == act


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_the_body(body: str | None, text: str) -> None:
    assert said(text, "low-altitude-economy").body == body


@pytest.mark.parametrize("text", DAYS)
def test_the_day(text: str) -> None:
    assert said(text, "humanoid-robots").day == MONDAY
