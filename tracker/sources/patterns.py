"""Generalise the addresses of a list's rows to the patterns `accept` and `key` of a declaration."""

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

from spiders.rows import Row

_PART = re.compile(r"WS[0-9a-f]{24}|[0-9a-f]{32}|[A-Za-z]*\d[A-Za-z\d]*|[A-Za-z]+|[^A-Za-z\d]")
_IDS = ("WS[0-9a-f]{24}", "[0-9a-f]{32}")
_DAY = re.compile(r"(?:199|20[0-4])\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)?")
_NUMBERED = re.compile(r"[A-Za-z]{0,3}[-_]?\d|[0-9a-f]{32}|WS[0-9a-f]{24}")
_NUMBER = re.compile(r"(\\d(?:\+|\{\d\}))")
_VARIES = re.compile(r"\\d|\\w|\[0-9a-f\]")
_DAY_ALONE = re.compile(r"\\d\{\d\}(?:[-_]\\d\+)*$")
_FORMS = 3
_MOST, _LEAST = 0.8, 0.1


def addresses(rows: Sequence[Row], hosts: Sequence[str]) -> list[str]:
    """Return the addresses of rows that lead to `hosts`; where most have a date, without the others: a menu's."""
    here = [row for row in rows if urlsplit(row.url).hostname in hosts]
    dated = [row for row in here if row.date]
    return [row.url for row in (dated if len(dated) * 2 > len(here) else here)]


def accept(urls: Sequence[str], hosts: Sequence[str]) -> str:
    """Return a pattern for addresses like `urls` on `hosts`; folders before the first number may have any name."""
    return f"^https?://{_either([_literal(host) for host in hosts])}/(.+/)?{_either(_tails(urls))}$"


def key(urls: Sequence[str]) -> str | None:
    """Return a pattern whose group 1 names each of `urls` by its last part with a number; None without one."""
    names = [name for tail in _tails(urls) if (name := _name(tail))]
    pattern = rf"/({'|'.join(dict.fromkeys(names))})\b"
    named = {url: found[1] for url in urls if (found := re.search(pattern, url))}
    apart = len(set(named.values())) == len(named) >= len(set(urls)) * _MOST
    return pattern if names and apart else None


def _either(patterns: Sequence[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"({'|'.join(patterns)})"


def _name(tail: str) -> str | None:
    numbered = [step for step in tail.split("/") if _VARIES.search(step) and not _DAY_ALONE.match(step)]
    return re.sub(r"\\\.\w+$", "", numbered[-1]) if numbered and r"\?" not in tail else None


def _tails(urls: Sequence[str]) -> list[str]:
    """Return the most common forms after the folders in the addresses; with wildcards where words differ much."""
    for general in (_exact, _open):
        forms: dict[str, list[str]] = {}
        for url in urls:
            tail = _tail(url, general)
            forms.setdefault(_NUMBER.sub(r"\\d+", tail), []).append(tail)
        often = sorted((found for found in forms.values() if len(found) >= len(urls) * _LEAST), key=len)[-_FORMS:]
        few = len(forms) == 1 or len(often) * 2 <= len(urls)
        if few and sum(map(len, often)) >= len(urls) * _MOST:
            break
    return [_merged(found) for found in reversed(often)] or [r"[^/]+"]


def _merged(tails: Iterable[str]) -> str:
    """Merge tails that differ in how many digits a number has."""
    columns = zip(*(_NUMBER.split(tail) for tail in tails), strict=True)
    return "".join(column[0] if len(set(column)) == 1 else r"\d+" for column in columns)


def _tail(url: str, general: Callable[[str], str]) -> str:
    parts = urlsplit(url)
    steps = (parts.path + (f"?{parts.query}" if parts.query else "")).lstrip("/").split("/")
    first = next((at for at, step in enumerate(steps) if _NUMBERED.match(step)), len(steps) - 1)
    return "/".join(general(step) for step in steps[first:])


def _exact(step: str) -> str:
    return "".join(_general(part) for part in _PART.findall(step))


def _open(step: str) -> str:
    """Return the step of the address with wildcards for its words, except the ending."""
    stem, dot, ending = step.rpartition(".")
    if not re.search(r"[A-Za-z]{4}", stem or ending):
        return _exact(step)
    return r"[^/]+" + (_literal(dot + ending) if stem else "")


def _general(part: str) -> str:
    if same := next((form for form in _IDS if re.fullmatch(form, part)), None):
        return same
    if numbered := re.fullmatch(r"([A-Za-z]{0,3})(\d+)", part):
        word, digits = numbered.groups()
        return word + (rf"\d{{{len(digits)}}}" if _DAY.fullmatch(digits) else r"\d+")
    return r"\w+" if re.search(r"\d", part) else _literal(part)


def _literal(text: str) -> str:
    return re.sub(r"([.+*?()\[\]{}|^$\\])", r"\\\1", text)
