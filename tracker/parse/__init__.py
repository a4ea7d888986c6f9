"""Parse stored pages into documents."""
