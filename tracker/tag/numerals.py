"""Numbers as they are written: digits, Chinese numerals, English number words, with their multiples."""

import re

CHINESE_DIGITS = {"零": 0, "〇": 0, "两": 2} | {c: n for n, c in enumerate("一二三四五六七八九", 1)}
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
    "billion": 1e9,
    "million": 1e6,
    "thousand": 1e3,
    "hundred": 1e2,
    "dozen": 12.0,
}

UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
UNITS += "sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH = {word: n for n, word in enumerate(UNITS, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = rf"(?:(?:{'|'.join(TENS)})-(?:{'|'.join(UNITS[:9])})|{'|'.join(sorted(ENGLISH, key=len, reverse=True))})"


def number(written: str) -> float:
    """The value of a number without its multiple: `1,806.3`, `三十五`, `twenty-five`.

    Raises ValueError for anything else.
    """
    if re.fullmatch(DIGITS, written):
        return float(written.replace(",", ""))
    if written[0] in CHINESE_DIGITS or written[0] in CHINESE_TENS:
        return float(chinese(written))
    parts = written.lower().split("-")
    if all(part in ENGLISH for part in parts):
        return float(sum(ENGLISH[part] for part in parts))
    raise ValueError(f"{written!r} is no number that we read")


def chinese(written: str) -> int:
    """The value of a Chinese numeral: 十二 is 12, 一百零五 is 105, 二〇二五 is 2025."""
    if not set(written) & set(CHINESE_TENS):
        return int("".join(str(CHINESE_DIGITS[c]) for c in written))
    total = section = digit = 0
    for character in written:
        if character in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[character]
        elif (ten := CHINESE_TENS[character]) >= 10_000:
            total = (total + section + digit) * ten
            section = digit = 0
        else:
            section += (digit or 1) * ten
            digit = 0
    return total + section + digit
