"""What many texts of a few days tell of: a named summit that opens, the centre's yearly conference, an instruction."""

import re

WITHIN = 240
# 2019工业互联网全球峰会在沈阳开幕, 向2019工业互联网全球峰会致贺信: the event itself, not what is shown there.
NAMED = r"20\d\d年?(?:第[一二三四五六七八九十]+届)?[^，。；：、\s《》]{2,18}?(?:峰会|大会|博览会|论坛)"
OPENS = re.compile(rf"(?P<opened>{NAMED})[^，。；]{{0,14}}(?:开幕|召开|举行)|向(?P<greeted>{NAMED})致(?:贺信|信)")
# 中央经济工作会议在京举行, 在中央经济工作会议上: once a year; what is done in its spirit is told for months.
YEARLY = {
    "zh": re.compile(r"中央(?P<name>经济|农村)工作会议(?:上|[^，。；]{0,16}(?:举行|召开|闭幕))"),
    "en": re.compile(
        r"\b[Cc]entral (?P<name>[Ee]conomic|[Rr]ural) [Ww]ork [Cc]onference\b[^.;]{0,40}\b(?:held|concluded|convened)"
    ),
}
RURAL = "农rR"
# 就 X 作出重要指示, 会上传达了重要指示; in a recent instruction on X.
INSTRUCTS = {
    "zh": re.compile(r"(?:作出|传达)了?[^，。；]{0,8}重要指示"),
    "en": re.compile(r"\binstructions? (?:on|was read|were read)\b"),
}

Occasion = tuple[str, str, str]


def gatherings(headline: str, head: str, language: str) -> set[Occasion]:
    """The occasions of this kind that the beginning of a plain text reports: (kind, name, "")."""
    top = f"{headline}\n{head[:WITHIN]}" if language == "zh" else head
    named = {m["opened"] or m["greeted"] for m in OPENS.finditer(top)} if language == "zh" else set()
    yearly = YEARLY[language].search(top)
    return (
        {("summit", name, "") for name in named}
        | ({("centre", "rural" if yearly["name"][0] in RURAL else "economic", "")} if yearly else set())
        | ({("instruction", "", "")} if INSTRUCTS[language].search(top) else set())
    )
