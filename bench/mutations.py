"""Find rules that no test would miss: switch off each pattern of tagging and stories in turn.

`python -m bench.mutations [WORD ...]` tries the patterns whose names hold one of the words, or all. Among the tests in
tests/tag and tests/stories that need no server, it runs those in which the pattern matches anything, up to the first
that fails, and prints the patterns without which all pass. Exit code 1 reports more than MOST.

A pattern that is used while rules are compiled counts as missed by no test, since rules are compiled once.
"""

import importlib
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from types import ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

ROOMS = ("tracker.tag", "tracker.stories")
TESTS = ("tests/tag", "tests/stories")
QUICK = "not servers and not processes and not slow"
COMPILED = ("compile_rules", "compile_names", "load", "shipped", "compiled", "needed")
NEVER = re.compile(r"(?!)")
# How many may survive: a number that only decreases.
MOST = 226

Put = Callable[[Any], None]


class Spy:
    """Wrap a pattern, and record whether it matched."""

    def __init__(self, pattern: re.Pattern[str], note: Callable[[], None]) -> None:
        self._pattern, self._note = pattern, note

    def __getattr__(self, name: str) -> Any:
        known = getattr(self._pattern, name)
        if not callable(known):
            return known

        def call(*arguments: Any, **named: Any) -> Any:
            found = known(*arguments, **named)
            if name == "finditer":
                found = list(found)
            text = arguments[1] if name == "sub" else arguments[0] if arguments else named.get("string")
            if found not in (None, [], [text], text):
                self._note()
            return iter(found) if name == "finditer" else found

        return call


@dataclass
class Rule:
    """Hold a pattern, its name, and how to put something in its place wherever it is used."""

    name: str
    pattern: re.Pattern[str]
    places: list[Put]

    def put(self, instead: Any) -> None:
        """Replace the pattern with something else."""
        for place in self.places:
            place(instead)


def rules() -> list[Rule]:
    """Return every pattern that a module of the rooms binds to a name, by itself or in tuples, lists and dicts."""
    found: dict[int, Rule] = {}
    for module in list(_modules()):
        for name, value in list(vars(module).items()):
            for path, pattern in _patterns(value):
                rule = found.setdefault(id(pattern), Rule(f"{module.__name__}.{name}{path}", pattern, []))
                rule.places.append(_putter(module, name, pattern))
    return list(found.values())


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(room)
        yield package
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            yield importlib.import_module(module.name)


def _patterns(value: Any, path: str = "") -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield path, value
    elif isinstance(value, tuple | list):
        for number, part in enumerate(value):
            yield from _patterns(part, f"{path}[{number}]")
    elif type(value) is dict:
        for key, part in value.items():
            yield from _patterns(part, f"{path}[{key!r}]")


def _putter(module: ModuleType, name: str, pattern: re.Pattern[str]) -> Put:
    before = vars(module)[name]

    def put(instead: Any) -> None:
        setattr(module, name, before if instead is pattern else _replaced(before, pattern, instead))

    return put


def _replaced(value: Any, pattern: re.Pattern[str], instead: Any) -> Any:
    if value is pattern:
        return instead
    if isinstance(value, tuple | list):
        parts = [_replaced(part, pattern, instead) for part in value]
        # A named tuple is made of its parts one by one.
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    if type(value) is dict:
        return {key: _replaced(part, pattern, instead) for key, part in value.items()}
    return value


class Mutations:
    """Run the collected tests, as a plugin of pytest, once to see what they use, and then once for each rule."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.survivors: list[Rule] = []
        self.tried = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests in this plugin's own way."""
        chosen = [rule for rule in rules() if not self.words or any(word in rule.name for word in self.words)]
        users = self._users(session.items, chosen)
        for rule in chosen:
            self.tried += 1
            rule.put(NEVER)
            _forget()
            if all(_passes(item) for item in users[rule.name]):
                self.survivors.append(rule)
                print(f"{rule.name}: {rule.pattern.pattern[:80]} ({len(users[rule.name])} tests)", flush=True)
            rule.put(rule.pattern)
        return True

    def _users(self, items: list[pytest.Item], chosen: list[Rule]) -> dict[str, list[pytest.Item]]:
        """Return the tests in which each rule matches anything, by the rule's name."""
        seen: set[str] = set()
        places: dict[str, list[pytest.Item]] = defaultdict(list)
        left_out: list[pytest.Item] = []
        with _spied(chosen, seen):
            for item in items:
                seen.clear()
                _forget()
                if not _passes(item):
                    left_out.append(item)
                    continue
                for name in seen:
                    places[name].append(item)
        # Code that puts patterns together does not accept a spy.
        for item in left_out:
            if not _passes(item):
                raise pytest.UsageError(f"{item.nodeid} fails as it is")
        print(f"{len(left_out)} tests cannot be watched, and are left out")
        return places


@contextmanager
def _spied(chosen: list[Rule], seen: set[str]) -> Iterator[None]:
    """Replace every rule with a spy."""
    held = [(module, name, value) for module in _modules() for name, value in vars(module).items()]
    spies = {id(rule.pattern): Spy(rule.pattern, partial(seen.add, rule.name)) for rule in chosen}
    for module, name, value in held:
        if any(id(pattern) in spies for _, pattern in _patterns(value)):
            setattr(module, name, _with_spies(value, spies))
    try:
        yield
    finally:
        for module, name, value in held:
            setattr(module, name, value)


def _with_spies(value: Any, spies: dict[int, Spy]) -> Any:
    for _, pattern in list(_patterns(value)):
        if id(pattern) in spies:
            value = _replaced(value, pattern, spies[id(pattern)])
    return value


def _passes(item: pytest.Item) -> bool:
    return all(report.passed for report in runtestprotocol(item, nextitem=None, log=False))


@cache
def _memories() -> list[Any]:
    """Return the caches of answers by text, without the compiled rules, which take long to compile."""
    known = {id(value): value for module in _modules() for value in vars(module).values() if _remembers(value)}
    return list(known.values())


def _remembers(value: Any) -> bool:
    return hasattr(value, "cache_clear") and value.__name__ not in COMPILED


def _forget() -> None:
    """Clear the caches of texts."""
    for memory in _memories():
        memory.cache_clear()


def main() -> int:
    """Print the rules that no test would miss."""
    found = Mutations(sys.argv[1:])
    code = pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", QUICK, *TESTS], plugins=[found])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return int(code)
    print(f"{len(found.survivors)} of {found.tried} patterns are missed by no test, {MOST} may be")
    return int(len(found.survivors) > MOST)


if __name__ == "__main__":
    sys.exit(main())
