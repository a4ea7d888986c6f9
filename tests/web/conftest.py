"""Serves what every list has something to say of, to the tests of what programs get."""

import signal
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.contract.stored import installation
from tests.servers.mailserver import free_port


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of the endpoint's process."""
    tracker = installation(tmp_path_factory.mktemp("programs"))
    port = free_port()
    process = tracker.start("serve", "--port", str(port))
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        for _ in range(800):
            assert process.poll() is None, process.communicate()[0]
            try:
                client.get("/api/v1/health")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield client
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=120)[0]
    assert "Traceback" not in said
