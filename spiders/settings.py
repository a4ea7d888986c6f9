"""Compute Scrapy's settings: those of every crawl, and those for a source's manners."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from config.schema.source import Source
from config.settings import NAME
from spiders.most import MOST_BYTES
from spiders.proxies import Proxies

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
LANGUAGES = {"zh": "zh-CN,zh;q=0.9,en;q=0.5", "en": "en,zh-CN;q=0.5"}
DIRECT = Proxies()
REPLICA_HANDLER = "spiders.replica.ReplicaHandler"

QUIET = {
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
    "STATS_DUMP": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOGSTATS_INTERVAL": 0,
    # Otherwise Scrapy reads the source of a callback again for every response.
    "WARN_ON_GENERATOR_RETURN_VALUE": False,
}
NO_HANDLERS: dict[str, str | None] = dict.fromkeys(("data", "file", "s3", "ftp"))
BOUNDS = {
    "DOWNLOAD_MAXSIZE": MOST_BYTES,
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_HANDLERS": NO_HANDLERS,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "REFERER_ENABLED": False,
    "RETRY_TIMES": 2,
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
    "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    # Pages are stored one after the other; Scrapy starts so many tasks for every response.
    "CONCURRENT_ITEMS": 1,
}
ROOMS = {
    "ITEM_PIPELINES": {"spiders.arrivals.Keep": 100},
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "spiders.manners.OwnHosts": 50,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "spiders.robots.Robots": 100,
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
        "spiders.manners.Patience": 550,
        "spiders.proxied.Through": 740,
        "spiders.turns.Turns": 950,
        "scrapy.downloadermiddlewares.stats.DownloaderStats": None,
    },
    # No one asks for Scrapy's statistics or a request's depth, and addresses are measured before they are requested.
    "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
    "EXTENSIONS": {"scrapy.extensions.corestats.CoreStats": None},
    "SPIDER_MIDDLEWARES": {
        "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
        "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
        "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
    },
}


def process_settings(replica: str | None, proxies: Proxies = DIRECT) -> dict[str, Any]:
    """Return what all crawls of one process share; a replica and a proxy may be at a private address, sites may not."""
    proxies = DIRECT if replica else proxies
    resolver = {} if replica else {"TWISTED_DNS_RESOLVER": "spiders.addresses.PublicResolver"}
    return {**QUIET, **resolver, **proxies.settings}


def host_delays(sources: Iterable[Source]) -> dict[str, float]:
    """Return the seconds between two requests to a host: the longest delay of the sources that use it."""
    delays: dict[str, float] = {}
    for source in sources:
        delays |= {host: max(source.manners.delay, delays.get(host, 0.0)) for host in source.hosts}
    return delays


def source_settings(
    source: Source,
    contact: str,
    seconds: int,
    replica: str | None,
    delays: Mapping[str, float] | None = None,
    proxies: Proxies = DIRECT,
) -> dict[str, Any]:
    """Return what one source's crawl needs, `delays` by host if others use it too; a replica needs no delay."""
    honest = f"{NAME}/{version(NAME)} (+{contact})"
    settings = {
        **process_settings(replica, proxies),
        **BOUNDS,
        **ROOMS,
        "OWN_HOSTS": source.hosts,
        "USER_AGENT": f"{BROWSER} ({honest})" if source.manners.agent == "browser" else honest,
        "ROBOTSTXT_OBEY": source.manners.robots,
        "DELAYS": {**host_delays([source]), **(delays or {}), "": source.manners.delay},
        "DOWNLOAD_TIMEOUT": source.manners.timeout,
        "CLOSESPIDER_TIMEOUT": seconds,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/json,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": LANGUAGES[source.language],
        },
    }
    if replica:
        handlers = {**NO_HANDLERS, "http": REPLICA_HANDLER, "https": REPLICA_HANDLER}
        settings |= {"REPLICA": replica, "DOWNLOAD_HANDLERS": handlers, "DELAYS": {"": 0.0}}
    return settings
