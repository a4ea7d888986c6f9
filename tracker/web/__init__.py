"""Serve the endpoint: pages, the API, links in mails, stored pages, health, metrics."""
