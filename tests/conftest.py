"""Where the tests find things, and what they do when something is missing."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from config import Config, load
from db.engine import open_database

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def config() -> Config:
    """The declarations that ship with the package."""
    return load()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """A fresh database on disk."""
    return open_database(f"sqlite:///{tmp_path / 'tracker.db'}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and pages: a clone has none and skips; CI has it and must not skip."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI needs {SHARED}")
        pytest.skip(f"no {SHARED}: real texts and pages are not part of the project")
    return SHARED
