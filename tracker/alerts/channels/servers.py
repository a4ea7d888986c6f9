"""Order the mail servers: every sender skips one that does not answer for a while."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Engine

from config.mailservers import MailServerAddress
from db.engine import reading, writing
from db.queries.mailservers import away
from db.store.mailservers import mark_away, mark_back

# Longer than the first rung of the ladder: what a server dropped is tried again with the next one.
SHORTEST, LONGEST = timedelta(seconds=90), timedelta(minutes=10)


class Servers:
    """The mail servers that may be tried at a moment; what we learn of them is stored for later senders."""

    def __init__(self, engine: Engine, addresses: tuple[MailServerAddress, ...]) -> None:
        self.engine = engine
        self.addresses = addresses
        self.lock = Lock()
        with reading(engine) as session:
            self.known = away(session)

    def usable(self, at: datetime) -> Iterator[MailServerAddress]:
        """Return the servers that are not skipped at `at`, in order of preference."""
        for address in self.addresses:
            known = self.known.get(address.name)
            if known is None or known.away_until <= at:
                yield address

    def is_away(self, address: MailServerAddress, answer: str, at: datetime) -> None:
        """Skip a server: the longer it has been unavailable, the longer, up to LONGEST."""
        with self.lock, writing(self.engine) as session:
            known = self.known.get(address.name)
            since = known.away_since if known else at
            until = at + min(max(at - since, SHORTEST), LONGEST)
            mark_away(session, address.name, answer, since, until)
            self.known = away(session)

    def is_back(self, address: MailServerAddress) -> None:
        """Record that a server works, if it was known to be unavailable."""
        if address.name in self.known:
            with self.lock, writing(self.engine) as session:
                mark_back(session, address.name)
                self.known = away(session)

    def why_none(self) -> str:
        """Say which servers are unavailable, and what they answered to the last attempt."""
        known = (self.known.get(address.name) for address in self.addresses)
        said = (f"{one.name}: {one.answer}" for one in known if one)
        return f"no mail server accepts mails: {'; '.join(said)}"
