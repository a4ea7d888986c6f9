"""Test whose words they are: places called the city, unions, leaders by surname, other parties, a list of places."""

import pytest

from tests.tag.sayings import said

BODIES = [
    ("local", "Xi spoke in May. Hubei is a hub.\n"
     "This year, the city plans to build a base for the low-altitude economy."),
    ("local", "The municipal Bureau of Industry plans to subsidize the low-altitude economy."),
    ("local", "Xi sent a letter. "
     "The expo on the low-altitude economy is hosted by the governments of Wuhan and Xi'an."),
    ("local", "Xi made a speech.\nAt present, various places are opening routes for the low-altitude economy."),
    ("local", "Party organs met in the capital.\nHubei proposed to build a hub of the low-altitude economy."),
    ("local", "Since the 18th National Congress of the Communist Party of China, the province has built "
     "the low-altitude economy."),
    ("other", "The reporter learned from the China Drone Industry Federation that the low-altitude economy has grown."),
    ("other", "Li Na, a deputy and a welder at a mill in Wuxi, Jiangsu province, noted "
     "that the low-altitude economy grows."),
    ("other", "Wang Wu, speaking on behalf of the Central Committee of the Jiusan Society, suggested fostering "
     "the low-altitude economy."),
    ("cac", "To carry out the decisions and plans of the CPC Central Committee and the State Council, "
     "the Cyberspace Administration of China issued rules on the low-altitude economy."),
    ("state-council", "Ding Xuexiang, vice premier of the State Council, toured Hainan, guided by "
     "the Central Committee "
     "with Comrade Xi Jinping at its core.\n"
     "Ding visited a port. He stressed that the low-altitude economy should grow."),
    ("cpc", "The recommendations for the 15th Five-Year Plan call for planning of the low-altitude economy."),
    ("cpc", "Xi Jinping chaired the session. Li Qiang, a member of its bureau, attended the meeting.\n"
     "The low-altitude economy should be fostered."),
    ("local", "总书记指出了方向。\n工业大省辽宁，今年将培育低空经济。"),
    ("local", "总书记指出了方向。\n广东、广西协作从帮扶走向共创，共同探索低空经济。"),
    ("state-council", "李强表示，习近平主席将同你会晤。\n一是加强在低空经济等领域的合作。"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_whose_words_they_are(body: str, text: str) -> None:
    assert said(text, "low-altitude-economy").body == body
