"""Serve the replica of the real sites, and the made-up publishers beside them."""

import json
from pathlib import Path

from config import load
from tests.torture.press import Press, declarations
from tracker.demo.page import Page
from tracker.demo.replica import Replica

REAL = ("miit", "ndrc", "gov-cn", "english-gov-cn", "global-times")


class Sites(Replica):
    """All sites: the press's, and otherwise the replica's."""

    def __init__(self, press: Press) -> None:
        super().__init__()
        self.press = press

    def find(self, url: str) -> Page | None:
        """The page at an address, or None."""
        return self.press.find(url) or super().find(url)


def declare(folder: Path) -> list[str]:
    """Write the declarations of a tortured installation: few real sources, and the made-up ones; return their ids."""
    folder.mkdir(parents=True)
    for source in load().sources.values():
        declared = source.model_copy(update={"enabled": source.id in REAL})
        (folder / f"{source.id}.yaml").write_text(declared.model_dump_json(exclude_defaults=True), encoding="utf-8")
    made_up = declarations()
    for id_, declaration in made_up.items():
        (folder / f"{id_}.yaml").write_text(json.dumps(declaration), encoding="utf-8")
    return [*REAL, *made_up]
