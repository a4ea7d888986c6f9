"""Measures how long a mail takes to write, from its letter to its bytes: `python -m bench.mails`."""

import time
from collections.abc import Iterable
from dataclasses import replace

from config import load
from tests.alerts.letters import SENDER, item, letter
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.message import Letter

MANY = 2000


def milliseconds(letters: Iterable[Letter]) -> float:
    """The processor's time for one of so many mails to as many recipients, the first left out."""
    first, *rest = letters
    compose(first, SENDER).as_bytes()
    start = time.process_time()
    for one in rest:
        compose(one, SENDER).as_bytes()
    return 1000 * (time.process_time() - start) / len(rest)


def main() -> None:
    """Measure one announcement to many, many announcements to one, and digests."""
    config = load()
    for language in ("en", "zh"):
        told = item(config, language)
        others = [replace(told, announcement_id=n, headline=f"{told.headline} {n}") for n in range(MANY)]

        def to(n: int) -> dict[str, str | int]:
            return {"to": f"reader{n}@example.org", "alert_id": n, "message_id": f"<delivery-{n}.abc@example.org>"}

        shapes = {
            "one announcement to many": (letter(told, language=language, **to(n)) for n in range(MANY)),
            "a new announcement each": (letter(other, language=language, **to(n)) for n, other in enumerate(others)),
            "a digest of 20 to many": (
                letter(*others[:20], language=language, kind="daily", key="2026-11-24", **to(n)) for n in range(200)
            ),
        }
        for name, letters in shapes.items():
            print(f"{language} {name}: {milliseconds(letters):.2f} ms")


if __name__ == "__main__":
    main()
