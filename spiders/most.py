"""How large a page may be, for those who bring pages home and for those who read them without Scrapy."""

MOST_BYTES = 32 * 1024 * 1024
