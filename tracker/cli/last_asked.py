"""Stores, for each user and database, which news were the newest when they were last requested."""

import hashlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from config.settings import NAME
from tracker.cli.output import echo


class Asked(NamedTuple):
    """When the news were requested, and the moment up to which they were shown."""

    at: datetime
    seen: datetime


def last_asked(database: str) -> Asked | None:
    """Return the stored state of the last request; None if it is missing or cannot be read."""
    kept = _kept().get(_key(database)) or {}
    try:
        at, seen = (datetime.fromisoformat(kept[name]) for name in ("at", "seen"))
    except (TypeError, KeyError, ValueError):
        return None
    return Asked(at, seen) if at.tzinfo and seen.tzinfo else None


def keep_asked(database: str, asked: Asked) -> None:
    """Store the state. If that fails, say so and go on, since the news were shown."""
    file = _file()
    kept = _kept() | {_key(database): {"at": asked.at.isoformat(), "seen": asked.seen.isoformat()}}
    new = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        new.replace(file)
    except OSError as error:
        echo(
            f"tracker: {file} cannot be written ({error.strerror}), so the next `tracker news` repeats this news",
            err=True,
        )


def _file() -> Path:
    from platformdirs import user_state_path

    return user_state_path(NAME) / "news.json"


def _kept() -> dict[str, dict[str, str]]:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _key(database: str) -> str:
    """Return a name for a database, without its password."""
    return hashlib.sha256(database.encode()).hexdigest()[:16]
