"""Full-text search over documents: one query language, indexed on SQLite and PostgreSQL alike."""
