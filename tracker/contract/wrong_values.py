"""Say in plain English what is wrong with a value that a program or a reader sends, and how to correct it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

LONGEST = 200
LONGEST_INPUT = 60
MOMENT = "write it as 2025-08-26T17:30:00+08:00, with the zone"
FORMS = {"ids": "write up to 100 numbers with commas between, such as 1,2,3"}
"""How to write what has a pattern, by its name."""
SCHEMA = "the schema gives it"
LIKENESS = 0.8
Error = Mapping[str, Any]
"""One of `ValidationError.errors()`."""
TOLD: Mapping[str, Callable[[Error], str]] = {
    "missing": lambda error: f"is missing, and is required; add {_name(error)}",
    "string_pattern_mismatch": lambda error: f"{_found(error)} is not of its form; {FORMS.get(_name(error), SCHEMA)}",
    "literal_error": lambda error: f"there is no {_words(error)} {_found(error)}; write {error['ctx']['expected']}",
    "string_too_short": lambda error: f"is too short; write at least {_count(error, 'min_length', 'character')}",
    "string_too_long": lambda error: f"is too long; write at most {_count(error, 'max_length', 'character')}",
    "too_long": lambda error: f"has too many values; give at most {_count(error, 'max_length', 'value')}",
    "greater_than_equal": lambda error: f"{_found(error)} is out of range; write at least {error['ctx']['ge']}",
    "less_than_equal": lambda error: f"{_found(error)} is out of range; write at most {error['ctx']['le']}",
    "timezone_aware": lambda error: f"{_found(error)} has no zone; {MOMENT}",
    "value_error": lambda error: f"{_found(error)} is not valid: {str(error['msg']).removeprefix('Value error, ')}",
    "json_invalid": lambda _: "is not JSON; send one JSON object",
}
KINDS = {
    "int": "is not a whole number; write digits only",
    "float": "is not a number",
    "bool": "is neither true nor false",
    "string": "is not a string",
    "list": "is not a list; write it in [brackets]",
    "tuple": "is not a list; write it in [brackets]",
    "model": "is not an object; write it in {braces}",
    "date": "is not a day; write YYYY-MM-DD",
    "datetime": f"is not a moment; {MOMENT}",
}
"""What a value of another kind is not, by the first word of the error's type: int_parsing, datetime_type."""


def told(error: Error, names: Collection[str] = ()) -> str:
    """Return what is wrong, without the name of the value; `names` are those that could have been sent."""
    kind = str(error["type"])
    if kind == "extra_forbidden":
        said = _unknown(str(error["loc"][-1]), names)
    elif kind in TOLD:
        said = TOLD[kind](error)
    elif (of := kind.partition("_")[0]) in KINDS:
        said = f"{_found(error)} {KINDS[of]}"
    else:
        said = str(error["msg"])
    return said[:LONGEST]


def place(parts: Iterable[str | int]) -> str:
    """Return the name of a value as it was sent, such as rule.acts; the place in a list of values is no part of it."""
    return ".".join(part for part in parts if isinstance(part, str))[:LONGEST]


def _unknown(name: str, names: Collection[str]) -> str:
    close = get_close_matches(name, names, 1, LIKENESS)
    hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(names)}" if names else "leave it out"
    return f"there is nothing of this name; {hint}"


def _name(error: Error) -> str:
    # The place of a value in a list is a number.
    return next((part for part in reversed(error["loc"]) if isinstance(part, str)), "it")


def _words(error: Error) -> str:
    words = _name(error).replace("_", " ")
    # One value of a list has the name of the list, such as acts.
    return words.removesuffix("s") if isinstance(error["loc"][-1], int) else words


def _found(error: Error) -> str:
    return repr(error.get("input"))[:LONGEST_INPUT]


def _count(error: Error, limit: str, what: str) -> str:
    number = error["ctx"][limit]
    return f"{number} {what}{'s' * (number != 1)}"
