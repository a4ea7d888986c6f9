"""Flatten a row into columns: figures and quotes by number and language, lists in one cell, objects by their fields."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Union

from pydantic import BaseModel

from tracker.contract.models.mention import Figure, Quote
from tracker.text.printable import as_json

MOST_FIGURES = 5
"""The most figures of an announcement."""
LANGUAGES = ("zh", "en")
Cell = Union[str, int, float, bool, date, datetime, None]  # noqa: UP007 - isinstance takes its parts, too


def columns(model: type[BaseModel]) -> list[str]:
    """Return the columns of a row, which do not depend on the content of rows."""
    return [column for name in model.model_fields for column in _columns(model, name)]


def cells(row: BaseModel) -> list[Cell]:
    """Return the cells of a row, one for each column."""
    return [cell for name in type(row).model_fields for cell in _cells(row, name)]


def _columns(model: type[BaseModel], name: str) -> Iterator[str]:
    if name == "figures":
        yield from (f"figure_{n}_{part}" for n in range(1, MOST_FIGURES + 1) for part in Figure.model_fields)
    elif name == "quotes":
        yield from (f"quote_{language}" for language in LANGUAGES)
    elif inner := _inner(model, name):
        yield from (f"{name}_{part}" for part in inner.model_fields)
    else:
        yield name


def _cells(row: BaseModel, name: str) -> Iterator[Cell]:
    value = getattr(row, name)
    if name == "figures":
        yield from _figures(value)
    elif name == "quotes":
        yield from (_quote(value, language) for language in LANGUAGES)
    elif isinstance(value, BaseModel):
        yield from (_cell(part) for _, part in value)
    else:
        yield _cell(value)


def _inner(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    kind = model.model_fields[name].annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _figures(figures: Sequence[Figure]) -> Iterator[Cell]:
    for figure in figures[:MOST_FIGURES]:
        yield from (_cell(value) for _, value in figure)
    yield from [None] * (len(Figure.model_fields) * (MOST_FIGURES - len(figures)))


def _quote(quotes: Sequence[Quote], language: str) -> str | None:
    return next((quote.text for quote in quotes if quote.language == language), None)


def _cell(value: Any) -> Cell:
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, list | tuple | dict):
        return as_json(value, default=_plain)
    return value  # type: ignore[no-any-return] # the models hold nothing else


def _plain(value: Any) -> Any:
    written: Callable[[], Any] | None = getattr(value, "plain", None)
    return written() if written else str(value)
