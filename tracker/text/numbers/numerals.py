"""Parse numerals: digits, Chinese numerals and English number words, with their multiples."""

import re

CHINESE_DIGITS = {"零": 0, "〇": 0, "两": 2} | {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}
CHINESE_TENS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}

MULTIPLES = {
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
    "trillion": 1e12,
    "trln": 1e12,
    "trn": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bln": 1e9,
    "million": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "thousand": 1e3,
    "hundred": 1e2,
    "dozen": 12.0,
}

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = {"a": 1} | {word: n for n, word in enumerate(_ONES.split(), 1)}
ENGLISH |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}

# A run of digits is read from its beginning and never longer than this, so that no text makes it slow.
DIGITS = r"(?<![\d.])(?<!\d,)(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?(?!\d)"
CHINESE = r"(?<![一二两三四五六七八九十百千零〇])[一二两三四五六七八九十百千零〇]{1,9}"
CHINESE_DECIMAL = rf"{CHINESE}(?:点[一二三四五六七八九零〇]{{1,4}})?"
WORDS = rf"(?:(?:{_TENS.replace(' ', '|')})-(?:{'|'.join(list(ENGLISH)[1:10])})|(?:{'|'.join(list(ENGLISH)[1:])})\b)"


def number(written: str) -> float:
    """Return the value of a number without its multiple: `1,806.3`, `三十五`, `四十七点六`, `twenty-five`.

    Raise KeyError for a word that is not a number.
    """
    if written[0].isdecimal():
        return float(written.replace(",", ""))
    if written[0] in CHINESE_DIGITS or written[0] in CHINESE_TENS:
        whole, _, decimals = written.partition("点")
        return float(f"{chinese(whole)}.{chinese(decimals or '零'):0{len(decimals)}}")
    return float(sum(ENGLISH[part] for part in written.lower().split("-")))


def chinese(written: str) -> int:
    """Return the value of a Chinese numeral: 十二 is 12, 一百零五 is 105, 二〇二五 is 2025."""
    if not set(written) & set(CHINESE_TENS):
        return int("".join(str(CHINESE_DIGITS[sign]) for sign in written))
    total = section = digit = 0
    for sign in written:
        if sign in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[sign]
        elif (ten := CHINESE_TENS[sign]) >= CHINESE_TENS["万"]:
            total = (total + section + digit) * ten
            section = digit = 0
        else:
            section += (digit or 1) * ten
            digit = 0
    return total + section + digit


# Units of power and energy in kilowatts and kilowatt-hours, for texts that write one amount in two units.
KILOWATTS = re.compile(r"(GW|吉瓦|gigawatt)|(MW|兆瓦|megawatt)", re.IGNORECASE)
# Floating-point operations a second: 9,800 EFLOPS is 每秒9800百亿亿次浮点运算.
FLOPS = re.compile(r"(EFLOPS|百亿亿次)|(PFLOPS|千万亿次)", re.IGNORECASE)


def in_base_unit(value: float, unit: str) -> float:
    """Return a value with its multiple multiplied out, power in kilowatts (12.5 GW is 1250 万千瓦), speed in FLOPS."""
    if speed := FLOPS.search(unit):
        return float(f"{value * (1e18 if speed[1] else 1e15):.9g}")
    m = KILOWATTS.search(unit)
    return float(f"{multiplied(value, unit) * (1 if not m else 1e6 if m[1] else 1e3):.9g}")


# Units of which 千 is a part.
WITH_THOUSAND = ("千米", "千克", "千瓦")


def multiplied(value: float, unit: str) -> float:
    """Return a value with the multiple of its unit multiplied out: 110 万辆 is 1,100,000."""
    if unit.startswith(WITH_THOUSAND):
        return float(f"{value:.9g}")
    multiple = next((factor for word, factor in MULTIPLES.items() if unit.startswith(word)), 1.0)
    return float(f"{value * multiple:.9g}")
