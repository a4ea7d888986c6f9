"""Set the size of generated data in tests: a tenth of it every day, all of it with `pytest --full`."""

import pytest

_full = False

# For tests that take long and are the same on both databases: SQLite by day, both by night.
POSTGRESQL_BY_NIGHT = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgresql", marks=pytest.mark.nightly)], indirect=True
)


# The other way round: for what is harder on PostgreSQL.
SQLITE_BY_NIGHT = pytest.mark.parametrize(
    "database_url", [pytest.param("sqlite", marks=pytest.mark.nightly), "postgresql"], indirect=True
)


def be_full() -> None:
    """Use full sizes; called before any test is collected."""
    global _full  # noqa: PLW0603
    _full = True


def size(full: int, everyday: int) -> int:
    """Return how many of something there are."""
    return full if _full else everyday
