"""Run `tracker serve` in a separate process, from its first response until the test ends."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from tests.processes.running import Tracker


@dataclass
class Endpoint:
    """The process, a client for it, and after its end what it printed."""

    url: str
    client: httpx.Client
    process: subprocess.Popen[str]
    said: str = ""


@contextmanager
def serving(tracker: Tracker, port: int) -> Iterator[Endpoint]:
    """Serve an installation's database; it ends by SIGTERM, without a traceback."""
    process: subprocess.Popen[str] = tracker.start("serve", "--port", str(port))
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=url, timeout=60) as client:
        endpoint = Endpoint(url, client, process)
        try:
            for _ in range(800):
                assert process.poll() is None, process.communicate()[0]
                try:
                    client.get("/health")
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            yield endpoint
        finally:
            process.send_signal(signal.SIGTERM)
            endpoint.said = process.communicate(timeout=120)[0]
    assert "Traceback" not in endpoint.said, endpoint.said
