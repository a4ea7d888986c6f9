"""Send every request as a plain `GET` in absolute form to one address, which answers for all sites."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response


class ReplicaHandler(HTTP11DownloadHandler):
    """Scrapy's own handler with the replica as HTTP proxy; the response has the real address again."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.replica = crawler.settings["REPLICA"]

    async def download_request(self, request: Request) -> Response:
        """Request http://HOST/PATH from the replica, whatever scheme the address has."""
        url = f"http://{request.url.partition('://')[2]}"
        wire = request.replace(url=url, meta={**request.meta, "proxy": self.replica})
        response = await super().download_request(wire)
        return response.replace(url=request.url)
