"""What tests pass to readers of files where nothing must be refused."""

import pytest

from tracker.parse.saved import Unusable


def nothing(error: Unusable) -> None:
    """Fail: what is read is all usable."""
    pytest.fail(str(error))
