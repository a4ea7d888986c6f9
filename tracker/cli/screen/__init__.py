"""Lay out what commands show to people: tables, pages and colours for a terminal, plain lines for a pipe."""
