"""The rows about how sources and the daemon run, and what went wrong before."""

from datetime import date, datetime

from tracker.contract.models.row import Row


class Finding(Row):
    """One thing that is wrong with a source."""

    state: str
    since: datetime
    reason: str


class Health(Row):
    """The state of one source."""

    source: str
    state: str
    """The worst of what is wrong, else ok, or new where no crawl has ended yet."""
    since: date | None
    reason: str | None
    silent_days: int | None
    usual_gap: float | None
    """In workdays."""
    limit: float | None
    findings: list[Finding]
    hosts: list[str]
    """Why some of its hosts are not requested, in words."""


class Incident(Row):
    """One state other than ok that a source or a recipient was in, from opening to closing check."""

    id: int
    source: str
    recipient: str | None
    """Without the secrets that some addresses contain."""
    recipient_id: int | None
    state: str
    reason: str
    began_at: datetime
    opened_at: datetime
    closed_at: datetime | None


class RunningDaemon(Row):
    """A daemon, and the steps that it is running."""

    daemon: str
    heartbeat_at: datetime | None
    """When it last reported to be alive: every 20 seconds."""
    steps: list[str]


class Step(Row):
    """One step that the daemon repeats."""

    name: str
    arguments: list[str]
    """Of the command `tracker`."""
    every: float
    """In seconds, as are `again`, `seconds` and `after`."""
    again: float
    """How soon it is tried again where it failed."""
    seconds: float
    """How long it may take."""
    then: list[str]
    """The steps that become due when it is done."""
    after: float
    pool: str
    """Steps of one pool wait for each other."""
    done_at: datetime | None
    due_at: datetime | None
    done_by: str | None
    trouble: str | None


class Daemons(Row):
    """Which daemons are running, and the state of each step."""

    daemons: list[str]
    running: list[RunningDaemon]
    steps: list[Step]
