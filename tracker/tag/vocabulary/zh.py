"""Chinese words that rows share: `{BEING}` in a row stands for what is written here."""

FRAGMENTS = {
    "BEING": r"(?<![要还但别其就而只若凡不总真一二三四五六七八九十])是(?!否)",
    "CLOSE": '[”"]?',
    "OPEN": '[“"]?',
}
