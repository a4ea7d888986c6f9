"""Tests amounts as people write them: value and unit, with the multiple in the unit or multiplied out for a count."""

import pytest

from tracker.text.numbers.numerals import in_base_unit
from tracker.text.numbers.quantities import quantities

AMOUNTS = [
    ("C¥3 tn", ["3 trillion yuan"]),
    ("CN¥3bn", ["3 billion yuan"]),
    ("CNY 3.2bn in funds", ["3.2 billion yuan"]),
    ("a fund of RMB 500m.", ["500 million yuan"]),
    ("RMB 1.2 trn", ["1.2 trillion yuan"]),
    ("3.2 billion yuan", ["3.2 billion yuan"]),
    ("3.2B yuan", ["3.2 billion yuan"]),
    ("US$1.5tn", ["1.5 trillion dollars"]),
    ("US$ 3 billion", ["3 billion dollars"]),
    ("USD 40m", ["40 million dollars"]),
    ("EUR 3bn", ["3 billion euros"]),
    ("a $500m fund", ["500 million dollars"]),
    ("¥300亿", ["300 亿元"]),
    ("￥3000亿元", ["3000 亿元"]),
    ("RMB 300亿元", ["300 亿元"]),
    ("人民币3000亿元", ["3000 亿元"]),
    ("逾3,000亿元", ["3000 亿元"]),
    ("200亿+元", ["200 亿元"]),
    (">100K", ["100000 count"]),
    (">100K units", ["100000 count"]),
    ("100K+", ["100000 count"]),
    ("100K+ NEVs", ["100000 count"]),
    ("500k vehicles", ["500000 count"]),
    ("over 1.5m charging piles", ["1500000 count"]),
    ("exports exceeded 2m.", ["2000000 count"]),
    ("sales: 10.93m (+26%)", ["10930000 count", "26 %"]),
    ("140k small and clever firms", ["140000 count"]),
    ("2.3mn units", ["2300000 count"]),
    ("100+ zones", ["100 count"]),
    ("100,000+ charging piles", ["100000 count"]),
    ("10万辆", ["10 万辆"]),
    ("10万+辆", ["10 万辆"]),
    ("约1.2万余家", ["12000 count"]),
    ("1.2万+家", ["12000 count"]),
    # Speeds, places, launches, and totals that are nothing but a number.
    ("at up to 50 km per hour", ["50 km per hour"]),
    ("80km/h", ["80 km/h"]),
    ("125,000 metric tons", ["125000 metric tons"]),
    ("2,000 kilograms a day", ["2000 kilograms"]),
    ("200 square kilometers", ["200 square kilometers"]),
    ("车速为50千米/小时", ["50 千米/小时"]),
    ("在上海、江苏等5地开展试点", ["5 count"]),
    ("智能算力突破4000P", ["4000 P"]),
    ("支持1080P视频", []),
    ("全年航天发射92次", ["92 次"]),
    ("第3次会议开了2次", []),
    ("连接设备超亿台。", ["10000 万台"]),
    ("布局六大未来产业", ["6 count"]),
    ("the number of zones rose to 11.", ["11 count"]),
    ("from June 5 to 11.", []),
    ("It is now above 14,000.", ["14000 count"]),
    ("12 of the country's innovation centers", ["12 count"]),
    ("and more than 500 at the excellence level", ["500 count"]),
    # A letter that is not a multiple: screens, races, roads, networks.
    ("4K TVs", []),
    ("8K+", []),
    ("a 10K race", []),
    ("a 5m wide road", []),
    ("a road of 5m.", []),
    ("5G networks", []),
    ("10+ years", []),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS, ids=[text for text, _ in AMOUNTS])
def test_an_amount_has_its_value_and_unit(text: str, expected: list[str]) -> None:
    assert [f"{value:.12g} {found.unit}" for found in quantities(text) for value in found.values] == expected


# A count may leave out its noun; a share may be written in words.
ELLIPTICAL: list[tuple[str, list[str]]] = [
    ("It wants some 30 parks by 2027 and about 80 by 2030.", ["30 count", "80 count"]),
    ("Some 88 pilots were picked, after 52 in 2023 and 21 in 2022.", ["88 count", "52 count", "21 count"]),
    ("Sixteen plants passed, five of which make batteries.", ["16 count", "5 count"]),
    ("Of the 900 sites, of which some 350 were finished, most are public.", ["900 count", "350 count"]),
    ("The region must have 12 or more hubs.", ["12 count"]),
    ("Robot makers in the valley number 64.", ["64 count"]),
    ("Sites numbered 7,120 at the end of June.", ["7120 count"]),
    ("This makes 27, including a county.", ["27 count"]),
    ("The number of bases came to 29 with them.", ["29 count"]),
    ("The list of goods was widened from eight to 14, and the ceiling was raised from 30 to 45 percent.",
     ["14 count", "45 %"]),
    ("Drones flew 4.2 million hours.", ["4200000 count"]),
    ("It leads with 2,310 in operation.", ["2310 count"]),
    ("Hubei has 9, Hunan has 6, and Jiangxi and Anhui have 3 each.", ["9 count", "6 count", "3 count"]),
    ("It will add about 1,500 more.", ["1500 count"]),
    ("It has 84 of the \"advanced\" level.", ["84 count"]),
    ("Output rose by a quarter to make up two-fifths of the total.", ["25 %", "40 %"]),
    ("A dozen towns joined.", ["12 count"]),
    ("Goods bought before June 30, 2025 will be taxed.", []),
    # A part of a year is no share, a converted sum is said already, and pilots of projects are counted.
    ("The first three quarters saw rain, the last three quarters sun, and the next three quarters both.", []),
    ("It grew for three quarters running.", []),
    ("Three quarters of the rice was sold.", ["75 %"]),
    ("The fund holds 40 billion yuan, equivalent to some 5.6 billion dollars, or about $0.6 billion a year.",
     ["40 billion yuan", "0.6 billion dollars"]),
    ("It cost 7 million yuan (about US$1 million), equal to roughly $5 a head.", ["7 million yuan"]),
    ("Some 27 project sites and 3 project teams were shown.", ["27 count", "3 count"]),
    ("The yield will more than double by 2030 and is to double again, at double-digit rates.", ["2 times", "2 times"]),
    ("It doubled down on rice and has to double-check the double doors.", []),
    ("产量翻一番，价格翻两番。", ["2 倍", "4 倍"]),
    ("The 62 Project has six overarching objectives.", []),
    ("On May 3 in 2016, in a quarter of 2020, it was one of a dozen in the plan.", []),
    ("It fell in the first quarter, and a third of the goods was sold.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELLIPTICAL, ids=[text for text, _ in ELLIPTICAL])
def test_a_count_without_its_noun_and_a_share_in_words(text: str, expected: list[str]) -> None:
    assert [f"{value:.12g} {found.unit}" for found in quantities(text) for value in found.values] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("9,800 EFLOPS", "每秒9800百亿亿次浮点运算"), ("246EFLOPS", "246 EFLOPS"), ("12.5 GW", "1250万千瓦")],
)
def test_one_amount_in_two_units_is_one(one: str, other: str) -> None:
    [a], [b] = quantities(one), quantities(other)
    assert in_base_unit(a.values[0], a.unit) == in_base_unit(b.values[0], b.unit)
