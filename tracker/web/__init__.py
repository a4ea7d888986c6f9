"""The small endpoint: links in mails, stored pages, health, metrics."""
