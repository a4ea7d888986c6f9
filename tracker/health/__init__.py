"""Assess the state of each source from what crawls and readings left in the database."""
