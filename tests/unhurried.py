"""Crawl sources of a replica with the delays of real sites, as soon as a line on its input says so."""

import json
import sys

from config import Settings
from config.schema.source import Source
from db.engine import open_database
from spiders import run
from spiders.settings import source_settings


def main() -> None:
    """Crawl what the first line of the input says, as JSON."""
    job = json.loads(sys.stdin.readline())
    sources = [Source.model_validate(one) for one in job["sources"]]
    engine = open_database(job["database"])
    of_replica = source_settings

    def unhurried(*arguments: object) -> dict[str, object]:
        real = source_settings(*(None if argument == job["replica"] else argument for argument in arguments))  # type: ignore[arg-type]
        return {**of_replica(*arguments), "DELAYS": real["DELAYS"]}  # type: ignore[arg-type]

    run.source_settings = unhurried  # type: ignore[assignment]
    print("ready", flush=True)
    sys.stdin.readline()
    crawls = run.crawl(sources, engine, Settings(), job["replica"])
    print(json.dumps([crawl.verdict for crawl in crawls]))


if __name__ == "__main__":
    main()
