"""The metrics of an installation in Prometheus's format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from sqlalchemy import Engine
from sqlmodel import Session

from config import Config
from db.engine import reading
from db.queries import figures
from db.queries.due import oldest_due
from db.queries.leases import steps
from tracker.alerts.subscriptions.recipients import state
from tracker.health.assess import check


def metrics(engine: Engine, config: Config, at: datetime) -> bytes:
    """Return all metrics at the moment `at` in Prometheus's text format 0.0.4."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collected(engine, config, at))
    return generate_latest(registry)


class _Collected:
    """The metrics from one look at the database."""

    def __init__(self, engine: Engine, config: Config, at: datetime) -> None:
        self.engine, self.config, self.at = engine, config, at

    def collect(self) -> Iterable[Metric]:
        with reading(self.engine) as session:
            yield from _kept(session)
            yield from _deliveries(session, self.at)
            yield from _sources(session, self.config, self.at)
            yield from _steps(session, self.at)


def _kept(session: Session) -> Iterator[Metric]:
    for name, count in figures.kept(session).items():
        yield GaugeMetricFamily(f"tracker_{name}", f"Rows of {name} in the database.", count)


def _deliveries(session: Session, at: datetime) -> Iterator[Metric]:
    yield _by("tracker_deliveries", "Deliveries by state.", "state", figures.deliveries_by_state(session))
    since = oldest_due(session.connection(), at)
    age = (at - since).total_seconds() if since else 0.0
    yield GaugeMetricFamily("tracker_oldest_due_seconds", "How long the oldest due delivery has waited.", age)
    yield GaugeMetricFamily(
        "tracker_mails_sent", "Mails that were sent and did not come back.", figures.mails_sent(session)
    )
    recipients = Counter(state(one, at) for one in figures.all_recipients(session))
    yield _by("tracker_recipients", "Recipients by state.", "state", recipients)


def _sources(session: Session, config: Config, at: datetime) -> Iterator[Metric]:
    states = Counter(health.state for health in check(session, config, at))
    yield _by("tracker_sources", "Enabled sources by the worst of what is wrong with them.", "state", states)
    incidents = figures.incidents_by_state(session)
    yield _by("tracker_incidents", "Open incidents of sources and recipients by state.", "state", incidents)


def _steps(session: Session, at: datetime) -> Iterator[Metric]:
    done = GaugeMetricFamily(
        "tracker_step_done_seconds", "When a step was done well last (Unix time).", labels=["step"]
    )
    held = GaugeMetricFamily("tracker_step_held", "Whether a step is being done.", labels=["step"])
    for lease in steps(session.connection()):
        if lease.done_at:
            done.add_metric([lease.name], lease.done_at.timestamp())
        held.add_metric([lease.name], float(bool(lease.holder) and lease.until > at))
    yield from (done, held)


def _by(name: str, about: str, label: str, counts: Mapping[str, int]) -> Metric:
    family = GaugeMetricFamily(name, about, labels=[label])
    for value, count in sorted(counts.items()):
        family.add_metric([value], count)
    return family
