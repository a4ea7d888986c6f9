"""Find numbers and quantities in text."""
