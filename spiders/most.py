"""Limit the size of a page, for spiders and for code that reads pages without Scrapy."""

MOST_BYTES = 32 * 1024 * 1024
