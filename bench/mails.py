"""Measure how long a mail takes to write, from its message to its bytes: `python -m bench.mails`."""

import time
from collections.abc import Iterable
from dataclasses import replace

from tests.alerts.messages import SENDER, item, message

from config import load
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.message import Message

MANY = 2000


def milliseconds(messages: Iterable[Message]) -> float:
    """Measure the processor time of one mail, as a mean over as many recipients, without the first."""
    first, *rest = messages
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
            "one announcement to many": (message(told, language=language, **to(n)) for n in range(MANY)),
            "a new announcement each": (message(other, language=language, **to(n)) for n, other in enumerate(others)),
            "a digest of 20 to many": (
                message(*others[:20], language=language, kind="daily", key="2026-11-24", **to(n)) for n in range(200)
            ),
        }
        for name, messages in shapes.items():
            print(f"{language} {name}: {milliseconds(messages):.2f} ms")


if __name__ == "__main__":
    main()
