"""Build what commands, pages and programs show."""
