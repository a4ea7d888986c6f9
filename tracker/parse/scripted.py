"""Insert what a page's scripts write as it loads, string literals of document.write, where a reader sees it."""

import re
from bisect import bisect
from collections.abc import Iterator
from html import escape, unescape
from itertools import islice

_SCRIPTS, _LITERALS, _SCRIPT_MOST = 60, 12, 20_000
_WRITES = "document.write"
_BEGIN, _END = re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)
_WRITTEN = re.compile(
    r"document\.write(?:ln)?\s*\(\s*(?:'((?:[^'\\\n]|\\.){1,2000})'|\"((?:[^\"\\\n]|\\.){1,2000})\")\s*\)"
)
_JOINED = re.compile(
    r"document\.write(?:ln)?\s*\(\s*(?:'((?:[^'\\\n]|\\.){0,200})'|\"((?:[^\"\\\n]|\\.){0,200})\")\s*\+\s*"
    r"(\w{1,40})\s*(?:\+\s*(?:'[^'\n]{0,200}'|\"[^\"\n]{0,200}\")\s*)?\)"
)
_SET = re.compile(r"\bvar\s+(\w{1,40})\s*=\s*(?:'((?:[^'\\\n]|\\.){1,200})'|\"((?:[^\"\\\n]|\\.){1,200})\")")
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_BLANKS = {"n": " ", "t": " ", "r": " "}
_LINK = re.compile(r"<(?:a|script|iframe)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def with_written(markup: str) -> str:
    """Return `markup` with the words that its inline scripts write, each after its script.

    If a script chooses among literals, those that add nothing are left out. A literal may be joined to a variable that
    the script itself sets to a literal, as in "来源：" + name. Other texts built from variables are unknown, and
    written links are not text.
    """
    parts, end = [], 0
    for script in islice(_writing(markup), _SCRIPTS) if _WRITES in markup else ():
        if not _in_comment(markup, script.start):
            words = "".join(f"<span>{escape(text)}</span>" for text in _texts(markup[script.start : script.stop]))
            parts += [markup[end : script.stop], words]
            end = script.stop
    return "".join((*parts, markup[end:]))


def _writing(markup: str) -> Iterator[range]:
    """Yield the positions of scripts that write something, with their tags.

    They are found by their ends, so that markup without ends costs no more than other markup.
    """
    begins = [at.start() for at in _BEGIN.finditer(markup)]
    for ending in _END.finditer(markup):
        before = bisect(begins, ending.start())
        start = begins[before - 1] if before else ending.start()
        if _WRITES in markup[start : min(ending.start(), start + _SCRIPT_MOST)]:
            yield range(start, ending.end())


def _in_comment(markup: str, at: int) -> bool:
    return markup.rfind("<!--", 0, at) > markup.rfind("-->", 0, at)


def _texts(script: str) -> list[str]:
    script = script[:_SCRIPT_MOST]
    literals = [match[1] or match[2] for match in islice(_WRITTEN.finditer(script), _LITERALS)]
    values = {match[1]: match[2] or match[3] for match in islice(_SET.finditer(script), _LITERALS)}
    joined = (
        f"{match[1] or match[2] or ''}{values[match[3]]}"
        for match in islice(_JOINED.finditer(script), _LITERALS)
        if match[3] in values
    )
    words = [_text(literal) for literal in (*literals, *joined) if not _LINK.search(literal)]
    texts = list(dict.fromkeys(filter(None, words)))
    return [text for text in texts if not any(text in other for other in texts if other != text)]


def _text(literal: str) -> str:
    """Return the words of a literal on one line, without surrogate halves, which no page can contain."""
    words = " ".join(unescape(_TAG.sub(" ", _ESCAPED.sub(_sign, literal))).split())
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _sign(match: re.Match[str]) -> str:
    sign = match[1]
    return chr(int(sign[1:], 16)) if len(sign) > 1 else _BLANKS.get(sign, sign)
