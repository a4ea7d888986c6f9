"""Find the body whose own site a page is on: it publishes what it does itself."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from config import Config

# The portal of the government carries news of all bodies.
PORTAL = "state-council"


def sites_of(config: Config) -> Mapping[str, str]:
    """Return the bodies of primary sources by their hosts."""
    return {
        host: source.body
        for source in config.sources.values()
        if source.tier == "primary" and source.body and source.body != PORTAL
        for host in source.hosts
    }


def site_of(url: str, sites: Mapping[str, str]) -> str | None:
    """Return the body on whose site `url` stands; None for other addresses."""
    try:
        return sites.get(urlsplit(url).hostname or "")
    except ValueError:
        return None
