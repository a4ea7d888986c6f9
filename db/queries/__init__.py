"""Query the database, with one function per question."""
