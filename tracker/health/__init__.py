"""How each source is: computed from what crawls and readings left in the database."""
