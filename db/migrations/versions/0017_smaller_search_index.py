"""SQLite's full-text index without places, a third as large; `tracker read` and `tracker search` fill it again."""

import sqlite3

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

LEAST_SQLITE = (3, 43)
FORGETS = "CREATE TRIGGER search_forgets AFTER DELETE ON document BEGIN DELETE FROM search WHERE rowid = old.id; END"


def upgrade() -> None:
    """Apply the change."""
    _begin_again("tokens, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '+.,^'\"")


def downgrade() -> None:
    """Take the change back."""
    _begin_again("title, text, content='', contentless_delete=1, tokenize=\"ascii tokenchars '+.,'\"")


def _begin_again(columns: str) -> None:
    """Replace the index of SQLite with an empty one. That of PostgreSQL stays as it is."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute("DROP TRIGGER IF EXISTS search_forgets")
    op.execute("DROP TABLE IF EXISTS search")
    if sqlite3.sqlite_version_info >= LEAST_SQLITE:
        op.execute(f"CREATE VIRTUAL TABLE search USING fts5({columns})")
        op.execute(FORGETS)
    op.execute("UPDATE document SET indexed_by = '' WHERE indexed_by <> ''")
