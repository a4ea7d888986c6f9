"""Open a database for reading from Python; its rows are those of the contract."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from pydantic import ValidationError
from sqlalchemy import Engine

from config import Config, load
from config.settings import read_settings
from db.beijing import beijing_today
from db.engine import open_to_read, reading
from db.queries.timeline import Wanted
from tracker.contract.filters import Filters, wanted
from tracker.contract.models.announcement import Announcement, Proof, Story
from tracker.contract.models.declared import Body, Initiative, Source
from tracker.contract.models.development import Development
from tracker.contract.models.document import Reading, SearchHit
from tracker.contract.rows import announcements as told
from tracker.contract.rows import declared
from tracker.contract.rows import documents as read
from tracker.notebook.frames import Rows
from tracker.search import answers
from tracker.search.language import read_query

T = TypeVar("T")
MANY = ("initiative", "act", "body", "source")


class Tracker:
    """Read an open database. Filters are those of the commands, several values as a list: `act=["issued", "launched"]`.

    Methods raise ValueError, in one line, for a filter that names something unknown.
    """

    def __init__(self, engine: Engine, config: Config) -> None:
        self._engine = engine
        self._config = config

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def initiatives(self) -> Rows[Initiative]:
        """Return the catalogue, with the counts of each initiative."""
        with reading(self._engine) as session:
            return Rows(Initiative, declared.initiatives(session, self._config))

    def bodies(self) -> Rows[Body]:
        """Return the issuing bodies."""
        return Rows(Body, declared.bodies(self._config))

    def sources(self) -> Rows[Source]:
        """Return the sources."""
        return Rows(Source, declared.sources(self._config.sources.values()))

    def timeline(self, *initiatives: str, limit: int | None = None, **filters: Any) -> Rows[Announcement]:
        """Return the announcements of initiatives and their children, or of all, oldest first; the newest `limit`."""
        asked = self._wanted({**filters, "initiative": [*initiatives, *_listed(filters.get("initiative", ()))]}, limit)
        with reading(self._engine) as session:
            return Rows(Announcement, told.timeline(session, self._config, asked))

    def news(self, since: str = "7d", limit: int | None = None, **filters: Any) -> Rows[Story]:
        """Return what was announced since a day, a row for each story, newest first."""
        asked = self._wanted({**filters, "since": since}, limit)
        with reading(self._engine) as session:
            return Rows(Story, told.stories(session, self._config, asked)[0])

    def search(self, query: str, limit: int = 20, **filters: Any) -> Rows[SearchHit]:
        """Return documents that hold what is sought, in the language of `tracker search`, best first."""
        sought, asked = read_query(query), self._wanted(filters, limit)
        with reading(self._engine) as session:
            return Rows(SearchHit, read.hits(answers.answer(session, sought, asked).rows))

    def announcement(self, id: int) -> Proof:  # noqa: A002 - as it is called everywhere
        """Return one announcement with its documents; LookupError if it does not exist."""
        with reading(self._engine) as session:
            return _found(told.proof(session, self._config, id), f"there is no announcement {id}")

    def document(self, url: str) -> Reading:
        """Return the document at an address, with its text, mentions and pages; LookupError if nothing is stored."""
        with reading(self._engine) as session:
            return _found(read.reading(session, url), f"nothing is stored under {url}")

    def development(self, initiative: str) -> Development:
        """Return an initiative's development as of today: state, phases, silences, series; LookupError if none."""
        if initiative not in self._config.initiatives:
            raise LookupError(f"there is no initiative {initiative!r}")
        with reading(self._engine) as session:
            return declared.development(session, self._config, initiative, beijing_today())

    def _wanted(self, filters: dict[str, Any], most: int | None) -> Wanted:
        plain = {name: _listed(value) if name in MANY else value for name, value in filters.items()}
        try:
            asked = Filters.model_validate({name: value for name, value in plain.items() if value is not None})
        except ValidationError as error:
            first = error.errors()[0]
            raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
        return wanted(asked, self._config, beijing_today(), most)


def open_tracker(database: str | Path | None = None, config: str | Path | None = None) -> Tracker:
    """Open a database: a file, an address in SQLAlchemy's form, or that of the settings.

    `config` is the folder of your own declarations, or else that of the settings. Raise `db.engine.DatabaseError` if
    there is no database.
    """
    settings = read_settings()
    address = settings.database if database is None else str(database)
    if "://" not in address:
        address = f"sqlite:///{address}"
    folder = settings.config if config is None else Path(config)
    return Tracker(open_to_read(address), load(folder))


def _listed(value: Any) -> list[Any]:
    return [value] if isinstance(value, str) else list(value)


def _found(row: T | None, otherwise: str) -> T:
    if row is None:
        raise LookupError(otherwise)
    return row
