"""Test English news in the present tense of headlines and digests."""

import pytest

from tests.tag.sayings import said

SENTENCES = [
    ("issued", "ai-plus", "The State Council approves a guideline on the AI Plus initiative."),
    ("issued", "ai-plus", "The State Council approved in principle a plan to implement the AI Plus initiative."),
    ("issued", "low-altitude-economy", "Guangdong passed regulations on the low-altitude economy."),
    ("launched", "humanoid-robots", "China has announced a digital ID system for domestically-made humanoid robots."),
    ("launched", "six-g", "The ministry has approved the 6 GHz band for 6G technology trials."),
    ("designated", "manufacturing-innovation-centers", "China greenlights two more national manufacturing innovation "
     "centers."),
    ("launched", "zero-carbon-parks", "NDRC opens applications for a second batch of zero-carbon parks."),
    ("pledged", "zero-carbon-parks", "The NDRC will open applications for a second batch of zero-carbon parks."),
    ("designated", "zero-carbon-parks", "China names 52 industrial parks in first batch of zero-carbon parks."),
    ("designated", "low-altitude-economy", "CAAC establishes low-altitude economy leading group."),
    ("pledged", "ai-plus", "China's AI Plus plan sets 70 percent target for 2027."),
    ("designated", "high-tech-zones", "The State Council approves four new national high-tech zones."),
    ("pledged", "hydrogen", "China ramps up hydrogen energy development."),
    ("pledged", "anti-involution", "China cracks down on involution-style competition in the solar sector."),
    ("progress", "humanoid-robots", "Shanghai opens China's first humanoid robot training center."),
    ("progress", "computing-infrastructure", "China breaks ground on a national computing power hub in Gansu."),
    ("progress", "computing-infrastructure", "Ningxia's computing power hub goes into operation."),
    ("progress", "new-energy-storage", "China's new-type energy storage capacity surpasses 100 GW."),
    ("progress", "low-altitude-economy", "China's low-altitude economy takes off."),
]  # fmt: skip


@pytest.mark.parametrize(("act", "initiative", "text"), SENTENCES)
def test_what_a_sentence_says_of_an_initiative(act: str, initiative: str, text: str) -> None:
    assert said(text, initiative).act == act
