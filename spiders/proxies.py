"""Choose the proxy of a request, by setting or environment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

NONE = "none"
"""The setting that does without a proxy, whatever the environment says."""


@dataclass(frozen=True)
class Proxies:
    """Addresses of proxies by the scheme of the request (`http`, `https`); `bypass` is as in NO_PROXY."""

    by_scheme: dict[str, str] = field(default_factory=dict)
    bypass: str = ""

    @classmethod
    def of(cls, setting: str) -> Self:
        """Read the setting `proxy`, or if that is empty HTTP_PROXY, HTTPS_PROXY and NO_PROXY."""
        found = getproxies_environment()
        bypass = found.pop("no", "")
        if setting == NONE:
            return cls()
        if setting:
            return cls({"http": setting, "https": setting}, bypass)
        return cls({scheme: found[scheme] for scheme in ("http", "https") if scheme in found}, bypass)

    def for_url(self, url: str) -> str | None:
        """Return the proxy for an address; None for a direct request."""
        parts = urlsplit(url)
        proxy = self.by_scheme.get(parts.scheme)
        return proxy if proxy and not proxy_bypass_environment(parts.netloc, {"no": self.bypass}) else None

    @property
    def settings(self) -> dict[str, Any]:
        """Return it as settings of Scrapy, which are plain values."""
        named = {"PROXIES": dict(self.by_scheme), "PROXY_BYPASS": self.bypass}
        return {**named, "HTTPPROXY_ENABLED": bool(self.by_scheme)}

    @classmethod
    def of_settings(cls, settings: "BaseSettings") -> Self:
        """Return what `settings` was made of."""
        return cls(settings.getdict("PROXIES"), settings["PROXY_BYPASS"] or "")

    @property
    def hosts(self) -> frozenset[str]:
        """Return the hosts of the proxies themselves, which may be private."""
        return frozenset(urlsplit(proxy).hostname or "" for proxy in self.by_scheme.values())


def shown(proxies: Iterable[str]) -> str:
    """Return addresses of proxies without user and password."""
    parts = [urlsplit(proxy) for proxy in proxies]
    return ", ".join(sorted({f"{part.hostname}:{part.port}" if part.port else str(part.hostname) for part in parts}))
