"""Search documents by full text: one query language, indexed on SQLite and PostgreSQL alike."""
