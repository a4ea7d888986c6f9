"""Read the forms that order or change something: small, with a token that proves that we issued the form lately."""

import hashlib
import hmac
import secrets
import time
from collections import deque
from urllib.parse import parse_qsl

from starlette.requests import Request

from tracker.web.guard import small_body

VALID_SECONDS = 3600
MOST_FIELDS = 60
# The most addresses an hour to which strangers may have us send mail; it limits abuse of others through us.
MOST_AN_HOUR = 60


class Form:
    """The fields of a form."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self.fields = fields

    def value(self, name: str) -> str:
        """Return the first value of a field, "" if it is missing."""
        return next((value.strip() for key, value in self.fields if key == name), "")

    def values(self, name: str) -> tuple[str, ...]:
        """Return all non-empty values of a field."""
        return tuple(dict.fromkeys(value for key, value in self.fields if key == name and value))


async def read_form(request: Request) -> Form:
    """Return the form of a request; fields that cannot be read are left out."""
    body = await small_body(request)
    try:
        return Form(parse_qsl(body.decode("ascii"), max_num_fields=MOST_FIELDS, errors="replace"))
    except ValueError:
        return Form([])


class Guests:
    """Decides who may order alerts: a reader with a form of ours, unless there are too many orders."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._orders: deque[float] = deque()

    def token(self) -> str:
        """Return a token for a form that is issued now."""
        return self._marked(int(time.time()))

    def knows(self, token: str) -> bool:
        """Return whether we issued a token in the last hour."""
        at = token.partition(".")[0]
        if not at.isascii() or not at.isdigit() or len(at) > 12:
            return False
        is_ours = hmac.compare_digest(self._marked(int(at)).encode(), token.encode("utf-8", "replace"))
        return is_ours and 0 <= time.time() - int(at) <= VALID_SECONDS

    def may_order(self) -> bool:
        """Return whether one more order is permitted, and count it."""
        at = time.monotonic()
        while self._orders and at - self._orders[0] > VALID_SECONDS:
            self._orders.popleft()
        if len(self._orders) >= MOST_AN_HOUR:
            return False
        self._orders.append(at)
        return True

    def _marked(self, at: int) -> str:
        return f"{at}.{hmac.new(self._secret, str(at).encode(), hashlib.sha256).hexdigest()}"
