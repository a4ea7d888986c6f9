"""Point at a part of a page in a declaration: a CSS selector or a path, with fallbacks in order."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from config.error import quoted
from config.schema.facts import Fact, Pattern


class Pick(Fact):
    """One place: `select` is CSS (with ::text or ::attr(x)) or a dotted JSON path; `regex` extracts its group 1."""

    select: str
    regex: Pattern | None = None


def _many(value: Any) -> Any:
    items = value if isinstance(value, (list, tuple)) else (value,)
    return tuple({"select": item} if isinstance(item, str) else item for item in items)


Picks = Annotated[tuple[Pick, ...], BeforeValidator(_many)]


def check_css(select: str) -> None:
    """Raise ValueError, in one line, if parsel cannot read `select` as CSS."""
    # Cached declarations need none of its libraries.
    from parsel.csstranslator import HTMLTranslator  # noqa: PLC0415

    try:
        HTMLTranslator().css_to_xpath(select or "*")
    except Exception as error:
        raise ValueError(f"not a CSS selector: {quoted(select)}: {error}") from error
