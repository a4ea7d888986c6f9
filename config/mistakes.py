"""Say in our own words what pydantic found wrong with a value."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

LINES = "has to be `key: value` lines; check its indent"
MANY = "has to be a list; write [a, b]"
NUMBER = "has to be a number"
WHOLE = "has to be a whole number"
TEXT = "has to be text; put quotes around a number, and no brackets or `key: value` lines"
WEB = "is not a web address; write http:// or https:// and a host"
YES_NO = "has to be true or false"
DAY = "has to be a day; write YYYY-MM-DD"
# By pydantic's error types; `{ge}` and the like are the field's constraints.
SAID = {
    "string_type": TEXT,
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_parsing_size": WHOLE,
    "int_from_float": WHOLE,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "finite_number": NUMBER,
    "bool_type": YES_NO,
    "bool_parsing": YES_NO,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "tuple_type": MANY,
    "list_type": MANY,
    "model_type": LINES,
    "model_attributes_type": LINES,
    "dict_type": LINES,
    "path_type": "has to be the name of a file or folder",
    "url_type": WEB,
    "url_parsing": WEB,
    "url_scheme": WEB,
    "url_too_long": WEB,
    "too_short": "needs at least {min_length} entry",
    "too_long": "has over {max_length} entries",
    "greater_than_equal": "has to be {ge} or more",
    "less_than_equal": "has to be {le} or less",
    "greater_than": "has to be more than {gt}",
    "less_than": "has to be less than {lt}",
    "literal_error": "has to be {expected}",
}
# An IPv6 address has no brackets where a mail server is named, and has them in a `Host` head.
HOST = r"^$|^[^\s/@:]+$|^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$"
_SERVED = r"(\[[0-9a-fA-F:.]+\]|[^\s,/@:*\[\]]+)"
HOSTS = rf"^[\s,]*({_SERVED}([\s,]+{_SERVED})*[\s,]*)?$"
# By the pattern that a text has to match.
FORMS = {
    HOST: "has to be a host without http:// and port, which has a setting of its own",
    HOSTS: "has to be hosts without http:// and port, separated by blanks",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "has to be small letters a to z and digits, with single hyphens between",
    r"^(none|starttls|tls)$": "has to be none, starttls or tls",
    r"^$|^none$|^https?://[^\s/]+/?$": "has to be none, or http:// or https:// with a host and a port",
    r"^$|^[^@\s<>+]{1,31}@[^@\s<>]+$": "has to be name@host; the name has no + and at most 31 characters",
}


def said(error: ErrorDetails) -> str:
    """Say what is wrong, and what to write instead, in one line."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return error["msg"].removeprefix("Value error, ")
    return _form(context) if kind == "string_pattern_mismatch" else _filled(kind, context)


def _form(context: Mapping[str, Any]) -> str:
    return FORMS.get(str(context.get("pattern")), "does not have the form that docs/configuration.md gives")


def _filled(kind: str, context: Mapping[str, Any]) -> str:
    return SAID.get(kind, "does not fit; docs/configuration.md has the form").format(**context)
