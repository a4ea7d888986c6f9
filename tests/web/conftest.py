"""Serves an installation with content for every list, for the tests of outputs for programs."""

from collections.abc import Iterator

import httpx
import pytest

from tests.contract.stored import installation
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Yield a client of the endpoint's process."""
    with serving(installation(tmp_path_factory.mktemp("programs")), free_port()) as endpoint:
        yield endpoint.client
