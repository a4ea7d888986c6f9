"""Find the bodies and people of a text."""
