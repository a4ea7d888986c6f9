"""Find our regular expressions, and texts that keep each as busy as possible."""

import re
import signal
import time
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as codes
from re import _parser
from types import ModuleType
from typing import Any, NamedTuple

from pydantic import BaseModel

from tracker.tag.acts import rule_tables
from tracker.tag.attribution import voices
from tracker.tag.days import choose
from tracker.tag.figures import figure_tables

ROOMS = ("config", "db", "spiders", "tracker")
SIZE = 4_000
GIVE_UP = 3.0
"""Seconds of processor time after which a search counts as endless."""
SLOW = 0.02
"""Seconds at the largest size below which nothing is said: too little to measure."""
STEEP = 10.0
"""Four times the text takes four times as long where a pattern is linear, sixteen times where it is quadratic."""
RUNS = ("1", " ", "\n", "中", "a", "A", "，", "<", ".", "a ", "\n ", "1.")
MOST_RUNS = 40


class Found(NamedTuple):
    """A pattern, where it is, and whether it is searched for: others are tried at one place only."""

    where: str
    pattern: re.Pattern[Any]
    searched: bool


def harvest(*more: Any) -> list[Found]:
    """Return all compiled patterns that modules hold, in any containers, and those in `more`; each with its place."""
    places: dict[re.Pattern[Any], list[tuple[ModuleType, str]]] = {}
    for room in ROOMS:
        for module in _modules(room):
            for name, value in list(vars(module).items()):
                for pattern in _patterns(value, set()):
                    places.setdefault(pattern, []).append((module, name))
    found = [Found(f"{at[0][0].__name__}.{at[0][1]}", pattern, _is_searched(at)) for pattern, at in places.items()]
    every = [one for stage in (rule_tables, voices, choose, figure_tables) for one in stage.tables().values()]
    rows = [row for of_languages in every for table in of_languages.values() for row in table.rows]
    found += [Found(row.name, *one) for row in rows for one in row.every_pattern()]
    compiled = {pattern: type(value).__name__ for value in more for pattern in _patterns(value, set())}
    return found + [Found(name, pattern, True) for pattern, name in compiled.items() if pattern not in places]


def _is_searched(places: list[tuple[ModuleType, str]]) -> bool:
    """Decide whether a module looks for its pattern anywhere in a text; by default it does."""
    used: set[str] = set()
    for module, name in places:
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        used |= set(re.findall(rf"\b{name}(?:\[\w+\])?\.(\w+)\(", source))
    return not used or not used <= {"match", "fullmatch"}


def _modules(room: str) -> Iterator[ModuleType]:
    package = import_module(room)
    yield package
    for info in walk_packages(package.__path__, f"{room}."):
        if not info.name.endswith("__main__") and ".migrations." not in info.name:
            yield import_module(info.name)


def _patterns(value: Any, seen: set[int]) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
        return
    if id(value) in seen or isinstance(value, (str, bytes, int, type, ModuleType)):
        return
    seen.add(id(value))
    inner: Any = ()
    if isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, Set)):
        inner = list(value)
    elif is_dataclass(value):
        inner = [getattr(value, one.name, None) for one in fields(value)]
    elif isinstance(value, BaseModel):
        inner = [getattr(value, name) for name in type(value).model_fields]
    for one in inner:
        yield from _patterns(one, seen)


def steepest(found: Found) -> tuple[float, str] | None:
    """Return the pump by which a pattern's time grows more than in proportion, and the growth; None without one."""
    for pump in _pumps(found.pattern):
        # The least of three: other processes use the processor's caches too.
        long = _seconds(found, pump, 4 * SIZE)
        if long <= SLOW:
            continue
        short, long = (min(_seconds(found, pump, size) for _ in range(3)) for size in (SIZE, 4 * SIZE))
        if long >= GIVE_UP or (long > SLOW and long / max(short, 1e-6) > STEEP):
            return long / max(short, 1e-6), pump
    return None


def _seconds(found: Found, pump: str, size: int) -> float:
    """Return the processor time of a search that finds nothing after the pump."""
    text: Any = (pump * (size // len(pump) + 1))[:size] + "\x00"
    if isinstance(found.pattern.pattern, bytes):
        text = text.encode(errors="replace")
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, GIVE_UP)
    began = time.process_time()
    try:
        for _ in found.pattern.finditer(text) if found.searched else [found.pattern.match(text)]:
            pass
    except TimeoutError:
        return GIVE_UP
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def _stop(*_: Any) -> None:
    raise TimeoutError


def _pumps(pattern: re.Pattern[Any]) -> list[str]:
    """Runs that the pattern's own parts are made of: what it repeats, what stands before it, and common signs."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _parser.parse(source, pattern.flags & ~(re.UNICODE if isinstance(pattern.pattern, bytes) else 0))
    found = [*_repeated(tree), *RUNS]
    return [pump for pump in dict.fromkeys(found) if pump][:MOST_RUNS]


def _repeated(tree: Any) -> Iterator[str]:
    before = ""
    for code, argument in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            body = _example(argument[2])
            if argument[1] > 20:
                yield body
                yield before + body
                yield before
        for inner in _inner(code, argument):
            yield from _repeated(inner)
        before += _example([(code, argument)])
    yield before


def _inner(code: Any, argument: Any) -> list[Any]:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    return []


def _example(tree: Any) -> str:
    """Return a text that the parts match, roughly."""
    return "".join(_one(code, argument) for code, argument in tree)


def _one(code: Any, argument: Any) -> str:
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.NOT_LITERAL or code is codes.ANY:
        return "a"
    if code is codes.IN:
        return _of_class(argument)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _example(argument[2]) * max(1, min(argument[0], 3))
    inner = _inner(code, argument)
    return _example(inner[0]) if inner and code not in (codes.ASSERT, codes.ASSERT_NOT) else ""


SIGNS = "a1 中\n，.-_<A\x00~é"


def _of_class(items: Any) -> str:
    """Return a character of a class: of a negated one, any that it does not name."""
    if items[0][0] is codes.NEGATE:
        return next((sign for sign in SIGNS if not _in_class(items[1:], sign)), "中")
    code, argument = items[0]
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.RANGE:
        return chr(argument[0])
    return next((sign for sign in SIGNS if _in_class(items, sign)), "a")


def _in_class(items: Any, sign: str) -> bool:
    kinds = {
        codes.CATEGORY_DIGIT: str.isdigit,
        codes.CATEGORY_SPACE: str.isspace,
        codes.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
        codes.CATEGORY_NOT_DIGIT: lambda one: not one.isdigit(),
        codes.CATEGORY_NOT_SPACE: lambda one: not one.isspace(),
        codes.CATEGORY_NOT_WORD: lambda one: not (one.isalnum() or one == "_"),
    }
    for code, argument in items:
        if code is codes.LITERAL and ord(sign) == argument:
            return True
        if code is codes.RANGE and argument[0] <= ord(sign) <= argument[1]:
            return True
        if code is codes.CATEGORY and kinds[argument](sign):
            return True
    return False
